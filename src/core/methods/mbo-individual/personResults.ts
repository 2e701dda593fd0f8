/** The Results sheet: a row per person made from the person's goals; band and rank as everywhere. */
import { changeColumn } from "../../blueprint/changeColumn";
import { bodyOf, columnMaker, registerSheet } from "../../blueprint/registerSheet";
import { headersOf, type TablePlacement } from "../../blueprint/tableSheet";
import { cellFormula } from "../../formulas/columns";
import {
  bandFormula,
  competitionRankFormula,
  denseRankFormula,
  firstFormula,
  orderFormula,
  personFormula,
  rankingTotalFormula,
  rankInGroupFormula,
  type ResultHeaders,
} from "../../formulas/resultFormulas";
import { BOLD, POINTS, SHARE, WHOLE, type MethodSheet } from "../../blueprint/methodSheet";
import type { MboContext } from "./context";
import { cellOf, columnOf, firstWord, type Headers } from "../../formulas/byKey";
import { personResultFormulas } from "./resultFormulas";

const KEYS = [
  ...["id", "name", "jobGroup", "department", "goals", "total", "band", "rank", "rankInGroup", "soFar", "low", "high"],
  ...["coverage", "applicable", "toFill", "evidenceGaps", "check", "weights", "points", "scored", "freed"],
  ...["rankingTotal", "plan", "first", "order", "manager"],
];

interface Source {
  readonly table: string;
  readonly headers: Headers;
}

/** A number of the person's row on the Sign-off sheet; 0 when the row is gone. */
const signedFormula = ({ table, headers }: Source, h: Headers, key: string) =>
  cellFormula(`SUMIFS(${columnOf(table, headers, key)},${columnOf(table, headers, "id")},${cellOf(h, "id")})`);

function resultColumns(context: MboContext, signOff: Source, review: Source, bands: Headers) {
  const { names, text, peopleHeaders } = context;
  const make = columnMaker(text, "mboResults");
  const h = make.heads(KEYS);
  const results = names.table("Results");
  const own = personResultFormulas(review, { ...h, gaps: h["evidenceGaps"] ?? "" });
  const ranks: ResultHeaders = {
    total: h["total"] ?? "",
    applicable: h["applicable"] ?? "",
    rankingTotal: h["rankingTotal"] ?? "",
    plan: h["plan"] ?? "",
    department: h["department"] ?? "",
    rank: h["rank"] ?? "",
    order: h["order"] ?? "",
  };
  const person = (key: string) =>
    personFormula(names.table("People"), peopleHeaders["id"] ?? "", peopleHeaders[key] ?? "", h["id"] ?? "");
  const isDense = context.ranks === "dense";
  const rank = isDense ? denseRankFormula(results, ranks, h["first"] ?? "") : competitionRankFormula(results, ranks);
  const evaluating = `${names.setting("StageNo")}>=3`;
  const check = firstWord(
    [
      [`${cellOf(h, "goals")}=0`, '""'],
      [`AND(${evaluating},${cellOf(h, "toFill")}>0)`, names.word("toFill")],
      [`AND(${evaluating},${cellOf(h, "evidenceGaps")}>0)`, names.word("noEvidence")],
    ],
    names.word("ok"),
  );
  const band = { table: names.table("Bands"), from: bands["from"] ?? "", band: bands["band"] ?? "" };
  return [
    make.label(
      "id",
      8,
      context.people.map(({ id }) => id),
    ),
    make.formula("name", 16, person("name")),
    make.formula("jobGroup", 16, person("jobGroup")),
    make.formula("department", 16, person("department")),
    make.formula("goals", 8, signedFormula(signOff, h, "goals"), WHOLE),
    make.formula("total", 10, own.total, { ...POINTS, ...BOLD }),
    make.formula("band", 15, bandFormula(band, ranks, null)),
    make.formula("rank", 8, rank, { ...WHOLE, ...BOLD }),
    make.formula("rankInGroup", 12, rankInGroupFormula(results, ranks), WHOLE),
    changeColumn(context),
    make.formula("soFar", 9, own.soFar, POINTS),
    make.formula("low", 9, own.low, POINTS),
    make.formula("high", 9, own.high, POINTS),
    make.formula("coverage", 13, own.coverage, SHARE),
    make.formula("applicable", 11, own.applicable, SHARE),
    make.formula("toFill", 8, own.toFill, WHOLE),
    make.formula("evidenceGaps", 11, own.gaps, WHOLE),
    make.formula("check", 17, cellFormula(check), BOLD),
    make.quiet("weights", 9, signedFormula(signOff, h, "weights")),
    make.quiet("points", 9, own.points),
    make.quiet("scored", 9, own.scored),
    make.quiet("freed", 9, own.freed),
    make.quiet("rankingTotal", 11, rankingTotalFormula(names, ranks)),
    make.quiet("plan", 8, cellFormula(`IF(${cellOf(h, "goals")}>0,1,0)`)),
    ...(isDense ? [make.quiet("first", 9, firstFormula(results, ranks))] : []),
    make.quiet("order", 8, orderFormula(results, ranks)),
    make.quiet("manager", 14, person("manager")),
  ];
}

/** A row a person: result of the goals, band, rank. */
export function personResultsSheet(
  context: MboContext,
  name: string,
  from: { readonly signOff: Source; readonly review: Source; readonly bands: Headers },
): MethodSheet {
  const { names, text } = context;
  const columns = resultColumns(context, from.signOff, from.review, from.bands);
  const table: TablePlacement = {
    name: names.table("Results"),
    at: { row: 3, column: 0 },
    rows: Math.max(1, context.people.length),
    columns,
  };
  const base = {
    names,
    name,
    title: text("results.title"),
    subtitle: text("results.subtitle"),
    table,
    tabColor: "headFill" as const,
    checks: [{ key: "check" }],
    frozen: 2,
    printTo: "weights",
    headHeight: 34,
  };
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: registerSheet({
      ...base,
      conditional: [{ kind: "dataBar", rect: bodyOf(base, "total"), min: 0, max: 120 }],
    }),
  };
}
