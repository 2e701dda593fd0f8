/** "Explain this sheet": what a sheet rates, how, and what is doubtful in it, as an ordered list of sentences to be. */
import { rectAddress } from "../model/a1";
import type { Message } from "../model/message";
import type { Assessment, BlockJudgement } from "../assessment";
import { Grid } from "../recognise/grid";
import type { SnapshotSheet } from "../recognise/snapshot";
import { explainBands, explainEvidence, explainMissing, explainRanks, explainTotals } from "./explainResults";
import { explainWeights } from "./explainWeights";
import { message } from "./message";

const areas = (rects: readonly Parameters<typeof rectAddress>[0][] | undefined): string[] =>
  (rects ?? []).map((rect) => rectAddress(rect));

/** What the block rates, in its own words: people on indicators, alternatives, one person, periods. */
function explainSubject({ reading }: BlockJudgement): Message[] {
  const { layout, items, subjects, sections, scoreKind, roles } = reading.understood;
  const groups = new Set(items.map(({ group }) => group).filter((group) => group !== "")).size;
  const isForm = subjects.length === 1 && layout !== "matrix" && layout !== "long";
  const kind =
    layout === "periods"
      ? "periods"
      : isForm
        ? roles.person === undefined
          ? "nobody"
          : "form"
        : layout === "transposed"
          ? "compared"
          : "people";
  const params = { kind, people: subjects.length, criteria: items.length, name: subjects[0]?.label ?? "" };
  return [
    message("subject", params),
    ...(groups > 1 && sections === undefined ? [message("groups", { count: groups })] : []),
    ...(scoreKind === "attainment" ? [message(roles.score === undefined ? "attainment" : "shares")] : []),
  ];
}

/** Where a block is refused: what it holds all the same, and what it lacks. */
function explainRefused({ reading, reasons }: BlockJudgement): Message[] {
  const { items, subjects, layout } = reading.understood;
  const held =
    layout === "other" || items.length === 0
      ? []
      : [message("held", { criteria: items.length, people: subjects.length, range: areas([reading.rect]) })];
  return [...held, ...reasons];
}

function explainBlock(grid: Grid, judgement: BlockJudgement): Message[] {
  if (judgement.outcome === "refused") return explainRefused(judgement);
  const { reading } = judgement;
  const besides = reading.understood.besides ?? [];
  const points = (sign: 1 | -1): string[] => besides.filter((one) => one.sign === sign).map(({ name }) => name);
  const [added, takenOff] = [points(1), points(-1)];
  const lower = reading.understood.items.filter((item) => item.lower).map(({ name }) => name);
  return [
    ...explainSubject(judgement),
    ...explainWeights(reading),
    ...(lower.length === 0 ? [] : [message("lower", { names: lower, count: lower.length })]),
    ...(added.length === 0 ? [] : [message("added", { names: added, count: added.length })]),
    ...(takenOff.length === 0 ? [] : [message("takenOff", { names: takenOff, count: takenOff.length })]),
    ...explainMissing(judgement),
    ...explainTotals(grid, judgement),
    ...explainRanks(grid, judgement),
    ...explainBands(judgement),
    ...explainEvidence(grid, judgement),
  ];
}

/**
 * The sheet in plain words, most important first inside each block. A sheet of ours is told in one sentence: its own
 * guide explains the rest.
 * @param sheet the sheet that was judged; null where it is not at hand (a sheet of ours)
 */
export function explainSheet(assessment: Assessment, sheet: SnapshotSheet | null): readonly Message[] {
  if (assessment.kind === "generated")
    return [
      message("generated", { title: assessment.title, people: assessment.people, criteria: assessment.indicators }),
      message("filled", { filled: assessment.filled, toFill: assessment.toFill }),
    ];
  if (assessment.kind === "method")
    return [
      message("method", { title: assessment.title, people: assessment.people }),
      message("open", { count: assessment.findings.length }),
    ];
  if (assessment.kind === "empty") return [message("empty")];
  if (sheet === null || assessment.blocks.length === 0) return assessment.reasons;
  const grid = new Grid(sheet);
  const several = assessment.blocks.length > 1;
  // Tables that were not chosen are nobody's business now.
  const left = new Set(assessment.options.flatMap(({ isUsed, location }) => (isUsed ? [] : areas([location.rect]))));
  const told = assessment.blocks.filter(({ reading }) => !left.has(rectAddress(reading.rect)));
  const chosen = assessment.reasons.filter(({ key }) => key === "checks.assumed.chosen");
  const lines = told.flatMap((judgement) => [
    ...(several ? [message("block", { range: areas([judgement.reading.rect]) })] : []),
    ...explainBlock(grid, judgement),
  ]);
  const hidden = assessment.reasons.filter(({ key }) => /\.hidden(Rows|Columns)$/.test(key));
  return [...chosen, ...lines, ...hidden, ...(sheet.isProtected ? [message("protected")] : [])];
}
