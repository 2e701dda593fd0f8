/**
 * Formulas of the graphic rating scale: live wording of the chosen point, and what a rating still lacks. Domain rules
 * C9.3 and E03.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";
import { allAlike, weightCases } from "../../formulas/ratedFormulas";
import { lowEndOf } from "../../model/pointScale";

/** Highest point unless somebody chooses another one; 1 is the worst. */
export const TOP = 5;
/** Columns of the words at the points of a scale. */
export const pointKeys = (top: number): readonly string[] => Array.from({ length: top }, (_, i) => `p${String(i + 1)}`);
/** So many ratings, all on one point, say that the item does not tell people apart. */
export const ALIKE_LEAST = 8;

/** What a dimension lacks: words at the points, a weight; else OK. */
export function dimensionCheckFormula(names: InstanceNames, own: TableSource, top: number): CellFormula {
  const h = own.headers;
  const isWordless = pointKeys(top)
    .map((key) => isBlank(cellOf(h, key)))
    .join(",");
  const cases = [
    [isBlank(cellOf(h, "item")), '""'],
    [`OR(${isWordless})`, names.own.word("noWording")],
    ...weightCases(names, own),
    [allAlike(h, "ratings", ALIKE_LEAST), names.own.word("allAlike")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** The wording of the point that was given. */
export const wordingFormula = (h: Headers, top: number): CellFormula => {
  const words = pointKeys(top).map((key) => cellOf(h, key));
  return cellFormula(`IF(${cellOf(h, "mark")}=0,"",CHOOSE(${cellOf(h, "mark")},${words.join(",")}))`);
};

/** Both ends of the scale (1, 2 and 5 of five points) want a comment and a record, n/a wants a reason. */
export function ratingCheckFormula(names: InstanceNames, h: Headers, top: number): CellFormula {
  const [point, mark, comment] = [cellOf(h, "point"), cellOf(h, "mark"), cellOf(h, "comment")];
  const isEnd = `OR(${mark}<=${String(lowEndOf(top))},${mark}=${String(top)})`;
  const blank = isBlank(point);
  const cases = [
    [`${cellOf(h, "used")}=0`, '""'],
    [`AND(${blank},${names.setting("StageNo")}>=3)`, names.word("toFill")],
    [blank, '""'],
    [`AND(${point}=${names.word("na")},${isBlank(comment)})`, names.word("reasonMissing")],
    [`${point}=${names.word("na")}`, names.word("ok")],
    [`${mark}=0`, names.own.word("notPoint")],
    [`AND(${isEnd},LEN(TRIM(${comment}))<${names.own.cell("MinComment")})`, names.own.word("noComment")],
    [`AND(${isEnd},${isBlank(cellOf(h, "record"))})`, names.word("noEvidence")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}
