/**
 * Univer 0.25.1 spends much of a calculation on work without effect. This esbuild plugin takes it out of the bundle; values
 * stay what they were (the conformance table, and the tests of the engine, run on the same bundle). A place that is no longer
 * found stops the build, so that a new version of Univer is looked at again.
 */
import { readFileSync } from "node:fs";

/** The packages' compiled form defines every field through a helper: with thousands of nodes a tenth of all time. */
const FIELD = /_defineProperty\(this, "([A-Za-z_$][\w$]*)", /g;

/**
 * What is changed, by package: the text of 0.25.1, how often it stands there, and what stands there instead.
 * @type {Record<string, { from: string, to: string, times?: number }[]>}
 */
const CHANGES = {
  "engine-formula": [
    {
      // Kept under a number of 32 bits made from its text, a formula was now and then taken for another one: with 10,000 formulas
      // about once in a hundred workbooks, and without a word.
      from: "if (formulaString.length <= 64) return formulaString;\n\t\treturn hashAlgorithm(formulaString).toString();",
      to: "return formulaString;",
    },
    {
      // A parsed formula is kept, but only 5,000 of them: a larger workbook was parsed anew with every calculation, twice.
      from: "const FORMULA_CACHE_LRU_COUNT = 5e3;",
      to: "const FORMULA_CACHE_LRU_COUNT = 1e5;",
    },
    {
      from: "const FORMULA_CACHE_LRU_COUNT$2 = 2e3;",
      to: "const FORMULA_CACHE_LRU_COUNT$2 = 2e4;",
    },
    {
      // Parsed formulas belong to a unit and go with it; clearing those of all others too made them be parsed again.
      from: "this._dependencyRTreeCacheForAddressFunction.clear();\n\t\tFORMULA_AST_CACHE.clear();",
      to: "this._dependencyRTreeCacheForAddressFunction.clear();",
    },
    {
      // What a formula depends on was entered again with every calculation, so that each took longer than the one before.
      // The adapter takes the entries of a formula away when its cell changes.
      from: "if (treeId != null) FDtree.treeId = treeId;\n\t\t\t\t\telse {",
      to: "if (treeId != null) { FDtree.treeId = treeId; FDtree.isCache = true; }\n\t\t\t\t\telse {",
      times: 2,
    },
    {
      // The places of all formulas were entered into a tree that only formulas with INDEX, OFFSET and the like ask. (The tree is
      // still built one by one and in the same order where it is needed: Univer's order of calculation hangs on it and is not
      // always right where INDEX looks at formulas; a bulk load left one total of a judged workbook stale.)
      from: "const treeDependencyCache = new RTree();\n\t\tfor (let i = 0, len = treeList.length; i < len; i++) {",
      to: "if (treeList.every((tree) => tree.addressFunctionNodes.length === 0)) return;\n\t\tconst treeDependencyCache = new RTree();\n\t\tfor (let i = 0, len = treeList.length; i < len; i++) {",
    },
  ],
};

function quicken(text, file) {
  const name = /@univerjs[\\/]([\w-]+)[\\/]lib[\\/]es[\\/]index\.js$/.exec(file)?.[1] ?? "";
  let result = text;
  for (const { from, to, times = 1 } of CHANGES[name] ?? []) {
    const parts = result.split(from);
    if (parts.length - 1 !== times) throw new Error(`${file} is not the version that is known, it lacks: ${from}`);
    result = parts.join(to);
  }
  return result.replace(FIELD, "(this.$1 = ");
}

/** @type {import("esbuild").Plugin} */
export const quickerUniver = {
  name: "quicker-univer",
  setup(build) {
    build.onLoad({ filter: /@univerjs[\\/](?:core|engine-formula|sheets)[\\/]lib[\\/]es[\\/].*\.js$/ }, (args) => ({
      contents: quicken(readFileSync(args.path, "utf8"), args.path),
      loader: "js",
    }));
  },
};
