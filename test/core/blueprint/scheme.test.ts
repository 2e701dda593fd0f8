/** "Explain the scheme": what it says is what the scores are made of, and it follows Plan, Settings and the picked person. */
import type { CellScalar } from "../../../host/model/types";
import { templateById } from "../../../src/core/templates/catalogue";
import { generate, salesTemplate, type Generated } from "../../support/generated";

jest.setTimeout(60_000);

const open: Generated[] = [];
afterEach(() => {
  for (const { book } of open.splice(0)) book.dispose();
});
async function officers(): Promise<Generated> {
  const template = templateById("tax-bureau-officer");
  if (template === null) throw new Error("the template is missing");
  const made = await generate({ template, jobGroup: "Officers" });
  open.push(made);
  await made.calculate();
  return made;
}

const shown = (value: CellScalar): string => (typeof value === "object" ? "" : String(value));

it("says for each kind of line at which actual which share of the target is reached", async () => {
  const made = await officers();
  // Returns filed on time: threshold 96, target 98.5, stretch 99.5; zero on the slope below: 96 − 0.6/0.4 × 2.5 = 92.25.
  expect(made.at("Scheme", 1, "scoring")).toBe("0% at 92.25 · 60% at 96 · 100% at 98.5 · 120% at 99.5");
  // Revenue against plan: 98 to 102, zero 15 further on both sides.
  expect(made.at("Scheme", 0, "scoring")).toBe("100% at 98 – 102 · 0% at 83 / 117");
  expect(made.column("Scheme", "scoring", made.instance.entries["Entry"]?.length ?? 0)).not.toContain("");
});

it("follows the plan and the settings", async () => {
  const made = await officers();
  made.set("Plan", 1, "target", 99);
  made.book.setName("eh_1_S0", 0.5);
  await made.calculate();
  expect(made.at("Scheme", 1, "scoring")).toBe("0% at 93 · 50% at 96 · 100% at 99 · 120% at 99.5");
});

it("works one line out for the person who is picked", async () => {
  const made = await officers();
  const [id, actual, attainment] = [
    shown(made.at("Entry", 2, "id")),
    shown(made.at("Entry", 2, "actual:K02")),
    Number(made.at("Entry", 2, "attainment:K02")),
  ];
  made.set("Example", 0, "no", 2);
  made.set("Example", 0, "person", id);
  await made.calculate();
  const percent = String(Math.round(attainment * 1000) / 10);
  const points = String(Math.round(attainment * 15 * 100) / 100);
  expect(made.at("Example", 0, "worked")).toBe(`${actual} → ${percent}% × 15 = ${points}`);
  expect(made.at("Example", 0, "outcome")).toBe(
    `${String(Math.round(Number(made.at("Results", 2, "total")) * 100) / 100)} · ${shown(made.at("Results", 2, "band"))}`,
  );
  made.set("Example", 0, "person", "P*");
  await made.calculate();
  expect(made.at("Example", 0, "worked")).toBe("");
});

it("names the bands with where they begin, the lowest without", async () => {
  const made = await officers();
  const { model } = made.book;
  const { id } = model.sheet("Explain the scheme") ?? { id: "" };
  const texts = [4, 5, 6, 7, 8].map((row) => model.valueAt(id, row, 4));
  expect(texts).toEqual(["Unsatisfactory", "Below ≥ 60", "Meets ≥ 90", "Exceeds ≥ 103", "Outstanding ≥ 112"]);
});

it("says steps by their lower ends, and what counts under the first one", async () => {
  const own = salesTemplate();
  const [line] = own.lines;
  if (line === undefined) throw new Error("the template has no line");
  const { id, name, section, unit, evidence, aggregate } = line;
  const words = { id, name, section, unit, evidence, aggregate };
  const steps = { worthBelow: 0.4, step1: 60, worth1: 0.7, step2: 80, worth2: 1 };
  const template = {
    ...own,
    lines: [{ ...words, kind: "steps", weight: 100, ...steps } as const],
    sample: { people: [] },
  };
  const made = await generate({ template, people: [{ name: "Ann" }], withSample: false });
  expect(made.at("Scheme", 0, "scoring")).toBe("< 60: 40% · ≥ 60: 70% · ≥ 80: 100%");
  made.book.dispose();
});
