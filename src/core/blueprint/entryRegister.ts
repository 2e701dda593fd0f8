/** The entry register of a plan: a row a person and line, to type into where people have targets of their own or are many. */
import {
  scoreFormula,
  evidenceCountFormula,
  evidenceRule,
  missingRule,
  notNumberRule,
  numberOrWordRule,
  reasonRule,
  valueFormula,
} from "../formulas/entryFormulas";
import { cellOf, numberOfId, textOfId, type Headers, type TableSource } from "../formulas/byKey";
import { personFormula } from "../formulas/resultFormulas";
import {
  againstPlanFormula,
  countedFormula,
  dayRule,
  factorFormula,
  hasSecond,
  planRowOfFormula,
  rowAttainmentFormula,
  rowCheckFormula,
  rowKeyFormula,
  secondFitsFormula,
  shownFormula,
  targetUsedFormula,
} from "../formulas/registerFormulas";
import type { TableKey } from "../model/columns";
import type { BuildContext } from "./context";
import { bodyOf, columnMaker, firstCellOf, registerSheet, type ColumnRule, type RegisterPlan } from "./registerSheet";
import { type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellFormula, CellStyle, ConditionalRule, SheetBlueprint, ValidationRule } from "./types";

const AT = { row: 3, column: 0 };
const PLAIN: CellStyle = { numberFormat: "General", horizontal: "Right" };
const BOLD: CellStyle = { font: { bold: true } };

/** Keys of the columns of a register, in their order. */
const REGISTER_KEYS = [
  ...["person", "name", "line", "title", "unit", "weight", "ownTarget", "aim", "actual", "reason"],
  ...["attainment", "score", "check", "evidence", "key", "planRow", "factor", "shown", "value", "used"],
];
/** Where a line may have a second number: the number itself, whether it can be used, and what the two come to. */
const SECOND_KEYS = ["second", "fits", "counted"];

/** Whether a result may have a second number. */
export const takesSecond = ({ kinds, hasOneNumber }: Pick<BuildContext, "kinds" | "hasOneNumber">): boolean =>
  !hasOneNumber && hasSecond(kinds);
/** Headers by key. */
export const registerHeaders = (context: BuildContext): Headers =>
  columnMaker(context.text, "register").heads([...REGISTER_KEYS, ...(takesSecond(context) ? SECOND_KEYS : [])]);

/** What is calculated of the second number; nothing where no line has one. */
export const secondColumns = (
  context: BuildContext,
  h: Headers,
  on: (formula: CellFormula) => CellFormula = (formula) => formula,
): readonly ColumnPlan<string>[] => {
  const { names, kinds, text } = context;
  const make = columnMaker(text, "register");
  return takesSecond(context)
    ? [
        make.quiet("fits", 7, on(secondFitsFormula(names, kinds, h))),
        make.quiet("counted", 10, on(countedFormula(names, kinds, h))),
      ]
    : [];
};
/** The column whose number counts against the plan. */
export const countedKey = (h: Headers): "counted" | "shown" => (h["counted"] === undefined ? "shown" : "counted");

export interface RegisterSource {
  readonly key: Extract<TableKey, `Register${string}`>;
  readonly sheet: string;
  readonly people: TableSource;
  readonly plan: TableSource;
  readonly evidence: TableSource;
}
export interface EntryRegister {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  /** Sheet row in which typing begins. */
  readonly firstRow: number;
}

function registerColumns(context: BuildContext, source: RegisterSource): readonly ColumnPlan<string>[] {
  const { names, text, lines, people, kinds } = context;
  const make = columnMaker(text, "register");
  const h = registerHeaders(context);
  const rows = people.flatMap((person) => lines.map((line, k) => ({ person, line, k })));
  const line = cellOf(h, "line");
  const evidence = {
    table: source.evidence.table,
    person: source.evidence.headers["person"] ?? "",
    indicator: source.evidence.headers["indicator"] ?? "",
    eventDate: source.evidence.headers["eventDate"] ?? "",
  };
  return [
    make.label(
      "person",
      9,
      rows.map(({ person }) => person.id),
    ),
    make.formula(
      "name",
      16,
      personFormula(
        source.people.table,
        source.people.headers["id"] ?? "",
        source.people.headers["name"] ?? "",
        h["person"] ?? "",
      ),
    ),
    make.label(
      "line",
      7,
      rows.map((row) => row.line.id),
    ),
    make.formula("title", 34, textOfId(source.plan, line, "indicator"), { wrap: true }),
    make.formula("unit", 12, textOfId(source.plan, line, "unit")),
    make.formula("weight", 9, numberOfId(source.plan, line, "weight"), PLAIN),
    make.input(
      "ownTarget",
      13,
      rows.map(() => ""),
      PLAIN,
    ),
    make.formula("aim", 12, targetUsedFormula(names, kinds, h), PLAIN),
    make.input(
      "actual",
      13,
      rows.map(({ person, k }) => person.actuals[k] ?? ""),
      PLAIN,
    ),
    ...(takesSecond(context)
      ? [
          make.input(
            "second",
            11,
            rows.map(() => ""),
            PLAIN,
          ),
        ]
      : []),
    make.input(
      "reason",
      22,
      rows.map(() => ""),
      { wrap: true },
    ),
    make.formula("attainment", 11, rowAttainmentFormula(names, kinds, h), { numberFormat: "0.0%" }),
    make.formula("score", 9, scoreFormula(h["attainment"] ?? ""), { numberFormat: "0.00" }),
    make.formula("check", 17, rowCheckFormula(names, h), BOLD),
    make.quiet("evidence", 9, evidenceCountFormula(names, evidence, h["person"] ?? "", line)),
    make.quiet("key", 11, rowKeyFormula(h)),
    make.quiet("planRow", 8, planRowOfFormula(names, h)),
    make.quiet("factor", 8, factorFormula(names, kinds, h)),
    make.quiet("shown", 10, shownFormula(names, h)),
    ...secondColumns(context, h),
    make.quiet("value", 10, valueFormula(names, kinds, h[countedKey(h)] ?? "", cellOf(h, "planRow"))),
    make.quiet("used", 10, againstPlanFormula(h)),
  ];
}

