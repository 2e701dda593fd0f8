/** The sheets of the checklist: statements with their values, a row a person and statement, results. */
import { changeColumn } from "../../blueprint/changeColumn";
import {
  BOLD,
  listAlert,
  methodTable,
  nameFormula,
  stopAlert,
  WHOLE,
  WRAP,
  type MethodTable,
  hidden,
  hiddenFrom,
  withBars,
  BARS_ROWS,
} from "../../blueprint/methodTable";
import { itemRows } from "../../blueprint/itemRows";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { lineKeyFormula } from "../../formulas/personPageFormulas";
import { bandOfScoreFormula, rankOfScoreFormula, sumOfPersonFormula } from "../../formulas/personScores";
import {
  answerCheckFormula,
  clashFormula,
  countedFormula,
  itemCheckFormula,
  openFormula,
  resultCheckFormula,
  saidFormula,
  saidOfFormula,
  scoreFormula,
  signFormula,
  wonFormula,
  worthFormula,
} from "./formulas";
import { ITEMS, SAMPLE_ANSWERS } from "./sample";

const POINT = { numberFormat: "0.0" };
const statementId = (i: number): string => `Q${String(i + 1).padStart(2, "0")}`;

/** The statements with their values, which are out of sight: raters shall say what they saw, not add up points. */
export function statementsSheet(context: MethodContext): MethodTable {
  const { names, text, language, count, startItems } = context;
  const { rows, column: valuesIn } = itemRows(startItems(ITEMS), count("statements"));
  const make = columnMaker(text, "statements");
  const h = make.heads(["id", "item", "value", "reversed", "opposite", "check", "known", "sign", "worth"]);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => statementId(i)),
    ),
    make.input(
      "item",
      52,
      valuesIn((item) => item.text[language]),
      WRAP,
    ),
    make.input(
      "value",
      10,
      valuesIn((item) => item.value),
      POINT,
    ),
    make.input(
      "reversed",
      12,
      rows.map((item) => text(item?.reversed === true ? "word.yes" : "word.no")),
    ),
    make.input(
      "opposite",
      14,
      valuesIn(({ opposite }) => (opposite === undefined || opposite >= rows.length ? "" : statementId(opposite))),
    ),
    make.formula("check", 18, itemCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.own.range("StatementIds"), cellOf(h, "opposite"))),
    make.quiet("sign", 7, signFormula(names, h)),
    make.quiet("worth", 9, worthFormula(h)),
  ];
  const id = column(names.own.table("Statements"), make.head("id"));
  const made = methodTable(
    context,
    "Statements",
    "statements",
    columns,
    rows.length,
    {
      tabColor: "warningFill",
      checks: [{ key: "check" }],
      rules: [
        { key: "value", rule: { kind: "decimal", min: 1, max: 11 }, alert: stopAlert(context, "value") },
        listRule("reversed", ruleFormula(names.own.range("Answers")), listAlert(context)),
        listRule("opposite", ruleFormula(names.own.range("StatementIds")), listAlert(context)),
      ],
      frozen: 2,
      printTo: "known",
    },
    [{ name: names.own.range("StatementIds"), refersTo: cellFormula(id) }],
  );
  return hidden(made, ["value", "known", "sign", "worth"]);
}

