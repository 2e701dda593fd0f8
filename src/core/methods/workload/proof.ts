/** The second way of the workload: minutes of all tasks of a person added up for each rhythm apart, over the whole register. */
import { againIn, typedBeside, typedIn, type MethodProof, type ProofTools } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { availableAgainFormula, EVERY, loadAgainFormula, plannedAgainFormula, timesMinutesFormula } from "./formulas";

const HOURS = { numberFormat: "#,##0.0", horizontal: "Right" } as const;
/** The first way rounds each task: of hours nobody sees so little. */
const HOURS_OFF = 0.001;

export const PROOF: MethodProof = {
  results: "WorkLoad",
  values: [
    {
      column: "planned",
      style: HOURS,
      tolerance: HOURS_OFF,
      again: ({ context: { names }, own }) =>
        plannedAgainFormula(
          names,
          EVERY.map((every) => cellOf(own.headers, every)),
        ),
    },
    {
      column: "available",
      style: HOURS,
      again: (tools) => availableAgainFormula(tools.context.names, typedIn(tools, "share"), typedIn(tools, "absent")),
    },
    {
      column: "load",
      style: { numberFormat: "0%" },
      tolerance: HOURS_OFF,
      again: (tools) => loadAgainFormula(againIn(tools, "planned"), againIn(tools, "available")),
    },
  ],
  helpers: () => [
    typedBeside("WorkLoad", "share"),
    typedBeside("WorkLoad", "absent"),
    ...EVERY.map((every) => ({
      key: every,
      formula: ({ context: { names }, own, table }: ProofTools) =>
        timesMinutesFormula(names, table("WorkTasks"), cellOf(own.headers, "id"), every),
    })),
  ],
};
