/** The page for one person of the workload register: their tasks with their hours, the hours there are, and the load. */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD, WRAP } from "../../blueprint/methodTable";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import type { TableSource } from "../../formulas/byKey";
import {
  roundedHoursFormula,
  hoursOfTask,
  limitsFormula,
  ownAvailableFormula,
  ownLoadFormula,
  ownRoomFormula,
} from "./formulas";
import { YEAR } from "./period";

const ROWS = 12;
const HOURS = { numberFormat: "#,##0.0", horizontal: "Right" } as const;
const FACT = { numberFormat: "#,##0.0" } as const;
const PLAIN = { numberFormat: "General", horizontal: "Right" } as const;

/** Tasks and load of the person who is picked. */
export function workloadPage(context: MethodContext, tasks: TableSource, load: TableSource): MethodPart {
  const { names } = context;
  return methodPersonPage(context, {
    shows: {
      register: tasks,
      owner: "known",
      count: ROWS,
      columns: [
        { key: "every", from: "text", width: 13 },
        { key: "task", from: "text", width: 40, style: WRAP },
        { key: "times", from: "number", width: 8, style: PLAIN },
        { key: "minutes", from: "number", width: 10, style: PLAIN },
        { key: "hoursOfTask", from: hoursOfTask, width: 28 },
        { key: "hours", from: "number", width: 12, style: { ...HOURS, ...BOLD } },
        { key: "note", from: "text", width: 26, style: WRAP },
      ],
      rowHeight: 30,
    },
    results: load,
    facts: [
      { key: "load", kind: "number", style: { numberFormat: "0%", font: { bold: true, size: 14 } } },
      { key: "planned", kind: "number", style: FACT },
      { key: "available", kind: "number", style: FACT },
      { key: "room", kind: "number", style: { numberFormat: "+#,##0.0;-#,##0.0;0.0" } },
      { key: "tasks", kind: "number" },
      { key: "share", kind: "number", style: { numberFormat: "0%" } },
      { key: "absent", kind: "number" },
    ],
    how: [
      { key: "workPlanned", value: (at) => roundedHoursFormula(at("planned")) },
      {
        key: "workAvailable",
        value: (at) => ownAvailableFormula(names, { share: at("share"), absent: at("absent"), hours: at("available") }),
      },
      { key: "workLoad", value: (at) => ownLoadFormula(at("planned"), at("available"), at("load")) },
      { key: "workRoom", value: (at) => ownRoomFormula(at("available"), at("planned"), at("room")) },
      { key: "workLimits", value: () => limitsFormula(names) },
      { key: "workSays", value: { result: "check", kind: "text" } },
      { key: "workMerit", value: null },
    ],
    trend: YEAR,
  });
}
