/** Bonus and deduction items: points beside the 100, within limits of their own, the same on the sheet and in core. */
import type { Template } from "../../../src/core/schema/template";
import { scoreCard, scoreTables, rankTables } from "../../../src/core/scoring/scoreCard";
import { recogniseGenerated } from "../../../src/core/recognise/generatedBook";
import { withItems } from "../../../src/core/templates/items";
import { expectSameFromScratch } from "../../support/fromScratch";
import { blueprintOf, generate, metadataOf, salesTemplate, type Generated } from "../../support/generated";
import { snapshotOf } from "../../../tools/audit/snapshotOf";

jest.setTimeout(60_000);

/** X1 bonus 2 each, at most 4; X2 bonus 1, at most 3; X3 deduction 2, at most 6; X4 deduction 3. Sides: 5 and 10. */
const template: Template = withItems(salesTemplate());
const PEOPLE = 8;
type Row = readonly [person: string, item: string, times: number | string];

/** What core says of the workbook as it stands. */
function coreOf(made: Generated) {
  const book = recogniseGenerated({
    snapshot: { ...snapshotOf(made.book.model.data), activeSheet: "Results" },
    instance: 1,
    stored: null,
    headers: [Object.fromEntries(Object.entries(made.instance.tables).map(([key, { columns }]) => [key, columns]))],
    listWords: {},
    rankMethod: "competition",
  });
  if (!book.ok) throw new Error(book.faults.join());
  return book.card;
}

function type(made: Generated, rows: readonly Row[]): void {
  for (let row = 0; row < 12; row += 1) {
    const [person = "", item = "", times = ""] = rows[row] ?? [];
    made.set("Extras", row, "person", person);
    made.set("Extras", row, "item", item);
    made.set("Extras", row, "times", times);
    made.set("Extras", row, "what", rows[row] === undefined ? "" : "What happened");
    made.set("Extras", row, "record", rows[row] === undefined ? "" : "File 1");
    if (rows[row] === undefined) made.set("Extras", row, "date", "");
    else made.set("Extras", row, "date", 46_100);
  }
}

