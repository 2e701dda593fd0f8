/** The sheets of the calibration board: the board, the managers' levels, the spread over the bands. */
import { changeColumn } from "../../blueprint/changeColumn";
import { BOLD, listAlert, methodTable, nameFormula, stopAlert, WHOLE, WRAP } from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { pointScaleOf } from "../../blueprint/context";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { placeOn } from "../../model/pointScale";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan } from "../../blueprint/tableSheet";
import type { CellFormula } from "../../blueprint/types";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { rankOfScoreFormula } from "../../formulas/personScores";
import {
  bandNameFormula,
  bandNumberFormula,
  boardCheckFormula,
  finalFormula,
  hintFormula,
  managerFormulas,
  spreadFormulas,
  squareFormula,
  usableFormula,
} from "./formulas";
import { CASES, DECIDER, MANAGERS } from "./sample";

const SCORE = { numberFormat: "0.00", horizontal: "Right" } as const;
const BOARD_KEYS = [
  ...["id", "name", "manager", "proposed", "scoreBand", "evidence", "hint"],
  ...["decided", "reason", "by", "final", "finalBand", "rank", "check"],
  ...["known", "score", "agreed", "square", "scoreNo", "finalNo"],
];
const MANAGER_KEYS = [
  ...["id", "name", "people", "mean", "difference", "hint", "meanFinal", "shift"],
  ...["sum", "squares", "finals", "inside", "grand", "apart", "within", "between", "share"],
];
const LEAST_MANAGERS = 8;

/** Id of the n-th manager, from 0: "M1". */
export const managerId = (i: number): string => `M${String(i + 1)}`;
const bandsOf = ({ settings }: MethodContext): TableSource => ({
  table: settings.bands.name,
  headers: headersOf(settings.bands.columns),
});
const managersOf = ({ names, text }: MethodContext): TableSource => ({
  table: names.own.table("BoardManagers"),
  headers: columnMaker(text, "boardManagers").heads(MANAGER_KEYS),
});

/** The board: a row a person with proposal, hint, agreed score and reason. */
export function boardSheet(context: MethodContext): MethodTable {
  const { names, text, people, isSample, language } = context;
  const make = columnMaker(text, "board");
  const own: TableSource = { table: names.own.table("Board"), headers: make.heads(BOARD_KEYS) };
  const h = own.headers;
  const bands = bandsOf(context);
  const scale = pointScaleOf(context);
  const cases = people.map((_, i) => (isSample ? CASES[i % CASES.length] : undefined));
  const number = {
    key: "",
    rule: {
      kind: "decimal" as const,
      min: ruleFormula(names.own.cell("Low")),
      max: ruleFormula(names.own.cell("High")),
    },
    alert: stopAlert(context, "boardScore"),
  };
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("id"))),
    make.input(
      "manager",
      11,
      cases.map((entry) => (entry === undefined ? "" : managerId(entry.manager))),
    ),
    make.input(
      "proposed",
      11,
      cases.map((entry) => (entry === undefined ? "" : placeOn(scale, entry.proposed))),
      SCORE,
    ),
    make.formula("scoreBand", 14, bandNameFormula(h, "scoreNo", bands)),
    make.input(
      "evidence",
      32,
      cases.map((entry) => entry?.evidence[language] ?? ""),
      WRAP,
    ),
    make.formula("hint", 12, hintFormula(names, h, managersOf(context)), { ...SCORE, font: { color: "muted" } }),
    make.input(
      "decided",
      11,
      cases.map((entry) => (entry?.decided === undefined ? "" : placeOn(scale, entry.decided))),
      SCORE,
    ),
    make.input(
      "reason",
      36,
      cases.map((entry) => entry?.reason?.[language] ?? ""),
      WRAP,
    ),
    make.input(
      "by",
      18,
      cases.map((entry) => (entry?.decided === undefined ? "" : DECIDER[language])),
      WRAP,
    ),
    make.formula("final", 10, finalFormula(h), { ...SCORE, ...BOLD }),
    make.formula("finalBand", 14, bandNameFormula(h, "finalNo", bands)),
    make.formula("rank", 7, rankOfScoreFormula(own, "final"), WHOLE),
    changeColumn(context),
    make.formula("check", 18, boardCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("ManagerIds"), cellOf(h, "manager"))),
    make.quiet("score", 8, usableFormula(names, h, "proposed")),
    make.quiet("agreed", 8, usableFormula(names, h, "decided")),
    make.quiet("square", 8, squareFormula(h, "score")),
    make.quiet("scoreNo", 8, bandNumberFormula(h, "score", bands)),
    make.quiet("finalNo", 8, bandNumberFormula(h, "final", bands)),
  ];
  return methodTable(context, "Board", "board", columns, Math.max(1, people.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    groups: [
      { from: "manager", to: "evidence", label: text("board.proposal") },
      { from: "hint", to: "by", label: text("board.talk") },
      { from: "final", to: "rank", label: text("board.outcome") },
    ],
    rules: [
      listRule("manager", ruleFormula(names.own.range("ManagerIds")), listAlert(context)),
      { ...number, key: "proposed" },
      { ...number, key: "decided" },
    ],
    frozen: 2,
    printTo: "known",
  });
}

