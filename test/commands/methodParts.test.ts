/** Each method workbook is a part that is loaded by its id, with its words in both languages. */
import { METHOD_IDS, loadMethod } from "../../src/commands/methodParts";
import { METHOD_CARDS } from "../../src/core/methods/list";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { LANGUAGES, translate } from "../../src/i18n";
import "../../src/i18n/sheetTexts";

it("can load every method workbook there is, and no other", async () => {
  const ids = METHOD_WORKBOOKS.map(({ id }) => id).sort();
  expect([...METHOD_IDS].sort()).toEqual(ids);
  expect(Object.keys(METHOD_CARDS).sort()).toEqual(ids);
  expect(await loadMethod("no such method")).toBeNull();
});

it.each(METHOD_WORKBOOKS.map((method) => [method.id, method] as const))(
  "brings the words of %s with it",
  async (id, method) => {
    expect(await loadMethod(id)).toBe(method);
    for (const language of LANGUAGES)
      for (const key of [...method.sheetKeys.map((sheet) => `sheet.name.${sheet}`), `sheet.${id}.guide.1`])
        expect(translate(language, key)).not.toBe(`[${key}]`);
  },
);
