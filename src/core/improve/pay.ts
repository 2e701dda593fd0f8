/** From results to pay and talent: merit matrix with its budget, coefficients, nine-box. A base for people to decide, never a decision. */
import { computed, refused, type Computed } from "../model/computed";

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

/**
 * @param budget money for increases, same currency and period
 * @returns refused for salaries or markets that are not above 0, or bands the matrix does not have
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
  return computed({ people: proposals, cost, budget, fit: cost > budget ? budget / cost : 1 });
}

/**
 * Performance pay by coefficients: base × company × department × personal.
 * @returns money; refused for numbers that are none or negative
 */
export function coefficientPay(base: number, company: number, department: number, personal: number): Computed<number> {
  const factors = [base, company, department, personal];
  if (!factors.every(Number.isFinite)) return refused("not-a-number");
  if (factors.some((factor) => factor < 0)) return refused("negative");
  return computed(factors.reduce((product, factor) => product * factor, 1));
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
}

/** The box of one person; refused when limits are out of order or a score is no number. */
export function nineBox(performance: number, potential: number, limits: NineBoxLimits): Computed<NineBoxPlace> {
  const all = [performance, potential, ...limits.performance, ...limits.potential];
  if (!all.every(Number.isFinite)) return refused("not-a-number");
  if (limits.performance[0] >= limits.performance[1] || limits.potential[0] >= limits.potential[1])
    return refused("out-of-range");
  const level = (score: number, [middle, high]: readonly [number, number]): 0 | 1 | 2 =>
    score >= high ? 2 : score >= middle ? 1 : 0;
  return computed({
    performance: level(performance, limits.performance),
    potential: level(potential, limits.potential),
  });
}
