/**
 * Alternatives under headings ("Storage", "Interface") that are compared within their heading, each heading on criteria of its
 * own: a criterion without a score for anybody under a heading does not belong to it, and nobody there lacks one.
 */
import type { Grid } from "../grid";
import type { Rect } from "../../model/a1";
import { SUM_TOLERANCE } from "../../weighting/family";
import type { Group } from "./criteriaGroups";
import type { CellRef } from "./formulaFacts";
import type { Item, Subject, Understood } from "./model";
import { rowRects } from "./rects";

const LEAST = 2;

/** Weights that make a whole are meant for all criteria together. */
const areWhole = (items: readonly Item[]): boolean => {
  const sum = items.reduce((all, { weight }) => all + (weight.value ?? 0), 0);
  return [1, 100].some((whole) => Math.abs(sum - whole) <= (SUM_TOLERANCE * whole) / 100);
};

/** Places of the groups under each heading, left to right; null where some stand under none, or alone. */
function headingsOf(groups: readonly Group[]): readonly (readonly number[])[] | null {
  const headings = new Map<string, number[]>();
  for (const [i, { score }] of groups.entries()) headings.set(score.parent, [...(headings.get(score.parent) ?? []), i]);
  const own = [...headings.values()];
  return headings.has("") || own.length < LEAST || own.some(({ length }) => length < LEAST) ? null : own;
}

const cellsAsRects = (cells: readonly CellRef[]): readonly Rect[] =>
  cells.length === 0
    ? []
    : rowRects(
        cells[0]?.row ?? 0,
        1,
        cells.map(({ column }) => column),
      );

function partOf(all: Understood, subjects: readonly Subject[], kept: readonly number[]): Understood {
  const pick = <T>(list: readonly T[]): readonly T[] =>
    list.length === 0 ? list : list.filter((_, i) => kept.includes(i));
  const own = subjects.map((subject): Subject => ({
    ...subject,
    scores: pick(subject.scores),
    targets: pick(subject.targets),
  }));
  const scored = own.flatMap(({ scores }) => scores.flatMap((cell) => cell ?? []));
  const rows = scored.map(({ row }) => row);
  const top = Math.min(...rows);
  const columns = [...new Set(scored.map(({ column }) => column))];
  const ends = {
    person: cellsAsRects(own.map(({ cell }) => cell)),
    total: cellsAsRects(own.flatMap(({ total }) => total ?? [])),
    rank: cellsAsRects(own.flatMap(({ rank }) => rank ?? [])),
  };
  const others = Object.entries(all.roles).filter(([role]) => !(role in ends));
  const roles = Object.fromEntries([...others, ...Object.entries(ends).filter(([, rects]) => rects.length > 0)]);
  const score = rowRects(top, Math.max(...rows) - top + 1, columns);
  return { ...all, items: pick(all.items), subjects: own, roles: { ...roles, score } };
}

/** The block once a heading; empty where all headings have scores on all criteria, or the weights are meant for them all. */
export function headingParts(grid: Grid, all: Understood, groups: readonly Group[]): readonly Understood[] {
  const headings = headingsOf(groups);
  if (headings === null || all.refusal !== null || all.subjects.length !== groups.length || areWhole(all.items))
    return [];
  const scoredBy = headings.map((own) =>
    all.items.flatMap((_, item) => {
      const isScored = own.some((at) => {
        const cell = all.subjects[at]?.scores[item];
        return cell !== null && cell !== undefined && !grid.blank(cell.row, cell.column);
      });
      return isScored ? [item] : [];
    }),
  );
  if (scoredBy.every((kept) => kept.length === all.items.length)) return [];
  if (scoredBy.some(({ length }) => length > 0 && length < LEAST)) return [];
  const every = all.items.map((_, item) => item);
  return headings.map((own, i): Understood => {
    const subjects = all.subjects.filter((_, at) => own.includes(at));
    const kept = scoredBy[i] ?? [];
    return kept.length > 0 ? partOf(all, subjects, kept) : { ...partOf(all, subjects, every), refusal: "noScores" };
  });
}
