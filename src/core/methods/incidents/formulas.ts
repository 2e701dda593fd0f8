/**
 * Formulas of the critical-incident log. A record counts when its person, day, kind and facts are there; it is written within
 * days of the event, and a person's records should come from several months and show both sides. Domain rule C9.4.
 */
import type { CellFormula, RuleFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import type { ItemExpression } from "../../formulas/handoutFormulas";
import type { InstanceNames } from "../../formulas/names";

/** Months that the heat map shows. */
export const MONTHS = 12;
/** The end of the period in which records are "recent", as a share of it, and fewest records of which that is said. */
export const RECENT_PART = 0.25;
export const FEWEST_FOR_RECENT = 5;
/** Fewest records that may be called one-sided. */
export const FEWEST_FOR_SIDE = 3;

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);
const monthsSinceZero = (date: string): string => `(YEAR(${date})*12+MONTH(${date}))`;

/** 1 for effective, −1 for ineffective, 0 for neither. */
export const signFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "kind")}=${names.own.word("effective")},1,IF(${cellOf(h, "kind")}=${names.own.word("ineffective")},-1,0))`,
  );
/** Number of the month of the event in the period, 1 for its first; 0 without a date. */
export const monthFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const date = cellOf(h, "date");
  return cellFormula(
    `IFERROR(IF(ISNUMBER(${date}),${monthsSinceZero(date)}-${monthsSinceZero(names.setting("From"))}+1,0),0)`,
  );
};
const isOutside = (names: InstanceNames, date: string): string =>
  `OR(N(${date})<${names.setting("From")},N(${date})>=${names.setting("To")}+1)`;
/** 1 for a record with a known person, a day in the period, a kind and facts. */
export const countsFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(LEN(${cellOf(h, "known")})=0,NOT(ISNUMBER(${cellOf(h, "date")})),${isOutside(names, cellOf(h, "date"))},` +
      `${cellOf(h, "sign")}=0,${isBlank(cellOf(h, "what"))}),0,1)`,
  );

/** Day of a record that counts, else 0. */
export const dayOfRecordFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "counts")}=1,${cellOf(h, "date")},0)`);

/** What a record lacks: person, day, kind, facts; else OK. */
export function recordCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const [date, written] = [cellOf(h, "date"), cellOf(h, "written")];
  const cases: readonly (readonly [string, string])[] = [
    [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
    [`NOT(ISNUMBER(${date}))`, names.own.word("noEventDate")],
    [isOutside(names, date), names.word("outside")],
    [`${cellOf(h, "sign")}=0`, names.own.word("noSide")],
    [isBlank(cellOf(h, "what")), names.own.word("noFacts")],
    [`AND(ISNUMBER(${written}),N(${written})-N(${date})>${names.own.cell("LateDays")})`, names.own.word("writtenLate")],
  ];
  return cellFormula(
    `IF(AND(${isBlank(cellOf(h, "person"))},${isBlank(date)},${isBlank(cellOf(h, "what"))}),"",${firstWord(cases, names.word("ok"))})`,
  );
}

/** Records of this row's person that count, with one more condition on a column. */
const recordsWith = (h: Headers, records: TableSource, key: string, criterion: string): string =>
  `COUNTIFS(${of(records, "person")},${cellOf(h, "id")},${of(records, "counts")},1,${of(records, key)},${criterion})`;

/** How many records of a person fall into a month of the period. */
export const inMonthFormula = (h: Headers, records: TableSource, month: number): CellFormula =>
  cellFormula(recordsWith(h, records, "month", String(month)));

/** How many records of a person are of a sign. */
export const ofSignFormula = (h: Headers, records: TableSource, sign: 1 | -1): CellFormula =>
  cellFormula(recordsWith(h, records, "sign", sign === 1 ? '">0"' : '"<0"'));

/** Records of both signs. */
export const totalFormula = (h: Headers): CellFormula =>
  cellFormula(`${cellOf(h, "effective")}+${cellOf(h, "ineffective")}`);
/** Months with at least one record. */
export const monthsFormula = (h: Headers): CellFormula =>
  cellFormula(Array.from({ length: MONTHS }, (_, i) => `(${cellOf(h, `m${String(i + 1)}`)}>0)`).join("+"));
/** 1 for a record that counts and is of the last quarter of the period. */
export const recentRecordFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const [from, end] = [names.setting("From"), `(${names.setting("To")}+1)`];
  return cellFormula(
    `IF(AND(${cellOf(h, "counts")}=1,N(${cellOf(h, "date")})>=${end}-(${end}-${from})*${String(RECENT_PART)}),1,0)`,
  );
};
/** Share of the records from the last quarter of the period; empty with too few to say. */
export const recentFormula = (h: Headers, records: TableSource): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "total")}<${String(FEWEST_FOR_RECENT)},"",ROUND(${recordsWith(h, records, "recent", "1")}/${cellOf(h, "total")},6))`,
  );

