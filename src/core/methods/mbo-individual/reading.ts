/** The results of the workbook computed by core from what people typed: attainment, progress, totals, bands, ranks. */
import {
  expectRow,
  type ExpectedValue,
  type MethodReading,
  type ReadBook,
  type ReadRow,
} from "../../blueprint/methodReading";
import { paceOf } from "../../cascade/pace";
import type { LineRule } from "../../model/line";
import { ranks } from "../../ranking/ranks";
import { asAttainment, asAttainments, asShare, readAs, scoreOfAttainment, type Attainment } from "../../model/units";
import { attainmentOf } from "../../scoring/attainment";
import { bandOf } from "../../scoring/bands";
import { roundTotal } from "../../scoring/round";
import { SCORING_DEFAULTS, type ScoringSettings } from "../../scoring/settings";
import { totalOf } from "../../scoring/totals";
import { GOAL_KINDS } from "./reviewFormulas";

interface Goal {
  readonly id: string;
  readonly person: string;
  readonly row: ReadRow;
  readonly kind: (typeof GOAL_KINDS)[number] | null;
  readonly weight: number;
  readonly lower: boolean;
}

const SCALE_POINTS = 5;
const optional = <K extends string>(key: K, value: number | null): Partial<Record<K, number>> =>
  value === null ? {} : ({ [key]: value } as Partial<Record<K, number>>);

function goalsOf(book: ReadBook): readonly (Goal | null)[] {
  const people = new Set(book.rows("People").map((row) => row.text("id")));
  return book.rows("Goals").map((row): Goal | null => {
    const person = row.text("person");
    if (row.text("goal").trim() === "" || !people.has(person)) return null;
    const kind = GOAL_KINDS.find((candidate) => book.word(candidate) === row.text("kind")) ?? null;
    const lower = kind === "zero" || row.text("direction") === book.word("lower");
    return { id: row.text("id"), person, row, kind, weight: row.number("weight") ?? 0, lower };
  });
}

function ruleOf({ kind, row, lower }: Goal): LineRule | null {
  if (kind === null) return null;
  return {
    kind,
    ...(kind === "curve" ? { direction: lower ? ("lower" as const) : ("higher" as const) } : {}),
    ...(kind === "rating" ? { maximum: SCALE_POINTS } : {}),
    ...optional("threshold", row.number("threshold")),
    ...optional("target", row.number("target")),
    ...optional("stretch", row.number("stretch")),
    ...optional("worstAllowed", row.number("worstAllowed")),
  };
}

/** What a goal aims at and where its line starts, as the progress sees them. */
function lineOf({ kind, row }: Goal): readonly [start: number | null, aim: number | null] {
  if (kind === "curve") return [row.number("start"), row.number("target")];
  if (kind === "zero") return [0, 0];
  if (kind === "milestone") return [0, 1];
  return [null, kind === "rating" ? 3 : null];
}

function settingsOf(book: ReadBook): ScoringSettings {
  const { cap, floor, atThreshold, minApplicable, points } = SCORING_DEFAULTS;
  const worths = book.rows("Points").flatMap((row) => row.number("worth") ?? []);
  return {
    ...SCORING_DEFAULTS,
    cap: readAs(book.setting("Cap"), asAttainment, cap),
    floor: readAs(book.setting("Floor"), asAttainment, floor),
    atThreshold: readAs(book.setting("S0"), asAttainment, atThreshold),
    minApplicable: readAs(book.setting("MinApplicable"), asShare, minApplicable),
    points: worths.length === SCALE_POINTS ? asAttainments(worths) : points,
  };
}

interface Judged {
  readonly attainment: Attainment | null;
  readonly isFree: boolean;
}
function judge(goal: Goal, review: ReadRow | undefined, book: ReadBook, settings: ScoringSettings): Judged {
  const agreed = review?.number("agreed") ?? null;
  const isFree = review?.text("agreed") === book.word("na") && review.text("reason").trim() !== "";
  const rule = ruleOf(goal);
  if (agreed === null || rule === null) return { attainment: null, isFree };
  const attained = attainmentOf(rule, agreed, settings);
  return { attainment: attained.ok ? attained.value : null, isFree };
}

function progressValues(
  book: ReadBook,
  goal: Goal,
  judged: Judged,
  agreed: number | null,
  row: number,
): readonly ExpectedValue[] {
  const [start, aim] = lineOf(goal);
  const figure = book.rows("Progress")[row]?.number("figure") ?? null;
  const actual = judged.attainment === null ? figure : agreed;
  const due = goal.row.number("due");
  const [from, asOf] = [book.setting("From"), book.setting("AsOf")];
  if (aim === null || due === null || from === null || asOf === null) return [];
  const pace = paceOf({ start, target: aim, actual, direction: goal.lower ? "lower" : "higher", from, due, asOf });
  if (!pace.ok) return [];
  const { state, ...numbers } = pace.value;
  return expectRow("Progress", row, { ...numbers, state: state === null ? "" : book.word(state) });
}

/** Attainments, points, progress, and per person the total with its bounds, band and rank. */
export const mboReading: MethodReading = (book) => {
  const settings = settingsOf(book);
  const reviews = new Map(book.rows("Review").map((row) => [row.text("id"), row]));
  const goals = goalsOf(book).map((goal, i) => {
    if (goal === null) return null;
    const review = reviews.get(goal.id);
    return { ...goal, i, agreed: review?.number("agreed") ?? null, judged: judge(goal, review, book, settings) };
  });
  const perGoal = goals.flatMap((goal): readonly ExpectedValue[] => {
    if (goal === null) return [];
    const { attainment } = goal.judged;
    const points = attainment === null ? null : goal.weight * attainment;
    return [
      ...expectRow("Review", goal.i, { attainment, points }),
      ...progressValues(book, goal, goal.judged, goal.agreed, goal.i),
    ];
  });
  const bands = book.rows("Bands").map((row) => ({ name: row.text("band"), from: row.number("from") ?? 0 }));
  const people = book.rows("Results").map((row) => {
    const own = goals.flatMap((goal) => (goal?.person === row.text("id") ? [goal] : []));
    const scores = own.map(({ judged }) =>
      judged.isFree ? ("na" as const) : judged.attainment === null ? null : scoreOfAttainment(judged.attainment),
    );
    const total = totalOf(
      scores,
      own.map(({ weight }) => weight),
      "wait",
      { minApplicable: settings.minApplicable },
    );
    return total.ok ? total.value : null;
  });
  const placed = ranks(
    people.map((person) => person?.rankingTotal ?? null),
    book.ranks,
  );
  const perPerson = people.flatMap((person, i) =>
    person === null
      ? expectRow("Results", i, { total: null, rank: null, band: null })
      : expectRow("Results", i, {
          total: person.total,
          soFar: person.soFar,
          low: person.low,
          high: person.high === null ? null : roundTotal(person.high),
          coverage: person.coverage,
          applicable: person.applicable,
          rank: placed[i] ?? null,
          band: person.total === null ? null : (bandOf(person.total, bands)?.name ?? null),
        }),
  );
  return [...perGoal, ...perPerson];
};
