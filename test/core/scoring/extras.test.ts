/** Bonus and deduction items of a scorecard: who gets which points, how they move totals and ranks (design, Plan sheet). */
import type { Extras, ItemDefinition, ItemEntry, Scorecard } from "../../../src/core/model/scorecard";
import { cellAt } from "../../../src/core/model/scorecard";
import { adjusting, isComplete, type Adjusted } from "../../../src/core/scoring/extras";
import { rankTables, scoreCard, scoreTables, type PersonResult } from "../../../src/core/scoring/scoreCard";
import { cleanCard, personAt, withActual } from "../../support/scorecards";

const item = (id: string, change: Partial<ItemDefinition> = {}): ItemDefinition => ({
  id,
  name: `Item ${id}`,
  side: "bonus",
  points: 2,
  limit: null,
  hasUnreadLimit: false,
  cell: cellAt("Bonus", 4, 1),
  ...change,
});
const entry = (person: string, of: string, times: number | null = 1): ItemEntry => ({
  id: "N001",
  person,
  item: of,
  times,
  what: "What happened",
  record: "File 1",
  date: 46_100,
  cell: cellAt("Extras", 4, 1),
});
/** X1: bonus of 2 each, at most 4; X2: bonus of 1; X3: deduction of 3. Sides: 5 and 10. */
const ITEMS = [item("X1", { limit: 4 }), item("X2", { points: 1 }), item("X3", { side: "deduction", points: 3 })];
const extrasOf = (entries: readonly ItemEntry[], items: readonly ItemDefinition[] = ITEMS): Extras => ({
  items,
  entries,
  limits: { bonus: 5, deduction: 10 },
});
/** What becomes of person P001 with 80 points. */
const ofEighty = (entries: readonly ItemEntry[], items?: readonly ItemDefinition[]): Adjusted | null =>
  adjusting(extrasOf(entries, items))(personAt(0, "Ann", []), 80);

