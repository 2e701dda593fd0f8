/**
 * A form in sections: headings and repeated header rows cut it into blocks whose weights make the whole only together. Such
 * blocks are read as one form with sections; taken apart, each would be accused of weights that do not add up.
 */
import type { Rect } from "../../model/a1";
import { SUM_TOLERANCE } from "../../weighting/family";
import type { Grid } from "../grid";
import { weightsOfBlock } from "./family";
import type { BlockRole, Item, Understood } from "./model";
import type { BlockReading } from "./readBlocks";

/** Most rows between two sections: a heading, an empty row, a header. */
const MOST_BETWEEN = 3;

/** A form of one person whose weights make no whole by themselves; small whole numbers may be a part of 100 as well. */
function isPart({ understood, refusal, weights }: BlockReading): boolean {
  const { layout, subjects, sections } = understood;
  if (layout !== "form" || refusal !== null || subjects.length !== 1 || sections !== undefined) return false;
  const { family, sum, expected } = weights;
  if (sum === null || (family !== "percent" && family !== "fraction" && family !== "importance")) return false;
  return sum < (expected ?? 100) - SUM_TOLERANCE;
}

/** Below the other, over the same columns, of the same person. */
function follows(above: BlockReading, below: BlockReading): boolean {
  const between = below.rect.row - (above.rect.row + above.rect.rows);
  const [first, second] = [above.understood, below.understood].map(({ items, subjects }) => ({
    item: items[0]?.cell.column,
    weight: items[0]?.weight.cell?.column,
    score: subjects[0]?.scores[0]?.column,
    who: subjects[0]?.cell,
  }));
  return (
    between >= 0 &&
    between <= MOST_BETWEEN &&
    first?.item === second?.item &&
    first?.weight === second?.weight &&
    first?.score === second?.score &&
    first?.who?.column === second?.who?.column
  );
}

/** The heading over a block: the nearest text above its header, else its place among the sections. */
function headingOf(grid: Grid, { rect, headerRows }: BlockReading, place: number): string {
  const top = headerRows[0] ?? rect.row;
  for (let row = top - 1; row >= Math.max(grid.top, top - 2); row -= 1) {
    const texts = grid.columns.flatMap((column) => grid.text(row, column) || []);
    if (texts.length === 1) return texts[0] ?? "";
    if (texts.length > 1) break;
  }
  return String(place + 1);
}

function joined(grid: Grid, parts: readonly BlockReading[]): BlockReading | null {
  const [first] = parts;
  const subject = first?.understood.subjects[0];
  if (first === undefined || subject === undefined) return null;
  const items = parts.flatMap((part, place): Item[] =>
    part.understood.items.map((item) => ({
      ...item,
      group: item.group === "" ? headingOf(grid, part, place) : item.group,
    })),
  );
  const subjects = parts.flatMap(({ understood }) => understood.subjects);
  const roles: Partial<Record<BlockRole, readonly Rect[]>> = {};
  for (const { understood } of parts)
    for (const [role, rects] of Object.entries(understood.roles) as [BlockRole, readonly Rect[]][]) {
      const known = roles[role] ?? [];
      const added = rects.filter((rect) => !known.some((other) => JSON.stringify(other) === JSON.stringify(rect)));
      roles[role] = [...known, ...added];
    }
  const understood: Understood = {
    ...first.understood,
    items,
    roles,
    subjects: [
      {
        label: subject.label,
        cell: subject.cell,
        scores: subjects.flatMap(({ scores }) => scores),
        targets: subjects.every(({ targets, scores }) => targets.length === scores.length)
          ? subjects.flatMap(({ targets }) => targets)
          : [],
        total: subjects.findLast(({ total }) => total !== null)?.total ?? null,
        rank: subjects.findLast(({ rank }) => rank !== null)?.rank ?? null,
      },
    ],
  };
  const weights = weightsOfBlock(grid, understood);
  const isWhole =
    weights.sum !== null && weights.expected !== null && Math.abs(weights.sum - weights.expected) <= SUM_TOLERANCE;
  if (!isWhole) return null;
  const last = parts.at(-1)?.rect ?? first.rect;
  const left = Math.min(...parts.map(({ rect }) => rect.column));
  const right = Math.max(...parts.map(({ rect }) => rect.column + rect.columns));
  const rect = {
    row: first.rect.row,
    column: left,
    rows: last.row + last.rows - first.rect.row,
    columns: right - left,
  };
  return { ...first, rect, understood, weights };
}

/** Runs of such blocks become one where their weights make the whole together; everything else stays as it is. */
export function joinForms(grid: Grid, readings: readonly BlockReading[]): readonly BlockReading[] {
  const result: BlockReading[] = [];
  for (let at = 0; at < readings.length; at += 1) {
    const run = readings.slice(at, at + 1);
    while (run.every(isPart)) {
      const [last, next] = [run.at(-1), readings[at + run.length]];
      if (last === undefined || next === undefined || !isPart(next) || !follows(last, next)) break;
      run.push(next);
    }
    const one = run.length > 1 ? joined(grid, run) : null;
    const [own] = run;
    if (one !== null) {
      result.push(one);
      at += run.length - 1;
    } else if (own !== undefined) result.push(own);
  }
  return result;
}
