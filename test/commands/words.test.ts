/** Every sentence that a command or the adapter can say exists in both languages, with its "what next". */
import fs from "node:fs";
import path from "node:path";
import { dictionaryOf, LANGUAGES } from "../../src/i18n/everything";

const root = path.resolve(__dirname, "../../src");
const sources = ["commands", "excel"].flatMap((folder) =>
  fs.readdirSync(path.join(root, folder)).map((file) => fs.readFileSync(path.join(root, folder, file), "utf8")),
);
const text = sources.join("\n");

const literalKeys = [...text.matchAll(/"((?:commands|excel)\.[\w.]+)"/g)].map((match) => match[1] ?? "");
const problemKeys = [...text.matchAll(/problemNamed\("([\w.]+)"/g)].flatMap((match) => [
  `commands.${match[1] ?? ""}`,
  `commands.${match[1] ?? ""}.next`,
]);

it("finds the keys in the sources", () => {
  expect(literalKeys).toContain("commands.check.clean");
  expect(problemKeys).toContain("commands.fix.stale.next");
});

it.each(LANGUAGES)("has all of them in %s", (language) => {
  const known = dictionaryOf(language);
  expect([...new Set([...literalKeys, ...problemKeys])].filter((key) => known[key] === undefined)).toEqual([]);
});

it.each(LANGUAGES)("has a next step for every problem of Excel in %s", (language) => {
  const known = Object.keys(dictionaryOf(language));
  const problems = known.filter((key) => key.startsWith("excel.") && !key.endsWith(".next"));
  expect(problems.filter((key) => !known.includes(`${key}.next`))).toEqual([]);
});
