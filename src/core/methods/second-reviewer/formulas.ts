/**
 * Formulas of the second reviewer: two scores by two people; close ones are averaged, ones that lie apart want a decision with
 * a reason. First raters whose scores lie off the second look are shown, never corrected.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** The number where it stands between the ends of the scale, else empty. */
export const usableFormula = (names: InstanceNames, h: Headers, key: string): CellFormula => {
  const value = cellOf(h, key);
  return cellFormula(
    `IF(ISNUMBER(${value}),IF(AND(${value}>=${names.own.cell("Low")},${value}<=${names.own.cell("High")}),${value},""),"")`,
  );
};
/** Second less first; empty without both. */
export const differenceFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "firstUsed")}),ISNUMBER(${cellOf(h, "secondUsed")})),ROUND(${cellOf(h, "secondUsed")}-${cellOf(h, "firstUsed")},9),"")`,
  );
/** The decision where there is one; else the weighted mean of two scores that are close enough. */
export const finalFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const [first, second] = [cellOf(h, "firstUsed"), cellOf(h, "secondUsed")];
  const share = names.own.cell("FirstShare");
  return cellFormula(
    `IF(ISNUMBER(${cellOf(h, "decidedUsed")}),${cellOf(h, "decidedUsed")},IF(NOT(ISNUMBER(${cellOf(h, "difference")})),"",` +
      `IF(ABS(${cellOf(h, "difference")})>${names.own.cell("MaxDifference")},"",ROUND(${share}*${first}+(1-${share})*${second},6))))`,
  );
};

/** What two scores lack: a second look, a decision where they lie apart; else OK. */
export function reviewCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const isLate = `${names.setting("StageNo")}>=3`;
  const typed = (key: string): string => `LEN(${at(key)})>0`;
  const wrong = ["first", "second", "decided"].map((key) => `AND(${typed(key)},NOT(ISNUMBER(${at(`${key}Used`)})))`);
  const cases = [
    [`OR(${wrong.join(",")})`, names.own.word("offScale")],
    [`AND(NOT(${typed("first")}),${isLate})`, names.word("toFill")],
    [`AND(NOT(${typed("first")}),NOT(${typed("second")}))`, '""'],
    [`AND(NOT(${typed("second")}),${isLate})`, names.own.word("noSecond")],
    [`AND(${typed("rater")},${typed("reviewer")},${at("rater")}=${at("reviewer")})`, names.own.word("sameRater")],
    [`AND(NOT(ISNUMBER(${at("final")})),ISNUMBER(${at("difference")}))`, names.own.word("noDecision")],
    [
      `AND(ISNUMBER(${at("difference")}),${isBlank(at("reason"))},OR(ABS(N(${at("difference")}))>=${names.own.cell("ReasonFrom")},ISNUMBER(${at("decidedUsed")})))`,
      names.word("reasonMissing"),
    ],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** How a first rater's scores lie beside the second look. */
export function raterFormulas(
  names: InstanceNames,
  h: Headers,
  reviews: TableSource,
): Readonly<Record<"people" | "sum" | "shift" | "apart" | "hint", CellFormula>> {
  const at = (key: string): string => cellOf(h, key);
  const whose = `${of(reviews, "known")},${at("id")},${of(reviews, "pair")},1`;
  const hint = firstWord(
    [
      [`${at("people")}=0`, '""'],
      [`${at("people")}<${names.own.cell("MinTeam")}`, names.own.word("tooFewToSay")],
      [`${at("shift")}>=${names.own.cell("Talk")}`, names.own.word("scoresHigher")],
      [`${at("shift")}<=-${names.own.cell("Talk")}`, names.own.word("scoresLower")],
    ],
    names.own.word("alike"),
  );
  return {
    people: cellFormula(`COUNTIFS(${whose})`),
    sum: cellFormula(`SUMIFS(${of(reviews, "difference")},${whose})`),
    // First less second: above 0 the first rater is milder than the second look.
    shift: cellFormula(`IF(${at("people")}=0,"",ROUND(-${at("sum")}/${at("people")},6))`),
    apart: cellFormula(`COUNTIFS(${whose},${of(reviews, "far")},1)`),
    hint: cellFormula(hint),
  };
}
/** 1 for a row with both scores. */
export const pairFormula = (h: Headers): CellFormula => cellFormula(`IF(ISNUMBER(${cellOf(h, "difference")}),1,0)`);

/** 1 where both lie further apart than the limit, else 0. */
export const farFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(ABS(N(${cellOf(h, "difference")}))>${names.own.cell("MaxDifference")},1,0)`);

/** "0.5 × 78 + 0.5 × 82 = 80": the weighted mean of two scores; empty without both. */
export const meanStepFormula = (names: InstanceNames, first: string, second: string): CellFormula => {
  const share = names.own.cell("FirstShare");
  const rest = `ROUND(1-${share},4)`;
  return cellFormula(
    `IF(COUNT(${first},${second})<2,"",${share}&" × "&${first}&" + "&${rest}&" × "&${second}&" = "&` +
      `ROUND(${share}*${first}+(1-${share})*${second},2))`,
  );
};

/**
 * The second way, on Proof: the decision where it is on the scale, else the second score and the first one's share of the way to
 * it where both are close.
 */
export const finalAgainFormula = (
  names: InstanceNames,
  typed: Readonly<Record<"first" | "second" | "decided", string>>,
): CellFormula => {
  const { first, second, decided } = typed;
  const onScale = (cell: string): string =>
    `AND(ISNUMBER(${cell}),N(${cell})>=${names.own.cell("Low")},N(${cell})<=${names.own.cell("High")})`;
  const isClose = `ABS(ROUND(N(${first})-N(${second}),9))<=${names.own.cell("MaxDifference")}`;
  return cellFormula(
    `IF(${onScale(decided)},${decided},IF(AND(${onScale(first)},${onScale(second)},${isClose}),` +
      `ROUND(N(${second})+${names.own.cell("FirstShare")}*(N(${first})-N(${second})),6),""))`,
  );
};

// The example that is handed out: a first score high on the scale, a second one close enough to be averaged.

/** Half of the largest difference that is averaged below the first. */
export const exampleSecondFormula = (names: InstanceNames, first: string): CellFormula =>
  cellFormula(`ROUND(${first}-${names.own.cell("MaxDifference")}/2,2)`);
/** Both by the share of the first, as a number. */
export const mixOf = (share: string, first: string, second: string): string =>
  `ROUND(${share}*${first}+(1-${share})*${second},6)`;
