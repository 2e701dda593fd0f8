/** The pane shows what will be made before it is: it must be that. */
import { createCommands } from "../../src/commands";
import type { PictureRequest } from "../../src/commands/types";
import type { SheetPicture } from "../../src/core/blueprint/sheetPicture";
import { withItems } from "../../src/core/templates/items";
import { bootWorkbook, type BootedWorkbook } from "../support/bootWorkbook";
import { blueprintOf, salesTemplate } from "../support/generated";

let booted: BootedWorkbook;
beforeAll(async () => {
  // Templates of one's own are looked for in the workbook that is open.
  booted = await bootWorkbook({ calculation: "none" });
  booted.open("Mine");
});
afterAll(() => booted.close());
const templatePictures = (request: PictureRequest) => createCommands("en").templatePictures(request);

const REQUEST: PictureRequest = {
  templateId: "sales-exec",
  language: "en",
  jobGroup: "Sales",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
};
const pictures = async (request: Partial<PictureRequest>) => {
  const found = await templatePictures({ ...REQUEST, ...request });
  if (found === null) throw new Error("no pictures");
  return found;
};
const textsOf = ({ rows }: SheetPicture): string[] =>
  rows.flatMap((row) => row.flatMap(({ text }) => (text === "" ? [] : [text])));
const named = (sheets: readonly SheetPicture[], name: string): SheetPicture => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe.each(["en", "zh-CN"] as const)("sheets that are announced (%s)", (language) => {
  it.each([
    { withItems: false, form: "matrix" },
    { withItems: true, form: "matrix" },
    { withItems: false, form: "register" },
    { withItems: true, form: "register" },
    { withItems: true, form: "form" },
  ] as const)("are those that are made: %j", async (choices) => {
    const template = choices.withItems ? withItems(salesTemplate()) : salesTemplate();
    const made = blueprintOf({ template, language, form: choices.form }).sheets.map(({ name }) => name);
    expect((await pictures({ language, ...choices })).sheets.map(({ name }) => name)).toEqual(made);
  });
});

it("shows heads, inputs with the sample, and where formulas calculate, in the colours of the workbook", async () => {
  const { sheets, start, colors } = await pictures({});
  expect([start, colors]).toEqual(["Entry", { head: "#0F6B5C", input: "#FFF8DC" }]);
  const people = named(sheets, "People");
  const heads = people.rows.find((row) => row[0]?.look === "head");
  expect(heads?.map(({ text }) => text)).toEqual(expect.arrayContaining(["Id", "Name"]));
  expect(textsOf(people)).toEqual(expect.arrayContaining(["P001", "Person A"]));
  expect(textsOf(named(sheets, "Settings"))).toEqual(expect.arrayContaining(["2026-01-01", "2026-06-30"]));
  const looks = new Set(named(sheets, "Results").rows.flatMap((row) => row.map(({ look }) => look)));
  expect(looks).toContain("calculated");
  for (const { widths, rows } of sheets) {
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1, 9);
    for (const row of rows) expect(row.reduce((sum, { span }) => sum + span, 0)).toBe(widths.length);
    expect(rows.length).toBeGreaterThan(2);
  }
});

it("follows what is chosen: lines left out, more items, the other language, both", async () => {
  const fit = { lines: [{ id: "K01", weight: 100 }] };
  const all = textsOf(named((await pictures({})).sheets, "Plan")).join("|");
  expect(all).toContain("Gross margin");
  const kept = await pictures({ fit });
  expect(textsOf(named(kept.sheets, "Plan")).join("|")).not.toContain("Gross margin");
  const few = await pictures({ templateId: "rating-scale", counts: { dimensions: 5 } });
  const more = await pictures({ templateId: "rating-scale", counts: { dimensions: 7 } });
  const dimensions = ({ sheets }: typeof few) =>
    named(sheets, "Dimensions").rows.filter((row) => /^D\d$/.test(row[0]?.text ?? "")).length;
  expect([dimensions(few), dimensions(more)]).toEqual([5, 7]);
  expect((await pictures({ templateId: "rating-scale", language: "both" })).sheets.map(({ name }) => name)).toContain(
    "People 人员",
  );
});

it("shows nothing where nothing can be made", async () => {
  expect(await templatePictures({ ...REQUEST, templateId: "none" })).toBeNull();
  expect(await templatePictures({ ...REQUEST, templateId: "rating-scale", counts: { dimensions: 900 } })).toBeNull();
});
