/**
 * One workbook in both languages from the same workbook built in English and in Chinese: cell by cell, with formulas that name
 * the joined heads and sheets. So no method needs to know of it.
 */
import { tokenize, type Token } from "../formulas/tokens";
import { quoteSheetName } from "../model/a1";
import type { InstanceMetadata } from "../schema/metadata";
import { joined, sideBySide, underneath } from "./joinedTexts";
import type {
  Blueprint,
  CellBlock,
  CellContent,
  ChartBlueprint,
  Literal,
  SheetBlueprint,
  TableBlueprint,
  TableColumn,
  ValidationRule,
} from "./types";

type Pair<T> = readonly [en: T, zh: T];
type SheetNames = ReadonlyMap<string, string>;

function pairs<T>(en: readonly T[], zh: readonly T[], what: string): Pair<T>[] {
  if (en.length !== zh.length) throw new Error(`${what}: English and Chinese differ in shape`);
  return en.map((entry, i) => [entry, zh[i] as T]);
}

/** Brackets and separators stand alone; an apostrophe escapes the next character. */
const INSIDE = /(?:'[\s\S]|[^[\]'])+|[[\]]/g;
const unescaped = (header: string): string => header.replace(/'([\s\S])/g, "$1");
const escaped = (header: string): string => header.replace(/['[\]#@]/g, (character) => `'${character}`);
function structured(en: string, zh: string): string {
  const parts = pairs(en.match(INSIDE) ?? [], zh.match(INSIDE) ?? [], en);
  return parts.map(([a, b]) => (a === b ? a : escaped(underneath(unescaped(a), unescaped(b))))).join("");
}

const sheetIn = (token: string): string =>
  token
    .slice(0, -1)
    .replace(/^'(.*)'$/s, "$1")
    .replaceAll("''", "'");

function mergedFormula<F extends string>(en: F, zh: F, sheets: SheetNames): F {
  const token = ([a, b]: Pair<Token>): string => {
    if (a.kind === "sheet") {
      const name = sheets.get(sheetIn(a.text));
      return name === undefined ? a.text : `${quoteSheetName(name)}!`;
    }
    return a.kind === "structured" ? structured(a.text, b.text) : a.text;
  };
  return pairs(tokenize(en), tokenize(zh), en).map(token).join("") as F;
}

/** "5 – …": an entry that a formula of the list makes of a number and a text, which stands once in both languages. */
const NUMBERED = /^\d+ – /;
const literal = ([en, zh]: Pair<Literal>): Literal => {
  if (typeof en === "string" && typeof zh === "string") {
    const [number = ""] = NUMBERED.exec(en) ?? [];
    return zh.startsWith(number) ? number + joined(en.slice(number.length), zh.slice(number.length)) : joined(en, zh);
  }
  // A limit that differs by language (length of a comment): nobody is flagged for writing in the shorter one.
  return typeof en === "number" && typeof zh === "number" ? Math.min(en, zh) : en;
};
const content = ([en, zh]: Pair<CellContent>, sheets: SheetNames): CellContent =>
  typeof en === "object" && en !== null && typeof zh === "object" && zh !== null
    ? { formula: mergedFormula(en.formula, zh.formula, sheets) }
    : literal([en as Literal, zh as Literal]);

const block = ([en, zh]: Pair<CellBlock>, sheets: SheetNames): CellBlock => ({
  at: en.at,
  cells: pairs(en.cells, zh.cells, "block").map(([a, b]) => pairs(a, b, "row").map((pair) => content(pair, sheets))),
});

function column([en, zh]: Pair<TableColumn>, sheets: SheetNames): TableColumn {
  const header = underneath(en.header, zh.header);
  if (en.content.kind === "formula" && zh.content.kind === "formula")
    return {
      ...en,
      header,
      content: { kind: "formula", formula: mergedFormula(en.content.formula, zh.content.formula, sheets) },
    };
  if (en.content.kind !== "input" || zh.content.kind !== "input") throw new Error(`${en.header} differs in kind`);
  return {
    ...en,
    header,
    content: { kind: "input", values: pairs(en.content.values, zh.content.values, en.header).map(literal) },
  };
}
/** Words stand in one line: they are chosen from lists. */
const wordColumn = ([en, zh]: Pair<TableColumn>): TableColumn =>
  en.content.kind === "input" && zh.content.kind === "input"
    ? {
        ...en,
        header: underneath(en.header, zh.header),
        content: {
          kind: "input",
          values: pairs(en.content.values, zh.content.values, en.header).map(([a, b]) =>
            typeof a === "string" && typeof b === "string" ? sideBySide(a, b) : a,
          ),
        },
      }
    : en;

const table = ([en, zh]: Pair<TableBlueprint>, sheets: SheetNames): TableBlueprint => ({
  ...en,
  columns: pairs(en.columns, zh.columns, en.name).map((pair) =>
    /_(?:Words|Bands)$/.test(en.name) ? wordColumn(pair) : column(pair, sheets),
  ),
});

const rule = ([en, zh]: Pair<ValidationRule>): ValidationRule => ({
  ...en,
  alert: {
    ...en.alert,
    title: sideBySide(en.alert.title, zh.alert.title),
    message: underneath(en.alert.message, zh.alert.message),
  },
});
const chart = ([en, zh]: Pair<ChartBlueprint>): ChartBlueprint => ({
  ...en,
  title: sideBySide(en.title, zh.title),
  seriesName: sideBySide(en.seriesName, zh.seriesName),
});

/**
 * The sheet that is handed out shows the texts of another table by formulas, so nobody sees there how long they are: in the body of
 * its table both languages stand under each other.
 */
function heights([en, zh]: Pair<SheetBlueprint>): Pick<SheetBlueprint, "rowHeights"> {
  const shown = en.tables.find(({ name }) => /_Handout$/.test(name));
  if (shown === undefined || en.rowHeights === undefined) return {};
  const others = new Map(zh.rowHeights?.map(({ row, height }) => [row, height]));
  const isBody = (row: number): boolean => row > shown.at.row && row <= shown.at.row + shown.rows;
  return {
    rowHeights: en.rowHeights.map(({ row, height }) => ({
      row,
      height: isBody(row) ? height + (others.get(row) ?? 0) : height,
    })),
  };
}

function sheet([en, zh]: Pair<SheetBlueprint>, sheets: SheetNames): SheetBlueprint {
  return {
    ...en,
    ...heights([en, zh]),
    name: sheets.get(en.name) ?? en.name,
    blocks: pairs(en.blocks, zh.blocks, en.name).map((pair) => block(pair, sheets)),
    tables: pairs(en.tables, zh.tables, en.name).map((pair) => table(pair, sheets)),
    validation: pairs(en.validation, zh.validation, en.name).map(rule),
    ...(en.charts === undefined ? {} : { charts: pairs(en.charts, zh.charts ?? [], en.name).map(chart) }),
  };
}

/** What is stored of the workbook, with the joined heads. */
export const mergedInstance = (en: InstanceMetadata, zh: InstanceMetadata): InstanceMetadata => ({
  ...en,
  language: "both",
  tables: Object.fromEntries(
    Object.entries(en.tables).map(([key, { name, columns }]) => [
      key,
      {
        name,
        columns: Object.fromEntries(
          Object.entries(columns).map(([id, header]) => [
            id,
            underneath(header, zh.tables[key]?.columns[id] ?? header),
          ]),
        ),
      },
    ]),
  ),
});

/**
 * @param sheetName a free name for a sheet in both languages, asked for once a sheet in their order
 * @returns sheets and names; what is stored is left to the caller
 */
export function mergedBlueprint(en: Blueprint, zh: Blueprint, sheetName: (wanted: string) => string): Blueprint {
  const named = pairs(en.sheets, zh.sheets, "sheets");
  const sheets: SheetNames = new Map(named.map(([a, b]) => [a.name, sheetName(sideBySide(a.name, b.name))]));
  return {
    ...en,
    sheets: named.map((pair) => sheet(pair, sheets)),
    names: pairs(en.names, zh.names, "names").map(([a, b]) => ({
      ...a,
      refersTo: mergedFormula(a.refersTo, b.refersTo, sheets),
    })),
    ...(en.show === undefined ? {} : { show: { ...en.show, sheet: sheets.get(en.show.sheet) ?? en.show.sheet } }),
  };
}
