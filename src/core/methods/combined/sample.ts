/** Four sections on their own scales, what five people came to in each, and a few bonus and deduction points. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface CombinedSection {
  readonly name: BilingualText;
  readonly weight: number;
  /** Values that count 0 and 100. */
  readonly zero: number;
  readonly full: number;
  readonly source: BilingualText;
}
/** Where nothing stands in the workbook yet. */
export const SECTIONS: readonly CombinedSection[] = [
  { name: t("KPI", "KPI"), weight: 60, zero: 0, full: 100, source: t("KPI scorecard", "KPI考核表") },
  { name: t("Behaviour", "行为评价"), weight: 20, zero: 0, full: 5, source: t("Rating scale", "评级量表") },
  {
    name: t("360-degree review", "360度评价"),
    weight: 10,
    zero: 0,
    full: 5,
    source: t("360 results", "360度评价结果"),
  },
  { name: t("Tasks", "重点任务"), weight: 10, zero: 0, full: 100, source: t("Task review", "任务评审") },
];
/** Values by person and section. */
export const VALUES: readonly (readonly number[])[] = [
  [96, 3.6, 3.5, 90],
  [88, 4.2, 4.1, 85],
  [104, 3.8, 3.3, 95],
  [79, 3.1, 3.4, 70],
  [91, 4.0, 3.9, 88],
];
interface Extra {
  /** Number of the person, from 0. */
  readonly person: number;
  readonly side: "bonus" | "deduction";
  readonly points: number;
  readonly what: BilingualText;
  readonly record: string;
  /** Share of the period. */
  readonly at: number;
}
export const EXTRAS: readonly Extra[] = [
  {
    person: 1,
    side: "bonus",
    points: 2,
    what: t("Proposal that saves 40 hours a month", "合理化建议每月节约40小时"),
    record: "E11",
    at: 0.4,
  },
  {
    person: 3,
    side: "deduction",
    points: 1,
    what: t("Data sent to the wrong customer", "误发客户数据"),
    record: "E17",
    at: 0.7,
  },
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = VALUES.map(
  () => ({ department: t("Sales", "销售部"), post: t("Account manager", "客户经理") }),
);
