/** Sheets of one shape in a file, as notes beside its blocks: which they are, how many people they rank, what differs. */
import { assessSheet } from "../../src/core/assessSheet";
import { judgeFamily } from "../../src/core/family/judgeFamily";
import type { Family } from "../../src/core/family/model";
import { mainBlock, sheetsAlike } from "../../src/core/family/sheetShape";
import { cellAddress } from "../../src/core/model/a1";
import type { SheetHead, Snapshot, SnapshotSheet } from "../../src/core/recognise/snapshot";
import { translate } from "../../src/i18n/everything";

const HEAD_ROWS = 30;
/** Sheets beyond these are not compared; a file with more is a database. */
const MOST_SHEETS = 60;
/** Judging again what is larger would take as long as the audit itself. */
const MOST_CELLS = 1_000_000;

const headOf = ({ name, used, values }: SnapshotSheet): SheetHead => ({
  name,
  column: used?.column ?? 0,
  values: values.slice(0, HEAD_ROWS),
});

function toldOf({ kind, members, people, notes }: Family): string[] {
  const sheets = members.map(({ sheet }) => sheet.name);
  const ranked = people.filter(({ rank }) => rank !== null).length;
  return [
    `Sheets of one shape (${kind}): ${sheets.join(", ")}; ${String(ranked)} of ${String(people.length)} people ranked together`,
    ...notes.map(
      ({ location: { sheet, rect }, message }) =>
        `${sheet}!${cellAddress(rect.row, rect.column)}: ${translate("en", message.key, message.params)}`,
    ),
  ];
}

/** Every family once, named by its first sheet. */
export function familyNotes({ sheets }: Snapshot): readonly string[] {
  const looked = sheets.filter(({ visible, used }) => visible && used !== null).slice(0, MOST_SHEETS);
  const cells = looked.reduce((sum, { used }) => sum + (used === null ? 0 : used.rows * used.columns), 0);
  if (cells > MOST_CELLS) return [];
  const taken = new Set<string>();
  return looked.flatMap((sheet) => {
    if (taken.has(sheet.name)) return [];
    const others = looked.filter((other) => other !== sheet && !taken.has(other.name));
    const { blocks } = assessSheet(sheet, {});
    if (others.length === 0 || mainBlock(blocks) === undefined) return [];
    const alike = new Set(sheetsAlike(sheet, blocks, others.map(headOf)));
    const found = others.filter(({ name }) => alike.has(name));
    const family =
      found.length === 0
        ? null
        : judgeFamily(
            [sheet, ...found].map((one) => ({ sheet: one, said: {} })),
            {},
          );
    if (family === null) return [];
    for (const { sheet: member } of family.members) taken.add(member.name);
    return toldOf(family);
  });
}
