/**
 * Formulas of the weight workshop: the same indicators weighted by order (centroid, sum), by points of several people and by
 * pairs (geometric means, consistency ratio), beside today's weights. Sources: Barron & Barrett 1996; Saaty 1980.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, headerOf, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, columnsFrom } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";
import { RANDOM_INDEX as indexes } from "../../weighting/pairwise";

/** Places of so many indicators, from 1. */
export const placesTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
/** By number of items, from 1; ten are the most that there is an index for. Source: Saaty 1980. */
export const RANDOM_INDEX = indexes.saaty1980;

/** Column of a typed judgement at a place. */
export const typedKey = (place: number): string => `c${String(place)}`;

/** Column of the judgement at a place of the whole matrix. */
export const fullKey = (place: number): string => `f${String(place)}`;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

// Indicators.

/** 1 where an indicator has a name. */
export const activeFormula = (h: Headers): CellFormula => cellFormula(`IF(${isBlank(cellOf(h, "item"))},0,1)`);
/** The typed place where it is a number from 1; else empty. */
export const placeUsedFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(${cellOf(h, "active")}=1,ISNUMBER(${cellOf(h, "place")})),IF(${cellOf(h, "place")}>=1,${cellOf(h, "place")},""),"")`,
  );
/** How many stand before, plus one; how many share the place. */
export const firstPlaceFormula = (own: TableSource): CellFormula => {
  const used = cellOf(own.headers, "placeUsed");
  return cellFormula(`IF(ISNUMBER(${used}),COUNTIFS(${of(own, "placeUsed")},"<"&${used})+1,0)`);
};

/** How many indicators share this place. */
export const tiesFormula = (own: TableSource): CellFormula => {
  const used = cellOf(own.headers, "placeUsed");
  return cellFormula(`IF(ISNUMBER(${used}),COUNTIFS(${of(own, "placeUsed")},${used}),0)`);
};
const items = (own: TableSource): string => `SUM(${of(own, "active")})`;
const isOrdered = (own: TableSource): string => `COUNT(${of(own, "placeUsed")})=${items(own)}`;
/** Rank order centroid in points of 100; items that share places share their mean. Only once all have a place. */
export const centroidFormula = (own: TableSource): CellFormula => {
  const [k, t, no] = [cellOf(own.headers, "first"), cellOf(own.headers, "ties"), of(own, "no")];
  const parts = `((${no}>=${k})*(${no}-${k}+1)-(${no}>=${k}+${t})*(${no}-${k}-${t}+1))*(${no}<=${items(own)})/${no}`;
  return cellFormula(`IF(AND(${k}>0,${isOrdered(own)}),ROUND(100*SUMPRODUCT(${parts})/(${items(own)}*${t}),6),"")`);
};
/** Rank sum in points of 100. */
export const rankSumFormula = (own: TableSource): CellFormula => {
  const [k, t, n] = [cellOf(own.headers, "first"), cellOf(own.headers, "ties"), items(own)];
  return cellFormula(`IF(AND(${k}>0,${isOrdered(own)}),ROUND(100*(${n}+1-${k}-(${t}-1)/2)/(${n}*(${n}+1)/2),6),"")`);
};
/** Mean share of the points that the participants gave. */
export const pointsFormula = (h: Headers, points: TableSource): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "active")}=0,SUM(${of(points, "share")})<=0),"",ROUND(100*SUMIFS(${of(points, "share")},${of(points, "item")},${cellOf(h, "id")})/SUM(${of(points, "share")}),6))`,
  );

/** Weight that the pairs give. */
export const fromPairsFormula = (h: Headers, pairs: TableSource): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "active")}=0,"",IFERROR(INDEX(${of(pairs, "weight")},MATCH(${cellOf(h, "id")},${of(pairs, "id")},0)),""))`,
  );
const proposals = (h: Headers): string => ["centroid", "points", "fromPairs"].map((key) => cellOf(h, key)).join(",");
/** Largest less smallest of what the three ways say, in points. */
export const spreadFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(COUNT(${proposals(h)})<2,"",MAX(${proposals(h)})-MIN(${proposals(h)}))`);

