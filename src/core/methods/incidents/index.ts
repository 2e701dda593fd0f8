/** Critical-incident log: what was seen, on which day, effective or not; where each person's records come from. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { INCIDENT_CHECKS } from "./checks";
import { incidentsPage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { incidentsReading } from "./reading";
import { SAMPLE_CREW } from "./sample";
import { monthsSheet, recordsSheet } from "./sheets";

const RECORD_WORDS = ["unknown", "noEventDate", "outside", "noSide", "noFacts", "writtenLate"];
const PERSON_WORDS = ["noRecord", "oneSided", "fewMonths", "allRecent"];

function build(context: MethodContext): readonly MethodPart[] {
  const records = recordsSheet(context);
  const months = monthsSheet(context, sourceOf(records));
  const checks = [...wordRows(records, RECORD_WORDS), ...wordRows(months, PERSON_WORDS), rowlessRow(context, months)];
  return [
    partOf(records),
    partOf(months),
    incidentsPage(context, sourceOf(records), sourceOf(months)),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const INCIDENTS: MethodDefinition = {
  id: "incidents",
  name: METHOD_CARDS.incidents.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [
      { key: "LateDays", value: 14, limits: [0, 366] },
      { key: "MinMonths", value: 2, limits: [1, 12] },
      { key: "MostRecent", value: 0.5, limits: [0, 1], style: { numberFormat: "0%", horizontal: "Left" } },
    ],
    words: [...["effective", "ineffective", "noEventDate", "noSide", "noFacts", "writtenLate"], ...PERSON_WORDS],
    lists: { IncidentKinds: ["effective", "ineffective"] },
  },
  lines: () => [],
  samplePeople: SAMPLE_CREW,
  sheetKeys: ["incidents", "incidentMonths", "person", "proof", "checks"],
  reading: incidentsReading,
  checks: INCIDENT_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: onePerPerson("IncidentMonths", "MethodProof"),
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "incidents",
};
