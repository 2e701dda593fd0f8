/** The plan of one person on a page, to talk through and to sign: facts, points lost, goals, check points. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { DATE, NUMBER, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import { signatures } from "../../blueprint/personPages";
import { columnMaker } from "../../blueprint/registerSheet";
import {
  heading,
  headersOf,
  INPUT_STYLE,
  placeTable,
  type ColumnPlan,
  type TablePlacement,
} from "../../blueprint/tableSheet";
import type { CellContent, CellFormula, CellStyle } from "../../blueprint/types";
import { cellOf, columnOf, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { cellAddress, quoteSheetName } from "../../model/a1";

const PICK_ROW = 3;
const FACT_ROWS = ["name", "start", "end", "standard", "support"] as const;
/** Widths of the five columns that all parts share. */
const WIDTHS = [20, 50, 24, 13, 16] as const;
interface Part {
  readonly key: string;
  readonly source: TableSource;
  readonly rows: number;
  readonly shown: readonly (readonly [key: string, kind: "text" | "number", style: CellStyle])[];
}

const isPicked = ({ names }: MethodContext): string =>
  `SUMPRODUCT(--(${names.own.range("CaseIds")}=${names.own.cell("Case")}))>0`;

/** One part of the page: the records of the picked case, found by case and number. */
function partTable(context: MethodContext, part: Part, row: number): TablePlacement {
  const { names, text } = context;
  const make = columnMaker(text, "planPart");
  const h = { ...make.heads(["key", "row"]), no: text(`${part.key}.title`) };
  const value = (key: string, kind: "text" | "number"): CellFormula => {
    const found = `INDEX(${columnOf(part.source.table, part.source.headers, key)},${cellOf(h, "row")})`;
    return cellFormula(
      `IF(${cellOf(h, "row")}=0,"",${kind === "text" ? `${found}&""` : `IF(ISNUMBER(${found}),${found},"")`})`,
    );
  };
  const keys = columnOf(part.source.table, part.source.headers, "key");
  const columns: ColumnPlan<string>[] = [
    {
      ...make.label(
        "no",
        20,
        Array.from({ length: part.rows }, (_, i) => i + 1),
        { horizontal: "Left" },
      ),
      header: h.no,
    },
    ...part.shown.map(([key, kind, style]) => make.formula(key, 12, value(key, kind), style)),
    make.quiet("key", 9, cellFormula(`${names.own.cell("Case")}&"/"&${cellOf(h, "no")}`)),
    make.quiet("row", 7, cellFormula(`IF(${isPicked(context)},IFERROR(MATCH(${cellOf(h, "key")},${keys},0),0),0)`)),
  ];
  return { name: names.own.table(part.key), at: { row, column: 0 }, rows: part.rows, columns };
}

