/** The three levels of the cascade as the checks of goals take them. What a row of theirs says already is left to it. */
import { unlessEmpty, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import type { CascadeGoal } from "../../model/planning";
import { MONTHS } from "./monthFormulas";
import { goalsOf } from "./reading";

const TABLES = ["TopGoals", "DepartmentGoals", "LineGoals"] as const;
type Level = (typeof TABLES)[number];

/** Periods of goals are those of the workbook: none has its own. */
const NO_SPAN = { from: null, to: null };

/** The months' targets of a line; null where its year is not spread yet: its row asks for the profile. */
function phasesOf(book: LocatedBook, row: number): CascadeGoal["phases"] {
  const months = book.rows("Months")[row];
  const flows = book.rows("LineGoals")[row]?.text("months") === book.word("monthsAdd");
  if (months === undefined) return null;
  const targets = Array.from({ length: MONTHS }, (_, i) => months.number(`m${String(i + 1)}`));
  if (targets.every((target) => target === null)) return null;
  return { aggregation: flows ? "sum" : "mean", targets, cell: months.cell("year") };
}

/** Departments and lines whose parent is not in the level above. */
function strays(book: LocatedBook, known: ReadonlySet<string>): readonly CascadeGoal[] {
  return (["DepartmentGoals", "LineGoals"] as const).flatMap((table) =>
    book.rows(table).flatMap((row): CascadeGoal[] => {
      const [id, parent] = [row.text("id"), row.text("parent").trim()];
      if (parent === "" || known.has(parent.toLowerCase())) return [];
      return [
        {
          ...{ id, parent, kind: "support", target: null, weight: null, base: null, attainment: null, phases: null },
          ...{
            name: id,
            level: book.sheet(table),
            owner: row.text("owner"),
            period: NO_SPAN,
            cell: row.cell("parent"),
          },
        },
      ];
    }),
  );
}

function read(book: LocatedBook) {
  const goals = goalsOf(book);
  const rowsOf = Object.fromEntries(TABLES.map((table) => [table, book.rows(table)])) as Readonly<
    Record<Level, ReturnType<LocatedBook["rows"]>>
  >;
  const top = (goal: (typeof goals)[number]): string => {
    const above = goal.parent === null ? goal : goal.parent.parent === null ? goal.parent : goal.parent.parent;
    return rowsOf.TopGoals[above.row]?.text("goal") ?? "";
  };
  const found = goals.flatMap((goal): CascadeGoal[] => {
    const row = rowsOf[goal.table][goal.row];
    if (row === undefined) return [];
    const isLine = goal.table === "LineGoals";
    return [
      {
        ...{ id: goal.id, parent: goal.parent?.id ?? null, target: goal.target, base: goal.base, attainment: null },
        // A goal that does not say how it is carried on carries no figure; its row asks for the word.
        kind: isLine ? "sum" : (goal.kind ?? "support"),
        weight: row.number("weight"),
        lowerIsBetter: goal.lower,
        name: goal.parent === null ? top(goal) : `${goal.id} ${top(goal)}`,
        level: book.sheet(goal.table),
        ...{ owner: row.text("owner"), period: NO_SPAN },
        phases: isLine ? phasesOf(book, goal.row) : null,
        cell: row.cell("target"),
      },
    ];
  });
  const ids = new Set(TABLES.flatMap((table) => rowsOf[table].map((row) => row.text("id").toLowerCase())));
  return unlessEmpty("cascade", [...found, ...strays(book, ids)]);
}

export const CASCADE_CHECKS: MethodChecks = {
  codes: ["G02", "G03", "G05", "G06", "G07"],
  said: {
    G02: { words: ["orphan"] },
    G03: { words: ["noChildren"] },
    // The weights are added up beside every child, too.
    G05: { words: ["childWeights", "weightsOff", "weightMissing"], at: "anywhere" },
    G06: { words: ["short", "over", "differs"] },
    G07: { words: ["differs", "noProfile", "incomplete"] },
  },
  limits: {},
  read,
};
