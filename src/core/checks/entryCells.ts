/** Walks over the entry cells of all people, and marks over the columns that hold them; shared by the checks of cells. */
import type { MessageParams } from "../model/message";
import type { Rect } from "../model/a1";
import type { Finding, Severity } from "../model/finding";
import type { MarkPlan } from "../model/mark";
import type { Actual, EntryBlock, Plan } from "../model/scorecard";
import { findingOf, type Check, type CheckContext, type LineCell } from "./check";
import { cellName } from "./planWeights";

export interface CellFault {
  readonly params?: MessageParams;
  /** The number that the cell should hold. */
  readonly after?: number;
}

type Cell = Omit<LineCell, "column">;

function cellFinding(check: Check, { stage }: CheckContext, { actual, line, person }: Cell, found: CellFault): Finding {
  const params = { ...found.params, person: person.name, name: line.name, cell: cellName(actual.cell) };
  const about = { stage, person: person.name, indicator: line.name, params };
  const { raw } = actual;
  if (found.after === undefined || (typeof raw !== "string" && typeof raw !== "number"))
    return findingOf(check, actual.cell, about);
  const label = `${person.name}: ${line.name}`;
  const patches = [{ location: actual.cell, before: raw, after: found.after, label }];
  return findingOf(check, actual.cell, {
    ...about,
    fixes: [{ label: { key: `checks.${check.code}.fix`, params }, patches }],
  });
}

/**
 * A finding a cell for which `test` gives something; only cells with a number are asked.
 * @param isMeant looks at the cell itself before anything is said of it
 */
export const perNumber = (
  check: Check,
  context: CheckContext,
  test: (value: number, column: number, plan: number) => CellFault | null,
  isMeant: (actual: Actual) => boolean = () => true,
): readonly Finding[] =>
  context.numbers().flatMap(({ people, numbers }, plan) => {
    const lines = context.card.plans[plan]?.lines ?? [];
    const findings: Finding[] = [];
    // Thousands of people have hardly a fault among them: their cells are made for those only.
    for (let at = 0; at < numbers.length; at += 1) {
      const value = numbers[at] as number;
      const found = value === value ? test(value, at % lines.length, plan) : null;
      if (found === null) continue;
      const person = people[Math.floor(at / lines.length)];
      const [line, actual] = [lines[at % lines.length], person?.actuals[at % lines.length]];
      if (person !== undefined && line !== undefined && actual !== undefined && isMeant(actual))
        findings.push(cellFinding(check, context, { actual, line, person }, found));
    }
    return findings;
  });

/** The same for faults that no number has: only the cells without one are asked. */
export const perCellWithoutNumber = (
  check: Check,
  context: CheckContext,
  test: (actual: Actual) => CellFault | null,
): readonly Finding[] =>
  context.cellsWithoutNumber().flatMap((cell) => {
    const found = test(cell.actual);
    return found === null ? [] : [cellFinding(check, context, cell, found)];
  });

/** Runs of neighbouring columns, over each run of rows: totals and headings between them are left out. */
function runsOf(block: EntryBlock): readonly Rect[] {
  return (block.spans ?? [block]).flatMap(({ firstRow, rows }) => {
    const runs: Rect[] = [];
    for (const column of block.columns) {
      const last = runs.at(-1);
      if (last !== undefined && last.column + last.columns === column)
        runs[runs.length - 1] = { ...last, columns: last.columns + 1 };
      else runs.push({ row: firstRow, column, rows, columns: 1 });
    }
    return runs;
  });
}

/** One mark a run of neighbouring indicator columns; none where `formula` gives null. */
export const blockMarks = (
  { card }: CheckContext,
  rule: string,
  severity: Severity,
  formula: (rect: Rect, personColumn: number, plan: Plan) => MarkPlan["formula"] | null,
): readonly MarkPlan[] =>
  card.plans.flatMap((plan) => {
    const { block } = plan;
    if (block === null) return [];
    return runsOf(block).flatMap((rect): MarkPlan[] => {
      const made = formula(rect, block.personColumn, plan);
      return made === null ? [] : [{ rule, severity, sheet: block.sheet, rect, formula: made }];
    });
  });
