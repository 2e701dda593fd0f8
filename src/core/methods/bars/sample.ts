/** Five dimensions with anchors at 1, 3, 5 and 7, who was given which, and a workshop of ten incidents with six judges. */
import { anchoredPoints, samplePoint } from "../../model/pointScale";
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface AnchoredDimension {
  readonly name: BilingualText;
  /** Points of 100. */
  readonly weight: number;
  /** Behaviour at 1, 3, 5 and 7. */
  readonly anchors: readonly [BilingualText, BilingualText, BilingualText, BilingualText];
}
export const DIMENSIONS: readonly AnchoredDimension[] = [
  {
    name: t("Customer contact", "客户接待"),
    weight: 25,
    anchors: [
      t("Leaves a complaining customer standing", "丢下投诉的客户不管"),
      t("Answers what is asked and no more", "有问才答，不多说明"),
      t("Asks until the wish is clear, then offers two ways", "问清需求后给出两种办法"),
      t("Calls back unasked to hear whether it was solved", "事后主动回访确认问题已解决"),
    ],
  },
  {
    name: t("Teamwork", "团队协作"),
    weight: 20,
    anchors: [
      t("Keeps to himself what others need", "不告知他人所需的信息"),
      t("Helps when the manager says so", "主管要求时才帮忙"),
      t("Takes over calls when a colleague is under pressure", "同事忙时主动分担来电"),
      t("Settles a quarrel so that both go on working", "化解争执，使双方继续合作"),
    ],
  },
  {
    name: t("Reliability", "可靠性"),
    weight: 20,
    anchors: [
      t("Misses agreed dates without a word", "逾期且不说明"),
      t("Says on the day itself that a date is missed", "到期当天才说明不能完成"),
      t("Keeps dates, or warns days before", "按期完成或提前数日预警"),
      t("Keeps every date and covers for others' delays", "全部按期，并补上他人的延误"),
    ],
  },
  {
    name: t("Problem solving", "解决问题"),
    weight: 20,
    anchors: [
      t("Passes each fault on without looking at it", "不看问题就转给他人"),
      t("Mends the fault, which comes back", "处理后问题重复出现"),
      t("Looks for the cause before mending", "先查原因再处理"),
      t("Removes the cause and tells the other teams", "消除原因并告知其他团队"),
    ],
  },
  {
    name: t("Safety", "安全"),
    weight: 15,
    anchors: [
      t("Works round a guard or a lock", "绕开防护或联锁作业"),
      t("Wears protection when somebody looks", "有人检查时才佩戴防护"),
      t("Follows the rules and keeps the place clear", "遵守规程并保持现场整洁"),
      t("Stops work at a danger and has it removed", "发现危险即停工并促成消除"),
    ],
  },
];
/** Points by person and dimension; 0 = does not apply. */
const GIVEN: readonly (readonly number[])[] = [
  [5, 4, 5, 3, 5],
  [4, 5, 6, 5, 5],
  [7, 5, 5, 4, 4],
  [3, 3, 2, 4, 5],
  [5, 6, 4, 5, 0],
  [4, 4, 5, 3, 5],
];
/** Comments where the rating stands at an end or does not apply: "person dimension". */
const COMMENTS: Readonly<Record<string, BilingualText>> = {
  "2 0": t(
    "Called all eleven customers of the failed delivery in March within two days; nine ordered again.",
    "三月配送失误后两天内回访全部十一位客户，其中九位再次下单，客户均表示满意。",
  ),
  "3 2": t(
    "Three of eight reports came late; for two of them nobody had been told before the day itself.",
    "八份报告中三份迟交，其中两份到期当天之前无人知晓，影响了后续汇总工作。",
  ),
  "4 4": t("Worked at the desk only; no work on machines in this period.", "本周期仅从事文案工作，未操作设备。"),
};
interface SampleChoice {
  /** null where the dimension does not apply. */
  readonly point: number | null;
  readonly comment?: BilingualText;
  readonly record: string;
}

/** The point and comment of a sample person on a sample dimension, both by position. */
export function sampleChoice(person: number, item: number, top: number): SampleChoice {
  const row = person % GIVEN.length;
  const point = GIVEN[row]?.[item] ?? 4;
  const comment = COMMENTS[`${String(row)} ${String(item)}`];
  return {
    point: point === 0 ? null : samplePoint(point, 7, top, comment !== undefined),
    record: point === 0 ? "" : `E${String(row * 5 + item + 1).padStart(2, "0")}`,
    ...(comment === undefined ? {} : { comment }),
  };
}
/** Text of the anchor at a point of a scale from 1 to `top`; null between two. */
export const anchorAt = ({ anchors }: AnchoredDimension, point: number, top: number): BilingualText | null =>
  anchors[anchoredPoints(top).indexOf(point)] ?? null;

interface WorkshopIncident {
  readonly text: BilingualText;
  /** Number of the dimension that it was collected for, from 0; then where each judge puts it, and at which point. */
  readonly of: number;
  readonly back: readonly number[];
  readonly values: readonly number[];
}
export const INCIDENTS: readonly WorkshopIncident[] = [
  {
    text: t("Called the customer on the next day to hear whether the part fitted", "次日致电客户确认配件是否合适"),
    of: 0,
    back: [0, 0, 0, 0, 0, 2],
    values: [7, 6, 7, 7, 6, 7],
  },
  {
    text: t("Went on typing while a customer waited at the desk", "客户在柜台等候时仍继续打字"),
    of: 0,
    back: [0, 0, 0, 0, 0, 0],
    values: [2, 1, 1, 2, 2, 1],
  },
  {
    text: t("Took two calls of a colleague whose child was ill", "同事孩子生病时代接两个来电"),
    of: 1,
    back: [1, 1, 1, 1, 1, 1],
    values: [5, 6, 5, 5, 6, 5],
  },
  {
    text: t("Did not pass on that the meeting was moved", "会议改期未转告他人"),
    of: 1,
    back: [1, 2, 2, 1, 2, 1],
    values: [2, 2, 1, 3, 2, 2],
  },
  {
    text: t("Warned four days before that the report would be late", "提前四天说明报告将延期"),
    of: 2,
    back: [2, 2, 2, 2, 2, 2],
    values: [5, 5, 4, 5, 5, 6],
  },
  {
    text: t("Came to the shift twenty minutes late and said nothing", "迟到二十分钟未作说明"),
    of: 2,
    back: [2, 2, 2, 2, 2, 2],
    values: [2, 2, 1, 2, 3, 2],
  },
  {
    text: t(
      "Found that the label printer was set wrongly and told both shifts",
      "查出标签打印机设置错误并告知两个班次",
    ),
    of: 3,
    back: [3, 3, 3, 3, 1, 3],
    values: [7, 6, 7, 6, 7, 6],
  },
  {
    text: t("Restarted the machine a third time without looking for the cause", "第三次重启设备而未查原因"),
    of: 3,
    back: [3, 3, 3, 3, 3, 3],
    values: [3, 1, 5, 2, 6, 1],
  },
  {
    text: t("Stopped the line because a guard was loose", "发现防护罩松动即停线"),
    of: 4,
    back: [4, 4, 4, 4, 4, 4],
    values: [7, 7, 6, 7, 7, 7],
  },
  {
    text: t("Wore goggles only while the auditor was there", "审核员在场时才戴护目镜"),
    of: 4,
    back: [4, 4, 4, 4, 4, 4],
    values: [3, 2, 3, 3, 2, 3],
  },
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = GIVEN.map(
  () => ({ department: t("Service", "服务部"), post: t("Service agent", "客服专员") }),
);
