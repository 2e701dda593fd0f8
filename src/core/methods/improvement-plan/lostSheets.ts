/** Points lost line by line with their causes, and the causes added up. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import {
  BOLD,
  NUMBER,
  POINTS,
  SHARE,
  WHOLE,
  WRAP,
  rowsWith,
  valuesOf,
  type MethodSheet,
} from "../../blueprint/methodSheet";
import { columnMaker } from "../../blueprint/registerSheet";
import { placeTable, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, column } from "../../formulas/columns";
import * as f from "./formulas";
import { SAMPLE_LOST } from "./sample";
import { AT, EMPTY, caseId, recordId, rulesOf, planSheet } from "./frame";

const LOST_KEYS = [
  ...[
    "id",
    "plan",
    "indicator",
    "weight",
    "before",
    "cause",
    "lost",
    "share",
    "cumulated",
    "place",
    "after",
    "lostAfter",
  ],
  ...["recovered", "check", "known", "lostUsed", "judged", "judgedAfter", "causeNo", "key"],
];

/** Points lost, line by line, in the order of loss, with cause. */
export function lostSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "pointsLost");
  const rows = rowsWith(context, SAMPLE_LOST, EMPTY.lost);
  const values = valuesOf(rows);
  const h = make.heads(LOST_KEYS);
  const rules = rulesOf(context);
  const table = names.own.table("PointsLost");
  return planSheet(context, {
    key: "pointsLost",
    name,
    table: "PointsLost",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        8,
        rows.map((_, i) => recordId("L", i)),
      ),
      make.input(
        "plan",
        9,
        values(({ plan }) => caseId(plan)),
      ),
      make.input(
        "indicator",
        30,
        values(({ indicator }) => indicator[language]),
        WRAP,
      ),
      make.input(
        "weight",
        9,
        values(({ weight }) => weight),
        NUMBER,
      ),
      make.input(
        "before",
        11,
        values(({ before }) => before),
        SHARE,
      ),
      make.input(
        "cause",
        18,
        values(({ cause }) => (cause === undefined ? "" : text(`word.${cause}`))),
      ),
      make.formula("lost", 10, f.lostFormula(h, "before"), { ...POINTS, ...BOLD }),
      make.formula("share", 9, f.shareFormula(table, h), SHARE),
      make.formula("cumulated", 11, f.cumulatedFormula(table, h), SHARE),
      make.formula("place", 8, f.lostRankFormula(table, h), { numberFormat: '0;;""' }),
      make.input(
        "after",
        11,
        values(({ after }) => after),
        SHARE,
      ),
      make.formula("lostAfter", 10, f.lostFormula(h, "after"), POINTS),
      make.formula("recovered", 11, f.recoveredFormula(h), { numberFormat: "+0.00;-0.00;0.00", ...BOLD }),
      make.formula("check", 18, f.lineCheckFormula(names, h), BOLD),
      make.quiet("known", 8, knownFormula(names.own.range("CaseIds"), cellOf(h, "plan"))),
      make.quiet("lostUsed", 8, cellFormula(`N(${cellOf(h, "lost")})`)),
      make.quiet("judged", 8, cellFormula(`IF(ISNUMBER(${cellOf(h, "lost")}),1,0)`)),
      make.quiet("judgedAfter", 9, cellFormula(`IF(ISNUMBER(${cellOf(h, "lostAfter")}),1,0)`)),
      make.quiet("causeNo", 8, cellFormula(`IFERROR(MATCH(${cellOf(h, "cause")},${names.own.range("Causes")},0),0)`)),
      make.quiet("key", 9, f.rankKeyFormula(h)),
    ],
    more: {
      frozen: 3,
      groups: [
        { from: "weight", to: "place", label: text("pointsLost.before") },
        { from: "after", to: "recovered", label: text("pointsLost.after") },
      ],
      rules: [
        rules.plan,
        rules.list("cause", names.own.range("Causes")),
        rules.number("weight", 0, 100),
        rules.number("before", 0, 10),
        rules.number("after", 0, 10),
      ],
      printTo: "known",
    },
  });
}

const LENGTHS = [30, 60, 90];

/** Points lost added up by cause. */
export function causesSheet(context: MethodContext, name: string, lines: TableSource): MethodSheet {
  const { names, text } = context;
  const make = columnMaker(text, "causes");
  const h = make.heads(["no", "cause", "lost", "count"]);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "no",
      6,
      f.CAUSES.map((_, i) => i + 1),
      { horizontal: "Left" },
    ),
    make.label(
      "cause",
      44,
      f.CAUSES.map((cause) => text(`word.${cause}`)),
    ),
    make.formula("lost", 12, f.causeLostFormula(lines, h), { ...POINTS, ...BOLD }),
    make.formula("count", 18, f.causeCountFormula(lines, h), WHOLE),
  ];
  const made = planSheet(context, {
    key: "causes",
    name,
    table: "Causes",
    rows: f.CAUSES.length,
    columns,
    more: { checks: [], frozen: 0, printUnder: 22, orientation: "Portrait" },
  });
  const lengths: TablePlacement = {
    name: names.own.table("Lengths"),
    at: { row: AT.row, column: columns.length + 1 },
    rows: LENGTHS.length,
    columns: [columnMaker(text, "lengths").input("days", 18, LENGTHS, WHOLE)],
  };
  const placed = placeTable(lengths);
  const body = (index: number) => ({ row: AT.row + 1, column: index, rows: f.CAUSES.length, columns: 1 });
  const { sheet } = made;
  return {
    ...made,
    more: { Lengths: lengths },
    names: [
      { name: names.own.range("Lengths"), refersTo: cellFormula(column(lengths.name, text("col.lengths.days"))) },
    ],
    sheet: {
      ...sheet,
      tables: [...sheet.tables, placed.table],
      styles: [...sheet.styles, ...placed.styles],
      columnWidths: [
        ...sheet.columnWidths,
        { column: columns.length, width: 3 },
        { column: lengths.at.column, width: 18 },
      ],
      validation: [
        {
          rect: { row: AT.row + 1, column: lengths.at.column, rows: LENGTHS.length, columns: 1 },
          rule: { kind: "whole", min: 1, max: 366 },
          alert: { style: "Stop", title: text("valid.number.title"), message: text("valid.plainNumber") },
        },
      ],
      charts: [
        {
          kind: "bar",
          title: text("causes.chart"),
          categories: body(1),
          values: body(2),
          seriesName: make.head("lost"),
          at: { row: AT.row + 3 + f.CAUSES.length, column: 0, rows: 16, columns: 4 },
        },
      ],
    },
  };
}
