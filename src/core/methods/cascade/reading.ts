/** The cascade computed by core from what people typed: targets down, months, figures and attainment up, drivers. */
import {
  expectRow,
  type ExpectedValue,
  type MethodReading,
  type ReadBook,
  type ReadRow,
} from "../../blueprint/methodReading";
import { explainGap } from "../../cascade/drivers";
import { phaseTarget, progress } from "../../cascade/periods";
import { asAttainment, readAs } from "../../model/units";
import { attainmentOf } from "../../scoring/attainment";
import { SCORING_DEFAULTS } from "../../scoring/settings";
import { totalOf } from "../../scoring/totals";
import { CARRIED_BY } from "./levelFormulas";
import { MONTHS } from "./monthFormulas";
import { monthEnds } from "./monthSheets";

type Carried = (typeof CARRIED_BY)[number];
/** A goal of the tree with the target in force; one under no known goal is none. */
export interface Goal {
  readonly table: "TopGoals" | "DepartmentGoals" | "LineGoals";
  readonly row: number;
  readonly id: string;
  readonly parent: Goal | null;
  readonly kind: Carried | null;
  readonly lower: boolean;
  readonly target: number | null;
  readonly weight: number;
  readonly base: number | null;
}
interface Figures {
  readonly actual: number | null;
  readonly due: number | null;
  readonly attainment: number | null;
}
const NOTHING: Figures = { actual: null, due: null, attainment: null };

const kindOf = (book: ReadBook, row: ReadRow): Carried | null =>
  CARRIED_BY.find((kind) => book.word(`carry${kind.charAt(0).toUpperCase()}${kind.slice(1)}`) === row.text("kind")) ??
  null;

/** The target in force under a parent. */
function flowed(row: ReadRow, parent: Goal): number | null {
  const own = row.number("own");
  if (own !== null) return own;
  if (parent.target === null || parent.kind === null || parent.kind === "support") return null;
  const share = row.number("share");
  if (parent.kind !== "sum") return parent.target;
  return share === null ? null : parent.target * share;
}

/** The goals of all levels, those above before those below. */
export function goalsOf(book: ReadBook): readonly Goal[] {
  const top = book.rows("TopGoals").flatMap((row, i): Goal[] =>
    row.text("goal").trim() === ""
      ? []
      : [
          {
            table: "TopGoals",
            row: i,
            id: row.text("id"),
            parent: null,
            kind: kindOf(book, row),
            lower: row.text("direction") === book.word("lower"),
            target: row.number("target"),
            weight: Math.max(0, row.number("weight") ?? 0),
            base: null,
          },
        ],
  );
  const below = (
    table: "DepartmentGoals" | "LineGoals",
    above: readonly Goal[],
    isKnown: (row: ReadRow) => boolean,
  ): Goal[] =>
    book.rows(table).flatMap((row, i): Goal[] => {
      const parent = above.find(({ id }) => id === row.text("parent"));
      if (parent === undefined || !isKnown(row)) return [];
      return [
        {
          table,
          row: i,
          id: row.text("id"),
          parent,
          kind: table === "LineGoals" ? null : kindOf(book, row),
          lower: parent.lower,
          target: flowed(row, parent),
          weight: Math.max(0, row.number("weight") ?? 0),
          base: row.number("base"),
        },
      ];
    });
  const people = new Set(book.rows("People").map((row) => row.text("id")));
  const departments = below("DepartmentGoals", top, () => true);
  return [...top, ...departments, ...below("LineGoals", departments, (row) => people.has(row.text("owner")))];
}

/** Values of children put together as their parent's kind says; the size of one without is 1, in a ratio nothing. */
function together(
  parent: Goal,
  parts: readonly { readonly goal: Goal; readonly value: number | null }[],
): number | null {
  const sized = parts.flatMap(({ goal, value }) => {
    const base = goal.base === null ? (parent.kind === "ratio" ? 0 : 1) : Math.max(0, goal.base);
    return value === null || base === 0 ? [] : [{ value, base }];
  });
  if (sized.length === 0 || parent.kind === null || parent.kind === "support") return null;
  if (parent.kind === "sum") return parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const size = sized.reduce((sum, { base }) => sum + base, 0);
  return sized.reduce((sum, { value, base }) => sum + value * base, 0) / size;
}

