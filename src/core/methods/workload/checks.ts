/** The tasks as the check of workload takes them, beside what the same people came to in another workbook of the file. */
import {
  allById,
  firstById,
  peopleIn,
  samplePeople,
  type LocatedBook,
  type MethodChecks,
} from "../../blueprint/methodChecks";
import type { WorkloadTask } from "../../model/planning";
import { taskHours } from "./reading";

/** Totals by id: of the other workbooks the one in which most of these people have a total; a name that stands there twice is nobody. */
function totalsOf(book: LocatedBook, names: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const found = book.scoresElsewhere().map((scores) => {
    const named = allById(scores, ({ name }) => name);
    return new Map(
      [...names].flatMap(([id, name]) => {
        const [one, ...more] = named(name);
        return one === undefined || more.length > 0 ? [] : [[id, one.total] as const];
      }),
    );
  });
  return found.reduce((best, each) => (each.size > best.size ? each : best), new Map<string, number>());
}

export const WORKLOAD_CHECKS: MethodChecks = {
  codes: ["D01"],
  read: (book) => {
    const sample = samplePeople(book);
    const people = peopleIn(book, { table: "WorkLoad", column: "planned" }).filter(({ id }) => !sample.has(id));
    const hours = taskHours(book);
    const personOf = firstById(people, ({ id }) => id);
    const loadOf = firstById(book.rows("WorkLoad"), (row) => row.text("id"));
    const workload = book.rows("WorkTasks").flatMap((row, i): WorkloadTask[] => {
      const person = personOf(row.text("person"));
      const share = loadOf(row.text("person"))?.number("share");
      const time = hours[i]?.hours ?? 0;
      if (person === undefined || time <= 0 || share == null || share <= 0) return [];
      // Half the hours of a half-time post are no lighter load.
      return [
        {
          person: person.id,
          task: row.text("task"),
          points: time / share,
          share: 1,
          checkedBy: "",
          cell: row.cell("hours"),
        },
      ];
    });
    if (workload.length === 0) return {};
    return { people, workload, totals: totalsOf(book, new Map(people.map(({ id, name }) => [id, name]))) };
  },
};
