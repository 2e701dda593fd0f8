/**
 * Excel refuses at every single action of a command, one after the other. Each time the user's own sheet must be as it was,
 * the person must be told in words, and the same command run again must put things right.
 */
import { createCommands } from "../../src/commands";
import type { Commands, NewScorecardRequest, Outcome } from "../../src/commands/types";
import type { InjectedFailure } from "../../host/wire/switches";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

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
const PLAIN = [
  ["Name", "Revenue", "Quality"],
  ["Weight", 0.5, 0.4],
  ["Ann", 80, 90],
  ["Bob", null, 70],
];

/** Actions that the command takes when nothing fails. */
async function actionsOf(command: () => Promise<Outcome<unknown>>): Promise<number> {
  booted.host.switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
  valueOf(await command());
  const { actionsSeen } = booted.host.switches;
  booted.host.switches.failAt(null);
  return actionsSeen;
}
const failAt = (atAction: number): void => {
  booted.host.switches.failAt({ atAction, code: "GeneralException", message: "told to" });
};

function openPlain(): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", PLAIN);
  return book;
}

/** Every action of short commands; of a long one every n-th, and its first and last. */
const places = (count: number, most: number): number[] => {
  const step = Math.max(1, Math.ceil(count / most));
  return [...new Set([...Array.from({ length: count }, (_, i) => i).filter((i) => i % step === 0), count - 1])];
};

it("a check that fails anywhere leaves the sheet as it was; the next check marks it", async () => {
  openPlain();
  const count = await actionsOf(() => commands.checkSheet());
  expect(count).toBeGreaterThan(20);
  for (const place of places(count, 60)) {
    const book = openPlain();
    const before = await book.digest();
    failAt(place);
    const failed = await commands.checkSheet();
    expect({ place, ok: failed.ok }).toEqual({ place, ok: false });
    expect(await book.digest()).toEqual(before);
    expect(valueOf(await commands.checkSheet()).marked).toBeGreaterThan(0);
  }
});

it("a Clear flags that fails anywhere changes nothing of the user's; the next one clears all", async () => {
  openPlain();
  await commands.checkSheet();
  const count = await actionsOf(() => commands.clearFlags());
  for (const place of places(count, 40)) {
    const book = openPlain();
    const before = await book.digest();
    await commands.checkSheet();
    failAt(place);
    expect({ place, count, ok: (await commands.clearFlags()).ok }).toEqual({ place, count, ok: false });
    expect(await book.values("Mine!A1:C4")).toEqual(PLAIN);
    valueOf(await commands.clearFlags());
    expect(await book.digest()).toEqual(before);
  }
});

it("a scorecard that fails anywhere is removed again; the next one stands", async () => {
  openPlain();
  const count = await actionsOf(() => commands.newScorecard(REQUEST));
  expect(count).toBeGreaterThan(200);
  for (const place of places(count, 40)) {
    const book = openPlain();
    const before = await book.digest();
    failAt(place);
    const failed = await commands.newScorecard(REQUEST);
    expect({ place, ok: failed.ok }).toEqual({ place, ok: false });
    expect(book.sheetNames()).toEqual(["Mine"]);
    expect(await book.digest()).toEqual(before);
  }
  const book = openPlain();
  failAt(Math.floor(count / 2));
  await commands.newScorecard(REQUEST);
  expect(valueOf(await commands.newScorecard(REQUEST))).toEqual({ instance: 1, entrySheet: "Entry" });
  expect(book.sheetNames()).toContain("Results");
});

it("where the removal fails too, the words name exactly the sheets that stand", async () => {
  openPlain();
  const count = await actionsOf(() => commands.newScorecard(REQUEST));
  const first = Math.floor(count / 2);
  const told = (atAction: number): InjectedFailure => ({ atAction, code: "GeneralException", message: "told to" });
  const stood = new Set<number>();
  // The tidying up starts right after the first failure; its actions fail one after the other.
  for (let second = first + 1; second < first + 500; second += 20) {
    const book = openPlain();
    booted.host.switches.failAt(told(first), told(second));
    const outcome = await commands.newScorecard(REQUEST);
    const untouched = booted.host.switches.actionsSeen <= second;
    booted.host.switches.failAt(null);
    const left = book.sheetNames().filter((name) => name !== "Mine");
    if (untouched) {
      expect(left).toEqual([]);
      break;
    }
    stood.add(left.length);
    expect(outcome).toMatchObject({
      ok: false,
      problem: { what: { key: "excel.halfWritten", params: { sheets: left.join(", ") } } },
    });
    expect(await book.values("Mine!A1:C4")).toEqual(PLAIN);
  }
  // Struck before the deletions and among them.
  expect(stood.size).toBeGreaterThan(1);
});

it("what Excel says is told in words, with its code where it is unknown to us", async () => {
  openPlain();
  failAt(0);
  expect(await commands.checkSheet()).toMatchObject({
    problem: { what: { key: "excel.unknown", params: { code: "GeneralException", message: "told to" } } },
  });
});
