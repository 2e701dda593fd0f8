/** Results: a row per person gathered from the entry tables, band and rank; and the Ranking list, sorted by formulas. */
import type { ColumnKey } from "../model/columns";
import {
  bandFormula,
  changeFormula,
  competitionRankFormula,
  denseRankFormula,
  firstFormula,
  gatherFormula,
  listedFormula,
  orderFormula,
  personFormula,
  planNumberOfFormula,
  rankInGroupFormula,
  rankingTotalFormula,
  type ResultHeaders,
} from "../formulas/resultFormulas";
import { limitFormula, sidePointsFormula, totalWithItemsFormula, type ItemPlaces } from "../formulas/itemFormulas";
import { notOkRule } from "../formulas/planFormulas";
import type { TableSource } from "../formulas/byKey";
import { here } from "../formulas/columns";
import { cellAddress, type Rect } from "../model/a1";
import type { BuildContext } from "./context";
import { CEILING_FORMAT } from "./gateSheet";
import {
  formulaColumn,
  heading,
  headersOf,
  inputColumn,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "./tableSheet";
import type { CellFormula, CellStyle, SheetBlueprint } from "./types";

const AT = { row: 3, column: 0 };
const POINTS: CellStyle = { numberFormat: "0.00" };
const SHARE: CellStyle = { numberFormat: "0%" };
const WHOLE: CellStyle = { numberFormat: "0" };
const QUIET: CellStyle = { font: { color: "muted" } };

/** Columns of Results that are looked up in the entry tables: results key → entry key. */
const GATHERED: Readonly<Record<string, string>> = {
  total: "total",
  soFar: "soFar",
  low: "low",
  high: "high",
  coverage: "coverage",
  applicable: "applicable",
  evidenceGaps: "gaps",
  check: "check",
};

export interface GatherSource {
  /** Entry table names in the order of the plans. */
  readonly entries: readonly string[];
  /** Headers of the entry tables by key; the same in all of them. */
  readonly entryHeaders: Readonly<Record<string, string>>;
  readonly ownId: string;
  readonly hasItems: boolean;
}

/** Gathered as well where the workbook has gates. */
const GATHERED_GATES: Readonly<Record<string, string>> = { gate: "gate", ceiling: "ceiling" };

/** With bonus and deduction items the total of the lines is what comes before them. */
const gathered = ({ total = "", ...rest }: Readonly<Record<string, string>>, hasItems: boolean) =>
  hasItems ? { base: total, ...rest } : { total, ...rest };

/** The formulas that name the entry tables: all that changes in Results when a plan is added. */
export function gatherFormulas(source: GatherSource): Readonly<Record<string, CellFormula>> {
  const id = source.entryHeaders["id"] ?? "";
  const own = gathered(GATHERED, source.hasItems);
  const keys: Readonly<Record<string, string>> =
    source.entryHeaders["gate"] === undefined ? own : { ...own, ...GATHERED_GATES };
  const formulas = Object.entries(keys).map(
    ([key, entryKey]) =>
      [key, gatherFormula(source.entries, id, source.entryHeaders[entryKey] ?? "", source.ownId)] as const,
  );
  return { ...Object.fromEntries(formulas), plan: planNumberOfFormula(source.entries, id, source.ownId) };
}

export interface ResultsParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly headers: Readonly<Record<string, string>>;
}

const TOTAL: CellStyle = { ...POINTS, font: { bold: true } };

/** The total with bonus and deductions, and what it is made of. */
function itemColumns(
  { names, text }: BuildContext,
  places: ItemPlaces,
  base: ColumnPlan,
): { readonly total: ColumnPlan; readonly parts: readonly ColumnPlan[] } {
  const head = (key: string): string => text(`col.results.${key}`);
  const [bonus, deduction] = [here(head("bonus")), here(head("deduction"))];
  return {
    total: formulaColumn("total", head("total"), 10, totalWithItemsFormula(here(base.header), bonus, deduction), TOTAL),
    parts: [
      base,
      formulaColumn("bonus", head("bonus"), 9, sidePointsFormula(names, places, "bonus"), POINTS),
      formulaColumn("deduction", head("deduction"), 10, sidePointsFormula(names, places, "deduction"), POINTS),
      formulaColumn("limit", head("limit"), 14, limitFormula(names, places, { bonus, deduction })),
    ],
  };
}

