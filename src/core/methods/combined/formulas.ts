/**
 * Formulas of the combined appraisal: sections on scales of their own in one total of 100, bonus and deductions beside it with
 * limits of their own, and a gate that holds the band down (domain rules C3 and C11).
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";
import { linkedScore, type ScoreSource } from "./links";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);
export const SIDES = ["bonus", "deduction"] as const;

/** Conditions and words for what a section lacks: both ends of its scale, a range that is one. */
export function sectionCases(names: InstanceNames, h: Headers): readonly (readonly [string, string])[] {
  const ends = ["zero", "full"].map((key) => cellOf(h, key));
  return [
    [`COUNT(${ends.join(",")})<2`, names.own.word("noScale")],
    [`${ends[0] ?? ""}=${ends[1] ?? ""}`, names.own.word("noScale")],
  ];
}

// Scores: a row a person and section.

/**
 * The live value of a section that has a source; every row holds the whole choice, so that rows can be sorted.
 * @param sources in the order of the sections' numbers; null for a section without one
 */
export const linkedFormula = (h: Headers, sources: readonly (ScoreSource | null)[]): CellFormula => {
  const name = cellOf(h, "name");
  const choice = sources.reduceRight(
    (rest, source, i) =>
      source === null ? rest : `IF(${cellOf(h, "no")}=${String(i + 1)},${linkedScore(source, name)},${rest})`,
    '""',
  );
  return cellFormula(`IF(LEN(${name})=0,"",${choice})`);
};
/** What counts: the typed value where there is one, else the live one. */
export const valueUsedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "value")}),${cellOf(h, "value")},${cellOf(h, "linked")})`);
/** On the way from "counts 0" to "counts 100", in points of 100, not below 0 nor above the cap. */
export const pointsFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const [value, zero, full] = [cellOf(h, "valueUsed"), cellOf(h, "zero"), cellOf(h, "full")];
  return cellFormula(
    `IF(AND(ISNUMBER(${value}),${full}<>${zero}),MAX(0,MIN(${names.own.cell("SectionCap")},ROUND(100*(N(${value})-${zero})/(${full}-${zero}),6))),"")`,
  );
};

/** Weight of a section that has points, else 0. */
export const countedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "points")}),${cellOf(h, "used")},0)`);

/** Weight × points of a section, 0 without points. */
export const wonFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "points")}),${cellOf(h, "used")}*${cellOf(h, "points")},0)`);

/** 1 where a section with weight still waits for its value. */
export const openFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "used")}=0,ISNUMBER(${cellOf(h, "points")}),${cellOf(h, "value")}=${names.word("na")}),0,1)`,
  );

/** What a value lacks: a number on the scale, a reason for n/a; else OK. */
export function scoreCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const [value, comment] = [cellOf(h, "value"), cellOf(h, "comment")];
  const cases = [
    [`${cellOf(h, "used")}=0`, '""'],
    [`AND(${value}=${names.word("na")},${isBlank(comment)})`, names.word("reasonMissing")],
    [`${value}=${names.word("na")}`, names.word("ok")],
    [`AND(LEN(${value})>0,NOT(ISNUMBER(${value})))`, names.word("notNumber")],
    [`AND(ISNUMBER(${value}),ISNUMBER(${cellOf(h, "linked")}),${isBlank(comment)})`, names.own.word("typedOver")],
    [`AND(${cellOf(h, "open")}=1,${names.setting("StageNo")}>=3)`, names.word("toFill")],
    [`${cellOf(h, "open")}=1`, '""'],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Bonus and deductions.

/** Points of an item for a known person on one side; 0 else. */
export const sideFormula = (names: InstanceNames, h: Headers, side: (typeof SIDES)[number]): CellFormula => {
  const points = cellOf(h, "points");
  return cellFormula(
    `IF(AND(LEN(${cellOf(h, "known")})>0,${cellOf(h, "side")}=${names.own.word(side)},ISNUMBER(${points})),MAX(0,${points}),0)`,
  );
};

/** What a bonus or deduction lacks; else OK. */
export function extraCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const isSide = SIDES.map((side) => `${at("side")}=${names.own.word(side)}`).join(",");
  const cases = [
    [`AND(${isBlank(at("person"))},LEN(${at("points")})=0)`, '""'],
    [`LEN(${at("known")})=0`, names.word("unknown")],
    [`NOT(OR(${isSide}))`, names.own.word("noExtraSide")],
    [`NOT(ISNUMBER(${at("points")}))`, names.word("notNumber")],
    [`${at("points")}<0`, names.word("notNumber")],
    [isBlank(at("what")), names.word("reasonMissing")],
    [isBlank(at("record")), names.word("noEvidence")],
    [
      `IF(ISNUMBER(${at("date")}),OR(${at("date")}<${names.setting("From")},${at("date")}>${names.setting("To")}),1=1)`,
      names.word("outside"),
    ],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Results: a row a person.

/** Share of the weights asked for that count, 0–1. */
export const applicableFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "asked")}<=0,"",ROUND(${cellOf(h, "counted")}/${cellOf(h, "asked")},9))`);
/** The sections' total once nothing is open and enough applies. */
export const baseFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "open")}>0,${cellOf(h, "counted")}<=0),"",IF(${cellOf(h, "applicable")}<${names.setting("MinApplicable")},"",ROUND(${cellOf(h, "won")}/${cellOf(h, "counted")},6)))`,
  );

