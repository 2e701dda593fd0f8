/** A sample quarter: three objectives, their key results and the check-ins so far. */
import type { BilingualText } from "../../schema/fields";

export interface SampleKeyResult {
  readonly text: BilingualText;
  readonly unit: BilingualText;
  readonly start: number;
  readonly target: number;
  readonly weight?: number;
  /** Number of the sample person that owns it, from 0. */
  readonly owner: number;
  /** Day of the period (share 0–1), figure, confidence 0–10. */
  readonly checkIns: readonly (readonly [day: number, value: number, confidence: number, note: BilingualText])[];
}
export interface SampleObjective {
  readonly text: BilingualText;
  readonly weight: number;
  readonly owner: number;
  readonly keyResults: readonly SampleKeyResult[];
}

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
const PERCENT = t("%", "%");

export const SAMPLE_OBJECTIVES: readonly SampleObjective[] = [
  {
    text: t("Customers get their machines back sooner", "让客户更快拿回维修设备"),
    weight: 40,
    owner: 0,
    keyResults: [
      {
        text: t("Repair time from 9 to 5 days", "维修周期由9天缩短到5天"),
        unit: t("days", "天"),
        start: 9,
        target: 5,
        owner: 0,
        checkIns: [
          [0.22, 8, 6, t("Spare parts for type B ordered ahead", "B型备件提前订购")],
          [0.47, 7, 6, t("Second test bench is running", "第二台测试台投入使用")],
          [0.68, 6, 7, t("Two shops already at 5 days", "两个站点已达到5天")],
        ],
      },
      {
        text: t("First-time repair from 82 to 92 %", "一次修复率由82%提高到92%"),
        unit: PERCENT,
        start: 82,
        target: 92,
        owner: 1,
        checkIns: [
          [0.25, 84, 5, t("Checklist used in all shops", "各站点启用检查清单")],
          [0.65, 89, 7, t("Repeat cases are read together weekly", "每周共同分析返修单")],
        ],
      },
      {
        text: t("Customers' grade for service from 3.9 to 4.4", "服务满意度由3.9提高到4.4"),
        unit: t("points 1–5", "1–5分"),
        start: 3.9,
        target: 4.4,
        owner: 1,
        checkIns: [[0.65, 4.2, 6, t("188 answers", "共188份反馈")]],
      },
    ],
  },
  {
    text: t("The new controller is ready to sell", "新控制器具备上市条件"),
    weight: 35,
    owner: 2,
    keyResults: [
      {
        text: t("12 pilot customers use it every day", "12家试点客户每天使用"),
        unit: t("customers", "家"),
        start: 0,
        target: 12,
        weight: 2,
        owner: 2,
        checkIns: [
          [0.29, 3, 5, t("Contracts with three more are signed", "又签约三家")],
          [0.66, 9, 8, t("Nine in daily use", "九家每日使用")],
        ],
      },
      {
        text: t("All 40 approval tests passed", "40项认证测试全部通过"),
        unit: t("tests", "项"),
        start: 0,
        target: 40,
        weight: 1,
        owner: 3,
        checkIns: [[0.63, 28, 6, t("Cold tests repeated in week 12", "第12周复测低温项目")]],
      },
    ],
  },
  {
    text: t("We learn faster from our mistakes", "更快地从问题中学习"),
    weight: 25,
    owner: 3,
    keyResults: [
      {
        text: t("Causes of 30 complaints found and written down", "查明并记录30起投诉的原因"),
        unit: t("cases", "起"),
        start: 0,
        target: 30,
        owner: 3,
        checkIns: [[0.61, 21, 7, t("Two cases a week", "每周两起")]],
      },
      {
        text: t("Open quality actions from 26 to 8", "未关闭质量措施由26项降到8项"),
        unit: t("actions", "项"),
        start: 26,
        target: 8,
        owner: 0,
        checkIns: [[0.65, 13, 6, t("Owners named for all of them", "每项均已明确负责人")]],
      },
    ],
  },
];
