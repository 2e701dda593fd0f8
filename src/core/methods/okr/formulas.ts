/**
 * Formulas of objectives, key results and check-ins. A grade is the way gone from start to target, 0 to 1 (domain rule
 * C6).
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, here } from "../../formulas/columns";
import type { ItemExpression } from "../../formulas/handoutFormulas";
import type { InstanceNames } from "../../formulas/names";
import { OWN_KEY } from "../../formulas/ownRows";
import { isUnknown } from "../../formulas/personPageFormulas";

const at = cellOf;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** Check-ins: 1 for a value of a known key result up to the as-of date. */
export const countedFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(LEN(${at(h, "known")})>0,ISNUMBER(${at(h, "date")}),ISNUMBER(${at(h, "value")})),` +
      `IF(${at(h, "date")}<=${names.setting("AsOf")},1,0),0)`,
  );
/** What the latest check-in of a key result says ("" where it says nothing). */
export const latestFormula = (checkIns: TableSource, h: Headers, key: "value" | "date" | "confidence"): CellFormula => {
  const last = `${of(checkIns, "known")},${at(h, "id")},${of(checkIns, "place")},${at(h, "talks")}`;
  const isThere = key === "confidence" ? `COUNTIFS(${last},${of(checkIns, key)},">0")` : at(h, "talks");
  return cellFormula(`IF(${at(h, "talks")}=0,"",IF(${isThere}=0,"",SUMIFS(${of(checkIns, key)},${last})))`);
};

/** 1 for a key result with a text that belongs to an objective. */
export const activeFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(OR(${isBlank(at(h, "keyResult"))},LEN(${at(h, "known")})=0),0,1)`);

/** Grade 0–1: the share of the way from start to target; empty without figures. */
export const gradeFormula = (h: Headers): CellFormula => {
  const [start, target, actual] = [at(h, "start"), at(h, "target"), at(h, "actual")];
  return cellFormula(
    `IF(${at(h, "active")}=0,"",IF(AND(ISNUMBER(${start}),ISNUMBER(${target}),ISNUMBER(${actual})),` +
      `IF(${start}=${target},"",MAX(0,MIN(1,(${actual}-${start})/(${target}-${start})))),""))`,
  );
};
/** Weight of a key result inside its objective: 1 where none is typed. */
export const shareFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${at(h, "active")}=0,0,IF(ISNUMBER(${at(h, "weight")}),MAX(0,${at(h, "weight")}),1))`);

/** Share of a key result that has a grade, else 0. */
export const gradedShareFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${at(h, "grade")}),${at(h, "share")},0)`);
/** −1 where the target lies below the start. */
export const signFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${at(h, "start")}),ISNUMBER(${at(h, "target")})),IF(${at(h, "target")}<${at(h, "start")},-1,1),1)`,
  );

/** What is missing in a key result; empty rows say nothing. */
export function keyResultCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const stale = `AND(${names.setting("StageNo")}=2,${names.setting("AsOf")}-MAX(${names.setting("From")},N(${at(h, "lastOn")}))>${names.own.cell("Days")})`;
  return cellFormula(
    `IF(${isBlank(at(h, "keyResult"))},"",` +
      firstWord(
        [
          [`LEN(${at(h, "known")})=0`, names.word("unknown")],
          [`NOT(AND(ISNUMBER(${at(h, "start")}),ISNUMBER(${at(h, "target")})))`, names.word("incomplete")],
          [`${at(h, "start")}=${at(h, "target")}`, names.own.word("noWay")],
          [
            `AND(LEN(TRIM(${at(h, "owner")}))>0,SUMPRODUCT(--(${names.setting("PeopleIds")}=${at(h, "owner")}))=0)`,
            names.word("unknown"),
          ],
          [isBlank(at(h, "owner")), names.own.word("noOwner")],
          [stale, names.own.word("noCheckIn")],
          [`AND(${names.setting("StageNo")}>=3,NOT(ISNUMBER(${at(h, "grade")})))`, names.word("toFill")],
        ],
        names.word("ok"),
      ) +
      `)`,
  );
}

/** Objectives: number of key results, roll-up of their grades by weight, share of the weight that has a grade. */
export function objectiveFormulas(
  keyResults: TableSource,
  h: Headers,
): Readonly<Record<"count" | "shares" | "graded" | "won" | "grade" | "coverage", CellFormula>> {
  const own = `${of(keyResults, "known")},${at(h, "id")}`;
  return {
    count: cellFormula(`COUNTIFS(${own},${of(keyResults, "active")},1)`),
    shares: cellFormula(`SUMIFS(${of(keyResults, "share")},${own})`),
    graded: cellFormula(`SUMIFS(${of(keyResults, "gradedShare")},${own})`),
    won: cellFormula(`SUMIFS(${of(keyResults, "won")},${own})`),
    grade: cellFormula(`IF(${at(h, "graded")}<=0,"",ROUND(${at(h, "won")}/${at(h, "graded")},6))`),
    coverage: cellFormula(`IF(${at(h, "shares")}<=0,"",ROUND(${at(h, "graded")}/${at(h, "shares")},9))`),
  };
}
/** Grade × share, 0 without a grade. */
export const wonFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${at(h, "grade")}),${at(h, "grade")}*${at(h, "share")},0)`);

