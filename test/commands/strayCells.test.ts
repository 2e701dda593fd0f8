/** A cell far away makes Excel's used range enormous: what is near is read, the rest is not asked for, and it is said. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

const SHEET = [
  ["Name", "Work", "Care", "Total"],
  ["Weight", 60, 40, null],
  ["Person A", 8, 9, "=SUMPRODUCT(B3:C3,B$2:C$2)/100"],
  ["Person B", 7, 6, "=SUMPRODUCT(B4:C4,B$2:C$2)/100"],
];
function open(): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!B3", SHEET);
  return book;
}
async function seen() {
  booted.host.log.clear();
  const { people, indicators, reasons } = valueOf(await commands.overview());
  const cut = reasons.filter(({ key }) => key === "checks.assumed.cut").map(({ params }) => params?.["cell"]);
  const { syncs, bytes } = booted.host.log;
  return { people, indicators, cut, syncs, bytes: bytes.received };
}
const totals = async (): Promise<unknown> => valueOf(await commands.scoreAndRank()).people.map(({ total }) => total);

it("a stray cell costs one round trip and hardly a byte, changes no result, and is told of", async () => {
  const book = open();
  const plain = await seen();
  expect(plain).toMatchObject({ people: 2, indicators: 2, cut: [], syncs: 2 });
  expect(await totals()).toEqual([8.4, 6.6]);
  book.type("Mine!ZZ20000", [["x"]]);
  const stray = await seen();
  expect(stray).toMatchObject({ people: 2, indicators: 2, cut: ["B3:E6"], syncs: 3 });
  expect(await totals()).toEqual([8.4, 6.6]);
  expect(stray.bytes).toBeLessThan(plain.bytes + 2000);
});

it("what stands less than a wide gap away is read with the rest", async () => {
  const book = open();
  book.type("Mine!B120", [["Note"]]);
  book.type("Mine!ZZ20000", [["x"]]);
  expect((await seen()).cut).toEqual(["B3:E120"]);
});

it("hidden rows of the part that is read are told of as ever", async () => {
  const book = open();
  book.type("Mine!ZZ20000", [["x"]]);
  book.model.setHidden(book.model.sheet("Mine")?.id ?? "", "rows", 4, 1, true);
  const { reasons } = valueOf(await commands.overview());
  expect(reasons.map(({ key }) => key)).toContain("checks.assumed.hiddenRows");
});

it("the whole check goes on: marks stand where they stand without the stray cell", async () => {
  const book = open();
  book.type("Mine!D5", [[""]]);
  book.type("Mine!ZZ20000", [["x"]]);
  const outcome = await commands.checkSheet();
  expect(valueOf(outcome)).toBeDefined();
  expect(book.model.sheet("Mine")?.conditionalFormats.length).toBeGreaterThan(0);
});
