/** What headers of appraisal sheets say, in English and Chinese. Compared after `headerWord`. */

type Role =
  | "person"
  | "id"
  | "group"
  | "weight"
  | "total"
  | "rank"
  | "grade"
  | "comment"
  | "evidence"
  | "weighted"
  | "maximum"
  | "date"
  | "summary"
  | "notApplicable";

/** A header in the form it is compared in: no brackets with their content, no blanks, no punctuation, lower case. */
export function headerWord(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[([{【（〔].*?[)\]}】）〕]/g, "")
    .replace(/[\s:：.,，。、*#'"_/\\-]/g, "")
    .toLowerCase();
}

const EXACT: Readonly<Record<Role, readonly string[]>> = {
  person:
    "name employee employeename staff staffname person fullname student candidate supplier vendor team member salesperson 姓名 员工 员工姓名 人员 人员姓名 被考核人 被考核者 被评价人 考核对象 名字 团队 供应商 成员".split(
      " ",
    ),
  id: "id no number nr employeeid staffid employeeno personnelno 工号 编号 序号 员工编号 员工号 人员编号".split(" "),
  group:
    "department dept team unit post position jobtitle title role jobgroup grouping manager supervisor location 部门 岗位 职位 职务 岗位序列 班组 单位 上级 主管 地区 科室".split(
      " ",
    ),
  weight:
    "weight weights weighting weightings weightage w wt importance importancerating 权重 比重 权重占比 权数 分值权重 指标权重 重要性 重要程度".split(
      " ",
    ),
  total:
    "total totals totalscore score finalscore overall overallscore weightedtotal weightedscore sum result average mean 总分 总计 合计 综合得分 总得分 加权总分 最终得分 综合评分 考核得分 得分 加权得分 成绩 总评 平均分 合计得分 考核总分".split(
      " ",
    ),
  rank: "rank ranking position place order 排名 名次 排序 位次".split(" "),
  grade: "grade band rating level status class category 等级 档次 等次 评级 级别 考核等级".split(" "),
  comment:
    "comment comments remark remarks note notes evidence source reason justification feedback 备注 说明 评语 佐证 佐证材料 依据 考核依据 原因 意见 数据来源 评价".split(
      " ",
    ),
  // What a person's results rest on; a source of data is about the indicator and is none.
  evidence:
    "evidence proof supportingevidence 佐证 佐证材料 依据 考核依据 评分依据 证明材料 支撑材料 evidencia evidencias evidência evidências nachweis nachweise beleg belege preuve preuves justificatif justificatifs bukti buktipendukung minhchứng bằngchứng".split(
      " ",
    ),
  weighted: "weighted outcome 加权 折算得分 折算分".split(" "),
  maximum:
    "max maximum maxpoints maximumpoints pointspossible fullmarks outof scale 满分 最高分 总分值 分值 标准分".split(
      " ",
    ),
  date: "date period month year 日期 月份 时间 考核周期 年份 期间".split(" "),
  summary:
    "total totals sum average mean avg max min maximum minimum median count subtotal grandtotal 合计 总计 平均 平均分 平均值 最高 最高分 最低 最低分 小计 人数 中位数 汇总".split(
      " ",
    ),
  notApplicable: "na n/a notapplicable none nil x 不适用 无 不参评 免考 неприменимо нд".split(" "),
};

const WORDS = new Map(Object.entries(EXACT).map(([role, words]) => [role, new Set(words)] as const));

function wordPlays(word: string, text: string, role: Role): boolean {
  if (word !== "" && WORDS.get(role)?.has(word) === true) return true;
  if (role === "weight") return /^(kpi)?(weight|权重)/.test(word) || /权重$/.test(word);
  if (role === "notApplicable") return /^(-|--|—|–)+$/.test(text.trim());
  if (role === "person") return /(姓名|employeename|fullname)/.test(word);
  return role === "rank" && /^(rank|排名)/.test(word);
}

/** Whether a header or label plays a role. Weight labels may go on ("权重分解", "weight %"). */
export const plays = (text: string, role: Role): boolean => wordPlays(headerWord(text), text, role);

/** Whether a header asks for what results rest on, alone or beside comments ("Comments / evidence"). */
export const saysEvidence = (text: string): boolean =>
  plays(text, "evidence") || text.split(/[/、，,;；&+\n]|\band\b|和|及/i).some((part) => plays(part, "evidence"));
