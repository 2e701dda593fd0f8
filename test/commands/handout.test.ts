/** The sheet that is handed out before the period, under the commands: what was typed on it stays; workbooks of before it go on. */
import { createCommands } from "../../src/commands";
import type { Commands, SheetLanguage } from "../../src/commands/types";
import { RATING_SCALE } from "../../src/core/methods/rating-scale";
import { writeBlueprint } from "../../src/excel/writeBlueprint";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { methodBlueprint } from "../support/methodWorkbooks";
import { sheetText } from "../support/sheetText";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(120_000);

const NEXT = { from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } } as const;
const OBJECTION = "Write to the works council within a week.";

const made = (): Promise<TestBook> =>
  booted.prepared("handout", async () => {
    const book = booted.open("Mine");
    valueOf(
      await commands.newScorecard({
        ...{ templateId: "rating-scale", people: [], language: "en", jobGroup: "All", withSample: true },
        ...{ periodFrom: "2026-01-01", periodTo: "2026-06-30" },
      }),
    );
    return book;
  });
/** As an earlier version made it: without the sheet. */
async function earlier(): Promise<TestBook> {
  const book = booted.open("Mine");
  const { handout, ...method } = RATING_SCALE;
  expect(handout).toBeDefined();
  if (!(await writeBlueprint(methodBlueprint(method, { takenSheets: ["Mine"] }))).ok) throw new Error("not written");
  return book;
}
/** Where a cell of the instance stands, as "'Sheet'!C5". */
function placeOf({ model }: TestBook, name: string, instance = 1): string {
  const found = model.data.names.find((each) => each.name === `eh_${String(instance)}_c_${name}`);
  return (found?.formula ?? "").replace(/^=/, "").replace(/\$/g, "");
}
const sheetNames = ({ model }: TestBook): readonly string[] => model.data.sheets.map(({ name }) => name);
const nameIn = (language: Exclude<SheetLanguage, "both">): string => sheetText(language)("name.handout");
/** Row and column of the cell in "'Sheet'!C5". */
function cellIn(place: string): readonly [row: number, column: number] {
  const [, letters = "", digits = ""] = /!([A-Z]+)(\d+)$/.exec(place) ?? [];
  return [Number(digits) - 1, letters.charCodeAt(0) - 65];
}
function shown({ model }: TestBook, place: string): unknown {
  const [sheet = ""] = place.replace(/'/g, "").split("!");
  return model.valueAt(model.sheet(sheet)?.id ?? "", ...cellIn(place));
}

test("how to object, and who is picked, stay when the next period begins; the usual talks are still there", async () => {
  const book = await made();
  const [objection, person, talks] = ["Objection", "HandoutPerson", "Talks"].map((name) => placeOf(book, name));
  book.type(objection ?? "", [[OBJECTION]]);
  book.type(person ?? "", [["P002"]]);
  valueOf(await commands.startNextPeriod(NEXT));
  expect(shown(book, objection ?? "")).toBe(OBJECTION);
  expect(shown(book, person ?? "")).toBe("P002");
  expect(shown(book, talks ?? "")).toBe(sheetText("en")("handout.talks.says"));
});

test("in another language the person's text stays, ours is translated, and the sheet has the other name", async () => {
  const book = await made();
  const [objection, talks] = ["Objection", "Talks"].map((name) => placeOf(book, name));
  book.type(objection ?? "", [[OBJECTION]]);
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(sheetNames(book)).toContain(nameIn("zh-CN"));
  expect(shown(book, placeOf(book, "Objection"))).toBe(OBJECTION);
  expect(shown(book, placeOf(book, "Talks"))).toBe(sheetText("zh-CN")("handout.talks.says"));
  expect(placeOf(book, "Talks").split("!")[1]).toBe(talks?.split("!")[1]);
});

test("more dimensions: the sheet has rows for them, and the person's text comes along", async () => {
  const book = await made();
  book.type(placeOf(book, "Objection"), [[OBJECTION]]);
  valueOf(await commands.moreItems({ dimensions: 2 }));
  expect(book.model.table("eh_2_Handout")?.table.rect.rows).toBe(8);
  expect(shown(book, placeOf(book, "Objection", 2))).toBe(OBJECTION);
});

test("on a protected sheet the three cells can be typed into, and nothing else of it", async () => {
  const book = await made();
  valueOf(await commands.protectSheets(true));
  const sheet = book.model.sheet(nameIn("en"));
  expect(sheet?.protection).not.toBeNull();
  const isLocked = (place: string): boolean => {
    const [row, column] = cellIn(place);
    return sheet === undefined || book.model.formatAt(sheet.id, row, column).locked !== false;
  };
  const places = ["Objection", "Talks", "HandoutPerson"].map((name) => placeOf(book, name));
  expect(places.map(isLocked)).toEqual([false, false, false]);
  expect(isLocked("X!A1")).toBe(true);
});

test("a workbook without it begins its next period, changes its language there and back, and gets it with more dimensions", async () => {
  const book = await earlier();
  const before = sheetNames(book);
  expect(before).not.toContain(nameIn("en"));
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(sheetNames(book)).toEqual(before);
  expect(valueOf(await commands.checkSheet()).findings).toEqual([]);
  valueOf(await commands.moreItems({ dimensions: 1 }));
  expect(sheetNames(book)).toContain(nameIn("en"));
  expect(book.model.table("eh_2_Handout")?.table.rect.rows).toBe(7);
  const other = await earlier();
  valueOf(await commands.startNextPeriod(NEXT));
  expect(sheetNames(other)).not.toContain(nameIn("en"));
});
