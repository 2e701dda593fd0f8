/**
 * Brings the rows of a table into an order by Excel's own sort, so that notes and looks of cells go with their row: numbers
 * stand in a column of formulas for a moment, then its formula again.
 */
import { runBatch, type Done } from "./runBatch";
import { setForAll } from "./styles";

/** A column whose one formula can stand aside for a moment. */
interface HelperColumn {
  readonly column: string;
  /** Place in the table, from 0. */
  readonly index: number;
  readonly formula: string;
}
export interface RowOrder {
  readonly table: string;
  readonly helper: HelperColumn;
  /** For each row of the new order the place that it has now, from 0. */
  readonly places: readonly number[];
}

const isFormula = (cell: unknown): cell is string => typeof cell === "string" && cell.startsWith("=");
const bodyOf = (context: Excel.RequestContext, table: string, column: string): Excel.Range =>
  context.workbook.tables.getItem(table).columns.getItem(column).getDataBodyRange();

/** One round trip: for each table the first of the columns in whose cells the same formula stands; null where there is none. */
export async function helperColumns(
  context: Excel.RequestContext,
  tables: readonly {
    readonly table: string;
    readonly columns: readonly { readonly name: string; readonly index: number }[];
  }[],
): Promise<readonly (HelperColumn | null)[]> {
  const loaded = tables.map(({ table, columns }) =>
    columns.map((column) => ({ column, body: bodyOf(context, table, column.name).load("formulas") })),
  );
  await context.sync();
  return loaded.map((columns) => {
    for (const { column, body } of columns) {
      const cells = (body.formulas as unknown[][]).map(([cell]) => cell);
      const [first] = cells;
      if (isFormula(first) && cells.every((cell) => cell === first))
        return { column: column.name, index: column.index, formula: first };
    }
    return null;
  });
}

/** The other way round: where each row stands in the new order. */
function inverse(places: readonly number[]): number[] {
  const target = new Array<number>(places.length).fill(0);
  places.forEach((from, to) => {
    target[from] = to;
  });
  return target;
}

function sortByHelper(context: Excel.RequestContext, { table, helper, places }: RowOrder): void {
  bodyOf(context, table, helper.column).values = inverse(places).map((to) => [to]);
  const body = context.workbook.tables.getItem(table).getDataBodyRange();
  body.sort.apply([{ key: helper.index, ascending: true }]);
  setForAll(bodyOf(context, table, helper.column), "formulas", helper.formula);
}

/** Puts right what a sort left that failed half-way: the helper column tells how far it came. */
async function repair(order: RowOrder): Promise<Done<null>> {
  return runBatch(async (context) => {
    const { table, helper, places } = order;
    const body = bodyOf(context, table, helper.column).load("formulas");
    await context.sync();
    const cells = (body.formulas as unknown[][]).map(([cell]) => cell);
    if (cells.every(isFormula)) return null;
    // Numbers in order: the rows moved already. A single row has no order.
    const hasMoved = cells.every((cell, place) => cell === place);
    if (hasMoved) sortByHelper(context, { table, helper, places: inverse(places) });
    else setForAll(bodyOf(context, table, helper.column), "formulas", helper.formula);
    await context.sync();
    return null;
  });
}

const sortOne = (order: RowOrder): Promise<Done<null>> =>
  runBatch(async (context) => {
    sortByHelper(context, order);
    await context.sync();
    return null;
  });

/** Sorts one table after the other; where one fails, all stand as before. */
export async function orderRows(orders: readonly RowOrder[]): Promise<Done<null>> {
  const finished: RowOrder[] = [];
  for (const order of orders) {
    const sorted = await sortOne(order);
    if (sorted.ok) {
      finished.push(order);
      continue;
    }
    await repair(order);
    if (finished.length > 0) await orderRows(finished.reverse().map(reversed));
    return sorted;
  }
  return { ok: true, value: null };
}

/** What brings the old order back. */
export const reversed = (order: RowOrder): RowOrder => ({ ...order, places: inverse(order.places) });
