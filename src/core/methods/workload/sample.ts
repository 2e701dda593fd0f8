/** Tasks of a small office team: how often, how long, and whose. */
import type { BilingualText } from "../../schema/fields";
import type { EVERY } from "./formulas";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface Task {
  readonly task: BilingualText;
  /** Number of the person, from 0. */
  readonly person: number;
  readonly every: (typeof EVERY)[number];
  readonly times: number;
  readonly minutes: number;
}
export const TASKS: readonly Task[] = [
  { task: t("Answer customers' mails", "回复客户邮件"), person: 0, every: "daily", times: 18, minutes: 10 },
  { task: t("Check orders", "审核订单"), person: 0, every: "daily", times: 12, minutes: 12 },
  { task: t("Weekly report", "周报"), person: 0, every: "weekly", times: 1, minutes: 120 },
  { task: t("Book invoices", "录入发票"), person: 1, every: "daily", times: 30, minutes: 8 },
  { task: t("Close the month", "月结"), person: 1, every: "monthly", times: 1, minutes: 960 },
  { task: t("Remind debtors", "催收账款"), person: 1, every: "weekly", times: 10, minutes: 15 },
  { task: t("Plan shifts", "排班"), person: 2, every: "weekly", times: 2, minutes: 180 },
  { task: t("Train new colleagues", "培训新员工"), person: 2, every: "weekly", times: 3, minutes: 180 },
  { task: t("Answer customers' calls", "接听客户电话"), person: 2, every: "daily", times: 30, minutes: 6 },
  { task: t("Move to the new system", "新系统切换"), person: 2, every: "once", times: 1, minutes: 3600 },
];
interface Capacity {
  /** Share of full time, 1 = full. */
  readonly share: number;
  readonly absent: number;
}
export const CAPACITIES: readonly Capacity[] = [
  { share: 1, absent: 15 },
  { share: 0.8, absent: 12 },
  { share: 1, absent: 10 },
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] =
  CAPACITIES.map(() => ({ department: t("Office", "综合部"), post: t("Clerk", "职员") }));
