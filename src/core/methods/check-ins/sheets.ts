/** The sheets of the talk records: talks, agreed actions, the overview of all people. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, DATE, WHOLE, dayAt, rowsWith, rulesFor, valuesOf, type MethodSheet } from "../../blueprint/methodSheet";
import { bodyOf, columnMaker, registerSheet } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { CellStyle } from "../../blueprint/types";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, column } from "../../formulas/columns";
import { dayFormula, latestPositiveFormula, placeFormula, recordCountFormula } from "../../formulas/placeInTime";
import { personFormula } from "../../formulas/resultFormulas";
import {
  actionCheckFormula,
  actionKeyFormula,
  actionsFormula,
  actionStateFormula,
  lateFormula,
  ofTalkFormula,
  openFormula,
  overdueDaysFormula,
  overviewCheckFormula,
  sinceFormula,
  talkCheckFormula,
  talkCountsFormula,
  talkKindFormula,
  talksOfKindFormula,
} from "./formulas";
import { SAMPLE_ACTIONS, SAMPLE_TALKS } from "./sample";

const AT = { row: 4, column: 0 };
const TEXT: CellStyle = { wrap: true };
const EMPTY_TALKS = 12;
const EMPTY_ACTIONS = 12;

const three = (number: number): string => String(number).padStart(3, "0");
const talkId = (i: number): string => `T${three(i + 1)}`;
const nameOf = ({ names, peopleHeaders }: MethodContext, header: string) =>
  personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders["name"] ?? "", header);

const TALK_KEYS = [
  ...["id", "date", "person", "name", "kind", "topics", "own", "manager", "strengths", "improve", "support"],
  ...["disagreement", "nextOn", "signE", "signM", "check", "known", "kindNo", "counted", "day", "place"],
];

/** The talks: a row a talk with its kind, day and both views. */
export function talksSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language, people } = context;
  const make = columnMaker(text, "talks");
  const rows = rowsWith(context, SAMPLE_TALKS, EMPTY_TALKS);
  const values = valuesOf(rows);
  const h = make.heads(TALK_KEYS);
  const table = names.own.table("Talks");
  const on = (share: number): number => dayAt(context, share);
  const rules = rulesFor(context);
  const words = (key: "topics" | "own" | "manager" | "strengths" | "improve" | "support", width: number) =>
    make.input(
      key,
      width,
      values((talk) => talk[key]?.[language]),
      TEXT,
    );
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => talkId(i)),
    ),
    make.input(
      "date",
      12,
      values(({ day }) => on(day)),
      DATE,
    ),
    make.input(
      "person",
      9,
      values(({ person }) => people[person % Math.max(1, people.length)]?.id),
    ),
    make.formula("name", 14, nameOf(context, make.head("known"))),
    make.input(
      "kind",
      14,
      values(({ kind }) => text(`word.${kind}`)),
    ),
    words("topics", 22),
    words("own", 32),
    words("manager", 32),
    words("strengths", 20),
    words("improve", 20),
    words("support", 20),
    make.input(
      "disagreement",
      20,
      values(() => ""),
      TEXT,
    ),
    make.input(
      "nextOn",
      12,
      values(({ next }) => on(next)),
      DATE,
    ),
    make.input(
      "signE",
      12,
      values(({ day }) => on(day)),
      DATE,
    ),
    make.input(
      "signM",
      12,
      values(({ day }) => on(day)),
      DATE,
    ),
    make.formula("check", 18, talkCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
    make.quiet("kindNo", 7, talkKindFormula(names, h)),
    make.quiet("counted", 8, talkCountsFormula(names, h)),
    make.quiet("day", 8, dayFormula(h)),
    make.quiet("place", 7, placeFormula(table, h)),
  ];
  const placed: TablePlacement = { name: table, at: AT, rows: rows.length, columns, filter: true };
  return {
    table: placed,
    headers: headersOf(columns),
    names: [{ name: names.own.range("TalkIds"), refersTo: cellFormula(column(table, make.head("id"))) }],
    sheet: registerSheet({
      names,
      name,
      title: text("talks.title"),
      subtitle: text("talks.subtitle"),
      table: placed,
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      groups: [
        { from: "own", to: "manager", label: text("talks.views") },
        { from: "strengths", to: "disagreement", label: text("talks.outcome") },
        { from: "signE", to: "signM", label: text("talks.signed") },
      ],
      rules: [
        ...["date", "nextOn", "signE", "signM"].map((key) => rules.date(key)),
        rules.list("person", names.setting("PeopleIds")),
        rules.list("kind", names.own.range("TalkKinds")),
      ],
      frozen: 4,
      printTo: "known",
      headHeight: 34,
      rowHeight: 30,
    }),
  };
}

const ACTION_KEYS = [
  ...["id", "talk", "name", "action", "owner", "due", "doneOn", "state", "days", "check"],
  ...["knownTalk", "who", "open", "late", "key"],
];

