/** Makes a new scorecard from a template: at most six round trips, with nothing of the workbook overwritten. */
import { buildMethodWorkbook } from "../core/blueprint/methodWorkbook";
import { buildScorecard, type BuildResult } from "../core/blueprint/scorecard";
import { parseMetadata, type WorkbookMetadata } from "../core/schema/metadata";
import { templateById } from "../core/templates/catalogue";
import { readLayout } from "../excel/readSnapshot";
import { runBatch, type Done } from "../excel/runBatch";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { serialOf } from "./isoDates";
import { loadMethod } from "./methodParts";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import { sheetText } from "./sheetWords";
import type { NewScorecardRequest, Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

interface Standing {
  readonly sheets: readonly string[];
  readonly metadata: WorkbookMetadata | null;
}

/** What stands in the workbook: one round trip, and one for our stored part where there is one. */
async function readStanding(): Promise<Done<Standing>> {
  return runBatch(async (context) => {
    const layout = await readLayout(context);
    if (layout.part.isNullObject) return { sheets: layout.sheets.map((sheet) => sheet.name), metadata: null };
    const xml = layout.part.getXml();
    await context.sync();
    const parsed = parseMetadata(xml.value);
    return { sheets: layout.sheets.map((sheet) => sheet.name), metadata: parsed.ok ? parsed.metadata : null };
  }, false);
}

async function build(request: NewScorecardRequest, standing: Standing): Promise<BuildResult> {
  const method = await loadMethod(request.templateId);
  const choices = {
    people: request.people,
    language: request.language,
    text: sheetText(request.language),
    jobGroup: request.jobGroup,
    from: serialOf(request.periodFrom),
    to: serialOf(request.periodTo),
    withSample: request.withSample,
    takenSheets: standing.sheets,
    metadata: standing.metadata,
  };
  if (method !== null) return buildMethodWorkbook(method, choices);
  const template = templateById(request.templateId);
  if (template === null) return { ok: false, problem: problemNamed("build.noTemplate", { id: request.templateId }) };
  return buildScorecard({ ...choices, template });
}

export async function newScorecard(
  session: Session,
  request: NewScorecardRequest,
  options: RunOptions = {},
): Promise<Outcome<{ readonly instance: number; readonly entrySheet: string }>> {
  const standing = await readStanding();
  if (!standing.ok) return stopped(standing.problem);
  const built = await build(request, standing.value);
  if (!built.ok) return stopped(built.problem);
  const written = await writeBlueprint(built.blueprint, writeOptions(options));
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.new.undo" }, () => removeBlueprint(written.value));
  const sheets = built.blueprint.sheets.length;
  return succeeded(
    { instance: built.instance, entrySheet: built.entrySheet },
    [{ key: "commands.new.did", params: { sheets, entry: built.entrySheet } }],
    undo,
  );
}
