import { assessSheet } from "../../../src/core/assessSheet";
import type { BlockJudgement } from "../../../src/core/assessment";
import { rectAddress } from "../../../src/core/model/a1";
import { BESIDE_SHEETS } from "../../fixtures/sheets/beside";
import { FORM_SHEETS } from "../../fixtures/sheets/forms";
import { FOUND_SHEETS } from "../../fixtures/sheets/found";
import { FRESH_SHEETS } from "../../fixtures/sheets/fresh";
import { GRADEBOOK_SHEETS } from "../../fixtures/sheets/gradebooks";
import { GOOD_SHEETS } from "../../fixtures/sheets/good";
import { HARD_SHEETS, type ExpectedBlock, type HardSheet } from "../../fixtures/sheets/hard";
import { LATER_SHEETS } from "../../fixtures/sheets/later";
import { MENDED_SHEETS } from "../../fixtures/sheets/mended";
import { MISREAD_SHEETS } from "../../fixtures/sheets/misread";
import { SEEN_SHEETS } from "../../fixtures/sheets/seen";
import { STRANGE_SHEETS } from "../../fixtures/sheets/strangers";
import { OTHER_LISTS } from "../../fixtures/sheets/otherLists";
import { sheetOfText } from "../../support/sheet";

/** What was read, in the form of the fixture. */
function shown({ reading, results, differences, findings }: BlockJudgement): ExpectedBlock {
  const { understood, weights, refusal } = reading;
  const ranges = (rects: readonly Parameters<typeof rectAddress>[0][]): string =>
    rects.map((rect) => rectAddress(rect)).join(" ");
  const mistakes = [...new Set(differences.map(({ mistake }) => mistake))];
  const alarms = findings.filter(({ severity, rule }) => severity !== "note" && rule !== "T01" && rule !== "T02");
  const rules = [...new Set(alarms.map(({ rule }) => rule))];
  return {
    layout: understood.layout,
    ...(refusal === null ? {} : { refused: refusal }),
    family: weights.family,
    ...(weights.sum === null ? {} : { sum: weights.sum }),
    roles: Object.fromEntries(Object.entries(understood.roles).map(([role, rects]) => [role, ranges(rects)])),
    ...(results.length === 0
      ? {}
      : { totals: results.map(({ total }) => total), ranks: results.map(({ rank }) => rank) }),
    ...(mistakes.length === 0 ? {} : { mistakes }),
    ...(rules.length === 0 ? {} : { rules }),
  };
}

const blocksOf = ({ cells, merges = "" }: HardSheet): ExpectedBlock[] =>
  assessSheet(sheetOfText(cells, merges), {}).blocks.map(shown);

test.each([
  ...HARD_SHEETS,
  ...GOOD_SHEETS,
  ...FOUND_SHEETS,
  ...SEEN_SHEETS,
  ...STRANGE_SHEETS,
  ...BESIDE_SHEETS,
  ...GRADEBOOK_SHEETS,
  ...MENDED_SHEETS,
  ...LATER_SHEETS,
  ...FORM_SHEETS,
  ...MISREAD_SHEETS,
  ...FRESH_SHEETS,
])("$name is read as a person reads it", (sheet) => {
  expect(blocksOf(sheet)).toEqual(sheet.blocks);
});

test.each(GOOD_SHEETS)("$name is accused of nothing", (sheet) => {
  expect(sheet.blocks.flatMap(({ mistakes = [], rules = [] }) => [...mistakes, ...rules])).toEqual([]);
  const { blocks } = assessSheet(sheetOfText(sheet.cells, sheet.merges), {});
  expect(blocks.map(({ outcome }) => outcome)).toEqual(sheet.blocks.map(() => "computed"));
});

test.each([...MENDED_SHEETS, ...LATER_SHEETS, ...FORM_SHEETS, ...FRESH_SHEETS])(
  "$name holds no mistake, and none is found",
  ({ blocks }) => {
    expect(blocks.flatMap(({ mistakes = [], rules = [] }) => [...mistakes, ...rules])).toEqual([]);
  },
);

test.each(OTHER_LISTS)("%s is refused politely", (_name, cells) => {
  const { kind, reasons } = assessSheet(sheetOfText(cells), {});
  expect([kind, reasons]).toEqual(["refused", [{ key: "checks.refused.notAScorecard" }]]);
});

/** Rows of notes above, and everything further right: the block is the same one elsewhere. */
const moved = (cells: string): string => ["Made-up notes", "", ...cells.split("\n")].join("\n");

describe("notes above a sheet change no number", () => {
  const plain = HARD_SHEETS.filter(({ cells, merges }) => merges === undefined && !cells.includes("="));
  test.each(plain)("$name", ({ name, cells, blocks }) => {
    const found = blocksOf({ name, cells: moved(cells), blocks: [] });
    expect(found.map(({ layout, totals, ranks }) => ({ layout, totals, ranks }))).toEqual(
      blocks.map(({ layout, totals, ranks }) => ({ layout, totals, ranks })),
    );
  });
});

describe("a sheet that begins elsewhere is the same sheet", () => {
  const plain = [...HARD_SHEETS, ...GOOD_SHEETS].filter(({ cells }) => !cells.includes("="));
  test.each(plain)("$name", ({ cells, merges = "" }) => {
    const numbers = (found: readonly ExpectedBlock[]): unknown => found.map((block) => ({ ...block, roles: null }));
    const here = assessSheet(sheetOfText(cells, merges), {}).blocks.map(shown);
    for (const at of [
      { row: 1, column: 0 },
      { row: 0, column: 3 },
      { row: 37, column: 11 },
    ]) {
      const sheet = sheetOfText(cells, merges, { at });
      const areas = sheet.merges.map((rect) => ({ ...rect, row: rect.row + at.row, column: rect.column + at.column }));
      const there = assessSheet({ ...sheet, merges: areas }, {}).blocks.map(shown);
      expect(numbers(there)).toEqual(numbers(here));
    }
  });
});
