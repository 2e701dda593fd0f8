/** Formulas of the Goals table and of the Sign-off table: what is agreed, whether it is complete, whether weights add up. */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, downToHere, firstWord, isBlank, type Headers } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** 1 for a goal of a known person with a text, else 0: empty rows are no goals. */
export const activeFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${isBlank(cellOf(h, "goal"))},0,IF(SUMPRODUCT(--(${names.setting("PeopleIds")}=${cellOf(h, "person")}))>0,1,0))`,
  );

/** The person's id once it is known to be one of ours: only this is looked for, never what somebody typed. */
export const whoFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "active")}=1,${cellOf(h, "person")},"")`);

/** Number of the goal among the goals of its person; 0 for empty rows. */
export const numberFormula = (table: string, h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "active")}=1,COUNTIFS(${downToHere(table, h, "who")},${cellOf(h, "who")}),0)`);

/** Person and number in one, "P001/2": by this a page finds a person's goals. */
export const keyFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "number")}=0,"",${cellOf(h, "who")}&"/"&${cellOf(h, "number")})`);

/** What is aimed at, in the order of the kinds: the agreed target, 0 for a count to zero, "meets", all of a milestone. */
export function aimFormula(h: Headers): CellFormula {
  const target = cellOf(h, "target");
  return cellFormula(
    `IF(${cellOf(h, "active")}=0,"",CHOOSE(${cellOf(h, "kindNo")}+1,"",IF(ISNUMBER(${target}),${target},""),0,3,1))`,
  );
}

/** Where the progress line starts: as typed; a milestone and a count to zero start at 0. */
export function startFormula(h: Headers): CellFormula {
  const start = cellOf(h, "start");
  const typed = `IF(ISNUMBER(${start}),${start},"")`;
  return cellFormula(`IF(${cellOf(h, "active")}=0,"",CHOOSE(${cellOf(h, "kindNo")}+1,"",${typed},0,"",0))`);
}

/** −1 where less is better: as chosen, and always for a count to zero. */
export const goalSignFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "direction")}=${names.word("lower")},${cellOf(h, "kind")}=${names.word("zero")}),-1,1)`,
  );

/** What keeps a goal from being agreed; the first of several. Empty for empty rows. */
export function goalCheckFormula(
  names: InstanceNames,
  h: Headers,
  signOff: { readonly table: string; readonly headers: Headers },
): CellFormula {
  const weight = cellOf(h, "weight");
  const due = cellOf(h, "due");
  const total = `SUMIFS(${columnOf(signOff.table, signOff.headers, "weights")},${columnOf(signOff.table, signOff.headers, "id")},${cellOf(h, "who")})`;
  const late = `AND(ISNUMBER(${cellOf(h, "addedOn")}),N(${cellOf(h, "addedOn")})>${names.own.cell("Mid")},${isBlank(cellOf(h, "note"))})`;
  const cases: readonly (readonly [string, string])[] = [
    [`NOT(ISNUMBER(${weight}))`, names.word("weightMissing")],
    [`N(${weight})<0`, names.word("weightMissing")],
    [`${cellOf(h, "ready")}<>1`, names.word("incomplete")],
    [isBlank(cellOf(h, "measure")), names.own.word("noMeasure")],
    [`NOT(ISNUMBER(${due}))`, names.own.word("noDue")],
    [`OR(N(${due})<${names.setting("From")},N(${due})>${names.setting("To")})`, names.word("outside")],
    [late, names.own.word("noteMissing")],
    [`ABS(${total}-100)>${names.setting("Tolerance")}`, names.word("weightsOff")],
  ];
  const goalOnly = `IF(${isBlank(cellOf(h, "goal"))},"",${names.word("unknown")})`;
  return cellFormula(`IF(${cellOf(h, "active")}=0,${goalOnly},${firstWord(cases, names.word("ok"))})`);
}

/** Number of a person's goals, and the sum of their agreed weights in points; the person's id stands in the row. */
export const goalCountFormula = (goals: string, g: Headers, h: Headers): CellFormula =>
  cellFormula(`COUNTIFS(${columnOf(goals, g, "who")},${cellOf(h, "id")})`);

/** Sum of a person's agreed weights. */
export const weightSumFormula = (goals: string, g: Headers, h: Headers): CellFormula =>
  cellFormula(`ROUND(SUMIFS(${columnOf(goals, g, "weight")},${columnOf(goals, g, "who")},${cellOf(h, "id")}),6)`);

/**
 * What is missing before a person's agreement holds: weights, number of goals, both signatures when their stage has
 * come.
 */
export function signOffCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const goals = cellOf(h, "goals");
  const unsigned = (least: number, keys: readonly string[]): string =>
    `AND(${names.setting("StageNo")}>=${String(least)},COUNT(${keys.map((key) => cellOf(h, key)).join(",")})<2)`;
  const cases: readonly (readonly [string, string])[] = [
    [`ABS(${cellOf(h, "weights")}-100)>${names.setting("Tolerance")}`, names.word("weightsOff")],
    [`${goals}>${names.own.cell("MostGoals")}`, names.own.word("manyGoals")],
    [`${goals}<${names.own.cell("LeastGoals")}`, names.own.word("fewGoals")],
    [unsigned(2, ["agreedE", "agreedM"]), names.own.word("notSigned")],
    [unsigned(3, ["midE", "midM"]), names.own.word("noMid")],
    [unsigned(4, ["closeE", "closeM"]), names.own.word("notClosed")],
  ];
  const noGoals = `IF(${names.setting("StageNo")}>=2,${names.own.word("noGoals")},"")`;
  return cellFormula(`IF(${goals}=0,${noGoals},${firstWord(cases, names.word("ok"))})`);
}
