/**
 * The page for one person of the incident log: the records about somebody, for the talk, with both sides and where they come from.
 * They give no number: records are the ground for a rating elsewhere.
 */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD, DATE, SHARE, WRAP } from "../../blueprint/methodSheet";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import { peopleList } from "../../blueprint/personPageRows";
import { columnOf, type TableSource } from "../../formulas/byKey";
import { ownCountFormula } from "../../formulas/ownRows";
import { besideFormula } from "../../formulas/personPageFormulas";
import { bothSidesFormula, recentLimitFormula, situationAndFacts } from "./formulas";
import { YEAR } from "./period";

const ROWS = 12;

/** The records about the person who is picked. */
export function incidentsPage(context: MethodContext, records: TableSource, months: TableSource): MethodPart {
  const { names } = context;
  const talkedOn = columnOf(records.table, records.headers, "talkedOn");
  return methodPersonPage(context, {
    shows: {
      register: records,
      owner: "known",
      count: ROWS,
      columns: [
        { key: "date", from: "number", width: 14, style: DATE },
        { key: "happened", from: situationAndFacts, width: 46, style: WRAP },
        { key: "result", from: "text", width: 28, style: WRAP },
        { key: "kind", from: "text", width: 13, style: BOLD },
        { key: "topic", from: "text", width: 16, style: WRAP },
        { key: "observer", from: "text", width: 12, style: WRAP },
        { key: "talkedOn", from: "number", width: 13, style: DATE },
      ],
      rowHeight: 46,
    },
    results: months,
    facts: [
      { key: "total", kind: "number", style: { font: { bold: true, size: 14 } } },
      { key: "effective", kind: "number" },
      { key: "ineffective", kind: "number" },
      { key: "months", kind: "number" },
      { key: "recent", kind: "number", style: SHARE },
    ],
    howTitle: "how.incidentTitle",
    how: [
      {
        key: "incidentSides",
        value: (at) => bothSidesFormula(at("effective"), at("ineffective"), at("total")),
      },
      { key: "incidentMonths", value: (at) => besideFormula(at("months"), names.own.cell("MinMonths")) },
      { key: "incidentRecent", value: (at) => recentLimitFormula(names, at("recent")) },
      {
        key: "incidentTalked",
        value: () => ownCountFormula(names, peopleList(context), records, "known", [`--ISNUMBER(${talkedOn})`]),
      },
      { key: "incidentUse", value: null },
    ],
    trend: YEAR,
  });
}
