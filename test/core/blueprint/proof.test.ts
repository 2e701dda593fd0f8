/** Proof and Checks of a scorecard: a second calculation that agrees, and that says so when a formula was typed over. */
import { LANGUAGES } from "../../../src/i18n/everything";
import { cellAddress } from "../../../src/core/model/a1";
import { generate, type Generated } from "../../support/generated";
import { sheetText } from "../../support/sheetText";
import { templateById } from "../../../src/core/templates/catalogue";

jest.setTimeout(60_000);

const open: Generated[] = [];
afterEach(() => {
  for (const { book } of open.splice(0)) book.dispose();
});
async function scorecard(...choices: Parameters<typeof generate>): Promise<Generated> {
  const made = await generate(...choices);
  open.push(made);
  return made;
}
const PEOPLE = 8;

/** Label → count on the Checks sheet. */
function openChecks({ book }: Generated, name: string): Map<string, unknown> {
  const sheet = book.model.data.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const found = new Map<string, unknown>();
  for (let row = 5; row < 30; row += 1) {
    const label = book.model.valueAt(sheet.id, row, 0);
    if (typeof label === "string" && label !== "") found.set(label, book.model.valueAt(sheet.id, row, 1));
  }
  return found;
}

describe.each(LANGUAGES)("the Proof of a scorecard (%s)", (language) => {
  const text = sheetText(language);

  it("agrees with every result of the sample, and no check is open", async () => {
    const made = await scorecard({ language, text });
    await made.calculate();
    expect(made.column("Proof", "check", PEOPLE)).toEqual(Array.from({ length: PEOPLE }, () => made.word("ok")));
    for (let person = 0; person < PEOPLE; person += 1) {
      expect(made.at("Proof", person, "again")).toBe(made.at("Results", person, "total"));
      expect(made.at("Proof", person, "bandAgain")).toBe(made.at("Results", person, "band"));
    }
    const checks = openChecks(made, text("name.checks"));
    expect(checks.size).toBeGreaterThan(10);
    expect([...checks.values()].every((count) => count === 0)).toBe(true);
  });

  it("names the person whose total or band was typed over, and counts it on Checks", async () => {
    const made = await scorecard({ language, text });
    made.set("Results", 1, "soFar", 99);
    made.set("Results", 2, "band", "X");
    await made.calculate();
    const check = made.column("Proof", "check", PEOPLE);
    expect(check.map((word) => word === text("word.proofOff"))).toEqual([false, true, true, ...Array(5).fill(false)]);
    expect(openChecks(made, text("name.checks")).get(text("check.proofOff"))).toBe(2);
  });
});

it.each(["matrix", "register", "form"] as const)(
  "counts formulas that were typed over and names the first cell (%s)",
  async (form) => {
    const text = sheetText("en");
    const made = await scorecard({ form });
    made.set("Results", 3, "band", "X");
    made.set("Results", 1, "soFar", 99);
    await made.calculate();
    const { data } = made.book.model;
    const sheet = data.sheets.find(({ name }) => name === "Proof");
    const table = sheet?.tables[0]?.rect;
    if (sheet === undefined || table === undefined) throw new Error("no Proof");
    const at = (row: number, column: number) => made.book.model.valueAt(sheet.id, row, column);
    const first = table.row + table.rows + 4;
    const lines = Array.from({ length: 60 }, (_, i) => [0, 2, 3, 4].map((column) => at(first + i, column)));
    const off = lines.filter(([, count]) => typeof count === "number" && count > 0);
    const header = made.instance.tables["Results"]?.columns["soFar"] ?? "";
    const results = made.book.model.table("eh_1_Results")?.table;
    const column = (results?.rect.column ?? 0) + (results?.columns.findIndex(({ name }) => name === header) ?? 0);
    const cell = cellAddress((results?.rect.row ?? 0) + 2, column);
    expect(off).toContainEqual(["Results", expect.any(Number), cell, header]);
    expect(off.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(2);
    expect(at(3, 2)).toBe(2);
    expect(openChecks(made, "Checks").get(text("check.formulasGone"))).toBe(2);
  },
);

it("still agrees with gaps, with a line that is not applicable and with weights that are not 100", async () => {
  const template = templateById("tax-bureau-officer");
  if (template === null) throw new Error("the template is missing");
  const made = await scorecard({ template, jobGroup: "Officers" });
  const [first, second] = template.lines;
  made.set("Entry", 0, `actual:${first?.id ?? ""}`, "");
  made.set("Entry", 1, `actual:${second?.id ?? ""}`, made.word("na"));
  made.set("Entry", 1, "reason", "no such case");
  made.set("Plan", 0, "weight", 30);
  await made.calculate();
  const count = template.sample.people.length;
  expect(made.column("Proof", "check", count)).toEqual(Array.from({ length: count }, () => made.word("ok")));
  expect(made.at("Results", 0, "total")).toBe("");
  expect(made.at("Proof", 0, "again")).toBe(made.at("Results", 0, "soFar"));
});

it("counts weights that are off, a band below the one before and a person without lines", async () => {
  const made = await scorecard();
  made.set("Plan", 0, "weight", 90);
  made.set("Bands", 2, "from", 10);
  made.set("Results", 0, "name", "");
  await made.calculate();
  const text = sheetText("en");
  const checks = openChecks(made, "Checks");
  for (const label of ["weightsOff", "bandsOff", "noLines"])
    expect([label, checks.get(text(`check.${label}`))]).toEqual([label, 1]);
});
