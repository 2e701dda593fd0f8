/**
 * The Proof sheet of a method workbook: a row for each person or object with its results as they are shown, the same again by
 * other formulas, and a word where they part; above it whether weights add up again, under it formulas that were typed over. What
 * the second way is, each method declares (`proof`).
 */
import { cellOf, headerOf, type Headers, type TableSource } from "../formulas/byKey";
import {
  answerRowFormula,
  countedBandFormula,
  countedRankFormula,
  differenceFormula,
  firstRowFormula,
  isOffFormula,
  missingItemRow,
  noRowCondition,
  proofCheckFormula,
  rangeSumFormula,
  rowKey,
  sameNumberFormula,
  shownFormula,
  typedWeightFormula,
  unprovedFormula,
  valueKey,
  weightSumFormula,
  withRowFormula,
  type ProofItem,
  type TwoWays,
} from "../formulas/methodProofFormulas";
import { ruleFormula } from "../formulas/columns";
import { numberOnFormula } from "../formulas/formulaCountFormulas";
import { notOkRule } from "../formulas/planFormulas";
import { PROOF_APART } from "../people/peopleTables";
import { cellAddress, quoteSheetName, rectAddress } from "../model/a1";
import type { CheckRow } from "./checksSheet";
import { formulaCount } from "./formulaCount";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import { columnMaker } from "./registerSheet";
import { headersOf, heading, placeTable, widthsOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellContent, CellFormula, CellStyle, SheetBlueprint } from "./types";

/** The key under which the table is stored. */
export const PROOF_TABLE = "MethodProof";
/** Key of the sheet's name. */
export const PROOF_SHEET = "proof";
/** Words of its check column beside the usual ones. */
export const PROOF_WORDS = ["proofRow"] as const;

/** What the second way of a method is made of. */
export interface ProofTools {
  readonly context: MethodContext;
  /** The Proof table. */
  readonly own: TableSource;
  /** Any table of the workbook by the key under which it is stored. */
  readonly table: (key: string) => TableSource;
  readonly bands: TableSource;
  readonly items: readonly ProofItem[];
  /** Absolute range of the weights above the items' columns. */
  readonly weights: string;
}
type Again = (tools: ProofTools) => CellFormula;

/** A number of the results and how it is worked out again. */
export interface ProofValue {
  /** Column of the results by key. */
  readonly column: string;
  /** Table in which it stands; absent: that of the results. */
  readonly table?: string;
  readonly style?: CellStyle;
  /** What both may differ by; absent: the usual millionth. Sums of rounded parts differ by more. */
  readonly tolerance?: number;
  readonly again: Again;
}
/** A word, a place or anything else that is compared as it is. */
export type ProofWord = Pick<ProofValue, "column" | "table" | "style" | "again">;

/** Items whose answers are laid side by side. */
export interface ProofItems {
  readonly table: string;
  /** Columns of the items: what says that there is one, and its weight as it is typed. */
  readonly words: string;
  readonly weight: string;
  /** The weight as the first way uses it. */
  readonly used: string;
  /** Weights count between these ends only; absent: from 0 on. */
  readonly within?: readonly [low: number, high: number];
  /** Rows of answers, with "key", and their column with the person's id; absent: answers are counted. */
  readonly rows?: {
    readonly entries: string;
    readonly person: string;
    /** "key" holds the number of the item, not its id. */
    readonly isNumbered?: true;
  };
  /** Suffixes where an item has several answers; absent: one. */
  readonly parts?: readonly string[];
  /** Suffixes of columns on the way to an answer, out of sight. */
  readonly steps?: readonly string[];
  readonly value: (tools: ProofTools, item: ProofItem, part: string) => CellFormula;
}
/** A column that only serves the second way. */
export interface ProofHelper {
  readonly key: string;
  /** Of several alike, from 1. */
  readonly no?: number;
  /** The column that it shows as it was typed, and its table: heads of such columns say so. */
  readonly shows?: { readonly table: string; readonly column: string };
  readonly formula: Again;
  readonly style?: CellStyle;
}
export interface MethodProof {
  /** Table with a row for each person or object and its id under "id". */
  readonly results: string;
  /** Column that says what the row is called. */
  readonly name?: string;
  /** A second table with rows of the same kind under the first ones. */
  readonly also?: { readonly table: string; readonly name: string };
  readonly values: readonly [ProofValue, ...ProofValue[]];
  readonly words?: readonly ProofWord[];
  readonly items?: ProofItems;
  /** Helper columns, quiet; their heads are the texts "col.methodProof.<key>", with the number where there are several. */
  readonly helpers?: (context: MethodContext) => readonly ProofHelper[];
}

