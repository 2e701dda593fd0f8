/** Words for credits of courses and for the grades that they weigh. */
const CREDITS =
  /^(?:学分(?:数)?|credits?|credit (?:hours?|units?)|sks|créditos|creditos|crédits|số tín chỉ|tín chỉ|sốtc|số tc|ects(?: credits?)?|кредит(?:ы|ов)?|зачетные единицы|з\.?е\.?)$/i;

/** Grades of courses. */
export const GRADES = /绩点|gpa|grade ?points?|成绩|\bgrade\b|nilai|\bnota\b|điểm|\bnote\b|оценка|балл/i;

/** Whether a header names credits: what they add up to means nothing. */
export const saysCredits = (header: string): boolean => CREDITS.test(header.trim());

const COURSE =
  /^(?:课程(?:名称)?|科目|courses?(?: name| title)?|subjects?(?: name)?|modules?|mata kuliah|môn(?: học)?|tên môn(?: học)?|asignaturas?|materias?|disciplinas?|matières?|fach|дисциплина|предмет)$/i;

/** Whether a header names courses. */
export const saysCourse = (header: string): boolean => COURSE.test(header.trim());

const GRADE_POINT = /gpa|绩点|grade ?points?|五分/i;
const WEIGHTED = /加权|weighted|ponderad|gewichtet|×|\*/i;

/** Whether a header says that its numbers are weighted already. */
export const saysWeighted = (header: string): boolean => WEIGHTED.test(header);

/** Of several columns of grades the one that credits weigh: grade points, else the last one; undefined for none. */
export function gradeOf<T extends { readonly header: string }>(columns: readonly T[]): T | undefined {
  const open = columns.filter(({ header }) => !saysWeighted(header));
  return open.find(({ header }) => GRADE_POINT.test(header)) ?? open.filter(({ header }) => GRADES.test(header)).at(-1);
}
