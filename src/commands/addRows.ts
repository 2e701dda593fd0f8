/** Rows for the register that is open, also where its sheet is protected. */
import { tablesOf } from "../core/nextPeriod/closedResults";
import { MORE_ROWS, moreRows, registerOn } from "../core/people/registers";
import { lookAtTables } from "../excel/peopleRows";
import { withoutProtection } from "../excel/protection";
import { removeBlueprint } from "../excel/removeBlueprint";
import { runBatch } from "../excel/runBatch";
import { writeBlueprint } from "../excel/writeBlueprint";
import { instanceOnSheet } from "./instanceOnSheet";
import { canMakeRoom, sheetsOf } from "./openPeople";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { readSheet } from "./readSheet";
import type { Session } from "./session";
import type { Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

export async function addRows(session: Session, options: RunOptions = {}): Promise<Outcome<{ readonly rows: number }>> {
  const read = await runBatch((context) => readSheet(context, session, {}, 2), false);
  if (!read.ok) return stopped(read.problem);
  const open = instanceOnSheet(read.value);
  const { snapshot } = read.value;
  const register = open === null ? [] : registerOn(snapshot.activeSheet, tablesOf(snapshot, open.stored));
  if (register.length === 0) return stopped(problemNamed("rows.none"));
  const wanted = register.map(({ name, rows }) => ({ name, rows: rows.length }));
  const look = await runBatch((context) => lookAtTables(context, wanted), false);
  if (!look.ok) return stopped(look.problem);
  const hidden = register.find(({ name }) => look.value.filtered.includes(name));
  if (hidden !== undefined) return stopped(problemNamed("people.filtered", { sheet: hidden.sheet.name }));
  const appends = moreRows(register, look.value.samples).map((append, i) => ({
    ...append,
    makeRoom: register[i] !== undefined && canMakeRoom(register[i]),
  }));
  const blueprint = { sheets: [], names: [], rewrites: [], metadata: null, appends };
  const sheets = sheetsOf(register);
  const written = await withoutProtection(sheets, () => writeBlueprint(blueprint, writeOptions(options)));
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.rows.undo" }, () =>
    withoutProtection(sheets, () => removeBlueprint(written.value)),
  );
  return succeeded(
    { rows: MORE_ROWS },
    [{ key: "commands.rows.did", params: { rows: MORE_ROWS, sheet: sheets } }],
    undo,
  );
}
