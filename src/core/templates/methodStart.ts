/** Where items of one's own begin: with those that the method has, or with those of a workbook at hand. No people, no results. */
import { storedInstance } from "../blueprint/anyLanguage";
import { joined, sidesOf, type BookLanguage, type TextsByLanguage } from "../blueprint/joinedTexts";
import { buildMethodWorkbook, type MethodDefinition } from "../blueprint/methodWorkbook";
import type { Blueprint, Literal } from "../blueprint/types";
import { fieldsOf, itemTableOf, usualBandsOf, type ItemField, type ItemMethod } from "../methods/itemFields";
import { METHOD_CARDS } from "../methods/list";
import { isBlank, plainText } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";
import type { ContentBand, ItemValue, MethodContent, OwnItem } from "../schema/contentTypes";
import { inBoth, present, type Texts } from "../schema/fields";

type Column = readonly Literal[];
const LANGUAGES = ["en", "zh-CN"] as const;
const said = (value: Literal): string => String(value ?? "");

/** The input columns of a table, by key. */
function columnsIn(blueprint: Blueprint, key: string): ReadonlyMap<string, Column> {
  const { name = "", columns = {} } = storedInstance(blueprint).tables[key] ?? {};
  const table = blueprint.sheets.flatMap(({ tables }) => tables).find((each) => each.name === name);
  return new Map(
    Object.entries(columns).flatMap(([column, header]) => {
      const content = table?.columns.find((each) => each.header === header)?.content;
      return content?.kind === "input" ? [[column, content.values] as const] : [];
    }),
  );
}

/** A cell as what it says: the number of the row where an item is named, yes where the word for it stands. */
interface Cell {
  /** Without what only looks different: spaces, widths of letters. */
  readonly text: string;
  readonly value: unknown;
  readonly yes: string;
  /** Ids of the rows. */
  readonly ids: readonly string[];
}
function numberOrYes({ kind }: ItemField, { text, value, yes, ids }: Cell): ItemValue | undefined {
  if (kind === "yesNo") return text === yes ? true : undefined;
  if (kind === "number") return typeof value === "number" ? value : undefined;
  const found = ids.indexOf(text);
  return text === "" || found < 0 ? undefined : found + 1;
}

const rowOf = (fields: readonly ItemField[], valueOf: (field: ItemField) => ItemValue | undefined): OwnItem =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field);
      return value === undefined ? [] : [[field.key, value] as const];
    }),
  );

/** The items that a method's workbook comes with, in both languages. */
function usualItems(definition: MethodDefinition, method: ItemMethod, texts: TextsByLanguage): readonly OwnItem[] {
  const table = itemTableOf(method)?.table ?? null;
  if (table === null) return [];
  const sides = LANGUAGES.map((language) => {
    const built = buildMethodWorkbook(definition, {
      ...{ people: [], language, text: texts[language], jobGroup: method, from: 1, to: 366 },
      ...{ withSample: true, takenSheets: [], metadata: null },
    });
    if (!built.ok) throw new Error(`a method of ours cannot be built: ${built.problem.what.key}`);
    return columnsIn(built.blueprint, table);
  });
  const [en, zh] = sides;
  const ids = [...(en?.values() ?? [])][0]?.map(said) ?? [];
  const fields = fieldsOf(method);
  const yes = texts.en("word.yes");
  return ids
    .map((_, row) =>
      rowOf(fields, (field) => {
        const value = en?.get(field.key)?.[row] ?? "";
        if (field.kind !== "text") return numberOrYes(field, { text: said(value), value, yes, ids });
        return said(value) === "" ? undefined : { en: said(value), "zh-CN": said(zh?.get(field.key)?.[row] ?? "") };
      }),
    )
    .filter((item) => Object.values(item).some((value) => typeof value === "object"));
}

/** Numbers of Settings as a method has them, as far as they go by no scale and no language. */
function usualSettings({ own }: MethodDefinition, method: ItemMethod): Readonly<Record<string, number>> {
  const known = itemTableOf(method)?.settings ?? {};
  return Object.fromEntries(
    own.rows.flatMap(({ key, value }) => (key in known && typeof value === "number" ? [[key, value] as const] : [])),
  );
}
const orNone = <T extends object>(fields: T): T | undefined => (Object.keys(fields).length === 0 ? undefined : fields);

/** What a method is made with unless somebody says otherwise, to start a template of one's own from. */
export const usualContent = (definition: MethodDefinition, method: ItemMethod, texts: TextsByLanguage): MethodContent =>
  present({
    id: "",
    name: METHOD_CARDS[method].name,
    workbook: method,
    items: usualItems(definition, method, texts),
    settings: orNone(usualSettings(definition, method)),
  });

