/**
 * Formulas of the ranking methods: several judges' orders with Kendall's W (ties corrected), alternation, the whole matrix of
 * paired comparisons with circular triads (Kendall & Babington Smith 1940), forced distribution by largest remainder.
 */
import type { CellFormula } from "../../blueprint/types";
import {
  cellOf,
  columnOf,
  downToHere,
  firstWord,
  headerOf,
  isBlank,
  type Headers,
  type TableSource,
} from "../../formulas/byKey";
import { cellFormula, columnsFrom, hereFrom } from "../../formulas/columns";
import type { ItemExpression } from "../../formulas/handoutFormulas";
import type { InstanceNames } from "../../formulas/names";

/** A matrix of more people is too large to fill in with care. */
export const MOST_PAIRED = 15;
/** Name of the column with the numbers of those who are compared: rules look there whom a column of the matrix stands for. */
export const PAIR_NUMBERS = "PairNos";
/** Rows that stay free between the matrix that is typed and what stands under it. */
export const PAIRS_APART = 2;

/** 1, 2 … */
export const numbersTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** Place of a person in a judge's order, equals share the mean of their places. */
export function fairPlaceFormula(orders: TableSource, judge: number): CellFormula {
  const own = cellOf(orders.headers, `r${String(judge)}`);
  const all = of(orders, `r${String(judge)}`);
  const count = (sign: string): string => `SUMPRODUCT(--ISNUMBER(${all}),--(${all}${sign}${own}))`;
  return cellFormula(`IF(ISNUMBER(${own}),${count("<")}+(${count("=")}+1)/2,"")`);
}
/** Places of the judges who put everybody in order, added; and their mean. */
export function placeSumFormula(h: Headers, judges: TableSource, numbers: readonly number[]): CellFormula {
  const places = numbers.map((j) => `INDEX(${of(judges, "counts")},${String(j)})*N(${cellOf(h, `f${String(j)}`)})`);
  return cellFormula(places.join("+"));
}

/** Mean place over the judges whose order counts. */
export const meanPlaceFormula = (h: Headers, judges: TableSource): CellFormula =>
  cellFormula(`IF(SUM(${of(judges, "counts")})=0,"",ROUND(${cellOf(h, "sum")}/SUM(${of(judges, "counts")}),6))`);
/** Competition rank, the lowest value first. */
export const lowestFirstFormula = (table: string, h: Headers, key: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, key)}),COUNTIFS(${columnOf(table, h, key)},"<"&${cellOf(h, key)})+1,"")`);

/** Whether a person's places are numbers, and none is missing of a judge who has begun. */
export function orderCheckFormula(
  names: InstanceNames,
  h: Headers,
  judges: TableSource,
  numbers: readonly number[],
): CellFormula {
  const typed = hereFrom(headerOf(h, "r1"), headerOf(h, `r${String(numbers.length)}`));
  const left = numbers
    .map((j) => `(INDEX(${of(judges, "ranked")},${String(j)})>0)*NOT(ISNUMBER(${cellOf(h, `r${String(j)}`)}))`)
    .join("+");
  const cases = [
    [`SUMPRODUCT(--(LEN(${typed})>0))<>COUNT(${typed})`, names.word("notNumber")],
    [`${left}>0`, names.own.word("orderOpen")],
    [`COUNT(${typed})=0`, '""'],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** By the judge's number: people put in order; squares of the places. */
export const rankedFormula = (orders: TableSource, h: Headers, numbers: readonly number[]): CellFormula =>
  cellFormula(`CHOOSE(${cellOf(h, "no")},${numbers.map((j) => `COUNT(${of(orders, `r${String(j)}`)})`).join(",")})`);

/** Sum of squared places of one judge, for W with ties. Source: Kendall & Smith 1939. */
export const squaresFormula = (orders: TableSource, h: Headers, numbers: readonly number[]): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "counts")}=0,0,CHOOSE(${cellOf(h, "no")},${numbers
      .map((j) => `SUMPRODUCT(${of(orders, `f${String(j)}`)},${of(orders, `f${String(j)}`)})`)
      .join(",")}))`,
  );
const peopleIn = (orders: TableSource): string => `SUMPRODUCT(--(LEN(${of(orders, "id")})>0))`;

/** 1 where a judge has placed everybody, else 0. */
export const judgeCountsFormula = (orders: TableSource, h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "ranked")}>=2,${cellOf(h, "ranked")}=${peopleIn(orders)}),1,0)`);

/** Whether a judge's order is complete. */
export const judgeCheckFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "ranked")}=0,"",IF(${cellOf(h, "counts")}=0,${names.own.word("orderOpen")},${names.word("ok")}))`,
  );

