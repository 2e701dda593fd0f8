/** Sheets of one shape judged together: one ranking over all people, in one unit, and what differs from sheet to sheet. */
import { assessSheet } from "../assessSheet";
import type { AssessOptions, Assessment, BlockJudgement } from "../assessment";
import { overlaps } from "../model/a1";
import type { Message } from "../model/message";
import { effectiveWeights, isPoints, measureOf } from "../recognise/blocks/compute";
import { Grid } from "../recognise/grid";
import { withTicksAsPoints } from "../recognise/blocks/ticks";
import type { SnapshotSheet } from "../recognise/snapshot";
import { ranks } from "../ranking/ranks";
import { roundHalfAway } from "../scoring/round";
import { acrossChecks } from "./acrossChecks";
import { hiddenColumnsIn, hiddenRowsIn } from "../recognise/hiddenParts";
import type { Family, FamilyKind, FamilyMember, FamilyPart, FamilyPerson } from "./model";
import type { OptionsOn } from "./optionsOn";
import { isAlike, mainBlock, shapeOf, type Shape } from "./sheetShape";

/** A sheet with what was said about it. */
export interface SheetToJudge {
  readonly sheet: SnapshotSheet;
  readonly said: OptionsOn;
}
type Judged = Omit<FamilyMember, "factor">;

/** How totals come out of weighted means: as they are, times all weights, by the hundred, or by a factor. */
interface Unit {
  readonly form: string;
  readonly unit: number;
  /** The sheet shows totals of its own, which say the unit. */
  readonly isShown: boolean;
}

function unitOf({ sheet, block }: Judged): Unit {
  const { understood, weights } = block.reading;
  const { unit } = measureOf(new Grid(sheet), understood, weights.family);
  const sum = effectiveWeights(understood).reduce((all, weight) => all + weight, 0);
  const near = (value: number): boolean => Math.abs(unit - value) <= 1e-9 * Math.max(1, Math.abs(value));
  const form = near(sum) ? "sum" : near(sum / 100) ? "hundredth" : String(roundHalfAway(unit, 9));
  const isShown = understood.subjects.some(({ total }) => total !== null);
  return { form: `${isPoints(weights.family) ? "points " : ""}${near(1) ? "1" : form}`, unit, isShown };
}

/** What each sheet's totals are multiplied with: nothing where all are made in one way, else they become weighted means. */
function factorsOf(judged: readonly Judged[]): readonly number[] {
  const units = judged.map(unitOf);
  const shown = units.filter(({ isShown }) => isShown);
  const forms = new Set((shown.length === 0 ? units : shown).map(({ form }) => form));
  if (forms.size === 1 && units.every(({ form }) => forms.has(form))) return judged.map(() => 1);
  return units.map(({ unit }) => 1 / unit);
}

const told = (reasons: readonly Message[]): Message =>
  reasons.find(({ key }) => key.startsWith("checks.refused.")) ?? { key: "checks.refused.notAScorecard" };

/** The block of a sheet that is like the first sheet's; the reason where there is none. */
function likeBlock(sheet: SnapshotSheet, shape: Shape, { blocks, reasons }: Assessment): BlockJudgement | Message {
  const main = mainBlock(blocks);
  if (main === undefined) return told(reasons);
  const grid = new Grid(sheet);
  const like = blocks.find(({ reading, results }) => {
    if (reading.refusal !== null || results.length === 0) return false;
    const own = shapeOf(grid, reading);
    return isAlike(shape, (column) => own.get(column) ?? "");
  });
  return like ?? { key: "checks.family.otherShape" };
}

const rounded = (value: number | null, factor: number): number | null =>
  value === null ? null : roundHalfAway(value * factor, 6);

/** Everybody by sheet, with the totals in the unit of all. */
const everybody = (members: readonly FamilyMember[]): Omit<FamilyPerson, "rank">[] =>
  members.flatMap(({ block, factor }, member) =>
    block.results.map((result, index) => {
      const total = rounded(result.total, factor);
      const [soFar, low, high] = [result.soFar, result.low, result.high].map((value) => rounded(value, factor));
      const { name, cell, coverage, band } = result;
      const bounds = { soFar: soFar ?? null, low: low ?? null, high: high ?? null };
      return { name, cell, total, ...bounds, coverage, band, parts: [{ member, index, total }] };
    }),
  );

/** Whether the sheets are about the same people: half of the names stand on more than one of them. */
function kindOf(people: readonly Omit<FamilyPerson, "rank">[]): FamilyKind {
  const sheets = new Map<string, Set<number>>();
  for (const { name, parts } of people) {
    const own = sheets.get(name) ?? new Set<number>();
    for (const { member } of parts) own.add(member);
    sheets.set(name, own);
  }
  const several = [...sheets.values()].filter((own) => own.size > 1).length;
  return several * 2 >= sheets.size && several > 0 ? "periods" : "people";
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.flatMap((value) => value ?? []);
  return known.length < values.length || known.length === 0
    ? null
    : roundHalfAway(known.reduce((sum, value) => sum + value, 0) / known.length, 6);
};

