/** What a person does in a workbook with their hands: types into tables, which are found by their keys. */
import type { WorkbookModel } from "../../host/model/workbookModel";
import { METADATA_NAMESPACE, parseMetadata, type InstanceMetadata } from "../../src/core/schema/metadata";

/** An entry table, and its columns for actuals: those after the check column. */
export function entryTable(
  model: WorkbookModel,
  name = "eh_1_Entry",
): {
  readonly sheet: string;
  readonly row: number;
  readonly rows: number;
  readonly actuals: readonly number[];
  readonly reason: number;
} {
  const found = model.table(name);
  if (found === undefined) throw new Error(`the scorecard has no table ${name}`);
  const { rect, columns } = found.table;
  const column = (i: number): number => rect.column + i;
  const inputs = columns.flatMap(({ calculatedFormula }, i) => (calculatedFormula === undefined && i > 2 ? [i] : []));
  return {
    sheet: found.sheet.id,
    row: rect.row + 1,
    rows: rect.rows - 1,
    actuals: inputs.filter((i) => /^K\d/.test(columns[i]?.name ?? "")).map(column),
    // The last input column holds the reason for "n/a".
    reason: column(inputs.at(-1) ?? 0),
  };
}

export function type(
  model: WorkbookModel,
  sheet: string,
  row: number,
  column: number,
  input: string | number | boolean,
): void {
  model.setInputs(sheet, { row, column, rows: 1, columns: 1 }, [[input]]);
}

/** What is stored of the first instance. */
function storedIn({ data }: WorkbookModel): InstanceMetadata {
  const part = data.customXml.find(({ xml }) => xml.includes(METADATA_NAMESPACE));
  const parsed = parseMetadata(part?.xml ?? "");
  const [stored] = parsed.ok ? parsed.metadata.instances : [];
  if (stored === undefined) throw new Error("the workbook holds nothing of ours");
  return stored;
}

interface Column {
  readonly sheet: string;
  readonly column: number;
  /** Row numbers of the table's body. */
  readonly rows: readonly number[];
}

/** A column of one of our tables, by their keys. */
export function columnOf(model: WorkbookModel, key: string, column: string): Column {
  const stored = storedIn(model).tables[key];
  const found = model.table(stored?.name ?? "");
  const offset = found?.table.columns.findIndex(({ name }) => name === stored?.columns[column]) ?? -1;
  if (found === undefined || offset < 0) throw new Error(`the workbook has no ${key}, ${column}`);
  const { rect } = found.table;
  return {
    sheet: found.sheet.id,
    column: rect.column + offset,
    rows: Array.from({ length: rect.rows - 1 }, (_, i) => rect.row + 1 + i),
  };
}

/** The ids that stand in a column, in its order. */
export function idsIn(model: WorkbookModel, key: string, column = "id"): readonly string[] {
  const { sheet, rows, column: at } = columnOf(model, key, column);
  return rows.flatMap((row) => {
    const value = model.valueAt(sheet, row, at);
    return typeof value === "string" && value !== "" ? [value] : [];
  });
}

/** What is said of a person in the list of people. */
export function typeAbout(model: WorkbookModel, person: string, column: string, text: string): void {
  const { sheet, rows, column: ids } = columnOf(model, "People", "id");
  const row = rows.find((one) => model.valueAt(sheet, one, ids) === person);
  if (row === undefined) throw new Error(`${person} is not in the list`);
  type(model, sheet, row, columnOf(model, "People", column).column, text);
}

/** Everything that was typed for one person, in every table but the list of people, typed for another one, row by row. */
export async function typeAsFor(model: WorkbookModel, source: string, person: string): Promise<number> {
  await model.recalc();
  const list = storedIn(model).tables["People"]?.name;
  let typed = 0;
  for (const sheet of model.data.sheets)
    for (const { name, rect, columns } of sheet.tables) {
      if (name === list) continue;
      const body = Array.from({ length: rect.rows - 1 }, (_, i) => rect.row + 1 + i);
      const holds = (row: number, id: string, i: number): boolean =>
        model.valueAt(sheet.id, row, rect.column + i) === id;
      const key = columns.findIndex((_, i) => body.some((row) => holds(row, person, i)));
      const [from, to] = [source, person].map((id) => body.filter((row) => holds(row, id, key)));
      for (const [nth, row] of (to ?? []).entries())
        for (const [i, { calculatedFormula }] of columns.entries()) {
          const at = rect.column + i;
          const value = model.valueAt(sheet.id, from?.[nth] ?? row, at);
          const isOpen = calculatedFormula === undefined && model.formatAt(sheet.id, row, at).locked === false;
          if (i === key || !isOpen || value === null || value === "" || typeof value === "object") continue;
          if (model.cell(sheet.id, from?.[nth] ?? row, at)?.formula !== undefined) continue;
          type(model, sheet.id, row, at, value);
          typed += 1;
        }
    }
  return typed;
}
