/** A located scorecard: what recognition found, every part with its cell. The input of scoring, ranking and checks. */
import type { CellValue } from "../recognise/snapshot";
import type { ItemLimits, ItemSide } from "../schema/template";
import type { Band } from "../scoring/bands";
import type { ScoringSettings } from "../scoring/settings";
import type { MissingPolicy } from "../scoring/totals";
import type { WeightScale } from "../weighting/family";
import type { PlanColumn } from "./columns";
import type { Stage, Standing } from "./finding";
import type { LineRule } from "./line";
import type { Location } from "./location";
import type { CascadeGoal, CheckIn, Objective, PersonalGoal, WorkloadTask } from "./planning";
import type { Ratings } from "./ratings";

export interface Weight {
  /** The number in the cell's own unit; null when the cell is empty or no number. */
  readonly value: number | null;
  readonly raw: CellValue;
  readonly cell: Location;
  /** Stands in no cell of its own (inside a formula, or merged over several lines): nothing there can be changed. */
  readonly derived?: true;
  /** Is 0 on purpose: a formula chose it, the line's name says that it is for information, or nobody has a score on it. */
  readonly switchedOff?: true;
}
export interface PlanLine {
  readonly id: string;
  readonly name: string;
  /** Section or perspective, "" for none. */
  readonly section: string;
  readonly weight: Weight;
  /** How an actual becomes attainment; null where the cells hold scores already. */
  readonly rule: LineRule | null;
  /** On a sheet of the user: the less, the better, and taken off the total. */
  readonly lower?: true;
  /** What the line measures: what drives results (lead) or results themselves (lag); absent where the plan does not say. */
  readonly nature?: "lead" | "lag";
  /** Weight at sign-off, in the unit of `weight`; absent where the plan was not signed. */
  readonly agreed?: { readonly value: number; readonly cell: Location };
  /** A word in the kind's cell that is no kind. */
  readonly unknownKind: string | null;
  /** Cells of a generated Plan by column. */
  readonly cells: Readonly<Partial<Record<PlanColumn, Location>>>;
  /** Texts of a generated Plan by column ("" when empty). */
  readonly texts: Readonly<Partial<Record<PlanColumn, string>>>;
}
export interface Actual {
  readonly raw: CellValue;
  /** The number, also when it is written as text; null when there is none. */
  readonly value: number | null;
  /** Not applicable, and a reason is given. */
  readonly notApplicable: boolean;
  readonly cell: Location;
  /** On a sheet of the user: what the number scores, where that is not the number itself (attainment of a target). */
  readonly score?: number | null;
  /** A target of the person's own for this line; null where what stands there is no number, absent where nothing does. */
  readonly ownTarget?: number | null;
  /** Tries or days late stand beside it that cannot be used; absent otherwise: what they make of the number is in `value`. */
  readonly secondOff?: true;
  /** What is written beside it; absent where the sheet has no such column. */
  readonly comment?: string;
}
/** A gate as the scorecard declares it; what is missing is "" or null. */
export interface GateDefinition {
  readonly id: string;
  readonly name: string;
  /** Id of the line whose actual decides; "" where the gate is answered. */
  readonly indicator: string;
  /** The gate is broken by actuals below this. */
  readonly below: number | null;
  /** Name of the best band that a broken gate leaves. */
  readonly bestBand: string;
  readonly cell: Location;
}
/** A bonus or deduction item as the scorecard declares it; what is missing is "" or null. */
export interface ItemDefinition {
  readonly id: string;
  readonly name: string;
  readonly side: ItemSide | null;
  /** Points each time. */
  readonly points: number | null;
  /** Most points of a person for it; null for none. */
  readonly limit: number | null;
  /** Something stands where the limit belongs, and it is no number. */
  readonly hasUnreadLimit: boolean;
  readonly cell: Location;
}
/** An entry of the register of bonus and deductions; what is missing is "" or null. */
export interface ItemEntry {
  readonly id: string;
  readonly person: string;
  readonly item: string;
  readonly times: number | null;
  readonly what: string;
  readonly record: string;
  readonly date: number | null;
  readonly cell: Location;
}
/** Bonus and deductions: points beside the 100. */
export interface Extras {
  readonly items: readonly ItemDefinition[];
  readonly entries: readonly ItemEntry[];
  /** Most points of a person on each side. */
  readonly limits: ItemLimits;
}
/** One row of the table that says what the points of a rating scale are worth. */
export interface PointWorth {
  /** Points of the scale. */
  readonly scale: number;
  readonly point: number;
  /** Attainment, 1 = target; null where the cell holds no number. */
  readonly worth: number | null;
  readonly cell: Location;
}
/** A gate as it stands for one person: broken, it holds the band down whatever the total says. */
export interface PersonGate {
  readonly id: string;
  readonly name: string;
  /** null: not answered, or the indicator has no number yet. */
  readonly passed: boolean | null;
  /** Name of the best band that a broken gate leaves. */
  readonly bestBand: string;
  readonly cell: Location;
}
/** A cell for what results rest on; "" when it is empty. */
export interface Proof {
  readonly text: string;
  readonly cell: Location;
}
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly jobGroup: string;
  readonly cell: Location;
  /** What the row of a sheet of the user says that the results rest on; absent where it has no such column. */
  readonly proof?: Proof;
  /** The same where each line of the plan has a row of its own: one a line, null where it has no row. */
  readonly proofs?: readonly (Proof | null)[];
  /** First and last day under the plan, null where the cell is empty; absent where the list has no such columns. */
  readonly stay?: { readonly from: number | null; readonly to: number | null };
  /** false: not in the list of people of the workbook. */
  readonly isListed?: boolean;
  /** Points that the totals of a sheet of the user add and take off beside the weights; absent where it has none. */
  readonly beside?: { readonly bonus: number; readonly deduction: number };
  /** Position of the plan in `Scorecard.plans`. */
  readonly plan: number;
  /** One a line of the plan; empty when the person has no entry row. */
  readonly actuals: readonly Actual[];
  /** Number of a line, where all of them are plain numbers on the sheet's own scale; absent: ask `actuals`. */
  readonly numberAt?: (line: number) => number;
  /** Last period's attainment by line of the plan (1 = target, null unknown); absent where there is no last period. */
  readonly previous?: readonly (number | null)[];
  /** Absent where the scorecard has no gates. */
  readonly gates?: readonly PersonGate[];
  /** What the sheet's own total and rank say; null where it has none. */
  readonly ownTotal: { readonly value: number | null; readonly cell: Location } | null;
  readonly ownRank: { readonly value: number | null; readonly cell: Location } | null;
}
/** A section with a weight of its own. */
export interface PlanSection {
  readonly name: string;
  /** null: no number. */
  readonly points: number | null;
  readonly cell: Location;
  /** What the cell holds, and one point in its unit (1, or 0.01); absent where the weight cannot be changed there. */
  readonly written?: { readonly raw: number | string; readonly point: number };
}
export interface Plan {
  readonly name: string;
  readonly lines: readonly PlanLine[];
  /** null: the weights cannot be read as one scale. */
  readonly scale: WeightScale | null;
  /** All weight cells in one rectangle. */
  readonly weights: Location;
  /** Sections with weights of their own (two levels), in points; the lines' weights are then points within their section. */
  readonly sections?: readonly PlanSection[];
  /** Sections whose weight the weights of their lines are parts of, in points: nothing is multiplied by it, but the parts should make it. */
  readonly sums?: readonly PlanSection[];
  /** Lines of this plan that have no place on its entry sheet: they count in the weights and nobody can be scored on them. */
  readonly unplaced?: readonly PlanLine[];
  /** Header row of the entry block and the rows of people under it, for marks. */
  readonly block: EntryBlock | null;
  /** Only on a sheet of the user. */
  readonly own?: OwnScale;
  /** Place among all blocks of the sheet, from 0, where only some of them are scored; absent: its own place. */
  readonly place?: number;
}
/** The scale that a sheet of the user has of its own. */
export interface OwnScale {
  /** Top of the scale of scores; null where the scores do not show it. */
  readonly top: number | null;
  /** What a missing line scores at best. */
  readonly best: number;
  /** What weighted means are multiplied with to be in the unit of the sheet's own totals. */
  readonly unit: number;
  /** Within this its own totals agree with ours: what their digits can show. */
  readonly tolerance: number;
  /** Other numbers stand between the weights: a mark over their range would accuse them. */
  readonly weightsAreApart: boolean;
}
export interface EntryBlock {
  readonly sheet: string;
  readonly firstRow: number;
  readonly rows: number;
  readonly personColumn: number;
  /** Who stands in the label column: people, or criteria with the people across. */
  readonly labels: "people" | "criteria";
  /** Column of the criteria beside the people's, where a row is one person on one criterion. */
  readonly secondColumn?: number;
  /** Column of each line's actual. */
  readonly columns: readonly number[];
  /** Runs of rows without the totals and headings between them; absent: all rows from the first on. */
  readonly spans?: readonly { readonly firstRow: number; readonly rows: number }[];
  /** Column of what the results in a row rest on, a person's or one line's; absent where there is none. */
  readonly evidenceColumn?: number;
}
export interface EvidenceRecord {
  readonly id: string;
  /** Person id as typed; null for everybody. */
  readonly person: string | null;
  readonly indicator: string;
  readonly eventDate: number | null;
  readonly cell: Location;
  /** The rest of the record, where the register has the column; texts are "" and dates null when empty. */
  readonly recordedDate?: number | null;
  readonly what?: string;
  /** Speaks for ("+") or against ("-") the person; "" when it does not say. */
  readonly sign?: "+" | "-" | "";
  readonly source?: string;
  /** The source's kind where the source is one of the words for it. */
  readonly sourceKind?: "system" | "document" | "observation" | "customer";
  readonly observer?: string;
  readonly link?: string;
  readonly verifiedBy?: string;
  readonly sharedOn?: number | null;
  /** Made by us to show how it works. */
  readonly isSample?: boolean;
}
export interface Scorecard {
  readonly origin: "generated" | "recognised";
  readonly sheet: string;
  readonly title: string;
  readonly instance: number | null;
  /** null on a sheet of the user: checks go by what is filled in. */
  readonly stage: Stage | null;
  readonly plans: readonly Plan[];
  readonly people: readonly Person[];
  readonly evidence: readonly EvidenceRecord[] | null;
  readonly bands: readonly Band[];
  readonly bandCells: readonly Location[];
  /** Rows of the band table that lack a cut-off or a name and so are no bands. */
  readonly brokenBands?: readonly { readonly name: string; readonly cell: Location }[];
  readonly policy: MissingPolicy;
  readonly settings: ScoringSettings;
  readonly rankMethod: "competition" | "dense";
  /** What a missing line scores at best. */
  readonly best: number;
  readonly period: { readonly from: number | null; readonly to: number | null };
  readonly hasSample: boolean;
  /** Method of the template ("kpi", "bsc", "360", "bars" …); absent where it is not known. */
  readonly method?: string;
  /** The day that the workbook speaks of, as a date serial; absent where it does not say. */
  readonly asOf?: number;
  /** When both sides signed the plan; absent when they have not. */
  readonly signedOn?: number;
  /** Limits of the checks as the workbook's settings say: code → threshold → number. */
  readonly limits?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Cells of those limits, by "code.threshold". */
  readonly limitCells?: Readonly<Record<string, Location>>;
  /** Absent where the scorecard has none. */
  readonly gates?: readonly GateDefinition[];
  /** Absent where the scorecard has no bonus and deduction items. */
  readonly extras?: Extras;
  readonly points?: readonly PointWorth[];
  readonly overwritten?: readonly OverwrittenFormula[];
  /** On a sheet of the user: its own totals and ranks that are not ours. */
  readonly differences?: readonly OwnDifference[];
  /** On a sheet of the user: weights, totals and ranks of its own that show an error. */
  readonly broken?: readonly BrokenCell[];
  /** On a sheet of the user: where bands written out on it do not meet. */
  readonly bandGaps?: readonly OwnBandGap[];
  /** Parts that only some scorecards have; absent, never empty, where there are none. */
  readonly ratings?: Ratings;
  readonly cascade?: readonly CascadeGoal[];
  readonly goals?: readonly PersonalGoal[];
  readonly objectives?: readonly Objective[];
  readonly checkIns?: readonly CheckIn[];
  readonly workload?: readonly WorkloadTask[];
}