/** The chosen weight as a number not below 0. */
export const chosenUsedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "active")}=1,ISNUMBER(${cellOf(h, "chosen")})),MAX(0,${cellOf(h, "chosen")}),0)`);

/** Chosen weight less today's. */
export const changeFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "chosen")}),ISNUMBER(${cellOf(h, "today")})),${cellOf(h, "chosen")}-${cellOf(h, "today")},"")`,
  );

/** What an indicator lacks: a place, a chosen weight, 100 in all, agreement on its points; else OK. */
export function itemCheckFormula(names: InstanceNames, own: TableSource): CellFormula {
  const at = (key: string): string => cellOf(own.headers, key);
  const total = `ROUND(SUM(${of(own, "chosenUsed")}),6)`;
  const cases = [
    [`${at("active")}=0`, '""'],
    [`AND(LEN(${at("place")})>0,NOT(ISNUMBER(${at("placeUsed")})))`, names.own.word("notPlace")],
    [`AND(COUNT(${of(own, "placeUsed")})>0,NOT(ISNUMBER(${at("placeUsed")})))`, names.own.word("placeOpen")],
    [`AND(COUNT(${of(own, "chosen")})>0,NOT(ISNUMBER(${at("chosen")})))`, names.word("weightMissing")],
    [`AND(COUNT(${of(own, "chosen")})>0,ABS(${total}-100)>${names.setting("Tolerance")})`, names.word("weightsOff")],
    [`N(${at("spread")})>${names.own.cell("MaxSpreadPoints")}`, names.own.word("farApart")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Points: a row a participant and indicator.

/** Points of a person for an indicator, not below 0. */
export const pointUsedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "active")}=1,ISNUMBER(${cellOf(h, "points")})),MAX(0,${cellOf(h, "points")}),0)`);

/** All points of that person. */
export const personTotalFormula = (own: TableSource): CellFormula =>
  cellFormula(`SUMIFS(${of(own, "used")},${of(own, "person")},${cellOf(own.headers, "person")})`);

/** Share of the person's points. */
export const shareFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "total")}<=0,0,${cellOf(h, "used")}/${cellOf(h, "total")})`);

