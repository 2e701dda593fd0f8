/** The second way of the anchored scale: the point at the beginning of the chosen anchor, where the first way compares whole entries. */
import type { ProofItems } from "../../blueprint/methodProof";
import { ratedProof } from "../../blueprint/ratedProof";
import { pointScaleOf } from "../../blueprint/context";
import { cellOf, columnOf } from "../../formulas/byKey";
import { typedAt, valueKey } from "../../formulas/methodProofFormulas";
import { anchorKey, leadingPointFormula, standingPointFormula } from "./formulas";

/** The number that an entry begins with. */
const READ = " #";

const chosenPoint: ProofItems["value"] = ({ context, own, table }, item, part) => {
  const { names } = context;
  const { high: top } = pointScaleOf(context);
  const typed = typedAt(own.headers, table("BarsRatings"), item.id, "anchor");
  if (part === READ) return leadingPointFormula(names, typed, top);
  const anchors = table("BarsItems");
  const row = `MATCH(${item.cell},${columnOf(anchors.table, anchors.headers, "id")},0)`;
  return standingPointFormula(names, anchors, {
    typed,
    point: cellOf(own.headers, valueKey(item.id, READ)),
    row,
    ends: [anchorKey(1), anchorKey(top)],
    top,
  });
};

export const PROOF = ratedProof("BarsResults", "BarsItems", "BarsRatings", chosenPoint, { steps: [READ] });
