/** An Entry matrix: people down, indicators across. Inputs left and tinted, calculation to the right of them. */
import {
  attainmentFormula,
  evidenceCountFormula,
  evidenceRule,
  missingRule,
  notNumberRule,
  numberOrWordRule,
  personFormulas,
  planNumberFormula,
  planRowFormula,
  reasonRule,
  scoreFormula,
  targetShownFormula,
  type EntryHeaders,
} from "../formulas/entryFormulas";
import { notOkRule } from "../formulas/planFormulas";
import { personFormula } from "../formulas/resultFormulas";
import { cellAddress, rectAddress } from "../model/a1";
import type { TableKey } from "../model/columns";
import type { BuildContext } from "./context";
import {
  formulaColumn,
  heading,
  headersOf,
  inputColumn,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "./tableSheet";
import type { CellContent, CellStyle, SheetBlueprint } from "./types";

/** Rows above the table: ids, weights, and targets (left) or the row in Plan (right). */
const ID_ROW = 2;
const WEIGHT_ROW = 3;
const TARGET_ROW = 4;
const ROW_ROW = 4;
const HEAD_ROW = 5;
/** Id, name and check stand before the inputs. */
const FIRST_ACTUAL = 3;

const POINTS: CellStyle = { numberFormat: "0.00" };
const SHARE: CellStyle = { numberFormat: "0%" };
const QUIET: CellStyle = { font: { color: "muted" } };

/** Header of an indicator's input column: "K01 Revenue against quota". */
export const actualHeader = (id: string, name: string): string => `${id} ${name}`;

export interface EntrySource {
  readonly key: Extract<TableKey, `Entry${string}`>;
  readonly sheet: string;
  readonly peopleHeaders: Readonly<Record<string, string>>;
  readonly evidenceHeaders: Readonly<Record<string, string>>;
}
export interface EntryParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly headers: Readonly<Record<string, string>>;
}

function entryHeaders(context: BuildContext): EntryHeaders & {
  readonly actuals: readonly string[];
  readonly attainments: readonly string[];
  readonly scores: readonly string[];
  readonly evidences: readonly string[];
} {
  const { text, lines, language } = context;
  const head = (key: string): string => text(`col.entry.${key}`, { na: context.word("na") });
  const perLine = (key: string): string[] => lines.map((line) => text(`col.entry.${key}`, { id: line.id }));
  const actuals = lines.map((line) => actualHeader(line.id, line.name[language]));
  const [attainments, scores, evidences] = [perLine("attainment"), perLine("score"), perLine("evidence")];
  const ends = (list: readonly string[]): readonly [string, string] => [list[0] ?? "", list.at(-1) ?? ""];
  return {
    id: head("id"),
    reason: head("reason"),
    toFill: head("toFill"),
    soFar: head("soFar"),
    low: head("low"),
    coverage: head("coverage"),
    applicable: head("applicable"),
    gaps: head("gaps"),
    actual: ends(actuals),
    attainment: ends(attainments),
    score: ends(scores),
    evidence: ends(evidences),
    actuals,
    attainments,
    scores,
    evidences,
  };
}

/** First column of the calculated block of attainments. */
const firstAttainment = (count: number): number => FIRST_ACTUAL + count + 9;

