import { EditedSheet, readEdited, type Read } from "../../support/editedSheet";
import { CHANGES, type Change, type Random } from "../../support/sheetChanges";
import { BESIDE_SHEETS } from "../../fixtures/sheets/beside";
import { CORPUS, NO_SCORECARDS } from "../../fixtures/sheets/corpus";
import { FOUND_SHEETS } from "../../fixtures/sheets/found";
import { GOOD_SHEETS } from "../../fixtures/sheets/good";
import { GRADEBOOK_SHEETS } from "../../fixtures/sheets/gradebooks";
import { HARD_SHEETS } from "../../fixtures/sheets/hard";
import { FORM_SHEETS } from "../../fixtures/sheets/forms";
import { LATER_SHEETS } from "../../fixtures/sheets/later";
import { MENDED_SHEETS } from "../../fixtures/sheets/mended";
import { MISREAD_SHEETS } from "../../fixtures/sheets/misread";
import { OTHER_LISTS } from "../../fixtures/sheets/otherLists";
import { SEEN_SHEETS } from "../../fixtures/sheets/seen";
import { STRANGE_SHEETS } from "../../fixtures/sheets/strangers";
import { sheetOfText } from "../../support/sheet";

/** Sheets that say so little of themselves that one thing more beside it, or another word, changes what a person would read. */
const DELICATE: readonly string[] = [
  "a form with nothing filled in yet",
  "a table pasted with its column letters and row numbers",
  "a value and a rating under each name over the weights, numbered rows, typed totals of cut ratings",
  "a rubric of one line",
  "an empty gradebook but for one 0",
  "checklist bool",
  "comparisons in pairs made shares of their column, with the weights that come of them",
  "constants in the formulas, marks that none of them is above, an exam beside, numbers of students",
  "counts of answers under numbers, with their means",
  "criteria numbered in a list, which are no weights",
  "crosses under levels, weighted values and their sum right of them",
  "fractions third",
  "full marks over a second header of names, shares of them beside, statistics below",
  "full marks merged over the points that they are shared out in, beside levels",
  "hidden ids titles",
  "kinds in the header, weights under it, names under those",
  "no header and no formula",
  "no header under a title, totals ranked",
  "no header, constants in the formulas",
  "no header, numbers over the columns",
  "no weights",
  "pounds and dollars",
  "prices with discounts",
  "saw blocks",
  "sections whose points count up to their full marks, all in one formula",
  "signs under alternatives, criteria named by a heading",
  "steps of one calculation under each other, weights in a list of names",
  "subjects whose totals are no total, behind ranks and names",
  "ticks under levels as numbers, with weights",
  "totals that count up to a limit, ranked",
  "two steps of a calculation in one block: values over the most of another table, then times the weights",
  "two tables under each other, a title and weights between them",
  "values and scores called so under each criterion, weights over both",
  "weights over raw values, multiplied with the same on one scale",
];

/** Two such columns make a list of another kind of most small sheets. */
const OF_OTHER_LISTS = ["a telephone number", "a date of joining", "a date at the end", "a salary"];

const SHEETS: ReadonlyMap<string, EditedSheet> = new Map(
  [
    ...CORPUS,
    ...HARD_SHEETS,
    ...GOOD_SHEETS,
    ...FOUND_SHEETS,
    ...SEEN_SHEETS,
    ...STRANGE_SHEETS,
    ...BESIDE_SHEETS,
    ...GRADEBOOK_SHEETS,
    ...MENDED_SHEETS,
    ...LATER_SHEETS,
    ...FORM_SHEETS,
    ...MISREAD_SHEETS,
    ...[...NO_SCORECARDS, ...OTHER_LISTS].map(([name, cells]) => ({ name, cells })),
  ].map((sheet): [string, EditedSheet] => {
    const merges = "merges" in sheet ? sheet.merges : "";
    return [sheet.name, EditedSheet.of(sheetOfText(sheet.cells, merges))];
  }),
);
const READ = new Map([...SHEETS].map(([name, sheet]) => [name, readEdited(sheet)]));

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const seedOf = (text: string): number =>
  Array.from(text).reduce((all, letter) => (all * 31 + letter.charCodeAt(0)) | 0, 7);

