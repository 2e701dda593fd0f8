/** The plans themselves: whether each is ready, and what it brought. */
import type { MethodContext } from "../../blueprint/methodWorkbook";
import {
  BOLD,
  DATE,
  POINTS,
  WHOLE,
  WRAP,
  dayAt,
  rowsWith,
  valuesOf,
  type MethodSheet,
} from "../../blueprint/methodSheet";
import { columnMaker } from "../../blueprint/registerSheet";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, column } from "../../formulas/columns";
import { personFormula } from "../../formulas/resultFormulas";
import * as f from "./formulas";
import { SAMPLE_CASES } from "./sample";
import { EMPTY, caseId, rulesOf, planSheet } from "./frame";

export const CASE_KEYS = [
  ...["id", "person", "name", "start", "days", "end", "standard", "support", "check", "facts", "goals", "reached"],
  ...["points", "held", "lost", "lostAfter", "recovered", "outcome", "signE", "signM", "who", "measured"],
];

/** A row a plan: who, from when to when, whether it is ready, what came of it. */
export function casesSheet(
  context: MethodContext,
  name: string,
  from: Readonly<Record<"facts" | "lines" | "goals" | "followUps", TableSource>>,
): MethodSheet {
  const { names, text, language, people, peopleHeaders } = context;
  const make = columnMaker(text, "cases");
  const rows = rowsWith(context, SAMPLE_CASES, EMPTY.cases);
  const values = valuesOf(rows);
  const h = make.heads(CASE_KEYS);
  const rules = rulesOf(context);
  const own = f.caseFormulas(h, from);
  const nameOf = personFormula(
    names.table("People"),
    peopleHeaders["id"] ?? "",
    peopleHeaders["name"] ?? "",
    make.head("who"),
  );
  return planSheet(context, {
    key: "cases",
    name,
    table: "Cases",
    rows: rows.length,
    columns: [
      make.label(
        "id",
        7,
        rows.map((_, i) => caseId(i)),
      ),
      make.input(
        "person",
        9,
        values(({ person }) => people[person % Math.max(1, people.length)]?.id),
      ),
      make.formula("name", 14, nameOf),
      make.input(
        "start",
        12,
        values(({ start }) => dayAt(context, start)),
        DATE,
      ),
      make.input(
        "days",
        8,
        values(({ days }) => days),
        WHOLE,
      ),
      make.formula("end", 12, own.end, DATE),
      make.input(
        "standard",
        34,
        values(({ standard }) => standard[language]),
        WRAP,
      ),
      make.input(
        "support",
        30,
        values(({ support }) => support[language]),
        WRAP,
      ),
      make.formula("check", 19, f.caseCheckFormula(names, h), BOLD),
      make.formula("facts", 8, own.facts, WHOLE),
      make.formula("goals", 8, own.goals, WHOLE),
      make.formula("reached", 10, own.reached, WHOLE),
      make.formula("points", 9, own.points, WHOLE),
      make.formula("held", 9, own.held, WHOLE),
      make.formula("lost", 11, own.lost, POINTS),
      make.formula("lostAfter", 11, own.lostAfter, POINTS),
      make.formula("recovered", 11, own.recovered, { numberFormat: "+0.00;-0.00;0.00", ...BOLD }),
      make.input(
        "outcome",
        14,
        values(({ outcome }) => (outcome === undefined ? "" : text(`word.${outcome}`))),
      ),
      make.input(
        "signE",
        12,
        values(({ start }) => dayAt(context, start)),
        DATE,
      ),
      make.input(
        "signM",
        12,
        values(({ start }) => dayAt(context, start)),
        DATE,
      ),
      make.quiet("who", 8, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
      make.quiet("measured", 9, own.measured),
    ],
    more: {
      frozen: 3,
      groups: [
        { from: "facts", to: "held", label: text("cases.ready") },
        { from: "lost", to: "recovered", label: text("cases.effect") },
        { from: "signE", to: "signM", label: text("cases.signed") },
      ],
      rules: [
        rules.list("person", names.setting("PeopleIds")),
        rules.list("days", names.own.range("Lengths")),
        rules.list("outcome", names.own.range("Outcomes")),
        ...["start", "signE", "signM"].map((key) => rules.date(key)),
      ],
      printTo: "who",
      rowHeight: 30,
    },
    names: [
      { name: names.own.range("CaseIds"), refersTo: cellFormula(column(names.own.table("Cases"), make.head("id"))) },
    ],
  });
}
