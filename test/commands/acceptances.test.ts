/** Accept with reason: on a visible log, through Microsoft's client; it counts as long as the value behind it stays the same. */
import { createCommands } from "../../src/commands";
import type { Commands, Outcome } from "../../src/commands/types";
import type { Finding } from "../../src/core/model/finding";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

const LOG = "Evenhand log";
const SHEET = [
  ["Name", "Work", "Care", "Order"],
  ["Weight", 0.5, 0.3, 0.2],
  ["Person A", 80, 90, 70],
  ["Person B", 70, null, 60],
  ["Person C", null, 80, 95],
  ["Person D", 60, 70, 80],
];
const REQUEST = { reason: "On leave since March", initials: "AB" };

function open(rows = SHEET): TestBook {
  const book = booted.open("Mine");
  book.type("Mine!A1", rows);
  return book;
}
const found = async (rule: string, person?: string): Promise<Finding> => {
  const { findings } = valueOf(await commands.overview());
  const finding = findings.find((one) => one.rule === rule && one.person === person);
  if (finding === undefined) throw new Error(`no ${rule} of ${person ?? "nobody"}`);
  return finding;
};
const accept = async (rule: string, person?: string): Promise<Outcome<unknown>> =>
  commands.acceptFindings([await found(rule, person)], REQUEST);
/** "C01 Person B" of what is open and what is accepted. */
async function state(): Promise<{ open: string[]; accepted: string[] }> {
  const { findings, accepted } = valueOf(await commands.overview());
  const said = (list: readonly Finding[]): string[] =>
    list
      .filter(({ rule }) => rule === "C01" || rule === "W01")
      .map(({ rule, person }) => `${rule} ${person ?? ""}`.trim());
  return { open: said(findings), accepted: said(accepted) };
}
const marks = (book: TestBook): string[] =>
  (book.model.sheet("Mine")?.conditionalFormats ?? []).map(({ rule }) => JSON.stringify(rule));
const undo = async (outcome: Outcome<unknown>): Promise<void> => {
  if (!outcome.ok || outcome.undo === undefined) throw new Error("cannot be taken back");
  valueOf(await commands.takeBack(outcome.undo));
};

