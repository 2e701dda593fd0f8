/** Formulas of the Review table: a row per goal with the results of both sides, the agreed one, and what it is worth. */
import type { CellFormula } from "../../blueprint/types";
import type { FormulaKind } from "../../blueprint/words";
import { cellFormula } from "../../formulas/columns";
import { attainmentBranch } from "../../formulas/entryFormulas";
import type { InstanceNames, PlanName } from "../../formulas/names";
import { cellOf, columnOf, firstWord, isBlank, type Headers } from "../../formulas/byKey";

/** Kinds of goal, in the order of the Kinds list. */
export const GOAL_KINDS = ["curve", "zero", "rating", "milestone"] as const satisfies readonly FormulaKind[];

export interface GoalsTable {
  readonly table: string;
  readonly headers: Headers;
}

/** Row of the Goals table with this row's id; 0 when it is gone or empty. */
export const goalRowFormula = ({ table, headers }: GoalsTable, h: Headers): CellFormula =>
  cellFormula(
    `IF(COUNTIFS(${columnOf(table, headers, "id")},${cellOf(h, "id")},${columnOf(table, headers, "active")},1)=0,0,` +
      `IFERROR(MATCH(${cellOf(h, "id")},${columnOf(table, headers, "id")},0),0))`,
  );

const from = ({ table, headers }: GoalsTable, h: Headers, key: string): string =>
  `INDEX(${columnOf(table, headers, key)},${cellOf(h, "row")})`;

/** A text or a number of the goal; empty for empty rows. */
export const goalTextFormula = (goals: GoalsTable, h: Headers, key: string): CellFormula =>
  cellFormula(`IF(${cellOf(h, "row")}=0,"",${from(goals, h, key)}&"")`);

/** A number of the agreed goal; empty without one. */
export const goalNumberFormula = (goals: GoalsTable, h: Headers, key: string): CellFormula =>
  cellFormula(`IF(${cellOf(h, "row")}=0,"",IF(ISNUMBER(${from(goals, h, key)}),${from(goals, h, key)},""))`);

/** The agreed result where it counts: the goal is complete and its kind takes such a number. */
export function resultValueFormula(goals: GoalsTable, h: Headers): CellFormula {
  const agreed = cellOf(h, "agreed");
  // In the order of the kinds: any number, a count, a point of the scale, a share.
  const taken = `CHOOSE(${from(goals, h, "kindNo")}+1,FALSE,TRUE,${agreed}>=0,AND(${agreed}>=1,${agreed}<=5),AND(${agreed}>=0,${agreed}<=1))`;
  return cellFormula(
    `IF(OR(${cellOf(h, "row")}=0,NOT(ISNUMBER(${agreed}))),"",IF(${from(goals, h, "ready")}<>1,"",IF(${taken},${agreed},"")))`,
  );
}

/** Where the numbers of a goal stand in the Goals table. */
const GOAL_NUMBERS: Readonly<Partial<Record<PlanName, string>>> = {
  zero: "zeroUsed",
  threshold: "threshold",
  target: "target",
  stretch: "stretchUsed",
  worst: "worstAllowed",
  first: "firstPoint",
};

/** Attainment of the goal by its kind, 1 = target, between floor and cap. */
export function goalAttainmentFormula(names: InstanceNames, goals: GoalsTable, h: Headers): CellFormula {
  const value = cellOf(h, "value");
  const number = (key: PlanName): string => (key === "maximum" ? "5" : from(goals, h, GOAL_NUMBERS[key] ?? key));
  const branches = GOAL_KINDS.map((kind) => attainmentBranch(names, kind, value, number));
  return cellFormula(
    `IF(ISNUMBER(${value}),MAX(${names.setting("Floor")},MIN(${names.setting("Cap")},` +
      `CHOOSE(${from(goals, h, "kindNo")},${branches.join(",")}))),"")`,
  );
}

/** Points won: weight × attainment; a missing weight wins nothing (and is flagged). */
export const goalPointsFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "attainment")}),N(${cellOf(h, "weight")})*${cellOf(h, "attainment")},"")`);

/** Weight of a goal that has a result, and of one that does not apply for a reason; else 0. */
export const scoredWeightFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "attainment")}),N(${cellOf(h, "weight")}),0)`);
const isFree = (names: InstanceNames, h: Headers): string =>
  `AND(${cellOf(h, "agreed")}=${names.word("na")},LEN(TRIM(${cellOf(h, "reason")}))>0)`;

/** Weight of a goal that was set aside, to be moved to the others; else 0. */
export const freedWeightFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(${isFree(names, h)},N(${cellOf(h, "weight")}),0)`);

/** 1 for a goal that has neither a result nor a reason why it does not apply. */
export const openFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(OR(${cellOf(h, "row")}=0,ISNUMBER(${cellOf(h, "attainment")}),${isFree(names, h)}),0,1)`);

/** Records in the period that prove the goal. */
export const evidenceFormula = (
  names: InstanceNames,
  evidence: { readonly table: string; readonly headers: Headers },
  h: Headers,
): CellFormula => {
  const date = columnOf(evidence.table, evidence.headers, "eventDate");
  return cellFormula(
    `IF(${cellOf(h, "row")}=0,"",COUNTIFS(${columnOf(evidence.table, evidence.headers, "indicator")},${cellOf(h, "id")},` +
      `${date},">="&${names.setting("From")},${date},"<"&${names.setting("To")}+1))`,
  );
};

/** What is still to do about a goal's result; silent before the evaluation but for wrong entries. */
export function reviewCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const [own, manager, agreed, reason] = ["own", "manager", "agreed", "reason"].map((key) => cellOf(h, key)) as [
    string,
    string,
    string,
    string,
  ];
  const isNumber = `ISNUMBER(${agreed})`;
  const evaluating = `${names.setting("StageNo")}>=3`;
  const cases: readonly (readonly [string, string])[] = [
    [`AND(NOT(${isBlank(agreed)}),NOT(${isNumber}),${agreed}<>${names.word("na")})`, names.word("notNumber")],
    [`AND(${agreed}=${names.word("na")},${isBlank(reason)})`, names.word("reasonMissing")],
    [`AND(${isNumber},NOT(ISNUMBER(${cellOf(h, "value")})))`, names.word("notScored")],
    [`AND(${isBlank(own)},NOT(${isBlank(manager)}))`, names.own.word("employeeFirst")],
    [`AND(${isNumber},ISNUMBER(${manager}),${agreed}<>${manager},${isBlank(reason)})`, names.word("reasonMissing")],
    [`AND(${evaluating},${isNumber},N(${cellOf(h, "evidence")})=0)`, names.word("noEvidence")],
    [`AND(${evaluating},${isBlank(agreed)})`, names.word("toFill")],
  ];
  return cellFormula(`IF(${cellOf(h, "row")}=0,"",${firstWord(cases, names.word("ok"))})`);
}