/** Values between two bands of the user's sheet that neither takes ("gap"), or both do ("overlap"). */
export interface OwnBandGap {
  readonly kind: "gap" | "overlap";
  /** The upper one of the two bands. */
  readonly cell: Location;
  readonly from: number;
  readonly to: number;
  readonly unit: "%" | "";
}
/** A cell of the user's sheet that shows an error instead of a weight, a weighted value, a total, a rank or the sum of the weights. */
export interface BrokenCell {
  readonly kind: "weight" | "weighted" | "total" | "rank" | "sum";
  /** Whose it is: the criterion's name, or the person's. */
  readonly name: string;
  readonly plan: string;
  /** "#REF!" */
  readonly error: string;
  readonly cell: Location;
}
/** A total or rank of the user's sheet that differs from ours, and the mistake where it is a known one. */
export interface OwnDifference {
  readonly kind: "total" | "rank";
  readonly cell: Location;
  readonly person: string;
  readonly plan: string;
  readonly shown: number;
  /** null: none yet, while a score is missing. */
  readonly computed: number | null;
  readonly mistake: Mistake;
}
export type Mistake =
  | "rank-range-slides"
  | "subtotal-counted-twice"
  | "unweighted-sum"
  | "equal-totals-ranked-apart"
  | "text-number-skipped"
  | "too-few-columns"
  | "blank-counted-as-zero"
  | "total-differs"
  | "rank-differs";

