import type { SameKeys } from "../../dictionary";
import type { texts as english } from "../../en/methods/common";

/** 各种方法工作簿共用的文字。 */
export const texts: SameKeys<typeof english> = {
  "sheet.name.checks": "检查",
  "sheet.checkList.title": "检查",
  "sheet.checkList.subtitle": "由公式统计；红色行需要处理，对应的行内也有标记。",
  "sheet.checkList.what": "检查内容",
  "sheet.checkList.count": "待处理",
  "sheet.checkList.where": "所在工作表",
  "sheet.checkList.open": "待处理合计",
  "sheet.list.Sides": "负责方",
  "sheet.check.weightMissing": "权重未填或小于0",
  "sheet.check.weightsOff": "权重合计不等于100",
  "sheet.check.incomplete": "目标值不完整，无法评分",
  "sheet.check.outside": "日期不在考核周期内",
  "sheet.check.unknown": "编号不在名单中",
  "sheet.check.notNumber": "应填数字处填了文字",
  "sheet.check.reasonMissing": "缺少原因说明",
  "sheet.check.notScored": "数值无法评分",
  "sheet.check.noEvidence": "有结果但缺少佐证",
  "sheet.check.toFill": "尚未填写",
  "sheet.valid.period.title": "日期",
  "sheet.valid.period": "请填写考核周期内的日期。",
  "sheet.word.reached": "已达成",
  "sheet.word.onTrack": "正常",
  "sheet.word.behind": "落后",
  "sheet.valid.entry.title": "输入",
  "sheet.valid.place": "请输入名次（整数），第一名为1。",
  "sheet.valid.pair": "请输入1、0.5或0，且只填灰色对角线上方。",
  "sheet.valid.share": "请输入0%到100%的比例。",
  "sheet.valid.value": "请输入1到11的分值。",
};
