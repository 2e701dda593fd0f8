/** What the file of a method's template says: items of one's own for its workbook. Unknown JSON in, all faults or typed content out. */
import { PALETTE_IDS } from "../blueprint/palette";
import {
  fieldsOf,
  ITEM_METHODS,
  itemLimitsOf,
  itemTableOf,
  scaleAskedOf,
  usualBandsOf,
  type ItemField,
  type ItemMethod,
} from "../methods/itemFields";
import { ABOUT_FIELDS, aboutOf, bandsOf } from "./contentParts";
import type { ItemValue, MethodContent, OwnItem } from "./contentTypes";
import { optional, present, Reader, type Fields, type TemplateFault } from "./fields";
import { ROOT, within } from "./jsonText";
import { rounded, type ContentResult } from "./templateContent";

const FIELDS = [...ABOUT_FIELDS, "jobGroup", "workbook", "palette", "points", "items", "settings", "bands"];

/** The value of a column; what is not needed may be left out. */
function valueOf(reader: Reader, field: ItemField, value: unknown, path: string): ItemValue | undefined {
  if (value === undefined && !field.isNeeded) return undefined;
  switch (field.kind) {
    case "text":
      return reader.texts(value, path, { most: field.most, lines: field.isLong });
    case "number":
      return reader.number(value, path, ...field.limits);
    case "item":
      return reader.whole(value, path, 1, Number.MAX_SAFE_INTEGER);
    case "yesNo":
      return reader.yesNo(value, path);
  }
}

function itemOf(reader: Reader, fields: readonly ItemField[], value: unknown, path: string): OwnItem {
  const own = reader.object(
    value,
    path,
    fields.map(({ key }) => key),
  );
  return Object.fromEntries(
    fields.flatMap((field) => {
      const read = valueOf(reader, field, own[field.key], within(path, field.key));
      return read === undefined ? [] : [[field.key, read] as const];
    }),
  );
}

/** The highest point of the scale: one of those for which the sheets can be made. */
function pointsOf(reader: Reader, method: ItemMethod, value: unknown): number | undefined {
  const asked = scaleAskedOf(method);
  if (asked === null) {
    reader.note("points", "unknown-field");
    return undefined;
  }
  const points = reader.whole(value, "points", asked.least, asked.most);
  if (asked.choices?.includes(points) === false)
    reader.note("points", "unknown-value", { allowed: asked.choices.join(", ") });
  return points;
}

function settingsOf(reader: Reader, method: ItemMethod, value: unknown): Readonly<Record<string, number>> {
  const { settings = {}, shares = [] } = itemTableOf(method) ?? {};
  const fields = reader.object(value, "settings", Object.keys(settings));
  const at = (key: string): string => within("settings", key);
  const read = Object.entries(settings).flatMap(([key, limits]) =>
    fields[key] === undefined ? [] : [[key, reader.number(fields[key], at(key), ...limits)] as const],
  );
  const own: Readonly<Record<string, number>> = Object.fromEntries(read);
  const given = shares.filter((key) => fields[key] !== undefined);
  if (given.length === 0) return own;
  for (const key of shares) if (!given.includes(key)) reader.note(at(key), "missing");
  if (given.length === shares.length) {
    const sum = shares.reduce((all, key) => all + (own[key] ?? 0), 0);
    if (Math.abs(sum - 100) > 1e-9) reader.note(at(shares[0] ?? ""), "weights-not-100", { sum: rounded(sum) });
  }
  return own;
}

/** What fits no item by itself: another item that is none, two ends of a scale that are the same. */
function checkItem(
  reader: Reader,
  item: OwnItem,
  i: number,
  [fields, count]: readonly [readonly ItemField[], number],
): void {
  const path = within("items", i);
  for (const { kind, key } of fields) {
    const other = item[key];
    if (kind === "item" && typeof other === "number" && (other > count || other === i + 1))
      reader.note(within(path, key), "no-such-item", { most: count });
  }
  if (item["zero"] !== undefined && item["zero"] === item["full"])
    reader.note(within(path, "full"), "cannot-score", { field: "full" });
}

function itemsOf(reader: Reader, method: ItemMethod, value: unknown, points: number | undefined): readonly OwnItem[] {
  const before = reader.faults.length;
  const fields = fieldsOf(method, points);
  const items = reader.list(value, "items", itemLimitsOf(method), (entry, path) => itemOf(reader, fields, entry, path));
  if (reader.faults.length > before) return items;
  items.forEach((item, i) => checkItem(reader, item, i, [fields, items.length]));
  const weight = itemTableOf(method)?.weight ?? null;
  if (weight === null) return items;
  const sum = items.reduce((all, item) => all + Number(item[weight]), 0);
  if (Math.abs(sum - 100) > 1e-9) reader.note("items", "weights-not-100", { sum: rounded(sum) });
  return items;
}

const isScale = ({ faults }: Reader): boolean => !faults.some(({ path }) => path === "points");

function read(reader: Reader, fields: Fields): MethodContent {
  const about = aboutOf(reader, fields);
  const workbook = reader.oneOf(fields["workbook"], "workbook", ITEM_METHODS);
  const isKnown = fields["workbook"] === workbook;
  const points = isKnown ? optional(fields["points"], (value) => pointsOf(reader, workbook, value)) : undefined;
  return present({
    ...about,
    jobGroup: optional(fields["jobGroup"], (value) => reader.texts(value, "jobGroup", { most: 120 })),
    workbook,
    palette: optional(fields["palette"], (value) => reader.oneOf(value, "palette", PALETTE_IDS)),
    points,
    // On a scale that is none nothing can be said of its points.
    items: isKnown && isScale(reader) ? itemsOf(reader, workbook, fields["items"], points) : [],
    settings: isKnown ? optional(fields["settings"], (value) => settingsOf(reader, workbook, value)) : undefined,
    bands: optional(fields["bands"], (value) => {
      if (isKnown && usualBandsOf(workbook).length === 0) reader.note("bands", "unknown-field");
      return bandsOf(reader, value);
    }),
  });
}

/** Reads the content of a method's template of the present version; all faults are listed, each with its path. Never throws. */
export function parseMethodContent(value: unknown): ContentResult<MethodContent> {
  const reader = new Reader();
  const fields = reader.object(value, "", FIELDS);
  if (reader.faults.some(({ path }) => path === ROOT)) return { ok: false, faults: reader.faults };
  const content = read(reader, fields);
  const faults: readonly TemplateFault[] = reader.faults;
  return faults.length === 0 ? { ok: true, content } : { ok: false, faults };
}
