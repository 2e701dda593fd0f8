/** What was typed into the form so far; it stays when somebody goes back and comes again. */
import { AIMS, BASES, fit, JUDGES, TIMES, type Answers } from "../../core/methods/list";
import type { EntryForm } from "../../core/model/entryForms";
import type { NewScorecardRequest, SheetLanguage, TemplateSummary } from "../../commands/types";
import { fitFor, requestedFit, type LineFit } from "./lineFit";
import { parsePeople } from "./peopleList";

export interface ScorecardDraft {
  readonly templateId: string;
  /** null until typed: the template proposes one. */
  readonly jobGroup: string | null;
  readonly language: SheetLanguage;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly people: string;
  readonly withSample: boolean;
  readonly withItems: boolean;
  readonly form: EntryForm;
  /** What was changed of a template's lines; null: nothing. */
  readonly fit: LineFit | null;
  /** Numbers of items as they were typed, by the keys of the template's counts; absent: as usual. */
  readonly counts: Readonly<Record<string, string>>;
}

/** An empty draft for the calendar year. */
export const emptyDraft = (language: SheetLanguage, year: number): ScorecardDraft => ({
  templateId: "",
  jobGroup: null,
  language,
  periodFrom: `${String(year)}-01-01`,
  periodTo: `${String(year)}-12-31`,
  people: "",
  withSample: false,
  withItems: false,
  form: "matrix",
  fit: null,
  counts: {},
});

/** A number of items in its limits; null for anything else. */
export function countTyped(
  { key, least, usual, most }: TemplateSummary["counts"][number],
  typed: ScorecardDraft["counts"],
): number | null {
  const text = (typed[key] ?? String(usual)).normalize("NFKC").trim();
  const count = /^\d+$/.test(text) ? Number(text) : NaN;
  return count >= least && count <= most ? count : null;
}

/** What most people know how to judge; it stands first behind those of one's own. */
const FIRST_TEMPLATE = "sales-exec";

export function withFirstTemplateFirst(offered: readonly TemplateSummary[]): readonly TemplateSummary[] {
  const place = ({ id, isOwn }: TemplateSummary): number => (isOwn === true ? 0 : id === FIRST_TEMPLATE ? 1 : 2);
  return [...offered].sort((a, b) => place(a) - place(b));
}

export type Question = keyof Answers;
/** The answers that there are to each question, in the order in which they are asked. */
export const ANSWERS = { aim: AIMS, basis: BASES, judge: JUDGES, time: TIMES } as const satisfies Readonly<
  Record<Question, readonly string[]>
>;
export const NO_ANSWERS: Answers = { aim: null, basis: null, judge: null, time: null };

/** Those that serve what is wanted; what fits more answers stands first. */
export function bestFirst(found: readonly TemplateSummary[], answers: Answers): readonly TemplateSummary[] {
  return found
    .flatMap((template) => {
      const hits = fit(answers, template);
      return hits === null ? [] : [{ template, hits }];
    })
    .sort((a, b) => b.hits - a.hits)
    .map(({ template }) => template);
}

/** Every word typed must be found somewhere in the template's name, field, audience, further words or lines. */
export function findTemplates(offered: readonly TemplateSummary[], wanted: string): readonly TemplateSummary[] {
  const words = wanted.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  return offered.filter((template) => {
    const { name, field, audience, lines } = template;
    const text = [name, field, audience, ...template.words, ...lines.map((line) => line.name)].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What the draft asks for, with the template's own job group where none was typed. */
export function requestOf(draft: ScorecardDraft, template: TemplateSummary): NewScorecardRequest {
  const { language, periodFrom, periodTo, withSample, withItems, form } = draft;
  const { people } = parsePeople(draft.people);
  const jobGroup = (draft.jobGroup ?? template.jobGroup).trim();
  const counts = Object.fromEntries(
    template.counts.flatMap((asked) => {
      const count = countTyped(asked, draft.counts);
      return count === null ? [] : [[asked.key, count]];
    }),
  );
  const choices = { language, jobGroup, periodFrom, periodTo, withSample, withItems, form, counts };
  return { templateId: template.id, people, ...choices, ...requestedFit(fitFor(draft.fit, template), template) };
}
