/**
 * A blueprint as a list of steps in the order Excel needs: sheets and text, tables, names, formulas, then looks and rules.
 * A formula may name any table, so formulas come after all tables; a name may be used by any formula, so names come before.
 */
import type {
  Blueprint,
  CellBlock,
  CellContent,
  SheetBlueprint,
  StyledArea,
  TableBlueprint,
} from "../core/blueprint/types";
import { PALETTES, type Palette } from "../core/blueprint/palette";
import { rectAddress, type Rect } from "../core/model/a1";
import type { GrownTable } from "../core/schema/unfinished";
import { cellInput } from "./cellText";
import { beginPages, growPrintArea, prepareRows } from "./tableGrowth";
import { addConditionalRule, applyStyle, applyValidation, rangeOf, setForAll, widthInPoints } from "./styles";

export interface Step {
  /** Roughly what it adds to the request. */
  readonly bytes: number;
  readonly apply: (context: Excel.RequestContext) => void;
}
type Input = string | number | boolean | null;

const OVERHEAD = 200;
/** Bytes on the wire: a Chinese character takes three of them. */
const bytesOf = (payload: unknown): number => new TextEncoder().encode(JSON.stringify(payload)).length;
const step = (apply: Step["apply"], payload: unknown = null): Step => ({
  bytes: OVERHEAD + (payload === null ? 0 : bytesOf(payload)),
  apply,
});
const sheetOf = (context: Excel.RequestContext, name: string): Excel.Worksheet =>
  context.workbook.worksheets.getItem(name);
const isFormula = (content: CellContent): content is Extract<CellContent, { formula: unknown }> =>
  typeof content === "object" && content !== null;

/** Rows of a block are cut so that no single request grows beyond what Excel on the web takes. */
const BLOCK_CELLS = 20_000;
const BLOCK_BYTES = 1_000_000;

interface Slice {
  readonly from: number;
  readonly rows: readonly (readonly Input[])[];
}

function slices(rows: readonly (readonly Input[])[]): Slice[] {
  const parts: Slice[] = [];
  const height = Math.max(1, Math.floor(BLOCK_CELLS / Math.max(1, rows[0]?.length ?? 1)));
  let from = 0;
  let bytes = 0;
  rows.forEach((row, index) => {
    const more = bytesOf(row);
    if (index > from && (bytes + more > BLOCK_BYTES || index - from === height)) {
      parts.push({ from, rows: rows.slice(from, index) });
      from = index;
      bytes = 0;
    }
    bytes += more;
  });
  if (from < rows.length) parts.push({ from, rows: rows.slice(from) });
  return parts;
}

function writeRows(
  sheet: string,
  at: CellBlock["at"],
  rows: readonly (readonly Input[])[],
  as: "values" | "formulas",
): Step[] {
  return slices(rows).map(({ from, rows: part }) =>
    step((context) => {
      const range = sheetOf(context, sheet).getRangeByIndexes(
        at.row + from,
        at.column,
        part.length,
        part[0]?.length ?? 1,
      );
      range[as] = part.map((row) => [...row]);
    }, part),
  );
}

/** Literals of a block; its formulas stay null ("leave alone") until all tables stand. */
function literalSteps(sheet: SheetBlueprint): Step[] {
  const blocks = sheet.blocks.flatMap((block) =>
    writeRows(
      sheet.name,
      block.at,
      block.cells.map((row) => row.map((cell) => (isFormula(cell) ? null : cellInput(cell)))),
      "values",
    ),
  );
  return [...blocks, ...sheet.tables.flatMap((table) => tableInputSteps(sheet.name, table))];
}

function tableInputSteps(sheet: string, table: TableBlueprint): Step[] {
  const header: Input[] = table.columns.map((column) => cellInput(column.header));
  const body = Array.from({ length: table.rows }, (_, row) =>
    table.columns.map((column) =>
      column.content.kind === "input" ? cellInput(column.content.values[row] ?? null) : null,
    ),
  );
  return writeRows(sheet, table.at, [header, ...body], "values");
}

const tableRect = (table: TableBlueprint): Rect => ({
  ...table.at,
  rows: table.rows + 1,
  columns: table.columns.length,
});

function tableStep(sheet: string, blueprint: TableBlueprint): Step {
  return step((context) => {
    const table = sheetOf(context, sheet).tables.add(rectAddress(tableRect(blueprint)), true);
    table.name = blueprint.name;
    table.style = blueprint.style ?? "TableStyleLight1";
    table.showFilterButton = blueprint.showFilterButton ?? false;
    table.showBandedRows = false;
  }, blueprint.name);
}

