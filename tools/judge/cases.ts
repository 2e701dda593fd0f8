/** The workbooks that are judged: what the gallery makes, and the states in which formulas are most likely to differ. */
import type { WorkbookModel } from "../../host/model/workbookModel";
import { LANGUAGES } from "../../src/i18n";
import { galleryEntries, templateWorkbook } from "../gallery/templateWorkbooks";
import type { GalleryEntry } from "../gallery/templateWorkbooks";
import { done } from "../gallery/generatedWorkbook";
import type { Workplace } from "../gallery/generatedWorkbook";
import type { JudgeCase } from "./judgeWorkbooks";

/** An entry table, and its columns for actuals: those after the check column. */
function entryTable(
  model: WorkbookModel,
  name = "eh_1_Entry",
): {
  readonly sheet: string;
  readonly row: number;
  readonly rows: number;
  readonly actuals: readonly number[];
} {
  const found = model.table(name);
  if (found === undefined) throw new Error(`the scorecard has no table ${name}`);
  const { rect, columns } = found.table;
  const computed = columns.map(({ calculatedFormula }) => calculatedFormula !== undefined);
  const check = computed.findIndex((isFormula, i) => isFormula && i >= 2);
  const inputs = columns.map((_, i) => i).filter((i) => i > check && computed[i] === false);
  // The last input column holds the reason for "n/a".
  return {
    sheet: found.sheet.id,
    row: rect.row + 1,
    rows: rect.rows - 1,
    actuals: inputs.slice(0, -1).map((i) => rect.column + i),
  };
}

function type(model: WorkbookModel, sheet: string, row: number, column: number, input: string | number): void {
  model.setInputs(sheet, { row, column, rows: 1, columns: 1 }, [[input]]);
}

/** Every actual of every person gets the same number: all tied. */
function tie({ model }: Workplace): void {
  const entry = entryTable(model);
  for (let row = entry.row; row < entry.row + entry.rows; row += 1)
    for (const column of entry.actuals) type(model, entry.sheet, row, column, 50);
}

/** A gap in the first person, another in the second. */
function leaveGaps({ model }: Workplace): void {
  const entry = entryTable(model);
  entry.actuals.slice(0, 2).forEach((column, i) => {
    type(model, entry.sheet, entry.row + i, column, "");
  });
}

/** The first weight is ten points too high, at the stage where evidence is asked for. */
async function breakWeights({ commands, model }: Workplace, { language }: GalleryEntry): Promise<void> {
  const plan = model.table("eh_1_Plan");
  const weight = plan?.table.columns.findIndex(({ name }) => name === "Weight" || name === "权重") ?? -1;
  if (plan === undefined || weight < 0) throw new Error("the plan has no weights");
  const [row, column] = [plan.table.rect.row + 1, plan.table.rect.column + weight];
  type(model, plan.sheet.id, row, column, Number(model.valueAt(plan.sheet.id, row, column)) + 10);
  done(await commands.setStage("evaluate"), language);
}

/** Two people of another job group, half of whose actuals are there: totals, bounds and ranks reach over both plans. */
async function addSecondPlan({ commands, model }: Workplace, { templateId, language }: GalleryEntry): Promise<void> {
  const [jobGroup, ...names] = language === "en" ? ["Service", "Person X", "Person Y"] : ["客服", "员工甲", "员工乙"];
  const people = names.map((name) => ({ name }));
  done(await commands.addPlan({ templateId, people, jobGroup }), language);
  const entry = entryTable(model, "eh_1_Entry2");
  for (const column of entry.actuals) type(model, entry.sheet, entry.row, column, 90);
  for (const column of entry.actuals.slice(0, 2)) type(model, entry.sheet, entry.row + 1, column, 70);
}

const VARIANTS: readonly {
  readonly name: string;
  readonly sample: boolean;
  readonly people: number;
  readonly work: (place: Workplace, entry: GalleryEntry) => Promise<void> | void;
  readonly mustFlag?: true;
}[] = [
  { name: "sample", sample: true, people: 0, work: () => undefined },
  { name: "typed people, ties", sample: false, people: 3, work: tie },
  { name: "empty", sample: false, people: 3, work: () => undefined },
  { name: "ties", sample: true, people: 0, work: tie },
  { name: "gaps", sample: true, people: 0, work: leaveGaps },
  { name: "weights broken, evidence asked", sample: true, people: 0, work: breakWeights, mustFlag: true },
  { name: "second plan", sample: true, people: 0, work: addSecondPlan },
];

async function variantsOf(entry: GalleryEntry): Promise<JudgeCase[]> {
  const cases: JudgeCase[] = [];
  for (const { name, sample, people, work, mustFlag } of VARIANTS) {
    const data = await templateWorkbook(entry, people, (place) => work(place, entry), sample);
    const { templateId, language } = entry;
    cases.push({ name: `${templateId} ${language}, ${name}`, language, data, mustFlag: mustFlag === true });
  }
  return cases;
}

/** All cases, generated one after another. */
export async function judgeCases(): Promise<readonly JudgeCase[]> {
  const cases: JudgeCase[] = [];
  for (const entry of galleryEntries(LANGUAGES)) cases.push(...(await variantsOf(entry)));
  return cases;
}
