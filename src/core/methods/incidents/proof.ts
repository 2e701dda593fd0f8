/** The second way of the critical-incident log: records of each side counted from what was typed. */
import type { MethodProof, ProofValue } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { recordsAgainFormula } from "./formulas";

const side = (column: "effective" | "ineffective"): ProofValue => ({
  column,
  style: { numberFormat: "0" },
  again: ({ context: { names }, own, table }) =>
    recordsAgainFormula(names, table("Incidents"), cellOf(own.headers, "id"), column),
});

export const PROOF: MethodProof = {
  results: "IncidentMonths",
  values: [side("effective"), side("ineffective")],
};
