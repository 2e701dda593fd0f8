/** The Proof of every method workbook: a second way that agrees, and that says so where a formula was typed over. */
import { METHOD_WORKBOOKS } from "../../../src/core/methods/registry";
import { PROOF_TABLE } from "../../../src/core/blueprint/methodProof";
import { LANGUAGES } from "../../../src/i18n/everything";
import { sheetText } from "../../support/sheetText";
import { calculatedMethod, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(120_000);

const PROVED = METHOD_WORKBOOKS.flatMap((method) => (method.proof === undefined ? [] : [{ method, ...method.proof }]));

const column = (book: CalculatedMethod, key: string): unknown[] =>
  Array.from({ length: book.rows(PROOF_TABLE) }, (_, row) => book.at(PROOF_TABLE, row, key));

/** Count of a line of Checks by its sentence. */
function counted(book: CalculatedMethod, label: string, language: "en" | "zh-CN" = "en"): unknown {
  const { blueprint, valueAt } = book;
  const name = blueprint.sheets.at(-1)?.name ?? "";
  for (let row = 5; row < 60; row += 1)
    if (valueAt(name, row, 0) === sheetText(language)(`check.${label}`)) return valueAt(name, row, 1);
  return undefined;
}

describe.each(PROVED.map((proved) => [proved.method.id, proved] as const))("the Proof of %s", (_, proved) => {
  const { method, results, values } = proved;
  const [{ column: total, table = results }] = values;
  let book: CalculatedMethod;
  afterEach(() => {
    book.dispose();
  });

  test.each(LANGUAGES)("agrees with every result of the sample, and nothing is open (%s)", async (language) => {
    book = await calculatedMethod(method, { language });
    const ok = column(book, "check");
    expect(ok).toEqual(ok.map(() => book.word("ok")));
    for (const { column: key } of values) {
      const shown = column(book, `shown:${key}`);
      expect(shown.some((value) => typeof value === "number")).toBe(true);
      shown.forEach((value, row) => {
        const again = column(book, `again:${key}`)[row];
        if (typeof value === "number") expect(again).toBeCloseTo(value, 5);
        else expect(again).toBe("");
      });
    }
    for (const { column: key } of proved.words ?? [])
      expect(column(book, `again:${key}`)).toEqual(column(book, `shown:${key}`));
    for (const label of ["proofOff", "proofRow", "unproved", "formulasGone"])
      expect([label, counted(book, label, language)]).toEqual([label, 0]);
  });

  test("says which result was typed over, and where a formula is gone", async () => {
    book = await calculatedMethod(method);
    const row = column(book, `shown:${total}`).findIndex((value) => typeof value === "number");
    const id = book.at(PROOF_TABLE, row, "id");
    const at = Array.from({ length: book.rows(table) }, (_unused, i) => i).find((i) => book.at(table, i, "id") === id);
    book.set(table, at ?? -1, total, 987);
    await book.calculate();
    expect(column(book, "check")[row]).toBe(book.word("proofOff"));
    expect(counted(book, "proofOff")).toBeGreaterThan(0);
    expect(counted(book, "formulasGone")).toBe(1);
  });
});

/** A helper column of the first way by method: what is typed over there goes into a total, and no result looks odd. */
const HELPERS: readonly (readonly [method: string, table: string, column: string])[] = [
  ["rating-scale", "ScaleRatings", "won"],
  ["rating-scale", "ScaleRatings", "mark"],
  ["bars", "BarsRatings", "counted"],
  ["checklist", "Answers", "won"],
  ["combined", "SectionValues", "points"],
  ["combined", "CombinedResults", "bonusSum"],
  ["probation", "ProbationScores", "w30"],
  ["second-reviewer", "Reviews2", "firstUsed"],
  ["calibration-board", "Board", "agreed"],
  ["merit-matrix", "Bonus", "personal"],
  ["workload", "WorkTasks", "hours"],
  ["site-audit", "AuditAnswers", "won"],
  ["mbo-individual", "Review", "points"],
  ["okr", "KeyResults", "won"],
  ["ranking", "Orders", "sum"],
  ["manager-360", "Profile360", "tPeers"],
  ["manager-360", "Profile360", "others"],
  ["narrative", "Comments", "length"],
  ["incidents", "Incidents", "counts"],
  ["weight-workshop", "WeightItems", "first"],
  ["strategy-map", "BscMeasures", "won"],
  ["cascade", "LineGoals", "wonWeight"],
];
test.each(HELPERS)("in %s a figure typed over in %s, %s, is seen", async (id, table, key) => {
  const method = METHOD_WORKBOOKS.find((each) => each.id === id);
  if (method === undefined) throw new Error(`no method ${id}`);
  const book = await calculatedMethod(method);
  const row =
    Array.from({ length: book.rows(table) }, (_, i) => i).find((i) => Number(book.at(table, i, key)) > 0) ?? 0;
  book.set(table, row, key, key === "counts" || key === "length" ? 0 : Number(book.at(table, row, key)) + 3);
  await book.calculate();
  const [off, gone] = [counted(book, "proofOff"), counted(book, "formulasGone")];
  book.dispose();
  expect(off).toBeGreaterThan(0);
  expect(gone).toBe(1);
});

/** Numbers from 0 to below 1, the same ones for a seed. Source: Park & Miller's generator. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Every third cell that may be typed into gets nothing, n/a, another entry of its column, or a figure from far away. */
function disturb(book: CalculatedMethod, seed: number): void {
  const draw = drawn(seed);
  const stored = book.blueprint.sheets.flatMap(({ tables }) => tables);
  for (const { name, rows, columns } of stored) {
    if (/_(?:Words|Bands|People)$/.test(name)) continue;
    for (const { header, content, style } of columns) {
      if (content.kind !== "input" || style?.locked !== false) continue;
      const entries = content.values.filter((value) => value !== "" && value !== null);
      for (let row = 0; row < rows; row += 1) {
        const at = draw();
        if (at > 0.3 || entries.length === 0) continue;
        const other = entries[Math.floor(draw() * entries.length)] ?? "";
        const odd = typeof other === "number" ? Math.round(draw() * 2000) / 10 : other;
        const typed = at < 0.06 ? "" : at < 0.12 ? book.word("na") : at < 0.24 ? other : odd;
        book.setCellOf(name, row, header, typeof typed === "boolean" ? "" : typed);
      }
    }
  }
}

describe.each(PROVED.map((proved) => [proved.method.id, proved] as const))(
  "whatever is typed into %s",
  (_, { method }) => {
    test.each([11, 47])("both ways say the same, and no cell shows an error (draw %i)", async (seed) => {
      const book = await calculatedMethod(method);
      disturb(book, seed);
      await book.calculate();
      const checks = column(book, "check");
      const off = checks.flatMap((word, row) =>
        word === book.word("ok") ? [] : [JSON.stringify([book.at(PROOF_TABLE, row, "id"), word])],
      );
      const open = ["unproved", "formulasGone"].map((label) => counted(book, label));
      const errors = book.errors();
      book.dispose();
      expect(off).toEqual([]);
      expect(open).toEqual([0, 0]);
      expect(errors).toEqual([]);
    });
  },
);
