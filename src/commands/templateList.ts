/** The templates and methods on offer, in words for the pane. */
import { methodSheetKeys } from "../core/blueprint/methodSheetKeys";
import { sheetNameKeys } from "../core/blueprint/scorecard";
import { ratingPointsOf } from "../core/templates/fitted";
import { withItems } from "../core/templates/items";
import { present } from "../core/schema/fields";
import { countsOf } from "../core/methods/counts";
import { METHOD_CARDS, SCORECARD_SUITS } from "../core/methods/list";
import type { TemplateContent } from "../core/schema/contentTypes";
import { templateOf } from "../core/schema/templateOf";
import { templates } from "../core/templates/catalogue";
import type { Language } from "../i18n";
import { loadMethod } from "./methodParts";
import { anyTemplate } from "./ownTemplates";
import { sheetText } from "./sheetWords";
import type { SheetChoices, SheetLanguage, TemplateSummary } from "./types";

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

export async function templateSheets(
  id: string,
  language: SheetLanguage,
  { withItems: wantsItems = false, form = "matrix" }: SheetChoices = {},
): Promise<readonly string[]> {
  const text = sheetText(language);
  const method = await loadMethod(id);
  const template = method === null ? ((await anyTemplate(id))?.template ?? null) : null;
  const keys =
    template === null
      ? ["guide", "settings", "people", ...(method === null ? [] : methodSheetKeys(method))]
      : sheetNameKeys(wantsItems ? withItems(template) : template, form);
  return template === null && method === null ? [] : keys.map((key) => text(`name.${key}`));
}
