/** Our one custom XML part: found by its namespace, never by id, so that another version of the add-in finds it too. */

export const NAMESPACE = "urn:evenhand:workbook";

/** The part, to be loaded before it is read; a null object when there is none (or more than one). */
export function metadataPart(context: Excel.RequestContext): Excel.CustomXmlPart {
  return context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
}

/**
 * Queues the writing of the part's text.
 * @param existing the part after a sync in which its isNullObject became known
 * @param xml null removes the part
 */
export function storeMetadata(context: Excel.RequestContext, existing: Excel.CustomXmlPart, xml: string | null): void {
  if (existing.isNullObject) {
    if (xml !== null) context.workbook.customXmlParts.add(xml);
  } else if (xml === null) existing.delete();
  else existing.setXml(xml);
}