/** The Results sheet: a row a person from the entry tables given, with band, total for ranking and ranks. */
export function resultsSheet(
  context: BuildContext,
  name: string,
  source: {
    readonly entries: readonly string[];
    readonly entryHeaders: Readonly<Record<string, string>>;
    readonly peopleHeaders: Readonly<Record<string, string>>;
    readonly bandHeaders: Readonly<Record<string, string>>;
    /** The register of bonus and deductions; null where the workbook has none. */
    readonly extras: TableSource | null;
  },
): ResultsParts {
  const { names, text, people, hasGates } = context;
  const isMarks = context.template.scale === "points";
  const head = (key: string): string => text(`col.results.${key}`);
  const results = names.table("Results");
  const bands = {
    table: names.table("Bands"),
    from: source.bandHeaders["from"] ?? "",
    band: source.bandHeaders["band"] ?? "",
  };
  const { extras } = source;
  const gather = gatherFormulas({
    entries: source.entries,
    entryHeaders: source.entryHeaders,
    ownId: head("id"),
    hasItems: extras !== null,
  });
  const h: ResultHeaders = {
    total: head("total"),
    applicable: head("applicable"),
    coverage: head("coverage"),
    rankingTotal: head("rankingTotal"),
    plan: head("plan"),
    department: head("department"),
    rank: head("rank"),
    order: head("order"),
  };
  const own = (wanted: string): CellFormula =>
    personFormula(
      names.table("People"),
      source.peopleHeaders["id"] ?? "",
      source.peopleHeaders[wanted] ?? "",
      head("id"),
    );
  const from = (key: ColumnKey, width: number, style: CellStyle = {}): ColumnPlan =>
    formulaColumn(key, head(key), width, gather[key] ?? own(key), style);
  const dense = context.ranks === "dense";
  const items =
    extras === null ? null : itemColumns(context, { register: extras, id: here(head("id")) }, from("base", 10, POINTS));
  const columns: readonly ColumnPlan[] = [
    labelColumn(
      "id",
      head("id"),
      8,
      people.map((person) => person.id),
    ),
    formulaColumn("name", head("name"), 18, own("name")),
    formulaColumn("jobGroup", head("jobGroup"), 18, own("jobGroup")),
    formulaColumn("department", head("department"), 14, own("department")),
    items === null ? from("total", 10, TOTAL) : items.total,
    formulaColumn("band", head("band"), 15, bandFormula(bands, h, hasGates ? head("ceiling") : null)),
    formulaColumn(
      "rank",
      head("rank"),
      8,
      dense ? denseRankFormula(results, h, head("first")) : competitionRankFormula(results, h),
      { ...WHOLE, font: { bold: true } },
    ),
    formulaColumn("rankInGroup", head("rankInGroup"), 12, rankInGroupFormula(results, h), WHOLE),
    ...(hasGates
      ? [from("gate", 22), formulaColumn("bandWithout", head("bandWithout"), 15, bandFormula(bands, h, null))]
      : []),
    ...(items?.parts ?? []),
    from("soFar", 9, POINTS),
    from("low", 9, POINTS),
    formulaColumn("high", isMarks ? text("entry.highMarks") : head("high"), 9, gather["high"] ?? own("high"), POINTS),
    from("coverage", 10, SHARE),
    from("applicable", 11, SHARE),
    inputColumn(
      "previous",
      head("previous"),
      10,
      people.map(() => ""),
      POINTS,
    ),
    formulaColumn("change", head("change"), 9, changeFormula(head("total"), head("previous")), {
      numberFormat: "+0.00;-0.00;0.00",
    }),
    from("evidenceGaps", 10, WHOLE),
    from("check", 17, { font: { bold: true } }),
    formulaColumn("rankingTotal", head("rankingTotal"), 11, rankingTotalFormula(names, h), { ...QUIET, ...POINTS }),
    ...(hasGates ? [from("ceiling", 10, { ...QUIET, numberFormat: CEILING_FORMAT, horizontal: "Right" })] : []),
    from("plan", 8, { ...QUIET, ...WHOLE }),
    ...(dense ? [formulaColumn("first", head("first"), 9, firstFormula(results, h), { ...QUIET, ...WHOLE })] : []),
    formulaColumn("order", head("order"), 8, orderFormula(results, h), { ...QUIET, ...WHOLE }),
    formulaColumn("manager", head("manager"), 14, own("manager"), QUIET),
  ];
  const table: TablePlacement = { name: results, at: AT, rows: Math.max(1, people.length), columns };
  const placed = placeTable(table);
  const heads = heading(text("results.title"), text(extras === null ? "results.subtitle" : "results.subtitleItems"));
  const check = columns.findIndex((column) => column.key === "check");
  const total = columns.findIndex((column) => column.key === "total");
  const body = AT.row + 1;
  return {
    table,
    headers: headersOf(columns),
    sheet: {
      name,
      target: "create",
      tabColor: "headFill",
      blocks: heads.blocks,
      tables: [placed.table],
      styles: [...heads.styles, ...placed.styles],
      columnWidths: widthsOf(table),
      rowHeights: [{ row: AT.row, height: 34 }],
      conditional: [
        {
          kind: "formula",
          rect: { row: body, column: check, rows: table.rows, columns: 1 },
          formula: notOkRule(names, `$${cellAddress(body, check)}`),
          style: { fill: "errorFill", bold: true },
        },
        {
          kind: "dataBar",
          rect: { row: body, column: total, rows: table.rows, columns: 1 },
          min: 0,
          max: isMarks ? 100 : 120,
        },
      ],
      validation: [],
      freeze: { rows: body, columns: 2 },
      showGridlines: false,
      page: {
        orientation: "Landscape",
        fitToWidth: true,
        printTitleRows: { first: AT.row, last: AT.row },
        // What is calculated for the ranks stays on the screen.
        printArea: { row: 0, column: 0, rows: body + table.rows, columns: check + 1 },
      },
    },
  };
}

