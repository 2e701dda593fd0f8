/**
 * The Proof sheet of an entry table: every person's result a second time by other formulas, the difference, and a word
 * where they part.
 */
import { cellOf, headerOf, type TableSource } from "../formulas/byKey";
import { itemsAgainFormula } from "../formulas/itemFormulas";
import { ruleFormula } from "../formulas/columns";
import { numberOnFormula } from "../formulas/formulaCountFormulas";
import { notOkRule } from "../formulas/planFormulas";
import { entryRowFormula, linePointsFormula, planWeightFormula, proofFormulas } from "../formulas/proofFormulas";
import { gatherFormula } from "../formulas/resultFormulas";
import { PROOF_APART } from "../people/peopleTables";
import { cellAddress, quoteSheetName, rectAddress } from "../model/a1";
import type { TableKey } from "../model/columns";
import type { CheckRow } from "./checksSheet";
import type { BuildContext } from "./context";
import { formulaCount } from "./formulaCount";
import { CEILING_FORMAT } from "./gateSheet";
import { columnMaker } from "./registerSheet";
import { headersOf, heading, placeTable, widthsOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellStyle, SheetBlueprint } from "./types";

const AT = { row: 5, column: 0 };
const ID_ROW = 3;
const WEIGHT_ROW = 4;
const POINTS: CellStyle = { numberFormat: "0.00" };
const QUIET: CellStyle = { font: { color: "muted" } };
const HELD: CellStyle = { ...QUIET, numberFormat: CEILING_FORMAT, horizontal: "Right" };

export interface ProofSource {
  readonly key: Extract<TableKey, `Proof${string}`>;
  readonly entry: TableSource;
  readonly plan: TableSource;
  readonly results: TableSource;
  readonly bands: TableSource;
  /** The register of bonus and deductions; null where the workbook has none. */
  readonly extras: TableSource | null;
}
export interface ProofParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
}

/** First column of the points by line, after what all workbooks have. */
const pointsColumn = ({ hasGates, hasItems }: BuildContext): number => 12 + (hasGates ? 1 : 0) + (hasItems ? 1 : 0);

function proofColumns(context: BuildContext, source: ProofSource): readonly ColumnPlan<string>[] {
  const { names, text, lines, people, hasGates } = context;
  const { entry, results, bands, extras } = source;
  const make = columnMaker(text, "proof");
  const keys = [
    "id",
    "total",
    "soFar",
    "again",
    "difference",
    "items",
    "band",
    "bandAgain",
    "toFill",
    "entryRow",
    "ceiling",
    "held",
  ];
  const own = make.heads(keys);
  const pointHeads = lines.map(({ id }) => text("col.proof.points", { id }));
  const start = pointsColumn(context);
  const weights = rectAddress({ row: WEIGHT_ROW, column: start, rows: 1, columns: lines.length }, true);
  const formulas = proofFormulas(names, {
    own,
    points: [pointHeads[0] ?? "", pointHeads.at(-1) ?? ""],
    weights,
    bands: { table: bands.table, from: headerOf(bands.headers, "from"), band: headerOf(bands.headers, "band") },
    hasGates,
    hasItems: extras !== null,
  });
  const from = ({ table, headers }: TableSource, key: string) =>
    gatherFormula([table], headerOf(headers, "id"), headerOf(headers, key), headerOf(own, "id"));
  return [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, from(results, "name")),
    make.formula("check", 12, formulas.check, { font: { bold: true } }),
    make.formula("total", 10, from(results, "total"), { ...POINTS, font: { bold: true } }),
    make.formula("soFar", 10, from(results, "soFar"), POINTS),
    make.formula("again", 11, formulas.again, POINTS),
    make.formula("difference", 11, formulas.difference, { numberFormat: "0.000000" }),
    ...(extras === null
      ? []
      : [make.formula("items", 11, itemsAgainFormula(names, { register: extras, id: cellOf(own, "id") }), POINTS)]),
    make.formula("band", 15, from(results, "band")),
    make.formula("bandAgain", 15, formulas.bandAgain),
    make.quiet("toFill", 8, from(entry, "toFill")),
    make.quiet("entryRow", 8, entryRowFormula(entry, headerOf(own, "id"))),
    ...(hasGates ? [make.formula("ceiling", 10, from(entry, "ceiling"), HELD)] : []),
    make.formula("held", 10, formulas.held, HELD),
    ...lines.map(({ id }, i): ColumnPlan<string> => ({
      key: `points:${id}`,
      header: pointHeads[i] ?? "",
      width: 9,
      content: {
        kind: "formula",
        formula: linePointsFormula(entry, id, headerOf(own, "entryRow"), cellAddress(WEIGHT_ROW, start + i, true)),
      },
      style: { ...QUIET, ...POINTS },
    })),
  ];
}

