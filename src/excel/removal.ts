/** Everything of Evenhand in a workbook that is no sheet of a scorecard: marks, what is remembered, the log and its name. */
import { parseStore, storeXml } from "../core/schema/templateStore";
import { LOG_NAME, logSheetName, type LogWords } from "../core/acceptance/log";
import { loadRules, marksAmong, removeMarks } from "./marks";
import { metadataPart, storePart, templatesPart } from "./metadataStore";

export interface Left {
  readonly marks: number;
  readonly metadata: string | null;
  /** Text of the part with templates of one's own. */
  readonly templates: string | null;
  /** Used rows of the log's sheet; null where there is none. */
  readonly log: { readonly sheet: string; readonly rows: number } | null;
}

/** Two round trips to look, one more to take away. */
async function look(context: Excel.RequestContext, words: readonly LogWords[]) {
  const { workbook } = context;
  const sheets = workbook.worksheets.load("items/name");
  const names = workbook.names.load("items/name,items/formula,items/value");
  const part = metadataPart(context).load("id");
  const ownTemplates = templatesPart(context).load("id");
  const logName = workbook.names.getItemOrNullObject(LOG_NAME).load("name");
  await context.sync();
  const all = sheets.items.map(({ name }) => name);
  const found = names.items.map((item) => ({ name: item.name, formula: String(item.formula), value: null }));
  const logSheet = logSheetName(found, all, words);
  const rules = loadRules(context, all);
  const xml = part.isNullObject ? null : part.getXml();
  const templates = ownTemplates.isNullObject ? null : ownTemplates.getXml();
  const used = logSheet === null ? null : workbook.worksheets.getItem(logSheet).getUsedRangeOrNullObject(true);
  used?.load("rowCount");
  await context.sync();
  const left: Left = {
    marks: rules.flatMap(marksAmong).length,
    metadata: xml?.value ?? null,
    templates: templates?.value ?? null,
    log: logSheet === null ? null : { sheet: logSheet, rows: used === null || used.isNullObject ? 0 : used.rowCount },
  };
  return { left, rules, part, ownTemplates, logName };
}

export const lookForOurs = async (context: Excel.RequestContext, words: readonly LogWords[]): Promise<Left> =>
  (await look(context, words)).left;

/** The stored templates without what is only remembered of made scorecards; null for nothing left. What is damaged stays. */
function withoutMemory(templates: string | null): string | null {
  if (templates === null) return null;
  const parsed = parseStore(templates);
  if (!parsed.ok) return templates;
  return parsed.store.own.length === 0 ? null : storeXml({ ...parsed.store, made: [] });
}

/** What else is to go: both hold what people wrote. */
export interface AlsoRemoved {
  readonly log: boolean;
  readonly templates: boolean;
}

/** Takes it all away; log and templates only where that is wanted. What was there comes back. */
export async function removeOurs(
  context: Excel.RequestContext,
  words: readonly LogWords[],
  also: AlsoRemoved,
): Promise<Left> {
  const { left, rules, part, ownTemplates, logName } = await look(context, words);
  removeMarks(rules);
  storePart(context, part, null);
  storePart(context, ownTemplates, also.templates ? null : withoutMemory(left.templates));
  if (!logName.isNullObject) logName.delete();
  if (also.log && left.log !== null) context.workbook.worksheets.getItem(left.log.sheet).delete();
  await context.sync();
  return left;
}