export interface MethodSource {
  readonly definition: MethodDefinition;
  readonly method: ItemMethod;
  readonly texts: TextsByLanguage;
  /** By key: the table of the items, and that of the bands. */
  readonly tables: ReadonlyMap<string, KeyedTable>;
  readonly language: BookLanguage;
  /** The person's: texts whose two languages cannot be told apart are said in it. */
  readonly reader: "en" | "zh-CN";
  /** The highest point of its scale; undefined where it has the usual one. */
  readonly points: number | undefined;
  /** The word for yes as it stands in the workbook. */
  readonly yes: string;
  readonly setting: (key: string) => number | null;
  /** What it was made from, where that is known: its texts are known in both languages. */
  readonly made: MethodContent | null;
}

const shown = (texts: Texts, language: BookLanguage): string => {
  const { en, "zh-CN": zh } = inBoth(texts);
  return plainText(language === "both" ? joined(en, zh) : language === "en" ? en : zh);
};

/** Reads texts of the workbook: those of ours in both languages, others in the one in which they stand. */
function textReader(
  { language, reader }: MethodSource,
  known: readonly Texts[],
): (value: unknown, isLong: boolean) => Texts | undefined {
  const both = new Map(known.map((texts) => [shown(texts, language), texts]));
  return (value, isLong) => {
    const raw = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
    if (raw === "") return undefined;
    const found = both.get(plainText(raw));
    if (found !== undefined) return found;
    const sides = language === "both" ? sidesOf(raw) : [];
    const put = (text: string): string => (isLong ? text.trim() : text.replace(/\s+/g, " ").trim());
    if (sides.length === 2) return { en: put(sides[0] ?? ""), "zh-CN": put(sides[1] ?? "") };
    return { [language === "both" ? reader : language]: put(raw) };
  };
}

const textsIn = ({ items }: MethodContent): readonly Texts[] =>
  items.flatMap((item) => Object.values(item).filter((value): value is Texts => typeof value === "object"));

function itemsIn(source: MethodSource, known: readonly MethodContent[]): readonly OwnItem[] {
  const { method, points, tables, yes } = source;
  const table = tables.get(itemTableOf(method)?.table ?? "");
  if (table === undefined) return [];
  const fields = fieldsOf(method, points);
  const textOf = textReader(source, known.flatMap(textsIn));
  const [first = ""] = table.columns.keys();
  const rows = table.rows.filter((row) =>
    fields.some(({ kind, key }) => kind !== "yesNo" && !isBlank(table.value(row, key))),
  );
  const ids = rows.map((row) => table.text(row, first));
  return rows.map((row) =>
    rowOf(fields, (field) => {
      const value = table.value(row, field.key);
      if (field.kind === "text") return textOf(value, field.isLong);
      return numberOrYes(field, { text: table.text(row, field.key), value, yes, ids });
    }),
  );
}

/** Bands as they stand; none where they are the usual ones. */
function bandsIn(source: MethodSource): readonly ContentBand[] | undefined {
  const { definition, points, tables, texts, method, language, made } = source;
  const { bands: usual } = definition.own;
  const table = tables.get("Bands");
  if (usual === undefined || table === undefined) return undefined;
  const limits = usualBandsOf(method, points);
  const names = limits.map((_, i): Texts => {
    const key = `${usual.key}.${String(i + 1)}`;
    return { en: texts.en(key), "zh-CN": texts["zh-CN"](key) };
  });
  const textOf = textReader(source, [...names, ...(made?.bands ?? []).map(({ name }) => name)]);
  const rows = table.rows
    .flatMap((row) => {
      const [from, name] = [table.number(row, "from"), textOf(table.value(row, "band"), false)];
      return from === null || name === undefined ? [] : [{ from, name }];
    })
    .sort((a, b) => a.from - b.from);
  const isUsual =
    rows.length === limits.length &&
    rows.every(({ from, name }, i) => from === limits[i] && shown(name, language) === shown(names[i] ?? {}, language));
  if (isUsual || rows.length < 2) return undefined;
  return rows.map(({ from, name }, i) => present({ name, from: i === 0 ? undefined : from }));
}

/** The items, scale, bands and numbers of a method workbook at hand; null where it has no items. */
export function contentOfWorkbook(source: MethodSource): MethodContent | null {
  const { definition, method, texts, points, made, setting } = source;
  const usual = usualContent(definition, method, texts);
  const items = itemsIn(source, made === null ? [usual] : [made, usual]);
  if (items.length === 0 && itemTableOf(method)?.table !== null) return null;
  const settings = Object.keys(itemTableOf(method)?.settings ?? {}).flatMap((key) => {
    const value = setting(key);
    return value === null ? [] : [[key, value] as const];
  });
  return present({
    id: "",
    name: made?.name ?? usual.name,
    jobGroup: made?.jobGroup,
    workbook: method,
    palette: made?.palette,
    points,
    items,
    settings: orNone(Object.fromEntries(settings)),
    bands: bandsIn(source),
  });
}
