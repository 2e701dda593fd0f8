/** What the levels of the cascade share: ids, keys of their columns, what goes up and down, the frame of a sheet. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, type MethodSheet } from "../../blueprint/methodSheet";
import type { columnMaker } from "../../blueprint/registerSheet";
import { bodyOf, firstCellOf, registerSheet, type ColumnRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { CellStyle, NameBlueprint } from "../../blueprint/types";
import type { Headers, TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { OWN_KEY } from "../../formulas/ownRows";
import {
  baseOfFormula,
  baseUsedFormula,
  rolledFormulas,
  scoredWeightFormula,
  stateFormula,
  timesBaseFormula,
  weightUsedFormula,
  wonWeightFormula,
} from "./levelFormulas";

export const AT = { row: 4, column: 0 };
export const NUMBER: CellStyle = { numberFormat: "#,##0.0#", horizontal: "Right" };
export const SHARE: CellStyle = { numberFormat: "0.0%" };

const two = (number: number): string => String(number).padStart(2, "0");

/** Id of the n-th goal of a level, from 0: "A01". */
export const goalId = (letter: "A" | "B" | "C", i: number): string => `${letter}${two(i + 1)}`;
export const CARRY_WORDS = {
  sum: "carrySum",
  mean: "carryMean",
  ratio: "carryRatio",
  shared: "carryShared",
  support: "carrySupport",
} as const;

const UP = ["children", "carried", "gap", "weights"] as const;
const FIGURES = ["actual", "due", "attainment", "coverage", "state"] as const;
const ROLLED = ["scored", "won"] as const;
const WEIGHTS = ["weightUsed", "scoredWeight", "wonWeight"] as const;
const BASES = [...["baseUsed", "targetBase", "actualBase", "targetProduct", "actualProduct", "dueProduct"]] as const;
export const TOP_KEYS = [
  ...["id", "goal", "unit", "kind", "direction", "target", "weight", ...UP, "check", ...FIGURES],
  ...["active", "kindNo", "sign", ...WEIGHTS, ...ROLLED],
];
export const DEPARTMENT_KEYS = [
  ...["id", "parent", "goal", "unit", "owner", "kind", "share", "own", "target", "weight", "base", ...UP, "check"],
  ...[...FIGURES, "known", "active", "parentRow", "parentKind", "kindNo", "sign", ...WEIGHTS, ...BASES, ...ROLLED],
];
export const LINE_KEYS = [
  ...["id", "parent", "goal", "unit", "owner", "name", "share", "own", "target", "weight", "base", "months", "profile"],
  ...["check", "actual", "due", "attainment", "state", "known", "who", "active", "parentRow", "parentKind", "sign"],
  ...["flow", "profileKnown", ...WEIGHTS, ...BASES, OWN_KEY],
];

type Make = ReturnType<typeof columnMaker>;

/** What a child brings to its parent. */
export function childColumns(make: Make, h: Headers): ColumnPlan<string>[] {
  return [
    make.quiet("weightUsed", 8, weightUsedFormula(h)),
    make.quiet("scoredWeight", 9, scoredWeightFormula(h)),
    make.quiet("wonWeight", 9, wonWeightFormula(h)),
    ...(h["baseUsed"] === undefined
      ? []
      : [
          make.quiet("baseUsed", 8, baseUsedFormula(h)),
          make.quiet("targetBase", 9, baseOfFormula(h, "target")),
          make.quiet("actualBase", 9, baseOfFormula(h, "actual")),
          make.quiet("targetProduct", 10, timesBaseFormula(h, "target")),
          make.quiet("actualProduct", 10, timesBaseFormula(h, "actual")),
          make.quiet("dueProduct", 10, timesBaseFormula(h, "due")),
        ]),
  ];
}
/** What comes up, in sight beside the target and at the end for other formulas. */
export function upColumns(context: MethodContext, make: Make, h: Headers, below: TableSource) {
  const rolled = rolledFormulas(below, h);
  return {
    up: [
      make.formula("children", 9, rolled.children, { numberFormat: "0" }),
      make.formula("carried", 11, rolled.carried, NUMBER),
      make.formula("gap", 10, rolled.gap, { numberFormat: "+#,##0.0#;-#,##0.0#;0", horizontal: "Right" }),
      make.formula("weights", 10, rolled.weights, NUMBER),
    ],
    figures: [
      make.formula("actual", 11, rolled.actual, { ...NUMBER, ...BOLD }),
      make.formula("due", 11, rolled.due, NUMBER),
      make.formula("attainment", 11, rolled.attainment, { ...SHARE, ...BOLD }),
      make.formula("coverage", 13, rolled.coverage, { numberFormat: "0%" }),
      make.formula("state", 11, stateFormula(context.names, h), BOLD),
    ],
    quiet: [make.quiet("scored", 8, rolled.scored), make.quiet("won", 8, rolled.won)],
  };
}

interface LevelSheet {
  readonly key: string;
  readonly name: string;
  readonly table: TablePlacement;
  readonly rules: readonly ColumnRule[];
  readonly groups: readonly (readonly [from: string, to: string, label: string])[];
  readonly printTo: string;
  readonly names: readonly NameBlueprint[];
}

/** The sheet of one level with the columns that all levels share. */
export function levelSheet(context: MethodContext, level: LevelSheet): MethodSheet {
  const { names, text } = context;
  const base = {
    names,
    name: level.name,
    title: text(`${level.key}.title`),
    subtitle: text(`${level.key}.subtitle`),
    table: level.table,
    tabColor: "inputFill" as const,
    checks: [{ key: "check" }],
    groups: level.groups.map(([from, to, label]) => ({ from, to, label: text(label) })),
    rules: level.rules,
    frozen: 3,
    printTo: level.printTo,
    headHeight: 34,
    rowHeight: 22,
  };
  const behind = ruleFormula(`${firstCellOf(base, "state")}=${names.own.word("behind")}`);
  return {
    table: level.table,
    headers: headersOf(level.table.columns),
    names: level.names,
    sheet: registerSheet({
      ...base,
      conditional: [
        { kind: "formula", rect: bodyOf(base, "state"), formula: behind, style: { fill: "warningFill", bold: true } },
        { kind: "dataBar", rect: bodyOf(base, "attainment"), min: 0, max: 1.2 },
      ],
    }),
  };
}

/** A name for the column of ids, for lists and look-ups. */
export const idsName = (name: string, table: string, header: string): NameBlueprint => ({
  name,
  refersTo: cellFormula(column(table, header)),
});
