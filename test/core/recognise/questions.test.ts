/** What is asked of whom: nothing where a sheet is clear, one thing where it is not; and what answers change. */
import { assessSheet } from "../../../src/core/assessSheet";
import { answersFor, headerPrint, withAnswer, type RoleAnswer } from "../../../src/core/recognise/answers";
import { answersAt, questionsOf } from "../../../src/core/recognise/questions";
import { METADATA_VERSION, metadataXml, parseMetadata } from "../../../src/core/schema/metadata";
import { CORPUS, NO_SCORECARDS } from "../../fixtures/sheets/corpus";
import { GOOD_SHEETS } from "../../fixtures/sheets/good";
import { HARD_SHEETS } from "../../fixtures/sheets/hard";
import { sheetOfText } from "../../support/sheet";

const askedOf = (cells: string, merges = "", answers: readonly RoleAnswer[] = []) => {
  const sheet = sheetOfText(cells, merges);
  return questionsOf(sheet, assessSheet(sheet, { answers }).blocks, answers);
};
const column = (header: string, role: RoleAnswer["role"], nth = 0): RoleAnswer => ({
  ...{ role, line: "column", print: headerPrint(header), nth },
});
const read = (cells: string, answers: readonly RoleAnswer[]) =>
  assessSheet(sheetOfText(cells), { answers }).results.map(({ name, total }) => [name, total]);

describe("questions", () => {
  it("are none on good sheets, and few on hard ones", () => {
    for (const { cells, merges } of GOOD_SHEETS) expect(askedOf(cells, merges)).toEqual([]);
    const asked = [...CORPUS, ...HARD_SHEETS].filter(
      (sheet) => askedOf(sheet.cells, "merges" in sheet ? sheet.merges : "").length > 0,
    );
    expect(asked.length).toBeLessThan(8);
  });
  it("are only offered where a sheet looks like no scorecard", () => {
    const kinds = NO_SCORECARDS.flatMap(([, cells]) => askedOf(cells).map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind !== "offer")).toEqual([]);
  });
  it("show the columns around the one in question, with head and first rows", () => {
    const [question] = askedOf(
      "Colour|Mascot|Work|Care\nWeight||0.6|0.4\nred|Person A|80|90\nblue|Person B|70|75\nred|Person C|90|80",
    );
    expect(question).toMatchObject({ role: "person", kind: "unsure" });
    const { columns, rows, column: at } = question?.picture ?? { columns: [], rows: [], column: null };
    expect(columns[at ?? -1]).toBe(question?.guess?.label.slice(0, 1));
    expect(rows[0]).toEqual({ number: 1, cells: ["Colour", "Mascot", "Work", "Care"] });
  });
});

describe("answers", () => {
  const TWO = "Boss|Colleague|Work|Care\nWeight||0.6|0.4\nPerson X|Person A|80|90\nPerson X|Person B|70|75";
  it("say who the people are, whatever the headers say", () => {
    expect(read(TWO, [column("Colleague", "person")]).map(([name]) => name)).toEqual(["Person A", "Person B"]);
  });
  it("follow the header when columns are moved, and are void when it is gone", () => {
    const cells = "Pal|Work|Care|Boss\nWeight|0.6|0.4|\nPerson A|80|90|Person X\nPerson B|70|75|Person X";
    expect(read(cells, [column("Pal", "person")])).toEqual([
      ["Person A", 84],
      ["Person B", 72],
    ]);
    expect(read(cells, [column("Elsewhere", "person")])).toEqual(read(cells, []));
  });
  it("make a column a score, or another one the total", () => {
    const cells = "Name|Work|Care|Number\nWeight|0.5|0.3|0.2\nPerson A|80|90|70\nPerson B|70|75|60";
    const total = assessSheet(sheetOfText(cells), { answers: [column("Number", "total")] });
    expect(total.blocks[0]?.reading.understood.items.map(({ name }) => name)).toEqual(["Work", "Care"]);
    expect(read(cells, [column("Number", "score")])[0]?.[1]).toBeCloseTo(81, 9);
  });
  it("of one role replace each other, those about scores add up", () => {
    const sheet = { id: "{1}", name: "Mine" };
    const one = withAnswer([], sheet, [column("A", "person"), column("C", "score")]);
    const two = withAnswer(one, sheet, [column("B", "person"), column("D", "score")]);
    expect(answersFor(two, sheet)).toEqual([column("C", "score"), column("B", "person"), column("D", "score")]);
    expect(answersFor(two, { id: "{1}", name: "Renamed" })).toHaveLength(3);
    expect(answersFor(two, { id: "{2}", name: "Mine" })).toHaveLength(3);
    expect(answersFor(two, { id: "{2}", name: "Other" })).toEqual([]);
  });
  it("come from the cells selected: a row of numbers, a column, several columns of scores", () => {
    const sheet = sheetOfText("Name|Work|Care\nPerson A|80|90\nPerson B|70|75\nShare|60|40");
    const { blocks } = assessSheet(sheet, {});
    const block = { sheet: "Sheet1", rect: blocks[0]?.reading.rect ?? { row: 0, column: 0, rows: 1, columns: 1 } };
    const at = (role: RoleAnswer["role"], row: number, from: number, rows: number, columns: number) =>
      answersAt(sheet, blocks, { role, block }, { row, column: from, rows, columns });
    expect(at("weight", 3, 1, 1, 2)).toEqual([{ role: "weight", line: "row", print: headerPrint("Share"), nth: 0 }]);
    expect(at("person", 1, 0, 2, 1)).toEqual([column("Name", "person")]);
    expect(at("score", 1, 1, 2, 2)).toEqual([column("Work", "score"), column("Care", "score")]);
    expect(at("person", 9, 9, 1, 1)).toBeNull();
  });
});

describe("what is remembered", () => {
  const answers = [{ id: "{1}", name: "Mine", roles: [column("Colleague", "person")] }];
  it("comes back as it was", () => {
    const stored = parseMetadata(metadataXml({ version: METADATA_VERSION, instances: [], answers }));
    expect(stored).toEqual({ ok: true, metadata: { version: METADATA_VERSION, instances: [], answers } });
  });
  it.each([
    ["no list", 5],
    ["other things in the list", [1, null, { id: 1 }, { id: "a", name: "b", roles: [{ role: "king" }, 7] }]],
  ])("is left out where it is damaged (%s), and spoils nothing else", (_what, broken) => {
    const xml = metadataXml({ version: METADATA_VERSION, instances: [], answers: broken as never });
    expect(parseMetadata(xml)).toEqual({ ok: true, metadata: { version: METADATA_VERSION, instances: [] } });
  });
});