const ANSWER_KEYS = [
  ...["person", "name", "item", "statement", "answer", "remark", "check"],
  ...["opposite", "sign", "worth", "said", "counted", "won", "open", "clash", "key"],
];
/** Values do not stand where the rater answers: the columns that fetch them are hidden. */
export function answersSheet(context: MethodContext, statements: TableSource): MethodTable {
  const { names, text, people, isSample, count } = context;
  const make = columnMaker(text, "answers");
  const h = make.heads(ANSWER_KEYS);
  const own = { table: names.own.table("Answers"), headers: h };
  const rows = people.flatMap(({ id }, person) =>
    Array.from({ length: count("statements") }, (_, item) => ({ id, person, item })),
  );
  const answerOf = (person: number, item: number): string => {
    const letter = isSample ? SAMPLE_ANSWERS[person % SAMPLE_ANSWERS.length]?.charAt(item) : "";
    return letter === "y" || letter === "n" ? text(letter === "y" ? "word.yes" : "word.no") : "";
  };
  const columns: ColumnPlan<string>[] = [
    make.label(
      "person",
      8,
      rows.map(({ id }) => id),
    ),
    make.formula("name", 14, nameFormula(context, make.head("person"))),
    make.label(
      "item",
      8,
      rows.map(({ item }) => statementId(item)),
    ),
    make.formula("statement", 50, textOfId(statements, cellOf(h, "item"), "item"), { wrap: true }),
    make.input(
      "answer",
      10,
      rows.map(({ person, item }) => answerOf(person, item)),
    ),
    make.input(
      "remark",
      34,
      rows.map(() => ""),
      WRAP,
    ),
    make.formula("check", 18, answerCheckFormula(names, h), BOLD),
    make.quiet("opposite", 9, textOfId(statements, cellOf(h, "item"), "known")),
    make.quiet("sign", 7, numberOfId(statements, cellOf(h, "item"), "sign")),
    make.quiet("worth", 9, numberOfId(statements, cellOf(h, "item"), "worth")),
    make.quiet("said", 7, saidFormula(names, h)),
    make.quiet("counted", 9, countedFormula(h)),
    make.quiet("won", 9, wonFormula(h)),
    make.quiet("open", 7, openFormula(names, h)),
    make.quiet("clash", 7, clashFormula(own)),
    make.quiet("key", 9, lineKeyFormula(h, "item")),
  ];
  const made = methodTable(context, "Answers", "answers", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [listRule("answer", ruleFormula(names.own.range("AnswersNa")), listAlert(context))],
    frozen: 2,
    printTo: "opposite",
    orientation: "Portrait",
  });
  return hiddenFrom(made, "opposite");
}

const RESULT_KEYS = ["id", "name", "yes", "no", "open", "won", "counted", "score", "band", "rank", "clashes", "check"];

/** Results of the checklist: a row a person. */
export function checklistResults(context: MethodContext, answers: TableSource): MethodTable {
  const { names, text, people, settings } = context;
  const make = columnMaker(text, "checklistResults");
  const h = make.heads(RESULT_KEYS);
  const bands = { table: settings.bands.name, headers: headersOf(settings.bands.columns) };
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    make.formula("yes", 8, saidOfFormula(h, answers, "yes"), WHOLE),
    make.formula("no", 8, saidOfFormula(h, answers, "no"), WHOLE),
    make.formula("open", 12, sumOfPersonFormula(h, answers, "open"), WHOLE),
    make.formula("won", 12, sumOfPersonFormula(h, answers, "won"), POINT),
    make.formula("counted", 12, sumOfPersonFormula(h, answers, "counted"), POINT),
    make.formula("score", 12, scoreFormula(h), { ...POINT, ...BOLD }),
    make.formula("band", 16, bandOfScoreFormula(h, bands)),
    make.formula("rank", 8, rankOfScoreFormula({ table: names.own.table("ChecklistResults"), headers: h }), WHOLE),
    changeColumn(context, "+0.0;-0.0;0.0"),
    make.formula("clashes", 14, sumOfPersonFormula(h, answers, "clash"), WHOLE),
    make.formula("check", 20, resultCheckFormula(names, h), BOLD),
  ];
  const rows = Math.max(1, people.length);
  const plan = {
    tabColor: "headFill" as const,
    checks: [{ key: "check" }],
    groups: [{ from: "yes", to: "open", label: text("checklistResults.answers") }],
    frozen: 2,
    printUnder: BARS_ROWS,
  };
  const made = methodTable(context, "ChecklistResults", "checklistResults", columns, rows, plan);
  return withBars(made, { title: text("checklistResults.chart"), value: "score", width: 8 });
}
