/** An Entry matrix: people down, indicators across. Inputs left and tinted, calculation to the right of them. */
import {
  evidenceRule,
  missingRule,
  notNumberRule,
  numberOrWordRule,
  planNumberFormula,
  planRowFormula,
  planTextFormula,
  reasonRule,
  targetShownFormula,
} from "../formulas/entryFormulas";
import { cellFormula, ruleFormula } from "../formulas/columns";
import { gateCeilingFormula, gateRowFormula, yesRule } from "../formulas/gateFormulas";
import type { TableSource } from "../formulas/byKey";
import { notOkRule } from "../formulas/planFormulas";
import { cellAddress, quoteSheetName, rectAddress } from "../model/a1";
import type { TableKey } from "../model/columns";
import { askedGates, type BuildContext } from "./context";
import { CEILING_FORMAT } from "./gateSheet";
import { CELLS_ABOVE, entryColumns, entryLayout, type EntryLayout } from "./entryColumns";
import { heading, headersOf, heightFor, placeTable, widthsOf, type TablePlacement } from "./tableSheet";
import type { CellContent, CellFormula, CellStyle, NameBlueprint, SheetBlueprint } from "./types";

const { ID_ROW, WEIGHT_ROW, ROW_ROW, TARGET_ROW, HEAD_ROW } = CELLS_ABOVE;
const QUIET: CellStyle = { font: { color: "muted" } };

export interface EntrySource {
  readonly key: Extract<TableKey, `Entry${string}`>;
  readonly sheet: string;
  readonly peopleHeaders: Readonly<Record<string, string>>;
  readonly evidenceHeaders: Readonly<Record<string, string>>;
  /** Where the actuals are typed, where not here. */
  readonly register: TableSource | null;
}
export interface EntryParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly headers: Readonly<Record<string, string>>;
  readonly names: readonly NameBlueprint[];
}

/**
 * Units, weights and targets above the inputs; ids, weights and plan rows above the values; ids and ceilings above the
 * gates.
 */
function aboveTable(context: BuildContext, layout: EntryLayout): SheetBlueprint["blocks"] {
  const { names, text, lines, kinds, gates } = context;
  const start = layout.value;
  const at = (row: number, index: number): string => cellAddress(row, start + index, true);
  const ids: CellContent[] = lines.map((line) => line.id);
  const perLine = (make: (index: number) => CellContent): CellContent[] => lines.map((_, i) => make(i));
  const weights = perLine((i) => ({ formula: planNumberFormula(names, "weight", at(ROW_ROW, i)) }));
  const gateAt = (row: number, index: number): string => cellAddress(row, layout.broken + index, true);
  const gateCells: CellContent[][] = [
    gates.map((gate) => gate.id),
    gates.map((_, i) => ({ formula: gateCeilingFormula(names, gateAt(ROW_ROW, i)) })),
    gates.map((_, i) => ({ formula: gateRowFormula(names, gateAt(ID_ROW, i)) })),
  ];
  return [
    {
      at: { row: ID_ROW, column: layout.actual - 1 },
      cells: [
        [text("entry.unit"), ...perLine((i) => ({ formula: planTextFormula(names, "unit", at(ROW_ROW, i)) }))],
        [text("entry.weight"), ...weights],
        [text("entry.target"), ...perLine((i) => ({ formula: targetShownFormula(names, at(ROW_ROW, i), kinds) }))],
      ],
    },
    {
      at: { row: ID_ROW, column: start },
      cells: [ids, weights, perLine((i) => ({ formula: planRowFormula(names, at(ID_ROW, i)) }))],
    },
    ...(gates.length === 0 ? [] : [{ at: { row: ID_ROW, column: layout.broken }, cells: gateCells }]),
    { at: { row: 1, column: start }, cells: [[text("entry.calculated")]] },
  ];
}

type Rules = Pick<SheetBlueprint, "conditional" | "validation">;

