/** Checks of the cascade, of planning, workload and evidence on the workbooks that hold these: one fault, its sentence, its cell. */
import { CASCADE } from "../../../src/core/methods/cascade";
import { CHECK_INS } from "../../../src/core/methods/check-ins";
import { INCIDENTS } from "../../../src/core/methods/incidents";
import { MBO_INDIVIDUAL } from "../../../src/core/methods/mbo-individual";
import { NARRATIVE } from "../../../src/core/methods/narrative";
import { OKR } from "../../../src/core/methods/okr";
import { STRATEGY_MAP } from "../../../src/core/methods/strategy-map";
import { WORKLOAD } from "../../../src/core/methods/workload";
import type { Finding } from "../../../src/core/model/finding";
import { PERIOD } from "../../support/generated";
import { TypedBook } from "../../support/methodSnapshots";

const people = (count: number): { name: string }[] =>
  Array.from({ length: count }, (_, i) => ({ name: `Person ${String.fromCharCode(65 + i)}` }));
const rules = (book: TypedBook): string[] => book.found().map(({ rule }) => rule);
const only = (book: TypedBook, rule: string): Finding => {
  const [finding, ...more] = book.found().filter((each) => each.rule === rule);
  if (finding === undefined || more.length > 0) throw new Error(`not once: ${rule} in ${rules(book).join(" ")}`);
  return finding;
};
/** The word of a row's own check, as the sheet's formula would show it. */
const says = (book: TypedBook, table: string, row: number, word: string): TypedBook =>
  book.set(table, row, { check: word });

describe("goal decomposition", () => {
  const sample = TypedBook.of(CASCADE).stage(1);
  it("says by how much the departments fall short of their goal, unless the row says that they do", () => {
    const short = sample
      .set("DepartmentGoals", 0, { share: 0.5 })
      .set("LineGoals", 0, { own: 3600 })
      .set("LineGoals", 1, { own: 2400 });
    expect(only(short, "G06")).toMatchObject({
      severity: "error",
      message: { params: { goal: "Sales of the year", target: 12_000, carried: 11_400, gap: 600, side: "short" } },
      location: short.cell("TopGoals", 0, "target"),
    });
  });
  it("names a department under no goal and a goal that nobody carries", () => {
    const stray = sample.set("DepartmentGoals", 4, { parent: "A9" });
    expect(only(stray, "G02")).toMatchObject({
      message: { params: { kind: "orphan", parent: "A9" } },
      location: stray.cell("DepartmentGoals", 4, "parent"),
    });
    expect(only(stray, "G03")).toMatchObject({ indicator: "Complaints per 1,000 orders" });
  });
  it("adds up the weights below a goal, and the months of a line", () => {
    const off = sample.set("DepartmentGoals", 0, { weight: 50 });
    expect(only(off, "G05").message.params).toMatchObject({ goal: "Sales of the year", sum: 95 });
    const months = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`m${String(i + 1)}`, 300]));
    const spread = sample.set("Months", 0, months);
    expect(only(spread, "G07")).toMatchObject({
      message: { params: { sum: 3600, target: 3960 } },
      location: spread.cell("Months", 0, "year"),
    });
  });
  it("leaves to the rows what they say", () => {
    const off = sample.set("DepartmentGoals", 0, { weight: 50 });
    expect(rules(says(off, "DepartmentGoals", 1, off.words("weightsOff")))).toEqual([]);
    const short = sample
      .set("DepartmentGoals", 0, { own: 6000 })
      .set("LineGoals", 0, { own: 3600 })
      .set("LineGoals", 1, { own: 2400 });
    expect(rules(says(short, "TopGoals", 0, short.words("short")))).toEqual([]);
    // The row says something else first: then the shortfall is said here.
    expect(rules(says(short, "TopGoals", 0, short.words("noKind")))).toEqual(["G06"]);
    expect(rules(says(short, "DepartmentGoals", 0, short.words("short")))).toEqual(["G06"]);
  });
});

describe("OKR", () => {
  it("names objectives that serve each other in a circle, and one that is served and is not there", () => {
    const circle = TypedBook.of(OKR).set("Objectives", 0, { serves: "O02" }).set("Objectives", 1, { serves: "O01" });
    expect(only(circle, "G01")).toMatchObject({ severity: "error", location: circle.cell("Objectives", 0, "serves") });
    const lost = TypedBook.of(OKR).set("Objectives", 0, { serves: "O77" });
    expect(only(lost, "G02").message.params).toMatchObject({ kind: "orphan", parent: "O77" });
  });
});