/** A cell of a calculated column in which something was typed, or whose formula was deleted or changed. */
export interface OverwrittenFormula {
  readonly header: string;
  readonly cell: Location;
  readonly holds: Standing;
  /** A cell of the same column that still has the formula. */
  readonly source: Location;
}

/** An actual that makes its location only when asked: a large sheet has many cells and few findings. */
export class ActualCell implements Actual {
  constructor(
    readonly raw: CellValue,
    readonly value: number | null,
    readonly notApplicable: boolean,
    private readonly sheet: string,
    private readonly row: number,
    private readonly column: number,
  ) {}

  get cell(): Location {
    return cellAt(this.sheet, this.row, this.column);
  }
}

/** A row of a sheet, one object for all its cells. */
export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
}

/** An actual that is a plain number, as nearly all are: as little as a cell can be. */
export class NumberCell implements Actual {
  constructor(
    readonly value: number,
    private readonly place: SheetRow,
    private readonly column: number,
  ) {}

  get raw(): number {
    return this.value;
  }
  get notApplicable(): boolean {
    return false;
  }
  get cell(): Location {
    return cellAt(this.place.sheet, this.place.row, this.column);
  }
}

/** A location of one cell. */
export const cellAt = (sheet: string, row: number, column: number): Location => ({
  sheet,
  rect: { row, column, rows: 1, columns: 1 },
});
