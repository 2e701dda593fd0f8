/**
 * "Explain the scheme": one page that says how every line is scored, the rules and bands in force, and one worked
 * example.
 */
import { headerOf, type Headers, type TableSource } from "../formulas/byKey";
import { cellFormula, here, ruleFormula } from "../formulas/columns";
import {
  lineNumberFormula,
  linePlanRowFormula,
  lineTextFormula,
  pageEntryFormulas,
  pickedFormula,
  type PageEntry,
} from "../formulas/pageFormulas";
import {
  bandTextFormula,
  outcomeFormula,
  planTextFormula,
  ratingWorthsFormula,
  scoringFormula,
  workedFormula,
} from "../formulas/schemeFormulas";
import { cellAddress, quoteSheetName } from "../model/a1";
import { scalesOf, type BuildContext } from "./context";
import { itemBlock } from "./itemBlock";
import { columnMaker } from "./registerSheet";
import { heading, INPUT_STYLE, placeTable, widthsOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellContent, CellStyle, NameBlueprint, SheetBlueprint, StyledArea } from "./types";

const FACTS_ROW = 3;
const BANDS = 5;
const RULES = 7;
/** Where the parts of the page stand: bonus and deduction items make room for themselves. */
function placesOf(context: BuildContext) {
  const itemsAt = FACTS_ROW + RULES + 1;
  const items = itemBlock(context, { row: itemsAt, column: 0 });
  const shift = items.rows === 0 ? 0 : items.rows + 1;
  return { items, example: 12 + shift, lines: 16 + shift };
}
/** Columns that are printed; what stands to the right is looked up for the example. */
const PRINTED = 6;
const QUIET: CellStyle = { font: { color: "muted" } };
const PLAIN: CellStyle = { numberFormat: "General", horizontal: "Left" };
const SHARE: CellStyle = { numberFormat: "0%", horizontal: "Left" };
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };

export interface SchemeSource {
  readonly plan: Headers;
  readonly results: TableSource;
  readonly bands: Headers;
  readonly entries: readonly PageEntry[];
}
export interface SchemeParts {
  readonly sheet: SheetBlueprint;
  readonly lines: TablePlacement;
  readonly example: TablePlacement;
  readonly names: readonly NameBlueprint[];
}

/** A row a line of Plan, in its order. */
export function schemeLines(context: BuildContext, plan: Headers): TablePlacement {
  const { names, text, lines, kinds, template } = context;
  const make = columnMaker(text, "scheme");
  const table = names.table("Plan");
  const row = make.head("no");
  const kind = `INDEX(${table}[${headerOf(plan, "kind")}],${here(row)})&""`;
  const scale = Math.max(0, ...scalesOf(template.lines));
  const ratingText = scale === 0 ? '""' : here(make.head("worths"));
  const fromPlan = (key: string) => planTextFormula(table, headerOf(plan, key), row);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "no",
      6,
      lines.map((_, i) => i + 1),
      { ...QUIET, numberFormat: "0" },
    ),
    make.formula("id", 9, fromPlan("id"), { ...QUIET, horizontal: "Left", indent: 1 }),
    make.formula("indicator", 36, fromPlan("indicator"), { wrap: true }),
    make.formula("weight", 12, lineNumberFormula(table, headerOf(plan, "weight"), row), {
      numberFormat: "General",
      font: { bold: true },
    }),
    make.formula("scoring", 62, scoringFormula(names, kinds, row, ratingText, kind), { wrap: true }),
    make.formula("source", 26, fromPlan("source"), { wrap: true }),
    ...(scale === 0 ? [] : [make.quiet("worths", 8, ratingWorthsFormula(names, scale, row))]),
  ];
  return { name: names.table("Scheme"), at: { row: placesOf(context).lines, column: 0 }, rows: lines.length, columns };
}

function exampleTable(context: BuildContext, source: SchemeSource): TablePlacement {
  const { names, text, people } = context;
  const make = columnMaker(text, "example");
  const own = make.heads(["no", "id", "planRow", "entryRow", "actual", "attainment", "weight", "total", "band"]);
  const byEntry = pageEntryFormulas(
    names,
    "SchemePerson",
    { no: headerOf(own, "no"), id: headerOf(own, "id"), entryRow: headerOf(own, "entryRow") },
    source.entries,
  );
  const plan = names.table("Plan");
  const planRow = headerOf(own, "planRow");
  const picked = (key: string, kind: "text" | "number") =>
    pickedFormula(
      names,
      "SchemePerson",
      {
        table: source.results.table,
        id: headerOf(source.results.headers, "id"),
        wanted: headerOf(source.results.headers, key),
      },
      kind,
    );
  return {
    name: names.table("Example"),
    at: { row: placesOf(context).example, column: 0 },
    rows: 1,
    columns: [
      make.input("no", 6, [1], { numberFormat: "0" }),
      make.input("person", 9, [people[0]?.id ?? ""], { horizontal: "Left", indent: 1 }),
      make.formula("indicator", 36, lineTextFormula(plan, headerOf(source.plan, "indicator"), planRow), { wrap: true }),
      make.formula("weight", 12, lineNumberFormula(plan, headerOf(source.plan, "weight"), planRow), {
        numberFormat: "General",
        font: { bold: true },
      }),
      make.formula("worked", 62, workedFormula(own), { font: { bold: true } }),
      make.formula("outcome", 26, outcomeFormula(own)),
      make.quiet("id", 8, byEntry.id),
      make.quiet("planRow", 8, linePlanRowFormula(names, headerOf(own, "id"))),
      make.quiet("entryRow", 8, byEntry.entryRow),
      make.quiet("actual", 10, byEntry.actual),
      make.quiet("attainment", 10, byEntry.attainment),
      make.quiet("planNo", 8, picked("plan", "number")),
      make.quiet("total", 10, picked("total", "number")),
      make.quiet("band", 14, picked("band", "text")),
    ],
  };
}

