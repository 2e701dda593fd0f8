/** Six indicators of a service team with today's weights, and what three people proposed. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface WorkshopItem {
  readonly name: BilingualText;
  /** Points of 100, as in force today. */
  readonly today: number;
  readonly place: number;
  readonly chosen: number;
}
export const ITEMS: readonly WorkshopItem[] = [
  { name: t("Customer satisfaction", "客户满意度"), today: 20, place: 1, chosen: 35 },
  { name: t("First-contact resolution", "一次解决率"), today: 15, place: 2, chosen: 25 },
  { name: t("Answered in time", "及时接通率"), today: 25, place: 3, chosen: 15 },
  { name: t("Quality of records", "记录质量"), today: 15, place: 4, chosen: 10 },
  { name: t("Costs per contact", "单次服务成本"), today: 15, place: 5, chosen: 10 },
  { name: t("Training done", "培训完成率"), today: 10, place: 6, chosen: 5 },
];
/** Points by participant and item. */
export const POINTS: readonly (readonly number[])[] = [
  [40, 25, 15, 10, 5, 5],
  [35, 25, 15, 10, 10, 5],
  [30, 25, 15, 15, 10, 5],
];
/** How many times as important: upper half, row by row. */
export const PAIRS: readonly (readonly number[])[] = [[2, 3, 3, 5, 7], [2, 3, 3, 5], [1, 2, 3], [1, 2], [2]];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = [
  { department: t("Service", "服务部"), post: t("Head of service", "服务部负责人") },
  { department: t("Service", "服务部"), post: t("Team manager", "班组主管") },
  { department: t("HR", "人力资源部"), post: t("HR partner", "人力资源专员") },
];
