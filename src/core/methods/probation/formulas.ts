/**
 * Formulas of the probation: the same items scored after 30, 60 and 90 days, a gate, what the last scores advise, and the
 * decision with its reason. Pass from 70 and no gate (template T23); every limit is a cell.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** Days after the start on which scores are due. */
export const REVIEWS = [30, 60, 90] as const;

/** Column of the score after so many days. */
export const pointKey = (day: number): string => `s${String(day)}`;

/** Column of that score as a number. */
export const usedKey = (day: number): string => `u${String(day)}`;

/** Column of weight × score. */
export const wonKey = (day: number): string => `w${String(day)}`;

/** Column of the weight that counts. */
export const weightKey = (day: number): string => `g${String(day)}`;

/** Column of the result after so many days. */
export const scoreKey = (day: number): string => `score${String(day)}`;

/** Column of the day of that review. */
export const dateKey = (day: number): string => `day${String(day)}`;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

// Scores: a row a person and item.

const isScore = (cell: string): string => `IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}<=100),1=0)`;

/** The score where it is one of the scale, else empty. */
export const usableFormula = (h: Headers, day: number): CellFormula => {
  const cell = cellOf(h, pointKey(day));
  return cellFormula(`IF(${isScore(cell)},${cell},"")`);
};

/** Weight of an item that has a score, else 0. */
export const weightOfFormula = (h: Headers, day: number): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, usedKey(day))}),${cellOf(h, "used")},0)`);

/** Score × weight. */
export const wonOfFormula = (h: Headers, day: number): CellFormula =>
  cellFormula(`N(${cellOf(h, usedKey(day))})*${cellOf(h, weightKey(day))}`);
/** Low scores want a word: what is missing and what helps. */
export function scoreCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const wrong = REVIEWS.map((day) => {
    const cell = cellOf(h, pointKey(day));
    return `AND(LEN(${cell})>0,NOT(ISNUMBER(${cellOf(h, usedKey(day))})))`;
  });
  const low = REVIEWS.map(
    (day) => `AND(ISNUMBER(${cellOf(h, usedKey(day))}),N(${cellOf(h, usedKey(day))})<${names.own.cell("Pass")})`,
  );
  const cases = [
    [`${cellOf(h, "used")}=0`, '""'],
    [`OR(${wrong.join(",")})`, names.own.word("offScale")],
    [`AND(OR(${low.join(",")}),${isBlank(cellOf(h, "comment"))})`, names.own.word("noHelp")],
    [`COUNT(${REVIEWS.map((day) => cellOf(h, usedKey(day))).join(",")})=0`, '""'],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Outcome: a row a person.

/** Day of a review: start plus so many days; empty without a start. */
export const dueFormula = (h: Headers, day: number): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "start")}),${cellOf(h, "start")}+${String(day)},"")`);

/** Sum of a column over the person's items. */
export const sumFormula = (h: Headers, scores: TableSource, key: string): CellFormula =>
  cellFormula(`SUMIFS(${of(scores, key)},${of(scores, "person")},${cellOf(h, "id")})`);
/** 0–100, once every item of the review has a score. */
export const totalFormula = (h: Headers, day: number): CellFormula => {
  const weight = cellOf(h, weightKey(day));
  return cellFormula(
    `IF(OR(${cellOf(h, "asked")}<=0,ABS(${weight}-${cellOf(h, "asked")})>0.000001),"",ROUND(${cellOf(h, wonKey(day))}/${weight},6))`,
  );
};
/** Reviews that are complete. */
export const doneFormula = (h: Headers): CellFormula =>
  cellFormula(`COUNT(${REVIEWS.map((day) => cellOf(h, scoreKey(day))).join(",")})`);
/** The score of the latest complete review. */
export const latestFormula = (h: Headers): CellFormula => {
  const [first, second, third] = REVIEWS.map((day) => cellOf(h, scoreKey(day)));
  return cellFormula(
    `IF(ISNUMBER(${third ?? ""}),${third ?? ""},IF(ISNUMBER(${second ?? ""}),${second ?? ""},${first ?? ""}))`,
  );
};

