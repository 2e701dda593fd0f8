/** The sheets of the 360-degree review: statements, forms of the raters, profile by statement, results. */
import { changeColumn } from "../../blueprint/changeColumn";
import {
  BOLD,
  listAlert,
  methodTable,
  nameFormula,
  stopAlert,
  TABLE_AT,
  WHOLE,
  WRAP,
  hiddenFrom,
  withBars,
  BARS_ROWS,
} from "../../blueprint/methodTable";
import { weightedRows } from "../../blueprint/itemRows";
import type { MethodTable } from "../../blueprint/methodTable";
import { pointScaleOf } from "../../blueprint/context";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { samplePoint } from "../../model/pointScale";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { bandOfScoreFormula, rankOfScoreFormula, sumOfPersonFormula } from "../../formulas/personScores";
import { itemCheckFormula, weightUsedFormula } from "../../formulas/ratedFormulas";
import { cellAddress } from "../../model/a1";
import {
  countKey,
  COUNTED,
  formCheckFormula,
  formFormulas,
  formsOfFormula,
  gapFormula,
  groupFormula,
  groupNumberFormula,
  GROUPS,
  hideFormula,
  hideKey,
  meanFormula,
  mergedFormula,
  orderFormula,
  orderKey,
  othersFormula,
  overStatements,
  PROTECTED,
  questionKey,
  ratersFormula,
  resultCheckFormula,
  scoreFormula,
  selvesFormula,
  shareFormula,
  shareKey,
  smallFormula,
  sumKey,
  TOP,
  usableFormula,
  usableKey,
  usedWhereFormula,
  viewFormula,
  wonWhereFormula,
} from "./formulas";
import { EMPTY_FORMS, formsOf, monthsOf, STATEMENTS } from "./sample";

const statementId = (item: number): string => `Q${String(item)}`;
/** Numbers of the statements, from 1. */
export const numbersOf = ({ count }: MethodContext): readonly number[] =>
  Array.from({ length: count("statements") }, (_, i) => i + 1);
const MEAN = { numberFormat: "0.00", horizontal: "Right" } as const;

