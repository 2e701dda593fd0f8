/** Sheets of one shape scored together, through Microsoft's client: what is offered, what is read, what is written. */
import { createCommands } from "../../src/commands";
import type { Commands, Outcome } from "../../src/commands/types";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());

type Rows = readonly (readonly (string | number | null)[])[];
const form = (work: number | null, care: number | null): Rows => [
  ["Criterion", "Weight", "Score"],
  ["Work", 60, work],
  ["Care", 40, care],
];
const FORMS: Readonly<Record<string, Rows>> = {
  "Person A": form(80, 90),
  "Person B": form(90, 80),
  "It's C": form(70, 70),
};
function open(sheets: Readonly<Record<string, Rows>> = FORMS): TestBook {
  const book = booted.open(...Object.keys(sheets));
  for (const [name, rows] of Object.entries(sheets)) book.type(`'${name.replaceAll("'", "''")}'!A1`, rows);
  return book;
}
const month = (rows: Rows): Rows => [["Name", "Work", "Care"], ["Weight", 60, 40], ...rows];
const MONTHS = {
  Jan: month([
    ["Person A", 80, 90],
    ["Person B", 70, 70],
  ]),
  Feb: month([
    ["Person B", 80, 80],
    ["Person A", 70, 60],
  ]),
};
const undo = async (outcome: Outcome<unknown>): Promise<void> => {
  if (!outcome.ok || outcome.undo === undefined) throw new Error("cannot be taken back");
  valueOf(await commands.takeBack(outcome.undo));
};

test("sheets like the open one are offered without being read as a whole; other sheets and hidden ones are not", async () => {
  const book = open({
    ...FORMS,
    List: [
      ["City", "Weight"],
      ["X", 3],
    ],
    Hidden: form(1, 1),
  });
  const hidden = book.model.sheet("Hidden");
  if (hidden === undefined) throw new Error("no sheet");
  hidden.visibility = "Hidden";
  booted.host.log.clear();
  expect(valueOf(await commands.overview()).alike).toEqual(["Person B", "It's C"]);
  expect(booted.host.log.syncs).toBe(2);
});

test("three round trips read them all, and nothing of the workbook changes", async () => {
  const book = open();
  const before = await book.digest();
  booted.host.log.clear();
  const { people, sheets, kind } = valueOf(await commands.scoreTogether());
  expect(booted.host.log.syncs).toBe(3);
  expect(kind).toBe("people");
  expect(people.map(({ name, total, rank, sheets: on }) => [name, total, rank, on])).toEqual([
    ["Person A", 84, 2, ["Person A"]],
    ["Person B", 86, 1, ["Person B"]],
    ["It's C", 70, 3, ["It's C"]],
  ]);
  expect(sheets.map(({ name, people: count }) => [name, count])).toEqual([
    ["Person A", 1],
    ["Person B", 1],
    ["It's C", 1],
  ]);
  expect(await book.digest()).toEqual(before);
});

test("formulas and own totals of the other sheets are read, too", async () => {
  const own = (factor: number): Rows => [
    ["Name", "Work", "Care", "Total"],
    ["Weight", 60, 40, null],
    [`Person ${String(factor)}`, 8, 9, `=SUMPRODUCT(B3:C3,B$2:C$2)/${String(factor)}`],
    [`Member ${String(factor)}`, 7, 6, `=SUMPRODUCT(B4:C4,B$2:C$2)/100`],
  ];
  open({ A: own(100), B: own(90) });
  const { differences } = valueOf(await commands.scoreTogether());
  expect(differences.map(({ cell, person, computed }) => [cell.sheet, person, computed])).toEqual([
    ["B", "Person 90", 8.4],
  ]);
});

test("one sheet of results holds live formulas into each of them, and goes without a trace", async () => {
  const book = open();
  const before = await book.digest();
  const outcome = await commands.writeTogether("formulas");
  expect(valueOf(outcome)).toEqual({ sheet: "Results", people: 3, live: true });
  expect(await book.values("Results!A4:D7")).toEqual([
    ["Name", "Sheet", "Total", "Rank"],
    ["Person A", "Person A", 84, 2],
    ["Person B", "Person B", 86, 1],
    ["It's C", "It's C", 70, 3],
  ]);
  book.type("'It''s C'!C2", [[100]]);
  expect(await book.values("Results!C7:D7")).toEqual([[88, 1]]);
  book.type("'It''s C'!C2", [[""]]);
  expect(await book.values("Results!C7:D7")).toEqual([["", ""]]);
  book.type("'It''s C'!C2", [[70]]);
  await undo(outcome);
  expect(await book.digest()).toEqual(before);
});

test("of months there is a column each and the mean of them", async () => {
  const book = open(MONTHS);
  expect(valueOf(await commands.writeTogether("formulas"))).toMatchObject({ people: 2, live: true });
  expect(await book.values("Results!A4:E6")).toEqual([
    ["Name", "Jan", "Feb", "Total", "Rank"],
    ["Person A", 84, 66, 75, 1],
    ["Person B", 70, 80, 75, 1],
  ]);
  book.type("Feb!B3", [[90]]);
  expect(await book.values("Results!D6:E6")).toEqual([[78, 1]]);
});

