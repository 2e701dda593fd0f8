/**
 * The sheet that is handed out before the period and explains the scheme: for whom and when, what counts and how it is scored, how
 * the result is made by the rules in force, one worked example, who rates, how to object, and lines to sign. A method says what
 * stands on it (handoutPlan); everything that is a figure is read from the workbook by formulas.
 */
import { headerOf, type TableSource } from "../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../formulas/columns";
import { halfTimeFormula, handoutNameFormula, handoutPick, ownCountFormula } from "../formulas/handoutFormulas";
import { ofPickedFormula } from "../formulas/personPageFormulas";
import { bandTextFormula } from "../formulas/schemeFormulas";
import { cellAddress, quoteSheetName } from "../model/a1";
import { handoutHeights, handoutTables, HANDOUT_WIDTHS, PRINTED, textIn, type WrittenTexts } from "./handoutItems";
import type { HandoutItems, HandoutPlan, HandoutRow, HandoutStep } from "./handoutPlan";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import { columnMaker } from "./registerSheet";
import { heading, headersOf, heightFor, INPUT_STYLE, placeTable, type TablePlacement } from "./tableSheet";
import type { CellContent, CellStyle, SheetBlueprint, StyledArea } from "./types";

const FACTS_ROW = 3;
const [VALUE_AT, SAYS_AT] = [1, 2];
const SIGNATURES = ["employee", "manager"] as const;
const SIGN_HEIGHT = 24;
const TEXT_LINES = 2;
const POINTS_A_ROW = 15;
/** Points that can still be read when they are put onto one page; more go onto the next one. */
const ONE_PAGE = 1250;
/** Points between lines. */
const APART = 2;
const QUIET: CellStyle = { font: { color: "muted" } };
const DAY: CellStyle = { numberFormat: "yyyy-mm-dd" };
const SECTION: CellStyle = { fill: "noteFill", font: { bold: true, color: "ink" } };

type Heights = NonNullable<SheetBlueprint["rowHeights"]>;
/** A stretch of rows of the page. */
interface Piece {
  readonly rows: number;
  readonly blocks: SheetBlueprint["blocks"];
  readonly styles: readonly StyledArea[];
  readonly heights: Heights;
}
const area = (row: number, at: number, style: CellStyle, columns = 1): StyledArea => ({
  rect: { row, column: at, rows: 1, columns },
  style,
});
const cell = (row: number, at: number, content: CellContent): SheetBlueprint["blocks"][number] => ({
  at: { row, column: at },
  cells: [[content]],
});

/** Height of the rows down to a row in points. */
function heightOf(pieces: readonly Piece[], rows: number): number {
  const heights = pieces.flatMap((piece) => piece.heights);
  return heights.reduce((sum, { height }) => sum + height, POINTS_A_ROW * (rows - heights.length));
}

/** The head of a part, over the whole width. */
const sectionHead = (row: number, title: string): Piece => ({
  rows: 1,
  blocks: [cell(row, 0, title)],
  styles: [area(row, 0, SECTION, PRINTED)],
  heights: [{ row, height: 18 }],
});

const TOPIC: CellStyle = { wrap: true, vertical: "Top" };
const VALUE: CellStyle = { numberFormat: "General", horizontal: "Left", vertical: "Top", font: { bold: true } };
/** Lines under each other, one row each. */
const pieceOf = (
  lines: readonly (Pick<Piece, "blocks" | "styles"> & { readonly height: number })[],
  first: number,
): Piece => ({
  rows: lines.length,
  blocks: lines.flatMap(({ blocks }) => blocks),
  styles: lines.flatMap(({ styles }) => styles),
  heights: lines.map(({ height }, i) => ({ row: first + i, height: height + APART })),
});

/** Rules: topic, figure in force, what it means. */
function rulesAt(context: MethodContext, rules: readonly HandoutRow[], first: number): Piece {
  const { text, word } = context;
  const lines = rules.map(({ key, figure, style = {} }, i) => {
    const row = first + i;
    const [topic, says] = [text(`handout.${key}`), text(`handout.${key}.says`, { na: word("na") })];
    return {
      blocks: [
        cell(row, 0, topic),
        ...(figure === undefined ? [] : [cell(row, VALUE_AT, { formula: figure })]),
        cell(row, SAYS_AT, says),
      ],
      styles: [area(row, 0, TOPIC), area(row, VALUE_AT, { ...VALUE, ...style }), area(row, SAYS_AT, TOPIC)],
      height: heightFor([textIn(context, topic, "item"), textIn(context, says, "how")], 1, 5),
    };
  });
  return pieceOf(lines, first);
}