/** The column of the second way. */
export const againKey = (column: string): string => `again:${column}`;
const shownKey = (column: string): string => `shown:${column}`;
const differenceKey = (column: string): string => `difference:${column}`;

const WHOLE: CellStyle = { numberFormat: "0" };
/** What somebody typed beside a result: a score, a decision, the answer to a gate. */
export const typedBeside = (table: string, column: string, style: CellStyle = {}): ProofHelper => ({
  key: `typed:${column}`,
  shows: { table, column },
  formula: (tools) => shownFormula(tools.own.headers, [tools.table(table)], [column]),
  style,
});
/** This row's cell of it. */
export const typedIn = ({ own }: ProofTools, column: string): string => cellOf(own.headers, `typed:${column}`);
/** This row's result of the second way. */
export const againIn = ({ own }: ProofTools, column: string): string => cellOf(own.headers, againKey(column));
/** The band counted from below. */
export const bandAgain = (of: string, column = "band"): ProofWord => ({
  column,
  again: (tools) => countedBandFormula(againIn(tools, of), tools.bands),
});
/** The place among the results of the second way. */
export const rankAgain = (of: string, first: "highest" | "lowest" = "highest", column = "rank"): ProofWord => ({
  column,
  style: WHOLE,
  again: ({ own }) => countedRankFormula(own, againKey(of), first),
});

const TABLE_AT = { row: 7, column: 0 } as const;
/** Rows above the table. */
const ROWS = { how: 2, formulas: 3, unproved: 4, ids: 5, weights: 6 } as const;
/** Column of the figures above the table, and of the word beside them. */
const FIGURE = 2;
/** The block of formulas is as wide at least. */
const LEAST_PRINTED = 10;
const QUIET: CellStyle = { font: { color: "muted" } };
const POINTS: CellStyle = { numberFormat: "0.00" };

/** The names under which the Proof sheet is known before it is built. */
export function proofChecks(
  context: Pick<MethodContext, "names" | "text" | "sheetName">,
  proof: MethodProof,
): readonly CheckRow[] {
  const { names, text } = context;
  const sheet = context.sheetName(PROOF_SHEET);
  const found = { table: names.own.table(PROOF_TABLE), header: text("col.methodProof.check"), sheet };
  const at = (row: number, column: number): string => `${quoteSheetName(sheet)}!${cellAddress(row, column, true)}`;
  return [
    { ...found, word: "proofOff" },
    { ...found, word: "proofRow" },
    { label: "unproved", count: numberOnFormula(at(ROWS.unproved, FIGURE)), sheet },
    ...(proof.items === undefined
      ? []
      : [{ label: "proofWeights", count: isOffFormula(names, at(ROWS.weights, FIGURE + 2)), sheet }]),
    { label: "formulasGone", count: numberOnFormula(at(ROWS.formulas, FIGURE)), sheet },
  ];
}

/** Ids that we wrote into a column. */
const idsIn = ({ columns }: TablePlacement): readonly string[] => {
  const content = columns.find(({ key }) => key === "id")?.content;
  return content?.kind === "input" ? content.values.map(String) : [];
};

interface Placed {
  readonly proof: MethodProof;
  readonly tools: ProofTools;
  readonly results: readonly [first: TableSource, ...more: TableSource[]];
  readonly ids: readonly string[];
  /** First column with answers of an item. */
  readonly start: number;
}

/** A row is a goal, a place or the like, not a person: more of them do not come with people, and what they are called is long. */
const isOfItems = ({ name = "name" }: MethodProof): boolean => name !== "name";
const nameWidth = (proof: MethodProof): number => (isOfItems(proof) ? 38 : 20);

const helpersOf = (context: MethodContext, { helpers }: MethodProof): readonly ProofHelper[] =>
  helpers?.(context) ?? [];
/** The column of a helper. */
export const helperKey = (key: string, no = 0): string => (no === 0 ? key : `${key}:${String(no)}`);

