/** What several checks ask of all people: made once, at the first question. */
import type { Person, Scorecard } from "../model/scorecard";
import { scoreTables, type ScoreTable } from "../scoring/scoreCard";
import type { CheckContext, CheckInput, CompleteScores, LineCell, NumberTable } from "./check";

/** The rows of a table in which nothing is missing or left out, as columns. */
function completeColumns({ places, lines, scores }: ScoreTable): CompleteScores {
  const rows: number[] = [];
  for (let row = 0; lines > 0 && row < places.length; row += 1) {
    let k = 0;
    while (k < lines && Number.isFinite(scores[row * lines + k])) k += 1;
    if (k === lines) rows.push(row);
  }
  const columns = Array.from({ length: lines }, () => new Float64Array(rows.length));
  columns.forEach((column, k) => {
    for (let i = 0; i < column.length; i += 1) column[i] = scores[(rows[i] ?? 0) * lines + k] ?? Number.NaN;
  });
  return { people: rows.length, columns };
}

/** Complete scores by plan. */
export function completeScoresOf({ card, scores }: CheckInput): CheckContext["completeScores"] {
  const known = new Map<number, CompleteScores>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const table = (scores ?? scoreTables(card))[index];
    const made = table === undefined ? { people: 0, columns: [] } : completeColumns(table);
    known.set(index, made);
    return made;
  };
}

/** Cells for lines that hold no number. */
export function cellsWithoutNumberOf({ people, plans }: Scorecard): CheckContext["cellsWithoutNumber"] {
  let cells: LineCell[] | null = null;
  return () => {
    if (cells !== null) return cells;
    cells = [];
    for (const person of people) {
      if (person.numberAt !== undefined) continue;
      const lines = plans[person.plan]?.lines ?? [];
      const { actuals } = person;
      for (let column = 0; column < actuals.length; column += 1) {
        const [actual, line] = [actuals[column], lines[column]];
        if (actual === undefined || line === undefined || typeof actual.raw === "number") continue;
        cells.push({ actual, line, column, person });
      }
    }
    return cells;
  };
}

/** Numbers of all people, plan by plan. */
export function numbersOf({ people, plans }: Scorecard): CheckContext["numbers"] {
  let tables: readonly NumberTable[] | null = null;
  return () => {
    tables ??= plans.map(({ lines }, plan) => {
      const own = people.filter((person) => person.plan === plan);
      return { people: own, numbers: numbersIn(own, lines.length) };
    });
    return tables;
  };
}

function numbersIn(people: readonly Person[], lines: number): Float64Array {
  const numbers = new Float64Array(people.length * lines).fill(Number.NaN);
  let at = 0;
  for (const person of people) {
    if (person.numberAt !== undefined) for (let k = 0; k < lines; k += 1) numbers[at + k] = person.numberAt(k);
    else
      person.actuals.forEach(({ value }, k) => {
        if (value !== null && k < lines) numbers[at + k] = value;
      });
    at += lines;
  }
  return numbers;
}
