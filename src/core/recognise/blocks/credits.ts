/** Courses with their credits, which weigh the grades beside them: a grade point average is a weighted mean. */
import { isNumeric, plays, type Column } from "./columns";
import { gradeOf, saysCredits, saysWeighted } from "./creditWords";

/** Beside credits one column of grades counts; what is weighted stays. */
export function onlyGrades(weight: Column | undefined, columns: readonly Column[]): readonly Column[] {
  if (weight === undefined || !saysCredits(weight.header)) return columns;
  const isWeighted = (c: Column): boolean => plays(c, "weighted") || saysWeighted(c.header);
  const score = gradeOf(columns.filter((c) => isNumeric(c) && !isWeighted(c)));
  if (score === undefined) return columns;
  const own: Column = { ...score, roles: ["score"], sure: 0.8 };
  return columns.flatMap((c) =>
    c === score ? own : !isNumeric(c) ? c : isWeighted(c) ? { ...c, roles: ["weighted" as const] } : [],
  );
}