/** Columns in front of the items: keys in their order with their heads. */
function headsOf(
  context: MethodContext,
  proof: MethodProof,
  table: (key: string) => TableSource,
): Record<string, string> {
  const { text } = context;
  const head = (value: ProofWord): string => headerOf(table(value.table ?? proof.results).headers, value.column);
  return Object.fromEntries([
    ...["id", "name", "check"].map((key) => [key, text(`col.methodProof.${key}`)]),
    ...[...proof.values, ...(proof.words ?? [])].flatMap((value): [string, string][] => [
      [shownKey(value.column), text("col.methodProof.shown", { name: head(value) })],
      [againKey(value.column), text("col.methodProof.again", { name: head(value) })],
    ]),
    ...proof.values.map((value) => [
      differenceKey(value.column),
      text("col.methodProof.difference", { name: head(value) }),
    ]),
    ...helpersOf(context, proof).map(({ key, no = 0, shows }) => [
      helperKey(key, no),
      shows === undefined
        ? text(`col.methodProof.${key}`, { no })
        : text("col.methodProof.typed", { name: headerOf(table(shows.table).headers, shows.column) }),
    ]),
    ...(proof.items?.rows === undefined ? [] : [["firstRow", text("col.methodProof.firstRow")]]),
  ]) as Record<string, string>;
}

const columnsOfItem = ({ parts = [""], steps = [] }: ProofItems): readonly string[] => [...parts, ...steps];

function itemHeads(context: MethodContext, { items }: MethodProof, ids: readonly string[]): Record<string, string> {
  if (items === undefined) return {};
  const { text } = context;
  return Object.fromEntries([
    ...(items.rows === undefined ? [] : ids).map((id) => [rowKey(id), text("col.methodProof.row", { id })]),
    ...columnsOfItem(items).flatMap((part) =>
      ids.map((id) => [
        valueKey(id, part),
        part === "" ? text("col.methodProof.item", { id }) : text("col.methodProof.itemOf", { id, part }),
      ]),
    ),
  ]) as Record<string, string>;
}

/** How many columns stand in front of the items. */
const leadOf = (context: MethodContext, proof: MethodProof): number =>
  3 + 3 * proof.values.length + 2 * (proof.words ?? []).length + helpersOf(context, proof).length;

function place(context: MethodContext, proof: MethodProof, placed: Readonly<Record<string, TablePlacement>>): Placed {
  const { names } = context;
  const { also } = proof;
  const found = (key: string): TablePlacement => {
    const table = placed[key];
    if (table === undefined) throw new Error(`there is no table ${key}`);
    return table;
  };
  const table = (key: string): TableSource => ({ table: found(key).name, headers: headersOf(found(key).columns) });
  const itemIds = proof.items === undefined ? [] : idsIn(found(proof.items.table));
  const start = leadOf(context, proof);
  const items = itemIds.map((id, i): ProofItem => ({ id, place: i, cell: cellAddress(ROWS.ids, start + i, true) }));
  const headers: Headers = { ...headsOf(context, proof, table), ...itemHeads(context, proof, itemIds) };
  const weights = { row: ROWS.weights, column: start, rows: 1, columns: Math.max(1, items.length) };
  return {
    proof,
    results: [table(proof.results), ...(also === undefined ? [] : [table(also.table)])],
    ids: [proof.results, ...(also === undefined ? [] : [also.table])].flatMap((key) => idsIn(found(key))),
    start,
    tools: {
      context,
      own: { table: names.own.table(PROOF_TABLE), headers },
      table,
      bands: { table: context.settings.bands.name, headers: headersOf(context.settings.bands.columns) },
      items,
      weights: rectAddress(weights, true),
    },
  };
}

function itemColumns(
  { proof, tools }: Placed,
  quiet: (key: string, formula: CellFormula, style?: CellStyle) => ColumnPlan<string>,
) {
  const { items } = proof;
  if (items === undefined) return [];
  const h = tools.own.headers;
  const { rows } = items;
  const entries = rows === undefined ? null : tools.table(rows.entries);
  return [
    ...columnsOfItem(items).flatMap((part) =>
      tools.items.map((item) => {
        const formula = items.value(tools, item, part);
        return quiet(valueKey(item.id, part), entries === null ? formula : withRowFormula(h, item.id, formula));
      }),
    ),
    ...(entries === null || rows === undefined
      ? []
      : [
          quiet("firstRow", firstRowFormula(h, entries, rows.person)),
          ...tools.items.map((item) => quiet(rowKey(item.id), answerRowFormula(h, entries, item, rows.isNumbered))),
        ]),
  ];
}

