/**
 * What a person said about a sheet: which column or row plays which role. Kept by prints of headers and labels, so that it
 * still holds when columns are moved, holds nothing personal, and is simply void when the header is gone.
 */
import { printOf } from "../acceptance/fingerprint";
import type { BlockChoice } from "./blockChoice";
import { headerForm } from "./blocks/lexicon";

export const ASKED_ROLES = ["person", "criterion", "weight", "score", "total", "rank"] as const;
export type AskedRole = (typeof ASKED_ROLES)[number];
/** Roles of which a block has one column or row. */
const SINGLE: ReadonlySet<AskedRole> = new Set<AskedRole>(["person", "criterion", "weight", "total", "rank"]);

export interface RoleAnswer {
  readonly role: AskedRole;
  readonly line: "column" | "row";
  /** Of the column's header or the row's label; "+2" for a row without a label: so far under the header. */
  readonly print: string;
  /** Which of several with the same header, from 0. */
  readonly nth: number;
}
/** All answers about one sheet. */
export interface SheetAnswers {
  /** Excel's id of it, which survives a new name. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleAnswer[];
  /** The block that is scored; absent: all of them. */
  readonly block?: BlockChoice;
}
type SheetNamed = Pick<SheetAnswers, "id" | "name">;

/** The print of a header under which an answer about it is kept. */
export const headerPrint = (header: string): string => printOf(headerForm(header));

/** What was said about a sheet: by its id, else by its name; undefined where nothing was. */
export const saidOf = (
  all: readonly SheetAnswers[],
  sheet: { readonly id?: string; readonly name: string },
): SheetAnswers | undefined =>
  all.find(({ id }) => id !== "" && id === sheet.id) ?? all.find(({ name }) => name === sheet.name);

/** What was said about the columns of a sheet, found by its id or else by its name; none for one never asked about. */
export const answersFor = (
  all: readonly SheetAnswers[],
  sheet: { readonly id?: string; readonly name: string },
): readonly RoleAnswer[] => saidOf(all, sheet)?.roles ?? [];

const isAbout = (a: RoleAnswer, b: RoleAnswer): boolean => a.line === b.line && a.print === b.print && a.nth === b.nth;

/** All of it with this about a sheet in the place of what was said before; nothing said leaves nothing behind. */
function withSaid(
  all: readonly SheetAnswers[],
  sheet: SheetNamed,
  said: Pick<SheetAnswers, "roles" | "block">,
): readonly SheetAnswers[] {
  const others = all.filter(({ id, name }) => id !== sheet.id && name !== sheet.name);
  return said.roles.length === 0 && said.block === undefined ? others : [...others, { ...sheet, ...said }];
}

/** With another block chosen on the sheet; null: all blocks. */
export function withBlock(
  all: readonly SheetAnswers[],
  sheet: SheetNamed,
  block: BlockChoice | null,
): readonly SheetAnswers[] {
  return withSaid(all, sheet, { roles: answersFor(all, sheet), ...(block === null ? {} : { block }) });
}

/** The answers of a sheet with one more; what it contradicts goes. */
export function withAnswer(
  all: readonly SheetAnswers[],
  sheet: SheetNamed,
  answers: readonly RoleAnswer[],
): readonly SheetAnswers[] {
  const before = answersFor(all, sheet).filter(
    (known) => !answers.some((now) => isAbout(known, now) || (known.role === now.role && SINGLE.has(now.role))),
  );
  const block = saidOf(all, sheet)?.block;
  return withSaid(all, sheet, { roles: [...before, ...answers], ...(block === undefined ? {} : { block }) });
}

/** What a column is by the answers: a role, nothing said, or no more what somebody else is. */
export interface Said {
  readonly role: AskedRole | null;
  /** Roles that another column of the block was said to play. */
  readonly taken: ReadonlySet<AskedRole>;
}

/** The answers of the columns of a block, by their headers from left to right. */
export function saidOfColumns(answers: readonly RoleAnswer[], headers: readonly string[]): readonly Said[] {
  const columns = answers.filter(({ line }) => line === "column");
  const seen = new Map<string, number>();
  const roles = headers.map((header): AskedRole | null => {
    if (columns.length === 0) return null;
    const print = headerPrint(header);
    const nth = seen.get(print) ?? 0;
    seen.set(print, nth + 1);
    return columns.find((answer) => answer.print === print && answer.nth === nth)?.role ?? null;
  });
  const found = roles.flatMap((role) => role ?? []);
  // A row of weights takes the role from every column.
  const rows = answers.filter(({ line }) => line === "row").map(({ role }) => role);
  const taken = new Set([...found, ...rows].filter((role) => SINGLE.has(role)));
  return roles.map((role) => ({ role, taken }));
}