function entryColumns(context: BuildContext, source: EntrySource): readonly ColumnPlan[] {
  const { names, text, lines, people, kinds } = context;
  const h = entryHeaders(context);
  const head = (key: string): string => text(`col.entry.${key}`, { na: context.word("na") });
  const start = firstAttainment(lines.length);
  const cellAbove = (row: number, index: number): string => cellAddress(row, start + index, true);
  const above = (row: number): string => rectAddress({ row, column: start, rows: 1, columns: lines.length }, true);
  const own = personFormulas(names, h, { weights: above(WEIGHT_ROW), rows: above(ROW_ROW) });
  const peopleTable = names.table("People");
  const evidence = {
    table: names.table("Evidence"),
    person: source.evidenceHeaders["person"] ?? "",
    indicator: source.evidenceHeaders["indicator"] ?? "",
    eventDate: source.evidenceHeaders["eventDate"] ?? "",
  };
  return [
    labelColumn(
      "id",
      head("id"),
      8,
      people.map((person) => person.id),
    ),
    formulaColumn(
      "name",
      head("name"),
      16,
      personFormula(peopleTable, source.peopleHeaders["id"] ?? "", source.peopleHeaders["name"] ?? "", h.id),
    ),
    formulaColumn("check", head("check"), 16, own.check, { font: { bold: true } }),
    ...lines.map((line, i) =>
      inputColumn(
        `actual:${line.id}`,
        h.actuals[i] ?? "",
        14,
        people.map((person) => person.actuals[i] ?? ""),
        { numberFormat: "General", horizontal: "Right" },
      ),
    ),
    inputColumn(
      "reason",
      h.reason,
      18,
      people.map(() => ""),
      { wrap: true },
    ),
    formulaColumn("toFill", h.toFill, 8, own.toFill, { numberFormat: "0" }),
    formulaColumn("total", head("total"), 10, own.total, { ...POINTS, font: { bold: true } }),
    formulaColumn("soFar", h.soFar, 9, own.soFar, POINTS),
    formulaColumn("low", h.low, 9, own.low, POINTS),
    formulaColumn("high", head("high"), 9, own.high, POINTS),
    formulaColumn("coverage", h.coverage, 10, own.coverage, SHARE),
    formulaColumn("applicable", h.applicable, 10, own.applicable, SHARE),
    formulaColumn("gaps", h.gaps, 10, own.gaps, { numberFormat: "0" }),
    ...lines.map((line, i) =>
      formulaColumn(
        `attainment:${line.id}`,
        h.attainments[i] ?? "",
        11,
        attainmentFormula(names, kinds, h.actuals[i] ?? "", cellAbove(ROW_ROW, i)),
        { ...QUIET, numberFormat: "0.0%" },
      ),
    ),
    ...lines.map((line, i) =>
      formulaColumn(`score:${line.id}`, h.scores[i] ?? "", 9, scoreFormula(h.attainments[i] ?? ""), {
        ...QUIET,
        ...POINTS,
      }),
    ),
    ...lines.map((line, i) =>
      formulaColumn(
        `evidence:${line.id}`,
        h.evidences[i] ?? "",
        9,
        evidenceCountFormula(names, evidence, h.id, cellAbove(ID_ROW, i)),
        { ...QUIET, numberFormat: "0" },
      ),
    ),
  ];
}

/** Ids, weights and targets above the inputs; ids, weights and plan rows above the attainments. */
function aboveTable(context: BuildContext): SheetBlueprint["blocks"] {
  const { names, text, lines, kinds } = context;
  const start = firstAttainment(lines.length);
  const at = (row: number, index: number): string => cellAddress(row, start + index, true);
  const ids: CellContent[] = lines.map((line) => line.id);
  const weights: CellContent[] = lines.map((_, i) => ({ formula: planNumberFormula(names, "weight", at(ROW_ROW, i)) }));
  const rows: CellContent[] = lines.map((_, i) => ({ formula: planRowFormula(names, at(ID_ROW, i)) }));
  const shown: CellContent[] = lines.map((_, i) => ({ formula: targetShownFormula(names, at(ROW_ROW, i), kinds) }));
  return [
    {
      at: { row: WEIGHT_ROW, column: FIRST_ACTUAL - 1 },
      cells: [
        [text("entry.weight"), ...weights],
        [text("entry.target"), ...shown],
      ],
    },
    { at: { row: ID_ROW, column: start }, cells: [ids, weights, rows] },
    {
      at: { row: ID_ROW, column: start - 1 },
      cells: [[text("entry.ids")], [text("entry.weight")], [text("entry.row")]],
    },
    { at: { row: 1, column: start }, cells: [[text("entry.calculated")]] },
  ];
}