/** Roles that a column or a line of somebody's own may have without changing anything. */
const MAY_GROW = ["id", "group", "band", "evidence", "rater"];

/** What differs, in words; empty where the same was read. */
function differences(before: readonly Read[], after: readonly Read[]): string[] {
  if (before.length !== after.length) return [`${String(before.length)} blocks, then ${String(after.length)}`];
  return before.flatMap((one, i) => {
    const other = after[i];
    if (other === undefined) return ["no block"];
    const said: string[] = [];
    if (one.kind !== other.kind || (one.sum !== other.sum && !one.kind.endsWith("percent")))
      said.push(`${one.kind} ${String(one.sum)}, then ${other.kind} ${String(other.sum)}`);
    for (const role of new Set([...one.roles.keys(), ...other.roles.keys()])) {
      const [was, is] = [one.roles.get(role) ?? new Set<string>(), other.roles.get(role) ?? new Set<string>()];
      const more = [...is].filter((id) => !was.has(id) && !(id === "+" && MAY_GROW.includes(role)));
      // A department of the sheet's own may be read from the new column.
      const isReplaced = is.has("+") && MAY_GROW.includes(role);
      const less = isReplaced ? [] : [...was].filter((id) => !is.has(id));
      if (more.length + less.length > 0) said.push(`${role}: more ${more.join(" ")}, less ${less.join(" ")}`);
    }
    for (const key of new Set([...one.results.keys(), ...other.results.keys()]))
      if (one.results.get(key) !== other.results.get(key))
        said.push(`${key}: ${String(one.results.get(key))}, then ${String(other.results.get(key))}`);
    const [was, is] = [[...one.findings].sort().join(", "), [...other.findings].sort().join(", ")];
    return was === is ? said : [...said, `findings: ${was}, then ${is}`];
  });
}

/** What differs after changes, one after another; null where one of them has nothing to change. */
function after(name: string, changes: readonly Change[], random: Random): string[] | null {
  const [sheet, read] = [SHEETS.get(name), READ.get(name)];
  if (sheet === undefined || read === undefined) return null;
  const changed = changes.reduce<EditedSheet | null>(
    (edited, change) => (edited === null ? null : change(edited, read, random)),
    sheet,
  );
  return changed === null ? null : differences(read, readEdited(changed));
}

/** One of so many sheets is looked at with each change: others with another one. */
const ONE_OF = 4;
const NAMES = [...SHEETS.keys()].filter((name) => !DELICATE.includes(name));

test.each(Object.entries(CHANGES))("%s: the same is read", (what, change) => {
  const asked = NAMES.filter((name) => Math.abs(seedOf(name + what)) % ONE_OF === 0);
  const found = asked.flatMap((name) => {
    const said = after(name, [change], seeded(seedOf(name + what)));
    return said === null || said.length === 0 ? [] : [`${name}: ${said.join("; ")}`];
  });
  expect(found).toEqual([]);
});

test("two changes together: the same is read", () => {
  const random = seeded(11);
  const changes = Object.entries(CHANGES);
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const found = Array.from({ length: 400 }, (_, i) => {
    const [first, second, name] = [one(changes), one(changes), one(NAMES)];
    if (first === undefined || second === undefined || name === undefined) return [];
    if (OF_OTHER_LISTS.includes(first[0]) && OF_OTHER_LISTS.includes(second[0])) return [];
    const said = after(name, [first[1], second[1]], seeded(i)) ?? [];
    return said.length === 0 ? [] : [`${first[0]}, ${second[0]}, ${name}: ${said.join("; ")}`];
  });
  expect(found.flat()).toEqual([]);
});