/** Word for a grade from the table of grades on Settings: the row with the highest lower end that is not above it. */
export const gradeWordFormula = (names: InstanceNames, gradeHeader: string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${here(gradeHeader)}),INDEX(${names.own.range("GradeWords")},MATCH(ROUND(${here(gradeHeader)},6),${names.own.range("GradeFrom")},1)),"")`,
  );

/** What is wrong with a check-in; empty while its row is empty. */
export const checkInCheckFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(${isBlank(at(h, "keyResult"))},LEN(${at(h, "value")})=0),"",` +
      firstWord(
        [
          [`LEN(${at(h, "known")})=0`, names.word("unknown")],
          [`NOT(ISNUMBER(${at(h, "date")}))`, names.own.word("noDate")],
          [
            `OR(N(${at(h, "date")})<${names.setting("From")},N(${at(h, "date")})>=${names.setting("To")}+1)`,
            names.word("outside"),
          ],
          [`NOT(ISNUMBER(${at(h, "value")}))`, names.word("notNumber")],
        ],
        names.word("ok"),
      ) +
      `)`,
  );

/** What is missing in an objective: owner, weight, key results, and whether all weights add up to 100. */
export function objectiveCheckFormula(names: InstanceNames, table: string, h: Headers): CellFormula {
  const weight = at(h, "weight");
  const total = `SUMIFS(${columnOf(table, h, "weight")},${columnOf(table, h, "active")},1)`;
  return cellFormula(
    `IF(${at(h, "active")}=0,"",` +
      firstWord(
        [
          [`NOT(ISNUMBER(${weight}))`, names.word("weightMissing")],
          [`ABS(ROUND(${total},6)-100)>${names.setting("Tolerance")}`, names.word("weightsOff")],
          [`LEN(${at(h, "ownerId")})=0`, names.own.word("noOwner")],
          [`AND(LEN(TRIM(${at(h, "serves")}))>0,${at(h, "serves")}=${at(h, "id")})`, names.own.word("circle")],
          [`${at(h, "count")}<${names.own.cell("LeastResults")}`, names.own.word("fewResults")],
          [`${at(h, "count")}>${names.own.cell("MostResults")}`, names.own.word("manyResults")],
        ],
        names.word("ok"),
      ) +
      `)`,
  );
}

// The page for one person.

/** "(6 − 9) ÷ (5 − 9)": how the grade of a key result comes about; empty without one. */
export const gradeWay: ItemExpression = (cell) => {
  const [start, target] = [cell("start"), cell("target")];
  const sum = `"("&${cell("actual")}&" − "&${start}&") ÷ ("&${target}&" − "&${start}&")"`;
  return `IF(ISNUMBER(${cell("grade")}),${sum},"")`;
};
/** "Customers get their machines back sooner – 0.68 – Good": the n-th objective of the picked person; empty where there is none. */
export const ownObjectiveFormula = (
  names: InstanceNames,
  people: TableSource,
  objectives: TableSource,
  n: number,
): CellFormula => {
  const row = `MATCH(${names.setting("PagePerson")}&"/"&${String(n)},${of(objectives, OWN_KEY)},0)`;
  const cell = (key: string): string => `INDEX(${of(objectives, key)},${row})`;
  const graded = `IF(ISNUMBER(${cell("grade")})," – "&ROUND(${cell("grade")},2)&" – "&${cell("word")},"")`;
  return cellFormula(`IF(${isUnknown(names, people)},"",IFERROR(${cell("objective")}&${graded},""))`);
};

// The second way, on Proof.

/**
 * Σ weight, or Σ weight × grade, of an objective's key results that have a grade, over the whole table; one without a weight
 * counts 1.
 */
export const gradedAgainFormula = (keyResults: TableSource, id: string, what: "scored" | "won"): CellFormula => {
  const [grade, weight] = [of(keyResults, "grade"), of(keyResults, "weight")];
  const own = `--(${of(keyResults, "objective")}=${id}),--ISNUMBER(${grade})`;
  const times = what === "won" ? `,${grade}` : "";
  return cellFormula(
    `SUMPRODUCT(${own},--(${weight}>0),${weight}${times})+SUMPRODUCT(${own},--NOT(ISNUMBER(${weight}))${times})`,
  );
};
/** One by the other; empty without any weight. */
export const gradeAgainFormula = (won: string, scored: string): CellFormula =>
  cellFormula(`IF(${scored}<=0,"",ROUND(${won}/${scored},6))`);
