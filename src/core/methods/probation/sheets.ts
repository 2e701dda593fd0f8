/** The sheets of the probation: items, scores after 30, 60 and 90 days, outcome. */
import { BOLD, listAlert, methodTable, nameFormula, stopAlert, WRAP, hiddenFrom } from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { weightedRows } from "../../blueprint/itemRows";
import { rulesFor } from "../../blueprint/methodSheet";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, isBlank, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { ruleFormula } from "../../formulas/columns";
import { lineKeyFormula } from "../../formulas/personPageFormulas";
import { itemCheckFormula, weightUsedFormula } from "../../formulas/ratedFormulas";
import {
  adviceFormula,
  dateKey,
  doneFormula,
  dueFormula,
  latestFormula,
  outcomeCheckFormula,
  pointKey,
  REVIEWS,
  scoreCheckFormula,
  scoreKey,
  sumFormula,
  totalFormula,
  trendFormula,
  usableFormula,
  usedKey,
  weightKey,
  weightOfFormula,
  wonKey,
  wonOfFormula,
} from "./formulas";
import { ITEMS, NEWCOMERS } from "./sample";

const SCORE = { numberFormat: "0.0", horizontal: "Right" } as const;
const DAY = { numberFormat: "yyyy-mm-dd", horizontal: "Left" } as const;
const itemId = (i: number): string => `T${String(i + 1)}`;

/** The items with their weights. */
export function itemsSheet(context: MethodContext): MethodTable {
  const { names, text, language, count, startItems } = context;
  const { rows, column } = weightedRows(startItems(ITEMS), count("items"));
  const make = columnMaker(text, "probationItems");
  const own: TableSource = {
    table: names.own.table("ProbationItems"),
    headers: make.heads(["id", "item", "standard", "weight", "check", "used"]),
  };
  const h = own.headers;
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => itemId(i)),
    ),
    make.input(
      "item",
      26,
      column(({ name }) => name[language]),
      WRAP,
    ),
    make.input(
      "standard",
      56,
      column(({ standard }) => standard[language]),
      WRAP,
    ),
    make.input(
      "weight",
      10,
      column(({ weight }) => weight),
      { numberFormat: "General" },
    ),
    make.formula(
      "check",
      20,
      itemCheckFormula(names, own, [[isBlank(cellOf(h, "standard")), names.own.word("noExpected")]]),
      BOLD,
    ),
    make.quiet("used", 9, weightUsedFormula(h)),
  ];
  return methodTable(context, "ProbationItems", "probationItems", columns, rows.length, {
    tabColor: "warningFill",
    checks: [{ key: "check", also: ["weight"] }],
    rules: [{ key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") }],
    frozen: 2,
    printTo: "used",
  });
}

const SCORE_KEYS = [
  ...["person", "name", "item", "what", ...REVIEWS.map(pointKey), "comment", "check", "used"],
  ...[...REVIEWS.map(usedKey), ...REVIEWS.map(weightKey), ...REVIEWS.map(wonKey), "key"],
];

/** A row a person and item: scores after 30, 60 and 90 days. */
export function scoresSheet(context: MethodContext, items: TableSource): MethodTable {
  const { names, text, people, isSample, language, count } = context;
  const make = columnMaker(text, "probationScores");
  const h = make.heads(SCORE_KEYS);
  const rows = people.flatMap(({ id }, person) =>
    Array.from({ length: count("items") }, (_, item) => ({
      id,
      item,
      newcomer: isSample ? NEWCOMERS[person % NEWCOMERS.length] : undefined,
    })),
  );
  const columns: ColumnPlan<string>[] = [
    make.label(
      "person",
      8,
      rows.map(({ id }) => id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("person"))),
    make.label(
      "item",
      7,
      rows.map(({ item }) => itemId(item)),
    ),
    make.formula("what", 28, textOfId(items, cellOf(h, "item"), "item"), { wrap: true }),
    ...REVIEWS.map((day, at) =>
      make.input(
        pointKey(day),
        11,
        rows.map(({ item, newcomer }) => newcomer?.scores[item]?.[at] ?? ""),
        SCORE,
      ),
    ),
    make.input(
      "comment",
      46,
      rows.map(({ item, newcomer }) => newcomer?.comments[item]?.[language] ?? ""),
      WRAP,
    ),
    make.formula("check", 22, scoreCheckFormula(names, h), BOLD),
    make.quiet("used", 8, numberOfId(items, cellOf(h, "item"), "used")),
    ...REVIEWS.map((day) => make.quiet(usedKey(day), 8, usableFormula(h, day))),
    ...REVIEWS.map((day) => make.quiet(weightKey(day), 8, weightOfFormula(h, day))),
    ...REVIEWS.map((day) => make.quiet(wonKey(day), 8, wonOfFormula(h, day))),
    make.quiet("key", 8, lineKeyFormula(h, "item")),
  ];
  const made = methodTable(context, "ProbationScores", "probationScores", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    groups: [{ from: pointKey(30), to: pointKey(90), label: text("probationScores.after") }],
    rules: REVIEWS.map((day) => ({
      key: pointKey(day),
      rule: { kind: "decimal", min: 0, max: 100 },
      alert: stopAlert(context, "hundred"),
    })),
    frozen: 4,
    printTo: "used",
  });
  return hiddenFrom(made, "used");
}

