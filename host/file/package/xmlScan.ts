/**
 * Walks a large XML part (sheet data, shared strings) without building a tree: a sheet of 200,000 cells as a tree
 * takes almost 1 GB. Knows elements, attributes, text, CDATA, comments and the predefined entities; no document types.
 */
export interface ScanHandler {
  /** `attributes` is only asked for where the handler reads it. */
  open(name: string, attributes: () => ReadonlyMap<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function localPart(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function readAttributes(tag: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of tag.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(match[1] ?? "", decodeEntities(match[2] ?? match[3] ?? ""));
  }
  return found;
}

/** End of the tag that opens at `at`: the ">" outside quotes; -1 when it never ends. */
function tagEnd(xml: string, at: number): number {
  const simple = xml.indexOf(">", at);
  if (simple < 0) return -1;
  const tag = xml.slice(at, simple);
  if (!/=\s*"[^"]*$|=\s*'[^']*$/.test(tag)) return simple;
  let quote = "";
  for (let i = at; i < xml.length; i += 1) {
    const ch = xml[i] ?? "";
    if (quote === "") {
      if (ch === ">") return i;
      if (ch === '"' || ch === "'") quote = ch;
    } else if (ch === quote) quote = "";
  }
  return -1;
}

function emitTag(tag: string, handler: ScanHandler): void {
  if (tag.startsWith("/")) {
    handler.close(localPart(tag.slice(1).trim()));
    return;
  }
  const name = localPart(/^[^\s/]+/.exec(tag)?.[0] ?? "");
  handler.open(name, () => readAttributes(tag));
  if (tag.endsWith("/")) handler.close(name);
}

/** Returns false when the text breaks off or declares a document type; what came before has been handed on. */
export function scanXml(xml: string, handler: ScanHandler): boolean {
  let at = 0;
  while (at < xml.length) {
    const open = xml.indexOf("<", at);
    if (open < 0) return xml.slice(at).trim() === "";
    if (open > at) handler.text(decodeEntities(xml.slice(at, open)));
    if (xml.startsWith("<!--", open) || xml.startsWith("<?", open)) {
      const mark = xml[open + 1] === "!" ? "-->" : "?>";
      const end = xml.indexOf(mark, open);
      if (end < 0) return false;
      at = end + mark.length;
    } else if (xml.startsWith("<![CDATA[", open)) {
      const end = xml.indexOf("]]>", open);
      if (end < 0) return false;
      handler.text(xml.slice(open + 9, end));
      at = end + 3;
    } else {
      if (xml.startsWith("<!", open)) return false;
      const end = tagEnd(xml, open);
      if (end < 0) return false;
      emitTag(xml.slice(open + 1, end), handler);
      at = end + 1;
    }
  }
  return true;
}