function rules(context: BuildContext, count: number): Pick<SheetBlueprint, "conditional" | "validation"> {
  const { names, text, lines } = context;
  const body = HEAD_ROW + 1;
  const first = cellAddress(body, FIRST_ACTUAL);
  const evidenceCell = cellAddress(body, firstAttainment(lines.length) + 2 * lines.length);
  const reasonCell = `$${cellAddress(body, FIRST_ACTUAL + lines.length)}`;
  const inputs = { row: body, column: FIRST_ACTUAL, rows: count, columns: lines.length };
  const alert = { title: text("valid.number.title"), message: text("valid.number", { na: context.word("na") }) };
  return {
    conditional: [
      { kind: "formula", rect: inputs, formula: notNumberRule(names, first), style: { fill: "errorFill", bold: true } },
      { kind: "formula", rect: inputs, formula: reasonRule(names, first, reasonCell), style: { fill: "warningFill" } },
      {
        kind: "formula",
        rect: inputs,
        formula: evidenceRule(names, first, evidenceCell),
        style: { fill: "errorFill", numberFormat: '"⚠ "General' },
      },
      { kind: "formula", rect: inputs, formula: missingRule(names, first), style: { fill: "warningFill" } },
      {
        kind: "formula",
        rect: { row: body, column: 2, rows: count, columns: 1 },
        formula: notOkRule(names, `$${cellAddress(body, 2)}`),
        style: { fill: "errorFill", bold: true },
      },
    ],
    validation: [
      {
        rect: inputs,
        rule: { kind: "custom", formula: numberOrWordRule(names, first) },
        alert: { style: "Warning", ...alert },
      },
    ],
  };
}

export function entrySheet(context: BuildContext, source: EntrySource): EntryParts {
  const { names, text, lines } = context;
  const columns = entryColumns(context, source);
  const count = context.people.length;
  const table: TablePlacement = {
    name: names.table(source.key),
    at: { row: HEAD_ROW, column: 0 },
    rows: count,
    columns,
  };
  const placed = placeTable(table);
  const head = heading(
    text("entry.title", { group: context.jobGroup }),
    text("entry.subtitle", { na: context.word("na") }),
  );
  const start = firstAttainment(lines.length);
  const band = (row: number, column: number, style: CellStyle): SheetBlueprint["styles"][number] => ({
    rect: { row, column, rows: 1, columns: lines.length },
    style,
  });
  return {
    table,
    headers: headersOf(columns),
    sheet: {
      name: source.sheet,
      target: "create",
      tabColor: "inputFill",
      blocks: [...head.blocks, ...aboveTable(context)],
      tables: [placed.table],
      styles: [
        ...head.styles,
        ...placed.styles,
        {
          rect: { row: WEIGHT_ROW, column: FIRST_ACTUAL - 1, rows: 2, columns: 1 },
          style: { ...QUIET, horizontal: "Right" },
        },
        band(WEIGHT_ROW, FIRST_ACTUAL, { numberFormat: "General", font: { bold: true }, horizontal: "Right" }),
        band(TARGET_ROW, FIRST_ACTUAL, { numberFormat: "General", horizontal: "Right" }),
        ...[ID_ROW, WEIGHT_ROW, ROW_ROW].map((row) =>
          band(row, start, { ...QUIET, numberFormat: "General", horizontal: "Right" }),
        ),
        { rect: { row: ID_ROW, column: start - 1, rows: 3, columns: 1 }, style: { ...QUIET, horizontal: "Right" } },
        { rect: { row: 1, column: start, rows: 1, columns: 1 }, style: QUIET },
      ],
      columnWidths: widthsOf(table),
      rowHeights: [{ row: HEAD_ROW, height: 48 }],
      ...rules(context, count),
      freeze: { rows: HEAD_ROW + 1, columns: FIRST_ACTUAL },
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: WEIGHT_ROW, last: HEAD_ROW },
        printArea: { row: 0, column: 0, rows: HEAD_ROW + 1 + count, columns: start },
      },
    },
  };
}
