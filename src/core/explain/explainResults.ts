/** What is said of scores, totals, ranks, bands and evidence of a block. */
import { rectAddress, type Rect } from "../model/a1";
import type { Message } from "../model/message";
import type { BlockJudgement } from "../assessment";
import type { CellRef } from "../recognise/blocks/formulaFacts";
import type { Grid } from "../recognise/grid";
import { message } from "./message";

/** Names after which a list ends in "…". */
const MOST_NAMES = 4;
const listed = (names: readonly string[]): readonly string[] =>
  names.length <= MOST_NAMES ? names : [...names.slice(0, MOST_NAMES), "…"];
const place = (rects: readonly Rect[] | undefined): string[] => (rects ?? []).map((rect) => rectAddress(rect));
const areTyped = (grid: Grid, cells: readonly CellRef[]): boolean =>
  cells.every(({ row, column }) => grid.formula(row, column) === "");

/** Scores that are missing, and who waits for a total. */
export function explainMissing({ results, findings }: BlockJudgement): Message[] {
  const waiting = results.filter(({ total }) => total === null);
  const texts = findings.filter(({ rule }) => rule === "S01").length;
  const errors = findings.filter(({ rule, indicator }) => rule === "S03" && indicator !== undefined).length;
  const beyond = findings.filter(({ rule }) => rule === "S02").length;
  return [
    ...(waiting.length === 0
      ? []
      : [
          message("waiting", {
            count: waiting.length,
            people: results.length,
            names: listed(waiting.map(({ name }) => name)),
          }),
        ]),
    ...(texts === 0 ? [] : [message("texts", { count: texts })]),
    ...(errors === 0 ? [] : [message("errors", { count: errors })]),
    ...(beyond === 0 ? [] : [message("beyond", { count: beyond })]),
  ];
}

/** The sheet's own totals: where, made how, and what is wrong with how many of them. */
export function explainTotals(grid: Grid, { reading, results, differences }: BlockJudgement): Message[] {
  const { subjects, roles } = reading.understood;
  const cells = subjects.flatMap(({ total }) => total ?? []);
  const [best] = [...results].filter(({ rank }) => rank === 1);
  const first =
    best === undefined || results.length < 2 ? [] : [message("first", { name: best.name, total: best.total ?? 0 })];
  if (cells.length === 0) return [message("noTotals"), ...first];
  const wrong = differences.filter(({ kind }) => kind === "total");
  const mistakes = [...new Set(wrong.map(({ mistake }) => mistake))];
  return [
    message("totals", {
      where: place(roles.total),
      count: cells.length,
      typed: areTyped(grid, cells) ? 1 : 0,
      wrong: wrong.length,
    }),
    ...mistakes.map((mistake) =>
      message(`mistake.${mistake}`, { count: wrong.filter((one) => one.mistake === mistake).length }),
    ),
    ...first,
  ];
}

/** Equal totals, whoever shares them. */
function tied({ results }: BlockJudgement): readonly string[] {
  const counts = new Map<number, string[]>();
  for (const { total, name } of results) if (total !== null) counts.set(total, [...(counts.get(total) ?? []), name]);
  return [...counts.values()].filter((names) => names.length > 1).flat();
}

/** Ranks: made how, wrong in how many cells, and what happens to ties. */
export function explainRanks(grid: Grid, judgement: BlockJudgement): Message[] {
  const { reading, results, differences } = judgement;
  if (results.length < 2) return [];
  const { subjects, roles } = reading.understood;
  const cells = subjects.flatMap(({ rank }) => rank ?? []);
  const same = tied(judgement);
  const ties = same.length === 0 ? [] : [message("ties", { count: same.length, names: listed(same) })];
  if (cells.length === 0) return [message("noRanks"), ...ties];
  const wrong = differences.filter(({ kind }) => kind === "rank");
  const mistakes = [...new Set(wrong.map(({ mistake }) => mistake))].filter((mistake) => /^(rank|equal)/.test(mistake));
  return [
    message("ranks", { where: place(roles.rank), typed: areTyped(grid, cells) ? 1 : 0, wrong: wrong.length }),
    ...mistakes.map((mistake) =>
      message(`mistake.${mistake}`, { count: wrong.filter((one) => one.mistake === mistake).length }),
    ),
    ...ties,
  ];
}

/** What is said of the bands of a block: where they stand, and gaps between them. */
export function explainBands({ reading, findings }: BlockJudgement): Message[] {
  const where = place(reading.understood.roles.band);
  const gaps = findings.filter(({ rule }) => rule === "B06").map(({ message: said }) => said);
  return [...(where.length === 0 ? [] : [message("bands", { where })]), ...gaps];
}

/** A column that says what the scores rest on, and how much of it is empty. */
export function explainEvidence(grid: Grid, { reading }: BlockJudgement): Message[] {
  const rects = reading.understood.roles.evidence ?? [];
  if (rects.length === 0) return [message("noEvidence")];
  const [rect] = rects;
  if (rect === undefined) return [];
  const rows = Array.from({ length: rect.rows }, (_, i) => rect.row + i);
  const empty = rows.filter((row) => grid.blank(row, rect.column)).length;
  return [message("evidence", { where: place(rects), empty, of: rows.length })];
}
