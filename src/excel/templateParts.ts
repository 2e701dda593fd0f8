/** Reads and writes the part of the workbook that keeps templates of one's own. */
import { storePart, templatesPart } from "./metadataStore";
import { runBatch, type Done } from "./runBatch";

/** The part's text, null where the workbook has none: two round trips, one where there is none. */
export const readTemplates = (): Promise<Done<string | null>> =>
  runBatch(async (context) => {
    const part = templatesPart(context).load("id");
    await context.sync();
    if (part.isNullObject) return null;
    const xml = part.getXml();
    await context.sync();
    return xml.value;
  }, false);

/** Puts a text in the place of the part's; null takes the part out. */
export const writeTemplates = (xml: string | null): Promise<Done<null>> =>
  runBatch(async (context) => {
    const part = templatesPart(context).load("id");
    await context.sync();
    storePart(context, part, xml);
    await context.sync();
    return null;
  });
