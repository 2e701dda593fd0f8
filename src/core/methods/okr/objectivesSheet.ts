/** Objectives: the grades of their key results rolled up by weight. */
import { changeColumn } from "../../blueprint/changeColumn";
import { bodyOf, columnMaker, registerSheet } from "../../blueprint/registerSheet";
import { BOLD, NUMBER, SHARE, WRAP, rowsWith, rulesFor, valuesOf, type MethodSheet } from "../../blueprint/methodSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import { knownFormula, type Headers } from "../../formulas/byKey";
import { cellFormula, column, here } from "../../formulas/columns";
import { OWN_KEY, ownKeyFormula } from "../../formulas/ownRows";
import { gradeWordFormula, objectiveCheckFormula, objectiveFormulas } from "./formulas";
import { SAMPLE_OBJECTIVES } from "./sample";
import { GRADE, AT, objectiveId, personAt, nameOf, type OkrContext } from "./frame";

const OBJECTIVE_KEYS = [
  ...["id", "objective", "owner", "ownerName", "weight", "grade", "word", "coverage", "count", "serves", "check"],
  ...["ownerId", "active", "shares", "graded", "won", OWN_KEY],
];

/** The objectives with the grade that their key results come to. */
export function objectivesSheet(
  context: OkrContext,
  name: string,
  keyResults: { readonly table: string; readonly headers: Headers },
): MethodSheet {
  const { names, text, language } = context;
  const { bands } = context.settings;
  const make = columnMaker(text, "objectives");
  const rows = rowsWith(
    context,
    SAMPLE_OBJECTIVES,
    context.rows.objectives - (context.isSample ? SAMPLE_OBJECTIVES.length : 0),
  );
  const values = valuesOf(rows);
  const h = make.heads(OBJECTIVE_KEYS);
  const rolled = objectiveFormulas(keyResults, h);
  const table = names.own.table("Objectives");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => objectiveId(i)),
    ),
    make.input(
      "objective",
      44,
      values(({ text: words }) => words[language]),
      WRAP,
    ),
    make.input(
      "owner",
      9,
      values(({ owner }) => personAt(context, owner)),
    ),
    make.formula("ownerName", 14, nameOf(context, make.head("ownerId"))),
    make.input(
      "weight",
      9,
      values(({ weight }) => weight),
      { ...NUMBER, ...BOLD },
    ),
    make.formula("grade", 9, rolled.grade, GRADE),
    make.formula("word", 14, gradeWordFormula(names, make.head("grade"))),
    changeColumn(context),
    make.formula("coverage", 13, rolled.coverage, SHARE),
    make.formula("count", 11, rolled.count, { numberFormat: "0" }),
    make.input(
      "serves",
      12,
      values(() => ""),
    ),
    make.formula("check", 18, objectiveCheckFormula(names, table, h), BOLD),
    make.quiet("ownerId", 9, knownFormula(names.setting("PeopleIds"), here(make.head("owner")))),
    make.quiet("active", 8, cellFormula(`IF(LEN(TRIM(${here(make.head("objective"))}))>0,1,0)`)),
    make.quiet("shares", 8, rolled.shares),
    make.quiet("graded", 8, rolled.graded),
    make.quiet("won", 8, rolled.won),
    make.quiet(OWN_KEY, 10, ownKeyFormula(table, h, { owner: "ownerId", counts: "active" })),
  ];
  const placed: TablePlacement = { name: table, at: AT, rows: rows.length, columns };
  const rules = rulesFor(context);
  const base = {
    names,
    name,
    title: text("objectives.title"),
    subtitle: text("objectives.subtitle"),
    table: placed,
    tabColor: "headFill" as const,
    checks: [{ key: "check", also: ["weight"] }],
    frozen: 2,
    printTo: "ownerId",
    printUnder: 18,
    headHeight: 34,
    rowHeight: 30,
  };
  return {
    table: placed,
    headers: headersOf(columns),
    names: [
      { name: names.own.range("Objectives"), refersTo: cellFormula(column(table, make.head("id"))) },
      ...(["from", "band"] as const).map((key) => ({
        name: names.own.range(key === "from" ? "GradeFrom" : "GradeWords"),
        refersTo: cellFormula(column(bands.name, headersOf(bands.columns)[key] ?? "")),
      })),
    ],
    sheet: {
      ...registerSheet({
        ...base,
        rules: [
          rules.list("owner", names.setting("PeopleIds")),
          rules.weight("weight"),
          rules.list("serves", names.own.range("Objectives")),
        ],
        conditional: [{ kind: "dataBar", rect: bodyOf(base, "grade"), min: 0, max: 1 }],
      }),
      charts: [
        {
          kind: "bar",
          title: text("objectives.chart"),
          categories: bodyOf(base, "id"),
          values: bodyOf(base, "grade"),
          seriesName: make.head("grade"),
          at: { row: AT.row + 3 + rows.length, column: 1, rows: 14, columns: 6 },
        },
      ],
    },
  };
}
