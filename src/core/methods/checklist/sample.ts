/** Sixteen statements about work at the counter, four of them reversed, and who answered how. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface ChecklistItem {
  readonly text: BilingualText;
  /** Value of the statement, 1 to 11: the mean of judges' ratings before first use. */
  readonly value: number;
  /** Number of the statement that says the opposite, from 0: both with yes is a contradiction. */
  readonly opposite?: number;
  /** "No" is the good answer. */
  readonly reversed?: true;
}
export const ITEMS: readonly ChecklistItem[] = [
  { text: t("Greets customers and looks up at once", "主动问候，及时接待顾客"), value: 6 },
  { text: t("Asks until the wish is clear", "问清顾客需求"), value: 8 },
  { text: t("Explains offers in plain words", "用通俗的话介绍产品"), value: 7 },
  { text: t("Keeps promises of calls and dates", "答应的回电和时间都做到"), value: 9 },
  { text: t("Stays polite when a customer is angry", "顾客生气时仍有礼貌"), value: 9 },
  { text: t("Leaves customers waiting without a word", "让顾客久等而不作说明"), value: 8, reversed: true, opposite: 0 },
  { text: t("Counts the till without a difference", "收银核对无差错"), value: 8 },
  { text: t("Follows the opening and closing list", "按清单做好开店和闭店"), value: 6 },
  { text: t("Reports faults on the same day", "当天报告故障"), value: 6 },
  { text: t("Leaves forms incomplete", "单据填写不全"), value: 7, reversed: true },
  { text: t("Is at the counter at the agreed time", "按时到岗"), value: 7 },
  { text: t("Is often late without a word", "经常迟到且不说明"), value: 8, reversed: true, opposite: 10 },
  { text: t("Helps colleagues when it is busy", "忙时主动帮助同事"), value: 7 },
  { text: t("Shows new colleagues how things work", "指导新同事"), value: 6 },
  { text: t("Passes blame to others", "把责任推给别人"), value: 8, reversed: true },
  { text: t("Proposes how to do things better", "提出改进建议"), value: 5 },
];
/** Answers of the six sample people, a letter a statement: y = yes, n = no. */
export const SAMPLE_ANSWERS: readonly string[] = [
  "yyyyynyyynynynny",
  "yynyynyynnynynnn",
  "ynyyynyyyyynnynn",
  "yyyynnynynynyyny",
  "nyynyyyynynynnnn",
  "yyyyynyyynynyyny",
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] =
  SAMPLE_ANSWERS.map(() => ({ department: t("Branch", "门店"), post: t("Counter assistant", "柜台服务员") }));
