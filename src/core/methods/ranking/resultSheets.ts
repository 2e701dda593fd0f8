/** Ranks of all methods side by side, and the forced distribution as advice. */
import { BOLD, methodTable, nameFormula, stopAlert, TEXT, WHOLE, type MethodTable } from "../../blueprint/methodTable";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import type { TableSource } from "../../formulas/byKey";
import {
  adviceFormula,
  alternationRankFormula,
  bandNumberFormula,
  basisFormula,
  endFormula,
  exactFormula,
  foundRankFormula,
  heldFormula,
  lowestFirstFormula,
  remainderFormula,
  seatsFormula,
  shareCheckFormula,
  wholeSeatsFormula,
} from "./formulas";
import { SHARES } from "./sample";

const TWO = { numberFormat: "0.00" };
const SHARE_KEYS = [
  "id",
  "band",
  "share",
  "exact",
  "seats",
  "heldUp",
  "heldDown",
  "check",
  "no",
  "base",
  "rest",
  "end",
];
/** Named before it is made: shares and results look at each other. */
const sharesSource = ({ names, text }: MethodContext): TableSource => ({
  table: names.own.table("Shares"),
  headers: columnMaker(text, "shares").heads(SHARE_KEYS),
});

const RESULT_KEYS = ["id", "name", "judged", "alternated", "paired", "basis", "rank", "advice", "up", "down"];

/** Ranks of all methods side by side. */
export function resultsSheet(
  context: MethodContext,
  sources: { readonly orders: TableSource; readonly picks: TableSource; readonly whole: TableSource },
): MethodTable {
  const { names, text, people } = context;
  const make = columnMaker(text, "rankResults");
  const h = make.heads(RESULT_KEYS);
  const own = { table: names.own.table("RankResults"), headers: h };
  const shares = sharesSource(context);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    make.formula("judged", 14, foundRankFormula(h, sources.orders, "rank"), WHOLE),
    make.formula("alternated", 14, alternationRankFormula(h, sources.picks), WHOLE),
    make.formula("paired", 14, foundRankFormula(h, sources.whole, "rank"), WHOLE),
    make.formula("basis", 12, basisFormula(h), TWO),
    make.formula("rank", 10, lowestFirstFormula(own.table, h, "basis"), { ...WHOLE, ...BOLD }),
    make.formula("advice", 26, adviceFormula(h, shares), BOLD),
    make.quiet("up", 8, bandNumberFormula(names, own, shares, "up")),
    make.quiet("down", 8, bandNumberFormula(names, own, shares, "down")),
  ];
  const rows = Math.max(1, people.length);
  return methodTable(context, "RankResults", "rankResults", columns, rows, {
    tabColor: "headFill",
    groups: [
      { from: "judged", to: "paired", label: text("rankResults.ranks") },
      { from: "basis", to: "rank", label: text("rankResults.together") },
    ],
    frozen: 2,
    printTo: "up",
  });
}

/** The forced distribution as advice. */
export function sharesSheet(context: MethodContext, results: TableSource): MethodTable {
  const { names, text } = context;
  const make = columnMaker(text, "shares");
  const own = sharesSource(context);
  const { headers: h } = own;
  const numbers = SHARES.map((_, i) => i + 1);
  const columns: ColumnPlan<string>[] = [
    make.label("no", 8, numbers, { horizontal: "Left" }),
    make.input(
      "band",
      18,
      numbers.map((number) => text(`band.${String(SHARES.length + 1 - number)}`)),
      TEXT,
    ),
    make.input("share", 10, SHARES, { numberFormat: "0%" }),
    make.formula("exact", 12, exactFormula(h, own, results), TWO),
    make.formula("seats", 12, seatsFormula(own, results), { ...WHOLE, ...BOLD }),
    make.formula("heldUp", 18, heldFormula(h, results, "up"), WHOLE),
    make.formula("heldDown", 18, heldFormula(h, results, "down"), WHOLE),
    make.formula("check", 18, shareCheckFormula(names, h, own), BOLD),
    make.quiet("base", 8, wholeSeatsFormula(h)),
    make.quiet("rest", 10, remainderFormula(h)),
    make.quiet("end", 8, endFormula(own)),
  ];
  return methodTable(context, "Shares", "shares", columns, SHARES.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [{ key: "share", rule: { kind: "decimal", min: 0, max: 1 }, alert: stopAlert(context, "share") }],
    frozen: 2,
    printTo: "base",
  });
}
