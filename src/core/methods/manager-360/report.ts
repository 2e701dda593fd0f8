/** The report of one manager on a page: own view beside the others', hidden groups stay hidden. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import { signatures } from "../../blueprint/personPages";
import { columnMaker } from "../../blueprint/registerSheet";
import { headersOf, heading, INPUT_STYLE, placeTable, type ColumnPlan } from "../../blueprint/tableSheet";
import type { CellContent, CellFormula, CellStyle } from "../../blueprint/types";
import { cellOf, columnOf, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { cellAddress, quoteSheetName } from "../../model/a1";
import { GROUPS } from "./formulas";
import { numbersOf } from "./sheets";

const PICK_ROW = 3;
const FACTS = ["name", "raters", "score", "band", "self", "gap"] as const;
const MEAN: CellStyle = { numberFormat: "0.00", horizontal: "Right" };
const GAP: CellStyle = { numberFormat: "+0.00;-0.00;0.00", horizontal: "Right" };
const NOTES = 3;

/** One picked manager's report on a page. */
export function reportSheet(
  context: MethodContext,
  name: string,
  from: Readonly<Record<"profile" | "results", TableSource>>,
): MethodSheet {
  const { names, text, people } = context;
  const items = numbersOf(context);
  const pick = names.own.cell("Report");
  const isPicked = `SUMPRODUCT(--(${names.setting("PeopleIds")}=${pick}))>0`;
  const make = columnMaker(text, "report360");
  const h = make.heads([
    "no",
    "statement",
    "self",
    "others",
    "gap",
    "view",
    ...GROUPS.slice(1),
    "merged",
    "key",
    "row",
  ]);
  const value = (key: string, isText = false): CellFormula => {
    const found = `INDEX(${columnOf(from.profile.table, from.profile.headers, key)},${cellOf(h, "row")})`;
    return cellFormula(`IF(${cellOf(h, "row")}=0,"",${isText ? `${found}&""` : found})`);
  };
  const keys = columnOf(from.profile.table, from.profile.headers, "key");
  const columns: ColumnPlan<string>[] = [
    make.label("no", 26, items, { horizontal: "Left" }),
    make.formula("statement", 46, value("statement", true), WRAP),
    make.formula("self", 9, value("self"), MEAN),
    make.formula("others", 9, value("others"), { ...MEAN, font: { bold: true } }),
    make.formula("gap", 9, value("gap"), GAP),
    make.formula("view", 22, value("view", true)),
    ...GROUPS.slice(1).map((group) => make.formula(group, 10, value(group), MEAN)),
    make.formula("merged", 10, value("merged"), MEAN),
    make.quiet("key", 9, cellFormula(`${pick}&"/"&${cellOf(h, "no")}`)),
    make.quiet("row", 7, cellFormula(`IF(${isPicked},IFERROR(MATCH(${cellOf(h, "key")},${keys},0),0),0)`)),
  ];
  const top = PICK_ROW + FACTS.length + 3;
  const table = { name: names.own.table("Report360"), at: { row: top, column: 0 }, rows: items.length, columns };
  const placed = placeTable(table);
  const field = (key: string): CellFormula => {
    const { table: results, headers } = from.results;
    const found = `INDEX(${columnOf(results, headers, key)},MATCH(${pick},${columnOf(results, headers, "id")},0))`;
    return cellFormula(`IF(${isPicked},IFERROR(${found},""),"")`);
  };
  const facts: CellContent[][] = [
    [text("report360.person"), people[0]?.id ?? ""],
    ...FACTS.map((key): CellContent[] => [text(`report360.${key}`), { formula: field(key) }]),
  ];
  const under = top + items.length + 2;
  const chart = { row: under, column: 0, rows: 13, columns: 6 };
  const notesAt = under + chart.rows + 1;
  const signs = signatures(
    [text("sign.employee"), text("sign.manager"), text("sign.date")],
    notesAt + NOTES + 2,
    [0, 2, 5],
  );
  const head = heading(text("report360.title"), text("report360.subtitle"));
  const pickRect = { row: PICK_ROW, column: 1, rows: 1, columns: 1 };
  const body = { row: top + 1, rows: items.length, columns: 1 };
  const shown = columns.length - 2;
  return {
    table,
    headers: headersOf(columns),
    names: [{ name: pick, refersTo: cellFormula(`${quoteSheetName(name)}!${cellAddress(PICK_ROW, 1, true)}`) }],
    sheet: {
      name,
      target: "create",
      tabColor: "headFill",
      blocks: [
        ...head.blocks,
        { at: { row: PICK_ROW, column: 0 }, cells: facts },
        {
          at: { row: notesAt, column: 0 },
          cells: Array.from({ length: NOTES }, (_, i) => [text(`report360.note.${String(i + 1)}`)]),
        },
        ...signs.blocks,
      ],
      tables: [placed.table],
      styles: [
        ...head.styles,
        { rect: { row: PICK_ROW, column: 0, rows: facts.length, columns: 1 }, style: { font: { color: "muted" } } },
        {
          rect: { row: PICK_ROW + 1, column: 1, rows: FACTS.length, columns: 1 },
          style: { horizontal: "Left", font: { bold: true }, numberFormat: "0.##" },
        },
        {
          rect: { row: PICK_ROW + 3, column: 1, rows: 1, columns: 1 },
          style: { numberFormat: "0.00", font: { bold: true, size: 14 } },
        },
        { rect: { row: PICK_ROW + 5, column: 1, rows: 1, columns: 1 }, style: { numberFormat: "0.00" } },
        { rect: { row: PICK_ROW + 6, column: 1, rows: 1, columns: 1 }, style: { numberFormat: "+0.00;-0.00;0.00" } },
        { rect: { row: PICK_ROW + 2, column: 1, rows: 1, columns: 1 }, style: { numberFormat: "0" } },
        { rect: pickRect, style: { ...INPUT_STYLE, border: "box", font: { bold: true }, horizontal: "Left" } },
        ...placed.styles,
        { rect: { row: notesAt, column: 0, rows: NOTES, columns: 1 }, style: { font: { color: "muted" } } },
        ...signs.styles,
      ],
      columnWidths: columns.map(({ width }, i) => ({ column: i, width })),
      rowHeights: items.map((_, i) => ({ row: top + 1 + i, height: 30 })),
      hiddenColumns: [shown, shown + 1],
      conditional: [],
      charts: [
        {
          kind: "bar",
          title: text("report360.chart"),
          categories: { ...body, column: 1 },
          values: { ...body, column: 3 },
          seriesName: make.head("others"),
          at: chart,
        },
      ],
      validation: [
        {
          rect: pickRect,
          rule: { kind: "list", source: ruleFormula(names.setting("PeopleIds")) },
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printArea: { row: 0, column: 0, rows: notesAt + NOTES + 5, columns: shown },
      },
    },
  };
}
