/** A person in a row of a matrix. Thousands of them have nothing but numbers there: no object is made for what nobody asks. */
import type { Location } from "../../model/location";
import { cellAt, type Actual, type Person } from "../../model/scorecard";
import type { Grid } from "../grid";
import type { Subject } from "./model";

/** What the people of a matrix have in common. */
export interface MatrixPeople {
  readonly grid: Grid;
  readonly plan: number;
  /** Of the scores, in the rows of the used part. */
  readonly places: readonly number[];
  readonly idAt: (row: number) => string;
  readonly groupAt: (row: number) => string;
  readonly ownAt: (cell: Subject["total"]) => Person["ownTotal"];
  readonly actualsOf: (subject: Subject) => readonly Actual[];
}

/** Whether every score of a row is a plain number; a 0 that a formula shows may stand for nothing. */
function areNumbers(grid: Grid, row: number, first: number, places: readonly number[]): boolean {
  const { numbers, hasFormulas, left } = grid;
  for (const place of places) {
    const value = numbers[first + place] ?? Number.NaN;
    if (Number.isNaN(value)) return false;
    if (value === 0 && hasFormulas && grid.formula(row, place + left) !== "") return false;
  }
  return true;
}

/** Its parts are read through it and are lost in a copy with `...`. */
export class RowPerson implements Person {
  private made: readonly Actual[] | null = null;

  private constructor(
    private readonly all: MatrixPeople,
    private readonly subject: Subject,
    private readonly row: number,
    private readonly first: number,
  ) {}

  /** The person of a subject whose scores are numbers throughout; null where they are not. */
  static of(all: MatrixPeople, subject: Subject, row: number): RowPerson | null {
    const first = all.grid.placeOf(row, all.grid.left);
    return areNumbers(all.grid, row, first, all.places) ? new RowPerson(all, subject, row, first) : null;
  }

  get id(): string {
    return this.all.idAt(this.row);
  }
  get name(): string {
    return this.subject.label;
  }
  get jobGroup(): string {
    return this.all.groupAt(this.row);
  }
  get cell(): Location {
    return cellAt(this.all.grid.name, this.row, this.subject.cell.column);
  }
  get plan(): number {
    return this.all.plan;
  }
  get ownTotal(): Person["ownTotal"] {
    return this.all.ownAt(this.subject.total);
  }
  get ownRank(): Person["ownRank"] {
    return this.all.ownAt(this.subject.rank);
  }
  get actuals(): readonly Actual[] {
    this.made ??= this.all.actualsOf(this.subject);
    return this.made;
  }
  numberAt(line: number): number {
    return this.all.grid.numbers[this.first + (this.all.places[line] ?? Number.NaN)] ?? Number.NaN;
  }
}