/** Best, worst, next best, next worst …: odd steps pick the best of those left. */
const isOdd = (step: string): string => `INT(${step}/2)*2<${step}`;

/** Whether the best or the worst is picked in this row. */
export const sideFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(${isOdd(cellOf(h, "no"))},${names.own.word("pickBest")},${names.own.word("pickWorst")})`);

/** Place that a pick gives: from the top and from the bottom in turn. */
export const pickedPlaceFormula = (picks: TableSource): CellFormula => {
  const [h, no] = [picks.headers, cellOf(picks.headers, "no")];
  return cellFormula(
    `IF(LEN(${cellOf(h, "known")})=0,"",IF(${isOdd(no)},(${no}+1)/2,COUNT(${of(picks, "no")})+1-${no}/2))`,
  );
};

/** What a pick lacks; else OK. */
export function pickCheckFormula(names: InstanceNames, picks: TableSource): CellFormula {
  const [h, known] = [picks.headers, of(picks, "known")];
  const cases = [
    [
      `AND(${isBlank(cellOf(h, "person"))},SUMPRODUCT(--(LEN(${known})>0),--(${of(picks, "no")}>${cellOf(h, "no")}))>0)`,
      names.own.word("stepOpen"),
    ],
    [isBlank(cellOf(h, "person")), '""'],
    [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
    [`COUNTIFS(${known},${cellOf(h, "known")})>1`, names.own.word("pickTwice")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** 1 where a pick is not in order. */
export const pickFaultFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(OR(LEN(${cellOf(h, "check")})=0,${cellOf(h, "check")}=${names.word("ok")}),0,1)`);
/** Place by alternation; the one who is left at the end is not asked for. */
export function alternationRankFormula(h: Headers, picks: TableSource): CellFormula {
  const [places, no] = [of(picks, "place"), of(picks, "no")];
  const found = `INDEX(${places},MATCH(${cellOf(h, "id")},${of(picks, "known")},0))`;
  const last = `IF(COUNT(${places})=COUNT(${no})-1,SUM(${no})-SUM(${places}),"")`;
  return cellFormula(`IF(OR(SUM(${of(picks, "fault")})>0,COUNT(${places})=0),"",IFERROR(${found},${last}))`);
}

/** The column of the matrix for a person's number. */
export const pairKey = (column: number | ""): string => `p${String(column)}`;
const nobodyIs = (pairs: TableSource, number: number): string => `COUNTIFS(${of(pairs, "no")},${String(number)})=0`;
/**
 * A judgement as typed where the row's number is below the column's, its complement where it is above. Rows are found by their
 * numbers, so that they may stand in any order; a column whose number nobody has says nothing.
 */
export function wholeFormula(h: Headers, pairs: TableSource, column: number): CellFormula {
  const [no, numbers] = [cellOf(h, "no"), of(pairs, "no")];
  const typed = `INDEX(${of(pairs, pairKey(column))},MATCH(${no},${numbers},0))`;
  const half = columnsFrom(
    pairs.table,
    headerOf(pairs.headers, pairKey(1)),
    headerOf(pairs.headers, pairKey(MOST_PAIRED)),
  );
  const mirrored = `INDEX(${half},MATCH(${String(column)},${numbers},0),${no})`;
  return cellFormula(
    `IF(OR(${no}=${String(column)},${nobodyIs(pairs, column)}),"",IF(${no}<${String(column)},` +
      `IF(ISNUMBER(${typed}),${typed},""),IF(ISNUMBER(${mirrored}),1-${mirrored},"")))`,
  );
}
const rowOf = (h: Headers): string => hereFrom(headerOf(h, pairKey(1)), headerOf(h, pairKey(MOST_PAIRED)));

/** Wins of a person, a draw being half. */
export const winsFormula = (h: Headers): CellFormula => cellFormula(`SUM(${rowOf(h)})`);

/** How many pairs of a person are judged. */
export const judgedFormula = (h: Headers): CellFormula => cellFormula(`COUNT(${rowOf(h)})`);

/** How many of them are draws. */
export const drawsFormula = (h: Headers): CellFormula => cellFormula(`COUNTIFS(${rowOf(h)},0.5)`);
/** Only when every pair is judged and nothing is wrong. */
export const pairRankFormula = (whole: TableSource, pairs: TableSource): CellFormula => {
  const n = `COUNT(${of(whole, "no")})`;
  const own = cellOf(whole.headers, "wins");
  return cellFormula(
    `IF(AND(SUM(${of(pairs, "fault")})=0,SUM(${of(whole, "judged")})=${n}*(${n}-1)),COUNTIFS(${of(whole, "wins")},">"&${own})+1,"")`,
  );
};
/** Counts the judgements of a row in the columns for which a condition holds. */
const judgedWhere = (h: Headers, condition: (number: number) => string): CellFormula =>
  cellFormula(
    numbersTo(MOST_PAIRED)
      .map((number) => `(${condition(number)})*ISNUMBER(${cellOf(h, pairKey(number))})`)
      .join("+"),
  );

