/**
 * Formulas of the calibration board. Each manager's level beside everybody's, a shrunk shift as a hint (λ = n τ²/(n τ² + σ²),
 * variance components by the method of moments), and the board's decision with its reason. Domain rule C13: talk first.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);
const isOnScale = (names: InstanceNames, value: string): string =>
  `IF(ISNUMBER(${value}),AND(${value}>=${names.own.cell("Low")},${value}<=${names.own.cell("High")}),1=0)`;

/** The number where it stands on the scale, else empty. */
export const usableFormula = (names: InstanceNames, h: Headers, key: string): CellFormula =>
  cellFormula(`IF(${isOnScale(names, cellOf(h, key))},${cellOf(h, key)},"")`);

/** Square of a number of the row, 0 for none. */
export const squareFormula = (h: Headers, key: string): CellFormula =>
  cellFormula(`N(${cellOf(h, key)})*N(${cellOf(h, key)})`);
/** What the board decided, else what the manager proposed. */
export const finalFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "agreed")}),${cellOf(h, "agreed")},${cellOf(h, "score")})`);
/** "3.9 − 4.2 = -0.3": what the board agreed beside the proposal, from cells of the page; empty without both. */
export const movedFormula = (agreed: string, proposed: string): CellFormula => {
  const rounded = (value: string): string => `ROUND(${value},2)`;
  return cellFormula(
    `IF(COUNT(${agreed},${proposed})<2,"",${rounded(agreed)}&" − "&${rounded(proposed)}&" = "&${rounded(`${agreed}-${proposed}`)})`,
  );
};
/** Place of the band of a number, 1 = lowest; 0 without a number. */
export const bandNumberFormula = (h: Headers, key: string, bands: TableSource): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, key)}),MATCH(${cellOf(h, key)},${of(bands, "from")},1),0)`);

/** Name of a band by its number in the row; empty for 0. */
export const bandNameFormula = (h: Headers, key: string, bands: TableSource): CellFormula =>
  cellFormula(`IF(${cellOf(h, key)}=0,"",INDEX(${of(bands, "band")},${cellOf(h, key)}))`);
