import type { Params, SameKeys } from "../dictionary";
import type { link as english } from "../en/link";

/** 综合考核取值的文字。 */
export const link: SameKeys<typeof english> = {
  "commands.link.none": "此工作表不属于综合考核。",
  "commands.link.none.next": "请打开综合考核中的工作表（如各部分取值）后重试。",
  "commands.link.moved": "综合考核的某个表格已被删除或改名。",
  "commands.link.moved.next": "请在Excel中撤销后重试。未作任何更改。",
  "commands.link.nothing": "本工作簿中还没有其他带得分的考核表。",
  "commands.link.nothing.next": "请先在本工作簿中生成，再来关联。",
  "commands.link.stale": "综合考核的单元格在此期间已被修改。",
  "commands.link.stale.next": "请重试。未作任何更改。",
  "commands.link.undo": "取消关联",
  "commands.link.did": ({ count }: Params) => `${String(count ?? 0)}个部分自动取用本工作簿的得分。`,
  "commands.link.tooMany": "取值来源过多，公式过长。",
  "commands.link.tooMany.next": "请减少自动取值的部分。未作任何更改。",
  "commands.link.teamName": "团队业绩",
  "commands.link.twice": "{source}中重名，未取值：{names}。",
  "commands.link.absent": "{source}中没有：{names}。",
  "commands.link.noTeam": "{source}中没有下属：{names}。",
};
