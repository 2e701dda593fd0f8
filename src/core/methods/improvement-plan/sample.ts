/** Two sample plans: one at work, one that has ended well. */
import type { BilingualText } from "../../schema/fields";
import type { CAUSES } from "./formulas";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });

export interface SampleCase {
  readonly person: number;
  /** Share of the period, 0–1. */
  readonly start: number;
  readonly days: 30 | 60 | 90;
  readonly standard: BilingualText;
  readonly support: BilingualText;
  readonly outcome?: "outcomePassed";
}
export const SAMPLE_CASES: readonly SampleCase[] = [
  {
    person: 0,
    start: 0.45,
    days: 60,
    standard: t("First-time repair at least 85 %, reports on the same day", "一次修复率不低于85%，当天完成报告"),
    support: t("Mentor two hours a week, training on type B", "每周两小时导师辅导，B型设备培训"),
  },
  {
    person: 1,
    start: 0.05,
    days: 60,
    standard: t("Eight visits a week, planned by Friday", "每周8次拜访，周五前排好计划"),
    support: t("Route planning with the team leader", "与组长一起规划路线"),
    outcome: "outcomePassed",
  },
];
/** Case, share of the period, what happened. */
export const SAMPLE_FACTS: readonly (readonly [number, number, BilingualText, BilingualText])[] = [
  [0, 0.3, t("Machine 1142 came back twice within a week", "1142号设备一周内返修两次"), t("Repair log", "维修记录")],
  [0, 0.38, t("Four reports were written three days late", "四份报告晚交三天"), t("Report list", "报告清单")],
  [1, 0.01, t("Five of eight planned visits in the first week", "第一周8次计划只完成5次"), t("Visit list", "拜访清单")],
  [1, 0.03, t("Two customers were visited on the wrong day", "两家客户拜访日期有误"), t("Customer's mail", "客户邮件")],
];
export interface SampleLost {
  readonly plan: number;
  readonly indicator: BilingualText;
  readonly weight: number;
  readonly before: number;
  readonly after?: number;
  readonly cause?: (typeof CAUSES)[number];
}
export const SAMPLE_LOST: readonly SampleLost[] = [
  { plan: 0, indicator: t("First-time repair", "一次修复率"), weight: 30, before: 0.55, cause: "causeSkill" },
  { plan: 0, indicator: t("Reports on time", "报告及时率"), weight: 20, before: 0.6, cause: "causeAttitude" },
  { plan: 0, indicator: t("Spare parts in stock", "备件齐备率"), weight: 15, before: 0.8, cause: "causeOutside" },
  { plan: 0, indicator: t("Customer's grade", "客户评分"), weight: 35, before: 0.95, cause: "causeSkill" },
  { plan: 1, indicator: t("Visits done", "拜访完成率"), weight: 40, before: 0.6, after: 0.95, cause: "causeKnowledge" },
  { plan: 1, indicator: t("Offers sent", "报价数"), weight: 30, before: 0.75, after: 0.9, cause: "causeSkill" },
  { plan: 1, indicator: t("Orders won", "签单数"), weight: 30, before: 1.05, after: 1.05 },
];
export interface SampleAim {
  readonly plan: number;
  readonly goal: BilingualText;
  readonly measure: BilingualText;
  readonly start: number;
  readonly target: number;
  readonly figure: number;
  readonly action: BilingualText;
}
export const SAMPLE_AIMS: readonly SampleAim[] = [
  {
    plan: 0,
    goal: t("Raise first-time repair from 72 to 85 %", "一次修复率由72%提高到85%"),
    measure: t("Repair log, four weeks", "维修记录，四周"),
    start: 72,
    target: 85,
    figure: 82,
    action: t("Mentor sits beside the first repair of each day", "每天第一单由导师陪同"),
  },
  {
    plan: 0,
    goal: t("Late reports from 4 to 0 a month", "迟交报告由每月4份降到0份"),
    measure: t("Report list", "报告清单"),
    start: 4,
    target: 0,
    figure: 1,
    action: t("Half an hour for reports before closing", "下班前半小时写报告"),
  },
  {
    plan: 1,
    goal: t("Visits from 5 to 8 a week", "每周拜访由5次提高到8次"),
    measure: t("Visit list", "拜访清单"),
    start: 5,
    target: 8,
    figure: 8,
    action: t("Weekly route with the team leader", "每周与组长排路线"),
  },
  {
    plan: 1,
    goal: t("Offers from 9 to 12 a month", "每月报价由9份提高到12份"),
    measure: t("Offer list", "报价清单"),
    start: 9,
    target: 12,
    figure: 12,
    action: t("Template for standard offers", "标准报价模板"),
  },
];
/** Case, days after the start, held, what was found. */
export const SAMPLE_POINTS: readonly (readonly [number, number, boolean, BilingualText])[] = [
  [0, 20, true, t("80 % repaired at once; one report late", "一次修复率80%，一份报告迟交")],
  [0, 55, false, t("", "")],
  [1, 30, true, t("Seven visits a week, offers follow", "每周7次拜访，报价跟上")],
  [1, 60, true, t("Both goals reached", "两项目标均已达成")],
];
const TEAM = { department: t("Service", "客服部") };
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = [
  { ...TEAM, post: t("Service engineer", "服务工程师") },
  { ...TEAM, post: t("Sales representative", "销售代表") },
];
