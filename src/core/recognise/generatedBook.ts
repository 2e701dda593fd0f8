/** From a generated workbook to a located scorecard: plans, people, actuals, evidence and settings by tables and names. */
import { STAGES, type Stage } from "../model/finding";
import { LINE_KINDS, type LineParameter, type LineRule } from "../model/line";
import type { PlanColumn } from "../model/columns";
import {
  ActualCell,
  cellAt,
  type Actual,
  type Person,
  type Plan,
  type PlanLine,
  type Scorecard,
} from "../model/scorecard";
import { SCORING_DEFAULTS, type ScoringSettings } from "../scoring/settings";
import { checkLimits } from "./checkLimits";
import { bandsOf, evidenceOf, overwrittenIn, pointsOf, withOwnResults, type KeyOf } from "./generatedRegisters";
import { gateRows, gatesOfPerson } from "./generatedGates";
import { isBlank } from "./grid";
import { keyedTables, namedValue, wordKeys, type HeaderWords, type KeyedTable, type StoredHeaders } from "./layout";
import type { Snapshot } from "./snapshot";

export type GeneratedFault = "noPlan" | "noEntry";
export type GeneratedResult =
  { readonly ok: true; readonly card: Scorecard } | { readonly ok: false; readonly faults: readonly GeneratedFault[] };

export interface GeneratedInput {
  readonly snapshot: Snapshot;
  readonly instance: number;
  readonly stored: StoredHeaders | null;
  readonly headers: readonly HeaderWords[];
  readonly listWords: Readonly<Record<string, string>>;
  readonly rankMethod: "competition" | "dense";
  /** Method of the template, where the workbook says it. */
  readonly method?: string;
}

const PARAMETERS: readonly Exclude<LineParameter, "daysLate" | "unitPoints">[] = [
  "baseline",
  "zeroPoint",
  "threshold",
  "target",
  "stretch",
  "low",
  "high",
  "zeroDistance",
  "worstAllowed",
  "maximum",
];

function ruleOf(plan: KeyedTable, row: number, keyOf: KeyOf): LineRule | null {
  const word = keyOf(plan.text(row, "kind"));
  const kind = LINE_KINDS.find((known) => known === word);
  if (kind === undefined) return null;
  const direction = keyOf(plan.text(row, "direction"));
  const numbers = PARAMETERS.flatMap((key) => {
    const value = plan.number(row, key);
    return value === null ? [] : [[key, value] as const];
  });
  const base = { kind, ...Object.fromEntries(numbers) };
  return direction === "higher" || direction === "lower" ? { ...base, direction } : base;
}

function lineAt(plan: KeyedTable, row: number, keyOf: KeyOf): PlanLine {
  const sheet = plan.sheet.name;
  const keys = [...plan.columns.keys()] as PlanColumn[];
  const cells = Object.fromEntries(keys.map((key) => [key, cellAt(sheet, row, plan.column(key) ?? 0)]));
  const rule = ruleOf(plan, row, keyOf);
  const nature = keyOf(plan.text(row, "nature"));
  const agreed = plan.number(row, "agreedWeight");
  return {
    id: plan.text(row, "id"),
    name: plan.text(row, "indicator"),
    section: plan.text(row, "section"),
    weight: {
      // A text is no number for the sheet's formulas either.
      value: plan.number(row, "weight"),
      raw: plan.value(row, "weight"),
      cell: cellAt(sheet, row, plan.column("weight") ?? 0),
    },
    rule,
    unknownKind: rule === null ? plan.text(row, "kind") : null,
    ...(nature === "lead" || nature === "lag" ? { nature } : {}),
    ...(agreed === null
      ? {}
      : { agreed: { value: agreed, cell: cellAt(sheet, row, plan.column("agreedWeight") ?? 0) } }),
    cells,
    texts: Object.fromEntries(keys.map((key) => [key, plan.text(row, key)])),
  };
}

/** Column of a line's actual in an entry table: by its key, or, when that is lost, the first header that names the line. */
function actualColumn(entry: KeyedTable, line: PlanLine): number | null {
  const keyed = entry.column(`actual:${line.id}`);
  if (keyed !== null) return keyed;
  if ([...entry.columns.keys()].some((key) => key.startsWith("actual:"))) return null;
  const offset = entry.headers.findIndex((header) => header === line.name || header.split(/\s/)[0] === line.id);
  return offset < 0 ? null : entry.columnAt(offset);
}

interface EntryPlan {
  readonly entry: KeyedTable;
  readonly plan: Plan;
  readonly columns: readonly number[];
}