/** Months of a line: their targets, and where the year stands. */
function monthsOf(book: ReadBook, goal: Goal, line: ReadRow, values: ExpectedValue[]): Figures {
  const [asOf, from] = [book.setting("AsOf"), book.setting("From")];
  const flows = line.text("months") === book.word("monthsAdd");
  const profile = book.rows("Profiles").find((row) => row.text("id") === line.text("profile"));
  const shares = Array.from({ length: MONTHS }, (_, i) => profile?.number(`m${String(i + 1)}`) ?? 0);
  if (asOf === null || from === null || goal.target === null || (flows && profile === undefined)) return NOTHING;
  const targets = phaseTarget(flows ? "sum" : "mean", goal.target, flows ? shares : shares.map(() => 1));
  if (!targets.ok) return NOTHING;
  targets.value.forEach((target, i) => {
    values.push(...expectRow("Months", goal.row, { [`m${String(i + 1)}`]: target }));
  });
  const row = book.rows("Year")[goal.row];
  const actuals = monthEnds(from).map((end, i) => ({
    value: end <= asOf ? (row?.number(`a${String(i + 1)}`) ?? null) : null,
  }));
  const found = progress(flows ? "sum" : "mean", targets.value, actuals, !goal.lower);
  if (!found.ok) return NOTHING;
  const { reached, due, left, paceNeeded, forecast, onTrack } = found.value;
  const cap = readAs(book.setting("Cap"), asAttainment, SCORING_DEFAULTS.cap);
  const rule = { kind: "deviation", target: due, direction: goal.lower ? "lower" : "higher" } as const;
  const attained = attainmentOf(rule, reached, { ...SCORING_DEFAULTS, cap, floor: asAttainment(0) });
  const attainment = attained.ok ? attained.value : null;
  const state = book.word(onTrack ? "onTrack" : "behind");
  values.push(...expectRow("Year", goal.row, { actual: reached, due, left, paceNeeded, forecast, state, attainment }));
  return { actual: reached, due, attainment };
}

/** Figures of a goal from those below it. */
function rolled(goal: Goal, below: readonly (readonly [Goal, Figures])[], values: ExpectedValue[]): Figures {
  const parts = (of: (figures: Figures, child: Goal) => number | null) =>
    below.map(([child, figures]) => ({ goal: child, value: of(figures, child) }));
  const carried = together(
    goal,
    parts((_, child) => child.target),
  );
  const actual = together(
    goal,
    parts(({ actual: value }) => value),
  );
  const due = together(
    goal,
    parts(({ due: value }) => value),
  );
  const total = totalOf(
    below.map(([, { attainment }]) => attainment),
    below.map(([{ weight }]) => weight),
    "renormalise",
  );
  const attainment = total.ok && total.value.raw !== null ? total.value.raw : null;
  values.push(...expectRow(goal.table, goal.row, { children: below.length, carried, actual, due, attainment }));
  return { actual, due, attainment };
}

function driverValues(book: ReadBook): readonly ExpectedValue[] {
  return book.rows("Drivers").flatMap((row, i) => {
    const rule = (["product", "sum", "ratio"] as const).find(
      (candidate) => book.word(`driver${candidate.charAt(0).toUpperCase()}${candidate.slice(1)}`) === row.text("rule"),
    );
    const drivers = [1, 2, 3].flatMap((place) =>
      row.text(`driver${String(place)}`).trim() === ""
        ? []
        : [
            {
              id: String(place),
              plan: row.number(`plan${String(place)}`),
              actual: row.number(`actual${String(place)}`),
            },
          ],
    );
    if (rule === undefined || drivers.length < 2) return [];
    const explained = explainGap(rule, drivers);
    if (!explained.ok) return [];
    const { plan, actual, gap, drivers: parts, main } = explained.value;
    return expectRow("Drivers", i, {
      planned: plan,
      reached: actual,
      gap,
      main: main === null ? null : row.text(`driver${main}`),
      ...Object.fromEntries(parts.map(({ id, amount }) => [`part${id}`, amount])),
    });
  });
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const cascadeReading: MethodReading = (book) => {
  const values: ExpectedValue[] = [];
  const goals = goalsOf(book);
  const lines = book.rows("LineGoals");
  const figures = new Map<Goal, Figures>();
  for (const goal of [...goals].reverse()) {
    if (goal.table !== "TopGoals") values.push(...expectRow(goal.table, goal.row, { target: goal.target }));
    const line = lines[goal.row];
    const below = goals
      .filter(({ parent }) => parent === goal)
      .map((child) => [child, figures.get(child) ?? NOTHING] as const);
    figures.set(
      goal,
      goal.table === "LineGoals" && line !== undefined
        ? monthsOf(book, goal, line, values)
        : rolled(goal, below, values),
    );
  }
  return [...values, ...driverValues(book)];
};