/** Judgements of the lower half and the diagonal. */
export const belowFormula = (h: Headers): CellFormula =>
  judgedWhere(h, (number) => `${cellOf(h, "no")}>=${String(number)}`);

/** Judgements in columns whose number nobody has. */
export const nobodyFormula = (pairs: TableSource): CellFormula =>
  judgedWhere(pairs.headers, (number) => nobodyIs(pairs, number));

/** What is wrong in a row, counted: values that are none of 0, ½, 1, and judgements where none belongs. */
export function pairFaultFormula(h: Headers): CellFormula {
  const row = rowOf(h);
  return cellFormula(
    `SUMPRODUCT(--(LEN(${row})>0))-COUNTIFS(${row},0)-COUNTIFS(${row},0.5)-COUNTIFS(${row},1)+` +
      `${cellOf(h, "below")}+${cellOf(h, "nobody")}`,
  );
}

/** Whether a person's pairs are in order. */
export const pairCheckFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "fault")}>0,${names.own.word("pairOff")},IF(COUNT(${rowOf(h)})=0,"",${names.word("ok")}))`,
  );

/**
 * Kendall's W of the judges who count, with the correction for equal places; and the mean rank correlation of two of
 * them.
 */
export function concordanceFormula(h: Headers, orders: TableSource, judges: TableSource): CellFormula {
  const [m, n] = [cellOf(h, "judges"), cellOf(h, "people")];
  const sums = of(orders, "sum");
  const spread = `12*(SUMPRODUCT(${sums},${sums})-${n}*(${m}*(${n}+1)/2)^2)`;
  // Σ squares of a judge = n(n+1)(2n+1)/6 − T/12.
  const equal = `(2*${m}*${n}*(${n}+1)*(2*${n}+1)-12*SUM(${of(judges, "squares")}))`;
  return cellFormula(`IF(${m}<2,"",IFERROR(ROUND(${spread}/(${m}^2*(${n}^3-${n})-${m}*${equal}),6),""))`);
}

/** Mean rank correlation of the judges from W: (m·W − 1) ÷ (m − 1). Source: Kendall & Smith 1939. */
export const meanCorrelationFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "w")}),ROUND((${cellOf(h, "judges")}*${cellOf(h, "w")}-1)/(${cellOf(h, "judges")}-1),6),"")`,
  );

/** How many judges count. */
export const judgesFormula = (judges: TableSource): CellFormula => cellFormula(`SUM(${of(judges, "counts")})`);

/** How many people are ranked. */
export const peopleFormula = (orders: TableSource): CellFormula => cellFormula(peopleIn(orders));

/** How many people are compared in pairs. */
export const pairedFormula = (whole: TableSource): CellFormula => cellFormula(`COUNT(${of(whole, "no")})`);

/** How many pairs are not judged. */
export const openPairsFormula = (h: Headers, whole: TableSource): CellFormula =>
  cellFormula(`(${cellOf(h, "paired")}*(${cellOf(h, "paired")}-1)-SUM(${of(whole, "judged")}))/2`);

/** How many pairs are draws. */
export const drawnPairsFormula = (whole: TableSource): CellFormula => cellFormula(`SUM(${of(whole, "draws")})/2`);
/** Circular judgements of one judge: n(n−1)(2n−1)/12 − ½Σ wins²; none with draws or open pairs. */
export function triadsFormula(h: Headers, pairs: TableSource, whole: TableSource): CellFormula {
  const [n, wins] = [cellOf(h, "paired"), of(whole, "wins")];
  return cellFormula(
    `IF(OR(SUM(${of(pairs, "fault")})>0,${cellOf(h, "open")}>0,${cellOf(h, "drawn")}>0,${n}<3),"",` +
      `${n}*(${n}-1)*(2*${n}-1)/12-SUMPRODUCT(${wins},${wins})/2)`,
  );
}
/** 1 − 24d ÷ (n³−n) for an odd, ÷ (n³−4n) for an even number of people. */
export const consistencyFormula = (h: Headers): CellFormula => {
  const n = cellOf(h, "paired");
  return cellFormula(
    `IF(ISNUMBER(${cellOf(h, "triads")}),ROUND(1-24*${cellOf(h, "triads")}/IF(${isOdd(n)},${n}^3-${n},${n}^3-4*${n}),6),"")`,
  );
};

