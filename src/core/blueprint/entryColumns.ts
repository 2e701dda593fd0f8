/**
 * The columns of an Entry matrix and where they stand: inputs, the person's results, then what is calculated for each
 * line.
 */
import {
  attainmentFormula,
  evidenceCountFormula,
  personFormulas,
  scoreFormula,
  valueFormula,
  type EntryHeaders,
} from "../formulas/entryFormulas";
import {
  answerFormula,
  belowFormula,
  decidingGateFormula,
  lowestCeilingFormula,
  openGates,
  type GateColumn,
} from "../formulas/gateFormulas";
import type { TableSource } from "../formulas/byKey";
import { hereFrom } from "../formulas/columns";
import { fromRegisterFormula, reasonsElsewhereFormula } from "../formulas/registerFormulas";
import { personFormula } from "../formulas/resultFormulas";
import { cellAddress, rectAddress } from "../model/a1";
import { askedGates, type BuildContext } from "./context";
import { CEILING_FORMAT } from "./gateSheet";
import { countedKey } from "./entryRegister";
import { formulaColumn, inputColumn, labelColumn, type ColumnPlan } from "./tableSheet";
import type { CellStyle } from "./types";

/** Rows of the sheet above the table's body: ids or units, weights, rows in Plan or targets, headers. */
export const CELLS_ABOVE = { ID_ROW: 2, WEIGHT_ROW: 3, TARGET_ROW: 4, ROW_ROW: 4, HEAD_ROW: 5 } as const;
const { ID_ROW, WEIGHT_ROW, ROW_ROW } = CELLS_ABOVE;

/** First column of each part of the table. */
export interface EntryLayout {
  readonly check: number;
  readonly actual: number;
  readonly gate: number;
  readonly reason: number;
  readonly value: number;
  readonly evidence: number;
  readonly broken: number;
}

/** To fill, total, so far, low, high, coverage, applicable, evidence gaps. */
const RESULTS = 8;
/** Ceiling and deciding gate. */
const GATE_RESULTS = 2;

/** Where the groups of columns of an Entry matrix begin, as offsets in its table. */
export function entryLayout({ lines, gates, hasGates }: BuildContext): EntryLayout {
  const actual = 3;
  const gate = actual + lines.length;
  const reason = gate + askedGates(gates).length;
  const value = reason + 1 + RESULTS + (hasGates ? GATE_RESULTS : 0);
  const evidence = value + 3 * lines.length;
  return { check: 2, actual, gate, reason, value, evidence, broken: evidence + lines.length };
}

const POINTS: CellStyle = { numberFormat: "0.00" };
const SHARE: CellStyle = { numberFormat: "0%" };
const QUIET: CellStyle = { font: { color: "muted" } };

/** Header of an indicator's or a gate's input column: "K01 Revenue against quota". */
const inputHeader = (id: string, name: string): string => `${id} ${name}`;

interface LineHeaders extends EntryHeaders {
  readonly actuals: readonly string[];
  readonly values: readonly string[];
  readonly attainments: readonly string[];
  readonly scores: readonly string[];
  readonly evidences: readonly string[];
}

function lineHeaders(context: BuildContext): LineHeaders {
  const { text, lines, language } = context;
  const head = (key: string): string => text(`col.entry.${key}`, { na: context.word("na") });
  const perLine = (key: string): string[] => lines.map((line) => text(`col.entry.${key}`, { id: line.id }));
  const actuals = lines.map((line) => inputHeader(line.id, line.name[language]));
  const [values, attainments] = [perLine("value"), perLine("attainment")];
  const [scores, evidences] = [perLine("score"), perLine("evidence")];
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
    values,
    attainments,
    scores,
    evidences,
  };
}

/** The gates' columns with the cells above them, and how many gates of a person are open. */
function gateColumns(context: BuildContext, layout: EntryLayout): { columns: GateColumn[]; open: string | null } {
  const { gates, text } = context;
  const columns = gates.map((gate, i) => ({
    broken: text("col.entry.broken", { id: gate.id }),
    rowCell: cellAddress(ROW_ROW, layout.broken + i, true),
    ceilingCell: cellAddress(WEIGHT_ROW, layout.broken + i, true),
  }));
  const [first, last] = [columns[0], columns.at(-1)];
  if (first === undefined || last === undefined) return { columns, open: null };
  const rows = rectAddress({ row: ROW_ROW, column: layout.broken, rows: 1, columns: columns.length }, true);
  return { columns, open: openGates(first.broken, last.broken, rows) };
}

function inputColumns(
  context: BuildContext,
  h: LineHeaders,
  layout: EntryLayout,
  register: TableSource | null,
): ColumnPlan[] {
  const { names, text, lines, people, language, word } = context;
  const answer = (broken: boolean | null | undefined): string =>
    broken === null || broken === undefined ? "" : word(broken ? "yes" : "no");
  return [
    ...lines.map((line, i) => {
      const [header, format] = [h.actuals[i] ?? "", line.kind === "milestone" ? "0%" : "General"];
      const style: CellStyle = { numberFormat: format, horizontal: "Right" };
      if (register === null)
        return inputColumn(
          `actual:${line.id}`,
          header,
          13,
          people.map((person) => person.actuals[i] ?? ""),
          style,
        );
      const id = cellAddress(ID_ROW, layout.value + i, true);
      return formulaColumn(
        `actual:${line.id}`,
        header,
        13,
        fromRegisterFormula(register, countedKey(register.headers), h.id, id),
        style,
      );
    }),
    ...askedGates(context.gates).map((gate, i) =>
      inputColumn(
        `gate:${gate.id}`,
        inputHeader(gate.id, gate.name[language]),
        13,
        people.map((person) => answer(person.gates[i])),
        { horizontal: "Right" },
      ),
    ),
    register === null
      ? inputColumn(
          "reason",
          text("col.entry.reason", { na: word("na") }),
          18,
          people.map(() => ""),
          { wrap: true },
        )
      : formulaColumn(
          "reason",
          text("col.entry.reason", { na: word("na") }),
          18,
          reasonsElsewhereFormula(names, hereFrom(...h.actual)),
        ),
  ];
}

