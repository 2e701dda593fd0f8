/** The record of one talk, to print and to sign: a talk is picked by id; the employee's view stands first. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { DATE, type MethodSheet } from "../../blueprint/methodSheet";
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
import type { CellContent, CellFormula, StyledArea } from "../../blueprint/types";
import { cellOf, columnOf, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { emptyRule } from "../../formulas/pageFormulas";
import { cellAddress, quoteSheetName } from "../../model/a1";

const PICK_ROW = 3;
const FACTS = ["name", "date", "kind"] as const;
const TEXTS = ["topics", "own", "manager", "strengths", "improve", "support", "disagreement"] as const;
const TEXT_ROW = PICK_ROW + FACTS.length + 2;
const TABLE_ROW = TEXT_ROW + TEXTS.length + 2;
const ACTIONS = 6;

/** A field of the picked talk. The id is compared first: it is typed, and MATCH would take "*" for any. */
function field({ names }: MethodContext, talks: TableSource, key: string, kind: "text" | "number"): CellFormula {
  const pick = names.own.cell("Talk");
  const found = `INDEX(${columnOf(talks.table, talks.headers, key)},MATCH(${pick},${columnOf(talks.table, talks.headers, "id")},0))`;
  const shown = kind === "text" ? `${found}&""` : `IF(ISNUMBER(${found}),${found},"")`;
  return cellFormula(`IF(SUMPRODUCT(--(${names.own.range("TalkIds")}=${pick}))=0,"",IFERROR(${shown},""))`);
}

function actionColumns(context: MethodContext, actions: TableSource): ColumnPlan<string>[] {
  const { names, text } = context;
  const make = columnMaker(text, "record");
  const h = make.heads(["no", "key", "row"]);
  const shown = (key: string, kind: "text" | "number"): CellFormula => {
    const found = `INDEX(${columnOf(actions.table, actions.headers, key)},${cellOf(h, "row")})`;
    return cellFormula(
      `IF(${cellOf(h, "row")}=0,"",${kind === "text" ? `${found}&""` : `IF(ISNUMBER(${found}),${found},"")`})`,
    );
  };
  return [
    make.label(
      "no",
      22,
      Array.from({ length: ACTIONS }, (_, i) => i + 1),
      { horizontal: "Left" },
    ),
    make.formula("action", 60, shown("action", "text"), { wrap: true }),
    make.formula("owner", 14, shown("owner", "text")),
    make.formula("due", 13, shown("due", "number"), DATE),
    make.formula("state", 13, shown("state", "text"), { font: { bold: true } }),
    make.quiet("key", 9, cellFormula(`${names.own.cell("Talk")}&"/"&${cellOf(h, "no")}`)),
    make.quiet(
      "row",
      7,
      cellFormula(
        `IF(SUMPRODUCT(--(${names.own.range("TalkIds")}=${names.own.cell("Talk")}))=0,0,IFERROR(MATCH(${cellOf(h, "key")},${columnOf(actions.table, actions.headers, "key")},0),0))`,
      ),
    ),
  ];
}

/** The record of a picked talk on a page, with lines to sign. */
export function recordSheet(
  context: MethodContext,
  name: string,
  talks: TableSource,
  actions: TableSource,
): MethodSheet {
  const { names, text, isSample } = context;
  const columns = actionColumns(context, actions);
  const table: TablePlacement = {
    name: names.own.table("Record"),
    at: { row: TABLE_ROW, column: 0 },
    rows: ACTIONS,
    columns,
  };
  const placed = placeTable(table);
  const head = heading(text("record.title"), text("record.subtitle"));
  const label = (key: string): string => text(`record.${key}`);
  const facts: CellContent[][] = [
    [label("talk"), isSample ? "T008" : "T001"],
    ...FACTS.map((key): CellContent[] => [
      label(key),
      { formula: field(context, talks, key, key === "date" ? "number" : "text") },
    ]),
  ];
  const texts = TEXTS.map((key): CellContent[] => [label(key), { formula: field(context, talks, key, "text") }]);
  const under = TABLE_ROW + ACTIONS + 2;
  const signs = signatures([text("sign.employee"), text("sign.manager"), text("sign.date")], under + 3, [0, 2, 4]);
  const pick = { row: PICK_ROW, column: 1, rows: 1, columns: 1 };
  const box: StyledArea[] = TEXTS.map((_, i) => ({
    rect: { row: TEXT_ROW + i, column: 1, rows: 1, columns: 1 },
    style: { wrap: true, vertical: "Top", border: "bottom" },
  }));
  return {
    table,
    headers: headersOf(columns),
    names: [
      {
        name: names.own.cell("Talk"),
        refersTo: cellFormula(`${quoteSheetName(name)}!${cellAddress(PICK_ROW, 1, true)}`),
      },
    ],
    sheet: {
      name,
      target: "create",
      blocks: [
        ...head.blocks,
        { at: { row: PICK_ROW, column: 0 }, cells: facts },
        { at: { row: TEXT_ROW, column: 0 }, cells: texts },
        {
          at: { row: under, column: 0 },
          cells: [
            [text("record.next"), { formula: field(context, talks, "nextOn", "number") }],
            [text("record.appeal"), ""],
          ],
        },
        ...signs.blocks,
      ],
      tables: [placed.table],
      styles: [
        ...head.styles,
        {
          rect: { row: PICK_ROW, column: 0, rows: TEXT_ROW + TEXTS.length - PICK_ROW, columns: 1 },
          style: { font: { color: "muted" }, vertical: "Top" },
        },
        { rect: pick, style: { ...INPUT_STYLE, border: "box", font: { bold: true } } },
        {
          rect: { row: PICK_ROW + 1, column: 1, rows: FACTS.length, columns: 1 },
          style: { font: { bold: true }, ...DATE },
        },
        ...box,
        ...placed.styles,
        { rect: { row: under, column: 0, rows: 2, columns: 1 }, style: { font: { color: "muted" } } },
        { rect: { row: under, column: 1, rows: 1, columns: 1 }, style: DATE },
        ...signs.styles,
      ],
      columnWidths: columns.map(({ width }, i) => ({ column: i, width })),
      rowHeights: TEXTS.map((_, i) => ({ row: TEXT_ROW + i, height: 36 })),
      conditional: [
        {
          kind: "formula",
          rect: { row: TABLE_ROW + 1, column: 0, rows: ACTIONS, columns: 1 },
          formula: emptyRule(`$${cellAddress(TABLE_ROW + 1, 1)}`),
          style: { numberFormat: ";;;" },
        },
      ],
      validation: [
        {
          rect: pick,
          rule: { kind: "list", source: ruleFormula(names.own.range("TalkIds")) },
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      showGridlines: false,
      page: {
        orientation: "Portrait",
        fitToWidth: true,
        printArea: { row: 0, column: 0, rows: under + 6, columns: 5 },
      },
    },
  };
}