/** Steps of the example: what is done, and the sum to its right. */
function exampleAt(
  context: MethodContext,
  steps: readonly HandoutStep[],
  items: TablePlacement | null,
  first: number,
): Piece {
  const { text } = context;
  const places = new Map(steps.map(({ key }, i) => [key, cellAddress(first + i, VALUE_AT, true)]));
  const headers = items === null ? {} : headersOf(items.columns);
  const page = {
    at: (key: string): string => {
      const place = places.get(key);
      if (place === undefined) throw new Error(`the example has no step ${key}`);
      return place;
    },
    column: (key: string): string => column(items?.name ?? "", headerOf(headers, key)),
  };
  const lines = steps.map(({ key, value, style = {} }, i) => {
    const [row, topic] = [first + i, text(`handout.${key}`)];
    const says = value === undefined ? text(`handout.${key}.says`) : "";
    const content = typeof value === "function" ? { formula: value(page) } : value;
    return {
      blocks: [cell(row, 0, topic), content === undefined ? cell(row, SAYS_AT, says) : cell(row, VALUE_AT, content)],
      styles: [
        area(row, 0, TOPIC),
        area(row, VALUE_AT, { ...VALUE, ...style }),
        ...(content === undefined ? [area(row, SAYS_AT, TOPIC)] : []),
      ],
      height: heightFor([textIn(context, topic, "item"), textIn(context, says, "how")], 1, 5),
    };
  });
  return pieceOf(lines, first);
}

/** A text that people may change: what is usual stands in it. */
function typedTextAt(context: MethodContext, key: string, row: number, words = key): Piece {
  const { text } = context;
  const [topic, says] = [text(`handout.${key}`), text(`handout.${words}.says`)];
  return {
    rows: 1,
    blocks: [cell(row, 0, topic), cell(row, SAYS_AT, says)],
    styles: [area(row, 0, TOPIC), area(row, SAYS_AT, { ...INPUT_STYLE, wrap: true, vertical: "Top", border: "box" })],
    heights: [{ row, height: heightFor([textIn(context, says, "how")], TEXT_LINES, 6) }],
  };
}

/** For whom and for which period; the bands beside it. */
function factsAt(context: MethodContext, { hasBands, picksPerson }: HandoutPlan, first: number): Piece {
  const { names, text, people, peopleHeaders, settings } = context;
  const list: TableSource = { table: names.table("People"), headers: peopleHeaders };
  const pick = handoutPick(names);
  const picked = (key: string) => ofPickedFormula(names, list, list, key, "text", pick);
  const facts: readonly (readonly [key: string, content: CellContent, style?: CellStyle])[] = [
    ["person", picksPerson ? (people[0]?.id ?? "") : ""],
    ["name", { formula: handoutNameFormula(names, picked("name")) }, { font: { bold: true } }],
    ["post", { formula: picked("post") }],
    ["department", { formula: picked("department") }],
    ["manager", { formula: picked("manager") }],
    ["from", { formula: cellFormula(names.setting("From")) }, DAY],
    ["half", { formula: halfTimeFormula(names) }, DAY],
    ["to", { formula: cellFormula(names.setting("To")) }, DAY],
  ];
  const bands = headersOf(settings.bands.columns);
  const bandLines = !hasBands
    ? []
    : Array.from({ length: settings.bands.rows }, (_, i) =>
        cell(first + 1 + i, PRINTED - 1, {
          formula: bandTextFormula(
            settings.bands.name,
            headerOf(bands, "from"),
            headerOf(bands, "band"),
            settings.bands.rows - i,
          ),
        }),
      );
  return {
    rows: facts.length,
    blocks: [
      ...facts.flatMap(([key, content], i) => [
        cell(first + i, 0, text(`handout.fact.${key}`)),
        cell(first + i, VALUE_AT, content),
      ]),
      cell(first, SAYS_AT, text("handout.pick")),
      ...(hasBands ? [cell(first, PRINTED - 1, text("handout.bands"))] : []),
      ...bandLines,
    ],
    styles: [
      ...facts.flatMap(([, , style = {}], i) => [
        area(first + i, 0, QUIET),
        area(first + i, VALUE_AT, { horizontal: "Left", ...style }),
      ]),
      area(first, SAYS_AT, { ...QUIET, wrap: true, horizontal: "Left", indent: 1 }),
      area(first, VALUE_AT, { ...INPUT_STYLE, border: "box", horizontal: "Left", font: { bold: true } }),
      ...(hasBands ? [area(first, PRINTED - 1, { font: { bold: true, color: "muted" } })] : []),
    ],
    heights: [],
  };
}

function signaturesAt({ text }: MethodContext, first: number): Piece {
  return {
    rows: SIGNATURES.length,
    blocks: SIGNATURES.flatMap((who, i) => [
      cell(first + i, 0, text(`sign.${who}`)),
      cell(first + i, PRINTED - 1, text("sign.date")),
    ]),
    styles: SIGNATURES.flatMap((_, i) => [
      area(first + i, 0, { ...QUIET, vertical: "Bottom" }),
      area(first + i, VALUE_AT, { border: "bottom" }, PRINTED - 2),
      area(first + i, PRINTED - 1, { ...QUIET, vertical: "Bottom", border: "bottom" }),
    ]),
    heights: SIGNATURES.map((_, i) => ({ row: first + i, height: SIGN_HEIGHT })),
  };
}

