/** Formulas of the months: a year's target spread by a season profile, and where the year stands after the months so far. */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, headerOf, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, hereFrom } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

export const MONTHS = 12;
/** Column keys "m1" … "m12". */
export const monthKeys = (letter: string): readonly string[] =>
  Array.from({ length: MONTHS }, (_, i) => `${letter}${String(i + 1)}`);
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);
const span = (h: Headers, letter: string, first = 1, last = MONTHS): string =>
  hereFrom(headerOf(h, `${letter}${String(first)}`), headerOf(h, `${letter}${String(last)}`));

/** Sum of a profile's twelve parts. */
export const profileTotalFormula = (h: Headers): CellFormula => cellFormula(`SUM(${span(h, "m")})`);
/** Row of the goal's season profile; 0 when it names none. */
export const profileRowFormula = (profiles: TableSource, h: Headers): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "profileId")})=0,0,IFERROR(MATCH(${cellOf(h, "profileId")},${of(profiles, "id")},0),0))`,
  );

/** Target of a month: flows are spread by the profile, levels have the year's target in every month. */
export const monthTargetFormula = (profiles: TableSource, h: Headers, month: string): CellFormula => {
  const total = `INDEX(${of(profiles, "total")},${cellOf(h, "profileRow")})`;
  const share = `INDEX(${of(profiles, month)},${cellOf(h, "profileRow")})`;
  return cellFormula(
    `IF(NOT(ISNUMBER(${cellOf(h, "target")})),"",IF(${cellOf(h, "flow")}=0,${cellOf(h, "target")},` +
      `IF(${cellOf(h, "profileRow")}=0,"",IF(N(${total})<=0,"",${cellOf(h, "target")}*N(${share})/${total}))))`,
  );
};
/** Target of a quarter: the months added for flows, the year's target for levels. */
export const quarterFormula = (h: Headers, quarter: number): CellFormula => {
  const months = span(h, "m", 3 * quarter - 2, 3 * quarter);
  return cellFormula(`IF(COUNT(${months})=0,"",IF(${cellOf(h, "flow")}=1,SUM(${months}),${cellOf(h, "target")}))`);
};

/** What the months come to: their sum for a flow, else the target of the year. */
export const yearOfMonthsFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(COUNT(${span(h, "m")})=0,"",IF(${cellOf(h, "flow")}=1,SUM(${span(h, "m")}),${cellOf(h, "target")}))`);

/** What the months lack: a season profile, months that add up to the year; else OK. */
export const monthsCheckFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(NOT(ISNUMBER(${cellOf(h, "target")})),"",` +
      firstWord(
        [
          [`AND(${cellOf(h, "flow")}=1,${cellOf(h, "profileRow")}=0)`, names.own.word("noProfile")],
          [`COUNT(${span(h, "m")})<${String(MONTHS)}`, names.word("incomplete")],
          [`ABS(ROUND(N(${cellOf(h, "year")})-${cellOf(h, "target")},6))>0`, names.own.word("differs")],
        ],
        names.word("ok"),
      ) +
      ")",
  );

/** A month's actual where it counts: a number, and the month has ended by the as-of date. */
export const countedFormula = (names: InstanceNames, h: Headers, month: number): CellFormula => {
  const actual = cellOf(h, `a${String(month)}`);
  const end = `INDEX(${names.own.range("MonthEnds")},${String(month)})`;
  return cellFormula(
    `IF(AND(${cellOf(h, "row")}>0,ISNUMBER(${actual}),${end}<=${names.setting("AsOf")}),${actual},"")`,
  );
};
/** The month's target where its actual counts. */
export const dueFormula = (months: TableSource, h: Headers, month: number): CellFormula => {
  const target = `INDEX(${of(months, `m${String(month)}`)},${cellOf(h, "row")})`;
  return cellFormula(`IF(ISNUMBER(${cellOf(h, `c${String(month)}`)}),N(${target}),"")`);
};

/** Number of the last month that counts, 0 for none. */
const lastFormula = (h: Headers): CellFormula =>
  cellFormula(
    `MAX(${monthKeys("c")
      .map((key, i) => `IF(ISNUMBER(${cellOf(h, key)}),${String(i + 1)},0)`)
      .join(",")})`,
  );

export type YearColumn =
  "used" | "last" | "actual" | "due" | "left" | "paceNeeded" | "forecast" | "state" | "attainment" | "check";
/** Where the goal stands; core's `progress` says the same. */
export function yearFormulas(names: InstanceNames, h: Headers): Readonly<Record<YearColumn, CellFormula>> {
  const [counted, due] = [span(h, "c"), span(h, "d")];
  const [used, actual, dueSoFar, target, sign] = [
    cellOf(h, "used"),
    cellOf(h, "actual"),
    cellOf(h, "due"),
    cellOf(h, "target"),
    cellOf(h, "sign"),
  ];
  const isFlow = `${cellOf(h, "flow")}=1`;
  const known = `AND(ISNUMBER(${actual}),ISNUMBER(${target}))`;
  return {
    used: cellFormula(`COUNT(${counted})`),
    last: lastFormula(h),
    // Without a target there is nothing to be due: such a line rolls up nowhere.
    actual: cellFormula(
      `IF(OR(${used}=0,NOT(ISNUMBER(${target}))),"",IF(${isFlow},SUM(${counted}),SUM(${counted})/${used}))`,
    ),
    due: cellFormula(`IF(OR(${used}=0,NOT(ISNUMBER(${target}))),"",IF(${isFlow},SUM(${due}),SUM(${due})/${used}))`),
    left: cellFormula(`IF(${known},MAX(0,${sign}*(${target}-${actual})),"")`),
    paceNeeded: cellFormula(
      `IF(AND(${known},${isFlow},${cellOf(h, "last")}<12),MAX(0,${target}-${actual})/(12-${cellOf(h, "last")}),"")`,
    ),
    forecast: cellFormula(
      `IF(${known},IF(${isFlow},IF(N(${dueSoFar})=0,"",${actual}/${dueSoFar}*${target}),${actual}),"")`,
    ),
    state: cellFormula(
      `IF(AND(${known},ISNUMBER(${dueSoFar})),IF(${sign}*(ROUND(${actual},6)-ROUND(${dueSoFar},6))>=0,${names.own.word("onTrack")},${names.own.word("behind")}),"")`,
    ),
    attainment: cellFormula(
      `IF(AND(${known},N(${dueSoFar})<>0),MAX(0,MIN(${names.setting("Cap")},1+${sign}*(${actual}-${dueSoFar})/ABS(${dueSoFar}))),"")`,
    ),
    check: cellFormula(
      `IF(${cellOf(h, "row")}=0,"",` +
        firstWord(
          [
            [`SUMPRODUCT(--(LEN(${span(h, "a")})>0))>COUNT(${span(h, "a")})`, names.word("notNumber")],
            [`${used}<${cellOf(h, "last")}`, names.own.word("gapInMonths")],
          ],
          names.word("ok"),
        ) +
        ")",
    ),
  };
}
