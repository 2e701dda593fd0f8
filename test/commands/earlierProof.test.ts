/** What the commands do with a method workbook of before there was a Proof. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { RATING_SCALE } from "../../src/core/methods/rating-scale";
import type { MethodDefinition } from "../../src/core/blueprint/methodWorkbook";
import { writeBlueprint } from "../../src/excel/writeBlueprint";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { methodBlueprint } from "../support/methodWorkbooks";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(120_000);

const without = ({ ...definition }: MethodDefinition): MethodDefinition => {
  Reflect.deleteProperty(definition, "proof");
  return definition;
};
const made = (): Promise<TestBook> =>
  booted.prepared("earlier", async () => {
    const book = booted.open("Mine");
    if (!(await writeBlueprint(methodBlueprint(without(RATING_SCALE), { takenSheets: ["Mine"] }))).ok)
      throw new Error("not written");
    return book;
  });
const sheets = (book: TestBook): readonly string[] => book.model.data.sheets.map(({ name }) => name);

/** What every cell shows. */
const shown = async (book: TestBook): Promise<unknown> => {
  await book.model.recalc();
  return book.model.data.sheets.map(({ name, cells }) => [
    name,
    [...cells].flatMap(([at, { value }]) => (value === null || value === "" ? [] : [[at, value]])).sort(),
  ]);
};

it("has no Proof, and nothing is found in it", async () => {
  const book = await made();
  expect(sheets(book)).not.toContain("Proof");
  expect(valueOf(await commands.checkSheet()).findings).toEqual([]);
});

it("changes its language there and back without a trace", async () => {
  const book = await made();
  const before = await shown(book);
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(sheets(book)).toContain("评定结果");
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(await shown(book)).toEqual(before);
});

it("takes people, and begins its next period", async () => {
  const book = await made();
  valueOf(await commands.addPeople({ people: [{ name: "Dan" }], plan: null, waiting: false }));
  expect(await book.column("eh_1_ScaleResults", "Name")).toContain("Dan");
  valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
  expect(valueOf(await commands.checkSheet()).findings.filter(({ severity }) => severity === "error")).toEqual([]);
});

it("gets a Proof with more items, and the new set is in order", async () => {
  const book = await made();
  valueOf(await commands.moreItems({ dimensions: 2 }));
  const proof = sheets(book).find((name) => name.startsWith("Proof"));
  expect(proof).toBeDefined();
  const checks = await book.column("eh_2_MethodProof", "Check");
  expect(checks.length).toBeGreaterThan(0);
  expect(new Set(checks)).toEqual(new Set(["OK"]));
});
