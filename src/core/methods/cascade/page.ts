/**
 * The page for one person of a goal decomposition: their lines with target, what is due by now and reached, and what all of them come
 * to by their weights, as a combined appraisal takes it.
 */
import { methodPersonPage } from "../../blueprint/methodPersonPage";
import { BOLD, WRAP } from "../../blueprint/methodSheet";
import type { MethodContext, MethodPart } from "../../blueprint/methodWorkbook";
import { peopleList } from "../../blueprint/personPageRows";
import { columnOf, type TableSource } from "../../formulas/byKey";
import { withUnit } from "../../formulas/handoutFormulas";
import { ownCountFormula } from "../../formulas/ownRows";
import { NUMBER, SHARE } from "./levelFrame";
import { attainedWay, attainmentSumFormula, capFormula, ownAttainmentFormulas } from "./pageFormulas";

const ROWS = 12;
const OWNER = "who";

/** The lines of the person who is picked. */
export function cascadePage(
  context: MethodContext,
  from: { readonly departments: TableSource; readonly lines: TableSource; readonly year: TableSource },
): MethodPart {
  const { names } = context;
  const { lines } = from;
  const people = peopleList(context);
  const state = columnOf(lines.table, lines.headers, "state");
  const isState = (word: string): string => `--(${state}=${names.own.word(word)})`;
  const count = (...also: readonly string[]) => ownCountFormula(names, people, lines, OWNER, also);
  const own = ownAttainmentFormulas(names, people, lines, OWNER);
  return methodPersonPage(context, {
    shows: {
      register: lines,
      owner: OWNER,
      refersBy: "known",
      count: ROWS,
      columns: [
        { key: "owner", from: { by: "ref", in: from.departments, kind: "text" }, width: 18, style: WRAP },
        { key: "goal", from: "text", width: 30, style: WRAP },
        { key: "targetOfYear", from: withUnit("target", "unit"), width: 18, style: WRAP },
        { key: "weight", from: "number", width: 9, style: { numberFormat: "General" } },
        { key: "due", from: "number", width: 13, style: NUMBER },
        { key: "actual", from: "number", width: 14, style: { ...NUMBER, ...BOLD } },
        { key: "attainedWay", from: attainedWay, width: 20 },
        { key: "attainment", from: "number", width: 12, style: { ...SHARE, ...BOLD } },
        { key: "state", from: "text", width: 11, style: BOLD },
        { key: "forecast", from: { by: "id", in: from.year, kind: "number" }, width: 11, style: NUMBER },
      ],
      rowHeight: 32,
    },
    facts: [
      { key: "cascadeAttained", made: own.attained, style: { ...SHARE, font: { bold: true, size: 14 } } },
      { key: "cascadeGoals", made: count() },
      { key: "cascadeOnTrack", made: count(isState("onTrack")) },
      { key: "cascadeBehind", made: count(isState("behind")) },
      { key: "cascadeOpen", made: own.open },
    ],
    how: [
      { key: "cascadeLine", value: () => capFormula(names) },
      { key: "cascadeWon", value: () => own.won },
      { key: "cascadeWeight", value: () => own.scored },
      {
        key: "cascadeSum",
        value: (at) => attainmentSumFormula(at("cascadeWon"), at("cascadeWeight"), at("cascadeAttained")),
      },
      { key: "cascadeWaits", value: null },
    ],
  });
}
