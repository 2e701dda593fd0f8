/** Sheets of one shape: which they are, one ranking over all of them, and what differs between them. */
import { assessSheet } from "../../../src/core/assessSheet";
import { judgeFamily } from "../../../src/core/family/judgeFamily";
import type { Family } from "../../../src/core/family/model";
import { sheetsAlike } from "../../../src/core/family/sheetShape";
import type { SheetHead, SnapshotSheet } from "../../../src/core/recognise/snapshot";
import { gridOfText, sheetOf } from "../../support/sheet";

const sheet = (name: string, cells: string): SnapshotSheet => sheetOf(gridOfText(cells), { name });
const alone = (one: SnapshotSheet) => ({ sheet: one, said: {} });
const judged = (...sheets: readonly SnapshotSheet[]): Family => {
  const family = judgeFamily(sheets.map(alone), {});
  if (family === null) throw new Error("no family");
  return family;
};
const headOf = ({ name, values }: SnapshotSheet): SheetHead => ({ name, column: 0, values: values.slice(0, 30) });
const said = ({ notes }: Family): string[] => notes.map(({ message }) => message.key.replace("checks.family.", ""));
const listed = ({ people }: Family): unknown[] => people.map(({ name, total, rank }) => [name, total, rank]);

const form = (
  weights: readonly [number, number],
  scores: readonly (number | "")[],
  criteria = ["Work", "Care"],
): string =>
  `Criterion|Weight|Score\n${criteria.map((name, i) => `${name}|${String(weights[i])}|${String(scores[i])}`).join("\n")}`;
const department = (weights: readonly [number, number], rows: readonly string[]): string =>
  `Name|Work|Care\nWeight|${weights.join("|")}\n${rows.join("\n")}`;

describe("sheets that are made alike", () => {
  const open = sheet("A", department([60, 40], ["Person A|8|9", "Person B|7|6"]));
  const { blocks } = assessSheet(open, {});
  const alike = (...others: readonly SnapshotSheet[]): readonly string[] =>
    sheetsAlike(open, blocks, others.map(headOf));

  test("have the header in the same columns, in whatever row", () => {
    const lower = sheet("B", `Department B|||\n|||\n${department([60, 40], ["Person C|8|9"])}`);
    expect(alike(sheet("C", department([50, 50], ["Person D|1|2"])), lower)).toEqual(["C", "B"]);
  });
  test("are not those with other columns, or the same words in another order", () => {
    expect(alike(sheet("List", "Name|City|Phone\nPerson A|X|1"), sheet("D", "Care|Name|Work\n1|Person A|2"))).toEqual(
      [],
    );
  });
  test("are none where the open sheet computes nothing", () => {
    const list = sheet("E", "Name|City\nPerson A|X");
    expect(sheetsAlike(list, assessSheet(list, {}).blocks, [headOf(open)])).toEqual([]);
  });
});

describe("one ranking over all", () => {
  test("a form a person: everybody with the sheet that the total comes from", () => {
    const family = judged(
      sheet("Person A", form([60, 40], [80, 90])),
      sheet("Person B", form([60, 40], [90, 80])),
      sheet("Person C", form([60, 40], [70, 70])),
    );
    // 80·0.6 + 90·0.4 = 84; 90·0.6 + 80·0.4 = 86; 70.
    expect(listed(family)).toEqual([
      ["Person A", 84, 2],
      ["Person B", 86, 1],
      ["Person C", 70, 3],
    ]);
    expect(family.kind).toBe("people");
    expect(said(family)).toEqual([]);
  });

  test("the same people every month: the mean of their totals, none while a month is open, and who is absent is named", () => {
    const month = (rows: readonly string[]): string => department([60, 40], rows);
    const family = judged(
      sheet("Jan", month(["Person A|80|90", "Person B|70|70", "Person C|50|60"])),
      sheet("Feb", month(["Person A|90|90", "Person B|60|", "Person D|55|55"])),
      sheet("Mar", month(["Person A|70|90", "Person B|70|70", "Person C|60|60"])),
    );
    expect(family.kind).toBe("periods");
    // 84, 90, 78 → 84; B is open in February; C (54 + 60) / 2; D once.
    expect(listed(family)).toEqual([
      ["Person A", 84, 1],
      ["Person B", null, null],
      ["Person C", 57, 2],
      ["Person D", 55, 3],
    ]);
    expect(family.notes.map(({ message }) => message.params)).toEqual([
      { name: "Person C", on: 2, of: 3 },
      { name: "Person D", on: 1, of: 3 },
    ]);
  });

  test("totals that the sheets make in different ways become weighted means, and it is said", () => {
    const points = "Name|Work|Care|Total\nWeight|60|40|\nPerson A|8|9|840\nPerson B|7|6|660";
    const means = "Name|Work|Care|Total\nWeight|60|40|\nPerson C|8|7|7.6\nPerson D|9|9|9";
    const family = judged(sheet("A", points), sheet("B", means));
    expect(listed(family)).toEqual([
      ["Person A", 8.4, 2],
      ["Person B", 6.6, 4],
      ["Person C", 7.6, 3],
      ["Person D", 9, 1],
    ]);
    expect(said(family)).toEqual(["units"]);
    expect(said(judged(sheet("A", points), sheet("B", points.replaceAll("Person", "Member"))))).toEqual([]);
  });

  test("a sheet that cannot be scored is left out with its reason", () => {
    const family = judged(
      sheet("A", form([60, 40], [80, 90])),
      sheet("B", form([60, 40], [70, 70])),
      sheet("C", form([60, 40], ["", ""])),
    );
    expect(family.leftOut).toEqual([{ sheet: "C", reason: { key: "checks.refused.noScores" } }]);
    expect(judgeFamily([sheet("A", form([60, 40], [80, 90]))].map(alone), {})).toBeNull();
  });
});

