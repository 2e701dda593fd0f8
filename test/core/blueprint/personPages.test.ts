/** The pages for one person: whoever is picked, the lines, points and result are that person's. */
import { templateById } from "../../../src/core/templates/catalogue";
import { attainmentOf, expectedPerson } from "../../support/expected";
import { generate } from "../../support/generated";

// The engine is slow when the machine is busy; nothing here depends on time.
jest.setTimeout(60_000);

it("show the picked person's lines with points won and lost, and follow when another is picked", async () => {
  const template = templateById("tax-bureau-officer");
  if (template === null) throw new Error("no template");
  const made = await generate({ template });
  try {
    const page = (column: string): unknown[] => made.column("PersonPage", column, 12);
    const blanks = ["", ""];
    for (const person of [0, 6]) {
      made.book.setName("eh_1_PagePerson", `P00${String(person + 1)}`);
      await made.calculate();
      expect(made.book.errors()).toEqual([]);
      expect(page("id")).toEqual([...template.lines.map(({ id }) => id), ...blanks]);
      expect(page("indicator")).toEqual([...template.lines.map(({ name }) => name.en), ...blanks]);
      const actuals = template.sample.people[person]?.actuals ?? [];
      expect(page("actual")).toEqual([...actuals, ...blanks]);
      const points = template.lines.map((line, i) => line.weight * attainmentOf(line, actuals[i] ?? Number.NaN));
      const shown = made.column("PersonPage", "points", 10).map(Number);
      shown.forEach((value, i) => {
        expect(value).toBeCloseTo(points[i] ?? -1, 9);
      });
      expect(shown.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
        expectedPerson(template, actuals).total ?? -1,
        6,
      );
      const lost = template.lines.map(({ weight }, i) => Math.max(0, weight - (points[i] ?? 0)));
      made.column("PersonPage", "lost", 10).forEach((value, i) => {
        expect(value).toBeCloseTo(lost[i] ?? -1, 9);
      });
    }
  } finally {
    made.book.dispose();
  }
});

it("are empty, without an error, while nobody is picked or an id is none", async () => {
  const made = await generate();
  try {
    for (const picked of ["", "P999", "*"]) {
      made.book.setName("eh_1_PagePerson", picked);
      made.book.setName("eh_1_PlanPerson", picked);
      await made.calculate();
      expect(made.book.errors()).toEqual([]);
      for (const table of ["PersonPage", "PlanPage"])
        expect([picked, table, new Set(made.column(table, "id", 12))]).toEqual([picked, table, new Set([""])]);
    }
  } finally {
    made.book.dispose();
  }
});
