/** A company of the trade: four perspectives, twelve objectives that serve each other, their measures and initiatives. */
import type { BilingualText } from "../../schema/fields";
import type { STATES } from "./formulas";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
/** Highest first; weights 30/25/25/20 are a starting point. */
export const PERSPECTIVE_NAMES: readonly {
  readonly name: BilingualText;
  readonly level: number;
  readonly weight: number;
}[] = [
  { name: t("Financial", "财务"), level: 4, weight: 30 },
  { name: t("Customer", "客户"), level: 3, weight: 25 },
  { name: t("Internal process", "内部流程"), level: 2, weight: 25 },
  { name: t("Learning and growth", "学习与成长"), level: 1, weight: 20 },
];
interface Measure {
  readonly name: BilingualText;
  readonly nature: "lead" | "lag";
  readonly unit: string;
  readonly start: number;
  readonly target: number;
  readonly actual: number;
}
interface StrategicObjective {
  readonly name: BilingualText;
  /** Place of the perspective, from 0. */
  readonly perspective: number;
  /** Places of the objectives that it serves, from 0. */
  readonly serves: readonly number[];
  readonly measures: readonly Measure[];
  readonly initiative: { readonly name: BilingualText; readonly state: (typeof STATES)[number]; readonly due: number };
}
const measure = (
  name: BilingualText,
  nature: "lead" | "lag",
  unit: string,
  [start, target, actual]: readonly [number, number, number],
): Measure => ({ name, nature, unit, start, target, actual });
export const OBJECTIVES: readonly StrategicObjective[] = [
  {
    name: t("Grow with profit", "盈利增长"),
    perspective: 0,
    serves: [],
    measures: [
      measure(t("Operating margin", "营业利润率"), "lag", "%", [9, 13, 12]),
      measure(t("Orders in hand", "在手订单"), "lead", "M", [40, 60, 57]),
    ],
    initiative: { name: t("Leave three loss-making lines", "退出三条亏损产品线"), state: "underWay", due: 0.9 },
  },
  {
    name: t("Use cash better", "提高资金效率"),
    perspective: 0,
    serves: [],
    measures: [measure(t("Days of receivables", "应收账款天数"), "lag", "d", [58, 42, 45])],
    initiative: { name: t("Collect by direct debit", "推行自动扣款"), state: "finished", due: 0.5 },
  },
  {
    name: t("Earn more from services", "提高服务收入"),
    perspective: 0,
    serves: [],
    measures: [measure(t("Share of service revenue", "服务收入占比"), "lag", "%", [12, 20, 18])],
    initiative: { name: t("Price list for services", "服务价目表"), state: "finished", due: 0.6 },
  },
  {
    name: t("Be the reliable supplier", "成为可靠的供应商"),
    perspective: 1,
    serves: [0],
    measures: [
      measure(t("Delivered on time in full", "按时足量交付率"), "lag", "%", [88, 97, 95]),
      measure(t("Complaints answered in a day", "一日内答复投诉率"), "lead", "%", [60, 95, 90]),
    ],
    initiative: { name: t("One order desk", "统一订单服务台"), state: "underWay", due: 0.8 },
  },
  {
    name: t("Keep key customers", "留住重点客户"),
    perspective: 1,
    serves: [0, 1],
    measures: [measure(t("Key customers kept", "重点客户保留率"), "lag", "%", [85, 95, 93])],
    initiative: { name: t("Two visits a year", "每年两次拜访"), state: "underWay", due: 0.95 },
  },
  {
    name: t("Win customers for service", "拓展服务客户"),
    perspective: 1,
    serves: [2],
    measures: [
      measure(t("Service contracts", "服务合同数"), "lag", "n", [120, 180, 166]),
      measure(t("Offers made with a sale", "随销售提交的服务方案"), "lead", "%", [25, 80, 70]),
    ],
    initiative: { name: t("Service offer with each sale", "销售同步提供服务方案"), state: "underWay", due: 0.9 },
  },
  {
    name: t("Short, stable lead times", "交付周期短而稳定"),
    perspective: 2,
    serves: [3],
    measures: [
      measure(t("Order cycle time", "订单交付周期"), "lead", "d", [11, 6, 7]),
      measure(t("Right first time", "一次合格率"), "lag", "%", [91, 97, 95]),
    ],
    initiative: { name: t("Pull planning in plant 2", "二厂拉动式排产"), state: "underWay", due: 0.85 },
  },
  {
    name: t("Know what customers need", "了解客户需求"),
    perspective: 2,
    serves: [4],
    measures: [measure(t("Customer talks evaluated", "已分析的客户访谈"), "lead", "n", [0, 60, 52])],
    initiative: { name: t("Talk form in the field", "现场访谈表"), state: "finished", due: 0.4 },
  },
  {
    name: t("Repair within a day", "一日内完成维修"),
    perspective: 2,
    serves: [5],
    measures: [measure(t("Repairs done in a day", "一日内维修完成率"), "lead", "%", [55, 85, 78])],
    initiative: { name: t("Spare parts near the customer", "备件前置到客户附近"), state: "underWay", due: 0.97 },
  },
  {
    name: t("Skills for the next machines", "新设备所需技能"),
    perspective: 3,
    serves: [6],
    measures: [measure(t("Operators with two licences", "双岗持证率"), "lead", "%", [30, 70, 62])],
    initiative: { name: t("Training shop", "实训车间"), state: "underWay", due: 0.95 },
  },
  {
    name: t("Data at every desk", "数据支撑每个岗位"),
    perspective: 3,
    serves: [6, 7],
    measures: [measure(t("Reports used each week", "每周使用的报表"), "lead", "n", [5, 25, 21])],
    initiative: { name: t("New order system", "新订单系统"), state: "underWay", due: 0.98 },
  },
  {
    name: t("Trained service technicians", "合格的服务技师"),
    perspective: 3,
    serves: [8],
    measures: [measure(t("Technicians with a licence", "服务技师持证率"), "lead", "%", [40, 75, 69])],
    initiative: { name: t("Licence course with the maker", "与厂家合办取证培训"), state: "underWay", due: 0.92 },
  },
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = [
  { department: t("Board", "管理层"), post: t("Managing director", "总经理") },
  { department: t("Sales", "销售部"), post: t("Head of sales", "销售总监") },
  { department: t("Operations", "运营部"), post: t("Head of operations", "运营总监") },
];
