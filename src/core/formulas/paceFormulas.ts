/** Progress of a goal as formulas of its row: the straight line from start to target (`core/cascade/pace` says the same in code). */
import { PACE_DAYS } from "../cascade/pace";
import type { CellFormula } from "../blueprint/types";
import { cellFormula, here } from "./columns";

export interface PaceHeaders {
  readonly start: string;
  readonly target: string;
  readonly actual: string;
  /** 1, or −1 where lower is better. */
  readonly sign: string;
  /** The calculated columns. */
  readonly time: string;
  readonly missing: string;
  readonly expected: string;
}
export interface PacePlaces {
  /** Expressions for the first day, the due day and the as-of date: names of cells, or cells of the row. */
  readonly from: string;
  readonly due: string;
  readonly asOf: string;
  /** Names of the words. */
  readonly reached: string;
  readonly onTrack: string;
  readonly behind: string;
}

export type PaceColumn = "time" | "reached" | "missing" | "expected" | "paceNeeded" | "forecast" | "state";

/** The formulas by column; all are empty while there is no figure, "time" and "expected" while there is no target. */
export function paceFormulas(h: PaceHeaders, at: PacePlaces): Readonly<Record<PaceColumn, CellFormula>> {
  const [start, target, actual, sign] = [here(h.start), here(h.target), here(h.actual), here(h.sign)];
  const [time, missing, expected] = [here(h.time), here(h.missing), here(h.expected)];
  const known = `ISNUMBER(${missing})`;
  return {
    time: cellFormula(
      `IF(AND(ISNUMBER(${target}),ISNUMBER(${at.from}),ISNUMBER(${at.due})),IF(${at.due}<${at.from},"",` +
        `MAX(0,MIN(1,(${at.asOf}-${at.from}+1)/(${at.due}-${at.from}+1)))),"")`,
    ),
    expected: cellFormula(
      `IF(ISNUMBER(${time}),IF(ISNUMBER(${start}),${start}+(${target}-${start})*${time},${target}),"")`,
    ),
    missing: cellFormula(`IF(AND(ISNUMBER(${time}),ISNUMBER(${actual})),MAX(0,${sign}*(${target}-${actual})),"")`),
    reached: cellFormula(
      `IF(AND(${known},ISNUMBER(${start})),IF(${start}=${target},"",(${actual}-${start})/(${target}-${start})),"")`,
    ),
    paceNeeded: cellFormula(
      `IF(${known},IF(${at.due}>${at.asOf},${missing}/(${at.due}-${at.asOf})*${String(PACE_DAYS)},""),"")`,
    ),
    forecast: cellFormula(
      `IF(${known},IF(ISNUMBER(${start}),IF(${time}>0,${start}+(${actual}-${start})/${time},""),${actual}),"")`,
    ),
    state: cellFormula(
      `IF(${known},IF(ROUND(${missing},6)=0,${at.reached},` +
        `IF(ROUND(${sign}*(${actual}-${expected}),6)>=0,${at.onTrack},${at.behind})),"")`,
    ),
  };
}
