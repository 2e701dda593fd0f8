/** Linear algebra in the small that several rooms of core need. */

type Rows = readonly (readonly number[])[];

/**
 * Solves a small symmetric positive definite system by Cholesky's decomposition.
 * @param matrix only its lower half is read
 * @param least share of a diagonal value below which what is left of it counts as nothing
 * @returns null where the matrix does not determine the solution
 */
export function solveSymmetric(matrix: Rows, right: readonly number[], least = 0): readonly number[] | null {
  const n = right.length;
  const lower = Array.from({ length: n }, () => new Float64Array(n));
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const own = matrix[i]?.[j] ?? 0;
      let rest = own;
      for (let k = 0; k < j; k += 1) rest -= at(i, k) * at(j, k);
      if (i === j && !(rest > least * own)) return null;
      const row = lower[i];
      if (row !== undefined) row[j] = i === j ? Math.sqrt(rest) : rest / at(j, j);
    }
  }
  const y = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i += 1) {
    let rest = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= at(i, k) * (y[k] ?? 0);
    y[i] = rest / at(i, i);
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    let rest = y[i] ?? 0;
    for (let k = i + 1; k < n; k += 1) rest -= at(k, i) * (x[k] ?? 0);
    x[i] = rest / at(i, i);
  }
  return x;
}
