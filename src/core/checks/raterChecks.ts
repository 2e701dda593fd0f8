/** Checks of raters (R), cascade (G), planning (M) and workload (D), in the order of the page; the registry takes this list. */
import type { Check } from "./check";
import { D01 } from "./rules/D01";
import { G01 } from "./rules/G01";
import { G02 } from "./rules/G02";
import { G03 } from "./rules/G03";
import { G04 } from "./rules/G04";
import { G05 } from "./rules/G05";
import { G06 } from "./rules/G06";
import { G07 } from "./rules/G07";
import { M01 } from "./rules/M01";
import { M02 } from "./rules/M02";
import { M03 } from "./rules/M03";
import { M04 } from "./rules/M04";
import { M05 } from "./rules/M05";
import { M06 } from "./rules/M06";
import { M07 } from "./rules/M07";
import { M08 } from "./rules/M08";
import { M09 } from "./rules/M09";
import { R01 } from "./rules/R01";
import { R02 } from "./rules/R02";
import { R03 } from "./rules/R03";
import { R04 } from "./rules/R04";
import { R05 } from "./rules/R05";
import { R06 } from "./rules/R06";
import { R07 } from "./rules/R07";
import { R08 } from "./rules/R08";
import { R09 } from "./rules/R09";
import { R10 } from "./rules/R10";

export const RATER_CHECKS: readonly Check[] = [
  R01,
  R02,
  R03,
  R04,
  R05,
  R06,
  R07,
  R08,
  R09,
  R10,
  G01,
  G02,
  G03,
  G04,
  G05,
  G06,
  G07,
  M01,
  M02,
  M03,
  M04,
  M05,
  M06,
  M07,
  M08,
  M09,
  D01,
];
