/**
 * Formulas of methods in which somebody gives a person whole points on weighted items: graphic rating scale and anchored scale.
 * Score = Σ weight × points ÷ Σ weight of the rated items, on the scale's own points (domain rules C3 and C9).
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";
import type { InstanceNames } from "./names";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** Weight of an item that has a text; 0 where there is none to use. */
export const weightUsedFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${isBlank(cellOf(h, "item"))},NOT(ISNUMBER(${cellOf(h, "weight")}))),0,MAX(0,${cellOf(h, "weight")}))`,
  );
/** Conditions and words for the weights of items; the sum is taken over the weights in use. */
export function weightCases(names: InstanceNames, own: TableSource): readonly (readonly [string, string])[] {
  const weight = cellOf(own.headers, "weight");
  return [
    [`NOT(ISNUMBER(${weight}))`, names.word("weightMissing")],
    [`N(${weight})<0`, names.word("weightMissing")],
    [`ABS(ROUND(SUM(${of(own, "used")}),6)-100)>${names.setting("Tolerance")}`, names.word("weightsOff")],
  ];
}

/** What a weighted item lacks; `first` are the method's own conditions, asked before the weights. */
export const itemCheckFormula = (
  names: InstanceNames,
  own: TableSource,
  first: readonly (readonly [string, string])[] = [],
): CellFormula =>
  cellFormula(
    firstWord([[isBlank(cellOf(own.headers, "item")), '""'], ...first, ...weightCases(names, own)], names.word("ok")),
  );

/** The points of a row as a number; 0 where no whole number from 1 to `top` stands. */
export const markFormula = (h: Headers, top: number): CellFormula => {
  const point = cellOf(h, "point");
  return cellFormula(
    `IF(ISNUMBER(${point}),IF(AND(${point}>=1,${point}<=${String(top)},${point}=INT(${point})),${point},0),0)`,
  );
};
/** Weight that counts in a row: its own where points stand, else 0. */
export const countedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "mark")}=0,0,${cellOf(h, "used")})`);
/** Points × weight of a row: a part of Σ weight × points. */
export const wonFormula = (h: Headers): CellFormula => cellFormula(`${cellOf(h, "mark")}*${cellOf(h, "used")}`);
/** Points squared of a row, for the check on equal points. */
export const squareFormula = (h: Headers): CellFormula => cellFormula(`${cellOf(h, "mark")}*${cellOf(h, "mark")}`);
/** 1 where points are still awaited; `typed` is the column that may say n/a. */
export const openFormula = (names: InstanceNames, h: Headers, typed: string): CellFormula =>
  cellFormula(`IF(OR(${cellOf(h, "used")}=0,${cellOf(h, "mark")}>0,${cellOf(h, typed)}=${names.word("na")}),0,1)`);

/** Items: how often rated, mean points, and Σ points and Σ squares for the check. */
export const itemFormulas = (h: Headers, ratings: TableSource): Readonly<Record<string, CellFormula>> => {
  const own = `${of(ratings, "item")},${cellOf(h, "id")}`;
  return {
    ratings: cellFormula(`COUNTIFS(${own},${of(ratings, "mark")},">0")`),
    sum: cellFormula(`SUMIFS(${of(ratings, "mark")},${own})`),
    squares: cellFormula(`SUMIFS(${of(ratings, "square")},${own})`),
    mean: cellFormula(`IF(${cellOf(h, "ratings")}=0,"",ROUND(${cellOf(h, "sum")}/${cellOf(h, "ratings")},6))`),
  };
};
/**
 * At least `least` marks and all of them the same: n·Σx² = (Σx)² for whole numbers, exactly. Source: domain rule C12
 * (straight-lining).
 */
export const allAlike = (h: Headers, count: string, least: number): string =>
  `AND(${cellOf(h, count)}>=${String(least)},${cellOf(h, count)}*${cellOf(h, "squares")}=${cellOf(h, "sum")}*${cellOf(h, "sum")})`;

/** How many rows of a person hold points. */
export const ratedCountFormula = (h: Headers, ratings: TableSource): CellFormula =>
  cellFormula(`COUNTIFS(${of(ratings, "person")},${cellOf(h, "id")},${of(ratings, "mark")},">0")`);
/** Share of the person's weight that was rated and not left out as not applicable, 0–1. Source: domain rule C3. */
export const applicableFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "asked")}<=0,"",ROUND(${cellOf(h, "counted")}/${cellOf(h, "asked")},9))`);
/** On the scale's points, once nothing is open and enough applies. Source: domain rule C3. */
export const ratedScoreFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "open")}>0,${cellOf(h, "counted")}<=0),"",` +
      `IF(${cellOf(h, "applicable")}<${names.setting("MinApplicable")},"",ROUND(${cellOf(h, "won")}/${cellOf(h, "counted")},6)))`,
  );
/** Fewer equal points than this in a row are no pattern. */
export const FLAT_LEAST = 4;
/**
 * A word for a person's row: too little applies, the same point in everything, or in order; empty before anything is
 * rated.
 */
export const ratedCheckFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const cases = [
    [`${cellOf(h, "rated")}=0`, '""'],
    [
      `AND(${cellOf(h, "open")}=0,N(${cellOf(h, "applicable")})<${names.setting("MinApplicable")})`,
      names.own.word("tooLittle"),
    ],
    [allAlike(h, "rated", FLAT_LEAST), names.own.word("flat")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
};
