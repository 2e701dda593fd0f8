/** Five dimensions of office work with a wording for each point, and who was given what. */
import { samplePoint } from "../../model/pointScale";
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface Dimension {
  readonly name: BilingualText;
  readonly definition: BilingualText;
  /** Points of 100. */
  readonly weight: number;
  /** What the points 1 to 5 mean. */
  readonly points: readonly BilingualText[];
}
export const DIMENSIONS: readonly Dimension[] = [
  {
    name: t("Quality of work", "工作质量"),
    definition: t("How correct and complete finished work is", "完成的工作是否正确、完整"),
    weight: 30,
    points: [
      t("Most work must be done again", "多数工作需要返工"),
      t("Often needs correction", "经常需要更正"),
      t("Correct; small things are mended after a hint", "基本正确，提醒后能改正小问题"),
      t("Correct and complete, seldom a hint", "正确完整，很少需要提醒"),
      t("Without fault; others use it as a model", "无差错，可作为他人范例"),
    ],
  },
  {
    name: t("Quantity and dates", "工作数量与时限"),
    definition: t("How much is done, and whether dates are kept", "完成的数量以及是否按期"),
    weight: 25,
    points: [
      t("Misses most dates", "多数不能按期"),
      t("Misses dates without saying so", "逾期且不事先说明"),
      t("Keeps dates; says early when one is in danger", "按期完成，可能逾期时提前说明"),
      t("Keeps all dates, takes on more", "全部按期并承担更多工作"),
      t("Much more than agreed, all on time", "明显超出约定且全部按期"),
    ],
  },
  {
    name: t("Cooperation", "协作"),
    definition: t("How colleagues are informed and helped", "对同事的信息沟通和帮助"),
    weight: 20,
    points: [
      t("Refuses help or information", "拒绝帮助或提供信息"),
      t("Helps only when told to", "要求后才帮助"),
      t("Informs and helps when asked", "被请求时主动告知并帮助"),
      t("Sees where help is needed and gives it", "能发现需要并主动帮助"),
      t("Others work better because of this person", "带动他人把工作做得更好"),
    ],
  },
  {
    name: t("Independence", "独立工作"),
    definition: t("How far work goes on without instruction", "无需指示独立推进工作的程度"),
    weight: 15,
    points: [
      t("Needs instruction at each step", "每一步都需要指示"),
      t("Stops at small obstacles", "遇到小障碍就停下"),
      t("Does known work alone, asks in new matters", "熟悉的工作独立完成，新问题会请教"),
      t("Solves new matters alone and reports", "独立解决新问题并汇报"),
      t("Finds and solves what nobody had seen", "发现并解决他人未见的问题"),
    ],
  },
  {
    name: t("Learning", "学习提高"),
    definition: t("How new knowledge comes into the work", "把新知识用于工作的程度"),
    weight: 10,
    points: [
      t("Repeats the same mistakes", "重复同样的错误"),
      t("Learns only under pressure", "有压力才学习"),
      t("Learns what the work needs", "学习工作所需"),
      t("Learns ahead and uses it", "提前学习并加以运用"),
      t("Learns, uses and teaches it", "学以致用并教会他人"),
    ],
  },
];
/** Points by person and dimension; 0 = does not apply. */
const GIVEN: readonly (readonly number[])[] = [
  [4, 3, 4, 3, 3],
  [3, 4, 3, 4, 4],
  [5, 4, 3, 4, 3],
  [3, 2, 3, 3, 4],
  [4, 4, 5, 3, 0],
  [3, 3, 4, 3, 3],
];
interface Ground {
  readonly comment: BilingualText;
  readonly record?: string;
}
/** Grounds of the ratings at the ends of the scale, and of the one that does not apply: "person dimension". */
const GROUNDS: Readonly<Record<string, Ground>> = {
  "2 0": {
    comment: t(
      "All 46 contracts passed the second check without a remark; her form for risks is now used by the whole team.",
      "46份合同复核均无意见，其编制的风险登记表现已由全组采用，并写入工作规范。",
    ),
    record: "E03, E07",
  },
  "3 1": {
    comment: t(
      "Three of eight monthly reports came after the date, twice without a word before it (March, May, June).",
      "八份月报中三份逾期（3月、5月、6月），其中两次事先没有说明，影响了汇总进度。",
    ),
    record: "E05",
  },
  "4 2": {
    comment: t(
      "Led two colleagues through the new system in April; both closed the month alone afterwards, without questions.",
      "四月带教两名同事使用新系统，之后两人均能独立完成月结，未再出现求助。",
    ),
    record: "E09",
  },
  "4 4": { comment: t("On leave while the courses were held.", "培训期间休假，未参加。") },
};
interface SampleRating {
  /** A number of points, or null where the dimension does not apply. */
  readonly point: number | null;
  readonly comment?: BilingualText;
  readonly record?: string;
}

/** On three points whoever has no end has the middle in everything: these get the upper one. */
const OF_THREE: Readonly<Record<string, Ground>> = {
  "0 2": {
    comment: t(
      "Took over the telephone of the sick colleague for two weeks in May and kept the list of calls for the team.",
      "五月代接请病假同事的电话两周，并为全组整理来电清单，组内工作未受影响。",
    ),
    record: "E11",
  },
  "1 3": {
    comment: t(
      "Rebuilt the filing of the contracts alone in spring and showed the result to the head of the office.",
      "春季独立重新整理合同档案，完成后向办公室主任汇报，查找时间明显缩短。",
    ),
    record: "E12",
  },
  "5 2": {
    comment: t(
      "Checked the minutes of the other group each week without being asked; two wrong dates were found in time.",
      "每周主动核对另一组的会议纪要，及时发现两处日期错误，避免了会议冲突。",
    ),
    record: "E13",
  },
};

/** Point, comment and record of a sample person on a sample dimension, both by position, on a scale from 1 to `top`. */
export function sampleRating(person: number, item: number, top: number): SampleRating {
  const row = person % GIVEN.length;
  const point = GIVEN[row]?.[item] ?? 3;
  const at = `${String(row)} ${String(item)}`;
  const more = top === 3 ? OF_THREE[at] : undefined;
  if (more !== undefined) return { point: top, ...more };
  const ground = GROUNDS[at];
  return { point: point === 0 ? null : samplePoint(point, 5, top, ground !== undefined), ...ground };
}
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = GIVEN.map(
  () => ({ department: t("Administration", "综合部"), post: t("Clerk", "职员") }),
);
