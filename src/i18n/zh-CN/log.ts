/** 操作记录表的文字。 */
import type { SameKeys } from "../dictionary";
import type { log as en } from "../en/log";

export const log: SameKeys<typeof en> = {
  "sheet.log.name": "衡评操作记录",
  "sheet.log.title": "衡评操作记录：接受了哪些检查问题，原因是什么",
  "sheet.log.note": "所依据的数值不变，接受就一直有效；删除该行即取消接受。",
  "sheet.log.col.rule": "规则",
  "sheet.log.col.finding": "检查问题",
  "sheet.log.col.sheet": "工作表",
  "sheet.log.col.person": "姓名",
  "sheet.log.col.indicator": "指标",
  "sheet.log.col.reason": "原因",
  "sheet.log.col.initials": "经办人",
  "sheet.log.col.date": "日期",
  "sheet.log.col.period": "考核周期",
  "sheet.log.col.state": "状态",
  "sheet.log.col.key": "衡评标识",
  "sheet.log.state.accepted": "已接受",
  "sheet.log.state.expired": "已失效：数值已变",
  "sheet.log.state.withdrawn": "已撤回",
  "sheet.log.state.closed": "考核期已结束",
  "checks.limit.W01.tolerance": "权重合计可以偏离 100 的分数",
  "checks.limit.W15.tolerance": "维度内权重合计可以偏离 100 的分数",
  "checks.limit.S05.people": "一列至少有多少人才能看出写法",
};
