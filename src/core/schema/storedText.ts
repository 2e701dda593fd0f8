/** Text inside one XML element of a namespace of ours: how JSON is kept in a workbook. */

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const unescapeXml = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** The XML to store. */
export const xmlAround = (element: string, namespace: string, version: number, text: string): string =>
  `<${element} xmlns="${namespace}" version="${String(version)}">${escapeXml(text)}</${element}>`;

/** The text inside and the version outside; null where there is none, or more than `most` characters. */
export function textInXml(
  element: string,
  namespace: string,
  xml: string,
  most: number,
): { readonly version: number; readonly text: string } | null {
  if (!xml.includes(namespace)) return null;
  const start = xml.indexOf(`<${element}`);
  const open = start < 0 ? -1 : xml.indexOf(">", start);
  const close = xml.lastIndexOf(`</${element}>`);
  if (open < 0 || close <= open || close - open > most) return null;
  const version = Number(/\bversion="(\d+)"/.exec(xml.slice(start, open))?.[1] ?? Number.NaN);
  return { version, text: unescapeXml(xml.slice(open + 1, close)) };
}