/** Level and spread of each manager beside everybody's. */
export function managersSheet(context: MethodContext, board: TableSource): MethodTable {
  const { names, text, isSample, language } = context;
  const make = columnMaker(text, "boardManagers");
  const own = managersOf(context);
  const found = managerFormulas(names, own, board);
  const formula = (key: string): CellFormula => {
    const made = found[key];
    if (made === undefined) throw new Error(`there is no formula ${key}`);
    return made;
  };
  const rows = Array.from({ length: LEAST_MANAGERS }, (_, i) => i);
  const columns: ColumnPlan<string>[] = [
    make.label("id", 8, rows.map(managerId)),
    make.input(
      "name",
      22,
      rows.map((i) => (isSample ? (MANAGERS[i]?.[language] ?? "") : "")),
      WRAP,
    ),
    make.formula("people", 10, formula("people"), WHOLE),
    make.formula("mean", 12, formula("mean"), SCORE),
    make.formula("difference", 14, formula("difference"), { numberFormat: "+0.00;-0.00;0.00" }),
    make.formula("hint", 26, formula("hint"), BOLD),
    make.formula("meanFinal", 14, formula("meanFinal"), SCORE),
    make.formula("shift", 14, formula("shift"), { numberFormat: "+0.00;-0.00;0.00" }),
    ...["sum", "squares", "finals", "inside", "grand", "apart", "within", "between", "share"].map((key) =>
      make.quiet(key, 9, formula(key)),
    ),
  ];
  return methodTable(
    context,
    "BoardManagers",
    "boardManagers",
    columns,
    rows.length,
    { tabColor: "headFill", frozen: 2, printTo: "sum" },
    [{ name: names.own.range("ManagerIds"), refersTo: cellFormula(column(own.table, make.head("id"))) }],
  );
}

/** Shares of the bands from the lowest; a guide, never a rule. */
const GUIDE = [0.05, 0.15, 0.55, 0.2, 0.05];

/** How many people each band holds before and after, beside the guide. */
export function spreadSheet(context: MethodContext, board: TableSource): MethodTable {
  const { names, text, settings } = context;
  const { rows } = settings.bands;
  // Shares are known of the usual bands; of others they are for the board to say.
  const guide = Array.from({ length: rows }, (_, i) => (rows === GUIDE.length ? (GUIDE[i] ?? "") : ""));
  const make = columnMaker(text, "boardSpread");
  const own = {
    table: names.own.table("BoardSpread"),
    headers: make.heads(["no", "band", "before", "after", "share", "guide", "advice"]),
  };
  const found = spreadFormulas(own, board, bandsOf(context));
  const formula = (key: string, width: number, style = {}): ColumnPlan<string> =>
    make.formula(key, width, found[key] ?? cellFormula('""'), style);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "no",
      8,
      guide.map((_, i) => i + 1),
    ),
    formula("band", 22),
    formula("before", 14, WHOLE),
    formula("after", 14, WHOLE),
    formula("share", 14, { numberFormat: "0%" }),
    make.input("guide", 14, guide, { numberFormat: "0%" }),
    formula("advice", 16, { numberFormat: "0.0" }),
  ];
  return methodTable(context, "BoardSpread", "boardSpread", columns, rows, {
    tabColor: "headFill",
    rules: [{ key: "guide", rule: { kind: "decimal", min: 0, max: 1 }, alert: stopAlert(context, "share") }],
    frozen: 2,
  });
}
