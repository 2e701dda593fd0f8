/** What a template file says: a scorecard as somebody writes it down. Unknown JSON in, all faults or typed content out. */
import { PALETTE_IDS } from "../blueprint/palette";
import { linesOf } from "./contentLines";
import {
  ABOUT_FIELDS,
  aboutOf,
  bandsOf,
  gatesOf,
  itemLimitsOf,
  itemsOf,
  MOST_BANDS,
  pointsOf,
  sampleOf,
  sectionsOf,
} from "./contentParts";
import type { TemplateContent } from "./contentTypes";
import { optional, present, Reader, type Fields, type TemplateFault } from "./fields";
import { ROOT } from "./jsonText";
import { METHODS, SCALES, SUBJECTS } from "./template";

export type ContentResult<Content = TemplateContent> =
  { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly faults: readonly TemplateFault[] };

/** The usual bands of a scale are so many. */
export const USUAL_BANDS = 5;
const FIELDS = [
  ...ABOUT_FIELDS,
  "jobGroup",
  "method",
  "subject",
  "scale",
  "palette",
  "sections",
  "lines",
  "gates",
  "items",
  "itemLimits",
  "bands",
  "points",
  "sample",
];

/** Sections that say what their lines shall come to, and do not. */
function checkSections(reader: Reader, content: TemplateContent): void {
  (content.sections ?? []).forEach(({ id, weight }, i) => {
    if (weight === undefined) return;
    const sum = content.lines.reduce((all, line) => (line.section === id ? all + line.weight : all), 0);
    if (Math.abs(sum - weight) > 1e-9)
      reader.note(`sections[${String(i)}].weight`, "section-weight", { sum: rounded(sum), weight });
  });
}
/** A sum as it is told: sums of decimals show a tail of binary fractions that nobody typed. */
export const rounded = (sum: number): number => Math.round(sum * 1e6) / 1e6;

function checkWeights(reader: Reader, { lines }: TemplateContent): void {
  const sum = lines.reduce((all, { weight }) => all + weight, 0);
  if (Math.abs(sum - 100) > 1e-9) reader.note("lines", "weights-not-100", { sum: rounded(sum) });
}

/** What the template is, before its lines: noted first, as a person reads it. */
const head = (reader: Reader, fields: Fields) =>
  present({
    ...aboutOf(reader, fields),
    jobGroup: reader.texts(fields["jobGroup"], "jobGroup", { most: 120 }),
    method: reader.oneOf(fields["method"], "method", METHODS),
    subject: reader.oneOf(fields["subject"], "subject", SUBJECTS),
    scale: reader.oneOf(fields["scale"], "scale", SCALES),
    palette: optional(fields["palette"], (value) => reader.oneOf(value, "palette", PALETTE_IDS)),
  });

function read(reader: Reader, fields: Fields): TemplateContent {
  const first = head(reader, fields);
  const sections = optional(fields["sections"], (value) => sectionsOf(reader, value));
  const sectionIds = (sections ?? []).map(({ id }) => id);
  const lines = linesOf(reader, fields["lines"], sectionIds);
  const bands = optional(fields["bands"], (value) => bandsOf(reader, value));
  const areBandsKnown = !reader.faults.some(({ path }) => path === "bands");
  const lineIds = lines.map(({ id }) => id);
  const gates = optional(fields["gates"], (value) =>
    gatesOf(reader, value, lineIds, areBandsKnown ? (bands?.length ?? USUAL_BANDS) : MOST_BANDS),
  );
  const items = optional(fields["items"], (value) => itemsOf(reader, value));
  const itemLimits = optional(fields["itemLimits"], (value) => itemLimitsOf(reader, value));
  const points = optional(fields["points"], (value) => pointsOf(reader, value));
  const asked = (gates ?? []).filter(({ line }) => line === undefined).length;
  const areCounted = !reader.faults.some(({ path }) => path === "lines" || path === "gates");
  const sample = optional(fields["sample"], (value) =>
    sampleOf(reader, value, areCounted ? [lines.length, asked] : null),
  );
  return present({ ...first, sections, lines, gates, items, itemLimits, bands, points, sample });
}

/** Reads the content of a template of the present version; all faults are listed, each with its path. Never throws. */
export function parseContent(value: unknown): ContentResult {
  const reader = new Reader();
  const fields = reader.object(value, "", FIELDS);
  if (reader.faults.some(({ path }) => path === ROOT)) return { ok: false, faults: reader.faults };
  const content = read(reader, fields);
  // Sums of what could not be read would say nothing.
  if (!reader.faults.some(({ path }) => /^(?:lines|sections)\b/.test(path))) {
    checkWeights(reader, content);
    checkSections(reader, content);
  }
  return reader.faults.length === 0 ? { ok: true, content } : { ok: false, faults: reader.faults };
}
