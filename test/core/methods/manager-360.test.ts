import { MANAGER_360 } from "../../../src/core/methods/manager-360";
import { calculatedMethod, differences, readBook, type CalculatedMethod } from "../../support/methodWorkbooks";

jest.setTimeout(90_000);
/** Forms of the first person: self, manager, three peers, four reports. */
const FORMS = { self: 0, boss: 1, peers: [2, 3, 4], reports: [5, 6, 7, 8] } as const;
const FORMS_A_PERSON = 9;
const QUESTIONS = ["q1", "q2", "q3", "q4", "q5"];

describe("the workbook of the 360-degree review", () => {
  let book: CalculatedMethod;
  beforeEach(async () => {
    book = await calculatedMethod(MANAGER_360);
  });
  afterEach(() => {
    book.dispose();
  });
  const sameAsCore = () => differences(book, MANAGER_360.reading(readBook(book))).faults;
  const answer = (form: number, points: readonly (number | string)[]) => {
    for (const [i, point] of points.entries()) book.set("Forms360", form, QUESTIONS[i] ?? "", point);
  };
  const all = (form: number, point: number | string) => {
    answer(
      form,
      QUESTIONS.map(() => point),
    );
  };
  const profile = (item: number, key: string) => book.at("Profile360", item, key);
  const result = (key: string, person = 0) => book.at("Results360", person, key);
  const check = (form: number) => book.at("Forms360", form, "check");

  test("the mean of each group first, then the weights of the groups; self is shown and not counted", async () => {
    all(FORMS.self, 5);
    all(FORMS.boss, 4);
    for (const form of FORMS.peers) all(form, 3);
    for (const form of FORMS.reports) all(form, 2);
    await book.calculate();
    // 40 % of 4, 25 % of 3, 35 % of 2; a mean over all eight raters would be 2.625.
    expect(result("score")).toBeCloseTo(3.05, 9);
    expect([result("self"), result("gap"), result("view")]).toEqual([5, 1.95, "Blind spot"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a group that nobody answered leaves its weight to the others", async () => {
    all(FORMS.boss, "n/a");
    for (const form of FORMS.peers) all(form, 3);
    for (const form of FORMS.reports) all(form, 4);
    await book.calculate();
    expect(result("score")).toBeCloseTo((25 * 3 + 35 * 4) / 60, 6);
    expect(sameAsCore()).toEqual([]);
  });

  test("a small group is hidden, and with it the next smallest, so that it cannot be worked out", async () => {
    all(FORMS.peers[2], "n/a");
    await book.calculate();
    expect([profile(0, "peers"), profile(0, "reports")]).toEqual(["hidden", "hidden"]);
    expect(profile(0, "others")).toBe(profile(0, "boss"));
    // Two peers 4 and 3, four reports 4, 3, 4 and 3.
    expect(profile(0, "merged")).toBeCloseTo((4 + 3 + 4 + 3 + 4 + 3) / 6, 6);
    expect(sameAsCore()).toEqual([]);
  });

  test("a group is hidden only in the statement in which it is small", async () => {
    answer(FORMS.peers[0], ["n/a"]);
    await book.calculate();
    expect(profile(0, "peers")).toBe("hidden");
    expect(typeof profile(1, "peers")).toBe("number");
    expect(sameAsCore()).toEqual([]);
  });

  test("the least number is a cell: with 1 nothing is hidden", async () => {
    all(FORMS.peers[2], "n/a");
    all(FORMS.peers[1], "n/a");
    book.setCell("c_MinRaters", 1);
    await book.calculate();
    expect(profile(0, "peers")).toBe(4);
    expect(sameAsCore()).toEqual([]);
  });

  test("points outside the scale are no answer and are flagged; n/a is an answer", async () => {
    answer(FORMS.peers[0], [7]);
    answer(FORMS.peers[1], ["n/a"]);
    await book.calculate();
    expect([check(FORMS.peers[0]), check(FORMS.peers[1])]).toEqual(["Not a point of the scale", "OK"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("a form is flagged for an unknown person, no group, a gap, too short a time, a second own form", async () => {
    book.set("Forms360", 0, "rated", "P999");
    book.set("Forms360", 1, "group", "");
    answer(2, [""]);
    book.set("Forms360", 3, "months", 2);
    book.set("Forms360", FORMS_A_PERSON + 1, "group", "Self");
    await book.calculate();
    expect([0, 1, 2, 3, FORMS_A_PERSON, FORMS_A_PERSON + 1].map(check)).toEqual([
      book.word("unknown"),
      "Group missing",
      "To fill",
      "Worked together too short",
      "Own form twice",
      "Own form twice",
    ]);
    expect(sameAsCore()).toEqual([]);
  });

  test("few raters and a missing own view are flagged in the results", async () => {
    for (const form of FORMS.reports) all(form, "");
    all(FORMS_A_PERSON + FORMS.self, "");
    await book.calculate();
    expect([result("check"), result("check", 1)]).toEqual(["Few raters", "Own view missing"]);
    expect(sameAsCore()).toEqual([]);
  });

  test("weights of groups that do not add up to 100 are counted by Checks", async () => {
    const open = () => book.valueAt("Checks", 2, 1);
    expect(open()).toBe(0);
    book.setCell("c_WBoss", 50);
    await book.calculate();
    expect(open()).toBe(1);
  });

  test("the report shows the chosen person and what is hidden stays hidden", async () => {
    all(FORMS.peers[2], "n/a");
    await book.calculate();
    expect(book.at("Report360", 0, "peers")).toBe("hidden");
    expect(book.at("Report360", 0, "others")).toBe(profile(0, "others"));
    book.setCell("c_Report", "P002");
    await book.calculate();
    expect(book.at("Report360", 4, "others")).toBe(profile(9, "others"));
    book.setCell("c_Report", "*");
    await book.calculate();
    expect(book.at("Report360", 0, "others")).toBe("");
  });
});
