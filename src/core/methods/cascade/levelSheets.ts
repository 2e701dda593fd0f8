/** The three levels of the cascade as sheets of their own: organisation, departments, people. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, WRAP, rowsWith, rulesFor, valuesOf, type MethodSheet } from "../../blueprint/methodSheet";
import { bodyOf, columnMaker, firstCellOf, registerSheet, type ColumnRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { CellFormula, CellStyle, NameBlueprint } from "../../blueprint/types";
import { cellOf, columnOf, isBlank, knownFormula, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { personFormula } from "../../formulas/resultFormulas";
import {
  baseOfFormula,
  baseUsedFormula,
  flowedTargetFormula,
  goalTreeCheckFormula,
  kindNoFormula,
  parentNumberFormula,
  parentRowFormula,
  parentTextFormula,
  rolledFormulas,
  scoredWeightFormula,
  stateFormula,
  timesBaseFormula,
  topSignFormula,
  weightUsedFormula,
  wonWeightFormula,
} from "./levelFormulas";
import { SAMPLE_DEPARTMENTS, SAMPLE_LINES, SAMPLE_TOP } from "./sample";

export const AT = { row: 4, column: 0 };
export const NUMBER: CellStyle = { numberFormat: "#,##0.0#", horizontal: "Right" };
const SHARE: CellStyle = { numberFormat: "0.0%" };

const two = (number: number): string => String(number).padStart(2, "0");
export const goalId = (letter: "A" | "B" | "C", i: number): string => `${letter}${two(i + 1)}`;
const CARRY_WORDS = {
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
  ...["flow", "profileKnown", ...WEIGHTS, ...BASES],
];

type Make = ReturnType<typeof columnMaker>;

/** What a child brings to its parent. */
function childColumns(make: Make, h: Headers): ColumnPlan<string>[] {
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
function upColumns(context: MethodContext, make: Make, h: Headers, below: TableSource) {
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
function levelSheet(context: MethodContext, level: LevelSheet): MethodSheet {
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
const idsName = (name: string, table: string, header: string): NameBlueprint => ({
  name,
  refersTo: cellFormula(column(table, header)),
});
export function topSheet(context: MethodContext, name: string, below: TableSource): MethodSheet {
  const { names, text, language, word } = context;
  const make = columnMaker(text, "topGoals");
  const rows = rowsWith(context, SAMPLE_TOP, context.isSample ? 0 : 3);
  const values = valuesOf(rows);
  const h = make.heads(TOP_KEYS);
  const table = names.own.table("TopGoals");
  const siblings = `ROUND(SUMIFS(${columnOf(table, h, "weightUsed")},${columnOf(table, h, "active")},1),6)`;
  const parts = upColumns(context, make, h, below);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => goalId("A", i)),
    ),
    make.input(
      "goal",
      32,
      values(({ goal }) => goal[language]),
      WRAP,
    ),
    make.input(
      "unit",
      12,
      values(({ unit }) => unit[language]),
      WRAP,
    ),
    make.input(
      "kind",
      16,
      values(({ kind }) => text(`word.${CARRY_WORDS[kind]}`)),
    ),
    make.input(
      "direction",
      17,
      values(({ direction }) => word(direction)),
    ),
    make.input(
      "target",
      11,
      values(({ target }) => target),
      { ...NUMBER, ...BOLD },
    ),
    make.input(
      "weight",
      9,
      values(({ weight }) => weight),
      { ...NUMBER, ...BOLD },
    ),
    ...parts.up,
    make.formula("check", 19, goalTreeCheckFormula(names, h, { isTop: true, hasChildren: true, siblings }), BOLD),
    ...parts.figures,
    make.quiet("active", 8, cellFormula(`IF(${isBlank(cellOf(h, "goal"))},0,1)`)),
    make.quiet("kindNo", 8, kindNoFormula(names, h)),
    make.quiet("sign", 7, topSignFormula(names, h)),
    ...childColumns(make, h),
    ...parts.quiet,
  ];
  const rules = rulesFor(context);
  return levelSheet(context, {
    key: "topGoals",
    name,
    table: { name: table, at: AT, rows: rows.length, columns },
    rules: [
      rules.list("kind", names.own.range("CarriedBy")),
      rules.list("direction", names.setting("Directions")),
      rules.number("target"),
      rules.weight("weight"),
    ],
    groups: [
      ["children", "weights", "cascade.below"],
      ["actual", "state", "cascade.figures"],
    ],
    printTo: "active",
    names: [idsName(names.own.range("TopIds"), table, make.head("id"))],
  });
}

