/** Site-visit audit: weighted items, critical ones, faults with evidence, action, owner and date. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { METHOD_CARDS } from "../list";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { GRADES } from "./formulas";
import { siteAuditReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { auditAnswersSheet, auditItemsSheet, visitsSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const items = auditItemsSheet(context);
  const visits = visitsSheet(context);
  const answers = auditAnswersSheet(context, sourceOf(visits), sourceOf(items));
  const checks = [
    ...wordRows(items, ["weightMissing", "weightsOff"]),
    ...wordRows(visits, ["noAuditor", "unknown"]),
    ...wordRows(visits, ["incomplete"]).map((row) => ({ ...row, label: "visitIncomplete" })),
    ...wordRows(answers, ["toFill", "reasonMissing", "noGrade", "notSeen", "noRemedy", "lateAction"]),
  ];
  return [
    partOf(answers),
    partOf(visits),
    partOf(items),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const SITE_AUDIT: MethodDefinition = {
  id: "site-audit",
  name: METHOD_CARDS["site-audit"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Tolerance"],
    rows: [
      { key: "MinorWorth", value: 0.5, style: { numberFormat: "0%", horizontal: "Left" }, limits: [0, 1] },
      { key: "PassScore", value: 80, style: { numberFormat: "General", horizontal: "Left" }, limits: [0, 100] },
    ],
    words: [
      ...GRADES,
      ...["passed", "failedVisit", "criticalFault", "noAuditor", "noGrade", "notSeen", "noRemedy", "lateAction"],
    ],
    lists: { YesOrNo: ["yes", "no"], Grades: [...GRADES, "na"] },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["auditAnswers", "auditVisits", "auditItems", "proof", "checks"],
  reading: siteAuditReading,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "auditAnswers",
};
