/** The plan of one person to hand out before the period: what is asked, from where it counts, the bands, and how to object. */
import { bandRowFormula, movedLevelFormula } from "../formulas/pageFormulas";
import { cellFormula } from "../formulas/columns";
import type { BuildContext } from "./context";
import { itemBlock } from "./itemBlock";
import {
  pageSheet,
  PLAIN,
  QUIET,
  shared,
  signatures,
  TABLE_ROWS,
  type PageParts,
  type PageSource,
} from "./personPages";
import { formulaColumn, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellFormula } from "./types";

const PLAN_TEXTS = 5;
const BANDS = 5;

/** The plan to hand out before the period: what is asked, from where it counts, the bands, and how to object. */
export function planPage(context: BuildContext, name: string, source: PageSource): PageParts {
  const { names, text, people } = context;
  const numbers = (["threshold", "aim", "stretch"] as const).filter(
    (key) => key === "aim" || source.plan[key] !== undefined,
  );
  const columnCount = 8 + numbers.length;
  const own = shared(context, "PlanPerson", source);
  const { head } = own;
  // In a register or form people may have targets of their own, and what the curve says moves with them.
  const movedLevel = (key: string): CellFormula =>
    movedLevelFormula(names.table("Plan"), source.plan[key] ?? "", source.plan["target"] ?? "", {
      row: head("planRow"),
      aim: head("aim"),
    });
  const table: TablePlacement = {
    name: names.table("PlanPage"),
    at: { row: TABLE_ROWS.PlanPerson, column: 0 },
    rows: own.rows,
    columns: [
      ...own.first,
      ...numbers.flatMap((key): ColumnPlan[] =>
        key === "aim"
          ? [formulaColumn("aim", head("aim"), 10, own.byEntry.aim, PLAIN)]
          : context.form !== "matrix"
            ? [formulaColumn(key, head(key), 10, movedLevel(key), PLAIN)]
            : own.fromPlan(key, key, 10, "number", PLAIN),
      ),
      ...own.fromPlan("source", "source", 24, "text", { wrap: true }),
      ...own.last,
    ],
  };
  const under = TABLE_ROWS.PlanPerson + 1 + own.rows + 1;
  const bandCell = (key: string, row: number): { formula: CellFormula } => ({
    formula: bandRowFormula(names.table("Bands"), source.bands[key] ?? "", row + 1),
  });
  const items = itemBlock(context, { row: under + PLAN_TEXTS + 3, column: 0 });
  const below = items.rows === 0 ? 0 : items.rows + 1;
  const signRow = under + 9 + below;
  const signs = signatures([text("sign.employee"), text("sign.manager"), text("sign.date")], signRow, [0, 4, 7]);
  const label = (key: string): string => text(`page.${key}`);
  return pageSheet(context, "PlanPerson", name, table, {
    left: [
      [label("person"), people[0]?.id ?? ""],
      [label("name"), own.person("name"), { font: { bold: true } }],
      [label("post"), own.person("post")],
      [label("jobGroup"), own.person("jobGroup")],
      [label("department"), own.person("department")],
    ],
    right: [
      [label("from"), { formula: cellFormula(names.setting("From")) }, { numberFormat: "yyyy-mm-dd" }],
      [label("to"), { formula: cellFormula(names.setting("To")) }, { numberFormat: "yyyy-mm-dd" }],
      [label("manager"), own.person("manager")],
    ],
    planNumber: own.result("plan", "number"),
    tables: [],
    under: {
      blocks: [
        {
          at: { row: under, column: 0 },
          cells: Array.from({ length: PLAN_TEXTS }, (_, i) => [
            text(`planPage.${String(i + 1)}`, { na: context.word("na") }),
          ]),
        },
        {
          at: { row: under + PLAN_TEXTS, column: 0 },
          cells: [[text("planPage.bands")]],
        },
        {
          at: { row: under + PLAN_TEXTS, column: 2 },
          cells: [
            Array.from({ length: BANDS }, (_, i) => bandCell("band", i)),
            Array.from({ length: BANDS }, (_, i) => bandCell("from", i)),
          ],
        },
        ...items.blocks,
        ...signs.blocks,
      ],
      styles: [
        { rect: { row: under + PLAN_TEXTS, column: 0, rows: 1, columns: 1 }, style: QUIET },
        {
          rect: { row: under + PLAN_TEXTS, column: 2, rows: 2, columns: BANDS },
          style: { horizontal: "Center", numberFormat: 'General;"−∞"' },
        },
        ...items.styles,
        ...signs.styles,
      ],
    },
    underRows: 12 + below,
    printed: columnCount - 2,
  });
}
