/** Where a sheet's own totals and ranks stand, and how a formula makes the total of a row: for marks on them. */
import { formOfUnit, rowTotalFormula } from "../formulas/plainSheetFormulas";
import type { CellFormula } from "../blueprint/types";
import type { Rect } from "../model/a1";
import type { Person, Plan, Scorecard } from "../model/scorecard";

export interface OwnColumn {
  readonly sheet: string;
  readonly rect: Rect;
  readonly nameColumn: number;
}

/** More people make a rule that looks at all of them slow. */
const MOST_PEOPLE = 2000;

const peopleOf = ({ people }: Scorecard, plan: number): readonly Person[] => people.filter((one) => one.plan === plan);

/** The column of the people's own totals or ranks, from the first to the last person; null where they stand otherwise. */
export function ownColumn(card: Scorecard, plan: number, of: "ownTotal" | "ownRank"): OwnColumn | null {
  const block = card.plans[plan]?.block ?? null;
  const people = peopleOf(card, plan);
  if (block?.labels !== "people" || block.secondColumn !== undefined || people.length > MOST_PEOPLE) return null;
  const columns = new Set<number>();
  for (const person of people) {
    const cell = person[of]?.cell;
    if (cell === undefined || cell.rect.row !== person.cell.rect.row || cell.sheet !== block.sheet) return null;
    columns.add(cell.rect.column);
  }
  const [column] = columns;
  if (column === undefined || columns.size > 1) return null;
  const rect = { row: block.firstRow, column, rows: block.rows, columns: 1 };
  return { sheet: block.sheet, rect, nameColumn: block.personColumn };
}

/** The formula of the first person's total, in the unit of the sheet's own ones; null where no formula of ours says it. */
export function ownTotalFormula(card: Scorecard, index: number): CellFormula | null {
  const plan = card.plans[index];
  const people = peopleOf(card, index);
  const [person] = people;
  if (plan === undefined || person === undefined || !isPlain(plan)) return null;
  if (people.some(({ beside }) => beside !== undefined)) return null;
  const { row } = person.cell.rect;
  const pairs = plan.lines.flatMap(({ weight }, k) => {
    const score = person.actuals[k]?.cell.rect;
    return score?.row === row ? [{ score, weight: weight.cell.rect }] : [];
  });
  if (pairs.length < plan.lines.length || plan.own === undefined) return null;
  const sum = plan.lines.reduce((all, { weight }) => all + (weight.value ?? 0), 0);
  const made = formOfUnit(plan.own.unit, sum, plan.scale?.family === "maximum");
  return rowTotalFormula({ pairs, ...made, sheet: null });
}

/** One level of typed weights, none of them negative, on scores of which more is better. */
const isPlain = ({ lines, scale, sections }: Plan): boolean =>
  scale !== null &&
  sections === undefined &&
  lines.every(
    ({ weight, lower }) =>
      lower !== true && weight.derived !== true && typeof weight.raw === "number" && weight.raw >= 0,
  );
