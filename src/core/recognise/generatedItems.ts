/** Bonus and deduction items of a generated workbook: the items, what was given to whom, and the limits of both sides. */
import { cellAt, type Extras, type ItemDefinition, type ItemEntry } from "../model/scorecard";
import type { ItemSide } from "../schema/template";
import { isBlank, plainText } from "./grid";
import { namedValue, type KeyedTable } from "./layout";
import type { Snapshot } from "./snapshot";

/** What the sheet compares, it compares without regard to case. */
const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

interface Read {
  readonly snapshot: Snapshot;
  readonly instance: number;
}
const named = ({ snapshot, instance }: Read, name: string) => namedValue(snapshot, `eh_${String(instance)}_${name}`);

/** The side whose word stands in the cell; null for any other text. */
function sideOf(read: Read, text: string): ItemSide | null {
  for (const side of ["bonus", "deduction"] as const)
    if (text !== "" && sameText(plainText(named(read, `w_${side}Item`) ?? ""), text)) return side;
  return null;
}

/** Rows in which something is typed; those that lack something are told by a check. */
function itemsIn(read: Read, table: KeyedTable): readonly ItemDefinition[] {
  const typed = ["side", "item", "points", "limit"];
  return table
    .filledRows("id")
    .filter((row) => typed.some((key) => !isBlank(table.value(row, key))))
    .map((row) => {
      const limit = table.number(row, "limit");
      return {
        id: table.text(row, "id"),
        name: table.text(row, "item"),
        side: sideOf(read, table.text(row, "side")),
        points: table.number(row, "points"),
        limit,
        hasUnreadLimit: limit === null && table.text(row, "limit") !== "",
        cell: cellAt(table.sheet.name, row, table.column("item") ?? table.column("id") ?? 0),
      };
    });
}

function entriesIn(table: KeyedTable): readonly ItemEntry[] {
  const typed = ["person", "item", "times", "what"];
  return table.rows
    .filter((row) => typed.some((key) => !isBlank(table.value(row, key))))
    .map((row) => ({
      id: table.text(row, "id"),
      person: table.text(row, "person"),
      item: table.text(row, "item"),
      times: table.number(row, "times"),
      what: table.text(row, "what"),
      record: table.text(row, "record"),
      date: table.number(row, "date"),
      cell: cellAt(table.sheet.name, row, table.column("person") ?? table.column("id") ?? 0),
    }));
}

/** Null where the workbook has no such items. */
export function extrasIn(snapshot: Snapshot, instance: number, tables: ReadonlyMap<string, KeyedTable>): Extras | null {
  const [items, register] = [tables.get("Bonus"), tables.get("Extras")];
  if (items === undefined || register === undefined) return null;
  const read = { snapshot, instance };
  const most = (name: string): number => {
    const value = named(read, name);
    return typeof value === "number" ? Math.max(0, value) : 0;
  };
  return {
    items: itemsIn(read, items),
    entries: entriesIn(register),
    limits: { bonus: most("MaxBonus"), deduction: most("MaxDeduction") },
  };
}