function proofColumns(placed: Placed): readonly ColumnPlan<string>[] {
  const { proof, tools, results, ids } = placed;
  const { context, own } = tools;
  const { names } = context;
  const h = own.headers;
  const make = (key: string, width: number, formula: CellFormula, style: CellStyle = {}): ColumnPlan<string> => ({
    key,
    header: headerOf(h, key),
    width,
    content: { kind: "formula", formula },
    style,
  });
  const quiet = (key: string, formula: CellFormula, style: CellStyle = {}): ColumnPlan<string> =>
    make(key, 11, formula, { ...QUIET, numberFormat: "General", ...style });
  const from = ({ table }: ProofWord): readonly TableSource[] => (table === undefined ? results : [tools.table(table)]);
  const cell = (key: string): string => cellOf(h, key);
  const ways = [
    ...proof.values.map(({ column, tolerance }): TwoWays => ({
      shown: cell(shownKey(column)),
      again: cell(againKey(column)),
      difference: cell(differenceKey(column)),
      ...(tolerance === undefined ? {} : { tolerance }),
    })),
    ...(proof.words ?? []).map(({ column }): TwoWays => ({
      shown: cell(shownKey(column)),
      again: cell(againKey(column)),
    })),
  ];
  const missing = [
    noRowCondition(h, results),
    ...(proof.items?.rows === undefined ? [] : [missingItemRow(h, tools.items, tools.weights)]),
  ];
  return [
    columnMaker(context.text, "methodProof").label("id", 8, ids),
    make(
      "name",
      nameWidth(proof),
      shownFormula(h, results, [proof.name ?? "name", ...(proof.also === undefined ? [] : [proof.also.name])]),
    ),
    make("check", 14, proofCheckFormula(names, ways, missing), { font: { bold: true } }),
    ...proof.values.flatMap((value) => {
      const { column, again, style = POINTS } = value;
      return [
        make(shownKey(column), 12, shownFormula(h, from(value), [column]), { ...style, font: { bold: true } }),
        make(againKey(column), 14, again(tools), style),
        make(differenceKey(column), 12, differenceFormula(cell(shownKey(column)), cell(againKey(column))), {
          numberFormat: "0.000000",
        }),
      ];
    }),
    ...(proof.words ?? []).flatMap((word) => [
      make(shownKey(word.column), 14, shownFormula(h, from(word), [word.column]), word.style),
      make(againKey(word.column), 14, word.again(tools), word.style),
    ]),
    ...helpersOf(context, proof).map(({ key, no, formula, style }) => quiet(helperKey(key, no), formula(tools), style)),
    ...itemColumns(placed, quiet),
  ];
}

/** Figures above the table: formulas typed over, results without a row, weights added up again. */
function figures(
  { proof, tools, results, start }: Placed,
  formulas: CellFormula,
): Pick<SheetBlueprint, "blocks" | "styles" | "conditional"> {
  const { context, own, items, weights } = tools;
  const { names, text } = context;
  const [value] = proof.values;
  const from = value.table === undefined ? results : [tools.table(value.table)];
  const unproved = unprovedFormula(own, shownKey(value.column), from, value.column);
  const line = (row: number, cells: readonly CellContent[]) => ({ at: { row, column: 0 }, cells: [cells] });
  const figure = { row: ROWS.formulas, column: FIGURE, rows: 2, columns: 1 };
  const listed = proof.items;
  const listedIn = listed === undefined ? null : tools.table(listed.table);
  const [first, second] = [FIGURE, FIGURE + 1].map((column) => cellAddress(ROWS.weights, column));
  return {
    blocks: [
      line(ROWS.how, [text(`proofHow.${context.template.id}`)]),
      line(ROWS.formulas, [text("methodProof.formulas"), "", { formula: formulas }]),
      line(ROWS.unproved, [text("methodProof.unproved"), "", { formula: unproved }]),
      ...(listed === undefined || listedIn === null
        ? []
        : [
            line(ROWS.weights, [
              text("methodProof.weights"),
              "",
              { formula: weightSumFormula(listedIn, listed.used) },
              { formula: rangeSumFormula(weights) },
              { formula: sameNumberFormula(names, first ?? "", second ?? "") },
            ]),
            {
              at: { row: ROWS.ids, column: start - 1 },
              cells: [[text("methodProof.item"), ...items.map(({ id }) => id)]],
            },
            {
              at: { row: ROWS.weights, column: start - 1 },
              cells: [
                [
                  text("methodProof.weight"),
                  ...items.map(({ cell }) => ({
                    formula: typedWeightFormula(listedIn, listed, cell),
                  })),
                ],
              ],
            },
          ]),
    ],
    styles: [
      { rect: { row: ROWS.how, column: 0, rows: 1, columns: 1 }, style: QUIET },
      { rect: figure, style: { font: { bold: true }, horizontal: "Left" } },
      ...(listed === undefined
        ? []
        : [
            {
              rect: { row: ROWS.weights, column: FIGURE, rows: 1, columns: 3 },
              style: { font: { bold: true }, horizontal: "Left" as const },
            },
            {
              rect: { row: ROWS.ids, column: start - 1, rows: 2, columns: items.length + 1 },
              style: { ...QUIET, horizontal: "Right" as const },
            },
          ]),
    ],
    conditional: [
      {
        kind: "formula",
        rect: figure,
        formula: ruleFormula(`N($${cellAddress(ROWS.formulas, FIGURE)})>0`),
        style: { fill: "errorFill", bold: true },
      },
      ...(listed === undefined
        ? []
        : [
            {
              kind: "formula" as const,
              rect: { row: ROWS.weights, column: FIGURE, rows: 1, columns: 3 },
              formula: notOkRule(names, `$${cellAddress(ROWS.weights, FIGURE + 2)}`),
              style: { fill: "errorFill" as const, bold: true },
            },
          ]),
    ],
  };
}

