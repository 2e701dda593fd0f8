/** Five items of a probation with what is expected after 30, 60 and 90 days, and three new colleagues. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface ProbationItem {
  readonly name: BilingualText;
  /** What is expected by day 90. */
  readonly standard: BilingualText;
  /** Points of 100. */
  readonly weight: number;
}
export const ITEMS: readonly ProbationItem[] = [
  {
    name: t("Knowledge of the work", "业务知识"),
    standard: t("Knows products, systems and rules that the post needs", "掌握岗位所需的产品、系统和制度"),
    weight: 25,
  },
  {
    name: t("Tasks", "工作任务"),
    standard: t("Does the agreed tasks alone, correctly and in time", "独立、正确、按时完成约定任务"),
    weight: 35,
  },
  {
    name: t("Behaviour at work", "工作行为"),
    standard: t("Asks in time, keeps promises, takes hints", "及时请教，信守承诺，接受提醒"),
    weight: 20,
  },
  {
    name: t("Working with others", "团队融入"),
    standard: t("Informs and helps the team; is reliable for others", "主动沟通互助，值得同事信赖"),
    weight: 10,
  },
  {
    name: t("Safety and rules", "安全合规"),
    standard: t("Follows safety and conduct rules without reminders", "自觉遵守安全与合规要求"),
    weight: 10,
  },
];
interface Newcomer {
  /** Days from the beginning of the period to the first day. */
  readonly startDay: number;
  /** Scores 0–100 after 30, 60 and 90 days, an item a row. */
  readonly scores: readonly (readonly [number, number, number])[];
  /** Comments by item. */
  readonly comments: Readonly<Record<number, BilingualText>>;
  readonly decision: "pass" | "extend" | "notPassed";
}
export const NEWCOMERS: readonly Newcomer[] = [
  {
    startDay: 10,
    scores: [
      [70, 78, 85],
      [65, 76, 84],
      [80, 82, 85],
      [75, 80, 82],
      [90, 90, 92],
    ],
    comments: { 1: t("Two orders a day with a mentor until day 45", "第45天前每天两单由导师带做") },
    decision: "pass",
  },
  {
    startDay: 20,
    scores: [
      [60, 62, 68],
      [55, 60, 64],
      [70, 72, 72],
      [70, 74, 75],
      [85, 85, 85],
    ],
    comments: {
      0: t("System course repeated in week 6", "第6周重修系统课程"),
      1: t("Complex cases still with help; list of ten to practise", "复杂案例仍需协助，列十例练习"),
    },
    decision: "extend",
  },
  {
    startDay: 15,
    scores: [
      [75, 80, 88],
      [72, 80, 86],
      [85, 85, 88],
      [80, 85, 90],
      [90, 92, 95],
    ],
    comments: {},
    decision: "pass",
  },
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] =
  NEWCOMERS.map(() => ({ department: t("Logistics", "物流部"), post: t("Dispatcher", "调度员") }));
