/** A workbook made from a template of one's own: other bands, weights, points, a rating scale of its own with worded points. */
import { isMethodContent } from "../../src/core/schema/contentTypes";
import { isMethodDraft } from "../../src/core/templates/methodDraft";
import type { WorkbookData } from "../../host/model/types";
import type { DraftLine, TemplateDraft } from "../../src/core/templates/draft";
import type { Language } from "../../src/i18n/everything";
import { done, workbookBy } from "../gallery/generatedWorkbook";
import { entryTable, type } from "./typing";

/** Of the scale that the template brings: four points that are worth what the consultant says. */
const SCALE = 4;
const WORTHS = [0, 0.45, 1, 1.15];

/** A line whose target is a step: what was its curve is three steps up or down. */
function inSteps({ id, name, section, weight, target = 0, direction }: DraftLine): DraftLine {
  const [worthBelow, worth1, worth2, worth3] =
    direction === "lower" ? ([1.2, 1, 0.6, 0] as const) : ([0, 0.6, 1, 1.2] as const);
  return {
    ...(section === undefined ? {} : { section }),
    ...(weight === undefined ? {} : { weight }),
    ...{ id, name, kind: "steps", worthBelow, worth1, worth2, worth3 },
    ...{ step1: target * 0.95, step2: target, step3: target * 1.03 },
  };
}

function edited(draft: TemplateDraft): TemplateDraft {
  const rated = draft.lines.findIndex(({ kind }) => kind === "rating");
  const stepped = draft.lines.findIndex(({ kind }) => kind === "curve");
  const lines = draft.lines.map((line, i) => ({
    ...(i === stepped ? inSteps(line) : line),
    // From the second to the first line, so that the sum stays.
    weight: (line.weight ?? 0) + (i === 0 ? 7.5 : i === 1 ? -7.5 : 0),
    ...(i === rated
      ? { maximum: SCALE, anchors: ["Never", "At times", "As agreed", "Beyond"].map((en) => ({ en, "zh-CN": en })) }
      : {}),
  }));
  return {
    ...draft,
    name: { en: "Own supplier card", "zh-CN": "自建供应商考核" },
    lines,
    points: [...(draft.points ?? []).filter(({ scale }) => scale !== SCALE), { scale: SCALE, worths: WORTHS }],
    bands: [
      { name: { en: "Part", "zh-CN": "终止" } },
      { name: { en: "Watch", "zh-CN": "观察" }, from: 62.5 },
      { name: { en: "Keep", "zh-CN": "保留" }, from: 90 },
      { name: { en: "Grow", "zh-CN": "扩大" }, from: 101 },
    ],
  };
}

/** Results around each line's target, ratings on every point and between two; the last person has a gap. */
const FACTORS = [1, 0.97, 1.04, 0.88, 0.99];
const RATINGS = [4, 1, 2.5, 3, 2];

export async function ownTemplateWorkbook(language: Language): Promise<WorkbookData> {
  return workbookBy(language, async ({ commands, model }) => {
    const desk = await commands.desk();
    const draft = await desk.fromCatalogue("supplier");
    if (draft === null || isMethodDraft(draft)) throw new Error("the catalogue has no suppliers");
    const own = done(await desk.save(edited(draft)), language);
    if (isMethodContent(own)) throw new Error("suppliers are judged by a scorecard");
    const request = {
      templateId: own.id,
      people: FACTORS.map((_, i) => ({
        name: language === "en" ? `Supplier ${String(i + 1)}` : `供应商${String(i + 1)}`,
      })),
      language,
      jobGroup: own.jobGroup[language] ?? "",
      periodFrom: "2026-01-01",
      periodTo: "2026-06-30",
      withSample: false,
    };
    done(await commands.newScorecard(request), language);
    const { sheet, row, actuals } = entryTable(model);
    for (const [person, factor] of FACTORS.entries())
      for (const [i, line] of own.lines.entries()) {
        const isGap = person === FACTORS.length - 1 && i === 0;
        const value = line.kind === "rating" ? (RATINGS[person] ?? 1) : (line.target ?? line.step2 ?? 0) * factor;
        if (!isGap) type(model, sheet, row + person, actuals[i] ?? 0, value);
      }
  });
}
