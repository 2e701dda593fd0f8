/**
 * Formulas of the page for one person of a method's workbook: the items in their order, what stands about each for the person who
 * is picked, and how the result comes about as short sums.
 */
import type { CellFormula } from "../blueprint/types";
import { cellOf, columnOf, isBlank, type Headers, type TableSource } from "./byKey";
import { cellFormula } from "./columns";
import type { InstanceNames } from "./names";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);
const rounded = (value: string): string => `ROUND(${value},2)`;

/** Nobody known is picked. Asked of the list itself: its workbook name is not found in LibreOffice where heads have two lines. */
export const isUnknown = (names: InstanceNames, people: TableSource, person = names.setting("PagePerson")): string =>
  `SUMPRODUCT(--(${of(people, "id")}=${person}))=0`;

/**
 * Something of the picked person's row of a table; empty where nothing stands, which is not 0. The id is compared first: it is
 * typed, and MATCH would take "*" for anybody.
 * @param person the cell in which the person is picked; that of the person's page unless given
 */
export const ofPickedFormula = (
  names: InstanceNames,
  people: TableSource,
  from: TableSource,
  key: string,
  kind: "text" | "number",
  person = names.setting("PagePerson"),
): CellFormula => {
  const found = `INDEX(${of(from, key)},MATCH(${person},${of(from, "id")},0))`;
  const shown = kind === "text" ? `${found}&""` : `IF(ISNUMBER(${found}),${found},"")`;
  return cellFormula(`IF(${isUnknown(names, people, person)},"",IFERROR(${shown},""))`);
};

/** Person and item as one text of our ids, by which the page finds a row: "P001/D2". */
export const lineKeyFormula = (h: Headers, item: string): CellFormula =>
  cellFormula(`${cellOf(h, "person")}&"/"&${cellOf(h, item)}`);

/**
 * Id of the item at this row's place in the table of items; empty for one without words, and while nobody known is picked:
 * the id is typed, and only one that stands in the list is looked for.
 */
export const itemAtFormula = (
  names: InstanceNames,
  h: Headers,
  people: TableSource,
  items: TableSource,
  keys: { readonly id: string; readonly words: string },
): CellFormula => {
  const at = (key: string): string => `INDEX(${of(items, key)},${cellOf(h, "no")})`;
  return cellFormula(
    `IF(${isUnknown(names, people)},"",` + `IFERROR(IF(${isBlank(at(keys.words))},"",${at(keys.id)}),""))`,
  );
};
/** The picked person and this row's item, as the rows of the lines are called. */
export const pickedKeyFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`${names.setting("PagePerson")}&"/"&${cellOf(h, "id")}`);
/** Row of the picked person's line for this item; 0 for none. */
export const pickedRowFormula = (h: Headers, lines: TableSource): CellFormula =>
  cellFormula(`IF(LEN(${cellOf(h, "id")})=0,0,IFERROR(MATCH(${cellOf(h, "key")},${of(lines, "key")},0),0))`);

/** Something of this row's item. */
export const ofItemFormula = (h: Headers, items: TableSource, key: string, kind: "text" | "number"): CellFormula => {
  const found = `INDEX(${of(items, key)},${cellOf(h, "no")})`;
  const shown = kind === "text" ? `${found}&""` : `IF(ISNUMBER(${found}),${found},"")`;
  return cellFormula(`IF(LEN(${cellOf(h, "id")})=0,"",${shown})`);
};
/** Something of the picked person's line for this row's item. */
export const ofLineFormula = (
  h: Headers,
  lines: TableSource,
  key: string,
  kind: "text" | "number" | "typed",
): CellFormula => {
  const found = `INDEX(${of(lines, key)},${cellOf(h, "row")})`;
  const shown = {
    text: `${found}&""`,
    number: `IF(ISNUMBER(${found}),${found},"")`,
    // A number stays one, and so does a word in its place.
    typed: `IF(LEN(${found})=0,"",${found})`,
  }[kind];
  return cellFormula(`IF(${cellOf(h, "row")}=0,"",${shown})`);
};

/** "30 × 4 = 120": two columns of the line and what they make; empty where the line does not count. */
export const productFormula = (
  h: Headers,
  lines: TableSource,
  [first, second, made]: readonly [first: string, second: string, made: string],
  counted: string,
): CellFormula => {
  const at = (key: string): string => `INDEX(${of(lines, key)},${cellOf(h, "row")})`;
  return cellFormula(
    `IF(${cellOf(h, "row")}=0,"",IF(${at(counted)}=0,"",` +
      `${rounded(at(first))}&" × "&${rounded(at(second))}&" = "&${rounded(at(made))}))`,
  );
};

/** The same, but empty before a stage. */
export const fromStageFormula = (names: InstanceNames, stage: number, formula: CellFormula): CellFormula =>
  cellFormula(`IF(${names.setting("StageNo")}<${String(stage)},"",${formula.slice(1)})`);

// Sums under the table, from absolute cells of the page.

/** "350 ÷ 100 = 3.5", or "78 ÷ 95 × 100 = 82.11"; empty without a result. */
export const quotientFormula = (sum: string, weight: string, result: string, times?: number): CellFormula => {
  const by = times === undefined ? "" : `&" × "&${String(times)}`;
  return cellFormula(
    `IF(ISNUMBER(${result}),${rounded(`N(${sum})`)}&" ÷ "&${rounded(`N(${weight})`)}${by}&" = "&${rounded(result)},"")`,
  );
};

/** "3.5 ≥ 3.4 → Good": the band in which a number stands; the lowest one has no bound to show. Source: domain rule C11. */
export const bandReachedFormula = (score: string, bands: TableSource): CellFormula => {
  const at = (key: string): string => `INDEX(${of(bands, key)},MATCH(${score},${of(bands, "from")},1))`;
  return cellFormula(
    `IF(ISNUMBER(${score}),IFERROR(${rounded(score)}&IF(${at("from")}>-1000," ≥ "&${at("from")},"")&" → "&${at("band")},""),"")`,
  );
};

/** "2 / 6": a place, and how many have a score; empty without one. */
export const placeAmongFormula = (rank: string, results: TableSource, score: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${rank}),${rank}&" / "&COUNT(${of(results, score)}),"")`);

/** "90.5 + 3 − 2 = 91.5"; empty without a result. */
export const withExtrasFormula = (base: string, bonus: string, deduction: string, result: string): CellFormula =>
  cellFormula(
    `IF(ISNUMBER(${result}),${rounded(base)}&" + "&${rounded(`N(${bonus})`)}&" − "&${rounded(`N(${deduction})`)}&" = "&${rounded(result)},"")`,
  );

/** "5 / 6": a number beside another one; empty without the first. */
export const besideFormula = (value: string, other: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${value}),${rounded(value)}&" / "&${other},"")`);
