import { COMBINED } from "../../../src/core/methods/combined";
import { scoreSources } from "../../../src/core/methods/combined/links";
import { METHOD_WORKBOOKS } from "../../../src/core/methods/registry";
import {
  calculatedMethod,
  differences,
  methodBlueprint,
  readBook,
  type CalculatedMethod,
} from "../../support/methodWorkbooks";
import { metadataOf } from "../../support/generated";

jest.setTimeout(60_000);
/** Weights 60, 20, 10, 10; scales 0–100, 0–5, 0–5, 0–100. */
const SECTIONS = 4;

describe("the workbook of the combined appraisal", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(COMBINED);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, COMBINED.reading(readBook(book))).faults;
  const values = (person: number, list: readonly (number | string)[]) => {
    for (const [i, value] of list.entries()) book.set("SectionValues", person * SECTIONS + i, "value", value);
  };
  const result = (key: string, person = 0) => book.at("CombinedResults", person, key);
  const extra = (row: number, fields: Readonly<Record<string, number | string>>) => {
    const whole = {
      person: "P001",
      side: "Bonus",
      points: 1,
      what: "Proposal",
      record: "E1",
      date: Number(book.named("From")),
      ...fields,
    };
    for (const [key, value] of Object.entries(whole)) book.set("Extras", row, key, value);
  };

  test("each section counts by its weight on its own scale, not below 0 and not above the cap", async () => {
    values(0, [110, 4, 2.5, 50]);
    await book.calculate();
    // 110, 80, 50 and 50 points.
    expect(result("base")).toBe(0.6 * 110 + 0.2 * 80 + 0.1 * 50 + 0.1 * 50);
    values(0, [300, 4, 2.5, -20]);
    await book.calculate();
    expect(result("base")).toBe(0.6 * 120 + 0.2 * 80 + 0.1 * 50);
    expect(sameAsCore()).toEqual([]);
  });

  test("a scale may run the other way: less is better", async () => {
    book.set("Sections", 3, "zero", 10);
    book.set("Sections", 3, "full", 0);
    values(0, [100, 5, 5, 2]);
    await book.calculate();
    expect(book.at("SectionValues", 3, "points")).toBe(80);
    expect(sameAsCore()).toEqual([]);
  });

  test("n/a leaves its weight to the others and wants a reason; a gap keeps the total open", async () => {
    values(0, [90, "n/a", 4, 80]);
    values(1, [90, "", 4, 80]);
    await book.calculate();
    expect(result("base")).toBeCloseTo((60 * 90 + 10 * 80 + 10 * 80) / 80, 6);
    expect([book.at("SectionValues", 1, "check"), result("score", 1), book.at("SectionValues", 5, "check")]).toEqual([
      "Reason missing",
      "",
      "To fill",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("bonus and deductions stand beside the 100, each side with its limit, which is named when it is reached", async () => {
    values(0, [100, 5, 5, 100]);
    extra(2, { points: 3 });
    extra(3, { points: 4 });
    extra(4, { side: "Deduction", points: 2 });
    await book.calculate();
    expect([result("base"), result("bonus"), result("deduction"), result("score"), result("check")]).toEqual([
      100,
      5,
      2,
      103,
      "Limit reached",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a bonus wants its person, side, points, ground, record and a day of the period", async () => {
    extra(2, { person: "P999" });
    extra(3, { side: "" });
    extra(4, { points: "two" });
    extra(5, { what: "" });
    extra(6, { record: "" });
    extra(7, { date: Number(book.named("To")) + 1 });
    await book.calculate();
    expect([2, 3, 4, 5, 6, 7].map((row) => book.at("Extras", row, "check"))).toEqual(
      ["unknown", "noExtraSide", "notNumber", "reasonMissing", "noEvidence", "outside"].map(book.word),
    );
    expect(sameAsCore()).toEqual([]);
  });

  test("a broken gate holds the band down and leaves total and rank as they are", async () => {
    values(0, [110, 5, 5, 110]);
    await book.calculate();
    const [total, rank, band] = ["score", "rank", "band"].map((key) => result(key));
    book.set("CombinedResults", 0, "gate", "Yes");
    await book.calculate();
    expect([result("score"), result("rank")]).toEqual([total, rank]);
    expect([band, result("band")]).toEqual(["Outstanding", "Below"]);
    book.set("CombinedResults", 1, "gate", "");
    await book.calculate();
    expect(result("check", 1)).toBe(book.word("gateOpen"));
    expect(sameAsCore()).toEqual([]);
  });

  test("sections without a scale and weights that are off are flagged", async () => {
    book.set("Sections", 0, "full", "");
    book.set("Sections", 1, "weight", 30);
    await book.calculate();
    expect([book.at("Sections", 0, "check"), book.at("Sections", 1, "check")]).toEqual([
      "Scale missing",
      "Weights ≠ 100",
    ]);
  });
});

test("scores of other workbooks are found by what their tables hold: a name, a score and a rank", () => {
  const found = METHOD_WORKBOOKS.map((method) => [
    method.id,
    scoreSources(metadataOf(methodBlueprint(method)).instances).map(({ table, full }) => [table, full]),
  ]);
  expect(Object.fromEntries(found)).toMatchObject({
    "manager-360": [["eh_1_Results360", 5]],
    "rating-scale": [["eh_1_ScaleResults", 5]],
    bars: [["eh_1_BarsResults", 7]],
    checklist: [["eh_1_ChecklistResults", 100]],
    "check-ins": [],
    narrative: [],
  });
});
