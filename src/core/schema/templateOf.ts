/** From what a template file says to a template that workbooks are built of. */
import type { ContentBand, ContentGate, ContentItem, ContentLine, TemplateContent } from "./contentTypes";
import { inBoth, present, without, type BilingualText, type Texts } from "./fields";
import { sampleOf } from "./sampleActuals";
import type { Template, TemplateBand, TemplateGate, TemplateItem, TemplateLine } from "./template";

/** Below every total: the lowest band takes all that is left. */
const LOWEST = -1_000_000;

/** The definition with the meanings of the points under it, a line each. */
function definitionOf({ definition, anchors }: ContentLine): BilingualText | undefined {
  if (definition === undefined && anchors === undefined) return undefined;
  const meanings = (anchors ?? []).map(inBoth);
  const said = (language: keyof BilingualText, colon: string): string =>
    [
      ...(definition === undefined ? [] : [inBoth(definition)[language]]),
      ...meanings.map((meaning, i) => `${String(i + 1)}${colon}${meaning[language]}`),
    ].join("\n");
  return { en: said("en", ": "), "zh-CN": said("zh-CN", "：") };
}

function lineOf(line: ContentLine, sections: ReadonlyMap<string, Texts>): TemplateLine {
  const { name, section, unit, evidence, aggregate } = line;
  return present({
    ...without(line, "anchors"),
    name: inBoth(name),
    section: inBoth(section === undefined ? undefined : sections.get(section)),
    unit: inBoth(unit),
    evidence: inBoth(evidence),
    definition: definitionOf(line),
    aggregate: aggregate ?? "last",
  });
}

/** Bands with their lower ends, the lowest one's too. */
export const templateBands = (bands: readonly ContentBand[]): readonly TemplateBand[] =>
  bands.map(({ name, from = LOWEST }) => ({ name: inBoth(name), from }));

const gateOf = ({ name, ...rest }: ContentGate): TemplateGate => ({ ...rest, name: inBoth(name) });

const itemOf = ({ name, ...rest }: ContentItem): TemplateItem => ({ ...rest, name: inBoth(name) });

/** The template of a content; where it has no sample people, some are made. */
export function templateOf(content: TemplateContent): Template {
  const { sections, bands, points, palette, sample, words, items, itemLimits } = content;
  const names = new Map((sections ?? []).map(({ id, name }) => [id, name]));
  return present({
    id: content.id,
    name: inBoth(content.name),
    audience: inBoth(content.audience),
    method: content.method,
    entry: "matrix" as const,
    field: inBoth(content.field),
    jobGroup: inBoth(content.jobGroup),
    words: { en: words?.en ?? [], "zh-CN": words?.["zh-CN"] ?? [] },
    subject: content.subject,
    scale: content.scale,
    lines: content.lines.map((line) => lineOf(line, names)),
    gates: (content.gates ?? []).map(gateOf),
    sample: {
      people:
        sample === undefined
          ? sampleOf(content)
          : sample.people.map(({ department, actuals, gates }) => ({
              department: inBoth(department),
              actuals,
              gates: gates ?? [],
            })),
    },
    items: items === undefined || items.length === 0 ? undefined : items.map(itemOf),
    itemLimits,
    bands: bands === undefined ? undefined : templateBands(bands),
    points,
    palette,
  });
}
