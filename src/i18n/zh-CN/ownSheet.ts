/** What is said of a sheet of the user: its totals and ranks, why it is refused, what was assumed to read it. */
import type { SameKeys } from "../dictionary";
import type { ownSheet as en } from "../en/ownSheet";

/** Known mistakes of totals and ranks, by their codes. */
const mistakes = {
  "checks.mistake.rank-range-slides": "排名公式的区域逐行下移。",
  "checks.mistake.subtotal-counted-twice": "总分把小计又加了一次。",
  "checks.mistake.unweighted-sum": "总分没有按权重计算。",
  "checks.mistake.equal-totals-ranked-apart": "总分相同，名次却不同。",
  "checks.mistake.text-number-skipped": "以文本形式填写的数字没有计入总分。",
  "checks.mistake.too-few-columns": "总分少算了得分。",
  "checks.mistake.blank-counted-as-zero": "缺少的得分按 0 分计算。",
  "checks.mistake.total-differs": "总分与加权得分不符。",
  "checks.mistake.rank-differs": "排名与总分不符。",
};

/** The mistake behind a difference as a further sentence; nothing where it is no known one. */
function causeOf(mistake: string | number | undefined): string {
  const known = Object.entries(mistakes).find(([key]) => key === `checks.mistake.${String(mistake)}`)?.[1];
  return known === undefined || String(mistake).endsWith("-differs") ? "" : known;
}