/** One line a person: the mean of the totals of the sheets on which the person stands; none while one of them is open. */
function overPeriods(people: readonly Omit<FamilyPerson, "rank">[]): Omit<FamilyPerson, "rank">[] {
  const lines = new Map<string, Omit<FamilyPerson, "rank">[]>();
  const seen = new Map<string, number>();
  for (const person of people) {
    // Two people of one name on a sheet are two on the next one, too.
    const place = `${person.name}\n${String(person.parts[0]?.member)}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    const key = `${person.name}\n${String(nth)}`;
    lines.set(key, [...(lines.get(key) ?? []), person]);
  }
  return [...lines.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const parts: FamilyPart[] = same.flatMap((one) => one.parts);
    const total = mean(same.map((one) => one.total));
    return [
      {
        ...first,
        total,
        soFar: mean(same.map((one) => one.total ?? one.soFar)),
        low: mean(same.map((one) => one.total ?? one.low)),
        high: mean(same.map((one) => one.total ?? one.high)),
        coverage: Math.min(...same.map(({ coverage }) => coverage)) as FamilyPerson["coverage"],
        band: null,
        parts,
      },
    ];
  });
}

const alarmsOf = ({ findings }: BlockJudgement): FamilyMember["alarms"] => ({
  errors: findings.filter(({ severity }) => severity === "error").length,
  warnings: findings.filter(({ severity }) => severity === "warning").length,
});

/** Own totals and ranks that somebody accepted as they are differ no more. */
function withoutAccepted(block: BlockJudgement, { accepted }: Assessment): BlockJudgement {
  const own = accepted.filter(({ rule }) => OWN_NUMBERS.includes(rule));
  if (own.length === 0) return block;
  const isAccepted = ({ cell }: BlockJudgement["differences"][number]): boolean =>
    own.some(({ location }) => location.sheet === cell.sheet && overlaps(location.rect, cell.rect));
  return { ...block, differences: block.differences.filter((one) => !isAccepted(one)) };
}
/** Checks that compare the sheet's own totals and ranks with what is computed. */
const OWN_NUMBERS: readonly string[] = ["T01", "T02"];

/** Rows and columns of what is rated that are hidden on its sheet: they count there, too. */
const hiddenOn = (sheet: SnapshotSheet, { reading: { rect } }: BlockJudgement): Message[] => [
  ...hiddenRowsIn(sheet, [rect]),
  ...hiddenColumnsIn(sheet, [rect]),
];

/**
 * @param sheets the open one first; those that turn out to be of another shape are left out with a reason
 * @returns null where fewer than two can be taken
 */
export function judgeFamily(
  sheets: readonly SheetToJudge[],
  options: Pick<AssessOptions, "ranks" | "language">,
): Family | null {
  const judged: Judged[] = [];
  const leftOut: { readonly sheet: string; readonly reason: Message }[] = [];
  let shape: Shape | null = null;
  for (const { sheet: given, said } of sheets) {
    const sheet = withTicksAsPoints(given);
    const assessment = assessSheet(sheet, { ...options, ...said });
    const like = shape === null ? mainBlock(assessment.blocks) : likeBlock(sheet, shape, assessment);
    if (like === undefined) return null;
    if ("key" in like) leftOut.push({ sheet: sheet.name, reason: like });
    else {
      const hidden = hiddenOn(sheet, like);
      judged.push({ sheet, block: withoutAccepted(like, assessment), alarms: alarmsOf(like), hidden });
    }
    if (shape === null && !("key" in like)) shape = shapeOf(new Grid(sheet), like.reading);
  }
  if (judged.length < 2) return null;
  const factors = factorsOf(judged);
  const members = judged.map((one, i): FamilyMember => ({ ...one, factor: factors[i] ?? 1 }));
  const all = everybody(members);
  const kind = kindOf(all);
  const lines = kind === "periods" ? overPeriods(all) : all;
  const places = ranks(
    lines.map(({ total }) => total),
    options.ranks ?? "competition",
  );
  const people = lines.map((line, i): FamilyPerson => ({ ...line, rank: places[i] ?? null }));
  return {
    kind,
    members,
    people,
    notes: [...acrossChecks(members, people, kind), ...unitNotes(members)],
    differences: members.flatMap(({ block }) => block.differences),
    leftOut,
  };
}

/** Totals that are not those of the sheets: said, for whoever compares them. */
function unitNotes(members: readonly FamilyMember[]): Family["notes"] {
  const [first] = members;
  if (first === undefined || members.every(({ factor }) => factor === 1)) return [];
  const location = { sheet: first.sheet.name, rect: first.block.reading.rect };
  return [{ severity: "note", location, message: { key: "checks.family.units" } }];
}
