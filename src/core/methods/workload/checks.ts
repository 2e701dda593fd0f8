/** The tasks as the check of workload takes them, beside what the same people came to in another workbook of the file. */
import { resultsElsewhere } from "../../blueprint/elsewhere";
import { firstById, peopleIn, samplePeople, type MethodChecks } from "../../blueprint/methodChecks";
import type { WorkloadTask } from "../../model/planning";
import { taskHours } from "./reading";

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
    return { people, workload, ...resultsElsewhere(book, people) };
  },
};
