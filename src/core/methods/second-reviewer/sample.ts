/** Eight people with a first and a second score, and how two cases that lay apart were decided. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface Review {
  /** Numbers of first rater and second reviewer, from 0. */
  readonly raters: readonly [number, number];
  readonly first: number;
  readonly second: number;
  readonly decided?: number;
  readonly reason?: BilingualText;
}
export const RATERS: readonly BilingualText[] = [
  t("Manager A", "主管A"),
  t("Manager B", "主管B"),
  t("Head of department", "部门负责人"),
];
export const REVIEWS: readonly Review[] = [
  { raters: [0, 2], first: 84, second: 82 },
  { raters: [0, 2], first: 91, second: 88 },
  {
    raters: [0, 2],
    first: 95,
    second: 81,
    decided: 84,
    reason: t(
      "Two of four projects were finished by others; first score had counted them",
      "四个项目中两个由他人完成，初评已计入",
    ),
  },
  { raters: [0, 2], first: 78, second: 76 },
  { raters: [1, 2], first: 72, second: 75 },
  {
    raters: [1, 2],
    first: 66,
    second: 74,
    reason: t("Results of June were not yet in the first score", "初评未含6月业绩"),
  },
  { raters: [1, 2], first: 80, second: 80 },
  { raters: [1, 2], first: 88, second: 87 },
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] =
  REVIEWS.map(() => ({ department: t("Sales", "销售部"), post: t("Account manager", "客户经理") }));
