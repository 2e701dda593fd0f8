/** Document properties and custom XML parts: XML both ways. Dates are left out, so that one workbook always makes one file. */
import type { WorkbookData } from "../../model/types";
import { attribute, child, children, localName, parseXml, textOf } from "../package/xmlTree";
import { element, textElement, XML_HEAD } from "../package/xmlText";

type Properties = WorkbookData["properties"];

/** Member of the model, element of the core part. */
const CORE = [
  ["title", "dc:title"],
  ["subject", "dc:subject"],
  ["author", "dc:creator"],
  ["keywords", "cp:keywords"],
  ["comments", "dc:description"],
  ["category", "cp:category"],
] as const;

export function writeCore(properties: Properties): string {
  return (
    XML_HEAD +
    element(
      "cp:coreProperties",
      {
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      },
      ...CORE.map(([key, name]) => (properties[key] === "" ? "" : textElement(name, properties[key]))),
    )
  );
}

export function writeApp(properties: Properties): string {
  return (
    XML_HEAD +
    element(
      "Properties",
      { xmlns: "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" },
      textElement("Application", "Microsoft Excel"),
      properties.manager === "" ? "" : textElement("Manager", properties.manager),
      properties.company === "" ? "" : textElement("Company", properties.company),
    )
  );
}

const VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

/** The part of custom properties, or null where there are none. */
export function writeCustom(properties: Properties): string | null {
  if (properties.custom.size === 0) return null;
  const items = [...properties.custom].map(([name, value], i) => {
    const variant =
      typeof value === "string"
        ? textElement("vt:lpwstr", value)
        : typeof value === "boolean"
          ? textElement("vt:bool", String(value))
          : textElement(Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? "vt:i4" : "vt:r8", String(value));
    return element("property", { fmtid: "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", pid: i + 2, name }, variant);
  });
  const xmlns = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
  return XML_HEAD + element("Properties", { xmlns, "xmlns:vt": VARIANTS }, ...items);
}

/** Reads the three property parts; missing ones leave their members empty. */
export function readProperties(core: string | null, app: string | null, custom: string | null): Properties {
  const coreRoot = core === null ? null : parseXml(core);
  const appRoot = app === null ? null : parseXml(app);
  const customRoot = custom === null ? null : parseXml(custom);
  const found: Properties = {
    title: "",
    subject: "",
    author: "",
    keywords: "",
    comments: "",
    category: "",
    manager: textOf(child(appRoot, "Manager")),
    company: textOf(child(appRoot, "Company")),
    custom: new Map(),
  };
  for (const [key, name] of CORE) found[key] = textOf(child(coreRoot, name.slice(3)));
  for (const property of children(customRoot, "property")) {
    const variant = children(property)[0];
    const name = attribute(property, "name");
    if (variant === undefined || name === undefined) continue;
    const text = textOf(variant);
    const kind = localName(variant);
    const isNumber = /^(?:[iu]\d|int|uint|r\d|decimal)$/.test(kind) && Number.isFinite(Number(text));
    found.custom.set(name, kind === "bool" ? text === "true" || text === "1" : isNumber ? Number(text) : text);
  }
  return found;
}

const DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/** The part beside a custom XML part that carries its id and its namespace. */
export function writeItemProperties(id: string, xml: string): string {
  const namespace = attribute(parseXml(xml), "xmlns");
  const reference = namespace === undefined ? "" : element("ds:schemaRef", { "ds:uri": namespace });
  return (
    XML_HEAD +
    element("ds:datastoreItem", { "ds:itemID": id, "xmlns:ds": DATA_STORE }, element("ds:schemaRefs", {}, reference))
  );
}

export function readItemId(xml: string | null): string | null {
  const root = xml === null ? null : parseXml(xml);
  const id = root?.getAttributeNS(DATA_STORE, "itemID") ?? null;
  return id === "" ? null : id;
}
