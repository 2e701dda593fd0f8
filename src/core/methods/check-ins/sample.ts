/** Sample talks and agreed actions of a half-year. */
import type { BilingualText } from "../../schema/fields";

export type TalkKind = "talkPlan" | "talkCoach" | "talkMid" | "talkFeedback" | "talkAppeal";
export interface SampleTalk {
  /** Number of the sample person from 0. */
  readonly person: number;
  /** Share of the period, 0–1. */
  readonly day: number;
  readonly kind: TalkKind;
  readonly topics: BilingualText;
  readonly own: BilingualText;
  readonly manager: BilingualText;
  readonly strengths?: BilingualText;
  readonly improve?: BilingualText;
  readonly support?: BilingualText;
  /** Share of the period at which the next talk is agreed. */
  readonly next: number;
}
export interface SampleAction {
  /** Number of the talk from 0. */
  readonly talk: number;
  readonly action: BilingualText;
  readonly byManager?: boolean;
  readonly due: number;
  readonly doneOn?: number;
}
const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });

export const SAMPLE_TALKS: readonly SampleTalk[] = [
  {
    person: 0,
    day: 0.03,
    kind: "talkPlan",
    topics: t("Goals and weights of the half-year", "半年目标与权重"),
    own: t("I want to raise first-time repair and learn the new test bench.", "希望提高一次修复率，并掌握新测试台。"),
    manager: t("Agreed; quality comes before speed.", "同意，质量优先于速度。"),
    support: t("Three days of training on the bench", "测试台培训三天"),
    next: 0.2,
  },
  {
    person: 1,
    day: 0.04,
    kind: "talkPlan",
    topics: t("Goals and weights of the half-year", "半年目标与权重"),
    own: t("The number of visits is too high beside the project.", "在项目期间拜访数量偏高。"),
    manager: t("Visits lowered to 60, the project counts 30.", "拜访降为60次，项目权重30。"),
    next: 0.22,
  },
  {
    person: 2,
    day: 0.05,
    kind: "talkPlan",
    topics: t("First half-year in the post", "任职后的首个半年"),
    own: t("I still miss an overview of the contracts.", "对合同情况还不够了解。"),
    manager: t("Two weeks beside a colleague first.", "先随同事熟悉两周。"),
    support: t("Access to the contract archive", "开通合同档案权限"),
    next: 0.18,
  },
  {
    person: 2,
    day: 0.2,
    kind: "talkCoach",
    topics: t("Questions from the first customers", "首批客户的问题"),
    own: t("Calls take long because I look up prices.", "查价格导致通话时间长。"),
    manager: t("A price sheet will help; the tone is good.", "提供价目表；沟通态度好。"),
    next: 0.45,
  },
  {
    person: 0,
    day: 0.21,
    kind: "talkCoach",
    topics: t("Repeat repairs of type B", "B型返修"),
    own: t("The part from the new supplier fails.", "新供应商的零件易损坏。"),
    manager: t("I will raise it with purchasing.", "由我向采购反映。"),
    next: 0.48,
  },
  {
    person: 1,
    day: 0.23,
    kind: "talkCoach",
    topics: t("Progress of the project", "项目进展"),
    own: t("One week behind, the data came late.", "因数据晚到，落后一周。"),
    manager: t("The date holds; help from IT is agreed.", "时间不变，已请信息部支持。"),
    next: 0.5,
  },
  {
    person: 2,
    day: 0.46,
    kind: "talkMid",
    topics: t("Mid-point of the half-year", "半年中期"),
    own: t("Targets are within reach.", "目标可以达成。"),
    manager: t("I see it the same way.", "看法一致。"),
    strengths: t("Patient with difficult callers", "对难缠客户有耐心"),
    improve: t("Shorter notes after a call", "通话记录更简短"),
    next: 0.7,
  },
  {
    person: 0,
    day: 0.5,
    kind: "talkMid",
    topics: t("Mid-point of the half-year", "半年中期"),
    own: t("First-time repair is at 89 %, the bench works.", "一次修复率已达89%，测试台运行正常。"),
    manager: t("Strong; now pass it on to the others.", "表现好，请带动其他同事。"),
    strengths: t("Careful diagnosis", "诊断细致"),
    improve: t("Explain findings to colleagues", "向同事讲解发现的问题"),
    next: 0.72,
  },
  {
    person: 1,
    day: 0.52,
    kind: "talkMid",
    topics: t("Mid-point of the half-year", "半年中期"),
    own: t("The project is done, visits will follow.", "项目已完成，拜访会跟上。"),
    manager: t("Good project; visits need a plan by week.", "项目做得好，拜访需按周安排。"),
    strengths: t("Holds a project together", "善于推进项目"),
    improve: t("Plan the week ahead", "提前安排每周工作"),
    next: 0.72,
  },
];
export const SAMPLE_ACTIONS: readonly SampleAction[] = [
  { talk: 0, action: t("Book the training", "预约培训"), byManager: true, due: 0.12, doneOn: 0.1 },
  { talk: 1, action: t("Write the visit plan", "制定拜访计划"), due: 0.15, doneOn: 0.13 },
  { talk: 3, action: t("Price sheet at the desk", "准备价目表"), byManager: true, due: 0.28, doneOn: 0.26 },
  {
    talk: 4,
    action: t("Talk to purchasing about part B", "与采购沟通B型零件"),
    byManager: true,
    due: 0.35,
    doneOn: 0.34,
  },
  { talk: 5, action: t("Agree on data dates with IT", "与信息部商定数据时间"), due: 0.3, doneOn: 0.29 },
  { talk: 7, action: t("Show the diagnosis to two colleagues", "向两名同事演示诊断"), due: 0.8 },
  { talk: 8, action: t("Weekly visit plan until the end", "制定每周拜访计划"), due: 0.75 },
];
const TEAM = { department: t("Service", "客服部") };
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = [
  { ...TEAM, post: t("Service engineer", "服务工程师") },
  { ...TEAM, post: t("Account manager", "客户经理") },
  { ...TEAM, post: t("Service agent", "客服专员") },
];
