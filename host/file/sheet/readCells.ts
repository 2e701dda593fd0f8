/**
 * Cells from a sheet's XML. Read here and not by ExcelJS, whose reader takes an empty text result for none, decodes the
 * entities of text results twice, reads numbers in date formats as moments (losing digits) and cuts ISO dates to a year.
 */
import { MAX_COLUMNS, parseRect } from "../../../src/core/model/a1";
import type { Cell, CellScalar, ErrorText, TableData } from "../../model/types";
import { PLAIN } from "../book/readStyles";
import type { FileFormat } from "../book/readStyles";
import { movedFormula } from "../../model/formulaReferences";
import { formulaFromFile } from "../format/formulaText";
import type { LossList } from "../loss";
import { scanXml } from "../package/xmlScan";
import { cellTextFromFile } from "../package/xmlText";
import { isoToSerial } from "./references";
import { tableAt } from "./writeCells";

export interface CellContext {
  readonly sheet: string;
  readonly strings: readonly SharedString[];
  readonly formats: readonly FileFormat[];
  readonly tables: readonly TableData[];
  readonly date1904: boolean;
  readonly left: LossList;
}
export interface SharedString {
  readonly text: string;
  /** More than one look inside the cell. */
  readonly isRich: boolean;
}
export interface RowData {
  readonly row: number;
  readonly height: number | null;
  readonly hidden: boolean;
  readonly format: FileFormat | null;
}
export interface CellsRead {
  readonly cells: Map<number, Cell>;
  readonly rows: readonly RowData[];
  readonly complete: boolean;
}

const ERRORS: ReadonlySet<string> = new Set<ErrorText>([
  "#N/A",
  "#DIV/0!",
  "#VALUE!",
  "#NAME?",
  "#REF!",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
]);
const isError = (text: string): text is ErrorText => ERRORS.has(text);

/** Reads `xl/sharedStrings.xml`. */
export function readSharedStrings(xml: string | null): SharedString[] {
  const strings: SharedString[] = [];
  let text = "";
  let runs = 0;
  let inText = false;
  let inPhonetic = false;
  scanXml(xml ?? "", {
    open(name) {
      if (name === "si") [text, runs] = ["", 0];
      else if (name === "r") runs += 1;
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    text(part) {
      if (inText) text += part;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "si") strings.push({ text: cellTextFromFile(text), isRich: runs > 1 });
    },
  });
  return strings;
}

interface RawFormula {
  readonly kind: string;
  readonly group: string | undefined;
  text: string;
}
interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string | null;
  formula: RawFormula | null;
  runs: number;
}
interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

function scalarOf(raw: RawCell, context: CellContext): CellScalar {
  const { value } = raw;
  if (value === null) return raw.formula !== null && raw.type === "str" ? "" : null;
  switch (raw.type) {
    case "s": {
      const shared = context.strings[Number(value)];
      if (shared?.isRich === true) context.left.count(context.sheet, "file.left.richText");
      return shared?.text ?? null;
    }
    case "str":
      return cellTextFromFile(value);
    case "inlineStr":
      if (raw.runs > 1) context.left.count(context.sheet, "file.left.richText");
      return cellTextFromFile(value);
    case "b":
      return value.trim() === "1" || value.trim() === "true";
    case "e":
      if (!isError(value)) context.left.count(context.sheet, "file.left.error");
      return { error: isError(value) ? value : "#VALUE!" };
    case "d":
      return isoToSerial(value, context.date1904) ?? value;
    default:
      return value.trim() === "" || !Number.isFinite(Number(value)) ? null : Number(value);
  }
}

function formulaOf(raw: RawCell, shared: Map<string, SharedFormula>, context: CellContext): string | undefined {
  const { formula } = raw;
  if (formula === null) return undefined;
  if (formula.kind === "dataTable") {
    context.left.count(context.sheet, "file.left.dataTable");
    return undefined;
  }
  let { text } = formula;
  if (formula.kind === "array" && text !== "") context.left.count(context.sheet, "file.left.arrayFormula");
  if (formula.kind === "shared" && formula.group !== undefined) {
    const origin = shared.get(formula.group);
    if (text !== "") shared.set(formula.group, { text, row: raw.row, column: raw.column });
    else if (origin !== undefined) text = movedFormula(origin.text, raw.row - origin.row, raw.column - origin.column);
  }
  if (text === "") {
    context.left.count(context.sheet, "file.left.formula");
    return undefined;
  }
  return formulaFromFile(text, tableAt(context.tables, raw.row, raw.column));
}

/** `xml` is the `sheetData` element. */
export function readCells(xml: string, context: CellContext): CellsRead {
  const cells = new Map<number, Cell>();
  const rows: RowData[] = [];
  const shared = new Map<string, SharedFormula>();
  let row = -1;
  let column = -1;
  let raw: RawCell | null = null;
  let target: "value" | "formula" | "inline" | null = null;
  let inPhonetic = false;

  const openRow = (attributes: ReadonlyMap<string, string>): void => {
    row = attributes.has("r") ? Number(attributes.get("r")) - 1 : row + 1;
    column = -1;
    const height =
      attributes.get("customHeight") === "1" || attributes.get("customHeight") === "true"
        ? Number(attributes.get("ht"))
        : NaN;
    const hidden = attributes.get("hidden") === "1" || attributes.get("hidden") === "true";
    const styled = attributes.get("customFormat") === "1" || attributes.get("customFormat") === "true";
    const format = styled ? (context.formats[Number(attributes.get("s"))] ?? null) : null;
    if (hidden || format !== null || Number.isFinite(height))
      rows.push({ row, height: Number.isFinite(height) ? height : null, hidden, format });
  };
  const openCell = (attributes: ReadonlyMap<string, string>): void => {
    const at = parseRect(attributes.get("r") ?? "");
    column = at?.column ?? column + 1;
    const style = Number(attributes.get("s") ?? 0);
    raw = { row: at?.row ?? row, column, type: attributes.get("t") ?? "n", style, value: null, formula: null, runs: 0 };
  };
  const openFormula = (cell: RawCell, attributes: ReadonlyMap<string, string>): void => {
    cell.formula = { kind: attributes.get("t") ?? "normal", group: attributes.get("si"), text: "" };
    target = "formula";
  };
  const closeCell = (cell: RawCell): void => {
    const { format, quotePrefix } = context.formats[cell.style] ?? PLAIN;
    const formula = formulaOf(cell, shared, context);
    const value = scalarOf(cell, context);
    if (formula === undefined && value === null && Object.keys(format).length === 0) return;
    const forced = quotePrefix && typeof value === "string" && formula === undefined;
    cells.set(cell.row * MAX_COLUMNS + cell.column, {
      value,
      ...(formula === undefined ? {} : { formula }),
      format,
      ...(forced ? { forcedText: true } : {}),
    });
  };

  const complete = scanXml(xml, {
    open(name, attributes) {
      if (name === "row") openRow(attributes());
      else if (name === "c") openCell(attributes());
      else if (raw !== null && name === "f") openFormula(raw, attributes());
      else if (name === "v") target = "value";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t" && !inPhonetic) target = "inline";
      else if (raw !== null && name === "r") raw.runs += 1;
    },
    text(part) {
      if (raw === null || target === null) return;
      if (target === "formula" && raw.formula !== null) raw.formula.text += part;
      else if (target !== "formula") raw.value = (raw.value ?? "") + part;
    },
    close(name) {
      if (name === "f" || name === "v" || name === "t") target = null;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "c" && raw !== null) {
        closeCell(raw);
        raw = null;
      }
    },
  });
  return { cells, rows, complete };
}
