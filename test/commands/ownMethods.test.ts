/** Items of one's own for the workbooks of methods, through Microsoft's client: kept, made into workbooks, carried on, passed on. */
import { createCommands } from "../../src/commands";
import type { TemplateDesk } from "../../src/commands/deskTypes";
import type { Commands, NewScorecardRequest, SheetLanguage } from "../../src/commands/types";
import { PALETTES } from "../../src/core/blueprint/palette";
import { cellAddress } from "../../src/core/model/a1";
import { fieldsOf, ITEM_METHODS, itemTableOf, type ItemMethod } from "../../src/core/methods/itemFields";
import { isMethodContent, type MethodContent } from "../../src/core/schema/contentTypes";
import { METADATA_NAMESPACE, parseMetadata, type InstanceMetadata } from "../../src/core/schema/metadata";
import { inBoth, type Texts } from "../../src/core/schema/fields";
import { isMethodDraft, withValue, type MethodDraft } from "../../src/core/templates/methodDraft";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { otherOf } from "../support/methodContents";

let booted: BootedWorkbook;
let commands: Commands;
let desk: TemplateDesk;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
  desk = await commands.desk();
});
afterAll(() => booted.close());
jest.setTimeout(180_000);

const request = (templateId: string, language: SheetLanguage = "en"): NewScorecardRequest => ({
  ...{ templateId, language, jobGroup: "Ward", periodFrom: "2026-01-01", periodTo: "2026-06-30" },
  ...{ people: [{ name: "Ann" }, { name: "Bo" }], withSample: false },
});
async function draftFor(method: ItemMethod): Promise<MethodDraft> {
  const draft = await desk.fromCatalogue(method);
  if (draft === null || !isMethodDraft(draft)) throw new Error(method);
  return draft;
}
function stored(book: TestBook, instance = 1): InstanceMetadata {
  const part = book.model.data.customXml.find(({ xml }) => xml.includes(METADATA_NAMESPACE));
  const parsed = parseMetadata(part?.xml ?? "");
  const found = parsed.ok ? parsed.metadata.instances.find((each) => each.instance === instance) : undefined;
  if (found === undefined) throw new Error(`no instance ${String(instance)}`);
  return found;
}
const column = (book: TestBook, method: ItemMethod, key: string, instance = 1): Promise<unknown[]> => {
  const { name, columns } = stored(book, instance).tables[itemTableOf(method)?.table ?? ""] ?? {
    name: "",
    columns: {},
  };
  return book.column(name, columns[key] ?? key);
};
const nameOf = (method: ItemMethod): string => itemTableOf(method)?.name ?? "";
const said = ({ items, workbook }: MethodContent, language: "en" | "zh-CN"): readonly string[] =>
  items.map((item) => inBoth(item[nameOf(workbook)] as Texts)[language]);

/** Types into the first row of a table. */
function typeFirst(book: TestBook, key: string, columnKey: string, text: string, instance = 1): void {
  const { name, columns } = stored(book, instance).tables[key] ?? { name: "", columns: {} };
  const table = book.model.table(name);
  const at = table?.table.columns.findIndex((each) => each.name === columns[columnKey]) ?? 0;
  const { row, column: left } = table?.table.rect ?? { row: 0, column: 0 };
  book.type(`'${table?.sheet.name ?? ""}'!${cellAddress(row + 1, left + at)}`, [[text]]);
}

/** A workbook made of a template of the desk's, with other words than the method's. */
async function made(method: ItemMethod, language: SheetLanguage = "en") {
  const book = booted.open("Mine");
  const kept = valueOf(await desk.keep(otherOf(method)));
  if (!isMethodContent(kept)) throw new Error(method);
  valueOf(await commands.newScorecard(request(kept.id, language)));
  return { book, kept };
}

/** Among them they have every kind of column, scales, numbers of Settings and bands; core's tests go through all methods. */
const MANY_KINDS: readonly ItemMethod[] = ["manager-360", "bars", "checklist", "combined"];

