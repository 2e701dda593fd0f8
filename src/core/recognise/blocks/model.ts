/** What was understood of a block: criteria, subjects and the cells that hold scores, weights, totals and ranks. */
import type { Rect } from "../../model/a1";
import type { CellValue } from "../snapshot";
import type { CellRef } from "./formulaFacts";

export type Layout =
  "matrix" | "transposed" | "form" | "long" | "rubric" | "balanced-scorecard" | "periods" | "pairwise" | "other";

export type BlockRole =
  | "person"
  | "id"
  | "criterion"
  | "group"
  | "weight"
  | "target"
  | "actual"
  | "score"
  | "weighted"
  | "total"
  | "rank"
  | "band"
  | "evidence"
  | "rater"
  | "period";

/** Why no weighted total is possible. */
export type RefusalCode =
  | "notAScorecard"
  | "noPeople"
  | "noCriteria"
  | "noWeights"
  | "noScores"
  | "pairwise"
  | "definitions"
  | "mixedWeights"
  | "mixedScales"
  | "symbols"
  | "severalRows"
  | "ticks"
  | "noHeader"
  | "fuzzy"
  /** Results made by multiplying powers of the scores. */
  | "powers"
  /** Each criterion's weight is shared out among parts: nobody is scored. */
  | "allocation"
  /** Points of sections count up to their full marks inside the formula of the total. */
  | "capped"
  /** How often each level was answered. */
  | "tallies";

export interface ItemWeight {
  readonly value: number | null;
  readonly raw: CellValue;
  /** null: only in formulas. */
  readonly cell: CellRef | null;
  /** One cell for several items. */
  readonly shared?: true;
}
export interface Item {
  readonly name: string;
  readonly cell: CellRef;
  readonly group: string;
  readonly weight: ItemWeight;
  /** The less the better. */
  readonly lower: boolean;
}
/** A section with a weight of its own, where weights have two levels. */
export interface Section {
  readonly name: string;
  readonly weight: ItemWeight;
}
export interface Subject {
  readonly label: string;
  readonly cell: CellRef;
  /** One a criterion; null where the subject has no cell for it. */
  readonly scores: readonly (CellRef | null)[];
  /** Columns of the scores where all stand in the subject's own row: read without making a cell for each. */
  readonly across?: readonly number[];
  /** One a criterion, where a target stands beside an actual. */
  readonly targets: readonly (CellRef | null)[];
  readonly total: CellRef | null;
  readonly rank: CellRef | null;
}
/** Points that totals take as they stand, beside the weights: a column of a matrix, or a row of a form. */
export type Beside = {
  readonly name: string;
  /** -1: taken off. */
  readonly sign: 1 | -1;
} & ({ readonly column: number } | { readonly row: number });
/** A row of a matrix; makes cells only when asked, for ten thousand people have many. */
export class MatrixRow implements Subject {
  constructor(
    readonly label: string,
    private readonly row: number,
    private readonly labelColumn: number,
    readonly across: readonly number[],
    private readonly own: {
      readonly total: number | null;
      readonly rank: number | null;
      /** Row of the full marks that scores are shares of; null where they count as they are. */
      readonly full: number | null;
    },
  ) {}
  get targets(): readonly CellRef[] {
    const { full } = this.own;
    return full === null ? [] : this.across.map((column) => ({ row: full, column }));
  }
  get cell(): CellRef {
    return { row: this.row, column: this.labelColumn };
  }
  get scores(): readonly CellRef[] {
    return this.across.map((column) => ({ row: this.row, column }));
  }
  get total(): CellRef | null {
    return this.at(this.own.total);
  }
  get rank(): CellRef | null {
    return this.at(this.own.rank);
  }
  private at(column: number | null): CellRef | null {
    return column === null ? null : { row: this.row, column };
  }
}
export interface Understood {
  readonly layout: Layout;
  readonly items: readonly Item[];
  /** Two levels of weights: those of the items then count within their section. */
  readonly sections?: readonly Section[];
  /** Sections whose weight the items share out between them (30 + 30 of 60): no level of its own, but a sum to keep. */
  readonly sums?: readonly Section[];
  /** Where criteria or weights differ from person to person: the block once for each plan, with whom it is for. */
  readonly parts?: readonly Understood[];
  readonly subjects: readonly Subject[];
  /** Bonus and deductions; absent where the sheet's own totals show none. */
  readonly besides?: readonly Beside[];
  readonly roles: Readonly<Partial<Record<BlockRole, readonly Rect[]>>>;
  /** How sure each role is, 0–1. */
  readonly sure: Readonly<Partial<Record<BlockRole, number>>>;
  /** Rows that have no weight on purpose, before it is known what the totals make of them (`besides`). */
  readonly added?: readonly { readonly row: number; readonly name: string }[];
  /** The weights do not stand on the sheet, and were worked out from scores and totals. */
  readonly solved?: true;
  /** Hints of the header over the weights. */
  readonly weightHeader: string;
  readonly scoreKind: "score" | "attainment";
  readonly refusal: RefusalCode | null;
}
