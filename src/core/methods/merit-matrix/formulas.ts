/**
 * Formulas of pay: merit matrix of rating × place in the pay range (compa-ratio = salary ÷ middle of the range), bonus by
 * coefficients, and the 9-box of performance × potential. Domain rule C16. They advise; somebody decides.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, downToHere, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { ItemExpression } from "../../formulas/handoutFormulas";
import type { InstanceNames } from "../../formulas/names";

/** Places in the pay range: below, inside and above the middle. */
export const ZONES = ["low", "middle", "high"] as const;

/** Column of the least raise in a zone of the pay range. */
export const fromKey = (zone: number): string => `from${String(zone)}`;

/** Column of the most. */
export const toKey = (zone: number): string => `to${String(zone)}`;

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** The rating as a whole step of the guide, half up: 1 to 5; 0 without one. */
export const stepFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "rating")}),IF(AND(${cellOf(h, "rating")}>=1,${cellOf(h, "rating")}<=5),INT(${cellOf(h, "rating")}+0.5),0),0)`,
  );

/** Salary ÷ middle of the pay range (compa-ratio); empty while one is missing. Source: domain rule C16. */
export const compaFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(N(${cellOf(h, "salary")})>0,N(${cellOf(h, "middle")})>0),ROUND(${cellOf(h, "salary")}/${cellOf(h, "middle")},6),"")`,
  );
/** 1 below, 2 inside, 3 above; 0 without a compa-ratio. */
export const zoneFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(NOT(ISNUMBER(${cellOf(h, "compa")})),0,IF(${cellOf(h, "compa")}<${names.own.cell("CompaLow")},1,IF(${cellOf(h, "compa")}<=${names.own.cell("CompaHigh")},2,3)))`,
  );

/** An end of the guide's raise for rating and zone, in per cent. Source: domain rule C16. */
export const guideFormula = (h: Headers, guide: TableSource, end: "from" | "to"): CellFormula => {
  const columns = ZONES.map((_, i) => of(guide, end === "from" ? fromKey(i + 1) : toKey(i + 1)));
  const found = columns.map((column) => `INDEX(${column},${cellOf(h, "step")})`).join(",");
  // An emptied limit is 0: a reference to a blank cell alone would be a number in Excel only.
  return cellFormula(
    `IF(OR(${cellOf(h, "step")}=0,${cellOf(h, "zone")}=0),"",N(CHOOSE(${cellOf(h, "zone")},${found})))`,
  );
};

/** Raise in money; empty without a proposal. */
export const raiseFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "proposed")}),N(${cellOf(h, "salary")})>0),ROUND(${cellOf(h, "salary")}*${cellOf(h, "proposed")},2),"")`,
  );

/** "2.5% – 4%": the guide of the person who is picked, from cells of the page; empty without one. */
export const guideRangeFormula = (from: string, to: string): CellFormula => {
  const percent = (value: string): string => `ROUND(100*${value},2)&"%"`;
  return cellFormula(`IF(COUNT(${from},${to})<2,"",${percent(from)}&" – "&${percent(to)})`);
};
/** "9800 × 3% = 294": the raise of the person who is picked, from cells of the page; empty without one. */
export const raiseStepFormula = (salary: string, share: string, raise: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${raise}),${salary}&" × "&ROUND(100*${share},2)&"% = "&ROUND(${raise},2),"")`);
/** "20000 × 1 × 1.1 × 1.2 = 26400": factors of the person who is picked and what they make; empty without a result. */
export const bonusMadeFormula = (factors: readonly string[], bonus: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${bonus}),${factors.join('&" × "&')}&" = "&ROUND(${bonus},2),"")`);
/** "9800 + 294 = 10094": the new salary of the person who is picked; empty without a raise. */
export const newSalaryStepFormula = (salary: string, raise: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${raise}),${salary}&" + "&ROUND(${raise},2)&" = "&ROUND(${salary}+${raise},2),"")`);

/** Salary with the raise. */
export const newSalaryFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "raise")}),${cellOf(h, "salary")}+${cellOf(h, "raise")},"")`);

