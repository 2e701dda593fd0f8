/**
 * The page for one person of an OKR sheet: the key results of which somebody is the owner, how far each has come, and the objectives
 * of their own. Grades are of key results and objectives: there is no mark for the person, and nothing to rank.
 */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD, NUMBER, WRAP } from "../../blueprint/methodSheet";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import { peopleList } from "../../blueprint/personPageRows";
import { headersOf } from "../../blueprint/tableSheet";
import { columnOf, type TableSource } from "../../formulas/byKey";
import { fromTo } from "../../formulas/handoutFormulas";
import { ownCountFormula } from "../../formulas/ownRows";
import { gradeWay, ownObjectiveFormula } from "./formulas";
import { GRADE } from "./frame";

/** Rows of the page, and objectives under them. */
const [KEY_RESULTS, OBJECTIVES] = [12, 3];

/** Key results and objectives of the person who is picked. */
export function okrPage(context: MethodContext, objectives: TableSource, keyResults: TableSource): MethodPart {
  const { names, settings } = context;
  const people = peopleList(context);
  const of = (key: string): string => columnOf(keyResults.table, keyResults.headers, key);
  const isState = (word: string): string => `(${of("state")}=${names.own.word(word)})`;
  const count = (...also: readonly string[]) => ownCountFormula(names, people, keyResults, "ownerId", also);
  return methodPersonPage(context, {
    shows: {
      register: keyResults,
      owner: "ownerId",
      refersBy: "known",
      count: KEY_RESULTS,
      columns: [
        { key: "objective", from: { by: "ref", in: objectives, kind: "text" }, width: 20, style: WRAP },
        { key: "keyResult", from: "text", width: 30, style: WRAP },
        { key: "way", from: fromTo("start", "target", "unit"), width: 18, style: WRAP },
        { key: "actual", from: "number", width: 9, style: { ...NUMBER, ...BOLD } },
        { key: "gradeWay", from: gradeWay, width: 20 },
        { key: "grade", from: "number", width: 8, style: GRADE },
        { key: "word", from: "text", width: 12 },
        { key: "confidence", from: "number", width: 12, style: NUMBER },
        { key: "state", from: "text", width: 11, style: BOLD },
      ],
      rowHeight: 46,
    },
    facts: [
      { key: "okrResults", made: count(), style: { font: { bold: true, size: 14 } } },
      { key: "okrGraded", made: count(`--ISNUMBER(${of("grade")})`) },
      { key: "okrOnTrack", made: count(`${isState("onTrack")}+${isState("reached")}`) },
      { key: "okrBehind", made: count(`--${isState("behind")}`) },
      { key: "okrObjectives", made: ownCountFormula(names, people, objectives, "ownerId") },
    ],
    howTitle: "how.okrTitle",
    how: [
      { key: "okrGrade", value: null },
      { key: "okrNoMark", value: null },
      ...Array.from({ length: OBJECTIVES }, (_, i) => ({
        key: `okrObjective${String(i + 1)}`,
        value: () => ownObjectiveFormula(names, people, objectives, i + 1),
        lines: 2,
      })),
    ],
    bands: headersOf(settings.bands.columns),
  });
}
