/** Scores that stand in the workbook already, taken over by live formulas: found by name, so that the source can be seen and followed. */
import type { InstanceMetadata } from "../../schema/metadata";
import { column, LONGEST_FORMULA } from "../../formulas/columns";

interface SourceTable {
  /** What stands as the source on the sheet; the choice in the pane. */
  readonly id: string;
  readonly template: string;
  readonly table: string;
  readonly nameHeader: string;
  /** The value that counts as 100. */
  readonly full: number;
}
/** What a person came to: a cell of a table of results. */
interface OwnScore extends SourceTable {
  readonly kind: "score";
  readonly scoreHeader: string;
}
/** The attainment of a person's lines of a goal decomposition by their weights, in points of 100. */
interface RollUp extends SourceTable {
  readonly kind: "rollUp";
  readonly people: string;
  readonly peopleNameHeader: string;
  readonly weightHeader: string;
  readonly scoredHeader: string;
  readonly wonHeader: string;
  readonly targetHeader: string;
  readonly parentKindHeader: string;
}
/** The mean of the totals of the people whose manager somebody is. */
interface TeamMean extends SourceTable {
  readonly kind: "team";
  readonly scoreHeader: string;
  readonly managerHeader: string;
}
export type ScoreSource = OwnScore | RollUp | TeamMean;

/** Highest points of methods that are not scored out of 100, in workbooks that do not say theirs. */
const TOPS: Readonly<Record<string, number>> = {
  "rating-scale": 5,
  bars: 7,
  "manager-360": 5,
  "calibration-board": 5,
};
const RESULTS = "Results";
/** Keys under which tables keep what a person came to. */
const SCORES = ["total", "score", "final"] as const;
const MOST_LINKS = 6;
/** Tables that show the results of another one again, or of a time that is past. */
const isCopy = (key: string): boolean => key === "Ranking" || key.startsWith("Annual") || key.startsWith("Past");
/** A workbook in both languages has its headings in two lines; the source is read in one. */
const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

/**
 * A table with a name, a score and a rank; the mean of the teams beside it where it says who manages whom, by name: on the
 * calibration board a manager is an id.
 */
function ofResults(instance: InstanceMetadata, key: string): readonly (OwnScore | TeamMean)[] {
  const { template, points, tables } = instance;
  const { name: table = "", columns = {} } = tables[key] ?? {};
  const scoreHeader = SCORES.map((score) => columns[score]).find((header) => header !== undefined);
  const { name: nameHeader, rank, manager: managerHeader } = columns;
  if (isCopy(key) || scoreHeader === undefined || nameHeader === undefined || rank === undefined) return [];
  const shared = { template, table, nameHeader, scoreHeader, full: points ?? TOPS[template] ?? 100 };
  const own: OwnScore = { ...shared, kind: "score", id: table };
  if (managerHeader === undefined || key !== RESULTS) return [own];
  return [own, { ...shared, kind: "team", id: inOneLine(column(table, managerHeader)), managerHeader }];
}

/** The lines of the people of a goal decomposition. */
function ofGoals({ template, tables }: InstanceMetadata): readonly RollUp[] {
  const [people, lines] = [tables["People"], tables["LineGoals"]];
  const peopleNameHeader = people?.columns["name"];
  if (people === undefined || lines === undefined || peopleNameHeader === undefined) return [];
  const { name, weightUsed, scoredWeight, wonWeight, target, parentKind } = lines.columns;
  if (name === undefined || weightUsed === undefined || scoredWeight === undefined || wonWeight === undefined)
    return [];
  if (target === undefined || parentKind === undefined) return [];
  return [
    {
      kind: "rollUp",
      id: lines.name,
      template,
      table: lines.name,
      nameHeader: name,
      full: 100,
      people: people.name,
      peopleNameHeader,
      weightHeader: weightUsed,
      scoredHeader: scoredWeight,
      wonHeader: wonWeight,
      targetHeader: target,
      parentKindHeader: parentKind,
    },
  ];
}

/** Scores of people in the order in which their tables were made, at most six; then the means of teams, at most six. */
export function scoreSources(existing: readonly InstanceMetadata[]): readonly ScoreSource[] {
  const all = existing.flatMap((instance): ScoreSource[] => [
    ...Object.keys(instance.tables).flatMap((key) => ofResults(instance, key)),
    ...ofGoals(instance),
  ]);
  const isTeam = ({ kind }: ScoreSource): boolean => kind === "team";
  return [...all.filter((source) => !isTeam(source)).slice(0, MOST_LINKS), ...all.filter(isTeam).slice(0, MOST_LINKS)];
}

/** Whether a source is what stands on the sheet: the heading of a team's mean may be of another language by now. */
export function isSourceText({ id, kind, table }: ScoreSource, text: string): boolean {
  const [own, typed] = [id, text.trim()].map((each) => each.toLowerCase());
  return kind === "team" ? typed?.startsWith(`${table.toLowerCase()}[`) === true : own === typed;
}

/** Whether a formula stays as short as formulas of ours are. */
export const isShort = (formula: string): boolean => formula.length <= LONGEST_FORMULA;

/**
 * The value of a source for the person of a name; "" where there is none. Text is no number to SUMPRODUCT: rows without a
 * score add nothing. A name is compared, never looked for with wildcards.
 */
export function linkedScore(source: ScoreSource, name: string): string {
  switch (source.kind) {
    case "score":
      return ownScore(source, name);
    case "rollUp":
      return rollUp(source, name);
    case "team":
      return teamMean(source, name);
  }
}

/** Nothing for a name that stands there more than once: nobody knows which one is meant. */
function ownScore({ table, nameHeader, scoreHeader }: OwnScore, name: string): string {
  const [names, scores] = [column(table, nameHeader), column(table, scoreHeader)];
  const hits = `SUMPRODUCT(--(${names}=${name}),--ISNUMBER(${scores}))`;
  return `IF(${hits}=1,SUMPRODUCT(--(${names}=${name}),${scores}),"")`;
}

/**
 * Σ weight × attainment ÷ Σ weight × 100 of the lines under that name, once each line that has or needs a target has a
 * figure: a gap never lifts anybody. Source: domain rules C3, C10.
 */
function rollUp(source: RollUp, name: string): string {
  const of = (header: string): string => column(source.table, header);
  const own = `--(${of(source.nameHeader)}=${name})`;
  const [scored, won] = [of(source.scoredHeader), of(source.wonHeader)];
  const open =
    `SUMPRODUCT(${own},${of(source.weightHeader)}-${scored},` +
    `--(ISNUMBER(${of(source.targetHeader)})+(${of(source.parentKindHeader)}<5)>0))`;
  // Without a figure there is nothing to divide by.
  const once = `SUMPRODUCT(--(${column(source.people, source.peopleNameHeader)}=${name}))=1`;
  const points = `ROUND(100*SUMPRODUCT(${own},${won})/SUMPRODUCT(${own},${scored}),6)`;
  return `IF(AND(${once},${open}=0),IFERROR(${points},""),"")`;
}

/** Only people with a total count; nobody with one gives nothing. */
function teamMean({ table, managerHeader, scoreHeader }: TeamMean, name: string): string {
  const [own, scores] = [`--(${column(table, managerHeader)}=${name})`, column(table, scoreHeader)];
  const count = `SUMPRODUCT(${own},--ISNUMBER(${scores}))`;
  return `IF(${count}=0,"",ROUND(SUMPRODUCT(${own},${scores})/${count},6))`;
}