it("starts from the items of every method, and is kept when they are changed", async () => {
  booted.open("Mine");
  for (const method of ITEM_METHODS) {
    const draft = await draftFor(method);
    const [first] = draft.items;
    const text = { en: `=Ours ${method}`, "zh-CN": "=我们的" };
    const kept = valueOf(await desk.save({ ...withValue(draft, first?.id ?? "", nameOf(method), text), name: text }));
    expect(kept).toMatchObject({ workbook: method, id: `own-ours-${method}` });
  }
  const offered = (await commands.templates("zh-CN")).slice(0, ITEM_METHODS.length);
  expect(offered.map(({ kind, isOwn, name }) => [kind, isOwn, name])).toEqual(
    ITEM_METHODS.map(() => ["method", true, "=我们的"]),
  );
  expect(offered.map(({ field }) => field)).toContain("360度评价");
  expect(await desk.fromCatalogue("ranking")).toBeNull();
  const refused = await desk.save({ ...(await draftFor("bars")), items: [] });
  expect(refused.ok ? null : refused.problem.what.params).toEqual({ count: 1 });
});

it.each(ITEM_METHODS.map((method) => [method]))(
  "%s: makes its workbook with them in at most six round trips, without a thing to mend, and it can be taken back",
  async (method) => {
    const book = booted.open("Mine");
    const kept = valueOf(await desk.keep(otherOf(method)));
    const before = await book.digest();
    booted.host.log.clear();
    const outcome = await commands.newScorecard(request(kept.id));
    valueOf(outcome);
    expect(booted.host.log.syncs).toBeLessThanOrEqual(6);
    if (itemTableOf(method)?.table !== null)
      expect(await column(book, method, nameOf(method))).toEqual(said(otherOf(method), "en"));
    expect(JSON.stringify(book.model.data)).toContain(PALETTES.wine.headFill.slice(1));
    const { findings } = valueOf(await commands.overview());
    expect(findings.filter(({ severity }) => severity !== "note").map(({ rule }) => rule)).toEqual([]);
    expect((await commands.templatePictures(request(kept.id)))?.colors.head).toBe(PALETTES.wine.headFill);
    if (!outcome.ok || outcome.undo === undefined) throw new Error("cannot be taken back");
    valueOf(await commands.takeBack(outcome.undo));
    expect(await book.digest()).toEqual(before);
  },
);

it.each(MANY_KINDS.map((method) => [method]))(
  "%s: its own words change their language there and back",
  async (method) => {
    const { book, kept } = await made(method);
    const all = () => Promise.all(fieldsOf(method, kept.points).map(({ key }) => column(book, method, key)));
    const before = await all();
    valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
    expect(await column(book, method, nameOf(method))).toEqual(said(kept, "zh-CN"));
    valueOf(await commands.changeLanguage({ to: "both", scope: "workbook" }));
    valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
    expect(await all()).toEqual(before);
  },
);

it.each(MANY_KINDS.flatMap((method) => (["en", "both"] as const).map((language) => [method, language] as const)))(
  "%s in %s: the workbook at hand gives the template back that it was made from, with what was typed since",
  async (method, language) => {
    const { book, kept } = await made(method, language);
    const found = valueOf(await desk.fromSheet());
    if (!isMethodDraft(found.draft)) throw new Error(method);
    expect({ ...found.draft, items: found.draft.items.map(({ values }) => values) }).toEqual({
      ...kept,
      id: "",
    });
    typeFirst(book, itemTableOf(method)?.table ?? "", nameOf(method), "Said on the ward");
    const typed = valueOf(await desk.fromSheet());
    if (!isMethodDraft(typed.draft)) throw new Error(method);
    expect(typed.draft.items[0]?.values[nameOf(method)]).toEqual({ en: "Said on the ward" });
    expect(JSON.stringify(typed.draft)).not.toContain("Ann");
    valueOf(await desk.save(typed.draft));
  },
);