describe("points beside the 100", () => {
  let made: Generated;
  beforeAll(async () => {
    made = await generate({ template });
  });
  afterAll(() => {
    made.book.dispose();
  });
  /** Of one person after the rows were typed: base, bonus, deduction, limit, total. */
  const after = async (rows: readonly Row[], person: number) => {
    type(made, rows);
    await made.calculate();
    expect(made.book.errors()).toEqual([]);
    return ["base", "bonus", "deduction", "limit", "total"].map((key) => made.at("Results", person, key));
  };

  it("add to the total of the lines and take from it; weights and lines stay as they are", async () => {
    expect(
      await after(
        [
          ["P001", "X1", 1],
          ["P001", "X3", 2],
          ["P001", "X4", 1],
        ],
        0,
      ),
    ).toEqual([99.2, 2, 7, "", 94.2]);
    expect(made.at("Weights", 0, "total")).toBe(100);
    expect(made.at("Results", 0, "soFar")).toBe(99.2);
  });
  it("an item counts up to its limit, in whichever rows it stands", async () => {
    const rows: Row[] = [
      ["P001", "X1", 1],
      ["P002", "X1", 1],
      ["P001", "X1", 3],
      ["P001", "X1", 1],
    ];
    expect(await after(rows, 0)).toEqual([99.2, 4, 0, "Limit reached", 103.2]);
    expect(made.column("Extras", "points", 4)).toEqual([2, 2, 2, 0]);
    expect(await after([...rows].reverse(), 0)).toEqual([99.2, 4, 0, "Limit reached", 103.2]);
  });
  it("a side counts up to its limit, which is a cell", async () => {
    const rows: Row[] = [
      ["P001", "X1", 2],
      ["P001", "X2", 3],
      ["P001", "X4", 5],
    ];
    expect(await after(rows, 0)).toEqual([99.2, 5, 10, "Limit reached", 94.2]);
    made.book.setName("eh_1_MaxDeduction", 12);
    expect(await after(rows, 0)).toEqual([99.2, 5, 12, "Limit reached", 92.2]);
    made.book.setName("eh_1_MaxDeduction", 10);
  });
  it("no total falls below 0", async () => {
    made.book.setName("eh_1_MaxDeduction", 100);
    expect(await after([["P001", "X4", 60]], 0)).toEqual([99.2, 0, 100, "Limit reached", 0]);
    made.book.setName("eh_1_MaxDeduction", 10);
  });
  it("nobody gets points by an unknown id, a wildcard, a text for a number or a negative one; each is named", async () => {
    expect(
      await after(
        [
          ["P0*", "X1", 1],
          ["P001", "X?", 1],
          ["P001", "X1", "twice"],
          ["P001", "X1", -3],
          ["P001", "X9", 1],
        ],
        0,
      ),
    ).toEqual([99.2, 0, 0, "", 99.2]);
    expect(made.column("Extras", "check", 6)).toEqual([
      made.word("unknown"),
      made.word("unknown"),
      made.word("notNumber"),
      made.word("notNumber"),
      made.word("unknown"),
      "",
    ]);
  });
  it("an entry wants its ground and a date at once, its evidence once it is evaluated", async () => {
    type(made, [
      ["P001", "X1", 1],
      ["P002", "X1", 1],
      ["P003", "X1", 1],
    ]);
    made.set("Extras", 0, "what", " ");
    made.set("Extras", 1, "date", 1);
    made.set("Extras", 2, "record", "");
    await made.calculate();
    const checks = () => made.column("Extras", "check", 3);
    expect(checks()).toEqual([made.word("reasonMissing"), made.word("outside"), made.word("ok")]);
    made.book.setName("eh_1_Stage", made.word("evaluate"));
    await made.calculate();
    expect(checks()).toEqual([made.word("reasonMissing"), made.word("outside"), made.word("noEvidence")]);
    made.book.setName("eh_1_Stage", made.word("plan"));
  });
  it("totals, bands and ranks are those of core, and the proof confirms them", async () => {
    await after(
      [
        ["P001", "X1", 3],
        ["P004", "X2", 1],
        ["P006", "X3", 0.5],
        ["P007", "X4", 9],
        ["P008", "X1", 1],
        ["P008", "X3", 7],
        ["p002", "x2", 2],
      ],
      0,
    );
    const results = scoreCard(coreOf(made));
    expect(
      results.map(({ total, band, rank, adjusted }) => [total, band, rank, adjusted?.bonus, adjusted?.deduction]),
    ).toEqual(
      results.map((_, i) => ["total", "band", "rank", "bonus", "deduction"].map((key) => made.at("Results", i, key))),
    );
    expect(results.map(({ adjusted }) => (adjusted?.limited === true ? made.word("limitReached") : ""))).toEqual(
      made.column("Results", "limit", PEOPLE),
    );
    expect(made.column("Proof", "check", PEOPLE)).toEqual(Array.from({ length: PEOPLE }, () => made.word("ok")));
    made.book.set(made.instance.tables["Results"]?.name ?? "", 0, "Bonus", 9);
    await made.calculate();
    expect(made.at("Proof", 0, "check")).toBe(made.word("proofOff"));
  });
  it("says from scratch what it says after the edits", async () => {
    await expectSameFromScratch(made.book.model);
  });
  it("people whose points count beside the weights are no part of what weights decide", () => {
    const card = coreOf(made);
    const tables = scoreTables(card);
    const [table] = rankTables(card, tables, scoreCard(card, tables));
    expect(table?.people).not.toContain(0);
    expect([table?.people.length, table?.leftOut]).toEqual([2, 6]);
  });
});

describe("a workbook without such items", () => {
  it("has neither their tables, nor their columns, words and settings", () => {
    const blueprint = blueprintOf();
    const [instance] = metadataOf(blueprint).instances;
    expect(Object.keys(instance?.tables ?? {}).filter((key) => key === "Bonus" || key === "Extras")).toEqual([]);
    expect(Object.keys(instance?.tables["Results"]?.columns ?? {})).not.toContain("base");
    expect(blueprint.names.filter(({ name }) => /Item|MaxBonus/.test(name))).toEqual([]);
  });
});
