/** Courses with their credits, which weigh the grades beside them: a grade point average is a weighted mean. */
import { isNumeric, plays, type Column } from "./columns";
import { GRADES, saysCredits } from "./creditWords";

const GRADE_POINT = /gpa|绩点|grade ?points?/i;
const WEIGHTED = /加权|weighted|ponderad|gewichtet|×|\*/i;

/** Beside credits one column of grades counts: grade points, else the last one that has numbers; what is weighted stays. */
export function onlyGrades(weight: Column | undefined, columns: readonly Column[]): readonly Column[] {
  if (weight === undefined || !saysCredits(weight.header)) return columns;
  const isWeighted = (c: Column): boolean => plays(c, "weighted") || WEIGHTED.test(c.header);
  const grades = columns.filter((c) => isNumeric(c) && !isWeighted(c));
  const score =
    grades.find(({ header }) => GRADE_POINT.test(header)) ?? grades.filter(({ header }) => GRADES.test(header)).at(-1);
  if (score === undefined) return columns;
  const own: Column = { ...score, roles: ["score"], sure: 0.8 };
  return columns.flatMap((c) =>
    c === score ? own : !isNumeric(c) ? c : isWeighted(c) ? { ...c, roles: ["weighted" as const] } : [],
  );
}
