import type { Params, SameKeys } from "../dictionary";
import type { report as english } from "../en/report";

/** 个人报告的文字。 */
export const report: SameKeys<typeof english> = {
  "sheet.name.reportOf": "个人报告 {name}",
  "sheet.report.values": "数据截至{asOf}，均为数值，不再随工作簿更新。",
  "sheet.report.reading": "阅读说明",
  "commands.report.none": "此工作表没有可生成的个人报告。",
  "commands.report.none.next": "请打开由衡评生成的KPI考核表或360度评价的工作表。",
  "commands.report.nobody": "还没有可生成报告的人员。",
  "commands.report.nobody.next": "请先录入人员和结果。",
  "commands.report.tooMany": "一次生成{count}份报告过多（最多{most}份）。",
  "commands.report.tooMany.next": "请选择一个人，或按部门分别生成。",
  "commands.report.undo": "删除报告",
  "commands.report.did": ({ count, sheet }: Params) =>
    `已生成${String(count ?? 0)}份数值报告，第一份是“${String(sheet ?? "")}”。`,
  "commands.report.apart": "交付前请把报告移到单独的文件或打印：本工作簿含原始作答。",
};