describe("an acceptance", () => {
  it("stands on a visible sheet with rule, person, reason, initials and date, made at the first one", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    expect(book.sheetNames()).toEqual(["Mine", LOG]);
    const [heads, row] = await book.values(`${LOG}!A4:K5`);
    expect(heads?.slice(0, 10)).toEqual(
      "Rule|What was found|Sheet|Person|Indicator|Reason|Initials|Date|Period|State".split("|"),
    );
    expect(row?.slice(0, 8)).toEqual([
      "C01",
      expect.stringContaining("Person B"),
      "Mine",
      "Person B",
      null,
      REQUEST.reason,
      REQUEST.initials,
      expect.any(Number),
    ]);
    expect(row?.[9]).toBe("accepted");
    expect(await state()).toEqual({ open: ["C01 Person C"], accepted: ["C01 Person B"] });
    const { accepted, log } = valueOf(await commands.overview());
    expect(accepted[0]?.acceptance).toMatchObject({ ...REQUEST, state: "accepted" });
    expect(log).toEqual({ sheet: LOG, unreadable: 0 });
  });

  it("goes under the others on the log, several with one reason", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    valueOf(await accept("C01", "Person C"));
    expect((await book.values(`${LOG}!D5:D7`)).flat()).toEqual(["Person B", "Person C", null]);
    expect(await state()).toEqual({ open: [], accepted: ["C01 Person B", "C01 Person C"] });
    const again = open();
    const { findings } = valueOf(await commands.overview());
    valueOf(
      await commands.acceptFindings(
        findings.filter(({ rule }) => rule === "C01"),
        REQUEST,
      ),
    );
    expect((await again.values(`${LOG}!F5:F6`)).flat()).toEqual([REQUEST.reason, REQUEST.reason]);
  });

  it.each([
    ["no reason", { reason: "  \n", initials: "AB" }, "commands.accept.noReason"],
    ["nobody who answers for it", { reason: "fine", initials: " " }, "commands.accept.noInitials"],
    ["a reason of a page", { reason: "x".repeat(1001), initials: "AB" }, "commands.accept.long"],
  ])("is refused with %s, and nothing is written", async (_what, request, key) => {
    const book = open();
    const finding = await found("C01", "Person B");
    expect(await commands.acceptFindings([finding], request)).toMatchObject({ ok: false, problem: { what: { key } } });
    expect(book.sheetNames()).toEqual(["Mine"]);
  });

  it("keeps a reason that looks like a formula as text", async () => {
    const book = open();
    const finding = await found("C01", "Person B");
    valueOf(await commands.acceptFindings([finding], { reason: '=HYPERLINK("x")', initials: "@me" }));
    valueOf(await commands.acceptFindings([await found("C01", "Person C")], { reason: "+1-1", initials: "-x" }));
    expect(await book.values(`${LOG}!F5:G6`)).toEqual([
      ['=HYPERLINK("x")', "@me"],
      ["+1-1", "-x"],
    ]);
  });

  it("of something that has changed since it was shown is refused", async () => {
    const book = open();
    const finding = await found("C01", "Person B");
    book.type("Mine!B4", [[""]]);
    expect(await commands.acceptFindings([finding], REQUEST)).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.accept.stale" } },
    });
  });

  it("counts for the person wherever the row goes, and on a renamed sheet", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    const id = book.model.sheet("Mine")?.id ?? "";
    book.model.sort(id, { row: 2, column: 0, rows: 4, columns: 4 }, [{ key: 0, ascending: false }], false, false);
    expect(await state()).toEqual({ open: ["C01 Person C"], accepted: ["C01 Person B"] });
    book.model.renameSheet(id, "Other");
    expect(await state()).toEqual({ open: ["C01 Person C"], accepted: ["C01 Person B"] });
    book.model.renameSheet(book.model.sheet(LOG)?.id ?? "", "My reasons");
    expect((await state()).accepted).toEqual(["C01 Person B"]);
  });

  it("expires when the value behind it changes, is marked again, and the log says so", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    book.type("Mine!D4", [[""]]);
    expect(await state()).toEqual({ open: ["C01 Person B", "C01 Person C"], accepted: [] });
    expect((await found("C01", "Person B")).acceptance).toMatchObject({ state: "expired", reason: REQUEST.reason });
    booted.host.log.clear();
    const checked = await commands.checkSheet();
    expect(booted.host.log.syncs).toBe(3);
    expect(checked).toMatchObject({
      ok: true,
      did: expect.arrayContaining([{ key: "commands.check.expired", params: { count: 1 } }]) as unknown,
    });
    expect((await book.values(`${LOG}!J5`)).flat()).toEqual(["expired: the value has changed"]);
    // Once expired it stays so, also when the old value comes back: somebody has to look again.
    book.type("Mine!D4", [[60]]);
    expect((await state()).accepted).toEqual([]);
    valueOf(await accept("C01", "Person B"));
    expect((await state()).accepted).toEqual(["C01 Person B"]);
  });

  it("of weights expires when one of them changes though the sum stays", async () => {
    const rows = SHEET.map((row, r) => (r === 1 ? ["Weight", 0.5, 0.3, 0.15] : row));
    const book = open(rows);
    valueOf(await accept("W01"));
    expect((await state()).accepted).toEqual(["W01"]);
    book.type("Mine!B2", [[0.45, 0.35, 0.15]]);
    expect((await state()).accepted).toEqual([]);
  });

  it("can be withdrawn, and that taken back; the row stays", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    const [finding] = valueOf(await commands.overview()).accepted;
    if (finding === undefined) throw new Error("nothing accepted");
    const withdrawn = await commands.withdrawAcceptance(finding);
    valueOf(withdrawn);
    expect((await book.values(`${LOG}!J5`)).flat()).toEqual(["withdrawn"]);
    expect((await state()).accepted).toEqual([]);
    await undo(withdrawn);
    expect((await state()).accepted).toEqual(["C01 Person B"]);
    expect(
      await commands.withdrawAcceptance({ ...finding, acceptance: { ...finding.acceptance!, print: "x" } }),
    ).toMatchObject({
      ok: false,
      problem: { what: { key: "commands.accept.gone" } },
    });
  });

  it("taken back leaves the workbook as it was, with and without a log before", async () => {
    const book = open();
    const before = await book.digest();
    await undo(await accept("C01", "Person B"));
    expect(await book.digest()).toEqual(before);
    valueOf(await accept("C01", "Person B"));
    const withOne = await book.values(`${LOG}!A1:K9`);
    await undo(await accept("C01", "Person C"));
    expect(await book.values(`${LOG}!A1:K9`)).toEqual(withOne);
  });
});