test("as values they stand best first and do not follow", async () => {
  const book = open();
  expect(valueOf(await commands.writeTogether("values")).live).toBe(false);
  book.type("'Person A'!C2", [[100]]);
  expect((await book.values("Results!A5:D7")).map(([name, , total]) => [name, total])).toEqual([
    ["Person B", 86],
    ["Person A", 84],
    ["It's C", 70],
  ]);
});

test("what was answered about a sheet counts there: its chosen table", async () => {
  const two: Rows = [
    ["Name", "Work", "Care"],
    ["Weight", 60, 40],
    ["Person A", 1, 1],
    ["Person B", 1, 1],
    [null, null, null],
    [null, null, null],
    ["Name", "Work", "Care"],
    ["Weight", 60, 40],
    ["Person C", 9, 9],
    ["Person D", 8, 8],
  ];
  open({
    A: two,
    B: month([
      ["Person E", 7, 7],
      ["Person F", 6, 6],
    ]),
  });
  const [, second] = valueOf(await commands.overview()).blocks;
  valueOf(await commands.chooseBlock(second?.choice ?? null));
  expect(valueOf(await commands.scoreTogether()).people.map(({ name }) => name)).toEqual([
    "Person C",
    "Person D",
    "Person E",
    "Person F",
  ]);
});

test("where no other sheet can be scored, it is said", async () => {
  open({ A: form(80, 90), B: form(null, null) });
  expect(await commands.scoreTogether()).toMatchObject({
    ok: false,
    problem: { what: { key: "commands.family.none" } },
  });
});

test("a run that Excel breaks off leaves nothing behind", async () => {
  const book = open();
  const before = await book.digest("selection");
  booted.host.switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
  await undo(await commands.writeTogether("formulas"));
  const { actionsSeen } = booted.host.switches;
  for (const share of [0.3, 0.6, 0.9]) {
    booted.host.switches.failAt({
      atAction: Math.floor(actionsSeen * share * 0.8),
      code: "GeneralException",
      message: "told to",
    });
    await commands.writeTogether("formulas");
    booted.host.switches.failAt(null);
    expect(await book.digest("selection")).toEqual(before);
  }
});

describe("what is hidden and what is accepted on each sheet", () => {
  const hide = (book: TestBook, name: string, kind: "rows" | "columns", at: number): void => {
    book.model.setHidden(book.model.sheet(name)?.id ?? "", kind, at, 1, true);
  };
  const hidden = async () =>
    valueOf(await commands.scoreTogether()).sheets.map(({ name, hidden: said }) => [
      name,
      ...said.map(({ key, params }) => `${key.replace("checks.assumed.", "")} ${String(params?.["count"])}`),
    ]);

  test("hidden rows and columns count, and it is said on which sheet, in as many round trips", async () => {
    const book = open(MONTHS);
    expect(await hidden()).toEqual([["Jan"], ["Feb"]]);
    hide(book, "Jan", "rows", 2);
    hide(book, "Feb", "rows", 3);
    hide(book, "Feb", "columns", 1);
    booted.host.log.clear();
    expect(await hidden()).toEqual([
      ["Jan", "hiddenRows 1"],
      ["Feb", "hiddenRows 1", "hiddenColumns 1"],
    ]);
    expect(booted.host.log.syncs).toBe(3);
    expect(valueOf(await commands.scoreTogether()).people.map(({ total }) => total)).toEqual([75, 75]);
  });

  const own = (name: string, total: number): Rows => [
    ["Name", "Work", "Care", "Total"],
    ["Weight", 60, 40, null],
    [`${name} 1`, 8, 9, 8.4],
    [`${name} 2`, 7, 6, total],
    [`${name} 3`, 5, 5, 5],
  ];
  const alarms = async () => {
    const { sheets, differences } = valueOf(await commands.scoreTogether());
    return { warnings: sheets.map(({ name, warnings }) => [name, warnings]), differ: differences.map((d) => d.person) };
  };
  const activate = (book: TestBook, name: string): void => {
    const sheet = book.model.sheet(name);
    if (sheet === undefined) throw new Error("no sheet");
    book.model.activateSheet(sheet.id);
  };
  const accept = async (rule: string): Promise<void> => {
    const { findings } = valueOf(await commands.overview());
    const chosen = findings.filter((one) => one.rule === rule);
    expect(chosen).toHaveLength(1);
    valueOf(await commands.acceptFindings(chosen, { reason: "Agreed with the team", initials: "AB" }));
  };

  test("what was accepted on a sheet is no alarm there when the sheets are read together from another one", async () => {
    const book = open({ A: own("Person", 9), B: own("Member", 9) });
    expect(await alarms()).toEqual({
      warnings: [
        ["A", 1],
        ["B", 1],
      ],
      differ: ["Person 2", "Member 2"],
    });
    activate(book, "B");
    await accept("T01");
    activate(book, "A");
    expect(await alarms()).toEqual({
      warnings: [
        ["A", 1],
        ["B", 0],
      ],
      differ: ["Person 2"],
    });
    // Another number is another matter.
    book.type("B!D4", [[9.5]]);
    expect((await alarms()).differ).toEqual(["Person 2", "Member 2"]);
  });
});
