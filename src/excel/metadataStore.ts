/** Our custom XML parts: found by their namespace, never by id, so that another version of the add-in finds them too. */
import { METADATA_NAMESPACE } from "../core/schema/metadata";
import { TEMPLATES_NAMESPACE } from "../core/schema/templateStore";
import { UNFINISHED_NAMESPACE } from "../core/schema/unfinished";

const only = (context: Excel.RequestContext, namespace: string): Excel.CustomXmlPart =>
  context.workbook.customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject();

/** The part, to be loaded before it is read; a null object when there is none (or more than one). */
export const metadataPart = (context: Excel.RequestContext): Excel.CustomXmlPart => only(context, METADATA_NAMESPACE);

/** The note of a run that has not ended; to be loaded before it is read. */
export const unfinishedPart = (context: Excel.RequestContext): Excel.CustomXmlPart =>
  only(context, UNFINISHED_NAMESPACE);

/** The part that keeps templates of one's own; to be loaded before it is read. */
export const templatesPart = (context: Excel.RequestContext): Excel.CustomXmlPart => only(context, TEMPLATES_NAMESPACE);

/** The texts of loaded parts, null for those that are not there; a round trip only where there is one. */
export async function storedTexts(
  context: Excel.RequestContext,
  parts: readonly Excel.CustomXmlPart[],
): Promise<(string | null)[]> {
  const texts = parts.map((part) => (part.isNullObject ? null : part.getXml()));
  if (texts.some((text) => text !== null)) await context.sync();
  return texts.map((text) => text?.value ?? null);
}

/**
 * Queues the writing of a part's text.
 * @param existing the part after a sync in which its isNullObject became known
 * @param xml null removes the part
 */
export function storePart(context: Excel.RequestContext, existing: Excel.CustomXmlPart, xml: string | null): void {
  if (existing.isNullObject) {
    if (xml !== null) context.workbook.customXmlParts.add(xml);
  } else if (xml === null) existing.delete();
  else existing.setXml(xml);
}
