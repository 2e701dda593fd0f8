/** The templates on offer, in words for the pane. */
import { sheetKeysOf } from "../core/blueprint/scorecard";
import { templates } from "../core/templates/catalogue";
import { sheetText } from "./sheetWords";
import type { SheetLanguage, TemplateSummary } from "./types";

export function templateList(language: SheetLanguage): readonly TemplateSummary[] {
  const text = sheetText(language);
  return templates().map((template) => ({
    id: template.id,
    name: template.name[language],
    audience: template.audience[language],
    field: template.field[language],
    jobGroup: template.jobGroup[language],
    words: template.words[language],
    sheets: sheetKeysOf(template).map((key) => text(`name.${key}`)),
    lines: template.lines.map((line) => ({
      id: line.id,
      name: line.name[language],
      section: line.section[language],
      weight: line.weight,
    })),
  }));
}