/** What the points lack; else OK. */
export function pointsCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const typed = cellOf(h, "points");
  const cases = [
    [`${cellOf(h, "active")}=0`, '""'],
    [`AND(LEN(${typed})>0,NOT(ISNUMBER(${typed})))`, names.word("notNumber")],
    [`N(${typed})<0`, names.word("notNumber")],
    [`${cellOf(h, "total")}=0`, '""'],
    [`ABS(ROUND(${cellOf(h, "total")},6)-100)>${names.setting("Tolerance")}`, names.own.word("pointsOff")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Pairs: a row an indicator, the upper half typed.

/** How much more important the row's item is than the one of a place: 1 on the diagonal and beside empty items. */
export function fullFormula(own: TableSource, place: number, count: number): CellFormula {
  const h = own.headers;
  const no = cellOf(h, "no");
  const mirror = `INDEX(${columnsFrom(own.table, headerOf(h, typedKey(1)), headerOf(h, typedKey(count)))},${String(place)},${no})`;
  const other = `INDEX(${of(own, "active")},${String(place)})`;
  const typed = cellOf(h, typedKey(place));
  return cellFormula(
    `IF(OR(${cellOf(h, "active")}=0,${other}=0,${no}=${String(place)}),1,` +
      `IF(${no}<${String(place)},IF(N(${typed})>0,${typed},0),IF(N(${mirror})>0,1/${mirror},0)))`,
  );
}
/** Pairs of the row that are still to be judged. */
export const openPairsFormula = (own: TableSource, places: readonly number[]): CellFormula => {
  const h = own.headers;
  const open = places.map((place) => `IF(AND(${cellOf(h, "no")}<${String(place)},${cellOf(h, fullKey(place))}=0),1,0)`);
  return cellFormula(`IF(${cellOf(h, "active")}=0,0,${open.join("+")})`);
};

/** Geometric mean of the row of judgements. Source: Crawford & Williams 1985. */
export const geometricFormula = (own: TableSource, places: readonly number[]): CellFormula => {
  const h = own.headers;
  const product = places.map((place) => cellOf(h, fullKey(place))).join("*");
  return cellFormula(`IF(${cellOf(h, "active")}=0,0,(${product})^(1/${items(own)}))`);
};

/** Weight in points of 100; empty while a pair is open. */
export const pairWeightFormula = (own: TableSource): CellFormula => {
  const h = own.headers;
  return cellFormula(
    `IF(OR(${cellOf(h, "active")}=0,${items(own)}<2,SUM(${of(own, "open")})>0),"",ROUND(100*${cellOf(h, "mean")}/SUM(${of(own, "mean")}),6))`,
  );
};
/** (A·w)_i ÷ w_i of the row. */
export const lambdaFormula = (own: TableSource, places: readonly number[]): CellFormula => {
  const h = own.headers;
  const sum = places
    .map((place) => `${cellOf(h, fullKey(place))}*INDEX(${of(own, "mean")},${String(place)})`)
    .join("+");
  return cellFormula(`IF(${cellOf(h, "mean")}<=0,0,(${sum})/${cellOf(h, "mean")})`);
};

/** What a row of pairs lacks; else OK. */
export function pairCheckFormula(names: InstanceNames, own: TableSource, places: readonly number[]): CellFormula {
  const h = own.headers;
  const wrong = places
    .map((place) => {
      const cell = cellOf(h, typedKey(place));
      return `IF(LEN(${cell})=0,0,IF(AND(${cellOf(h, "no")}<${String(place)},N(${cell})>=1/9.5,N(${cell})<=9),0,1))`;
    })
    .join("+");
  const cases = [
    [`${wrong}>0`, names.own.word("notRatio")],
    [`${cellOf(h, "active")}=0`, '""'],
    [`SUM(${of(own, "typed")})=0`, '""'],
    [`${cellOf(h, "open")}>0`, names.own.word("pairOpen")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** How many judgements of the row are typed. */
export const typedFormula = (h: Headers, places: readonly number[]): CellFormula =>
  cellFormula(`COUNT(${places.map((place) => cellOf(h, typedKey(place))).join(",")})`);

/** Consistency of the judgements by pairs. */
export function factFormulas(
  names: InstanceNames,
  h: Headers,
  pairs: TableSource,
): Readonly<Record<string, CellFormula>> {
  const at = (key: string): string => cellOf(h, key);
  const isReady = `AND(${at("items")}>=2,${at("open")}=0)`;
  return {
    items: cellFormula(items(pairs)),
    open: cellFormula(`SUM(${of(pairs, "open")})`),
    lambda: cellFormula(`IF(${isReady},SUM(${of(pairs, "lambda")})/${at("items")},"")`),
    index: cellFormula(
      `IF(NOT(ISNUMBER(${at("lambda")})),"",IF(${at("items")}<3,0,(${at("lambda")}-${at("items")})/(${at("items")}-1)))`,
    ),
    random: cellFormula(`IF(${at("items")}<3,"",CHOOSE(${at("items")},${RANDOM_INDEX.join(",")}))`),
    ratio: cellFormula(
      `IF(NOT(ISNUMBER(${at("index")})),"",IF(ISNUMBER(${at("random")}),ROUND(${at("index")}/${at("random")},9),0))`,
    ),
    verdict: cellFormula(
      firstWord(
        [
          [`NOT(ISNUMBER(${at("ratio")}))`, '""'],
          [`${at("ratio")}>${names.own.cell("MaxRatio")}`, names.own.word("lookAgain")],
        ],
        names.own.word("consistent"),
      ),
    ),
  };
}

// The second way, on Proof.

const named = (items: TableSource): string => `--(LEN(TRIM(${of(items, "item")}))>0)`;
/** How many indicators have a name. */
const countOf = (items: TableSource): string => `SUMPRODUCT(${named(items)})`;
const placed = (items: TableSource): string =>
  `${named(items)},--ISNUMBER(${of(items, "place")}),--(${of(items, "place")}>=1)`;
/** How many stand before this place, or at it too; empty until every indicator has one. */
export const placedFormula = (own: TableSource, place: string, name: string, which: "before" | "upTo"): CellFormula => {
  const compared = `--(${of(own, "place")}${which === "before" ? "<" : "<="}${place})`;
  return cellFormula(
    `IF(AND(LEN(TRIM(${name}))>0,ISNUMBER(${place}),N(${place})>=1,SUMPRODUCT(${placed(own)})=${countOf(own)}),` +
      `SUMPRODUCT(${placed(own)},${compared}),"")`,
  );
};
interface PlaceCounts {
  readonly before: string;
  readonly upTo: string;
}
/** Rank sum from the mean of the places that equals share. */
export const rankSumAgainFormula = (own: TableSource, { before, upTo }: PlaceCounts): CellFormula => {
  const n = countOf(own);
  return cellFormula(`IF(ISNUMBER(${before}),ROUND(200*(${n}+1-(${before}+${upTo}+1)/2)/(${n}*(${n}+1)),6),"")`);
};
/** Rank order centroid: each 1/i counts for as many of the shared places as lie at or before it. */
export const centroidAgainFormula = (own: TableSource, { before, upTo }: PlaceCounts): CellFormula => {
  const [n, no, ties] = [countOf(own), of(own, "no"), `(${upTo}-${before})`];
  const reached = `(${no}-${before}+ABS(${no}-${before}))/2`;
  const parts = `(${reached}+${ties}-ABS(${reached}-${ties}))/2`;
  return cellFormula(
    `IF(ISNUMBER(${before}),ROUND(100*SUMPRODUCT(--(${no}<=${n}),1/${no},${parts})/(${n}*${ties}),6),"")`,
  );
};
/** What an indicator got of everybody's points, each participant's points put on one whole. */
export const pointsAgainFormula = (points: TableSource, id: string, name: string): CellFormula => {
  const [total, used] = [of(points, "total"), of(points, "used")];
  const shares = `1/(${total}+(${total}<=0))`;
  const all = `SUMPRODUCT(--(${total}>0),${used},${shares})`;
  return cellFormula(
    `IF(AND(LEN(TRIM(${name}))>0,${all}>0),ROUND(100*SUMPRODUCT(--(${of(points, "item")}=${id}),--(${total}>0),${used},${shares})/${all},6),"")`,
  );
};

// Steps of the example that is handed out: the first of three indicators, by order and by the points of two people.

const FIRST_OF_THREE = "ROUND(100*(1+1/2+1/3)/3,1)";
/** "100 × (1 + 1 ÷ 2 + 1 ÷ 3) ÷ 3 = 61.1": rank order centroid. */
export const centroidStepFormula = (): CellFormula =>
  cellFormula(`100&" × ("&1&" + "&1&" ÷ "&2&" + "&1&" ÷ "&3&") ÷ "&3&" = "&${FIRST_OF_THREE}`);
/** "61.1 − 45 = 16.1 > 15": how far both lie apart, and the limit. */
export const spreadStepFormula = (names: InstanceNames, points: readonly string[]): CellFormula => {
  const mean = `ROUND((${points.join("+")})/${String(points.length)},1)`;
  const [apart, most] = [`ROUND(ABS(${FIRST_OF_THREE}-${mean}),1)`, names.own.cell("MaxSpreadPoints")];
  return cellFormula(`${FIRST_OF_THREE}&" − "&${mean}&" = "&${apart}&IF(${apart}>${most}," > "," ≤ ")&${most}`);
};
