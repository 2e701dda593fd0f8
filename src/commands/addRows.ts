/** Rows for the register that is open, also where its sheet is protected. */
import { tablesOf } from "../core/nextPeriod/closedResults";
import { moreRows, registerOn } from "../core/people/registers";
import { lookAtTables } from "../excel/peopleRows";
import { withoutProtection } from "../excel/protection";
import { removeBlueprint } from "../excel/removeBlueprint";
import { runBatch } from "../excel/runBatch";
import { writeBlueprint } from "../excel/writeBlueprint";
import { instanceOnSheet } from "./instanceOnSheet";
import { canMakeRoom } from "./openPeople";
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
  const table = open === null ? null : registerOn(snapshot.activeSheet, tablesOf(snapshot, open.stored));
  if (table === null) return stopped(problemNamed("rows.none"));
  const wanted = [{ name: table.name, rows: table.rows.length }];
  const look = await runBatch((context) => lookAtTables(context, wanted), false);
  if (!look.ok) return stopped(look.problem);
  const sheet = table.sheet.name;
  if (look.value.filtered.length > 0) return stopped(problemNamed("people.filtered", { sheet }));
  const append = { ...moreRows(table, look.value.samples), makeRoom: canMakeRoom(table) };
  const blueprint = { sheets: [], names: [], rewrites: [], metadata: null, appends: [append] };
  const written = await withoutProtection([sheet], () => writeBlueprint(blueprint, writeOptions(options)));
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.rows.undo" }, () =>
    withoutProtection([sheet], () => removeBlueprint(written.value)),
  );
  const rows = append.rows.length;
  return succeeded({ rows }, [{ key: "commands.rows.did", params: { rows, sheet } }], undo);
}
