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
