/** Names of an instance's tables, cells and words. All begin with eh_<instance>_. */
import type { WordKey } from "../blueprint/words";
import type { TableKey } from "../model/columns";
import type { STEP_NUMBERS } from "../model/line";

export interface InstanceNames {
  readonly instance: number;
  readonly table: (key: TableKey) => string;
  /** A setting or list: "Cap" → eh_1_Cap. */
  readonly setting: (key: SettingName) => string;
  /** A word that formulas show or compare with: eh_1_w_ok. */
  readonly word: (key: WordKey) => string;
  /** A column of the plan, by short name: eh_1_T. */
  readonly plan: (key: PlanName) => string;
  /** A table, one cell, a range (list, table column) or a word that a method workbook names by itself. */
  readonly own: {
    readonly table: (key: string) => string;
    readonly cell: (key: string) => string;
    readonly range: (key: string) => string;
    readonly word: (key: string) => string;
  };
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
  /** What a milestone loses for each day late. */
  | "LatePerDay"
  | "Tolerance"
  | "MinApplicable"
  | "MinCoverage"
  | "Policy"
  /** Place of the policy in the list of policies. */
  | "PolicyNo"
  | "Neutral"
  | "Policies"
  | "Stages"
  | "Kinds"
  | "Directions"
  | "Statuses"
  | "Signs"
  | "Natures"
  | "PeopleIds"
  | "IndicatorIds"
  | "PointScales"
  | "PointWorths"
  | "BandNames"
  | "GateIds"
  | "GateNames"
  | "GateCeilings"
  | "GateBelow"
  | "YesNo"
  /** Bonus and deduction items: ids, names, 1 or −1, points each time, most points, a sentence; words for the two sides. */
  | "ItemIds"
  | "ItemNames"
  | "ItemSigns"
  | "ItemPoints"
  | "ItemMost"
  | "ItemTexts"
  | "ItemSides"
  | "MaxBonus"
  | "MaxDeduction"
  | "PagePerson"
  | "PlanPerson"
  /** Number of the picked person's plan. */
  | "PagePersonNo"
  | "PlanPersonNo"
  | "ProgressPerson"
  | "ProgressPersonNo"
  | "SchemePerson"
  | "SchemePersonNo"
  /** Ids of an entry sheet's lines, and what to aim at, in the order of its columns. */
  | `Lines${number}`
  | `Aims${number}`
  /** Their weights, where an entry form adds them up. */
  | `Weights${number}`;
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
  | "baseline"
  | "unitPoints"
  | "sign"
  | "unit"
  | "first"
  | "least"
  | "most"
  | "kind"
  | "ready"
  | (typeof STEP_NUMBERS)[number];

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
  baseline: "B",
  unitPoints: "UP",
  sign: "S",
  unit: "Un",
  first: "P",
  least: "Mn",
  most: "Mx",
  kind: "K",
  ready: "OK",
  worthBelow: "W0",
  step1: "C1",
  worth1: "W1",
  step2: "C2",
  worth2: "W2",
  step3: "C3",
  worth3: "W3",
  step4: "C4",
  worth4: "W4",
};

/**
 * The names of one scorecard in the workbook: tables and names begin with eh_ and its number, so that several stand
 * side by side (design: instance number).
 */
export function instanceNames(instance: number): InstanceNames {
  const prefix = `eh_${String(instance)}_`;
  return {
    instance,
    table: (key) => `${prefix}${key}`,
    setting: (key) => `${prefix}${key}`,
    word: (key) => `${prefix}w_${key}`,
    plan: (key) => `${prefix}${PLAN_SHORT[key]}`,
    own: {
      table: (key) => `${prefix}${key}`,
      cell: (key) => `${prefix}c_${key}`,
      range: (key) => `${prefix}r_${key}`,
      word: (key) => `${prefix}w_${key}`,
    },
  };
}

const LISTS: readonly SettingName[] = [
  "Policies",
  "Stages",
  "Kinds",
  "Directions",
  "Statuses",
  "Signs",
  "Natures",
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
  "ItemIds",
  "ItemNames",
  "ItemSigns",
  "ItemPoints",
  "ItemMost",
  "ItemTexts",
  "ItemSides",
];
const RANGES: ReadonlySet<string> = new Set([...LISTS, ...Object.values(PLAN_SHORT)]);

/** Whether a name of ours stands for more than one cell: a list, or a column of the plan. */
export function isRangeName(name: string): boolean {
  const own = /^eh_\d+_(\w+)$/.exec(name)?.[1] ?? "";
  return RANGES.has(own) || own.startsWith("r_") || /^(?:Lines|Aims|Weights)\d+$/.test(own);
}
