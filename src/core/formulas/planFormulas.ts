/**
 * Formulas of the Plan table and of the weight totals beside it. Attainment rules: domain rule C2 — a curve through
 * (zero, 0), (threshold, S0), (target, 1), (stretch, cap); the zero point goes on with the slope below the threshold; a rating
 * through the points table.
 */
import type { FormulaKind } from "../blueprint/words";
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { STEP_PARAMETERS } from "../model/line";
import { cellFormula, column, here, ruleFormula } from "./columns";
import type { InstanceNames } from "./names";

/** Headers of the plan's columns by key; columns that the template does not use are missing. */
export type PlanHeaders = Readonly<Partial<Record<string, string>>>;

const at = (headers: PlanHeaders, key: string): string => here(headers[key] ?? key);
const isNumber = (headers: PlanHeaders, key: string): string =>
  headers[key] === undefined ? "FALSE" : `ISNUMBER(${at(headers, key)})`;

/** −1 where lower is better, else 1. */
export const signFormula = (names: InstanceNames, headers: PlanHeaders): CellFormula =>
  cellFormula(headers["direction"] === undefined ? "1" : `IF(${at(headers, "direction")}=${names.word("lower")},-1,1)`);

/** Place of the line's kind in the Kinds list, 0 when it is none of them. */
export const kindFormula = (names: InstanceNames, headers: PlanHeaders): CellFormula =>
  cellFormula(`IFERROR(MATCH(${at(headers, "kind")},${names.setting("Kinds")},0),0)`);

/**
 * Zero point in force: as typed, else so that the slope between threshold and target goes on (no cliff). Source: domain
 * rule C2.
 */
export function zeroFormula(names: InstanceNames, headers: PlanHeaders): CellFormula {
  const t = at(headers, "threshold");
  const goal = at(headers, "target");
  const s0 = names.setting("S0");
  const computed = `IF(AND(ISNUMBER(${t}),ISNUMBER(${goal}),${s0}<1),${t}-${s0}/(1-${s0})*(${goal}-${t}),"")`;
  return cellFormula(
    headers["zeroPoint"] === undefined
      ? computed
      : `IF(ISNUMBER(${at(headers, "zeroPoint")}),${at(headers, "zeroPoint")},${computed})`,
  );
}