it("the method's own workbook at hand gives its items in both languages", async () => {
  booted.open("Mine");
  valueOf(await commands.newScorecard({ ...request("bars", "zh-CN"), people: [], withSample: true }));
  const { draft } = valueOf(await desk.fromSheet());
  if (!isMethodDraft(draft)) throw new Error("bars");
  const usual = await draftFor("bars");
  expect(draft.items).toEqual(usual.items);
  expect(JSON.stringify(draft)).not.toContain("P001");
});

it("more items, people and a next period go on from it, in its colours", async () => {
  const { book, kept } = await made("bars");
  valueOf(await commands.moreItems({ dimensions: 1 }));
  expect(await column(book, "bars", "item", 2)).toEqual([...said(kept, "en"), null]);
  expect(stored(book, 2).points).toBe(4);
  const colours = JSON.stringify(book.model.data.sheets.map(({ tabColor }) => tabColor));
  expect(colours).not.toContain(PALETTES.green.headFill);
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(await column(book, "bars", "item", 2)).toEqual([...said(kept, "zh-CN"), null]);
  typeFirst(book, "BarsRatings", "comment", "'=Text that begins like a formula", 2);
  valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
  expect(
    (await book.column("eh_2_BarsRatings", stored(book, 2).tables["BarsRatings"]?.columns["comment"] ?? ""))[0],
  ).toBeNull();
  expect(await column(book, "bars", "item", 2)).toEqual([...said(kept, "zh-CN"), null]);
});

it("sections of one's own stand beside other workbooks as they were written, and take a score when it is linked", async () => {
  const book = booted.open("Mine");
  valueOf(await commands.newScorecard(request("second-reviewer")));
  const kept = valueOf(await desk.keep(otherOf("combined")));
  valueOf(await commands.newScorecard(request(kept.id)));
  expect(await column(book, "combined", "item", 2)).toEqual(said(otherOf("combined"), "en"));
  expect(valueOf(await commands.linkDraft()).sections.map(({ source }) => source)).toEqual(Array(6).fill(null));
  expect(valueOf(await commands.linkScores({ S2: "eh_1_Reviews2" }))).toEqual({ linked: 1 });
  expect(valueOf(await commands.linkDraft()).sections[1]?.source).toBe("eh_1_Reviews2");
});

it("somebody who is added gets a row for each of its items", async () => {
  const { book } = await made("rating-scale");
  const rows = async () => (await book.column("eh_1_ScaleRatings", "Person")).filter((id) => id === "P003").length;
  expect(await rows()).toBe(0);
  valueOf(await commands.addPeople({ people: [{ name: "Di" }], plan: null, waiting: false }));
  expect(await rows()).toBe(6);
});

it("goes elsewhere as a file, and what is damaged changes nothing", async () => {
  booted.open("Mine");
  const kept = valueOf(await desk.keep(otherOf("checklist")));
  const { fileName, text } = desk.textOf(kept);
  expect(fileName).toBe("own-checklist-2.evenhand.json");
  const elsewhere = booted.open("Theirs");
  const before = await elsewhere.digest();
  const bad = desk.readFile(text.replace('"value": 2', '"value": 12'));
  expect(bad).toEqual({
    ok: false,
    faults: [{ path: "items[0].value", reason: "out-of-range", params: { least: 1, most: 11 } }],
  });
  expect(await elsewhere.digest()).toEqual(before);
  const read = desk.readFile(text);
  if (!read.ok) throw new Error("refused");
  expect(valueOf(await desk.keep(read.content))).toEqual(kept);
  valueOf(await commands.newScorecard(request(kept.id, "zh-CN")));
  const keys = fieldsOf("checklist").map(({ key }) => key);
  expect(keys).toEqual(["item", "value", "reversed", "opposite"]);
  expect(await column(elsewhere, "checklist", "reversed")).toEqual(["否", "是", "否", "否", "否", "否"]);
  expect((await column(elsewhere, "checklist", "opposite"))[0]).toBe("Q06");
});
