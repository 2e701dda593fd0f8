/** What the tables of worked examples share: a runner gets a case's input and expectation and asserts. */

/** Asserts one published case; the types are those of its JSON. */
export type Runner = (input: never, expected: never, tolerance: number) => void;
export type Runners = Readonly<Record<string, Runner>>;

export const valueOf = <T>(
  found: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string },
): T => {
  if (!found.ok) throw new Error(found.reason);
  return found.value;
};

/** Within the case's tolerance, absolute. */
export function near(got: number | null | undefined, expected: number, tolerance: number): void {
  if (typeof got !== "number") throw new Error(`no number where ${String(expected)} was expected`);
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(tolerance + 1e-12);
}

export function allNear(got: readonly (number | null)[], expected: readonly number[], tolerance: number): void {
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    near(got[i], value, tolerance);
  });
}
