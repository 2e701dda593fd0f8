/**
 * Univer 0.25.1 spends much of a calculation on work without effect. This esbuild plugin takes it out of the bundle; values
 * stay what they were (the conformance table, and the tests of the engine, run on the same bundle). A place that is no longer
 * found stops the build, so that a new version of Univer is looked at again.
 */
import { readFileSync } from "node:fs";

/** The packages' compiled form defines every field through a helper: with thousands of nodes a tenth of all time. */
const FIELD = /_defineProperty\(this, "([A-Za-z_$][\w$]*)", /g;

/** Which cells all pairs of COUNTIFS and its like keep, by Univer's own comparison of a cell, and what comes of them. */
const PAIRS = `
function keepsCell(value, { operator, typed, criterion, comparing }) {
	if (!value) return operator === "<>";
	if (isSameValueObjectType(value, typed)) return criterion.isError() ? false : value.compare(criterion, comparing).getValue() === true;
	if (value.isError() && typed.isError() && value.getValue() === typed.getValue()) return true;
	if (operator !== "=" && operator !== "<>") return false;
	const numbers = value.isNumber() && typed.isString() ? [value, typed.convertToNumberObjectValue()] : value.isString() && typed.isNumber() ? [value.convertToNumberObjectValue(), typed] : [];
	if (numbers.length === 2 && numbers[0].isNumber() && numbers[1].isNumber()) return numbers[0].compare(numbers[1], operator).getValue() === true;
	return operator === "<>";
}
function keptByPairs(pairs, rowIndex, columnIndex) {
	let kept;
	for (const { range, criteriaArray } of pairs) {
		const given = criteriaArray.get(rowIndex, columnIndex);
		if (!given) continue;
		const [operator, typed] = findCompareToken(\`\${given.getValue()}\`);
		if (typed.isArray()) return null;
		const test = given.isString() ? { operator, typed, criterion: typed, comparing: operator } : { operator, typed, criterion: given, comparing: "=" };
		if (kept === void 0) {
			kept = [];
			for (let row = 0; row < range.getRowCount(); row++) for (let column = 0; column < range.getColumnCount(); column++) if (keepsCell(range.get(row, column), test)) kept.push([row, column]);
		} else kept = kept.filter(([row, column]) => keepsCell(range.get(row, column), test));
	}
	return kept ?? null;
}
function resultOfKept(formulaName, targetRange, kept) {
	if (formulaName === "COUNTIFS") return NumberValueObject.create(kept.length);
	const picked = targetRange._createNewArray([kept.map(([row, column]) => targetRange.get(row, column))], 1, kept.length);
	if (formulaName === "SUMIFS") return picked.sum();
	if (formulaName === "AVERAGEIFS") return picked.sum().divided(picked.count());
	if (kept.length === 0) return NumberValueObject.create(0);
	return formulaName === "MAXIFS" ? picked.max() : picked.min();
}
/**
* Get the paired range and criteria result for COUNTIFS, SUMIFS, etc.
*/`;

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
      // Every node of every formula was put into capitals, each time that it was executed, to see whether it is a LAMBDA.
      from: 'if (item.getToken().toUpperCase() === "LAMBDA" &&',
      to: 'if (item.getToken().length === 6 && item.getToken().toUpperCase() === "LAMBDA" &&',
      times: 2,
    },
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
      // The formula of a table's column is the same one in every row: the adapter gives it as it reads in the first row, with the
      // number of rows it stands below that (univerEngine.ts, DOWN). Parsed once, it is executed with that offset.
      from: "} else if (checkFormulaString && !checkFormulaId) sheetFormulaDataMatrix.setValue(r, c, { f: formulaString });\n\t\telse if (!checkFormulaString && checkFormulaId) sheetFormulaDataMatrix.setValue(r, c, {",
      to: '} else if (checkFormulaString && !checkFormulaId) {\n\t\t\tconst at = formulaString.indexOf("\\u0001");\n\t\t\tsheetFormulaDataMatrix.setValue(r, c, at < 0 ? { f: formulaString } : movedDown(formulaString, at));\n\t\t} else if (!checkFormulaString && checkFormulaId) sheetFormulaDataMatrix.setValue(r, c, {',
    },
    {
      from: "function initSheetFormulaData(",
      to: "const known = new Map();\nfunction movedDown(text, at) {\n\tif (known.size > 1e5) known.clear();\n\tif (!known.has(text)) known.set(text, { f: text.slice(0, at), x: 0, y: Number(text.slice(at + 1)) });\n\treturn known.get(text);\n}\nfunction initSheetFormulaData(",
    },
    {
      from: "FDtree.formula = formulaString;\n\t\tFDtree.unitId = unitId;\n\t\tFDtree.subUnitId = sheetId;\n\t\tFDtree.row = row;",
      to: "FDtree.formula = formulaString;\n\t\tFDtree.refOffsetX = x;\n\t\tFDtree.refOffsetY = y;\n\t\tFDtree.unitId = unitId;\n\t\tFDtree.subUnitId = sheetId;\n\t\tFDtree.row = row;",
    },
    {
      from: "node: this.node,\n\t\t\trefOffsetX: 0,\n\t\t\trefOffsetY: 0",
      to: "node: this.node,\n\t\t\trefOffsetX: this.refOffsetX,\n\t\t\trefOffsetY: this.refOffsetY",
    },
    {
      // The key of a parsed formula was put together, and its letters summed up, for every formula in every calculation.
      from: "let astNode = FORMULA_AST_CACHE.get(`${unitId}${formulaString}`);",
      to: "const key = astKey(unitId, formulaString);\n\tlet astNode = FORMULA_AST_CACHE.get(key);",
    },
    {
      from: "if (!noCache) FORMULA_AST_CACHE.set(`${unitId}${formulaString}`, astNode);",
      to: "if (!noCache) FORMULA_AST_CACHE.set(key, astNode);",
    },
    {
      from: "function generateAstNode(",
      to: "let astKeys = new Map();\nlet astUnit;\nfunction astKey(unitId, formula) {\n\tif (unitId !== astUnit || astKeys.size > 1e5) [astUnit, astKeys] = [unitId, new Map()];\n\tlet key = astKeys.get(formula);\n\tif (key === void 0) astKeys.set(formula, (key = `${unitId}${formula}`));\n\treturn key;\n}\nfunction generateAstNode(",
    },
    {
      from: "const addressFunctionNodes = this._getAddressFunctionNodeList(node);",
      to: "const addressFunctionNodes = (node.evAddress ??= this._getAddressFunctionNodeList(node));",
    },
    {
      // Whether a formula must be calculated every time, and whether one of its functions waits for something, does not change:
      // both were worked out by walking through the formula with every calculation.
      from: "if (node == null) return false;\n\t\treturn this._detectForcedRecalculationNodeRecursion(node);",
      to: "if (node == null) return false;\n\t\treturn node.evIsForced ?? (node.evIsForced = this._detectForcedRecalculationNodeRecursion(node));",
    },
    {
      from: "this._checkAsyncNode(node, result);\n\t\tfor (let i = 0, len = result.length; i < len; i++) if (result[i] === true) return true;\n\t\treturn false;",
      to: "if (node.evIsPrompt === true) return false;\n\t\tthis._checkAsyncNode(node, result);\n\t\tfor (let i = 0, len = result.length; i < len; i++) if (result[i] === true) return true;\n\t\tnode.evIsPrompt = true;\n\t\treturn false;",
    },
    {
      // COUNTIFS and SUMIFS compared every pair of columns from top to bottom, whatever the pairs before it had left.
      from: "let finalCompareResult;\n\t\tfor (let i = 0; i < rangeAndCriteriaArrays.length; i++) {",
      to: "const kept = isNumberSensitive ? keptByPairs(rangeAndCriteriaArrays, rowIndex, columnIndex) : null;\n\t\tif (kept !== null) {\n\t\t\tif (!results[rowIndex]) results[rowIndex] = [];\n\t\t\tresults[rowIndex][columnIndex] = resultOfKept(formulaName, targetRange, kept);\n\t\t\treturn;\n\t\t}\n\t\tlet finalCompareResult;\n\t\tfor (let i = 0; i < rangeAndCriteriaArrays.length; i++) {",
    },
    {
      from: "/**\n* Get the paired range and criteria result for COUNTIFS, SUMIFS, etc.\n*/",
      to: PAIRS,
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