/** What a proposal lacks, or how it leaves the guide; else OK. */
export function payCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const isLate = `${names.setting("StageNo")}>=3`;
  const isOutside = `OR(${at("proposed")}<N(${at("guideFrom")})-0.000001,${at("proposed")}>N(${at("guideTo")})+0.000001)`;
  const cases = [
    [`AND(${isBlank(at("rating"))},${isBlank(at("salary"))})`, `IF(${isLate},${names.word("toFill")},"")`],
    [`${at("step")}=0`, names.own.word("noRating")],
    [`NOT(ISNUMBER(${at("compa")}))`, names.own.word("noPay")],
    [`AND(NOT(ISNUMBER(${at("proposed")})),${isLate})`, names.word("toFill")],
    [`NOT(ISNUMBER(${at("proposed")}))`, '""'],
    [`AND(${isOutside},${isBlank(at("reason"))})`, names.own.word("offGuide")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}
/** 1 where the raises cost more than the budget. */
export const overBudgetFormula = (names: InstanceNames, pay: TableSource): CellFormula =>
  cellFormula(`IF(SUM(${of(pay, "raise")})>ROUND(${names.own.cell("Budget")}*SUM(${of(pay, "salary")}),2)+0.005,1,0)`);
/** Cost of the raises beside the budget, for the line above the table. */
export const costFormula = (pay: TableSource): CellFormula => cellFormula(`SUM(${of(pay, "raise")})`);

/** Money for raises: budget × sum of salaries. */
export const budgetFormula = (names: InstanceNames, pay: TableSource): CellFormula =>
  cellFormula(`ROUND(${names.own.cell("Budget")}*SUM(${of(pay, "salary")}),2)`);

// Bonus.

/** Personal coefficient by the rating's step. */
export const personalFormula = (h: Headers, pay: TableSource, guide: TableSource): CellFormula => {
  const step = `INDEX(${of(pay, "step")},MATCH(${cellOf(h, "id")},${of(pay, "id")},0))`;
  const found = `INDEX(${of(guide, "coefficient")},${step})`;
  // A coefficient that was emptied is not 0.
  return cellFormula(`IFERROR(IF(${step}=0,"",IF(ISNUMBER(${found}),${found},"")),"")`);
};

/** Base × company × department × personal coefficient. Source: domain rule C16. */
export const bonusFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const parts = ["base", "department", "personal"].map((key) => cellOf(h, key));
  return cellFormula(`IF(COUNT(${parts.join(",")})<3,"",ROUND(${parts.join("*")}*${names.own.cell("Company")},2))`);
};

/** What a bonus lacks; else OK. */
export function bonusCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const cases = [
    [`AND(${isBlank(cellOf(h, "base"))},${isBlank(cellOf(h, "department"))})`, '""'],
    [`COUNT(${cellOf(h, "base")},${cellOf(h, "department")})<2`, names.word("incomplete")],
    [`NOT(ISNUMBER(${cellOf(h, "personal")}))`, names.own.word("noRating")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// 9-box.

/** The rating as it was typed on the sheet of pay. */
export const performanceFormula = (h: Headers, pay: TableSource): CellFormula => {
  const found = `INDEX(${of(pay, "rating")},MATCH(${cellOf(h, "id")},${of(pay, "id")},0))`;
  return cellFormula(`IFERROR(IF(AND(ISNUMBER(${found}),N(${found})>=1,N(${found})<=5),${found},""),"")`);
};
/** 1 to 3 by the cut-offs of Settings; 0 without a number from 1 to 5. */
export const levelFormula = (names: InstanceNames, h: Headers, key: string): CellFormula => {
  const value = cellOf(h, key);
  return cellFormula(
    `IF(NOT(ISNUMBER(${value})),0,IF(OR(${value}<1,${value}>5),0,IF(${value}<${names.own.cell("CutMiddle")},1,IF(${value}<${names.own.cell("CutHigh")},2,3))))`,
  );
};
/** Box 1 to 9: potential × 3 + performance, lowest left first. */
export const boxFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "performanceLevel")}=0,${cellOf(h, "potentialLevel")}=0),"",(${cellOf(h, "potentialLevel")}-1)*3+${cellOf(h, "performanceLevel")})`,
  );

/** Name of the box, by its number. */
export const boxNameFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "box")}),CHOOSE(${cellOf(h, "box")},${Array.from({ length: 9 }, (_, i) => names.own.word(`box${String(i + 1)}`)).join(",")}),"")`,
  );

/** More people than ever stand in one box. */
const ROOM = 100_000;
/** Names that a box shows; the others are counted. */
export const NAMES_SHOWN = 6;
/** Between two names, in every language. */
export const BETWEEN_NAMES = " · ";

