/** The sheet of results of a method in which points are given on weighted items: score on the scale, band, rank, how much applied. */
import { changeColumn } from "./changeColumn";
import type { TableSource } from "../formulas/byKey";
import { bandOfScoreFormula, rankOfScoreFormula, sumOfPersonFormula } from "../formulas/personScores";
import { applicableFormula, ratedCheckFormula, ratedCountFormula, ratedScoreFormula } from "../formulas/ratedFormulas";
import { BOLD, methodTable, nameFormula, WHOLE, type MethodTable, withBars, BARS_ROWS } from "./methodTable";
import type { MethodContext } from "./methodWorkbook";
import { columnMaker } from "./registerSheet";
import { headersOf, type ColumnPlan } from "./tableSheet";

const KEYS = [
  ...["id", "name", "rated", "open", "applicable", "score", "band", "rank", "check"],
  ...["won", "counted", "asked", "sum", "squares"],
];
const SCORE = { numberFormat: "0.00" };
const SHARE = { numberFormat: "0%" };

/** @param ratings a row a person and item, with "mark", "used", "counted", "won", "open" and "square" */
export function ratedResults(context: MethodContext, key: string, ratings: TableSource): MethodTable {
  const { names, text, people, settings } = context;
  const make = columnMaker(text, "ratedResults");
  const h = make.heads(KEYS);
  const own = { table: names.own.table(key), headers: h };
  const bands = { table: settings.bands.name, headers: headersOf(settings.bands.columns) };
  const quiet = (column: string, from: string): ColumnPlan<string> =>
    make.quiet(column, 9, sumOfPersonFormula(h, ratings, from));
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 20, nameFormula(context, make.head("id"))),
    make.formula("rated", 10, ratedCountFormula(h, ratings), WHOLE),
    make.formula("open", 10, sumOfPersonFormula(h, ratings, "open"), WHOLE),
    make.formula("applicable", 14, applicableFormula(h), SHARE),
    make.formula("score", 12, ratedScoreFormula(names, h), { ...SCORE, ...BOLD }),
    make.formula("band", 20, bandOfScoreFormula(h, bands)),
    make.formula("rank", 8, rankOfScoreFormula(own), WHOLE),
    changeColumn(context),
    make.formula("check", 24, ratedCheckFormula(names, h), BOLD),
    quiet("won", "won"),
    quiet("counted", "counted"),
    quiet("asked", "used"),
    quiet("sum", "mark"),
    quiet("squares", "square"),
  ];
  const rows = Math.max(1, people.length);
  const plan = {
    tabColor: "headFill" as const,
    checks: [{ key: "check" }],
    frozen: 2,
    printTo: "won",
    printUnder: BARS_ROWS,
  };
  const made = methodTable(context, key, "ratedResults", columns, rows, plan);
  return withBars(made, { title: text("ratedResults.chart"), value: "score", width: 7 });
}
