/** What is made of several sheets of one shape: one ranking, what differs between them, and what was left out. */
import type { BlockJudgement } from "../assessment";
import type { Location } from "../model/location";
import type { Message } from "../model/message";
import type { OwnDifference } from "../model/scorecard";
import type { SnapshotSheet } from "../recognise/snapshot";
import type { PersonResult } from "../scoring/scoreCard";

/** "people": everybody stands on one sheet. "periods": the same people on several; the mean of their totals counts. */
export type FamilyKind = "people" | "periods";

/** A sheet of the family with the block that counts. */
export interface FamilyMember {
  readonly sheet: SnapshotSheet;
  readonly block: BlockJudgement;
  /** What totals of this sheet are multiplied with to be in the unit of all. */
  readonly factor: number;
  readonly alarms: { readonly errors: number; readonly warnings: number };
  /** Rows and columns that are hidden there and count all the same. */
  readonly hidden: readonly Message[];
}
/** A person's result on one sheet, in the unit of all. */
export interface FamilyPart {
  readonly member: number;
  /** Place among the results of the sheet. */
  readonly index: number;
  readonly total: number | null;
}
export interface FamilyPerson extends Pick<
  PersonResult,
  "name" | "cell" | "total" | "soFar" | "low" | "high" | "coverage" | "rank" | "band"
> {
  readonly parts: readonly FamilyPart[];
}
/** Something that differs between the sheets, or stands on one of them only. */
export interface FamilyNote {
  readonly severity: "warning" | "note";
  readonly location: Location;
  readonly message: Message;
}
export interface Family {
  readonly kind: FamilyKind;
  readonly members: readonly FamilyMember[];
  readonly people: readonly FamilyPerson[];
  readonly notes: readonly FamilyNote[];
  /** Totals and ranks of the sheets that are others than computed. */
  readonly differences: readonly OwnDifference[];
  /** Sheets that look alike and cannot be taken, and why. */
  readonly leftOut: readonly { readonly sheet: string; readonly reason: Message }[];
}
