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
  core: [
    {
      // Whether a text reads as a number or date was worked out for each text again and again: COUNTIFS asks it of every cell.
      from: "const getNumfmtParseValueFilter = (value) => {",
      to: "const numfmtParsed = new Map();\nconst getNumfmtParseValueFilter = (value) => {\n\tif (numfmtParsed.size > 1e5) numfmtParsed.clear();\n\tif (!numfmtParsed.has(value)) numfmtParsed.set(value, parseByNumfmt(value));\n\treturn numfmtParsed.get(value);\n};\nconst parseByNumfmt = (value) => {",
    },
    {
      from: "bulkInsert(items) {\n\t\tfor (const item of items) this.insert(item);\n\t}",
      to: "bulkInsert(items) {\n\t\tif (items.length < 64) { for (const item of items) this.insert(item); return; }\n\t\tthis._waiting = new Map();\n\t\tfor (const item of items) this.insert(item);\n\t\tfor (const [tree, boxes] of this._waiting) tree.load(boxes);\n\t\tthis._waiting = void 0;\n\t}",
    },
    {
      from: "tree.insert({\n\t\t\tminX: rangeStartColumn,\n\t\t\tminY: rangeStartRow,\n\t\t\tmaxX: rangeEndColumn,\n\t\t\tmaxY: rangeEndRow,\n\t\t\tid\n\t\t});",
      to: "const box = {\n\t\t\tminX: rangeStartColumn,\n\t\t\tminY: rangeStartRow,\n\t\t\tmaxX: rangeEndColumn,\n\t\t\tmaxY: rangeEndRow,\n\t\t\tid\n\t\t};\n\t\tif (this._waiting === void 0) tree.insert(box);\n\t\telse if (this._waiting.has(tree)) this._waiting.get(tree).push(box);\n\t\telse this._waiting.set(tree, [box]);",
    },
  ],
  "engine-formula": [
    {
      // Kept under a number of 32 bits made from its text, a formula was now and then taken for another one: with 10,000 formulas
      // about once in a hundred workbooks, and without a word.
      from: "if (formulaString.length <= 64) return formulaString;\n\t\treturn hashAlgorithm(formulaString).toString();",
      to: "return formulaString;",
    },
    {
      // An index of the values that were compared before took "", an empty cell and 0 for one another, and the text "1" for 1: what
      // `A1=""` gave for a 0 hung on whether another formula had compared that column before. Values are compared as they are.
      from: "const CELL_INVERTED_INDEX_CACHE = new InvertedIndexCache();",
      to: "const CELL_INVERTED_INDEX_CACHE = new InvertedIndexCache();\nCELL_INVERTED_INDEX_CACHE.set = CELL_INVERTED_INDEX_CACHE.setContinueBuildingCache = () => {};",
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
      // … and what it refers to was worked out again for it each time, although nothing asks for it any more.
      from: "const rangeList = await this._getRangeListByNode({\n\t\t\t\tnode,\n\t\t\t\trefOffsetX: tree.refOffsetX,",
      to: "if (tree.isCache && addressFunctionNodes.length === 0) continue;\n\t\t\tconst rangeList = await this._getRangeListByNode({\n\t\t\t\tnode,\n\t\t\t\trefOffsetX: tree.refOffsetX,",
    },
    {
      // Circles are looked for only to repeat a calculation, and we let none be repeated: all places were searched twice.
      from: "if (this._checkIsCycleDependency(finalTreeList)) this._runtimeService.enableCycleDependency();",
      to: "",
    },
    {
      // What formulas depend on goes into the tree at once and not one by one.
      from: "if (tree.isCache) continue;\n\t\t\tthis._dependencyManagerService.addDependencyRTreeCache(tree);\n\t\t}",
      to: "if (tree.isCache) continue;\n\t\t\tfresh.push(tree);\n\t\t}\n\t\tthis._dependencyManagerService.addDependencyRTreeCache(fresh);",
    },
    {
      from: "for (let i = 0, len = treeList.length; i < len; i++) {\n\t\t\tconst tree = treeList[i];\n\t\t\tif (tree.isCache) continue;",
      to: "const fresh = [];\n\t\tfor (let i = 0, len = treeList.length; i < len; i++) {\n\t\t\tconst tree = treeList[i];\n\t\t\tif (tree.isCache) continue;",
    },
    {
      from: "addDependencyRTreeCache(tree) {\n\t\tconst searchRanges = [];\n\t\tfor (let i = 0; i < tree.rangeList.length; i++) {",
      to: "addDependencyRTreeCache(trees) {\n\t\tconst searchRanges = [];\n\t\tfor (const tree of trees) for (let i = 0; i < tree.rangeList.length; i++) {",
    },
    {
      from: "this._dependencyRTreeCache.bulkInsert(searchRanges);\n\t\tthis._addAllTreeMap(tree);",
      to: "this._dependencyRTreeCache.bulkInsert(searchRanges);\n\t\tfor (const tree of trees) this._addAllTreeMap(tree);",
    },
    {
      // The places of all formulas were entered into a tree that only formulas with INDIRECT and OFFSET ask.
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