/** One picked plan on a page, to talk through and to sign. */
export function planPageSheet(
  context: MethodContext,
  name: string,
  from: Readonly<Record<"cases" | "facts" | "lines" | "goals" | "followUps", TableSource>>,
): MethodSheet {
  const { names, text } = context;
  const parts: readonly Part[] = [
    {
      key: "pageFacts",
      source: from.facts,
      rows: 3,
      shown: [
        ["what", "text", WRAP],
        ["proof", "text", WRAP],
        ["date", "number", DATE],
        ["id", "text", {}],
      ],
    },
    {
      key: "pageLost",
      source: from.lines,
      rows: 4,
      shown: [
        ["indicator", "text", WRAP],
        ["cause", "text", {}],
        ["lost", "number", { numberFormat: "0.00" }],
        ["share", "number", { numberFormat: "0%" }],
      ],
    },
    {
      key: "pageGoals",
      source: from.goals,
      rows: 4,
      shown: [
        ["goal", "text", WRAP],
        ["action", "text", WRAP],
        ["target", "number", NUMBER],
        ["state", "text", { font: { bold: true } }],
      ],
    },
    {
      key: "pagePoints",
      source: from.followUps,
      rows: 4,
      shown: [
        ["found", "text", WRAP],
        ["next", "text", WRAP],
        ["planned", "number", DATE],
        ["heldOn", "number", DATE],
      ],
    },
  ];
  let row = PICK_ROW + FACT_ROWS.length + 2;
  const tables = parts.map((part) => {
    const table = partTable(context, part, row);
    row += part.rows + 2;
    return table;
  });
  const pick = names.own.cell("Case");
  const field = (key: string): CellFormula => {
    const { table, headers } = from.cases;
    const found = `INDEX(${columnOf(table, headers, key)},MATCH(${pick},${columnOf(table, headers, "id")},0))`;
    const isNumber = key === "start" || key === "end";
    const shown = isNumber ? `IF(ISNUMBER(${found}),${found},"")` : `${found}&""`;
    return cellFormula(`IF(${isPicked(context)},IFERROR(${shown},""),"")`);
  };
  const facts: CellContent[][] = [
    [text("planPageOf.case"), "I01"],
    ...FACT_ROWS.map((key): CellContent[] => [text(`planPageOf.${key}`), { formula: field(key) }]),
  ];
  const placed = tables.map((table) => placeTable(table));
  const head = heading(text("planPageOf.title"), text("planPageOf.subtitle"));
  const signs = signatures([text("sign.employee"), text("sign.manager"), text("sign.date")], row + 4, [0, 2, 4]);
  const pickRect = { row: PICK_ROW, column: 1, rows: 1, columns: 1 };
  const [table] = tables;
  if (table === undefined) throw new Error("the page has no parts");
  return {
    table,
    more: Object.fromEntries(tables.slice(1).map((other) => [other.name, other])),
    headers: headersOf(table.columns),
    names: [{ name: pick, refersTo: cellFormula(`${quoteSheetName(name)}!${cellAddress(PICK_ROW, 1, true)}`) }],
    sheet: {
      name,
      target: "create",
      blocks: [
        ...head.blocks,
        { at: { row: PICK_ROW, column: 0 }, cells: facts },
        { at: { row, column: 0 }, cells: [[text("planPageOf.law")], [text("planPageOf.comment")]] },
        ...signs.blocks,
      ],
      tables: placed.map((part) => part.table),
      styles: [
        ...head.styles,
        { rect: { row: PICK_ROW, column: 0, rows: facts.length, columns: 1 }, style: { font: { color: "muted" } } },
        {
          rect: { row: PICK_ROW + 1, column: 1, rows: FACT_ROWS.length, columns: 1 },
          style: { ...DATE, font: { bold: true } },
        },
        { rect: pickRect, style: { ...INPUT_STYLE, border: "box", font: { bold: true } } },
        ...placed.flatMap((part) => part.styles),
        { rect: { row, column: 0, rows: 2, columns: 1 }, style: { font: { color: "muted" } } },
        ...signs.styles,
      ],
      columnWidths: WIDTHS.map((width, i) => ({ column: i, width })),
      rowHeights: tables.flatMap(({ at, rows }) =>
        Array.from({ length: rows }, (_, i) => ({ row: at.row + 1 + i, height: 30 })),
      ),
      // Rows of the page without a record: their numbers are not shown.
      conditional: tables.map(({ at, rows, columns }) => ({
        kind: "formula" as const,
        rect: { row: at.row + 1, column: 0, rows, columns: 1 },
        formula: ruleFormula(`$${cellAddress(at.row + 1, columns.length - 1)}=0`),
        style: { numberFormat: ";;;" },
      })),
      validation: [
        {
          rect: pickRect,
          rule: { kind: "list", source: ruleFormula(names.own.range("CaseIds")) },
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      showGridlines: false,
      page: {
        orientation: "Portrait",
        fitToWidth: true,
        printArea: { row: 0, column: 0, rows: row + 7, columns: WIDTHS.length },
      },
    },
  };
}
