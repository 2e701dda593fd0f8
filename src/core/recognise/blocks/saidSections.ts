/** Weights of sections that only their headings tell: "Section 1: Results (60 %)" over items that have weights of their own. */
import type { Grid } from "../grid";
import type { Item, Section } from "./model";
import { weightInText } from "./numbers";
import type { Region } from "./regions";
import { mostlyFit } from "./twoLevels";

/** Headings between the items, each with its weight as it is written; null where one says none, or they are no sections. */
function headings(grid: Grid, region: Region, items: readonly Item[]): readonly Section[] | null {
  const names = [...new Set(items.map(({ group }) => group))];
  if (names.length < 2) return null;
  const found: Section[] = [];
  for (const name of names) {
    const said = name === "" ? null : weightInText(name);
    if (said === null) return null;
    const first = items.find(({ group }) => group === name);
    let cell = { row: first?.cell.row ?? 0, column: region.left };
    // The heading stands over its first item, or beside it.
    for (let row = cell.row; row >= region.top; row -= 1) {
      const column = Array.from({ length: region.right - region.left + 1 }, (_, i) => region.left + i).find(
        (at) => grid.text(row, at) === name,
      );
      if (column === undefined) continue;
      cell = { row, column };
      break;
    }
    found.push({ name, weight: { value: said.value, raw: name, cell, shared: true } });
  }
  return found;
}

/**
 * Sections whose weights stand in the text of their headings. Empty where not all headings say one, where an item has none of its
 * own, or where the weights of fewer than half the sections come to what their heading says, or to a whole.
 * @param items with the heading they stand under as their group
 */
export function saidSections(grid: Grid, region: Region, items: readonly Item[]): readonly Section[] {
  if (items.some(({ weight }) => weight.value === null)) return [];
  const sections = headings(grid, region, items);
  if (sections === null) return [];
  // "60 %" over weights of 0.3 and 0.3.
  const asParts = sections.map(({ name, weight }) => ({
    name,
    weight: { ...weight, value: weight.value === null ? null : weight.value / 100 },
  }));
  return [sections, asParts].find((own) => mostlyFit(items, own)) ?? [];
}
