/**
 * Formulas of the balanced scorecard with its strategy map: measures score objectives, objectives their perspective; every
 * objective serves one above it, and each perspective has something that drives results (domain rule C8).
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, downToHere, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

export const PERSPECTIVES = 4;
/** Objectives of a perspective that the map shows. */
export const MAP_PLACES = [1, 2, 3, 4, 5] as const;
export const STATES = ["toStart", "underWay", "finished", "dropped"] as const;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

// Measures.

/** 1 where a row has a text and stands under something known. */
export const activeFormula = (h: Headers, text: string): CellFormula =>
  cellFormula(`IF(OR(${isBlank(cellOf(h, text))},LEN(${cellOf(h, "known")})=0),0,1)`);
/** The way gone from start to target in points of 100, from 0 to the cap; a target below the start means less is better. */
export const scoreFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const [start, target, actual] = ["start", "target", "actual"].map((key) => cellOf(h, key));
  return cellFormula(
    `IF(OR(${cellOf(h, "active")}=0,COUNT(${start ?? ""},${target ?? ""},${actual ?? ""})<3),"",IF(${start ?? ""}=${target ?? ""},"",` +
      `MAX(0,MIN(${names.own.cell("MostPoints")},ROUND(100*(${actual ?? ""}-${start ?? ""})/(${target ?? ""}-${start ?? ""}),6)))))`,
  );
};
/** Weight inside the objective: 1 where none is typed. */
export const shareFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "active")}=0,0,IF(ISNUMBER(${cellOf(h, "weight")}),MAX(0,${cellOf(h, "weight")}),1))`);

/** Share of a row that has a score, else 0. */
export const scoredFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "score")}),${cellOf(h, "share")},0)`);

/** Share × score of a row, 0 without one. */
export const wonFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "score")}),${cellOf(h, "share")}*${cellOf(h, "score")},0)`);

/** 1 for a measure that drives results. */
export const leadsFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "active")}=1,${cellOf(h, "nature")}=${names.word("lead")}),1,0)`);

/** What a measure lacks; else OK. */
export function measureCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const cases = [
    [isBlank(at("measure")), '""'],
    [`LEN(${at("known")})=0`, names.word("unknown")],
    [`AND(${at("nature")}<>${names.word("lead")},${at("nature")}<>${names.word("lag")})`, names.own.word("noNature")],
    [`COUNT(${at("start")},${at("target")})<2`, names.word("incomplete")],
    [`${at("start")}=${at("target")}`, names.own.word("noDistance")],
    [`AND(NOT(ISNUMBER(${at("actual")})),${names.setting("StageNo")}>=3)`, names.word("toFill")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Objectives.

/** Level of the perspective, 1 = lowest; 0 without one. */
export const levelFormula = (h: Headers, perspectives: TableSource): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "known")})=0,0,N(INDEX(${of(perspectives, "level")},MATCH(${cellOf(h, "known")},${of(perspectives, "id")},0))))`,
  );
/** Level of an objective that is served; 0 where it is none. */
export const servedLevelFormula = (own: TableSource, key: string): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(own.headers, key)})=0,0,N(INDEX(${of(own, "level")},MATCH(${cellOf(own.headers, key)},${of(own, "id")},0))))`,
  );

/** How many rows of another sheet stand under this one. */
export const countOfFormula = (h: Headers, from: TableSource, key = "active"): CellFormula =>
  cellFormula(`SUMIFS(${of(from, key)},${of(from, "known")},${cellOf(h, "id")})`);
/** Objectives below that serve this one. */
export const servedByFormula = (own: TableSource): CellFormula => {
  const id = cellOf(own.headers, "id");
  return cellFormula(
    `COUNTIFS(${of(own, "knownFirst")},${id},${of(own, "active")},1)+COUNTIFS(${of(own, "knownSecond")},${id},${of(own, "active")},1)`,
  );
};

/** Weighted mean of what has a score; empty without any. */
export const meanFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "scored")}<=0,"",ROUND(${cellOf(h, "won")}/${cellOf(h, "scored")},6))`);

/** 1 where there is a score. */
export const hasScoreFormula = (h: Headers): CellFormula => cellFormula(`IF(ISNUMBER(${cellOf(h, "score")}),1,0)`);

/** The score, 0 without one. */
export const numberFormula = (h: Headers): CellFormula => cellFormula(`N(${cellOf(h, "score")})`);
/** Place of the objective in its perspective, and the key by which the map finds it. */
export const placeFormula = (own: TableSource): CellFormula =>
  cellFormula(
    `IF(${cellOf(own.headers, "active")}=0,0,COUNTIFS(${downToHere(own.table, own.headers, "known")},${cellOf(own.headers, "known")}))`,
  );

/** Perspective and place as one text, by which the map finds the objective. */
export const keyFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "place")}=0,"",${cellOf(h, "known")}&"/"&${cellOf(h, "place")})`);

/**
 * What is wrong with an objective: its perspective, a link that is unknown, downward or missing …; else OK. Source:
 * domain rule C8.
 */
