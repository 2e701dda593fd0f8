/** 检查界限值在“设置”表中的说明。 */
import type { SameKeys } from "../dictionary";
import type { limits as en } from "../en/limits";
import { withTitles } from "../limitTitles";
import { checks } from "./checks";

const meanings: { readonly [Key in keyof typeof en]: string } = {
  "sheet.settings.limits": "检查的界限值",
  "sheet.col.limits.key": "界限",
  "sheet.col.limits.value": "数值",
  "sheet.col.limits.meaning": "含义",
  "sheet.limit.W04.limit": "仍有意义的最小权重（分）",
  "sheet.limit.W05.limit": "单项权重上限（分）",
  "sheet.limit.W05.strong": "超过其余各项之和的权重（分）",
  "sheet.limit.W06.few": "最少指标数",
  "sheet.limit.W06.many": "最多指标数",
  "sheet.limit.W06.manyBalanced": "平衡计分卡的最多指标数",
  "sheet.limit.W07.lines": "达到多少个指标时提示权重相同",
  "sheet.limit.W08.low": "单个维度的最小权重（分）",
  "sheet.limit.W08.high": "单个维度的最大权重（分）",
  "sheet.limit.W08.sections": "提示所需的最少维度数",
  "sheet.limit.W09.lines": "提示所需的最少指标数",
  "sheet.limit.W10.effective": "全部权重至少应相当于多少个相同权重",
  "sheet.limit.W12.near": "小数改为百分数后，合计与 100 的允许差（分）",
  "sheet.limit.W13.correlation": "两项指标的相关系数高于此值时视为重复",
  "sheet.limit.W13.people": "提示所需的最少人数",
  "sheet.limit.W14.low": "实际影响力与权重之比低于此值时提示",
  "sheet.limit.W14.high": "实际影响力与权重之比高于此值时提示",
  "sheet.limit.W14.people": "提示所需的最少人数",
  "sheet.limit.W17.step": "权重应取的倍数（中文表）",
  "sheet.limit.S05.percent": "从此数值起视为百分数，而不是小数",
  "sheet.limit.S05.target": "目标值达到此数值时，0.95 之类的结果视为误填",
  "sheet.limit.C03.share": "未填项中上期低于目标的比例超过此值时提示",
  "sheet.limit.C03.lines": "提示所需的最少未填项数",
  "sheet.limit.E01.heavy": "权重（分）达到此值的结果缺少佐证时为错误",
  "sheet.limit.E01.incidents": "每项评分最少的事件数",
  "sheet.limit.E01.months": "这些事件最少来自几个月",
  "sheet.limit.E01.lastDays": "周期最后几天内不能登记全部事件",
  "sheet.limit.E03.lowShare": "评分量表最低的多大比例算极端（0.4：五档中的 1 和 2）",
  "sheet.limit.E04.length": "极端评分说明的最少字符数，一个汉字算两个",
  "sheet.limit.E04.lowShare": "评分量表最低的多大比例算极端（0.4：五档中的 1 和 2）",
  "sheet.limit.E04.copies": "多少人的说明完全相同时算雷同",
  "sheet.limit.E05.records": "达到多少条事件时提示只有一个观察人",
  "sheet.limit.E06.months": "连续没有记录的月数",
  "sheet.limit.E07.share": "最后四分之一周期内记录的比例",
  "sheet.limit.E07.records": "提示所需的最少记录数",
  "sheet.limit.E08.days": "事件发生到登记的天数",
  "sheet.limit.E09.records": "达到多少条记录时提示只有一面",
  "sheet.limit.P06.days": "在考核周期内至少多少天才可评分",
  "sheet.limit.P02.people": "少于多少人时排名意义不大",
};

export const limits: SameKeys<typeof en> = withTitles(meanings, checks, "：");
