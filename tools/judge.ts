/**
 * `npm run judge`: has LibreOffice recalculate exported workbooks and compares every formula and every flag with our own
 * values, and the results with core's scoring. `npm run judge -- student-exam` judges only workbooks with these letters in their name. Closes with "N passed, N failed" (workbooks) and writes both numbers for the CI script.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createHeadlessEngine } from "../host/engine/headlessEngine";
import { WorkbookModel } from "../host/model/workbookModel";
import type { WorkbookData } from "../host/model/types";
import { judgeCases } from "./judge/cases";
import { judgeWorkbooks } from "./judge/judgeWorkbooks";
import type { Judgement } from "./judge/judgeWorkbooks";

const FAULTS_SHOWN = 12;

/** A fresh engine for every workbook: what one leaves behind must not help another. */
async function calculate(data: WorkbookData): Promise<WorkbookData> {
  const model = new WorkbookModel(data, createHeadlessEngine());
  try {
    await model.recalc();
    return model.data;
  } finally {
    model.dispose();
  }
}

function show({ name, formulas, ruleCells, flagged, coreValues, faults }: Judgement): void {
  const counts = `${String(formulas)} formulas, ${String(ruleCells)} cells under rules, ${String(flagged)} flagged, ${String(coreValues)} core values`;
  console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${name}: ${counts}`);
  for (const fault of faults.slice(0, FAULTS_SHOWN)) console.log(`     ${fault}`);
  if (faults.length > FAULTS_SHOWN) console.log(`     … and ${String(faults.length - FAULTS_SHOWN)} more`);
}

async function main(): Promise<number> {
  let [passed, failed] = [0, 0];
  await judgeWorkbooks(judgeCases(process.argv[2]), calculate, (judgement) => {
    show(judgement);
    if (judgement.faults.length > 0) failed += 1;
    else passed += 1;
  });
  const folder = join(process.cwd(), "node_modules", ".cache", "evenhand");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "judge-summary.json"), JSON.stringify({ passed, failed }));
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
