/**
 * A template being written: texts may be empty, weights may be missing. It becomes content when nothing is wrong with it
 * any more.
 */
import type {
  AnyContent,
  ContentGate,
  ContentItem,
  ContentLine,
  ContentSection,
  LineNumber,
  TemplateContent,
} from "../schema/contentTypes";
import { DIRECTED, KIND_NUMBERS } from "../schema/contentLines";
import { present, without, type Texts } from "../schema/fields";
import { parseContent, USUAL_BANDS, type ContentResult } from "../schema/templateContent";
import { scaleWeights } from "../weighting/apportion";
import type { FormulaKind } from "../blueprint/words";
import { gateId, itemId, lineId } from "../blueprint/context";

export type DraftLine = Omit<ContentLine, "weight"> & { readonly weight?: number };
export interface TemplateDraft extends Omit<TemplateContent, "lines" | "sections"> {
  readonly sections: readonly ContentSection[];
  readonly lines: readonly DraftLine[];
}

const MOST_ID = 50;

/** A template's content as a draft to be changed. */
export const draftOf = (content: TemplateContent): TemplateDraft => ({ ...content, sections: content.sections ?? [] });

/** A draft with nothing in it but what every scorecard has. */
export const blankDraft = (): TemplateDraft => ({
  id: "",
  name: {},
  jobGroup: {},
  method: "kpi",
  subject: "person",
  scale: "attainment",
  sections: [{ id: "S1", name: {} }],
  lines: [newLine("K01", "S1")],
});

const newLine = (id: string, section: string | undefined): DraftLine =>
  present({ id, name: {}, section, kind: "curve" as const, direction: "higher" as const });

/** The first number that no id has yet: ["K01", "K03"] → 4. */
const nextNumber = (ids: readonly string[]): number =>
  1 + Math.max(0, ...ids.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)));

/** With a new line at the end of a section (undefined: of none). */
export function withLine(draft: TemplateDraft, section: string | undefined): TemplateDraft {
  const id = lineId(nextNumber(draft.lines.map((line) => line.id)));
  return inSections({ ...draft, lines: [...draft.lines, newLine(id, section)] });
}

/** With the lines in the order of their sections, those of no section last; within a section they stay as they are. */
export function inSections(draft: TemplateDraft): TemplateDraft {
  const place = new Map(draft.sections.map(({ id }, i) => [id, i]));
  const at = ({ section }: DraftLine): number => place.get(section ?? "") ?? draft.sections.length;
  return { ...draft, lines: [...draft.lines].sort((a, b) => at(a) - at(b)) };
}

/** A line one place up or down among those of its section. */
export function movedLine(draft: TemplateDraft, id: string, by: -1 | 1): TemplateDraft {
  const line = draft.lines.find((one) => one.id === id);
  const peers = draft.lines.filter(({ section }) => section === line?.section);
  const other = line === undefined ? undefined : peers[peers.indexOf(line) + by];
  if (line === undefined || other === undefined) return draft;
  const swapped = new Map([
    [line.id, other],
    [other.id, line],
  ]);
  return { ...draft, lines: draft.lines.map((one) => swapped.get(one.id) ?? one) };
}

/** With a copy of a line right under it. */
export function withCopy(draft: TemplateDraft, id: string): TemplateDraft {
  const own = lineId(nextNumber(draft.lines.map((line) => line.id)));
  return { ...draft, lines: draft.lines.flatMap((line) => (line.id === id ? [line, { ...line, id: own }] : [line])) };
}

/** Without a section; lines that stood in it stand in none. */
export function withoutSection(draft: TemplateDraft, id: string): TemplateDraft {
  const lines = draft.lines.map((line) => (line.section === id ? present({ ...line, section: undefined }) : line));
  return inSections({ ...draft, lines, sections: draft.sections.filter((section) => section.id !== id) });
}

/** With a new section that holds one new line. */
export function withSection(draft: TemplateDraft): TemplateDraft {
  const id = `S${String(nextNumber(draft.sections.map((section) => section.id)))}`;
  return withLine({ ...draft, sections: [...draft.sections, { id, name: {} }] }, id);
}

/** Without a line, and without the gates that it decides. */
export function withoutLine(draft: TemplateDraft, id: string): TemplateDraft {
  const lines = draft.lines.filter((line) => line.id !== id);
  const gates = (draft.gates ?? []).filter(({ line }) => line !== id);
  return withGates({ ...draft, lines }, gates);
}