export function objectiveCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const served = ["First", "Second"];
  const unknown = served.map((key) => `AND(LEN(TRIM(${at(`serves${key}`)}))>0,LEN(${at(`known${key}`)})=0)`);
  const down = served.map((key) => `AND(LEN(${at(`known${key}`)})>0,${at(`level${key}`)}<=${at("level")})`);
  const cases = [
    [isBlank(at("objective")), '""'],
    [`LEN(${at("known")})=0`, names.own.word("noPerspective")],
    [`OR(${unknown.join(",")})`, names.word("unknown")],
    [`OR(${down.join(",")})`, names.own.word("linkDown")],
    [
      `AND(${at("level")}<${String(PERSPECTIVES)},LEN(${at("knownFirst")})+LEN(${at("knownSecond")})=0)`,
      names.own.word("noLinkUp"),
    ],
    [`AND(${at("level")}>1,${at("servedBy")}=0)`, names.own.word("noLinkBelow")],
    [`${at("measures")}=0`, names.own.word("measureless")],
    [`${at("initiatives")}=0`, names.own.word("noInitiative")],
    [isBlank(at("owner")), names.own.word("ownerless")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Initiatives.

/** What an initiative lacks; else OK. */
export function initiativeCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const isOver = `OR(${at("state")}=${names.own.word("finished")},${at("state")}=${names.own.word("dropped")})`;
  const cases = [
    [isBlank(at("initiative")), '""'],
    [`LEN(${at("known")})=0`, names.word("unknown")],
    [isBlank(at("owner")), names.own.word("ownerless")],
    [`NOT(ISNUMBER(${at("due")}))`, names.own.word("dateless")],
    [`AND(${names.setting("AsOf")}>${at("due")},NOT(${isOver}))`, names.own.word("lateInitiative")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Perspectives.

/** Weight where the perspective has a score, and weight × score: for the total of what is scored so far. */
export const weightedFormula = (h: Headers, what: "weight" | "won"): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${cellOf(h, "score")}),MAX(0,N(${cellOf(h, "weight")}))${what === "won" ? `*${cellOf(h, "score")}` : ""},0)`,
  );

/** What a perspective lacks: a weight, an objective, a measure that drives results; else OK. Source: domain rule C8. */
export function perspectiveCheckFormula(names: InstanceNames, own: TableSource): CellFormula {
  const h = own.headers;
  const weight = cellOf(h, "weight");
  const cases = [
    [`OR(NOT(ISNUMBER(${weight})),N(${weight})<0)`, names.word("weightMissing")],
    [`ABS(ROUND(SUM(${of(own, "weight")}),6)-100)>${names.setting("Tolerance")}`, names.word("weightsOff")],
    [`SUM(${of(own, "objectives")})=0`, '""'],
    [`${cellOf(h, "objectives")}=0`, names.own.word("emptyPerspective")],
    [`AND(${cellOf(h, "measures")}>0,${cellOf(h, "leads")}=0)`, names.own.word("onlyLag")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}
/** All four, once each has a score. */
export const totalFormula = (own: TableSource): CellFormula =>
  cellFormula(
    `IF(OR(COUNT(${of(own, "score")})<${String(PERSPECTIVES)},SUM(${of(own, "scoredWeight")})<=0),"",ROUND(SUM(${of(own, "scoredWon")})/SUM(${of(own, "scoredWeight")}),6))`,
  );

/** Key and row of the objective at a place of a perspective; row 0 where there is none. */
export const mapKeyFormula = (h: Headers, place: number): CellFormula =>
  cellFormula(`${cellOf(h, "id")}&"/"&${String(place)}`);

/** Row of the objective at a place of the map, 0 for none. */
export const mapRowFormula = (h: Headers, objectives: TableSource, place: number): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, `k${String(place)}`)},${of(objectives, "key")},0),0)`);
/** What the map shows there, a line each: the objective under its id, its score, and the objectives that it serves. */
export const mapFormula = (h: Headers, objectives: TableSource, place: number): CellFormula => {
  const row = cellOf(h, `r${String(place)}`);
  const at = (key: string): string => `INDEX(${of(objectives, key)},${row})`;
  const score = `IF(ISNUMBER(${at("score")}),CHAR(10)&ROUND(${at("score")},0),"")`;
  const serves = ["nameFirst", "nameSecond"].map((key) => `IF(LEN(${at(key)})>0,CHAR(10)&"↑ "&${at(key)},"")`);
  return cellFormula(`IF(${row}=0,"",${at("id")}&" "&${at("objective")}&${[score, ...serves].join("&")})`);
};

// The second way, on Proof.

/**
 * Σ weight, or Σ weight × score, of what has a score under an id: objectives of a perspective, each counting 1, and measures of an
 * objective by their weights, one without a weight counting 1. Ids of both differ, so one formula asks both tables.
 */
export const scoredAgainFormula = (
  objectives: TableSource,
  measures: TableSource,
  id: string,
  what: "scored" | "won",
): CellFormula => {
  const weight = of(measures, "weight");
  const times = (table: TableSource): string => (what === "won" ? `,${of(table, "score")}` : "");
  const perspective = `--(${of(objectives, "perspective")}=${id}),--ISNUMBER(${of(objectives, "score")})`;
  const objective = `--(${of(measures, "objective")}=${id}),--ISNUMBER(${of(measures, "score")})`;
  return cellFormula(
    `SUMPRODUCT(${perspective}${times(objectives)})+SUMPRODUCT(${objective},--(${weight}>0),${weight}${times(measures)})+` +
      `SUMPRODUCT(${objective},--NOT(ISNUMBER(${weight}))${times(measures)})`,
  );
};
/** One by the other; empty without any weight. */
export const scoreAgainFormula = (won: string, scored: string): CellFormula =>
  cellFormula(`IF(${scored}<=0,"",ROUND(${won}/${scored},6))`);