function entryPlan(
  entry: KeyedTable,
  plan: KeyedTable,
  lines: readonly PlanLine[],
  rows: readonly number[],
): EntryPlan {
  const placed = lines.flatMap((line, i) => {
    const column = actualColumn(entry, line);
    return column === null ? [] : [{ line, column, row: rows[i] ?? 0 }];
  });
  const used = placed.map(({ row }) => row);
  const top = used.length === 0 ? (plan.rows[0] ?? 0) : Math.min(...used);
  const group = placed.map(({ line }) => line.texts.jobGroup ?? "").find((name) => name !== "") ?? "";
  const columns = placed.map(({ column }) => column);
  return {
    entry,
    columns,
    plan: {
      name: group === "" ? entry.sheet.name : group,
      lines: placed.map(({ line }) => line),
      scale: { family: "percent", point: 1, expected: 100 },
      weights: {
        sheet: plan.sheet.name,
        rect: {
          row: top,
          column: plan.column("weight") ?? 0,
          rows: Math.max(1, Math.max(...used, top) - top + 1),
          columns: 1,
        },
      },
      block: null,
    },
  };
}

function actualAt(entry: KeyedTable, row: number, column: number, keyOf: KeyOf): Actual {
  const raw = entry.sheet.values[row - (entry.sheet.used?.row ?? 0)]?.[column - (entry.sheet.used?.column ?? 0)] ?? "";
  const notApplicable = typeof raw === "string" && keyOf(raw.trim()) === "na" && entry.text(row, "reason") !== "";
  // A text is no number on a generated sheet: its formulas do not count it, and neither do we.
  const value = typeof raw === "number" && Number.isFinite(raw) ? raw : null;
  return new ActualCell(raw, value, notApplicable, entry.sheet.name, row, column);
}

/** Rows of the People table by id. */
function peopleById(people: KeyedTable | undefined): ReadonlyMap<string, { row: number; table: KeyedTable }> {
  if (people === undefined) return new Map();
  return new Map(people.filledRows("id").map((row) => [people.text(row, "id"), { row, table: people }]));
}

function entryPeople(
  { entry, plan, columns }: EntryPlan,
  index: number,
  known: ReturnType<typeof peopleById>,
  gates: ReturnType<typeof gateRows>,
  keyOf: KeyOf,
): Person[] {
  return entry.filledRows("id").map((row) => {
    const id = entry.text(row, "id");
    const person = known.get(id);
    const actuals = columns.map((column) => actualAt(entry, row, column, keyOf));
    const own = gatesOfPerson(gates, entry, row, plan.lines, actuals, keyOf);
    return {
      id,
      name: entry.text(row, "name") || (person?.table.text(person.row, "name") ?? ""),
      jobGroup: person?.table.text(person.row, "jobGroup") ?? plan.name,
      cell: cellAt(entry.sheet.name, row, entry.column("name") ?? entry.column("id") ?? 0),
      plan: index,
      ...(person === undefined && known.size > 0 ? { isListed: false } : {}),
      actuals,
      ...(own.length === 0 ? {} : { gates: own }),
      ownTotal: null,
      ownRank: null,
    };
  });
}

/** Each plan with those lines of its job group that no entry sheet has a column for; lines of no known group go to the first. */
function withUnplaced(plans: readonly Plan[], lines: readonly PlanLine[]): readonly Plan[] {
  const placed = new Set(plans.flatMap((plan) => plan.lines));
  const left = lines.filter((line) => !placed.has(line));
  if (left.length === 0) return plans;
  const groups = plans.map((plan) => plan.lines[0]?.texts.jobGroup ?? plan.name);
  const planOf = (line: PlanLine): number => Math.max(0, groups.indexOf(line.texts.jobGroup ?? ""));
  return plans.map((plan, index) => {
    const unplaced = left.filter((line) => planOf(line) === index);
    return unplaced.length === 0 ? plan : { ...plan, unplaced };
  });
}

/** Rows of the list of people that no entry row belongs to: people without a plan, an id that stands twice, one without id. */
function peopleWithoutEntry(table: KeyedTable | undefined, placed: readonly Person[]): Person[] {
  if (table === undefined) return [];
  const entered = new Set(placed.map(({ id }) => id));
  const rows = table.rows.filter((row) => !isBlank(table.value(row, "id")) || !isBlank(table.value(row, "name")));
  return rows.flatMap((row) => {
    const id = table.text(row, "id");
    // The first row of an id is the one that the entry row shows.
    if (id !== "" && entered.delete(id)) return [];
    if (table.number(row, "to") !== null) return [];
    const cell = cellAt(table.sheet.name, row, table.column("name") ?? 0);
    const about = { id, name: table.text(row, "name"), jobGroup: table.text(row, "jobGroup"), cell, plan: -1 };
    return [{ ...about, actuals: [], ownTotal: null, ownRank: null }];
  });
}

