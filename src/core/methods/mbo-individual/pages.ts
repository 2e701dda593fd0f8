/** Two pages for one person, to print and to sign: the agreement before the period, the review after it. Somebody is picked by id. */
import { FACTS, FACTS_ROW, facts, signatures, type Fact } from "../../blueprint/personPages";
import { columnMaker } from "../../blueprint/registerSheet";
import { trendTable } from "../../blueprint/trendTable";
import {
  heading,
  headersOf,
  INPUT_STYLE,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "../../blueprint/tableSheet";
import type { CellContent, CellFormula, CellStyle } from "../../blueprint/types";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { bandRowFormula, emptyRule, pickedFormula, type PageName } from "../../formulas/pageFormulas";
import { cellAddress, quoteSheetName } from "../../model/a1";
import { BOLD, DATE, NUMBER, POINTS, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import type { MboContext } from "./context";
import { cellOf, columnOf, type Headers } from "../../formulas/byKey";

/** A person's page has room for so many goals. */
const GOALS = 8;
const TABLE_ROW = 10;
const BANDS = 5;
const TREND_TITLE: CellStyle = { font: { bold: true, color: "muted" } };

export interface PageTables {
  readonly goals: { readonly table: string; readonly headers: Headers };
  readonly review: { readonly table: string; readonly headers: Headers };
  readonly results: { readonly table: string; readonly headers: Headers };
  readonly bands: Headers;
}

/** Row of the picked person's goal of this number; 0 for none. The key in the row is made of our own ids. */
const goalOnPage = (names: MboContext["names"], page: PageName, goals: PageTables["goals"], h: Headers): CellFormula =>
  cellFormula(
    `IF(SUMPRODUCT(--(${names.setting("PeopleIds")}=${names.setting(page)}))=0,0,` +
      `IFERROR(MATCH(${cellOf(h, "key")},${columnOf(goals.table, goals.headers, "key")},0),0))`,
  );

function pageColumns(context: MboContext, page: PageName, from: PageTables): ColumnPlan<string>[] {
  const { names, text } = context;
  const make = columnMaker(text, "mboPage");
  const h = make.heads(["no", "row", "reviewRow", "key", "id"]);
  const look = (source: PageTables["goals"], key: string, row: string): string =>
    `INDEX(${columnOf(source.table, source.headers, key)},${cellOf(h, row)})`;
  const shown = (source: PageTables["goals"], key: string, row: string, kind: "text" | "number"): CellFormula => {
    const found = look(source, key, row);
    return cellFormula(
      `IF(${cellOf(h, row)}=0,"",${kind === "text" ? `${found}&""` : `IF(ISNUMBER(${found}),${found},"")`})`,
    );
  };
  const goal = (key: string, width: number, kind: "text" | "number", style: CellStyle = {}) =>
    make.formula(key, width, shown(from.goals, key, "row", kind), style);
  const review = (key: string, width: number, kind: "text" | "number", style: CellStyle = {}) =>
    make.formula(key, width, shown(from.review, key, "reviewRow", kind), style);
  const own =
    page === "PlanPerson"
      ? [
          goal("threshold", 10, "number", NUMBER),
          goal("aim", 10, "number", { ...NUMBER, ...BOLD }),
          goal("stretch", 10, "number", NUMBER),
          goal("weight", 9, "number", { ...NUMBER, ...BOLD }),
          goal("due", 12, "number", DATE),
          goal("support", 24, "text", WRAP),
        ]
      : [
          goal("aim", 9, "number", NUMBER),
          review("own", 9, "number", NUMBER),
          review("manager", 9, "number", NUMBER),
          review("agreed", 9, "number", { ...NUMBER, ...BOLD }),
          goal("weight", 9, "number", NUMBER),
          review("attainment", 11, "number", { numberFormat: "0.0%" }),
          review("points", 9, "number", { ...POINTS, ...BOLD }),
        ];
  return [
    make.label(
      "no",
      4,
      Array.from({ length: GOALS }, (_, i) => i + 1),
      { font: { color: "muted" }, horizontal: "Left" },
    ),
    goal("goal", 30, "text", WRAP),
    goal("measure", 24, "text", WRAP),
    goal("unit", 12, "text", WRAP),
    ...own,
    make.quiet("key", 10, cellFormula(`${names.setting(page)}&"/"&${cellOf(h, "no")}`)),
    make.quiet("row", 7, goalOnPage(names, page, from.goals, h)),
    make.quiet("id", 7, shown(from.goals, "id", "row", "text")),
    make.quiet(
      "reviewRow",
      7,
      cellFormula(
        `IF(${cellOf(h, "row")}=0,0,IFERROR(MATCH(${cellOf(h, "id")},${columnOf(from.review.table, from.review.headers, "id")},0),0))`,
      ),
    ),
  ];
}

/** Facts beside the picked person: left who it is, right when or with what result. */
function pageFacts(context: MboContext, page: PageName, from: PageTables): readonly [readonly Fact[], readonly Fact[]] {
  const { names, text, people, peopleHeaders } = context;
  const label = (key: string): string => text(`page.${key}`);
  const person = (key: string): CellContent => ({
    formula: pickedFormula(
      names,
      page,
      { table: names.table("People"), id: peopleHeaders["id"] ?? "", wanted: peopleHeaders[key] ?? "" },
      "text",
    ),
  });
  const result = (key: string, kind: "text" | "number"): CellContent => ({
    formula: pickedFormula(
      names,
      page,
      { table: from.results.table, id: from.results.headers["id"] ?? "", wanted: from.results.headers[key] ?? "" },
      kind,
    ),
  });
  const setting = (key: "From" | "To"): CellContent => ({ formula: cellFormula(names.setting(key)) });
  const left: readonly Fact[] = [
    [label("person"), people[0]?.id ?? ""],
    [label("name"), person("name"), BOLD],
    [label("post"), person("post")],
    [label("department"), person("department")],
    [label("manager"), person("manager")],
  ];
  const period: readonly Fact[] = [
    [label("from"), setting("From"), DATE],
    [label("to"), setting("To"), DATE],
  ];
  if (page === "PlanPerson") return [left, period];
  return [
    left,
    [
      [label("total"), result("total", "number"), { ...POINTS, font: { bold: true, size: 14 } }],
      [label("band"), result("band", "text"), BOLD],
      [label("soFar"), result("soFar", "number"), POINTS],
      [label("coverage"), result("coverage", "number"), { numberFormat: "0%" }],
      ...period,
    ],
  ];
}

/** What stands under the goals: how it counts or how to read it, the bands, and lines to sign on. */
function underGoals(context: MboContext, page: PageName, from: PageTables, row: number, columns: readonly number[]) {
  const { names, text } = context;
  const isPlan = page === "PlanPerson";
  const texts = Array.from({ length: isPlan ? 5 : 3 }, (_, i): CellContent[] => [
    text(`${isPlan ? "mboAgreement" : "mboReview"}.${String(i + 1)}`, { na: context.word("na") }),
  ]);
  const signs = signatures([text("sign.employee"), text("sign.manager"), text("sign.date")], row + 10, columns);
  const bands = Array.from({ length: BANDS }, (_, i): CellContent[] => [
    { formula: bandRowFormula(names.table("Bands"), from.bands["band"] ?? "", BANDS - i) },
    i === BANDS - 1 ? "" : { formula: bandRowFormula(names.table("Bands"), from.bands["from"] ?? "", BANDS - i) },
  ]);
  const bandRow = row + texts.length;
  return {
    rows: 13,
    blocks: [
      { at: { row, column: 0 }, cells: texts },
      ...(isPlan
        ? [
            { at: { row: bandRow, column: 0 }, cells: [[text("planPage.bands")]] },
            { at: { row: bandRow, column: 2 }, cells: bands },
          ]
        : []),
      ...signs.blocks,
    ],
    styles: [
      { rect: { row, column: 0, rows: texts.length, columns: 1 }, style: { font: { color: "muted" as const } } },
      { rect: { row: bandRow, column: 3, rows: BANDS, columns: 1 }, style: { horizontal: "Left" as const } },
      ...signs.styles,
    ],
  };
}

/** The agreement ("PlanPerson") or the review ("PagePerson") of one person. */
export function mboPage(
  context: MboContext,
  page: PageName,
  name: string,
  from: PageTables,
): MethodSheet & { readonly trend: TablePlacement | null } {
  const { names, text } = context;
  const columns = pageColumns(context, page, from);
  const table: TablePlacement = {
    name: names.table(page === "PlanPerson" ? "PlanPage" : "PersonPage"),
    at: { row: TABLE_ROW, column: 0 },
    rows: GOALS,
    columns,
  };
  const printed = columns.length - 4;
  const placed = placeTable(table);
  const key = page === "PlanPerson" ? "mboAgreement" : "mboReview";
  const head = heading(text(`${key}.title`), text("page.subtitle"));
  const about = facts(...pageFacts(context, page, from));
  const below = TABLE_ROW + GOALS + 2;
  const trend = page === "PlanPerson" ? null : trendTable(context, below + 1, ["no", "from", "band", "total", "rank"]);
  const earlier = trend === null ? null : placeTable(trend);
  const underRow = below + (trend === null ? 0 : trend.rows + 3);
  const under = underGoals(context, page, from, underRow, [0, 3, printed - 2]);
  const pick = { row: FACTS_ROW, column: FACTS.leftValue, rows: 1, columns: 1 };
  return {
    table,
    trend,
    headers: headersOf(columns),
    names: [
      {
        name: names.setting(page),
        refersTo: cellFormula(`${quoteSheetName(name)}!${cellAddress(FACTS_ROW, FACTS.leftValue, true)}`),
      },
    ],
    sheet: {
      name,
      target: "create",
      blocks: [
        ...head.blocks,
        ...about.blocks,
        ...(trend === null ? [] : [{ at: { row: below, column: 0 }, cells: [[text("trend.title")]] }]),
        ...under.blocks,
      ],
      tables: [placed, earlier].flatMap((each) => each?.table ?? []),
      styles: [
        ...head.styles,
        ...about.styles,
        { rect: pick, style: { ...INPUT_STYLE, border: "box", font: { bold: true } } },
        ...placed.styles,
        ...(earlier === null
          ? []
          : [{ rect: { row: below, column: 0, rows: 1, columns: 1 }, style: TREND_TITLE }, ...earlier.styles]),
        ...under.styles,
      ],
      columnWidths: widthsOf(table),
      rowHeights: [
        { row: TABLE_ROW, height: 32 },
        ...Array.from({ length: GOALS }, (_, i) => ({ row: TABLE_ROW + 1 + i, height: 30 })),
      ],
      conditional: [
        {
          kind: "formula",
          rect: { row: TABLE_ROW + 1, column: 0, rows: GOALS, columns: 1 },
          formula: emptyRule(`$${cellAddress(TABLE_ROW + 1, 1)}`),
          style: { numberFormat: ";;;" },
        },
      ],
      validation: [
        {
          rect: pick,
          rule: { kind: "list", source: ruleFormula(names.setting("PeopleIds")) },
          alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      showGridlines: false,
      page: {
        // With earlier periods the review is longer than wide.
        orientation: page === "PlanPerson" ? "Landscape" : "Portrait",
        fitToWidth: true,
        printArea: { row: 0, column: 0, rows: underRow + under.rows, columns: printed },
      },
    },
  };
}
