/**
 * What a person must know to choose a method: name, what it is for, and which of four questions' answers it fits. Light, so that a
 * list can be shown before any workbook is loaded.
 */
import type { BilingualText } from "../schema/fields";

/** What is wanted. */
export const AIMS = ["score", "goals", "conduct", "order", "record", "improve", "decide"] as const;
/** What the judgement rests on. */
export const BASES = ["figures", "observation"] as const;
/** Who judges. */
export const JUDGES = ["one", "several", "together"] as const;
/** When it is filled in. */
export const TIMES = ["during", "end"] as const;
export type Aim = (typeof AIMS)[number];
export type Basis = (typeof BASES)[number];
export type Judge = (typeof JUDGES)[number];
export type Time = (typeof TIMES)[number];

export interface Suitability {
  readonly aims: readonly Aim[];
  readonly bases: readonly Basis[];
  readonly judges: readonly Judge[];
  readonly times: readonly Time[];
}
export interface MethodCard extends Suitability {
  readonly name: BilingualText;
  /** One sentence. */
  readonly purpose: BilingualText;
}

/** What every KPI template fits. */
export const SCORECARD_SUITS: Suitability = { aims: ["score"], bases: ["figures"], judges: ["one"], times: ["end"] };

const card = (
  name: readonly [string, string],
  purpose: readonly [string, string],
  suits: readonly [readonly Aim[], readonly Basis[], readonly Judge[], readonly Time[]],
): MethodCard => ({
  name: { en: name[0], "zh-CN": name[1] },
  purpose: { en: purpose[0], "zh-CN": purpose[1] },
  aims: suits[0],
  bases: suits[1],
  judges: suits[2],
  times: suits[3],
});

