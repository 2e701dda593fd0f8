/** Which findings are accepted, which acceptances have expired, and which marks are left. */
import { exceptMark, type MarkException } from "../formulas/marks";
import { intersect, overlaps, type Rect } from "../model/a1";
import type { Acceptance, AcceptanceKey } from "../model/acceptance";
import type { Finding } from "../model/finding";
import type { MarkPlan } from "../model/mark";
import { Grid } from "../recognise/grid";
import type { CellValue, Snapshot } from "../recognise/snapshot";
import type { EntryBlock } from "../model/scorecard";
import { findingPrint } from "./fingerprint";
import type { Log } from "./log";
import type { Subject } from "./subject";

/** What of an assessment the log speaks about. */
export interface Judged {
  readonly instance: number | null;
  readonly findings: readonly Finding[];
  readonly marks: readonly MarkPlan[];
  readonly subjectOf: (finding: Finding) => Subject;
  /** Blocks of the open sheet in which marks stand. */
  readonly entryBlocks: readonly EntryBlock[];
}
export interface WithLog {
  readonly findings: readonly Finding[];
  readonly marks: readonly MarkPlan[];
  /** Findings that are accepted, each with its acceptance. */
  readonly accepted: readonly Finding[];
  /** Rows of the log that still say "accepted" though the value behind them is another now. */
  readonly expired: readonly Acceptance[];
}

/** A finding as the log keeps it. */
export interface Identity {
  readonly key: AcceptanceKey;
  readonly print: string;
}

const MOST_CELLS = 50_000;

/** Values at a place of the snapshot; none where its sheet was not read. */
function valuesAt(snapshot: Snapshot, sheetName: string, rect: Rect): readonly CellValue[] {
  const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
  if (sheet?.used == null) return [];
  const shared = intersect(sheet.used, rect);
  if (shared === null || shared.rows * shared.columns > MOST_CELLS) return [];
  const grid = new Grid(sheet);
  const values: CellValue[] = [];
  for (let row = shared.row; row < shared.row + shared.rows; row += 1)
    for (let column = shared.column; column < shared.column + shared.columns; column += 1)
      values.push(grid.at(row, column));
  return values;
}

const activeSheet = ({ sheets, activeSheet: name }: Snapshot) => sheets.find((sheet) => sheet.name === name);

/** The scope of what is open: a scorecard of ours, or the sheet by Excel's id of it. */
function scopeOf(snapshot: Snapshot, instance: number | null): string {
  if (instance !== null) return `i${String(instance)}`;
  return `s${activeSheet(snapshot)?.id ?? snapshot.activeSheet}`;
}

/** Of this scope; or of a sheet of this name whose id is nobody's any more (the workbook was copied, say). */
function isInScope({ key, sheet }: Acceptance, scope: string, snapshot: Snapshot): boolean {
  if (key.scope === scope) return true;
  if (scope.startsWith("i") || !key.scope.startsWith("s") || sheet !== snapshot.activeSheet) return false;
  return !snapshot.sheetIds?.includes(key.scope.slice(1));
}

/** Key and print of a finding at this moment. */
export function identityOf(
  snapshot: Snapshot,
  { instance, subjectOf }: Pick<Judged, "instance" | "subjectOf">,
  finding: Finding,
): Identity {
  const { location } = finding;
  return {
    key: { scope: scopeOf(snapshot, instance), ...subjectOf(finding) },
    print: findingPrint(finding, valuesAt(snapshot, location.sheet, location.rect)),
  };
}

const sameSubject = (a: Acceptance, b: Identity, rule: string): boolean =>
  a.rule === rule && a.key.plan === b.key.plan && a.key.person === b.key.person && a.key.indicator === b.key.indicator;

/** The cell's exception from a mark; null where the finding's place is not in it. */
function exceptionFor(
  snapshot: Snapshot,
  { rect, sheet }: MarkPlan,
  finding: Finding,
  blocks: readonly EntryBlock[],
): MarkException | null {
  const { location, person, indicator } = finding;
  if (location.sheet !== sheet || !overlaps(rect, location.rect)) return null;
  const { row, column } = location.rect;
  const block = blocks.find((candidate) => candidate.sheet === sheet && isEntry(candidate, rect));
  // Weights, which nobody sorts: the one cell.
  if (block === undefined) return { row, column };
  const sheetRead = snapshot.sheets.find(({ name }) => name === sheet);
  if (sheetRead === undefined) return null;
  const grid = new Grid(sheetRead);
  const labels = [block.personColumn, ...(block.secondColumn === undefined ? [] : [block.secondColumn])];
  const rowLabels = labels.map((at) => ({ column: at, text: shownText(grid.at(row, at)) }));
  const people = block.labels === "people";
  // Who is accepted as a whole is so in all of the row (or, with people across, of the column).
  if (indicator === undefined && person !== undefined) return people ? { labels: rowLabels.slice(0, 1) } : { column };
  return { labels: rowLabels, column };
}

