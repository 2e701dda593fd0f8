/** The Review sheet: a row per goal with the words of the mid-point talk and the results of both sides at the close. */
import { bodyOf, columnMaker, firstCellOf, registerSheet, type ColumnRule } from "../../blueprint/registerSheet";
import { headersOf, type TablePlacement } from "../../blueprint/tableSheet";
import type { ConditionalRule, Literal } from "../../blueprint/types";
import { ruleFormula } from "../../formulas/columns";
import { missingRule, numberOrWordRule } from "../../formulas/entryFormulas";
import { BOLD, NUMBER, POINTS, WHOLE, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import type { MboContext, PlacedGoal } from "./context";
import { type Headers } from "../../formulas/byKey";
import {
  evidenceFormula,
  freedWeightFormula,
  goalAttainmentFormula,
  goalNumberFormula,
  goalPointsFormula,
  goalRowFormula,
  goalTextFormula,
  openFormula,
  resultValueFormula,
  reviewCheckFormula,
  scoredWeightFormula,
} from "./reviewFormulas";

const KEYS = [
  ...["id", "name", "goal", "aim", "weight", "midOwn", "midManager", "own", "manager", "agreed", "reason"],
  ...["attainment", "points", "evidence", "check", "row", "person", "value", "scored", "freed", "open"],
];
function reviewColumns(context: MboContext, goals: Source, evidence: Source) {
  const { names, text, language } = context;
  const make = columnMaker(text, "review");
  const h = make.heads(KEYS);
  const values = (of: (goal: PlacedGoal) => Literal | undefined): Literal[] =>
    context.goals.map((goal) => of(goal) ?? "");
  const result = (side: 0 | 1 | 2) => values(({ sample }) => sample?.results[side]);
  const remark = (key: string) => values(({ sample }) => (sample === null ? "" : text(`review.sample.${key}`)));
  return [
    make.label(
      "id",
      7,
      values(({ id }) => id),
    ),
    make.formula("name", 14, goalTextFormula(goals, h, "name")),
    make.formula("goal", 28, goalTextFormula(goals, h, "goal"), WRAP),
    make.formula("aim", 9, goalNumberFormula(goals, h, "aim"), NUMBER),
    make.formula("weight", 9, goalNumberFormula(goals, h, "weight"), NUMBER),
    make.input("midOwn", 24, remark("own"), WRAP),
    make.input("midManager", 24, remark("manager"), WRAP),
    make.input("own", 10, result(0), NUMBER),
    make.input("manager", 10, result(1), NUMBER),
    make.input("agreed", 10, result(2), { ...NUMBER, ...BOLD }),
    make.input(
      "reason",
      26,
      values(({ sample }) => sample?.reason?.[language]),
      WRAP,
    ),
    make.formula("attainment", 11, goalAttainmentFormula(names, goals, h), { numberFormat: "0.0%" }),
    make.formula("points", 9, goalPointsFormula(h), { ...POINTS, ...BOLD }),
    make.formula("evidence", 9, evidenceFormula(names, evidence, h), WHOLE),
    make.formula("check", 18, reviewCheckFormula(names, h), BOLD),
    make.quiet("row", 7, goalRowFormula(goals, h)),
    make.quiet("person", 8, goalTextFormula(goals, h, "who")),
    make.quiet("value", 8, resultValueFormula(goals, h)),
    make.quiet("scored", 9, scoredWeightFormula(h)),
    make.quiet("freed", 9, freedWeightFormula(names, h)),
    make.quiet("open", 8, openFormula(names, h)),
  ];
}

interface Source {
  readonly table: string;
  readonly headers: Headers;
}

/** A row a goal: mid-point, and the results of both sides. */
export function reviewSheet(context: MboContext, name: string, goals: Source, evidence: Source): MethodSheet {
  const { names, text } = context;
  const columns = reviewColumns(context, goals, evidence);
  const table: TablePlacement = {
    name: names.own.table("Review"),
    at: { row: 4, column: 0 },
    rows: context.goals.length,
    columns,
    filter: true,
  };
  const base = {
    names,
    name,
    title: text("review.title"),
    subtitle: text("review.subtitle", { na: context.word("na") }),
    table,
    tabColor: "inputFill" as const,
    checks: [{ key: "check", also: ["agreed"] }],
    groups: [
      { from: "midOwn", to: "midManager", label: text("review.mid") },
      { from: "own", to: "reason", label: text("review.close") },
    ],
    frozen: 3,
    printTo: "row",
    headHeight: 34,
    rowHeight: 30,
  };
  const alert = { style: "Stop", title: text("valid.number.title"), message: text("valid.number") } as const;
  const rules = ["own", "manager", "agreed"].map((key): ColumnRule => {
    const cell = firstCellOf(base, key);
    return { key, rule: { kind: "custom", formula: numberOrWordRule(names, cell) }, alert };
  });
  const missing: ConditionalRule = {
    kind: "formula",
    rect: bodyOf(base, "agreed"),
    formula: ruleFormula(
      `AND(LEN(${firstCellOf(base, "name")})>0,${missingRule(names, firstCellOf(base, "agreed")).slice(1)})`,
    ),
    style: { fill: "warningFill" },
  };
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({ ...base, rules, conditional: [missing] }),
  };
}
