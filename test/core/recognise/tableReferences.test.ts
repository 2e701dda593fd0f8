import { assessSheet } from "../../../src/core/assessSheet";
import type { SnapshotTable } from "../../../src/core/recognise/snapshot";
import { withoutTableReferences } from "../../../src/core/recognise/tableReferences";
import { sheetOfText } from "../../support/sheet";

/** B2:E5, header in row 2, totals in row 5 (0-based 1 to 4). */
const MARKS: SnapshotTable = {
  name: "Marks",
  rect: { row: 1, column: 1, rows: 4, columns: 4 },
  columns: ["Name", "Test 1", "Test [2]", "Sum"],
  hasHeader: true,
  hasTotals: true,
};
const plain = (formula: string, row = 2, column = 4): string => withoutTableReferences(formula, [MARKS], row, column);

test.each([
  ["=[@[Test 1]]*0.4", "=C3*0.4"],
  ["=Marks[[#This Row],[Test 1]]*0.4", "=C3*0.4"],
  ["=SUM(Marks[[#This Row],[Test 1]:[Test '[2']]])", "=SUM(C3:D3)"],
  ["=marks[@sum]+1", "=E3+1"],
  ["=RANK([@Sum],[Sum])", "=RANK(E3,$E$3:$E$4)"],
  ["=RANK(E3,Marks[Sum])", "=RANK(E3,$E$3:$E$4)"],
])("%s means %s", (formula, meant) => {
  expect(plain(formula)).toBe(meant);
});

test.each([
  ["a column that is not there", "=[@Age]", 2],
  ["another table", "=Other[Sum]", 2],
  ["the header", "=Marks[[#Headers],[Sum]]", 2],
  ["the row of a cell outside the table", "=Marks[@Sum]", 9],
  ["text in quotes", '="[@Sum]"', 2],
])("%s stays as it is", (_what, formula, row) => {
  expect(plain(formula, row)).toBe(formula);
});

describe("weights that stand only in formulas with table references", () => {
  const formula = (row: number, value: number): string =>
    `=0.5*Points[[#This Row],[Quality]]+0.3*[@Speed]+0.2*[@[Cost kept]] -> ${String(value)}|=RANK([@Total],[Total]) -> ${String(row)}`;
  // 8·0.5+6·0.3+7·0.2 = 7.2; 9·0.5+5·0.3+6·0.2 = 7.2; 6·0.5+9·0.3+8·0.2 = 7.3.
  const cells = `Name|Quality|Speed|Cost kept|Total|Rank\nPerson A|8|6|7|${formula(2, 7.2)}\nPerson B|9|5|6|${formula(2, 7.2)}\nPerson C|6|9|8|${formula(1, 7.3)}`;
  const table: SnapshotTable = {
    name: "Points",
    rect: { row: 0, column: 0, rows: 4, columns: 6 },
    columns: ["Name", "Quality", "Speed", "Cost kept", "Total", "Rank"],
    hasHeader: true,
    hasTotals: false,
  };

  it("are found, and the totals follow them", () => {
    const [block] = assessSheet(sheetOfText(cells, "", { tables: [table] }), {}).blocks;
    expect(block?.reading.understood.items.map(({ name, weight }) => [name, weight.value])).toEqual([
      ["Quality", 0.5],
      ["Speed", 0.3],
      ["Cost kept", 0.2],
    ]);
    expect(block?.results.map(({ total, rank }) => [total, rank])).toEqual([
      [7.2, 2],
      [7.2, 2],
      [7.3, 1],
    ]);
    expect(block?.differences).toEqual([]);
  });
});
