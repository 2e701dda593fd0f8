/**
 * Room for the words of items of one's own where sheets show them by formulas: rows as high as they need. The words of the methods
 * themselves fit into the rows that their sheets are made with.
 */
import { fieldsOf } from "../methods/itemFields";
import { itemCountsOf } from "../methods/counts";
import type { MethodContent, OwnItem } from "../schema/contentTypes";
import { inBoth } from "../schema/fields";
import type { InstanceMetadata } from "../schema/metadata";
import { joined, type BookLanguage } from "./joinedTexts";
import { heightFor } from "./tableSheet";
import type { Blueprint, SheetBlueprint, TableBlueprint } from "./types";

/** Where items are shown: key of the table → key of the column → field of the item; "p" and "a" are the words of its points. */
const SHOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Profile360: { statement: "item" },
  Report360: { statement: "item" },
  ScaleRatings: { dimension: "item", wording: "p" },
  BarsRatings: { dimension: "item", anchor: "a" },
  Answers: { statement: "item" },
  Comments: { prompt: "prompt" },
  ProbationScores: { what: "item" },
  AuditAnswers: { what: "item" },
  SectionValues: { title: "item", source: "source" },
  WeightPoints: { indicator: "item" },
  WeightPairs: { item: "item" },
  PersonPage: { item: "item", prompt: "prompt", standard: "standard", wording: "p", anchor: "a" },
};
const MOST_LINES = 14;
const DEFAULT_WIDTH = 10;
/** Height of small letters over columns. */
const SMALL = 0.8;

interface Shown {
  readonly content: MethodContent;
  readonly language: BookLanguage;
}

/** Texts of an item in the language of the sheets: of a field, or of all its points. */
function textsOf(item: OwnItem, field: string, { content, language }: Shown): readonly string[] {
  const keys = fieldsOf(content.workbook, content.points).flatMap((each) =>
    each.kind === "text" && (each.key === field || (each.point !== undefined && each.key.startsWith(field)))
      ? [each.key]
      : [],
  );
  return keys.flatMap((key) => {
    const value = item[key];
    if (typeof value !== "object") return [];
    const { en, "zh-CN": zh } = inBoth(value);
    return [language === "both" ? joined(en, zh) : language === "en" ? en : zh];
  });
}

/** The number of the item that each row of a table is about, from 0: by its id, or as many rows as items. */
function itemsOfRows(key: string, table: TableBlueprint, stored: InstanceMetadata): readonly number[] {
  const column = itemCountsOf(stored.template).flatMap(({ within }) => within[key] ?? [])[0];
  const header = stored.tables[key]?.columns[column ?? ""];
  const content = table.columns.find((each) => each.header === header)?.content;
  return Array.from({ length: table.rows }, (_, row) =>
    content?.kind === "input" ? Number(/\d+$/.exec(String(content.values[row]))?.[0] ?? 0) - 1 : row,
  );
}

const widthAt = ({ columnWidths }: SheetBlueprint, column: number): number =>
  columnWidths.find((each) => each.column === column)?.width ?? DEFAULT_WIDTH;

/** The sheet with rows of a table at least as high as the words in them. */
function withRows(sheet: SheetBlueprint, key: string, stored: InstanceMetadata, shown: Shown): SheetBlueprint {
  const { name, columns = {} } = stored.tables[key] ?? {};
  const table = sheet.tables.find((each) => each.name === name);
  if (table === undefined) return sheet;
  const heights = new Map((sheet.rowHeights ?? []).map(({ row, height }) => [row, height]));
  const places = Object.entries(SHOWN[key] ?? {}).flatMap(([column, field]) => {
    const at = table.columns.findIndex(({ header }) => header === columns[column]);
    return at < 0 ? [] : [{ field, width: widthAt(sheet, table.at.column + at) }];
  });
  itemsOfRows(key, table, stored).forEach((no, i) => {
    const item = shown.content.items[no];
    if (item === undefined) return;
    const texts = places.flatMap(({ field, width }) => textsOf(item, field, shown).map((text) => ({ text, width })));
    const row = table.at.row + 1 + i;
    const height = heightFor(texts, 1, MOST_LINES);
    if (height > Math.max(heightFor([], 1, 1), heights.get(row) ?? 0)) heights.set(row, height);
  });
  return { ...sheet, rowHeights: [...heights].map(([row, height]) => ({ row, height })) };
}

/** Over the columns that each item has of its own stands what it says: as high as the longest needs. */
function withHeads(sheet: SheetBlueprint, stored: InstanceMetadata, shown: Shown): SheetBlueprint {
  const heights = sheet.rowHeights ?? [];
  return itemCountsOf(stored.template).reduce((so, { across, table: own }) => {
    const { name, columns = {} } = stored.tables[across?.table ?? ""] ?? {};
    const table = so.tables.find((each) => each.name === name);
    const standing = heights.find(({ row }) => row === (table?.at.row ?? 0) - 1);
    if (across === undefined || table === undefined || standing === undefined || own === across.table) return so;
    const at = table.columns.findIndex(({ header }) => header === columns[`${across.prefix}1`]);
    const width = widthAt(so, table.at.column + at);
    const texts = shown.content.items.flatMap((item) => textsOf(item, "item", shown).map((text) => ({ text, width })));
    const height = Math.max(standing.height, SMALL * heightFor(texts, 1, MOST_LINES));
    return { ...so, rowHeights: heights.map((each) => (each === standing ? { ...each, height } : each)) };
  }, sheet);
}

/** The workbook with room for the words of items of one's own wherever they are shown. */
export function roomForOwn(
  blueprint: Blueprint,
  stored: InstanceMetadata,
  content: MethodContent,
  language: BookLanguage,
): Blueprint {
  const shown: Shown = { content, language };
  const sheets = blueprint.sheets.map((sheet) =>
    Object.keys(SHOWN).reduce((so, key) => withRows(so, key, stored, shown), withHeads(sheet, stored, shown)),
  );
  return { ...blueprint, sheets };
}
