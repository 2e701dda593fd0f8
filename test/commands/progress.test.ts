/** Longer commands tell how far they are, and a press of Cancel leaves the workbook as it was. */
import { createCommands } from "../../src/commands";
import type { Commands, Outcome, Progress, RunOptions } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

function openPlain(): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", [
    ["Name", "Revenue", "Quality"],
    ["Weight", 0.5, 0.4],
    ["Ann", 80, 90],
    ["Bob", null, 70],
  ]);
  return book;
}
const REQUEST = {
  templateId: "sales-exec",
  people: [{ name: "Ann" }],
  language: "en",
  jobGroup: "Sales",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  withSample: false,
} as const;

const NAMES = ["newScorecard", "scoreAndRank", "checkSheet"] as const;
const LONG: Record<(typeof NAMES)[number], (options: RunOptions) => Promise<Outcome<unknown>>> = {
  newScorecard: (options) => commands.newScorecard(REQUEST, options),
  scoreAndRank: (options) => commands.scoreAndRank(options),
  checkSheet: (options) => commands.checkSheet(options),
};

it.each(NAMES)("%s counts forward to its end and never past it", async (name) => {
  openPlain();
  const told: Progress[] = [];
  const outcome = await LONG[name]({ onProgress: (progress) => told.push(progress) });
  expect(outcome).toMatchObject({ ok: true });
  expect(told.length).toBeGreaterThan(1);
  const counts = told.map(({ done }) => done);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  for (const { done, of } of told) expect({ done, of, inside: done <= of }).toEqual({ done, of, inside: true });
  expect(new Set(told.map(({ of }) => of)).size).toBe(1);
});

it.each(NAMES)("%s cancelled at any of its steps says so and leaves the workbook as it was", async (name) => {
  openPlain();
  const steps: Progress[] = [];
  valueOf(await LONG[name]({ onProgress: (progress) => steps.push(progress) }));
  for (const stopAt of steps.keys()) {
    const book = openPlain();
    const before = await book.digest();
    const cancel = new AbortController();
    let seen = -1;
    const outcome = await LONG[name]({
      signal: cancel.signal,
      onProgress: ({ done, of }) => {
        seen += 1;
        // The last step of writing is its end: then it is done, and taken back rather than cancelled.
        if (seen === stopAt && done < of) cancel.abort();
      },
    });
    if (!cancel.signal.aborted) continue;
    expect({ stopAt, ok: outcome.ok }).toEqual({ stopAt, ok: false });
    expect(outcome.ok || outcome.problem.what.key).toMatch(/cancelled/);
    expect(await book.digest()).toEqual(before);
  }
});