/** Days of a milestone look like days, also where they were written as numbers. */
export const dayRules = (context: BuildContext, plan: RegisterPlan): readonly FormulaRule[] =>
  takesSecond(context)
    ? ["ownTarget", "second"].flatMap((key): FormulaRule[] => {
        const formula = dayRule(context.names, context.kinds, firstCellOf(plan, key), firstCellOf(plan, "planRow"));
        const style = { numberFormat: "yyyy-mm-dd" };
        return formula === null ? [] : [{ kind: "formula", rect: bodyOf(plan, key), formula, style }];
      })
    : [];
type FormulaRule = Extract<ConditionalRule, { readonly kind: "formula" }>;

/** What stands out where it must be typed: like the cells of the matrix. */
function marks(context: BuildContext, plan: RegisterPlan): readonly ConditionalRule[] {
  const { names } = context;
  const [actual, reason, evidence] = [
    firstCellOf(plan, "actual"),
    firstCellOf(plan, "reason"),
    firstCellOf(plan, "evidence"),
  ];
  const rect = bodyOf(plan, "actual");
  return [
    ...dayRules(context, plan),
    { kind: "formula", rect, formula: notNumberRule(names, actual), style: { fill: "errorFill", bold: true } },
    { kind: "formula", rect, formula: reasonRule(names, actual, reason), style: { fill: "warningFill" } },
    {
      kind: "formula",
      rect,
      formula: evidenceRule(names, actual, evidence),
      style: { fill: "errorFill", numberFormat: '"⚠ "General' },
    },
    { kind: "formula", rect, formula: missingRule(names, actual), style: { fill: "warningFill" } },
  ];
}

/** The sheet with a word about the second number in the row above the heads, where there is one. */
export const withSecondNote = (context: BuildContext, sheet: SheetBlueprint, row: number): SheetBlueprint =>
  takesSecond(context)
    ? {
        ...sheet,
        blocks: [...sheet.blocks, { at: { row, column: 0 }, cells: [[context.text("register.second")]] }],
        styles: [
          ...sheet.styles,
          { rect: { row, column: 0, rows: 1, columns: 1 }, style: { font: { color: "muted" } } },
        ],
      }
    : sheet;

/** The second number is none below 0. */
export const secondRule = (context: BuildContext): readonly ColumnRule[] =>
  takesSecond(context)
    ? [
        {
          key: "second",
          rule: { kind: "decimal", min: 0, max: 1e12 },
          alert: { style: "Warning", title: context.text("valid.number.title"), message: context.text("valid.second") },
        },
      ]
    : [];

/**
 * The register form of entry: one table, a row for each person and indicator, with own targets, attainment and check.
 */
export function entryRegister(context: BuildContext, source: RegisterSource): EntryRegister {
  const { names, text } = context;
  const columns = registerColumns(context, source);
  const table: TablePlacement = {
    name: names.table(source.key),
    at: AT,
    rows: Math.max(1, context.people.length * context.lines.length),
    columns,
    filter: true,
  };
  const na = context.word("na");
  const plan: RegisterPlan = {
    names,
    name: source.sheet,
    title: text("register.title", { group: context.jobGroup }),
    subtitle: text("register.subtitle", { na }),
    table,
    checks: [{ key: "check" }],
    frozen: 4,
    printTo: "evidence",
    tabColor: "inputFill",
  };
  const warning = (key: string): ValidationRule["alert"] => ({
    style: "Warning",
    title: text("valid.number.title"),
    message: text(key, { na }),
  });
  const numberRule = { kind: "custom", formula: numberOrWordRule(names, firstCellOf(plan, "actual")) } as const;
  return {
    table,
    firstRow: AT.row + 1,
    sheet: withSecondNote(
      context,
      registerSheet({
        ...plan,
        conditional: marks(context, plan),
        rules: [
          { key: "actual", rule: numberRule, alert: warning("valid.number") },
          { key: "ownTarget", rule: { kind: "decimal", min: -1e12, max: 1e12 }, alert: warning("valid.ownTarget") },
          ...secondRule(context),
        ],
      }),
      AT.row - 1,
    ),
  };
}
