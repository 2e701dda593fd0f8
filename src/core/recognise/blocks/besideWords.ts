/** Words for points beside the weights, in names of rows and columns and in the place of a weight. */

/** Whole words, for "Primera" and "Adjusts to change" are criteria. */
const SAID =
  /\b(?:bonus|malus|deduct\w*|penalt\w*|penali[sz]a\w*|adjustments?|extra(?: points?)?|zuschl\w*|abz[uü]g\w*|bonifica\w*|deducci\w*|descuento\w*|desconto\w*|pénalit\w*|pengurangan|pengurang|potongan|tambahan)\b|加分|减分|扣分|加减分|奖惩|奖励|附加|thưởng|phạt|điểm cộng|điểm trừ/i;
const TAKEN = /deduct|penal|malus|abz|扣|惩|减分|descuento|desconto|deducci|pénalit|pengurang|potongan|phạt|trừ/i;
/** "+/−" where a weight would stand. */
const SIGNS = /^\s*[+＋]\s*[/／]\s*[-−–]\s*$/;

/** Whether a name says that its points are added or taken off. */
export const saysBeside = (text: string): boolean => SAID.test(text);

/** Whether of the two it says that they are taken off. */
export const saysTakenOff = (text: string): boolean => TAKEN.test(text) && !/加减分/.test(text);

/** Whether what stands in the place of a weight says so. */
export const isBesideMark = (text: string): boolean => saysBeside(text) || SIGNS.test(text);
