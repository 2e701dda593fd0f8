/** Method workbooks by id, each a part of its own with its words: nobody loads a workbook that they do not make or read. */
import type { MethodDefinition } from "../core/blueprint/methodWorkbook";
import { addTexts } from "../i18n";
import type { Dictionary } from "../i18n/dictionary";

type Texts = Promise<{ readonly texts: Dictionary }>;

async function part(definition: Promise<MethodDefinition>, english: Texts, chinese: Texts): Promise<MethodDefinition> {
  const [method, en, zh] = await Promise.all([definition, english, chinese]);
  addTexts({ en: en.texts, "zh-CN": zh.texts });
  return method;
}

/** A test holds this list to the registry of core. */
const PARTS: Readonly<Record<string, () => Promise<MethodDefinition>>> = {
  "mbo-individual": () =>
    part(
      import("../core/methods/mbo-individual").then((method) => method.MBO_INDIVIDUAL),
      import("../i18n/en/methods/mbo-individual"),
      import("../i18n/zh-CN/methods/mbo-individual"),
    ),
  okr: () =>
    part(
      import("../core/methods/okr").then((method) => method.OKR),
      import("../i18n/en/methods/okr"),
      import("../i18n/zh-CN/methods/okr"),
    ),
  cascade: () =>
    part(
      import("../core/methods/cascade").then((method) => method.CASCADE),
      import("../i18n/en/methods/cascade"),
      import("../i18n/zh-CN/methods/cascade"),
    ),
  "check-ins": () =>
    part(
      import("../core/methods/check-ins").then((method) => method.CHECK_INS),
      import("../i18n/en/methods/check-ins"),
      import("../i18n/zh-CN/methods/check-ins"),
    ),
  "improvement-plan": () =>
    part(
      import("../core/methods/improvement-plan").then((method) => method.IMPROVEMENT_PLAN),
      import("../i18n/en/methods/improvement-plan"),
      import("../i18n/zh-CN/methods/improvement-plan"),
    ),
  ranking: () =>
    part(
      import("../core/methods/ranking").then((method) => method.RANKING),
      import("../i18n/en/methods/ranking"),
      import("../i18n/zh-CN/methods/ranking"),
    ),
  incidents: () =>
    part(
      import("../core/methods/incidents").then((method) => method.INCIDENTS),
      import("../i18n/en/methods/incidents"),
      import("../i18n/zh-CN/methods/incidents"),
    ),
  narrative: () =>
    part(
      import("../core/methods/narrative").then((method) => method.NARRATIVE),
      import("../i18n/en/methods/narrative"),
      import("../i18n/zh-CN/methods/narrative"),
    ),
  "rating-scale": () =>
    part(
      import("../core/methods/rating-scale").then((method) => method.RATING_SCALE),
      import("../i18n/en/methods/rating-scale"),
      import("../i18n/zh-CN/methods/rating-scale"),
    ),
  bars: () =>
    part(
      import("../core/methods/bars").then((method) => method.BARS),
      import("../i18n/en/methods/bars"),
      import("../i18n/zh-CN/methods/bars"),
    ),
  "manager-360": () =>
    part(
      import("../core/methods/manager-360").then((method) => method.MANAGER_360),
      import("../i18n/en/methods/manager-360"),
      import("../i18n/zh-CN/methods/manager-360"),
    ),
  "calibration-board": () =>
    part(
      import("../core/methods/calibration-board").then((method) => method.CALIBRATION_BOARD),
      import("../i18n/en/methods/calibration-board"),
      import("../i18n/zh-CN/methods/calibration-board"),
    ),
  "second-reviewer": () =>
    part(
      import("../core/methods/second-reviewer").then((method) => method.SECOND_REVIEWER),
      import("../i18n/en/methods/second-reviewer"),
      import("../i18n/zh-CN/methods/second-reviewer"),
    ),
  "weight-workshop": () =>
    part(
      import("../core/methods/weight-workshop").then((method) => method.WEIGHT_WORKSHOP),
      import("../i18n/en/methods/weight-workshop"),
      import("../i18n/zh-CN/methods/weight-workshop"),
    ),
  "merit-matrix": () =>
    part(
      import("../core/methods/merit-matrix").then((method) => method.MERIT_MATRIX),
      import("../i18n/en/methods/merit-matrix"),
      import("../i18n/zh-CN/methods/merit-matrix"),
    ),
  probation: () =>
    part(
      import("../core/methods/probation").then((method) => method.PROBATION),
      import("../i18n/en/methods/probation"),
      import("../i18n/zh-CN/methods/probation"),
    ),
  workload: () =>
    part(
      import("../core/methods/workload").then((method) => method.WORKLOAD),
      import("../i18n/en/methods/workload"),
      import("../i18n/zh-CN/methods/workload"),
    ),
  "site-audit": () =>
    part(
      import("../core/methods/site-audit").then((method) => method.SITE_AUDIT),
      import("../i18n/en/methods/site-audit"),
      import("../i18n/zh-CN/methods/site-audit"),
    ),
  combined: () =>
    part(
      import("../core/methods/combined").then((method) => method.COMBINED),
      import("../i18n/en/methods/combined"),
      import("../i18n/zh-CN/methods/combined"),
    ),
  "strategy-map": () =>
    part(
      import("../core/methods/strategy-map").then((method) => method.STRATEGY_MAP),
      import("../i18n/en/methods/strategy-map"),
      import("../i18n/zh-CN/methods/strategy-map"),
    ),
  checklist: () =>
    part(
      import("../core/methods/checklist").then((method) => method.CHECKLIST),
      import("../i18n/en/methods/checklist"),
      import("../i18n/zh-CN/methods/checklist"),
    ),
};

/** Ids of the method workbooks that can be loaded. */
export const METHOD_IDS: readonly string[] = Object.keys(PARTS);

/** Loads a method workbook and its words; null when there is none of that id. */
export const loadMethod = async (id: string): Promise<MethodDefinition | null> => (await PARTS[id]?.()) ?? null;
