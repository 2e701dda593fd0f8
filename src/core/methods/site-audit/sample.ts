/** Ten items of a shop visit, two of them critical, and what three visits found. */
import type { BilingualText } from "../../schema/fields";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface AuditItem {
  readonly area: BilingualText;
  readonly item: BilingualText;
  readonly weight: number;
  readonly critical?: true;
}
const [SAFETY, CLEAN, STOCK, SERVICE, PAPERS] = [
  t("Safety", "安全"),
  t("Cleanliness", "清洁"),
  t("Stock", "库存"),
  t("Service", "服务"),
  t("Papers", "台账"),
];
export const ITEMS: readonly AuditItem[] = [
  { area: SAFETY, item: t("Emergency exits are free and marked", "安全出口畅通且有标识"), weight: 15, critical: true },
  { area: SAFETY, item: t("Fire extinguishers tested in time", "灭火器按期检验"), weight: 10 },
  { area: CLEAN, item: t("Floors and counters clean", "地面和柜台清洁"), weight: 10 },
  {
    area: CLEAN,
    item: t("Cold chain below 5 °C, recorded twice a day", "冷链低于5℃且每日记录两次"),
    weight: 15,
    critical: true,
  },
  { area: STOCK, item: t("No goods past their date", "无过期商品"), weight: 10 },
  { area: STOCK, item: t("Shelf labels agree with the till", "价签与收银一致"), weight: 5 },
  { area: SERVICE, item: t("Customers greeted within a minute", "一分钟内招呼顾客"), weight: 10 },
  { area: SERVICE, item: t("Complaints written down and closed", "投诉有记录并办结"), weight: 10 },
  { area: PAPERS, item: t("Shift plan and training records complete", "排班与培训记录完整"), weight: 10 },
  { area: PAPERS, item: t("Cash counted by two people", "双人清点现金"), weight: 5 },
];
interface Fault {
  readonly seen: BilingualText;
  readonly action: BilingualText;
  /** Days after the visit. */
  readonly due: number;
  readonly done?: number;
}
interface Visit {
  readonly site: BilingualText;
  /** Share of the period. */
  readonly at: number;
  /** A letter an item: g good, m minor, M major, - does not apply. */
  readonly answers: string;
  readonly faults: Readonly<Record<number, Fault>>;
  /** Why items do not apply, by place. */
  readonly reasons?: Readonly<Record<number, BilingualText>>;
}
export const VISITS: readonly Visit[] = [
  {
    site: t("Shop North", "城北店"),
    at: 0.3,
    answers: "ggmggggggg",
    faults: {
      2: {
        seen: t("Counter 2 sticky; photo 14", "2号柜台有污渍，照片14"),
        action: t("Clean each hour", "每小时清洁"),
        due: 7,
        done: 5,
      },
    },
  },
  {
    site: t("Shop South", "城南店"),
    at: 0.45,
    answers: "gmgggMgmgg",
    faults: {
      1: {
        seen: t("Two of six out of test", "六具中两具过期"),
        action: t("Have them tested", "送检"),
        due: 14,
        done: 10,
      },
      5: {
        seen: t("9 of 40 labels wrong", "40个价签9个不符"),
        action: t("Print all labels again", "全部重打价签"),
        due: 3,
        done: 2,
      },
      7: {
        seen: t("Three complaints without date", "三件投诉无日期"),
        action: t("Use the form", "使用登记表"),
        due: 10,
        done: 9,
      },
    },
  },
  {
    site: t("Shop West", "城西店"),
    at: 0.6,
    answers: "gggggggg-g",
    faults: {},
    reasons: { 8: t("Opened three weeks ago", "开业三周") },
  },
];
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = [
  { department: t("Quality", "质量部"), post: t("Auditor", "巡查员") },
  { department: t("Quality", "质量部"), post: t("Auditor", "巡查员") },
];
