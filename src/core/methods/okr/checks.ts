/** The objectives as a tree: each may serve another one. Key results have figures of their own and carry none for the tree. */
import { unlessEmpty, type MethodChecks } from "../../blueprint/methodChecks";
import type { CascadeGoal } from "../../model/planning";

export const OKR_CHECKS: MethodChecks = {
  codes: ["G01", "G02"],
  said: { G01: { words: ["circle"] } },
  read: (book) => {
    const goals = book.rows("Objectives").flatMap((row): CascadeGoal[] => {
      const [name, serves] = [row.text("objective").trim(), row.text("serves").trim()];
      if (name === "") return [];
      return [
        {
          ...{ id: row.text("id"), parent: serves === "" ? null : serves, kind: "support", name },
          ...{ target: null, weight: null, base: null, attainment: null, phases: null },
          ...{ level: book.sheet("Objectives"), owner: row.text("owner"), period: { from: null, to: null } },
          cell: row.cell("serves"),
        },
      ];
    });
    return unlessEmpty("cascade", goals);
  },
};
