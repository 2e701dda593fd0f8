/** All blocks of a sheet, each with its outcome: computed, computed with warnings, or refused with the reason. */
import type { Rect } from "../../model/a1";
import { Grid, isBlank } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { computeBlock, type BlockResult } from "./compute";
import { differencesOf, type Difference } from "./differences";
import { weightsOfBlock, type BlockWeights } from "./family";
import type { CellRef } from "./formulaFacts";
import { interpret } from "./interpret";
import type { RefusalCode, Understood } from "./model";
import { cellNumber } from "./numbers";
import { regionsOf, type Region } from "./regions";

export type NoticeCode = "weightSum" | "beyondScale" | "textNumber" | "missingScore" | "errorValue" | "missingWeight";
export interface Notice {
  readonly code: NoticeCode;
  readonly severity: "error" | "warning" | "note";
  readonly cell: CellRef;
  readonly params: Readonly<Record<string, string | number>>;
}
export interface BlockReading {
  readonly sheet: string;
  readonly rect: Rect;
  readonly understood: Understood;
  readonly weights: BlockWeights;
  readonly outcome: "computed" | "computed-with-warnings" | "refused";
  readonly refusal: RefusalCode | null;
  readonly results: readonly BlockResult[];
  readonly differences: readonly Difference[];
  readonly notices: readonly Notice[];
}

const SCALES = [5, 10, 100];

/** The top of a scale that all but a few scores stay under; null where the few are no clear slips. */
function topOf(values: readonly number[]): number | null {
  const top = SCALES.find((scale) => values.filter((value) => value <= scale).length >= values.length * 0.8);
  if (top === undefined || values.length < 5) return null;
  const over = values.filter((value) => value > top);
  return over.every((value) => value <= top * 1.25 || value >= top * 8) ? top : null;
}

function scoreNotices(grid: Grid, understood: Understood, family: BlockWeights["family"]): Notice[] {
  const cells = understood.subjects.flatMap(({ scores }) =>
    scores.flatMap((cell, i) =>
      cell === null || understood.items[i]?.weight.value === null ? [] : [{ cell, item: i }],
    ),
  );
  const values = cells.flatMap(({ cell }) => cellNumber(grid.at(cell.row, cell.column)) ?? []);
  const isScale = understood.scoreKind === "score" && family !== "in-score" && family !== "maximum";
  const top = isScale ? topOf(values) : null;
  return cells.flatMap(({ cell, item }): Notice[] => {
    const raw = grid.at(cell.row, cell.column);
    const value = cellNumber(raw);
    const most = family === "maximum" ? (understood.items[item]?.weight.value ?? null) : top;
    const as = (code: NoticeCode, severity: Notice["severity"], params: Notice["params"] = {}): Notice[] => [
      { code, severity, cell, params },
    ];
    if (typeof raw === "object") return as("errorValue", "error", { text: raw.error });
    if (isBlank(raw)) return as("missingScore", "warning");
    if (value !== null && most !== null && value > most) return as("beyondScale", "warning", { value, top: most });
    return typeof raw === "string" && value !== null ? as("textNumber", "warning", { text: raw }) : [];
  });
}

function weightNotices({ items }: Understood, weights: BlockWeights): Notice[] {
  const [first] = items.flatMap(({ weight }) => weight.cell ?? []);
  if (first === undefined) return [];
  const missing = items.filter(({ weight }) => weight.cell !== null && weight.value === null && isBlank(weight.raw));
  return [
    ...(weights.isOff && weights.sum !== null && weights.expected !== null
      ? [
          {
            code: "weightSum",
            severity: "error",
            cell: first,
            params: { sum: weights.sum, expected: weights.expected },
          } as const,
        ]
      : []),
    ...missing.map(
      ({ name, weight }) =>
        ({ code: "missingWeight", severity: "warning", cell: weight.cell ?? first, params: { name } }) as const,
    ),
  ];
}

const rectOf = ({ top, bottom, columns }: Region): Rect => {
  const [first, last] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  return { row: top, column: first, rows: bottom - top + 1, columns: last - first + 1 };
};

function readingOf(grid: Grid, sheet: SnapshotSheet, region: Region): BlockReading {
  const understood = interpret(grid, sheet, region);
  const known = weightsOfBlock(grid, understood);
  const refusal = understood.refusal ?? (known.family === "none" ? "mixedWeights" : null);
  const base = { sheet: sheet.name, rect: rectOf(region), understood, weights: known, refusal };
  if (refusal !== null) return { ...base, outcome: "refused", results: [], differences: [], notices: [] };
  const computation = computeBlock(grid, understood, known.family);
  const differences = differencesOf(grid, understood, computation);
  const notices = [...weightNotices(understood, known), ...scoreNotices(grid, understood, known.family)];
  const outcome = differences.length + notices.length > 0 ? "computed-with-warnings" : "computed";
  return { ...base, outcome, results: computation.results, differences, notices };
}

/** Reads every block of a sheet; an empty list where nothing looks like a table. */
export function readBlocks(sheet: SnapshotSheet): readonly BlockReading[] {
  const grid = new Grid(sheet);
  return regionsOf(grid, sheet).map((region) => readingOf(grid, sheet, region));
}
