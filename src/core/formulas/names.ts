/** Names of an instance's tables, cells and words. All begin with eh_<instance>_. */
import type { WordKey } from "../blueprint/words";
import type { TableKey } from "../model/columns";

export interface InstanceNames {
  readonly instance: number;
  readonly table: (key: TableKey) => string;
  /** A setting or list: "Cap" → eh_1_Cap. */
  readonly setting: (key: SettingName) => string;
  /** A word that formulas show or compare with: eh_1_w_ok. */
  readonly word: (key: WordKey) => string;
  /** A column of the plan, by short name: eh_1_T. */
  readonly plan: (key: PlanName) => string;
  /** A limit of a check: eh_1_limit_W05_strong. */
  readonly limit: (code: string, threshold: string) => string;
}
export type SettingName =
  | "Stage"
  | "StageNo"
  | "From"
  | "To"
  | "AsOf"
  | "Cap"
  | "Floor"
  | "S0"
  | "Tolerance"
  | "MinApplicable"
  | "Stages"
  | "Kinds"
  | "Directions"
  | "Statuses"
  | "Signs"
  | "PeopleIds"
  | "IndicatorIds"
  | "PointScales"
  | "PointWorths"
  | "BandNames"
  | "GateIds"
  | "GateNames"
  | "GateCeilings"
  | "GateBelow"
  | "YesNo";
/** Columns of the plan that entry formulas look up. */
export type PlanName =
  | "id"
  | "weight"
  | "target"
  | "threshold"
  | "stretch"
  | "zero"
  | "low"
  | "high"
  | "distance"
  | "worst"
  | "maximum"
  | "unit"
  | "first"
  | "least"
  | "most"
  | "kind"
  | "ready";

/** Short, because an entry formula names up to a dozen of them. */
const PLAN_SHORT: Readonly<Record<PlanName, string>> = {
  id: "Id",
  weight: "Wt",
  target: "T",
  threshold: "H",
  stretch: "X",
  zero: "Z",
  low: "L",
  high: "U",
  distance: "D",
  worst: "W",
  maximum: "M",
  unit: "Un",
  first: "P",
  least: "Mn",
  most: "Mx",
  kind: "K",
  ready: "OK",
};

export function instanceNames(instance: number): InstanceNames {
  const prefix = `eh_${String(instance)}_`;
  return {
    instance,
    table: (key) => `${prefix}${key}`,
    setting: (key) => `${prefix}${key}`,
    word: (key) => `${prefix}w_${key}`,
    plan: (key) => `${prefix}${PLAN_SHORT[key]}`,
    limit: (code, threshold) => `${prefix}limit_${code}_${threshold}`,
  };
}

/** The parts of the name of a check's limit; null for any other name. Excel keeps the case of names. */
export function parseLimitName(
  name: string,
): { readonly instance: number; readonly code: string; readonly threshold: string } | null {
  const match = /^eh_(\d+)_limit_([A-Z]\d+)_(\w+)$/.exec(name);
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return null;
  return { instance: Number(match[1]), code: match[2], threshold: match[3] };
}

const LISTS: readonly SettingName[] = [
  "Stages",
  "Kinds",
  "Directions",
  "Statuses",
  "Signs",
  "PeopleIds",
  "IndicatorIds",
  "PointScales",
  "PointWorths",
  "BandNames",
  "GateIds",
  "GateNames",
  "GateCeilings",
  "GateBelow",
  "YesNo",
];
const RANGES: ReadonlySet<string> = new Set([...LISTS, ...Object.values(PLAN_SHORT)]);

/** Whether a name of ours stands for more than one cell: a list, or a column of the plan. */
export const isRangeName = (name: string): boolean => RANGES.has(/^eh_\d+_(\w+)$/.exec(name)?.[1] ?? "");
