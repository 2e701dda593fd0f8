/**
 * Univer 0.25.1 spends most of a calculation on work without effect. This esbuild plugin takes it out of the bundle; values
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
      // Entered at once instead of one by one: a tree of ranges is built several times faster so.
      from: `for (let i = 0, len = treeList.length; i < len; i++) {
\t\t\tconst tree = treeList[i];
\t\t\tif (tree.isCache) continue;
\t\t\tthis._dependencyManagerService.addDependencyRTreeCache(tree);
\t\t}`,
      to: "this._dependencyManagerService.addDependencyRTreeCache(treeList.filter((tree) => !tree.isCache));",
    },
    {
      from: `addDependencyRTreeCache(tree) {
\t\tconst searchRanges = [];
\t\tfor (let i = 0; i < tree.rangeList.length; i++) {`,
      to: `addDependencyRTreeCache(trees) {
\t\tconst searchRanges = [];
\t\tfor (const tree of trees) for (let i = 0; i < tree.rangeList.length; i++) {`,
    },
    {
      from: "this._dependencyRTreeCache.bulkInsert(searchRanges);\n\t\tthis._addAllTreeMap(tree);",
      to: "this._dependencyRTreeCache.bulkInsert(searchRanges);\n\t\tfor (const tree of trees) this._addAllTreeMap(tree);",
    },
    {
      // Only formulas with INDEX, OFFSET and the like ask for the places of all formulas.
      from: `const treeDependencyCache = new RTree();
\t\tfor (let i = 0, len = treeList.length; i < len; i++) {
\t\t\tconst tree = treeList[i];
\t\t\ttreeDependencyCache.insert({`,
      to: `if (treeList.every((tree) => tree.addressFunctionNodes.length === 0)) return;
\t\tconst treeDependencyCache = new RTree();
\t\ttreeDependencyCache.bulkInsert(treeList.map((tree) => {
\t\t\treturn ({`,
    },
    {
      from: `\t\t\t\tid: tree.treeId
\t\t\t});
\t\t}
\t\tthis._executedAddressFunctionNodeIds.clear();`,
      to: `\t\t\t\tid: tree.treeId
\t\t\t});
\t\t}));
\t\tthis._executedAddressFunctionNodeIds.clear();`,
    },
  ],
  core: [
    {
      from: "bulkInsert(items) {\n\t\tfor (const item of items) this.insert(item);\n\t}",
      to: `bulkInsert(items) {
\t\tconst byTree = new Map();
\t\tfor (const item of items) {
\t\t\tconst { unitId, sheetId, range, id } = item;
\t\t\tif (!unitId || this._enableOneCellCache && range.startRow === range.endRow && range.startColumn === range.endColumn) {
\t\t\t\tthis.insert(item);
\t\t\t\tcontinue;
\t\t\t}
\t\t\tconst tree = this.getTree(unitId, sheetId);
\t\t\tlet places = byTree.get(tree);
\t\t\tif (!places) byTree.set(tree, places = []);
\t\t\tplaces.push({
\t\t\t\tminX: Number.isNaN(range.startColumn) ? 0 : range.startColumn,
\t\t\t\tminY: Number.isNaN(range.startRow) ? 0 : range.startRow,
\t\t\t\tmaxX: Number.isNaN(range.endColumn) ? Number.POSITIVE_INFINITY : range.endColumn,
\t\t\t\tmaxY: Number.isNaN(range.endRow) ? Number.POSITIVE_INFINITY : range.endRow,
\t\t\t\tid
\t\t\t});
\t\t}
\t\tfor (const [tree, places] of byTree) tree.load(places);
\t}`,
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
