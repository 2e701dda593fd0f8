import fc from "fast-check";
import { coverageOf, type CoveringRecord } from "../../../src/core/evidence/coverage";
import { daysToRecord, longestGap, oneSide, recentShare, recordsByMonth } from "../../../src/core/evidence/patterns";
import { inPeriod, isDate, monthOf } from "../../../src/core/evidence/period";
import { sufficiencyGaps, type ProvedLine } from "../../../src/core/evidence/sufficiency";
import { comparable, copiedTexts, textLength } from "../../../src/core/evidence/texts";

/** 2026, by serials: 1 January is 46,023, 31 December 46,387. */
const year = { from: 46_023, to: 46_387 };
const [JAN_1, MAR_1, DEC_31] = [46_023, 46_082, 46_387];

describe("dates of records", () => {
  it("count in months as the calendar does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
        // Excel's day 61 is 1 March 1900; JavaScript counts from 1970.
        const day = new Date(Date.UTC(1900, 2, 1) + (serial - 61) * 86_400_000);
        expect(monthOf(serial)).toBe(day.getUTCFullYear() * 12 + day.getUTCMonth());
      }),
    );
  });
  it("lie in a period to the end of its last day", () => {
    expect([JAN_1 - 0.01, JAN_1, DEC_31 + 0.99, DEC_31 + 1].map((date) => inPeriod(date, year))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([inPeriod(null, year), inPeriod(Number.NaN, { from: null, to: null })]).toEqual([false, false]);
    expect([isDate(0), isDate(1), isDate(2_958_466)]).toEqual([false, true, false]);
  });
});

describe("records that cover a line", () => {
  const record = (person: string | null, unit?: string, eventDate: number | null = JAN_1): CoveringRecord => ({
    person,
    indicator: "K01",
    eventDate,
    ...(unit === undefined ? {} : { unit }),
  });
  const own = record("P1");
  const team = record(null, "Sales");
  const all = record(null);
  it("are one's own, one's unit's and everybody's, and nobody else's", () => {
    const covering = coverageOf([all, team, own, record("P2"), record(null, "Works")], year);
    expect(covering({ id: "P1", unit: "Sales" }, "K01")).toEqual([own, team, all]);
    expect(covering({ id: "P9", unit: "Sales" }, "K01")).toEqual([team, all]);
    expect(covering({ id: "P9" }, "K01")).toEqual([all]);
    expect(covering({ id: "P1" }, "K02")).toEqual([]);
  });
  it("are dated in the period", () => {
    expect(
      coverageOf([record("P1", undefined, null), record("P1", "", DEC_31 + 1)], year)({ id: "P1" }, "K01"),
    ).toEqual([]);
  });
  it("are not mixed up by a unit that is called as a person is", () => {
    expect(coverageOf([record(null, "P1")], year)({ id: "P1" }, "K01")).toEqual([]);
    expect(coverageOf([record("")], year)({ id: "P1", unit: "" }, "K01")).toEqual([]);
  });
});