/** The agreed actions with owner, day and state. */
export function actionsSheet(context: MethodContext, name: string, talks: TableSource): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "actions");
  const rows = rowsWith(context, SAMPLE_ACTIONS, EMPTY_ACTIONS);
  const values = valuesOf(rows);
  const h = make.heads(ACTION_KEYS);
  const table = names.own.table("Actions");
  const on = (share: number): number => dayAt(context, share);
  const rules = rulesFor(context);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => `A${three(i + 1)}`),
    ),
    make.input(
      "talk",
      9,
      values(({ talk }) => talkId(talk)),
    ),
    make.formula("name", 14, ofTalkFormula(talks, h, "name")),
    make.input(
      "action",
      44,
      values(({ action }) => action[language]),
      TEXT,
    ),
    make.input(
      "owner",
      12,
      values(({ byManager }) => text(`word.${byManager === true ? "byManager" : "byEmployee"}`)),
    ),
    make.input(
      "due",
      12,
      values(({ due }) => on(due)),
      DATE,
    ),
    make.input(
      "doneOn",
      12,
      values(({ doneOn }) => (doneOn === undefined ? "" : on(doneOn))),
      DATE,
    ),
    make.formula("state", 11, actionStateFormula(names, h), BOLD),
    make.formula("days", 12, overdueDaysFormula(names, h), WHOLE),
    make.formula("check", 18, actionCheckFormula(names, h), BOLD),
    make.quiet("knownTalk", 9, knownFormula(names.own.range("TalkIds"), cellOf(h, "talk"))),
    make.quiet("who", 8, ofTalkFormula(talks, h, "known")),
    make.quiet("open", 7, openFormula(names, h)),
    make.quiet("late", 7, lateFormula(names, h)),
    make.quiet("key", 9, actionKeyFormula(table, h)),
  ];
  const placed: TablePlacement = { name: table, at: AT, rows: rows.length, columns, filter: true };
  return {
    table: placed,
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      names,
      name,
      title: text("actions.title"),
      subtitle: text("actions.subtitle", { asOf: text("settings.asOf") }),
      table: placed,
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      rules: [
        rules.list("talk", names.own.range("TalkIds")),
        rules.list("owner", names.own.range("Sides")),
        rules.date("due"),
        rules.date("doneOn"),
      ],
      frozen: 3,
      printTo: "knownTalk",
      headHeight: 34,
    }),
  };
}

const OVERVIEW_KEYS = [
  ...["id", "name", "talks", "plan", "coach", "mid", "feedback", "lastOn", "since", "nextOn", "open", "late", "check"],
];

/** A row a person: when the last talk was, how many, what is open. */
export function overviewSheet(
  context: MethodContext,
  name: string,
  talks: TableSource,
  actions: TableSource,
): MethodSheet {
  const { names, text, people } = context;
  const make = columnMaker(text, "overview");
  const h = make.heads(OVERVIEW_KEYS);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameOf(context, make.head("id"))),
    make.formula("talks", 9, recordCountFormula(talks, h), { ...WHOLE, ...BOLD }),
    make.formula("plan", 9, talksOfKindFormula(talks, h, "talkPlan"), WHOLE),
    make.formula("coach", 10, talksOfKindFormula(talks, h, "talkCoach"), WHOLE),
    make.formula("mid", 10, talksOfKindFormula(talks, h, "talkMid"), WHOLE),
    make.formula("feedback", 11, talksOfKindFormula(talks, h, "talkFeedback"), WHOLE),
    make.formula("lastOn", 12, latestPositiveFormula(talks, h, "day"), DATE),
    make.formula("since", 11, sinceFormula(names, h), WHOLE),
    make.formula("nextOn", 12, latestPositiveFormula(talks, h, "nextOn"), DATE),
    make.formula("open", 10, actionsFormula(actions, h, "open"), WHOLE),
    make.formula("late", 10, actionsFormula(actions, h, "late"), WHOLE),
    make.formula("check", 22, overviewCheckFormula(names, h), BOLD),
  ];
  const table: TablePlacement = {
    name: names.own.table("Overview"),
    at: AT,
    rows: Math.max(1, people.length),
    columns,
  };
  const base = {
    names,
    name,
    title: text("overview.title"),
    subtitle: text("overview.subtitle", { asOf: text("settings.asOf") }),
    table,
    tabColor: "headFill" as const,
    checks: [{ key: "check" }],
    groups: [{ from: "talks", to: "feedback", label: text("overview.held") }],
    frozen: 2,
    printUnder: 18,
    headHeight: 34,
  };
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: {
      ...registerSheet(base),
      charts: [
        {
          kind: "column",
          title: text("overview.chart"),
          categories: bodyOf(base, "name"),
          values: bodyOf(base, "talks"),
          seriesName: make.head("talks"),
          at: { row: AT.row + 3 + table.rows, column: 1, rows: 14, columns: 8 },
        },
      ],
    },
  };
}
