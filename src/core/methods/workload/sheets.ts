/** The sheets of the workload register: tasks with their hours, and the load of each person. */
import { changeColumn } from "../../blueprint/changeColumn";
import {
  BOLD,
  listAlert,
  methodTable,
  nameFormula,
  stopAlert,
  WHOLE,
  WRAP,
  withBars,
  BARS_ROWS,
} from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { rowsWith, valuesOf } from "../../blueprint/methodSheet";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { ruleFormula } from "../../formulas/columns";
import { OWN_KEY, ownKeyFormula } from "../../formulas/ownRows";
import {
  availableFormula,
  hoursFormula,
  loadCheckFormula,
  loadFormula,
  plannedFormula,
  roomFormula,
  taskCheckFormula,
  tasksOfFormula,
  unitsFormula,
} from "./formulas";
import { CAPACITIES, TASKS } from "./sample";

const HOURS = { numberFormat: "#,##0.0", horizontal: "Right" } as const;
const TASK_KEYS = [
  "id",
  "task",
  "person",
  "name",
  "every",
  "times",
  "minutes",
  "hours",
  "note",
  "check",
  "known",
  "units",
  OWN_KEY,
];
const LEAST_ROWS = 20;
const ROWS_A_PERSON = 6;

/** The tasks with their hours. */
export function tasksSheet(context: MethodContext): MethodTable {
  const { names, text, people, language, isSample } = context;
  const make = columnMaker(text, "workTasks");
  const h = make.heads(TASK_KEYS);
  const wanted = Math.max(LEAST_ROWS, people.length * ROWS_A_PERSON);
  const rows = rowsWith(context, TASKS, wanted - (isSample ? TASKS.length : 0));
  const of = valuesOf(rows);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => `T${String(i + 1).padStart(3, "0")}`),
    ),
    make.input(
      "task",
      38,
      of(({ task }) => task[language]),
      WRAP,
    ),
    make.input(
      "person",
      9,
      of(({ person }) => people[person % Math.max(1, people.length)]?.id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("known"))),
    make.input(
      "every",
      12,
      of(({ every }) => text(`word.${every}`)),
    ),
    make.input(
      "times",
      10,
      of(({ times }) => times),
      { numberFormat: "General" },
    ),
    make.input(
      "minutes",
      12,
      of(({ minutes }) => minutes),
      { numberFormat: "General" },
    ),
    make.formula("hours", 14, hoursFormula(h), { ...HOURS, ...BOLD }),
    make.input(
      "note",
      30,
      rows.map(() => ""),
      WRAP,
    ),
    make.formula("check", 20, taskCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
    make.quiet("units", 9, unitsFormula(names, h)),
    make.quiet(OWN_KEY, 10, ownKeyFormula(names.own.table("WorkTasks"), h, { owner: "known" })),
  ];
  const number = (key: string) => ({
    key,
    rule: { kind: "decimal" as const, min: 0, max: 1_000_000 },
    alert: stopAlert(context, "notBelow0"),
  });
  return methodTable(context, "WorkTasks", "workTasks", columns, rows.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      listRule("person", ruleFormula(names.setting("PeopleIds")), listAlert(context)),
      listRule("every", ruleFormula(names.own.range("Every")), listAlert(context)),
      number("times"),
      number("minutes"),
    ],
    frozen: 2,
    printTo: "known",
  });
}

/** A row a person: hours planned and available. */
export function loadSheet(context: MethodContext, tasks: TableSource): MethodTable {
  const { names, text, people, isSample } = context;
  const make = columnMaker(text, "workLoad");
  const h = make.heads(["id", "name", "share", "absent", "tasks", "planned", "available", "load", "room", "check"]);
  const capacity = people.map((_, i) => (isSample ? CAPACITIES[i % CAPACITIES.length] : undefined));
  const rows = Math.max(1, people.length);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 20, nameFormula(context, make.head("id"))),
    make.input(
      "share",
      14,
      capacity.map((entry) => entry?.share ?? 1),
      { numberFormat: "0%" },
    ),
    make.input(
      "absent",
      14,
      capacity.map((entry) => entry?.absent ?? ""),
      { numberFormat: "General" },
    ),
    make.formula("tasks", 10, tasksOfFormula(h, tasks), WHOLE),
    make.formula("planned", 14, plannedFormula(h, tasks), HOURS),
    make.formula("available", 14, availableFormula(names, h), HOURS),
    make.formula("load", 12, loadFormula(h), { numberFormat: "0%", ...BOLD }),
    changeColumn(context, "+0%;-0%;0%"),
    make.formula("room", 12, roomFormula(h), { numberFormat: "+#,##0.0;-#,##0.0;0.0" }),
    make.formula("check", 24, loadCheckFormula(names, h), BOLD),
  ];
  const plan = {
    tabColor: "headFill" as const,
    checks: [{ key: "check", also: ["load"] }],
    rules: [
      { key: "share", rule: { kind: "decimal" as const, min: 0, max: 1 }, alert: stopAlert(context, "share") },
      { key: "absent", rule: { kind: "decimal" as const, min: 0, max: 366 }, alert: stopAlert(context, "notBelow0") },
    ],
    frozen: 2,
    printUnder: BARS_ROWS,
  };
  const made = methodTable(context, "WorkLoad", "workLoad", columns, rows, plan);
  return withBars(made, { title: text("workLoad.chart"), value: "load", width: 7 });
}
