/**
 * Formulas of the entry form: a block of rows a person, a page each. Its lines calculate as the rows of a register do; the rows
 * around them (who it is, total, comments, signatures) show what belongs there and stay empty elsewhere.
 */
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { cellOf, columnOf, textOfId, type Headers, type TableSource } from "./byKey";
import { cellFormula, ruleFormula } from "./columns";
import type { InstanceNames } from "./names";
import { notOkRule } from "./planFormulas";

/** What a row of a block is, by the number in its column "part". */
export const FORM_PARTS = { head: 1, line: 2, total: 3, managerSays: 4, employeeSays: 5, signatures: 6 } as const;
export type FormPart = keyof typeof FORM_PARTS;

interface FormSources {
  readonly people: TableSource;
  readonly plan: TableSource;
}

const inner = (formula: CellFormula): string => formula.slice(1);
const isPart = (h: Headers, part: FormPart): string => `${cellOf(h, "part")}=${String(FORM_PARTS[part])}`;

/** A formula by what the row is; a part that is not named stays empty. */
export function byPart(h: Headers, formulas: Readonly<Partial<Record<FormPart, string>>>): CellFormula {
  const choices = (Object.keys(FORM_PARTS) as FormPart[]).map((part) => formulas[part] ?? '""');
  return cellFormula(`IFERROR(CHOOSE(${cellOf(h, "part")},${choices.join(",")}),"")`);
}
/** A formula of the register on the lines of the form; empty in the other rows. */
export const onLine = (h: Headers, formula: CellFormula): CellFormula =>
  cellFormula(`IF(${isPart(h, "line")},${inner(formula)},"")`);
/** A number that other formulas of the row go by: 0 where the row is no line. */
export const numberOnLine = (h: Headers, formula: CellFormula): CellFormula =>
  cellFormula(`IF(${isPart(h, "line")},${inner(formula)},0)`);

/** Name, indicator, and what the last rows of the block are for. */
export const formTitleFormula = (names: InstanceNames, h: Headers, from: FormSources): CellFormula =>
  byPart(h, {
    head: inner(textOfId(from.people, cellOf(h, "person"), "name")),
    line: inner(textOfId(from.plan, cellOf(h, "line"), "indicator")),
    total: names.word("formTotal"),
    managerSays: names.word("formManagerSays"),
    employeeSays: names.word("formEmployeeSays"),
    signatures: names.word("formEmployee"),
  });

/** Weight of the line; under the lines their sum. @param number of the plan, whose weights stand above its entry matrix */
export const formWeightFormula = (names: InstanceNames, h: Headers, number: number, weight: CellFormula): CellFormula =>
  byPart(h, { line: inner(weight), total: `SUM(${names.setting(`Weights${number}`)})` });

/**
 * How the line is scored: threshold / target / stretch as they are for this person, else the kind of line. Beside the name
 * the post or the job group, and beside the employee's signature the manager's.
 */
export function howScoredFormula(names: InstanceNames, h: Headers, from: FormSources): CellFormula {
  const row = cellOf(h, "planRow");
  const { table, headers } = from.plan;
  const kind = inner(textOfId(from.plan, cellOf(h, "line"), "kind"));
  const has = (key: string): boolean => headers[key] !== undefined;
  const level = (key: string): string => `INDEX(${columnOf(table, headers, key)},${row})`;
  const moved = (key: string): string => `ROUND(${level(key)}*${cellOf(h, "factor")},6)`;
  const stretch = has("stretch") ? `IF(ISNUMBER(${level("stretch")})," / "&${moved("stretch")},"")` : '""';
  const line = has("threshold")
    ? `IF(${row}=0,"",IF(ISNUMBER(${level("threshold")}),${moved("threshold")}&" / "&${moved("target")}&${stretch},${kind}))`
    : kind;
  const about = (key: string): string => inner(textOfId(from.people, cellOf(h, "person"), key));
  return byPart(h, {
    head: `IF(LEN(${about("post")})>0,${about("post")},${about("jobGroup")})`,
    line,
    signatures: names.word("formManager"),
  });
}

/** Weighted points of a line, and under the lines the person's total as Results has it. */
export const formPointsFormula = (h: Headers, points: CellFormula, results: TableSource): CellFormula =>
  byPart(h, { line: inner(points), total: inner(ofPerson(h, results, "total")) });

const ofPerson = (h: Headers, { table, headers }: TableSource, key: string): CellFormula =>
  cellFormula(
    `INDEX(${columnOf(table, headers, key)},MATCH(${cellOf(h, "person")},${columnOf(table, headers, "id")},0))`,
  );

/** First fault of a line; under the lines the band that the total falls into. */
export const formCheckFormula = (h: Headers, check: CellFormula, results: TableSource): CellFormula =>
  byPart(h, { line: inner(check), total: inner(textOfId(results, cellOf(h, "person"), "band")) });

/** Rows under a name. */
export const notHeadRule = (partCell: string): RuleFormula =>
  ruleFormula(`AND(ISNUMBER(${partCell}),${partCell}<>${String(FORM_PARTS.head)})`);
/** A native rule that looks at the lines of the form alone. `partCell`: the row's number of its part, its column absolute. */
export const onLineRule = (partCell: string, rule: RuleFormula): RuleFormula =>
  ruleFormula(`AND(${partCell}=${String(FORM_PARTS.line)},${rule.slice(1)})`);
/** Lines whose check is not OK. */
export const faultOnLineRule = (names: InstanceNames, partCell: string, checkCell: string): RuleFormula =>
  onLineRule(partCell, notOkRule(names, checkCell));
