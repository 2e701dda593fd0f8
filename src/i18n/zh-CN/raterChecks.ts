/** What the checks of raters (R), cascade (G), planning (M) and workload (D) say. */
import type { SameKeys } from "../dictionary";
import type { raterChecks as en } from "../en/raterChecks";

const GROUPS: Readonly<Record<string, string>> = { peers: "同事评价", reports: "下级评价", customers: "客户评价" };

export const raterChecks: SameKeys<typeof en> = {
  "checks.R01.title": "评分偏松或偏严",
  "checks.R01.what": ({ rater, shift, side, count }) =>
    `${rater ?? ""}的评分比其他评价人${side === "above" ? "高" : "低"}${shift ?? ""}分（涉及${count ?? ""}人）。`,
  "checks.R01.why": "同样的表现，因评价人不同而得分不同。也可能是团队本身较强或较弱：值得沟通，不作定论。",
  "checks.R01.next": "跨评价人比较之前，先结合事例沟通。",
  "checks.R02.title": "居中趋势",
  "checks.R02.what": "{rater}有{percent}%的评分打在中间分（涉及{count}人）。",
  "checks.R02.why": "大家都是中间分，就看不出表现的好坏。",
  "checks.R02.next": "请各举一个明显较好和较差的事例。",
  "checks.R03.title": "只用了少数几个分值",
  "checks.R03.what": "{rater}给{count}人评分只用了{points}个分值。",
  "checks.R03.why": "分值用得太少，难以区分差异。",
  "checks.R03.next": "一起重读各分值的说明，再核对评分。",
  "checks.R04.title": "晕轮误差迹象",
  "checks.R04.what": "{rater}对同一人的各方面评分几乎相同（相关系数{correlation}，涉及{count}人）。",
  "checks.R04.why": "一个突出印象可能影响了其他方面。也可能确实如此：值得沟通，不作定论。",
  "checks.R04.next": "先就一个方面给所有人评分，再评下一个方面。",
  "checks.R05.title": "各项分值完全相同",
  "checks.R05.what": "{rater}给{count}人中的{percent}%各项都打了同一个分值。",
  "checks.R05.why": "很少有人在各方面都一样好。",
  "checks.R05.next": "请为每人写出一个优点和一个待改进之处。",
  "checks.R06.title": "评分雷同",
  "checks.R06.what": ({ kind, rater, count, names }) =>
    kind === "marks"
      ? `${rater ?? ""}给${count ?? ""}人打了完全相同的分：${names ?? ""}。`
      : `${rater ?? ""}给${count ?? ""}人写了相同的评语：${names ?? ""}。`,
  "checks.R06.why": "照抄的评价没有针对任何人。",
  "checks.R06.next": "请按每人的实际工作重新评价。",
  "checks.R07.title": "评分与实际结果相差较大",
  "checks.R07.what": ({ person, rating, apart, side, total, band }) =>
    `${person ?? ""}：平均评分${rating ?? ""}，比按结果计算的总分${total ?? ""}（${band ?? ""}）${side === "above" ? "高" : "低"}${apart ?? ""}个等级。`,
  "checks.R07.why": "要么评分有遗漏，要么数据有遗漏。",
  "checks.R07.next": "确定等级前核对两方面，并写明差异原因。",
  "checks.R08.title": "评分比上期偏高",
  "checks.R08.what": "同样的{count}人，评分比上期平均上升{rise}分。",
  "checks.R08.why": "评分逐期上涨，等级就失去意义。",
  "checks.R08.next": "说明哪些方面有进步，并重读各分值的说明。",
  "checks.R09.title": "自评明显高于上级评价",
  "checks.R09.what": "{person}自评{own}，上级评价{boss}。",
  "checks.R09.why": "有些差异很正常；差异较大时，最好在结果确定前沟通。",
  "checks.R09.next": "在绩效面谈中对照事例。",
  "checks.R10.title": "评价人数不足",
  "checks.R10.what": ({ person, group, count, raters }) =>
    `${person ?? ""}：${GROUPS[String(group)] ?? group ?? ""}只有${count ?? ""}人作答，至少需要${raters ?? ""}人。`,
  "checks.R10.why": "人数太少时，容易猜出是谁的评价。",
  "checks.R10.next": "请增加评价人，或与其他组合并显示。",
  "checks.G01.title": "目标循环",
  "checks.G01.what": "以下目标互为上级，形成循环：{names}。",
  "checks.G01.why": "循环的目标无法汇总。",
  "checks.G01.next": "让其中一个目标支撑更上一级的目标。",
  "checks.G02.title": "目标找不到上级",
  "checks.G02.what": ({ kind, goal, id, parent }) =>
    kind === "duplicate"
      ? `编号${id ?? ""}对应两个目标，其中一个是“${goal ?? ""}”。`
      : `“${goal ?? ""}”的上级目标${parent ?? ""}不在列表中。`,
  "checks.G02.why": "它的结果无法汇总到上级目标。",
  "checks.G02.next": "请更正编号。",
  "checks.G03.title": "目标无人承接",
  "checks.G03.what": "“{goal}”没有下级目标，而同为{level}的其他目标都有。",
  "checks.G03.why": "无人承接的目标很难达成。",
  "checks.G03.next": "补充承接它的下级目标，或标为支持性目标。",
  "checks.G04.title": "目标时间超出上级目标",
  "checks.G04.what": ({ goal, parent, side }) =>
    `“${goal ?? ""}”${side === "early" ? "早于" : "晚于"}其上级目标“${parent ?? ""}”${side === "early" ? "开始" : "结束"}。`,
  "checks.G04.why": "过早或过晚的结果不能计入上级目标。",
  "checks.G04.next": "请更正日期。",
  "checks.G05.title": "下级目标权重合计不为100",
  "checks.G05.what": "“{goal}”下的目标权重合计{sum}，不是100。",
  "checks.G05.why": "汇总结果会偏高或偏低。",
  "checks.G05.next": "请调整权重，使合计为100。",
  "checks.G06.title": "下级目标值与上级不符",
  "checks.G06.what": ({ goal, side, target, carried, gap }) =>
    `“${goal ?? ""}”需要${target ?? ""}，下级目标合计${carried ?? ""}，${side === "short" ? "缺" : "多"}${gap ?? ""}。`,
  "checks.G06.why": "下级都达标时，上级也应达标，且不应多出太多。",
  "checks.G06.next": "把差额分解下去，或调整上级目标值。",
  "checks.G07.title": "各期目标与全年不符",
  "checks.G07.what": "“{goal}”：各期合计{sum}，全年目标值{target}。",
  "checks.G07.why": "年中进度会按错误的数字衡量。",
  "checks.G07.next": "请更正各期目标值或全年目标值。",
  "checks.M01.title": "目标没有衡量标准",
  "checks.M01.what": "{person}：“{goal}”没有写明如何衡量。",
  "checks.M01.why": "没有衡量标准，就无法判断是否达成。",
  "checks.M01.next": "写明达成时能数出或看到什么。",
  "checks.M02.title": "目标期限不合适",
  "checks.M02.what": ({ person, goal, kind }) =>
    `${person ?? ""}：“${goal ?? ""}”${kind === "missing" ? "没有完成期限" : "的期限不在考核周期内"}。`,
  "checks.M02.why": "本考核周期内无法评价。",
  "checks.M02.next": "请填写考核周期内的期限。",
  "checks.M03.title": "目标没有数量",
  "checks.M03.what": "{person}：“{goal}”写了“{word}”，但没有写多少。",
  "checks.M03.why": "好一点和好很多都算达成。",
  "checks.M03.next": "补充数字：从多少到多少。",
  "checks.M04.title": "中途增加的目标",
  "checks.M04.what": "{person}：“{goal}”在周期过半后增加，且没有说明。",
  "checks.M04.why": "后加的目标容易被看作迁就结果。",
  "checks.M04.next": "请注明增加原因和同意人。",
  "checks.M05.title": "目标数量",
  "checks.M05.what": "{person}有{count}个目标；宜为{few}至{many}个。",
  "checks.M05.why": "目标太少会漏掉工作，太多会互相稀释。",
  "checks.M05.next": "请补充或合并目标。",
  "checks.M06.title": "约定事项逾期",
  "checks.M06.what": ({ person, action, owner = "", days }) =>
    `${person ?? ""}：“${action ?? ""}”${owner === "" ? "" : `（${owner}）`}已逾期${days ?? ""}天。`,
  "checks.M06.why": "约定而未做的事会影响结果。",
  "checks.M06.next": "完成它、改期，或注明原因后关闭。",
  "checks.M07.title": "周期内没有沟通记录",
  "checks.M07.what": "{person}：制定计划后有{count}次沟通记录，至少应有{talks}次。",
  "checks.M07.why": "不应到期末才第一次得知结果不佳。",
  "checks.M07.next": "现在沟通并记录，或补记已进行的沟通。",
  "checks.M08.title": "战略目标与指标不对应",
  "checks.M08.what": ({ kind, name, objective }) =>
    kind === "unmeasured"
      ? `战略目标“${name ?? ""}”没有指标衡量。`
      : kind === "without"
        ? `指标“${name ?? ""}”没有对应的战略目标。`
        : `指标“${name ?? ""}”对应的“${objective ?? ""}”不在战略地图上。`,
  "checks.M08.why": "战略只有落到指标才看得见。",
  "checks.M08.next": "写明指标对应的战略目标，或补充指标。",
  "checks.M09.title": "战略地图的连线",
  "checks.M09.what": ({ kind, name, to }) =>
    kind === "alone"
      ? `“${name ?? ""}”没有与任何战略目标相连。`
      : kind === "down"
        ? `“${name ?? ""}”指向位于其下方的“${to ?? ""}”。`
        : `“${name ?? ""}”指向的“${to ?? ""}”不在战略地图上。`,
  "checks.M09.why": "战略地图自下而上说明一件事如何带来另一件事。",
  "checks.M09.next": "请连到上方的战略目标。",
  "checks.D01.title": "得分差距小于工作量差距",
  "checks.D01.what": "{count}人的综合得分相差{totals}%，承担的工作量相差{work}%。",
  "checks.D01.why": "干多干少得分一样，多干就没有意义。",
  "checks.D01.next": "看看工作量是否单列指标，权重是否合适。",
  "checks.limit.R01.shift": "比其他评价人偏高或偏低的分数（按五分制）",
  "checks.limit.R01.z": "相当于多少个标准误",
  "checks.limit.R02.share": "打中间分的评分所占比例",
  "checks.limit.R02.spread": "离散程度与全体评价人之比，低于此值时提示居中",
  "checks.limit.R03.spread": "离散程度与全体评价人之比，低于此值且只用两个分值时提示",
  "checks.limit.R04.correlation": "各维度之间的平均相关系数",
  "checks.limit.R04.spread": "同一人各维度相差的分数（按五分制）",
  "checks.limit.R05.share": "各项打同一分值的人所占比例",
  "checks.limit.R06.copies": "分数或评语完全相同的人数",
  "checks.limit.R07.bands": "评分与按结果计算的总分相差的等级数",
  "checks.limit.R08.rise": "平均评分上升的分数（按五分制）",
  "checks.limit.R08.people": "两期都被评价的最少人数",
  "checks.limit.R09.gap": "自评与上级评价相差的分数（按五分制）",
  "checks.limit.R10.raters": "每组最低有效评价人数",
  "checks.limit.G07.tolerance": "四舍五入可造成的偏差，占年度目标的百分比",
  "checks.limit.M05.few": "每人最少目标数",
  "checks.limit.M05.many": "每人最多目标数",
  "checks.limit.M07.talks": "周期内最少沟通次数",
  "checks.limit.D01.people": "既有总分又有任务的最少人数",
  "checks.limit.D01.share": "总分离散程度与工作量离散程度之比，低于此值时提示",
};
