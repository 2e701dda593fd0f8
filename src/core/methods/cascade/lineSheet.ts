/** The lines of the people: the target that has come down, and what their months make of it. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, WRAP, rowsWith, rulesFor, valuesOf, type MethodSheet } from "../../blueprint/methodSheet";
import { columnMaker } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, knownFormula, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import { OWN_KEY, ownKeyFormula } from "../../formulas/ownRows";
import { personFormula } from "../../formulas/resultFormulas";
import {
  flowedTargetFormula,
  goalTreeCheckFormula,
  parentNumberFormula,
  parentRowFormula,
  parentTextFormula,
  stateFormula,
} from "./levelFormulas";
import { SAMPLE_LINES } from "./sample";
import { AT, NUMBER, SHARE, goalId, LINE_KEYS, childColumns, levelSheet } from "./levelFrame";

/** A figure of the months for this line. */
const ofMonths = (months: TableSource, h: Headers, key: string): CellFormula => {
  const row = `MATCH(${cellOf(h, "id")},${columnOf(months.table, months.headers, "id")},0)`;
  const found = `INDEX(${columnOf(months.table, months.headers, key)},${row})`;
  return cellFormula(`IF(${cellOf(h, "active")}=0,"",IFERROR(IF(ISNUMBER(${found}),${found},""),""))`);
};

/** Lines of an empty workbook: room for two a person. */
export const lineRows = (context: MethodContext): number =>
  context.isSample ? Math.max(SAMPLE_LINES.length, context.people.length) + 2 : Math.max(6, 2 * context.people.length);

/** The people's lines: a row a person and goal. */
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
    make.quiet(OWN_KEY, 10, ownKeyFormula(table, h, { owner: "who", counts: "active" })),
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
