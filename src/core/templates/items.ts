/** The bonus and deduction items that a scorecard begins with where its template has none of its own and somebody wants them. */
import type { ItemLimits, Template, TemplateItem } from "../schema/template";

/** Most points of a person in a period, as in a combined appraisal. */
export const USUAL_ITEM_LIMITS: ItemLimits = { bonus: 5, deduction: 10 };

/** Starting points, to be replaced by the house's own: what is outside the plan, known from a document, and not judged twice. */
const USUAL_ITEMS: readonly TemplateItem[] = [
  {
    id: "X1",
    name: { en: "Award or written commendation", "zh-CN": "获得表彰或书面嘉奖" },
    side: "bonus",
    points: 2,
    limit: 4,
  },
  {
    id: "X2",
    name: { en: "Improvement taken over by others", "zh-CN": "改进建议被推广采用" },
    side: "bonus",
    points: 1,
    limit: 3,
  },
  {
    id: "X3",
    name: { en: "Justified complaint", "zh-CN": "经查实的投诉" },
    side: "deduction",
    points: 2,
    limit: 6,
  },
  {
    id: "X4",
    name: { en: "Breach of a work rule", "zh-CN": "违反工作纪律" },
    side: "deduction",
    points: 3,
  },
];

/** The template with bonus and deduction items: its own, else the usual ones. */
export const withItems = (template: Template): Template =>
  (template.items ?? []).length > 0 ? template : { ...template, items: USUAL_ITEMS };