describe("points beside the 100", () => {
  it("are those of a person's entries: points each time, bonus added and deductions taken off", () => {
    const given = [entry("P001", "X1"), entry("P001", "X3", 2), entry("P002", "X2", 4)];
    expect(ofEighty(given)).toEqual({ before: 80, bonus: 2, deduction: 6, total: 76, limited: false });
    expect(ofEighty([])).toEqual({ before: 80, bonus: 0, deduction: 0, total: 80, limited: false });
    expect(adjusting(extrasOf([entry("P002", "X2", 4)]))(personAt(1, "Bob", []), 80.0000004)).toEqual({
      before: 80,
      bonus: 4,
      deduction: 0,
      total: 84,
      limited: false,
    });
  });
  it("count all entries of an item together, wherever they stand, up to its limit, and say that it took something", () => {
    const twice = [entry("P001", "X1"), entry("P001", "X2"), entry("P001", "X1")];
    expect(ofEighty(twice)).toMatchObject({ bonus: 5, limited: false });
    expect(ofEighty([...twice, entry("P001", "X1", 0.5)])).toMatchObject({ bonus: 5, limited: true });
    expect(ofEighty([entry("P001", "X1", 3)])).toMatchObject({ bonus: 4, total: 84, limited: true });
  });
  it("count up to the limit of each side, and say that it took something", () => {
    expect(ofEighty([entry("P001", "X2", 5)])).toMatchObject({ bonus: 5, limited: false });
    expect(ofEighty([entry("P001", "X2", 6)])).toMatchObject({ bonus: 5, total: 85, limited: true });
    expect(ofEighty([entry("P001", "X3", 4)])).toMatchObject({ deduction: 10, total: 70, limited: true });
  });
  it("take no difference of binary numbers for a limit", () => {
    const tenth = [item("X1", { points: 0.1, limit: 0.3 }), item("X3", { side: "deduction", points: 0.1, limit: 0.3 })];
    // 3 × 0.1 is 0.30000000000000004.
    expect(ofEighty([entry("P001", "X1", 3)], tenth)).toMatchObject({ limited: false });
    expect(ofEighty([entry("P001", "X3", 3)], tenth)).toMatchObject({ limited: false });
    expect(ofEighty([entry("P001", "X1", 3.1)], tenth)).toMatchObject({ limited: true });
  });
  it("find person and item as the sheet compares ids: in capitals or not", () => {
    expect(ofEighty([entry("p001", "x1"), entry("P001", "X1")])).toMatchObject({ bonus: 4 });
    expect(ofEighty([entry("P001", "b1")], [item("B1")])).toMatchObject({ bonus: 2 });
    expect(ofEighty([entry("P001", "B1")], [item("b1")])).toMatchObject({ bonus: 2 });
    const small = { ...personAt(0, "Ann", []), id: "p001" };
    expect(adjusting(extrasOf([entry("P001", "X1")]))(small, 80)).toMatchObject({ bonus: 2 });
  });
  it("are none for an entry of nobody known, of no item known, without a number, or below 0", () => {
    const useless = [entry("P0*", "X1"), entry("", "X1"), entry("P001", "X9"), entry("P001", "X1", null)];
    expect(ofEighty(useless)).toMatchObject({ bonus: 0, deduction: 0, total: 80 });
    // An entry below 0 takes nothing from the others.
    expect(ofEighty([entry("P001", "X1", 2), entry("P001", "X1", -1)])).toMatchObject({ bonus: 4 });
    expect(ofEighty([entry("P001", "X1", null), entry("P001", "X1")])).toMatchObject({ bonus: 2 });
  });
  it("are none for somebody who is not in the list of people", () => {
    const apart = { ...personAt(0, "Ann", []), isListed: false };
    const adjust = adjusting(extrasOf([entry("P001", "X1")]));
    expect(adjust(apart, 80)).toMatchObject({ bonus: 0, total: 80 });
    expect(adjust({ ...apart, isListed: true }, 80)).toMatchObject({ bonus: 2 });
  });
  it("are those of the first of two items with one id", () => {
    const twins = [item("X1", { points: 1 }), item("x1", { points: 4 })];
    expect(ofEighty([entry("P001", "X1")], twins)).toMatchObject({ bonus: 1 });
    // What is looked up is the first, complete or not.
    const first = [item("X1", { points: null }), item("X1")];
    expect(ofEighty([entry("P001", "X1")], first)).toMatchObject({ bonus: 0 });
  });
  it("never take a total below 0", () => {
    const given = adjusting(extrasOf([entry("P001", "X3", 2)]));
    expect(given(personAt(0, "Ann", []), 4)).toMatchObject({ before: 4, deduction: 6, total: 0, limited: false });
  });
  it("are not counted at all where they leave the numbers", () => {
    const huge = [item("X1", { points: 1e200 })];
    expect(ofEighty([entry("P001", "X1", 1e200)], huge)).toBeNull();
  });
});

describe("an item", () => {
  it("is complete when it says its side and its points, and its limit is a number, or none", () => {
    const complete = [
      item("X1"),
      item("X1", { points: 0 }),
      item("X1", { limit: 0 }),
      item("X1", { side: "deduction" }),
    ];
    expect(complete.map(isComplete)).toEqual([true, true, true, true]);
    const broken: Partial<ItemDefinition>[] = [
      { side: null },
      { points: null },
      { points: -1 },
      { limit: -1 },
      { hasUnreadLimit: true },
    ];
    expect(broken.map((change) => isComplete(item("X1", change)))).toEqual(broken.map(() => false));
  });
  it("that is not complete makes no points, and leaves those of the others", () => {
    const items = [item("X1", { hasUnreadLimit: true }), item("X2", { points: -3 }), item("X3", { points: 1 })];
    const given = ["X1", "X2", "X3"].map((id) => entry("P001", id));
    expect(ofEighty(given, items)).toMatchObject({ bonus: 1, total: 81 });
  });
});

