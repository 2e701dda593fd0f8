/** Scores that stand in the workbook already, taken over by live formulas: found by name, so that the source can be seen and followed. */
import type { InstanceMetadata } from "../../schema/metadata";
import { column } from "../../formulas/columns";

export interface ScoreSource {
  readonly template: string;
  readonly table: string;
  readonly nameHeader: string;
  readonly scoreHeader: string;
  /** The value that counts as 100. */
  readonly full: number;
}

/** Highest points of methods that are not scored out of 100, in workbooks that do not say theirs. */
const TOPS: Readonly<Record<string, number>> = {
  "rating-scale": 5,
  bars: 7,
  "manager-360": 5,
  "calibration-board": 5,
};
/** Keys under which tables keep what a person came to. */
const SCORES = ["total", "score", "final"] as const;
const MOST_LINKS = 6;
/** Tables that show the results of another one again, or of a time that is past. */
const isCopy = (key: string): boolean => key === "Ranking" || key === "Annual" || key.startsWith("Past");

/** Tables of results with names, in the order in which they were made; at most six. */
export const scoreSources = (existing: readonly InstanceMetadata[]): readonly ScoreSource[] =>
  existing
    .flatMap(({ template, points, tables }): ScoreSource[] =>
      Object.entries(tables).flatMap(([key, { name, columns }]) => {
        if (isCopy(key)) return [];
        const score = SCORES.map((key) => columns[key]).find((header) => header !== undefined);
        const { name: nameHeader, rank } = columns;
        if (score === undefined || nameHeader === undefined || rank === undefined) return [];
        return [{ template, table: name, nameHeader, scoreHeader: score, full: points ?? TOPS[template] ?? 100 }];
      }),
    )
    .slice(0, MOST_LINKS);

/** The score of the person of a name in a source; "" where there is none, or more than one of that name. */
export function linkedScore({ table, nameHeader, scoreHeader }: ScoreSource, name: string): string {
  const [names, scores] = [column(table, nameHeader), column(table, scoreHeader)];
  const hits = `SUMPRODUCT(--(${names}=${name}),--ISNUMBER(${scores}))`;
  // Text is no number to SUMPRODUCT: rows without a score add nothing. A name is compared, never looked for with wildcards.
  return `IF(${hits}=1,SUMPRODUCT(--(${names}=${name}),${scores}),"")`;
}
