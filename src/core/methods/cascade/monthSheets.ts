/** Season profiles, the months' targets made from them, and the months' actuals with where the year stands. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, rulesFor, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import { bodyOf, columnMaker, firstCellOf, registerSheet } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { CellFormula, Literal, NameBlueprint } from "../../blueprint/types";
import { cellOf, columnOf, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { quoteSheetName, rectAddress } from "../../model/a1";
import { AT, goalId, NUMBER } from "./levelFrame";
import { lineRows } from "./lineSheet";
import {
  countedFormula,
  dueFormula,
  monthKeys,
  MONTHS,
  monthsCheckFormula,
  monthTargetFormula,
  profileRowFormula,
  profileTotalFormula,
  quarterFormula,
  yearFormulas,
  yearOfMonthsFormula,
} from "./monthFormulas";
import { PROFILES, SAMPLE_LINES } from "./sample";

const QUARTERS = [1, 2, 3, 4] as const;
const PROFILE_ROWS = 4;

/** Ends of the twelve months that begin with the period's first one, as Excel serials. */
export function monthEnds(from: number): readonly number[] {
  const EPOCH = Date.UTC(1899, 11, 30);
  const DAY = 86_400_000;
  const first = new Date(EPOCH + from * DAY);
  return Array.from(
    { length: MONTHS },
    (_, i) => (Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + i + 1, 0) - EPOCH) / DAY,
  );
}
/** Texts of month columns: header by number. */
const monthHeads = (
  { text }: MethodContext,
  keys: readonly string[],
  group: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(keys.map((key) => [key, text(`col.${group}.${key.charAt(0)}`, { month: key.slice(1) })]));

const frame = (context: MethodContext, key: string, name: string, table: TablePlacement) => ({
  names: context.names,
  name,
  title: context.text(`${key}.title`),
  subtitle: context.text(`${key}.subtitle`, { asOf: context.text("settings.asOf") }),
  table,
});

/** The season profiles: twelve parts of a year each. */
export function profilesSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "profiles");
  const months = monthKeys("m");
  const h = { ...make.heads(["id", "name", "total"]), ...monthHeads(context, months, "profiles") };
  const rows = Array.from({ length: PROFILE_ROWS }, (_, i) => PROFILES[i] ?? null);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => `S0${String(i + 1)}`),
    ),
    make.input(
      "name",
      26,
      rows.map((row) => row?.name[language] ?? ""),
      WRAP,
    ),
    ...months.map((key, i) => ({
      ...make.input(
        key,
        7,
        rows.map((row): Literal => row?.months[i] ?? ""),
        NUMBER,
      ),
      header: h[key] ?? key,
    })),
    make.formula("total", 10, profileTotalFormula(h), { ...NUMBER, ...BOLD }),
  ];
  const table: TablePlacement = { name: names.own.table("Profiles"), at: AT, rows: rows.length, columns };
  const rules = rulesFor(context);
  return {
    table,
    headers: headersOf(columns),
    names: [{ name: names.own.range("Profiles"), refersTo: cellFormula(column(table.name, make.head("id"))) }],
    sheet: registerSheet({
      ...frame(context, "profiles", name, table),
      rules: months.map((key) => rules.number(key, 0)),
      frozen: 2,
      headHeight: 20,
    }),
  };
}

/** A number or text of the line with this row's id. */
const ofLine = (lines: TableSource, h: Headers, key: string, kind: "text" | "number" | "flag"): CellFormula => {
  const row = `MATCH(${cellOf(h, "id")},${columnOf(lines.table, lines.headers, "id")},0)`;
  const isActive = `COUNTIFS(${columnOf(lines.table, lines.headers, "id")},${cellOf(h, "id")},${columnOf(lines.table, lines.headers, "active")},1)=0`;
  const found = `INDEX(${columnOf(lines.table, lines.headers, key)},${row})`;
  const shown =
    kind === "text" ? `${found}&""` : kind === "flag" ? `N(${found})` : `IF(ISNUMBER(${found}),${found},"")`;
  return cellFormula(`IF(${isActive},${kind === "flag" ? "0" : '""'},${shown})`);
};

const MONTH_KEYS = ["id", "name", "goal", "target", "year", "check", "profileId", "profileRow", "flow"];

/** Headers of the months' targets by key, known before the sheet is built. */
export const monthsHeaders = (context: MethodContext): Headers => ({
  ...columnMaker(context.text, "months").heads([...MONTH_KEYS, "q1", "q2", "q3", "q4"]),
  ...monthHeads(context, monthKeys("m"), "months"),
});

/** The months' targets of all lines, made from their profiles. */
export function monthsSheet(
  context: MethodContext,
  name: string,
  lines: TableSource,
  profiles: TableSource,
): MethodSheet {
  const { names, text } = context;
  const make = columnMaker(text, "months");
  const h = monthsHeaders(context);
  const rows = lineRows(context);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      Array.from({ length: rows }, (_, i) => goalId("C", i)),
    ),
    make.formula("name", 14, ofLine(lines, h, "name", "text")),
    make.formula("goal", 26, ofLine(lines, h, "goal", "text"), WRAP),
    make.formula("target", 11, ofLine(lines, h, "target", "number"), { ...NUMBER, ...BOLD }),
    ...monthKeys("m").map((key) => ({
      ...make.formula(key, 9, monthTargetFormula(profiles, h, key), NUMBER),
      header: h[key] ?? key,
    })),
    ...QUARTERS.map((quarter) =>
      make.formula(`q${String(quarter)}`, 10, quarterFormula(h, quarter), { ...NUMBER, ...BOLD }),
    ),
    make.formula("year", 11, yearOfMonthsFormula(h), { ...NUMBER, ...BOLD }),
    make.formula("check", 17, monthsCheckFormula(names, h), BOLD),
    make.quiet("profileId", 8, ofLine(lines, h, "profileKnown", "text")),
    make.quiet("profileRow", 8, profileRowFormula(profiles, h)),
    make.quiet("flow", 7, ofLine(lines, h, "flow", "flag")),
  ];
  const table: TablePlacement = { name: names.own.table("Months"), at: AT, rows, columns };
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      ...frame(context, "months", name, table),
      checks: [{ key: "check" }],
      frozen: 3,
      printTo: "profileId",
      headHeight: 20,
      rowHeight: 22,
    }),
  };
}

