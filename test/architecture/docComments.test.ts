/** Who calls a function of core reads its comment, not its code: each exported one has one, and says why it may refuse. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

interface Exported {
  readonly name: string;
  readonly comment: string;
  /** The type given back, as it is written. */
  readonly gives: string;
}

function functionsOf(file: string): readonly Exported[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const isExported = (node: ts.Statement): boolean =>
    ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return source.statements.filter(isExported).flatMap((node): Exported[] => {
    const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    // The first comment of a file is about the file.
    const own = node === source.statements[0] ? comments.slice(1) : comments;
    const comment = own.map((part) => part.getText()).join("\n");
    const made = (name: string, { type }: ts.SignatureDeclaration): Exported => {
      return { name: `${path.relative("src/core", file)} ${name}`, comment, gives: type?.getText() ?? "" };
    };
    if (ts.isFunctionDeclaration(node)) return [made(node.name?.text ?? "", node)];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations.flatMap(({ name, initializer }) =>
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
        ? [made(name.getText(), initializer)]
        : [],
    );
  });
}

const all = readdirSync("src/core", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => functionsOf(path.join("src/core", file)));

describe("an exported function of core", () => {
  it("has a comment of its own", () => {
    expect(all.length).toBeGreaterThan(1000);
    expect(all.filter(({ comment }) => comment === "").map(({ name }) => name)).toEqual([]);
  });
  it("that may refuse says why", () => {
    const silent = all.filter(({ gives, comment }) => gives.includes("Computed<") && !/refus/i.test(comment));
    // What makes the results themselves.
    expect(silent.map(({ name }) => name)).toEqual(["model/computed.ts computed"]);
  });
});
