/** Ten people of three managers as they come to the board, and what the board decided. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface Case {
  /** Number of the manager, from 0. */
  readonly manager: number;
  readonly proposed: number;
  readonly evidence: BilingualText;
  readonly decided?: number;
  readonly reason?: BilingualText;
}
export const MANAGERS: readonly BilingualText[] = [
  t("Manager A", "主管A"),
  t("Manager B", "主管B"),
  t("Manager C", "主管C"),
];
const plain = t("Scorecard 2026, records in the log", "2026年考核表及记录");
export const CASES: readonly Case[] = [
  {
    manager: 0,
    proposed: 4.6,
    evidence: plain,
    decided: 4.1,
    reason: t("Same results as two people whom others rated lower", "业绩与其他主管评分较低的两人相当"),
  },
  { manager: 0, proposed: 4.3, evidence: plain },
  { manager: 0, proposed: 4.4, evidence: plain },
  { manager: 0, proposed: 3.9, evidence: plain },
  { manager: 1, proposed: 3.1, evidence: plain },
  {
    manager: 1,
    proposed: 2.9,
    evidence: plain,
    decided: 3.3,
    reason: t("Took over a vacant area for five months; not in the scorecard", "代管空缺区域五个月，考核表未体现"),
  },
  { manager: 1, proposed: 3.4, evidence: plain },
  { manager: 2, proposed: 3.6, evidence: plain },
  { manager: 2, proposed: 4.0, evidence: plain },
  { manager: 2, proposed: 3.2, evidence: plain },
];
export const DECIDER = t("Board of 12 January", "1月12日校准会");
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = CASES.map(
  ({ manager }) => ({
    department: [t("North", "北区"), t("South", "南区"), t("Centre", "中区")][manager] ?? t("North", "北区"),
    post: t("Specialist", "专员"),
  }),
);