/** A rank of another sheet for this row's person. */
export const foundRankFormula = (h: Headers, source: TableSource, key: string): CellFormula =>
  cellFormula(`IFERROR(INDEX(${of(source, key)},MATCH(${cellOf(h, "id")},${of(source, "id")},0)),"")`);
/** Mean of the ranks that there are. */
export const basisFormula = (h: Headers): CellFormula => {
  const ranks = ["judged", "alternated", "paired"].map((key) => cellOf(h, key)).join(",");
  return cellFormula(`IF(COUNT(${ranks})=0,"",ROUND(SUM(${ranks})/COUNT(${ranks}),6))`);
};

/** How many people hold the rank of the person who is picked, 1 for nobody else; from a cell of the page, empty without a rank. */
export const holdersFormula = (rank: string, results: TableSource): CellFormula =>
  cellFormula(`IF(ISNUMBER(${rank}),COUNTIF(${of(results, "rank")},${rank}),"")`);
/** "4 ÷ 3 = 1.33": ranks added up, by how many there are; from cells of the page, empty without any. */
export const rankMeanFormula = (ranks: readonly string[], basis: string): CellFormula => {
  const all = ranks.join(",");
  return cellFormula(`IF(ISNUMBER(${basis}),SUM(${all})&" ÷ "&COUNT(${all})&" = "&ROUND(${basis},2),"")`);
};

/** Forced distribution: exact share, seats by largest remainder (equal ones: the larger share, then the upper band). */
export const exactFormula = (h: Headers, shares: TableSource, results: TableSource): CellFormula =>
  cellFormula(
    `IF(SUM(${of(shares, "share")})>0,N(${cellOf(h, "share")})/SUM(${of(shares, "share")})*COUNT(${of(results, "basis")}),0)`,
  );

/** Whole seats of a band: the exact share, rounded down. Source: Hamilton's method. */
export const wholeSeatsFormula = (h: Headers): CellFormula => cellFormula(`INT(ROUND(${cellOf(h, "exact")},9))`);

/** What is left of the exact share. */
export const remainderFormula = (h: Headers): CellFormula =>
  cellFormula(`ROUND(${cellOf(h, "exact")}-${cellOf(h, "base")},9)`);

/** Seats with one for each of the largest remainders. Source: Hamilton's method. */
export function seatsFormula({ table, headers: h }: TableSource, results: TableSource): CellFormula {
  const all = (key: string): string => columnOf(table, h, key);
  const same = `--(${all("rest")}=${cellOf(h, "rest")})`;
  const before =
    `SUMPRODUCT(--(${all("rest")}>${cellOf(h, "rest")}))+SUMPRODUCT(${same},--(${all("exact")}>${cellOf(h, "exact")}))+` +
    `SUMPRODUCT(${same},--(${all("exact")}=${cellOf(h, "exact")}),--(${all("no")}<${cellOf(h, "no")}))`;
  return cellFormula(
    `IF(SUM(${all("share")})>0,${cellOf(h, "base")}+IF(${before}<COUNT(${of(results, "basis")})-SUM(${all("base")}),1,0),0)`,
  );
}

/** Last place of a band: seats from the top down to it. */
export const endFormula = ({ table, headers }: TableSource): CellFormula =>
  cellFormula(`SUM(${downToHere(table, headers, "seats")})`);

/** Whether the shares are numbers that make a whole. */
export const shareCheckFormula = (names: InstanceNames, h: Headers, shares: TableSource): CellFormula =>
  cellFormula(
    `IF(NOT(ISNUMBER(${cellOf(h, "share")})),${names.word("notNumber")},` +
      `IF(ABS(SUM(${of(shares, "share")})-1)>0.000001,${names.own.word("sharesOff")},${names.word("ok")}))`,
  );