/** The statements with their values or weights. */
export function statementsSheet(context: MethodContext): MethodTable {
  const { names, text, language, count, startItems } = context;
  const { rows, column } = weightedRows(startItems(STATEMENTS), count("statements"));
  const make = columnMaker(text, "items360");
  const own = {
    table: names.own.table("Items360"),
    headers: make.heads(["id", "part", "item", "weight", "check", "used"]),
  };
  const h = own.headers;
  const columns: ColumnPlan<string>[] = [
    make.label("id", 7, numbersOf(context).map(statementId)),
    make.input(
      "part",
      24,
      column(({ part }) => part[language]),
      WRAP,
    ),
    make.input(
      "item",
      52,
      column((statement) => statement.text[language]),
      WRAP,
    ),
    make.input(
      "weight",
      10,
      column(({ weight }) => weight),
      { numberFormat: "General" },
    ),
    make.formula("check", 18, itemCheckFormula(names, own), BOLD),
    make.quiet("used", 10, weightUsedFormula(h)),
  ];
  return methodTable(context, "Items360", "items360", columns, rows.length, {
    tabColor: "warningFill",
    checks: [{ key: "check", also: ["weight"] }],
    rules: [{ key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") }],
    frozen: 1,
    printTo: "used",
  });
}

const formKeys = (items: readonly number[]): readonly string[] => [
  ...["no", "rated", "name", "group", "rater", "months", ...items.map(questionKey), "comment", "check"],
  ...["known", "groupNo", ...items.map(usableKey), "answered", "typed", "without", "selves"],
];

/** A row a form: who rates whom in which group, and the answers. */
export function formsSheet(context: MethodContext): MethodTable {
  const { names, text, people, isSample } = context;
  const items = numbersOf(context);
  const { high: top } = pointScaleOf(context);
  const keys = formKeys(items);
  const make = columnMaker(text, "forms360");
  const own: TableSource = { table: names.own.table("Forms360"), headers: make.heads(keys) };
  const h = own.headers;
  const rows = people.flatMap(({ id }, person) =>
    isSample
      ? formsOf(person).map((form, place) => ({ id, group: form.group, answers: form.answers, place }))
      : EMPTY_FORMS.map((group, place) => ({ id, group, answers: "", place })),
  );
  const answer = (letters: string, item: number): string | number => {
    const letter = letters.charAt(item - 1);
    return letter === "" ? "" : letter === "-" ? text("word.na") : samplePoint(Number(letter), TOP, top, true);
  };
  const counts = formFormulas(names, h, items);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "no",
      7,
      rows.map((_, i) => `F${String(i + 1).padStart(3, "0")}`),
    ),
    make.input(
      "rated",
      8,
      rows.map(({ id }) => id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("known"))),
    make.input(
      "group",
      12,
      rows.map(({ group }) => text(`word.${group}`)),
    ),
    make.input(
      "rater",
      14,
      rows.map(({ place }) => (isSample ? text("forms360.rater", { no: place + 1 }) : "")),
      WRAP,
    ),
    make.input(
      "months",
      10,
      rows.map(({ group, place }) => (isSample && group !== "self" ? monthsOf(place) : "")),
      WHOLE,
    ),
    ...items.map((item) =>
      make.input(
        questionKey(item),
        16,
        rows.map(({ answers }) => answer(answers, item)),
        { numberFormat: "General", horizontal: "Center" },
      ),
    ),
    make.input(
      "comment",
      40,
      rows.map(() => ""),
      WRAP,
    ),
    make.formula("check", 20, formCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("PeopleIds"), cellOf(h, "rated"))),
    make.quiet("groupNo", 9, groupNumberFormula(names, h)),
    ...items.map((item) => make.quiet(usableKey(item), 7, usableFormula(h, item, top))),
    make.quiet("answered", 9, counts.answered),
    make.quiet("typed", 9, counts.typed),
    make.quiet("without", 9, counts.without),
    make.quiet("selves", 9, selvesFormula(own)),
  ];
  const first = TABLE_AT.row + 1;
  const points = items.map((item) => {
    const cell = `$${cellAddress(first, keys.indexOf(questionKey(item)))}`;
    const isPoint = `IF(ISNUMBER(${cell}),AND(${cell}>=1,${cell}<=${String(top)}),${cell}=${names.word("na")})`;
    return {
      key: questionKey(item),
      rule: { kind: "custom" as const, formula: ruleFormula(isPoint) },
      alert: stopAlert(context, "answerOnScale"),
    };
  });
  const made = methodTable(context, "Forms360", "forms360", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      listRule("rated", ruleFormula(names.setting("PeopleIds")), listAlert(context)),
      listRule("group", ruleFormula(names.own.range("Groups")), listAlert(context)),
      { key: "months", rule: { kind: "decimal", min: 0, max: 600 }, alert: stopAlert(context, "months") },
      ...points,
    ],
    frozen: 4,
    printTo: "known",
    headHeight: 46,
  });
  const withForms = hiddenFrom(made, "known");
  const at = keys.indexOf(questionKey(1));
  return {
    ...withForms,
    sheet: {
      ...withForms.sheet,
      // Above each number the statement as it stands now.
      blocks: [
        ...withForms.sheet.blocks,
        {
          at: { row: TABLE_AT.row - 1, column: at },
          cells: [
            items.map((item) => ({
              formula: cellFormula(`INDEX(${names.own.range("Statements")},${String(item)})&""`),
            })),
          ],
        },
      ],
      styles: [
        ...withForms.sheet.styles,
        {
          rect: { row: TABLE_AT.row - 1, column: at, rows: 1, columns: items.length },
          style: { wrap: true, vertical: "Bottom", font: { color: "muted", size: 9 } },
        },
      ],
      rowHeights: [...(withForms.sheet.rowHeights ?? []), { row: TABLE_AT.row - 1, height: 50 }],
    },
  };
}

const PROFILE_KEYS = [
  ...["person", "name", "item", "statement", ...GROUPS, "merged", "others", "gap", "view"],
  ...["key", "no", "used", ...GROUPS.flatMap((group) => [countKey(group), sumKey(group)]), "small"],
  ...PROTECTED.flatMap((group) => [orderKey(group), hideKey(group)]),
  ...COUNTED.map(shareKey),
  ...["othersUsed", "othersWon", "selfUsed", "selfWon", "gapUsed", "gapWon"],
];

