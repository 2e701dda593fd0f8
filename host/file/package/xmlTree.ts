/** Reads small XML parts as a tree (xmldom) and answers by local name, whatever prefix a program gave its elements. */
import { DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import type { Document, Element, Node } from "@xmldom/xmldom";
import { cellTextFromFile } from "./xmlText";

export type { Element } from "@xmldom/xmldom";

const ELEMENT_NODE = 1;
const isElement = (node: Node): node is Element => node.nodeType === ELEMENT_NODE;

/** The root element, or null when the text is no well-formed XML or declares a document type (never needed, often an attack). */
export function parseXml(text: string): Element | null {
  if (/<!DOCTYPE/i.test(text.slice(0, 2000))) return null;
  try {
    const document: Document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, "text/xml");
    return document.documentElement;
  } catch {
    return null;
  }
}

export function localName(element: Element): string {
  return element.localName ?? element.nodeName;
}

/** Child elements, all or of one local name. */
export function children(parent: Element | null, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || localName(node) === name)) found.push(node);
  }
  return found;
}

/** The first child of that local name, or null. */
export function child(parent: Element | null, ...path: readonly string[]): Element | null {
  let at: Element | null = parent;
  for (const name of path) at = children(at, name)[0] ?? null;
  return at;
}

/** An attribute by its plain name, or undefined where it is missing. */
export function attribute(element: Element | null, name: string): string | undefined {
  return element?.getAttribute(name) ?? undefined;
}

/** An attribute that holds text as cells do, with coded control characters; "" where it is missing. */
export function cellAttribute(element: Element | null, name: string): string {
  return cellTextFromFile(attribute(element, name) ?? "");
}

/** An attribute by local name in any namespace ("id" for r:id). */
export function qualifiedAttribute(element: Element, local: string): string | undefined {
  for (const candidate of Array.from(element.attributes)) {
    if (candidate.localName === local && candidate.prefix !== null) return candidate.value;
  }
  return undefined;
}

export function numberAttribute(element: Element | null, name: string): number | undefined {
  const text = attribute(element, name);
  if (text === undefined || text.trim() === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** XML Schema booleans: 1, true, on. */
export function flagAttribute(element: Element | null, name: string, absent = false): boolean {
  const text = attribute(element, name);
  return text === undefined ? absent : text === "1" || text === "true" || text === "on";
}

export function textOf(element: Element | null): string {
  return element?.textContent ?? "";
}
