/**
 * E01: results without evidence. On a generated sheet: no record covers them, or (a note) a rating rests on too little: one
 * incident, incidents of one month, or all of them written at the end. On a sheet of the user that has a column for evidence:
 * the cell there is empty, the person's or, where lines have a row
 * each, the line's. One finding a person; one in all where nobody has evidence.
 */
import { unprovedMark } from "../../formulas/marks";
import { SUFFICIENCY_DEFAULTS, sufficiencyGaps, type SufficiencyGap } from "../../evidence/sufficiency";
import type { Finding } from "../../model/finding";
import type { MarkPlan } from "../../model/mark";
import type { Person, Proof, Scorecard } from "../../model/scorecard";
import { BOTH, findingOf, FROM_EVALUATE, type Check, type CheckContext, type Thresholds } from "../check";
import { coverage, evidenceKind, isGiven } from "../evidenceRecords";
import { cellName, pointsOf } from "../planWeights";

function withoutRecord({ card, stage }: CheckContext, heavy: number): readonly Finding[] {
  if (card.evidence === null) return [];
  const covering = coverage(card);
  return card.people.flatMap((person) => {
    const plan = card.plans[person.plan];
    if (plan === undefined) return [];
    const bare = plan.lines.flatMap((line, k) => {
      const actual = person.actuals[k];
      return isGiven(actual) && covering(person, line).length === 0 ? [{ line, actual }] : [];
    });
    const [first] = bare;
    if (first === undefined) return [];
    const severe = bare.some(({ line }) => (pointsOf(plan, line) ?? 0) >= heavy);
    const params = {
      kind: "record",
      person: person.name,
      count: bare.length,
      names: bare.map(({ line }) => line.name),
      cell: cellName(first.actual.cell),
    };
    const severity = severe ? ("error" as const) : ("warning" as const);
    return [findingOf(E01, first.actual.cell, { stage, severity, person: person.name, params })];
  });
}

/** What a rating with records still lacks; the words about it are E03's and E04's. */
const THIN: readonly SufficiencyGap[] = ["fewIncidents", "oneMonth", "writtenAtTheEnd"];

function onTooLittle(
  { card, stage }: CheckContext,
  { incidents = 0, months = 0, lastDays = 0 }: Thresholds,
): Finding[] {
  if (card.evidence === null) return [];
  const covering = coverage(card);
  const rules = { ...SUFFICIENCY_DEFAULTS, incidents, months, lastDays };
  return card.people.flatMap((person) => {
    const thin = (card.plans[person.plan]?.lines ?? []).flatMap((line, k) => {
      const actual = person.actuals[k];
      const kind = evidenceKind(line);
      const records = covering(person, line);
      // Sample records show what a record is, and are taken away: nobody is asked for more of them.
      if (kind !== "incidents" || !isGiven(actual) || records.some(({ isSample }) => isSample === true)) return [];
      const proved = { kind, isEndRating: false, comment: "", records };
      const gaps = sufficiencyGaps(proved, card.period, rules);
      return gaps.ok && gaps.value.some((gap) => THIN.includes(gap)) ? [{ line, actual }] : [];
    });
    const [first] = thin;
    if (first === undefined) return [];
    const names = thin.map(({ line }) => line.name);
    const about = { person: person.name, count: thin.length, names, cell: cellName(first.actual.cell) };
    const params = { ...about, kind: "thin", incidents, months, days: lastDays };
    return [findingOf(E01, first.actual.cell, { stage, severity: "note", person: person.name, params })];
  });
}

