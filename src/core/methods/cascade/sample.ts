/** A sample cascade: three goals of the organisation, five of departments, eight lines of people, three months, two KPIs. */
import type { BilingualText } from "../../schema/fields";
import type { CARRIED_BY } from "./levelFormulas";

type Carried = (typeof CARRIED_BY)[number];
const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });

export interface SampleTop {
  readonly goal: BilingualText;
  readonly unit: BilingualText;
  readonly kind: Carried;
  readonly direction: "higher" | "lower";
  readonly target: number;
  readonly weight: number;
}
export const SAMPLE_TOP: readonly SampleTop[] = [
  {
    goal: t("Sales of the year", "年度销售收入"),
    unit: t("thousand", "万元"),
    kind: "sum",
    direction: "higher",
    target: 12_000,
    weight: 50,
  },
  {
    goal: t("Orders delivered on time", "订单按时交付率"),
    unit: t("%", "%"),
    kind: "mean",
    direction: "higher",
    target: 96,
    weight: 30,
  },
  {
    goal: t("Complaints per 1,000 orders", "每千单投诉数"),
    unit: t("complaints", "起"),
    kind: "ratio",
    direction: "lower",
    target: 4,
    weight: 20,
  },
];

export interface SampleDepartment {
  /** Number of the parent from 0. */
  readonly parent: number;
  readonly owner: BilingualText;
  readonly kind: Carried;
  readonly share?: number;
  readonly weight: number;
  readonly base?: number;
}
export const SAMPLE_DEPARTMENTS: readonly SampleDepartment[] = [
  { parent: 0, owner: t("Sales North", "北区销售部"), kind: "sum", share: 0.55, weight: 55 },
  { parent: 0, owner: t("Sales South", "南区销售部"), kind: "sum", share: 0.45, weight: 45 },
  { parent: 1, owner: t("Logistics", "物流部"), kind: "mean", weight: 60, base: 8000 },
  { parent: 1, owner: t("Assembly", "装配部"), kind: "shared", weight: 40, base: 4000 },
  { parent: 2, owner: t("Service", "客服部"), kind: "shared", weight: 100, base: 12_000 },
];

export interface SampleLine {
  readonly parent: number;
  readonly share?: number;
  readonly weight: number;
  readonly base?: number;
  readonly flows: boolean;
  readonly actuals: readonly number[];
}
/** One line a sample person, in their order. */
export const SAMPLE_LINES: readonly SampleLine[] = [
  { parent: 0, share: 0.6, weight: 60, flows: true, actuals: [285, 230, 330] },
  { parent: 0, share: 0.4, weight: 40, flows: true, actuals: [170, 160, 205] },
  { parent: 1, share: 0.5, weight: 50, flows: true, actuals: [195, 170, 220] },
  { parent: 1, share: 0.5, weight: 50, flows: true, actuals: [180, 150, 210] },
  { parent: 2, weight: 50, base: 4500, flows: false, actuals: [96.5, 95.8, 96.4] },
  { parent: 2, weight: 50, base: 3500, flows: false, actuals: [95, 95.6, 96.2] },
  { parent: 3, weight: 100, base: 4000, flows: false, actuals: [96.1, 97, 96.6] },
  { parent: 4, weight: 100, base: 12_000, flows: false, actuals: [4.4, 4.1, 3.8] },
];
export const SAMPLE_POSTS: readonly { readonly department: BilingualText; readonly post: BilingualText }[] =
  SAMPLE_LINES.map(({ parent }) => ({
    department: SAMPLE_DEPARTMENTS[parent]?.owner ?? t("", ""),
    post: t("Specialist", "专员"),
  }));

/** Season profiles: parts of the year by month; any scale. */
export const PROFILES: readonly { readonly name: BilingualText; readonly months: readonly number[] }[] = [
  { name: t("Even", "均匀"), months: Array.from({ length: 12 }, () => 1) },
  { name: t("Strong end of the year", "年末旺季"), months: [7, 6, 8, 8, 8, 9, 7, 6, 9, 10, 11, 11] },
];

export interface SampleKpi {
  readonly kpi: BilingualText;
  readonly rule: "driverProduct" | "driverSum" | "driverRatio";
  readonly drivers: readonly { readonly name: BilingualText; readonly plan: number; readonly actual: number }[];
  /** Number of the organisation's goal whose target it explains, from 0. */
  readonly goal?: number;
}
export const SAMPLE_KPIS: readonly SampleKpi[] = [
  {
    kpi: t("Sales of the year", "年度销售收入"),
    rule: "driverProduct",
    goal: 0,
    drivers: [
      { name: t("Offers", "报价数"), plan: 4000, actual: 4200 },
      { name: t("Share won", "成交率"), plan: 0.3, actual: 0.27 },
      { name: t("Value of an order", "单均金额"), plan: 10, actual: 10.4 },
    ],
  },
  {
    kpi: t("Delivery cost of an order", "单均配送成本"),
    rule: "driverRatio",
    drivers: [
      { name: t("Delivery cost", "配送费用"), plan: 540_000, actual: 565_000 },
      { name: t("Orders", "订单数"), plan: 12_000, actual: 12_300 },
    ],
  },
  {
    kpi: t("Cost of personnel", "人工成本"),
    rule: "driverSum",
    drivers: [
      { name: t("Wages", "工资"), plan: 860, actual: 872 },
      { name: t("Overtime", "加班费"), plan: 60, actual: 83 },
      { name: t("Training", "培训费"), plan: 40, actual: 31 },
    ],
  },
];
