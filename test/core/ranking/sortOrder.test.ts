import fc from "fast-check";
import { descendingOrder, orderScratch } from "../../../src/core/ranking/sortOrder";
import { ranks, type RankMethod } from "../../../src/core/ranking/ranks";

const orderOf = (list: readonly number[]): number[] => {
  const order = descendingOrder(Float64Array.from(list), orderScratch(list.length));
  return [...order];
};
/** Numbers as they come: spread, crowded, equal, far apart, and one that presses all others into one key. */
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 1e-12, 50, 50 + 1e-9),
);

describe("descending order", () => {
  it("holds every position once, with numbers that never rise", () => {
    fc.assert(
      fc.property(fc.array(number, { maxLength: 300, size: "max" }), (list) => {
        const order = orderOf(list);
        expect([...order].sort((a, b) => a - b)).toEqual(list.map((_, i) => i));
        order.slice(1).forEach((at, i) => {
          expect(list[at] ?? 0).toBeLessThanOrEqual(list[order[i] ?? 0] ?? 0);
        });
      }),
    );
  });
  it("is right where thousands share one key beside a far one", () => {
    const list = [1e12, ...Array.from({ length: 3000 }, (_, i) => ((i * 7919) % 3000) / 3000)];
    const expected = [...list].sort((a, b) => b - a);
    expect(orderOf(list).map((at) => list[at])).toEqual(expected);
  });
});

describe("ranks of many people", () => {
  it("are those of the definitions, by every method, both ways, with gaps", () => {
    const person = fc.option(fc.oneof(fc.integer({ min: -5, max: 60 }), number), { nil: null });
    const methods: readonly RankMethod[] = ["competition", "modified", "dense", "fractional"];
    fc.assert(
      fc.property(fc.array(person, { maxLength: 200, size: "max" }), fc.constantFrom("asc", "desc"), (list, way) => {
        const there = list.filter((value) => value !== null);
        const before = (a: number, b: number): boolean => (way === "desc" ? a > b : a < b);
        for (const method of methods) {
          const expected = list.map((value) => {
            if (value === null) return null;
            const ahead = there.filter((other) => before(other, value));
            const equal = there.filter((other) => other === value).length;
            if (method === "dense") return new Set(ahead.map((other) => other + 0)).size + 1;
            if (method === "modified") return ahead.length + equal;
            return method === "competition" ? ahead.length + 1 : ahead.length + (equal + 1) / 2;
          });
          expect(ranks(list, method, way)).toEqual(expected);
        }
      }),
      { numRuns: 60 },
    );
  });
});
