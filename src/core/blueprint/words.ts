/** The words of a generated sheet, handed in as data in the chosen language; and those that formulas show or compare with. */

/** Message key without "sheet." → text. */
export type SheetText = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** Words that stand in the Words table and are used by formulas through names. */
export const WORD_KEYS = [
  "ok",
  "na",
  "all",
  "sample",
  "active",
  "higher",
  "lower",
  "plan",
  "during",
  "evaluate",
  "close",
  "curve",
  "range",
  "zero",
  "points",
  "rating",
  "milestone",
  "linear",
  "ratio",
  "deviation",
  "nominal",
  "deduction",
  "yesNo",
  "steps",
  "yes",
  "no",
  "weightsOff",
  "weightMissing",
  "incomplete",
  "notNumber",
  "reasonMissing",
  "toFill",
  "noEvidence",
  "unknown",
  "outside",
  "notScored",
  "gateOpen",
  "positive",
  "negative",
  "lead",
  "lag",
  "proofOff",
  "schemeAt",
  "schemeMark",
  "schemeShare",
] as const;
/** Words for the policies for missing data, in the order of MISSING_POLICIES; of scorecards in which one may be chosen. */
export const POLICY_WORDS = [
  "policyWait",
  "policyRenormalise",
  "policyZero",
  "policyNeutral",
  "policyEqual",
  "policyBlock",
] as const;
/** Words of the Progress page of scorecards: where a line stands, and the two words of Plan that say how it grows. */
export const PROGRESS_WORDS = ["reached", "onTrack", "behind", "noPace", "addsUp", "lastValue"] as const;
/** Words of workbooks with bonus and deduction items. */
export const ITEM_WORDS = ["bonusItem", "deductionItem", "limitReached", "itemEach", "itemMost"] as const;
/** Words of workbooks in which results are typed into a register or a form. */
export const REGISTER_WORDS = ["inRegister"] as const;
/** Words of the rows around the lines of an entry form. */
export const FORM_WORDS = ["formTotal", "formManagerSays", "formEmployeeSays", "formEmployee", "formManager"] as const;
export type WordKey =
  | (typeof WORD_KEYS)[number]
  | (typeof POLICY_WORDS)[number]
  | (typeof PROGRESS_WORDS)[number]
  | (typeof ITEM_WORDS)[number]
  | (typeof REGISTER_WORDS)[number]
  | (typeof FORM_WORDS)[number];

/** Kinds of line that the entry formulas compute, in the order of the Kinds list. */
export const FORMULA_KINDS = [
  "curve",
  "range",
  "zero",
  "points",
  "rating",
  "milestone",
  "linear",
  "ratio",
  "deviation",
  "nominal",
  "deduction",
  "yesNo",
  "steps",
] as const;
export type FormulaKind = (typeof FORMULA_KINDS)[number];