describe("management by objectives", () => {
  const agreed = TypedBook.of(MBO_INDIVIDUAL).stage(1);
  it("asks for a number where a goal only wants better, and takes a target of the row for one", () => {
    const vague = agreed.set("Goals", 0, { goal: "Improve sales", measure: "Invoices", target: "" });
    expect(only(vague, "M03")).toMatchObject({
      person: "Person A",
      message: { params: { word: "Improve" } },
      location: vague.cell("Goals", 0, "goal"),
    });
    expect(rules(vague.set("Goals", 0, { target: 500 }))).toEqual([]);
  });
  it("says measure, due date, late goals and their number where the row says something else", () => {
    const book = agreed.set("Goals", 0, { measure: "", due: PERIOD.to + 10, addedOn: PERIOD.to - 1 });
    expect(rules(book).toSorted()).toEqual(["M01", "M02", "M04"]);
    expect(rules(says(book, "Goals", 0, book.words("noMeasure"))).toSorted()).toEqual(["M02", "M04"]);
    // What the workbook itself calls its middle decides.
    expect(rules(book.setting("c_Mid", PERIOD.to))).not.toContain("M04");
    const fewer = [0, 1].reduce((made, row) => made.set("Goals", row, { goal: "" }), agreed);
    expect(only(fewer, "M05")).toMatchObject({
      person: "Person A",
      message: { params: { count: 2, few: 3 } },
      location: fewer.cell("SignOff", 0, "goals"),
    });
    expect(rules(fewer.setting("c_LeastGoals", 2))).toEqual([]);
  });
  it("misses the talk at mid-point once it is evaluated", () => {
    const silent = agreed.set("SignOff", 1, { midE: "", midM: "" });
    expect(rules(silent)).toEqual([]);
    const evaluated = silent.stage(3);
    expect(only(evaluated, "M07")).toMatchObject({
      person: "Person B",
      location: evaluated.cell("SignOff", 1, "goals"),
    });
    expect(rules(says(evaluated, "SignOff", 1, evaluated.words("noMid")))).toEqual([]);
  });
});

describe("the evidence of management by objectives", () => {
  it("is late, one-sided, not spoken about, a document without its place; sample records are not spoken of", () => {
    const book = TypedBook.of(MBO_INDIVIDUAL).stage(4);
    // K04 of the sample is a milestone: a document proves it.
    const record = { person: "P001", indicator: "K04", observer: "Manager X", what: "Handover plan" };
    const dates = { eventDate: PERIOD.from + 30, recordedDate: PERIOD.from + 60 };
    const one = book.set("Evidence", 25, { ...record, ...dates });
    expect(rules(one).toSorted()).toEqual(["E08", "E10", "E11"]);
    expect(only(one, "E11").location).toEqual(one.cell("Evidence", 25, "indicator"));
    const noted = one.set("Evidence", 25, {
      link: "File 7",
      recordedDate: PERIOD.from + 31,
      sharedOn: PERIOD.from + 40,
    });
    expect(rules(noted)).toEqual([]);
    const praise = [25, 26, 27].reduce(
      (made, row) =>
        made.set("Evidence", row, {
          ...record,
          what: `Fact ${String(row)}`,
          ...dates,
          link: "File 7",
          recordedDate: PERIOD.from + 31,
          sharedOn: PERIOD.from + 40,
          sign: made.words("positive"),
        }),
      book,
    );
    expect(rules(praise)).toEqual(["E09"]);
  });
});

describe("check-ins", () => {
  it("names an agreed action that is overdue, and who was not talked with", () => {
    const book = TypedBook.of(CHECK_INS).stage(3);
    const late = book.set("Actions", 0, { due: PERIOD.from, doneOn: "" });
    expect(only(late, "M06")).toMatchObject({ person: "Person A", location: late.cell("Actions", 0, "due") });
    expect(rules(says(late, "Actions", 0, late.words("overdue")))).toEqual([]);
    const planOnly = [3, 4, 5, 6, 7, 8].reduce((made, row) => made.set("Talks", row, { date: "" }), book);
    expect(planOnly.found().map(({ rule, person }) => `${rule} ${person ?? ""}`)).toEqual([
      "M07 Person A",
      "M07 Person B",
      "M07 Person C",
    ]);
  });
});

describe("balanced scorecard with strategy map", () => {
  const map = TypedBook.of(STRATEGY_MAP).stage(1);
  it("names an objective without a measure and one without a link, unless their rows do", () => {
    const bare = map
      .set("BscMeasures", 2, { objective: "" })
      .set("BscObjectives", 7, { servesFirst: "B01", servesSecond: "B99" });
    expect(
      bare
        .found()
        .map(({ rule, message }) => `${rule} ${String(message.params?.["kind"])}`)
        .toSorted(),
    ).toEqual(["M08 unmeasured", "M08 without", "M09 unknown"]);
    expect(bare.found().map(({ location }) => location)).toContainEqual(bare.cell("BscObjectives", 1, "objective"));
    const said = says(
      says(bare, "BscObjectives", 1, bare.words("measureless")),
      "BscMeasures",
      2,
      bare.words("unknown"),
    );
    expect(rules(said)).toEqual(["M09"]);
  });
});