/** Without items no limits are left behind: nobody would see them. */
function withOwnItems(draft: TemplateDraft, items: NonNullable<TemplateContent["items"]>): TemplateDraft {
  const isEmpty = items.length === 0;
  return present({
    ...draft,
    items: isEmpty ? undefined : items,
    itemLimits: isEmpty ? undefined : draft.itemLimits,
  });
}
/** With one more bonus or deduction item. */
export function withItem(draft: TemplateDraft): TemplateDraft {
  const items = draft.items ?? [];
  const id = itemId(nextNumber(items.map((item) => item.id)));
  return withOwnItems(draft, [...items, { id, name: {}, side: "bonus", points: 1 }]);
}

/** Without the item of this id. */
export const withoutItem = (draft: TemplateDraft, id: string): TemplateDraft =>
  withOwnItems(
    draft,
    (draft.items ?? []).filter((item) => item.id !== id),
  );
/** undefined takes a field away. */
type ItemChange = { readonly [K in keyof ContentItem]?: ContentItem[K] | undefined };

/** With some fields of one item changed; undefined takes a field away. */
export function changedItem(draft: TemplateDraft, id: string, change: ItemChange): TemplateDraft {
  const items = (draft.items ?? []).map((item) =>
    item.id === id ? (present({ ...item, ...change }) as ContentItem) : item,
  );
  return withOwnItems(draft, items);
}

type Gates = NonNullable<TemplateContent["gates"]>;
const asked = (gates: Gates): string[] => gates.flatMap(({ id, line }) => (line === undefined ? [id] : []));

/** With other gates; what sample people answered to one that stays is kept, and nobody has broken a new one. */
function withGates(draft: TemplateDraft, gates: Gates): TemplateDraft {
  const [before, after] = [asked(draft.gates ?? []), asked(gates)];
  const answers = (old: readonly boolean[] = []): readonly boolean[] | undefined =>
    after.length === 0 ? undefined : after.map((id) => old[before.indexOf(id)] ?? false);
  const people = draft.sample?.people.map((one) => present({ ...one, gates: answers(one.gates) }));
  return present({
    ...draft,
    gates: gates.length === 0 ? undefined : gates,
    sample: people === undefined ? undefined : { people },
  });
}
/** With one more gate, answered on Entry, that leaves the lowest band. */
export function withGate(draft: TemplateDraft): TemplateDraft {
  const gates = draft.gates ?? [];
  const id = gateId(nextNumber(gates.map((gate) => gate.id)));
  return withGates(draft, [...gates, { id, name: {}, bestBand: 1 }]);
}
/** Without the gate of this id. */
export const withoutGate = (draft: TemplateDraft, id: string): TemplateDraft =>
  withGates(
    draft,
    (draft.gates ?? []).filter((gate) => gate.id !== id),
  );
/** undefined takes a field away. */
type GateChange = { readonly [K in keyof ContentGate]?: ContentGate[K] | undefined };

/** With some fields of one gate changed; without an indicator it has no limit either. */
export function changedGate(draft: TemplateDraft, id: string, change: GateChange): TemplateDraft {
  const gates = (draft.gates ?? []).map((gate): ContentGate => {
    if (gate.id !== id) return gate;
    const next = present({ ...gate, ...change }) as ContentGate;
    return next.line === undefined ? without(next, "below") : next;
  });
  return withGates(draft, gates);
}
/** Indicators that can decide a gate: an actual below a limit must be a bad one. */
export const gateLines = (draft: TemplateDraft): readonly DraftLine[] =>
  draft.lines.filter(({ kind, direction }) => direction !== "lower" && kind !== "zero" && kind !== "deduction");

/** With other bands (undefined: the usual ones); a gate leaves no better band than there is below the best one. */
export function withBands(draft: TemplateDraft, bands: TemplateContent["bands"]): TemplateDraft {
  const most = (bands?.length ?? USUAL_BANDS) - 1;
  const gates = draft.gates?.map((gate) => ({ ...gate, bestBand: Math.min(gate.bestBand, most) }));
  return present({ ...draft, bands, gates });
}

/** A line of another kind keeps the numbers that both kinds have. */
export function ofKind(line: DraftLine, kind: FormulaKind): DraftLine {
  const { needed, may } = KIND_NUMBERS[kind];
  const kept = [...needed, ...may].flatMap((key) => (line[key] === undefined ? [] : [[key, line[key]] as const]));
  const { id, name, section, unit, evidence, definition, anchors, aggregate, level, nature, weight } = line;
  return present({
    ...{ id, name, section, unit, evidence, definition, aggregate, level, nature, weight },
    anchors: kind === "rating" ? anchors : undefined,
    kind,
    direction: DIRECTED.includes(kind) ? (line.direction ?? ("higher" as const)) : undefined,
    ...(Object.fromEntries(kept) as Partial<Record<LineNumber, number>>),
  });
}

