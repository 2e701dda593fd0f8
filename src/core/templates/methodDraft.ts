/**
 * Items of a method being written: texts may be empty, numbers may be missing. They become content when nothing is wrong with them
 * any more.
 */
import { fieldsOf, itemLimitsOf, itemTableOf, type ItemField, type ItemMethod } from "../methods/itemFields";
import type { ItemValue, MethodContent, OwnItem } from "../schema/contentTypes";
import { present, type Texts } from "../schema/fields";
import { parseMethodContent } from "../schema/methodContent";
import type { ContentResult } from "../schema/templateContent";
import { scaleWeights } from "../weighting/apportion";
import { idFrom, said, saidOrNone, type TemplateDraft } from "./draft";

type DraftValues = Readonly<Record<string, ItemValue | undefined>>;
export interface DraftItem {
  /** Its own while it is written, wherever it stands. */
  readonly id: string;
  readonly values: DraftValues;
}
export interface MethodDraft extends Omit<MethodContent, "items"> {
  readonly items: readonly DraftItem[];
}
export type AnyDraft = TemplateDraft | MethodDraft;
/** Whether it will make the workbook of a method. */
export const isMethodDraft = (draft: AnyDraft): draft is MethodDraft => "workbook" in draft;

const withIds = (items: readonly OwnItem[]): readonly DraftItem[] =>
  items.map((values, i) => ({ id: String(i + 1), values }));

/** A method's template as a draft to be changed. */
export const methodDraftOf = (content: MethodContent): MethodDraft => ({ ...content, items: withIds(content.items) });

/** A draft with nothing in it but as many empty items as the method needs. */
export const blankMethodDraft = (workbook: ItemMethod): MethodDraft => ({
  id: "",
  name: {},
  workbook,
  items: withIds(Array.from({ length: itemLimitsOf(workbook)[0] }, () => ({}))),
});

/** The fields of an item on the draft's scale. */
export const draftFields = ({ workbook, points }: Pick<MethodDraft, "workbook" | "points">): readonly ItemField[] =>
  fieldsOf(workbook, points);

/** With other items; whatever names an item by its number goes on naming the same one, or none that is gone. */
function withItems(draft: MethodDraft, items: readonly DraftItem[]): MethodDraft {
  const keys = draftFields(draft).flatMap(({ kind, key }) => (kind === "item" ? [key] : []));
  const place = new Map(items.map(({ id }, i) => [id, i + 1]));
  const renumbered = (value: ItemValue | undefined): ItemValue | undefined =>
    typeof value === "number" ? place.get(draft.items[value - 1]?.id ?? "") : value;
  return {
    ...draft,
    items: items.map((item) => ({
      ...item,
      values: { ...item.values, ...Object.fromEntries(keys.map((key) => [key, renumbered(item.values[key])])) },
    })),
  };
}
const freshId = ({ items }: MethodDraft): string => String(1 + Math.max(0, ...items.map(({ id }) => Number(id))));

/** With an empty item at the end. */
export const withNewItem = (draft: MethodDraft): MethodDraft =>
  withItems(draft, [...draft.items, { id: freshId(draft), values: {} }]);

/** With a copy of an item right under it. */
export function withItemCopy(draft: MethodDraft, id: string): MethodDraft {
  const own = freshId(draft);
  return withItems(
    draft,
    draft.items.flatMap((item) => (item.id === id ? [item, { ...item, id: own }] : [item])),
  );
}

/** Without the item of this id. */
export const withoutOwnItem = (draft: MethodDraft, id: string): MethodDraft =>
  withItems(
    draft,
    draft.items.filter((item) => item.id !== id),
  );

/** An item one place up or down. */
export function movedItem(draft: MethodDraft, id: string, by: -1 | 1): MethodDraft {
  const at = draft.items.findIndex((item) => item.id === id);
  const [item, other] = [draft.items[at], draft.items[at + by]];
  if (item === undefined || other === undefined) return draft;
  const items = draft.items.map((one) => (one === item ? other : one === other ? item : one));
  return withItems(draft, items);
}