/** A sum of bonus or deductions, no more than its limit on Settings. */
export const limitedFormula = (names: InstanceNames, h: Headers, sum: string, limit: string): CellFormula =>
  cellFormula(`MIN(${cellOf(h, sum)},MAX(0,${names.own.cell(limit)}))`);

/** Base plus bonus less deductions, not below 0, rounded once; empty without a base. Source: domain rule C3. */
export const totalFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "base")}),ROUND(MAX(0,${cellOf(h, "base")}+${cellOf(h, "bonus")}-${cellOf(h, "deduction")}),6),"")`,
  );
/** Place of the band, held down by a broken gate. */
export const bandNumberFormula = (names: InstanceNames, h: Headers, bands: TableSource): CellFormula => {
  const place = `MATCH(${cellOf(h, "score")},${of(bands, "from")},1)`;
  return cellFormula(
    `IF(ISNUMBER(${cellOf(h, "score")}),IF(${cellOf(h, "gate")}=${names.word("yes")},MIN(${place},MAX(1,INT(N(${names.own.cell("GateBand")})))),${place}),0)`,
  );
};

/** Name of the band by its number; empty for 0. */
export const bandFormula = (h: Headers, bands: TableSource): CellFormula =>
  cellFormula(`IF(${cellOf(h, "bandNo")}=0,"",INDEX(${of(bands, "band")},${cellOf(h, "bandNo")}))`);

/** What a person's result lacks; else OK. */
export function resultCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const cases = [
    [`${at("counted")}=0`, '""'],
    [`AND(${at("open")}=0,N(${at("applicable")})<${names.setting("MinApplicable")})`, names.own.word("tooLittle")],
    [`AND(${isBlank(at("gate"))},${names.setting("StageNo")}>=3)`, names.word("gateOpen")],
    [
      `OR(${at("bonusSum")}>${at("bonus")}+0.000001,${at("deductionSum")}>${at("deduction")}+0.000001)`,
      names.own.word("limited"),
    ],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// The second way, on Proof.

/** The typed number, else the live one, else the word for n/a where it was typed, else empty. */
export const valueAgainFormula = (names: InstanceNames, typed: string, linked: string): CellFormula =>
  cellFormula(
    `IFERROR(IF(ISNUMBER(${typed}),${typed},IF(ISNUMBER(${linked}),${linked},IF(${typed}=${names.word("na")},${typed},""))),"")`,
  );
/** Where a value stands between both ends of its section, in points of 100 and within the cap. */
export const wayFormula = (names: InstanceNames, sections: TableSource, cell: string, value: string): CellFormula => {
  const end = (key: string): string => `SUMIFS(${of(sections, key)},${of(sections, "id")},${cell})`;
  const way = `ROUND(100*(${value}-${end("zero")})/(${end("full")}-${end("zero")}),6)`;
  return cellFormula(`IF(ISNUMBER(${value}),IFERROR(MIN(${names.own.cell("SectionCap")},MAX(0,${way})),""),${value})`);
};
/** A person's points of one side in the register, within their limit. */
export const extrasAgainFormula = (
  names: InstanceNames,
  person: string,
  extras: TableSource,
  side: (typeof SIDES)[number],
): CellFormula => {
  const whose = `--(${of(extras, "person")}=${person}),--(${of(extras, "side")}=${names.own.word(side)})`;
  const most = names.own.cell(side === "bonus" ? "MaxBonus" : "MaxDeduction");
  return cellFormula(`MIN(MAX(0,${most}),SUMPRODUCT(${whose},--(${of(extras, "points")}>0),${of(extras, "points")}))`);
};
/** Base, bonus and deduction together; empty without a base. */
export const totalAgainFormula = (base: string, bonus: string, deduction: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${base}),ROUND(MAX(0,SUM(${base},${bonus},-${deduction})),6),"")`);
/** The band counted from below, held down where the gate is broken. */
export const gatedBandFormula = (
  names: InstanceNames,
  score: string,
  gate: string,
  bands: TableSource,
): CellFormula => {
  const place = `COUNTIFS(${of(bands, "from")},"<="&${score})`;
  const most = `IF(${gate}=${names.word("yes")},MAX(1,INT(N(${names.own.cell("GateBand")}))),${place})`;
  return cellFormula(`IF(ISNUMBER(${score}),IFERROR(INDEX(${of(bands, "band")},MIN(${place},${most}))&"",""),"")`);
};

/** The best band that somebody with a broken gate can get, by its name. */
export const gateBandFormula = (names: InstanceNames, bands: TableSource): CellFormula =>
  cellFormula(`IFERROR(INDEX(${of(bands, "band")},MAX(1,INT(N(${names.own.cell("GateBand")}))))&"","")`);

/** Two points of bonus and one of deduction, within the limits of Settings, for the example that is handed out. */
export const exampleExtras = (names: InstanceNames) => {
  const [bonus, deduction] = [`MIN(2,${names.own.cell("MaxBonus")})`, `MIN(1,${names.own.cell("MaxDeduction")})`];
  return {
    bonus,
    deduction,
    total: (base: string): string => `ROUND(${base}+${bonus}-${deduction},6)`,
  };
};
