/** Workload register: hours of all tasks against the hours that each person has. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { METHOD_CARDS } from "../list";
import { WORKLOAD_CHECKS } from "./checks";
import { workloadPage } from "./page";
import { PERIOD, YEAR } from "./period";
import { onePerPerson } from "../../people/peopleTables";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { EVERY } from "./formulas";
import { workloadReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { loadSheet, tasksSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const tasks = tasksSheet(context);
  const load = loadSheet(context, sourceOf(tasks));
  const checks = [
    ...wordRows(tasks, ["noTask", "nobody", "unknown", "noEvery"]),
    ...wordRows(tasks, ["incomplete"]).map((row) => ({ ...row, label: "taskIncomplete" })),
    ...wordRows(load, ["noTime", "overloaded", "underloaded"]),
    rowlessRow(context, load),
  ];
  return [
    partOf(tasks),
    partOf(load),
    workloadPage(context, sourceOf(tasks), sourceOf(load)),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const LEFT = { numberFormat: "General", horizontal: "Left" } as const;
const PERCENT = { numberFormat: "0%", horizontal: "Left" } as const;
/** Working days of a period: five of seven, less about four in a hundred for public holidays. */
const workDays = ({ period: { from, to } }: Pick<MethodContext, "period">): number =>
  Math.round((((to - from + 1) * 5) / 7) * 0.96);

export const WORKLOAD: MethodDefinition = {
  id: "workload",
  name: METHOD_CARDS.workload.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [
      { key: "WorkDays", value: workDays, style: LEFT, limits: [0, 366] },
      { key: "HoursPerDay", value: 8, style: LEFT, limits: [0, 24] },
      { key: "Reserve", value: 0.15, style: PERCENT, limits: [0, 1] },
      { key: "OverLoad", value: 1.1, style: PERCENT, limits: [0, 5] },
      { key: "UnderLoad", value: 0.7, style: PERCENT, limits: [0, 5] },
    ],
    words: [...EVERY, "noTask", "nobody", "noEvery", "noTime", "overloaded", "underloaded"],
    lists: { Every: EVERY },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["workTasks", "workLoad", "person", "proof", "checks"],
  reading: workloadReading,
  checks: WORKLOAD_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  // Tasks are typed under each other, whoever does them: that table grows by itself.
  people: { tables: [{ table: "WorkLoad", person: "id", start: { share: 1 } }, ...onePerPerson("MethodProof")] },
  build,
  handout: HANDOUT,
  sampleStage: 1,
  start: "workTasks",
};
