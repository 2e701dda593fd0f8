/** Templates of one's own through Microsoft's client: kept, found again, made into workbooks, passed on. */
import { createCommands } from "../../src/commands";
import type { Commands, NewScorecardRequest } from "../../src/commands/types";
import type { TemplateDesk } from "../../src/commands/deskTypes";
import { PALETTES } from "../../src/core/blueprint/palette";
import { isMethodContent } from "../../src/core/schema/contentTypes";
import { isMethodDraft } from "../../src/core/templates/methodDraft";
import type { TemplateDraft } from "../../src/core/templates/draft";
import { bootWorkbook, valueOf, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
let desk: TemplateDesk;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
  desk = await commands.desk();
});
afterAll(() => booted.close());

async function catalogueDraft(name: string): Promise<TemplateDraft> {
  const draft = await desk.fromCatalogue("supplier");
  if (draft === null || isMethodDraft(draft)) throw new Error("no template");
  return {
    ...draft,
    name: { en: name, "zh-CN": "=我的模板" },
    palette: "violet",
    bands: [{ name: { en: "Weak" } }, { name: { en: "Fine" }, from: 50 }, { name: { en: "Great" }, from: 95 }],
  };
}
const REQUEST: Omit<NewScorecardRequest, "templateId"> = {
  people: [],
  language: "en",
  jobGroup: "Suppliers",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  withSample: true,
};

it("is kept in the workbook, stands first among the templates, and is there for whoever opens the workbook next", async () => {
  booted.open("Mine");
  const kept = valueOf(await desk.save(await catalogueDraft("=Ours")));
  expect(kept.id).toBe("own-ours");
  const [first] = await commands.templates("en");
  expect(first).toMatchObject({ id: "own-ours", name: "=Ours", isOwn: true, kind: "scorecard" });
  expect((await commands.templates("zh-CN"))[0]?.name).toBe("=我的模板");
  // Another pane on the same workbook.
  const other = await createCommands("zh-CN").desk();
  expect(valueOf(await other.list())).toEqual([kept]);
});

it("makes a workbook with its own bands and colours in at most six round trips, taken back without a trace", async () => {
  const book = booted.open("Mine");
  const { id } = valueOf(await desk.save(await catalogueDraft("=Ours")));
  const before = await book.digest();
  booted.host.log.clear();
  const outcome = await commands.newScorecard({ ...REQUEST, templateId: id });
  valueOf(outcome);
  expect(booted.host.log.syncs).toBeLessThanOrEqual(6);
  expect(await book.column("eh_1_Bands", "Band")).toEqual(["Weak", "Fine", "Great"]);
  expect(await book.column("eh_1_Bands", "From")).toEqual([-1_000_000, 50, 95]);
  expect(await book.column("eh_1_Gates", "Best band left")).toEqual(["Weak"]);
  expect(new Set(await book.column("eh_1_Results", "Band"))).not.toContain("#N/A");
  expect(JSON.stringify(book.model.data)).toContain(PALETTES.violet.headFill.slice(1));
  expect(JSON.stringify(book.model.data)).not.toContain(PALETTES.green.headFill.slice(1));
  const { findings } = valueOf(await commands.overview());
  expect(findings.filter(({ severity }) => severity !== "note").map(({ rule }) => rule)).toEqual([]);
  if (!outcome.ok || outcome.undo === undefined) throw new Error("cannot be taken back");
  valueOf(await commands.takeBack(outcome.undo));
  expect(await book.digest()).toEqual(before);
});

it("gets a second plan and a next period also when the template was changed or deleted meanwhile", async () => {
  const book = booted.open("Mine");
  const { id } = valueOf(await desk.save(await catalogueDraft("Ours")));
  valueOf(
    await commands.newScorecard({
      ...REQUEST,
      templateId: id,
      withSample: false,
      people: [{ name: "A" }, { name: "B" }],
    }),
  );
  const other = valueOf(await desk.save(await catalogueDraft("Carriers")));
  valueOf(await desk.remove(id));
  valueOf(await commands.addPlan({ templateId: other.id, people: [{ name: "C" }], jobGroup: "Carriers" }));
  expect(await book.column("eh_1_Weights", "Job group")).toEqual(["Suppliers", "Carriers"]);
  expect(valueOf(await commands.nextPeriodDraft()).title).toBe("Ours");
});

it("a second plan of a template of one's own follows the language when that template was changed or deleted meanwhile", async () => {
  const book = booted.open("Mine");
  const draft = await catalogueDraft("Ours");
  // With a line of its own, so that no template of the catalogue has the same heads.
  const lines = draft.lines.map((line, i) => (i === 0 ? { ...line, name: { en: "Own", "zh-CN": "自定" } } : line));
  const first = valueOf(await desk.save(draft));
  const { id } = valueOf(await desk.save({ ...draft, name: { en: "Carriers" }, lines }));
  const people = [{ name: "A" }, { name: "B" }];
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: first.id, withSample: false, people }));
  const kept = await book.digest("selection");
  const added = await commands.addPlan({ templateId: id, people: [{ name: "C" }], jobGroup: "Partners" });
  valueOf(added);
  if (!added.ok || added.undo === undefined) throw new Error("cannot be taken back");
  valueOf(await commands.takeBack(added.undo));
  expect(await book.digest("selection")).toEqual(kept);
  valueOf(await commands.addPlan({ templateId: id, people: [{ name: "C" }], jobGroup: "Partners" }));
  const heads = (): string[] => book.model.table("eh_1_Entry2")?.table.columns.map(({ name }) => name) ?? [];
  const english = heads();
  for (const gone of [id, first.id]) valueOf(await desk.remove(gone));
  expect(valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" })).kept).toEqual([]);
  const wanted = lines.map(({ name }) => name["zh-CN"] ?? "?");
  const standing = heads().flatMap((head) => /^K\d+ (.*)/.exec(head)?.[1] ?? []);
  expect(standing.slice(0, wanted.length)).toEqual(wanted);
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(heads()).toEqual(english);
});

