/** Leads through the entry: shows the next cell that is still empty, person by person. */
import type { EntryCell } from "../core/assess";
import type { Location } from "../core/model/location";
import { showLocation } from "../excel/navigation";
import { runBatch } from "../excel/runBatch";
import { stopped, succeeded } from "./outcomes";
import { readSheet, unreadable } from "./readSheet";
import type { Session } from "./session";
import type { Outcome } from "./types";

interface NextCell {
  readonly location: Location | null;
  readonly filled: number;
  readonly toFill: number;
}

const keyOf = ({ sheet, rect }: Location): string => `${sheet}!${String(rect.row)},${String(rect.column)}`;

/** The first empty cell after the one shown last; from the beginning when there is none behind it. */
export function nextEmpty(cells: readonly EntryCell[], last: string | null): EntryCell | null {
  const from = last === null ? 0 : cells.findIndex((cell) => keyOf(cell.location) === last) + 1;
  return [...cells.slice(from), ...cells.slice(0, from)].find((cell) => cell.empty) ?? null;
}

export async function nextEmptyCell(session: Session): Promise<Outcome<NextCell>> {
  const read = await runBatch(async (context) => {
    const { assessment } = await readSheet(context, session);
    const next = nextEmpty(assessment.entryCells, session.lastEntryCell);
    if (next !== null) {
      showLocation(context, next.location);
      await context.sync();
    }
    return { assessment, next };
  }, false);
  if (!read.ok) return stopped(read.problem);
  const { assessment, next } = read.value;
  const problem = unreadable(assessment);
  if (problem !== null) return stopped(problem);
  session.lastEntryCell = next === null ? null : keyOf(next.location);
  const counts = { filled: assessment.filled, toFill: assessment.toFill };
  const message =
    next === null
      ? { key: "commands.next.allFilled", params: counts }
      : { key: "commands.next.did", params: { ...counts, person: next.person, indicator: next.indicator } };
  return succeeded({ location: next?.location ?? null, ...counts }, [message]);
}
