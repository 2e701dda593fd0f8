/** Sheets of every layout, through Microsoft's client: marks come and go, nothing else changes, and no mark accuses the wrong row. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { parseRect } from "../../src/core/model/a1";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { CORPUS, NO_SCORECARDS } from "../fixtures/sheets/corpus";
import { GOOD_SHEETS } from "../fixtures/sheets/good";
import { HARD_SHEETS } from "../fixtures/sheets/hard";
import { gridOfText } from "../support/sheet";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

/** The sheet as typed; a formula is typed as the value it shows, for nothing is calculated here. */
function open(cells: string, merges = ""): TestBook {
  const book = booted.open("Mine");
  const rows = gridOfText(cells).map((row) =>
    row.map((cell) => {
      if (typeof cell === "object") return null;
      if (typeof cell !== "string") return cell;
      // What is a text on the sheet is typed as one, though it looks like a number.
      if (/^[\d.,]+$/.test(cell)) return `'${cell}`;
      const shown = cell.startsWith("=") ? (cell.split(" -> ")[1] ?? "") : cell;
      return cell !== shown && Number.isFinite(Number(shown)) ? Number(shown) : shown;
    }),
  );
  book.type("Mine!A1", rows);
  for (const address of merges.split(" ")) {
    const rect = parseRect(address);
    if (rect !== null) book.model.merge(idOf(book), rect, false);
  }
  return book;
}
const idOf = (book: TestBook): string => book.model.sheet("Mine")?.id ?? "";

const SHEETS = [
  ...HARD_SHEETS,
  ...GOOD_SHEETS,
  ...CORPUS.filter(({ name }) => !/,/.test(name) || /English|Chinese/.test(name)),
];

describe("before a check and after Clear flags a workbook is the same", () => {
  test.each(SHEETS)("$name", async (sheet) => {
    const book = open(sheet.cells, "merges" in sheet ? sheet.merges : "");
    const before = await book.digest();
    const checked = await commands.checkSheet();
    if (!checked.ok) expect(checked.problem.what.key).toMatch(/^checks\.refused\./);
    const formats = () => book.model.data.sheets[0]?.conditionalFormats ?? [];
    const once = formats().length;
    await commands.checkSheet();
    // Flags twice are flags once.
    expect(formats()).toHaveLength(once);
    if (once > 0) valueOf(await commands.clearFlags());
    expect(await book.digest()).toEqual(before);
  });
  test.each(NO_SCORECARDS)("%s, which is refused and stays as it is", async (_name, cells) => {
    const book = open(cells);
    const before = await book.digest();
    expect((await commands.checkSheet()).ok).toBe(false);
    expect(await book.digest()).toEqual(before);
  });
});

/** Four people, one without a score and one with a text for a number. */
const FAULTY =
  "Name|Work|Care|Order\nWeight|50%|30%|20%\nPerson A|80|90|70\nPerson B|70||60\nPerson C|'75|80|95\nPerson D|60|70|80";
/** Rule, person and indicator of every finding about a person. */
async function accused(): Promise<string[]> {
  const { findings } = valueOf(await commands.overview());
  return findings.flatMap(({ rule, person, indicator }) =>
    person === undefined || rule === "P02" ? [] : [`${rule} ${person} ${indicator ?? ""}`.trim()],
  );
}

describe("what happens to a flagged sheet moves no accusation to somebody else", () => {
  const steps: readonly (readonly [string, (book: TestBook) => void])[] = [
    [
      "sorted",
      (book) => {
        book.model.sort(
          idOf(book),
          { row: 2, column: 0, rows: 4, columns: 4 },
          [{ key: 0, ascending: false }],
          false,
          false,
        );
      },
    ],
    [
      "with a row put in above",
      (book) => {
        book.model.insertCells(idOf(book), { row: 2, column: 0, rows: 1, columns: 16_384 }, "Down");
      },
    ],
    [
      "without a row above",
      (book) => {
        book.model.deleteCells(idOf(book), { row: 2, column: 0, rows: 1, columns: 16_384 }, "Up");
      },
    ],
    [
      "with a row hidden",
      (book) => {
        book.model.setHidden(idOf(book), "rows", 2, 1, true);
      },
    ],
  ];
  test.each(steps)("%s", async (_name, change) => {
    const book = open(FAULTY);
    valueOf(await commands.checkSheet());
    expect(await accused()).toEqual(["C01 Person B", "S01 Person C Work"]);
    const formulas = (): string[] =>
      (book.model.data.sheets[0]?.conditionalFormats ?? []).map(({ rule }) => JSON.stringify(rule));
    const relative = formulas().filter((text) => /evenhand:(C01|S01)/.test(text)).length;
    change(book);
    expect((await accused()).sort()).toEqual(["C01 Person B", "S01 Person C Work"]);
    // The marks still stand, and a second check puts them anew without a second set.
    expect(formulas().filter((text) => /evenhand:(C01|S01)/.test(text))).toHaveLength(relative);
    valueOf(await commands.checkSheet());
    expect(formulas().filter((text) => /evenhand:(C01|S01)/.test(text))).toHaveLength(relative);
  });
});

describe("a check of another layout that fails at any action leaves the sheet as it was", () => {
  const layouts = HARD_SHEETS.filter(({ name }) => /three cols per alternative|sections subtotal|stacked/.test(name));
  test.each(layouts)("$name", async ({ cells, merges }) => {
    const broken = cells.replace(/\|(40|80%|70)(?=\|)/, "|35");
    open(broken, merges);
    booted.host.switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
    valueOf(await commands.checkSheet());
    const { actionsSeen } = booted.host.switches;
    booted.host.switches.failAt(null);
    const step = Math.max(1, Math.ceil(actionsSeen / 12));
    for (let place = 0; place < actionsSeen; place += step) {
      const book = open(broken, merges);
      const before = await book.digest();
      booted.host.switches.failAt({ atAction: place, code: "GeneralException", message: "told to" });
      expect((await commands.checkSheet()).ok).toBe(false);
      expect(await book.digest()).toEqual(before);
      expect((await commands.checkSheet()).ok).toBe(true);
    }
  });
});

describe("explain", () => {
  it("tells the sheet, also where it is protected or read-only, and changes nothing", async () => {
    const book = open(FAULTY);
    book.model.protect(idOf(book), {});
    const before = await book.digest();
    const { lines, kind } = valueOf(await commands.explain());
    expect(kind).toBe("recognised");
    expect(lines.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["checks.explain.subject", "checks.explain.waiting", "checks.explain.protected"]),
    );
    expect(await book.digest()).toEqual(before);
  });
  it("reads a sheet that was renamed meanwhile, and what somebody else typed", async () => {
    const book = open(FAULTY);
    valueOf(await commands.explain());
    book.model.renameSheet(idOf(book), "Renamed");
    book.model.origin = "remote";
    book.model.setInputs(book.model.sheet("Renamed")?.id ?? "", { row: 3, column: 2, rows: 1, columns: 1 }, [[65]]);
    book.model.origin = "user";
    const { sheet, lines } = valueOf(await commands.explain());
    expect(sheet).toBe("Renamed");
    expect(lines.map(({ key }) => key)).not.toContain("checks.explain.waiting");
  });
});
