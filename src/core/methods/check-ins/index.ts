/** Check-in and feedback interview records: the employee's view first, agreed actions, who is due for a talk. */
import { checksSheet } from "../../blueprint/checksSheet";
import { checkRows, labelledRows, partOf, sourceOf } from "../../blueprint/methodSheet";
import { rowlessRow } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { CHECK_IN_CHECKS } from "./checks";
import { PERIOD, YEAR } from "./period";
import { HANDOUT } from "./handout";
import { TALK_KINDS } from "./formulas";
import { checkInsReading } from "./reading";
import { recordSheet } from "./record";
import { SAMPLE_STAFF } from "./sample";
import { actionsSheet, overviewSheet, talksSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const { sheetName } = context;
  const talks = talksSheet(context, sheetName("talks"));
  const actions = actionsSheet(context, sheetName("actions"), sourceOf(talks));
  const overview = overviewSheet(context, sheetName("overview"), sourceOf(talks), sourceOf(actions));
  const record = recordSheet(context, sheetName("record"), sourceOf(talks), sourceOf(actions));
  const checks = [
    ...checkRows(talks, ["unknown", "outside", "noTalkKind", "employeeFirst", "nextBefore"]),
    ...labelledRows(talks, { noDate: "talkUndated", notSigned: "talkUnsigned" }),
    ...checkRows(actions, ["unknown", "overdue"]),
    ...labelledRows(actions, { noOwner: "actionOwnerless", noDue: "actionUndated" }),
    ...checkRows(overview, ["talkOverdue", "noMid", "noFeedback", "actionsLate"]),
    rowlessRow(context, overview),
  ];
  return [
    partOf("Talks", talks),
    partOf("Actions", actions),
    partOf("Overview", overview),
    partOf("Record", record),
    { sheet: checksSheet(context, sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const CHECK_INS: MethodDefinition = {
  id: "check-ins",
  name: METHOD_CARDS["check-ins"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [{ key: "Days", value: 31, limits: [1, 366] }],
    words: [
      ...[...TALK_KINDS, "byEmployee", "byManager", "open", "done", "overdue"],
      ...["noDate", "noTalkKind", "employeeFirst", "nextBefore", "notSigned", "noOwner", "noDue"],
      ...["talkOverdue", "noMid", "noFeedback", "actionsLate"],
    ],
    lists: { TalkKinds: TALK_KINDS, Sides: ["byEmployee", "byManager"] },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["talks", "actions", "overview", "record", "checks"],
  reading: checkInsReading,
  checks: CHECK_IN_CHECKS,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: onePerPerson("Overview"),
  },
  build,
  handout: HANDOUT,
  sampleStage: 2,
  sampleAsOf: 0.6,
  start: "talks",
};
