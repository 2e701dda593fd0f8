/** What the commands remember while the pane is open: how to take things back, and where the person was led last. */
import type { Language } from "../i18n";
import type { MarkPlan } from "../core/model/mark";
import type { Snapshot } from "../core/recognise/snapshot";
import type { Message } from "../core/model/message";
import type { Done } from "../excel/runBatch";
import type { Outcome, RunOptions, UndoToken } from "./types";

export interface Session {
  /** Language of the person, for advice that differs by language. */
  readonly language: Language;
  /** Remembers how to reverse a command; the token is all that the pane holds. */
  readonly rememberUndo: (label: Message, reverse: () => Promise<Done<unknown>>) => UndoToken;
  /** Reverses it once; a second time there is nothing to take back. */
  readonly takeBack: (token: UndoToken) => Promise<Outcome<null>>;
  /** The sheet of the user that was read last, alone and as a whole: after an edit only what was edited is read again. */
  lastRead: { readonly sheetId: string; readonly snapshot: Snapshot } | null;
  /** The marks that were put last, and where. */
  marked: { readonly sheetId: string; readonly marks: readonly MarkPlan[] } | null;
  /** Id of the sheet whose marks follow every edit; null: no watching. */
  watched: string | null;
  /** The command that stopped last while it wrote, to be run once more; null once one has come to its end. */
  stoppedRun: ((options?: RunOptions) => Promise<Outcome<unknown>>) | null;
  /** The entry cell that *Next empty cell* showed last, "Entry!7,4". */
  lastEntryCell: string | null;
}

export function createSession(language: Language): Session {
  const reversals = new Map<string, () => Promise<Done<unknown>>>();
  let counter = 0;
  return {
    language,
    lastRead: null,
    marked: null,
    watched: null,
    lastEntryCell: null,
    stoppedRun: null,
    rememberUndo: (label, reverse) => {
      counter += 1;
      const id = `undo-${String(counter)}`;
      reversals.set(id, reverse);
      return { id, label };
    },
    takeBack: async (token) => {
      const reverse = reversals.get(token.id);
      if (reverse === undefined) {
        return {
          ok: false,
          problem: { what: { key: "commands.takeBack.gone" }, next: { key: "commands.takeBack.gone.next" } },
        };
      }
      const reversed = await reverse();
      if (!reversed.ok) return { ok: false, problem: reversed.problem };
      reversals.delete(token.id);
      return { ok: true, value: null, did: [{ key: "commands.takeBack.did" }] };
    },
  };
}

const HALF_WRITTEN: readonly string[] = ["excel.halfWritten", "pane.halfWritten.noSheet"];
/** Excel stopped, and what was written could not be taken back. */
export const isHalfWritten = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && HALF_WRITTEN.includes(outcome.problem.what.key);

/**
 * Runs a command that writes; one that stops is remembered, so that it can be finished. Not for commands about the sheet that
 * is open: by the time they are finished another one may be.
 */
export async function keepingStopped<T>(
  session: Session,
  options: RunOptions | undefined,
  command: (options?: RunOptions) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const outcome = await command(options);
  if (outcome.ok) session.stoppedRun = null;
  else if (isHalfWritten(outcome)) session.stoppedRun = command;
  return outcome;
}
