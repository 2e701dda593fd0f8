/** The sheets of the second reviewer: two scores a person, and how first raters lie beside the second look. */
import { changeColumn } from "../../blueprint/changeColumn";
import { BOLD, listAlert, methodTable, nameFormula, stopAlert, WHOLE, WRAP } from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { pointScaleOf } from "../../blueprint/context";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { placeOn, scaleOf } from "../../model/pointScale";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { bandOfScoreFormula, rankOfScoreFormula } from "../../formulas/personScores";
import {
  differenceFormula,
  farFormula,
  finalFormula,
  pairFormula,
  raterFormulas,
  reviewCheckFormula,
  usableFormula,
} from "./formulas";
import { RATERS, REVIEWS } from "./sample";

const SCORE = { numberFormat: "0.0#", horizontal: "Right" } as const;
const SIGNED = { numberFormat: "+0.0#;-0.0#;0.0", horizontal: "Right" } as const;
const KEYS = [
  ...["id", "name", "rater", "first", "reviewer", "second", "difference", "decided", "reason", "final", "band", "rank"],
  ...["check", "known", "firstUsed", "secondUsed", "decidedUsed", "pair", "far"],
];
const RATER_ROWS = 8;
const raterId = (i: number): string => `M${String(i + 1)}`;

/** A row a person: both scores and the decision. */
export function reviewsSheet(context: MethodContext): MethodTable {
  const { names, text, people, isSample, language, settings } = context;
  const make = columnMaker(text, "reviews2");
  const own: TableSource = { table: names.own.table("Reviews2"), headers: make.heads(KEYS) };
  const h = own.headers;
  const bands = { table: settings.bands.name, headers: headersOf(settings.bands.columns) };
  const scale = pointScaleOf(context);
  const placed = (mark: number | undefined): number | "" =>
    mark === undefined ? "" : placeOn(scale, mark, scaleOf(100));
  const rows = people.map((_, i) => (isSample ? REVIEWS[i % REVIEWS.length] : undefined));
  const onScale = (key: string) => ({
    key,
    rule: {
      kind: "decimal" as const,
      min: ruleFormula(names.own.cell("Low")),
      max: ruleFormula(names.own.cell("High")),
    },
    alert: stopAlert(context, "boardScore"),
  });
  const ids = ruleFormula(names.own.range("RaterIds"));
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("id"))),
    make.input(
      "rater",
      10,
      rows.map((row) => (row === undefined ? "" : raterId(row.raters[0]))),
    ),
    make.input(
      "first",
      10,
      rows.map((row) => placed(row?.first)),
      SCORE,
    ),
    make.input(
      "reviewer",
      10,
      rows.map((row) => (row === undefined ? "" : raterId(row.raters[1]))),
    ),
    make.input(
      "second",
      10,
      rows.map((row) => placed(row?.second)),
      SCORE,
    ),
    make.formula("difference", 11, differenceFormula(h), SIGNED),
    make.input(
      "decided",
      10,
      rows.map((row) => placed(row?.decided)),
      SCORE,
    ),
    make.input(
      "reason",
      44,
      rows.map((row) => row?.reason?.[language] ?? ""),
      WRAP,
    ),
    make.formula("final", 10, finalFormula(names, h), { ...SCORE, ...BOLD }),
    make.formula("band", 16, bandOfScoreFormula(h, bands, "final")),
    make.formula("rank", 7, rankOfScoreFormula(own, "final"), WHOLE),
    changeColumn(context),
    make.formula("check", 20, reviewCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("RaterIds"), cellOf(h, "rater"))),
    ...["first", "second", "decided"].map((key) => make.quiet(`${key}Used`, 9, usableFormula(names, h, key))),
    make.quiet("pair", 7, pairFormula(h)),
    make.quiet("far", 7, farFormula(names, h)),
  ];
  return methodTable(context, "Reviews2", "reviews2", columns, Math.max(1, people.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    groups: [
      { from: "rater", to: "first", label: text("reviews2.firstLook") },
      { from: "reviewer", to: "second", label: text("reviews2.secondLook") },
      { from: "difference", to: "reason", label: text("reviews2.decision") },
    ],
    rules: [
      listRule("rater", ids, listAlert(context)),
      listRule("reviewer", ids, listAlert(context)),
      onScale("first"),
      onScale("second"),
      onScale("decided"),
    ],
    frozen: 2,
    printTo: "known",
  });
}

/** How first raters lie beside the second look. */
export function raters2Sheet(context: MethodContext, reviews: TableSource): MethodTable {
  const { names, text, isSample, language } = context;
  const make = columnMaker(text, "raters2");
  const h = make.heads(["id", "name", "people", "shift", "apart", "hint", "sum"]);
  const found = raterFormulas(names, h, reviews);
  const rows = Array.from({ length: RATER_ROWS }, (_, i) => i);
  const columns: ColumnPlan<string>[] = [
    make.label("id", 8, rows.map(raterId)),
    make.input(
      "name",
      24,
      rows.map((i) => (isSample ? (RATERS[i]?.[language] ?? "") : "")),
      WRAP,
    ),
    make.formula("people", 12, found.people, WHOLE),
    make.formula("shift", 18, found.shift, SIGNED),
    make.formula("apart", 16, found.apart, WHOLE),
    make.formula("hint", 28, found.hint, BOLD),
    make.quiet("sum", 9, found.sum),
  ];
  return methodTable(
    context,
    "Raters2",
    "raters2",
    columns,
    rows.length,
    { tabColor: "headFill", frozen: 2, printTo: "sum" },
    [
      {
        name: names.own.range("RaterIds"),
        refersTo: cellFormula(column(names.own.table("Raters2"), make.head("id"))),
      },
    ],
  );
}
