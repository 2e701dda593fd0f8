/** A finding that somebody looked at and let stand, with a reason: a row of the visible log. */

/** Where a row of the log stands: it counts only as "accepted". */
export type AcceptanceState = "accepted" | "expired" | "withdrawn" | "closed";

/** What an acceptance is about, by ids that stay when names, sheets and places change. */
export interface AcceptanceKey {
  /** "i1": the first scorecard of ours; "s{…}": a sheet of the user by Excel's id, or by its name where there is none. */
  readonly scope: string;
  /** Job group of a plan of ours; number of the block on a sheet of the user. */
  readonly plan: string;
  /** Id of the person, or the label where the sheet has no ids; "" where the finding is about nobody. */
  readonly person: string;
  /** The same for the indicator. */
  readonly indicator: string;
}

export interface Acceptance {
  readonly rule: string;
  readonly reason: string;
  readonly initials: string;
  /** Excel's day number, or what somebody made of it. */
  readonly date: number | string;
  readonly state: AcceptanceState;
  /** The state as the cell says it. */
  readonly stateText: string;
  readonly key: AcceptanceKey;
  /** Fingerprint of the values that were accepted. */
  readonly print: string;
  /** The sheet as it was called then. */
  readonly sheet: string;
  /** Row of the log sheet, from 0. */
  readonly row: number;
}