export function departmentSheet(
  context: MethodContext,
  name: string,
  above: TableSource,
  below: TableSource,
): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "departmentGoals");
  const rows = rowsWith(context, SAMPLE_DEPARTMENTS, context.isSample ? 1 : 6);
  const values = valuesOf(rows);
  const h = make.heads(DEPARTMENT_KEYS);
  const table = names.own.table("DepartmentGoals");
  const siblings = `ROUND(SUMIFS(${columnOf(table, h, "weightUsed")},${columnOf(table, h, "known")},${cellOf(h, "known")}),6)`;
  const parts = upColumns(context, make, h, below);
  const number = (key: string): CellFormula => parentNumberFormula(above, h, key);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => goalId("B", i)),
    ),
    make.input(
      "parent",
      10,
      values(({ parent }) => goalId("A", parent)),
    ),
    make.input(
      "owner",
      18,
      values(({ owner }) => owner[language]),
      WRAP,
    ),
    make.formula("goal", 28, parentTextFormula(above, h, "goal"), WRAP),
    make.formula("unit", 11, parentTextFormula(above, h, "unit")),
    make.input(
      "kind",
      16,
      values(({ kind }) => text(`word.${CARRY_WORDS[kind]}`)),
    ),
    make.input(
      "share",
      9,
      values(({ share }) => share),
      SHARE,
    ),
    make.input(
      "own",
      10,
      values(() => ""),
      NUMBER,
    ),
    make.formula("target", 11, flowedTargetFormula(above, h), { ...NUMBER, ...BOLD }),
    make.input(
      "weight",
      9,
      values(({ weight }) => weight),
      { ...NUMBER, ...BOLD },
    ),
    make.input(
      "base",
      10,
      values(({ base }) => base),
      NUMBER,
    ),
    ...parts.up,
    make.formula("check", 19, goalTreeCheckFormula(names, h, { isTop: false, hasChildren: true, siblings }), BOLD),
    ...parts.figures,
    make.quiet("known", 8, knownFormula(names.own.range("TopIds"), cellOf(h, "parent"))),
    make.quiet("active", 8, cellFormula(`IF(LEN(${cellOf(h, "known")})>0,1,0)`)),
    make.quiet("parentRow", 8, parentRowFormula(above, h)),
    make.quiet("parentKind", 8, number("kindNo")),
    make.quiet("kindNo", 8, kindNoFormula(names, h)),
    make.quiet("sign", 7, number("sign")),
    ...childColumns(make, h),
    ...parts.quiet,
  ];
  const rules = rulesFor(context);
  return levelSheet(context, {
    key: "departmentGoals",
    name,
    table: { name: table, at: AT, rows: rows.length, columns, filter: true },
    rules: [
      rules.list("parent", names.own.range("TopIds")),
      rules.list("kind", names.own.range("CarriedBy")),
      ...["share", "own", "base"].map((key) => rules.number(key)),
      rules.weight("weight"),
    ],
    groups: [
      ["share", "base", "cascade.flow"],
      ["children", "weights", "cascade.below"],
      ["actual", "state", "cascade.figures"],
    ],
    printTo: "known",
    names: [idsName(names.own.range("DepartmentIds"), table, make.head("id"))],
  });
}

/** A figure of the months for this line. */
const ofMonths = (months: TableSource, h: Headers, key: string): CellFormula => {
  const row = `MATCH(${cellOf(h, "id")},${columnOf(months.table, months.headers, "id")},0)`;
  const found = `INDEX(${columnOf(months.table, months.headers, key)},${row})`;
  return cellFormula(`IF(${cellOf(h, "active")}=0,"",IFERROR(IF(ISNUMBER(${found}),${found},""),""))`);
};

/** Lines of an empty workbook: room for two a person. */
export const lineRows = (context: MethodContext): number =>
  context.isSample ? Math.max(SAMPLE_LINES.length, context.people.length) + 2 : Math.max(6, 2 * context.people.length);