/** Sum of the weights, without the tail of binary fractions. */
export const weightSum = (lines: readonly DraftLine[]): number =>
  Math.round(lines.reduce((sum, { weight }) => sum + (weight ?? 0), 0) * 1e6) / 1e6;

/**
 * The lines with weights that make 100 together, in whole points where they are whole.
 * @param locked ids of lines whose weights stay
 * @returns null where nothing can be scaled: no weights, or locked ones that leave nothing
 */
export function scaledTo100(draft: TemplateDraft, locked: ReadonlySet<string> = new Set()): TemplateDraft | null {
  const weights = draft.lines.map(({ weight }) => weight ?? 0);
  const held = new Set(draft.lines.flatMap(({ id }, i) => (locked.has(id) ? [i] : [])));
  const step = weights.every(Number.isInteger) ? 1 : 0.01;
  const scaled = scaleWeights(weights, { step, locked: held });
  if (!scaled.ok || weights.some((weight, i) => weight > 0 && scaled.value[i] === 0)) return null;
  return {
    ...draft,
    // What its lines come to has changed for every section.
    sections: draft.sections.map(({ id, name }) => ({ id, name })),
    lines: draft.lines.map((line, i) => present({ ...line, weight: scaled.value[i] })),
  };
}

/** The languages in which something is said. */
export const said = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
/** The same; undefined where nothing is said at all. */
export const saidOrNone = (texts: Texts | undefined): Texts | undefined => {
  const own = said(texts ?? {});
  return Object.keys(own).length === 0 ? undefined : own;
};

/** An id that none has yet: Latin letters and figures of a name, "template" where it has none. */
export function idFrom(name: Texts, taken: readonly string[]): string {
  const words = (name.en ?? name["zh-CN"] ?? "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const base = words.join("-").slice(0, MOST_ID).replace(/-$/, "") || "template";
  const own = `own-${base}`;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? own : `${own}-${String(n)}`;
    if (!taken.includes(id)) return id;
  }
}

/** An id that no other template has: the content's own where it is free. */
export function withFreeId(content: AnyContent, taken: readonly string[]): AnyContent {
  return taken.includes(content.id) ? { ...content, id: idFrom(content.name, taken) } : content;
}

/** Sample people fit only the lines and gates that they were made for. */
function fittingSample({ sample, lines, gates }: TemplateDraft): TemplateContent["sample"] {
  const asked = (gates ?? []).filter(({ line }) => line === undefined).length;
  const fits = sample?.people.every((one) => one.actuals.length === lines.length && (one.gates ?? []).length === asked);
  return fits === true ? sample : undefined;
}

/**
 * The content of a draft: empty texts left out, lines numbered in their order, an id made of the name where there is none.
 * @param taken ids that other templates have
 * @returns the content, or all faults; paths are those of the draft
 */
export function contentOfDraft(draft: TemplateDraft, taken: readonly string[] = []): ContentResult {
  const ids = new Map(draft.lines.map(({ id }, i) => [id, lineId(i + 1)]));
  const sections = draft.sections.length === 0 ? undefined : draft.sections;
  const result = parseContent(
    present({
      ...draft,
      id: draft.id === "" ? idFrom(said(draft.name), taken) : draft.id,
      name: said(draft.name),
      jobGroup: saidOrNone(draft.jobGroup) ?? said(draft.name),
      audience: saidOrNone(draft.audience),
      field: saidOrNone(draft.field),
      sections: sections?.map((section) => ({ ...section, name: said(section.name) })),
      lines: draft.lines.map((line) =>
        present({
          ...line,
          id: ids.get(line.id),
          name: said(line.name),
          unit: saidOrNone(line.unit),
          evidence: saidOrNone(line.evidence),
          definition: saidOrNone(line.definition),
          anchors: line.anchors?.map(said),
        }),
      ),
      gates: draft.gates?.map((gate) =>
        present({
          ...gate,
          name: said(gate.name),
          line: gate.line === undefined ? undefined : (ids.get(gate.line) ?? gate.line),
        }),
      ),
      items: draft.items?.map((item) => ({ ...item, name: said(item.name) })),
      bands: draft.bands?.map((band) => ({ ...band, name: said(band.name) })),
      sample: fittingSample(draft),
    }),
  );
  if (result.ok || saidOrNone(draft.jobGroup) !== undefined) return result;
  // The job group that was left empty is called as the template is: one thing to mend, not two.
  return { ok: false, faults: result.faults.filter(({ path }) => path !== "jobGroup") };
}