describe("Excel refuses at any action", () => {
  /** Every n-th action of a command fails, each in a fresh workbook. */
  async function failEverywhere(
    prepare: () => Promise<TestBook>,
    command: () => Promise<Outcome<unknown>>,
    after: (book: TestBook, before: unknown) => Promise<void>,
  ): Promise<void> {
    await prepare();
    booted.host.switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
    valueOf(await command());
    const { actionsSeen } = booted.host.switches;
    booted.host.switches.failAt(null);
    expect(actionsSeen).toBeGreaterThan(20);
    for (let place = 0; place < actionsSeen; place += Math.ceil(actionsSeen / 12)) {
      const book = await prepare();
      const before = await book.digest();
      const wanted = command;
      booted.host.switches.failAt({ atAction: place, code: "GeneralException", message: "told to" });
      await wanted();
      booted.host.switches.failAt(null);
      await after(book, before);
    }
  }
  const cells = (book: TestBook) => book.values("Mine!A1:D6");
  const sheetOf = (digest: unknown): unknown => (digest as { sheets: unknown[] }).sheets[0];

  it("of accepting: the user's sheet is as it was, and accepting again works", async () => {
    let finding: Finding | null = null;
    await failEverywhere(
      async () => {
        const book = open();
        finding = await found("C01", "Person B");
        return book;
      },
      () => commands.acceptFindings(finding === null ? [] : [finding], REQUEST),
      async (book, before) => {
        expect(sheetOf(await book.digest())).toEqual(sheetOf(before));
        if ((await state()).accepted.length === 0) valueOf(await accept("C01", "Person B"));
        expect(await state()).toEqual({ open: ["C01 Person C"], accepted: ["C01 Person B"] });
        expect(book.sheetNames()).toEqual(["Mine", LOG]);
      },
    );
  });

  it("of adding a second one: the first stands, no half row is left", async () => {
    let finding: Finding | null = null;
    await failEverywhere(
      async () => {
        const book = open();
        valueOf(await accept("C01", "Person B"));
        finding = await found("C01", "Person C");
        return book;
      },
      () => commands.acceptFindings(finding === null ? [] : [finding], REQUEST),
      async (book) => {
        const { accepted, log } = valueOf(await commands.overview());
        expect(accepted.length).toBeGreaterThan(0);
        expect(log?.unreadable).toBe(0);
        if (accepted.length === 1) valueOf(await accept("C01", "Person C"));
        expect((await book.values(`${LOG}!D5:D7`)).flat()).toEqual(["Person B", "Person C", null]);
        expect(await cells(book)).toEqual(SHEET);
      },
    );
  });

  it("of a check that lets one expire: sheet and log are as they were, and the next check says so", async () => {
    await failEverywhere(
      async () => {
        const book = open();
        valueOf(await accept("C01", "Person B"));
        book.type("Mine!D4", [[""]]);
        return book;
      },
      () => commands.checkSheet(),
      async (book, before) => {
        expect(await book.digest()).toEqual(before);
        valueOf(await commands.checkSheet());
        expect((await book.values(`${LOG}!J5`)).flat()).toEqual(["expired: the value has changed"]);
      },
    );
  });
});

