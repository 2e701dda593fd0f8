/**
 * Formulas of the site-visit audit: good, minor or major for each item, weighted; a critical item with a major fault holds the
 * visit back whatever the score; faults want evidence, an action, an owner and a date.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** Answers, best first; what they are worth stands on Settings. */
export const GRADES = ["good", "minor", "major"] as const;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** 1 good, 2 minor, 3 major, 0 anything else. */
export const gradeFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    GRADES.reduceRight<string>(
      (rest, grade, i) => `IF(${cellOf(h, "answer")}=${names.own.word(grade)},${String(i + 1)},${rest})`,
      "0",
    ),
  );

/** Weight of an item that was graded, else 0. */
export const countedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "grade")}=0,0,${cellOf(h, "used")})`);

/** Weight of a good item, part of it for a minor fault, 0 for a major one. */
export const wonFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "grade")}=1,${cellOf(h, "used")},IF(${cellOf(h, "grade")}=2,${cellOf(h, "used")}*${names.own.cell("MinorWorth")},0))`,
  );
/** 1 where an answer is awaited, 1 where a critical item has a major fault, 1 where an action is not done yet. */
export const openFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(OR(${cellOf(h, "used")}=0,${cellOf(h, "grade")}>0,${cellOf(h, "answer")}=${names.word("na")}),0,1)`);

/** 1 where a critical item has a major fault. */
export const failedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "grade")}=3,${cellOf(h, "critical")}=1),1,0)`);

/** 1 where a fault is not mended. */
export const pendingFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "grade")}>=2,NOT(ISNUMBER(${cellOf(h, "done")}))),1,0)`);

/** What an answer lacks: a note, who mends it and by when; else OK. */
export function answerCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const answer = at("answer");
  const isFault = `${at("grade")}>=2`;
  const cases = [
    [`OR(${at("used")}=0,${at("planned")}=0)`, '""'],
    [`AND(${isBlank(answer)},${names.setting("StageNo")}>=3)`, names.word("toFill")],
    [isBlank(answer), '""'],
    [`AND(${answer}=${names.word("na")},${isBlank(at("seen"))})`, names.word("reasonMissing")],
    [`AND(${at("grade")}=0,${answer}<>${names.word("na")})`, names.own.word("noGrade")],
    [`AND(${isFault},${isBlank(at("seen"))})`, names.own.word("notSeen")],
    [
      `AND(${isFault},OR(${isBlank(at("action"))},${isBlank(at("owner"))},NOT(ISNUMBER(${at("due")}))))`,
      names.own.word("noRemedy"),
    ],
    [
      `AND(${isFault},NOT(ISNUMBER(${at("done")})),${names.setting("AsOf")}>${at("due")})`,
      names.own.word("lateAction"),
    ],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** 1 for a visit with a site and a date. */
export const plannedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(OR(${isBlank(cellOf(h, "site"))},NOT(ISNUMBER(${cellOf(h, "date")}))),0,1)`);

/** Sum of a column over the items of a visit. */
export const sumOfVisitFormula = (h: Headers, answers: TableSource, key: string): CellFormula =>
  cellFormula(`SUMIFS(${of(answers, key)},${of(answers, "visit")},${cellOf(h, "id")})`);

/** Score of a visit, 0–100; empty while an item is open. */
export const scoreFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "planned")}=0,${cellOf(h, "open")}>0,${cellOf(h, "counted")}<=0),"",ROUND(100*${cellOf(h, "won")}/${cellOf(h, "counted")},6))`,
  );
/** Passed from the limit and without a critical fault. */
export const outcomeFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(NOT(ISNUMBER(${cellOf(h, "score")})),"",IF(${cellOf(h, "failed")}>0,${names.own.word("criticalFault")},` +
      `IF(${cellOf(h, "score")}>=${names.own.cell("PassScore")},${names.own.word("passed")},${names.own.word("failedVisit")})))`,
  );

/** What a visit lacks; else OK. */
export function visitCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const cases = [
    [`AND(${isBlank(at("site"))},LEN(${at("date")})=0)`, '""'],
    [`${at("planned")}=0`, names.word("incomplete")],
    [`LEN(${at("known")})=0`, `IF(${isBlank(at("auditor"))},${names.own.word("noAuditor")},${names.word("unknown")})`],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// The second way, on Proof.

/** What an item is worth at a visit by how often each answer stands there; the word for n/a; empty without an answer. */
export const countedAnswerFormula = (
  names: InstanceNames,
  answers: TableSource,
  visit: string,
  item: string,
): CellFormula => {
  const whose = `${of(answers, "visit")},${visit},${of(answers, "item")},${item},${of(answers, "answer")}`;
  const isThere = (word: string): string => `COUNTIFS(${whose},${word})>0`;
  return cellFormula(
    `IF(${isThere(names.own.word("good"))},1,IF(${isThere(names.own.word("minor"))},${names.own.cell("MinorWorth")},` +
      `IF(${isThere(names.own.word("major"))},0,IF(${isThere(names.word("na"))},${names.word("na")},""))))`,
  );
};
/** A score only of a visit with a place and a day. */
export const whereVisitedFormula = (site: string, date: string, score: CellFormula): CellFormula =>
  cellFormula(`IF(AND(LEN(TRIM(${site}))>0,ISNUMBER(${date})),${score.slice(1)},"")`);

// The example that is handed out: weights of good items, minor and major faults.

const exampleScore = (names: InstanceNames, [good = "0", minor = "0", major = "0"]: readonly string[]): string =>
  `ROUND(100*(${good}+${minor}*${names.own.cell("MinorWorth")})/(${good}+${minor}+${major}),6)`;
/** "(85 + 10 × 50%) ÷ 100 × 100 = 90". */
export const auditScoreFormula = (names: InstanceNames, parts: readonly string[]): CellFormula => {
  const [good = "0", minor = "0", major = "0"] = parts;
  return cellFormula(
    `"("&${good}&" + "&${minor}&" × "&ROUND(100*${names.own.cell("MinorWorth")},1)&"%) ÷ "&(${good}+${minor}+${major})&" × "&100&" = "&` +
      `ROUND(${exampleScore(names, parts)},2)`,
  );
};
/** "90 ≥ 80 → Passed". */
export const auditOutcomeFormula = (names: InstanceNames, parts: readonly string[]): CellFormula => {
  const [score, pass] = [exampleScore(names, parts), names.own.cell("PassScore")];
  return cellFormula(
    `ROUND(${score},2)&IF(${score}>=${pass}," ≥ "," < ")&${pass}&" → "&IF(${score}>=${pass},${names.own.word("passed")},${names.own.word("failedVisit")})`,
  );
};