/** A label as a formula joins it to a text. */
const shownText = (value: CellValue): string => (typeof value === "object" ? "" : String(value));

const isEntry = ({ firstRow, rows }: EntryBlock, rect: Rect): boolean =>
  rect.row >= firstRow && rect.row + rect.rows <= firstRow + rows;

/** Two people of one label cannot be told apart in a rule: then both stay marked. */
function isAmbiguous({ labels }: MarkException, snapshot: Snapshot, { sheet, rect }: MarkPlan): boolean {
  if (labels === undefined) return false;
  const read = snapshot.sheets.find(({ name }) => name === sheet);
  if (read === undefined) return true;
  const grid = new Grid(read);
  let found = 0;
  for (let row = rect.row; row < rect.row + rect.rows; row += 1)
    if (labels.every(({ column, text }) => shownText(grid.at(row, column)).toLowerCase() === text.toLowerCase()))
      found += 1;
  return found !== 1;
}

/** The marks without what is accepted: a rule whose only place is accepted goes, the others leave that place out. */
function marksWithout(
  snapshot: Snapshot,
  { marks, entryBlocks }: Judged,
  accepted: readonly Finding[],
  left: readonly Finding[],
): readonly MarkPlan[] {
  return marks.flatMap((mark) => {
    const own = accepted.filter(
      ({ rule, location }) => rule === mark.rule && location.sheet === mark.sheet && overlaps(mark.rect, location.rect),
    );
    if (own.length === 0) return [mark];
    const others = left.some(
      ({ rule, location }) => rule === mark.rule && location.sheet === mark.sheet && overlaps(mark.rect, location.rect),
    );
    if (!others) return [];
    const exceptions = own
      .flatMap((finding) => exceptionFor(snapshot, mark, finding, entryBlocks) ?? [])
      .filter((exception) => !isAmbiguous(exception, snapshot, mark));
    return [{ ...mark, formula: exceptMark(mark.formula, mark.rect, exceptions) }];
  });
}

/** Parts the findings by the log; everything is as it was where the log says nothing about what is open. */
export function withLog(snapshot: Snapshot, judged: Judged, log: Log | null): WithLog {
  const { findings, marks, instance } = judged;
  const scope = scopeOf(snapshot, instance);
  const rows = (log?.acceptances ?? []).filter((row) => isInScope(row, scope, snapshot));
  if (rows.length === 0) return { findings, marks, accepted: [], expired: [] };
  const rules = new Set(rows.map(({ rule }) => rule));
  const matched = new Set<Acceptance>();
  const open: { readonly finding: Finding; readonly identity: Identity | null }[] = [];
  const accepted: Finding[] = [];
  for (const finding of findings) {
    const identity = rules.has(finding.rule) ? identityOf(snapshot, judged, finding) : null;
    const row =
      identity === null
        ? undefined
        : rows.findLast(
            (one) =>
              one.state === "accepted" && sameSubject(one, identity, finding.rule) && one.print === identity.print,
          );
    if (row === undefined) open.push({ finding, identity });
    else {
      matched.add(row);
      accepted.push({ ...finding, acceptance: row });
    }
  }
  const expired = new Set<Acceptance>();
  const left = open.map(({ finding, identity }): Finding => {
    if (identity === null) return finding;
    const before = rows.filter(
      (one) =>
        sameSubject(one, identity, finding.rule) &&
        (one.state === "expired" || (one.state === "accepted" && !matched.has(one))),
    );
    for (const one of before) if (one.state === "accepted") expired.add(one);
    const last = before.at(-1);
    return last === undefined ? finding : { ...finding, acceptance: { ...last, state: "expired" } };
  });
  return { findings: left, marks: marksWithout(snapshot, judged, accepted, left), accepted, expired: [...expired] };
}
