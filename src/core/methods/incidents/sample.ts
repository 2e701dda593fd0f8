/** Twelve records of four people at a service desk: facts, both sides, from several months. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
export interface SampleRecord {
  readonly person: number;
  /** Share of the period at which it happened, 0–1. */
  readonly at: number;
  readonly isEffective: boolean;
  readonly topic: BilingualText;
  readonly situation: BilingualText;
  readonly what: BilingualText;
  readonly result: BilingualText;
}
const CARE = t("Care for customers", "客户服务");
const CRAFT = t("Quality of work", "工作质量");
const TEAM = t("Working together", "团队协作");
const DESK = t("Service desk", "服务台");
const YARD = t("Repair shop", "维修车间");
export const SAMPLE_RECORDS: readonly SampleRecord[] = [
  {
    ...{ person: 0, at: 0.06, isEffective: true, topic: CARE, situation: DESK },
    what: t("Stayed 40 minutes after closing until the spare part was found", "下班后多留40分钟，直到找到备件"),
    result: t("Customer could go on working the same day", "客户当天恢复生产"),
  },
  {
    ...{ person: 0, at: 0.35, isEffective: false, topic: CRAFT, situation: DESK },
    what: t("Sent two orders to the wrong address", "两份订单寄错地址"),
    result: t("Delivery three days late", "交货晚了三天"),
  },
  {
    ...{ person: 0, at: 0.7, isEffective: true, topic: TEAM, situation: YARD },
    what: t("Showed the new colleague the test bench step by step", "手把手教新同事使用试验台"),
    result: t("Colleague tests alone since", "新同事此后能独立检测"),
  },
  {
    ...{ person: 1, at: 0.12, isEffective: true, topic: CRAFT, situation: YARD },
    what: t("Found the cause of a fault that had come back three times", "找到三次复发故障的原因"),
    result: t("No return since", "此后未再返修"),
  },
  {
    ...{ person: 1, at: 0.48, isEffective: true, topic: CARE, situation: DESK },
    what: t("Called every waiting customer before the holiday", "节前逐一回电给等待的客户"),
    result: t("No complaint over the holiday", "假期无投诉"),
  },
  {
    ...{ person: 1, at: 0.8, isEffective: false, topic: TEAM, situation: YARD },
    what: t("Left the shift without handing over an open job", "未交接未完工单就下班"),
    result: t("Next shift began again from the start", "下一班从头返工"),
  },
  {
    ...{ person: 2, at: 0.2, isEffective: false, topic: CARE, situation: DESK },
    what: t("Ended a call while the customer was still speaking", "客户还在说话就挂断电话"),
    result: t("Complaint in writing", "客户书面投诉"),
  },
  {
    ...{ person: 2, at: 0.55, isEffective: true, topic: CRAFT, situation: YARD },
    what: t("Wrote a test list and used it on 20 devices", "编写检测清单并用于20台设备"),
    result: t("Returns fell from 5 to 1", "返修由5台降到1台"),
  },
  {
    ...{ person: 2, at: 0.88, isEffective: true, topic: CARE, situation: DESK },
    what: t("Explained a bill of four pages on the phone until it was clear", "电话里讲清四页账单"),
    result: t("Customer paid without a reminder", "客户未经催促付款"),
  },
  {
    ...{ person: 3, at: 0.25, isEffective: true, topic: TEAM, situation: YARD },
    what: t("Took over two jobs of a sick colleague", "接下病假同事的两张工单"),
    result: t("Both ready on the day promised", "均按期完成"),
  },
  {
    ...{ person: 3, at: 0.62, isEffective: false, topic: CRAFT, situation: YARD },
    what: t("Put a device back without the last test", "未做最后检测就装回设备"),
    result: t("Device failed at the customer", "设备在客户处再次故障"),
  },
];
export const SAMPLE_CREW: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = [
  0, 1, 2, 3,
].map(() => ({ department: t("Service", "售后部"), post: t("Service technician", "售后技术员") }));
