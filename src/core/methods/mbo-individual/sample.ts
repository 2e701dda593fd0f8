/** Sample people with their goals: proposals of both sides, what was agreed, progress, and the results at the end. */
import type { BilingualText } from "../../schema/fields";

export interface SampleGoal {
  readonly goal: BilingualText;
  readonly measure: BilingualText;
  readonly unit: BilingualText;
  readonly kind: "curve" | "zero" | "rating" | "milestone";
  readonly direction?: "higher" | "lower";
  /** Proposal of the employee, of the manager, and what was agreed: target and weight. */
  readonly targets?: readonly [employee: number, manager: number, agreed: number];
  readonly weights: readonly [employee: number, manager: number, agreed: number];
  readonly start?: number;
  readonly threshold?: number;
  readonly stretch?: number;
  readonly worstAllowed?: number;
  /** Share of the period at which the goal is due, 0–1. */
  readonly due: number;
  readonly support: BilingualText;
  /** Figure at the mid-point talk. */
  readonly figure: number;
  /** What each side says at the close, and what was agreed. */
  readonly results: readonly [employee: number, manager: number, agreed: number];
  /** Why the agreed result differs from the manager's. */
  readonly reason?: BilingualText;
  readonly source: BilingualText;
}
export interface SampleEmployee {
  readonly department: BilingualText;
  readonly post: BilingualText;
  readonly goals: readonly SampleGoal[];
}

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
const PERCENT = t("%", "%");
const POINTS = t("points 1–5", "1–5分");
const DONE = t("share done", "完成比例");

