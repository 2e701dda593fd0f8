/** Checks across sheets of one shape: weights, criteria, scales and people that differ from the other sheets. */
import type { Location } from "../model/location";
import type { Message } from "../model/message";
import { headerForm } from "../recognise/blocks/lexicon";
import type { Item } from "../recognise/blocks/model";
import { scaleOf } from "../recognise/blocks/scale";
import { isPoints } from "../recognise/blocks/compute";
import { Grid } from "../recognise/grid";
import { roundHalfAway } from "../scoring/round";
import type { FamilyKind, FamilyMember, FamilyNote, FamilyPerson } from "./model";

/** Scales of 10 and of 100 are; those of people who did badly on one of them are not. */
const FAR_APART = 8;
/** More of one kind are told as a count. */
const MOST_NOTES = 20;

const note = (severity: FamilyNote["severity"], location: Location, name: string, params: Message["params"]) => ({
  severity,
  location,
  message: { key: `checks.family.${name}`, params: params ?? {} },
});
const at = ({ sheet }: FamilyMember, cell: { readonly row: number; readonly column: number }): Location => ({
  sheet: sheet.name,
  rect: { row: cell.row, column: cell.column, rows: 1, columns: 1 },
});
const itemsOf = ({ block }: FamilyMember): readonly Item[] => block.reading.understood.items;
const nameOf = ({ name }: Item): string => headerForm(name);
const placeOf = (member: FamilyMember): Location => ({ sheet: member.sheet.name, rect: member.block.reading.rect });

/** What most say; the first of those that as many say. */
function usual<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [T, number] | null>(
    (best, one) => (best !== null && best[1] >= one[1] ? best : one),
    null,
  )?.[0];
}

/** Sheets whose criteria are those of most; null where each has its own. */
function usualCriteria(members: readonly FamilyMember[]): ReadonlySet<string> | null {
  const sets = members.map((member) => [...new Set(itemsOf(member).map(nameOf))].sort().join("\n"));
  const most = usual(sets) ?? "";
  const count = sets.filter((set) => set === most).length;
  return count >= 2 && count * 2 > members.length ? new Set(most.split("\n")) : null;
}

function criteriaNotes(members: readonly FamilyMember[], criteria: ReadonlySet<string> | null): FamilyNote[] {
  if (criteria === null) {
    const all = members.map((member) => new Set(itemsOf(member).map(nameOf)));
    const [first] = all;
    const isOne = all.every((own) => own.size === first?.size && [...own].every((name) => first.has(name)));
    const [member] = members;
    return isOne || member === undefined ? [] : [note("note", placeOf(member), "personal", { count: members.length })];
  }
  const labels = new Map(
    members.flatMap((member) => itemsOf(member).map((item) => [nameOf(item), item.name] as const)),
  );
  return members.flatMap((member) => {
    const own = new Set(itemsOf(member).map(nameOf));
    const missing = [...criteria].filter((name) => !own.has(name)).map((name) => labels.get(name) ?? name);
    const extra = itemsOf(member).filter((item) => !criteria.has(nameOf(item)));
    const sheet = member.sheet.name;
    return [
      ...(missing.length === 0 ? [] : [note("warning", placeOf(member), "missing", { sheet, names: missing })]),
      ...extra.map((item) => note("warning", at(member, item.cell), "extra", { sheet, name: item.name })),
    ];
  });
}

/** A weight as points of 100 where the sum means something, else as it stands. */
const pointsOf = ({ block }: FamilyMember, { weight }: Item): number | null => {
  const { expected } = block.reading.weights;
  return weight.value === null
    ? null
    : roundHalfAway(expected === null ? weight.value : (weight.value * 100) / expected, 6);
};

