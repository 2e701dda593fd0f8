/** Check-in and feedback interview records: the employee's view first, agreed actions, who is due for a talk. */
import { checksSheet, type CheckRow } from "../../blueprint/checksSheet";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { TALK_KINDS } from "./formulas";
import { checkInsReading } from "./reading";
import { recordSheet } from "./record";
import { SAMPLE_STAFF } from "./sample";
import { actionsSheet, overviewSheet, talksSheet, type TalkSheet } from "./sheets";

const part = (key: string, { sheet, table, names }: TalkSheet): MethodPart => ({
  sheet,
  tables: { [key]: table },
  names,
});
const source = ({ table, headers }: TalkSheet) => ({ table: table.name, headers });

function build(context: MethodContext): readonly MethodPart[] {
  const { sheetName } = context;
  const talks = talksSheet(context, sheetName("talks"));
  const actions = actionsSheet(context, sheetName("actions"), source(talks));
  const overview = overviewSheet(context, sheetName("overview"), source(talks), source(actions));
  const record = recordSheet(context, sheetName("record"), source(talks), source(actions));
  const rows = ({ table, headers, sheet }: TalkSheet, words: readonly string[]): CheckRow[] =>
    words.map((word) => ({ word, table: table.name, header: headers["check"] ?? "", sheet: sheet.name }));
  const checks = [
    ...rows(talks, ["unknown", "noDate", "outside", "noTalkKind", "employeeFirst", "nextBefore", "notSigned"]),
    ...rows(actions, ["unknown", "noOwner", "noDue", "overdue"]),
    ...rows(overview, ["talkOverdue", "noMid", "noFeedback", "actionsLate"]),
  ];
  return [
    part("Talks", talks),
    part("Actions", actions),
    part("Overview", overview),
    part("Record", record),
    { sheet: checksSheet(context, sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const CHECK_INS: MethodDefinition = {
  id: "check-ins",
  name: { en: "Check-ins and feedback interviews", "zh-CN": "绩效辅导与面谈记录" },
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
  build,
  sampleStage: 2,
  sampleAsOf: 0.6,
  start: "talks",
};
