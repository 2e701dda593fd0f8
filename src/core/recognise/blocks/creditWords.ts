/** Words for credits of courses and for the grades that they weigh. */
const CREDITS =
  /^(?:学分(?:数)?|credits?|credit (?:hours?|units?)|sks|créditos|creditos|crédits|số tín chỉ|tín chỉ|sốtc|số tc|ects(?: credits?)?|кредит(?:ы|ов)?|зачетные единицы|з\.?е\.?)$/i;

/** Grades of courses. */
export const GRADES = /绩点|gpa|grade ?points?|成绩|\bgrade\b|nilai|\bnota\b|điểm|\bnote\b|оценка|балл/i;

/** Whether a header names credits: what they add up to means nothing. */
export const saysCredits = (header: string): boolean => CREDITS.test(header.trim());