/** Rows for the head and the body of the table; under the items of one person how many of them there are. */
function itemsPiece(context: MethodContext, items: HandoutItems, first: number, written: WrittenTexts): Piece {
  const { text, names } = context;
  const under = first + 1 + items.count;
  const make = columnMaker(text, "handout");
  const shown = ownCountFormula(names.own.table("HandoutRows"), make.heads(["mine"]), items.count);
  return {
    rows: 1 + items.count + (items.of === undefined ? 0 : 1),
    blocks:
      items.of === undefined ? [] : [cell(under, 0, text("handout.shown")), cell(under, VALUE_AT, { formula: shown })],
    styles: [
      // A line under each item: the rows that are still free can be filled in by hand.
      ...Array.from({ length: items.count }, (_, i) => area(first + 1 + i, 0, { border: "bottom" }, PRINTED)),
      ...(items.of === undefined
        ? []
        : [area(under, 0, QUIET), area(under, VALUE_AT, { ...QUIET, horizontal: "Left" })]),
    ],
    heights: [
      { row: first, height: 32 },
      ...handoutHeights(context, items, written).map((height, i) => ({ row: first + 1 + i, height })),
    ],
  };
}

/** @param written what stands in the tables of the method as they are made, for the heights of rows */
export function handoutSheet(
  context: MethodContext,
  sheetKey: string,
  plan: HandoutPlan,
  written: WrittenTexts,
): MethodPart {
  const { names, text, template, language } = context;
  const name = context.sheetName(sheetKey);
  const pieces: Piece[] = [];
  let row = FACTS_ROW;
  const add = (make: (first: number) => Piece): number => {
    const first = row;
    const piece = make(first);
    pieces.push(piece);
    row += piece.rows;
    return first;
  };
  const section = (key: string): void => {
    row += 1;
    add((first) => sectionHead(first, text(`handout.section.${key}`)));
  };
  add((first) => factsAt(context, plan, first));
  const { items } = plan;
  let tables: ReturnType<typeof handoutTables> | null = null;
  if (items !== undefined) {
    section(items.title ?? "items");
    const at = add((first) => itemsPiece(context, items, first, written));
    tables = handoutTables(context, items, at);
  }
  section(sheetKey === "handout" ? "rules" : "works");
  add((first) => rulesAt(context, plan.rules, first));
  if (plan.example.length > 0) {
    section("example");
    add((first) => exampleAt(context, plan.example, tables?.items ?? null, first));
  }
  section("who");
  add((first) => rulesAt(context, plan.who, first));
  const talksRow = add((first) =>
    typedTextAt(context, "talks", first, plan.talks === undefined ? "talks" : `talks.${plan.talks}`),
  );
  const objectionRow = add((first) => typedTextAt(context, "objection", first));
  row += 1;
  add((first) => signaturesAt(context, first));
  const placed = tables === null ? [] : [tables.items, ...(tables.own === null ? [] : [tables.own])];
  const parts = placed.map(placeTable);
  const head = heading(text(`${sheetKey}.title`, { method: template.name[language] }), text(`${sheetKey}.subtitle`));
  const named = (key: string, at: { readonly row: number; readonly column: number }) => ({
    name: names.own.cell(key),
    refersTo: cellFormula(`${quoteSheetName(name)}!${cellAddress(at.row, at.column, true)}`),
  });
  const pick = { row: FACTS_ROW, column: VALUE_AT, rows: 1, columns: 1 };
  const { item, figure, how, example } = HANDOUT_WIDTHS;
  const last = Math.max(PRINTED, ...placed.map((table) => table.at.column + table.columns.length));
  return {
    tables:
      tables === null ? {} : { Handout: tables.items, ...(tables.own === null ? {} : { HandoutRows: tables.own }) },
    names: [
      named("HandoutPerson", pick),
      named("Talks", { row: talksRow, column: SAYS_AT }),
      named("Objection", { row: objectionRow, column: SAYS_AT }),
    ],
    sheet: {
      name,
      target: "create",
      tabColor: "noteFill",
      blocks: [...head.blocks, ...pieces.flatMap(({ blocks }) => blocks)],
      tables: parts.map(({ table }) => table),
      styles: [...head.styles, ...pieces.flatMap(({ styles }) => styles), ...parts.flatMap(({ styles }) => styles)],
      columnWidths: [item, figure, how, example, ...Array.from({ length: last - PRINTED }, () => 9)].map(
        (width, at) => ({ column: at, width }),
      ),
      rowHeights: pieces.flatMap(({ heights }) => heights),
      conditional: [],
      validation: [
        {
          rect: pick,
          rule: { kind: "list", source: ruleFormula(names.setting("PeopleIds")) },
          allowBlank: true,
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      ...(last > PRINTED ? { hiddenColumns: Array.from({ length: last - PRINTED }, (_, i) => PRINTED + i) } : {}),
      showGridlines: false,
      page: {
        orientation: "Portrait",
        fitToWidth: true,
        ...(heightOf(pieces, row) > ONE_PAGE ? {} : { fitToHeight: true }),
        printArea: { row: 0, column: 0, rows: row, columns: PRINTED },
      },
    },
  };
}
