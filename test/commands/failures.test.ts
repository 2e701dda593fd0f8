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
const told = (atAction: number): InjectedFailure => ({ atAction, code: "GeneralException", message: "told to" });
const failAt = (atAction: number): void => {
  booted.host.switches.failAt(told(atAction));
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

it("a fix that fails anywhere puts back what it had changed; cells that Excel does not give back are named", async () => {
  openPlain();
  const weights = async (): Promise<Parameters<Commands["applyFix"]>> => {
    const finding = valueOf(await commands.checkSheet()).findings.find(({ rule }) => rule === "W01");
    const [fix] = finding?.fixes ?? [];
    if (finding === undefined || fix === undefined) throw new Error("no fix for the weights");
    return [finding, fix];
  };
  const [finding, fix] = await weights();
  expect(fix.patches.length).toBeGreaterThan(1);
  const count = await actionsOf(() => commands.applyFix(finding, fix));
  for (const place of places(count, 30)) {
    const book = openPlain();
    const before = await book.digest();
    failAt(place);
    expect({ place, ok: (await commands.applyFix(finding, fix)).ok }).toEqual({ place, ok: false });
    expect(await book.digest()).toEqual(before);
  }
  openPlain();
  booted.host.switches.failAt(told(count - 1), told(count));
  expect(await commands.applyFix(finding, fix)).toMatchObject({
    problem: { what: { key: "commands.fix.half", params: { cells: ["Mine!B2", "Mine!C2"] } } },
  });
});

it("results beside the data that fail anywhere are emptied again", async () => {
  openPlain();
  const write = () => commands.writeResults({ place: "beside", form: "values" });
  const count = await actionsOf(write);
  for (const place of places(count, 60)) {
    const book = openPlain();
    const before = await book.digest();
    failAt(place);
    expect({ place, ok: (await write()).ok }).toEqual({ place, ok: false });
    expect(await book.digest()).toEqual(before);
  }
});

it("a scorecard that fails anywhere is removed again; the next one stands", async () => {
  openPlain();
  const count = await actionsOf(() => commands.newScorecard(REQUEST));
  expect(count).toBeGreaterThan(200);
  for (const place of places(count, 20)) {
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

/** Sheets that the pane says are half-written; null where it says nothing of the kind. */
async function offered(): Promise<readonly string[] | null> {
  return valueOf(await createCommands("en").overview()).unfinished?.sheets ?? null;
}

it("more items that fail anywhere, protection included, are removed again, and the next run makes them", async () => {
  const shut = async (): Promise<TestBook> =>
    booted.prepared("narrative, protected", async () => {
      const book = booted.open("Mine");
      valueOf(await commands.newScorecard({ ...REQUEST, templateId: "narrative", people: [], withSample: true }));
      valueOf(await commands.protectSheets(true));
      return book;
    });
  await shut();
  const more = (): Promise<Outcome<unknown>> => commands.moreItems({ prompts: 1 });
  const count = await actionsOf(more);
  for (const place of places(count, 7)) {
    const book = await shut();
    const before = await book.digest("selection");
    failAt(place);
    const failed = await more();
    booted.host.switches.failAt(null);
    expect({ place, ok: failed.ok }).toEqual({ place, ok: false });
    expect({ place, book: await book.digest("selection") }).toEqual({ place, book: before });
  }
  const book = await shut();
  valueOf(await more());
  expect(book.sheetNames()).toContain("Comments (2)");
});

describe("where the removal fails too", () => {
  it("the words name the sheets that stand; a pane opened later finds them and removes all that was written", async () => {
    openPlain();
    const count = await actionsOf(() => commands.newScorecard(REQUEST));
    const first = Math.floor(count / 2);
    const stood = new Set<number>();
    // The tidying up starts right after the first failure; its actions fail one after the other.
    for (let second = first + 1; second < first + 500; second += 25) {
      const book = openPlain();
      const before = await book.digest();
      booted.host.switches.failAt(told(first), told(second));
      const outcome = await commands.newScorecard(REQUEST);
      const untouched = booted.host.switches.actionsSeen <= second;
      booted.host.switches.failAt(null);
      const left = book.sheetNames().filter((name) => name !== "Mine");
      if (!untouched) {
        stood.add(left.length);
        const what =
          left.length === 0
            ? { key: "pane.halfWritten.noSheet" }
            : { key: "excel.halfWritten", params: { sheets: left } };
        expect(outcome).toMatchObject({ ok: false, problem: { what } });
        expect(await offered()).toEqual(left);
        expect(await createCommands("en").newScorecard(REQUEST)).toMatchObject({
          problem: { what: { key: "excel.unfinished" } },
        });
        valueOf(await createCommands("zh-CN").removeUnfinished());
      }
      expect({ second, now: await book.digest() }).toEqual({ second, now: before });
      expect(await offered()).toBeNull();
      if (untouched) break;
    }
    // Struck before the deletions and among them.
    expect(stood.size).toBeGreaterThan(1);
  });

  it("nothing is removed where somebody has written since, and the cell is named", async () => {
    const book = openPlain();
    booted.host.switches.failAt(told(500), told(510));
    await commands.newScorecard(REQUEST);
    booted.host.switches.failAt(null);
    const left = (await offered()) ?? [];
    const [sheet = ""] = left;
    for (const typed of ["mine", 7, "=1+1"]) {
      book.type(`${sheet}!Z90`, [[typed]]);
      expect(await commands.removeUnfinished()).toMatchObject({
        ok: false,
        problem: {
          what: { key: "excel.notOurs", params: { sheet } },
          where: { sheet, rect: { row: 89, column: 25, rows: 1, columns: 1 } },
        },
      });
      expect(book.sheetNames()).toEqual(["Mine", ...left]);
    }
    book.type(`${sheet}!Z90`, [[""]]);
    valueOf(await commands.removeUnfinished());
    expect(book.sheetNames()).toEqual(["Mine"]);
  });

  it("a sheet of that name that is somebody else's stays, whatever was deleted by hand before", async () => {
    const book = openPlain();
    booted.host.switches.failAt(told(500), told(510));
    await commands.newScorecard(REQUEST);
    booted.host.switches.failAt(null);
    const [first = "", ...others] = (await offered()) ?? [];
    const idOf = (name: string): string => book.model.sheet(name)?.id ?? "";
    book.model.deleteSheet(idOf(first));
    book.model.addSheet(first);
    book.type(`${first}!A1`, [["Budget"]]);
    expect(await commands.removeUnfinished()).toMatchObject({ problem: { what: { key: "excel.notOurs" } } });
    book.model.renameSheet(idOf(first), "Budget");
    expect(await offered()).toEqual(others);
    valueOf(await commands.removeUnfinished());
    expect(book.sheetNames()).toEqual(["Mine", "Budget"]);
    expect(await offered()).toBeNull();
  });

  it("the pane that saw it stop finishes it: the workbook is that of a run that nothing disturbed, and can be taken back", async () => {
    const undisturbed = openPlain();
    valueOf(await commands.newScorecard(REQUEST));
    const wanted = await undisturbed.digest();
    const book = openPlain();
    const before = await book.digest();
    booted.host.switches.failAt(told(500), told(510));
    expect((await commands.newScorecard(REQUEST)).ok).toBe(false);
    booted.host.switches.failAt(null);
    // A run in the way of the half-written sheets is refused, and does not become what is finished.
    expect(await commands.newScorecard({ ...REQUEST, people: [], withSample: true })).toMatchObject({
      problem: { what: { key: "excel.unfinished" } },
    });
    expect((await commands.writeResults({ place: "sheet", form: "values" })).ok).toBe(false);
    expect(valueOf(await commands.overview()).unfinished).toMatchObject({ canFinish: true });
    expect(valueOf(await createCommands("en").overview()).unfinished).toMatchObject({ canFinish: false });
    expect(await createCommands("en").finishUnfinished()).toMatchObject({
      problem: { what: { key: "commands.unfinished.unknown" } },
    });
    const finished = await commands.finishUnfinished();
    expect(await book.digest()).toEqual(wanted);
    expect(await offered()).toBeNull();
    if (!finished.ok || !finished.undo) throw new Error("it cannot be taken back");
    valueOf(await commands.takeBack(finished.undo));
    expect(await book.digest()).toEqual(before);
  });

  it("results of the sheet that is open are not finished later, when another sheet may be open", async () => {
    const request = { place: "sheet", form: "values" } as const;
    openPlain();
    const count = await actionsOf(() => commands.writeResults(request));
    for (let first = count - 1; first > 0; first -= 1) {
      openPlain();
      // A run that this pane has seen stop, and another one tidied up.
      booted.host.switches.failAt(told(500), told(510));
      await commands.newScorecard(REQUEST);
      booted.host.switches.failAt(null);
      valueOf(await createCommands("en").removeUnfinished());
      booted.host.switches.failAt(told(first), told(first + 1));
      await commands.writeResults(request);
      booted.host.switches.failAt(null);
      const { unfinished } = valueOf(await commands.overview());
      if (unfinished === null) continue;
      expect(unfinished.canFinish).toBe(false);
      return;
    }
    throw new Error("nothing was left half-written");
  });

  it("says so where there is nothing to remove", async () => {
    openPlain();
    expect(await commands.removeUnfinished()).toMatchObject({
      problem: { what: { key: "commands.unfinished.none" } },
    });
  });
});

it("what Excel says is told in words, with its code where it is unknown to us", async () => {
  openPlain();
  failAt(0);
  expect(await commands.checkSheet()).toMatchObject({
    problem: { what: { key: "excel.unknown", params: { code: "GeneralException", message: "told to" } } },
  });
});