/** Stretch in force: as typed, else the target (flat at 1 above it). Source: domain rule C2. */
export const stretchFormula = (headers: PlanHeaders): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${at(headers, "stretch")}),${at(headers, "stretch")},IF(ISNUMBER(${at(headers, "target")}),${at(headers, "target")},""))`,
  );

/** The first cut-off with both its worths; each further one above the one before, with its worth, none left out between. */
function stepsReady(headers: PlanHeaders): string {
  const further = STEP_PARAMETERS.slice(1).map(([cutOff, worth], i) => {
    const later = STEP_PARAMETERS.slice(i + 2).flat();
    const none = later.length === 0 ? "TRUE" : `COUNT(${later.map((key) => at(headers, key)).join(",")})=0`;
    const own = `COUNT(${at(headers, cutOff)},${at(headers, worth)})`;
    const under = at(headers, STEP_PARAMETERS[i]?.[0] ?? "");
    return `IF(${own}=0,${none},AND(${own}=2,${at(headers, cutOff)}>${under}))`;
  });
  const first = ["worthBelow", "step1", "worth1"].map((key) => isNumber(headers, key));
  return `AND(${[...first, ...further].join(",")})`;
}

function readyBranch(kind: FormulaKind, headers: PlanHeaders, sign: string): string {
  const number = (key: string): string => isNumber(headers, key);
  switch (kind) {
    case "curve":
      // Zero point, threshold, target and stretch in this order, or the line would reward the worse result.
      return (
        `AND(${number("threshold")},${number("target")},${sign}*(${at(headers, "target")}-${at(headers, "threshold")})>0,` +
        `${sign}*(${at(headers, "threshold")}-${at(headers, "zeroUsed")})>0,${sign}*(${at(headers, "stretchUsed")}-${at(headers, "target")})>=0)`
      );
    case "range":
      return `AND(${number("low")},${number("high")},${number("zeroDistance")},${at(headers, "high")}>=${at(headers, "low")},${at(headers, "zeroDistance")}>0)`;
    case "zero":
      return `AND(${number("worstAllowed")},${at(headers, "worstAllowed")}>0)`;
    case "points":
      return `AND(${number("maximum")},${at(headers, "maximum")}>0)`;
    case "rating":
      return `${at(headers, "firstPoint")}>0`;
    case "milestone":
    case "yesNo":
      return "TRUE";
    case "linear":
      return `AND(${number("baseline")},${number("target")},${at(headers, "baseline")}<>${at(headers, "target")})`;
    case "ratio":
      return `AND(${number("target")},${at(headers, "target")}>0)`;
    case "deviation":
    case "nominal":
      return `AND(${number("target")},${at(headers, "target")}<>0)`;
    case "steps":
      return stepsReady(headers);
    case "deduction":
      return `AND(${number("maximum")},${number("unitPoints")},${at(headers, "maximum")}>0,${at(headers, "unitPoints")}>=0)`;
  }
}

/**
 * Where the worths of the line's rating scale begin in the Points table; 0 when the table does not have the scale.
 * Source: domain rule C2.
 */
export const firstPointFormula = (names: InstanceNames, headers: PlanHeaders): CellFormula =>
  cellFormula(`IFERROR(MATCH(${at(headers, "maximum")},${names.setting("PointScales")},0),0)`);

/** Further than any actual: what may be typed is free on this side. */
const NO_LIMIT = "1E+15";
/**
 * Least and most that an actual of a kind may be, null where it is free. As core refuses what is outside, so does the
 * sheet.
 */
const LIMITS: Readonly<Record<FormulaKind, readonly [least: string | null, most: "maximum" | "1" | null]>> = {
  curve: [null, null],
  range: [null, null],
  zero: ["0", null],
  points: ["0", "maximum"],
  rating: ["1", "maximum"],
  milestone: ["0", "1"],
  linear: [null, null],
  ratio: ["0", null],
  deviation: [null, null],
  nominal: [null, null],
  deduction: ["0", null],
  yesNo: ["0", "1"],
  steps: [null, null],
};
/** Whether any of the kinds takes only some numbers. */
export const hasLimits = (kinds: readonly FormulaKind[]): boolean =>
  kinds.some((kind) => LIMITS[kind].some((limit) => limit !== null));

/** The least (side 0) or most (side 1) that may be typed as an actual of the line. */
export function limitFormula(
  headers: PlanHeaders,
  kinds: readonly FormulaKind[],
  kindHeader: string,
  side: 0 | 1,
): CellFormula {
  const free = side === 0 ? `-${NO_LIMIT}` : NO_LIMIT;
  const limits = kinds.map((kind) => {
    const limit = LIMITS[kind][side];
    return limit === null ? free : limit === "maximum" ? `N(${at(headers, "maximum")})` : limit;
  });
  return cellFormula(`CHOOSE(${here(kindHeader)}+1,${free},${limits.join(",")})`);
}

/**
 * 1 when everything that the line's kind needs is there and makes sense, else 0. `headers` with those of the calculated
 * columns. Source: domain rules C1, C2.
 */
export function readyFormula(
  headers: PlanHeaders,
  kinds: readonly FormulaKind[],
  kindHeader: string,
  signHeader: string,
): CellFormula {
  const branches = kinds.map((kind) => readyBranch(kind, headers, here(signHeader)));
  return cellFormula(`IF(IFERROR(CHOOSE(${here(kindHeader)}+1,FALSE,${branches.join(",")}),FALSE),1,0)`);
}

/**
 * Word of the Check column: weight missing, line incomplete, weights of the job group off, or OK. Source: checks C04,
 * W01, W02.
 */
export function planCheckFormula(
  names: InstanceNames,
  headers: PlanHeaders,
  readyHeader: string,
  weights: { readonly table: string; readonly group: string; readonly total: string },
): CellFormula {
  const weight = at(headers, "weight");
  // Compared as text: a job group's name is the user's, and MATCH would read wildcards in it.
  const total = `SUMPRODUCT(--(${column(weights.table, weights.group)}=${at(headers, "jobGroup")}),${column(weights.table, weights.total)})`;
  return cellFormula(
    `IF(NOT(ISNUMBER(${weight})),${names.word("weightMissing")},IF(${weight}<0,${names.word("weightMissing")},` +
      `IF(${here(readyHeader)}<>1,${names.word("incomplete")},` +
      `IF(ABS(${total}-100)>${names.setting("Tolerance")},${names.word("weightsOff")},${names.word("ok")}))))`,
  );
}

/**
 * Sum of the weights of a job group, in points. Compared as text, so that no wildcard of a name counts. Source: domain
 * rule C3.
 */
export const weightTotalFormula = (
  plan: string,
  groupHeader: string,
  weightHeader: string,
  ownGroup: string,
): CellFormula =>
  cellFormula(`ROUND(SUMPRODUCT(--(${column(plan, groupHeader)}=${here(ownGroup)}),${column(plan, weightHeader)}),6)`);

/**
 * A word: whether the weights of a line's job group add up to 100 points, within the tolerance on Settings (rule W01).
 */
export const weightCheckFormula = (names: InstanceNames, totalHeader: string): CellFormula =>
  cellFormula(
    `IF(ABS(${here(totalHeader)}-100)>${names.setting("Tolerance")},${names.word("weightsOff")},${names.word("ok")})`,
  );

/** True in rows whose check word is not OK. `check` is the first cell of the check column, column absolute: "$T6". */
export const notOkRule = (names: InstanceNames, check: string): RuleFormula =>
  ruleFormula(`AND(LEN(${check})>0,${check}<>${names.word("ok")})`);
