/** Makes XML text: escaping and elements. Everything that this folder writes into a part goes through here. */

export type AttributeValue = string | number | boolean | undefined;

/** Characters that XML 1.0 cannot hold are left out; in cell text `cellTextToFile` has coded them before. */
function xmlSafe(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ud800-\udfff\ue000-\ufffd]/g, "");
}

export function escapeText(text: string): string {
  return xmlSafe(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** Attribute values are normalised by XML readers, so line ends and tabs are written as references. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** An element; undefined attributes are left out, true and false become 1 and 0. `content` is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
  ...content: readonly string[]
): string {
  let open = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const text = typeof value === "boolean" ? (value ? "1" : "0") : String(value);
    open += ` ${key}="${escapeAttribute(text)}"`;
  }
  const inner = content.join("");
  return inner === "" ? `${open}/>` : `${open}>${inner}</${name}>`;
}

/** An element that holds text; blanks at its ends are kept. */
export function textElement(
  name: string,
  text: string,
  attributes: Readonly<Record<string, AttributeValue>> = {},
): string {
  const space = /^\s|\s$|\n/.test(text) ? { ...attributes, "xml:space": "preserve" } : attributes;
  const inner = escapeText(text);
  return inner === "" ? element(name, space) : element(name, space, inner);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Cell text as the format wants it: control characters as _x0007_, and text that looks like such a code protected
 * (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
 */
export function cellTextToFile(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\u007f\ufffe\uffff]/g,
      (ch) => `_x${ch.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

/** The reverse of `cellTextToFile`. */
export function cellTextFromFile(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
