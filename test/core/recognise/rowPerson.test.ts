import fc from "fast-check";
import { assess } from "../../../src/core/assess";
import type { Scorecard } from "../../../src/core/model/scorecard";
import { Grid } from "../../../src/core/recognise/grid";
import type { CellValue } from "../../../src/core/recognise/snapshot";
import { scoreCard, scoreTables } from "../../../src/core/scoring/scoreCard";
import { checkCard, writtenOut } from "../../support/scorecards";
import { sheetOf, sheetSnapshot } from "../../support/sheet";

const number = fc.constantFrom(0, 0.5, 0.9, 1, 3, 42, 60, 85, 100, 104, 850, -7);
/** Rows of numbers alone, and rows with something else among them. */
const cell = fc.oneof(
  { weight: 9, arbitrary: number },
  fc.constantFrom<CellValue>("", "77", "n/a", "late", true, { error: "#N/A" }),
);
const shown = fc.constantFrom(0, 71, 88);
const rowOf = (columns: number): fc.Arbitrary<CellValue[]> =>
  fc.oneof(
    fc.array(number, { minLength: columns, maxLength: columns }),
    fc.array(cell, { minLength: columns, maxLength: columns }),
    fc.array(
      shown.map((value): CellValue => `=Sheet2!A1 -> ${String(value)}`),
      { minLength: columns, maxLength: columns },
    ),
  );
const sheet = fc
  .integer({ min: 2, max: 4 })
  .chain((columns) => fc.tuple(fc.constant(columns), fc.array(rowOf(columns), { minLength: 3, maxLength: 9 })))
  .map(([columns, rows]): CellValue[][] => [
    ["No.", "Name", "Department", ...["Quality", "Speed", "Cost", "Care"].slice(0, columns), "Total"],
    ["", "Weight", "", ...[40, 30, 20, 10].slice(0, columns), ""],
    ...rows.map((row, i): CellValue[] => [i + 1, `Person ${String(i)}`, `Team ${String(i % 2)}`, ...row, 61]),
  ]);

const cardOf = (rows: CellValue[][]): Scorecard | null => assess(sheetSnapshot(rows)).card;

describe("people in rows of plain numbers", () => {
  it("are scored and checked as if every cell of theirs had been made", () => {
    let plain = 0;
    fc.assert(
      fc.property(sheet, (rows) => {
        const card = cardOf(rows);
        if (card === null) return;
        plain += card.people.filter((person) => person.numberAt !== undefined).length;
        const full = { ...card, people: card.people.map(writtenOut) };
        expect(scoreTables(card)).toEqual(scoreTables(full));
        expect(scoreCard(card)).toEqual(scoreCard(full));
        expect(checkCard(card)).toEqual(checkCard(full));
      }),
      { numRuns: 60 },
    );
    expect(plain).toBeGreaterThan(50);
  });
  it("say the numbers that their cells hold", () => {
    fc.assert(
      fc.property(sheet, (rows) => {
        for (const person of cardOf(rows)?.people ?? [])
          if (person.numberAt !== undefined)
            expect(person.actuals.map((_, k) => person.numberAt?.(k))).toEqual(
              person.actuals.map(({ value }) => value),
            );
      }),
      { numRuns: 40 },
    );
  });
  it("are no such people where a formula shows 0 of empty cells, or a cell holds no number", () => {
    const card = cardOf([
      ["Name", "Quality", "Speed"],
      ["Weight", 60, 40],
      ["Ann", 80, 0],
      ["Ben", "=SUM(F4:G4) -> 0", 70],
      ["Cid", 81, ""],
      ["Dan", "=SUM(F6:G6) -> 66", 72],
    ]);
    expect(card?.people.map(({ name, numberAt }) => [name, numberAt !== undefined])).toEqual([
      ["Ann", true],
      ["Ben", false],
      ["Cid", false],
      ["Dan", true],
    ]);
  });
});

describe("the numbers of a grid", () => {
  const grid = new Grid(
    sheetOf(
      [
        ["a", 1],
        [Number.NaN, "2"],
      ],
      { at: { row: 5, column: 3 } },
    ),
  );
  it("stand row by row, and NaN stands for everything else", () => {
    expect([...grid.numbers]).toEqual([Number.NaN, 1, Number.NaN, Number.NaN]);
  });
  it("are found by row and column, and outside the used part nowhere", () => {
    expect(grid.placeOf(5, 4)).toBe(1);
    expect(grid.placeOf(6, 3)).toBe(2);
    for (const [row, column] of [
      [4, 3],
      [7, 3],
      [5, 2],
      [5, 5],
    ] as const)
      expect(grid.placeOf(row, column)).toBe(-1);
  });
});
