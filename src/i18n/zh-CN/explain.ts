/** "Explain this sheet": what a sheet rates, how, and what is doubtful in it. */
import type { SameKeys } from "../dictionary";
import type { explain as en } from "../en/explain";

export const explain: SameKeys<typeof en> = {
  "checks.explain.subject": ({ kind, people, criteria, name }) => {
    const on = `${criteria ?? ""} 项指标`;
    if (kind === "periods") return `此表记录 ${on}在 ${people ?? ""} 个周期的得分。`;
    if (kind === "form") return `此表按 ${on}评价${name ?? ""}。`;
    if (kind === "nobody") return `此表按 ${on}评价一个对象，但没有写明是谁。`;
    if (kind === "compared") return `此表按 ${on}比较 ${people ?? ""} 个方案。`;
    return `此表按 ${on}评价 ${people ?? ""} 个对象。`;
  },
  "checks.explain.block": "表格 {range}：",
  "checks.explain.held": ({ criteria, people, range }) =>
    `${range ?? ""} 有 ${criteria ?? ""} 项指标${Number(people) > 0 ? `，${people ?? ""} 个可评分的对象` : ""}。`,
  "checks.explain.groups": "指标分为 {count} 组。",
  "checks.explain.shares": "各项得分按旁边的满分折算成比例后计分。",
  "checks.explain.attainment": "得分由目标值和实际值得出。",
  "checks.explain.weightsInFormulas": "权重只写在公式里，表面看不到。",
  "checks.explain.weights": ({ family, sum, expected, where, isOff }) => {
    const at = where === "" ? "" : `（${where ?? ""}）`;
    if (family === "importance") return `权重${at}是重要程度，按各自占 ${sum ?? ""} 的比例计算。`;
    if (family === "maximum") return `各项指标${at}各有满分，共 ${sum ?? ""}，得分先除以满分。`;
    if (family === "in-score") return `得分已含权重：都不超过各自的权重${at}，直接相加。`;
    return isOff === 1
      ? `权重${at}合计 ${sum ?? ""}，应为 ${expected ?? ""}。`
      : `权重${at}合计 ${sum ?? ""}，符合要求。`;
  },
  "checks.explain.levels": "权重分两级：{count} 个部分，各部分内再分指标。",
  "checks.explain.unweighted": ({ count }) => `${count ?? ""} 项指标没有权重，不计入总分。`,
  "checks.explain.equalWeights": "各项指标权重相同。",
  "checks.explain.heaviest": "“{name}”影响最大，占权重的 {share}%。",
  "checks.explain.added": ({ names, count }) => `权重之外另加 ${count ?? ""} 项：${names ?? ""}。`,
  "checks.explain.takenOff": ({ names, count }) => `权重之外另扣 ${count ?? ""} 项：${names ?? ""}。`,
  "checks.explain.lower": ({ names, count }) => `以下 ${count ?? ""} 项越小越好：${names ?? ""}。`,
  "checks.explain.waiting": ({ count, people, names }) =>
    `${people ?? ""} 个对象中有 ${count ?? ""} 个缺少得分，暂无总分：${names ?? ""}。`,
  "checks.explain.texts": ({ count }) => `${count ?? ""} 个得分是文本，求和时不计入。`,
  "checks.explain.errors": ({ count }) => `${count ?? ""} 个得分显示错误值。`,
  "checks.explain.beyond": ({ count }) => `${count ?? ""} 个得分超出评分范围。`,
  "checks.explain.noTotals": "表中没有自己的总分。",
  "checks.explain.totals": ({ where, count, typed, wrong }) => {
    const right = Number(count) - Number(wrong);
    const verdict = wrong === 0 ? "都按权重计算" : `${String(right)} 个按权重计算，${wrong ?? ""} 个不符`;
    return `总分（${where ?? ""}）共 ${count ?? ""} 个，${typed === 1 ? "手工填写" : "由公式得出"}，${verdict}。`;
  },
  "checks.explain.first": "按权重计算，{name}第一，总分 {total}。",
  "checks.explain.noRanks": "表中没有排名。",
  "checks.explain.ranks": ({ where, typed, wrong }) =>
    `排名（${where ?? ""}）${typed === 1 ? "手工填写" : "由公式得出"}，${wrong === 0 ? "与总分一致" : `${wrong ?? ""} 个与总分不符`}。`,
  "checks.explain.ties": "{count} 个对象总分相同，没有办法分出先后：{names}。",
  "checks.explain.mistake.rank-range-slides": ({ count }) => `${count ?? ""} 个排名的区域逐行下移。`,
  "checks.explain.mistake.subtotal-counted-twice": ({ count }) => `${count ?? ""} 个总分把小计算了两次。`,
  "checks.explain.mistake.unweighted-sum": ({ count }) => `${count ?? ""} 个总分没有按权重计算。`,
  "checks.explain.mistake.equal-totals-ranked-apart": ({ count }) => `${count ?? ""} 个总分相同的对象名次不同。`,
  "checks.explain.mistake.text-number-skipped": ({ count }) => `${count ?? ""} 个总分漏掉了文本数字。`,
  "checks.explain.mistake.too-few-columns": ({ count }) => `${count ?? ""} 个总分少算了得分。`,
  "checks.explain.mistake.blank-counted-as-zero": ({ count }) => `${count ?? ""} 个总分把缺少的得分按 0 分计算。`,
  "checks.explain.mistake.total-differs": ({ count }) => `${count ?? ""} 个总分不符，原因不明。`,
  "checks.explain.mistake.rank-differs": ({ count }) => `${count ?? ""} 个排名不符，原因不明。`,
  "checks.explain.bands": "等级在 {where}。",
  "checks.explain.noEvidence": "表中没有写明得分的依据。",
  "checks.explain.evidence": ({ where, empty, of }) =>
    empty === 0
      ? `说明在 ${where ?? ""}，都已填写。`
      : `说明在 ${where ?? ""}，${of ?? ""} 个中有 ${empty ?? ""} 个未填。`,
  "checks.explain.generated": "“{title}”是 Evenhand 生成的考核表，{people} 人，{criteria} 项指标。",
  "checks.explain.filled": "应填 {toFill} 个结果，已填 {filled} 个。",
  "checks.explain.method": "由衡评生成的“{title}”，共 {people} 人。",
  "checks.explain.open": ({ count }) =>
    count === 0 ? "没有待处理的问题，所有结果均与录入一致。" : `有 ${String(count)} 个问题待处理。`,
  "checks.explain.empty": "此工作表是空的。",
  "checks.explain.protected": "此工作表受保护。",
};