function lineRules(context: BuildContext, layout: EntryLayout, count: number): Rules {
  const { names, text, lines } = context;
  const body = HEAD_ROW + 1;
  const first = cellAddress(body, layout.actual);
  const evidenceCell = cellAddress(body, layout.evidence);
  const reasonCell = `$${cellAddress(body, layout.reason)}`;
  const inputs = { row: body, column: layout.actual, rows: count, columns: lines.length };
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
        rect: { row: body, column: layout.check, rows: count, columns: 1 },
        formula: notOkRule(names, `$${cellAddress(body, layout.check)}`),
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

function gateRules(context: BuildContext, layout: EntryLayout, count: number): Rules {
  const { names, text } = context;
  const asked = askedGates(context.gates).length;
  if (asked === 0) return { conditional: [], validation: [] };
  const rect = { row: HEAD_ROW + 1, column: layout.gate, rows: count, columns: asked };
  const first = cellAddress(rect.row, rect.column);
  return {
    conditional: [
      { kind: "formula", rect, formula: yesRule(names, first), style: { fill: "errorFill", bold: true } },
      { kind: "formula", rect, formula: missingRule(names, first), style: { fill: "warningFill" } },
    ],
    validation: [
      {
        rect,
        rule: { kind: "list", source: ruleFormula(names.setting("YesNo")) },
        alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
      },
    ],
  };
}

/** The sheet with an Entry matrix, its names and native rules; a row a person, an input a line. */
export function entrySheet(context: BuildContext, source: EntrySource): EntryParts {
  const { names, text, lines, gates } = context;
  const layout = entryLayout(context);
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
    text(source.register === null ? "entry.title" : "entry.titleScores", { group: context.jobGroup }),
    text(source.register === null ? "entry.subtitle" : "entry.subtitleScores", { na: context.word("na") }),
  );
  const start = layout.value;
  const band = (row: number, column: number, style: CellStyle): SheetBlueprint["styles"][number] => ({
    rect: { row, column, rows: 1, columns: lines.length },
    style,
  });
  const heads = columns.slice(0, layout.value).map(({ header, width }) => ({ text: header, width }));
  const typed = lineRules(context, layout, count);
  // What is typed into the register is marked and validated there.
  const shown = { conditional: typed.conditional.slice(-1), validation: [] };
  const rules = [source.register === null ? typed : shown, gateRules(context, layout, count)];
  const number = Number(/\d+$/.exec(source.key)?.[0] ?? "1");
  const across = (row: number, column: number): CellFormula =>
    cellFormula(
      `${quoteSheetName(source.sheet)}!${rectAddress({ row, column, rows: 1, columns: lines.length }, true)}`,
    );
  return {
    table,
    headers: headersOf(columns),
    names: [
      { name: names.setting(`Lines${number}`), refersTo: across(ID_ROW, layout.value) },
      { name: names.setting(`Aims${number}`), refersTo: across(TARGET_ROW, layout.actual) },
      ...(context.form === "form"
        ? [{ name: names.setting(`Weights${number}`), refersTo: across(WEIGHT_ROW, layout.value) }]
        : []),
    ],
    sheet: {
      name: source.sheet,
      target: "create",
      ...(source.register === null ? { tabColor: "inputFill" as const } : {}),
      blocks: [...head.blocks, ...aboveTable(context, layout)],
      tables: [placed.table],
      styles: [
        ...head.styles,
        ...placed.styles,
        {
          rect: { row: ID_ROW, column: layout.actual - 1, rows: 3, columns: 1 },
          style: { ...QUIET, horizontal: "Right" },
        },
        band(ID_ROW, layout.actual, { ...QUIET, horizontal: "Right", wrap: true, vertical: "Bottom" }),
        band(WEIGHT_ROW, layout.actual, { numberFormat: "General", font: { bold: true }, horizontal: "Right" }),
        band(TARGET_ROW, layout.actual, { numberFormat: "General", horizontal: "Right" }),
        ...lines.flatMap((line, i) =>
          line.kind === "milestone"
            ? [
                {
                  rect: { row: TARGET_ROW, column: layout.actual + i, rows: 1, columns: 1 },
                  style: { numberFormat: "0%" },
                },
              ]
            : [],
        ),
        ...(gates.length === 0
          ? []
          : [
              {
                rect: { row: ID_ROW, column: layout.broken, rows: 3, columns: gates.length },
                style: { ...QUIET, numberFormat: CEILING_FORMAT, horizontal: "Right" as const },
              },
            ]),
        ...[ID_ROW, WEIGHT_ROW, ROW_ROW].map((row) =>
          band(row, start, { ...QUIET, numberFormat: "General", horizontal: "Right" }),
        ),
        { rect: { row: 1, column: start, rows: 1, columns: 1 }, style: QUIET },
      ],
      columnWidths: widthsOf(table),
      rowHeights: [
        { row: ID_ROW, height: 30 },
        { row: HEAD_ROW, height: heightFor(heads, 2, 6) },
      ],
      conditional: rules.flatMap(({ conditional }) => conditional),
      validation: rules.flatMap(({ validation }) => validation),
      freeze: { rows: HEAD_ROW + 1, columns: layout.actual },
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: ID_ROW, last: HEAD_ROW },
        printArea: { row: 0, column: 0, rows: HEAD_ROW + 1 + count, columns: start },
      },
    },
  };
}