/** What the points of the first rating scale of the table are worth; the usual worths where the table says nothing. */
function worthsOf(table: KeyedTable | undefined): readonly number[] {
  const rows = table?.filledRows("scale").map((row) => [table.number(row, "scale"), table.number(row, "worth")]) ?? [];
  const worths = rows.filter(([scale]) => scale === rows[0]?.[0]).flatMap(([, worth]) => worth ?? []);
  return worths.length === rows[0]?.[0] ? worths : SCORING_DEFAULTS.points;
}

function settingsOf(number: (name: string) => number | null, points: readonly number[]): ScoringSettings {
  return {
    ...SCORING_DEFAULTS,
    points,
    cap: number("Cap") ?? SCORING_DEFAULTS.cap,
    floor: number("Floor") ?? SCORING_DEFAULTS.floor,
    atThreshold: number("S0") ?? SCORING_DEFAULTS.atThreshold,
    minApplicable: number("MinApplicable") ?? SCORING_DEFAULTS.minApplicable,
  };
}

/** Recognises the workbook of an instance; refused when its Plan or Entry table was not found. */
export function recogniseGenerated(input: GeneratedInput): GeneratedResult {
  const { snapshot, instance } = input;
  const tables = keyedTables(snapshot, instance, input.stored, input.headers);
  const plan = tables.get("Plan");
  const entries = [...tables].filter(([key]) => /^Entry\d*$/.test(key)).map(([, table]) => table);
  if (plan === undefined || entries.length === 0)
    return {
      ok: false,
      faults: [
        ...(plan === undefined ? (["noPlan"] as const) : []),
        ...(entries.length === 0 ? (["noEntry"] as const) : []),
      ],
    };

  const words = wordKeys(snapshot, instance);
  const keyOf: KeyOf = (text) => words.get(text) ?? input.listWords[text] ?? text;
  const named = (name: string): ReturnType<typeof namedValue> => namedValue(snapshot, `eh_${String(instance)}_${name}`);
  const number = (name: string): number | null => {
    const value = named(name);
    return typeof value === "number" ? value : null;
  };
  // A row whose name was deleted is still a line: the sheet's formulas find it by its id.
  const rows = plan.rows.filter((row) => !isBlank(plan.value(row, "id")) || !isBlank(plan.value(row, "indicator")));
  const lines = rows.map((row) => lineAt(plan, row, keyOf));
  // Formulas take the first line of an id: of two with one id only that one is scored.
  const first = new Map(lines.map((line, i) => [line.id, i] as const).reverse());
  const findable = lines.flatMap((line, i) => (first.get(line.id) === i ? [{ line, row: rows[i] ?? 0 }] : []));
  const plans = entries.map((entry) =>
    entryPlan(
      entry,
      plan,
      findable.map(({ line }) => line),
      findable.map(({ row }) => row),
    ),
  );
  const known = peopleById(tables.get("People"));
  const gates = gateRows(tables.get("Gates"));
  const placed = plans.flatMap((entry, index) => entryPeople(entry, index, known, gates, keyOf));
  const settings = settingsOf(number, worthsOf(tables.get("Points")));
  const [asOf, signedOn] = [number("AsOf"), number("SignedOn")];
  const card: Scorecard = {
    origin: "generated",
    sheet: snapshot.activeSheet,
    title:
      plans
        .map((entry) => entry.plan.name)
        .filter((name) => name !== "")
        .join(", ") || plan.sheet.name,
    instance,
    stage: stageOf(number("StageNo"), named("Stage"), keyOf),
    plans: withUnplaced(
      plans.map((entry) => entry.plan),
      lines,
    ),
    people: withOwnResults([...placed, ...peopleWithoutEntry(tables.get("People"), placed)], tables.get("Results")),
    evidence: evidenceOf(tables.get("Evidence"), keyOf),
    ...bandsOf(tables.get("Bands")),
    policy: "wait",
    settings,
    rankMethod: input.rankMethod,
    best: 100,
    period: { from: number("From"), to: number("To") },
    hasSample: [...known.values()].some(({ row, table }) => keyOf(table.text(row, "status")) === "sample"),
    limits: checkLimits(tables.get("Limits"), number("Tolerance")),
    overwritten: [...tables.values()].flatMap(overwrittenIn),
    ...(gates.length === 0 ? {} : { gates }),
    ...(tables.has("Points") ? { points: pointsOf(tables.get("Points")) } : {}),
    ...(input.method === undefined ? {} : { method: input.method }),
    ...(asOf === null ? {} : { asOf }),
    ...(signedOn === null ? {} : { signedOn }),
  };
  return { ok: true, card };
}

function stageOf(position: number | null, word: ReturnType<typeof namedValue>, keyOf: KeyOf): Stage {
  const byNumber = position === null ? undefined : STAGES[position - 1];
  const key = typeof word === "string" && !isBlank(word) ? keyOf(word) : "";
  return byNumber ?? STAGES.find((stage) => stage === key) ?? "plan";
}
