/** Scorecards from a template that was fitted in the form, through Microsoft's client and the engine. */
import { createCommands } from "../../src/commands";
import type { Commands, NewScorecardRequest } from "../../src/commands/types";
import { templateById } from "../../src/core/templates/catalogue";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { withPlainHeads } from "../support/plainHeads";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

const LINES = templateById("power-supply-manager")?.lines ?? [];
/** Two lines out of ten; the first one that stays takes their weights. */
const GONE = ["K02", "K04"];
const KEPT = LINES.filter(({ id }) => !GONE.includes(id)).map(({ id, weight }, i) => ({
  id,
  weight: weight + (i === 0 ? LINES.reduce((sum, line) => sum + (GONE.includes(line.id) ? line.weight : 0), 0) : 0),
}));
const REQUEST: NewScorecardRequest = {
  templateId: "power-supply-manager",
  people: [],
  language: "en",
  jobGroup: "Managers",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  withSample: true,
  fit: { lines: KEPT, ratingPoints: 7 },
};
const made = (): Promise<TestBook> =>
  booted.prepared("fitted", async () => {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard(REQUEST));
    return book;
  });

it("holds the lines that stay with their weights and scale, filled by the sample, with nothing to complain of", async () => {
  const book = await made();
  expect(await book.column("eh_1_Plan", "Indicator")).toEqual(
    LINES.flatMap(({ id, name }) => (GONE.includes(id) ? [] : [name.en])),
  );
  expect(await book.column("eh_1_Plan", "Weight")).toEqual(KEPT.map(({ weight }) => weight));
  const kinds = await book.column("eh_1_Plan", "Kind");
  const maxima = await book.column("eh_1_Plan", "Maximum");
  expect(maxima.filter((_, i) => kinds[i] === "Rating")).toEqual(
    kinds.flatMap((kind) => (kind === "Rating" ? [7] : [])),
  );
  const { findings, filled, toFill, people } = valueOf(await commands.overview());
  expect(findings).toEqual([]);
  expect([filled, toFill]).toEqual([people * KEPT.length, people * KEPT.length]);
  const totals = await book.column("eh_1_Results", "Total");
  expect(totals.every((total) => typeof total === "number")).toBe(true);
  // A second computation that does not know of the first: the Proof sheet.
  expect(new Set(await book.column("eh_1_Proof", "Check"))).toEqual(new Set(["OK"]));
});

it("is in Chinese what it is in English, comes back, and begins its next period", async () => {
  const book = await made();
  const before = withPlainHeads(await book.digest("selection"));
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  expect(await book.column("eh_1_Plan", "指标")).toEqual(
    LINES.flatMap(({ id, name }) => (GONE.includes(id) ? [] : [name["zh-CN"]])),
  );
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(withPlainHeads(await book.digest("selection"))).toEqual(before);
  valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
  expect(valueOf(await commands.overview())).toMatchObject({ stage: "plan", filled: 0, findings: [] });
});

it("takes a second plan that is fitted as well, and gathers both", async () => {
  const book = await made();
  const people = [{ name: "Dee" }];
  const lines = [
    { id: "K01", weight: 40 },
    { id: "K02", weight: 35 },
    { id: "K03", weight: 25 },
  ];
  valueOf(await commands.addPlan({ templateId: "sales-exec", people, jobGroup: "Sales", fit: { lines } }));
  expect((await book.column("eh_1_Plan", "Weight")).slice(-3)).toEqual([40, 35, 25]);
  // Three lines are few and heavy, which is said; nothing is wrong.
  expect(valueOf(await commands.overview()).findings.filter(({ severity }) => severity === "error")).toEqual([]);
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  const names = templateById("sales-exec")
    ?.lines.slice(0, 3)
    .map(({ name }) => name["zh-CN"]);
  expect((await book.column("eh_1_Plan", "指标")).slice(-3)).toEqual(names);
});

it("is refused with weights that do not make 100, and without lines; nothing is written", async () => {
  const book = booted.open("Mine");
  for (const lines of [KEPT.slice(1), []])
    expect(await commands.newScorecard({ ...REQUEST, fit: { lines } })).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.build.fit" } },
    });
  expect(book.sheetNames()).toEqual(["Mine"]);
});
