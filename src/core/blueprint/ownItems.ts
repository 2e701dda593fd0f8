/** Items of one's own in the workbook of a method: their words and numbers in the columns of the item table. */
import { fieldsOf, itemTableOf, type ItemField } from "../methods/itemFields";
import type { ItemValue, MethodContent, OwnItem } from "../schema/contentTypes";
import { inBoth } from "../schema/fields";
import type { BuildContext } from "./context";
import type { ColumnPlan } from "./tableSheet";
import type { Literal } from "./types";

type Words = Pick<BuildContext, "language" | "word">;

/** As it stands in a cell; `ids` are those of the rows. */
function literalOf(
  value: ItemValue | undefined,
  kind: ItemField["kind"],
  { language, word }: Words,
  ids: readonly Literal[],
): Literal {
  if (kind === "yesNo") return word(value === true ? "yes" : "no");
  if (value === undefined || typeof value === "boolean") return "";
  if (typeof value === "number") return kind === "item" ? (ids[value - 1] ?? "") : value;
  return inBoth(value)[language];
}

/**
 * The columns of a table with the items of one's own in them; as they are where it is not the item table.
 * @param content what the workbook is made from; rows beyond its items stay empty
 */
export function withOwnItems(
  content: MethodContent,
  words: Words,
  table: string,
  columns: readonly ColumnPlan<string>[],
): readonly ColumnPlan<string>[] {
  if (itemTableOf(content.workbook)?.table !== table) return columns;
  const fields = new Map(fieldsOf(content.workbook, content.points).map((field) => [field.key, field]));
  const [first] = columns;
  const ids = first?.content.kind === "input" ? first.content.values : [];
  return columns.map((column): ColumnPlan<string> => {
    const field = fields.get(column.key);
    if (field === undefined || column.content.kind !== "input") return column;
    const values = column.content.values.map((usual, row): Literal => {
      const item: OwnItem | undefined = content.items[row];
      return item === undefined ? usual : literalOf(item[field.key], field.kind, words, ids);
    });
    return { ...column, content: { kind: "input", values } };
  });
}
