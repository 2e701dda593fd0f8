/** Progress of each line of the picked person's plan as formulas of its row (`core/cascade/lineProgress` says the same in code). */
import type { CellFormula } from "../blueprint/types";
import type { FormulaKind } from "../blueprint/words";
import { wayOf } from "../cascade/lineProgress";
import { PACE_DAYS } from "../cascade/pace";
import { cellOf, type Headers } from "./byKey";
import { cellFormula, column } from "./columns";
import type { InstanceNames } from "./names";

export interface ProgressPlaces {
  /** Absolute cells of the sheet: the day that counts as as-of, and the share of the period gone. */
  readonly asOf: string;
  readonly time: string;
  readonly kinds: readonly FormulaKind[];
  /** The plan's table with the header of its kinds of bringing together, and whether it has baselines. */
  readonly plan: { readonly table: string; readonly aggregation: string; readonly hasBaseline: boolean };
}
export type ProgressColumn =
  "way" | "sign" | "course" | "start" | "expected" | "missing" | "reached" | "paceNeeded" | "forecast" | "state";

/** The as-of date in force: the last day of the period while none is typed. */
export const asOfFormula = (names: InstanceNames): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${names.setting("AsOf")}),${names.setting("AsOf")},IF(ISNUMBER(${names.setting("To")}),${names.setting("To")},""))`,
  );

/** Share of the period gone, 0–1: the first and the last day count in full. Source: core/cascade/pace. */
export function timeGoneFormula(names: InstanceNames, asOf: string): CellFormula {
  const [from, to] = [names.setting("From"), names.setting("To")];
  return cellFormula(
    `IF(AND(ISNUMBER(${from}),ISNUMBER(${to}),ISNUMBER(${asOf})),IF(${to}<${from},"",` +
      `MAX(0,MIN(1,(${asOf}-${from}+1)/(${to}-${from}+1)))),"")`,
  );
}

/**
 * The formulas by column. `h`: planRow, aim, actual and the columns of this page. "course" is 1 where the line adds up, 2 where it goes
 * from its baseline to the target, 0 where it stands at its level.
 */
export function lineProgressFormulas(
  names: InstanceNames,
  h: Headers,
  { asOf, time, kinds, plan }: ProgressPlaces,
): Readonly<Record<ProgressColumn, CellFormula>> {
  const at = (key: string): string => cellOf(h, key);
  const [row, aim, actual, way, sign] = [at("planRow"), at("aim"), at("actual"), at("way"), at("sign")];
  const [course, start, missing, expected] = [at("course"), at("start"), at("missing"), at("expected")];
  const p = (key: Parameters<InstanceNames["plan"]>[0]): string => `INDEX(${names.plan(key)},${row})`;
  const known = `ISNUMBER(${missing})`;
  // Of more than the limit nobody wants anything.
  const isLimit = `OR(${way}=3,AND(${course}=1,${sign}<0))`;
  const how = `INDEX(${column(plan.table, plan.aggregation)},${row})`;
  const baseline = plan.hasBaseline ? `IF(ISNUMBER(${p("baseline")}),${p("baseline")},"")` : '""';
  const rises = plan.hasBaseline
    ? `IF(AND(${way}=1,${how}=${names.word("lastValue")},ISNUMBER(${p("baseline")})),2,0)`
    : "0";
  const level = `IF(${sign}>0,IF(${aim}>0,${actual}/${aim},""),IF(AND(${aim}>0,${actual}>0),${aim}/${actual},""))`;
  const between = `IF(ISNUMBER(${start}),IF(${start}=${aim},"",(${actual}-${start})/(${aim}-${start})),${level})`;
  const done = `IF(ROUND(${missing},6)=0,${names.word("reached")},IF(${time}>=1,${names.word("behind")},${names.word("noPace")}))`;
  const paced =
    `IF(AND(ROUND(${missing},6)=0,OR(${time}>=1,NOT(${isLimit}))),${names.word("reached")},` +
    `IF(ROUND(${sign}*(${actual}-${expected}),6)>=0,${names.word("onTrack")},${names.word("behind")}))`;
  return {
    way: cellFormula(
      `IF(${row}=0,0,IF(${p("ready")}<>1,0,CHOOSE(${p("kind")},${kinds.map((kind) => String(wayOf(kind))).join(",")})))`,
    ),
    sign: cellFormula(`IF(${way}=3,-1,IF(${way}=1,${p("sign")},1))`),
    course: cellFormula(`IF(OR(${way}=1,${way}=3),IF(${how}=${names.word("addsUp")},1,${rises}),0)`),
    start: cellFormula(`IF(OR(${course}=1,${way}=2),0,IF(${way}=1,${baseline},""))`),
    expected: cellFormula(
      `IF(AND(OR(${way}=1,${way}=3),ISNUMBER(${aim}),ISNUMBER(${time})),` +
        `IF(${course}>0,${start}+(${aim}-${start})*${time},${aim}),"")`,
    ),
    missing: cellFormula(
      `IF(AND(${way}>0,ISNUMBER(${aim}),ISNUMBER(${actual}),ISNUMBER(${time})),MAX(0,${sign}*(${aim}-${actual})),"")`,
    ),
    reached: cellFormula(`IF(${known},IF(${way}=2,${actual},IF(${isLimit},"",${between})),"")`),
    paceNeeded: cellFormula(
      `IF(AND(${known},${course}>0,NOT(${isLimit})),IF(${names.setting("To")}>${asOf},` +
        `${missing}/(${names.setting("To")}-${asOf})*${String(PACE_DAYS)},""),"")`,
    ),
    forecast: cellFormula(
      `IF(AND(${known},${way}<>2),IF(${course}=0,${actual},IF(${time}>0,${start}+(${actual}-${start})/${time},"")),"")`,
    ),
    state: cellFormula(
      `IF(OR(${row}=0,NOT(ISNUMBER(${actual}))),"",IF(${way}=0,${names.word("noPace")},` +
        `IF(${known},IF(${way}=2,${done},${paced}),"")))`,
    ),
  };
}
