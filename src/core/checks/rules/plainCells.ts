/** Cells of a plain sheet: S01 number typed as text, S02 outside the scale, S03 error value, S04 text without a number. */
import { errorMark, numberTextMark, outsideMark } from "../../formulas/marks";
import type { Rect } from "../../model/a1";
import type { MarkPlan } from "../../model/mark";
import type { Actual, Person, PlanLine, Scorecard } from "../../model/scorecard";
import { isBlank, numberInText, plainText } from "../../recognise/grid";
import { plays } from "../../recognise/words";
import type { Finding, Severity } from "../../model/finding";
import { ALL_STAGES, findingOf, type Check, type CheckContext } from "../check";
import { cellName } from "../planWeights";

const PLAIN: readonly Scorecard["origin"][] = ["recognised"];

interface Cell {
  readonly actual: Actual;
  readonly line: PlanLine;
  readonly person: Person;
}
/** A finding a cell for which `test` gives parameters. */
function perCell(
  check: Check,
  context: CheckContext,
  test: (actual: Actual, line: PlanLine) => CellFault | null,
): ReturnType<Check["run"]> {
  const findings: Finding[] = [];
  for (const person of context.card.people) {
    const lines = context.card.plans[person.plan]?.lines ?? [];
    for (const [k, line] of lines.entries()) {
      const actual = person.actuals[k];
      const found = actual === undefined ? null : test(actual, line);
      if (actual !== undefined && found !== null)
        findings.push(cellFinding(check, context, { actual, line, person }, found));
    }
  }
  return findings;
}

interface CellFault {
  readonly params?: Readonly<Record<string, string | number>>;
  /** The number that the cell should hold. */
  readonly after?: number;
}

function cellFinding(check: Check, { stage }: CheckContext, { actual, line, person }: Cell, found: CellFault): Finding {
  const params = { ...found.params, person: person.name, name: line.name, cell: cellName(actual.cell) };
  const about = { stage, person: person.name, indicator: line.name, params };
  if (found.after === undefined || typeof actual.raw !== "string") return findingOf(check, actual.cell, about);
  const label = `${person.name}: ${line.name}`;
  const patches = [{ location: actual.cell, before: actual.raw, after: found.after, label }];
  return findingOf(check, actual.cell, { ...about, fixes: [{ label: { key: `checks.${check.code}.fix` }, patches }] });
}

/** One mark a run of neighbouring indicator columns. */
export function blockMarks(
  { card }: CheckContext,
  rule: string,
  severity: Severity,
  formula: (rect: Rect, personColumn: number) => MarkPlan["formula"],
): readonly MarkPlan[] {
  return card.plans.flatMap(({ block }) => {
    if (block === null) return [];
    const runs: Rect[] = [];
    for (const column of block.columns) {
      const last = runs.at(-1);
      if (last !== undefined && last.column + last.columns === column)
        runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
      else runs.push({ row: block.firstRow, column, rows: block.rows, columns: 1 });
    }
    return runs.map((rect) => ({
      rule,
      severity,
      sheet: block.sheet,
      rect,
      formula: formula(rect, block.personColumn),
    }));
  });
}

const isError = (actual: Actual): boolean => typeof actual.raw === "object";

export const S01: Check = {
  code: "S01",
  severity: "warning",
  stages: ALL_STAGES,
  origins: PLAIN,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perCell(S01, context, (actual) => {
      if (typeof actual.raw !== "string") return null;
      const found = numberInText(actual.raw);
      return found === null ? null : { params: { text: actual.raw }, after: found.value };
    }),
  marks: (context) => blockMarks(context, "S01", "warning", (rect) => numberTextMark("S01", rect)),
};

/** Top of the scale of a line: its own maximum points, or the sheet's scale. */
const topOf = ({ card, scaleTop }: CheckContext, line: PlanLine): number =>
  card.plans[0]?.scale?.family === "maximum" ? (line.weight.value ?? scaleTop) : scaleTop;

export const S02: Check = {
  code: "S02",
  severity: "warning",
  stages: ALL_STAGES,
  origins: PLAIN,
  thresholds: { people: 5 },
  silencedBy: [],
  run: (context, { people = 5 }) =>
    perCell(S02, context, (actual, line) => {
      if (actual.value === null) return null;
      const top = topOf(context, line);
      const above = actual.value > top && context.card.people.length >= people;
      return actual.value < 0 || above ? { params: { value: actual.value, top } } : null;
    }),
  marks: (context) =>
    context.card.plans[0]?.scale?.family === "maximum"
      ? []
      : blockMarks(context, "S02", "warning", (rect) => outsideMark("S02", rect, 0, context.scaleTop)),
};

export const S03: Check = {
  code: "S03",
  severity: "error",
  stages: ALL_STAGES,
  origins: PLAIN,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perCell(S03, context, (actual) =>
      typeof actual.raw === "object" ? { params: { error: actual.raw.error } } : null,
    ),
  marks: (context) => blockMarks(context, "S03", "error", (rect) => errorMark("S03", rect)),
};

export const S04: Check = {
  code: "S04",
  severity: "warning",
  stages: ALL_STAGES,
  origins: PLAIN,
  thresholds: {},
  silencedBy: [],
  run: (context) =>
    perCell(S04, context, (actual) => {
      if (isError(actual) || isBlank(actual.raw) || actual.value !== null) return null;
      return typeof actual.raw === "string" && plays(actual.raw, "notApplicable")
        ? null
        : { params: { text: plainText(actual.raw) } };
    }),
};
