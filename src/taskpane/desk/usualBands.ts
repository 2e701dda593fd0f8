/** Bands of a template that has none of its own. */
import { USUAL_LIMITS } from "../../core/blueprint/bands";
import { present } from "../../core/schema/fields";
import type { TemplateDraft } from "../../core/templates/draft";
import { inBothLanguages } from "./words";

/** The usual bands of the scale, to be changed. */
export const usualBands = ({ scale }: TemplateDraft): NonNullable<TemplateDraft["bands"]> =>
  USUAL_LIMITS[scale].map((from, i) =>
    present({ name: inBothLanguages(`band.${String(i + 1)}`), from: i === 0 ? undefined : from }),
  );
