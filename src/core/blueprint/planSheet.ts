/** The Plan: one table of all lines of all job groups, with its weight totals beside it. */
import type { ColumnKey } from "../model/columns";
import { STEP_NUMBERS } from "../model/line";
import { cellFormula, column } from "../formulas/columns";
import {
  firstPointFormula,
  hasLimits,
  kindFormula,
  limitFormula,
  notOkRule,
  planCheckFormula,
  readyFormula,
  signFormula,
  stretchFormula,
  weightCheckFormula,
  weightTotalFormula,
  zeroFormula,
} from "../formulas/planFormulas";
import { ruleFormula } from "../formulas/columns";
import type { PlanName } from "../formulas/names";
import { cellAddress } from "../model/a1";
import type { Template } from "../schema/template";
import type { BuildContext, PlacedLine } from "./context";
import {
  bodyHeights,
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
import type { CellStyle, Literal, NameBlueprint, SheetBlueprint } from "./types";

const AT = { row: 3, column: 0 };
const NUMBER: CellStyle = { numberFormat: "General" };
const SHARE: CellStyle = { numberFormat: "0%" };
const CALCULATED: CellStyle = { font: { color: "muted" }, numberFormat: "General" };

type NumberKey =
  | "baseline"
  | "zeroPoint"
  | "threshold"
  | "target"
  | "stretch"
  | "low"
  | "high"
  | "zeroDistance"
  | "worstAllowed"
  | "maximum"
  | "unitPoints"
  | (typeof STEP_NUMBERS)[number];
const NUMBER_KEYS: readonly NumberKey[] = [
  "baseline",
  "zeroPoint",
  "threshold",
  "target",
  "stretch",
  "low",
  "high",
  "zeroDistance",
  "worstAllowed",
  "maximum",
  "unitPoints",
  ...STEP_NUMBERS,
];
const isStepNumber = (key: NumberKey): boolean => (STEP_NUMBERS as readonly NumberKey[]).includes(key);
/** Made although no line fills them: choices that the curve and the steps offer, and that a second plan may use. */
const CURVE_CHOICES: readonly NumberKey[] = ["zeroPoint", "stretch"];
const wanted = (lines: readonly PlacedLine[], key: NumberKey): boolean =>
  lines.some((line) => line[key] !== undefined) ||
  (CURVE_CHOICES.includes(key) && lines.some((line) => line.kind === "curve")) ||
  (isStepNumber(key) && lines.some((line) => line.kind === "steps"));

/** What proves a line: dated incidents for a rating, a document for a milestone, a system's report for all others. */
const evidenceKindOf = ({ kind }: PlacedLine): string =>
  kind === "rating" ? "incidents" : kind === "milestone" ? "document" : "systemReport";

/** Plans of balanced scorecards ask which line drives results and which is one; others where their template says it. */
export const saysNature = ({ method, lines }: Template): boolean =>
  method === "bsc" || lines.some(({ nature }) => nature !== undefined);

/** Values of the plan's input columns for some lines, by key; also used when a second plan is added. */
export function planValues(context: BuildContext, key: string): readonly Literal[] {
  const { language, text, word } = context;
  return context.lines.map((line): Literal => {
    switch (key) {
      case "id":
        return line.id;
      case "jobGroup":
        return context.jobGroup;
      case "section":
        return line.section[language];
      case "indicator":
        return line.name[language];
      case "unit":
        return line.unit[language];
      case "kind":
        return word(line.kind);
      case "direction":
        return line.direction === undefined ? "" : word(line.direction);
      case "aggregation":
        return text(`aggregate.${line.aggregate}`);
      case "weight":
        return line.weight;
      case "owner":
        return text("plan.owner");
      case "source":
        return line.evidence[language];
      case "evidenceKind":
        return text(`evidence.${evidenceKindOf(line)}`);
      case "definition":
        return line.definition?.[language] ?? "";
      case "nature":
        return line.nature === undefined ? "" : word(line.nature);
      case "level":
        return text(`level.${line.level ?? "person"}`);
      default:
        return line[key as NumberKey] ?? "";
    }
  });
}

/** The plan's columns for a template's lines. */
export function planColumns(context: BuildContext): readonly ColumnPlan[] {
  const { names, text, lines } = context;
  const head = (key: string): string => text(`col.plan.${key}`);
  const input = (key: ColumnKey, width: number, style: CellStyle = {}): ColumnPlan =>
    inputColumn(key, head(key), width, planValues(context, key), style);
  const inputs: ColumnPlan[] = [
    labelColumn("id", head("id"), 7, planValues(context, "id")),
    input("jobGroup", 14),
    input("section", 14, { wrap: true }),
    input("indicator", 32, { wrap: true }),
    input("weight", 9, { ...NUMBER, font: { bold: true } }),
    input("unit", 12, { wrap: true }),
    input("kind", 13),
    ...(lines.some((line) => line.direction !== undefined) ? [input("direction", 16)] : []),
    ...NUMBER_KEYS.filter((key) => wanted(lines, key)).map((key) =>
      input(key, 9.5, key.startsWith("worth") ? SHARE : NUMBER),
    ),
    input("aggregation", 12),
    ...(lines.some((line) => line.level !== undefined) ? [input("level", 9)] : []),
    ...(lines.some((line) => line.definition !== undefined) ? [input("definition", 44, { wrap: true })] : []),
    input("owner", 11),
    input("source", 20, { wrap: true }),
    input("evidenceKind", 14),
    ...(saysNature(context.template) ? [input("nature", 12)] : []),
    input("agreedWeight", 9, NUMBER),
  ];
  const headers = headersOf(inputs);
  const weights = {
    table: names.table("Weights"),
    group: text("col.weights.jobGroup"),
    total: text("col.weights.total"),
  };
  // The check stands beside the weight, where people look.
  const beside = inputs.findIndex((column) => column.key === "weight") + 1;
  return [
    ...inputs.slice(0, beside),
    formulaColumn("check", head("check"), 17, planCheckFormula(names, headers, head("ready"), weights), {
      font: { bold: true },
    }),
    ...inputs.slice(beside),
    formulaColumn("sign", head("sign"), 7, signFormula(names, headers), CALCULATED),
    formulaColumn("kindNo", head("kindNo"), 9, kindFormula(names, headers), CALCULATED),
    ...(headers["threshold"] === undefined
      ? []
      : [formulaColumn("zeroUsed", head("zeroUsed"), 11, zeroFormula(names, headers), CALCULATED)]),
    ...(headers["stretch"] === undefined
      ? []
      : [formulaColumn("stretchUsed", head("stretchUsed"), 11, stretchFormula(headers), CALCULATED)]),
    ...(context.kinds.includes("rating")
      ? [formulaColumn("firstPoint", head("firstPoint"), 9, firstPointFormula(names, headers), CALCULATED)]
      : []),
    ...(hasLimits(context.kinds)
      ? (["least", "most"] as const).map((key, side) =>
          formulaColumn(key, head(key), 9, limitFormula(headers, context.kinds, head("kindNo"), side === 0 ? 0 : 1), {
            ...CALCULATED,
            numberFormat: side === 0 ? 'General;"–"' : '[>99999999]"–";General',
          }),
        )
      : []),
    formulaColumn(
      "ready",
      head("ready"),
      8,
      readyFormula(
        {
          ...headers,
          zeroUsed: head("zeroUsed"),
          stretchUsed: head("stretchUsed"),
          firstPoint: head("firstPoint"),
        },
        context.kinds,
        head("kindNo"),
        head("sign"),
      ),
      CALCULATED,
    ),
  ];
}

/** Short names by which entry formulas look up a column of the plan: name → column key. */
const NAMED: Readonly<Record<PlanName, string>> = {
  id: "id",
  weight: "weight",
  target: "target",
  threshold: "threshold",
  stretch: "stretchUsed",
  zero: "zeroUsed",
  low: "low",
  high: "high",
  distance: "zeroDistance",
  worst: "worstAllowed",
  maximum: "maximum",
  baseline: "baseline",
  unitPoints: "unitPoints",
  sign: "sign",
  unit: "unit",
  first: "firstPoint",
  least: "least",
  most: "most",
  kind: "kindNo",
  ready: "ready",
  worthBelow: "worthBelow",
  step1: "step1",
  worth1: "worth1",
  step2: "step2",
  worth2: "worth2",
  step3: "step3",
  worth3: "worth3",
  step4: "step4",
  worth4: "worth4",
};

export interface PlanParts {
  readonly sheet: SheetBlueprint;
  readonly names: readonly NameBlueprint[];
  readonly plan: TablePlacement;
  readonly weights: TablePlacement;
  readonly headers: Readonly<Record<string, string>>;
}

/** The weight totals beside the plan. */
export function weightsTable(
  context: BuildContext,
  column_: number,
  planHeaders: Readonly<Record<string, string>>,
): TablePlacement {
  const { names, text } = context;
  const head = (key: string): string => text(`col.weights.${key}`);
  return {
    name: names.table("Weights"),
    at: { row: AT.row, column: column_ },
    rows: 1,
    columns: [
      labelColumn("jobGroup", head("jobGroup"), 16, [context.jobGroup]),
      formulaColumn(
        "total",
        head("total"),
        12,
        weightTotalFormula(
          names.table("Plan"),
          planHeaders["jobGroup"] ?? "",
          planHeaders["weight"] ?? "",
          head("jobGroup"),
        ),
        { font: { bold: true }, numberFormat: "General" },
      ),
      formulaColumn("check", head("check"), 16, weightCheckFormula(names, head("total")), { font: { bold: true } }),
    ],
  };
}

/** The Plan sheet: the table of all lines, the weight totals beside it, native rules, and the names of its columns. */
export function planSheet(context: BuildContext, name: string): PlanParts {
  const { names, text } = context;
  const columns = planColumns(context);
  const headers = headersOf(columns);
  const plan: TablePlacement = { name: names.table("Plan"), at: AT, rows: context.lines.length, columns, filter: true };
  const weights = weightsTable(context, columns.length + 1, headers);
  const placed = [placeTable(plan), placeTable(weights)];
  const head = heading(text("plan.title"), text("plan.subtitle"));
  const body = AT.row + 1;
  const columnOf = (key: string): number => columns.findIndex((entry) => entry.key === key);
  const bodyOf = (key: string): { row: number; column: number; rows: number; columns: number } => ({
    row: body,
    column: columnOf(key),
    rows: context.lines.length,
    columns: 1,
  });
  const checkCell = (table: number): string => `$${cellAddress(body, table)}`;
  const listRule = (key: string, list: "Kinds" | "Directions" | "Natures"): SheetBlueprint["validation"] =>
    columnOf(key) < 0
      ? []
      : [
          {
            rect: bodyOf(key),
            rule: { kind: "list", source: ruleFormula(names.setting(list)) },
            alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
          },
        ];
  const flag = { fill: "errorFill", bold: true } as const;
  return {
    headers,
    plan,
    weights,
    sheet: {
      name,
      target: "create",
      blocks: head.blocks,
      tables: placed.map((part) => part.table),
      styles: [...head.styles, ...placed.flatMap((part) => part.styles)],
      columnWidths: [...widthsOf(plan), { column: columns.length, width: 3 }, ...widthsOf(weights)],
      rowHeights: [{ row: AT.row, height: 32 }, ...bodyHeights(plan)],
      conditional: [
        {
          kind: "formula",
          rect: bodyOf("check"),
          formula: notOkRule(names, checkCell(columnOf("check"))),
          style: flag,
        },
        {
          kind: "formula",
          rect: bodyOf("weight"),
          formula: notOkRule(names, checkCell(columnOf("check"))),
          style: flag,
        },
        {
          kind: "formula",
          rect: { row: body, column: weights.at.column + 1, rows: 1, columns: 2 },
          formula: notOkRule(names, checkCell(weights.at.column + 2)),
          style: flag,
        },
      ],
      validation: [
        {
          rect: bodyOf("weight"),
          rule: { kind: "decimal", min: 0, max: 100 },
          alert: { style: "Stop", title: text("valid.weight.title"), message: text("valid.weight") },
        },
        ...listRule("kind", "Kinds"),
        ...listRule("direction", "Directions"),
        ...listRule("nature", "Natures"),
      ],
      freeze: { rows: body, columns: 4 },
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: AT.row, last: AT.row },
        // What is calculated from the plan stays on the screen.
        printArea: { row: 0, column: 0, rows: body + plan.rows, columns: columnOf("sign") },
      },
    },
    names: [
      ...(Object.keys(NAMED) as PlanName[]).flatMap((short) => {
        const header = headers[NAMED[short]];
        return header === undefined
          ? []
          : [{ name: names.plan(short), refersTo: cellFormula(column(names.table("Plan"), header)) }];
      }),
      { name: names.setting("IndicatorIds"), refersTo: cellFormula(column(names.table("Plan"), headers["id"] ?? "")) },
    ],
  };
}