/**
 * The Proof sheet.
 * @param placed tables of the workbook by the keys under which they are stored
 * @param sheets all sheets before this one: their formula columns are looked at
 */
export function methodProof(
  context: MethodContext,
  proof: MethodProof,
  placed: Readonly<Record<string, TablePlacement>>,
  sheets: readonly SheetBlueprint[],
): MethodPart {
  const { names, text } = context;
  const found = place(context, proof, placed);
  const columns = proofColumns(found);
  const rows = Math.max(1, found.ids.length);
  const table: TablePlacement = { name: names.own.table(PROOF_TABLE), at: TABLE_AT, rows, columns };
  const set = placeTable(table);
  const name = context.sheetName(PROOF_SHEET);
  const body = TABLE_AT.row + 1;
  const under = formulaCount(text, name, body + rows + PROOF_APART, [...sheets, { name, tables: [set.table] }]);
  const head = heading(text("proof.title"), text("proof.subtitle"));
  const above = figures(found, under.sum);
  const firstQuiet = leadOf(context, proof) - helpersOf(context, proof).length;
  const { items } = proof;
  const [step = ""] = items?.steps ?? [];
  const firstStep = step === "" ? "firstRow" : valueKey(found.tools.items[0]?.id ?? "", step);
  const firstHidden = columns.findIndex(({ key }) => key === firstStep);
  const check = columns.findIndex(({ key }) => key === "check");
  const sheet: SheetBlueprint = {
    name,
    target: "create",
    blocks: [...head.blocks, ...above.blocks, ...under.blocks],
    tables: [set.table],
    styles: [...head.styles, ...above.styles, ...set.styles, ...under.styles],
    columnWidths: widthsOf(table),
    rowHeights: [{ row: TABLE_AT.row, height: 46 }],
    conditional: [
      {
        kind: "formula",
        rect: { row: body, column: 0, rows, columns: check + 1 },
        formula: notOkRule(names, `$${cellAddress(body, check)}`),
        style: { fill: "errorFill", bold: true },
      },
      ...above.conditional,
      ...under.conditional,
    ],
    validation: [],
    freeze: { rows: body, columns: 2 },
    showGridlines: false,
    page: {
      orientation: "Landscape",
      fitToWidth: true,
      ...(isOfItems(proof) ? { fitToHeight: true } : {}),
      printTitleRows: { first: TABLE_AT.row, last: TABLE_AT.row },
      printArea: {
        row: 0,
        column: 0,
        rows: body + rows + PROOF_APART + under.rows,
        columns: Math.max(firstQuiet, LEAST_PRINTED),
      },
    },
    // Where an answer stands only serves the answers beside it.
    ...(firstHidden < 0 ? {} : { hiddenColumns: columns.slice(firstHidden).map((_, i) => firstHidden + i) }),
  };
  return { sheet, tables: { [PROOF_TABLE]: table }, names: [] };
}
