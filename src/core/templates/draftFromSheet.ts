/** The scorecard of the sheet at hand as a draft of a template: its lines, weights, sections, scale, bands; no people. */
import type { BlockJudgement } from "../assessment";
import { FORMULA_KINDS, type FormulaKind } from "../blueprint/words";
import { lineId } from "../blueprint/context";
import { pointsOf } from "../checks/planWeights";
import type { Message } from "../model/message";
import type { Plan, PlanLine, Scorecard } from "../model/scorecard";
import { Grid } from "../recognise/grid";
import { cellNumber } from "../recognise/blocks/numbers";
import type { SnapshotSheet } from "../recognise/snapshot";
import { KIND_NUMBERS } from "../schema/contentLines";
import { present, type BilingualText, type Texts } from "../schema/fields";
import type { ContentBand } from "../schema/contentTypes";
import { pointsTable } from "../scoring/settings";
import { METHODS, type TemplatePoints } from "../schema/template";
import type { DraftLine, TemplateDraft } from "./draft";

type Language = keyof BilingualText;
export interface SheetSource {
  readonly card: Scorecard;
  /** The open sheet; null where it is one of ours. */
  readonly sheet: SnapshotSheet | null;
  readonly blocks: readonly BlockJudgement[];
  readonly language: Language;
}
export interface SheetDraft {
  readonly draft: TemplateDraft;
  /** What a person should know of it: what was left out, what was assumed. */
  readonly notes: readonly Message[];
}

const MOST_BAND_NAME = 40;
const textIn = (language: Language, text: string | undefined): Texts =>
  text === undefined || text.trim() === "" ? {} : { [language]: text.trim() };

/** A line of a workbook of ours: as its Plan says. */
function plannedLine(line: PlanLine, language: Language): Partial<DraftLine> & { readonly kind: FormulaKind } {
  const { rule, texts } = line;
  const kind = FORMULA_KINDS.find((known) => known === rule?.kind) ?? "curve";
  const { needed, may } = KIND_NUMBERS[kind];
  const numbers = [...needed, ...may].flatMap((key) => (rule?.[key] === undefined ? [] : [[key, rule[key]] as const]));
  return present({
    kind,
    direction: rule?.direction,
    ...Object.fromEntries(numbers),
    unit: textIn(language, texts.unit),
    evidence: textIn(language, texts.source),
    definition: textIn(language, texts.definition),
  });
}

/** The target that stands beside the first subject's actual on a line. */
function targetAt(source: SheetSource, plan: Plan, index: number): number | null {
  const block = source.blocks.find(({ reading }) => reading.name === plan.name);
  const cell = block?.reading.understood.subjects[0]?.targets[index];
  if (cell === null || cell === undefined || source.sheet === null) return null;
  return cellNumber(new Grid(source.sheet).at(cell.row, cell.column));
}

/** A line of a sheet of the user: against its target where there is one, else marks of the full marks of its scale. */
function readLine(
  source: SheetSource,
  plan: Plan,
  line: PlanLine,
  index: number,
): Partial<DraftLine> & { readonly kind: FormulaKind } {
  const target = targetAt(source, plan, index);
  const lower = line.lower === true;
  if (target !== null && target > 0) return { kind: "ratio", direction: lower ? "lower" : "higher", target };
  const ownMaximum = plan.scale?.family === "maximum" ? line.weight.value : null;
  const top = ownMaximum ?? plan.own?.top ?? plan.own?.best ?? 100;
  return { kind: "points", maximum: top > 0 ? top : 100 };
}

function linesOf(source: SheetSource, plan: Plan, sections: ReadonlyMap<string, string>): readonly DraftLine[] {
  return plan.lines.map((line, i): DraftLine => {
    const points = pointsOf(plan, line);
    const own =
      source.card.origin === "generated" ? plannedLine(line, source.language) : readLine(source, plan, line, i);
    return present({
      ...own,
      id: lineId(i + 1),
      name: textIn(source.language, line.name.replace(/\s+/g, " ")),
      section: sections.get(line.section),
      nature: line.nature,
      weight: points === null ? undefined : Math.round(points * 100) / 100,
    });
  });
}

function bandsOf({ card, language }: SheetSource): readonly ContentBand[] | undefined {
  const bands = [...card.bands].sort((a, b) => a.from - b.from);
  const isUsual = bands.length < 2 || bands.some(({ name }) => name === "" || name.length > MOST_BAND_NAME);
  if (isUsual) return undefined;
  return bands.map(({ name, from }, i) => present({ name: textIn(language, name), from: i === 0 ? undefined : from }));
}

/** Rating scales whose points are worth something else than usual. */
function worthsOf({ card }: SheetSource): readonly TemplatePoints[] | undefined {
  const scales = [...new Set((card.points ?? []).map(({ scale }) => scale))];
  const own = scales.flatMap((scale): TemplatePoints[] => {
    const worths = (card.points ?? []).flatMap((entry) => (entry.scale === scale ? (entry.worth ?? []) : []));
    const usual = pointsTable(scale);
    const isOwn = worths.length === scale && worths.some((worth, i) => worth !== usual[i]);
    return isOwn ? [{ scale, worths }] : [];
  });
  return own.length === 0 ? undefined : own;
}

function notesOf({ card }: SheetSource, lines: readonly DraftLine[]): readonly Message[] {
  const key = (name: string): string => `commands.desk.sheet.${name}`;
  const lower = card.plans[0]?.lines.filter((line) => line.lower === true && line.rule === null) ?? [];
  const takenOff = lower.filter((line) =>
    lines.some(({ name, kind }) => kind === "points" && Object.values(name).includes(line.name)),
  );
  return [
    { key: key("taken"), params: { count: lines.length, sheet: card.sheet } },
    ...(card.plans.length > 1
      ? [{ key: key("first"), params: { plan: card.plans[0]?.name ?? "", count: card.plans.length } }]
      : []),
    ...(takenOff.length > 0 ? [{ key: key("takenOff"), params: { count: takenOff.length } }] : []),
  ];
}

/** The first plan of the scorecard as a draft; null where it has no lines. */
export function draftFromSheet(source: SheetSource): SheetDraft | null {
  const { card, language } = source;
  const [plan] = card.plans;
  if (plan === undefined || plan.lines.length === 0) return null;
  const names = [...new Set(plan.lines.map(({ section }) => section))].filter((name) => name !== "");
  const sections = names.map((name, i) => ({ id: `S${String(i + 1)}`, name: textIn(language, name) }));
  const lines = linesOf(source, plan, new Map(names.map((name, i) => [name, `S${String(i + 1)}`])));
  const isMarks = card.origin === "recognised" && lines.every(({ kind }) => kind === "points");
  const usualGroup = plan.name === card.sheet ? card.title : plan.name;
  const draft: TemplateDraft = present({
    id: "",
    name: textIn(language, card.title),
    jobGroup: textIn(language, usualGroup),
    method: METHODS.find((known) => known === card.method) ?? (isMarks ? "marks" : "kpi"),
    subject: "person" as const,
    scale: isMarks ? ("points" as const) : ("attainment" as const),
    sections,
    lines,
    bands: bandsOf(source),
    points: worthsOf(source),
  });
  return { draft, notes: notesOf(source, lines) };
}