/** What a person's records lack: any at all, both signs, enough months, earlier ones; else OK. */
export function personCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const total = cellOf(h, "total");
  const cases: readonly (readonly [string, string])[] = [
    [`AND(${total}=0,${names.setting("StageNo")}<3)`, '""'],
    [`${total}=0`, names.own.word("noRecord")],
    [
      `AND(${total}>=${String(FEWEST_FOR_SIDE)},${cellOf(h, "effective")}*${cellOf(h, "ineffective")}=0)`,
      names.own.word("oneSided"),
    ],
    [
      `AND(${names.setting("StageNo")}>=3,${cellOf(h, "months")}<${names.own.cell("MinMonths")})`,
      names.own.word("fewMonths"),
    ],
    [`N(${cellOf(h, "recent")})>${names.own.cell("MostRecent")}`, names.own.word("allRecent")],
  ];
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** "2026-01" as the number 202601: the month over a column of the heat map. */
export const monthLabelFormula = (names: InstanceNames, month: number): CellFormula => {
  const at = `(${monthsSinceZero(names.setting("From"))}+${String(month - 2)})`;
  const to = monthsSinceZero(names.setting("To"));
  return cellFormula(`IF(${at}>=${to},"",INT(${at}/12)*100+${at}-12*INT(${at}/12)+1)`);
};
/** Months with many records stand out. */
export const heatRule = (firstCell: string, least: number): RuleFormula =>
  ruleFormula(`${firstCell}>=${String(least)}`);

// The page for one person.

/** "Service desk – stayed 40 minutes": where it was, and what was done or said. */
export const situationAndFacts: ItemExpression = (cell) =>
  `IF(${isBlank(cell("situation"))},"",${cell("situation")}&" – ")&${cell("what")}`;
/** "2 + 1 = 3": records of both sides, from cells of the page; empty without any sum. */
export const bothSidesFormula = (effective: string, ineffective: string, total: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${total}),${effective}&" + "&${ineffective}&" = "&${total},"")`);
/** "40% / 50%": the share of the last quarter beside the most that is wanted; empty where there are too few records to say. */
export const recentLimitFormula = (names: InstanceNames, recent: string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${recent}),ROUND(100*${recent},0)&"% / "&ROUND(100*${names.own.cell("MostRecent")},0)&"%","")`,
  );

/** The second way, on Proof: records of one kind of a person with facts and a day in the period, as they were typed. */
export const recordsAgainFormula = (
  names: InstanceNames,
  records: TableSource,
  person: string,
  kind: "effective" | "ineffective",
): CellFormula => {
  const date = of(records, "date");
  const inPeriod = `--ISNUMBER(${date}),--(${date}>=${names.setting("From")}),--(${date}<${names.setting("To")}+1)`;
  return cellFormula(
    `SUMPRODUCT(--(${of(records, "person")}=${person}),--(${of(records, "kind")}=${names.own.word(kind)}),` +
      `--(LEN(TRIM(${of(records, "what")}))>0),${inPeriod})`,
  );
};