describe("workload register", () => {
  /** Hours a week of five people, and what they came to in a KPI scorecard of the same file. */
  const register = (
    hours: readonly number[],
    totals: readonly (number | string)[],
    name = (i: number) => `Person ${"ABCDE".charAt(i)}`,
  ): TypedBook =>
    TypedBook.of(WORKLOAD, { people: people(5), withSample: false })
      .stage(3)
      .fill(
        "WorkTasks",
        hours.map((times, i) => {
          const about = { task: `Task ${String(i + 1)}`, person: `p00${String(i + 1)}` };
          return { ...about, every: "a week", times, minutes: 60 };
        }),
      )
      .beside(totals.map((total, i) => [name(i), total]));

  it("says that totals lie closer together than the work, with the totals of the scorecard in the same file", () => {
    const book = register([10, 20, 30, 38, 40], [100, 101, 99, 100, 102]);
    expect(only(book, "D01")).toMatchObject({
      severity: "note",
      message: { params: { count: 5 } },
      location: book.cell("WorkTasks", 0, "hours"),
    });
  });
  it("is silent where totals follow the work, where half the hours are half a post, and where nobody has a total", () => {
    expect(rules(register([10, 20, 30, 38, 40], [20, 50, 80, 100, 115]))).toEqual([]);
    const posts = [0.25, 0.5, 0.75, 0.95, 1].reduce(
      (book, share, i) => book.set("WorkLoad", i, { share }),
      register([10, 20, 30, 38, 40], [100, 101, 99, 100, 102]),
    );
    expect(rules(posts)).toEqual([]);
    expect(rules(register([10, 20, 30, 38, 40], ["", "", "", "", ""]))).toEqual([]);
    expect(rules(register([10, 20, 30, 38, 40], [100, 101, 99, 100, 102], () => "Person A"))).toEqual([]);
  });
});

describe("records of evidence", () => {
  const day = (share: number): number => PERIOD.from + Math.round((PERIOD.to - PERIOD.from) * share);
  const log = (records: readonly Readonly<Record<string, string | number>>[]): TypedBook =>
    TypedBook.of(INCIDENTS, { people: people(3), withSample: false })
      .stage(3)
      .fill(
        "Incidents",
        records.map((record, i) => ({
          ...{
            person: "P001",
            kind: "Effective",
            what: `Fact ${String(i + 1)}`,
            observer: `Observer ${String(i % 2)}`,
          },
          ...record,
          ...(typeof record["date"] === "number" && record["written"] === undefined
            ? { written: record["date"] + 1 }
            : {}),
        })),
      );
  const SPREAD = [0.05, 0.3, 0.5, 0.75, 0.95];
  const both = (i: number): string => (i % 2 ? "Ineffective" : "Effective");

  it("critical-incident log: one observer, months without a record, all of it recent, one side, written late", () => {
    expect(rules(log(SPREAD.map((at, i) => ({ date: day(at), kind: both(i) }))))).toEqual([]);
    const same = log(SPREAD.map((at, i) => ({ date: day(at), kind: both(i), observer: "Manager X" })));
    expect(only(same, "E05")).toMatchObject({ person: "Person A", location: same.cell("Incidents", 0, "what") });
    const fresh = log([0.76, 0.8, 0.85, 0.9, 0.95].map((at, i) => ({ date: day(at), kind: both(i) })));
    expect(rules(fresh)).toEqual(["E06", "E07"]);
    const praised = log(SPREAD.map((at) => ({ date: day(at) })));
    expect(rules(praised)).toEqual(["E09"]);
    const late = log(SPREAD.map((at, i) => ({ date: day(at), kind: both(i), written: day(at) + 20 })));
    expect(rules(late)).toEqual(["E08"]);
    expect(rules(late.setting("c_LateDays", 30))).toEqual([]);
    expect(rules(says(late, "Incidents", 0, late.words("writtenLate")))).toEqual([]);
  });
  it("is silent about a person of whom the overview says it", () => {
    const praised = log(SPREAD.map((at) => ({ date: day(at) })));
    const named = praised.set("IncidentMonths", 0, { name: "Person A" }).set("IncidentMonths", 1, { name: "Person B" });
    expect(rules(says(named, "IncidentMonths", 1, named.words("oneSided")))).toEqual(["E09"]);
    expect(rules(says(named, "IncidentMonths", 0, named.words("oneSided")))).toEqual([]);
  });
  it("asks at the close whether records were spoken about, and who shares the same words", () => {
    const open = log(SPREAD.map((at, i) => ({ date: day(at), kind: both(i) }))).stage(4);
    expect(only(open, "E10")).toMatchObject({ person: "Person A", message: { params: { count: 5 } } });
    const copied = log(["P001", "P002", "P003"].map((person) => ({ person, date: day(0.5), what: "Was there." })));
    expect(only(copied, "E04").message.params).toMatchObject({ kind: "copied", count: 3 });
  });
  it("written comment review: the same words in another case, by the limit of its own", () => {
    const words = ["Works well.", "works  WELL.", "Works well."];
    const review = words.reduce(
      (book, comment, i) => book.set("Comments", 5 * i, { comment }),
      TypedBook.of(NARRATIVE, { people: people(3), withSample: false }).stage(3),
    );
    expect(only(review, "E04")).toMatchObject({ location: review.cell("Comments", 0, "comment") });
    expect(rules(review.setting("c_Copies", 4))).toEqual([]);
    expect(rules(says(review, "Comments", 0, review.words("sameWords")))).toEqual([]);
  });
});
