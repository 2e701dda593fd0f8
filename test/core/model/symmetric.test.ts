import { solveSymmetric } from "../../../src/core/model/symmetric";

describe("a symmetric system", () => {
  it("is solved: the matrix times the solution gives the right side again", () => {
    const matrix = [
      [4, 2, 1],
      [2, 5, 3],
      [1, 3, 6],
    ];
    const right = [7, -1, 2.5];
    const solved = solveSymmetric(matrix, right) ?? [];
    expect(solved).toHaveLength(3);
    matrix.forEach((row, i) => {
      const made = row.reduce((sum, value, k) => sum + value * (solved[k] ?? 0), 0);
      expect(made).toBeCloseTo(right[i] ?? 0, 12);
    });
  });
  it("has no solution of its own where a column says nothing new, or nearly so", () => {
    const nearly = (by: number) => [
      [1, 1],
      [1, 1 + by],
    ];
    expect(solveSymmetric(nearly(0), [1, 2])).toBeNull();
    expect(solveSymmetric(nearly(1e-12), [1, 2], 1e-9)).toBeNull();
    expect(solveSymmetric(nearly(1e-3), [1, 2], 1e-9)).not.toBeNull();
    expect(solveSymmetric(nearly(-2), [1, 2])).toBeNull();
  });
});
