/** The items on the sheet that is handed out: a table of what counts, how each is scored, and an invented result beside it. */
import { headerOf, type TableSource } from "../formulas/byKey";
import { column } from "../formulas/columns";
import {
  exampleProductFormula,
  exampleWonFormula,
  isOwnFormula,
  itemExpressionFormula,
  itemNumberFormula,
  itemRowFormula,
  itemWordsFormula,
  joinedFormula,
  linesFormula,
  ownPlaceFormula,
  ownRowFormula,
  type ItemExpression,
} from "../formulas/handoutFormulas";
import type { HandoutItems } from "./handoutPlan";
import type { MethodContext } from "./methodWorkbook";
import { columnMaker } from "./registerSheet";
import { heightFor, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellFormula, CellStyle } from "./types";

/** Widths of the printed columns: what it is, its figure, how it is scored, the example. */
export const HANDOUT_WIDTHS = { item: 32, figure: 12, how: 70, example: 22 } as const;
/** Letters are narrower than the digits that widths are given in; Chinese characters are not. */
const LETTERS = 1.15;
/** A text in one of the printed columns, as its height is reckoned. */
export const textIn = (
  { language }: Pick<MethodContext, "language">,
  text: string,
  column: keyof typeof HANDOUT_WIDTHS,
): { readonly text: string; readonly width: number } => ({
  text,
  width: HANDOUT_WIDTHS[column] * (language === "zh-CN" ? 1 : LETTERS),
});
/** Printed columns; the table's other columns stand out of sight to the right of them. */
export const PRINTED = 4;
/** Lines that one formula puts together. */
const LINES_EACH = 5;
/** Points between texts of several lines, and between short ones: there is a line under each. */
const [APART, LEAST_APART] = [6, 4];
const WRAP: CellStyle = { wrap: true };
const NUMBER: CellStyle = { font: { color: "muted" }, numberFormat: "General" };
const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const isExpression = (how: HandoutItems["how"]): how is ItemExpression => typeof how === "function";

/** How it is scored: one column, and those out of sight of which a long text is put together. */
function howColumns(
  make: ReturnType<typeof columnMaker>,
  h: Readonly<Record<string, string>>,
  { source, how }: HandoutItems,
): { readonly shown: ColumnPlan<string>; readonly hidden: readonly ColumnPlan<string>[] } {
  const shown = (formula: CellFormula): ColumnPlan<string> => make.formula("how", HANDOUT_WIDTHS.how, formula, WRAP);
  if (isExpression(how)) return { shown: shown(itemExpressionFormula(h, source, how)), hidden: [] };
  if (how.length <= LINES_EACH) return { shown: shown(linesFormula(h, source, how, true)), hidden: [] };
  const parts = Array.from({ length: Math.ceil(how.length / LINES_EACH) }, (_, i) =>
    how.slice(i * LINES_EACH, (i + 1) * LINES_EACH),
  );
  const keys = parts.map((_, i) => `how${String(i + 1)}`);
  return {
    shown: shown(joinedFormula(h, keys)),
    hidden: parts.map((lines, i) => make.quiet(keys[i] ?? "", 9, linesFormula(h, source, lines, i === 0))),
  };
}

/** The figure of an item: a column of it, or what the method makes of it. */
function figureColumn(
  { names }: MethodContext,
  make: ReturnType<typeof columnMaker>,
  h: Readonly<Record<string, string>>,
  { source, figure }: HandoutItems,
): ColumnPlan<string> {
  const formula =
    typeof figure.from === "function"
      ? itemExpressionFormula(h, source, figure.from)
      : itemNumberFormula(names, h, source, figure.from, figure.fromStage);
  return make.formula("figure", HANDOUT_WIDTHS.figure, formula, {
    numberFormat: "General",
    horizontal: "Left",
    font: { bold: true },
    ...figure.style,
  });
}