describe("marks", () => {
  it("leave out who is accepted, by the label in the row; the last one accepted takes the rule away", async () => {
    const book = open();
    const before = await book.digest();
    valueOf(await commands.checkSheet());
    expect(marks(book).filter((rule) => rule.includes("evenhand:C01"))).toHaveLength(1);
    valueOf(await accept("C01", "Person B"));
    const [rule] = marks(book).filter((text) => text.includes("evenhand:C01"));
    expect(rule).toContain('NOT(OR(AND($A3&\\"\\"=\\"Person B\\")))');
    valueOf(await accept("C01", "Person C"));
    expect(marks(book).filter((text) => text.includes("evenhand:C01"))).toHaveLength(0);
    const [finding] = valueOf(await commands.overview()).accepted;
    if (finding === undefined) throw new Error("nothing accepted");
    valueOf(await commands.withdrawAcceptance(finding));
    expect(marks(book).filter((text) => text.includes("evenhand:C01"))).toHaveLength(1);
    if (marks(book).length > 0) valueOf(await commands.clearFlags());
    const sheets = (digest: unknown): unknown => (digest as { sheets: unknown[] }).sheets[0];
    expect(sheets(await book.digest())).toEqual(sheets(before));
  });

  it("leave out one cell of a person and keep the others of that rule", async () => {
    const book = open([
      ["Name", "Work", "Care", "Order"],
      ["Weight", 0.5, 0.3, 0.2],
      ["Person A", 4, 5, 3],
      ["Person B", 44, 5, 43],
      ["Person C", 5, 4, 1],
      ["Person D", 2, 3, 4],
      ["Person E", 3, 3, 2],
      ["Person F", 3, 4, 2],
      ...["G", "H", "I", "J", "K", "L"].map((name, i) => [`Person ${name}`, 3 + (i % 3), 4, 2 + (i % 2)]),
    ]);
    valueOf(await commands.checkSheet());
    const { findings } = valueOf(await commands.overview());
    const [first, second] = findings.filter(({ rule }) => rule === "S02");
    if (first === undefined || second === undefined) throw new Error("no two scores beyond the scale");
    valueOf(await commands.acceptFindings([first], REQUEST));
    const [rule] = marks(book).filter((text) => text.includes("evenhand:S02"));
    expect(rule).toContain('NOT(OR(AND($A3&\\"\\"=\\"Person B\\",COLUMN(B3)=COLUMN($B3))))');
    expect(valueOf(await commands.overview()).findings.filter(({ rule: code }) => code === "S02")).toHaveLength(1);
  });

  it("write a name with quotation marks as a constant, and keep two people of one name marked", async () => {
    const named = (name: string, other: string) =>
      SHEET.map((row, r) => (r === 3 ? [name, ...row.slice(1)] : r === 4 ? [other, ...row.slice(1)] : row));
    const quoted = 'A"&B1="';
    let book = open(named(quoted, "Person C"));
    valueOf(await commands.checkSheet());
    valueOf(await accept("C01", quoted));
    const [rule] = marks(book).filter((text) => text.includes("evenhand:C01"));
    expect(JSON.parse(rule ?? "")).toMatchObject({
      formula: expect.stringContaining('$A3&""="A""&B1=""")') as unknown,
    });
    book = open(named("Person B", "Person B"));
    valueOf(await commands.checkSheet());
    valueOf(await accept("C01", "Person B"));
    const [same] = marks(book).filter((text) => text.includes("evenhand:C01"));
    expect(same).not.toContain("NOT(OR(");
    expect(await state()).toEqual({ open: ["C01 Person B"], accepted: ["C01 Person B"] });
  });
});

