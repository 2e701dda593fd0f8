/** Checks of raters on the workbooks in which people are rated: one fault, its sentence and its cell. */
import { BARS } from "../../../src/core/methods/bars";
import { CALIBRATION_BOARD } from "../../../src/core/methods/calibration-board";
import { CHECKLIST } from "../../../src/core/methods/checklist";
import { MANAGER_360 } from "../../../src/core/methods/manager-360";
import { RATING_SCALE } from "../../../src/core/methods/rating-scale";
import { SECOND_REVIEWER } from "../../../src/core/methods/second-reviewer";
import type { Finding } from "../../../src/core/model/finding";
import { LANGUAGES, translate } from "../../../src/i18n/everything";
import { TypedBook } from "../../support/methodSnapshots";

const people = (count: number): { name: string }[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Person ${String.fromCharCode(65 + i)}` }));
const textOf = ({ message, why, next }: Finding): string =>
  LANGUAGES.flatMap((language) => [message, why, next].map(({ key, params }) => translate(language, key, params))).join(
    " ",
  );
const rules = (book: TypedBook): string[] => book.found().map(({ rule }) => rule);
const only = (book: TypedBook, rule: string): Finding => {
  const [finding, ...more] = book.found().filter((each) => each.rule === rule);
  if (finding === undefined || more.length > 0) throw new Error(`${String(more.length + 1)} times ${rule}`);
  return finding;
};

/** Who lies above or below the others; one alone moves the mean of the others, too. */
const shift = (book: TypedBook, side: string): Finding | undefined =>
  book.found().find(({ rule, message }) => rule === "R01" && message.params?.["side"] === side);

/** Points of honest sheets: nobody alike, no point in most of the cells. */
const HONEST = ["43524", "34253", "52434", "25343", "44235", "33542", "53423", "42354", "24533", "35244"];
const points = (sheet: string): Record<string, number> =>
  Object.fromEntries(Array.from(sheet, (digit, i) => [`q${String(i + 1)}`, Number(digit)]));

describe("360-degree review", () => {
  /** A boss for everybody, who gives `sheets`; no other forms. */
  const bossed = (sheets: readonly string[], rater = "Boss X"): TypedBook =>
    TypedBook.of(MANAGER_360, { people: people(sheets.length), withSample: false }).fill(
      "Forms360",
      // Eight forms are laid out for each: the second one is the boss's.
      sheets.flatMap((sheet) => Array.from({ length: 8 }, (_, i) => (i === 1 ? { rater, ...points(sheet) } : {}))),
    );

  it("says who gives the same point in everything, at the first of that rater's forms", () => {
    const book = bossed(["33333", "44444", "22222", "55555", "34343"]);
    const finding = only(book, "R05");
    expect(finding).toMatchObject({
      severity: "note",
      stage: "evaluate",
      message: { params: { rater: "Boss X", count: 5, percent: 80 } },
    });
    expect(finding.location).toEqual(book.cell("Forms360", 1, "rater"));
    expect(textOf(finding)).toMatch(/Boss X gives the same point in everything to 80 % of 5 people/);
    expect(rules(bossed(HONEST.slice(0, 5)))).toEqual([]);
  });
  it("knows a rater again whatever the case of the name, and takes nameless forms for different people", () => {
    const sheets = ["33333", "44444", "22222", "55555"];
    const spelt = sheets.reduce(
      (book, _, i) => book.set("Forms360", 8 * i + 1, { rater: i % 2 ? " boss x" : "Boss X" }),
      bossed(sheets),
    );
    expect(rules(spelt)).toEqual(["R05"]);
    expect(rules(bossed(sheets, ""))).toEqual([]);
  });
  it("says whose forms are copies, halo and the boss's half of a gap", () => {
    const copied = bossed(["43524", "43524", "43524", "25343"]);
    expect(only(copied, "R06").message.params).toMatchObject({
      kind: "marks",
      names: ["Person A", "Person B", "Person C"],
    });
    expect(rules(bossed(["11112", "22222", "33334", "44444", "55554", "33333", "44443"]))).toEqual(["R04"]);
    const proud = bossed(["22323", ...HONEST.slice(1, 3)]).set("Forms360", 0, points("55445"));
    expect(only(proud, "R09")).toMatchObject({
      person: "Person A",
      location: proud.cell("Results360", 0, "selfForms"),
    });
  });
  it("goes by the gap and the smallest group that stand on its Settings", () => {
    const proud = bossed(["22323", ...HONEST.slice(1, 3)]).set("Forms360", 0, points("55445"));
    expect(rules(proud.setting("c_Gap", 3))).toEqual([]);
    const three = TypedBook.of(MANAGER_360).setting("c_MinRaters", 4);
    const assessment = three.assess();
    expect(assessment.limitsOf("R10")).toMatchObject([{ key: "R10.raters", value: 4, cell: { sheet: "Settings" } }]);
    // The sample has three peers and four reports for each of three managers.
    expect(
      three
        .stage(4)
        .found()
        .map(({ rule, indicator }) => `${rule} ${indicator ?? ""}`),
    ).toEqual(["R10 peers", "R10 peers", "R10 peers"]);
  });

  describe("a group under the minimum", () => {
    /** Customer X alone answers for five managers, the same in everything; boss and reports are honest. */
    const lone = HONEST.slice(0, 5).reduce(
      (book, sheet, i) =>
        book.set("Forms360", 8 * i + 1, { rater: "Boss X", ...points(sheet) }).set("Forms360", 8 * i + 2, {
          group: "Customers",
          rater: "Customer X",
          comment: "The same words",
          ...points("33333"),
        }),
      TypedBook.of(MANAGER_360, { people: people(5), withSample: false }),
    );

    it("is named by its number alone: no finding tells who is in it or what was answered", () => {
      const found = lone.found();
      expect(found.map(({ rule }) => rule)).toEqual(["R10", "R10", "R10", "R10", "R10"]);
      expect(found.map(({ message }) => message.params)).toContainEqual({
        person: "Person A",
        group: "customers",
        count: 1,
        raters: 3,
      });
      expect(found.map(({ location }) => location)).toContainEqual(lone.cell("Results360", 0, "customers"));
      const told = JSON.stringify(found) + found.map(textOf).join(" ");
      expect(told).not.toMatch(/Customer X|The same words|Forms/i);
    });
    it("counts people, not forms", () => {
      const thrice = HONEST.slice(0, 5).reduce(
        (book, _, i) =>
          [5, 6, 7].reduce(
            (made, k) => made.set("Forms360", 8 * i + k, { rater: "Report X", ...points("44444") }),
            book,
          ),
        TypedBook.of(MANAGER_360, { people: people(5), withSample: false }),
      );
      expect(new Set(rules(thrice))).toEqual(new Set(["R10"]));
      expect(thrice.found()[0]?.message.params).toMatchObject({ group: "reports", count: 1 });
    });
    it("adds nothing to what is said of somebody who rates others in a group that is shown", () => {
      // Boss X is the lone customer of everybody, too.
      const both = HONEST.slice(0, 5).reduce(
        (book, _, i) => book.set("Forms360", 8 * i + 2, { rater: "Boss X" }),
        lone,
      );
      expect(new Set(rules(both))).toEqual(new Set(["R10"]));
      expect(rules(both.setting("c_MinRaters", 1))).toContain("R05");
    });
    it("would be told of if it were large enough", () => {
      expect(rules(lone.setting("c_MinRaters", 1))).toEqual(["R06", "R05"]);
    });
    it("takes the next smallest group with it, from which it could be worked out", () => {
      // Three reports X, Y, Z for everybody, all alike in everything, beside the lone customer.
      const three = HONEST.slice(0, 5).reduce(
        (book, _, i) =>
          ["X", "Y", "Z"].reduce(
            (made, who, k) => made.set("Forms360", 8 * i + 5 + k, { rater: `Report ${who}`, ...points("44444") }),
            book,
          ),
        lone,
      );
      expect(new Set(rules(three))).toEqual(new Set(["R10"]));
      // Without the customer the reports are three, and shown.
      const shown = HONEST.slice(0, 5).reduce((book, _, i) => book.set("Forms360", 8 * i + 2, { group: "" }), three);
      expect(rules(shown).filter((rule) => rule === "R05")).toHaveLength(3);
    });
    it("is silent while enough forms are out and answers come in, and where the row says already that there are few", () => {
      const first = TypedBook.of(MANAGER_360, { people: people(1), withSample: false })
        .set("Forms360", 1, { rater: "Boss X", ...points("43524") })
        .set("Forms360", 2, { rater: "Peer X", ...points("34253") });
      expect(rules(first)).toEqual([]);
      const closing = first.stage(4);
      expect(rules(closing)).toEqual(["R10"]);
      expect(rules(closing.set("Results360", 0, { check: "Few raters" }))).toEqual([]);
    });
  });
});

describe("graphic rating scale and anchored scale", () => {
  /** People with managers and points by dimension; dimensions are five. */
  const scaled = (rows: readonly (readonly [manager: string, sheet: string])[]): TypedBook =>
    TypedBook.of(RATING_SCALE, { people: people(rows.length), withSample: false })
      .fill(
        "People",
        rows.map(([manager]) => ({ manager })),
      )
      .fill(
        "ScaleRatings",
        rows.flatMap(([, sheet]) => Array.from(sheet, (digit) => ({ point: Number(digit) }))),
      );

  it("compare the managers whom the list of people names", () => {
    const mild = ["54554", "45545", "55445", "54545", "45554", "55454"].map((sheet) => ["Manager X", sheet] as const);
    const rest = HONEST.map((sheet, i) => [i % 2 ? "Manager Y" : "Manager Z", sheet.replaceAll("5", "4")] as const);
    const book = scaled([...mild, ...rest]);
    expect(shift(book, "above")).toMatchObject({
      message: { params: { rater: "Manager X", count: 6 } },
      location: book.cell("ScaleRatings", 0, "point"),
    });
    expect(rules(scaled(rest))).toEqual([]);
  });
  it("allow for what was measured of the same people in a scorecard of the file, and compare the two", () => {
    const mild = ["54554", "45545", "55445", "54545", "45554", "55454"].map((sheet) => ["Manager X", sheet] as const);
    const rest = HONEST.map((sheet, i) => [i % 2 ? "Manager Y" : "Manager Z", sheet.replaceAll("5", "4")] as const);
    const book = scaled([...mild, ...rest]);
    const measured = (of: (i: number) => number): TypedBook =>
      book.beside(people(16).map(({ name }, i) => [name, of(i)]));
    const given = [...mild, ...rest].map(([, sheet]) =>
      Array.from(sheet, Number).reduce((sum, point) => sum + point, 0),
    );
    // Whose team is as much better in figures is not called mild; where figures are alike, the shift stays.
    expect(
      shift(
        measured((i) => 4 * (given[i] ?? 0)),
        "above",
      ),
    ).toBeUndefined();
    expect(
      shift(
        measured((i) => 90 + (i % 3)),
        "above",
      ),
    ).toBeDefined();
    const apart = measured((i) => (i === 0 ? 40 : 5 * (given[i] ?? 0)));
    expect(only(apart, "R07")).toMatchObject({
      person: "Person A",
      message: { params: { side: "above", total: 40 } },
      location: apart.cell("ScaleResults", 0, "name"),
    });
    expect(
      rules(
        apart.fill(
          "People",
          people(16).map(() => ({ status: "Sample" })),
        ),
      ),
    ).not.toContain("R07");
  });
  it("call a manager whom nobody named by the heading of the column", () => {
    const book = scaled(["33333", "44444", "22222", "43524"].map((sheet) => ["", sheet]));
    expect(only(book, "R05").message.params).toMatchObject({ rater: "Manager", percent: 75 });
  });
  it("see who stays in the middle, and copied words about several people, but not the same reason for n/a", () => {
    const middle = HONEST.slice(0, 8).map(
      (sheet, i) => ["Manager X", i === 0 ? "33323" : "33333".slice(0, 4) + (sheet[4] === "4" ? "4" : "3")] as const,
    );
    const wide = HONEST.map((sheet) => ["Manager Y", sheet] as const);
    expect(rules(scaled([...middle, ...wide]))).toContain("R02");
    const copied = scaled(HONEST.slice(0, 4).map((sheet) => ["Manager X", sheet]));
    const words = [0, 5, 10].reduce((book, row) => book.set("ScaleRatings", row, { comment: "Works well." }), copied);
    expect(only(words, "E04")).toMatchObject({
      message: { params: { kind: "copied", person: ["Person A", "Person B", "Person C"] } },
      location: words.cell("ScaleRatings", 0, "comment"),
    });
    const away = [0, 5, 10].reduce((book, row) => book.set("ScaleRatings", row, { point: "n/a" }), words);
    expect(rules(away)).not.toContain("E04");
  });
  it("say that ratings rose since the period before", () => {
    const rows = HONEST.slice(0, 9).map((sheet) => ["Manager X", sheet] as const);
    const now = scaled(rows);
    const past = (less: number): TypedBook =>
      now.with((snapshot) => ({
        ...snapshot,
        // As "Start the next period" leaves it: the key, the columns and the days of what was closed.
        metadata: (snapshot.metadata ?? "").replace(
          '"Words":',
          '"PastScaleRatings":{"name":"eh_1_PastScaleRatings","columns":{"toDay":"To","person":"Id","point":"Points"}},"Words":',
        ),
        sheets: [
          ...snapshot.sheets,
          pastSheet(
            rows.flatMap(([, sheet], i) =>
              Array.from(sheet, (digit) => [45_000, `P00${String(i + 1)}`, Number(digit) - less]),
            ),
          ),
        ],
      }));
    expect(only(past(0.5), "R08").message.params).toEqual({ rise: 0.5, count: 9 });
    expect(rules(past(0))).toEqual([]);
  });
  it("read the anchors that were chosen", () => {
    const sample = TypedBook.of(BARS);
    const anchors = Array.from({ length: 5 }, (_, i) => `3 – ${sample.text(sample.cell("BarsItems", i, "a3"))}`);
    const book = TypedBook.of(BARS, { people: people(4), withSample: false }).fill(
      "BarsRatings",
      people(4).flatMap(() => anchors.map((anchor) => ({ anchor }))),
    );
    expect(only(book, "R05")).toMatchObject({
      message: { params: { percent: 100 } },
      location: book.cell("BarsRatings", 0, "anchor"),
    });
  });
});

describe("boards on which scores of several raters meet", () => {
  const LEVELS = [3.1, 3.6, 2.9, 3.4, 3.2, 3.5];
  const board = TypedBook.of(CALIBRATION_BOARD, { people: people(18), withSample: false })
    .fill("BoardManagers", [{ name: "Manager X" }])
    .fill(
      "Board",
      people(18).map((_, i) => ({
        manager: `M${String(1 + Math.floor(i / 6))}`,
        proposed: (LEVELS[i % 6] ?? 0) + (i < 6 ? 0.9 : 0),
      })),
    );
  it("calibration board: whose proposals lie above the others', by the limit for a talk on Settings", () => {
    expect(only(board, "R01")).toMatchObject({
      message: { params: { rater: "Manager X", side: "above" } },
      location: board.cell("Board", 0, "proposed"),
    });
    expect(rules(board.setting("c_Talk", 1.2))).toEqual([]);
  });
  it("second reviewer: the same people decide who is mild", () => {
    const scores = [84, 71, 90, 65, 78, 88, 74, 81, 69, 86, 77, 83];
    const reviews = (more: number): TypedBook =>
      TypedBook.of(SECOND_REVIEWER, { people: people(12), withSample: false }).fill(
        "Reviews2",
        scores.map((score, i) => ({
          rater: i < 6 ? "M1" : "M2",
          reviewer: "M3",
          first: score + (i < 6 ? more : 0),
          second: score,
        })),
      );
    expect(
      reviews(12)
        .found()
        .map(({ rule, message }) => `${rule} ${String(message.params?.["rater"])}`),
    ).toEqual(["R01 M1"]);
    expect(rules(reviews(0))).toEqual([]);
  });
  it("weighted checklist: scores of the managers' people", () => {
    const scored = TypedBook.of(CHECKLIST, { people: people(18), withSample: false })
      .fill(
        "People",
        people(18).map((_, i) => ({ manager: `Manager ${"XYZ".charAt(i % 3)}` })),
      )
      .fill(
        "ChecklistResults",
        people(18).map((_, i) => ({ score: 50 + ((i * 7) % 11) + (i % 3 === 0 ? 25 : 0) })),
      );
    expect(shift(scored, "above")?.message.params).toMatchObject({ rater: "Manager X" });
  });
});

/** A sheet with the table of closed ratings. */
function pastSheet(rows: readonly (readonly (string | number)[])[]): TypedBook["snapshot"]["sheets"][number] {
  const values = [["To", "Id", "Points"], ...rows];
  return {
    name: "Past Ratings",
    ...{
      visible: true,
      isProtected: false,
      isFiltered: false,
      numberFormats: [],
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    },
    used: { row: 0, column: 0, rows: values.length, columns: 3 },
    values: values.map((row) => [...row]),
    formulas: new Map(),
    tables: [
      {
        name: "eh_1_PastScaleRatings",
        rect: { row: 0, column: 0, rows: values.length, columns: 3 },
        columns: ["To", "Id", "Points"],
        ...{ hasHeader: true, hasTotals: false },
      },
    ],
  };
}
