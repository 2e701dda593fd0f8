/** The registry's checks on a method workbook: its data as a scorecard, its own limits, and what its rows say already. */
import type { CheckedParts, LocatedBook, MethodChecks, SaidByRows } from "../blueprint/methodChecks";
import type { Finding, Stage } from "../model/finding";
import type { Location } from "../model/location";
import type { Scorecard } from "../model/scorecard";
import { asShare } from "../model/units";
import { bandOf } from "../scoring/bands";
import type { PersonResult } from "../scoring/scoreCard";
import { SCORING_DEFAULTS } from "../scoring/settings";
import { runChecks, type CheckSettings } from "./registry";

/** What a row of the workbook says by the word in its check column. */
export interface RowWord {
  readonly key: string;
  readonly finding: Finding;
}
export interface MethodRunInput {
  readonly book: LocatedBook;
  readonly checks: MethodChecks;
  readonly method: string;
  readonly instance: number;
  readonly title: string;
  readonly sheet: string;
  readonly stage: Stage;
  readonly language: "en" | "zh-CN";
  readonly said: readonly RowWord[];
  /** Thresholds that differ, by code; they go before what the workbook says. */
  readonly settings: CheckSettings;
}
export interface MethodRun {
  readonly findings: readonly Finding[];
  /** Thresholds in force that are not the defaults, by code. */
  readonly settings: CheckSettings;
}

/** Nothing is known of how a total elsewhere came to be. */
const WHOLE = asShare(1);

function cardOf({ book, method, instance, title, sheet, stage }: MethodRunInput, parts: CheckedParts): Scorecard {
  const asOf = book.setting("AsOf");
  return {
    origin: "generated",
    ...{ sheet, title, instance, stage, method },
    plans: [],
    people: [],
    evidence: null,
    ...{ bands: [], bandCells: [], policy: "wait", settings: SCORING_DEFAULTS, rankMethod: book.ranks, best: 100 },
    hasSample: false,
    period: { from: book.setting("From"), to: book.setting("To") },
    ...(asOf === null ? {} : { asOf }),
    ...parts,
  };
}

const resultsOf = ({ people = [], totals, bands = [] }: CheckedParts): readonly PersonResult[] =>
  people.flatMap(({ id, name, cell }) => {
    const total = totals?.get(id);
    if (total === undefined) return [];
    const shown = { total, soFar: total, low: total, high: total, coverage: WHOLE, applicable: WHOLE };
    return [{ id, name, cell, plan: "", rank: null, band: bandOf(total, bands)?.name ?? null, ...shown }];
  });

/** The limits that cells of the workbook hold; a cell without a number is left to the default. */
function ownLimits(book: LocatedBook, { limits = {} }: MethodChecks): CheckSettings {
  const found: Record<string, Record<string, number>> = {};
  for (const [key, { cell, of }] of Object.entries(limits)) {
    const [code = "", threshold = ""] = key.split(".");
    const value = book.setting(cell);
    if (value !== null) found[code] = { ...found[code], [threshold]: of === undefined ? value : of(value, book) };
  }
  return found;
}

const sameRow = (a: Location, b: Location): boolean => a.sheet === b.sheet && a.rect.row === b.rect.row;

function isSaid(finding: Finding, { words, at = "row" }: SaidByRows, said: readonly RowWord[]): boolean {
  return said.some(({ key, finding: own }) => {
    if (!words.includes(key)) return false;
    if (at === "anywhere" || sameRow(finding.location, own.location)) return true;
    return at === "person" && finding.person !== undefined && finding.person === own.person;
  });
}

/** Runs the checks of the method; a finding that one of the workbook's own rows says already is silent. */
export function runOnMethod(input: MethodRunInput): MethodRun {
  const { book, checks, stage, language, said } = input;
  const parts = checks.read(book);
  const settings = { ...ownLimits(book, checks), ...input.settings };
  const { findings } = runChecks(
    { card: cardOf(input, parts), results: resultsOf(parts), stage, language },
    settings,
    checks.codes,
  );
  const isNew = (finding: Finding): boolean => {
    const rule = checks.said?.[finding.rule];
    return rule === undefined || !isSaid(finding, rule, said);
  };
  return { findings: findings.filter(isNew), settings };
}
