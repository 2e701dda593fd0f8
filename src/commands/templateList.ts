/** The templates and methods on offer, in words for the pane. */
import { buildMethodIn, buildScorecardIn } from "../core/blueprint/anyLanguage";
import { PALETTES } from "../core/blueprint/palette";
import { sheetPicture } from "../core/blueprint/sheetPicture";
import { ratingPointsOf } from "../core/templates/fitted";
import { withItems } from "../core/templates/items";
import { present } from "../core/schema/fields";
import { countsOf } from "../core/methods/counts";
import { METHOD_CARDS, SCORECARD_SUITS } from "../core/methods/list";
import type { TemplateContent } from "../core/schema/contentTypes";
import type { Template } from "../core/schema/template";
import { templateOf } from "../core/schema/templateOf";
import { templates } from "../core/templates/catalogue";
import type { Language } from "../i18n";
import { serialOf } from "./isoDates";
import { loadMethod } from "./methodParts";
import { anyTemplate, fittedTemplate } from "./ownTemplates";
import { SHEET_TEXTS, sheetText } from "./sheetWords";
import type { PictureRequest, TemplatePictures, TemplateSummary } from "./types";

/** Those of one's own first, then the catalogue's, then the methods. */
export const templateList = (language: Language, own: readonly TemplateContent[] = []): readonly TemplateSummary[] => [
  ...[...own.map(templateOf), ...templates()].map((template, i) => ({
    ...(i < own.length ? { isOwn: true as const } : {}),
    ...((template.items ?? []).length > 0 ? { hasItems: true as const } : {}),
    id: template.id,
    name: template.name[language],
    kind: "scorecard" as const,
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
  })),
  ...Object.entries(METHOD_CARDS).map(([id, { name, purpose, ...suits }]) => ({
    id,
    name: name[language],
    kind: "method" as const,
    audience: purpose[language],
    field: purpose[language],
    // A method is no job group: it is for everybody until somebody says for whom.
    jobGroup: sheetText(language)("jobGroup.everybody"),
    counts: countsOf(id),
    // Somebody may type the name in the other language: "MBO", "OKR", "360".
    words: Object.values(name),
    lines: [],
    ...suits,
  })),
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

/**
 * Pictures of the sheets that a template or method makes, with its sample, as it is chosen in the form; null for an id that is not
 * known, and for lines or numbers that cannot be.
 */
export async function templatePictures(request: PictureRequest): Promise<TemplatePictures | null> {
  const { templateId, language, form = "matrix", counts = {} } = request;
  const method = await loadMethod(templateId);
  const choices = {
    ...{ language, texts: SHEET_TEXTS, people: [], withSample: true, takenSheets: [], metadata: null },
    ...periodOf(request),
    jobGroup: request.jobGroup.trim() || sheetText(language)("jobGroup.everybody"),
  };
  const template = method === null ? await templateFor(request) : null;
  const built =
    method !== null
      ? buildMethodIn(method, { ...choices, counts })
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
