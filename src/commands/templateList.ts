/** The templates and methods on offer, in words for the pane. */
import { buildMethodIn, buildScorecardIn } from "../core/blueprint/anyLanguage";
import type { MethodDefinition } from "../core/blueprint/methodWorkbook";
import { PALETTES } from "../core/blueprint/palette";
import { sheetPicture } from "../core/blueprint/sheetPicture";
import { ratingPointsOf } from "../core/templates/fitted";
import { withItems } from "../core/templates/items";
import { inBoth, present } from "../core/schema/fields";
import { countsOf } from "../core/methods/counts";
import { itemTableOf } from "../core/methods/itemFields";
import { METHOD_CARDS, SCORECARD_SUITS } from "../core/methods/list";
import { isMethodContent, type AnyContent, type MethodContent } from "../core/schema/contentTypes";
import type { Template } from "../core/schema/template";
import { templateOf } from "../core/schema/templateOf";
import { catalogueContent, templates } from "../core/templates/catalogue";
import { readTemplates } from "../excel/templateParts";
import type { Language } from "../i18n";
import { serialOf } from "./isoDates";
import { loadMethod } from "./methodParts";
import { anyTemplate, fittedTemplate, ownMethod, storeOf } from "./ownTemplates";
import { SHEET_TEXTS, sheetText } from "./sheetWords";
import type { PictureRequest, TemplatePictures, TemplateSummary } from "./types";

const scorecard = (template: Template, language: Language): TemplateSummary => ({
  ...((template.items ?? []).length > 0 ? { hasItems: true as const } : {}),
  id: template.id,
  name: template.name[language],
  kind: "scorecard",
  audience: template.audience[language],
  field: template.field[language],
  jobGroup: template.jobGroup[language],
  counts: [],
  words: template.words[language],
  ...present({ ratingPoints: ratingPointsOf(template.lines) ?? undefined }),
  lines: template.lines.map((line) => ({
    id: line.id,
    name: line.name[language],
    section: line.section[language],
    weight: line.weight,
  })),
  ...SCORECARD_SUITS,
});

// A method is no job group: it is for everybody until somebody says for whom.
const METHOD_IDS = Object.keys(METHOD_CARDS) as (keyof typeof METHOD_CARDS)[];
const everybody = (language: Language): string => sheetText(language)("jobGroup.everybody");
const method = (id: keyof typeof METHOD_CARDS, language: Language): TemplateSummary => {
  const { name, purpose, ...suits } = METHOD_CARDS[id];
  return {
    id,
    name: name[language],
    kind: "method",
    audience: purpose[language],
    field: purpose[language],
    jobGroup: everybody(language),
    counts: countsOf(id),
    // Somebody may type the name in the other language: "MBO", "OKR", "360".
    words: Object.values(name),
    lines: [],
    ...suits,
  };
};

/** A method with items of one's own: how many there are and on which scale is said already. */
function ownMethodSummary(content: MethodContent, language: Language): TemplateSummary {
  const { id, name, audience, field, jobGroup, words, workbook } = content;
  const base = method(workbook, language);
  const called = itemTableOf(workbook)?.name ?? "";
  const items = content.items.map((item) => item[called]).filter((value) => typeof value === "object");
  return {
    ...base,
    isOwn: true,
    id,
    name: inBoth(name)[language],
    audience: audience === undefined ? base.audience : inBoth(audience)[language],
    field: [base.name, ...(field === undefined ? [] : [inBoth(field)[language]])].join(" · "),
    jobGroup: jobGroup === undefined ? base.jobGroup : inBoth(jobGroup)[language],
    counts: base.counts.filter(({ key }) => key !== itemTableOf(workbook)?.count && key !== "points"),
    words: [...base.words, ...(words?.[language] ?? []), ...items.map((texts) => inBoth(texts)[language])],
  };
}

/** Those of one's own first, then the catalogue's, then the methods. */
export const templateList = (language: Language, own: readonly AnyContent[] = []): readonly TemplateSummary[] => [
  ...own.map((content) =>
    isMethodContent(content)
      ? ownMethodSummary(content, language)
      : { isOwn: true as const, ...scorecard(templateOf(content), language) },
  ),
  ...templates().map((template) => scorecard(template, language)),
  ...METHOD_IDS.map((id) => method(id, language)),
];

/** The period that is chosen; a half-year where it is none yet. */
function periodOf({ periodFrom, periodTo }: PictureRequest): { readonly from: number; readonly to: number } {
  const [from, to] = [serialOf(periodFrom), serialOf(periodTo)];
  return from < to ? { from, to } : { from: serialOf("2026-01-01"), to: serialOf("2026-06-30") };
}

async function templateFor({ templateId, fit, withItems: isWanted }: PictureRequest): Promise<Template | null> {
  const fitted = fit === undefined ? null : await fittedTemplate(templateId, fit);
  if (fitted?.ok === false) return null;
  const chosen = fitted?.chosen ?? (await anyTemplate(templateId));
  return chosen === null ? null : isWanted === true ? withItems(chosen.template) : chosen.template;
}

interface ChosenMethod {
  readonly definition: MethodDefinition | null;
  readonly ownContent: MethodContent | null;
}
/** A method of the catalogue, or one of the workbook's own; the workbook is asked only where the id is none of ours. */
async function methodFor(id: string): Promise<ChosenMethod> {
  const definition = await loadMethod(id);
  if (definition !== null || catalogueContent(id) !== null) return { definition, ownContent: null };
  const read = await readTemplates();
  const ownContent = read.ok ? ownMethod(storeOf(read.value), id) : null;
  return { definition: ownContent === null ? null : await loadMethod(ownContent.workbook), ownContent };
}

/**
 * Pictures of the sheets that a template or method makes, with its sample, as it is chosen in the form; null for an id that is not
 * known, and for lines or numbers that cannot be.
 */
export async function templatePictures(request: PictureRequest): Promise<TemplatePictures | null> {
  const { templateId, language, form = "matrix", counts = {} } = request;
  const { definition, ownContent } = await methodFor(templateId);
  const choices = {
    ...{ language, texts: SHEET_TEXTS, people: [], withSample: true, takenSheets: [], metadata: null },
    ...periodOf(request),
    jobGroup: request.jobGroup.trim() || sheetText(language)("jobGroup.everybody"),
  };
  const template = definition === null ? await templateFor(request) : null;
  const built =
    definition !== null
      ? buildMethodIn(definition, { ...choices, counts, ...(ownContent === null ? {} : { ownContent }) })
      : template !== null
        ? buildScorecardIn({ ...choices, template, form })
        : null;
  if (built?.ok !== true) return null;
  const palette = PALETTES[built.blueprint.palette ?? "green"];
  return {
    sheets: built.blueprint.sheets.map(sheetPicture),
    start: built.entrySheet,
    colors: { head: palette.headFill, input: palette.inputFill },
  };
}
