import fc from "fast-check";
import { rankDescending, rankScratch } from "../../../src/core/robustness/drawRanks";
import {
  pairwiseWinning,
  shareOfTop,
  simulateRanks,
  simulateRanksAtOnce,
  simulateRanksWith,
  type Simulation,
} from "../../../src/core/robustness/simulation";

const run = (input: Parameters<typeof simulateRanksAtOnce>[0]): Simulation => {
  const result = simulateRanksAtOnce(input);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe("ranks of one draw", () => {
  it("equal the number of better totals plus one, also for hundreds of people with near ties", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 300,
        }),
        (list) => {
          const totals = Float64Array.from(list);
          const ranks = rankDescending(totals, rankScratch(list.length), new Int32Array(list.length));
          expect([...ranks]).toEqual(list.map((t) => 1 + list.filter((other) => other > t).length));
        },
      ),
    );
  });
});

describe("simulated ranks", () => {
  it("meet the exact acceptability of two people under uniform weights", () => {
    const { acceptability } = run({
      scores: [
        [1, 0],
        [0.6, 0.8],
      ],
      weights: [50, 50],
      draw: { kind: "uniform" },
      draws: 20_000,
      seed: 1,
    });
    expect(acceptability[0]?.[0]).toBeCloseTo(1 / 3, 1);
    expect(acceptability[1]?.[0]).toBeCloseTo(2 / 3, 1);
  });
  it("repeat with the same seed and differ with another", () => {
    const input = {
      scores: [
        [5, 3, 1],
        [4, 4, 2],
        [3, 5, 1.5],
      ],
      weights: [40, 40, 20],
      draw: { kind: "around", spread: 0.2 },
      draws: 500,
    } as const;
    expect(run({ ...input, seed: 7 })).toEqual(run({ ...input, seed: 7 }));
    expect(run({ ...input, seed: 7 }).acceptability).not.toEqual(run({ ...input, seed: 8 }).acceptability);
  });
  it("stay at the one rank when weights are fixed and nothing is uncertain", () => {
    const { ranges } = run({ scores: [[1], [3], [2]], weights: [1], draw: { kind: "fixed" }, draws: 50, seed: 1 });
    expect(ranges.map((r) => [r.low, r.median, r.high])).toEqual([
      [3, 3, 3],
      [1, 1, 1],
      [2, 2, 2],
    ]);
  });
  it("move each weight by about the spread asked for", () => {
    // With two indicators and one-sided scores the total is the first weight itself; 20 % of an average weight is 0.1.
    const wide = run({
      scores: [
        [1, 0],
        [0.6, 0.6],
      ],
      weights: [50, 50],
      draw: { kind: "around", spread: 0.2 },
      draws: 20_000,
      seed: 3,
    });
    expect(wide.acceptability[0]?.[0]).toBeCloseTo(0.16, 1);
  });
  it("shares of each person and of each rank add up to one", () => {
    const { acceptability } = run({
      scores: [
        [5, 1],
        [1, 5],
        [3, 3.1],
      ],
      weights: [1, 1],
      draw: { kind: "uniform" },
      draws: 1000,
      seed: 5,
    });
    for (const row of acceptability) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
  it("count each draw once, also where the last ones are not as many as go together", () => {
    const scores = [
      [5, 1],
      [1, 5],
      [3, 3.1],
    ];
    for (let draws = 1; draws <= 8; draws += 1) {
      const { acceptability } = run({ scores, weights: [1, 1], draw: { kind: "uniform" }, draws, seed: 5 });
      const counted = acceptability.map((row) => row.reduce((sum, share) => sum + Math.round(share * draws), 0));
      expect(counted).toEqual(scores.map(() => draws));
    }
  });
  it("can be stopped between slices", () => {
    const steps = simulateRanks({ scores: [[1], [2]], weights: [1], draw: { kind: "fixed" }, draws: 1000, seed: 1 });
    expect(steps.next()).toEqual({ done: false, value: 250 });
  });
  it("know the weights behind each first place, and nothing for who is never first", () => {
    // The first is best where w1 > 2/3 (Lahdelma's closed form): w1 is then uniform on [2/3, 1], its mean 5/6; the second below: 1/3.
    const { central } = run({
      scores: [
        [1, 0],
        [0.6, 0.8],
        [0.5, 0.7],
      ],
      weights: [1, 1],
      draw: { kind: "uniform" },
      draws: 20_000,
      seed: 11,
      central: true,
    });
    expect(central[0]?.[0]).toBeCloseTo(5 / 6, 2);
    expect(central[1]?.[0]).toBeCloseTo(1 / 3, 2);
    expect(central[2]).toBeNull();
  });
  it("count pairs asked for: the share of draws in which each is ahead", () => {
    const { pairs, central } = run({
      scores: [
        [1, 0],
        [0.6, 0.8],
        [1, 0],
      ],
      weights: [1, 1],
      draw: { kind: "uniform" },
      draws: 20_000,
      seed: 12,
      pairs: [
        [0, 1],
        [0, 2],
      ],
    });
    expect(pairs[0]?.aWins).toBeCloseTo(1 / 3, 1);
    expect((pairs[0]?.aWins ?? 0) + (pairs[0]?.bWins ?? 0)).toBeCloseTo(1, 9);
    expect(pairs[1]).toEqual({ a: 0, b: 2, aWins: 0, bWins: 0 });
    expect(central).toEqual([]);
  });
  it("mix neighbours by rating noise as the normal distribution says", () => {
    // One indicator, lead 1, noise 1 on each: P(swap) = P(N(0, √2) < −1) = 0.2398.
    const { acceptability, ranges } = run({
      scores: [[1], [0]],
      weights: [1],
      draw: { kind: "fixed" },
      noise: 1,
      draws: 40_000,
      seed: 13,
    });
    expect(acceptability[1]?.[0]).toBeCloseTo(0.2398, 2);
    expect(ranges[0]?.first).toBeCloseTo(0.7602, 2);
  });
  it("shake only what is judged: noise by indicator", () => {
    const base = {
      scores: [
        [1, 0],
        [0, 0],
      ],
      weights: [0.5, 0.5],
      draw: { kind: "fixed" },
      draws: 40_000,
      seed: 14,
    } as const;
    // Lead 0.5; the error of each total is 0.5·σ₂: with σ₂ = 1 the difference has √0.5, P(N < −0.5/√0.5) = 0.2398.
    expect(run({ ...base, noise: [0, 1] }).acceptability[1]?.[0]).toBeCloseTo(0.2398, 2);
    expect(run({ ...base, noise: [0, 0] }).acceptability[1]?.[0]).toBe(0);
    expect(simulateRanksAtOnce({ ...base, noise: [1] })).toMatchObject({ reason: "shape" });
    expect(simulateRanksAtOnce({ ...base, noise: [1, -1] })).toMatchObject({ reason: "negative" });
  });
  it("swap two people as often as the normal distribution says, already in 2,000 draws", () => {
    // Lead 1; weights 0.5, noise 2 in the first indicator alone: the difference has √2, P(N < −1/√2) = 0.2398.
    const input = {
      scores: [
        [2, 0],
        [0, 0],
      ],
      weights: [1, 1],
      draw: { kind: "fixed" },
      draws: 2000,
      seed: 9,
    } as const;
    const swapped = run({ ...input, noise: [2, 0] }).acceptability[1]?.[0] ?? 0;
    // Three standard errors.
    expect(Math.abs(swapped - 0.2398)).toBeLessThan(0.029);
    expect(run({ ...input, noise: 0 }).acceptability[1]?.[0]).toBe(0);
    expect(run(input).acceptability[1]?.[0]).toBe(0);
  });
  it("count pairs and central weights only where asked for", () => {
    const input = {
      scores: [
        [1, 0],
        [0.6, 0.8],
      ],
      weights: [1, 1],
      draw: { kind: "uniform" },
      draws: 2000,
      seed: 12,
    } as const;
    expect(run(input)).toMatchObject({ pairs: [], central: [] });
    const asked = run({ ...input, pairs: [[0, 1]], central: true });
    // The first is best where w1 > 2/3: in a third of the draws, w1 then 5/6 on average.
    expect(Math.abs((asked.pairs[0]?.aWins ?? 0) - 1 / 3)).toBeLessThan(0.032);
    expect(asked.central[0]?.[0]).toBeCloseTo(5 / 6, 1);
    expect(run({ ...input, pairs: [[0, 1]] }).central).toEqual([]);
    expect(run({ ...input, central: true }).central).toEqual(asked.central);
  });
  it("range from the least rank that a twentieth of the draws reach to that which nineteen reach", () => {
    // Twenty draws: each is just a twentieth.
    for (let seed = 1; seed <= 30; seed += 1) {
      const { acceptability, ranges } = run({
        scores: [
          [9, 1, 5],
          [1, 9, 4],
          [5, 5, 5],
          [6, 3, 6],
        ],
        weights: [1, 1, 1],
        draw: { kind: "uniform" },
        draws: 20,
        seed,
      });
      acceptability.forEach((shares, i) => {
        const counts = [...shares].map((share) => Math.round(share * 20));
        const least = (draws: number): number => {
          let seen = 0;
          return counts.findIndex((count) => (seen += count) >= draws) + 1;
        };
        expect(ranges[i]).toEqual({ low: least(1), median: least(10), high: least(19), first: (counts[0] ?? 0) / 20 });
      });
    }
  });
  it("count beyond 65,535 draws", () => {
    const { acceptability } = run({ scores: [[1]], weights: [1], draw: { kind: "fixed" }, draws: 65_536, seed: 1 });
    expect(acceptability[0]?.[0]).toBe(1);
  });
  it("say how far they are after each slice, and stop when asked to", () => {
    const input = { scores: [[1], [2]], weights: [1], draw: { kind: "fixed" }, draws: 600, seed: 1 } as const;
    const seen: number[] = [];
    const whole = simulateRanksWith(input, (done) => {
      seen.push(done);
      return true;
    });
    expect(seen).toEqual([250, 500, 600]);
    expect(whole).toEqual(simulateRanksAtOnce(input));
    expect(simulateRanksWith(input, (done) => done < 500)).toEqual({
      ok: false,
      reason: "cancelled",
      params: { done: 500 },
    });
  });
  it("give the chance of the first places together", () => {
    const shares = Float64Array.of(0.2, 0.3, 0.5);
    expect([0, 1, 2, 9].map((places) => shareOfTop(shares, places))).toEqual([0, 0.2, 0.5, 1]);
  });
  it("stand where weights are so uneven that every draw could vanish", () => {
    const weights = new Array<number>(400).fill(1);
    const { acceptability } = run({
      scores: [weights],
      weights,
      draw: { kind: "around", spread: 1e6 },
      draws: 300,
      seed: 1,
    });
    expect(acceptability[0]?.[0]).toBe(1);
  });
  it("refuse what cannot be simulated", () => {
    const base = { scores: [[1, 2]], weights: [1, 1], draw: { kind: "uniform" }, seed: 1 } as const;
    expect(simulateRanksAtOnce({ ...base, scores: [] })).toMatchObject({ reason: "empty" });
    expect(simulateRanksAtOnce({ ...base, weights: [0, 0] })).toMatchObject({ reason: "no-weights" });
    expect(simulateRanksAtOnce({ ...base, scores: [[1, NaN]] })).toMatchObject({ reason: "not-a-number" });
    expect(simulateRanksAtOnce({ ...base, draw: { kind: "around", spread: 0 } })).toMatchObject({
      reason: "out-of-range",
    });
    expect(simulateRanksAtOnce({ ...base, draws: 0 })).toMatchObject({ reason: "out-of-range" });
    expect(simulateRanksAtOnce({ ...base, pairs: [[0, 1]] })).toMatchObject({ reason: "out-of-range" });
    expect(simulateRanksAtOnce({ ...base, weights: [1e308, 1e308] })).toMatchObject({ reason: "no-weights" });
    const crowd = Array.from({ length: 3001 }, () => [1, 2]);
    expect(simulateRanksAtOnce({ ...base, scores: crowd })).toMatchObject({
      reason: "out-of-range",
      params: { people: 3001 },
    });
  });
});

describe("pairwise winning", () => {
  it("counts the draws in which each is ahead", () => {
    expect(pairwiseWinning([2, 1, 1, 1], [1, 2, 2, 1])).toEqual({ ok: true, value: { a: 0.5, b: 0.25 } });
  });
});
