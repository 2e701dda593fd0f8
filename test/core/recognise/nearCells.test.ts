/** Cells far away from the rest of a sheet. */
import { isEnormous, lengthBeforeGap } from "../../../src/core/recognise/nearCells";

test("two hundred empty places are part of a sheet, one more is a gap", () => {
  expect(
    lengthBeforeGap(3, [
      [3, 10],
      [213, 2],
    ]),
  ).toBe(212);
  expect(
    lengthBeforeGap(3, [
      [3, 10],
      [214, 2],
    ]),
  ).toBe(10);
});

test("spans may come in any order and lie over one another", () => {
  expect(
    lengthBeforeGap(0, [
      [5000, 1],
      [90, 30],
      [0, 100],
      [10, 5],
    ]),
  ).toBe(120);
  expect(lengthBeforeGap(7, [])).toBe(0);
});

test("a million cells are read as they are", () => {
  expect(isEnormous({ row: 0, column: 0, rows: 10_000, columns: 100 })).toBe(false);
  expect(isEnormous({ row: 0, column: 0, rows: 10_000, columns: 101 })).toBe(true);
});
