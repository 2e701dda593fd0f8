/** Calibration board: proposals of several managers side by side, the board's decision with its reason; raw always beside adjusted. */
import { checksSheet } from "../../blueprint/checksSheet";
import { partOf, rowlessRow, sourceOf, wordRows } from "../../blueprint/methodTable";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { onePerPerson } from "../../people/peopleTables";
import { pointScaleOf } from "../../blueprint/context";
import { bandsOn, widthOn } from "../../model/pointScale";
import { METHOD_CARDS } from "../list";
import { BOARD_CHECKS } from "./checks";
import { boardPage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { guideOffFormula } from "./formulas";
import { boardReading } from "./reading";
import { SAMPLE_STAFF } from "./sample";
import { boardSheet, managersSheet, spreadSheet } from "./sheets";

function build(context: MethodContext): readonly MethodPart[] {
  const board = boardSheet(context);
  const managers = managersSheet(context, sourceOf(board));
  const spread = spreadSheet(context, sourceOf(board));
  const checks = [
    ...wordRows(board, ["toFill", "offScale", "unknown", "reasonMissing", "noDecider"]),
    rowlessRow(context, board),
    { label: "guideOff", count: guideOffFormula(sourceOf(spread)), sheet: spread.sheet.name },
  ];
  return [
    partOf(board),
    partOf(managers),
    partOf(spread),
    boardPage(context, sourceOf(board)),
    { sheet: checksSheet(context, context.sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

const LEFT = { numberFormat: "General", horizontal: "Left" } as const;

export const CALIBRATION_BOARD: MethodDefinition = {
  id: "calibration-board",
  name: METHOD_CARDS["calibration-board"].name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf"],
    rows: [
      { key: "Low", value: (context) => pointScaleOf(context).low, style: LEFT, limits: [-1000, 1000] },
      { key: "High", value: (context) => pointScaleOf(context).high, style: LEFT, limits: [-1000, 1000] },
      { key: "MinTeam", value: 3, style: LEFT, limits: [2, 100] },
      { key: "Talk", value: (context) => widthOn(pointScaleOf(context), 0.5), style: LEFT, limits: [0, 1000] },
    ],
    words: ["offScale", "noDecider", "tooFewToSay", "scoresHigher", "scoresLower", "alike"],
    lists: {},
    bands: { from: bandsOn, key: "band" },
  },
  lines: () => [],
  samplePeople: SAMPLE_STAFF,
  sheetKeys: ["board", "boardManagers", "boardSpread", "person", "proof", "checks"],
  reading: boardReading,
  ranked: { table: "Board", total: "final", rank: "rank", band: "finalBand" },
  rankingList: { beside: "proposed" },
  checks: BOARD_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: onePerPerson("Board", "MethodProof"),
  },
  build,
  handout: HANDOUT,
  sampleStage: 3,
  start: "board",
};
