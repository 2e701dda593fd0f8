/** Words for the levels of a rubric, in the heads of their columns. A row of such words over descriptions is a header. */
import { headerForm, isLevel } from "./lexicon";
import { weightInText } from "./numbers";

const WORDS =
  "insufficient|sufficient|poor|fair|good|very good|excellent|outstanding|satisfactory|unsatisfactory|needs improvement|beginning|developing|proficient|accomplished|exemplary|emerging|mastery|meets expectations|exceeds expectations|below expectations|partially meets expectations|falls below expectations|does not meet expectations|approaching expectations|adequate|inadequate|average|weak|strong" +
  "|strongly agree|agree|neutral|disagree|strongly disagree|very satisfied|satisfied|dissatisfied|very dissatisfied|very poor" +
  "|ungenügend|mangelhaft|ausreichend|befriedigend|gut|sehr gut|genügend" +
  "|excelente|muy bueno|bueno|satisfactorio|regular|deficiente|insuficiente|suficiente|destacado|aceptable|malo|muy bien|muy mal|adecuado|inadecuado" +
  "|ótimo|muito bom|bom|satisfatório|ruim|insatisfatório|péssimo" +
  "|excellent|très bien|bien|assez bien|passable|insuffisant|satisfaisant" +
  "|优秀|良好|中等|一般|合格|及格|不合格|不及格|较好|较差|差|优|良|中|很好|好|非常好|非常同意|同意|不同意|非常不同意|非常满意|满意|基本满意|不满意|非常不满意" +
  "|uitstekend|zeer goed|goed|ruim voldoende|voldoende|matig|onvoldoende|slecht" +
  "|mükemmel|çok iyi|iyi|orta|zayıf|yeterli|yetersiz|kötü|geliştirilmeli" +
  "|sangat baik|baik|cukup|kurang|sangat kurang" +
  "|xuất sắc|giỏi|khá|trung bình|yếu|kém|tốt" +
  "|отлично|хорошо|удовлетворительно|неудовлетворительно|плохо|отличный|хороший|плохой|высокий|средний|низкий|высокий уровень|средний уровень|низкий уровень|выше ожиданий|ниже ожиданий|соответствует ожиданиям|превосходит ожидания";
const LEVELS: ReadonlySet<string> = new Set(WORDS.split("|").map(headerForm));

/** "Excellent", "sehr gut", "Bueno = 2", "4 - Good": what a level is called. */
export const isLevelWord = (text: string): boolean => LEVELS.has(headerForm(text).replace(/^\d+|\d+$/g, ""));

/** "Content (20 points)": full marks of what is no level by its name. */
export const hasFullMarks = (text: string): boolean => weightInText(text)?.points === true && !isLevelWord(text);

/** The head of a column of a rubric: a level by its name or by its points. */
export const isLevelHead = (text: string): boolean => isLevel(text) || isLevelWord(text);
