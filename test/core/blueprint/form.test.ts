/** The entry form: a page a person in one table; totals, bands and ranks are those of core and of the matrix. */
import { roomForTwo } from "../../../src/core/blueprint/roomForTwo";
import type { SheetBlueprint } from "../../../src/core/blueprint/types";
import { FORM_PARTS, type FormPart } from "../../../src/core/formulas/formFormulas";
import { recogniseGenerated } from "../../../src/core/recognise/generatedBook";
import type { Template } from "../../../src/core/schema/template";
import { scoreCard } from "../../../src/core/scoring/scoreCard";
import { templateById } from "../../../src/core/templates/catalogue";
import { snapshotOf } from "../../../tools/audit/snapshotOf";
import { expectSameFromScratch } from "../../support/fromScratch";
import { generate, salesTemplate, type Generated } from "../../support/generated";

jest.setTimeout(60_000);

const template: Template = salesTemplate();
const LINES = template.lines.length;
const PEOPLE = template.sample.people.length;
/** Name above, total, two comments and signatures below. */
const BLOCK = LINES + 5;
const COMPARED = ["total", "soFar", "low", "high", "coverage", "applicable", "band", "rank"] as const;

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
const sheetResults = (made: Generated) =>
  Array.from({ length: PEOPLE }, (_, i) => COMPARED.map((key) => made.at("Results", i, key)));
const coreResults = (made: Generated) =>
  scoreCard(coreOf(made)).map((result) => COMPARED.map((key) => result[key] ?? ""));

/** Letter across without its margins, in points; A4 across is wider. */
const LETTER = 11 * 72 - 2 * 0.7 * 72;
/** What is printed, in points: a character of the usual font is 5.25 points wide. */
function printedWidth(sheet: SheetBlueprint | undefined): number {
  const { printArea, scale = 100 } = sheet?.page ?? { orientation: "Landscape" };
  return (sheet?.columnWidths ?? [])
    .filter(({ column }) => column < (printArea?.columns ?? 0))
    .reduce((sum, one) => sum + ((one.width * 5.25 + 3.75) * scale) / 100, 0);
}

