/**
 * The page for one person of a method's workbook, to hand out and to sign: who it is, the result, the person's rows of the table in
 * which everybody is judged, and under them how the result comes about, in words and in sums of the person who is picked.
 * A method says which tables and columns it uses; everything else follows.
 */
import type { YearPlan } from "../nextPeriod/yearPlan";
import { bandTextFormula } from "../formulas/schemeFormulas";
import { headerOf, type Headers, type TableSource } from "../formulas/byKey";
import { cellFormula, ruleFormula } from "../formulas/columns";
import { ownRowsShownFormula } from "../formulas/ownRows";
import { emptyRule } from "../formulas/pageFormulas";
import { ofPickedFormula } from "../formulas/personPageFormulas";
import { cellAddress, quoteSheetName } from "../model/a1";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import { pageRows, peopleList, type PersonLines, type PersonRegister } from "./personPageRows";
import { heading, INPUT_STYLE, placeTable, type TablePlacement } from "./tableSheet";
import { trendTable } from "./trendTable";
import type { CellContent, CellFormula, CellStyle, SheetBlueprint, StyledArea } from "./types";

/** Something of the person's row of the results, under the head that it has there. */
export interface ResultFact {
  readonly key: string;
  readonly kind: "text" | "number";
  readonly style?: CellStyle;
  /** Lines that a long text may take; absent: one. */
  readonly lines?: number;
}
/** A figure that no column of the results holds, under the text "page.<key>". */
export interface MadeFact {
  readonly key: string;
  readonly made: CellFormula;
  readonly style?: CellStyle;
}
/** A sentence on how the result comes about, with its number or sum; the text is "how.<key>". */
export interface HowStep {
  readonly key: string;
  /** A column of the person's row of the results, or made from cells of the page by their keys; null: words alone. */
  readonly value:
    null | { readonly result: string; readonly kind?: "text" } | ((at: (key: string) => string) => CellFormula);
  /** Lines of a text that stands there in two languages; absent: one. */
  readonly lines?: number;
}
export interface PersonPagePlan {
  /** The person's rows; the widths of the page's columns where a person has one row in all. */
  readonly shows: PersonLines | PersonRegister | { readonly widths: readonly number[] };
  /** A row a person; absent where the method has no result for a person. */
  readonly results?: TableSource;
  readonly facts: readonly (ResultFact | MadeFact)[];
  /** Text over the sentences; "how.title" unless given. */
  readonly howTitle?: string;
  readonly how: readonly HowStep[];
  /** Numbers of the person's row of the results that only the sums use: they stand out of sight. */
  readonly aside?: readonly string[];
  /** Bands that are shown under the sums. */
  readonly bands?: Headers;
  /** What of closed periods is kept of a person; then earlier periods are shown under the sums. */
  readonly trend?: Pick<YearPlan, "result" | "page" | "band" | "rank" | "numberFormat">;
}

const FACTS_ROW = 3;
const VALUE_AT = 2;
/** Characters that a sentence under the table takes, and the facts on the left. */
const LEFT_WIDTH = 62;
/** Characters of the labels on the right; the same in every language, so that a cell stays where it is. */
const LABEL_WIDTH = 24;
const QUIET: CellStyle = { font: { color: "muted" } };
const TITLE: CellStyle = { font: { bold: true, color: "muted" } };
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd" };
const SIGNATURES = ["employee", "manager", "hr"] as const;
const SIGN_HEIGHT = 30;
const LINE_HEIGHT = 15;

/** Label, value, look of the value. */
type Line = readonly [label: string, value: CellContent, style?: CellStyle];

