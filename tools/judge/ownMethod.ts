/** A 360-degree review with statements of one's own: other words, weights, scale, weights of the groups and bands, and forms filled in. */
import type { WorkbookData } from "../../host/model/types";
import {
  isMethodDraft,
  withItemCopy,
  withoutOwnItem,
  withScale,
  type MethodDraft,
} from "../../src/core/templates/methodDraft";
import type { Language } from "../../src/i18n/everything";
import { done, workbookBy } from "../gallery/generatedWorkbook";
import { columnOf, type } from "./typing";

const WEIGHTS = [35, 25, 20, 12.5, 7.5];
const POINTS = 7;

function edited(draft: MethodDraft): MethodDraft {
  const fewer = withoutOwnItem(withItemCopy(withScale(draft, POINTS), "2"), "4");
  return {
    ...fewer,
    name: { en: "Ward managers", "zh-CN": "护士长评价" },
    palette: "blue",
    items: fewer.items.map((item, i) => ({ ...item, values: { ...item.values, weight: WEIGHTS[i] ?? 0 } })),
    settings: { ...fewer.settings, WBoss: 30, WPeers: 20, WReports: 40, WCustomers: 10, MinRaters: 2, Gap: 2 },
    bands: [
      { name: { en: "Learn", "zh-CN": "学习" } },
      { name: { en: "Lead", "zh-CN": "胜任" }, from: 3.5 },
      { name: { en: "Model", "zh-CN": "示范" }, from: 5.25 },
    ],
  };
}

/** The workbook made from it, with forms filled in from end to end of the scale and a gap. */
export async function ownMethodWorkbook(language: Language): Promise<WorkbookData> {
  return workbookBy(language, async ({ commands, model }) => {
    const desk = await commands.desk();
    const draft = await desk.fromCatalogue("manager-360");
    if (draft === null || !isMethodDraft(draft)) throw new Error("the catalogue has no 360-degree review");
    const own = done(await desk.save(edited(draft)), language);
    const request = {
      ...{ templateId: own.id, language, jobGroup: "All", withSample: false },
      ...{ periodFrom: "2026-01-01", periodTo: "2026-06-30" },
      people: ["A", "B", "C"].map((letter) => ({ name: language === "en" ? `Manager ${letter}` : `护士长${letter}` })),
    };
    done(await commands.newScorecard(request), language);
    for (const [i] of WEIGHTS.entries()) {
      const { sheet, column, rows } = columnOf(model, "Forms360", `q${String(i + 1)}`);
      for (const [form, row] of rows.entries())
        if (form !== 3 || i !== 1) type(model, sheet, row, column, 1 + ((form * 3 + i * 2) % POINTS));
    }
    const months = columnOf(model, "Forms360", "months");
    for (const [form, row] of months.rows.entries()) type(model, months.sheet, row, months.column, 6 + form);
  });
}