const OUTCOME_KEYS = [
  ...["id", "name", "start", ...REVIEWS.map(dateKey), ...REVIEWS.map(scoreKey), "trend", "latest", "gate", "advice"],
  ...["decision", "reason", "check", "asked", ...REVIEWS.map(weightKey), ...REVIEWS.map(wonKey), "done"],
];

/** A row a person: results, advice and decision. */
export function outcomeSheet(context: MethodContext, scores: TableSource): MethodTable {
  const { names, text, people, isSample, period } = context;
  const make = columnMaker(text, "probation");
  const h = make.heads(OUTCOME_KEYS);
  const rows = people.map((_, i) => (isSample ? NEWCOMERS[i % NEWCOMERS.length] : undefined));
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("id"))),
    make.input(
      "start",
      12,
      rows.map((row) => (row === undefined ? "" : period.from + row.startDay)),
      DAY,
    ),
    ...REVIEWS.map((day) => make.formula(dateKey(day), 12, dueFormula(h, day), DAY)),
    ...REVIEWS.map((day) => make.formula(scoreKey(day), 11, totalFormula(h, day), { ...SCORE, ...BOLD })),
    make.formula("trend", 9, trendFormula(h), { numberFormat: "+0.0;-0.0;0.0" }),
    make.formula("latest", 9, latestFormula(h), SCORE),
    make.input(
      "gate",
      16,
      rows.map((row) => (row === undefined ? "" : text("word.no"))),
    ),
    make.formula("advice", 16, adviceFormula(names, h), BOLD),
    make.input(
      "decision",
      16,
      rows.map((row) => (row === undefined ? "" : text(`word.${row.decision}`))),
    ),
    make.input(
      "reason",
      34,
      rows.map(() => ""),
      WRAP,
    ),
    make.formula("check", 20, outcomeCheckFormula(names, h), BOLD),
    make.quiet("asked", 8, sumFormula(h, scores, "used")),
    ...REVIEWS.map((day) => make.quiet(weightKey(day), 8, sumFormula(h, scores, weightKey(day)))),
    ...REVIEWS.map((day) => make.quiet(wonKey(day), 8, sumFormula(h, scores, wonKey(day)))),
    make.quiet("done", 8, doneFormula(h)),
  ];
  return methodTable(context, "Probation", "probation", columns, Math.max(1, people.length), {
    tabColor: "headFill",
    checks: [{ key: "check" }],
    groups: [
      { from: dateKey(30), to: dateKey(90), label: text("probation.due") },
      { from: scoreKey(30), to: scoreKey(90), label: text("probation.scores") },
    ],
    rules: [
      rulesFor(context).date("start"),
      listRule("gate", ruleFormula(names.own.range("YesNo")), listAlert(context)),
      listRule("decision", ruleFormula(names.own.range("Decisions")), listAlert(context)),
    ],
    frozen: 2,
    printTo: "asked",
  });
}