/** The box and the place in it, from top to bottom, in one number: what the names of a box are found by. */
export const boxPlaceFormula = ({ table, headers: h }: TableSource): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "box")}),${cellOf(h, "box")}*${String(ROOM)}+COUNTIFS(${downToHere(table, h, "box")},${cellOf(h, "box")}),"")`,
  );

/** What a place in the 9-box lacks: potential, its evidence; else OK. Source: domain rule C16. */
export function talentCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const potential = cellOf(h, "potential");
  const cases = [
    [isBlank(potential), '""'],
    [`${cellOf(h, "potentialLevel")}=0`, names.own.word("notPoint")],
    [isBlank(cellOf(h, "evidence")), names.own.word("noPotentialFact")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}
/** People in a box of the row (potential high to low) and column (performance low to high). */
export const boxCountFormula = (h: Headers, talent: TableSource, performance: number): CellFormula =>
  cellFormula(`SUMPRODUCT(--(${of(talent, "box")}=(${cellOf(h, "level")}-1)*3+${String(performance)}))`);

/** The first names in a box of the row and column, and how many more there are. */
export function boxNamesFormula(h: Headers, talent: TableSource, performance: number): CellFormula {
  const level = cellOf(h, "level");
  const name = (place: number): string =>
    `INDEX(${of(talent, "name")},MATCH(N((${level}-1)*${String(3 * ROOM)}+${String(performance * ROOM + place)}),${of(talent, "boxPlace")},0))`;
  const names = Array.from(
    { length: NAMES_SHOWN },
    (_, i) => `IFERROR(${i === 0 ? "" : `"${BETWEEN_NAMES}"&`}${name(i + 1)},"")`,
  );
  const count = `SUMPRODUCT(--(${of(talent, "box")}=(${level}-1)*3+${String(performance)}))`;
  const rest = `IF(${count}>${String(NAMES_SHOWN)}," +"&(${count}-${String(NAMES_SHOWN)}),"")`;
  return cellFormula([...names, rest].join("&"));
}

// The second way, on Proof.

const sumOf = (table: TableSource, key: string, id: string): string =>
  `SUMIFS(${of(table, key)},${of(table, "id")},${id})`;

/** The person's salary times the proposal, by sums over the table; empty without both. */
export const raiseAgainFormula = (pay: TableSource, id: string): CellFormula => {
  const proposals = `SUMPRODUCT(--(${of(pay, "id")}=${id}),--ISNUMBER(${of(pay, "proposed")}))`;
  const salary = sumOf(pay, "salary", id);
  return cellFormula(`IF(AND(${proposals}>0,${salary}>0),ROUND(${salary}*${sumOf(pay, "proposed", id)},2),"")`);
};
/** Salary and raise together. */
export const newSalaryAgainFormula = (pay: TableSource, id: string, raise: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${raise}),SUM(${sumOf(pay, "salary", id)},${raise}),"")`);

/** Base × both coefficients × the one that stands beside the rounded rating in the guide. */
export const bonusAgainFormula = (
  names: InstanceNames,
  guide: TableSource,
  typed: Readonly<Record<"rating" | "base" | "department", string>>,
): CellFormula => {
  const { rating, base, department } = typed;
  const level = `MATCH(ROUND(${rating},0),${of(guide, "level")},0)`;
  const isRated = `AND(ISNUMBER(${rating}),N(${rating})>=1,N(${rating})<=5)`;
  const personal = `INDEX(${of(guide, "coefficient")},${level})`;
  return cellFormula(
    `IF(AND(${isRated},COUNT(${base},${department})=2),` +
      `IFERROR(IF(ISNUMBER(${personal}),ROUND(${names.own.cell("Company")}*${personal}*${department}*${base},2),""),""),"")`,
  );
};

// The sheet that is handed out.

const percentOf = (share: string): string => `ROUND(100*${share},1)&"%"`;
/** "< 90%: 4% – 6% · 90% – 110%: 3% – 5% · > 110%: 2% – 4%": raises by the place in the pay range. */
export const guideLine =
  (names: InstanceNames): ItemExpression =>
  (at) => {
    const [low, high] = [percentOf(names.own.cell("CompaLow")), percentOf(names.own.cell("CompaHigh"))];
    const raise = (zone: number): string => `${percentOf(at(fromKey(zone)))}&" – "&${percentOf(at(toKey(zone)))}`;
    return `"< "&${low}&": "&${raise(1)}&" · "&${low}&" – "&${high}&": "&${raise(2)}&" · > "&${high}&": "&${raise(3)}`;
  };
/** "9000 ÷ 10000 = 90%". */
export const compaStepFormula = (salary: string, middle: string): CellFormula =>
  cellFormula(`${salary}&" ÷ "&${middle}&" = "&${percentOf(`${salary}/${middle}`)}`);
/** "3% – 5%": the guide's raise for a rating and a compa-ratio. */
export const guideStepFormula = (
  names: InstanceNames,
  guide: TableSource,
  rating: string,
  salary: string,
  middle: string,
): CellFormula => {
  const zone = `IF(ROUND(${salary}/${middle},6)<${names.own.cell("CompaLow")},1,IF(ROUND(${salary}/${middle},6)<=${names.own.cell("CompaHigh")},2,3))`;
  const raise = (key: (zone: number) => string): string =>
    percentOf(`CHOOSE(${zone},${ZONES.map((_, i) => `INDEX(${of(guide, key(i + 1))},${rating})`).join(",")})`);
  return cellFormula(`${raise(fromKey)}&" – "&${raise(toKey)}`);
};
/** "10000 × 1 × 1.1 × 1.2 = 13200": base, company, a department of 1.1, personal coefficient of the rating. */
export const bonusStepFormula = (
  names: InstanceNames,
  guide: TableSource,
  rating: string,
  base: string,
): CellFormula => {
  const [company, personal] = [names.own.cell("Company"), `INDEX(${of(guide, "coefficient")},${rating})`];
  return cellFormula(
    `${base}&" × "&${company}&" × "&1.1&" × "&${personal}&" = "&ROUND(${base}*${company}*1.1*N(${personal}),2)`,
  );
};
