import fc from "fast-check";
import { JSDOM } from "jsdom";
import {
  METADATA_NAMESPACE,
  METADATA_VERSION,
  metadataXml,
  parseMetadata,
  type InstanceMetadata,
  type WorkbookMetadata,
} from "../../../src/core/schema/metadata";

const instance: InstanceMetadata = {
  instance: 1,
  template: "sales-exec",
  language: "zh-CN",
  ranks: "dense",
  scale: "attainment",
  tables: { People: { name: "eh_1_People", columns: { id: "编号", name: "<Name> & \"so\" 'on' &amp; ]]>" } } },
  entries: { Entry: ["K01", "K02"] },
};
const metadata: WorkbookMetadata = { version: METADATA_VERSION, instances: [instance] };
const reason = (xml: string): string => {
  const result = parseMetadata(xml);
  return result.ok ? "ok" : result.reason;
};
const withBody = (body: unknown): string =>
  `<evenhand xmlns="${METADATA_NAMESPACE}" version="1">${JSON.stringify(body)}</evenhand>`;

describe("what is stored about a workbook", () => {
  it("comes back as it was, whatever the headers hold", () => {
    expect(parseMetadata(metadataXml(metadata))).toEqual({ ok: true, metadata });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string({ unit: "grapheme" })), (columns) => {
        const stored = { ...metadata, instances: [{ ...instance, tables: { Plan: { name: "eh_1_Plan", columns } } }] };
        const back = parseMetadata(metadataXml(stored));
        expect(back.ok && JSON.stringify(back.metadata.instances[0]?.tables)).toBe(
          JSON.stringify(stored.instances[0]?.tables),
        );
      }),
    );
  });
  it("is XML that any reader takes, with our namespace and version", () => {
    const { documentElement } = new new JSDOM("").window.DOMParser().parseFromString(metadataXml(metadata), "text/xml");
    expect(documentElement.namespaceURI).toBe(METADATA_NAMESPACE);
    expect(documentElement.getAttribute("version")).toBe(String(METADATA_VERSION));
    expect(JSON.parse(documentElement.textContent)).toEqual(metadata);
  });
  it("is found behind an XML declaration, and with quotes that another program escaped", () => {
    expect(reason(`<?xml version="1.0" encoding="UTF-8"?>\n${metadataXml(metadata)}`)).toBe("ok");
    expect(reason(metadataXml(metadata).replace(/>.*</su, (body) => body.replaceAll('"', "&quot;")))).toBe("ok");
  });
  it("of somebody else is not ours", () => {
    expect(reason("")).toBe("not-ours");
    expect(reason("<properties xmlns='urn:other'/>")).toBe("not-ours");
  });
  it("of a later version is not touched", () => {
    expect(reason(metadataXml({ ...metadata, version: METADATA_VERSION + 1 }))).toBe("too-new");
    expect(reason(withBody({ version: 99, instances: [{ something: "new" }] }))).toBe("too-new");
  });
  it.each([
    ["cut off", metadataXml(metadata).slice(0, -12)],
    ["empty", `<evenhand xmlns="${METADATA_NAMESPACE}"></evenhand>`],
    ["no JSON", `<evenhand xmlns="${METADATA_NAMESPACE}">{</evenhand>`],
    ["no object", withBody([])],
    ["without version", withBody({ instances: [] })],
    ["without instances", withBody({ version: 1 })],
    ["an instance without tables", withBody({ version: 1, instances: [{ ...instance, tables: undefined }] })],
    ["a table without name", withBody({ version: 1, instances: [{ ...instance, tables: { Plan: { columns: {} } } }] })],
    [
      "a header that is no text",
      withBody({ version: 1, instances: [{ ...instance, tables: { Plan: { name: "x", columns: { id: 3 } } } }] }),
    ],
    ["an unknown way of ranking", withBody({ version: 1, instances: [{ ...instance, ranks: "best" }] })],
    ["ids that are no texts", withBody({ version: 1, instances: [{ ...instance, entries: { Entry: [1] } }] })],
    ["larger than we write", withBody({ version: 1, instances: [], more: "x".repeat(100_001) })],
  ])("%s is damaged", (_name, xml) => {
    expect(reason(xml)).toBe("damaged");
  });
  it("with a table called __proto__ changes no object but its own", () => {
    const tables = JSON.parse('{"__proto__": {"name": "x", "columns": {}}}') as InstanceMetadata["tables"];
    const back = parseMetadata(withBody({ version: 1, instances: [{ ...instance, tables }] }));
    const parsed = back.ok ? back.metadata.instances[0]?.tables : undefined;
    expect(Object.keys(parsed ?? {})).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  });
  it("damaged anywhere is never an exception", () => {
    const xml = metadataXml(metadata);
    fc.assert(
      fc.property(fc.nat(xml.length), fc.nat(12), fc.string(), (at, length, text) => {
        const result = parseMetadata(xml.slice(0, at) + text + xml.slice(at + length));
        return result.ok || ["not-ours", "damaged", "too-new"].includes(result.reason);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const result = parseMetadata(withBody(value));
        return !result.ok;
      }),
    );
  });
});