/** What stands to the right of something else keeps a little distance from it. */
const apart = (isApart: boolean): CellStyle => (isApart ? { horizontal: "Left", indent: 1 } : {});
/** Lines under each other: labels in one column, values in another. */
const linesAt = (
  lines: readonly Line[],
  row: number,
  [label, value]: readonly [label: number, value: number],
  indented?: number,
): Pick<SheetBlueprint, "blocks" | "styles"> => ({
  blocks: lines.flatMap(([name, content], i) => [
    { at: { row: row + i, column: label }, cells: [[name]] },
    { at: { row: row + i, column: value }, cells: [[content]] },
  ]),
  styles: lines.flatMap(([, , style], i): StyledArea[] => [
    { rect: { row: row + i, column: label, rows: 1, columns: 1 }, style: { ...QUIET, ...apart(label === indented) } },
    {
      rect: { row: row + i, column: value, rows: 1, columns: 1 },
      style: { horizontal: "Left", ...style, ...apart(value === indented) },
    },
  ]),
});

/** A page without results of people has neither facts from them nor earlier periods. */
function resultsIn(results: TableSource | undefined): TableSource {
  if (results === undefined) throw new Error("the page has no results");
  return results;
}
const headerIn = (results: TableSource | undefined, key: string): string => headerOf(resultsIn(results).headers, key);

/** The table of earlier periods under its title, with the heads that its columns have in the results; null without. */
function earlierPeriods(context: MethodContext, { trend, results }: PersonPagePlan, row: number) {
  if (trend === undefined) return null;
  const { page: shown, result, rank, band, numberFormat } = trend;
  const columns = Object.entries({ total: shown ?? result, rank, band }).flatMap(([key, column]) =>
    column === undefined ? [] : [[key as "total" | "rank" | "band", column] as const],
  );
  const heads = Object.fromEntries(columns.map(([key, column]) => [key, headerIn(results, column)]));
  const placement = trendTable(context, row, ["no", "from", ...columns.map(([key]) => key)], heads, numberFormat);
  return { placement, placed: placeTable(placement), title: { row: row - 1, text: context.text("trend.title") } };
}

/** How many of the person's rows stand on the page, and how many there are. */
const rowsInAll = (context: MethodContext, { register, owner, count }: PersonRegister): readonly Line[] => [
  [
    context.text("handout.shown"),
    { formula: ownRowsShownFormula(context.names, peopleList(context), register, owner, count) },
    QUIET,
  ],
];
const linesOf = (fact: ResultFact | MadeFact): number => ("made" in fact ? 1 : (fact.lines ?? 1));

/** Facts of several lines stand below what is on the left, so that its rows stay as low as they are; null where a row is free. */
function lowered(facts: PersonPagePlan["facts"], left: number): readonly (ResultFact | MadeFact | null)[] {
  const first = facts.findIndex((fact) => linesOf(fact) > 1);
  if (first < 0 || first >= left) return facts;
  const free = Array.from({ length: left - first }, () => null);
  return [...facts.slice(0, first), ...free, ...facts.slice(first)];
}

