/** Makes a new scorecard from a template: at most six round trips, with nothing of the workbook overwritten. */
import { buildMethodIn, buildScorecardIn } from "../core/blueprint/anyLanguage";
import type { BuildResult } from "../core/blueprint/scorecard";
import type { AnyContent } from "../core/schema/contentTypes";
import { parseMetadata, type WorkbookMetadata } from "../core/schema/metadata";
import type { Template } from "../core/schema/template";
import { templateOf } from "../core/schema/templateOf";
import { ownScorecards } from "../core/schema/templateStore";
import { catalogueContent, templateById } from "../core/templates/catalogue";
import { withItems } from "../core/templates/items";
import { templatesPart } from "../excel/metadataStore";
import { readLayout } from "../excel/readSnapshot";
import { runBatch, type Done } from "../excel/runBatch";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { serialOf } from "./isoDates";
import { loadMethod } from "./methodParts";
import { crowdProblem } from "./formCrowd";
import { fittedOrSame, ownMethod, rememberMade, storeOf } from "./ownTemplates";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import { SHEET_TEXTS } from "./sheetWords";
import type { NewScorecardRequest, Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

interface Standing {
  readonly sheets: readonly string[];
  readonly metadata: WorkbookMetadata | null;
  /** Text of the part with templates of one's own. */
  readonly templates: string | null;
}

/** What stands in the workbook: one round trip, and one for our stored parts where there are any. */
async function readStanding(): Promise<Done<Standing>> {
  return runBatch(async (context) => {
    const part = templatesPart(context).load("id");
    const layout = await readLayout(context);
    const sheets = layout.sheets.map((sheet) => sheet.name);
    const xml = layout.part.isNullObject ? null : layout.part.getXml();
    const templates = part.isNullObject ? null : part.getXml();
    if (xml !== null || templates !== null) await context.sync();
    const parsed = xml === null ? null : parseMetadata(xml.value);
    return { sheets, metadata: parsed?.ok === true ? parsed.metadata : null, templates: templates?.value ?? null };
  }, false);
}

type Built = Extract<BuildResult, { readonly ok: true }>;
/** A copy stays with the workbook: the template may be edited or taken away, and a second plan still fits the first. */
function withCopy(built: Built, content: AnyContent, { templates: xml, metadata }: Standing): Built {
  const templates = rememberMade(xml, content, built.instance, metadata);
  return { ...built, blueprint: { ...built.blueprint, templates } };
}

async function build(request: NewScorecardRequest, standing: Standing): Promise<BuildResult> {
  const store = storeOf(standing.templates);
  const own = ownMethod(store, request.templateId);
  const method = await loadMethod(own?.workbook ?? request.templateId);
  const choices = {
    people: request.people,
    language: request.language,
    texts: SHEET_TEXTS,
    jobGroup: request.jobGroup,
    from: serialOf(request.periodFrom),
    to: serialOf(request.periodTo),
    withSample: request.withSample,
    takenSheets: standing.sheets,
    metadata: standing.metadata,
  };
  if (method !== null && own !== null) {
    const built = buildMethodIn(method, { ...choices, counts: request.counts ?? {}, ownContent: own });
    return built.ok ? withCopy(built, own, standing) : built;
  }
  if (method !== null)
    return buildMethodIn(method, { ...choices, ...(request.counts === undefined ? {} : { counts: request.counts }) });
  const form = request.form ?? "matrix";
  const crowd = crowdProblem(form, request.people);
  if (crowd !== null) return { ok: false, problem: crowd };
  const asked = (one: Template): Template => (request.withItems === true ? withItems(one) : one);
  const known = request.fit === undefined ? templateById(request.templateId) : null;
  if (known !== null) return buildScorecardIn({ ...choices, template: asked(known), form });
  const stored = ownScorecards(store);
  const content = stored.find(({ id }) => id === request.templateId) ?? catalogueContent(request.templateId);
  if (content === null) return { ok: false, problem: problemNamed("build.noTemplate", { id: request.templateId }) };
  const fitted = fittedOrSame(content, request.fit, stored);
  if (!fitted.ok) return fitted;
  const built = buildScorecardIn({ ...choices, template: asked(templateOf(fitted.content)), form });
  return built.ok ? withCopy(built, fitted.content, standing) : built;
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
