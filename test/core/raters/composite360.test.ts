/** What is shown of a 360-degree result, and that nothing else can be worked out from it. */
import fc from "fast-check";
import {
  composite360,
  composite360ByDimension,
  selfView,
  type RatedGroup,
  type RaterGroup,
} from "../../../src/core/raters/composite360";

const value = <T>(result: { ok: true; value: T } | { ok: false; reason: string }): T => {
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe("360-degree composite", () => {
  const boss = { id: "boss", weight: 40, answers: [4], exempt: true };
  const peers = { id: "peers", weight: 30, answers: [3, 4, 5] };
  const self = { id: "self", weight: 0, answers: [5], isSelf: true };
  it("weighs group means over the groups present and compares with self", () => {
    const result = value(composite360([boss, peers, { id: "reports", weight: 30, answers: [] }, self]));
    expect(result.composite).toBeCloseTo((40 * 4 + 30 * 4) / 70, 12);
    expect(result.selfGap).toBeCloseTo(1, 12);
  });
  it("hides a group of two, and a second one with it, so that nothing can be worked out", () => {
    const result = value(composite360([boss, peers, { id: "reports", weight: 30, answers: [1, 2] }]));
    expect(result.groups).toEqual([
      { id: "boss", mean: 4, hidden: false },
      { id: "peers", mean: null, hidden: true },
      { id: "reports", mean: null, hidden: true },
    ]);
    expect(result.composite).toBe(4);
  });
  it("has no composite when nobody who counts is shown", () => {
    expect(value(composite360([self, { id: "peers", weight: 30, answers: [3] }])).composite).toBeNull();
  });
  it("shows hidden groups as one where together they are enough, and leaves them out of the composite", () => {
    const two = value(
      composite360([boss, { id: "peers", weight: 30, answers: [3, 5] }, { id: "reports", weight: 30, answers: [1] }]),
    );
    expect(two).toMatchObject({ composite: 4, merged: { ids: ["peers", "reports"], mean: 3 } });
    const one = value(composite360([boss, { id: "peers", weight: 30, answers: [3, 5] }]));
    expect(one.merged).toBeNull();
  });
  it("refuses a smallest size that is none: it would hide nobody", () => {
    for (const minimum of [Number.NaN, 0, 2.5, -1, Infinity])
      expect(composite360([boss, peers], minimum)).toMatchObject({ reason: "out-of-range" });
    expect(composite360([boss, boss])).toMatchObject({ reason: "shape" });
  });
});

const answer = fc.integer({ min: 1, max: 5 });
const answers = fc.array(answer, { maxLength: 6 });
interface Team {
  readonly boss: number;
  readonly peers: readonly number[];
  readonly reports: readonly number[];
  readonly customers: readonly number[];
  readonly minimum: number;
}
const team: fc.Arbitrary<Team> = fc.record({
  boss: answer,
  peers: answers,
  reports: answers,
  customers: answers,
  minimum: fc.integer({ min: 2, max: 4 }),
});
const asGroups = ({ boss, peers, reports, customers }: Team): RaterGroup[] => [
  { id: "boss", weight: 40, answers: [boss], exempt: true },
  { id: "peers", weight: 30, answers: peers },
  { id: "reports", weight: 20, answers: reports },
  { id: "customers", weight: 10, answers: customers },
];
/** Other answers of the same raters: turned round on the scale. */
const turned = (list: readonly number[]): number[] => list.map((x) => 6 - x);

describe("what is hidden in a 360-degree result", () => {
  it("is at least two groups or the only protected one: never the one that is left over", () => {
    fc.assert(
      fc.property(team, (given) => {
        const groups = asGroups(given);
        const result = value(composite360(groups, given.minimum));
        const hidden = result.groups.filter((group) => group.hidden);
        const shown = result.groups.filter((group) => group.id !== "boss" && group.mean !== null);
        for (const { id } of shown)
          expect(groups.find((group) => group.id === id)?.answers.length).toBeGreaterThanOrEqual(given.minimum);
        if (hidden.length === 1) expect(shown).toEqual([]);
      }),
    );
  });
  it("changes nothing that is shown, whatever it is, as long as the merged groups' mean stays", () => {
    fc.assert(
      fc.property(team, (given) => {
        const groups = asGroups(given);
        const before = value(composite360(groups, given.minimum));
        const isHidden = (id: string): boolean => before.groups.some((group) => group.id === id && group.hidden);
        const other = groups.map((group) =>
          isHidden(group.id) ? { ...group, answers: turned(group.answers) } : group,
        );
        const after = value(composite360(other, given.minimum));
        expect({ ...after, merged: null }).toEqual({ ...before, merged: null });
        // Of the merged groups only all answers together are seen: which group gave them cannot be told.
        const pool = (before.merged?.ids ?? []).flatMap((id) => groups.find((group) => group.id === id)?.answers ?? []);
        let next = pool.length;
        const mixed = groups.map((group) =>
          isHidden(group.id) && before.merged !== null
            ? { ...group, answers: group.answers.map(() => pool[(next -= 1)] ?? 0) }
            : group,
        );
        const shuffled = value(composite360(mixed, given.minimum));
        expect(shuffled.merged?.mean ?? 0).toBeCloseTo(before.merged?.mean ?? 0, 12);
        expect({ ...shuffled, merged: null }).toEqual({ ...before, merged: null });
      }),
      { numRuns: 300 },
    );
  });
  it("stays hidden when somebody leaves one dimension out: no mean over dimensions gives it away", () => {
    const row = fc.tuple(fc.option(answer, { nil: null }), fc.option(answer, { nil: null }), answer);
    const rated = fc.tuple(fc.array(row, { maxLength: 5 }), fc.array(row, { maxLength: 5 }));
    fc.assert(
      fc.property(rated, ([peers, reports]) => {
        const groupsOf = (a: typeof peers, b: typeof peers): RatedGroup[] => [
          { id: "boss", weight: 40, raters: [[4, 3, 5]], exempt: true },
          { id: "peers", weight: 30, raters: a },
          { id: "reports", weight: 30, raters: b },
        ];
        const before = value(composite360ByDimension(groupsOf(peers, reports)));
        const hide = (rows: typeof peers, place: number): typeof peers =>
          rows.map(
            ([x, y, z]) =>
              [x, y, z].map((points, at) =>
                points !== null && before.dimensions[at]?.groups[place]?.hidden === true ? 6 - points : points,
              ) as (typeof peers)[number],
          );
        const after = value(composite360ByDimension(groupsOf(hide(peers, 1), hide(reports, 2))));
        const shown = (result: typeof before): unknown => ({
          ...result,
          dimensions: result.dimensions.map((dimension) => ({ ...dimension, merged: null })),
        });
        expect(shown(after)).toEqual(shown(before));
      }),
      { numRuns: 300 },
    );
  });
  it("is a dimension that two of three peers answered, and the peers' mean is that of the other one", () => {
    const result = value(
      composite360ByDimension([
        { id: "boss", weight: 50, raters: [[4, 4]], exempt: true },
        {
          id: "peers",
          weight: 50,
          raters: [
            [5, 1],
            [4, null],
            [3, 2],
          ],
        },
      ]),
    );
    expect(result.groups[1]).toEqual({ id: "peers", mean: 4, hidden: false });
    expect(result.dimensions[1]?.groups[1]).toEqual({ id: "peers", mean: null, hidden: true });
    expect(result.composite).toBe(4);
  });
  it("is refused for rows of different length and for no dimension", () => {
    expect(composite360ByDimension([{ id: "a", weight: 1, raters: [[1], [1, 2]] }])).toMatchObject({ reason: "shape" });
    expect(composite360ByDimension([])).toMatchObject({ reason: "empty" });
  });
});

describe("a self–other gap", () => {
  it("has a name from one point on, in either direction", () => {
    expect([1, 0.99, -0.99, -1].map((gap) => value(selfView(gap)))).toEqual([
      "blind-spot",
      "alike",
      "alike",
      "hidden-strength",
    ]);
    expect(selfView(Number.NaN)).toMatchObject({ reason: "not-a-number" });
    expect(selfView(1, 0)).toMatchObject({ reason: "out-of-range" });
  });
});
