import { rectAddress } from "../../../src/core/model/a1";
import { readBlocks, type BlockReading } from "../../../src/core/recognise/blocks/readBlocks";
import { NOTICES } from "../../../tools/audit/blockTexts";
import type { CellValue } from "../../../src/core/recognise/snapshot";
import { CORPUS, NO_SCORECARDS } from "../../fixtures/sheets/corpus";
import { sheetOf } from "../../support/sheet";

const cellOf = (text: string): CellValue =>
  text.startsWith("'") ? text.slice(1) : text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
const gridOf = (cells: string): CellValue[][] => cells.split("\n").map((row) => row.split("|").map(cellOf));
const rolesOf = ({ understood }: BlockReading): Record<string, string[]> =>
  Object.fromEntries(Object.entries(understood.roles).map(([role, rects]) => [role, rects.map((r) => rectAddress(r))]));
const first = (blocks: readonly BlockReading[]): BlockReading => {
  const [block] = blocks;
  if (block === undefined) throw new Error("no block was found");
  return block;
};

test("the corpus holds at least sixty sheets and ten that are no scorecards", () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(60);
  expect(NO_SCORECARDS.length).toBeGreaterThanOrEqual(10);
});

describe.each(CORPUS)("$name", (sheet) => {
  const block = (): BlockReading => first(readBlocks(sheetOf(gridOf(sheet.cells))));

  test("layout, roles and weights are as a person reads them", () => {
    const read = block();
    expect({ layout: read.understood.layout, refusal: read.refusal }).toEqual({
      layout: sheet.layout,
      refusal: sheet.refused ?? null,
    });
    expect(rolesOf(read)).toMatchObject(sheet.roles);
    if (sheet.family !== undefined) expect(read.weights.family).toBe(sheet.family);
    if (sheet.sum !== undefined) expect(read.weights.sum).toBeCloseTo(sheet.sum, 6);
  });

  test("totals, ranks, mistakes and findings", () => {
    const { results, differences, notices } = block();
    if (sheet.totals !== undefined) expect(results.map(({ total }) => total)).toEqual(sheet.totals);
    if (sheet.ranks !== undefined) expect(results.map(({ rank }) => rank)).toEqual(sheet.ranks);
    expect([...new Set(differences.map(({ mistake }) => mistake))]).toEqual(sheet.mistakes ?? []);
    expect([...new Set(notices.map(({ code }) => NOTICES[code].rule))]).toEqual(sheet.rules ?? []);
  });

  test("title rows above and a shift to the right change nothing", () => {
    const plain = block();
    const moved = [["Made-up title"], [], ...gridOf(sheet.cells)];
    const shifted = sheet.cells.includes("=")
      ? plain
      : first(readBlocks(sheetOf(moved, { at: { row: 3, column: 2 } })));
    expect(shifted.results.map(({ total, rank }) => [total, rank])).toEqual(
      plain.results.map(({ total, rank }) => [total, rank]),
    );
    expect(shifted.understood.layout).toBe(plain.understood.layout);
    expect(shifted.weights).toEqual(plain.weights);
  });
});

test.each(NO_SCORECARDS)("%s is refused", (_name, cells) => {
  const blocks = readBlocks(sheetOf(gridOf(cells)));
  expect(blocks.filter(({ refusal }) => refusal !== "notAScorecard")).toEqual([]);
});