/** Weights of one criterion that are others than on most sheets. */
function weightNotes(members: readonly FamilyMember[]): FamilyNote[] {
  const names = [...new Set(members.flatMap((member) => itemsOf(member).map(nameOf)))];
  return names.flatMap((name) => {
    const found = members.flatMap((member) => {
      const own = itemsOf(member).filter((item) => nameOf(item) === name);
      const [item] = own;
      const points = item === undefined || own.length > 1 ? null : pointsOf(member, item);
      return item === undefined || points === null ? [] : [{ member, item, points }];
    });
    const most = usual(found.map(({ points }) => points));
    return found
      .filter(({ points }) => points !== most)
      .map(({ member, item, points }) =>
        note("warning", at(member, item.weight.cell ?? item.cell), "weight", {
          name: item.name,
          sheet: member.sheet.name,
          own: points,
          others: most ?? 0,
        }),
      );
  });
}

/** A sum that is off on some sheets only: there it is a slip, not a rule. */
function sumNotes(members: readonly FamilyMember[]): FamilyNote[] {
  const sums = members.flatMap((member) => {
    const { sum, expected } = member.block.reading.weights;
    return sum === null || expected === null ? [] : [{ member, sum: roundHalfAway((sum * 100) / expected, 4) }];
  });
  const good = sums.filter(({ sum }) => Math.abs(sum - 100) <= 0.01).length;
  if (good === 0) return [];
  return sums
    .filter(({ sum }) => Math.abs(sum - 100) > 0.01)
    .map(({ member, sum }) => note("warning", placeOf(member), "sum", { sheet: member.sheet.name, sum, good }));
}

/** Scores that go up to 10 on one sheet and to 100 on another cannot stand in one ranking. */
function scaleNotes(members: readonly FamilyMember[]): FamilyNote[] {
  const tops = members.flatMap((member) => {
    const { understood, weights } = member.block.reading;
    if (understood.scoreKind !== "score" || isPoints(weights.family)) return [];
    return [{ member, best: scaleOf(new Grid(member.sheet), understood).best }];
  });
  const most = usual(tops.map(({ best }) => best));
  // Sheets on which nobody reached the upper half look like a smaller scale: only what is far apart is told.
  return tops
    .filter(({ best }) => most !== undefined && Math.max(best, most) >= FAR_APART * Math.min(best, most))
    .map(({ member, best }) =>
      note("warning", placeOf(member), "scale", { sheet: member.sheet.name, own: best, others: most ?? 0 }),
    );
}

function peopleNotes(
  members: readonly FamilyMember[],
  people: readonly FamilyPerson[],
  kind: FamilyKind,
): FamilyNote[] {
  const sheetOf = (member: number): string => members[member]?.sheet.name ?? "";
  if (kind === "periods")
    return people
      .filter(({ parts }) => parts.length < members.length)
      .map(({ name, cell, parts }) => note("note", cell, "absent", { name, on: parts.length, of: members.length }));
  const byName = new Map<string, FamilyPerson[]>();
  for (const person of people) byName.set(person.name, [...(byName.get(person.name) ?? []), person]);
  return [...byName.values()]
    .filter((same) => new Set(same.map(({ parts }) => parts[0]?.member)).size > 1)
    .flatMap((same) =>
      same.slice(1).map(({ name, cell }) =>
        note("warning", cell, "twice", {
          name,
          sheets: [...new Set(same.map(({ parts }) => sheetOf(parts[0]?.member ?? 0)))],
        }),
      ),
    );
}

/** Of each kind as many as one reads; the rest as a count. */
const shortened = (notes: readonly FamilyNote[]): readonly FamilyNote[] => {
  const [first] = notes.slice(MOST_NOTES);
  return first === undefined
    ? notes
    : [...notes.slice(0, MOST_NOTES), note("note", first.location, "more", { count: notes.length - MOST_NOTES })];
};

/** What is unequal between sheets of one shape: sums, weights, criteria, scales, people; each kind shortened to a few. */
export function acrossChecks(
  members: readonly FamilyMember[],
  people: readonly FamilyPerson[],
  kind: FamilyKind,
): readonly FamilyNote[] {
  const criteria = usualCriteria(members);
  return [
    ...shortened(sumNotes(members)),
    ...shortened(weightNotes(members)),
    ...shortened(criteriaNotes(members, criteria)),
    ...shortened(scaleNotes(members)),
    ...shortened(peopleNotes(members, people, kind)),
  ];
}
