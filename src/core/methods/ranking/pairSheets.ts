/** Paired comparison: the half that is typed, the whole matrix under it, and the figures of agreement. */
import {
  BOLD,
  methodTable,
  nameFormula,
  stopAlert,
  TABLE_AT,
  WHOLE,
  type MethodTable,
} from "../../blueprint/methodTable";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, type ColumnRule } from "../../blueprint/registerSheet";
import {
  formulaColumn,
  headersOf,
  inputColumn,
  placeTable,
  type ColumnPlan,
  type TablePlacement,
} from "../../blueprint/tableSheet";
import type { ConditionalRule, SheetBlueprint } from "../../blueprint/types";
import { columnOf, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { cellAddress } from "../../model/a1";
import {
  belowFormula,
  concordanceFormula,
  consistencyFormula,
  drawnPairsFormula,
  drawsFormula,
  judgedFormula,
  judgesFormula,
  meanCorrelationFormula,
  nobodyFormula,
  MOST_PAIRED,
  numbersTo,
  openPairsFormula,
  PAIR_NUMBERS,
  pairCheckFormula,
  pairedFormula,
  pairFaultFormula,
  pairKey,
  pairRankFormula,
  PAIRS_APART,
  peopleFormula,
  triadsFormula,
  wholeFormula,
  winsFormula,
} from "./formulas";
import { samplePreference } from "./sample";

const POINT = { numberFormat: "General", horizontal: "Center" } as const;
const CELL = 6;
/** Columns before the matrix: number, id, name. */
const LEAD = 3;
/** Rows from the last one of the upper matrix to the head of the lower one. */
const BETWEEN = PAIRS_APART + 1;

interface Matrix {
  /** Rows. Columns are there for as many people as can be compared, so that rows can be added later. */
  readonly size: number;
  readonly ids: readonly string[];
  readonly headers: Headers;
}
const COLUMNS = numbersTo(MOST_PAIRED);

function matrixOf({ people, text }: MethodContext): Matrix {
  const size = Math.min(MOST_PAIRED, Math.max(2, people.length));
  const make = columnMaker(text, "pairs");
  const cells = COLUMNS.map((number) => [pairKey(number), text("pairs.number", { number })] as const);
  return {
    size,
    ids: Array.from({ length: size }, (_, i) => people[i]?.id ?? ""),
    headers: {
      ...make.heads(["no", "id", "name", "check", "fault", "below", "nobody", "wins", "rank", "judged", "draws"]),
      ...Object.fromEntries(cells),
    },
  };
}
const leadColumns = (context: MethodContext, { ids, size }: Matrix): ColumnPlan<string>[] => {
  const make = columnMaker(context.text, "pairs");
  return [
    make.label(
      "no",
      6,
      Array.from({ length: size }, (_, i) => i + 1),
      WHOLE,
    ),
    make.label("id", 8, ids),
    make.formula("name", 16, nameFormula(context, make.head("id"))),
  ];
};

/** Columns whose numbers nobody has are out of sight; the pane shows them when people come. */
const hiddenColumns = (size: number): readonly number[] =>
  COLUMNS.filter((number) => number > size).map((number) => LEAD + number - 1);

/** A judgement belongs into the upper half of somebody's column and is 0, ½ or 1. */
const upperRules = (context: MethodContext): ColumnRule[] =>
  COLUMNS.map((number) => {
    const [row, cell] = [`$A${String(TABLE_AT.row + 2)}`, cellAddress(TABLE_AT.row + 1, LEAD + number - 1)];
    const somebody = `COUNTIF(${context.names.own.range(PAIR_NUMBERS)},${String(number)})>0`;
    return {
      key: pairKey(number),
      rule: {
        kind: "custom",
        formula: ruleFormula(`AND(${row}<${String(number)},${somebody},OR(${cell}=0,${cell}=0.5,${cell}=1))`),
      },
      alert: stopAlert(context, "pair"),
    };
  });
/** The lower half, the diagonal and columns of nobody are grey; the whole shows wins. */
const shades = (context: MethodContext, row: number, size: number): ConditionalRule[] =>
  COLUMNS.map((number) => ({
    kind: "formula",
    rect: { row, column: LEAD + number - 1, rows: size, columns: 1 },
    formula: ruleFormula(
      `OR($A${String(row + 1)}>=${String(number)},COUNTIF(${context.names.own.range(PAIR_NUMBERS)},${String(number)})=0)`,
    ),
    style: { fill: "noteFill" },
  }));

function wholeTable(context: MethodContext, matrix: Matrix, pairs: TableSource): TablePlacement {
  const { names, text } = context;
  const make = columnMaker(text, "pairs");
  const { size, headers: h } = matrix;
  const source = { table: names.own.table("Whole"), headers: h };
  return {
    name: source.table,
    at: { row: TABLE_AT.row + size + 1 + BETWEEN, column: 0 },
    rows: size,
    columns: [
      ...leadColumns(context, matrix),
      ...COLUMNS.map((number) =>
        formulaColumn(pairKey(number), h[pairKey(number)] ?? "", CELL, wholeFormula(h, pairs, number), POINT),
      ),
      make.formula("wins", 18, winsFormula(h), { numberFormat: "0.0", ...BOLD }),
      make.formula("rank", 9, pairRankFormula(source, pairs), { ...WHOLE, ...BOLD }),
      make.quiet("judged", 9, judgedFormula(h)),
      make.quiet("draws", 9, drawsFormula(h)),
    ],
  };
}

/** Both matrices on one sheet, column under column. */
export function pairsSheet(context: MethodContext): { readonly pairs: MethodTable; readonly whole: TablePlacement } {
  const { names, text, isSample } = context;
  const make = columnMaker(text, "pairs");
  const matrix = matrixOf(context);
  const { size, headers: h } = matrix;
  const own = { table: names.own.table("Pairs"), headers: h };
  const typed = (row: number, column: number): number | "" =>
    isSample && row < column && column < size ? samplePreference(row, column) : "";
  // As wide as the table under it: rows that are taken out of this one move all of that one.
  const columns: ColumnPlan<string>[] = [
    ...leadColumns(context, matrix),
    ...COLUMNS.map((number) =>
      inputColumn(
        pairKey(number),
        h[pairKey(number)] ?? "",
        CELL,
        Array.from({ length: size }, (_row, i) => typed(i, number - 1)),
        POINT,
      ),
    ),
    make.formula("check", 18, pairCheckFormula(names, h), BOLD),
    make.quiet("fault", 9, pairFaultFormula(h)),
    make.quiet("below", 9, belowFormula(h)),
    make.quiet("nobody", 9, nobodyFormula(own)),
  ];
  const numbers = cellFormula(columnOf(own.table, h, "no"));
  const made = methodTable(
    context,
    "Pairs",
    "pairs",
    columns,
    size,
    {
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      groups: [{ from: pairKey(1), to: pairKey(MOST_PAIRED), label: text("pairs.typed") }],
      rules: upperRules(context),
      conditional: shades(context, TABLE_AT.row + 1, size),
      frozen: LEAD,
      // The rank of the lower table stands under "fault"; what only serves other formulas stays on the screen.
      printTo: "below",
      printUnder: size + 1 + BETWEEN,
    },
    [{ name: names.own.range(PAIR_NUMBERS), refersTo: numbers }],
  );
  const whole = wholeTable(context, matrix, { table: made.table.name, headers: made.headers });
  const sheet = { ...withWhole(context, made.sheet, whole), hiddenColumns: hiddenColumns(size) };
  return { pairs: { ...made, sheet }, whole };
}

function withWhole(context: MethodContext, sheet: SheetBlueprint, whole: TablePlacement): SheetBlueprint {
  const label = context.text("pairs.whole");
  const placed = placeTable(whole);
  const row = whole.at.row - 1;
  return {
    ...sheet,
    tables: [...sheet.tables, placed.table],
    blocks: [...sheet.blocks, { at: { row, column: 0 }, cells: [[label]] }],
    styles: [
      ...sheet.styles,
      ...placed.styles,
      { rect: { row, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true, size: 12 } } },
    ],
    rowHeights: [...(sheet.rowHeights ?? []), { row: whole.at.row, height: 32 }],
    columnWidths: [...sheet.columnWidths, { column: whole.columns.length - 2, count: 2, width: 9 }],
    conditional: [...sheet.conditional, ...shades(context, whole.at.row + 1, whole.rows)],
  };
}

