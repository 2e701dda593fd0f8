/** The method workbooks that there are: one entry makes a workbook choosable, judged and shown in the gallery. */
import type { MethodDefinition } from "../blueprint/methodWorkbook";
import { CASCADE } from "./cascade";
import { CHECKLIST } from "./checklist";
import { CHECK_INS } from "./check-ins";
import { IMPROVEMENT_PLAN } from "./improvement-plan";
import { INCIDENTS } from "./incidents";
import { MBO_INDIVIDUAL } from "./mbo-individual";
import { NARRATIVE } from "./narrative";
import { OKR } from "./okr";
import { RANKING } from "./ranking";
import { STRATEGY_MAP } from "./strategy-map";
import { COMBINED } from "./combined";
import { SITE_AUDIT } from "./site-audit";
import { WORKLOAD } from "./workload";
import { PROBATION } from "./probation";
import { MERIT_MATRIX } from "./merit-matrix";
import { WEIGHT_WORKSHOP } from "./weight-workshop";
import { SECOND_REVIEWER } from "./second-reviewer";
import { CALIBRATION_BOARD } from "./calibration-board";
import { MANAGER_360 } from "./manager-360";
import { BARS } from "./bars";
import { RATING_SCALE } from "./rating-scale";

export const METHOD_WORKBOOKS: readonly MethodDefinition[] = [
  MBO_INDIVIDUAL,
  OKR,
  CASCADE,
  CHECK_INS,
  IMPROVEMENT_PLAN,
  RANKING,
  CHECKLIST,
  INCIDENTS,
  NARRATIVE,
  RATING_SCALE,
  BARS,
  MANAGER_360,
  CALIBRATION_BOARD,
  SECOND_REVIEWER,
  WEIGHT_WORKSHOP,
  MERIT_MATRIX,
  PROBATION,
  WORKLOAD,
  SITE_AUDIT,
  COMBINED,
  STRATEGY_MAP,
];

/** The method of an id; null when there is none. */
export const methodById = (id: string): MethodDefinition | null =>
  METHOD_WORKBOOKS.find((method) => method.id === id) ?? null;
