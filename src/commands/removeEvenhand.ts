/** Remove Evenhand from this workbook: says what is there, takes it away, says what it did. Sheets that were made stay. */
import { HEAD_ROW } from "../core/acceptance/logSheet";
import type { Message } from "../core/model/message";
import { parseMetadata } from "../core/schema/metadata";
import { ownContents } from "../core/schema/templateStore";
import { lookForOurs, removeOurs, type AlsoRemoved, type Left } from "../excel/removal";
import { runBatch } from "../excel/runBatch";
import { logWords } from "./logWords";
import { storeOf } from "./ownTemplates";
import { stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import type { Outcome, RemovalDraft } from "./types";

const scorecardsIn = (metadata: string | null): number => {
  const parsed = metadata === null ? null : parseMetadata(metadata);
  return parsed?.ok === true ? parsed.metadata.instances.length : 0;
};
const rowsOf = ({ log }: Left): number => Math.max(0, (log?.rows ?? 0) - HEAD_ROW - 1);

export async function removalDraft(session: Session): Promise<Outcome<RemovalDraft>> {
  const seen = await runBatch((context) => lookForOurs(context, logWords(session.language)), false);
  if (!seen.ok) return stopped(seen.problem);
  const { marks, metadata, log, templates } = seen.value;
  return succeeded({
    templates: ownContents(storeOf(templates)).length,
    marks,
    hasMemory: metadata !== null,
    scorecards: scorecardsIn(metadata),
    log: log === null ? null : { sheet: log.sheet, rows: rowsOf(seen.value) },
  });
}

export async function removeEvenhand(
  session: Session,
  also: AlsoRemoved,
): Promise<Outcome<{ readonly marks: number }>> {
  const removed = await runBatch((context) => removeOurs(context, logWords(session.language), also));
  session.lastRead = null;
  session.watched = null;
  if (!removed.ok) return stopped(removed.problem);
  const { marks, metadata, log, templates } = removed.value;
  const did: Message[] = [
    { key: "commands.remove.marks", params: { count: marks } },
    { key: metadata === null ? "commands.remove.noMemory" : "commands.remove.memory" },
  ];
  if (log !== null)
    did.push({ key: also.log ? "commands.remove.log" : "commands.remove.logStays", params: { sheet: log.sheet } });
  if (ownContents(storeOf(templates)).length > 0)
    did.push({ key: also.templates ? "commands.remove.templates" : "commands.remove.templatesStay" });
  if (scorecardsIn(metadata) > 0) did.push({ key: "commands.remove.sheetsStay" });
  return succeeded({ marks }, did);
}
