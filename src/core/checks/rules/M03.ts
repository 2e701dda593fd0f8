/** M03: a goal that wants something better without saying by how much. */
import type { Check } from "../check";
import { perGoal } from "../personalGoals";

/** Verbs that promise a change and no amount; in any language that people mix into a sheet. */
const VAGUE =
  /\b(improve|enhance|increase|reduce|strengthen|optimi[sz]e|boost|develop|support|promote)\b|提高|提升|加强|改善|优化|增强|推进|促进|完善|降低|减少/iu;
const NUMBER = /\p{Nd}|[一二三四五六七八九十百千万]成|一倍|两倍|翻番/u;

export const M03: Check = {
  code: "M03",
  severity: "warning",
  stages: ["plan", "during"],
  origins: ["generated"],
  part: "goals",
  thresholds: {},
  silencedBy: ["M01"],
  run: (context) =>
    perGoal(M03, context, ({ text, measure, target = null }) => {
      const word = VAGUE.exec(text)?.[0];
      return target === null && word !== undefined && !NUMBER.test(`${text} ${measure}`) ? { word } : null;
    }),
};