export const METHOD_CARDS = {
  "mbo-individual": card(
    ["Management by objectives", "目标管理（MBO）"],
    [
      "Employee and manager propose, agree and review goals; both sign.",
      "员工与主管分别提出目标，商定后中期回顾、期末评价，双方签字。",
    ],
    [["goals", "score"], ["figures", "observation"], ["together"], ["during", "end"]],
  ),
  okr: card(
    ["OKR: objectives and key results", "目标与关键成果（OKR）"],
    ["Objectives with key results; check-ins feed the progress.", "目标配关键成果，进展随定期更新。"],
    [["goals"], ["figures"], ["together", "one"], ["during"]],
  ),
  cascade: card(
    ["Goal decomposition", "目标分解"],
    [
      "From organisation to department to person, from year to month, from a KPI to its drivers; sums are checked.",
      "组织到部门到个人、年度到月份、指标到驱动因素逐级分解，合计自动核对。",
    ],
    [["goals"], ["figures"], ["one"], ["during"]],
  ),
  "check-ins": card(
    ["Check-ins and feedback interviews", "绩效辅导与面谈记录"],
    [
      "Talks with the employee's view first, actions and a record to sign.",
      "面谈记录先写员工看法，附行动项和可签字的记录页。",
    ],
    [["record", "improve"], ["observation"], ["together"], ["during"]],
  ),
  "improvement-plan": card(
    ["Improvement plan", "绩效改进计划（PIP）"],
    ["Facts, causes, goals with measures, check points and effect.", "事实、原因、改进目标与措施、检查节点和效果。"],
    [["improve"], ["figures", "observation"], ["together", "one"], ["during"]],
  ),
  ranking: card(
    ["Ranking methods", "排序考核"],
    [
      "Straight and alternation ranking, paired comparison, forced distribution as advice.",
      "直接排序、交替排序、配对比较，强制分布仅供参考。",
    ],
    [["order"], ["observation"], ["several", "one"], ["end"]],
  ),
  incidents: card(
    ["Critical-incident log", "关键事件法"],
    [
      "Facts of effective and ineffective work with their day; a heat map shows which months they come from.",
      "记录有效与无效的工作事实及日期，并按月查看分布。",
    ],
    [["record", "conduct"], ["observation"], ["one", "several"], ["during"]],
  ),
  narrative: card(
    ["Written comment review", "书面评语"],
    [
      "The same questions for everybody; comments are checked for length, copied words and the record they rest on.",
      "人人回答同样的问题，自动检查字数、雷同和引用的记录。",
    ],
    [["conduct", "record"], ["observation"], ["one"], ["end"]],
  ),
  checklist: card(
    ["Weighted checklist", "加权清单法"],
    ["Yes or no to observable acts with hidden values.", "对可观察的行为回答是或否，分值隐藏。"],
    [["conduct"], ["observation"], ["one", "several"], ["end"]],
  ),
  "rating-scale": card(
    ["Graphic rating scale", "评级量表法"],
    [
      "Weighted dimensions with a wording for each point; high and low ratings want a fact.",
      "要素带权重，每个分数各有说明；高分和低分须写明事实。",
    ],
    [["conduct", "score"], ["observation"], ["one"], ["end"]],
  ),
  bars: card(
    ["Behaviour-anchored scale (BARS)", "行为锚定等级评价法（BARS）"],
    [
      "Points by observed behaviour from a list; a workshop sheet builds the scale.",
      "从列表选锚定描述得分，附建立量表的研讨表。",
    ],
    [["conduct", "score"], ["observation"], ["one", "several"], ["end"]],
  ),
  "manager-360": card(
    ["360-degree review", "360度评价"],
    [
      "Manager, peers, reports and customers rate; own view beside it; small groups hidden.",
      "上级、同事、下级、客户评价，自评对照，小群体不单列。",
    ],
    [["conduct", "score", "improve"], ["observation"], ["several"], ["end"]],
  ),
  "calibration-board": card(
    ["Calibration board", "绩效校准表"],
    [
      "Proposals of several managers side by side; changes with reason and decider.",
      "多位主管的建议分并列讨论，改动须有理由和决定人。",
    ],
    [["decide", "order"], ["figures", "observation"], ["together", "several"], ["end"]],
  ),
  "second-reviewer": card(
    ["Second reviewer", "初评与复评"],
    [
      "First and second score; a decision with a reason where they lie apart.",
      "初评与复评两次评分，差异大须裁定并写理由。",
    ],
    [["decide"], ["figures", "observation"], ["several"], ["end"]],
  ),
  "weight-workshop": card(
    ["Weight workshop", "权重研讨"],
    ["Weights by order, points and pairs beside today's; you choose.", "按排序、打分、两两比较定权，与现行权重对照。"],
    [["goals", "decide"], ["figures", "observation"], ["together", "several"], ["during"]],
  ),
  "merit-matrix": card(
    ["Pay and talent: merit matrix, bonus, 9-box", "薪酬与人才：调薪矩阵、奖金系数、九宫格"],
    [
      "Raises by rating and pay range within a budget; bonus coefficients; 9-box.",
      "按评分和薪酬比率调薪并核对预算，奖金系数，九宫格。",
    ],
    [["decide"], ["figures"], ["together", "one"], ["end"]],
  ),
  probation: card(
    ["Probation 30/60/90", "试用期评估（30/60/90天）"],
    [
      "Three reviews on agreed standards, a gate, advice and the decision.",
      "按约定标准三次评估，一票否决项，建议与决定。",
    ],
    [["decide", "improve", "score"], ["observation"], ["one"], ["during", "end"]],
  ),
  workload: card(
    ["Workload register", "工作量登记表"],
    [
      "Hours of all tasks against the hours people have; who has too much, who has room.",
      "任务工时与可用工时对照，谁超负荷、谁有富余。",
    ],
    [["goals", "record"], ["figures"], ["one", "together"], ["during"]],
  ),
  "site-audit": card(
    ["Site-visit audit", "现场巡查表"],
    [
      "Weighted items with critical ones; faults with evidence, action and date.",
      "检查项目带权重和关键项，不合格须有佐证、措施和期限。",
    ],
    [["score", "record"], ["observation"], ["one"], ["during"]],
  ),
  combined: card(
    ["Combined appraisal", "综合考核"],
    [
      "Sections of any method in one total, live from this workbook; bonus, deductions, gate.",
      "多种方法合成总分，可自动取值；加扣分与否决项。",
    ],
    [["score", "decide"], ["figures", "observation"], ["several", "one"], ["end"]],
  ),
  "strategy-map": card(
    ["Balanced scorecard with strategy map", "平衡计分卡与战略地图"],
    [
      "Objectives that serve each other, measures, initiatives; links checked.",
      "目标逐层支持，配指标和举措，自动核对关联。",
    ],
    [["goals", "score"], ["figures"], ["together", "one"], ["during", "end"]],
  ),
} as const satisfies Readonly<Record<string, MethodCard>>;

export interface Answers {
  readonly aim: Aim | null;
  readonly basis: Basis | null;
  readonly judge: Judge | null;
  readonly time: Time | null;
}

/** How many of the given answers something fits; null when it does not fit what is wanted. */
export function fit(answers: Answers, suits: Suitability): number | null {
  if (answers.aim !== null && !suits.aims.includes(answers.aim)) return null;
  const hits = [
    answers.aim !== null && suits.aims.includes(answers.aim),
    answers.basis !== null && suits.bases.includes(answers.basis),
    answers.judge !== null && suits.judges.includes(answers.judge),
    answers.time !== null && suits.times.includes(answers.time),
  ];
  return hits.filter(Boolean).length;
}
