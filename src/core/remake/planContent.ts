/**
 * What a scorecard would be made from if it were made today: the template behind it with the lines that stand in Plan now,
 * those that were typed in later among them.
 */
import { templateIn, type BookLanguage } from "../blueprint/joinedTexts";
import { lineId } from "../blueprint/context";
import type { PlanLine } from "../model/scorecard";
import { KIND_NUMBERS } from "../schema/contentLines";
import type { ContentLine, ContentSection, LineNumbers, TemplateContent } from "../schema/contentTypes";
import { plainText } from "../recognise/grid";
import { present, type BilingualText, type Texts } from "../schema/fields";
import { templateOf } from "../schema/templateOf";
import { parseContent, type ContentResult } from "../schema/templateContent";
import { FORMULA_KINDS } from "../blueprint/words";
import { scaleWeights } from "../weighting/apportion";

export type PlanContent =
  | {
      readonly ok: true;
      readonly content: TemplateContent;
      /** Ids of the lines as the new sheets have them, in the order of Plan: a row without a usable id gets one. */
      readonly ids: readonly string[];
    }
  /** The line that cannot be scored as it stands; null where something else is in the way. */
  | { readonly ok: false; readonly line: PlanLine | null };

const ID = /^K\d{2,3}$/;

/** The ids that stand in Plan where formulas can look for them; new ones behind them all elsewhere. */
function idsOf(lines: readonly PlanLine[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { id } of lines) counts.set(id, (counts.get(id) ?? 0) + 1);
  const isKept = (id: string): boolean => ID.test(id) && counts.get(id) === 1;
  let last = Math.max(0, ...lines.filter(({ id }) => isKept(id)).map(({ id }) => Number(id.slice(1))));
  return lines.map(({ id }) => {
    if (isKept(id)) return id;
    last += 1;
    return lineId(last);
  });
}

/** The template's text where it is still shown, in both languages; else what was typed, in the workbook's. */
function textOf(
  shown: string,
  was: BilingualText | undefined,
  known: Texts | undefined,
  language: BookLanguage,
): Texts {
  const text = shown.trim();
  const before = was?.[language === "zh-CN" ? "zh-CN" : "en"];
  if (known !== undefined && before !== undefined && plainText(text) === plainText(before)) return known;
  return language === "both" ? { en: text, "zh-CN": text } : { [language]: text };
}
const orNone = (texts: Texts): Texts | undefined =>
  Object.values(texts).every((text) => text === "") ? undefined : texts;

/** Points of 100, whatever the weights in Plan come to at the moment: those stand on the sheet as they are. */
function weightsOf(lines: readonly PlanLine[]): readonly number[] {
  const typed = lines.map(({ weight }) => Math.max(0.01, weight.value ?? 1));
  const scaled = scaleWeights(typed);
  return scaled.ok ? scaled.value : typed;
}

/**
 * @param base what the workbook was made from
 * @param lines all rows of Plan, in their order, texts as they were typed
 * @param taken ids that other templates have
 * @returns the content under an id of its own; refused with the line that has no known kind or lacks a number of its kind
 */
export function planContent(
  base: TemplateContent,
  lines: readonly PlanLine[],
  language: BookLanguage,
  taken: readonly string[],
): PlanContent {
  const ids = idsOf(lines);
  const shown = templateIn(language, templateOf(base));
  const before = new Map(base.lines.map((line, i) => [line.id, { line, shown: shown.lines[i] }]));
  const side = language === "zh-CN" ? "zh-CN" : "en";
  const sections: ContentSection[] = [];
  const sectionOf = (text: string): string | undefined => {
    if (text.trim() === "") return undefined;
    const standing = base.lines.findIndex((_, i) => plainText(shown.lines[i]?.section[side] ?? "") === plainText(text));
    const was = base.sections?.find(({ id }) => id === base.lines[standing]?.section);
    const name = was?.name ?? textOf(text, undefined, undefined, language);
    const found = sections.find((one) => JSON.stringify(one.name) === JSON.stringify(name));
    if (found !== undefined) return found.id;
    sections.push({ id: `S${String(sections.length + 1)}`, name });
    return sections.at(-1)?.id;
  };
  const weights = weightsOf(lines);
  const unknown = lines.find(({ rule }) => !FORMULA_KINDS.some((kind) => kind === rule?.kind));
  if (unknown !== undefined) return { ok: false, line: unknown };
  const made = lines.map((line, i): ContentLine => {
    const { rule, texts } = line;
    const kind = FORMULA_KINDS.find((one) => one === rule?.kind) ?? "curve";
    const { needed, may } = KIND_NUMBERS[kind];
    const numbers = [...needed, ...may].flatMap((key) =>
      rule?.[key] === undefined ? [] : [[key, rule[key]] as const],
    );
    const known = before.get(line.id);
    const text = (key: "unit" | "evidence" | "definition", now: string | undefined): Texts | undefined =>
      orNone(textOf(now ?? "", known?.shown?.[key], known?.line[key], language));
    return present({
      id: ids[i] ?? "",
      name: textOf(line.name === "" ? (ids[i] ?? "") : line.name, known?.shown?.name, known?.line.name, language),
      section: sectionOf(line.section),
      unit: text("unit", texts.unit),
      evidence: text("evidence", texts.source),
      // With the meanings of its points it is longer than a template takes: as it stands it is on Plan.
      definition: known?.line.definition ?? (known === undefined ? text("definition", texts.definition) : undefined),
      anchors: kind === "rating" && known?.line.maximum === rule?.maximum ? known?.line.anchors : undefined,
      kind,
      direction: kind === "curve" || kind === "ratio" || kind === "deviation" ? rule?.direction : undefined,
      ...(Object.fromEntries(numbers) as LineNumbers),
      aggregate: known?.line.aggregate,
      level: known?.line.level,
      nature: line.nature ?? known?.line.nature,
      weight: weights[i] ?? 1,
    });
  });
  const kept = new Set(ids);
  const gates = base.gates?.filter(({ line }) => line === undefined || kept.has(line));
  const result: ContentResult = parseContent(
    present({
      ...base,
      id: freeId(base.id, taken),
      sections: sections.length === 0 ? undefined : sections,
      lines: made,
      gates: gates === undefined || gates.length === 0 ? undefined : gates,
      sample: undefined,
    }),
  );
  if (result.ok) return { ok: true, content: result.content, ids };
  const [place] = result.faults.flatMap(({ path }) => /^lines\[(\d+)\]/.exec(path)?.[1] ?? []);
  return { ok: false, line: place === undefined ? null : (lines[Number(place)] ?? null) };
}

/** "sales-exec-2": the first number that no template has. */
function freeId(id: string, taken: readonly string[]): string {
  const stem = id.replace(/-\d+$/, "").slice(0, 50);
  for (let n = 2; ; n += 1) if (!taken.includes(`${stem}-${String(n)}`)) return `${stem}-${String(n)}`;
}