describe("results typed into a form", () => {
  let [made, matrix]: Generated[] = [];
  const own = (): Generated => {
    if (made === undefined) throw new Error("not made");
    return made;
  };
  beforeAll(async () => {
    made = await generate({ template, form: "form" });
    matrix = await generate({ template });
  });
  afterAll(() => {
    made?.book.dispose();
    matrix?.book.dispose();
  });
  const line = (person: number, k: number): number => person * BLOCK + 1 + k;
  const under = (person: number, part: FormPart): number =>
    person * BLOCK + LINES + FORM_PARTS[part] - FORM_PARTS.total + 1;
  const at = (row: number, column: string) => own().at("Register", row, column);

  it("come to the same totals, bands and ranks as typed into the matrix, and as core's", () => {
    expect(own().book.errors()).toEqual([]);
    expect(sheetResults(own())).toEqual(matrix === undefined ? [] : sheetResults(matrix));
    expect(coreResults(own())).toEqual(sheetResults(own()));
    expect(own().column("Proof", "check", PEOPLE)).toEqual(Array.from({ length: PEOPLE }, () => own().word("ok")));
  });
  it("every page says who it is about, how each line is scored, what it comes to, and where to sign", () => {
    const second = own().at("People", 1, "name");
    expect(at(BLOCK, "title")).toBe(second);
    expect(at(line(1, 0), "title")).toBe(own().at("Plan", 0, "indicator"));
    const levels = ["threshold", "target", "stretch"].map((key) => Number(own().at("Plan", 0, key)));
    expect(at(line(1, 0), "scored")).toBe(levels.join(" / "));
    expect(at(under(1, "total"), "weight")).toBe(100);
    expect(at(under(1, "total"), "points")).toBe(own().at("Results", 1, "total"));
    expect(at(under(1, "total"), "check")).toBe(own().at("Results", 1, "band"));
    const points = Array.from({ length: LINES }, (_, k) => Number(at(line(1, k), "points")));
    expect(points.reduce((sum, one) => sum + one, 0)).toBeCloseTo(Number(own().at("Results", 1, "total")), 6);
    expect(at(under(1, "signatures"), "title")).toBe(own().word("formEmployee"));
    expect(at(under(1, "signatures"), "scored")).toBe(own().word("formManager"));
  });
  it("a target of one's own moves threshold and stretch on the page, and the score of that person alone", async () => {
    const target = Number(own().at("Plan", 0, "target"));
    const before = own().column("Entry", "attainment:K01", PEOPLE);
    own().set("Register", line(0, 0), "ownTarget", target / 2);
    own().set("Register", line(0, 0), "actual", target / 2);
    await own().calculate();
    expect(at(line(0, 0), "attainment")).toBeCloseTo(1, 12);
    const levels = ["threshold", "target", "stretch"].map((key) => String(Number(own().at("Plan", 0, key)) / 2));
    expect(at(line(0, 0), "scored")).toBe(levels.join(" / "));
    expect(own().column("Entry", "attainment:K01", PEOPLE).slice(1)).toEqual(before.slice(1));
    expect(coreResults(own())).toEqual(sheetResults(own()));
  });
  it("gaps, n/a with and without its reason, and texts count as in the matrix; comments change nothing", async () => {
    own().set("Register", line(2, 1), "actual", "");
    own().set("Register", line(3, 1), "actual", own().word("na"));
    own().set("Register", line(3, 1), "reason", "Not in this post");
    own().set("Register", line(4, 1), "actual", own().word("na"));
    own().set("Register", line(5, 1), "actual", "good");
    own().set("Register", line(0, 1), "reason", "Two customers moved to May");
    own().set("Register", under(0, "managerSays"), "reason", "A good half-year");
    await own().calculate();
    const checks = [2, 3, 4, 5].map((person) => at(line(person, 1), "check"));
    expect(checks).toEqual(["", own().word("ok"), own().word("reasonMissing"), own().word("notNumber")]);
    expect(coreResults(own())).toEqual(sheetResults(own()));
    expect(own().book.errors()).toEqual([]);
  });
  it("what is typed beside a name or a total counts nowhere", async () => {
    const before = sheetResults(own());
    own().set("Register", BLOCK, "actual", 7);
    own().set("Register", under(0, "total"), "actual", 9_999);
    own().set("Register", under(0, "employeeSays"), "ownTarget", -1);
    await own().calculate();
    expect(sheetResults(own())).toEqual(before);
    expect(coreResults(own())).toEqual(before);
    await expectSameFromScratch(own().book.model);
  });
  it("prints a page a person, with title and heads on each, at a size that breaks are kept with", () => {
    const sheet = own().blueprint.sheets.find(({ name }) => name === "Entry");
    const body = sheet?.tables[0]?.at.row ?? 0;
    expect(sheet?.page?.breaks).toEqual(Array.from({ length: PEOPLE - 1 }, (_, i) => body + 1 + (i + 1) * BLOCK));
    expect(sheet?.page?.printTitleRows).toEqual({ first: 0, last: body });
    expect([sheet?.page?.fitToWidth, sheet?.page?.scale]).toEqual([undefined, 70]);
    expect(printedWidth(sheet)).toBeLessThanOrEqual(LETTER);
  });
  it("still fits across the page when two languages make columns wider", () => {
    const [sheet] = roomForTwo({
      ...own().blueprint,
      sheets: own().blueprint.sheets.filter(({ name }) => name === "Entry"),
    }).sheets;
    expect(sheet?.page?.scale).toBeLessThan(70);
    expect(printedWidth(sheet)).toBeLessThanOrEqual(LETTER);
  });
  it("only lines and comments are tinted and unlocked", () => {
    const sheet = own().blueprint.sheets.find(({ name }) => name === "Entry");
    const open = (sheet?.rowStyles ?? []).filter(({ style }) => style.locked === false).map(({ rect }) => rect);
    const [head] = open.filter(({ row }) => row < 5 + BLOCK);
    expect(head?.row).toBe(6);
    expect(open).toHaveLength(PEOPLE * 5);
    expect(sheet?.tables[0]?.columns.filter(({ style }) => style?.locked === false)).toEqual([]);
  });
});

it("works with gates, ratings and milestones", async () => {
  for (const id of ["tax-bureau-officer", "software-engineer"]) {
    const made = await generate({ template: templateById(id) ?? template, form: "form" });
    expect([id, made.book.errors()]).toEqual([id, []]);
    const people = made.blueprint.sheets
      .flatMap((sheet) => sheet.tables)
      .find(({ name }) => name === "eh_1_Results")?.rows;
    const totals = made.column("Results", "total", people ?? 0);
    expect(totals.every((total) => typeof total === "number")).toBe(true);
    expect(scoreCard(coreOf(made)).map(({ total, band }) => [total, band])).toEqual(
      totals.map((total, i) => [total, made.at("Results", i, "band")]),
    );
    made.book.dispose();
  }
});