/** The page as a sheet; the table that it is found by is "PersonPage". */
export function methodPersonPage(context: MethodContext, plan: PersonPagePlan): MethodPart {
  const { names, text, people, sheetName, settings, own } = context;
  const name = sheetName("person");
  const { shows } = plan;
  const rows = "widths" in shows ? null : pageRows(context, shows);
  const widths = "widths" in shows ? shows.widths : (rows?.columns ?? []).map(({ width }) => width);
  const printed = rows?.printed ?? widths.length;
  const reaches = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  /** Where the facts on the right begin, and the sums under the table: right of the longest sentence. */
  const beyond = (reach: number, last: number): number => {
    const found = reaches.findIndex((each) => each >= reach);
    return found < 0 ? last : Math.min(last, found);
  };
  const right = beyond(LEFT_WIDTH, printed - 2);
  const rightValue = beyond((reaches[right] ?? 0) + LABEL_WIDTH, printed - 1);
  const list = peopleList(context);
  const label = (key: string): string => text(`page.${key}`);
  const picked = (from: TableSource, key: string, kind: "text" | "number"): { readonly formula: CellFormula } => ({
    formula: ofPickedFormula(names, list, from, key, kind),
  });
  const left: readonly Line[] = [
    [label("person"), people[0]?.id ?? ""],
    [label("name"), picked(list, "name", "text"), { font: { bold: true } }],
    [label("post"), picked(list, "post", "text")],
    [label("department"), picked(list, "department", "text")],
    [label("manager"), picked(list, "manager", "text")],
    [label("from"), { formula: cellFormula(names.setting("From")) }, DATE],
    [label("to"), { formula: cellFormula(names.setting("To")) }, DATE],
    ...(own?.common.includes("AsOf") === true
      ? [[text("settings.asOf"), { formula: cellFormula(names.setting("AsOf")) }, DATE] as const]
      : []),
  ];
  const shownFacts = lowered(plan.facts, left.length);
  const ofResults = (key: string, kind: "text" | "number") => picked(resultsIn(plan.results), key, kind);
  const facts = shownFacts.map((fact): Line => {
    if (fact === null) return ["", ""];
    const { style = {} } = fact;
    return "made" in fact
      ? [label(fact.key), { formula: fact.made }, style]
      : [
          headerIn(plan.results, fact.key),
          ofResults(fact.key, fact.kind),
          linesOf(fact) > 1 ? { ...style, wrap: true } : style,
        ];
  });
  const tableRow = FACTS_ROW + Math.max(left.length, facts.length) + 1;
  const table: TablePlacement | null =
    rows === null
      ? null
      : {
          name: names.own.table("PersonPage"),
          at: { row: tableRow, column: 0 },
          rows: rows.count,
          columns: rows.columns,
        };
  const placed = table === null ? null : placeTable(table);
  const under = table === null ? tableRow : tableRow + 1 + table.rows;
  const inAll = "register" in shows ? rowsInAll(context, shows) : [];
  const howRow = table === null ? under : under + inAll.length + 1;
  const { aside = [] } = plan;
  const places = new Map([
    ...shownFacts.flatMap((fact, i) =>
      fact === null ? [] : [[fact.key, cellAddress(FACTS_ROW + i, rightValue, true)] as const],
    ),
    ...aside.map((key, i) => [key, cellAddress(FACTS_ROW + i, printed, true)] as const),
    ...plan.how.map(({ key }, i) => [key, cellAddress(howRow + 1 + i, right, true)] as const),
  ]);
  const at = (key: string): string => {
    const place = places.get(key);
    if (place === undefined) throw new Error(`the page has no place ${key}`);
    return place;
  };
  const how = plan.how.map(({ key, value }): Line => [
    text(`how.${key}`),
    value === null
      ? ""
      : typeof value === "function"
        ? { formula: value(at) }
        : ofResults(value.result, value.kind ?? "number"),
    { numberFormat: "General", font: { bold: true } },
  ]);
  const bandsRow = howRow + 1 + how.length + 1;
  const { bands } = plan;
  const bandLines =
    bands === undefined
      ? []
      : Array.from({ length: settings.bands.rows }, (_, i): Line => [
          i === 0 ? text("how.bands") : "",
          {
            formula: bandTextFormula(
              settings.bands.name,
              headerOf(bands, "from"),
              headerOf(bands, "band"),
              settings.bands.rows - i,
            ),
          },
        ]);
  const trendRow = bandsRow + (bandLines.length === 0 ? 0 : bandLines.length + 1);
  const trend = earlierPeriods(context, plan, trendRow + 1);
  const commentRow = trendRow + (trend === null ? 0 : trend.placement.rows + 3);
  const signRow = commentRow + 3;
  const head = heading(text("person.title"), text("page.subtitle"));
  const parts = [
    head,
    linesAt(left, FACTS_ROW, [0, VALUE_AT]),
    linesAt(facts, FACTS_ROW, [right, rightValue], right),
    linesAt(inAll, under, [0, right], right),
    linesAt(how, howRow + 1, [0, right], right),
    linesAt(bandLines, bandsRow, [0, VALUE_AT]),
    linesAt(
      SIGNATURES.map((who): Line => [text(`sign.${who}`), "", { border: "bottom" }]),
      signRow,
      [0, VALUE_AT],
    ),
    linesAt(
      SIGNATURES.map((): Line => [text("sign.date"), "", { border: "bottom" }]),
      signRow,
      [right, rightValue],
      right,
    ),
  ];
  const pick = { row: FACTS_ROW, column: VALUE_AT, rows: 1, columns: 1 };
  const one = (row: number, style: CellStyle): StyledArea => ({ rect: { row, column: 0, rows: 1, columns: 1 }, style });
  const line = (row: number, column: number, to: number): StyledArea => ({
    rect: { row, column, rows: 1, columns: to - column },
    style: { border: "bottom" },
  });
  return {
    tables: {
      ...(table === null ? {} : { PersonPage: table }),
      ...(trend === null ? {} : { Trend: trend.placement }),
    },
    names: [
      {
        name: names.setting("PagePerson"),
        refersTo: cellFormula(`${quoteSheetName(name)}!${cellAddress(FACTS_ROW, VALUE_AT, true)}`),
      },
    ],
    sheet: {
      name,
      target: "create",
      blocks: [
        ...parts.flatMap(({ blocks }) => blocks),
        ...aside.map((key, i) => ({
          at: { row: FACTS_ROW + i, column: printed },
          cells: [[ofResults(key, "number")]],
        })),
        { at: { row: howRow, column: 0 }, cells: [[text(plan.howTitle ?? "how.title")]] },
        ...(trend === null ? [] : [{ at: { row: trend.title.row, column: 0 }, cells: [[trend.title.text]] }]),
        { at: { row: commentRow, column: 0 }, cells: [[text("person.comment")]] },
      ],
      tables: [placed, trend?.placed ?? null].flatMap((each) => each?.table ?? []),
      styles: [
        ...parts.flatMap(({ styles }) => styles),
        { rect: pick, style: { ...INPUT_STYLE, border: "box", font: { bold: true } } },
        one(howRow, TITLE),
        one(commentRow, QUIET),
        line(commentRow + 1, 0, printed),
        ...SIGNATURES.flatMap((_, i) => [line(signRow + i, VALUE_AT, right), line(signRow + i, rightValue, printed)]),
        ...(placed?.styles ?? []),
        ...(trend === null ? [] : [one(trend.title.row, TITLE), ...trend.placed.styles]),
      ],
      columnWidths: widths.map((width, column) => ({ column, width })),
      rowHeights: [
        ...shownFacts.flatMap((fact, i) =>
          fact !== null && linesOf(fact) > 1 ? [{ row: FACTS_ROW + i, height: linesOf(fact) * LINE_HEIGHT }] : [],
        ),
        ...(rows === null
          ? []
          : [
              { row: tableRow, height: 32 },
              ...Array.from({ length: rows.count }, (_, i) => ({ row: tableRow + 1 + i, height: rows.rowHeight })),
            ]),
        ...plan.how.flatMap(({ lines = 1 }, i) =>
          lines > 1 ? [{ row: howRow + 1 + i, height: lines * LINE_HEIGHT }] : [],
        ),
        ...SIGNATURES.map((_, i) => ({ row: signRow + i, height: SIGN_HEIGHT })),
      ],
      // Places without an item show no number.
      conditional:
        table === null
          ? []
          : [
              {
                kind: "formula",
                rect: { row: tableRow + 1, column: 0, rows: table.rows, columns: 1 },
                formula: emptyRule(`$${cellAddress(tableRow + 1, printed)}`),
                style: { numberFormat: ";;;" },
              },
            ],
      validation: [
        {
          rect: pick,
          rule: { kind: "list", source: ruleFormula(names.setting("PeopleIds")) },
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      hiddenColumns: Array.from({ length: Math.max(1, (rows?.columns.length ?? 0) - printed) }, (_, i) => printed + i),
      showGridlines: false,
      page: {
        orientation: "Portrait",
        fitToWidth: true,
        // However many items a method has, they stay as large as they are; all other pages are one sheet of paper.
        ...("lines" in shows ? {} : { fitToHeight: true }),
        printArea: { row: 0, column: 0, rows: signRow + SIGNATURES.length + 1, columns: printed },
      },
    },
  };
}
