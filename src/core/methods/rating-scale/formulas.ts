/**
 * Formulas of the graphic rating scale: live wording of the chosen point, and what a rating still lacks. Domain rules
 * C9.3 and E03.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";
import { allAlike, weightCases } from "../../formulas/ratedFormulas";

/** Points of the scale, 1 = worst. */
export const POINTS = [1, 2, 3, 4, 5] as const;
export const TOP = 5;
/** So many ratings, all on one point, say that the item does not tell people apart. */
export const ALIKE_LEAST = 8;

/** What a dimension lacks: words at the points, a weight; else OK. */
export function dimensionCheckFormula(names: InstanceNames, own: TableSource): CellFormula {
  const h = own.headers;
  const isWordless = POINTS.map((point) => isBlank(cellOf(h, `p${String(point)}`))).join(",");
  const cases = [
    [isBlank(cellOf(h, "item")), '""'],
    [`OR(${isWordless})`, names.own.word("noWording")],
    ...weightCases(names, own),
    [allAlike(h, "ratings", ALIKE_LEAST), names.own.word("allAlike")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** The wording of the point that was given. */
export const wordingFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "mark")}=0,"",CHOOSE(${cellOf(h, "mark")},${POINTS.map((point) => cellOf(h, `p${String(point)}`)).join(",")}))`,
  );

/** Both ends of the scale (1, 2 and 5) want a comment and a record, n/a wants a reason. */
export function ratingCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const [point, mark, comment] = [cellOf(h, "point"), cellOf(h, "mark"), cellOf(h, "comment")];
  const isEnd = `OR(${mark}=1,${mark}=2,${mark}=${String(TOP)})`;
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
