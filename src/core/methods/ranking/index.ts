/** Ranking methods: several judges' orders, alternation, paired comparison, forced distribution as advice. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { METHOD_CARDS } from "../list";
import { MOST_PAIRED, pairKey, PAIRS_APART } from "./formulas";
import { rankPage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { agreementSheet, pairsSheet, wholeSource } from "./pairSheets";
import { rankingReading } from "./reading";
import { resultsSheet, sharesSheet } from "./resultSheets";
import { SAMPLE_TEAM } from "./sample";
import { judgesSheet, ordersSheet, picksSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const orders = ordersSheet(context);
  const judges = judgesSheet(context, sourceOf(orders));
  const picks = picksSheet(context);
  const { pairs, whole } = pairsSheet(context);
  const wholeOf = wholeSource(whole);
  const agreement = agreementSheet(context, sourceOf(orders), sourceOf(judges), sourceOf(pairs), wholeOf);
  const results = resultsSheet(context, { orders: sourceOf(orders), picks: sourceOf(picks), whole: wholeOf });
  const shares = sharesSheet(context, sourceOf(results));
  const checks = [
    ...wordRows(orders, ["notNumber", "orderOpen"]),
    ...wordRows(picks, ["stepOpen", "pickTwice", "unknown"]),
    ...wordRows(pairs, ["pairOff"]),
    ...wordRows(shares, ["notNumber", "sharesOff"]),
    rowlessRow(context, orders),
  ];
  const paired = partOf(pairs);
  return [
    partOf(orders),
    partOf(judges),
    partOf(picks),
    { ...paired, tables: { ...paired.tables, Whole: whole } },
    partOf(agreement),
    partOf(results),
    partOf(shares),
    rankPage(context, sourceOf(results)),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const RANKING: MethodDefinition = {
  id: "ranking",
  name: METHOD_CARDS.ranking.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [{ key: "MinPeople", value: 10, limits: [2, 1000] }],
    words: ["pickBest", "pickWorst", "orderOpen", "stepOpen", "pickTwice", "pairOff", "sharesOff"],
    lists: {},
  },
  lines: () => [],
  samplePeople: SAMPLE_TEAM,
  sheetKeys: ["orders", "judges", "picks", "pairs", "agreement", "rankResults", "shares", "person", "proof", "checks"],
  reading: rankingReading,
  ranked: { table: "RankResults", total: null, rank: "rank", band: "advice" },
  rankingList: { withoutBand: true },
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      ...onePerPerson("Orders"),
      { table: "Picks", number: "no" },
      ...["Pairs", "Whole"].map((table) => ({
        table,
        person: "id",
        number: "no",
        across: { prefix: pairKey(""), most: MOST_PAIRED },
        apart: PAIRS_APART,
      })),
      ...onePerPerson("RankResults", "MethodProof"),
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "orders",
};
