/** Plans added to a register or to pages of before results could have two numbers. */
import { buildAddPlan } from "../../../src/core/blueprint/addPlan";
import { standingScorecard } from "../../../src/core/blueprint/standing";
import type { Template } from "../../../src/core/schema/template";
import { blueprintSnapshot } from "../../support/blueprintSnapshot";
import { blueprintToModel, putBlueprint } from "../../support/blueprintToModel";
import { blueprintOf, metadataOf, PERIOD, salesTemplate } from "../../support/generated";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(60_000);

const sales = salesTemplate();
const [line] = sales.lines;
if (line === undefined) throw new Error("no lines");
const LINES = [
  { ...line, kind: "points" as const, id: "K01", weight: 60, maximum: 10 },
  { ...line, kind: "milestone" as const, id: "K02", weight: 40 },
];
const template: Template = { ...sales, lines: LINES, gates: [], sample: { people: [] } };

describe.each(["register", "form"] as const)("%s", (form) => {
  it("computes with one number a result, like the first plan", async () => {
    const old = blueprintOf({ template, form, people: [{ name: "Ann" }], withSample: false, hasOneNumber: true });
    expect([
      JSON.stringify(old).includes("LatePerDay"),
      JSON.stringify(old).includes(sheetText("en")("register.second")),
    ]).toEqual([false, false]);
    const [instance] = metadataOf(old).instances;
    if (instance === undefined) throw new Error("nothing stored");
    const built = buildAddPlan({
      ...{ template, firstTemplate: template, people: [{ name: "Dee" }], jobGroup: "Service", text: sheetText("en") },
      ...{ ...PERIOD, instance, metadata: metadataOf(old), takenSheets: old.sheets.map(({ name }) => name) },
      standing: standingScorecard(blueprintSnapshot(old, "Entry"), instance),
    });
    if (!built.ok) throw new Error(built.problem.what.key);
    const book = await blueprintToModel(old);
    putBlueprint(book.model, built.blueprint);
    const { Register, Register2 } = metadataOf(built.blueprint).instances[0]?.tables ?? {};
    expect(Object.keys(Register2?.columns ?? {})).toEqual(Object.keys(Register?.columns ?? {}));
    const first = form === "form" ? 1 : 0;
    for (const table of [Register, Register2]) {
      book.set(table?.name ?? "", first, table?.columns["actual"] ?? "", 7);
      book.set(table?.name ?? "", first + 1, table?.columns["actual"] ?? "", 0.5);
    }
    await book.model.recalc();
    expect(book.errors()).toEqual([]);
    const results = (header: string): unknown[] => [0, 1].map((row) => book.cell("eh_1_Results", row, header));
    const header = metadataOf(old).instances[0]?.tables["Results"]?.columns["total"] ?? "";
    expect(results(header)).toEqual([62, 62]);
    expect(JSON.stringify(built.blueprint)).not.toContain("LatePerDay");
    book.dispose();
  });
});