const sales: SampleEmployee = {
  department: t("Sales", "销售部"),
  post: t("Regional sales manager", "区域销售经理"),
  goals: [
    {
      goal: t("Raise revenue from 460 to 500 thousand", "区域销售收入由460万元提高到500万元"),
      measure: t("Invoiced revenue, net of returns", "开票收入，扣除退货"),
      unit: t("thousand", "万元"),
      kind: "curve",
      direction: "higher",
      start: 0,
      threshold: 460,
      stretch: 540,
      targets: [480, 520, 500],
      weights: [30, 40, 35],
      due: 1,
      support: t("Two trade fairs, one more demo unit", "参加两场展会，增配一台样机"),
      figure: 258,
      results: [512, 512, 512],
      source: t("Ledger, revenue by region", "总账：分区域收入"),
    },
    {
      goal: t("Win 18 new customers", "新开发客户18家"),
      measure: t("First orders of at least 2 thousand", "首单金额不低于2千元的客户数"),
      unit: t("customers", "家"),
      kind: "curve",
      direction: "higher",
      start: 0,
      threshold: 12,
      stretch: 24,
      targets: [15, 20, 18],
      weights: [25, 25, 25],
      due: 1,
      support: t("Leads from marketing every month", "市场部每月提供线索"),
      figure: 10,
      results: [20, 19, 19],
      source: t("CRM, first orders", "客户系统：首单清单"),
    },
    {
      goal: t("Bring money in sooner: from 62 to 48 days", "回款天数由62天缩短到48天"),
      measure: t("Days sales outstanding at the month's end", "月末应收账款周转天数"),
      unit: t("days", "天"),
      kind: "curve",
      direction: "lower",
      start: 62,
      threshold: 55,
      stretch: 42,
      targets: [52, 46, 48],
      weights: [20, 20, 20],
      due: 1,
      support: t("Accounts send the list of open items weekly", "财务每周提供欠款清单"),
      figure: 54,
      results: [49, 50, 49],
      reason: t("One payment of 30 June counted by the bank on 1 July", "一笔6月30日的回款银行次日入账"),
      source: t("Accounts, open items", "财务：应收明细"),
    },
    {
      goal: t("Two successors ready for key accounts", "为重点客户培养两名接替人"),
      measure: t("Handover plan carried out, five steps", "交接计划五步完成情况"),
      unit: DONE,
      kind: "milestone",
      weights: [25, 15, 20],
      due: 0.9,
      support: t("Half a day a week for shadowing", "每周半天随岗学习"),
      figure: 0.6,
      results: [1, 1, 1],
      source: t("Handover plan, signed", "签字的交接计划"),
    },
  ],
};
const production: SampleEmployee = {
  department: t("Production", "生产部"),
  post: t("Team leader, assembly", "装配班组长"),
  goals: [
    {
      goal: t("Cut scrap from 3.2 to 2.2 %", "废品率由3.2%降到2.2%"),
      measure: t("Scrapped pieces of all pieces", "废品数占总产量"),
      unit: PERCENT,
      kind: "curve",
      direction: "lower",
      start: 3.2,
      threshold: 2.8,
      stretch: 1.8,
      targets: [2.5, 2, 2.2],
      weights: [30, 35, 30],
      due: 1,
      support: t("Fixture for station 4", "4号工位增配夹具"),
      figure: 2.6,
      results: [2.3, 2.3, 2.3],
      source: t("Quality report", "质量日报"),
    },
    {
      goal: t("No accident with lost time", "无误工事故"),
      measure: t("Accidents with at least one day lost", "误工一天以上的事故数"),
      unit: t("accidents", "起"),
      kind: "zero",
      worstAllowed: 3,
      weights: [20, 20, 20],
      due: 1,
      support: t("Weekly walk with the safety officer", "每周与安全员共同巡检"),
      figure: 0,
      results: [0, 0, 0],
      source: t("Accident book", "事故台账"),
    },
    {
      goal: t("Deliver on time: from 93 to 97 %", "按时交付率由93%提高到97%"),
      measure: t("Orders finished by the promised day", "按承诺日完成的订单"),
      unit: PERCENT,
      kind: "curve",
      direction: "higher",
      start: 93,
      threshold: 94,
      stretch: 99,
      targets: [96, 97, 97],
      weights: [30, 25, 30],
      due: 1,
      support: t("Planning freezes the week on Thursday", "计划部周四锁定下周排产"),
      figure: 95.4,
      results: [96.5, 96, 96],
      source: t("Order system", "订单系统"),
    },
    {
      goal: t("Every team member can run two stations", "每名组员掌握两个工位"),
      measure: t("Coaching, judged in the skills matrix", "带教质量，按技能矩阵评分"),
      unit: POINTS,
      kind: "rating",
      weights: [20, 20, 20],
      due: 1,
      support: t("Trainer for four half days", "培训师支持四个半天"),
      figure: 3,
      results: [4, 3, 4],
      reason: t("Three members passed for a third station", "三名组员已通过第三工位考核"),
      source: t("Skills matrix", "技能矩阵"),
    },
  ],
};
const people: SampleEmployee = {
  department: t("Human resources", "人力资源部"),
  post: t("HR specialist", "人事专员"),
  goals: [
    {
      goal: t("Fill open posts in 40 days instead of 52", "招聘周期由52天缩短到40天"),
      measure: t("Days from approval to signed contract", "从审批到签约的天数"),
      unit: t("days", "天"),
      kind: "curve",
      direction: "lower",
      start: 52,
      threshold: 48,
      stretch: 34,
      targets: [44, 38, 40],
      weights: [30, 30, 30],
      due: 1,
      support: t("Managers answer within three days", "用人部门三天内反馈"),
      figure: 47,
      results: [45, 45, 45],
      source: t("Recruiting list", "招聘台账"),
    },
    {
      goal: t("24 hours of training for each employee", "人均培训24小时"),
      measure: t("Hours attended per head", "人均实际参训小时"),
      unit: t("hours", "小时"),
      kind: "curve",
      direction: "higher",
      start: 0,
      threshold: 16,
      stretch: 30,
      targets: [20, 26, 24],
      weights: [25, 25, 25],
      due: 1,
      support: t("Budget for two outside trainers", "两名外聘讲师预算"),
      figure: 11,
      results: [22, 22, 22],
      source: t("Training records", "培训记录"),
    },
    {
      goal: t("New appraisal sheets in use in all departments", "各部门启用新考核表"),
      measure: t("Departments that use the sheets, of six", "已启用的部门占六个部门的比例"),
      unit: DONE,
      kind: "milestone",
      weights: [20, 25, 25],
      due: 0.8,
      support: t("Kick-off by the management board", "由管理层启动"),
      figure: 0.5,
      results: [0.9, 0.8, 0.8],
      source: t("List of departments", "部门启用清单"),
    },
    {
      goal: t("Departments are content with our service", "各部门对人事服务满意"),
      measure: t("Short survey of department heads", "部门负责人小问卷"),
      unit: POINTS,
      kind: "rating",
      weights: [25, 20, 20],
      due: 1,
      support: t("Survey sent by the office", "由办公室发放问卷"),
      figure: 3,
      results: [3, 3, 3],
      source: t("Survey, 14 answers", "问卷，14份"),
    },
  ],
};
const software: SampleEmployee = {
  department: t("IT", "信息部"),
  post: t("Software developer", "软件开发工程师"),
  goals: [
    {
      goal: t("Nine releases without rollback", "9次发布无回退"),
      measure: t("Releases that stayed in service", "发布后未回退的次数"),
      unit: t("releases", "次"),
      kind: "curve",
      direction: "higher",
      start: 0,
      threshold: 6,
      stretch: 11,
      targets: [8, 10, 9],
      weights: [30, 30, 30],
      due: 1,
      support: t("Second test environment", "增加一套测试环境"),
      figure: 5,
      results: [10, 10, 10],
      source: t("Release log", "发布日志"),
    },
    {
      goal: t("Errors found by users: from 40 to 20", "用户发现的缺陷由40个降到20个"),
      measure: t("Confirmed reports in the period", "考核周期内确认的缺陷"),
      unit: t("reports", "个"),
      kind: "curve",
      direction: "lower",
      threshold: 30,
      stretch: 14,
      targets: [25, 18, 20],
      weights: [30, 30, 30],
      due: 1,
      support: t("Review of every change by a second person", "每次变更由第二人复核"),
      figure: 9,
      results: [17, 17, 17],
      source: t("Ticket system", "工单系统"),
    },
    {
      goal: t("Handbook for the billing module", "完成计费模块手册"),
      measure: t("Chapters accepted by support, of ten", "经支持部验收的章节，共十章"),
      unit: DONE,
      kind: "milestone",
      weights: [15, 20, 20],
      due: 0.9,
      support: t("Two days with the support team", "与支持团队共事两天"),
      figure: 0.5,
      results: [1, 1, 1],
      source: t("Acceptance list", "验收清单"),
    },
    {
      goal: t("Share what was learned with colleagues", "与同事分享经验"),
      measure: t("Short talks and reviews, judged by the team", "分享与复核，由团队评分"),
      unit: POINTS,
      kind: "rating",
      weights: [25, 20, 20],
      due: 1,
      support: t("One hour every second Friday", "隔周周五一小时"),
      figure: 4,
      results: [4, 4, 4],
      source: t("Notes of the team meeting", "团队例会记录"),
    },
  ],
};

export const SAMPLE_EMPLOYEES: readonly SampleEmployee[] = [sales, production, people, software];
