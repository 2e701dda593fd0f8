/** Key results: start, target, latest figure, grade and progress. */
import { bodyOf, columnMaker, firstCellOf, registerSheet } from "../../blueprint/registerSheet";
import {
  BOLD,
  DATE,
  DECIMALS,
  NUMBER,
  SHARE,
  WRAP,
  rowsWith,
  rulesFor,
  valuesOf,
  type MethodSheet,
} from "../../blueprint/methodSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import { knownFormula } from "../../formulas/byKey";
import { cellFormula, column, here, ruleFormula } from "../../formulas/columns";
import { OWN_KEY, ownKeyFormula } from "../../formulas/ownRows";
import { paceFormulas } from "../../formulas/paceFormulas";
import { recordCountFormula } from "../../formulas/placeInTime";
import {
  activeFormula,
  gradedShareFormula,
  gradeFormula,
  gradeWordFormula,
  keyResultCheckFormula,
  latestFormula,
  shareFormula,
  signFormula,
  wonFormula,
} from "./formulas";
import { GRADE, AT, objectiveId, keyResultId, personAt, nameOf, sampleKeyResults, type OkrContext } from "./frame";

const PACE = ["time", "expected", "missing", "paceNeeded", "forecast", "state"] as const;
export const KEY_RESULT_KEYS = [
  ...["id", "objective", "keyResult", "owner", "ownerName", "unit", "start", "target", "actual", "grade", "word"],
  ...["confidence", "weight", "lastOn", ...PACE, "check"],
  ...["known", "ownerId", "active", "talks", "share", "gradedShare", "won", "sign", OWN_KEY],
];

/** The key results with start, target, latest figure and grade. */
export function keyResultsSheet(context: OkrContext, name: string, checkIns: MethodSheet): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "keyResults");
  const rows = rowsWith(context, sampleKeyResults(context), context.rows.keyResults - sampleKeyResults(context).length);
  const values = valuesOf(rows);
  const h = make.heads(KEY_RESULT_KEYS);
  const source = { table: checkIns.table.name, headers: checkIns.headers };
  const own = names.own.table("KeyResults");
  const pace = paceFormulas(
    {
      start: make.head("start"),
      target: make.head("target"),
      actual: make.head("actual"),
      sign: make.head("sign"),
      time: make.head("time"),
      missing: make.head("missing"),
      expected: make.head("expected"),
    },
    {
      from: names.setting("From"),
      due: names.setting("To"),
      asOf: names.setting("AsOf"),
      reached: names.own.word("reached"),
      onTrack: names.own.word("onTrack"),
      behind: names.own.word("behind"),
    },
  );
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => keyResultId(i)),
    ),
    make.input(
      "objective",
      10,
      values(({ objective }) => objectiveId(objective)),
    ),
    make.input(
      "keyResult",
      34,
      values(({ sample }) => sample.text[language]),
      WRAP,
    ),
    make.input(
      "owner",
      9,
      values(({ sample }) => personAt(context, sample.owner)),
    ),
    make.formula("ownerName", 14, nameOf(context, make.head("ownerId"))),
    make.input(
      "unit",
      11,
      values(({ sample }) => sample.unit[language]),
      WRAP,
    ),
    make.input(
      "start",
      9,
      values(({ sample }) => sample.start),
      NUMBER,
    ),
    make.input(
      "target",
      9,
      values(({ sample }) => sample.target),
      { ...NUMBER, ...BOLD },
    ),
    make.formula("actual", 9, latestFormula(source, h, "value"), { ...NUMBER, ...BOLD }),
    make.formula("grade", 8, gradeFormula(h), GRADE),
    make.formula("word", 13, gradeWordFormula(names, make.head("grade"))),
    make.formula("confidence", 12, latestFormula(source, h, "confidence"), NUMBER),
    make.input(
      "weight",
      9,
      values(({ sample }) => sample.weight),
      NUMBER,
    ),
    make.formula("lastOn", 12, latestFormula(source, h, "date"), DATE),
    make.formula("time", 9, pace.time, SHARE),
    make.formula("expected", 10, pace.expected, DECIMALS),
    make.formula("missing", 9, pace.missing, DECIMALS),
    make.formula("paceNeeded", 11, pace.paceNeeded, DECIMALS),
    make.formula("forecast", 10, pace.forecast, DECIMALS),
    make.formula("state", 12, pace.state, BOLD),
    make.formula("check", 17, keyResultCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.own.range("Objectives"), here(make.head("objective")))),
    make.quiet("ownerId", 9, knownFormula(names.setting("PeopleIds"), here(make.head("owner")))),
    make.quiet("active", 8, activeFormula(h)),
    make.quiet("talks", 8, recordCountFormula(source, h)),
    make.quiet("share", 8, shareFormula(h)),
    make.quiet("gradedShare", 9, gradedShareFormula(h)),
    make.quiet("won", 8, wonFormula(h)),
    make.quiet("sign", 7, signFormula(h)),
    make.quiet(OWN_KEY, 10, ownKeyFormula(own, h, { owner: "ownerId", counts: "active" })),
  ];
  const table: TablePlacement = {
    name: own,
    at: AT,
    rows: rows.length,
    columns,
    filter: true,
  };
  const rules = rulesFor(context);
  const base = {
    names,
    name,
    title: text("keyResults.title"),
    subtitle: text("keyResults.subtitle", { asOf: text("settings.asOf") }),
    table,
    tabColor: "inputFill" as const,
    checks: [{ key: "check" }],
    frozen: 3,
    printTo: "known",
    headHeight: 34,
    rowHeight: 30,
  };
  const behind = ruleFormula(`${firstCellOf(base, "state")}=${names.own.word("behind")}`);
  return {
    table,
    headers: headersOf(columns),
    names: [{ name: names.setting("IndicatorIds"), refersTo: cellFormula(column(table.name, make.head("id"))) }],
    sheet: registerSheet({
      ...base,
      groups: [
        { from: "actual", to: "confidence", label: text("keyResults.latest") },
        { from: "time", to: "state", label: text("keyResults.progress") },
      ],
      rules: [
        rules.list("objective", names.own.range("Objectives")),
        rules.list("owner", names.setting("PeopleIds")),
        rules.number("start"),
        rules.number("target"),
        rules.number("weight", 0, 1000),
      ],
      conditional: [
        { kind: "formula", rect: bodyOf(base, "state"), formula: behind, style: { fill: "warningFill", bold: true } },
        { kind: "dataBar", rect: bodyOf(base, "grade"), min: 0, max: 1 },
      ],
    }),
  };
}
