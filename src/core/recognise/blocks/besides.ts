/**
 * Points beside the weights ("Bonus", "加分", "扣分项"): columns of a matrix, or rows of a form, that the sheet's own totals add or
 * take off as they stand. What makes them that is that with them the totals come out, and without them they do not.
 */
import type { Rect } from "../../model/a1";
import type { Grid } from "../grid";
import { saysBeside, saysTakenOff } from "./besideWords";
import { factsOf } from "./formulaFacts";
import { measureOf } from "./compute";
import type { BlockFamily } from "./family";
import type { Beside, BlockRole, Understood } from "./model";
import { cellNumber } from "./numbers";

/** More columns or rows are not tried both ways. */
const MOST = 3;
/** Of the own totals so many must come out. */
const SHARE = 0.8;

type Place = { readonly name: string } & ({ readonly column: number } | { readonly row: number });
/** A block without its points beside the weights, and what they may be. */
interface Parted {
  readonly rest: Understood;
  readonly places: readonly Place[];
}

/** Columns of numbers that play no part, are named in the formulas of the totals or say what they are, and are not all empty. */
function columnsBeside(grid: Grid, rect: Rect, header: number, rest: Understood): Parted {
  const { roles, subjects } = rest;
  const taken = Object.values(roles).flat();
  const isTaken = (column: number): boolean =>
    taken.some((own) => column >= own.column && column < own.column + own.columns);
  const isNamed = (column: number): boolean =>
    subjects.some(
      ({ total, cell }) =>
        total !== null &&
        factsOf(grid.formulaInCells(total.row, total.column)).references.some(
          (own) =>
            column >= own.column &&
            column < own.column + own.columns &&
            cell.row >= own.row &&
            cell.row < own.row + own.rows,
        ),
    );
  const places = Array.from({ length: rect.columns }, (_, i) => rect.column + i).flatMap((column): Place[] => {
    const name = grid.text(header, column);
    if (isTaken(column) || name === "") return [];
    const values = subjects.map(({ cell }) => grid.at(cell.row, column)).filter((value) => value !== "");
    const areNumbers = values.every((value) => cellNumber(value) !== null);
    const counts = values.some((value) => cellNumber(value) !== 0);
    return areNumbers && counts && (saysBeside(name) || isNamed(column)) ? [{ column, name }] : [];
  });
  return { rest, places };
}

/** Roles whose cells end with the last line that weighs something. */
const OF_LINES: readonly BlockRole[] = [
  ...(["criterion", "weight", "group", "target"] as const),
  ...(["actual", "score", "weighted", "evidence"] as const),
];

/** Last lines of a form that say what they are and weigh nothing, under lines that all do. */
function rowsBeside(all: Understood): Parted {
  const first = all.items.findIndex(({ name, weight }) => weight.value === null && saysBeside(name));
  const [kept, others] = [all.items.slice(0, first), all.items.slice(first)];
  const areOnly = others.every(({ name, weight }) => weight.value === null && saysBeside(name));
  if (first < 2 || !areOnly || kept.some(({ weight }) => weight.value === null)) return { rest: all, places: [] };
  const end = Math.max(...kept.map(({ cell }) => cell.row)) + 1;
  const shorter = (rect: Rect): readonly Rect[] =>
    rect.row >= end ? [] : [{ ...rect, rows: Math.min(rect.rows, end - rect.row) }];
  const roles = Object.fromEntries(
    Object.entries(all.roles).map(([role, rects]) => [
      role,
      OF_LINES.some((own) => own === role) ? rects.flatMap(shorter) : rects,
    ]),
  );
  const subjects = all.subjects.map((subject) => ({
    ...subject,
    scores: subject.scores.slice(0, first),
    targets: subject.targets.slice(0, first),
  }));
  const places = others.map(({ name, cell }): Place => ({ name, row: cell.row }));
  return { rest: { ...all, items: kept, subjects, roles }, places };
}

/** All ways to take each of the places as it stands, or the other way round. */
function waysOf(places: readonly Place[]): readonly (readonly Beside[])[] {
  return places.reduce<readonly (readonly Beside[])[]>(
    (ways, place) => ways.flatMap((way) => ([1, -1] as const).map((sign): Beside[] => [...way, { ...place, sign }])),
    [[]],
  );
}

/** The way with which most of the own totals come out; the first of several. */
function bestWay(grid: Grid, { rest, places }: Parted, family: BlockFamily): { made: Understood; fits: number } {
  const ways = waysOf(places).map((besides) => {
    const made = { ...rest, besides };
    return { made, fits: measureOf(grid, made, family).fits };
  });
  return ways.reduce((best, way) => (way.fits > best.fits ? way : best), ways[0] ?? { made: rest, fits: 0 });
}

/** Points in columns count where the totals of nearly all come out with them, and do not without. */
function withColumns(grid: Grid, rect: Rect, header: number, all: Understood, family: BlockFamily): Understood {
  const known = all.subjects.filter(({ total }) => total !== null).length;
  const enough = Math.max(2, known * SHARE);
  const alone = known < enough ? known : measureOf(grid, all, family).fits;
  if (known < enough || alone >= enough) return all;
  const parted = columnsBeside(grid, rect, header, all);
  if (parted.places.length === 0 || parted.places.length > MOST) return all;
  const { made, fits } = bestWay(grid, parted, family);
  return fits >= enough ? made : all;
}

/** Rows that say what they are lack no weight; what they do to the total it shows, or else their names do. */
function withRows(grid: Grid, all: Understood, family: BlockFamily): Understood {
  const { added = [], ...known } = all;
  const named = rowsBeside(known);
  const parted = { rest: named.rest, places: [...named.places, ...added] };
  if (parted.places.length === 0) return all;
  const way = parted.places.length > MOST ? null : bestWay(grid, parted, family);
  if (way !== null && way.fits > 0) return way.made;
  const besides = parted.places.map((place): Beside => ({ ...place, sign: saysTakenOff(place.name) ? -1 : 1 }));
  return { ...parted.rest, besides };
}

/** The block with its points beside the weights; as it was where it has none. */
export function withBesides(
  grid: Grid,
  rect: Rect,
  headerRows: readonly number[],
  understood: Understood,
  family: BlockFamily,
): Understood {
  if (understood.refusal !== null) return understood;
  return understood.layout === "matrix"
    ? withColumns(grid, rect, headerRows.at(-1) ?? rect.row, understood, family)
    : withRows(grid, understood, family);
}
