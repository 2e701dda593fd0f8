/**
 * Formulas of a KPI and its drivers: sum, product or ratio of up to three, and how much of the gap between plan and actual each
 * explains. The split is the mean over all orders of moving the drivers one by one (`core/cascade/drivers`), written out for three.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, firstWord, isBlank, type Headers } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** In the order of the list. */
export const DRIVER_RULES = ["driverProduct", "driverSum", "driverRatio"] as const;
const PLACES = [1, 2, 3] as const;
export type DriverPlace = (typeof PLACES)[number];
const key = (name: string, place: DriverPlace): string => `${name}${String(place)}`;

/** Number of the rule that joins the drivers (sum, product, ratio), 0 for none. */
export const ruleNoFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, "rule")},${names.own.range("DriverRules")},0),0)`);
/** How many drivers are named. */
export const driverCountFormula = (h: Headers): CellFormula =>
  cellFormula(PLACES.map((place) => `IF(${isBlank(cellOf(h, key("driver", place)))},0,1)`).join("+"));

/** 1 when the drivers that are named have the numbers, and the rule can use them. */
export function driversReadyFormula(h: Headers, of: "plan" | "actual"): CellFormula {
  const missing = PLACES.map(
    (place) => `AND(NOT(${isBlank(cellOf(h, key("driver", place)))}),NOT(ISNUMBER(${cellOf(h, key(of, place))})))`,
  );
  const ratio = `AND(${cellOf(h, "ruleNo")}=3,OR(${isBlank(cellOf(h, "driver1"))},${isBlank(cellOf(h, "driver2"))},NOT(${isBlank(cellOf(h, "driver3"))}),N(${cellOf(h, key(of, 2))})=0))`;
  return cellFormula(`IF(OR(${cellOf(h, "ruleNo")}=0,${cellOf(h, "count")}<2,${missing.join(",")},${ratio}),0,1)`);
}
/** The factor or summand that a driver puts in: a ratio's denominator its inverse, one that is not there changes nothing. */
export function termFormula(h: Headers, of: "plan" | "actual", place: DriverPlace): CellFormula {
  const value = cellOf(h, key(of, place));
  const ready = cellOf(h, of === "plan" ? "planReady" : "actualReady");
  const used = place === 2 ? `IF(${cellOf(h, "ruleNo")}=3,1/${value},${value})` : value;
  return cellFormula(
    `IF(${ready}=0,0,IF(${isBlank(cellOf(h, key("driver", place)))},IF(${cellOf(h, "ruleNo")}=2,0,1),${used}))`,
  );
}
/** The KPI from its drivers. */
export function driverResultFormula(h: Headers, of: "plan" | "actual"): CellFormula {
  const terms = PLACES.map((place) => cellOf(h, key(of === "plan" ? "p" : "q", place)));
  const ready = cellOf(h, of === "plan" ? "planReady" : "actualReady");
  return cellFormula(`IF(${ready}=0,"",IF(${cellOf(h, "ruleNo")}=2,${terms.join("+")},${terms.join("*")}))`);
}

/** Reached less planned; empty while one is missing. */
export const driverGapFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "planned")}),ISNUMBER(${cellOf(h, "reached")})),${cellOf(h, "reached")}-${cellOf(h, "planned")},"")`,
  );
/** Part of the gap that a driver explains; the three add up to the gap. */
export function driverShareFormula(h: Headers, place: DriverPlace): CellFormula {
  const [j, k] = PLACES.filter((other) => other !== place) as [DriverPlace, DriverPlace];
  const p = (at: DriverPlace): string => cellOf(h, key("p", at));
  const q = (at: DriverPlace): string => cellOf(h, key("q", at));
  const moved = `(${q(place)}-${p(place)})`;
  const weight = `((${p(j)}*${p(k)}+${q(j)}*${q(k)})/3+(${p(j)}*${q(k)}+${q(j)}*${p(k)})/6)`;
  return cellFormula(
    `IF(NOT(ISNUMBER(${cellOf(h, "gap")})),"",IF(${isBlank(cellOf(h, key("driver", place)))},"",IF(${cellOf(h, "ruleNo")}=2,${moved},${moved}*${weight})))`,
  );
}
/** The driver that moved the KPI furthest in the direction of the gap. */
export function mainDriverFormula(h: Headers): CellFormula {
  const gap = cellOf(h, "gap");
  const towards = (place: DriverPlace): string => `N(${cellOf(h, key("part", place))})*IF(${gap}<0,-1,1)`;
  const most = `MAX(${PLACES.map(towards).join(",")})`;
  const [one, two, three] = PLACES.map((place) => cellOf(h, key("driver", place)));
  return cellFormula(
    `IF(NOT(ISNUMBER(${gap})),"",IF(ROUND(${gap},9)=0,"",IF(${towards(1)}=${most},${one ?? ""},IF(${towards(2)}=${most},${two ?? ""},${three ?? ""}))))`,
  );
}

/** What a KPI and its drivers lack; else OK. */
export const driverCheckFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${isBlank(cellOf(h, "kpi"))},"",` +
      firstWord(
        [
          [`${cellOf(h, "ruleNo")}=0`, names.own.word("noKind")],
          [`${cellOf(h, "planReady")}=0`, names.word("incomplete")],
          [
            `AND(ISNUMBER(${cellOf(h, "target")}),ABS(ROUND(N(${cellOf(h, "planned")})-N(${cellOf(h, "target")}),6))>0)`,
            names.own.word("differs"),
          ],
        ],
        names.word("ok"),
      ) +
      ")",
  );