interface Bare {
  readonly person: Person;
  /** Lines with a result. */
  readonly given: number;
  /** Those of them whose cell for evidence is empty. */
  readonly bare: readonly { readonly name: string; readonly proof: Proof }[];
}
/** People of a user's sheet whose lines have a row each, with a cell for evidence beside the result. */
function bareLines({ card }: CheckContext): readonly Bare[] {
  return card.people.flatMap((person): Bare[] => {
    const { proofs } = person;
    // The cells of thousands of people are made when they are asked for.
    if (proofs === undefined) return [];
    const { actuals, plan } = person;
    const given = (card.plans[plan]?.lines ?? []).flatMap(({ name }, k) => {
      const [actual, proof] = [actuals[k], proofs[k] ?? null];
      return isGiven(actual) && proof !== null ? [{ name, proof }] : [];
    });
    const bare = given.filter(({ proof }) => proof.text === "");
    return bare.length === 0 ? [] : [{ person, given: given.length, bare }];
  });
}

/** One finding a person, at the first empty cell; where no line of a person has any, that is what is said. */
const withoutProofOfLines = (context: CheckContext): readonly Finding[] =>
  bareLines(context).flatMap(({ person, given, bare }) => {
    const [first] = bare;
    if (first === undefined) return [];
    const kind = given > 1 && bare.length === given ? "none" : "cell";
    const names = bare.map(({ name }) => name);
    const params = { person: person.name, count: bare.length, names, cell: cellName(first.proof.cell), kind };
    return [findingOf(E01, first.proof.cell, { stage: context.stage, person: person.name, params })];
  });

/** People of a user's sheet with results and an empty cell for evidence; `nobody`: all of them. */
function unproved({ people }: Scorecard): { readonly list: readonly Person[]; readonly nobody: boolean } {
  const rated = people.filter((person) => person.proof !== undefined && person.actuals.some(isGiven));
  const list = rated.filter(({ proof }) => proof?.text === "");
  return { list, nobody: list.length > 1 && list.length === rated.length };
}

function withoutProof({ card, stage }: CheckContext): readonly Finding[] {
  const { list, nobody } = unproved(card);
  return (nobody ? list.slice(0, 1) : list).flatMap(({ name, actuals, proof, plan }) => {
    if (proof === undefined) return [];
    const lines = card.plans[plan]?.lines ?? [];
    const given = actuals.flatMap((actual, k) => (isGiven(actual) ? [lines[k]?.name ?? ""] : []));
    const params = { person: name, count: given.length, names: given, cell: cellName(proof.cell) };
    return nobody
      ? [findingOf(E01, proof.cell, { stage, params: { ...params, kind: "nobody", count: list.length } })]
      : [findingOf(E01, proof.cell, { stage, person: name, params: { ...params, kind: "cell" } })];
  });
}

export const E01: Check = {
  code: "E01",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: BOTH,
  thresholds: {
    heavy: 10,
    incidents: SUFFICIENCY_DEFAULTS.incidents,
    months: SUFFICIENCY_DEFAULTS.months,
    lastDays: SUFFICIENCY_DEFAULTS.lastDays,
  },
  silencedBy: [],
  run: (context, thresholds) =>
    context.card.origin === "generated"
      ? [...withoutRecord(context, thresholds["heavy"] ?? 0), ...onTooLittle(context, thresholds)]
      : [...withoutProof(context), ...withoutProofOfLines(context)],
  marks: (context) => {
    const { card } = context;
    // An empty column is said once; marking all of it would be a wall of colour.
    if (unproved(card).nobody) return [];
    const none = bareLines(context).filter(({ given, bare }) => given > 1 && bare.length === given);
    return card.plans.flatMap(({ block }, plan): MarkPlan[] => {
      if (block?.evidenceColumn === undefined || none.some(({ person }) => person.plan === plan)) return [];
      const column = block.evidenceColumn;
      const results = [Math.min(...block.columns), Math.max(...block.columns)] as const;
      return (block.spans ?? [block]).map(({ firstRow, rows }) => {
        const rect = { row: firstRow, column, rows, columns: 1 };
        const formula = unprovedMark("E01", rect, block.personColumn, results);
        return { rule: "E01", severity: "warning", sheet: block.sheet, rect, formula };
      });
    });
  },
};
