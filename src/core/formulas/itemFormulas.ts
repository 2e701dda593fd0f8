/**
 * Formulas of bonus and deduction items: points beside the 100, each item and each side with a limit of its own, never part of
 * the weights. Points are counted entry by entry, so that a limit takes from the entries below it and sorting changes no sum.
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, downToHere, firstWord, isBlank, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";
import type { InstanceNames } from "./names";

/** More than any points. */
const NO_LIMIT = "1E+15";
/** Differences of sums of decimals that are none. */
const HARDLY = "0.000001";

// The items: a row an item.

/** 1 bonus, −1 deduction, 0 while the item is not complete. */
export function signFormula(names: InstanceNames, h: Headers): CellFormula {
  const [side, points, limit] = [cellOf(h, "side"), cellOf(h, "points"), cellOf(h, "limit")];
  return cellFormula(
    `IF(AND(ISNUMBER(${points}),N(${points})>=0,OR(LEN(${limit})=0,AND(ISNUMBER(${limit}),N(${limit})>=0))),` +
      `IF(${side}=${names.word("bonusItem")},1,IF(${side}=${names.word("deductionItem")},-1,0)),0)`,
  );
}

/** The most points an item may make for one person: its limit, or as good as none where none is typed. */
export const mostFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "limit")}),${cellOf(h, "limit")},${NO_LIMIT})`);

/** Empty for an unused row, a word while side, name or points are missing, else OK. */
export function itemCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const typed = ["side", "item", "points", "limit"].map((key) => `LEN(${cellOf(h, key)})`).join("+");
  return cellFormula(
    firstWord(
      [
        [`${typed}=0`, '""'],
        [`OR(${cellOf(h, "sign")}=0,${isBlank(cellOf(h, "item"))})`, names.word("incomplete")],
      ],
      names.word("ok"),
    ),
  );
}

/** "Bonus · Award · 2 each time · at most 4"; empty while the item is not complete. */
export function itemTextFormula(names: InstanceNames, h: Headers): CellFormula {
  const [points, limit] = [cellOf(h, "points"), cellOf(h, "limit")];
  return cellFormula(
    `IF(${cellOf(h, "sign")}=0,"",${cellOf(h, "side")}&" · "&${cellOf(h, "item")}&" · "&${points}&" "&${names.word("itemEach")}` +
      `&IF(ISNUMBER(${limit})," · "&${names.word("itemMost")}&" "&${limit},""))`,
  );
}

/** The sentence of the item at this place of the list; empty beyond its end. */
export const listedItemFormula = (names: InstanceNames, place: number): CellFormula =>
  cellFormula(`IFERROR(INDEX(${names.setting("ItemTexts")},${String(place)})&"","")`);

/** "Bonus at most 5 · Deduction at most 10": the limits of both sides. */
export const itemLimitsFormula = (names: InstanceNames): CellFormula =>
  cellFormula(
    (["bonus", "deduction"] as const)
      .map((side) => `${names.word(`${side}Item`)}&" "&${names.word("itemMost")}&" "&${mostOf(names, side)}`)
      .join('&" · "&'),
  );

// The register: a row an entry.

/** Row of the item in its table; 0 for none. Only a known id is looked for. */
export const itemRowFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "knownItem")})=0,0,IFERROR(MATCH(${cellOf(h, "knownItem")},${names.setting("ItemIds")},0),0))`,
  );

