import { cellsWithoutNumberOf, completeScoresOf } from "../../../src/core/checks/prepared";
import { assess } from "../../../src/core/assess";
import type { CellValue } from "../../../src/core/recognise/snapshot";
import { cellAt, NumberCell, type Scorecard } from "../../../src/core/model/scorecard";
import { scoreTables } from "../../../src/core/scoring/scoreCard";
import { cardOfBlocks } from "../../../src/core/recognise/blocks/blockCard";
import { readBlocks } from "../../../src/core/recognise/blocks/readBlocks";
import { Grid } from "../../../src/core/recognise/grid";

const values: CellValue[][] = [
  ["Name", "Quality", "Speed", "Cost"],
  ["Weight", 50, 30, 20],
  ["Ann", 80, 70, 60],
  ["Ben", "", 71, 61],
  ["Cid", 82, "n/a", "late"],
  ["Dan", 83, 73, { error: "#N/A" }],
  ["Eve", 84, 0, 64],
];
const sheet = {
  name: "Marks",
  visible: true,
  isProtected: false,
  used: { row: 0, column: 0, rows: values.length, columns: 4 },
  values,
  formulas: new Map<number, readonly string[]>(),
  numberFormats: [],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  isFiltered: false,
  tables: [],
};
function card(): Scorecard {
  const grid = new Grid(sheet);
  const made = cardOfBlocks(grid, readBlocks(grid, sheet), "competition");
  if (made === null) throw new Error("no scorecard");
  return made.card;
}

describe("what checks ask of all people", () => {
  it("scores of complete people only, a column a line", () => {
    const input = { card: card(), results: [], stage: "evaluate", language: "en" } as const;
    const { people, columns } = completeScoresOf(input)(0);
    expect(people).toBe(2);
    expect(columns.map((column) => [...column])).toEqual([
      [80, 84],
      [70, 0],
      [60, 64],
    ]);
    expect(completeScoresOf({ ...input, scores: scoreTables(input.card) })(0).columns).toEqual(columns);
    expect(completeScoresOf(input)(7)).toEqual({ people: 0, columns: [] });
  });
  it("cells that hold no number, in the order of entry, with their person and line", () => {
    const found = cellsWithoutNumberOf(card())();
    expect(found.map(({ person, line, column }) => [person.name, line.name, column])).toEqual([
      ["Ben", "Quality", 0],
      ["Cid", "Speed", 1],
      ["Cid", "Cost", 2],
      ["Dan", "Cost", 2],
    ]);
  });
  it("every cell knows its place, plain number or not", () => {
    const cells = card().people.flatMap(({ actuals }) => actuals);
    expect(cells.map(({ cell }) => cell)).toEqual(
      [2, 3, 4, 5, 6].flatMap((row) => [1, 2, 3].map((column) => cellAt("Marks", row, column))),
    );
    expect(cells.map(({ raw }) => raw)).toEqual(values.slice(2).flatMap((row) => row.slice(1)));
    expect(new NumberCell(3, { sheet: "S", row: 1 }, 2)).toMatchObject({ value: 3, raw: 3, notApplicable: false });
  });
  it("each fault of a cell is named once", () => {
    const snapshot = { sheets: [sheet], activeSheet: "Marks", names: [], metadata: null, date1904: false };
    const rules = assess(snapshot).findings.map(({ rule, location }) => [
      rule,
      location.rect.row,
      location.rect.column,
    ]);
    expect(rules.filter(([rule]) => ["C01", "S03", "S04"].includes(String(rule)))).toEqual([
      ["S03", 5, 3],
      ["C01", 3, 1],
      ["S04", 4, 3],
    ]);
  });
});

describe("what ranks rest on", () => {
  it("the people with a rank and all their scores, best first, with the weights of the totals", () => {
    const snapshot = { sheets: [sheet], activeSheet: "Marks", names: [], metadata: null, date1904: false };
    const { rankTables, results } = assess(snapshot);
    expect(rankTables).toEqual([
      {
        plan: "Marks",
        weights: [50, 30, 20],
        scores: [
          [80, 70, 60],
          [84, 0, 64],
        ],
        people: [0, 4],
        leftOut: 0,
        topFrom: null,
      },
    ]);
    expect(rankTables[0]?.people.map((at) => results[at]?.name)).toEqual(["Ann", "Eve"]);
  });
});
