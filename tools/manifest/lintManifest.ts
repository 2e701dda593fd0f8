/**
 * What Microsoft's schema does not catch in manifest.xml. Each rule answers with sentences; none means the manifest is good.
 * Limits: Office Add-ins documentation (strings, icon sizes, element rules).
 */
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";

export interface ManifestContext {
  /** Path under the served root, "assets/app-16.png" → pixel size [width, height]; null when there is no such file. */
  readonly imageSize: (path: string) => readonly [number, number] | null;
  /** Names given to Office.actions.associate in the source. */
  readonly associated: ReadonlySet<string>;
  /** package.json's version, "0.1.0". */
  readonly packageVersion: string;
  readonly locales: readonly string[];
  /** The address all URLs must begin with. */
  readonly address: string;
}

const SHORT = 125;
const LONG = 250;
const RESID = 32;
const MAX_ACTIONS = 20;
const REQUIRED_ICONS = ["16", "32", "80"];

const elements = (root: Document | Element, name: string): Element[] => Array.from(root.getElementsByTagName(name));
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? "";
const text = (root: Document | Element, name: string): string => elements(root, name)[0]?.textContent?.trim() ?? "";

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function identity(doc: Document, context: ManifestContext): string[] {
  const problems: string[] = [];
  const id = text(doc, "Id");
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) problems.push(`Id "${id}" is no GUID`);
  const version = text(doc, "Version");
  if (version !== `${context.packageVersion}.0`)
    problems.push(`Version ${version} is not ${context.packageVersion}.0 as in package.json`);
  const hosts = elements(doc, "Host").map((host) => attribute(host, "Name") || attribute(host, "xsi:type"));
  if (hosts.some((host) => host !== "Workbook")) problems.push(`a host other than Workbook: ${hosts.join(", ")}`);
  return problems;
}

function resources(doc: Document): string[] {
  const defined = ["bt:Image", "bt:Url", "bt:String"]
    .flatMap((name) => elements(doc, name))
    .filter((e) => e.hasAttribute("id"));
  const ids = defined.map((element) => attribute(element, "id"));
  const used = new Set(
    Array.from(doc.getElementsByTagName("*"))
      .map((element) => attribute(element, "resid"))
      .filter((resid) => resid !== ""),
  );
  return [
    ...[...used].filter((resid) => !ids.includes(resid)).map((resid) => `resid ${resid} is used but not defined`),
    ...ids.filter((id) => !used.has(id)).map((id) => `resource ${id} is defined but not used`),
    ...ids
      .filter((id) => id.length > RESID)
      .map((id) => `resource id ${id} is longer than ${String(RESID)} characters`),
    ...repeated(ids).map((id) => `resource id ${id} is defined twice`),
  ];
}

function strings(doc: Document, locales: readonly string[]): string[] {
  const problems: string[] = [];
  const check = (element: Element, name: string, limit: number, override: string): void => {
    const translations = elements(element, override);
    for (const locale of locales) {
      if (!translations.some((t) => attribute(t, "Locale") === locale)) problems.push(`${name} has no ${locale} text`);
    }
    const texts = [attribute(element, "DefaultValue"), ...translations.map((t) => attribute(t, "Value"))];
    for (const value of texts) {
      if (value.length === 0 || value.length > limit)
        problems.push(`${name}: "${value}" is empty or longer than ${String(limit)}`);
    }
  };
  for (const [group, limit] of [
    ["bt:ShortStrings", SHORT],
    ["bt:LongStrings", LONG],
  ] as const) {
    for (const holder of elements(doc, group)) {
      for (const string of elements(holder, "bt:String")) check(string, attribute(string, "id"), limit, "bt:Override");
    }
  }
  for (const name of ["DisplayName", "Description"]) {
    for (const element of elements(doc, name))
      if (element.hasAttribute("DefaultValue")) check(element, name, LONG, "Override");
  }
  return problems;
}

function addresses(doc: Document, address: string): string[] {
  const tags = ["bt:Image", "bt:Url", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"];
  return tags
    .flatMap((tag) => elements(doc, tag))
    .map((element) => attribute(element, "DefaultValue"))
    .filter((url) => url !== "" && !(url.startsWith("https://") && url.startsWith(`${address}/`)))
    .map((url) => `${url} is not an https address under ${address}`);
}

function images(doc: Document, context: ManifestContext): string[] {
  const problems: string[] = [];
  const pathOf = (url: string): string => url.slice(context.address.length + 1);
  const urls = new Map(
    elements(doc, "bt:Image")
      .filter((e) => e.hasAttribute("id"))
      .map((e) => [attribute(e, "id"), attribute(e, "DefaultValue")]),
  );
  const expect = (name: string, url: string, size: number): void => {
    const found = context.imageSize(pathOf(url));
    if (found?.[0] !== size || found[1] !== size)
      problems.push(`${name}: ${pathOf(url)} is ${found ? found.join("×") : "missing"}, not ${String(size)} px`);
  };
  for (const icon of elements(doc, "Icon")) {
    const sizes = elements(icon, "bt:Image");
    for (const size of REQUIRED_ICONS) {
      if (!sizes.some((image) => attribute(image, "size") === size)) problems.push(`an icon has no ${size} px image`);
    }
    for (const image of sizes) {
      const url = urls.get(attribute(image, "resid"));
      if (url !== undefined) expect(attribute(image, "resid"), url, Number(attribute(image, "size")));
    }
  }
  for (const [tag, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    for (const element of elements(doc, tag)) expect(tag, attribute(element, "DefaultValue"), size);
  }
  return [...new Set(problems)];
}

function actions(doc: Document, context: ManifestContext): string[] {
  const names = elements(doc, "FunctionName").map((element) => element.textContent?.trim() ?? "");
  const ids = ["Control", "Group", "CustomTab"]
    .flatMap((tag) => elements(doc, tag))
    .map((element) => attribute(element, "id"));
  const page = (tag: string): string => attribute(elements(doc, tag)[0] ?? doc.createElement("none"), "resid");
  const panes = elements(doc, "SourceLocation")
    .map((e) => attribute(e, "resid"))
    .filter((resid) => resid !== "");
  const runtime = page("Runtime");
  return [
    ...names
      .filter((name) => !context.associated.has(name))
      .map((name) => `function ${name} is not registered by Office.actions.associate`),
    ...(new Set(names).size > MAX_ACTIONS ? [`more than ${String(MAX_ACTIONS)} functions`] : []),
    ...repeated(ids).map((id) => `id ${id} is used twice`),
    ...([page("FunctionFile"), ...panes].some((resid) => resid !== runtime)
      ? ["Runtime, FunctionFile and SourceLocation do not name the same page"]
      : []),
  ];
}

/** All problems of a manifest's text, in sentences; empty when it is good. Not well-formed XML is one problem. */
export function lintManifest(xml: string, context: ManifestContext): readonly string[] {
  let doc: Document;
  try {
    doc = new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new Error(message);
      },
    }).parseFromString(xml, "text/xml");
  } catch (error) {
    return [`not well-formed: ${error instanceof Error ? error.message : String(error)}`];
  }
  return [
    ...identity(doc, context),
    ...resources(doc),
    ...strings(doc, context.locales),
    ...addresses(doc, context.address),
    ...images(doc, context),
    ...actions(doc, context),
  ];
}