const YEAR_KEYS = [
  ...["id", "name", "goal", "unit", "target", "used", "actual", "due", "left", "paceNeeded", "forecast", "state"],
  ...["attainment", "check", "row", "flow", "sign", "last"],
];

/** Headers of the months' actuals by key, known before the sheet is built. */
export const yearHeaders = (context: MethodContext): Headers => ({
  ...columnMaker(context.text, "year").heads(YEAR_KEYS),
  ...monthHeads(context, [...monthKeys("a"), ...monthKeys("c"), ...monthKeys("d")], "year"),
});

/** The months' actuals, and where the year stands. */
export function yearSheet(context: MethodContext, name: string, lines: TableSource, months: TableSource): MethodSheet {
  const { names, text } = context;
  const make = columnMaker(text, "year");
  const h = yearHeaders(context);
  const rows = lineRows(context);
  const figures = yearFormulas(names, h);
  const sample = (i: number, month: number): Literal =>
    context.isSample ? (SAMPLE_LINES[i]?.actuals[month] ?? "") : "";
  const each = (letter: string, of: (key: string, month: number) => ColumnPlan<string>): ColumnPlan<string>[] =>
    monthKeys(letter).map((key, i) => ({ ...of(key, i + 1), header: h[key] ?? key }));
  const isThere = `COUNTIFS(${columnOf(lines.table, lines.headers, "id")},${cellOf(h, "id")},${columnOf(lines.table, lines.headers, "active")},1)`;
  const row = `IF(${isThere}=0,0,IFERROR(MATCH(${cellOf(h, "id")},${columnOf(months.table, months.headers, "id")},0),0))`;
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      Array.from({ length: rows }, (_, i) => goalId("C", i)),
    ),
    make.formula("name", 14, ofLine(lines, h, "name", "text")),
    make.formula("goal", 26, ofLine(lines, h, "goal", "text"), WRAP),
    make.formula("unit", 11, ofLine(lines, h, "unit", "text")),
    make.formula("target", 11, ofLine(lines, h, "target", "number"), { ...NUMBER, ...BOLD }),
    ...each("a", (key, month) =>
      make.input(
        key,
        8,
        Array.from({ length: rows }, (_, i) => sample(i, month - 1)),
        NUMBER,
      ),
    ),
    make.formula("used", 8, figures.used, { numberFormat: "0" }),
    make.formula("actual", 11, figures.actual, { ...NUMBER, ...BOLD }),
    make.formula("due", 11, figures.due, NUMBER),
    make.formula("attainment", 11, figures.attainment, { numberFormat: "0.0%" }),
    make.formula("left", 11, figures.left, NUMBER),
    make.formula("paceNeeded", 11, figures.paceNeeded, NUMBER),
    make.formula("forecast", 11, figures.forecast, NUMBER),
    make.formula("state", 11, figures.state, BOLD),
    make.formula("check", 16, figures.check, BOLD),
    make.quiet("row", 7, cellFormula(row)),
    make.quiet("flow", 7, ofLine(lines, h, "flow", "flag")),
    make.quiet("sign", 7, ofLine(lines, h, "sign", "flag")),
    make.quiet("last", 7, figures.last),
    ...each("c", (key, month) => make.quiet(key, 8, countedFormula(names, h, month))),
    ...each("d", (key, month) => make.quiet(key, 8, dueFormula(months, h, month))),
  ];
  const table: TablePlacement = { name: names.own.table("Year"), at: AT, rows, columns };
  const first = columns.findIndex(({ key }) => key === "a1");
  const ends = { row: AT.row - 1, column: AT.column + first, rows: 1, columns: MONTHS };
  const base = { ...frame(context, "year", name, table), checks: [{ key: "check" }], frozen: 3, printTo: "row" };
  const rules = rulesFor(context);
  const behind = ruleFormula(`${firstCellOf(base, "state")}=${names.own.word("behind")}`);
  const sheet = registerSheet({
    ...base,
    tabColor: "inputFill",
    rowHeight: 22,
    rules: monthKeys("a").map((key) => rules.number(key)),
    conditional: [
      { kind: "formula", rect: bodyOf(base, "state"), formula: behind, style: { fill: "warningFill", bold: true } },
    ],
  });
  const monthNames: NameBlueprint = {
    name: names.own.range("MonthEnds"),
    refersTo: cellFormula(`${quoteSheetName(name)}!${rectAddress(ends, true)}`),
  };
  return {
    table,
    headers: headersOf(columns),
    names: [monthNames],
    sheet: {
      ...sheet,
      // The last day of each month stands over its column: by it, not by the header, a month counts or does not.
      blocks: [
        ...sheet.blocks,
        { at: { row: ends.row, column: ends.column }, cells: [[...monthEnds(context.period.from)]] },
      ],
      styles: [
        ...sheet.styles,
        { rect: ends, style: { numberFormat: "yyyy-mm-dd", font: { color: "muted", size: 8 }, horizontal: "Right" } },
      ],
    },
  };
}
