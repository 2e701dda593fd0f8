/**
 * The page for one person of a method's workbook, to hand out and to sign: who it is, the result, the person's rows of the table in
 * which everybody is judged, and under them how the result comes about, in words and in sums of the person who is picked.
 * A method says which tables and columns it uses; everything else follows.
 */
import { trendTable } from "./trendTable";
import { bandTextFormula } from "../formulas/schemeFormulas";
import { headerOf, type Headers, type TableSource } from "../formulas/byKey";
import { cellFormula, ruleFormula } from "../formulas/columns";
import { emptyRule } from "../formulas/pageFormulas";
import {
  fromStageFormula,
  itemAtFormula,
  ofItemFormula,
  ofLineFormula,
  ofPickedFormula,
  pickedKeyFormula,
  pickedRowFormula,
  productFormula,
} from "../formulas/personPageFormulas";
import { cellAddress, quoteSheetName } from "../model/a1";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import { columnMaker } from "./registerSheet";
import { heading, INPUT_STYLE, placeTable, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellContent, CellFormula, CellStyle, SheetBlueprint, StyledArea } from "./types";

/** A column of the page; its head is that of the column it comes from. */
export interface PersonColumn {
  readonly key: string;
  /** The item itself, what stands in the person's line for it, or "30 × 4 = 120" of two columns of the line. */
  readonly from: "items" | "lines" | { readonly product: readonly [string, string]; readonly counted: string };
  /** "typed": a number, or a word in its place. */
  readonly kind: "text" | "number" | "typed";
  readonly width: number;
  readonly style?: CellStyle;
  /** Number of the stage from which on it is shown; absent: always. */
  readonly fromStage?: number;
}
/** Something of the person's row of the results, under the head that it has there. */
export interface ResultFact {
  readonly key: string;
  readonly kind: "text" | "number";
  readonly style?: CellStyle;
  /** Lines that a long text may take; absent: one. */
  readonly lines?: number;
}
/** A sentence on how the result comes about, with its number or sum; the text is "how.<key>". */
export interface HowStep {
  readonly key: string;
  /** A column of the person's row of the results, or made from cells of the page by their keys; null: words alone. */
  readonly value:
    null | { readonly result: string; readonly kind?: "text" } | ((at: (key: string) => string) => CellFormula);
}
export interface PersonLines {
  /** Table of the items, what their ids and words are called in it, and how many there are. */
  readonly items: {
    readonly source: TableSource;
    readonly id: string;
    readonly words: string;
    readonly count: number;
  };
  /** Table with a row a person and item; its column "key" is made by lineKeyFormula. */
  readonly lines: TableSource;
  readonly columns: readonly PersonColumn[];
  /** Height of the rows in points. */
  readonly rowHeight: number;
}
export interface PersonPagePlan {
  /** The person's rows; the widths of the page's columns where a person has one row in all. */
  readonly shows: PersonLines | { readonly widths: readonly number[] };
  readonly results: TableSource;
  readonly facts: readonly ResultFact[];
  /** Text over the sentences; "how.title" unless given. */
  readonly howTitle?: string;
  readonly how: readonly HowStep[];
  /** Numbers of the person's row of the results that only the sums use: they stand out of sight. */
  readonly aside?: readonly string[];
  /** Bands that are shown under the sums. */
  readonly bands?: Headers;
  /** What a result is called by its key; then earlier periods are shown under the sums. */
  readonly trend?: { readonly total: string };
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

/** The list of people. */
const listOf = ({ names, peopleHeaders }: MethodContext): TableSource => ({
  table: names.table("People"),
  headers: peopleHeaders,
});

function pageColumns(context: MethodContext, plan: PersonLines): readonly ColumnPlan<string>[] {
  const { names, text } = context;
  const { items, lines } = plan;
  const make = columnMaker(text, "methodPage");
  const h = make.heads(["no", "id", "key", "row"]);
  const shown = ({ key, from, kind, width, style = {}, fromStage }: PersonColumn): ColumnPlan<string> => {
    const source = from === "items" ? items.source : lines;
    const formula =
      from === "items"
        ? ofItemFormula(h, items.source, key, kind === "text" ? "text" : "number")
        : from === "lines"
          ? ofLineFormula(h, lines, key, kind)
          : productFormula(h, lines, [...from.product, key], from.counted);
    const later = fromStage === undefined ? formula : fromStageFormula(names, fromStage, formula);
    return { ...make.formula(key, width, later, style), header: headerOf(source.headers, key) };
  };
  return [
    make.label(
      "no",
      5,
      Array.from({ length: items.count }, (_, i) => i + 1),
      { ...QUIET, horizontal: "Left" },
    ),
    ...plan.columns.map(shown),
    make.quiet("id", 8, itemAtFormula(names, h, listOf(context), items.source, items)),
    make.quiet("key", 10, pickedKeyFormula(names, h)),
    make.quiet("row", 8, pickedRowFormula(h, lines)),
  ];
}

/** The table of earlier periods under its title, with the heads that its columns have in the results; null without. */
function earlierPeriods(context: MethodContext, { trend, results }: PersonPagePlan, row: number) {
  if (trend === undefined) return null;
  const heads = {
    total: headerOf(results.headers, trend.total),
    rank: headerOf(results.headers, "rank"),
    band: headerOf(results.headers, "band"),
  };
  const placement = trendTable(context, row, ["no", "from", "total", "rank", "band"], heads);
  return { placement, placed: placeTable(placement), title: { row: row - 1, text: context.text("trend.title") } };
}

/** The page as a sheet; the table that it is found by is "PersonPage". */
export function methodPersonPage(context: MethodContext, plan: PersonPagePlan): MethodPart {
  const { names, text, people, sheetName, settings } = context;
  const name = sheetName("person");
  const { shows } = plan;
  const columns = "lines" in shows ? pageColumns(context, shows) : [];
  const widths = "lines" in shows ? columns.map(({ width }) => width) : shows.widths;
  const printed = "lines" in shows ? shows.columns.length + 1 : widths.length;
  const reaches = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  /** Where the facts on the right begin, and the sums under the table: right of the longest sentence. */
  const beyond = (reach: number, last: number): number => {
    const found = reaches.findIndex((each) => each >= reach);
    return found < 0 ? last : Math.min(last, found);
  };
  const right = beyond(LEFT_WIDTH, printed - 2);
  const rightValue = beyond((reaches[right] ?? 0) + LABEL_WIDTH, printed - 1);
  const list = listOf(context);
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
  ];
  const facts = plan.facts.map(({ key, kind, lines = 1, style = {} }): Line => [
    headerOf(plan.results.headers, key),
    picked(plan.results, key, kind),
    lines > 1 ? { ...style, wrap: true } : style,
  ]);
  const tableRow = FACTS_ROW + Math.max(left.length, facts.length) + 1;
  const table: TablePlacement | null =
    "lines" in shows
      ? { name: names.own.table("PersonPage"), at: { row: tableRow, column: 0 }, rows: shows.items.count, columns }
      : null;
  const placed = table === null ? null : placeTable(table);
  const howRow = table === null ? tableRow : tableRow + 1 + table.rows + 1;
  const { aside = [] } = plan;
  const places = new Map([
    ...plan.facts.map(({ key }, i) => [key, cellAddress(FACTS_ROW + i, rightValue, true)] as const),
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
        : picked(plan.results, value.result, value.kind ?? "number"),
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
          cells: [[picked(plan.results, key, "number")]],
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
        ...SIGNATURES.map((_, i) => line(signRow + i, VALUE_AT, right)),
        ...(placed?.styles ?? []),
        ...(trend === null ? [] : [one(trend.title.row, TITLE), ...trend.placed.styles]),
      ],
      columnWidths: widths.map((width, column) => ({ column, width })),
      rowHeights: [
        ...plan.facts.flatMap(({ lines = 1 }, i) =>
          lines > 1 ? [{ row: FACTS_ROW + i, height: lines * LINE_HEIGHT }] : [],
        ),
        ...(table === null || !("lines" in shows)
          ? []
          : [
              { row: tableRow, height: 32 },
              ...Array.from({ length: table.rows }, (_, i) => ({ row: tableRow + 1 + i, height: shows.rowHeight })),
            ]),
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
      hiddenColumns: Array.from({ length: Math.max(1, columns.length - printed) }, (_, i) => printed + i),
      showGridlines: false,
      page: {
        orientation: "Portrait",
        fitToWidth: true,
        printArea: { row: 0, column: 0, rows: signRow + SIGNATURES.length + 1, columns: printed },
      },
    },
  };
}
