/** The Ranking list of a method: its results in the order of their ranks, by formulas alone, to print. */
import type { RankedTable } from "../assessMethod";
import { headerOf } from "../formulas/byKey";
import {
  listedAtFormula,
  listedRowFormula,
  placeInListFormula,
  rankAtFormula,
  sharedRankFormula,
} from "../formulas/rankingFormulas";
import { personFormula } from "../formulas/resultFormulas";
import type { Rect } from "../model/a1";
import type { MethodContext, MethodPart } from "./methodWorkbook";
import {
  formulaColumn,
  heading,
  headersOf,
  labelColumn,
  placeTable,
  widthsOf,
  type TablePlacement,
} from "./tableSheet";
import type { CellStyle } from "./types";

/** What the list shows beside rank, name and department. */
export interface RankingList {
  /** Column of the results that stands before the total: what a board has changed is never shown alone. */
  readonly beside?: string;
  /** Not where the band is only advice. */
  readonly withoutBand?: true;
}

const AT = { row: 3, column: 0 };
const QUIET: CellStyle = { font: { color: "muted" } };
const WHOLE: CellStyle = { numberFormat: "0" };
const BOLD: CellStyle = { font: { bold: true } };

type Own = MethodContext & { readonly ranked: RankedTable; readonly list: RankingList };

function columnsOf(context: Own, results: TablePlacement, numberFormat: string) {
  const { names, text, people, peopleHeaders, ranked, list } = context;
  const head = (key: string): string => text(`col.ranking.${key}`);
  const source = { table: results.name, headers: headersOf(results.columns) };
  const headed = (key: string): string => headerOf(source.headers, key);
  const helper = (key: string): string => text(`col.methodRanking.${key}`);
  const h = {
    ...{ place: head("place"), rank: headed(ranked.rank), id: headed("id") },
    ...Object.fromEntries(["rankAt", "order", "row", "shared"].map((key) => [key, helper(key)])),
  };
  const own = { table: names.table("Ranking"), headers: h };
  const listed = (key: string, from: string, width: number, kind: "text" | "number", style: CellStyle = {}) =>
    formulaColumn<string>(key, headed(from), width, listedAtFormula(h, source, from, kind), style);
  const quiet = (key: string, formula: ReturnType<typeof placeInListFormula>) =>
    formulaColumn<string>(key, helper(key), 9, formula, { ...QUIET, ...WHOLE });
  const points = { numberFormat };
  return [
    labelColumn<string>(
      "place",
      h.place,
      7,
      people.map((_, i) => i + 1),
      { ...QUIET, ...WHOLE },
    ),
    listed("rank", ranked.rank, 8, "number", { ...WHOLE, ...BOLD }),
    formulaColumn<string>("shared", helper("shared"), 11, sharedRankFormula(own, "rank"), WHOLE),
    listed("id", "id", 8, "text"),
    listed("name", "name", 22, "text"),
    formulaColumn<string>(
      "department",
      head("department"),
      18,
      personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders["department"] ?? "", h.id),
    ),
    ...(list.beside === undefined ? [] : [listed("beside", list.beside, 12, "number", points)]),
    ...(ranked.total === null ? [] : [listed("total", ranked.total, 12, "number", { ...points, ...BOLD })]),
    ...(ranked.band === null || list.withoutBand === true ? [] : [listed("band", ranked.band, 20, "text")]),
    quiet("rankAt", rankAtFormula(h, source, ranked.rank)),
    quiet("order", placeInListFormula(own)),
    quiet("row", listedRowFormula(own)),
  ];
}

/**
 * The Ranking list as a sheet; its table is stored as "Ranking".
 * @param results the table in which the method shows who comes first
 */
export function methodRanking(
  context: MethodContext,
  results: TablePlacement,
  ranked: RankedTable,
  list: RankingList,
  numberFormat: string,
): MethodPart {
  const { names, text, people, sheetName } = context;
  const columns = columnsOf({ ...context, ranked, list }, results, numberFormat);
  const rows = Math.max(1, people.length);
  const table: TablePlacement = { name: names.table("Ranking"), at: AT, rows, columns };
  const placed = placeTable(table);
  const place = (key: string): number => columns.findIndex((column) => column.key === key);
  const body = (key: string): Rect => ({ row: AT.row + 1, column: place(key), rows, columns: 1 });
  const heads = heading(text("ranking.title"), text("methodRanking.subtitle"));
  const total = columns.find(({ key }) => key === "total");
  return {
    tables: { Ranking: table },
    names: [],
    sheet: {
      name: sheetName("ranking"),
      target: "create",
      tabColor: "headFill",
      blocks: heads.blocks,
      tables: [placed.table],
      styles: [...heads.styles, ...placed.styles],
      columnWidths: widthsOf(table),
      rowHeights: [{ row: AT.row, height: 32 }],
      conditional: [],
      validation: [],
      ...(total === undefined
        ? {}
        : {
            charts: [
              {
                kind: "column",
                title: total.header,
                categories: body("name"),
                values: body("total"),
                seriesName: total.header,
                at: { row: AT.row, column: columns.length + 1, rows: 20, columns: 8 },
              },
            ],
          }),
      freeze: { rows: AT.row + 1, columns: 0 },
      hiddenColumns: ["rankAt", "order", "row"].map(place),
      showGridlines: false,
      page: {
        orientation: "Portrait",
        fitToWidth: true,
        printTitleRows: { first: AT.row, last: AT.row },
        printArea: { row: 0, column: 0, rows: AT.row + 1 + rows, columns: place("rankAt") },
      },
    },
  };
}
