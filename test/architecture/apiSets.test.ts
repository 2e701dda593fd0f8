/**
 * Evenhand promises to run on ExcelApi 1.14. Microsoft's type definitions say for every member since which set it exists;
 * this reads all members that src/excel and src/commands use and compares.
 */
import path from "node:path";
import ts from "typescript";

const root = path.resolve(__dirname, "../..");
const BASE = 1.14;
/** Newer members that are asked for at run time before they are used: member → file that asks. */
const FEATURE_DETECTED: Readonly<Record<string, string>> = {
  mergeUndoGroup: "src/excel/runBatch.ts",
};

interface Use {
  readonly member: string;
  readonly set: string;
  readonly file: string;
}

/** "[Api set: ExcelApi 1.9]" → "ExcelApi 1.9"; null when the member's text names no set. */
function apiSet(symbol: ts.Symbol, checker: ts.TypeChecker): string | null {
  const text =
    ts.displayPartsToString(symbol.getDocumentationComment(checker)) +
    symbol
      .getJsDocTags(checker)
      .map((tag) => ts.displayPartsToString(tag.text))
      .join(" ");
  return /\[\s*Api set:\s*(Excel\w+)\s+(?:\([^)]*\)\s*)?([\d.]+|BETA)/i.exec(text)?.slice(1, 3).join(" ") ?? null;
}

const isTooNew = (set: string): boolean => {
  const [name, version] = set.split(" ");
  return (
    name !== "ExcelApi" ||
    version === "BETA" ||
    (Number.isFinite(Number(version)) && compare(version ?? "0", String(BASE)) > 0)
  );
};

function compare(a: string, b: string): number {
  const [a1 = 0, a2 = 0] = a.split(".").map(Number);
  const [b1 = 0, b2 = 0] = b.split(".").map(Number);
  return a1 - b1 || a2 - b2;
}

function usesOf(folders: readonly string[]): Use[] {
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const files = config.fileNames.filter((file) =>
    folders.some((folder) => path.relative(root, file).startsWith(folder)),
  );
  const program = ts.createProgram(files, { ...config.options, types: ["office-js"] });
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const visit = (node: ts.Node, file: string): void => {
    if (ts.isIdentifier(node)) {
      const symbol = checker.getSymbolAtLocation(node);
      const declared = symbol?.declarations?.[0]?.getSourceFile().fileName ?? "";
      const set = symbol !== undefined && declared.includes("office-js") ? apiSet(symbol, checker) : null;
      if (set !== null) uses.push({ member: node.text, set, file });
    }
    ts.forEachChild(node, (child) => {
      visit(child, file);
    });
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source, path.relative(root, file).split(path.sep).join("/"));
  }
  return uses;
}

describe("the Excel API that the add-in uses", () => {
  const uses = usesOf(["src/excel", "src/commands"]);

  it("was read with its requirement sets", () => {
    expect(uses.filter((use) => use.set === "ExcelApi 1.1").length).toBeGreaterThan(0);
    expect(uses.some((use) => use.set === "ExcelApi 1.6")).toBe(true);
  });
  it("is in ExcelApi 1.14, but for members that are asked for before use", () => {
    const tooNew = uses.filter((use) => isTooNew(use.set) && FEATURE_DETECTED[use.member] === undefined);
    expect(tooNew).toEqual([]);
  });
  it("would see a newer member", () => {
    expect(["ExcelApi 1.15", "ExcelApi BETA", "ExcelApiOnline 1.1", "ExcelApiDesktop 1.1"].every(isTooNew)).toBe(true);
    expect(isTooNew("ExcelApi 1.9")).toBe(false);
  });
});