function lineColumns(
  context: BuildContext,
  h: LineHeaders,
  layout: EntryLayout,
  evidence: { readonly table: string; readonly person: string; readonly indicator: string; readonly eventDate: string },
  register: TableSource | null,
): ColumnPlan[] {
  const { names, lines, kinds } = context;
  const above = (row: number, index: number): string => cellAddress(row, layout.value + index, true);
  return [
    ...lines.map((line, i) =>
      formulaColumn(
        `value:${line.id}`,
        h.values[i] ?? "",
        10,
        valueFormula(names, kinds, h.actuals[i] ?? "", above(ROW_ROW, i)),
        { ...QUIET, numberFormat: "General", horizontal: "Right" },
      ),
    ),
    ...lines.map((line, i) =>
      formulaColumn(
        `attainment:${line.id}`,
        h.attainments[i] ?? "",
        11,
        register === null
          ? attainmentFormula(names, kinds, h.values[i] ?? "", above(ROW_ROW, i))
          : fromRegisterFormula(register, "attainment", h.id, above(ID_ROW, i)),
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
        evidenceCountFormula(names, evidence, h.id, above(ID_ROW, i)),
        { ...QUIET, numberFormat: "0" },
      ),
    ),
  ];
}

/** One column a gate: 1 broken, 0 kept; from the answer, or from the indicator that the gate names. */
function brokenColumns(context: BuildContext, h: LineHeaders, gates: readonly GateColumn[]): ColumnPlan[] {
  const { names, lines, language } = context;
  return context.gates.map((gate, i) => {
    const { broken, rowCell } = gates[i] ?? { broken: "", rowCell: "" };
    const line = lines.findIndex(({ id }) => id === gate.line);
    const formula =
      line < 0
        ? answerFormula(names, inputHeader(gate.id, gate.name[language]), rowCell)
        : belowFormula(names, h.values[line] ?? "", rowCell);
    return formulaColumn(`broken:${gate.id}`, broken, 9, formula, { ...QUIET, numberFormat: "0" });
  });
}

/**
 * The columns of an Entry matrix in their order: who, inputs, the person's results, then what is calculated for each
 * line.
 */
export function entryColumns(
  context: BuildContext,
  source: {
    readonly peopleHeaders: Readonly<Record<string, string>>;
    readonly evidenceHeaders: Readonly<Record<string, string>>;
    readonly register: TableSource | null;
  },
): readonly ColumnPlan[] {
  const { names, text, lines, people } = context;
  const h = lineHeaders(context);
  const head = (key: string): string => text(`col.entry.${key}`, { na: context.word("na") });
  const layout = entryLayout(context);
  const gates = gateColumns(context, layout);
  const above = (row: number): string =>
    rectAddress({ row, column: layout.value, rows: 1, columns: lines.length }, true);
  const own = personFormulas(names, h, { weights: above(WEIGHT_ROW), rows: above(ROW_ROW) }, gates.open);
  const evidence = {
    table: names.table("Evidence"),
    person: source.evidenceHeaders["person"] ?? "",
    indicator: source.evidenceHeaders["indicator"] ?? "",
    eventDate: source.evidenceHeaders["eventDate"] ?? "",
  };
  const { id, name } = source.peopleHeaders;
  const high = text(context.template.scale === "points" ? "entry.highMarks" : "col.entry.high");
  return [
    labelColumn(
      "id",
      h.id,
      8,
      people.map((person) => person.id),
    ),
    formulaColumn("name", head("name"), 16, personFormula(names.table("People"), id ?? "", name ?? "", h.id)),
    formulaColumn("check", head("check"), 16, own.check, { font: { bold: true } }),
    ...inputColumns(context, h, layout, source.register),
    formulaColumn("toFill", h.toFill, 8, own.toFill, { numberFormat: "0" }),
    formulaColumn("total", head("total"), 10, own.total, { ...POINTS, font: { bold: true } }),
    formulaColumn("soFar", h.soFar, 9, own.soFar, POINTS),
    formulaColumn("low", h.low, 9, own.low, POINTS),
    formulaColumn("high", high, 9, own.high, POINTS),
    formulaColumn("coverage", h.coverage, 10, own.coverage, SHARE),
    formulaColumn("applicable", h.applicable, 10, own.applicable, SHARE),
    formulaColumn("gaps", h.gaps, 10, own.gaps, { numberFormat: "0" }),
    ...(context.hasGates
      ? [
          formulaColumn("ceiling", head("ceiling"), 10, lowestCeilingFormula(gates.columns), {
            ...QUIET,
            numberFormat: CEILING_FORMAT,
            horizontal: "Right",
          }),
          formulaColumn(
            "gate",
            head("gate"),
            22,
            decidingGateFormula(names, gates.columns, head("ceiling"), gates.open ?? "0"),
          ),
        ]
      : []),
    ...lineColumns(context, h, layout, evidence, source.register),
    ...brokenColumns(context, h, gates.columns),
  ];
}
