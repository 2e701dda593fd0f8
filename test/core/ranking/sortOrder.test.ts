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

/** 0 … n − 1, scattered. */
const scattered = (n: number): number[] => Array.from({ length: n }, (_, i) => (i * 7919) % n);
const LISTS: readonly (readonly [name: string, list: readonly number[]])[] = [
  ["few enough to be put in one by one", scattered(64)],
  ["just more than that", scattered(65)],
  ["some hundred, spread evenly", scattered(500)],
  ["as many as one pass is tried for", scattered(2048)],
  ["one more", scattered(2049)],
  ["thousands, spread evenly", scattered(4000)],
  ["rising", Array.from({ length: 300 }, (_, i) => i)],
  ["falling, all below 0", Array.from({ length: 300 }, (_, i) => -i - 1)],
  ["all above 0, far from it", scattered(300).map((x) => 1e6 + x)],
  ["all equal", new Array<number>(300).fill(7)],
  ["three values, each a hundred times", scattered(300).map((x) => x % 3)],
  ["a crowd beside a far one", [1e6, ...scattered(1000).map((x) => x / 4)]],
  ["two crowds", scattered(1000).map((x) => (x % 2) * 1e6 + x / 4)],
  ["a crowd so dense that its keys are equal", [1e9, ...scattered(1000).map((x) => x / 1000)]],
  ["a few of equal keys, rising", [1e9, ...scattered(100).map((x) => x * 1e7), 0.1, 0.2, 0.3]],
  ["a few of equal keys, not in order", [1e9, ...scattered(100).map((x) => x * 1e7), 0.1, 0.3, 0.2, 0.4]],
];

describe("descending order of a list", () => {
  it.each(LISTS)("is right: %s", (_name, list) => {
    const order = orderOf(list);
    expect(order.map((at) => list[at])).toEqual([...list].sort((a, b) => b - a));
    expect(new Set(order).size).toBe(list.length);
  });
  it("is made anew in the same memory", () => {
    const memory = orderScratch(100);
    descendingOrder(Float64Array.from(scattered(100)), memory);
    const rising = Float64Array.from({ length: 100 }, (_, i) => i);
    expect([...descendingOrder(rising, memory)]).toEqual(Array.from({ length: 100 }, (_, i) => 99 - i));
  });
});

describe("the work of ordering", () => {
  /** How often each number is looked at, on average. */
  const looksAt = (list: readonly number[]): number => {
    let looks = 0;
    const watched = new Proxy(Float64Array.from(list), {
      get: (numbers, name) => {
        if (typeof name === "string" && /^[0-9]+$/.test(name)) looks += 1;
        return Reflect.get(numbers, name) as unknown;
      },
    });
    descendingOrder(watched, orderScratch(list.length));
    return looks / list.length;
  };
  it("is a few looks at each number, however many there are", () => {
    for (const n of [500, 2000, 4000]) expect(looksAt(scattered(n))).toBeLessThan(7);
  });
  it("begins to count with 65 numbers: up to 64 are put in one by one", () => {
    const counts = (n: number): boolean => {
      const memory = orderScratch(n);
      descendingOrder(Float64Array.from(scattered(n)), memory);
      return memory.buckets.some((start) => start > 0);
    };
    expect([1, 2, 64, 65].map(counts)).toEqual([false, false, false, true]);
  });
  it("is no more where all are equal, or a crowd lies far from one", () => {
    expect(looksAt(new Array<number>(2000).fill(7))).toBeLessThan(5);
    expect(looksAt([1e6, ...scattered(1900).map((x) => x / 4)])).toBeLessThan(7);
  });
  it("grows little faster than the list where a crowd is too dense for keys", () => {
    const crowd = (n: number): number[] => [1e12, ...scattered(n).map((x) => x / n)];
    expect(looksAt(crowd(4000))).toBeLessThan(2 * looksAt(crowd(1000)));
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
