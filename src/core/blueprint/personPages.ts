/**
 * Pages for one person, to print and to sign: what they share, and the result after the period (the plan before it: planPage.ts).
 * Somebody is picked by id; everything else are formulas.
 */
import type { ColumnKey } from "../model/columns";
import {
  emptyRule,
  lineNumberFormula,
  linePlanRowFormula,
  lineTextFormula,
  lostFormula,
  pageEntryFormulas,
  pickedFormula,
  pointsFormula,
  rankOfFormula,
  type PageEntry,
  type PageName,
} from "../formulas/pageFormulas";
import type { TableSource } from "../formulas/byKey";
import { cellFormula, ruleFormula } from "../formulas/columns";
import { madeOfFormula } from "../formulas/itemFormulas";
import { trendTable } from "./trendTable";
import { cellAddress, quoteSheetName } from "../model/a1";
import type { BuildContext } from "./context";
import {
  formulaColumn,
  heading,
  INPUT_STYLE,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "./tableSheet";
import type { CellContent, CellFormula, CellStyle, NameBlueprint, SheetBlueprint, StyledArea } from "./types";

type Headers = Readonly<Record<string, string>>;
export interface PageSource {
  readonly people: Headers;
  readonly plan: Headers;
  readonly results: Headers;
  readonly bands: Headers;
  readonly entries: readonly PageEntry[];
}
export interface PageParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly names: readonly NameBlueprint[];
}

/** A page holds a plan of so many lines at least, so that a second plan finds room. */
const LEAST_LINES = 12;

/** Rows of a page for a plan of so many lines, a second plan's room counted in. */
export const pageRows = (lines: number): number => Math.max(LEAST_LINES, lines);

/** Row of the first fact: the person who is picked. */
export const FACTS_ROW = 3;
/** First row of the lines: the result has more facts above it than the plan. */
export const TABLE_ROWS = {
  PagePerson: 13,
  PlanPerson: 11,
  ProgressPerson: 9,
  SchemePerson: 0,
} as const satisfies Record<PageName, number>;
/** Label and value of the left facts, label and value of the right ones. */
export const FACTS = { leftLabel: 0, leftValue: 2, rightLabel: 4, rightValue: 6 } as const;
export const QUIET: CellStyle = { font: { color: "muted" } };
const POINTS: CellStyle = { numberFormat: "0.00" };
export const PLAIN: CellStyle = { numberFormat: "General", horizontal: "Right" };

/** Where a page's title stands among the texts. */
const TITLES = {
  PagePerson: "person",
  PlanPerson: "planPage",
  ProgressPerson: "progressPage",
  SchemePerson: "scheme",
} as const satisfies Record<PageName, string>;

/** A fact: label and value, value of a style. */
export type Fact = readonly [label: string, value: CellContent, style?: CellStyle];

/** Facts about the picked person, label beside value, in two columns from FACTS_ROW down. */
export function facts(left: readonly Fact[], right: readonly Fact[]): Pick<SheetBlueprint, "blocks" | "styles"> {
  const place = (list: readonly Fact[], label: number, value: number): Pick<SheetBlueprint, "blocks" | "styles"> => ({
    blocks: list.flatMap(([name, content], i) => [
      { at: { row: FACTS_ROW + i, column: label }, cells: [[name]] },
      { at: { row: FACTS_ROW + i, column: value }, cells: [[content]] },
    ]),
    styles: list.flatMap(([, , style], i): StyledArea[] => [
      { rect: { row: FACTS_ROW + i, column: label, rows: 1, columns: 1 }, style: QUIET },
      {
        rect: { row: FACTS_ROW + i, column: value, rows: 1, columns: 1 },
        style: { horizontal: "Left", ...style },
      },
    ]),
  });
  const [a, b] = [place(left, FACTS.leftLabel, FACTS.leftValue), place(right, FACTS.rightLabel, FACTS.rightValue)];
  return { blocks: [...a.blocks, ...b.blocks], styles: [...a.styles, ...b.styles] };
}

