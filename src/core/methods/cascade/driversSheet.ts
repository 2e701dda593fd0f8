/** The Drivers sheet: a KPI as product, sum or ratio of what drives it, and what each driver did to the gap. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, rulesFor, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import { columnMaker, registerSheet } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { Literal } from "../../blueprint/types";
import { cellOf, columnOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import {
  driverCheckFormula,
  driverCountFormula,
  driverGapFormula,
  driverResultFormula,
  driverShareFormula,
  driversReadyFormula,
  mainDriverFormula,
  ruleNoFormula,
  termFormula,
} from "./driverFormulas";
import { AT, goalId, NUMBER } from "./levelFrame";
import { SAMPLE_KPIS, type SampleKpi } from "./sample";

const ROWS = 5;
const PLACES = [1, 2, 3] as const;
const each = (name: string): string[] => PLACES.map((place) => `${name}${String(place)}`);
const KEYS = [
  ...[
    "id",
    "kpi",
    "rule",
    "goal",
    "target",
    ...each("driver"),
    ...each("plan"),
    ...each("actual"),
    "planned",
    "reached",
  ],
  ...["gap", ...each("part"), "main", "check", "known", "ruleNo", "count", "planReady", "actualReady"],
  ...[...each("p"), ...each("q")],
];

/** A row a KPI with up to three drivers, plan and actual, and each one's part of the gap. */
export function driversSheet(context: MethodContext, name: string, top: TableSource): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "drivers");
  const h = make.heads(KEYS);
  const samples = context.isSample ? SAMPLE_KPIS : [];
  const rows = Array.from({ length: ROWS }, (_, i) => samples[i] ?? null);
  const values = (of: (row: SampleKpi) => Literal | undefined): Literal[] =>
    rows.map((row) => (row === null ? "" : (of(row) ?? "")));
  const target = `INDEX(${columnOf(top.table, top.headers, "target")},MATCH(${cellOf(h, "known")},${columnOf(top.table, top.headers, "id")},0))`;
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => `D0${String(i + 1)}`),
    ),
    make.input(
      "kpi",
      26,
      values(({ kpi }) => kpi[language]),
      WRAP,
    ),
    make.input(
      "rule",
      12,
      values(({ rule }) => text(`word.${rule}`)),
    ),
    make.input(
      "goal",
      10,
      values(({ goal }) => (goal === undefined ? "" : goalId("A", goal))),
    ),
    make.formula(
      "target",
      11,
      cellFormula(`IF(LEN(${cellOf(h, "known")})=0,"",IF(ISNUMBER(${target}),${target},""))`),
      NUMBER,
    ),
    ...PLACES.flatMap((place) => [
      make.input(
        `driver${String(place)}`,
        17,
        values(({ drivers }) => drivers[place - 1]?.name[language]),
        WRAP,
      ),
      make.input(
        `plan${String(place)}`,
        10,
        values(({ drivers }) => drivers[place - 1]?.plan),
        NUMBER,
      ),
      make.input(
        `actual${String(place)}`,
        10,
        values(({ drivers }) => drivers[place - 1]?.actual),
        NUMBER,
      ),
    ]),
    make.formula("planned", 11, driverResultFormula(h, "plan"), { ...NUMBER, ...BOLD }),
    make.formula("reached", 11, driverResultFormula(h, "actual"), { ...NUMBER, ...BOLD }),
    make.formula("gap", 10, driverGapFormula(h), { ...NUMBER, ...BOLD }),
    ...PLACES.map((place) => make.formula(`part${String(place)}`, 11, driverShareFormula(h, place), NUMBER)),
    make.formula("main", 17, mainDriverFormula(h)),
    make.formula("check", 18, driverCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("TopIds"), cellOf(h, "goal"))),
    make.quiet("ruleNo", 8, ruleNoFormula(names, h)),
    make.quiet("count", 8, driverCountFormula(h)),
    make.quiet("planReady", 8, driversReadyFormula(h, "plan")),
    make.quiet("actualReady", 8, driversReadyFormula(h, "actual")),
    ...PLACES.map((place) => make.quiet(`p${String(place)}`, 9, termFormula(h, "plan", place))),
    ...PLACES.map((place) => make.quiet(`q${String(place)}`, 9, termFormula(h, "actual", place))),
  ];
  const table: TablePlacement = { name: names.own.table("Drivers"), at: AT, rows: rows.length, columns };
  const rules = rulesFor(context);
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      names,
      name,
      title: text("drivers.title"),
      subtitle: text("drivers.subtitle"),
      table,
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      groups: [
        ...PLACES.map((place) => ({
          from: `driver${String(place)}`,
          to: `actual${String(place)}`,
          label: text("drivers.driver", { place }),
        })),
        { from: "part1", to: "part3", label: text("drivers.parts") },
      ],
      rules: [
        rules.list("rule", names.own.range("DriverRules")),
        rules.list("goal", names.own.range("TopIds")),
        ...[...each("plan"), ...each("actual")].map((key) => rules.number(key)),
      ],
      frozen: 2,
      printTo: "known",
      headHeight: 34,
      rowHeight: 24,
    }),
  };
}
