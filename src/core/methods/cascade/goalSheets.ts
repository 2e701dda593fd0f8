/** The two upper levels of the cascade as sheets of their own: the organisation and its departments. */
import { changeColumn } from "../../blueprint/changeColumn";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, WRAP, rowsWith, rulesFor, valuesOf, type MethodSheet } from "../../blueprint/methodSheet";
import { columnMaker } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, isBlank, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import {
  flowedTargetFormula,
  goalTreeCheckFormula,
  kindNoFormula,
  parentNumberFormula,
  parentRowFormula,
  parentTextFormula,
  topSignFormula,
} from "./levelFormulas";
import { SAMPLE_DEPARTMENTS, SAMPLE_TOP } from "./sample";
import {
  AT,
  NUMBER,
  SHARE,
  goalId,
  CARRY_WORDS,
  TOP_KEYS,
  DEPARTMENT_KEYS,
  childColumns,
  upColumns,
  levelSheet,
  idsName,
} from "./levelFrame";

/** The organisation's goals. */
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
    changeColumn(context, "+0.0%;-0.0%;0.0%"),
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

/** The departments' goals, under those of the organisation. */
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