describe("a scorecard with bonus and deduction items", () => {
  const given = (entries: readonly ItemEntry[], card: Scorecard = cleanCard()): Scorecard => ({
    ...card,
    extras: extrasOf(entries),
  });
  const of = (card: Scorecard, name: string): PersonResult | undefined =>
    scoreCard(card).find((result) => result.name === name);

  it("says of each person what there is to say, and no more", () => {
    const [ann, bob] = scoreCard(given([entry("P001", "X1")]));
    const numbers = { coverage: 1, applicable: 1, soFar: 98.2, low: 98.2, high: 98.2 };
    expect(ann).toStrictEqual({
      ...{ id: "P001", name: "Ann", plan: "Sales", cell: cleanCard().people[0]?.cell },
      ...{ ...numbers, total: 100.2, rank: 2, band: "Exceeds" },
      adjusted: { before: 98.2, bonus: 2, deduction: 0, limited: false },
    });
    expect(Object.keys(bob ?? {})).not.toContain("heldBy");
  });
  it("shows for everybody with a total what it is made of; so far and bounds are those of the lines", () => {
    // Ann has 98.2, Bob 94.7: 2 points of bonus and 3 of deduction.
    const card = given([entry("P001", "X1"), entry("P002", "X3")]);
    expect(of(card, "Ann")).toMatchObject({ total: 100.2, soFar: 98.2, low: 98.2, high: 98.2, band: "Exceeds" });
    expect(of(card, "Ann")?.adjusted).toEqual({ before: 98.2, bonus: 2, deduction: 0, limited: false });
    expect(of(card, "Bob")).toMatchObject({ total: 91.7, adjusted: { before: 94.7, deduction: 3 } });
    expect(of(card, "Cho")?.adjusted).toMatchObject({ bonus: 0, deduction: 0 });
    expect(of(cleanCard(), "Ann")).not.toHaveProperty("adjusted");
  });
  it("ranks by the total with bonus and deductions", () => {
    const before = scoreCard(cleanCard());
    const after = scoreCard(given([entry("P002", "X1", 2), entry("P001", "X3")]));
    // Ann falls from 98.2 to 95.2, Bob comes from 94.7 to 98.7.
    expect(before.slice(0, 2).map(({ total, rank }) => [total, rank])).toEqual([
      [98.2, 2],
      [94.7, 3],
    ]);
    expect(after.slice(0, 2).map(({ total, rank }) => [total, rank])).toEqual([
      [95.2, 3],
      [98.7, 2],
    ]);
  });
  it("gives nobody a total or a rank who has none", () => {
    const card = given([entry("P001", "X1")], withActual(0, 0, ""));
    expect(of(card, "Ann")).toMatchObject({ total: null, rank: null, soFar: 95.714286 });
    expect(of(card, "Ann")).not.toHaveProperty("adjusted");
  });
  it("holds the band of the moved total behind a broken gate", () => {
    const gates = [{ id: "G1", name: "Integrity", passed: false, bestBand: "Below", cell: cellAt("Entry", 4, 30) }];
    const card = cleanCard();
    const people = card.people.map((person) => ({ ...person, gates }));
    expect(of(given([entry("P001", "X1")], { ...card, people }), "Ann")).toMatchObject({
      band: "Below",
      heldBy: { gate: "Integrity", bandWithout: "Exceeds" },
      adjusted: { bonus: 2 },
    });
  });
  it("leaves out of what ranks rest on whom points moved, and says how many", () => {
    const tableOf = (entries: readonly ItemEntry[]) => {
      const card = given(entries);
      const tables = scoreTables(card);
      return rankTables(card, tables, scoreCard(card, tables))[0];
    };
    expect(tableOf([])?.people).toHaveLength(6);
    expect(tableOf([])?.leftOut).toBe(0);
    for (const moved of [
      [entry("P001", "X1")],
      [entry("P001", "X3")],
      [entry("P001", "X1", 1.5), entry("P001", "X3")],
    ]) {
      expect(tableOf(moved)?.people).not.toContain(0);
      expect(tableOf(moved)).toMatchObject({ leftOut: 1 });
    }
  });
});