/** Number of the band at a person's first place ("up"), and at the last place of those who are equal ("down"). */
export function bandNumberFormula(
  names: InstanceNames,
  results: TableSource,
  shares: TableSource,
  side: "up" | "down",
): CellFormula {
  const h = results.headers;
  const place =
    side === "up"
      ? cellOf(h, "rank")
      : `(${cellOf(h, "rank")}+COUNTIFS(${of(results, "basis")},${cellOf(h, "basis")})-1)`;
  return cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "rank")}),COUNT(${of(results, "basis")})>=${names.own.cell("MinPeople")},SUM(${of(shares, "share")})>0),` +
      `SUMPRODUCT(--(${of(shares, "end")}<${place}))+1,"")`,
  );
}
/** Equals are never split: a group over a boundary is shown with both bands. */
export const adviceFormula = (h: Headers, shares: TableSource): CellFormula => {
  const band = (key: string): string => `INDEX(${of(shares, "band")},${cellOf(h, key)})`;
  return cellFormula(
    `IF(ISNUMBER(${cellOf(h, "up")}),IF(${cellOf(h, "up")}=${cellOf(h, "down")},${band("up")}&"",${band("up")}&" / "&${band("down")}),"")`,
  );
};

/** How many people stand in this band, those who are equal taken up or down. */
export const heldFormula = (h: Headers, results: TableSource, side: "up" | "down"): CellFormula =>
  cellFormula(`COUNTIFS(${of(results, side)},${cellOf(h, "no")})`);

// The second way, on Proof.

/** Place in a judge's complete order: the mean of how many stand before and how many up to it, and one. */
export const placeAgainFormula = (orders: TableSource, judge: string, typed: string): CellFormula => {
  const all = of(orders, judge);
  const count = (sign: string): string => `SUMPRODUCT(--ISNUMBER(${all}),--(${all}${sign}${typed}))`;
  return cellFormula(
    `IF(AND(ISNUMBER(${typed}),COUNT(${all})>1,COUNT(${all})=${peopleIn(orders)}),(${count("<")}+${count("<=")}+1)/2,"")`,
  );
};
/** Mean of a person's places. */
export const meanAgainFormula = (h: Headers, first: string, last: string): CellFormula => {
  const places = hereFrom(headerOf(h, first), headerOf(h, last));
  return cellFormula(`IF(COUNT(${places})=0,"",ROUND(SUM(${places})/COUNT(${places}),6))`);
};
/** Place by the step in which a person was picked; who is left at the end stands in the middle. */
export const alternatedAgainFormula = (picks: TableSource, id: string): CellFormula => {
  const [no, all] = [`SUMIFS(${of(picks, "no")},${of(picks, "person")},${id})`, `COUNT(${of(picks, "no")})`];
  const picked = `SUMPRODUCT(--(LEN(${of(picks, "person")})>0))`;
  const left = `IF(${picked}=${all}-1,INT(${all}/2)+1,"")`;
  return cellFormula(
    `IF(OR(${picked}=0,SUM(${of(picks, "fault")})>0),"",IF(${no}=0,${left},IF(${isOdd(no)},INT(${no}/2)+1,${all}+1-${no}/2)))`,
  );
};
const halfOf = (pairs: TableSource): string =>
  columnsFrom(pairs.table, headerOf(pairs.headers, pairKey(1)), headerOf(pairs.headers, pairKey(MOST_PAIRED)));
/** Wins: what was typed in the person's row, and what the others did not get in the person's column. */
export const winsAgainFormula = (pairs: TableSource, id: string): CellFormula => {
  const [half, row] = [halfOf(pairs), `MATCH(${id},${of(pairs, "id")},0)`];
  const column = `INDEX(${half},0,INDEX(${of(pairs, "no")},${row}))`;
  return cellFormula(`IFERROR(SUM(INDEX(${half},${row},0))+COUNT(${column})-SUM(${column}),"")`);
};
/** Place by the wins, once every pair is judged and nothing is wrong. */
export const pairedAgainFormula = (pairs: TableSource, own: TableSource, wins: string): CellFormula => {
  const [n, all, mine] = [`COUNT(${of(pairs, "no")})`, of(own, wins), cellOf(own.headers, wins)];
  const isWhole = `AND(ISNUMBER(${mine}),SUM(${of(pairs, "fault")})=0,COUNT(${halfOf(pairs)})=${n}*(${n}-1)/2)`;
  return cellFormula(`IF(${isWhole},SUMPRODUCT(--ISNUMBER(${all}),--(${all}>${mine}))+1,"")`);
};
/** Mean of the ranks that there are. */
export const basisAgainFormula = (ranks: readonly string[]): CellFormula => {
  const known = ranks.map((rank) => `ISNUMBER(${rank})`).join("+");
  return cellFormula(`IF(${known}=0,"",ROUND(SUM(${ranks.join(",")})/(${known}),6))`);
};

/** People of whom the sheet that is handed out tells how they would spread. */
const OF_PEOPLE = 20;
/** "2 / 20": how many of twenty people a band's share is. */
export const seatsOf =
  (shares: TableSource): ItemExpression =>
  (at) =>
    `IF(SUM(${of(shares, "share")})<=0,"",ROUND(${String(OF_PEOPLE)}*N(${at("share")})/SUM(${of(shares, "share")}),1)&" / "&${String(OF_PEOPLE)})`;