/** Lines to sign on, each with its label under it. */
export function signatures(
  labels: readonly string[],
  row: number,
  columns: readonly number[],
): Pick<SheetBlueprint, "blocks" | "styles"> {
  return {
    blocks: labels.map((label, i) => ({ at: { row: row + 1, column: columns[i] ?? 0 }, cells: [[label]] })),
    styles: labels.flatMap((_, i): StyledArea[] => [
      {
        rect: {
          row,
          column: columns[i] ?? 0,
          rows: 1,
          columns: Math.max(1, (columns[i + 1] ?? (columns[i] ?? 0) + 4) - (columns[i] ?? 0) - 1),
        },
        style: { border: "bottom" },
      },
      { rect: { row: row + 1, column: columns[i] ?? 0, rows: 1, columns: 1 }, style: QUIET },
    ]),
  };
}

/** What both pages share: who is picked, and the columns that follow from it. */
export function shared(context: BuildContext, page: PageName, source: PageSource) {
  const { names, text } = context;
  const head = (key: string): string => text(`col.page.${key}`);
  const byEntry = pageEntryFormulas(
    names,
    page,
    { no: head("no"), id: head("id"), entryRow: head("entryRow") },
    source.entries,
  );
  const rows = pageRows(context.lines.length);
  const plan = names.table("Plan");
  const fromPlan = (
    key: ColumnKey,
    planKey: string,
    width: number,
    kind: "text" | "number",
    style: CellStyle = {},
  ): ColumnPlan[] => {
    const wanted = source.plan[planKey];
    if (wanted === undefined) return [];
    const formula = kind === "text" ? lineTextFormula : lineNumberFormula;
    return [formulaColumn(key, head(key), width, formula(plan, wanted, head("planRow")), style)];
  };
  const no = labelColumn(
    "no",
    head("no"),
    5,
    Array.from({ length: rows }, (_, i) => i + 1),
    { ...QUIET, horizontal: "Left" },
  );
  return {
    head,
    rows,
    byEntry,
    fromPlan,
    first: [
      no,
      formulaColumn("id", head("id"), 7, byEntry.id, QUIET),
      ...fromPlan("indicator", "indicator", 34, "text", { wrap: true }),
      ...fromPlan("unit", "unit", 12, "text"),
      ...fromPlan("weight", "weight", 9, "number", { ...PLAIN, font: { bold: true } }),
    ],
    last: [
      formulaColumn("planRow", head("planRow"), 8, linePlanRowFormula(names, head("id")), QUIET),
      formulaColumn("entryRow", head("entryRow"), 8, byEntry.entryRow, QUIET),
    ],
    person: (key: string): CellContent => ({
      formula: pickedFormula(
        names,
        page,
        { table: names.table("People"), id: source.people["id"] ?? "", wanted: source.people[key] ?? "" },
        "text",
      ),
    }),
    result: (key: string, kind: "text" | "number"): CellContent => ({
      formula: pickedFormula(
        names,
        page,
        { table: names.table("Results"), id: source.results["id"] ?? "", wanted: source.results[key] ?? "" },
        kind,
      ),
    }),
  };
}

