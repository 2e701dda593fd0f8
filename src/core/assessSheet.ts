/** Judges a sheet of the user: its blocks, one scorecard of those that have weights, and what each block comes to. */
import { cellAddress, rectAddress } from "./model/a1";
import type { Finding } from "./model/finding";
import type { Location } from "./model/location";
import type { Message } from "./model/message";
import type { Plan, Scorecard } from "./model/scorecard";
import {
  judge,
  nothing,
  type AssessOptions,
  type Assessment,
  type BlockJudgement,
  type BlockOption,
} from "./assessment";
import { bandGapFindings } from "./checks/rules/B06";
import { bandGaps } from "./recognise/blocks/bandGaps";
import { cardOfBlocks, type BlockCard, type CardPart } from "./recognise/blocks/blockCard";
import { differencesOf } from "./recognise/blocks/differences";
import { readBlocks, type BlockReading } from "./recognise/blocks/readBlocks";
import { blockChoices, chosenBlock } from "./recognise/blockChoice";
import { Grid } from "./recognise/grid";
import { cutIn, hiddenColumnsIn, hiddenRowsIn } from "./recognise/hiddenParts";
import { isTick, withTicksAsPoints } from "./recognise/blocks/ticks";
import type { SnapshotSheet } from "./recognise/snapshot";
import { scoreCard, scoreTables, type PersonResult } from "./scoring/scoreCard";

/** Blocks that can be checked: those that compute; where none does, those whose weights can be looked at. */
function checkable(readings: readonly BlockReading[]): readonly BlockReading[] {
  const computed = readings.filter(({ refusal }) => refusal === null);
  if (computed.length > 0) return computed;
  return readings.filter(
    ({ refusal, understood }) =>
      (refusal === "noScores" || refusal === "mixedWeights") &&
      understood.subjects.length > 0 &&
      understood.items.filter(({ weight }) => weight.value !== null).length >= 2,
  );
}

const ofPlan = (card: Scorecard, results: readonly PersonResult[], plan: number): PersonResult[] =>
  results.filter((_, i) => card.people[i]?.plan === plan);

/** Differences of all blocks with the sheet's own totals and ranks. */
const compared = (grid: Grid, { card, parts }: BlockCard, results: readonly PersonResult[]) =>
  parts.flatMap(({ reading, measure }, plan) => {
    const { subjects } = reading.understood;
    if (reading.refusal !== null || subjects.every(({ total, rank }) => total === null && rank === null)) return [];
    const totals = (parts.length === 1 ? results : ofPlan(card, results, plan)).map(({ total }) => total);
    return differencesOf(grid, reading, measure, totals);
  });

/** What was assumed to read a plan. */
function assumptions(plan: Plan, { reading }: CardPart): Message[] {
  const family = reading.weights.family;
  const key = family === "in-score" ? "inScore" : family === "none" ? "mixed" : family;
  const said: Message[] = [{ key: `checks.assumed.${key}`, params: { cell: rectAddress(plan.weights.rect) } }];
  const top = plan.own?.top ?? null;
  if (top !== null) said.push({ key: "checks.assumed.scale", params: { top } });
  const { added = [], roles } = reading.understood;
  const column = roles.score?.[0]?.column;
  if (column !== undefined && added.length > 0)
    said.push({
      key: "checks.assumed.added",
      params: { cell: added.map((row) => cellAddress(row, column)).join(", ") },
    });
  return said;
}

/** Scores that are ticks on the sheet, and weights that stand on another one: how they were read. */
function waysRead(given: SnapshotSheet, readings: readonly BlockReading[]): Message[] {
  const original = new Grid(given);
  const isTicked = ({ ticked, understood: { subjects } }: BlockReading): boolean =>
    ticked === true &&
    subjects.some(({ scores }) => scores.some((cell) => cell !== null && isTick(original.at(cell.row, cell.column))));
  return [
    ...(readings.some(isTicked) ? [{ key: "checks.assumed.ticks" }] : []),
    ...(readings.some(({ understood }) => understood.solved === true) ? [{ key: "checks.assumed.solved" }] : []),
  ];
}

function hiddenParts(sheet: SnapshotSheet, readings: readonly BlockReading[]): Message[] {
  const rects = readings.map(({ rect }) => rect);
  return [...hiddenRowsIn(sheet, rects), ...hiddenColumnsIn(sheet, rects), ...cutIn(sheet)];
}

const refusalOf = (reading: BlockReading): readonly Message[] =>
  reading.refusal === null ? [] : [{ key: `checks.refused.${reading.refusal}` }];

const outcomeOf = (
  reading: BlockReading,
  findings: readonly Finding[],
  differences: number,
): BlockJudgement["outcome"] => {
  if (reading.refusal !== null) return "refused";
  return differences > 0 || findings.some(({ severity }) => severity !== "note")
    ? "computed-with-warnings"
    : "computed";
};

/** Findings of a plan: those that name it, and those about its people. */
function findingsOf(all: readonly Finding[], made: BlockCard, plan: number): readonly Finding[] {
  const { card, parts } = made;
  if (card.plans.length === 1) return all;
  const { name, block } = card.plans[plan] ?? { name: "", block: null };
  const people = new Set(card.people.flatMap((person) => (person.plan === plan ? [person.name] : [])));
  return all.filter(({ plan: named, person, location }) => {
    if (named !== undefined) return named === name;
    if (person === undefined)
      return (
        blockAt(
          parts.map(({ reading }) => reading),
          location,
        ) === plan
      );
    const { rect } = location;
    const inRows = block !== null && rect.row >= block.firstRow && rect.row < block.firstRow + block.rows;
    return people.has(person) && inRows;
  });
}

