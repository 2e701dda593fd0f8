/** The registry's checks on method workbooks: quiet where nothing is wrong. */
import { CHECKS } from "../../../src/core/checks/registry";
import { METHOD_WORKBOOKS } from "../../../src/core/methods/registry";
import { LANGUAGES } from "../../../src/i18n/everything";
import { TypedBook } from "../../support/methodSnapshots";

const CHECKED = METHOD_WORKBOOKS.flatMap((method) =>
  method.checks === undefined ? [] : [[method.id, method, method.checks] as const],
);
const STAGES = [1, 2, 3, 4];
const said = (book: TypedBook) =>
  STAGES.flatMap((stage) =>
    book
      .stage(stage)
      .found()
      .map(({ rule, message }) => `${String(stage)} ${rule} ${JSON.stringify(message.params)}`),
  );

describe.each(CHECKED)("%s", (_, method, { codes, said: words = {}, limits = {} }) => {
  it.each(LANGUAGES)("with its sample has no finding at any stage, whatever its rows say (%s)", (language) => {
    expect(said(TypedBook.of(method, { language }))).toEqual([]);
  });
  it("has none while nothing is entered", () => {
    const people = [{ name: "Person A" }, { name: "Person B" }];
    expect(said(TypedBook.of(method, { people, withSample: false }))).toEqual([]);
  });
  it("names checks, words and cells that there are", () => {
    const known = new Map(CHECKS.map((check) => [check.code, check]));
    const { snapshot } = TypedBook.of(method);
    const names = new Set(snapshot.names.map(({ name }) => name));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
    expect(Object.keys(words).filter((code) => !codes.includes(code))).toEqual([]);
    expect(Object.values(words).flatMap((each) => each.words.filter((word) => !names.has(`eh_1_w_${word}`)))).toEqual(
      [],
    );
    for (const [key, { cell }] of Object.entries(limits)) {
      const [code = "", threshold = ""] = key.split(".");
      expect(known.get(code)?.thresholds).toHaveProperty(threshold);
      expect(names).toContain(`eh_1_${cell}`);
    }
  });
});