export function linesSheet(context: MethodContext, name: string, above: TableSource, year: TableSource): MethodSheet {
  const { names, text, people, peopleHeaders } = context;
  const make = columnMaker(text, "lineGoals");
  const rows = rowsWith(context, SAMPLE_LINES, lineRows(context) - (context.isSample ? SAMPLE_LINES.length : 0));
  const values = valuesOf(rows);
  const h = make.heads(LINE_KEYS);
  const table = names.own.table("LineGoals");
  const siblings = `ROUND(SUMIFS(${columnOf(table, h, "weightUsed")},${columnOf(table, h, "known")},${cellOf(h, "known")}),6)`;
  const nameOf = personFormula(
    names.table("People"),
    peopleHeaders["id"] ?? "",
    peopleHeaders["name"] ?? "",
    make.head("who"),
  );
  const number = (key: string): CellFormula => parentNumberFormula(above, h, key);
  const check = goalTreeCheckFormula(names, h, { isTop: false, hasChildren: false, siblings });
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => goalId("C", i)),
    ),
    make.input(
      "parent",
      11,
      values(({ parent }) => goalId("B", parent)),
    ),
    make.input(
      "owner",
      9,
      values((_, i) => people[i % Math.max(1, people.length)]?.id),
    ),
    make.formula("name", 14, nameOf),
    make.formula("goal", 28, parentTextFormula(above, h, "goal"), WRAP),
    make.formula("unit", 11, parentTextFormula(above, h, "unit")),
    make.input(
      "share",
      9,
      values(({ share }) => share),
      SHARE,
    ),
    make.input(
      "own",
      10,
      values(() => ""),
      NUMBER,
    ),
    make.formula("target", 11, flowedTargetFormula(above, h), { ...NUMBER, ...BOLD }),
    make.input(
      "weight",
      9,
      values(({ weight }) => weight),
      { ...NUMBER, ...BOLD },
    ),
    make.input(
      "base",
      10,
      values(({ base }) => base),
      NUMBER,
    ),
    make.input(
      "months",
      11,
      values(({ flows }) => text(`word.${flows ? "monthsAdd" : "monthsMean"}`)),
    ),
    make.input(
      "profile",
      11,
      values(({ flows }) => (flows ? "S02" : "")),
    ),
    make.formula("check", 19, check, BOLD),
    make.formula("actual", 11, ofMonths(year, h, "actual"), { ...NUMBER, ...BOLD }),
    make.formula("due", 11, ofMonths(year, h, "due"), NUMBER),
    make.formula("attainment", 11, ofMonths(year, h, "attainment"), { ...SHARE, ...BOLD }),
    make.formula("state", 11, stateFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("DepartmentIds"), cellOf(h, "parent"))),
    make.quiet("who", 8, knownFormula(names.setting("PeopleIds"), cellOf(h, "owner"))),
    make.quiet("active", 8, cellFormula(`IF(AND(LEN(${cellOf(h, "known")})>0,LEN(${cellOf(h, "who")})>0),1,0)`)),
    make.quiet("parentRow", 8, parentRowFormula(above, h)),
    make.quiet("parentKind", 8, number("kindNo")),
    make.quiet("sign", 7, number("sign")),
    make.quiet("profileKnown", 8, knownFormula(names.own.range("Profiles"), cellOf(h, "profile"))),
    make.quiet("flow", 7, cellFormula(`IF(${cellOf(h, "months")}=${names.own.word("monthsAdd")},1,0)`)),
    ...childColumns(make, h),
  ];
  const rules = rulesFor(context);
  return levelSheet(context, {
    key: "lineGoals",
    name,
    table: { name: table, at: AT, rows: rows.length, columns, filter: true },
    rules: [
      rules.list("parent", names.own.range("DepartmentIds")),
      rules.list("owner", names.setting("PeopleIds")),
      rules.list("months", names.own.range("MonthsMake")),
      rules.list("profile", names.own.range("Profiles")),
      ...["share", "own", "base"].map((key) => rules.number(key)),
      rules.weight("weight"),
    ],
    groups: [
      ["share", "base", "cascade.flow"],
      ["months", "profile", "cascade.months"],
      ["actual", "state", "cascade.figures"],
    ],
    printTo: "known",
    names: [],
  });
}