describe("the log is a plain sheet", () => {
  const damages: readonly (readonly [string, (book: TestBook) => void, accepted: number])[] = [
    [
      "a deleted row",
      (book) => {
        book.model.deleteCells(book.model.sheet(LOG)?.id ?? "", { row: 4, column: 0, rows: 1, columns: 16_384 }, "Up");
      },
      1,
    ],
    [
      "an empty reason",
      (book) => {
        book.type(`${LOG}!F5`, [[""]]);
      },
      1,
    ],
    [
      "a key typed over",
      (book) => {
        book.type(`${LOG}!K5`, [["abc"]]);
      },
      1,
    ],
    [
      "a key that is half a list",
      (book) => {
        book.type(`${LOG}!K5`, [['["i1",2']]);
      },
      1,
    ],
    [
      "numbers and errors where texts were",
      (book) => {
        book.type(`${LOG}!A5`, [[1, 2, 3, 4, 5, 6, 7, "x", 9, 10, 11]]);
      },
      1,
    ],
    [
      "heads typed over",
      (book) => {
        book.type(`${LOG}!A4`, [Array<string>(11).fill("x")]);
      },
      0,
    ],
    [
      "all rows sorted",
      (book) => {
        book.model.sort(
          book.model.sheet(LOG)?.id ?? "",
          { row: 4, column: 0, rows: 2, columns: 11 },
          [{ key: 3, ascending: false }],
          false,
          false,
        );
      },
      2,
    ],
    [
      "the sheet deleted",
      (book) => {
        book.model.deleteSheet(book.model.sheet(LOG)?.id ?? "");
      },
      0,
    ],
  ];
  it.each(damages)("%s: no crash, what can be read counts", async (_what, damage, count) => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    valueOf(await accept("C01", "Person C"));
    damage(book);
    expect((await state()).accepted).toHaveLength(count);
    valueOf(await commands.checkSheet());
  });

  it("is made anew after it was deleted", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    book.model.deleteSheet(book.model.sheet(LOG)?.id ?? "");
    valueOf(await accept("C01", "Person B"));
    expect((await state()).accepted).toEqual(["C01 Person B"]);
  });

  it("that lost its heads is added to by nobody, in words", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    book.type(`${LOG}!A4`, [Array<string>(11).fill("x")]);
    expect(await accept("C01", "Person C")).toMatchObject({ problem: { what: { key: "commands.accept.damaged" } } });
  });

  it("is no scorecard itself, and says so when it is open", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    book.model.activateSheet(book.model.sheet(LOG)?.id ?? "");
    const seen = valueOf(await commands.overview());
    expect(seen).toMatchObject({ kind: "refused", reasons: [{ key: "checks.refused.log" }] });
  });

  it("is read within the two round trips of a recheck and the three of a check", async () => {
    open();
    valueOf(await accept("C01", "Person B"));
    booted.host.log.clear();
    valueOf(await commands.overview());
    expect(booted.host.log.syncs).toBe(2);
    booted.host.log.clear();
    valueOf(await commands.checkSheet());
    expect(booted.host.log.syncs).toBe(3);
  });

  it("is known in the other language", async () => {
    const book = open();
    valueOf(await accept("C01", "Person B"));
    const chinese = createCommands("zh-CN");
    expect(valueOf(await chinese.overview()).accepted).toHaveLength(1);
    const [next] = valueOf(await chinese.overview()).findings.filter(({ rule }) => rule === "C01");
    if (next === undefined) throw new Error("nothing left");
    valueOf(await chinese.acceptFindings([next], REQUEST));
    expect((await book.values(`${LOG}!J5:J6`)).flat()).toEqual(["accepted", "accepted"]);
    const other = open();
    const [first] = valueOf(await chinese.overview()).findings.filter(({ rule }) => rule === "C01");
    if (first === undefined) throw new Error("nothing left");
    valueOf(await chinese.acceptFindings([first], REQUEST));
    expect(other.sheetNames()).toEqual(["Mine", "衡评操作记录"]);
    expect((await state()).accepted).toHaveLength(1);
  });
});
