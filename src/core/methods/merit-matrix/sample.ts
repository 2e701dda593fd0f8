/** The guide of raises and coefficients, and six people with rating, pay and potential. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
/** Shares of the salary from–to by rating (5 first) and place in the range (below, inside, above); then the bonus coefficient. */
export const GUIDE: readonly {
  readonly level: number;
  readonly raises: readonly (readonly [number, number])[];
  readonly coefficient: number;
}[] = [
  {
    level: 1,
    raises: [
      [0, 0],
      [0, 0],
      [0, 0],
    ],
    coefficient: 0.5,
  },
  {
    level: 2,
    raises: [
      [0, 0.01],
      [0, 0],
      [0, 0],
    ],
    coefficient: 0.8,
  },
  {
    level: 3,
    raises: [
      [0.03, 0.04],
      [0.02, 0.03],
      [0.01, 0.02],
    ],
    coefficient: 1,
  },
  {
    level: 4,
    raises: [
      [0.04, 0.06],
      [0.03, 0.04],
      [0.02, 0.03],
    ],
    coefficient: 1.1,
  },
  {
    level: 5,
    raises: [
      [0.06, 0.08],
      [0.04, 0.06],
      [0.03, 0.04],
    ],
    coefficient: 1.2,
  },
];
interface PaidPerson {
  readonly rating: number;
  /** A month, in the workbook's currency. */
  readonly salary: number;
  readonly middle: number;
  readonly proposed: number;
  readonly reason?: BilingualText;
  readonly department: number;
  readonly potential: number;
  readonly evidence: BilingualText;
}
export const PEOPLE: readonly PaidPerson[] = [
  {
    rating: 4.2,
    salary: 8800,
    middle: 10000,
    proposed: 0.05,
    department: 1.1,
    potential: 4,
    evidence: t("Led the move to the new system", "主导新系统切换"),
  },
  {
    rating: 3.4,
    salary: 9900,
    middle: 10000,
    proposed: 0.025,
    department: 1.1,
    potential: 3,
    evidence: t("Assessment of May", "5月评估结果"),
  },
  {
    rating: 4.7,
    salary: 10500,
    middle: 10000,
    proposed: 0.055,
    department: 1.1,
    potential: 5,
    evidence: t("Stood in for the manager for ten weeks", "代理主管十周"),
  },
  {
    rating: 2.3,
    salary: 9500,
    middle: 10000,
    proposed: 0,
    department: 1.1,
    potential: 2,
    evidence: t("Assessment of May", "5月评估结果"),
  },
  {
    rating: 3.1,
    salary: 11500,
    middle: 10000,
    proposed: 0.01,
    department: 1.1,
    potential: 3,
    evidence: t("Assessment of May", "5月评估结果"),
  },
  {
    rating: 3.8,
    salary: 8500,
    middle: 10000,
    proposed: 0.065,
    reason: t("Taken over a second area since July", "7月起兼管第二片区"),
    department: 1.1,
    potential: 4,
    evidence: t("Built up the second area", "组建第二片区"),
  },
];
/** Months of salary that the bonus is based on. */
export const BONUS_BASE = 10000;
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = PEOPLE.map(
  () => ({ department: t("Operations", "运营部"), post: t("Specialist", "专员") }),
);