/** Number formats go before the text of a column, so that "001" in a text column stays "001". */
function formatSteps(sheet: SheetBlueprint, palette: Palette): Step[] {
  const areaStep = ({ rect, style }: StyledArea): Step =>
    step((context) => {
      applyStyle(rangeOf(sheetOf(context, sheet.name), rect), style, palette);
    }, style);
  return [
    ...sheet.styles.map(areaStep),
    ...sheet.tables.flatMap((table) =>
      table.columns.flatMap((column, index) =>
        column.style === undefined
          ? []
          : [
              step((context) => {
                const rect = { row: table.at.row + 1, column: table.at.column + index, rows: table.rows, columns: 1 };
                if (column.style !== undefined)
                  applyStyle(rangeOf(sheetOf(context, sheet.name), rect), column.style, palette);
              }, column.style),
            ],
      ),
    ),
    ...(sheet.rowStyles ?? []).map(areaStep),
  ];
}

function formulaSteps(sheet: SheetBlueprint): Step[] {
  const blocks = sheet.blocks.flatMap((block) =>
    block.cells.some((row) => row.some(isFormula))
      ? writeRows(
          sheet.name,
          block.at,
          block.cells.map((row) => row.map((cell) => (isFormula(cell) ? cell.formula : null))),
          "formulas",
        )
      : [],
  );
  const columns = sheet.tables.flatMap((table) =>
    table.columns.flatMap((column, index) => {
      if (column.content.kind !== "formula") return [];
      const { formula } = column.content;
      const rect = { row: table.at.row + 1, column: table.at.column + index, rows: table.rows, columns: 1 };
      return [
        step((context) => {
          setForAll(rangeOf(sheetOf(context, sheet.name), rect), "formulas", formula);
        }, formula),
      ];
    }),
  );
  return [...blocks, ...columns];
}

function ruleSteps(sheet: SheetBlueprint, palette: Palette): Step[] {
  return [
    // The last one added is the first in priority.
    ...[...sheet.conditional].reverse().map((rule) =>
      step((context) => {
        addConditionalRule(sheetOf(context, sheet.name), rule, palette);
      }, rule),
    ),
    ...sheet.validation.map((rule) =>
      step((context) => {
        applyValidation(sheetOf(context, sheet.name), rule);
      }, rule),
    ),
  ];
}

function viewSteps(sheet: SheetBlueprint): Step[] {
  return [
    step(
      (context) => {
        const target = sheetOf(context, sheet.name);
        for (const { column, count, width } of sheet.columnWidths) {
          target.getRangeByIndexes(0, column, 1, count ?? 1).getEntireColumn().format.columnWidth =
            widthInPoints(width);
        }
        for (const { row, height } of sheet.rowHeights ?? [])
          target.getRangeByIndexes(row, 0, 1, 1).getEntireRow().format.rowHeight = height;
        for (const column of sheet.hiddenColumns ?? [])
          target.getRangeByIndexes(0, column, 1, 1).getEntireColumn().columnHidden = true;
        if (sheet.freeze !== undefined)
          target.freezePanes.freezeAt(
            target.getRangeByIndexes(0, 0, Math.max(1, sheet.freeze.rows), Math.max(1, sheet.freeze.columns)),
          );
        if (sheet.showGridlines !== undefined) target.showGridlines = sheet.showGridlines;
      },
      [sheet.columnWidths, sheet.rowHeights],
    ),
    ...(sheet.charts ?? []).map((chart) =>
      step((context) => {
        addChart(sheetOf(context, sheet.name), chart);
      }, chart),
    ),
    ...pageSteps(sheet),
  ];
}

const CHART_TYPES = { bar: "BarClustered", column: "ColumnClustered", line: "Line" } as const;

function addChart(sheet: Excel.Worksheet, blueprint: NonNullable<SheetBlueprint["charts"]>[number]): void {
  const chart = sheet.charts.add(CHART_TYPES[blueprint.kind], rangeOf(sheet, blueprint.values), "Columns");
  if (blueprint.name !== undefined) chart.name = blueprint.name;
  chart.title.text = blueprint.title;
  chart.legend.visible = false;
  const series = chart.series.getItemAt(0);
  series.name = blueprint.seriesName;
  series.setXAxisValues(rangeOf(sheet, blueprint.categories));
  // Bars say how much by their length: cut off below, they say something else.
  if (blueprint.kind !== "line") chart.axes.valueAxis.minimum = 0;
  if (blueprint.kind === "bar") {
    // In the order of the rows, from above; the axis of values stays below.
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.position = "Maximum";
  }
  const { row, column, rows, columns } = blueprint.at;
  chart.setPosition(
    sheet.getRangeByIndexes(row, column, 1, 1),
    sheet.getRangeByIndexes(row + rows - 1, column + columns - 1, 1, 1),
  );
}

