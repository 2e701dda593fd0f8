/** The Progress sheet: where each goal stands on the way from start to target at the as-of date. */
import { bodyOf, columnMaker, firstCellOf, registerSheet } from "../../blueprint/registerSheet";
import { headersOf, type TablePlacement } from "../../blueprint/tableSheet";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { paceFormulas } from "../../formulas/paceFormulas";
import { BOLD, DATE, NUMBER, SHARE, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import type { MboContext } from "./context";
import { cellOf, columnOf, type Headers } from "../../formulas/byKey";
import { goalNumberFormula, goalRowFormula, goalTextFormula, type GoalsTable } from "./reviewFormulas";

const PACE = ["time", "reached", "expected", "missing", "paceNeeded", "forecast", "state"] as const;
const KEYS = ["id", "name", "goal", "unit", "start", "aim", "due", "figure", "used", ...PACE, "row", "sign"];

/** The agreed result once there is one, else the latest figure. */
const usedFormula = (review: GoalsTable, h: Headers) => {
  const agreed = `SUMIFS(${columnOf(review.table, review.headers, "value")},${columnOf(review.table, review.headers, "id")},${cellOf(h, "id")})`;
  const isThere = `COUNTIFS(${columnOf(review.table, review.headers, "id")},${cellOf(h, "id")},${columnOf(review.table, review.headers, "value")},">-1000000000000")`;
  return cellFormula(
    `IF(${cellOf(h, "row")}=0,"",IF(${isThere}>0,${agreed},IF(ISNUMBER(${cellOf(h, "figure")}),${cellOf(h, "figure")},"")))`,
  );
};

/** Where each goal stands at the as-of date. */
export function progressSheet(context: MboContext, name: string, goals: GoalsTable, review: GoalsTable): MethodSheet {
  const { names, text } = context;
  const make = columnMaker(text, "progress");
  const h = make.heads(KEYS);
  const pace = paceFormulas(
    {
      start: h["start"] ?? "",
      target: h["aim"] ?? "",
      actual: h["used"] ?? "",
      sign: h["sign"] ?? "",
      time: h["time"] ?? "",
      missing: h["missing"] ?? "",
      expected: h["expected"] ?? "",
    },
    {
      from: names.setting("From"),
      due: cellOf(h, "due"),
      asOf: names.setting("AsOf"),
      reached: names.own.word("reached"),
      onTrack: names.own.word("onTrack"),
      behind: names.own.word("behind"),
    },
  );
  const decimals = { numberFormat: "0.0#", horizontal: "Right" } as const;
  const columns = [
    make.label(
      "id",
      7,
      context.goals.map(({ id }) => id),
    ),
    make.formula("name", 14, goalTextFormula(goals, h, "name")),
    make.formula("goal", 30, goalTextFormula(goals, h, "goal"), WRAP),
    make.formula("unit", 12, goalTextFormula(goals, h, "unit"), WRAP),
    make.formula("start", 8, goalNumberFormula(goals, h, "startUsed"), NUMBER),
    make.formula("aim", 9, goalNumberFormula(goals, h, "aim"), NUMBER),
    make.formula("due", 12, goalNumberFormula(goals, h, "due"), DATE),
    make.input(
      "figure",
      11,
      context.goals.map(({ sample }) => sample?.figure ?? ""),
      NUMBER,
    ),
    make.formula("used", 10, usedFormula(review, h), { ...NUMBER, ...BOLD }),
    make.formula("time", 9, pace.time, SHARE),
    make.formula("reached", 9, pace.reached, SHARE),
    make.formula("expected", 10, pace.expected, decimals),
    make.formula("missing", 9, pace.missing, decimals),
    make.formula("paceNeeded", 11, pace.paceNeeded, decimals),
    make.formula("forecast", 10, pace.forecast, decimals),
    make.formula("state", 12, pace.state, BOLD),
    make.quiet("row", 7, goalRowFormula(goals, h)),
    make.quiet("sign", 7, goalNumberFormula(goals, h, "sign")),
  ];
  const table: TablePlacement = {
    name: names.own.table("Progress"),
    at: { row: 3, column: 0 },
    rows: context.goals.length,
    columns,
    filter: true,
  };
  const base = {
    names,
    name,
    title: text("progress.title"),
    subtitle: text("progress.subtitle", { asOf: text("settings.asOf") }),
    table,
    frozen: 3,
    printTo: "row",
    headHeight: 34,
    rowHeight: 30,
  };
  const behind = ruleFormula(`${firstCellOf(base, "state")}=${names.own.word("behind")}`);
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      ...base,
      rules: [
        {
          key: "figure",
          rule: { kind: "decimal", min: -1e12, max: 1e12 },
          alert: { style: "Stop", title: text("valid.number.title"), message: text("valid.number") },
        },
      ],
      conditional: [
        { kind: "formula", rect: bodyOf(base, "state"), formula: behind, style: { fill: "warningFill", bold: true } },
        { kind: "dataBar", rect: bodyOf(base, "reached"), min: 0, max: 1 },
      ],
    }),
  };
}
