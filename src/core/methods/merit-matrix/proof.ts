/** The second way of pay: raise and bonus by sums over the rows of a person, the coefficient looked up by the rating itself. */
import { againIn, typedBeside, typedIn, type MethodProof } from "../../blueprint/methodProof";
import { cellOf } from "../../formulas/byKey";
import { bonusAgainFormula, newSalaryAgainFormula, raiseAgainFormula } from "./formulas";

const MONEY = { numberFormat: "#,##0.00", horizontal: "Right" } as const;

export const PROOF: MethodProof = {
  results: "Pay",
  values: [
    {
      column: "raise",
      style: MONEY,
      again: ({ own, table }) => raiseAgainFormula(table("Pay"), cellOf(own.headers, "id")),
    },
    {
      column: "newSalary",
      style: MONEY,
      again: (tools) =>
        newSalaryAgainFormula(tools.table("Pay"), cellOf(tools.own.headers, "id"), againIn(tools, "raise")),
    },
    {
      column: "bonus",
      table: "Bonus",
      style: MONEY,
      again: (tools) =>
        bonusAgainFormula(tools.context.names, tools.table("MeritGuide"), {
          rating: typedIn(tools, "rating"),
          base: typedIn(tools, "base"),
          department: typedIn(tools, "department"),
        }),
    },
  ],
  helpers: () => [typedBeside("Pay", "rating"), typedBeside("Bonus", "base"), typedBeside("Bonus", "department")],
};