/** Last result less the one before; empty without two. */
export const trendFormula = (h: Headers): CellFormula => {
  const [first, second, third] = REVIEWS.map((day) => cellOf(h, scoreKey(day)));
  return cellFormula(
    `IF(AND(ISNUMBER(${third ?? ""}),ISNUMBER(${second ?? ""})),${third ?? ""}-${second ?? ""},` +
      `IF(AND(ISNUMBER(${second ?? ""}),ISNUMBER(${first ?? ""})),${second ?? ""}-${first ?? ""},""))`,
  );
};
/** After the last review: pass from the limit and without the gate, extend from the second limit, else not passed. */
export function adviceFormula(names: InstanceNames, h: Headers): CellFormula {
  const last = cellOf(h, scoreKey(90));
  const cases = [
    [`NOT(ISNUMBER(${last}))`, '""'],
    [`${cellOf(h, "gate")}=${names.word("yes")}`, names.own.word("notPassed")],
    [`${cellOf(h, "gate")}<>${names.word("no")}`, '""'],
    [`${last}>=${names.own.cell("Pass")}`, names.own.word("pass")],
    [`${last}>=${names.own.cell("Extend")}`, names.own.word("extend")],
  ] as const;
  return cellFormula(firstWord(cases, names.own.word("notPassed")));
}

/** What a probation lacks: a review that is due, a decision; else OK. */
export function outcomeCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const asOf = names.setting("AsOf");
  const isDue = REVIEWS.map(
    (day) => `AND(NOT(ISNUMBER(${at(scoreKey(day))})),${asOf}>N(${at(dateKey(day))})+${names.own.cell("Grace")})`,
  );
  const cases = [
    [`AND(NOT(ISNUMBER(${at("start")})),${at("done")}=0)`, '""'],
    [`NOT(ISNUMBER(${at("start")}))`, names.own.word("noStart")],
    [`OR(${isDue.join(",")})`, names.own.word("reviewOverdue")],
    [`AND(ISNUMBER(${at(scoreKey(90))}),${isBlank(at("gate"))})`, names.own.word("gateUnanswered")],
    [`AND(LEN(${at("advice")})>0,${isBlank(at("decision"))})`, names.own.word("noDecisionYet")],
    [
      `AND(LEN(${at("decision")})>0,${at("decision")}<>${at("advice")},${isBlank(at("reason"))})`,
      names.word("reasonMissing"),
    ],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** "81.5 ≥ 70 → Pass": the last score, the mark that it reaches, and the advice, which the gate may change. */
export const adviceStepFormula = (names: InstanceNames, score: string, advice: string): CellFormula => {
  const reached = (mark: string): string => `" ≥ "&${names.own.cell(mark)}`;
  return cellFormula(
    `IF(LEN(${advice})=0,"",ROUND(${score},2)&IF(${score}>=${names.own.cell("Pass")},${reached("Pass")},` +
      `IF(${score}>=${names.own.cell("Extend")},${reached("Extend")}," < "&${names.own.cell("Extend")}))&" → "&${advice})`,
  );
};

// The second way, on Proof.

/** A typed score where it is one of the scale, else empty. */
export const scoreOnScaleFormula = (typed: string): CellFormula =>
  cellFormula(`IFERROR(IF(${isScore(typed)},${typed},""),"")`);
/** The advice by how many of the two marks a score has reached. */
export const countedAdviceFormula = (names: InstanceNames, score: string, gate: string): CellFormula => {
  const marks = ["Pass", "Extend"].map((mark) => `(${score}>=${names.own.cell(mark)})`).join("+");
  const words = ["notPassed", "extend", "pass"].map((word) => names.own.word(word)).join(",");
  return cellFormula(
    `IF(ISNUMBER(${score}),IF(${gate}=${names.word("yes")},${names.own.word("notPassed")},` +
      `IF(${gate}=${names.word("no")},CHOOSE(1+${marks},${words}),"")),"")`,
  );
};

/** The advice that a score leads to without a breach, as a word. */
export const adviceOfScore = (names: InstanceNames, score: string): string =>
  `IF(${score}>=${names.own.cell("Pass")},${names.own.word("pass")},` +
  `IF(${score}>=${names.own.cell("Extend")},${names.own.word("extend")},${names.own.word("notPassed")}))`;
