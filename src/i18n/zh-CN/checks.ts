/** 检查的文字：问题、原因、下一步；不能识别的理由；读取时的假定。 */
import type { SameKeys } from "../dictionary";
import type { checks as en } from "../en/checks";

/** 方案中一行可能缺少的内容。 */
const PARTS: Readonly<Record<string, string>> = {
  indicator: "名称",
  kind: "类型",
  direction: "方向",
  baseline: "基准值",
  zeroPoint: "零分点",
  threshold: "门槛值",
  target: "目标值",
  stretch: "挑战值",
  low: "下限",
  high: "上限",
  zeroDistance: "零分距离",
  worstAllowed: "最多允许",
  maximum: "满分",
  daysLate: "逾期天数",
  unitPoints: "每次扣分",
  worthBelow: "第1档以下达成率",
  step1: "第1档起点",
  worth1: "第1档达成率",
  step2: "第2档起点",
  worth2: "第2档达成率",
  step3: "第3档起点",
  worth3: "第3档达成率",
  step4: "第4档起点",
  worth4: "第4档达成率",
  owner: "责任人",
  source: "数据来源",
  unit: "单位",
  due: "完成期限",
};
/** "threshold、zeroPoint", as a list of this language is joined → the words for them. */
const parts = (list: string | number | undefined): string =>
  String(list ?? "")
    .split("、")
    .map((part) => PARTS[part] ?? part)
    .join("、");

