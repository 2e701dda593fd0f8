/** The sheets of the site audit: items, visits with their results, a row a visit and item. */
import {
  BOLD,
  listAlert,
  methodTable,
  nameFormula,
  stopAlert,
  WHOLE,
  WRAP,
  hiddenFrom,
} from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { weightedRows } from "../../blueprint/itemRows";
import { dayAt, rulesFor } from "../../blueprint/methodSheet";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { rankOfScoreFormula } from "../../formulas/personScores";
import { itemCheckFormula, weightUsedFormula } from "../../formulas/ratedFormulas";
import {
  answerCheckFormula,
  countedFormula,
  failedFormula,
  gradeFormula,
  openFormula,
  outcomeFormula,
  pendingFormula,
  plannedFormula,
  scoreFormula,
  sumOfVisitFormula,
  visitCheckFormula,
  wonFormula,
} from "./formulas";
import { ITEMS, VISITS } from "./sample";

const DAY = { numberFormat: "yyyy-mm-dd", horizontal: "Left" } as const;
const itemId = (i: number): string => `A${String(i + 1).padStart(2, "0")}`;
const visitId = (i: number): string => `V${String(i + 1)}`;
const LETTERS = { g: "good", m: "minor", M: "major", "-": "na" } as const;

/** The items with weights, critical ones marked. */
export function auditItemsSheet(context: MethodContext): MethodTable {
  const { names, text, language, count, startItems } = context;
  const { rows, column } = weightedRows(startItems(ITEMS), count("items"));
  const make = columnMaker(text, "auditItems");
  const own: TableSource = {
    table: names.own.table("AuditItems"),
    headers: make.heads(["id", "area", "item", "weight", "critical", "check", "used", "isCritical"]),
  };
  const h = own.headers;
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => itemId(i)),
    ),
    make.input(
      "area",
      18,
      column(({ area }) => area[language]),
      WRAP,
    ),
    make.input(
      "item",
      52,
      column(({ item }) => item[language]),
      WRAP,
    ),
    make.input(
      "weight",
      10,
      column(({ weight }) => weight),
      { numberFormat: "General" },
    ),
    make.input(
      "critical",
      12,
      rows.map((item) => text(item?.critical === true ? "word.yes" : "word.no")),
    ),
    make.formula("check", 18, itemCheckFormula(names, own), BOLD),
    make.quiet("used", 9, weightUsedFormula(h)),
    make.quiet("isCritical", 9, cellFormula(`IF(${cellOf(h, "critical")}=${names.word("yes")},1,0)`)),
  ];
  return methodTable(context, "AuditItems", "auditItems", columns, rows.length, {
    tabColor: "warningFill",
    checks: [{ key: "check", also: ["weight"] }],
    rules: [
      { key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") },
      listRule("critical", ruleFormula(names.own.range("YesOrNo")), listAlert(context)),
    ],
    frozen: 1,
    printTo: "used",
  });
}

const VISIT_KEYS = [
  ...["id", "site", "date", "auditor", "name", "score", "failed", "outcome", "rank", "pending", "check"],
  ...["known", "planned", "open", "counted", "won"],
];
const ANSWER_KEYS = [
  ...["visit", "site", "item", "what", "answer", "seen", "action", "owner", "due", "done", "check"],
  ...["used", "critical", "planned", "grade", "counted", "won", "open", "failed", "pending"],
];
const answersOf = ({ names, text }: MethodContext): TableSource => ({
  table: names.own.table("AuditAnswers"),
  headers: columnMaker(text, "auditAnswers").heads(ANSWER_KEYS),
});

