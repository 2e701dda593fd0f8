/** The next period of a method workbook, through Excel's client: values kept, inputs emptied, closed again, taken back. */
import { createCommands } from "../../src/commands";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
beforeAll(async () => {
  booted = await bootWorkbook();
});
afterAll(() => booted.close());

const CARRY = { targets: { kind: "carry" } } as const;
const [SECOND, THIRD] = [
  { from: "2026-07-01", to: "2026-12-31", ...CARRY },
  { from: "2027-01-01", to: "2027-06-30", ...CARRY },
];

async function made(templateId: string): Promise<TestBook> {
  const book = booted.open("Sheet1");
  valueOf(
    await createCommands("en").newScorecard({
      ...{ templateId, people: [], language: "en", jobGroup: "All", withSample: true },
      ...{ periodFrom: "2026-01-01", periodTo: "2026-06-30" },
    }),
  );
  return book;
}
const filled = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== "" && value !== null);

test("scores go to a sheet of values, the next closing adds rows under them, and each can be taken back", async () => {
  const book = await made("second-reviewer");
  const commands = createCommands("en");
  const draft = valueOf(await commands.nextPeriodDraft());
  expect([draft.closedTo, draft.from, draft.people, draft.targets, draft.sheets]).toEqual([
    ...["2026-06-30", "2026-07-01", 8],
    ...[[], ["Two reviews"]],
  ]);
  const finals = await book.column("eh_1_Reviews2", "Final");
  const before = await book.digest("selection");
  const first = await commands.startNextPeriod(SECOND);
  valueOf(first);
  expect(await book.column("eh_1_PastReviews2", "Final")).toEqual(finals);
  expect(filled(await book.column("eh_1_Reviews2", "First score"))).toEqual([]);
  expect(filled(await book.column("eh_1_Reviews2", "First rater")).length).toBe(8);

  const closedTwice = await commands.startNextPeriod(SECOND);
  expect(closedTwice.ok ? "" : closedTwice.problem.what.key).toBe("commands.nextPeriod.dates");

  book.type("'Two reviews'!D6", [[70]]);
  valueOf(await commands.startNextPeriod(THIRD));
  const past = await book.column("eh_1_PastReviews2", "First score");
  expect(past.length).toBe(16);
  expect(past[8]).toBe(70);
  const days = await book.column("eh_1_PastReviews2", "Period from");
  expect([days[0], days[8]]).toEqual([46_023, 46_204]);

  const taken = await made("second-reviewer");
  const again = createCommands("en");
  const started = await again.startNextPeriod(SECOND);
  if (!started.ok || started.undo === undefined) throw new Error("nothing to take back");
  valueOf(await again.takeBack(started.undo));
  expect(await taken.digest("selection")).toEqual(before);
});

test("a weight workshop has no next period, says why, and nothing is changed", async () => {
  const book = await made("weight-workshop");
  const commands = createCommands("en");
  const before = await book.digest();
  const draft = await commands.nextPeriodDraft();
  expect(draft.ok ? "" : draft.problem.what.key).toBe("commands.nextPeriod.workshop");
  const started = await commands.startNextPeriod(SECOND);
  expect(started.ok ? "" : started.problem.what.key).toBe("commands.nextPeriod.workshop");
  expect(await book.digest()).toEqual(before);
});
