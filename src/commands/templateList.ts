/** The templates on offer, in words for the pane. */
import { templates } from "../core/templates/catalogue";
import type { SheetLanguage, TemplateSummary } from "./types";

export const templateList = (language: SheetLanguage): readonly TemplateSummary[] =>
  templates().map((template) => ({
    id: template.id,
    name: template.name[language],
    audience: template.audience[language],
    lines: template.lines.map((line) => ({
      id: line.id,
      name: line.name[language],
      section: line.section[language],
      weight: line.weight,
    })),
  }));
