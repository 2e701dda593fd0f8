/** Check-ins: figure and confidence of a key result on a day. */
import { columnMaker, registerSheet } from "../../blueprint/registerSheet";
import {
  BOLD,
  DATE,
  NUMBER,
  WRAP,
  dayAt,
  rowsWith,
  rulesFor,
  valuesOf,
  type MethodSheet,
} from "../../blueprint/methodSheet";
import { headersOf, type ColumnPlan } from "../../blueprint/tableSheet";
import { knownFormula } from "../../formulas/byKey";
import { here } from "../../formulas/columns";
import { dayFormula, placeFormula } from "../../formulas/placeInTime";
import { checkInCheckFormula, countedFormula } from "./formulas";
import { AT, keyResultId, checkInId, sampleCheckIns, type OkrContext } from "./frame";

/** The check-ins: figure and confidence of a key result on a day. */
export function checkInsSheet(context: OkrContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "okrCheckIns");
  const rows = rowsWith(context, sampleCheckIns(context), context.rows.checkIns - sampleCheckIns(context).length);
  const values = valuesOf(rows);
  const h = make.heads([
    "id",
    "date",
    "keyResult",
    "value",
    "confidence",
    "note",
    "known",
    "counted",
    "day",
    "place",
    "check",
  ]);
  const table = names.own.table("OkrCheckIns");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => checkInId(i)),
    ),
    make.input(
      "date",
      13,
      values(({ day }) => dayAt(context, day)),
      DATE,
    ),
    make.input(
      "keyResult",
      12,
      values(({ keyResult }) => keyResultId(keyResult)),
    ),
    make.input(
      "value",
      11,
      values(({ value }) => value),
      NUMBER,
    ),
    make.input(
      "confidence",
      12,
      values(({ confidence }) => confidence),
      NUMBER,
    ),
    make.input(
      "note",
      60,
      values(({ note }) => note[language]),
      WRAP,
    ),
    make.formula("check", 17, checkInCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("IndicatorIds"), here(make.head("keyResult")))),
    make.quiet("counted", 9, countedFormula(names, h)),
    make.quiet("day", 9, dayFormula(h)),
    make.quiet("place", 8, placeFormula(table, h)),
  ];
  const rules = rulesFor(context);
  return {
    table: { name: table, at: AT, rows: rows.length, columns, filter: true },
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      names,
      name,
      title: text("okrCheckIns.title"),
      subtitle: text("okrCheckIns.subtitle"),
      table: { name: table, at: AT, rows: rows.length, columns, filter: true },
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      rules: [
        rules.inPeriod("date"),
        rules.list("keyResult", names.setting("IndicatorIds")),
        rules.number("value"),
        {
          ...rules.number("confidence", 0, 10),
          alert: { style: "Stop", title: text("valid.number.title"), message: text("valid.confidence") },
        },
      ],
      frozen: 3,
      printTo: "known",
    }),
  };
}
