/** Items of a method while they are written: added, moved, taken out, weighed; complete before they are kept. */
import { itemLimitsOf, ITEM_METHODS } from "../../../src/core/methods/itemFields";
import { present } from "../../../src/core/schema/fields";
import {
  blankMethodDraft,
  contentOfMethodDraft,
  isMethodDraft,
  itemsScaledTo100,
  itemWeightSum,
  methodDraftOf,
  movedItem,
  withItemCopy,
  withNewItem,
  withoutOwnItem,
  withScale,
  withValue,
  type MethodDraft,
} from "../../../src/core/templates/methodDraft";
import { blankDraft } from "../../../src/core/templates/draft";
import { otherOf, usualOf } from "../../support/methodContents";

const numbers = ({ items }: MethodDraft, key: string) => items.map(({ values }) => values[key] ?? null);
const faultsOf = (draft: MethodDraft): readonly string[] => {
  const result = contentOfMethodDraft(draft);
  return result.ok ? [] : result.faults.map(({ path, reason }) => `${path}: ${reason}`);
};

it.each(ITEM_METHODS.map((method) => [method]))("%s: a draft that is not changed is what it was", (method) => {
  const content = otherOf(method);
  expect(contentOfMethodDraft(methodDraftOf(content))).toEqual({ ok: true, content });
});

it("begins with as many empty items as the method needs, and says of each what is missing", () => {
  const draft = blankMethodDraft("site-audit");
  expect([isMethodDraft(draft), isMethodDraft(blankDraft())]).toEqual([true, false]);
  expect(draft.items).toHaveLength(itemLimitsOf("site-audit")[0]);
  expect(faultsOf(draft)).toEqual(
    ["name: no-language"].concat(
      [0, 1, 2].flatMap((i) => ["item", "weight"].map((key) => `items[${String(i)}].${key}: missing`)),
    ),
  );
});

it("an id is made of the name, and of no other template's", () => {
  const draft = { ...methodDraftOf(usualOf("narrative")), id: "", name: { en: "Our questions" } };
  const result = contentOfMethodDraft(draft, ["own-our-questions"]);
  expect(result.ok && result.content.id).toBe("own-our-questions-2");
});

it("leaves out what is empty: blank texts, no, texts of points that the scale has no more", () => {
  const draft = methodDraftOf(usualOf("rating-scale"));
  const [first] = draft.items;
  const emptied = withValue(withScale(draft, 3), first?.id ?? "", "definition", { en: " ", "zh-CN": "" });
  const result = contentOfMethodDraft({ ...emptied, jobGroup: { en: "" }, settings: {} });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  expect(Object.keys(result.content.items[0] ?? {})).toEqual(["item", "weight", "p1", "p2", "p3"]);
  expect([result.content.jobGroup, result.content.settings]).toEqual([undefined, undefined]);
  const audit = methodDraftOf(usualOf("site-audit"));
  const no = contentOfMethodDraft(withValue(audit, "1", "critical", false));
  expect(no.ok && "critical" in (no.content.items[0] ?? {})).toBe(false);
});

it("what names an item goes on naming it when items move, are copied or are taken out", () => {
  const draft = methodDraftOf(usualOf("checklist"));
  // The sixth says the opposite of the first, the twelfth of the eleventh.
  expect(numbers(draft, "opposite").flatMap((no, i) => (no === null ? [] : [[i + 1, no]]))).toEqual([
    [6, 1],
    [12, 11],
  ]);
  const opposites = (changed: MethodDraft) =>
    numbers(changed, "opposite").flatMap((no, i) => (no === null ? [] : [[i + 1, no]]));
  expect(opposites(movedItem(draft, "1", 1))).toEqual([
    [6, 2],
    [12, 11],
  ]);
  expect(opposites(withItemCopy(draft, "2"))).toEqual([
    [7, 1],
    [13, 12],
  ]);
  expect(opposites(withoutOwnItem(draft, "1"))).toEqual([[11, 10]]);
  expect(movedItem(draft, "1", -1)).toBe(draft);
  const more = withNewItem(withoutOwnItem(draft, "16"));
  expect(more.items.at(-1)).toEqual({ id: "16", values: { opposite: undefined } });
});

it("weights add up without a tail of fractions and are scaled to 100; there is nothing to scale where there are none", () => {
  const draft = methodDraftOf(usualOf("bars"));
  const weighed = (weights: readonly (number | undefined)[]): MethodDraft => ({
    ...draft,
    items: weights.map((weight, i) => ({ id: String(i), values: present({ weight }) })),
  });
  expect(itemWeightSum(weighed([0.1, 0.2, undefined]))).toBe(0.3);
  expect(numbers(itemsScaledTo100(weighed([1, 1, 1])) ?? draft, "weight")).toEqual([34, 33, 33]);
  expect(numbers(itemsScaledTo100(weighed([0.5, undefined, 0.5])) ?? draft, "weight")).toEqual([50, null, 50]);
  expect(itemsScaledTo100(weighed([undefined, undefined]))).toBeNull();
  expect(itemsScaledTo100(weighed([500, 1]))).toBeNull();
  const plain = methodDraftOf(usualOf("narrative"));
  expect([itemWeightSum(plain), itemsScaledTo100(plain)]).toEqual([null, null]);
});

it("on another scale the four anchors go to their places, and the words of points stay at theirs", () => {
  const bars = methodDraftOf(usualOf("bars"));
  const at = (draft: MethodDraft, keys: readonly string[]) => keys.map((key) => draft.items[0]?.values[key]);
  const seven = at(bars, ["a1", "a3", "a5", "a7"]);
  expect(at(withScale(bars, 10), ["a1", "a4", "a7", "a10", "a3"])).toEqual([...seven, undefined]);
  expect(faultsOf(withScale(bars, 4))).toEqual([]);
  const scale = methodDraftOf(usualOf("rating-scale"));
  expect(at(withScale(withScale(scale, 3), 5), ["p5"])).toEqual(at(scale, ["p5"]));
  expect(faultsOf(withScale(scale, 7))).toContain("items[0].p6: missing");
});
