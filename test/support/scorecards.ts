/** A located scorecard without a single fault, as plain data, and ways to put one in. Six people, five lines of four kinds. */
import { runChecks, type CheckRun, type CheckSettings } from "../../src/core/checks/registry";
import type { Fix, Stage } from "../../src/core/model/finding";
import type { LineRule } from "../../src/core/model/line";
import type { Location } from "../../src/core/model/location";
import {
  cellAt,
  type EvidenceRecord,
  type Person,
  type PlanLine,
  type PlanSection,
  type Scorecard,
} from "../../src/core/model/scorecard";
import { scoreCard } from "../../src/core/scoring/scoreCard";
import { SCORING_DEFAULTS } from "../../src/core/scoring/settings";

/** 1 January to 30 June 2026. */
const [FROM, TO] = [46_023, 46_203];
/** The plan's lines stand from this row down. */
const FIRST_LINE = 4;
const WEIGHT_COLUMN = 4;

interface LineInput {
  readonly name: string;
  readonly section: string;
  readonly weight: number;
  readonly rule: LineRule;
  readonly unit: string;
}
const LINES: readonly LineInput[] = [
  {
    name: "Revenue",
    section: "Results",
    weight: 30,
    unit: "%",
    rule: { kind: "curve", direction: "higher", threshold: 80, target: 100, stretch: 120 },
  },
  {
    name: "Complaints",
    section: "Results",
    weight: 25,
    unit: "count",
    rule: { kind: "zero", worstAllowed: 10 },
  },
  { name: "Teamwork", section: "Behaviour", weight: 20, unit: "points", rule: { kind: "rating", maximum: 5 } },
  { name: "Reliability", section: "Behaviour", weight: 15, unit: "points", rule: { kind: "rating", maximum: 5 } },
  { name: "New branch", section: "Growth", weight: 10, unit: "share", rule: { kind: "milestone", daysLate: 0 } },
];

/** A line of a plan at its own row. */
export function planLine(index: number, input: Partial<LineInput> = {}): PlanLine {
  const { name, section, weight, rule, unit } = { ...(LINES[index] ?? LINES[0]), ...input } as LineInput;
  const at = (column: number): ReturnType<typeof cellAt> => cellAt("Plan", FIRST_LINE + index, column);
  return {
    id: `K0${String(index + 1)}`,
    name,
    section,
    weight: { value: weight, raw: weight, cell: at(WEIGHT_COLUMN) },
    rule,
    unknownKind: null,
    cells: { id: at(0), indicator: at(3), kind: at(6), target: at(8), owner: at(10), source: at(11), unit: at(5) },
    texts: { jobGroup: "Sales", unit, owner: "manager", source: "report", due: "" },
  };
}

const ACTUALS: readonly (readonly number[])[] = [
  [104, 2, 4, 3, 1],
  [97, 0, 3, 4, 0.5],
  [88, 5, 3, 3, 1],
  [112, 1, 4, 4, 0.8],
  [101, 3, 3, 4, 1],
  [93, 4, 4, 3, 0.6],
];
const NAMES = ["Ann", "Bob", "Cho", "Dee", "Eve", "Fay"];

/** A person with actuals on the lines of plan 0; the row is the position. */
export function personAt(index: number, name: string, actuals: readonly (number | string)[], plan = 0): Person {
  return {
    id: `P${String(index + 1).padStart(3, "0")}`,
    name,
    jobGroup: "Sales",
    cell: cellAt("Entry", 6 + index, 1),
    plan,
    actuals: actuals.map((raw, k) => ({
      raw,
      value: typeof raw === "number" ? raw : null,
      notApplicable: false,
      cell: cellAt("Entry", 6 + index, 3 + k),
    })),
    ownTotal: null,
    ownRank: null,
  };
}

/** A record of the register, complete in every column. */
export const record = (number: number, about: Partial<EvidenceRecord>): EvidenceRecord => ({
  id: `E${String(number).padStart(3, "0")}`,
  person: null,
  indicator: "K01",
  eventDate: FROM + 20,
  recordedDate: (about.eventDate ?? FROM + 20) + 3,
  what: `Record ${String(number)}: what was done, who saw it, what came of it, in a sentence of its own`,
  sign: "+",
  source: "report",
  observer: "manager",
  link: "file 1",
  sharedOn: (about.eventDate ?? FROM + 20) + 10,
  cell: cellAt("Evidence", 4 + number, 2),
  ...about,
});

/** Four incidents a person, spread over the period, of both signs and by two observers, two of two months on each rated line. */
export const incidentsOf = (person: string, first: number): EvidenceRecord[] =>
  [
    { indicator: "K03", eventDate: FROM + 20, sign: "+" as const, observer: "manager" },
    { indicator: "K04", eventDate: FROM + 80, sign: "-" as const, observer: "colleague" },
    { indicator: "K03", eventDate: FROM + 120, sign: "+" as const, observer: "manager" },
    { indicator: "K04", eventDate: FROM + 150, sign: "-" as const, observer: "colleague" },
  ].map((about, i) => record(first + i, { person, ...about }));