export const ownSheet: SameKeys<typeof en> = {
  ...mistakes,
  "checks.B06.title": "等级区间不衔接",
  "checks.B06.what": ({ kind, from, to, cell }) =>
    kind === "overlap"
      ? `${to ?? ""} 至 ${from ?? ""} 同时属于两个等级（${cell ?? ""}）。`
      : `${from ?? ""} 与 ${to ?? ""} 之间没有等级（${cell ?? ""}）。`,
  "checks.B06.why": "落在其中的结果无法定级，或定级随意。",
  "checks.B06.next": "请让每个等级从下一等级的终点开始。",
  "checks.T01.title": "总分不一致",
  "checks.T01.what": ({ person, own, ours, kind, count, mistake }) => {
    const cause = causeOf(mistake);
    if (kind === "blank") return `${person ?? ""}：缺少得分，表中总分却为 ${own ?? ""}。${cause}`;
    return kind === "all"
      ? `表中 ${count ?? ""} 个总分都与权重不符，例如${person ?? ""}为 ${own ?? ""}，应为 ${ours ?? ""}。${cause}`
      : `${person ?? ""}：表中总分为 ${own ?? ""}，按权重计算为 ${ours ?? ""}。${cause}`;
  },
  "checks.T01.why": "表中的总分与表中的权重不符。",
  "checks.T01.next": "请检查总分的公式。",
  "checks.T02.title": "排名不一致",
  "checks.T02.what": ({ person, own, right, cell, mistake }) =>
    `${person ?? ""}显示第 ${own ?? ""} 名，按总分应为第 ${right ?? ""} 名（${cell ?? ""}）。${causeOf(mistake)}`,
  "checks.T02.why": "排名与总分不符，看表的人仍会当作结论。",
  "checks.T02.next": "请用同一个公式对全部总分排名，并固定区域（加 $）。",
  "checks.refused.notAScorecard": "这不是考核表：没有找到带得分的人员或指标。请打开有得分的工作表，或新建考核表。",
  "checks.refused.log": "这是接受检查问题的操作记录，请转到有评分的工作表。",
  "checks.refused.noPeople": "没有找到人员名单：需要一列“姓名”，每行一人。",
  "checks.refused.noCriteria": "没有找到指标：姓名右侧需要有标题和得分的列。",
  "checks.refused.noWeights": "没有权重，无法计算加权总分。请加一行或一列“权重”，为每个指标填写 20%、0.2 或 20。",
  "checks.refused.noScores": "还没有得分，无法计算加权总分。请填写得分。",
  "checks.refused.pairwise": "这里对指标做两两比较，只能得出权重，不能得出总分。请另加一张这些指标的得分表。",
  "checks.refused.definitions": "这里只有等级说明，没有得分。请加一列，填写达到的等级。",
  "checks.refused.mixedWeights": "同一组权重中小数与百分数混用，无法计算加权总分。请统一写法。",
  "checks.refused.mixedScales":
    "有的数值越小越好，量级又相差很大，不能直接相加。请先换算为同一量级，例如 0 至 100 分。",
  "checks.refused.symbols": "得分是 +、− 等符号。请改为数字，例如 1、0、−1。",
  "checks.refused.severalRows": "每个名称占了几行，而且不止一行有得分，无法判断以哪一行为准。请每人只占一行。",
  "checks.refused.ticks": "等级已勾选，但等级标题没有分值。请在标题中写明分值，例如“良好（3 分）”，或在每行填写得分。",
  "checks.refused.noHeader": "这里像是姓名和数字，但没有标题说明各列是什么。请在上方加一行标题，并写明每列的权重。",
  "checks.refused.fuzzy": "每项指标用三个数表示（最低、最可能、最高），不能直接加权合计。请先把三个数折算成一个数。",
  "checks.refused.powers":
    "这里的结果由得分的乘方相乘得出（加权乘积法），无法用加权求和核对。如需加权总分，请加一列，按得分乘以权重求和。",
  "checks.refused.tallies":
    "这里统计的是每个等级有多少人选，不是得分。请加一列平均分：等级分值乘以人数，再除以总人数。",
  "checks.refused.capped":
    "总分公式中各部分的得分不超过该部分满分，全写在一个公式里。请为每个部分单列一列得分并写明满分，才能核对总分。",
  "checks.refused.allocation": "这张表说明各项指标在哪些环节占多少分，没有得分。请打开有得分的工作表。",
  "checks.assumed.percent": "{cell} 的权重按百分数读取。",
  "checks.assumed.fraction": "{cell} 的权重按占比读取，合计应为 100%。",
  "checks.assumed.importance": "{cell} 的权重按重要程度读取，不要求合计为 100%。",
  "checks.assumed.maximum": "{cell} 的数字按满分读取，得分先除以满分。",
  "checks.assumed.inScore": "得分已含权重：都不超过 {cell} 的权重，直接相加。",
  "checks.assumed.beside": "按本表总分的算法，在权重之外另行加减：{names}。",
  "checks.assumed.ticks": "勾选按所在等级的分值读取。",
  "checks.assumed.solved": "此工作表中没有权重，这里由得分和总分推算得出，与全部总分完全相符。",
  "checks.assumed.blocks": "此工作表中有 {count} 张表，分别计分和排名。",
  "checks.assumed.chosen": "此工作表中有 {count} 张表，按所选只对 {cell} 计分。",
  "checks.family.sum": "“{sheet}”的权重合计为 {sum}%，另有 {good} 张工作表的权重完整。",
  "checks.family.weight": "“{name}”的权重在“{sheet}”中为 {own}，在其他工作表中为 {others}。",
  "checks.family.missing": "“{sheet}”缺少其他工作表都有的{names}。",
  "checks.family.extra": "“{name}”只在“{sheet}”中，其他工作表没有。",
  "checks.family.personal": "各工作表的指标不同，总分比较的是各自的完成程度。",
  "checks.family.scale": "“{sheet}”的得分最高到 {own}，其他工作表到 {others}，总分不可比较。",
  "checks.family.twice": "{name}同时在多张工作表中：{sheets}。",
  "checks.family.absent": "{name}在 {of} 张工作表中的 {on} 张里，取这些的平均。",
  "checks.family.more": "同类问题还有 {count} 个。",
  "checks.family.units": "各工作表的总分算法不同，这里都按加权平均显示。",
  "checks.family.otherShape": "表格结构不同。",
  "checks.assumed.hiddenSheet": "工作表“{sheet}”是隐藏的。",
  "checks.assumed.date1904": "此工作簿的日期从 1904 年起计算。",
  "checks.assumed.cut": "只检查了 {cell}：远处还有其他单元格。若属误填，请删除。",
  "checks.assumed.hiddenRows": "隐藏或被筛选掉的 {count} 行也计算在内。",
  "checks.assumed.hiddenColumns": "隐藏的 {count} 列也计算在内。",
  "checks.assumed.mixed": "{cell} 的权重单位混用。",
  "checks.assumed.scale": "得分范围为 0 至 {top}。",
};
