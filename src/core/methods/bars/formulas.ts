/**
 * Formulas of the behaviour-anchored scale (Smith & Kendall 1963; domain rule C9.6): the anchor chosen from a list gives the
 * points; the workshop sheet shows which incidents judges put back where they came from, and how far apart they place them.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, headerOf, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, columnsFrom } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";
import { weightCases } from "../../formulas/ratedFormulas";
import { anchoredPoints, lowEndOf } from "../../model/pointScale";

/** Highest point unless somebody chooses another one; 1 is the worst. */
export const TOP = 7;

/** 1, 2 … up to the highest point. */
export const pointsTo = (top: number): readonly number[] => Array.from({ length: top }, (_, i) => i + 1);
/** Judges who put incidents back and place them on the scale. */
export const JUDGES = [1, 2, 3, 4, 5, 6] as const;

/** Column of the words at a point of the scale. */
export const anchorKey = (point: number): string => `a${String(point)}`;

/** Column that offers a point for choosing. */
export const choiceKey = (point: number): string => `c${String(point)}`;

/** Column of a judge's placing of an incident. */
export const judgeKey = (judge: number): string => `j${String(judge)}`;

/** Column of that placing as a number. */
export const valueKey = (judge: number): string => `v${String(judge)}`;

/** What a dimension lacks: an anchor, a weight; else OK. */
export function anchorCheckFormula(names: InstanceNames, own: TableSource, top: number): CellFormula {
  const h = own.headers;
  const isAnchorless = anchoredPoints(top)
    .map((point) => isBlank(cellOf(h, anchorKey(point))))
    .join(",");
  const cases = [
    [isBlank(cellOf(h, "item")), '""'],
    [`OR(${isAnchorless})`, names.own.word("noAnchor")],
    ...weightCases(names, own),
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}
/** Incidents of a dimension that passed the workshop. */
export const keptFormula = (h: Headers, incidents: TableSource): CellFormula => {
  const of = (key: string): string => columnOf(incidents.table, incidents.headers, key);
  return cellFormula(`COUNTIFS(${of("known")},${cellOf(h, "id")},${of("keeps")},1)`);
};

/** An entry of the list: the point and its anchor, or that it stands between two; `anchor` is the text or "". */
export const choiceFormula = (names: InstanceNames, h: Headers, point: number, top: number): CellFormula => {
  const anchor = cellOf(h, anchorKey(point));
  return cellFormula(
    `${String(point)}&" – "&IF(LEN(${anchor})>0,${anchor},${names.own.word(point === 1 || point === top ? "end" : "between")})`,
  );
};
/** The points of the chosen entry; 0 where it is none of the dimension's entries as they are now. */
export const chosenFormula = (h: Headers, top: number): CellFormula => {
  const chosen = cellOf(h, "anchor");
  const found = pointsTo(top).reduce(
    (rest, point) => `IF(${chosen}=${cellOf(h, choiceKey(point))},${String(point)},${rest})`,
    "0",
  );
  return cellFormula(`IF(${isBlank(chosen)},0,${found})`);
};

/** The chosen point; empty while there is none. */
export const pointFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "mark")}=0,"",${cellOf(h, "mark")})`);

/** From Evaluate on each rating wants a record; 1, 2 and 7 of seven points want a comment too; n/a wants a reason. */
export function barsRatingCheckFormula(names: InstanceNames, h: Headers, top: number): CellFormula {
  const [anchor, mark, comment] = [cellOf(h, "anchor"), cellOf(h, "mark"), cellOf(h, "comment")];
  const isEnd = `OR(${mark}<=${String(lowEndOf(top))},${mark}=${String(top)})`;
  const blank = isBlank(anchor);
  const isLate = `${names.setting("StageNo")}>=3`;
  const cases = [
    [`${cellOf(h, "used")}=0`, '""'],
    [`AND(${blank},${isLate})`, names.word("toFill")],
    [blank, '""'],
    [`AND(${anchor}=${names.word("na")},${isBlank(comment)})`, names.word("reasonMissing")],
    [`${anchor}=${names.word("na")}`, names.word("ok")],
    [`${mark}=0`, names.own.word("otherAnchor")],
    [`AND(${isEnd},LEN(TRIM(${comment}))<${names.own.cell("MinComment")})`, names.own.word("noComment")],
    [`AND(${isLate},${isBlank(cellOf(h, "record"))})`, names.word("noEvidence")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

const sumOverJudges = (term: (judge: number) => string): string => JUDGES.map(term).join("+");
const values = (h: Headers): string => JUDGES.map((judge) => cellOf(h, valueKey(judge))).join(",");

/** The workshop's figures of one incident. */
export function incidentFormulas(names: InstanceNames, h: Headers): Readonly<Record<string, CellFormula>> {
  const at = (key: string): string => cellOf(h, key);
  const verdict = firstWord(
    [
      [isBlank(at("incident")), '""'],
      [`LEN(${at("known")})=0`, names.own.word("noDimension")],
      [`OR(${at("answered")}<3,${at("placed")}<3)`, names.own.word("fewJudges")],
      [`${at("agreement")}<${names.own.cell("MinAgreement")}`, names.own.word("moved")],
      [`${at("spread")}>${names.own.cell("MaxSpread")}`, names.own.word("wide")],
    ],
    names.own.word("keep"),
  );
  return {
    answered: cellFormula(sumOverJudges((judge) => `IF(LEN(${at(judgeKey(judge))})>0,1,0)`)),
    agreed: cellFormula(
      `IF(LEN(${at("known")})=0,0,${sumOverJudges((judge) => `IF(${at(judgeKey(judge))}=${at("known")},1,0)`)})`,
    ),
    agreement: cellFormula(`IF(${at("answered")}=0,"",ROUND(${at("agreed")}/${at("answered")},9))`),
    placed: cellFormula(`COUNT(${values(h)})`),
    mean: cellFormula(`IF(${at("placed")}=0,"",ROUND(SUM(${values(h)})/${at("placed")},9))`),
    // Squared distances from the mean, for the standard deviation of a sample.
    deviation: cellFormula(
      sumOverJudges(
        (judge) =>
          `IF(ISNUMBER(${at(valueKey(judge))}),(${at(valueKey(judge))}-N(${at("mean")}))*(${at(valueKey(judge))}-N(${at("mean")})),0)`,
      ),
    ),
    spread: cellFormula(`IF(${at("placed")}<2,"",ROUND((${at("deviation")}/(${at("placed")}-1))^0.5,6))`),
    verdict: cellFormula(verdict),
    keeps: cellFormula(`IF(${at("verdict")}=${names.own.word("keep")},1,0)`),
    point: cellFormula(`IF(${at("keeps")}=1,ROUND(${at("mean")},0),"")`),
  };
}

// The second way, on Proof.

/** The point that a chosen entry begins with, the word for n/a, else empty. */
export const leadingPointFormula = (names: InstanceNames, typed: string, top: number): CellFormula => {
  const point = `IFERROR(VALUE(LEFT(${typed},2)),0)`;
  return cellFormula(
    `IFERROR(IF(${typed}=${names.word("na")},${names.word("na")},IF(AND(${point}>=1,${point}<=${String(top)}),${point},"")),"")`,
  );
};
/** The same where the entry still stands: its point and the anchor, as the table of anchors has it now. */
export const standingPointFormula = (
  names: InstanceNames,
  anchors: TableSource,
  {
    typed,
    point,
    row,
    ends,
    top,
  }: {
    readonly typed: string;
    readonly point: string;
    /** Row of the dimension in the table of anchors. */
    readonly row: string;
    /** Columns of the lowest and the highest anchor. */
    readonly ends: readonly [first: string, last: string];
    readonly top: number;
  },
): CellFormula => {
  const [first, last] = ends.map((key) => headerOf(anchors.headers, key));
  const anchor = `INDEX(${columnsFrom(anchors.table, first ?? "", last ?? "")},${row},${point})`;
  const between = `IF(OR(${point}=1,${point}=${String(top)}),${names.own.word("end")},${names.own.word("between")})`;
  return cellFormula(
    `IF(ISNUMBER(${point}),IF(${typed}=${point}&" – "&IF(LEN(${anchor})>0,${anchor},${between}),${point},""),${point})`,
  );
};