/** A row a manager and statement: means of the groups. */
export function profileSheet(context: MethodContext, forms: TableSource, items: TableSource): MethodTable {
  const { names, text, people } = context;
  const numbers = numbersOf(context);
  const make = columnMaker(text, "profile360");
  const h = make.heads(PROFILE_KEYS);
  const rows = people.flatMap(({ id }) => numbers.map((item) => ({ id, item })));
  const over = (column: "others" | "self" | "gap"): ColumnPlan<string>[] => [
    make.quiet(`${column}Used`, 9, usedWhereFormula(h, column)),
    make.quiet(`${column}Won`, 9, wonWhereFormula(h, column)),
  ];
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
      rows.map(({ item }) => statementId(item)),
    ),
    make.formula("statement", 42, textOfId(items, cellOf(h, "item"), "item"), { wrap: true }),
    ...GROUPS.map((group) => make.formula(group, 11, meanFormula(names, h, group), MEAN)),
    make.formula("merged", 12, mergedFormula(names, h), MEAN),
    make.formula("others", 12, othersFormula(h), { ...MEAN, ...BOLD }),
    make.formula("gap", 10, gapFormula(h), { numberFormat: "+0.00;-0.00;0.00", horizontal: "Right" }),
    make.formula("view", 22, viewFormula(names, h)),
    make.quiet("key", 10, cellFormula(`${cellOf(h, "person")}&"/"&${cellOf(h, "no")}`)),
    {
      ...make.label(
        "no",
        6,
        rows.map(({ item }) => item),
        { font: { color: "muted" }, numberFormat: "General" },
      ),
    },
    make.quiet("used", 9, numberOfId(items, cellOf(h, "item"), "used")),
    ...GROUPS.flatMap((group) => [
      make.quiet(countKey(group), 8, groupFormula(h, forms, group, "count", numbers)),
      make.quiet(sumKey(group), 8, groupFormula(h, forms, group, "sum", numbers)),
    ]),
    make.quiet("small", 8, smallFormula(names, h)),
    ...PROTECTED.flatMap((group) => [
      make.quiet(orderKey(group), 8, orderFormula(names, h, group)),
      make.quiet(hideKey(group), 8, hideFormula(names, h, group)),
    ]),
    ...COUNTED.map((group) => make.quiet(shareKey(group), 8, shareFormula(names, h, group))),
    ...over("others"),
    ...over("self"),
    ...over("gap"),
  ];
  const made = methodTable(context, "Profile360", "profile360", columns, Math.max(1, rows.length), {
    tabColor: "headFill",
    groups: [{ from: "self", to: "merged", label: text("profile360.groups") }],
    frozen: 4,
    printTo: "key",
  });
  return hiddenFrom(made, "key");
}

const RESULT_KEYS = [
  ...["id", "name", "selfForms", ...COUNTED, "raters", "self", "score", "gap", "view", "band", "rank", "check"],
  ...["asked", "othersUsed", "othersWon", "selfUsed", "selfWon", "gapUsed", "gapWon"],
];

/** Results of the 360-degree review: a row a manager. */
export function results360(context: MethodContext, forms: TableSource, profile: TableSource): MethodTable {
  const { names, text, people, settings } = context;
  const make = columnMaker(text, "results360");
  const h = make.heads(RESULT_KEYS);
  const own = { table: names.own.table("Results360"), headers: h };
  const bands = { table: settings.bands.name, headers: headersOf(settings.bands.columns) };
  const sum = (key: string, from = key): ColumnPlan<string> => make.quiet(key, 9, sumOfPersonFormula(h, profile, from));
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    make.formula("selfForms", 8, formsOfFormula(h, forms, "self"), WHOLE),
    ...COUNTED.map((group) => make.formula(group, 11, formsOfFormula(h, forms, group), WHOLE)),
    make.formula("raters", 10, ratersFormula(h), WHOLE),
    make.formula("self", 10, overStatements(h, "selfWon", "selfUsed"), MEAN),
    make.formula("score", 12, scoreFormula(names, h), { ...MEAN, ...BOLD }),
    make.formula("gap", 10, overStatements(h, "gapWon", "gapUsed"), { numberFormat: "+0.00;-0.00;0.00" }),
    make.formula("view", 22, viewFormula(names, h)),
    make.formula("band", 18, bandOfScoreFormula(h, bands)),
    make.formula("rank", 8, rankOfScoreFormula(own), WHOLE),
    changeColumn(context),
    make.formula("check", 22, resultCheckFormula(names, h), BOLD),
    sum("asked", "used"),
    ...["othersUsed", "othersWon", "selfUsed", "selfWon", "gapUsed", "gapWon"].map((key) => sum(key)),
  ];
  const rows = Math.max(1, people.length);
  const plan = {
    tabColor: "headFill" as const,
    checks: [{ key: "check" }],
    groups: [{ from: "selfForms", to: "raters", label: text("results360.forms") }],
    frozen: 2,
    printTo: "asked",
    printUnder: BARS_ROWS,
  };
  const made = methodTable(context, "Results360", "results360", columns, rows, plan);
  return withBars(made, { title: text("results360.chart"), value: "score", width: 9 });
}
