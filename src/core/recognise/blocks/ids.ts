/** Lists in which people have numbers and no names: of students, of employees. */
import type { Grid } from "../grid";
import { isTextual, plays, type Column } from "./columns";
import { headerForm } from "./lexicon";
import { cellNumber } from "./numbers";
import type { Region } from "./regions";

const WORDS =
  "student id|student no|student number|student no.|employee id|employee no|staff id|personnel no|roll no|roll number|person number" +
  "|学号|工号|员工编号|考号|准考证号|matrícula|matricula|matriculation number|legajo|matrikelnummer|matrikelnr|personalnummer|nip|nim|nis|nisn|mssv|mã sv|mã số sinh viên|mã nhân viên|شماره دانشجویی";
/** Numbers that are given to people, and to nothing else. */
const OF_PEOPLE: ReadonlySet<string> = new Set(WORDS.split("|").map(headerForm));
const LEAST_DIGITS = 6;
const SHORT_DIGITS = 5;
const LEAST_PEOPLE = 3;

/** Whole numbers, all different, of about as many digits as only such numbers have. */
function areLongNumbers(grid: Grid, region: Region, { column }: Column, digits = LEAST_DIGITS): boolean {
  const first = (region.headerRows.at(-1) ?? region.top) + 1;
  const seen = new Set<number>();
  let count = 0;
  for (let row = first; row <= region.bottom; row += 1) {
    if (grid.blank(row, column)) continue;
    const value = cellNumber(grid.at(row, column));
    if (value === null || !Number.isInteger(value) || value < 10 ** (digits - 1)) return false;
    seen.add(value);
    count += 1;
  }
  return count >= LEAST_PEOPLE && seen.size === count;
}

const labelsOf = (grid: Grid, region: Region, { column }: Column): readonly string[] =>
  Array.from({ length: region.bottom - (region.headerRows.at(-1) ?? region.top) }, (_, i) =>
    grid.text((region.headerRows.at(-1) ?? region.top) + 1 + i, column),
  ).filter((text) => text !== "");

/** "2018.1102.051-8", "20-1-0815": digits in groups, enough of them, and each another one. */
export const areIds = (labels: readonly string[]): boolean =>
  labels.length >= LEAST_PEOPLE &&
  new Set(labels).size === labels.length &&
  labels.every((text) => /^\d[\d./-]*[./-][\d./-]*\d$/.test(text) && text.replace(/\D/g, "").length > LEAST_DIGITS);

/** Whether a column is known to hold numbers of people. */
export const isOfPeople = ({ header }: Column): boolean => OF_PEOPLE.has(headerForm(header));

/** The column of ids that stands for people where no names are given; undefined for none. */
export function idsOfPeople(grid: Grid, region: Region, columns: readonly Column[]): Column | undefined {
  const named = columns.find((c) => isOfPeople(c) && c.numbers + c.texts >= LEAST_PEOPLE);
  if (named !== undefined) return named;
  const [first] = columns;
  if (first !== undefined && first.header === "" && first.texts === 0 && areLongNumbers(grid, region, first))
    return first;
  // Numbers called so in the first column, of tests or tasks that the sheet adds up itself.
  if (
    first !== undefined &&
    plays(first, "id") &&
    first.sure === 1 &&
    areLongNumbers(grid, region, first, SHORT_DIGITS)
  )
    return first;
  if (first !== undefined && first.roles.length === 0 && areIds(labelsOf(grid, region, first))) return first;
  return columns.find((c) => plays(c, "id") && isTextual(c));
}
