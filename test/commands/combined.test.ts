/** A combined appraisal made beside other scorecards takes their scores over by live formulas. */
import { createCommands } from "../../src/commands";
import { bootWorkbook, valueOf, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
beforeAll(async () => {
  booted = await bootWorkbook();
});
afterAll(() => booted.close());

const REQUEST = {
  people: [{ name: "Ann" }, { name: "Bo" }],
  language: "en",
  jobGroup: "All",
  periodFrom: "2026-01-01",
  periodTo: "2026-12-31",
  withSample: false,
} as const;

test("a score typed on the other sheet comes through, on its own scale; an equal name twice comes through nowhere", async () => {
  const book = booted.open("Sheet1");
  const commands = createCommands("en");
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "rating-scale" }));
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "second-reviewer" }));
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: "combined", counts: { sections: 2 } }));
  expect(await book.column("eh_3_Sections", "Weight")).toEqual([50, 50]);
  expect(await book.column("eh_3_Sections", "Counts 100")).toEqual([5, 100]);
  expect(await book.column("eh_3_SectionValues", "From this workbook")).toEqual(["", "", "", ""]);

  const scale = book.model.table("eh_1_ScaleRatings");
  if (!scale) throw new Error("no ratings");
  const points = scale.table.columns.findIndex(({ name }) => name === "Points");
  const { row, column } = scale.table.rect;
  // Ann: 4 in everything; Bo: 3.
  for (let i = 0; i < 10; i += 1)
    book.model.setInputs(scale.sheet.id, { row: row + 1 + i, column: column + points, rows: 1, columns: 1 }, [
      [i < 5 ? 4 : 3],
    ]);
  expect(await book.column("eh_3_SectionValues", "From this workbook")).toEqual([4, "", 3, ""]);
  expect(await book.column("eh_3_SectionValues", "Points of 100")).toEqual([80, "", 60, ""]);

  const people = book.model.table("eh_1_People");
  if (!people) throw new Error("no people");
  const name = people.table.columns.findIndex((entry) => entry.name === "Name");
  const at = people.table.rect;
  book.model.setInputs(people.sheet.id, { row: at.row + 2, column: at.column + name, rows: 1, columns: 1 }, [["Ann"]]);
  expect(await book.column("eh_3_SectionValues", "From this workbook")).toEqual(["", "", "", ""]);
});
