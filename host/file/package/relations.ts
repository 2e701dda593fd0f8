/** Relationship parts: which part refers to which. */
import { attribute, children, parseXml } from "./xmlTree";
import { element, XML_HEAD } from "./xmlText";
import type { Package } from "./openPackage";

export interface Relation {
  readonly id: string;
  /** Last segment of the type's address: "worksheet", "table", "comments" … the same in strict and transitional files. */
  readonly type: string;
  /** Path inside the package, or the address of an external target. */
  readonly target: string;
  readonly external: boolean;
}

/** "xl/worksheets/sheet1.xml" + "../tables/table1.xml" → "xl/tables/table1.xml". */
export function resolveTarget(base: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = base.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

export function relationsPath(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

export async function readRelations(file: Package, part: string): Promise<readonly Relation[]> {
  const text = await file.text(relationsPath(part));
  const root = text === null ? null : parseXml(text);
  return children(root, "Relationship").map((node) => {
    const external = attribute(node, "TargetMode") === "External";
    const target = attribute(node, "Target") ?? "";
    return {
      id: attribute(node, "Id") ?? "",
      type: (attribute(node, "Type") ?? "").split("/").at(-1) ?? "",
      target: external ? target : resolveTarget(part, target),
      external,
    };
  });
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/** One entry of a relationship part; `type` is the last segment or a whole address. */
export function relationXml(id: string, type: string, target: string, external = false): string {
  return element("Relationship", {
    Id: id,
    Type: type.includes("/") ? type : OFFICE + type,
    Target: target,
    TargetMode: external ? "External" : undefined,
  });
}

export function relationsXml(entries: readonly string[]): string {
  const xmlns = "http://schemas.openxmlformats.org/package/2006/relationships";
  return XML_HEAD + element("Relationships", { xmlns }, ...entries);
}
