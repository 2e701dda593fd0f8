/** Templates of one's own for the workbooks of methods: each method's usual one, and one with other words and numbers. */
import type { TextsByLanguage } from "../../src/core/blueprint/joinedTexts";
import {
  fieldsOf,
  ITEM_METHODS,
  itemTableOf,
  scaleAskedOf,
  usualBandsOf,
  type ItemField,
  type ItemMethod,
} from "../../src/core/methods/itemFields";
import { methodById } from "../../src/core/methods/registry";
import type { ItemValue, MethodContent } from "../../src/core/schema/contentTypes";
import { present } from "../../src/core/schema/fields";
import { usualContent } from "../../src/core/templates/methodStart";
import { sheetText } from "./sheetText";

export const TEXTS: TextsByLanguage = { en: sheetText("en"), "zh-CN": sheetText("zh-CN") };

export function definitionOf(method: ItemMethod) {
  const found = methodById(method);
  if (found === null) throw new Error(method);
  return found;
}

/** What the method has, under an id. */
export const usualOf = (method: ItemMethod): MethodContent => ({
  ...usualContent(definitionOf(method), method, TEXTS),
  id: `own-${method}`,
});

function valueOf(field: ItemField, i: number, count: number): ItemValue | undefined {
  switch (field.kind) {
    case "text":
      return { en: `=Own ${field.key} & ${String(i + 1)}`, "zh-CN": `自己的 ${field.key} ${String(i + 1)}` };
    case "number":
      if (field.key === "weight") return i === 0 ? 100 - 7 * (count - 1) : 7;
      return field.key === "full" ? 20 : field.key === "zero" ? 4 : Math.max(field.limits[0], 2);
    case "yesNo":
      return i === 1 ? true : undefined;
    case "item":
      return i === 0 ? count : undefined;
  }
}

const orNone = (entries: readonly (readonly [string, number])[]): MethodContent["settings"] =>
  entries.length === 0 ? undefined : Object.fromEntries(entries);

/** Other words, weights and scale than the method's; with its own numbers, bands and colours. */
export function otherOf(method: ItemMethod): MethodContent {
  const points = scaleAskedOf(method) === null ? undefined : method === "bars" ? 4 : 7;
  const fields = fieldsOf(method, points);
  const { settings = {}, shares = [] } = itemTableOf(method) ?? {};
  const count = fields.length === 0 ? 0 : 6;
  return present({
    id: `own-${method}-2`,
    name: { en: `Our ${method}`, "zh-CN": "我们的模板" },
    jobGroup: { en: "Nurses" },
    workbook: method,
    palette: "wine" as const,
    points,
    items: Array.from({ length: count }, (_, i) =>
      Object.fromEntries(
        fields.flatMap((field) => {
          const value = valueOf(field, i, count);
          return value === undefined ? [] : [[field.key, value] as const];
        }),
      ),
    ),
    settings: orNone(
      Object.entries(settings).map(([key, [least, most]]) => [
        key,
        shares.includes(key) ? 100 / shares.length : Math.min(most, Math.max(least, 3)),
      ]),
    ),
    bands:
      usualBandsOf(method).length > 0
        ? [
            { name: { en: "Weak", "zh-CN": "弱" } },
            { name: { en: "Fine", "zh-CN": "好" }, from: 2 },
            { name: { en: "Strong" }, from: 3 },
          ]
        : undefined,
  });
}

/** Methods with a table of items. */
export const WITH_ITEMS = ITEM_METHODS.filter((method) => itemTableOf(method)?.table !== null);

export const METHOD_CONTENTS: readonly (readonly [string, MethodContent])[] = ITEM_METHODS.flatMap((method) => [
  [`${method}, usual`, usualOf(method)] as const,
  [`${method}, other`, otherOf(method)] as const,
]);