it("goes as text into another workbook and makes the same one there", async () => {
  const first = booted.open("Mine");
  const kept = valueOf(await desk.save(await catalogueDraft("Ours")));
  const { fileName, text } = desk.textOf(kept);
  expect(fileName).toBe("own-ours.evenhand.json");
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: kept.id }));
  const here = await first.digest();

  const second = booted.open("Mine");
  const read = desk.readFile(text);
  if (!read.ok) throw new Error("refused");
  const there = valueOf(await desk.keep(read.content));
  expect(there).toEqual(kept);
  valueOf(await commands.newScorecard({ ...REQUEST, templateId: there.id }));
  expect(await second.digest()).toEqual(here);
  // A second time it is there already; another one of its id gets an id of its own.
  expect(valueOf(await desk.keep(read.content)).id).toBe(kept.id);
  expect(valueOf(await desk.keep({ ...read.content, name: { en: "Ours" }, jobGroup: { en: "Else" } })).id).toBe(
    "own-ours-2",
  );
  expect(valueOf(await desk.list())).toHaveLength(2);
});

it("is refused while something is wrong, in a file as at the desk, and then nothing is changed", async () => {
  const book = booted.open("Mine");
  const before = await book.digest();
  const draft = await catalogueDraft("Ours");
  const refused = await desk.save({ ...draft, lines: draft.lines.slice(1) });
  expect(refused.ok ? null : refused.problem.what.key).toBe("commands.desk.faulty");
  expect(desk.readFile('{"format": "evenhand-template", "schemaVersion": 2, "lines": []}')).toMatchObject({
    ok: false,
  });
  expect(await book.digest()).toEqual(before);
});

it("that is deleted or overwritten can be taken back", async () => {
  booted.open("Mine");
  const kept = valueOf(await desk.save(await catalogueDraft("Ours")));
  const removed = await desk.remove(kept.id);
  expect(valueOf(await desk.list())).toEqual([]);
  if (!removed.ok || removed.undo === undefined) throw new Error("cannot be taken back");
  valueOf(await commands.takeBack(removed.undo));
  expect(valueOf(await desk.list())).toEqual([kept]);
});

describe("the sheet at hand", () => {
  it("of a stranger gives its indicators, weights and scale, and no people", async () => {
    const book = booted.open("Scores");
    book.type("Scores!A1", [
      ["Name", "Quality", "Speed", "Care"],
      ["Weight", 0.5, 0.3, 0.2],
      ["Ann", 80, 90, 70],
      ["Bo", 60, 75, 95],
      ["Cy", 88, 64, 72],
    ]);
    const { draft, notes } = valueOf(await desk.fromSheet());
    if (isMethodDraft(draft)) throw new Error("no scorecard");
    expect(draft.lines.map(({ name, kind, maximum, weight }) => [name.en, kind, maximum, weight])).toEqual([
      ["Quality", "points", 100, 50],
      ["Speed", "points", 100, 30],
      ["Care", "points", 100, 20],
    ]);
    expect(draft.scale).toBe("points");
    expect(JSON.stringify(draft)).not.toContain("Ann");
    expect(notes[0]).toEqual({ key: "commands.desk.sheet.taken", params: { count: 3, sheet: "Scores" } });
    const kept = valueOf(await desk.save(draft));
    valueOf(await commands.newScorecard({ ...REQUEST, templateId: kept.id }));
  });
  it("of our own gives the template back that it was made from", async () => {
    booted.open("Mine");
    const kept = valueOf(await desk.save(await catalogueDraft("Ours")));
    valueOf(await commands.newScorecard({ ...REQUEST, templateId: kept.id }));
    const { draft } = valueOf(await desk.fromSheet());
    if (isMethodDraft(draft) || isMethodContent(kept)) throw new Error("no scorecard");
    const numbers = ({ lines }: Pick<TemplateDraft, "lines">) =>
      lines.map(({ name, unit, evidence, kind, direction, threshold, target, stretch, maximum, weight, section }) => [
        ...[name.en, unit?.en, evidence?.en, kind, direction, threshold, target, stretch, maximum, weight, section],
      ]);
    expect(numbers(draft)).toEqual(numbers(kept));
    expect(draft.sections.map(({ name }) => name.en)).toEqual(kept.sections?.map(({ name }) => name.en));
    expect(draft.bands).toEqual(kept.bands?.map(({ name, ...rest }) => ({ ...rest, name: { en: name.en } })));
  });
  it("that is empty or no scorecard is told", async () => {
    const book = booted.open("Empty");
    const none = await desk.fromSheet();
    expect(none.ok ? null : none.problem.what.key).toBe("commands.empty");
    book.type("Empty!A1", [["Dear all"], ["see you"]]);
    expect((await desk.fromSheet()).ok).toBe(false);
  });
});