/** The scorecard without a fault; `change` replaces parts of it. */
export function cleanCard(change: Partial<Scorecard> = {}): Scorecard {
  const people = ACTUALS.map((actuals, i) => personAt(i, NAMES[i] ?? "", actuals));
  const lines = LINES.map((_, i) => planLine(i));
  return {
    origin: "generated",
    sheet: "Entry",
    title: "Sales",
    instance: 1,
    stage: "evaluate",
    plans: [
      {
        name: "Sales",
        lines,
        scale: { family: "percent", point: 1, expected: 100 },
        weights: { sheet: "Plan", rect: { row: FIRST_LINE, column: WEIGHT_COLUMN, rows: lines.length, columns: 1 } },
        block: null,
      },
    ],
    people,
    evidence: [
      ...["K01", "K02", "K05"].map((indicator, i) => record(i + 1, { indicator })),
      ...people.flatMap((person, i) => incidentsOf(person.id, 4 + 4 * i)),
    ],
    bands: [
      { name: "Outstanding", from: 105 },
      { name: "Exceeds", from: 100 },
      { name: "Meets", from: 90 },
      { name: "Below", from: 60 },
      { name: "Unsatisfactory", from: -1_000_000 },
    ],
    bandCells: [0, 1, 2, 3, 4].map((row) => cellAt("Settings", 8 - row, 4)),
    policy: "wait",
    settings: SCORING_DEFAULTS,
    rankMethod: "competition",
    best: 100,
    period: { from: FROM, to: TO },
    hasSample: false,
    ...change,
  };
}

/** The checks of a stage on a scorecard. */
export const checkCard = (
  card: Scorecard,
  stage: Stage = "evaluate",
  language: "en" | "zh-CN" = "en",
  settings: CheckSettings = {},
): CheckRun => runChecks({ card, results: scoreCard(card), stage, language }, settings);

/** The card with another plan in place of the first. */
export const withPlan = (
  change: (plan: Scorecard["plans"][number]) => Partial<Scorecard["plans"][number]>,
): Scorecard => {
  const card = cleanCard();
  return { ...card, plans: card.plans.map((plan, i) => (i === 0 ? { ...plan, ...change(plan) } : plan)) };
};
/** The card with one line changed. */
export const withLine = (index: number, change: Partial<PlanLine>): Scorecard =>
  withPlan(({ lines }) => ({ lines: lines.map((line, i) => (i === index ? { ...line, ...change } : line)) }));
/** The card with other weights, in the order of the lines; a text or null is no number. */
export const withWeights = (...weights: readonly (number | string | null)[]): Scorecard =>
  withPlan(({ lines }) => ({
    lines: lines.map((line, i) => {
      const raw = weights[i] ?? "";
      return { ...line, weight: { ...line.weight, raw, value: typeof raw === "number" ? raw : null } };
    }),
  }));
/** The card with one person changed. */
export const withPerson = (index: number, change: (person: Person) => Partial<Person>): Scorecard => {
  const card = cleanCard();
  return { ...card, people: card.people.map((person, i) => (i === index ? { ...person, ...change(person) } : person)) };
};
/** The card with one entry cell changed. */
export const withActual = (
  person: number,
  line: number,
  raw: number | string | { readonly error: string },
): Scorecard =>
  withPerson(person, ({ actuals }) => ({
    actuals: actuals.map((actual, k) =>
      k === line ? { ...actual, raw, value: typeof raw === "number" ? raw : null } : actual,
    ),
  }));
/** The card with other records of one person: those of everybody stay. */
export const withRecordsOf = (person: string, records: readonly EvidenceRecord[]): Scorecard => {
  const card = cleanCard();
  return { ...card, evidence: [...(card.evidence ?? []).filter((known) => known.person !== person), ...records] };
};
/** The card with each record changed. */
export const withRecords = (change: (record: EvidenceRecord) => Partial<EvidenceRecord>): Scorecard => {
  const card = cleanCard();
  return { ...card, evidence: (card.evidence ?? []).map((known) => ({ ...known, ...change(known) })) };
};

const sameCell = (a: Location, b: Location): boolean =>
  a.sheet === b.sheet && a.rect.row === b.rect.row && a.rect.column === b.rect.column;

/** The card after a fix: weights and actuals take what the patches say. */
export function afterFix(card: Scorecard, fix: Fix): Scorecard {
  const patched = (cell: Location): number | null => {
    const patch = fix.patches.find(({ location }) => sameCell(location, cell));
    return typeof patch?.after === "number" ? patch.after : null;
  };
  const formulaIsBack = (cell: Location): boolean =>
    fix.patches.some(({ location, after }) => sameCell(location, cell) && typeof after === "object");
  const mended = (section: PlanSection): PlanSection => {
    const after = patched(section.cell);
    const { written } = section;
    if (after === null || written === undefined) return section;
    return { ...section, points: after / written.point, written: { ...written, raw: after } };
  };
  const overwritten = card.overwritten?.filter(({ cell }) => !formulaIsBack(cell));
  return {
    ...card,
    ...(overwritten === undefined ? {} : { overwritten }),
    plans: card.plans.map((plan) => ({
      ...plan,
      ...(plan.sections === undefined ? {} : { sections: plan.sections.map(mended) }),
      ...(plan.sums === undefined ? {} : { sums: plan.sums.map(mended) }),
      lines: plan.lines.map((line) => {
        const after = patched(line.weight.cell);
        return after === null ? line : { ...line, weight: { ...line.weight, raw: after, value: after } };
      }),
    })),
    people: card.people.map((person) => ({
      ...person,
      actuals: person.actuals.map((actual) => {
        const after = patched(actual.cell);
        return after === null ? actual : { ...actual, raw: after, value: after };
      }),
    })),
  };
}

/** A person whose every cell is made, as plain data: what a person in a row of numbers makes only when asked. */
export function writtenOut(person: Person): Person {
  const { id, name, jobGroup, cell, plan, actuals, ownTotal, ownRank, proof } = person;
  const about = { id, name, jobGroup, cell, plan, ownTotal, ownRank };
  return {
    ...about,
    actuals: actuals.map(({ raw, value, notApplicable, cell: at }) => ({ raw, value, notApplicable, cell: at })),
    ...(proof === undefined ? {} : { proof }),
  };
}
