/** What a scorecard knows about goals, talks and work beside its lines: the cascade, personal goals, objectives, check-ins, workload. */
import type { Aggregation } from "../cascade/periods";
import type { GoalNode } from "../cascade/tree";
import type { Location } from "./location";

/** Dates are Excel serials everywhere. */
export interface Span {
  readonly from: number | null;
  readonly to: number | null;
}

/** A goal of the tree from organisation to person. */
export interface CascadeGoal extends GoalNode {
  readonly name: string;
  readonly level: string;
  readonly owner: string;
  readonly period: Span;
  /** Targets of the periods of the year in order, with how they make the year; null where the goal is not phased. */
  readonly phases: {
    readonly aggregation: Aggregation;
    readonly targets: readonly (number | null)[];
    /** Where they stand, if not beside the goal. */
    readonly cell?: Location;
  } | null;
  readonly cell: Location;
}

/** A goal agreed with one person (management by objectives). */
export interface PersonalGoal {
  readonly id: string;
  /** Person id; "" when nobody is named. */
  readonly person: string;
  readonly text: string;
  readonly measure: string;
  /** The amount agreed, where it has a cell of its own; null while that is empty. */
  readonly target?: number | null;
  readonly due: number | null;
  /** When it was put down; null when not known. */
  readonly addedOn: number | null;
  readonly note: string;
  readonly cell: Location;
}

/** An objective of a strategy map. */
export interface Objective {
  readonly id: string;
  readonly name: string;
  /** Place of its perspective from the bottom of the map up: 1 learning … 4 financial, say; null when not known. */
  readonly level: number | null;
  readonly perspective: string;
  /** Ids of the objectives that it serves. */
  readonly serves: readonly string[];
  readonly cell: Location;
}

/** A talk with one person in the period. */
export interface CheckIn {
  readonly person: string;
  readonly date: number | null;
  /** "plan", "coach", "mid", "feedback", "appeal"; any other word as typed. */
  readonly kind: string;
  readonly action: string;
  readonly owner: string;
  readonly due: number | null;
  /** Whether the agreed action is done. */
  readonly done: boolean;
  readonly next: number | null;
  readonly cell: Location;
}

/** A task of the workload register. */
export interface WorkloadTask {
  readonly person: string;
  readonly task: string;
  /** Difficulty or size in points. */
  readonly points: number | null;
  /** Own share of it, 0–1. */
  readonly share: number | null;
  readonly checkedBy: string;
  readonly cell: Location;
}