/** Rules in force, read from Settings; bands beside them. */
function rulesBlock(context: BuildContext, bands: Headers): Pick<SheetBlueprint, "blocks" | "styles"> {
  const { names, text } = context;
  const rules = (
    [
      ["From", DATE],
      ["To", DATE],
      ["Cap", SHARE],
      ["Floor", SHARE],
      ["S0", SHARE],
      ["Policy", PLAIN],
      ["MinApplicable", SHARE],
    ] as const
  ).map(([key, style]) => ({ label: text(`scheme.rule.${key}`), value: cellFormula(names.setting(key)), style }));
  const bandCells = Array.from({ length: BANDS }, (_, i): CellContent[] => [
    { formula: bandTextFormula(names.table("Bands"), headerOf(bands, "from"), headerOf(bands, "band"), i + 1) },
  ]);
  return {
    blocks: [
      { at: { row: FACTS_ROW, column: 0 }, cells: rules.map(({ label }) => [label]) },
      { at: { row: FACTS_ROW, column: 3 }, cells: rules.map(({ value }) => [{ formula: value }]) },
      { at: { row: FACTS_ROW, column: 4 }, cells: [[text("scheme.bands")], ...bandCells] },
    ],
    styles: [
      { rect: { row: FACTS_ROW, column: 0, rows: rules.length, columns: 1 }, style: QUIET },
      ...rules.map(({ style }, i): StyledArea => ({
        rect: { row: FACTS_ROW + i, column: 3, rows: 1, columns: 1 },
        style,
      })),
      { rect: { row: FACTS_ROW, column: 4, rows: 1, columns: 1 }, style: { font: { bold: true, color: "muted" } } },
      { rect: { row: FACTS_ROW, column: 4, rows: BANDS + 1, columns: 1 }, style: { horizontal: "Left", indent: 1 } },
    ],
  };
}

/** The page that explains how every line is scored, with one worked example of a picked person. */
export function schemeSheet(context: BuildContext, name: string, source: SchemeSource): SchemeParts {
  const { names, text } = context;
  const lines = schemeLines(context, source.plan);
  const example = exampleTable(context, source);
  const placed = [placeTable(example), placeTable(lines)];
  const head = heading(text("scheme.title"), text("scheme.subtitle"));
  const rules = rulesBlock(context, source.bands);
  const places = placesOf(context);
  const body = places.example + 1;
  const indexOf = (key: string): number => example.columns.findIndex((column) => column.key === key);
  const cell = (column: number) => cellFormula(`${quoteSheetName(name)}!${cellAddress(body, column, true)}`);
  const one = (column: number) => ({ row: body, column, rows: 1, columns: 1 });
  const alert = { style: "Stop", title: text("valid.list.title"), message: text("valid.list") } as const;
  return {
    lines,
    example,
    names: [
      { name: names.setting("SchemePerson"), refersTo: cell(indexOf("person")) },
      { name: names.setting("SchemePersonNo"), refersTo: cell(indexOf("planNo")) },
    ],
    sheet: {
      name,
      target: "create",
      blocks: [
        ...head.blocks,
        ...rules.blocks,
        ...places.items.blocks,
        { at: { row: places.example - 1, column: 0 }, cells: [[text("scheme.example")]] },
        { at: { row: places.lines - 1, column: 0 }, cells: [[text("scheme.lines")]] },
      ],
      tables: placed.map(({ table }) => table),
      styles: [
        ...head.styles,
        ...rules.styles,
        ...places.items.styles,
        ...[places.example, places.lines].map((row) => ({
          rect: { row: row - 1, column: 0, rows: 1, columns: 1 },
          style: { font: { bold: true, color: "muted" as const } },
        })),
        ...placed.flatMap(({ styles }) => styles),
        { rect: { row: body, column: 0, rows: 1, columns: 2 }, style: { ...INPUT_STYLE, border: "box" } },
      ],
      columnWidths: widthsOf(example),
      rowHeights: [
        { row: body, height: 30 },
        ...Array.from({ length: lines.rows }, (_, i) => ({ row: places.lines + 1 + i, height: 30 })),
      ],
      conditional: [],
      validation: [
        { rect: one(0), rule: { kind: "whole", min: 1, max: 99 }, alert },
        { rect: one(1), rule: { kind: "list", source: ruleFormula(names.setting("PeopleIds")) }, alert },
      ],
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printArea: { row: 0, column: 0, rows: places.lines + 1 + lines.rows, columns: PRINTED },
      },
    },
  };
}