/** The Ranking list: Results in the order of the ranks, by formulas alone. */
export function rankingSheet(
  context: BuildContext,
  name: string,
  resultHeaders: Readonly<Record<string, string>>,
): ResultsParts {
  const { names, text, people } = context;
  const head = (key: string): string => text(`col.ranking.${key}`);
  const results = names.table("Results");
  const listed = (key: ColumnKey, width: number, style: CellStyle = {}): ColumnPlan =>
    formulaColumn(
      key,
      head(key),
      width,
      listedFormula(results, resultHeaders["order"] ?? "", resultHeaders[key] ?? "", head("place")),
      style,
    );
  const columns = [
    labelColumn(
      "place",
      head("place"),
      7,
      people.map((_, i) => i + 1),
      { ...QUIET, ...WHOLE },
    ),
    listed("rank", 8, { ...WHOLE, font: { bold: true } }),
    listed("name", 22),
    listed("jobGroup", 20),
    listed("department", 16),
    listed("total", 10, POINTS),
    listed("band", 16),
  ];
  const table: TablePlacement = { name: names.table("Ranking"), at: AT, rows: Math.max(1, people.length), columns };
  const placed = placeTable(table);
  const body = (key: string): Rect => ({
    row: AT.row + 1,
    column: columns.findIndex((column) => column.key === key),
    rows: table.rows,
    columns: 1,
  });
  const heads = heading(text("ranking.title"), text("ranking.subtitle"));
  return {
    table,
    headers: headersOf(columns),
    sheet: {
      name,
      target: "create",
      blocks: heads.blocks,
      tables: [placed.table],
      styles: [...heads.styles, ...placed.styles],
      columnWidths: widthsOf(table),
      conditional: [],
      validation: [],
      charts: [
        {
          kind: "column",
          title: text("ranking.chart"),
          categories: body("name"),
          values: body("total"),
          seriesName: head("total"),
          // Apart by more than a column: where a client's letters are wider than Excel's, columns are too, and charts are not.
          at: { row: AT.row, column: columns.length + 3, rows: 20, columns: 8 },
        },
      ],
      freeze: { rows: AT.row + 1, columns: 0 },
      showGridlines: false,
      page: { orientation: "Landscape", fitToWidth: true, printTitleRows: { first: AT.row, last: AT.row } },
    },
  };
}
