/** The Sign-off sheet: per person the sum of the agreed weights, and the dates on which both sides signed. */
import { columnMaker, registerSheet, type ColumnRule } from "../../blueprint/registerSheet";
import { headersOf, type TablePlacement } from "../../blueprint/tableSheet";
import { personFormula } from "../../formulas/resultFormulas";
import { ruleFormula } from "../../formulas/columns";
import { BOLD, DATE, NUMBER, WHOLE, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import type { MboContext } from "./context";
import { type Headers } from "../../formulas/byKey";
import { goalCountFormula, signOffCheckFormula, weightSumFormula } from "./goalFormulas";

/** Both signatures of each of the three talks. */
const SIGNATURES = ["agreedE", "agreedM", "midE", "midM", "closeE", "closeM"];
export const SIGN_OFF_KEYS = ["id", "name", "goals", "weights", "check", ...SIGNATURES, "objection"];

/** Dates of the sample: agreed at the beginning, talked through in the middle. */
function signedOn(context: MboContext, key: string): number | "" {
  const { from, to } = context.period;
  if (!context.isSample || key.startsWith("close")) return "";
  return key.startsWith("agreed") ? from : from + Math.round((to - from) / 2);
}

/** A row a person: sum of weights, and when both sides signed. */
export function signOffSheet(
  context: MboContext,
  name: string,
  goals: { readonly table: string; readonly headers: Headers },
): MethodSheet {
  const { names, text, people, peopleHeaders } = context;
  const make = columnMaker(text, "signOff");
  const h = make.heads(SIGN_OFF_KEYS);
  const ids = people.map(({ id }) => id);
  const columns = [
    make.label("id", 8, ids),
    make.formula(
      "name",
      16,
      personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders["name"] ?? "", make.head("id")),
    ),
    make.formula("goals", 8, goalCountFormula(goals.table, goals.headers, h), WHOLE),
    make.formula("weights", 10, weightSumFormula(goals.table, goals.headers, h), { ...NUMBER, ...BOLD }),
    make.formula("check", 18, signOffCheckFormula(names, h), BOLD),
    ...SIGNATURES.map((key) =>
      make.input(
        key,
        13,
        ids.map(() => signedOn(context, key)),
        DATE,
      ),
    ),
    make.input(
      "objection",
      36,
      ids.map(() => ""),
      WRAP,
    ),
  ];
  const table: TablePlacement = {
    name: names.own.table("SignOff"),
    at: { row: 4, column: 0 },
    rows: Math.max(1, people.length),
    columns,
  };
  const date = { style: "Warning", title: text("valid.date.title"), message: text("valid.date") } as const;
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      names,
      name,
      title: text("signOff.title"),
      subtitle: text("signOff.subtitle"),
      table,
      checks: [{ key: "check", also: ["weights"] }],
      groups: [
        { from: "agreedE", to: "agreedM", label: text("signOff.agreement") },
        { from: "midE", to: "midM", label: text("signOff.mid") },
        { from: "closeE", to: "closeM", label: text("signOff.close") },
      ],
      rules: SIGNATURES.map((key): ColumnRule => ({
        key,
        rule: {
          kind: "date",
          min: ruleFormula(`${names.setting("From")}-366`),
          max: ruleFormula(`${names.setting("To")}+366`),
        },
        alert: date,
      })),
      frozen: 2,
      headHeight: 34,
      rowHeight: 24,
    }),
  };
}
