/** The Progress sheet: where each line of one person's plan stands at the as-of date, and where it will stand if it goes on like this. */
import { cellFormula, ruleFormula } from "../formulas/columns";
import { asOfFormula, lineProgressFormulas, timeGoneFormula } from "../formulas/lineProgressFormulas";
import { cellAddress } from "../model/a1";
import type { BuildContext } from "./context";
import {
  FACTS,
  FACTS_ROW,
  pageSheet,
  PLAIN,
  QUIET,
  shared,
  TABLE_ROWS,
  type PageParts,
  type PageSource,
} from "./personPages";
import { formulaColumn, type TablePlacement } from "./tableSheet";
import type { CellContent, CellStyle } from "./types";

const TEXTS = 5;
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd" };
const SHARE: CellStyle = { numberFormat: "0.0%" };
const DECIMALS: CellStyle = { numberFormat: "0.0#", horizontal: "Right" };
/** Rows of the right facts, from FACTS_ROW. */
const [AS_OF, TIME] = [2, 3];

const KEYS = [
  ...["planRow", "aim", "actual", "start", "reached", "missing", "expected"],
  ...["paceNeeded", "forecast", "state", "way", "course", "sign"],
];

/** Progress of the picked person, line by line. */
export function progressPage(context: BuildContext, name: string, source: PageSource): PageParts {
  const { names, text, people, kinds, word } = context;
  const own = shared(context, "ProgressPerson", source);
  const { head } = own;
  const fact = (row: number): string => cellAddress(FACTS_ROW + row, FACTS.rightValue, true);
  const progress = lineProgressFormulas(names, Object.fromEntries(KEYS.map((key) => [key, head(key)])), {
    asOf: fact(AS_OF),
    time: fact(TIME),
    kinds,
    plan: {
      table: names.table("Plan"),
      aggregation: source.plan["aggregation"] ?? "",
      hasBaseline: source.plan["baseline"] !== undefined,
    },
  });
  const columns = [
    ...own.first.filter(({ key }) => key !== "weight"),
    formulaColumn("start", head("start"), 9, progress.start, PLAIN),
    formulaColumn("aim", head("aim"), 10, own.byEntry.aim, PLAIN),
    formulaColumn("actual", head("actual"), 10, own.byEntry.actual, { ...PLAIN, font: { bold: true } }),
    formulaColumn("reached", head("reached"), 10, progress.reached, SHARE),
    formulaColumn("missing", head("missing"), 10, progress.missing, DECIMALS),
    formulaColumn("expected", head("expected"), 10, progress.expected, DECIMALS),
    formulaColumn("paceNeeded", head("paceNeeded"), 12, progress.paceNeeded, DECIMALS),
    formulaColumn("forecast", head("forecast"), 10, progress.forecast, DECIMALS),
    formulaColumn("state", head("state"), 17, progress.state, { font: { bold: true }, wrap: true }),
    ...own.last,
    formulaColumn("way", head("way"), 7, progress.way, QUIET),
    formulaColumn("course", head("course"), 7, progress.course, QUIET),
    formulaColumn("sign", head("sign"), 7, progress.sign, QUIET),
  ];
  const at = { row: TABLE_ROWS.ProgressPerson, column: 0 };
  const table: TablePlacement = { name: names.table("ProgressPage"), at, rows: own.rows, columns };
  const body = (key: string) => ({
    row: at.row + 1,
    column: columns.findIndex((column) => column.key === key),
    rows: own.rows,
    columns: 1,
  });
  const state = body("state");
  const under = at.row + 1 + own.rows + 1;
  const label = (key: string): string => text(`page.${key}`);
  const date = (setting: "From" | "To"): CellContent => ({ formula: cellFormula(names.setting(setting)) });
  const said = {
    sum: word("addsUp"),
    last: word("lastValue"),
    noPace: word("noPace"),
  };
  return pageSheet(context, "ProgressPerson", name, table, {
    subtitle: text("progressPage.subtitle", { asOf: text("settings.asOf") }),
    left: [
      [label("person"), people[0]?.id ?? ""],
      [label("name"), own.person("name"), { font: { bold: true } }],
      [label("post"), own.person("post")],
      [label("jobGroup"), own.person("jobGroup")],
      [label("department"), own.person("department")],
    ],
    right: [
      [label("from"), date("From"), DATE],
      [label("to"), date("To"), DATE],
      [text("settings.asOf"), { formula: asOfFormula(names) }, { ...DATE, font: { bold: true } }],
      [text("progressPage.timeGone"), { formula: timeGoneFormula(names, fact(AS_OF)) }, SHARE],
    ],
    planNumber: own.result("plan", "number"),
    tables: [],
    under: {
      blocks: [
        {
          at: { row: under, column: 0 },
          cells: Array.from({ length: TEXTS }, (_, i) => [text(`progressPage.${String(i + 1)}`, said)]),
        },
      ],
      styles: [{ rect: { row: under, column: 0, rows: TEXTS, columns: 1 }, style: QUIET }],
    },
    underRows: TEXTS + 1,
    printed: state.column + 1,
    orientation: "Landscape",
    conditional: [
      {
        kind: "formula",
        rect: state,
        formula: ruleFormula(`$${cellAddress(state.row, state.column)}=${names.word("behind")}`),
        style: { fill: "warningFill", bold: true },
      },
      { kind: "dataBar", rect: body("reached"), min: 0, max: 1 },
    ],
  });
}