describe("what differs between the sheets", () => {
  test("a weight that is another one on one sheet, with its cell", () => {
    const family = judged(
      sheet("A", form([60, 40], [80, 90])),
      sheet("B", form([60, 40], [80, 70])),
      sheet("C", form([70, 30], [80, 60])),
    );
    expect(family.notes.map(({ location, message }) => [location, message.params])).toEqual([
      [
        { sheet: "C", rect: { row: 1, column: 1, rows: 1, columns: 1 } },
        { name: "Work", sheet: "C", own: 70, others: 60 },
      ],
      [
        { sheet: "C", rect: { row: 2, column: 1, rows: 1, columns: 1 } },
        { name: "Care", sheet: "C", own: 30, others: 40 },
      ],
    ]);
  });
  test("0.6 and 60 are the same weight", () => {
    expect(said(judged(sheet("A", form([60, 40], [8, 9])), sheet("B", form([0.6, 0.4], [8, 7]))))).toEqual([]);
  });
  test("a sum that is off on one sheet only; off on all it is no difference", () => {
    const good = sheet("A", department([60, 40], ["Person A|8|9", "Person B|7|6"]));
    const off = (name: string, who: string) => sheet(name, department([60, 30], [`${who} 1|8|9`, `${who} 2|7|6`]));
    expect(said(judged(good, off("B", "Person")))).toEqual(["sum", "weight"]);
    expect(said(judged(off("A", "Member"), off("B", "Person")))).toEqual([]);
  });
  test("a criterion that one sheet lacks, and one that only it has", () => {
    const family = judged(
      sheet("A", form([60, 40], [80, 90])),
      sheet("B", form([60, 40], [70, 80])),
      sheet("C", form([60, 40], [70, 60], ["Work", "Order"])),
    );
    expect(said(family)).toEqual(["missing", "extra"]);
  });
  test("goals of one's own on every form are told once", () => {
    const family = judged(
      sheet("A", form([60, 40], [80, 90], ["Sell", "Train"])),
      sheet("B", form([60, 40], [70, 80], ["Build", "Test"])),
      sheet("C", form([60, 40], [70, 60], ["Plan", "Order"])),
    );
    expect(said(family)).toEqual(["personal"]);
  });
  test("somebody who stands on two departments' sheets", () => {
    const family = judged(
      sheet("A", department([60, 40], ["Person A|8|9", "Person B|7|6", "Person C|5|6"])),
      sheet("B", department([60, 40], ["Person D|8|8", "Person B|9|6", "Person E|5|4"])),
    );
    expect(family.kind).toBe("people");
    expect(family.notes.map(({ location, message }) => [location.sheet, message.params])).toEqual([
      ["B", { name: "Person B", sheets: ["A", "B"] }],
    ]);
  });
  test("scores out of 10 on one sheet and out of 100 on the others", () => {
    const rows = (who: string, scores: readonly string[]): string[] =>
      scores.map((line, i) => `${who}${String(i)}|${line}`);
    const family = judged(
      sheet("A", department([60, 40], rows("A", ["80|90", "70|95", "60|65"]))),
      sheet("B", department([60, 40], rows("B", ["8|9", "7|9", "6|7"]))),
      sheet("C", department([60, 40], rows("C", ["85|95", "75|90", "65|60"]))),
    );
    expect(family.notes.map(({ message }) => [message.key, message.params])).toEqual([
      ["checks.family.scale", { sheet: "B", own: 10, others: 100 }],
    ]);
  });
  test("own totals that are others than computed", () => {
    const wrong = "Name|Work|Care|Total\nWeight|60|40|\nPerson A|8|9|8.4\nPerson B|7|6|6.6\nPerson C|9|9|8";
    const family = judged(
      sheet("A", wrong),
      sheet("B", "Name|Work|Care|Total\nWeight|60|40|\nPerson D|8|7|7.6\nPerson E|5|5|5"),
    );
    expect(family.differences.map(({ cell, shown, computed }) => [cell.sheet, shown, computed])).toEqual([["A", 8, 9]]);
  });
});
