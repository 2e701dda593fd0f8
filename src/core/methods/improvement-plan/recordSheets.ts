/** Records of a plan: the dated facts that show the gap, and the check points. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { BOLD, DATE, WRAP, dayAt, rowsWith, valuesOf, type MethodSheet } from "../../blueprint/methodSheet";
import { columnMaker } from "../../blueprint/registerSheet";
import { cellOf, isBlank, knownFormula } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import * as f from "./formulas";
import { SAMPLE_FACTS, SAMPLE_POINTS } from "./sample";
import { EMPTY, caseId, recordId, startOf, rulesOf, planSheet } from "./frame";

const RECORD_KEYS = ["known", "counts", "key", "check"];
const FACT_KEYS = ["id", "plan", "date", "what", "proof", ...RECORD_KEYS];

/** The dated facts that show the gap. */
export function factsSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "planFacts");
  const rows = rowsWith(context, SAMPLE_FACTS, EMPTY.facts);
  const values = valuesOf(rows);
  const h = make.heads(FACT_KEYS);
  const rules = rulesOf(context);
  return planSheet(context, {
    key: "planFacts",
    name,
    table: "PlanFacts",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        8,
        rows.map((_, i) => recordId("F", i)),
      ),
      make.input(
        "plan",
        9,
        values(([plan]) => caseId(plan)),
      ),
      make.input(
        "date",
        12,
        values(([, day]) => dayAt(context, day)),
        DATE,
      ),
      make.input(
        "what",
        60,
        values(([, , what]) => what[language]),
        WRAP,
      ),
      make.input(
        "proof",
        24,
        values(([, , , proof]) => proof[language]),
        WRAP,
      ),
      make.formula("check", 18, f.datedCheckFormula(names, h, "what", "date"), BOLD),
      make.quiet("known", 8, knownFormula(names.own.range("CaseIds"), cellOf(h, "plan"))),
      make.quiet(
        "counts",
        8,
        cellFormula(
          `IF(AND(NOT(${isBlank(cellOf(h, "what"))}),LEN(${cellOf(h, "known")})>0,ISNUMBER(${cellOf(h, "date")})),1,0)`,
        ),
      ),
      make.quiet("key", 9, f.recordKeyFormula(names.own.table("PlanFacts"), h)),
    ],
    more: { rules: [rules.plan, rules.date("date")], printTo: "known" },
  });
}

const POINT_KEYS = ["id", "plan", "planned", "heldOn", "found", "next", ...RECORD_KEYS, "isHeld"];

/** The check points of a plan. */
export function followUpsSheet(context: MethodContext, name: string): MethodSheet {
  const { names, text, language } = context;
  const make = columnMaker(text, "followUps");
  const rows = rowsWith(context, SAMPLE_POINTS, EMPTY.points);
  const values = valuesOf(rows);
  const h = make.heads(POINT_KEYS);
  const rules = rulesOf(context);
  const planned = (plan: number, after: number): number => startOf(context, plan) + after;
  return planSheet(context, {
    key: "followUps",
    name,
    table: "FollowUps",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        8,
        rows.map((_, i) => recordId("V", i)),
      ),
      make.input(
        "plan",
        9,
        values(([plan]) => caseId(plan)),
      ),
      make.input(
        "planned",
        13,
        values(([plan, after]) => planned(plan, after)),
        DATE,
      ),
      make.input(
        "heldOn",
        13,
        values(([plan, after, isHeld]) => (isHeld ? planned(plan, after) : "")),
        DATE,
      ),
      make.input(
        "found",
        54,
        values(([, , , found]) => found[language]),
        WRAP,
      ),
      make.input(
        "next",
        30,
        values(() => ""),
        WRAP,
      ),
      make.formula("check", 18, f.followUpCheckFormula(names, h), BOLD),
      make.quiet("known", 8, knownFormula(names.own.range("CaseIds"), cellOf(h, "plan"))),
      make.quiet(
        "counts",
        8,
        cellFormula(`IF(AND(ISNUMBER(${cellOf(h, "planned")}),LEN(${cellOf(h, "known")})>0),1,0)`),
      ),
      make.quiet("key", 9, f.recordKeyFormula(names.own.table("FollowUps"), h)),
      make.quiet("isHeld", 8, cellFormula(`IF(ISNUMBER(${cellOf(h, "heldOn")}),1,0)`)),
    ],
    more: { rules: [rules.plan, rules.date("planned"), rules.date("heldOn")], printTo: "known" },
  });
}