/** The proposal less the manager's shift, cut to the scale: a hint, written nowhere else. */
export const hintFormula = (names: InstanceNames, h: Headers, managers: TableSource): CellFormula => {
  const shift = `INDEX(${of(managers, "shift")},MATCH(${cellOf(h, "known")},${of(managers, "id")},0))`;
  const moved = `${cellOf(h, "score")}-${shift}`;
  return cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "score")}),LEN(${cellOf(h, "known")})>0),IFERROR(ROUND(MIN(${names.own.cell("High")},MAX(${names.own.cell("Low")},${moved})),6),""),"")`,
  );
};

/** What a case lacks: a proposal on the scale, reason and decider for a change; else OK. */
export function boardCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const blank = isBlank(at("proposed"));
  const isMoved = `AND(ISNUMBER(${at("agreed")}),N(${at("agreed")})<>N(${at("score")}))`;
  const cases = [
    [`AND(${blank},${names.setting("StageNo")}>=3)`, names.word("toFill")],
    [blank, '""'],
    [`NOT(ISNUMBER(${at("score")}))`, names.own.word("offScale")],
    [`LEN(${at("known")})=0`, names.word("unknown")],
    [`AND(LEN(${at("decided")})>0,NOT(ISNUMBER(${at("agreed")})))`, names.own.word("offScale")],
    [`AND(${isMoved},${isBlank(at("reason"))})`, names.word("reasonMissing")],
    [`AND(${isMoved},${isBlank(at("by"))})`, names.own.word("noDecider")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** A manager's figures, and those of everybody in each row (for the formulas beside them). */
export function managerFormulas(
  names: InstanceNames,
  own: TableSource,
  board: TableSource,
): Readonly<Record<string, CellFormula>> {
  const h = own.headers;
  const at = (key: string): string => cellOf(h, key);
  const whose = `${of(board, "known")},${at("id")}`;
  const all = of(own, "people");
  const teams = `SUMPRODUCT(--(${all}>0))`;
  const total = `SUM(${all})`;
  const hint = firstWord(
    [
      [`${at("people")}=0`, '""'],
      [`OR(${at("people")}<${names.own.cell("MinTeam")},NOT(ISNUMBER(${at("shift")})))`, names.own.word("tooFewToSay")],
      [`${at("difference")}>=${names.own.cell("Talk")}`, names.own.word("scoresHigher")],
      [`${at("difference")}<=-${names.own.cell("Talk")}`, names.own.word("scoresLower")],
    ],
    names.own.word("alike"),
  );
  return {
    people: cellFormula(`COUNTIFS(${whose},${of(board, "score")},">=0")+COUNTIFS(${whose},${of(board, "score")},"<0")`),
    sum: cellFormula(`SUMIFS(${of(board, "score")},${whose})`),
    squares: cellFormula(`SUMIFS(${of(board, "square")},${whose})`),
    // Of the same people as the mean before: a score decided for somebody without a proposal has nothing to be compared with.
    finals: cellFormula(
      [">=0", "<0"].map((sign) => `SUMIFS(${of(board, "final")},${whose},${of(board, "score")},"${sign}")`).join("+"),
    ),
    mean: cellFormula(`IF(${at("people")}=0,"",${at("sum")}/${at("people")})`),
    meanFinal: cellFormula(`IF(${at("people")}=0,"",${at("finals")}/${at("people")})`),
    inside: cellFormula(`IF(${at("people")}=0,0,MAX(0,${at("squares")}-${at("sum")}*${at("sum")}/${at("people")}))`),
    grand: cellFormula(`IF(${total}=0,0,SUM(${of(own, "sum")})/${total})`),
    apart: cellFormula(
      `IF(${at("people")}=0,0,${at("people")}*(N(${at("mean")})-${at("grand")})*(N(${at("mean")})-${at("grand")}))`,
    ),
    within: cellFormula(`IF(${total}<=${teams},0,SUM(${of(own, "inside")})/(${total}-${teams}))`),
    between: cellFormula(
      `IF(OR(${teams}<2,${total}<=${teams}),0,MAX(0,(SUM(${of(own, "apart")})/(${teams}-1)-${at("within")})/` +
        `((${total}-SUMPRODUCT(${all}*${all})/${total})/(${teams}-1))))`,
    ),
    difference: cellFormula(`IF(${at("people")}=0,"",ROUND(${at("mean")}-${at("grand")},6))`),
    share: cellFormula(
      `IF(${at("people")}*${at("between")}+${at("within")}<=0,0,${at("people")}*${at("between")}/(${at("people")}*${at("between")}+${at("within")}))`,
    ),
    shift: cellFormula(
      `IF(OR(${at("people")}=0,${teams}<2,${total}<=${teams}),"",${at("share")}*(${at("mean")}-${at("grand")}))`,
    ),
    hint: cellFormula(hint),
  };
}

/** The bands: how many stand there before and after, beside a guide. */
export function spreadFormulas(
  own: TableSource,
  board: TableSource,
  bands: TableSource,
): Readonly<Record<string, CellFormula>> {
  const h = own.headers;
  const at = (key: string): string => cellOf(h, key);
  const all = `COUNTIFS(${of(board, "finalNo")},">0")`;
  return {
    band: cellFormula(`INDEX(${of(bands, "band")},${at("no")})&""`),
    before: cellFormula(`COUNTIFS(${of(board, "scoreNo")},${at("no")})`),
    after: cellFormula(`COUNTIFS(${of(board, "finalNo")},${at("no")})`),
    share: cellFormula(`IF(${all}=0,"",${at("after")}/${all})`),
    advice: cellFormula(`IF(ISNUMBER(${at("guide")}),ROUND(${at("guide")}*${all},1),"")`),
  };
}
/** 1 where the guide's shares do not add up to 100 %. */
export const guideOffFormula = (own: TableSource): CellFormula =>
  cellFormula(`IF(COUNT(${of(own, "guide")})=0,0,IF(ABS(SUM(${of(own, "guide")})-1)>0.0001,1,0))`);

/** The second way, on Proof: the first of two typed scores that is on the scale. */
export const agreedElseProposedFormula = (names: InstanceNames, decided: string, proposed: string): CellFormula =>
  cellFormula(`IF(${isOnScale(names, decided)},${decided},IF(${isOnScale(names, proposed)},${proposed},""))`);