const AGREEMENT_KEYS = ["judges", "people", "w", "rho", "paired", "open", "drawn", "triads", "consistency"];

/** Figures of agreement: Kendall's W, consistency of the pairs. */
export function agreementSheet(
  context: MethodContext,
  orders: TableSource,
  judges: TableSource,
  pairs: TableSource,
  whole: TableSource,
): MethodTable {
  const make = columnMaker(context.text, "agreement");
  const h = make.heads(AGREEMENT_KEYS);
  const share = { numberFormat: "0.00", ...BOLD };
  const columns: ColumnPlan<string>[] = [
    make.formula("judges", 14, judgesFormula(judges), WHOLE),
    make.formula("people", 12, peopleFormula(orders), WHOLE),
    make.formula("w", 16, concordanceFormula(h, orders, judges), share),
    make.formula("rho", 18, meanCorrelationFormula(h), share),
    make.formula("paired", 14, pairedFormula(whole), WHOLE),
    make.formula("open", 14, openPairsFormula(h, whole), WHOLE),
    make.formula("drawn", 12, drawnPairsFormula(whole), WHOLE),
    make.formula("triads", 16, triadsFormula(h, pairs, whole), WHOLE),
    make.formula("consistency", 16, consistencyFormula(h), share),
  ];
  const made = methodTable(context, "Agreement", "agreement", columns, 1, {
    tabColor: "headFill",
    groups: [
      { from: "judges", to: "rho", label: context.text("agreement.orders") },
      { from: "paired", to: "consistency", label: context.text("agreement.pairs") },
    ],
    frozen: 0,
    printUnder: 8,
  });
  const notes = [1, 2, 3, 4].map((line) => [context.text(`agreement.note.${String(line)}`)]);
  return {
    ...made,
    sheet: {
      ...made.sheet,
      blocks: [...made.sheet.blocks, { at: { row: TABLE_AT.row + 3, column: 0 }, cells: notes }],
    },
  };
}

/** The whole matrix as formulas look it up. */
export const wholeSource = (whole: TablePlacement): TableSource => ({
  table: whole.name,
  headers: headersOf(whole.columns),
});
