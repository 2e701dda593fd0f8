import fc from "fast-check";
import {
  EMPTY_STORE,
  madeFrom,
  ownContents,
  parseStore,
  storeXml,
  withMade,
  withoutTemplate,
  withTemplate,
} from "../../../src/core/schema/templateStore";
import { catalogueContent } from "../../../src/core/templates/catalogue";
import { contents } from "../../support/templateContents";

const content = (id: string) => {
  const found = catalogueContent(id);
  if (found === null) throw new Error("no template");
  return found;
};
const [sales, supplier] = [content("sales-exec"), content("supplier")];
const reread = (xml: string) => {
  const parsed = parseStore(xml);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.store;
};

it("keeps templates as they are, whatever is written in them", () => {
  fc.assert(
    fc.property(contents, (one) => {
      expect(ownContents(reread(storeXml(withTemplate(EMPTY_STORE, one))))).toEqual([one]);
    }),
    { numRuns: 100 },
  );
});
it("puts a template in the place of its earlier version, and takes one out", () => {
  const both = withTemplate(withTemplate(EMPTY_STORE, sales), supplier);
  const renamed = { ...sales, name: { en: "Other" } };
  expect(ownContents(withTemplate(both, renamed))).toEqual([renamed, supplier]);
  expect(ownContents(withoutTemplate(both, sales.id))).toEqual([supplier]);
});
it("remembers what a scorecard was made from when the template is gone", () => {
  const made = reread(storeXml(withoutTemplate(withMade(withTemplate(EMPTY_STORE, sales), 2, sales), sales.id)));
  expect(madeFrom(made, 2)).toEqual(sales);
  expect(madeFrom(made, 1)).toBeNull();
  expect(madeFrom(withMade(made, 2, supplier), 2)).toEqual(supplier);
  const two = reread(storeXml(withMade(made, 2, supplier, "Entry2")));
  expect(madeFrom(two, 2)).toEqual(sales);
  expect(madeFrom(two, 2, "Entry2")).toEqual(supplier);
  expect(madeFrom(two, 2, "Entry3")).toBeNull();
});
it("keeps what it cannot read as it is", () => {
  const later = { format: "evenhand-template", schemaVersion: 99, shape: "unknown" };
  const store = { own: [{ file: later, content: null }], made: [] };
  const after = reread(storeXml(withTemplate(reread(storeXml(store)), sales)));
  expect(after.own[0]?.file).toEqual(later);
  expect(ownContents(after)).toEqual([sales]);
});
it.each([
  ["", "damaged"],
  ['<templates xmlns="urn:evenhand:templates">{</templates>', "damaged"],
  ['<templates xmlns="urn:evenhand:templates">{"version": 1}</templates>', "damaged"],
  ['<templates xmlns="urn:evenhand:templates">{"version": 2, "own": [], "made": []}</templates>', "too-new"],
])("says why it cannot be read: %s", (xml, reason) => {
  expect(parseStore(xml)).toEqual({ ok: false, reason });
});
