/** The rows of a person on the page for one person: a row for each item of the method, or the person's first rows of a register. */
import { headerOf, type TableSource } from "../formulas/byKey";
import { itemExpressionFormula, type ItemExpression } from "../formulas/handoutFormulas";
import { lookedUpFormula, ownAtFormula, ownAtRowFormula, ownIdFormula } from "../formulas/ownRows";
import {
  fromStageFormula,
  itemAtFormula,
  ofItemFormula,
  ofLineFormula,
  pickedKeyFormula,
  pickedRowFormula,
  productFormula,
} from "../formulas/personPageFormulas";
import type { MethodContext } from "./methodWorkbook";
import { columnMaker } from "./registerSheet";
import type { ColumnPlan } from "./tableSheet";
import type { CellStyle } from "./types";

/** A column of the page; its head is that of the column it comes from. */
export interface PersonColumn {
  readonly key: string;
  /** The item itself, what stands in the person's line for it, or "30 × 4 = 120" of two columns of the line. */
  readonly from: "items" | "lines" | { readonly product: readonly [string, string]; readonly counted: string };
  /** "typed": a number, or a word in its place. */
  readonly kind: "text" | "number" | "typed";
  readonly width: number;
  readonly style?: CellStyle;
  /** Number of the stage from which on it is shown; absent: always. */
  readonly fromStage?: number;
}
/** The rows of a method in which a person has one for each item. */
export interface PersonLines {
  /** Table of the items, what their ids and words are called in it, and how many there are. */
  readonly items: {
    readonly source: TableSource;
    readonly id: string;
    readonly words: string;
    readonly count: number;
  };
  /** Table with a row a person and item; its column "key" is made by lineKeyFormula. */
  readonly lines: TableSource;
  readonly columns: readonly PersonColumn[];
  /** Height of the rows in points. */
  readonly rowHeight: number;
}
/** Something of another table, in the row of the record's own id or of the id that the register refers to. */
export interface LookedUp {
  readonly by: "id" | "ref";
  readonly in: TableSource;
  readonly kind: "text" | "number";
}
/** A column of a table under its head, or what is made of cells of the register's row under the head "col.methodPage.<key>". */
export interface RegisterColumn {
  readonly key: string;
  readonly from: "text" | "number" | ItemExpression | LookedUp;
  readonly width: number;
  readonly style?: CellStyle;
}
/** The rows of a method in which people have several each: the first ones in the order of the register, and how many there are. */
export interface PersonRegister {
  /** Its column OWN_KEY is made by ownKeyFormula. */
  readonly register: TableSource;
  /** Column with the known id of whose row it is. */
  readonly owner: string;
  /** Column with a known id of another table, in which columns are looked up by "ref". */
  readonly refersBy?: string;
  /** Rows of the page. */
  readonly count: number;
  readonly columns: readonly RegisterColumn[];
  /** Height of the rows in points. */
  readonly rowHeight: number;
}

/** The list of people. */
export const peopleList = ({ names, peopleHeaders }: MethodContext): TableSource => ({
  table: names.table("People"),
  headers: peopleHeaders,
});

type Make = ReturnType<typeof columnMaker>;
const QUIET: CellStyle = { font: { color: "muted" } };
/** Numbers the rows. */
const numbers = (make: Make, count: number): ColumnPlan<string> =>
  make.label(
    "no",
    5,
    Array.from({ length: count }, (_, i) => i + 1),
    { ...QUIET, horizontal: "Left" },
  );

function itemColumns(context: MethodContext, plan: PersonLines): readonly ColumnPlan<string>[] {
  const { names, text } = context;
  const { items, lines } = plan;
  const make = columnMaker(text, "methodPage");
  const h = make.heads(["no", "id", "key", "row"]);
  const shown = ({ key, from, kind, width, style = {}, fromStage }: PersonColumn): ColumnPlan<string> => {
    const source = from === "items" ? items.source : lines;
    const formula =
      from === "items"
        ? ofItemFormula(h, items.source, key, kind === "text" ? "text" : "number")
        : from === "lines"
          ? ofLineFormula(h, lines, key, kind)
          : productFormula(h, lines, [...from.product, key], from.counted);
    const later = fromStage === undefined ? formula : fromStageFormula(names, fromStage, formula);
    return { ...make.formula(key, width, later, style), header: headerOf(source.headers, key) };
  };
  return [
    numbers(make, items.count),
    ...plan.columns.map(shown),
    make.quiet("id", 8, itemAtFormula(names, h, peopleList(context), items.source, items)),
    make.quiet("key", 10, pickedKeyFormula(names, h)),
    make.quiet("row", 8, pickedRowFormula(h, lines)),
  ];
}

function registerColumns(context: MethodContext, plan: PersonRegister): readonly ColumnPlan<string>[] {
  const { names, text } = context;
  const { register, columns, refersBy } = plan;
  const make = columnMaker(text, "methodPage");
  const h = make.heads(["no", "id", "key", "row", "ref"]);
  const shown = ({ key, from, width, style = {} }: RegisterColumn): ColumnPlan<string> => {
    if (typeof from === "function") return make.formula(key, width, itemExpressionFormula(h, register, from), style);
    const isLookedUp = typeof from === "object";
    const formula = isLookedUp
      ? lookedUpFormula(h, from.by, from.in, key, from.kind)
      : ofLineFormula(h, register, key, from);
    return {
      ...make.formula(key, width, formula, style),
      header: headerOf(isLookedUp ? from.in.headers : register.headers, key),
    };
  };
  return [
    numbers(make, plan.count),
    ...columns.map(shown),
    make.quiet("id", 8, ownIdFormula(h, register)),
    make.quiet("key", 10, ownAtFormula(names, h, peopleList(context))),
    make.quiet("row", 8, ownAtRowFormula(h, register)),
    ...(refersBy === undefined ? [] : [make.quiet("ref", 8, ofLineFormula(h, register, refersBy, "text"))]),
  ];
}

/** The table of a person's rows: its columns, the first `printed` of which are seen, and how many rows it has. */
export interface PageRows {
  readonly columns: readonly ColumnPlan<string>[];
  readonly printed: number;
  readonly count: number;
  readonly rowHeight: number;
}
/** The table of a person's rows, whichever kind a method has. */
export const pageRows = (context: MethodContext, plan: PersonLines | PersonRegister): PageRows => ({
  columns: "lines" in plan ? itemColumns(context, plan) : registerColumns(context, plan),
  printed: plan.columns.length + 1,
  count: "lines" in plan ? plan.items.count : plan.count,
  rowHeight: plan.rowHeight,
});
