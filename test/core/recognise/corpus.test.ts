import { rectAddress } from "../../../src/core/model/a1";
import type { BlockJudgement } from "../../../src/core/assessment";
import { assessSheet } from "../../../src/core/assessSheet";
import { CORPUS, NO_SCORECARDS } from "../../fixtures/sheets/corpus";
import { gridOfText, sheetOf } from "../../support/sheet";

const rolesOf = ({ reading: { understood } }: BlockJudgement): Record<string, string[]> =>
  Object.fromEntries(Object.entries(understood.roles).map(([role, rects]) => [role, rects.map((r) => rectAddress(r))]));
const blocksOf = (...sheet: Parameters<typeof sheetOf>): readonly BlockJudgement[] =>
  assessSheet(sheetOf(...sheet), {}).blocks;
const first = (blocks: readonly BlockJudgement[]): BlockJudgement => {
  const [block] = blocks;
  if (block === undefined) throw new Error("no block was found");
  return block;
};

test("the corpus holds at least sixty sheets and ten that are no scorecards", () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(60);
  expect(NO_SCORECARDS.length).toBeGreaterThanOrEqual(10);
});

describe.each(CORPUS)("$name", (sheet) => {
  const block = (): BlockJudgement => first(blocksOf(gridOfText(sheet.cells)));

  test("layout, roles and weights are as a person reads them", () => {
    const read = block();
    expect({ layout: read.reading.understood.layout, refusal: read.reading.refusal }).toEqual({
      layout: sheet.layout,
      refusal: sheet.refused ?? null,
    });
    expect(rolesOf(read)).toMatchObject(sheet.roles);
    if (sheet.family !== undefined) expect(read.reading.weights.family).toBe(sheet.family);
    if (sheet.sum !== undefined) expect(read.reading.weights.sum).toBeCloseTo(sheet.sum, 6);
  });

  test("totals, ranks, mistakes and findings", () => {
    const { results, differences, findings } = block();
    if (sheet.totals !== undefined) expect(results.map(({ total }) => total)).toEqual(sheet.totals);
    if (sheet.ranks !== undefined) expect(results.map(({ rank }) => rank)).toEqual(sheet.ranks);
    expect([...new Set(differences.map(({ mistake }) => mistake))]).toEqual(sheet.mistakes ?? []);
    const alarms = findings.filter(({ severity, rule }) => severity !== "note" && rule !== "T01" && rule !== "T02");
    expect([...new Set(alarms.map(({ rule }) => rule))]).toEqual(sheet.rules ?? []);
    const said = findings.some(({ rule }) => rule === "T01" || rule === "T02");
    expect(said).toBe((sheet.mistakes ?? []).length > 0);
  });

  test("title rows above and a shift to the right change nothing", () => {
    const plain = block();
    const moved = [["Made-up title"], [], ...gridOfText(sheet.cells)];
    const shifted = sheet.cells.includes("=") ? plain : first(blocksOf(moved, { at: { row: 3, column: 2 } }));
    expect(shifted.results.map(({ total, rank }) => [total, rank])).toEqual(
      plain.results.map(({ total, rank }) => [total, rank]),
    );
    expect(shifted.reading.understood.layout).toBe(plain.reading.understood.layout);
    expect(shifted.reading.weights).toEqual(plain.reading.weights);
  });
});

test.each(NO_SCORECARDS)("%s is refused", (_name, cells) => {
  const blocks = blocksOf(gridOfText(cells));
  expect(blocks.filter(({ reading }) => reading.refusal !== "notAScorecard")).toEqual([]);
});