/** The invented result, what the method says beside the item, or room for notes. */
function exampleColumn(
  make: ReturnType<typeof columnMaker>,
  h: Readonly<Record<string, string>>,
  { source, example, beside, count }: HandoutItems,
): ColumnPlan<string> {
  const width = HANDOUT_WIDTHS.example;
  if (example !== undefined) return make.formula("example", width, exampleProductFormula(h));
  if (beside !== undefined) return make.formula("example", width, itemExpressionFormula(h, source, beside), WRAP);
  return make.label(
    "example",
    width,
    numbersTo(count).map(() => ""),
  );
}

/** The items, and beside them the rows that say which are the picked person's. */
export function handoutTables(
  context: MethodContext,
  items: HandoutItems,
  row: number,
): { readonly items: TablePlacement; readonly own: TablePlacement | null } {
  const { names, text } = context;
  const make = columnMaker(text, "handout");
  const quiet = make.heads(["no", "row", "points", "won", "mine", "place", "how1", "how2", "break"]);
  const { source, example, of, heads = "usual" } = items;
  const shown = Object.fromEntries(
    ["item", "figure", "how", "example"].map((key) => [key, text(`handout.heads.${heads}.${key}`)]),
  );
  const h = { ...quiet, ...shown };
  const headed = (plan: ColumnPlan<string>): ColumnPlan<string> => ({ ...plan, header: headerOf(h, plan.key) });
  const how = howColumns(make, h, items);
  const numbers = numbersTo(items.count);
  const ownName = names.own.table("HandoutRows");
  const rowOf =
    of === undefined ? itemRowFormula(h, source, items.words) : ownRowFormula(h, column(ownName, headerOf(h, "place")));
  const points = numbers.map((no) => example?.[(no - 1) % example.length] ?? 0);
  const columns = [
    headed(make.formula("item", HANDOUT_WIDTHS.item, itemWordsFormula(h, source, items.item), WRAP)),
    headed(figureColumn(context, make, h, items)),
    headed(how.shown),
    headed(exampleColumn(make, h, items)),
    ...how.hidden,
    make.label("no", 5, numbers, NUMBER),
    make.quiet("row", 7, rowOf),
    ...(isExpression(items.how)
      ? []
      : [
          make.label(
            "break",
            4,
            numbers.map(() => "\n"),
          ),
        ]),
    ...(example === undefined
      ? []
      : [make.label("points", 8, points, NUMBER), make.quiet("won", 9, exampleWonFormula(h))]),
  ];
  const own = (rows: number, owner: string): TablePlacement => ({
    name: ownName,
    at: { row, column: columns.length + 1 },
    rows,
    columns: [
      make.label("no", 5, numbersTo(rows), NUMBER),
      make.quiet("mine", 7, isOwnFormula(names, h, source, { words: items.words, owner })),
      make.quiet("place", 7, ownPlaceFormula(ownName, h)),
    ],
  });
  return {
    items: { name: names.own.table("Handout"), at: { row, column: 0 }, rows: items.count, columns },
    own: of === undefined ? null : own(of.rows, of.owner),
  };
}

/** Texts of a column of a table as it is made, row by row; empty where formulas make them. */
export type WrittenTexts = (source: TableSource, key: string, row: number) => string;

/** Heights of the rows in points: as their texts need, at least as the method says. */
export const handoutHeights = (
  context: MethodContext,
  { source, item, figure, how, count, lines, of }: HandoutItems,
  written: WrittenTexts,
): number[] =>
  Array.from({ length: count }, (_, row) => {
    const words = item.map((key) => written(source, key, row)).filter((text) => text !== "");
    const parts = isExpression(how) ? [] : how.map(({ key }) => written(source, key, row));
    const shown = parts.filter((text) => text !== "").map((text) => `1 – ${text}`);
    // Whoever is picked has rows from anywhere in the table.
    const beside = typeof figure.from === "function" ? "" : written(source, figure.from, row);
    const texts =
      of === undefined
        ? [
            textIn(context, words.join(" – "), "item"),
            textIn(context, beside, "figure"),
            textIn(context, shown.join("\n"), "how"),
          ]
        : [];
    return heightFor(texts, lines, 12) + (lines > 1 && of === undefined ? APART : LEAST_APART);
  });
