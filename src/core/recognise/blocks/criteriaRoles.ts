/** Where each role of a block with criteria in rows stands. */
import type { Rect } from "../../model/a1";
import { isTextual, plays, type Column } from "./columns";
import type { Group } from "./criteriaGroups";
import type { CellRef } from "./formulaFacts";
import { isPeriod } from "./lexicon";
import type { BlockRole, ItemWeight, Section, Subject, Understood } from "./model";
import { columnRects, rowRects } from "./rects";

export interface CriteriaParts {
  readonly columns: readonly Column[];
  readonly rows: readonly number[];
  /** Where the criteria are named. */
  readonly names: readonly CellRef[];
  readonly label: Column;
  readonly weight: Column | undefined;
  readonly group: Column | undefined;
  readonly groups: readonly Group[];
  readonly subjects: readonly Subject[];
  readonly weights: readonly ItemWeight[];
  readonly sections: readonly Section[];
}
type Roles = Partial<Record<BlockRole, readonly Rect[]>>;

const places = (cells: readonly { readonly row: number; readonly column: number }[]): readonly Rect[] =>
  rowRects(
    cells[0]?.row ?? 0,
    1,
    cells.map(({ column }) => column),
  );

/** Points out of full marks of their own, which count as shares of them. */
const areShares = ({ isAttainment, target }: Group): boolean =>
  isAttainment && target !== null && plays(target, "maximum");

/** Rows that follow one another. */
function runs(rows: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last?.at(-1) === row - 1) last.push(row);
    else found.push([row]);
  }
  return found;
}

/** Names, totals and ranks of the subjects. */
function subjectRoles({ groups, subjects, columns }: CriteriaParts): Roles {
  const roles: Roles = {};
  for (const role of ["total", "rank"] as const) {
    const cells = subjects.flatMap((subject) => subject[role] ?? []);
    if (cells.length > 0) roles[role] = places(cells);
  }
  const periods = columns.filter(({ header, parent }) => isPeriod(header) || isPeriod(parent));
  const named = groups.filter(({ cell, label }) => cell !== null && !isPeriod(label)).flatMap(({ cell }) => cell ?? []);
  if (named.length > 0) roles.person = places(named);
  if (periods.length >= 2)
    roles.period = rowRects(
      periods[0]?.headerRow ?? 0,
      1,
      periods.map(({ column }) => column),
    );
  return roles;
}

/** The cells of each role in a block with criteria in rows, and how sure each is, 0–1. */
export function criteriaRoles(parts: CriteriaParts): Pick<Understood, "roles" | "sure"> {
  const { columns, rows, names, label, weight, group, groups, weights, sections } = parts;
  const roles: Roles = {};
  const sure: Partial<Record<BlockRole, number>> = {};
  const put = (role: BlockRole, column: Column | undefined): void => {
    if (column === undefined || rows.length === 0 || roles[role] !== undefined) return;
    roles[role] = columnRects(column.column, rows);
    sure[role] = Math.max(0.5, column.sure);
  };
  put("criterion", label);
  const inner = [...new Set(names.map(({ column }) => column))].filter((column) => column !== label.column);
  if (inner.length > 0)
    roles.criterion = [label.column, ...inner].flatMap((at) =>
      runs(names.filter(({ column }) => column === at).map(({ row }) => row)).flatMap((own) => columnRects(at, own)),
    );
  put("weight", weight);
  put("group", group);
  const hidden = weights.flatMap(({ cell }) => cell ?? []);
  if (weight === undefined && hidden.length > 1) {
    roles.weight = columnRects(
      hidden[0]?.column ?? 0,
      hidden.map(({ row }) => row),
    );
    sure.weight = 0.6;
  }
  const apart = sections
    .flatMap(({ weight: { cell } }) => cell ?? [])
    .filter(({ column }) => column !== weight?.column);
  if (apart.length > 0 && roles.weight !== undefined)
    roles.weight = [
      ...roles.weight,
      ...columnRects(
        apart[0]?.column ?? 0,
        apart.map(({ row }) => row),
      ),
    ];
  const used = new Set<Column | null>(groups.flatMap((g) => [g.score, g.weighted]));
  for (const role of ["id", "target", "actual", "evidence", "rater", "band"] as const)
    put(
      role,
      columns.find(
        (c) =>
          c !== label &&
          c !== weight &&
          plays(c, role) &&
          c.numbers + c.texts > 0 &&
          (role === "actual" || !used.has(c)) &&
          (role !== "evidence" || isTextual(c)),
      ),
    );
  const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  // Rates ("Achievement") are the scores where the sheet itself multiplies them with the weights.
  const scores = groups.filter(
    (g) =>
      areShares(g) ||
      (!g.isAttainment && (g.weighted !== null || !plays(g.score, "actual") || plays(g.score, "score"))),
  );
  const weighted = groups.flatMap((g) => (g.weighted === null ? [] : [g.weighted.column]));
  const columnsOf = (own: readonly number[]): readonly Rect[] => rowRects(top, bottom - top + 1, own);
  if (scores.length > 0 && rows.length > 0) {
    roles.score = columnsOf(scores.flatMap(({ score, levels = [score] }) => levels.map(({ column }) => column)));
    sure.score = Math.max(0.6, Math.min(...scores.map(({ score }) => score.sure)));
  }
  if (weighted.length > 0 && rows.length > 0) [roles.weighted, sure.weighted] = [columnsOf(weighted), 0.8];
  const ends = subjectRoles(parts);
  for (const role of Object.keys(ends) as BlockRole[]) sure[role] = 0.8;
  return { roles: { ...roles, ...ends }, sure };
}