function blockJudgement(
  reading: BlockReading,
  made: BlockCard | null,
  judged: Pick<Assessment, "findings" | "results"> | null,
): BlockJudgement {
  const plan = made?.parts.findIndex((part) => part.reading === reading) ?? -1;
  const reasons = refusalOf(reading);
  if (made === null || judged === null || plan < 0)
    return { reading, outcome: outcomeOf(reading, [], 0), reasons, results: [], differences: [], findings: [] };
  const differences = (made.card.differences ?? []).filter((difference) => difference.plan === reading.name);
  const findings = findingsOf(judged.findings, made, plan);
  const results = reading.refusal === null ? ofPlan(made.card, judged.results, plan) : [];
  return {
    reading,
    outcome: outcomeOf(reading, findings, differences.length),
    reasons,
    results,
    differences,
    findings,
  };
}

/** Every reason once, in the order of the blocks; a sheet without a block is no scorecard. */
function refusals(readings: readonly BlockReading[]): Message[] {
  const said = readings.flatMap(refusalOf);
  const useful = said.filter(({ key }) => key !== "checks.refused.notAScorecard");
  const reasons = useful.length > 0 ? useful : [{ key: "checks.refused.notAScorecard" }];
  return reasons.filter(({ key }, i) => reasons.findIndex((other) => other.key === key) === i);
}

/** The card with what its own totals, ranks and bands get wrong. */
function withOwnFaults(grid: Grid, made: BlockCard, results: readonly PersonResult[]): Scorecard {
  const differences = compared(grid, made, results);
  const gaps = bandGaps(grid, () => results.flatMap(({ total }) => total ?? []));
  return {
    ...made.card,
    ...(differences.length === 0 ? {} : { differences }),
    ...(gaps.length === 0 ? {} : { bandGaps: gaps }),
  };
}

/** The block in whose rows something stands; the last one above it where none has it, the first one else. */
function blockAt(readings: readonly BlockReading[], { rect }: Location): number {
  const inside = readings.findIndex(
    ({ rect: own }) =>
      rect.row >= own.row &&
      rect.row < own.row + own.rows &&
      rect.column >= own.column &&
      rect.column < own.column + own.columns,
  );
  if (inside >= 0) return inside;
  return Math.max(0, readings.map(({ rect: own }) => own.row <= rect.row).lastIndexOf(true));
}

const areaOf = (readings: readonly BlockReading[]): string => readings.map(({ rect }) => rectAddress(rect)).join(", ");

/** Blocks to choose from; none where there are not several. */
function optionsOf(grid: Grid, readings: readonly BlockReading[], chosen: number | null): readonly BlockOption[] {
  if (readings.length < 2) return [];
  return blockChoices(grid, readings).flatMap((choice, i): BlockOption[] => {
    const reading = readings[i];
    if (reading === undefined) return [];
    const { understood, weights, rect } = reading;
    return [
      {
        choice,
        location: { sheet: grid.name, rect },
        people: understood.subjects.length,
        criteria: understood.items.length,
        weights: { sum: weights.sum, expected: weights.expected },
        isUsed: chosen === null || chosen === i,
      },
    ];
  });
}

/** Judges one sheet that is none of ours: recognised, or refused with what to add. */
export function assessSheet(given: SnapshotSheet, options: AssessOptions): Assessment {
  const sheet = withTicksAsPoints(given);
  const grid = new Grid(sheet);
  const readings = readBlocks(grid, sheet, options.answers);
  const all = checkable(readings);
  const chosen = chosenBlock(grid, all, options.block);
  const used = all.filter((_, i) => chosen === null || i === chosen);
  const made = cardOfBlocks(grid, used, options.ranks ?? "competition", chosen ?? undefined);
  if (made === null) {
    const findings = bandGapFindings(
      bandGaps(grid, () => []),
      "plan",
    );
    const blocks = readings.map((reading, i) => ({
      ...blockJudgement(reading, null, null),
      findings: findings.filter(({ location }) => blockAt(readings, location) === i),
    }));
    return nothing("refused", sheet.name, refusals(readings), blocks);
  }
  const scores = scoreTables(made.card);
  const results = scoreCard(made.card, scores);
  const card = withOwnFaults(grid, made, results);
  const reasons = [
    ...(used.length > 1 ? [{ key: "checks.assumed.blocks", params: { count: used.length } }] : []),
    ...(chosen === null ? [] : [{ key: "checks.assumed.chosen", params: { cell: areaOf(used), count: all.length } }]),
    ...made.parts.flatMap((part, i) => {
      const plan = card.plans[i];
      return plan === undefined ? [] : assumptions(plan, part);
    }),
    ...waysRead(given, used),
    ...hiddenParts(sheet, used),
    ...used.flatMap(refusalOf),
  ];
  return judge(card, { scores, results }, options, reasons, (findings) => ({
    blocks: readings.map((reading) => blockJudgement(reading, { card, parts: made.parts }, { findings, results })),
    options: optionsOf(grid, all, chosen),
  }));
}
