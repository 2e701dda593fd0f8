/** More than Excel on the web takes in one request (5 MB): written in pieces, or not at all. */
import { WEB_PAYLOAD_BYTES } from "../../host/wire/switches";
import { createCommands } from "../../src/commands";
import type { Commands, NewScorecardRequest } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

const REQUEST: NewScorecardRequest = {
  templateId: "sales-exec",
  people: [{ name: "Ann" }],
  language: "en",
  jobGroup: "Sales",
  periodFrom: "2026-01-01",
  periodTo: "2026-06-30",
  withSample: false,
};
it("a large list of people is written in pieces that Excel on the web takes, with progress", async () => {
  const book = booted.open("Mine");
  const long = "n".repeat(6000);
  const people = Array.from({ length: 900 }, (_, i) => ({ name: `${String(i)} ${long}` }));
  const steps: number[] = [];
  valueOf(
    await commands.newScorecard(
      { ...REQUEST, people },
      {
        onProgress: ({ done, of }) => {
          steps.push(done / of);
        },
      },
    ),
  );
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.at(-1)).toBe(1);
  expect(Math.max(...booted.host.log.entries.map((entry) => entry.requestBytes))).toBeLessThan(WEB_PAYLOAD_BYTES);
  expect(await book.column("eh_1_People", "Name")).toHaveLength(900);
});

it("cancelling between two pieces leaves the workbook as it was", async () => {
  const book = booted.open("Mine");
  const before = await book.digest();
  const long = "n".repeat(6000);
  const people = Array.from({ length: 900 }, (_, i) => ({ name: `${String(i)} ${long}` }));
  const stop = new AbortController();
  const cancelled = await commands.newScorecard(
    { ...REQUEST, people },
    {
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    },
  );
  expect(cancelled).toMatchObject({ ok: false, problem: { what: { key: "excel.cancelled" } } });
  expect(await book.digest()).toEqual(before);
});
