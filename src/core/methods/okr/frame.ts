/** What the sheets of an OKR workbook share: ids, sample rows, people. */
import type { BuildContext } from "../../blueprint/context";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import type { CellStyle } from "../../blueprint/types";
import { personFormula } from "../../formulas/resultFormulas";
import { SAMPLE_OBJECTIVES } from "./sample";

export const GRADE: CellStyle = { numberFormat: "0.00", font: { bold: true } };
export const AT = { row: 4, column: 0 };

export interface OkrContext extends MethodContext {
  /** Rows of the empty workbook. */
  readonly rows: { readonly objectives: number; readonly keyResults: number; readonly checkIns: number };
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Id of the n-th objective, from 0: "O01". */
export const objectiveId = (i: number): string => `O${two(i + 1)}`;

/** Id of the n-th key result, from 0: "R01". */
export const keyResultId = (i: number): string => `R${two(i + 1)}`;

/** Id of the n-th check-in, from 0: "C001". */
export const checkInId = (i: number): string => `C${String(i + 1).padStart(3, "0")}`;

/** Id of a sample person by number, from 0. */
export const personAt = ({ people }: BuildContext, i: number): string =>
  people[i % Math.max(1, people.length)]?.id ?? "";

/** Formula for the name of the person whose id stands in a column. */
export const nameOf = ({ names, peopleHeaders }: OkrContext, header: string) =>
  personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders["name"] ?? "", header);

export interface KeyResultRow {
  readonly objective: number;
  readonly sample: (typeof SAMPLE_OBJECTIVES)[number]["keyResults"][number];
}

/** Key results of the sample; none in an empty workbook. */
export const sampleKeyResults = ({ isSample }: BuildContext): readonly KeyResultRow[] =>
  isSample
    ? SAMPLE_OBJECTIVES.flatMap(({ keyResults }, objective) => keyResults.map((sample) => ({ objective, sample })))
    : [];

/** Check-ins of the sample by date. */
export function sampleCheckIns(context: BuildContext) {
  return sampleKeyResults(context)
    .flatMap(({ sample }, keyResult) =>
      sample.checkIns.map(([day, value, confidence, note]) => ({ keyResult, day, value, confidence, note })),
    )
    .sort((a, b) => a.day - b.day || a.keyResult - b.keyResult);
}