/** A row a visit: place, day, score, outcome. */
export function visitsSheet(context: MethodContext): MethodTable {
  const { names, text, people, isSample, language, count } = context;
  const make = columnMaker(text, "auditVisits");
  const own: TableSource = { table: names.own.table("AuditVisits"), headers: make.heads(VISIT_KEYS) };
  const h = own.headers;
  const answers = answersOf(context);
  const rows = Array.from({ length: count("visits") }, (_, i) => (isSample ? VISITS[i] : undefined));
  const sum = (key: string): ColumnPlan<string> => make.quiet(key, 8, sumOfVisitFormula(h, answers, key));
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => visitId(i)),
    ),
    make.input(
      "site",
      24,
      rows.map((row) => row?.site[language] ?? ""),
      WRAP,
    ),
    make.input(
      "date",
      13,
      rows.map((row) => (row === undefined ? "" : dayAt(context, row.at))),
      DAY,
    ),
    make.input(
      "auditor",
      10,
      rows.map((row, i) => (row === undefined ? "" : (people[i % Math.max(1, people.length)]?.id ?? ""))),
    ),
    make.formula("name", 16, nameFormula(context, make.head("known"))),
    make.formula("score", 12, scoreFormula(h), { numberFormat: "0.0", ...BOLD }),
    make.formula("failed", 14, sumOfVisitFormula(h, answers, "failed"), WHOLE),
    make.formula("outcome", 20, outcomeFormula(names, h), BOLD),
    make.formula("rank", 8, rankOfScoreFormula(own), WHOLE),
    make.formula("pending", 14, sumOfVisitFormula(h, answers, "pending"), WHOLE),
    make.formula("check", 20, visitCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("PeopleIds"), cellOf(h, "auditor"))),
    make.quiet("planned", 9, plannedFormula(h)),
    sum("open"),
    sum("counted"),
    sum("won"),
  ];
  return methodTable(context, "AuditVisits", "auditVisits", columns, rows.length, {
    tabColor: "headFill",
    checks: [{ key: "check" }],
    rules: [
      rulesFor(context).date("date"),
      listRule("auditor", ruleFormula(names.setting("PeopleIds")), listAlert(context)),
    ],
    frozen: 2,
    printTo: "known",
  });
}

/** A row a visit and item: the grade and what is done about it. */
export function auditAnswersSheet(context: MethodContext, visits: TableSource, items: TableSource): MethodTable {
  const { names, text, people, isSample, language, count } = context;
  const make = columnMaker(text, "auditAnswers");
  const h = answersOf(context).headers;
  const rows = Array.from({ length: count("visits") }, (_, visit) =>
    Array.from({ length: count("items") }, (_unused, item) => ({
      visit,
      item,
      found: isSample ? VISITS[visit] : undefined,
    })),
  ).flat();
  const [visit, item] = [cellOf(h, "visit"), cellOf(h, "item")];
  const word = (letter: string): string =>
    letter in LETTERS ? text(`word.${LETTERS[letter as keyof typeof LETTERS]}`) : "";
  const after = (share: number, days: number): number => dayAt(context, share) + days;
  const columns: ColumnPlan<string>[] = [
    make.label(
      "visit",
      7,
      rows.map((row) => visitId(row.visit)),
    ),
    make.formula("site", 18, textOfId(visits, visit, "site")),
    make.label(
      "item",
      7,
      rows.map((row) => itemId(row.item)),
    ),
    make.formula("what", 40, textOfId(items, item, "item"), { wrap: true }),
    make.input(
      "answer",
      11,
      rows.map((row) => word(row.found?.answers.charAt(row.item) ?? "")),
    ),
    make.input(
      "seen",
      30,
      rows.map(
        (row) => row.found?.faults[row.item]?.seen[language] ?? row.found?.reasons?.[row.item]?.[language] ?? "",
      ),
      WRAP,
    ),
    make.input(
      "action",
      24,
      rows.map((row) => row.found?.faults[row.item]?.action[language] ?? ""),
      WRAP,
    ),
    make.input(
      "owner",
      16,
      rows.map((row) => (row.found?.faults[row.item] === undefined ? "" : (people[0]?.name ?? ""))),
      WRAP,
    ),
    make.input(
      "due",
      12,
      rows.map((row) => {
        const fault = row.found?.faults[row.item];
        return fault === undefined ? "" : after(row.found?.at ?? 0, fault.due);
      }),
      DAY,
    ),
    make.input(
      "done",
      12,
      rows.map((row) => {
        const days = row.found?.faults[row.item]?.done;
        return days === undefined ? "" : after(row.found?.at ?? 0, days);
      }),
      DAY,
    ),
    make.formula("check", 22, answerCheckFormula(names, h), BOLD),
    make.quiet("used", 8, numberOfId(items, item, "used")),
    make.quiet("critical", 8, numberOfId(items, item, "isCritical")),
    make.quiet("planned", 8, numberOfId(visits, visit, "planned")),
    make.quiet("grade", 8, gradeFormula(names, h)),
    make.quiet("counted", 8, countedFormula(h)),
    make.quiet("won", 8, wonFormula(names, h)),
    make.quiet("open", 8, openFormula(names, h)),
    make.quiet("failed", 8, failedFormula(h)),
    make.quiet("pending", 8, pendingFormula(h)),
  ];
  const made = methodTable(context, "AuditAnswers", "auditAnswers", columns, rows.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      listRule("answer", ruleFormula(names.own.range("Grades")), listAlert(context)),
      rulesFor(context).date("due"),
      rulesFor(context).date("done"),
    ],
    frozen: 4,
    printTo: "used",
  });
  return hiddenFrom(made, "used");
}