/** With one value of an item changed; undefined takes it away. */
export const withValue = (draft: MethodDraft, id: string, key: string, value: ItemValue | undefined): MethodDraft => ({
  ...draft,
  items: draft.items.map((item) => (item.id === id ? { ...item, values: { ...item.values, [key]: value } } : item)),
});

const pointKeys = (fields: readonly ItemField[]): readonly string[] =>
  fields.flatMap((field) => (field.kind === "text" && field.point !== undefined && field.isNeeded ? [field.key] : []));

/** On another scale. Where it wants as many texts at its points, each goes to the same place of it; else all stay where they are. */
export function withScale(draft: MethodDraft, points: number): MethodDraft {
  const next = { ...draft, points };
  const [from, to] = [pointKeys(draftFields(draft)), pointKeys(draftFields(next))];
  if (from.length !== to.length) return next;
  const items = draft.items.map((item) => {
    const texts = from.map((key) => item.values[key]);
    const emptied = Object.fromEntries(from.map((key) => [key, undefined]));
    return {
      ...item,
      values: { ...item.values, ...emptied, ...Object.fromEntries(to.map((key, i) => [key, texts[i]])) },
    };
  });
  return { ...next, items };
}

const weightsOf = ({ workbook, items }: MethodDraft): readonly number[] | null => {
  const key = itemTableOf(workbook)?.weight ?? null;
  return key === null ? null : items.map(({ values }) => (typeof values[key] === "number" ? values[key] : 0));
};

/** Sum of the weights, without the tail of binary fractions; null where the items have none. */
export function itemWeightSum(draft: MethodDraft): number | null {
  const weights = weightsOf(draft);
  return weights === null ? null : Math.round(weights.reduce((sum, one) => sum + one, 0) * 1e6) / 1e6;
}

/** The items with weights that make 100 together, in whole points where they are whole; null where nothing can be scaled. */
export function itemsScaledTo100(draft: MethodDraft): MethodDraft | null {
  const weights = weightsOf(draft) ?? [];
  const scaled = scaleWeights(weights, { step: weights.every(Number.isInteger) ? 1 : 0.01 });
  const key = itemTableOf(draft.workbook)?.weight ?? null;
  if (key === null || !scaled.ok || weights.some((weight, i) => weight > 0 && scaled.value[i] === 0)) return null;
  return {
    ...draft,
    items: draft.items.map((item, i) =>
      item.values[key] === undefined ? item : { ...item, values: { ...item.values, [key]: scaled.value[i] } },
    ),
  };
}

const isTexts = (value: ItemValue | undefined): value is Texts => typeof value === "object";

/** The item as it is kept: what is empty is left out, and what is no is not said. */
const itemOf = ({ values }: DraftItem, fields: readonly ItemField[]): Readonly<Record<string, ItemValue>> =>
  Object.fromEntries(
    fields.flatMap(({ key }) => {
      const value = values[key];
      const own = isTexts(value) ? saidOrNone(value) : value;
      return own === undefined || own === false ? [] : [[key, own] as const];
    }),
  );

/**
 * The content of a draft: empty texts left out, an id made of the name where there is none.
 * @param taken ids that other templates have
 * @returns the content, or all faults; paths are those of the draft
 */
export function contentOfMethodDraft(draft: MethodDraft, taken: readonly string[] = []): ContentResult<MethodContent> {
  const fields = draftFields(draft);
  const { settings, bands } = draft;
  return parseMethodContent(
    present({
      ...draft,
      id: draft.id === "" ? idFrom(said(draft.name), taken) : draft.id,
      name: said(draft.name),
      audience: saidOrNone(draft.audience),
      field: saidOrNone(draft.field),
      jobGroup: saidOrNone(draft.jobGroup),
      items: draft.items.map((item) => itemOf(item, fields)),
      settings: settings === undefined || Object.keys(settings).length === 0 ? undefined : settings,
      bands: bands?.map((band) => ({ ...band, name: said(band.name) })),
    }),
  );
}
