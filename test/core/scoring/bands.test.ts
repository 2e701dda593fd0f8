import fc from "fast-check";
import { bandFaults, bandOf, lowerCuts, rangeFaults, type BandRange } from "../../../src/core/scoring/bands";

const range = (name: string, low: number, high: number): BandRange => ({ name, low, high });
const faults = (ranges: readonly BandRange[], scale?: readonly [number, number]): unknown => {
  const found = rangeFaults(ranges, scale);
  return found.ok ? found.value : found.reason;
};

describe("bands with two ends", () => {
  it("meet where one ends and the next begins, and leave a gap between 79 and 80", () => {
    expect(faults([range("A", 80, 90), range("B", 70, 80)])).toEqual([]);
    expect(faults([range("A", 80, 90), range("B", 70, 79)])).toEqual([{ kind: "gap", from: 79, to: 80 }]);
  });
  it("overlap where both hold a total, also far apart in the list", () => {
    expect(faults([range("A", 75, 90), range("C", 0, 20), range("B", 20, 80)])).toEqual([
      { kind: "overlap", names: ["B", "A"], from: 75, to: 80 },
    ]);
    expect(faults([range("A", 0, 100), range("B", 10, 20), range("C", 30, 40)])).toEqual([
      { kind: "overlap", names: ["A", "B"], from: 10, to: 20 },
      { kind: "overlap", names: ["A", "C"], from: 30, to: 40 },
    ]);
  });
  it("that end together overlap the next one by the one that begins later", () => {
    expect(faults([range("A", 0, 50), range("B", 10, 50), range("C", 40, 60)])).toEqual([
      { kind: "overlap", names: ["A", "B"], from: 10, to: 50 },
      { kind: "overlap", names: ["B", "C"], from: 40, to: 50 },
    ]);
  });
  it("that begin together overlap up to the end of the shorter one, in whatever order they are given", () => {
    const found = [{ kind: "overlap", names: ["Short", "Long"], from: 0, to: 20 }];
    expect(faults([range("Short", 0, 20), range("Long", 0, 60)])).toEqual(found);
    expect(faults([range("Long", 0, 60), range("Short", 0, 20)])).toEqual(found);
  });
  it("leave the ends of the scale open, or are turned round", () => {
    expect(faults([range("A", 60, 90)], [0, 100])).toEqual([
      { kind: "gap", from: 0, to: 60 },
      { kind: "gap", from: 90, to: 100 },
    ]);
    expect(faults([range("A", 90, 60)])).toEqual([{ kind: "turned", name: "A" }]);
    // A band turned round holds nothing, so it opens no gap and overlaps nobody; one total alone is a band.
    expect(faults([range("A", 90, 20), range("B", 50, 100), range("C", 0, 50)])).toEqual([
      { kind: "turned", name: "A" },
    ]);
    expect(faults([range("A", 70, 100), range("B", 65, 65), range("C", 0, 60)])).toEqual([
      { kind: "gap", from: 60, to: 65 },
      { kind: "gap", from: 65, to: 70 },
    ]);
    expect(faults([range("A", 50, 100), range("B", 0, 50)], [0, 100])).toEqual([]);
    expect(faults([range("A", 50, 110), range("B", -10, 50)], [0, 100])).toEqual([]);
    expect(faults([])).toBe("empty");
    expect(faults([range("A", Number.NaN, 1)])).toBe("not-a-number");
  });
  it("have a gap exactly where some total between the ends finds no band", () => {
    const end = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(end, end), { minLength: 1, maxLength: 5 }), (pairs) => {
        const ranges = pairs.map(([a, b], i) => range(String(i), Math.min(a, b), Math.max(a, b)));
        const [low, high] = [Math.min(...ranges.map((r) => r.low)), Math.max(...ranges.map((r) => r.high))];
        let open = false;
        for (let total = low + 0.5; total < high; total += 0.5)
          if (!ranges.some((r) => r.low <= total && total <= r.high)) open = true;
        const found = rangeFaults(ranges);
        expect(found.ok && found.value.some(({ kind }) => kind === "gap")).toBe(open);
      }),
    );
  });
  it("by cut-offs are covered from the lowest total on, not only from above it", () => {
    const bands = [{ name: "A", from: 60 }];
    expect(bandFaults(bands, 60, null)).toEqual([]);
    expect(bandFaults(bands, 59.9, null)).toEqual([{ kind: "uncovered", index: 0, from: 60 }]);
    expect(bandFaults(bands, 60, 60)).toEqual([]);
    expect(bandFaults([], 0, 100)).toEqual([]);
  });
  it("lose their gaps as lower cut-offs", () => {
    const cuts = lowerCuts([range("B", 70, 79), range("A", 80, 90)]);
    expect(cuts).toEqual([
      { name: "A", from: 80 },
      { name: "B", from: 70 },
    ]);
    expect(bandOf(79.5, cuts)?.name).toBe("B");
  });
});