/** The page as a sheet: facts, table, what stands under it. */
export function pageSheet(
  context: BuildContext,
  page: PageName,
  name: string,
  table: TablePlacement,
  parts: {
    readonly left: readonly Fact[];
    readonly right: readonly Fact[];
    readonly planNumber: CellContent;
    /** Further tables under the lines. */
    readonly tables: readonly TablePlacement[];
    readonly under: Pick<SheetBlueprint, "blocks" | "styles">;
    readonly underRows: number;
    readonly printed: number;
    /** What to do, where it is more than to choose somebody. */
    readonly subtitle?: string;
    readonly orientation?: "Portrait" | "Landscape";
    /** Rules of the page's own. */
    readonly conditional?: SheetBlueprint["conditional"];
  },
): PageParts {
  const { names, text } = context;
  const { row } = table.at;
  const placed = [table, ...parts.tables].map(placeTable);
  const head = heading(text(`${TITLES[page]}.title`), parts.subtitle ?? text("page.subtitle"));
  const about = facts(parts.left, parts.right);
  const pick = { row: FACTS_ROW, column: FACTS.leftValue, rows: 1, columns: 1 };
  const last = table.columns.length - 1;
  const onSheet = (at: number): CellFormula =>
    cellFormula(`${quoteSheetName(name)}!${cellAddress(FACTS_ROW, at, true)}`);
  return {
    table,
    names: [
      { name: names.setting(page), refersTo: onSheet(FACTS.leftValue) },
      { name: names.setting(`${page}No`), refersTo: onSheet(last) },
    ],
    sheet: {
      name,
      target: "create",
      blocks: [
        ...head.blocks,
        ...about.blocks,
        { at: { row: FACTS_ROW, column: last }, cells: [[parts.planNumber]] },
        ...parts.under.blocks,
      ],
      tables: placed.map((one) => one.table),
      styles: [
        ...head.styles,
        ...about.styles,
        { rect: pick, style: { ...INPUT_STYLE, border: "box", font: { bold: true } } },
        { rect: { row: FACTS_ROW, column: last, rows: 1, columns: 1 }, style: QUIET },
        ...placed.flatMap(({ styles }) => styles),
        ...parts.under.styles,
      ],
      columnWidths: widthsOf(table),
      rowHeights: [
        { row, height: 32 },
        ...Array.from({ length: table.rows }, (_, i) => ({ row: row + 1 + i, height: 30 })),
      ],
      conditional: [
        {
          kind: "formula",
          rect: { row: row + 1, column: 0, rows: table.rows, columns: 1 },
          formula: emptyRule(`$${cellAddress(row + 1, 1)}`),
          style: { numberFormat: ";;;" },
        },
        // Places without a period show no number.
        ...parts.tables.map((one) => ({
          kind: "formula" as const,
          rect: { row: one.at.row + 1, column: 0, rows: one.rows, columns: 1 },
          formula: emptyRule(
            `$${cellAddress(
              one.at.row + 1,
              one.columns.findIndex(({ key }) => key === "from"),
            )}`,
          ),
          style: { numberFormat: ";;;" },
        })),
        ...(parts.conditional ?? []),
      ],
      validation: [
        {
          rect: pick,
          rule: { kind: "list", source: ruleFormula(names.setting("PeopleIds")) },
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      showGridlines: false,
      page: {
        orientation: parts.orientation ?? "Portrait",
        fitToWidth: true,
        printArea: { row: 0, column: 0, rows: row + 1 + table.rows + parts.underRows, columns: parts.printed },
      },
    },
  };
}

/** The result of one person: every line with points won and lost, and lines to sign on. */
export function personPage(
  context: BuildContext,
  name: string,
  source: PageSource,
): PageParts & { readonly trend: TablePlacement } {
  const { names, text, hasGates, hasItems, people } = context;
  const columnCount = 12;
  const own = shared(context, "PagePerson", source);
  const { head } = own;
  const table: TablePlacement = {
    name: names.table("PersonPage"),
    at: { row: TABLE_ROWS.PagePerson, column: 0 },
    rows: own.rows,
    columns: [
      ...own.first,
      formulaColumn("aim", head("aim"), 10, own.byEntry.aim, PLAIN),
      formulaColumn("actual", head("actual"), 10, own.byEntry.actual, PLAIN),
      formulaColumn("attainment", head("attainment"), 11, own.byEntry.attainment, { numberFormat: "0.0%" }),
      formulaColumn("points", head("points"), 9, pointsFormula(head("weight"), head("attainment")), {
        ...POINTS,
        font: { bold: true },
      }),
      formulaColumn("lost", head("lost"), 9, lostFormula(head("weight"), head("points")), POINTS),
      ...own.last,
    ],
  };
  const aside = columnCount - 1;
  /** What the total is made of, in cells of its own for one text. */
  const parts = ["base", "bonus", "deduction"].map((key, i) => ({
    at: { row: FACTS_ROW + 2 + i, column: aside },
    cells: [[own.result(key, "number")]],
  }));
  const [base = "", bonus = "", deduction = ""] = parts.map(({ at }) => cellAddress(at.row, at.column, true));
  const rank = own.result("rank", "number");
  const rankCell = cellAddress(FACTS_ROW + 1, aside, true);
  // Earlier periods stand between the lines and what is said about them.
  const trend = trendTable(context, TABLE_ROWS.PagePerson + 1 + own.rows + 2);
  const under = trend.at.row + 1 + trend.rows + 1;
  const signs = signatures([text("sign.employee"), text("sign.manager"), text("sign.date")], under + 6, [0, 4, 8]);
  const label = (key: string): string => text(`page.${key}`);
  const page = pageSheet(context, "PagePerson", name, table, {
    left: [
      [label("person"), people[0]?.id ?? ""],
      [label("name"), own.person("name"), { font: { bold: true } }],
      [label("post"), own.person("post")],
      [label("jobGroup"), own.person("jobGroup")],
      [label("department"), own.person("department")],
      [label("from"), { formula: cellFormula(names.setting("From")) }, { numberFormat: "yyyy-mm-dd" }],
      [label("to"), { formula: cellFormula(names.setting("To")) }, { numberFormat: "yyyy-mm-dd" }],
    ],
    right: [
      [label("total"), own.result("total", "number"), { ...POINTS, font: { bold: true, size: 14 } }],
      [label("band"), own.result("band", "text"), { font: { bold: true } }],
      [
        label("rank"),
        {
          formula: rankOfFormula(names, "PagePerson", rankCell, {
            table: names.table("Results"),
            plan: source.results["plan"] ?? "",
            rankingTotal: source.results["rankingTotal"] ?? "",
          }),
        },
      ],
      [label("soFar"), own.result("soFar", "number"), POINTS],
      [label("coverage"), own.result("coverage", "number"), { numberFormat: "0%" }],
      [label("change"), own.result("change", "number"), { numberFormat: "+0.00;-0.00;0.00" }],
      ...(hasItems ? ([[label("madeOf"), { formula: madeOfFormula(base, bonus, deduction) }]] as const) : []),
      ...(hasGates
        ? ([
            [label("gate"), own.result("gate", "text")],
            [label("bandWithout"), own.result("bandWithout", "text")],
          ] as const)
        : []),
    ],
    planNumber: own.result("plan", "number"),
    tables: [trend],
    under: {
      blocks: [
        { at: { row: trend.at.row - 1, column: 0 }, cells: [[text("trend.title")]] },
        { at: { row: under, column: 0 }, cells: [[text("person.reading")], [text("person.comment")]] },
        { at: { row: FACTS_ROW + 1, column: aside }, cells: [[rank]] },
        ...(hasItems ? parts : []),
        ...signs.blocks,
      ],
      styles: [
        {
          rect: { row: trend.at.row - 1, column: 0, rows: 1, columns: 1 },
          style: { font: { bold: true, color: "muted" } },
        },
        { rect: { row: under, column: 0, rows: 2, columns: 1 }, style: QUIET },
        { rect: { row: under + 3, column: 0, rows: 1, columns: 10 }, style: { border: "bottom" } },
        { rect: { row: FACTS_ROW + 1, column: aside, rows: hasItems ? 4 : 1, columns: 1 }, style: QUIET },
        ...signs.styles,
      ],
    },
    underRows: 9 + trend.rows + 3,
    printed: 10,
  });
  return { ...page, trend };
}

/** The entry tables as the pages need them, from the stored headers. */
export function pageEntries(
  entries: readonly {
    readonly table: string;
    readonly headers: Headers;
    readonly lines: readonly string[];
    readonly register?: TableSource;
  }[],
): PageEntry[] {
  return entries.map(({ table, headers, lines, register }, i) => {
    const ends = (part: string): readonly [string, string] => [
      headers[`${part}:${lines[0] ?? ""}`] ?? "",
      headers[`${part}:${lines.at(-1) ?? ""}`] ?? "",
    ];
    return {
      table,
      number: i + 1,
      id: headers["id"] ?? "",
      value: ends("value"),
      attainment: ends("attainment"),
      ...(register === undefined ? {} : { register }),
    };
  });
}

/** The formulas of a page that a second plan changes, by column key. */
export const pageRewrites = (context: BuildContext, page: PageName, headers: Headers, entries: readonly PageEntry[]) =>
  pageEntryFormulas(
    context.names,
    page,
    { no: headers["no"] ?? "", id: headers["id"] ?? "", entryRow: headers["entryRow"] ?? "" },
    entries,
  );
