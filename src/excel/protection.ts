/**
 * Protection of sheets: lifted for a command and set again exactly as it was, whatever becomes of the command. A sheet with a
 * password stays shut, and nothing is changed. Requests of their own, outside the command's step of undo: Excel cannot take
 * protection back.
 */
import type { Problem } from "../core/model/problem";
import { failed, runBatch, type Done } from "./runBatch";

interface LiftedSheet {
  /** A sheet keeps it when the command renames the sheet. */
  readonly id: string;
  readonly name: string;
  readonly options: Excel.WorksheetProtectionOptions;
}
type Outcomes = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** What Excel answers when a password would be needed. */
const NEEDS_PASSWORD: ReadonlySet<string> = new Set(["BadPassword", "AccessDenied", "InvalidArgument"]);

const protectionProblem = (key: "password" | "notSetAgain", sheets: readonly string[]): Problem => ({
  what: { key: `excel.${key}`, params: { sheets: sheets } },
  next: { key: `excel.${key}.next` },
});

function codeOf(cause: unknown): string {
  const code = typeof cause === "object" && cause !== null ? (cause as Readonly<Record<string, unknown>>)["code"] : "";
  return typeof code === "string" ? code : "";
}

/** The sheets, by name or id, that are protected at the moment, with how; those that are gone are left out. */
async function protectedAmong(wanted: readonly string[]): Promise<Done<readonly LiftedSheet[]>> {
  return runBatch(async (context) => {
    const sheets = wanted.map((key) =>
      context.workbook.worksheets.getItemOrNullObject(key).load("id,name,protection/protected,protection/options"),
    );
    await context.sync();
    return sheets.flatMap((sheet) =>
      sheet.isNullObject || !sheet.protection.protected
        ? []
        : [{ id: sheet.id, name: sheet.name, options: { ...sheet.protection.options } }],
    );
  }, false);
}

/** Protects the sheets again that are open now. */
async function setAgain(lifted: readonly Pick<LiftedSheet, "id" | "options">[]): Promise<Done<null>> {
  return runBatch(async (context) => {
    const sheets = lifted.map(({ id, options }) => ({
      options,
      sheet: context.workbook.worksheets.getItemOrNullObject(id).load("name,protection/protected"),
    }));
    await context.sync();
    for (const { sheet, options } of sheets) {
      if (!sheet.isNullObject && !sheet.protection.protected) sheet.protection.protect(options);
    }
    await context.sync();
    return null;
  }, false);
}

/** Excel may be busy for a moment: asked twice. */
async function setAgainSurely(lifted: readonly LiftedSheet[]): Promise<Done<null>> {
  const first = await setAgain(lifted);
  return first.ok ? first : setAgain(lifted);
}

async function lift(lifted: readonly LiftedSheet[]): Promise<Done<null>> {
  if (lifted.length === 0) return { ok: true, value: null };
  const done = await runBatch(async (context) => {
    for (const { id } of lifted) context.workbook.worksheets.getItem(id).protection.unprotect();
    await context.sync();
    return null;
  }, false);
  if (done.ok) return done;
  // Excel opens one after the other and stops at the one that it cannot open.
  const shut = await protectedAmong(lifted.map(({ id }) => id));
  const again = await setAgainSurely(lifted);
  if (!again.ok)
    return failed(
      protectionProblem(
        "notSetAgain",
        lifted.map(({ name }) => name),
      ),
    );
  const first = shut.ok ? shut.value[0]?.name : undefined;
  return NEEDS_PASSWORD.has(codeOf(done.cause)) && first !== undefined
    ? failed(protectionProblem("password", [first]))
    : done;
}

/**
 * Does the work with the protection of these sheets lifted; one round trip more where none is protected.
 * @param sheets those that the work touches, by name, or by id where the work renames them
 */
export async function withoutProtection<Result extends Outcomes>(
  sheets: readonly string[],
  work: () => Promise<Result>,
): Promise<Result | { readonly ok: false; readonly problem: Problem }> {
  if (sheets.length === 0) return work();
  const found = await protectedAmong([...new Set(sheets)]);
  if (!found.ok) return { ok: false, problem: found.problem };
  if (found.value.length === 0) return work();
  const lifted = await lift(found.value);
  if (!lifted.ok) return { ok: false, problem: lifted.problem };
  const result = await work();
  const again = await setAgainSurely(found.value);
  return again.ok
    ? result
    : {
        ok: false,
        problem: protectionProblem(
          "notSetAgain",
          found.value.map(({ name }) => name),
        ),
      };
}

/** The sheets of these that were protected when they were read: nothing else needs to be looked at. */
export const protectedIn = (
  { sheets }: { readonly sheets: readonly { readonly name: string; readonly isProtected: boolean }[] },
  wanted: (name: string) => boolean = () => true,
): readonly string[] => sheets.filter(({ name, isProtected }) => isProtected && wanted(name)).map(({ name }) => name);

/** How we protect: formulas shut, inputs open, no password; filters, widths and heights stay free. */
const OURS: Excel.WorksheetProtectionOptions = {
  allowAutoFilter: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  selectionMode: "Normal",
};

/** Protects the sheets that are open now. @returns their names, to be opened again */
export async function protectSheets(names: readonly string[]): Promise<Done<readonly string[]>> {
  const shut = await protectedAmong(names);
  if (!shut.ok) return shut;
  const standing = new Set(shut.value.map(({ name }) => name));
  const open = names.filter((name) => !standing.has(name)).map((name) => ({ id: name, name, options: OURS }));
  const done = await setAgain(open);
  if (done.ok) return { ok: true, value: open.map(({ name }) => name) };
  // Some of them may be shut already: all or none.
  await unprotectSheets(open.map(({ name }) => name));
  return done;
}

/** Opens the sheets that are protected now, all or none. @returns how they were protected */
export async function unprotectSheets(names: readonly string[]): Promise<Done<readonly LiftedSheet[]>> {
  const found = await protectedAmong(names);
  if (!found.ok) return found;
  const lifted = await lift(found.value);
  return lifted.ok ? found : lifted;
}

/** Protects sheets as they were: what opening them gave. */
export const protectAgain = (lifted: readonly LiftedSheet[]): Promise<Done<null>> => setAgainSurely(lifted);