/** The Proof sheet of one entry table, with the columns that Checks counts. */
export function proofSheet(context: BuildContext, name: string, source: ProofSource): ProofParts {
  const { names, text, lines, people } = context;
  const columns = proofColumns(context, source);
  const table: TablePlacement = { name: names.table(source.key), at: AT, rows: Math.max(1, people.length), columns };
  const placed = placeTable(table);
  const head = heading(text("proof.title"), text("proof.subtitle"));
  const start = pointsColumn(context);
  const body = AT.row + 1;
  const indexOf = (key: string): number => columns.findIndex((column) => column.key === key);
  const [check, toFill] = [indexOf("check"), indexOf("toFill")];
  const above = lines.map((_, i) => ({
    formula: planWeightFormula(source.plan, cellAddress(ID_ROW, start + i, true)),
  }));
  return {
    table,
    sheet: {
      name,
      target: "create",
      blocks: [
        ...head.blocks,
        { at: { row: 2, column: 0 }, cells: [[text("proof.how")]] },
        { at: { row: ID_ROW, column: start - 1 }, cells: [[text("proof.line"), ...lines.map(({ id }) => id)]] },
        { at: { row: WEIGHT_ROW, column: start - 1 }, cells: [[text("proof.weight"), ...above]] },
      ],
      tables: [placed.table],
      styles: [
        ...head.styles,
        { rect: { row: 2, column: 0, rows: 1, columns: 1 }, style: QUIET },
        {
          rect: { row: ID_ROW, column: start - 1, rows: 2, columns: lines.length + 1 },
          style: { ...QUIET, horizontal: "Right" },
        },
        ...placed.styles,
      ],
      columnWidths: widthsOf(table),
      rowHeights: [{ row: AT.row, height: 34 }],
      conditional: [
        {
          kind: "formula",
          rect: { row: body, column: 0, rows: table.rows, columns: check + 1 },
          formula: notOkRule(names, `$${cellAddress(body, check)}`),
          style: { fill: "errorFill", bold: true },
        },
      ],
      validation: [],
      freeze: { rows: body, columns: 2 },
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: AT.row, last: AT.row },
        printArea: { row: 0, column: 0, rows: body + table.rows, columns: toFill },
      },
    },
  };
}

/** Row and column of the figure that says how many formulas were typed over. */
const TYPED_OVER = { row: ID_ROW, column: 2 } as const;

/**
 * The Proof sheet with the count of formulas that were typed over under its table, and their sum above it.
 * @param others sheets whose tables are looked at, beside this one's own
 */
export function withFormulaCount(
  { text }: Pick<BuildContext, "text">,
  { sheet, table }: ProofParts,
  others: readonly SheetBlueprint[],
): SheetBlueprint {
  const row = table.at.row + 1 + table.rows + PROOF_APART;
  const under = formulaCount(text, sheet.name, row, [...others, sheet]);
  const figure = { ...TYPED_OVER, rows: 1, columns: 1 };
  const printed = sheet.page?.printArea;
  return {
    ...sheet,
    blocks: [
      ...sheet.blocks,
      { at: { row: TYPED_OVER.row, column: 0 }, cells: [[text("methodProof.formulas"), "", { formula: under.sum }]] },
      ...under.blocks,
    ],
    styles: [...sheet.styles, { rect: figure, style: { font: { bold: true }, horizontal: "Left" } }, ...under.styles],
    conditional: [
      ...sheet.conditional,
      {
        kind: "formula",
        rect: figure,
        formula: ruleFormula(`N($${cellAddress(TYPED_OVER.row, TYPED_OVER.column)})>0`),
        style: { fill: "errorFill", bold: true },
      },
      ...under.conditional,
    ],
    ...(sheet.page === undefined || printed === undefined
      ? {}
      : {
          page: {
            ...sheet.page,
            printArea: {
              ...printed,
              rows: printed.rows + PROOF_APART + under.rows,
            },
          },
        }),
  };
}
/** The line of Checks about it. */
export const formulasGoneRow = (sheet: string): CheckRow => ({
  label: "formulasGone",
  count: numberOnFormula(`${quoteSheetName(sheet)}!${cellAddress(TYPED_OVER.row, TYPED_OVER.column, true)}`),
  sheet,
});

/** Headers of a placed table with its name, as formulas need them. */
export const sourceOf = ({ name, columns }: TablePlacement): TableSource => ({
  table: name,
  headers: headersOf(columns),
});
