import fc from "fast-check";
import { drawMemory, TOGETHER, totalsOfDraws } from "../../../src/core/robustness/drawTotals";
import { simulateRanks } from "../../../src/core/robustness/simulation";

describe("totals of several draws at once", () => {
  it("are to the last bit what each draw alone adds up to, from the first indicator to the last", () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const table = fc.integer({ min: 1, max: 9 }).chain((indicators) =>
      fc.record({
        rows: fc.array(fc.array(number, { minLength: indicators, maxLength: indicators }), {
          minLength: 1,
          maxLength: 20,
        }),
        weights: fc.array(fc.array(number, { minLength: indicators, maxLength: indicators }), {
          minLength: TOGETHER,
          maxLength: TOGETHER,
        }),
      }),
    );
    fc.assert(
      fc.property(table, ({ rows, weights }) => {
        const memory = drawMemory(rows.length, weights[0]?.length ?? 0);
        memory.weights.forEach((draw, d) => {
          draw.set(weights[d] ?? []);
        });
        totalsOfDraws(memory, Float64Array.from(rows.flat()));
        memory.totals.forEach((totals, d) => {
          const alone = rows.map((row) => row.reduce((sum, score, j) => sum + score * (weights[d]?.[j] ?? 0), 0));
          expect([...totals].map((total) => total + 0)).toEqual(alone.map((total) => total + 0));
        });
      }),
    );
  });
});

describe("slices of a simulation", () => {
  const firstSlice = (people: number, indicators: number): number | undefined => {
    const scores = Array.from({ length: people }, (_, i) => new Array<number>(indicators).fill(i));
    const weights = new Array<number>(indicators).fill(1);
    const run = simulateRanks({ scores, weights, draw: { kind: "fixed" }, draws: 1000, seed: 1 });
    const step = run.next();
    return step.done === true ? undefined : step.value;
  };
  it("hold fewer draws the larger the table is, so that nobody waits long for one", () => {
    expect([firstSlice(2, 2), firstSlice(1000, 20), firstSlice(3000, 60)]).toEqual([250, 100, 11]);
  });
  it("hold fewer draws the more indicators there are, too", () => {
    expect([firstSlice(1, 10_000), firstSlice(2, 10_000)]).toEqual([200, 100]);
  });
  it("make the same result whether it is asked for slice by slice or cut short and begun again", () => {
    const scores = Array.from({ length: 120 }, (_, i) => [i % 7, (i * 5) % 11, (i * 3) % 13]);
    const input = { scores, weights: [3, 2, 1], draw: { kind: "around", spread: 0.2 }, draws: 999, seed: 4 } as const;
    const cut = simulateRanks(input);
    cut.next();
    cut.next();
    const all = (): unknown => {
      const run = simulateRanks(input);
      let step = run.next();
      while (step.done !== true) step = run.next();
      return step.value;
    };
    const [first, again] = [all(), all()];
    expect(first).toMatchObject({ ok: true, value: { draws: 999 } });
    expect(again).toEqual(first);
  });
});
