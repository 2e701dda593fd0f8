/** Formulas of talks, agreed actions and the overview of a person. */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, downToHere, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** Kinds of talk, in the order of the list. */
export const TALK_KINDS = ["talkPlan", "talkCoach", "talkMid", "talkFeedback", "talkAppeal"] as const;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** 1 for a talk with a known person on a day up to the as-of date. */
export const talkCountsFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(LEN(${cellOf(h, "known")})>0,ISNUMBER(${cellOf(h, "date")})),IF(${cellOf(h, "date")}<=${names.setting("AsOf")},1,0),0)`,
  );

/** Number of the talk's kind in its list, 0 for none. */
export const talkKindFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, "kind")},${names.own.range("TalkKinds")},0),0)`);

/** What is missing in the record of a talk; the employee's view stands before the manager's. */
export function talkCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const [date, person] = [cellOf(h, "date"), cellOf(h, "person")];
  const cases: readonly (readonly [string, string])[] = [
    [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
    [`NOT(ISNUMBER(${date}))`, names.own.word("noDate")],
    [`OR(N(${date})<${names.setting("From")},N(${date})>=${names.setting("To")}+1)`, names.word("outside")],
    [`${cellOf(h, "kindNo")}=0`, names.own.word("noTalkKind")],
    [`AND(${isBlank(cellOf(h, "own"))},NOT(${isBlank(cellOf(h, "manager"))}))`, names.own.word("employeeFirst")],
    [`AND(ISNUMBER(${cellOf(h, "nextOn")}),N(${cellOf(h, "nextOn")})<=N(${date}))`, names.own.word("nextBefore")],
    [
      `AND(${names.setting("StageNo")}>=3,COUNT(${cellOf(h, "signE")},${cellOf(h, "signM")})<2)`,
      names.own.word("notSigned"),
    ],
  ];
  return cellFormula(
    `IF(AND(${isBlank(person)},${isBlank(cellOf(h, "own"))},${isBlank(cellOf(h, "manager"))}),"",${firstWord(cases, names.word("ok"))})`,
  );
}

/** A text or number of the talk that an action belongs to. */
export const ofTalkFormula = (talks: TableSource, h: Headers, key: string): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "knownTalk")})=0,"",IFERROR(INDEX(${of(talks, key)},MATCH(${cellOf(h, "knownTalk")},${of(talks, "id")},0))&"",""))`,
  );
/** 1 for an action of a known talk that is not done by the as-of date; and of those 1 for a due date before it. */
export const openFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${isBlank(cellOf(h, "action"))},LEN(${cellOf(h, "knownTalk")})=0),0,` +
      `IF(ISNUMBER(${cellOf(h, "doneOn")}),IF(${cellOf(h, "doneOn")}>${names.setting("AsOf")},1,0),1))`,
  );

/** 1 where an open action is past its day, else 0. */
export const lateFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(${cellOf(h, "open")}=1,ISNUMBER(${cellOf(h, "due")})),IF(${cellOf(h, "due")}<${names.setting("AsOf")},1,0),0)`,
  );

/** Days by which an action is late; empty where it is not. */
export const overdueDaysFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "late")}=1,${names.setting("AsOf")}-${cellOf(h, "due")},"")`);

/** Word for the state of an action: overdue, open or done. */
export const actionStateFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${isBlank(cellOf(h, "action"))},LEN(${cellOf(h, "knownTalk")})=0),"",` +
      `IF(${cellOf(h, "late")}=1,${names.own.word("overdue")},IF(${cellOf(h, "open")}=1,${names.own.word("open")},${names.own.word("done")})))`,
  );
/** Number of the action within its talk, and both in one: by this the record of a talk finds its actions. */
export const actionKeyFormula = (table: string, h: Headers): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "knownTalk")})=0,"",${cellOf(h, "knownTalk")}&"/"&COUNTIFS(${downToHere(table, h, "knownTalk")},${cellOf(h, "knownTalk")}))`,
  );

/** What an action lacks: a known talk, an owner, a day; else OK. */
export function actionCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const cases: readonly (readonly [string, string])[] = [
    [`LEN(${cellOf(h, "knownTalk")})=0`, names.word("unknown")],
    [isBlank(cellOf(h, "owner")), names.own.word("noOwner")],
    [`NOT(ISNUMBER(${cellOf(h, "due")}))`, names.own.word("noDue")],
    [`${cellOf(h, "late")}=1`, names.own.word("overdue")],
  ];
  return cellFormula(`IF(${isBlank(cellOf(h, "action"))},"",${firstWord(cases, names.word("ok"))})`);
}

/** The overview: talks of each kind, actions still open and overdue. */
export const talksOfKindFormula = (talks: TableSource, h: Headers, kind: (typeof TALK_KINDS)[number]): CellFormula =>
  cellFormula(
    `COUNTIFS(${of(talks, "known")},${cellOf(h, "id")},${of(talks, "counted")},1,${of(talks, "kindNo")},${String(TALK_KINDS.indexOf(kind) + 1)})`,
  );

/** How many open (or late) actions a person has. */
export const actionsFormula = (actions: TableSource, h: Headers, key: "open" | "late"): CellFormula =>
  cellFormula(`COUNTIFS(${of(actions, "who")},${cellOf(h, "id")},${of(actions, key)},1)`);
/** Days since the last talk; since the period's first day where there was none. */
export const sinceFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `MAX(0,MIN(${names.setting("AsOf")},${names.setting("To")})-MAX(${names.setting("From")},N(${cellOf(h, "lastOn")})))`,
  );

/** What a person's talks lack at this stage; else OK. */
export function overviewCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const stage = names.setting("StageNo");
  const cases: readonly (readonly [string, string])[] = [
    [`AND(${stage}=2,${cellOf(h, "since")}>${names.own.cell("Days")})`, names.own.word("talkOverdue")],
    [
      `AND(${stage}=2,ISNUMBER(${cellOf(h, "nextOn")}),N(${cellOf(h, "nextOn")})<${names.setting("AsOf")})`,
      names.own.word("talkOverdue"),
    ],
    [`AND(${stage}>=3,${cellOf(h, "mid")}=0)`, names.own.word("noMid")],
    [`AND(${stage}>=4,${cellOf(h, "feedback")}=0)`, names.own.word("noFeedback")],
    [`${cellOf(h, "late")}>0`, names.own.word("actionsLate")],
  ];
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** The day until which the next talk is due after one on a day, for the example that is handed out. */
export const nextTalkFormula = (names: InstanceNames, last: string): CellFormula =>
  cellFormula(`${last}+${names.own.cell("Days")}`);