function pageSteps(sheet: SheetBlueprint): Step[] {
  const page = sheet.page;
  if (page === undefined) return [];
  return [
    step((context) => {
      const layout = sheetOf(context, sheet.name).pageLayout;
      layout.orientation = page.orientation;
      layout.paperSize = Excel.PaperType.a4;
      if (page.fitToWidth === true)
        layout.zoom = { horizontalFitToPages: 1, ...(page.onePage === true ? { verticalFitToPages: 1 } : {}) };
      if (page.printTitleRows !== undefined)
        layout.setPrintTitleRows(`$${String(page.printTitleRows.first + 1)}:$${String(page.printTitleRows.last + 1)}`);
      if (page.scale !== undefined) layout.zoom = { scale: page.scale };
      if (page.printArea !== undefined) layout.setPrintArea(rectAddress(page.printArea));
      beginPages(sheetOf(context, sheet.name), page.breaks ?? []);
    }, page),
  ];
}

function appendSteps(
  blueprint: Blueprint,
  standing: readonly GrownTable[],
): { readonly literals: Step[]; readonly formulas: Step[] } {
  const literals: Step[] = [];
  const formulas: Step[] = [];
  for (const { table, rows, pages } of blueprint.appends ?? []) {
    const place = standing.find((candidate) => candidate.table === table);
    if (place === undefined || rows.length === 0) continue;
    literals.push(
      step((context) => {
        prepareRows(context, place, pages);
      }, table),
    );
    const at = { row: place.rect.row + place.rect.rows, column: place.rect.column };
    const grown = { ...place.rect, rows: place.rect.rows + rows.length };
    literals.push(
      ...writeRows(
        place.sheet,
        at,
        rows.map((row) => row.map((cell) => (isFormula(cell) ? null : cellInput(cell)))),
        "values",
      ),
    );
    literals.push(
      step((context) => {
        context.workbook.tables.getItem(table).resize(rectAddress(grown));
        growPrintArea(context, place);
      }, table),
    );
    if (rows.some((row) => row.some(isFormula))) {
      formulas.push(
        ...writeRows(
          place.sheet,
          at,
          rows.map((row) => row.map((cell) => (isFormula(cell) ? cell.formula : null))),
          "formulas",
        ),
      );
    }
  }
  return { literals, formulas };
}

/** All steps of a blueprint, in order. `standing` holds the tables named in appends. */
export function blueprintSteps(blueprint: Blueprint, standing: readonly GrownTable[]): readonly Step[] {
  const created = blueprint.sheets.filter((sheet) => sheet.target === "create");
  const appends = appendSteps(blueprint, standing);
  const palette = PALETTES[blueprint.palette ?? "green"];
  return [
    ...created.map((sheet) =>
      step((context) => {
        const added = context.workbook.worksheets.add(sheet.name);
        if (sheet.tabColor !== undefined) added.tabColor = palette[sheet.tabColor];
      }, sheet.name),
    ),
    ...blueprint.sheets.flatMap((sheet) => formatSteps(sheet, palette)),
    ...blueprint.sheets.flatMap(literalSteps),
    ...appends.literals,
    ...blueprint.sheets.flatMap((sheet) => sheet.tables.map((table) => tableStep(sheet.name, table))),
    ...blueprint.names.map((name) =>
      step((context) => {
        const added = context.workbook.names.add(name.name, name.refersTo);
        if (name.visible === false) added.visible = false;
      }, name),
    ),
    ...blueprint.sheets.flatMap(formulaSteps),
    ...appends.formulas,
    ...blueprint.rewrites.map((rewrite) =>
      step((context) => {
        setForAll(
          context.workbook.tables.getItem(rewrite.table).columns.getItem(rewrite.column).getDataBodyRange(),
          "formulas",
          rewrite.formula,
        );
      }, rewrite),
    ),
    ...blueprint.sheets.flatMap((sheet) => ruleSteps(sheet, palette)),
    ...blueprint.sheets.flatMap(viewSteps),
  ];
}
