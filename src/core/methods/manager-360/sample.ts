/** Five statements about managing people, three managers, and the answers of those who work with them. */
import type { BilingualText } from "../../schema/fields";
import type { Group } from "./formulas";

const t = (en: string, zh: string): BilingualText => ({ en, "zh-CN": zh });
interface Statement {
  readonly text: BilingualText;
  /** Part of the performance cycle that it belongs to. */
  readonly part: BilingualText;
  /** Points of 100. */
  readonly weight: number;
}
export const STATEMENTS: readonly Statement[] = [
  {
    text: t("Sets goals with us and breaks them down", "与我们共同制定并分解目标"),
    part: t("Plan", "计划"),
    weight: 20,
  },
  { text: t("Keeps talking with us in both directions", "保持双向沟通"), part: t("Communicate", "沟通"), weight: 20 },
  {
    text: t("Records facts and judges by them", "记录事实并据此公正评价"),
    part: t("Record and evaluate", "记录与评价"),
    weight: 20,
  },
  { text: t("Coaches us and helps us to improve", "辅导并帮助我们提高"), part: t("Improve", "改进"), weight: 20 },
  { text: t("Reaches results together with others", "与他人协作达成结果"), part: t("Results", "结果"), weight: 20 },
];
interface Form {
  readonly group: Group;
  /** A digit a statement; "-" = cannot say. */
  readonly answers: string;
}
const form = (group: Group, answers: string): Form => ({ group, answers });
/** Forms by manager. */
const FORMS: readonly (readonly Form[])[] = [
  [
    form("self", "44443"),
    form("boss", "44344"),
    form("peers", "43344"),
    form("peers", "34-34"),
    form("peers", "44334"),
    form("reports", "43233"),
    form("reports", "33234"),
    form("reports", "44333"),
    form("reports", "34323"),
  ],
  [
    form("self", "33334"),
    form("boss", "34444"),
    form("peers", "44454"),
    form("peers", "45444"),
    form("peers", "34444"),
    form("reports", "45554"),
    form("reports", "44544"),
    form("reports", "45455"),
    form("reports", "54454"),
  ],
  [
    form("self", "54444"),
    form("boss", "43335"),
    form("peers", "33235"),
    form("peers", "43334"),
    form("peers", "33-25"),
    form("reports", "32225"),
    form("reports", "43334"),
    form("reports", "32325"),
    form("reports", "33234"),
  ],
];
/** Groups for whom a form is laid out where nothing is filled in. */
export const EMPTY_FORMS: readonly Group[] = [
  "self",
  "boss",
  "peers",
  "peers",
  "peers",
  "reports",
  "reports",
  "reports",
];

/** Forms of a sample manager, by position. */
export const formsOf = (person: number): readonly Form[] => FORMS[person % FORMS.length] ?? [];
/** Months of working together, from the place of the form. */
export const monthsOf = (place: number): number => 6 + ((place * 5) % 18);
export const SAMPLE_STAFF: readonly { readonly department: BilingualText; readonly post: BilingualText }[] = FORMS.map(
  () => ({ department: t("Service", "服务部"), post: t("Team manager", "班组主管") }),
);
