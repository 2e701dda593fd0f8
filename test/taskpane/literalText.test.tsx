/** Every word that the pane shows comes from i18n: no text stands in its markup or in attributes that are read out. */
import fs from "node:fs";
import path from "node:path";
import ts from "typescript";

const READ_OUT = new Set(["aria-label", "title", "alt", "placeholder", "label", "hint", "validationMessage"]);
const LETTERS = /\p{L}{2,}/u;

function literalsIn(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTERS.test(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      READ_OUT.has(node.name.getText()) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer)
    )
      found.push(`${file}: ${node.getText()}`);
    if (
      ts.isJsxExpression(node) &&
      node.expression &&
      ts.isStringLiteral(node.expression) &&
      ts.isJsxElement(node.parent)
    )
      found.push(`${file}: ${node.expression.text}`);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

test("the pane's markup holds no words of its own", () => {
  const folder = path.join(process.cwd(), "src/taskpane");
  const sources = (fs.readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith(".tsx"));
  expect(sources.length).toBeGreaterThan(8);
  expect(sources.flatMap((file) => literalsIn(file, fs.readFileSync(path.join(folder, file), "utf8")))).toEqual([]);
});

test("such words would be found", () => {
  expect(literalsIn("x.tsx", '<p title="Hello">Good day {"there"}</p>')).toHaveLength(3);
});