export const checks: SameKeys<typeof en> = {
  "checks.W01.title": "权重合计不是 100%",
  "checks.W01.what": ({ plan, sum, gap, side }) =>
    `“${plan ?? ""}”权重合计 ${sum ?? ""}%，${side === "short" ? "还差" : "超出"} ${gap ?? ""} 个百分点。`,
  "checks.W01.why": "权重合计为 100% 时，总分才可以比较。",
  "checks.W01.next": "请按比例补足，或改正填错的权重。",
  "checks.W02.title": "权重未填或不是数字",
  "checks.W02.what": "“{name}”没有有效的权重（{cell}）。",
  "checks.W02.why": "没有权重的指标不计入总分，且不易察觉。",
  "checks.W02.next": "请填写不小于 0 的权重，或删去该指标。",
  "checks.W03.title": "权重为 0",
  "checks.W03.what": "“{name}”的权重为 0（{cell}）。",
  "checks.W03.why": "该指标不影响总分，却仍要考核。",
  "checks.W03.next": "请设置权重，或删去该指标。",
  "checks.W04.title": "权重过小",
  "checks.W04.what": "“{name}”的权重只有 {points}%（{cell}）。",
  "checks.W04.why": "权重低于 {limit}% 的指标几乎不影响总分。",
  "checks.W04.next": "请与其他指标合并，或提高权重。",
  "checks.W05.title": "权重过大",
  "checks.W05.what": ({ name, points, strength, cell }) =>
    `“${name ?? ""}”的权重达到 ${points ?? ""}%${strength === "strong" ? "，超过其余各项之和" : ""}（${cell ?? ""}）。`,
  "checks.W05.why": "权重超过 {limit}% 时，总分几乎由这一项决定。",
  "checks.W05.next": "请拆分该指标，或把部分权重分给其他指标。",
  "checks.W06.title": "指标数量",
  "checks.W06.what": "“{plan}”有 {count} 个指标，一般为 {few} 至 {most} 个，5 至 8 个最好。",
  "checks.W06.why": "指标过少不能反映工作全貌，过多则每项都不重要。",
  "checks.W06.next": "请增加或合并指标。",
  "checks.W07.title": "权重全部相同",
  "checks.W07.what": "“{plan}”的 {count} 个权重全部相同。",
  "checks.W07.why": "权重相同，看不出工作重点。",
  "checks.W07.next": "请按重要程度排序，提高重点指标的权重。",
  "checks.W08.title": "维度权重失衡",
  "checks.W08.what": ({ kind, section, points, count }) =>
    kind === "perspectives"
      ? `四个维度中只有 ${count ?? ""} 个有指标。`
      : kind === "empty"
        ? `维度“${section ?? ""}”没有指标。`
        : `维度“${section ?? ""}”占权重 ${points ?? ""}%。`,
  "checks.W08.why": "每个维度在 {low}% 至 {high}% 之间较为均衡。",
  "checks.W08.next": "请在维度之间调整权重，或为空的维度增加指标。",
  "checks.W09.title": "只有滞后指标或只有领先指标",
  "checks.W09.what": ({ plan, nature }) => `“${plan ?? ""}”只有${nature === "lag" ? "滞后" : "领先"}指标。`,
  "checks.W09.why": "只看结果来不及调整，只看过程又不知道是否有效。",
  "checks.W09.next": "如有可能，请补充另一类指标。",
  "checks.W10.title": "权重集中",
  "checks.W10.what": "“{plan}”的 {count} 个权重只相当于 {effective} 个相同权重。",
  "checks.W10.why": "结果主要取决于少数几项指标。",
  "checks.W10.next": "如非有意，请把权重分得更均匀。",
  "checks.W11.title": "同一指标权重不同",
  "checks.W11.what": "“{name}”在同一岗位序列中出现两次，权重分别为 {other}% 和 {points}%（{cell}）。",
  "checks.W11.why": "同样的工作，衡量标准不一致。",
  "checks.W11.next": "请统一权重，或注明原因。",
  "checks.W12.title": "权重单位混用",
  "checks.W12.what": "“{plan}”的权重混用了小数（0.2）和百分数（20）。",
  "checks.W12.why": "无法判断每个权重的含义，因此不计算总分。",
  "checks.W12.next": "请统一权重的写法。",
  "checks.W12.fix": "把小数改为百分数",
  "checks.W13.title": "重复计算",
  "checks.W13.what": "“{name}”与“{other}”高度一致（相关系数 {r}，{people} 人）。",
  "checks.W13.why": "两项指标相同的部分被重复计分。",
  "checks.W13.next": "请保留一项，或同时降低两项权重。",
  "checks.W14.title": "实际影响力与权重不符",
  "checks.W14.what": ({ name, weight, influence, flat }) =>
    Number(flat ?? 0) > 0
      ? `“${name ?? ""}”${flat ?? ""} 人得分相同，${weight ?? ""}% 的权重不起作用。`
      : `“${name ?? ""}”权重 ${weight ?? ""}%，实际影响力 ${influence ?? ""}%。`,
  "checks.W14.why": "大家得分都相近的指标，权重再高也拉不开差距。",
  "checks.W14.next": "请检查该指标的目标值或评分标准。",
  "checks.W15.title": "维度内权重合计不符",
  "checks.W15.what": ({ kind, section, sum, whole, gap, side, cell }) =>
    `${kind === "sections" ? `“${section ?? ""}”的维度权重` : `维度“${section ?? ""}”内的指标权重`}合计 ${sum ?? ""}%${kind === "parts" ? `，该维度权重为 ${whole ?? ""}%` : ""}，${side === "short" ? "还差" : "超出"} ${gap ?? ""} 个百分点（${cell ?? ""}）。`,
  "checks.W15.why": "权重分两级时，每一级都要恰好分完：合计 100%，或等于该维度的权重。",
  "checks.W15.next": "请改正该维度内的指标权重，或各维度的权重。",
  "checks.W16.title": "签字确认后权重有改动",
  "checks.W16.what": "“{name}”的权重为 {now}，签字确认的是 {agreed}（{cell}）。",
  "checks.W16.why": "双方签字确认的内容，改动须再次确认。",
  "checks.W16.next": "请恢复原权重，或重新签字后登记新的权重。",
  "checks.W16.fix": "恢复签字确认的权重",
  "checks.W17.title": "权重不是 5 的倍数",
  "checks.W17.what": "“{name}”的权重为 {points}%（{cell}）。",
  "checks.W17.why": "权重取 {step} 的倍数更便于说明。",
  "checks.W17.next": "请把权重调整为 {step} 的倍数。",
  "checks.W17.fix": "全部取 {step} 的倍数",
  "checks.S01.title": "数字写成了文本",
  "checks.S01.what": "{person}的“{name}”是文本“{text}”（{cell}）。",
  "checks.S01.why": "求和公式会忽略文本形式的数字。",
  "checks.S01.next": "请改为数字。",
  "checks.S02.title": "得分超出量程",
  "checks.S02.what": "{person}的“{name}”为 {value}，应在 {low} 至 {top} 之间（{cell}）。",
  "checks.S02.why": "一次误填就可能改变排名。",
  "checks.S02.next": "请改正得分，或核对满分。",
  "checks.S03.title": "错误值",
  "checks.S03.what": ({ kind, name, person, error, cell, count }) => {
    const place = `显示 ${error ?? ""}（${cell ?? ""}）`;
    const several = typeof count === "number" && count > 1 ? `另有 ${count - 1} 处相同。` : "";
    if (kind === "weight") return `“${name ?? ""}”的权重${place}。${several}`;
    if (kind === "weighted") return `“${name ?? ""}”的加权得分${place}。${several}`;
    if (kind === "total") return `${name ?? ""}的总分${place}。${several}`;
    if (kind === "rank") return `${name ?? ""}的排名${place}。${several}`;
    if (kind === "sum") return `权重合计${place}。`;
    return `${person ?? ""}的“${name ?? ""}”${place}。`;
  },
  "checks.S03.why": "错误值不是数字，凡引用它的公式都会出错。",
  "checks.S03.next": "请修正公式，或直接填写数字。",
  "checks.S04.title": "得分处是文字",
  "checks.S04.what": "{person}的“{name}”填的是文字“{text}”（{cell}）。",
  "checks.S04.why": "文字无法计分，按未填处理。",
  "checks.S04.next": "请填写数字，或留空。",
  "checks.S05.title": "百分数写法不一",
  "checks.S05.what": "{person}的“{name}”为 {value}，按其余写法应为 {likely}（{cell}）。",
  "checks.S05.why": "输入 95% 时，单元格里可能存成 0.95，得分会相差一百倍。",
  "checks.S05.next": "请在整列使用同一种写法。",
  "checks.S05.fix": "改为 {likely}",
  "checks.S06.title": "评分量表的折算",
  "checks.S06.what": ({ kind, scale, point, name, cell }) =>
    kind === "unknown"
      ? `“${name ?? ""}”按 ${scale ?? ""} 档评分，但折算表中没有这种量表（${cell ?? ""}）。`
      : `${scale ?? ""} 档量表中，第 ${point ?? ""} 档${kind === "empty" ? "没有折算值" : "的折算值低于前一档"}（${cell ?? ""}）。`,
  "checks.S06.why": "评分越高，折算值不应越低，每一档都要有折算值。",
  "checks.S06.next": "请在“设置”中改正折算表。",
  "checks.C01.title": "有未填项",
  "checks.C01.what": ({ person, count, of, names, cell }) =>
    `${person ?? ""}共 ${of ?? ""} 项，还有 ${count ?? ""} 项未填：${String(names ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`,
  "checks.C01.why": "未填不等于 0 分：填完之前只有暂定总分，不参加排名。",
  "checks.C01.next": "请补填，或注明不适用及原因。",
  "checks.C02.title": "不适用但未写原因",
  "checks.C02.what": "{person}的“{name}”标为不适用，但没有写原因（{cell}）。",
  "checks.C02.why": "写明原因后，其权重才分给其他指标。",
  "checks.C02.next": "请在旁边写明原因。",
  "checks.C03.title": "未填的多为上期弱项",
  "checks.C03.what": ({ person, count, weak, names, cell }) =>
    `${person ?? ""}未填的 ${count ?? ""} 项中，有 ${weak ?? ""} 项上期低于目标：${String(names ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`,
  "checks.C03.why": "弱项不填，结果会显得比实际好。",
  "checks.C03.next": "请先补齐这些结果。",
  "checks.C04.title": "指标设置不完整",
  "checks.C04.what": ({ name, needs, cell }) => `“${name ?? ""}”缺少：${parts(needs)}（${cell ?? ""}）。`,
  "checks.C04.why": "缺少这些内容就无法计算得分。",
  "checks.C04.next": "请补全该类指标所需的内容。",
  "checks.C05.title": "责任人、数据来源或期限未写",
  "checks.C05.what": ({ name, needs, cell }) => `“${name ?? ""}”没有写明：${parts(needs)}（${cell ?? ""}）。`,
  "checks.C05.why": "无人负责、查不到来源的数据难以服人。",
  "checks.C05.next": "请写明由谁负责，数据来自哪个报表或系统。",
  "checks.C06.title": "指标没有录入列",
  "checks.C06.what": "“{name}”在方案中的权重为 {points}，但评分录入表中没有它的列（{cell}）。",
  "checks.C06.why": "它占用权重，却无法评分。",
  "checks.C06.next": "请从方案中删去该行，或在窗格“人员”中按方案重做工作表。",
  "checks.C07.title": "指标编号重复或缺失",
  "checks.C07.what": ({ name, id, kind, cell }) =>
    kind === "twice"
      ? `编号 ${id ?? ""} 在方案中重复，另见“${name ?? ""}”（${cell ?? ""}）。`
      : `“${name ?? ""}”在方案中没有编号（${cell ?? ""}）。`,
  "checks.C07.why": "公式按编号查找指标，只取第一个，另一个不会计分。",
  "checks.C07.next": "请填写评分录入表中该列上方的编号，或删去该行。",
  "checks.E01.title": "缺少佐证",
  "checks.E01.what": ({ kind, person, count, names, cell }) =>
    kind === "nobody"
      ? `${count ?? ""} 人有得分，但佐证一列全部为空（${cell ?? ""}）。`
      : kind === "none"
        ? `${person ?? ""}的 ${count ?? ""} 项得分都没有写佐证（${cell ?? ""}）。`
        : kind === "thin"
          ? `${person ?? ""}有 ${count ?? ""} 项评分依据的事件不足：${String(names ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`
          : `${person ?? ""}有 ${count ?? ""} 项实际值没有佐证：${String(names ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`,
  "checks.E01.why": "有佐证的结果才经得起核对。",
  "checks.E01.next": ({ kind, incidents, months, days }) =>
    kind === "thin"
      ? `每项评分应有至少 ${incidents ?? ""} 条事件，来自至少 ${months ?? ""} 个月，且不能全部在周期最后 ${days ?? ""} 天才登记。`
      : kind === "record"
        ? "请在“佐证台账”登记一条。"
        : "请在该单元格写明得分的依据。",
  "checks.E02.title": "佐证记录对不上",
  "checks.E02.what": ({ id, kind, cell }) =>
    `佐证 ${id ?? ""} ${kind === "period" ? "的日期不在考核周期内" : kind === "undated" ? "没有日期" : kind === "person" ? "的人员不在名单中" : "的指标不在方案中"}（${cell ?? ""}）。`,
  "checks.E02.why": "这样的记录不能作为考核依据。",
  "checks.E02.next": "请改正编号或日期。",
  "checks.E03.title": "极端评分没有说明",
  "checks.E03.what": ({ person, count, names, cell }) =>
    `${person ?? ""}有 ${count ?? ""} 项最高或最低档评分没有文字说明：${String(names ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`,
  "checks.E03.why": "很高或很低的评分，必须有事实依据。",
  "checks.E03.next": "请在“佐证台账”为此人登记：何时、发生了什么。",
  "checks.E04.title": "说明过短或雷同",
  "checks.E04.what": ({ kind, person, count, names, length, cell }) =>
    kind === "copied"
      ? `${count ?? ""} 人的说明完全相同：${String(person ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`
      : `${person ?? ""}的“${String(names ?? "").replaceAll(", ", "、")}”为最高或最低档评分，说明不足 ${length ?? ""} 个字符（${cell ?? ""}）。`,
  "checks.E04.why": "寥寥数语或千篇一律，看不出评分的依据。",
  "checks.E04.next": "请写明此人做了什么、结果如何。",
  "checks.E05.title": "只有一个观察人",
  "checks.E05.what": "{person}的 {count} 条事件都来自{source}（{cell}）。",
  "checks.E05.why": "一个人只能看到一个侧面。",
  "checks.E05.next": "请再向其他共事的人了解情况。",
  "checks.E06.title": "连续数月没有记录",
  "checks.E06.what": "{person}连续 {gap} 个月没有记录（{cell}）。",
  "checks.E06.why": "没有记下的事，记忆往往有偏差。",
  "checks.E06.next": "评分前请补查这几个月的事实。",
  "checks.E07.title": "记录集中在期末",
  "checks.E07.what": "{person}的 {count} 条事件中，{share}% 发生在考核周期的最后四分之一（{cell}）。",
  "checks.E07.why": "近期的事容易看得过重，考核的是整个周期。",
  "checks.E07.next": "请补查前几个月的事实。",
  "checks.E08.title": "登记过晚",
  "checks.E08.what": ({ person, count, longest, days, cell }) =>
    `${person ?? ""}有 ${count ?? ""} 条记录在事后超过 ${days ?? ""} 天才登记，最长 ${longest ?? ""} 天（${cell ?? ""}）。`,
  "checks.E08.why": "几周之后，记忆就会走样。",
  "checks.E08.next": "请在事后几天内登记。",
  "checks.E09.title": "记录只有一面",
  "checks.E09.what": ({ person, count, side, cell }) =>
    `${person ?? ""}的 ${count ?? ""} 条记录全是${side === "for" ? "正面" : "负面"}的（${cell ?? ""}）。`,
  "checks.E09.why": "没有人只有优点或只有缺点，公正的记录两面都有。",
  "checks.E09.next": "如有另一面的事实，也请登记。",
  "checks.E10.title": "记录未告知本人",
  "checks.E10.what": ({ person, count, cell }) =>
    `${person ?? ""}有 ${count ?? ""} 条记录尚未告知本人（${cell ?? ""}）。`,
  "checks.E10.why": "不应到签字确认时才让本人知道几个月前的记录。",
  "checks.E10.next": "请与本人沟通，并填写告知日期。",
  "checks.E11.title": "文件没有链接",
  "checks.E11.what": "佐证 {id} 的来源是文件，但没有写明在哪里（{cell}）。",
  "checks.E11.why": "找不到的文件不能作为考核依据。",
  "checks.E11.next": "请填写路径、网址或文件编号。",
  "checks.E12.title": "加扣分缺事由或佐证",
  "checks.E12.what": ({ id, kind, cell }) =>
    `加扣分记录 ${id ?? ""} ${kind === "ground" ? "没有写明事由" : kind === "date" ? "没有考核周期内的日期" : "缺少佐证"}（${cell ?? ""}）。`,
  "checks.E12.why": "方案之外的加扣分最容易被问起。",
  "checks.E12.next": "请写明事实、日期和佐证材料。",
  "checks.B01.title": "等级顺序有误",
  "checks.B01.what": "等级“{band}”从 {from} 分起，高于上一等级（{cell}）。",
  "checks.B01.why": "等级按分数线从高到低判定。",
  "checks.B01.next": "请按从高到低填写分数线。",
  "checks.B02.title": "两个等级分数线相同",
  "checks.B02.what": "等级“{band}”与上一等级都从 {from} 分起（{cell}）。",
  "checks.B02.why": "其中一个等级永远不会出现。",
  "checks.B02.next": "请修改其中一个分数线。",
  "checks.B03.title": "部分总分没有等级",
  "checks.B03.what": "最低等级“{band}”从 {from} 分才开始（{cell}）。",
  "checks.B03.why": "更低的总分将没有等级。",
  "checks.B03.next": "请让最低等级从 0 分起。",
  "checks.B04.title": "等级不完整",
  "checks.B04.what": ({ band, kind, cell }) =>
    kind === "name" ? `有一个等级没有名称（${cell ?? ""}）。` : `等级“${band ?? ""}”没有分数线（${cell ?? ""}）。`,
  "checks.B04.why": "本应属于该等级的总分会落入下一等级。",
  "checks.B04.next": "请填写分数线和名称，或删去该行。",
  "checks.B05.title": "等级无人能达到",
  "checks.B05.what": "等级“{band}”从 {from} 分起，但最高只能得 {best} 分（{cell}）。",
  "checks.B05.why": "无人能达到的等级没有激励作用。",
  "checks.B05.next": "请降低分数线，或设置挑战值。",
  "checks.V01.title": "一票否决项不完整",
  "checks.V01.what": ({ gate, kind, cell }) =>
    `否决项“${gate ?? ""}”${kind === "band" ? "的封顶等级不在等级表中" : kind === "line" ? "的指标不在方案中" : "没有界限值"}（${cell ?? ""}）。`,
  "checks.V01.why": "这样的否决项不会起作用。",
  "checks.V01.next": "请填写封顶等级；按指标判定的，还需填写指标编号和界限值。",
  "checks.V02.title": "一票否决项待确认",
  "checks.V02.what": ({ person, count, names, cell }) =>
    `${person ?? ""}有 ${count ?? ""} 项否决项待确认：${String(names ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`,
  "checks.V02.why": "确认之前，等级仍可能下调。",
  "checks.V02.next": "请在评分录入表中填写是或否。",
  "checks.V03.title": "达标也会触犯否决项",
  "checks.V03.what": ({ gate, name, kind, below, target, cell }) =>
    kind === "lower"
      ? `否决项“${gate ?? ""}”在低于 ${below ?? ""} 时触犯，但“${name ?? ""}”越低越好（${cell ?? ""}）。`
      : `否决项“${gate ?? ""}”在低于 ${below ?? ""} 时触犯，但“${name ?? ""}”的目标值为 ${target ?? ""}（${cell ?? ""}）。`,
  "checks.V03.why": "达到目标的人也会被限制等级。",
  "checks.V03.next": "请把界限值设在目标值以下，或改为按是否判定。",
  "checks.V04.title": "加扣分未计入任何人",
  "checks.V04.what": ({ id, kind, cell }) =>
    kind === "incomplete"
      ? `加扣分项 ${id ?? ""} 缺名称、类别或分值（${cell ?? ""}）。`
      : `加扣分记录 ${id ?? ""} ${kind === "person" ? "的人员不在人员名单中" : kind === "item" ? "的项目不在加扣分项中" : "没有写明次数"}（${cell ?? ""}）。`,
  "checks.V04.why": "这些分值没有计入任何人的综合得分。",
  "checks.V04.next": "请补全该行，或清空该行。",
  "checks.V05.title": "加分或扣分已达上限",
  "checks.V05.what": ({ person, bonus, deduction, cell }) =>
    `${person ?? ""}的加扣分超过上限，实际计入加分 ${bonus ?? ""}、扣分 ${deduction ?? ""}（${cell ?? ""}）。`,
  "checks.V05.why": "超出上限的部分不影响综合得分。",
  "checks.V05.next": "无需处理；上限见“设置”和加扣分项。",
  "checks.P01.title": "不同方案混合排名",
  "checks.P01.what": ({ count, plans, cell }) =>
    `排名混合了 ${count ?? ""} 个方案：${String(plans ?? "").replaceAll(", ", "、")}（${cell ?? ""}）。`,
  "checks.P01.why": "不同方案的总分衡量标准不同，不能直接比较。",
  "checks.P01.next": "请按方案分别排名。",
  "checks.P02.title": "人数过少",
  "checks.P02.what": "“{plan}”只有 {count} 人。",
  "checks.P02.why": "少于 {people} 人时，排名意义不大。",
  "checks.P02.next": "请参考总分和等级，不宜只看排名。",
  "checks.P03.title": "人员重复或缺少编号",
  "checks.P03.what": ({ person, key, kind, cell }) =>
    kind === "twice"
      ? `“${key ?? ""}”在名单中重复（${cell ?? ""}）。`
      : `${person === "" ? "有一人" : (person ?? "")}缺少编号或姓名（${cell ?? ""}）。`,
  "checks.P03.why": "编号相同的人，结果会混在一起。",
  "checks.P03.next": "请为每人设置唯一的编号。",
  "checks.P04.title": "不在人员名单中",
  "checks.P04.what": "“{key}”不在人员名单中（{cell}）。",
  "checks.P04.why": "姓名、岗位序列和佐证都按名单查找，这一行查不到。",
  "checks.P04.next": "请在“人员”表中登记此人，或改正编号。",
  "checks.P05.title": "人员没有考核方案",
  "checks.P05.what": "{person}没有对应的考核方案。",
  "checks.P05.why": "此人将没有考核结果。",
  "checks.P05.next": "请填写岗位序列，或为其增加方案。",
  "checks.P06.title": "考核时间不足",
  "checks.P06.what": ({ person, kind, days, least, cell }) =>
    kind === "turned"
      ? `${person ?? ""}的离开日期早于加入日期（${cell ?? ""}）。`
      : `${person ?? ""}在考核周期内只有 ${days ?? ""} 天，要求 ${least ?? ""} 天（${cell ?? ""}）。`,
  "checks.P06.why": "几周时间看不出工作成绩，评分本身不按天数打折。",
  "checks.P06.next": "请不把此人列入排名，或在“人员”表中改正日期。",
  "checks.T03.title": "公式被覆盖或删除",
  "checks.T03.what": ({ column, count, cell }) =>
    `“${column ?? ""}”列有 ${count ?? ""} 个公式被覆盖、改动或删除（${cell ?? ""}）。`,
  "checks.T03.fix": "恢复公式",
  "checks.T03.why": "这些单元格不再随录入内容变化。",
  "checks.T03.next": "请恢复公式，或撤销所作的输入。",
  "checks.T04.title": "总分未更新",
  "checks.T04.what": "{person}：表中显示 {own}，按方案和录入应为 {ours}（{cell}）。",
  "checks.T04.why": "不随录入变化的总分不是真实结果。",
  "checks.T04.next": "请按 F9 重新计算；如仍不同，请查找被改动的公式。",
  "checks.W01.fix.scale": "按比例调整为 {whole}%",
  "checks.W01.fix.largest": "把差额计入“{name}”",
  "checks.W01.fix.one": "取整数百分比",
  "checks.W01.fix.five": "取 5% 的倍数",
  "checks.S01.fix": "改为数字",
  "checks.X01.title": "本行检查未通过",
  "checks.X01.what": "{row}：{word}。",
  "checks.X01.why": "这是本表自带的检查公式，没有加载项也会提示。",
  "checks.X01.next": "请转到该行，按左侧单元格补齐或更正。",
  "checks.X02.title": "结果与录入不符",
  "checks.X02.what": ({ row, shown, expected }) =>
    `${String(row ?? "")}显示为${shown === "" ? "空" : String(shown ?? "")}，按录入应为${expected === "" ? "空" : String(expected ?? "")}。`,
  "checks.X02.why": "系统按录入内容另行计算一次，两者应当一致。",
  "checks.X02.next": "请查看本表的公式、列表或行是否被改动。",
  "checks.X03.title": "项目没有评分位置",
  "checks.X03.what": "“{name}”没有评分位置，无法据此评价任何人。",
  "checks.X03.why": "这一行是在表格下方自行填写的：权重已计入，但各表没有它的行。",
  "checks.X03.next": "请在窗格选择“增加评价项目”等，重做工作表后即有评分位置。",
  "checks.refused.noPlan": "这份考核表缺少“考核方案”表格。",
  "checks.refused.noEntry": "这份考核表缺少“评分录入”表格。",
};