describe("records in time", () => {
  it("are counted month by month, those outside left out", () => {
    expect(recordsByMonth([JAN_1, JAN_1 + 5, MAR_1, DEC_31, DEC_31 + 1, JAN_1 - 1], year)).toEqual({
      ok: true,
      value: [2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    });
  });
  it("have a longest gap, also before the first and after the last", () => {
    expect(longestGap([MAR_1, DEC_31], year)).toEqual({ ok: true, value: 8 });
    expect(longestGap([DEC_31], year)).toEqual({ ok: true, value: 11 });
    expect(longestGap([], year)).toEqual({ ok: true, value: 12 });
  });
  it("are recent by their share in the last quarter: 365 days, the last 91¼ of them", () => {
    const at = DEC_31 + 1 - 365 / 4;
    expect(recentShare([at, DEC_31, at - 0.01, JAN_1], year, 4)).toEqual({ ok: true, value: 0.5 });
    expect(recentShare([DEC_31, JAN_1], year)).toEqual({
      ok: false,
      reason: "too-few",
      params: { records: 2, minRecords: 5 },
    });
  });
  it("cannot be judged without a whole period", () => {
    expect(longestGap([JAN_1], { from: null, to: DEC_31 })).toMatchObject({ reason: "missing-parameter" });
    expect(longestGap([JAN_1], { from: DEC_31, to: JAN_1 })).toMatchObject({ reason: "out-of-range" });
    expect(longestGap([JAN_1], { from: 1, to: Infinity })).toMatchObject({ reason: "out-of-range" });
  });
  it("were written whole days after the event", () => {
    expect([daysToRecord(JAN_1 + 0.9, JAN_1 + 15.1), daysToRecord(JAN_1, null), daysToRecord(MAR_1, JAN_1)]).toEqual([
      15, 0, -59,
    ]);
  });
});

describe("records on both sides", () => {
  it("are told from those that all speak for or all against", () => {
    expect(oneSide(["+", "+", "", "+"])).toEqual({ ok: true, value: "+" });
    expect(oneSide(["-", "-", "-"])).toEqual({ ok: true, value: "-" });
    expect(oneSide(["-", "+", "-"])).toEqual({ ok: true, value: null });
    expect(oneSide(["+", "+", ""])).toMatchObject({ reason: "too-few" });
    expect(oneSide([], 0)).toMatchObject({ reason: "too-few" });
  });
});

describe("texts about people", () => {
  it("are as long as they say: a Chinese character counts for two", () => {
    expect([textLength("  ab c "), textLength("按时完成"), textLength("KPI 达标")]).toEqual([4, 8, 8]);
  });
  it("are the same whatever their blanks, case and width", () => {
    expect(comparable(" Ｇood  Work")).toBe(comparable("good work"));
    expect(
      copiedTexts(["A", "B", "C"].map((person) => ({ person, text: `Good work${person === "B" ? " " : ""}` }))),
    ).toEqual([{ first: 0, people: ["A", "B", "C"] }]);
  });
  it("are no copies when one person has them, two do, or nothing is written", () => {
    const of = (...written: (readonly [string, string])[]): unknown =>
      copiedTexts(written.map(([person, text]) => ({ person, text })));
    expect(of(["A", "x"], ["A", "x"], ["A", "x"])).toEqual([]);
    expect(of(["A", "x"], ["B", "x"])).toEqual([]);
    expect(of(["A", " "], ["B", ""], ["C", ""])).toEqual([]);
  });
});

describe("proof of a line", () => {
  const rated: ProvedLine = {
    kind: "incidents",
    isEndRating: true,
    comment: "x".repeat(60),
    records: [
      { eventDate: JAN_1, recordedDate: JAN_1 + 2 },
      { eventDate: MAR_1, recordedDate: MAR_1 },
    ],
  };
  const gaps = (change: Partial<ProvedLine>): unknown => {
    const result = sufficiencyGaps({ ...rated, ...change }, year);
    return result.ok ? result.value : result;
  };
  it("is enough with two incidents of two months, and 60 letters about an end rating", () => {
    expect(gaps({})).toEqual([]);
    expect(gaps({ comment: "按".repeat(30) })).toEqual([]);
    expect(gaps({ kind: "report", isEndRating: false, comment: "", records: [{ eventDate: DEC_31 }] })).toEqual([]);
  });
  it("names each thing that is lacking", () => {
    expect(gaps({ records: [] })).toEqual(["noRecord"]);
    expect(gaps({ kind: "report", isEndRating: false, records: [{ eventDate: DEC_31 + 1 }] })).toEqual(["noRecord"]);
    expect(gaps({ records: [{ eventDate: JAN_1 }] })).toEqual(["fewIncidents"]);
    expect(gaps({ records: [{ eventDate: JAN_1 }, { eventDate: JAN_1 + 30 }] })).toEqual(["oneMonth"]);
    expect(gaps({ comment: "" })).toEqual(["noComment"]);
    expect(gaps({ comment: "x".repeat(59) })).toEqual(["shortComment"]);
    expect(gaps({ isEndRating: false, comment: "" })).toEqual([]);
  });
  it("tells records that were all written in the last two weeks", () => {
    const written = (recordedDate: number | null): unknown =>
      gaps({ records: rated.records.map((record) => ({ ...record, recordedDate })) });
    expect(written(DEC_31 - 13)).toEqual(["writtenAtTheEnd"]);
    expect(written(DEC_31 - 14)).toEqual([]);
    expect(written(null)).toEqual([]);
  });
  it("asks for no more months, and for no earlier writing, than the period has", () => {
    const records = [
      { eventDate: JAN_1, recordedDate: JAN_1 + 1 },
      { eventDate: JAN_1 + 5, recordedDate: JAN_1 + 6 },
    ];
    const within = (days: number): unknown => {
      const found = sufficiencyGaps({ ...rated, records }, { from: JAN_1, to: JAN_1 + days });
      return found.ok ? found.value : found;
    };
    expect(within(30)).toEqual([]);
    // A day of February is a second month.
    expect(within(31)).toEqual(["oneMonth"]);
    expect(within(13)).toEqual([]);
    expect(within(14)).toEqual(["writtenAtTheEnd"]);
  });
  it("is refused with rules that are no numbers", () => {
    const rules = { incidents: Number.NaN, months: 2, comment: 60, lastDays: 14 };
    expect(sufficiencyGaps(rated, year, rules)).toMatchObject({ reason: "not-a-number" });
  });
});
