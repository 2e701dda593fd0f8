/** From results to pay and talent: merit matrix with its budget, coefficients, nine-box. A base for people to decide, never a decision. */
import { computed, finite, finiteList, refused, type Computed } from "../model/computed";

export interface MeritCell {
  /** Increase in per cent, lowest and highest. */
  readonly low: number;
  readonly high: number;
}
/** Rows by band (best first), columns by compa-ratio: below, within, above the market. */
export interface MeritMatrix {
  readonly cells: readonly (readonly [MeritCell, MeritCell, MeritCell])[];
  /** Compa-ratios (%) between the columns. */
  readonly limits: readonly [number, number];
}
const cell = (low: number, high: number): MeritCell => ({ low, high });
/** Starting values for five bands; all of them are settings. */
export const MERIT_DEFAULT: MeritMatrix = {
  limits: [90, 110],
  cells: [
    [cell(6, 8), cell(4, 6), cell(3, 4)],
    [cell(4, 6), cell(3, 4), cell(2, 3)],
    [cell(3, 4), cell(2, 3), cell(1, 2)],
    [cell(0, 1), cell(0, 0), cell(0, 0)],
    [cell(0, 0), cell(0, 0), cell(0, 0)],
  ],
};

export interface MeritPerson {
  readonly salary: number;
  /** Middle of the pay range for the post, same currency and period as the salary. */
  readonly market: number;
  /** Band, 0 = best. */
  readonly band: number;
}
export interface MeritProposal {
  /** Salary in per cent of the market. */
  readonly compaRatio: number;
  readonly range: MeritCell;
  /** Middle of the range, in per cent. */
  readonly increase: number;
}
export interface MeritPlan {
  readonly people: readonly MeritProposal[];
  /** Σ salary × increase, in money. */
  readonly cost: number;
  readonly budget: number;
  /** Factor by which all increases would have to be multiplied to meet the budget; 1 when it is met. */
  readonly fit: number;
}

/** The matrix says nothing impossible: numbers, a lowest not above its highest, limits in order. */
function checkMatrix({ cells, limits }: MeritMatrix): Computed<null> {
  const all = cells.flat();
  if (![...limits, ...all.flatMap(({ low, high }) => [low, high])].every(Number.isFinite))
    return refused("not-a-number");
  return limits[0] > limits[1] || all.some(({ low, high }) => low > high) ? refused("out-of-range") : computed(null);
}

/**
 * Increases by band and place in the pay range, and what they cost beside the budget.
 * @param budget money for increases, same currency and period
 * @returns refused: "empty"; "not-a-number"; "out-of-range" for salaries or markets that are not above 0, a budget below 0,
 * bands the matrix does not have, or a matrix whose limits are out of order
 * Source: merit matrix of rating and compa-ratio, domain rule C16.
 */
export function meritPlan(
  people: readonly MeritPerson[],
  budget: number,
  matrix: MeritMatrix = MERIT_DEFAULT,
): Computed<MeritPlan> {
  if (people.length === 0) return refused("empty");
  if (
    !Number.isFinite(budget) ||
    people.some((person) => !Number.isFinite(person.salary) || !Number.isFinite(person.market))
  )
    return refused("not-a-number");
  const checked = checkMatrix(matrix);
  if (!checked.ok) return checked;
  if (budget < 0 || people.some((person) => person.salary <= 0 || person.market <= 0)) return refused("out-of-range");
  const proposals: MeritProposal[] = [];
  for (const person of people) {
    const row = matrix.cells[person.band];
    if (row === undefined) return refused("out-of-range", { band: person.band });
    const compaRatio = (person.salary / person.market) * 100;
    const range = row[compaRatio < matrix.limits[0] ? 0 : compaRatio <= matrix.limits[1] ? 1 : 2];
    proposals.push({ compaRatio, range, increase: (range.low + range.high) / 2 });
  }
  const cost = people.reduce((sum, person, i) => sum + (person.salary * (proposals[i]?.increase ?? 0)) / 100, 0);
  const numbers = finiteList([cost, ...proposals.flatMap(({ compaRatio, increase }) => [compaRatio, increase])]);
  if (!numbers.ok) return numbers;
  return computed({ people: proposals, cost, budget, fit: cost > budget ? budget / cost : 1 });
}

/**
 * Performance pay by coefficients: base × company × department × personal.
 * @returns money, as the base; refused: "not-a-number", "negative"
 * Source: domain rule C16 (绩效系数).
 */
export function coefficientPay(base: number, company: number, department: number, personal: number): Computed<number> {
  const factors = [base, company, department, personal];
  if (!factors.every(Number.isFinite)) return refused("not-a-number");
  if (factors.some((factor) => factor < 0)) return refused("negative");
  return finite(factors.reduce((product, factor) => product * factor, 1));
}

export interface BandCoefficient {
  readonly band: string;
  /** Factor of the pay, 1 = as agreed. */
  readonly coefficient: number;
}
/** Starting values for letters; all of them are settings (domain rule C16). */
export const COEFFICIENT_DEFAULTS: readonly BandCoefficient[] = [
  { band: "A", coefficient: 1.2 },
  { band: "B", coefficient: 1 },
  { band: "C", coefficient: 0.8 },
  { band: "D", coefficient: 0.5 },
];

/**
 * The personal coefficient of a band, 1 = pay as agreed.
 * @returns refused: "missing-parameter" (a band not in the table), "shape" (there twice), "not-a-number", "negative"
 * Source: domain rule C16.
 */
export function coefficientOf(
  band: string,
  table: readonly BandCoefficient[] = COEFFICIENT_DEFAULTS,
): Computed<number> {
  const [found, again] = table.filter((row) => row.band === band);
  if (found === undefined) return refused("missing-parameter", { needs: band });
  if (again !== undefined) return refused("shape", { band });
  return found.coefficient < 0 ? refused("negative") : finite(found.coefficient);
}

export interface NineBoxLimits {
  /** Lower ends of "middle" and "high". */
  readonly performance: readonly [number, number];
  readonly potential: readonly [number, number];
}
/** 0 = low, 1 = middle, 2 = high. */
export interface NineBoxPlace {
  readonly performance: 0 | 1 | 2;
  readonly potential: 0 | 1 | 2;
  /** Potential is judged and nothing is written down that shows it; null where that was not asked. */
  readonly isUnproved: boolean | null;
}

/**
 * The box of one person.
 * @param performance, potential on the scale of their limits @param records number of records that show the potential;
 * leave it out where there is no register
 * @returns refused: "not-a-number", "out-of-range" (limits out of order)
 * Source: domain rule C16 (warn when potential has no evidence).
 */
export function nineBox(
  performance: number,
  potential: number,
  limits: NineBoxLimits,
  records?: number,
): Computed<NineBoxPlace> {
  const all = [performance, potential, ...limits.performance, ...limits.potential];
  if (!all.every(Number.isFinite)) return refused("not-a-number");
  if (limits.performance[0] >= limits.performance[1] || limits.potential[0] >= limits.potential[1])
    return refused("out-of-range");
  const level = (score: number, [middle, high]: readonly [number, number]): 0 | 1 | 2 =>
    score >= high ? 2 : score >= middle ? 1 : 0;
  return computed({
    performance: level(performance, limits.performance),
    potential: level(potential, limits.potential),
    isUnproved: records === undefined ? null : !(records > 0),
  });
}