/** Name of the item that an entry stands for; empty while it is none of the list. */
export const itemTitleFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "itemRow")}=0,"",INDEX(${names.setting("ItemNames")},${cellOf(h, "itemRow")})&"")`);

/** Times × points of the item, below 0 for a deduction, without any limit; 0 while person, item or times are none. */
export function ownPointsFormula(names: InstanceNames, h: Headers): CellFormula {
  const of = (list: "ItemPoints" | "ItemSigns"): string =>
    `N(INDEX(${names.setting(list)},MAX(1,${cellOf(h, "itemRow")})))`;
  return cellFormula(
    `IF(AND(LEN(${cellOf(h, "known")})>0,${cellOf(h, "itemRow")}>0,ISNUMBER(${cellOf(h, "times")})),` +
      `MAX(0,N(${cellOf(h, "times")}))*${of("ItemPoints")}*${of("ItemSigns")},0)`,
  );
}
/** What the rows above have made of the same item for the same person. */
export const beforeFormula = ({ table, headers: h }: TableSource): CellFormula => {
  const down = (key: string): string => downToHere(table, h, key);
  return cellFormula(
    `SUMIFS(${down("own")},${down("known")},${cellOf(h, "known")},${down("knownItem")},${cellOf(h, "knownItem")})-${cellOf(h, "own")}`,
  );
};
/** What the entry counts: as much of its own points as the item's limit leaves. */
export function countedPointsFormula(names: InstanceNames, h: Headers): CellFormula {
  const [own, before] = [cellOf(h, "own"), cellOf(h, "before")];
  const most = `INDEX(${names.setting("ItemMost")},MAX(1,${cellOf(h, "itemRow")}))`;
  return cellFormula(`IF(${own}=0,0,IF(${own}>0,1,-1)*MAX(0,MIN(ABS(${own}),${most}-ABS(${before}))))`);
}

/**
 * First fault of an entry: unknown person or item, times that are no number, no ground, a date outside the period;
 * else OK.
 */
export function entryCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const typed = ["person", "item", "times", "what"].map((key) => `LEN(${at(key)})`).join("+");
  const sign = `INDEX(${names.setting("ItemSigns")},MAX(1,${at("itemRow")}))`;
  return cellFormula(
    firstWord(
      [
        [`${typed}=0`, '""'],
        [`OR(LEN(${at("known")})=0,${at("itemRow")}=0)`, names.word("unknown")],
        [`${sign}=0`, names.word("incomplete")],
        [`OR(NOT(ISNUMBER(${at("times")})),N(${at("times")})<0)`, names.word("notNumber")],
        [isBlank(at("what")), names.word("reasonMissing")],
        [
          `IF(ISNUMBER(${at("date")}),OR(${at("date")}<${names.setting("From")},${at("date")}>=${names.setting("To")}+1),1=1)`,
          names.word("outside"),
        ],
        [`AND(${names.setting("StageNo")}>=3,${isBlank(at("record"))})`, names.word("noEvidence")],
      ],
      names.word("ok"),
    ),
  );
}

// Results: a row a person.

/** The register as Results reads it, and this table's own person. */
export interface ItemPlaces {
  readonly register: TableSource;
  /** This row's cell with the person's id. */
  readonly id: string;
}
/** Sum of one side of a column of the register for this row's person, not below 0. */
function sideSum({ register: { table, headers }, id }: ItemPlaces, key: "own" | "points", side: "bonus" | "deduction") {
  const of = (column: string): string => columnOf(table, headers, column);
  const sum = `SUMIFS(${of(key)},${of("known")},${id},${of(key)},"${side === "bonus" ? ">0" : "<0"}")`;
  return side === "bonus" ? sum : `0-${sum}`;
}
const mostOf = (names: InstanceNames, side: "bonus" | "deduction"): string =>
  `MAX(0,N(${names.setting(side === "bonus" ? "MaxBonus" : "MaxDeduction")}))`;

/** Points of one side within its limit. */
export const sidePointsFormula = (names: InstanceNames, places: ItemPlaces, side: "bonus" | "deduction"): CellFormula =>
  cellFormula(`MIN(${mostOf(names, side)},${sideSum(places, "points", side)})`);

/** The word where a limit took something away: of an item, or of a side. */
export const limitFormula = (
  names: InstanceNames,
  places: ItemPlaces,
  own: { readonly bonus: string; readonly deduction: string },
): CellFormula =>
  cellFormula(
    `IF(OR(${sideSum(places, "own", "bonus")}>${own.bonus}+${HARDLY},${sideSum(places, "own", "deduction")}>${own.deduction}+${HARDLY}),${names.word("limitReached")},"")`,
  );

/** Total of the lines plus bonus less deductions, not below 0; empty while the lines have none. */
export const totalWithItemsFormula = (base: string, bonus: string, deduction: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${base}),ROUND(MAX(0,${base}+${bonus}-${deduction}),6),"")`);

/** Bonus less deductions a second way: whole columns multiplied, where Results sums by criteria. */
export function itemsAgainFormula(names: InstanceNames, { register: { table, headers }, id }: ItemPlaces): CellFormula {
  const of = (column: string): string => columnOf(table, headers, column);
  const sum = (sign: string): string =>
    `SUMPRODUCT(--(${of("known")}=${id}),--(${of("points")}${sign}0),${of("points")})`;
  return cellFormula(`MIN(${mostOf(names, "bonus")},${sum(">")})-MIN(${mostOf(names, "deduction")},0-${sum("<")})`);
}

/** "90.5 + 3 − 2": what the total of the picked person is made of, from three absolute cells; empty without a total. */
export const madeOfFormula = (base: string, bonus: string, deduction: string): CellFormula => {
  const shown = (cell: string): string => `ROUND(${cell},2)`;
  return cellFormula(
    `IF(ISNUMBER(${base}),${shown(base)}&" + "&${shown(`N(${bonus})`)}&" − "&${shown(`N(${deduction})`)},"")`,
  );
};
