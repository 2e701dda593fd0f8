/** What changes in the standing sheets when the next period begins: what is emptied, what moves on, what stays. */
import type { Literal } from "../blueprint/types";
import { parseRect, splitAddress, type Rect } from "../model/a1";
import { isBlank, plainText } from "../recognise/grid";
import { namedValue, type KeyedTable } from "../recognise/layout";
import type { CellValue, Snapshot } from "../recognise/snapshot";
import { isDay } from "../scoring/secondNumber";
import type { DayRange } from "./calendar";

/** Cells of one sheet, written together if they still hold what was read. `after` null leaves a cell as it is. */
export interface BlockChange {
  readonly sheet: string;
  readonly rect: Rect;
  readonly before: readonly (readonly CellValue[])[];
  readonly after: readonly (readonly Literal[])[];
}

export type TargetChoice =
  | { readonly kind: "carry" }
  /** Per cent by which targets are made harder: up where more is better, down where less is. */
  | { readonly kind: "raise"; readonly percent: number }
  | { readonly kind: "empty" };

/** One column of a table; null where nothing in it would change. */
export function columnChange(
  table: KeyedTable,
  key: string,
  change: (row: number, now: CellValue) => Literal,
): BlockChange[] {
  const column = table.column(key);
  const { rows } = table;
  const [first] = rows;
  if (column === null || first === undefined) return [];
  const after = rows.map((row) => {
    const now = table.at(row, column);
    // A formula of the person's own goes on working: it fetches the next period's figure where it fetched this one's.
    return table.formula(row, column) === "" && typeof now !== "object" ? change(row, now) : null;
  });
  if (after.every((value) => value === null)) return [];
  return [
    {
      sheet: table.sheet.name,
      rect: { row: first, column, rows: rows.length, columns: 1 },
      before: rows.map((row) => [table.at(row, column)]),
      after: after.map((value) => [value]),
    },
  ];
}

/** The new content of an input that is emptied; null leaves a blank one alone. */
export const emptied = (_: number, now: CellValue): Literal => (isBlank(now) ? null : "");

const EVIDENCE_INPUTS = [
  "person",
  "indicator",
  "eventDate",
  "recordedDate",
  "what",
  "result",
  "sign",
  "source",
  "observer",
  "link",
  "verifiedBy",
  "sharedOn",
];
/** Entries of bonus and deductions belong to their period; the items stay. */
const EXTRA_INPUTS = ["person", "item", "times", "what", "record", "date"];
/** The numbers of a line that are levels of what is measured, so that they move together. */
const LEVELS = ["zeroPoint", "threshold", "target", "stretch", "low", "high"];
/** Kinds of line whose levels are amounts; points of a scale, marks and dates are none. */
const WITH_AMOUNTS: ReadonlySet<string> = new Set(["curve", "ratio", "deviation", "linear"]);
const PERCENT_UNIT = /^(%|％|per cent|percent)$/i;

/** As many decimals as the number has, two at most more: 8.5 × 1.05 → 8.93. */
function likeBefore(value: number, before: number): number {
  const decimals = Math.min(6, (/\.(\d+)$/.exec(String(before))?.[1] ?? "").length);
  const places = Number.isInteger(before) && Math.abs(before) >= 100 ? 0 : Math.max(2, decimals);
  return Number(value.toFixed(places));
}

/** A level made harder by a share. `most`: what cannot be passed, 100 for a per cent of a whole; null for none. */
export function raised(now: number, share: number, isLower: boolean, most: number | null): number {
  const moved = likeBefore(now * (isLower ? 1 - share : 1 + share), now);
  return most === null ? moved : Math.min(most, moved);
}
/** A line in per cent whose levels all stay within 100 is a part of a whole; 120 % of a quota is none. */
function mostOf(plan: KeyedTable, row: number): number | null {
  const isWithin = LEVELS.every((key) => (plan.number(row, key) ?? 0) <= 100);
  return isWithin && PERCENT_UNIT.test(plan.text(row, "unit")) ? 100 : null;
}

/** @param keys word shown → key, as the lists of kinds and directions have it */
export function targetChanges(
  plan: KeyedTable,
  choice: TargetChoice,
  keys: ReadonlyMap<string, string>,
): BlockChange[] {
  if (choice.kind === "carry") return [];
  const wordKey = (row: number, key: string): string => keys.get(plan.text(row, key)) ?? "";
  const change = (row: number, now: CellValue): Literal => {
    if (typeof now !== "number" || !WITH_AMOUNTS.has(wordKey(row, "kind"))) return null;
    if (choice.kind === "empty") return "";
    const isLower = wordKey(row, "direction") === "lower";
    return raised(now, choice.percent / 100, isLower, mostOf(plan, row));
  };
  return LEVELS.flatMap((key) => columnChange(plan, key, change));
}

/** Results and reasons of a register go; targets of people's own go the way of the plan's. */
function registerChanges(
  register: KeyedTable,
  plan: KeyedTable | undefined,
  { targets, wordKeys }: Pick<EmptyingInput, "targets" | "wordKeys">,
): BlockChange[] {
  const planRows = new Map(plan?.rows.map((row) => [plan.text(row, "id"), row]));
  const target = (row: number, now: CellValue): Literal => {
    const planRow = planRows.get(register.text(row, "line"));
    if (typeof now !== "number" || plan === undefined || planRow === undefined) return null;
    // The day on which a milestone was due is past.
    if (isDay(now) && wordKeys.get(plan.text(planRow, "kind")) === "milestone") return "";
    if (targets.kind === "carry") return null;
    if (targets.kind === "empty") return "";
    const isLower = wordKeys.get(plan.text(planRow, "direction")) === "lower";
    return raised(now, targets.percent / 100, isLower, mostOf(plan, planRow));
  };
  return [
    ...columnChange(register, "actual", emptied),
    ...columnChange(register, "second", emptied),
    ...columnChange(register, "reason", emptied),
    ...columnChange(register, "ownTarget", target),
  ];
}

/** A single cell behind a name of the workbook. */
function cellChange(snapshot: Snapshot, name: string, after: Literal): BlockChange[] {
  const found = snapshot.names.find((entry) => entry.name === name);
  const { sheet, address } = splitAddress(found?.formula.replace(/^=/, "") ?? "");
  const rect = parseRect(address);
  const before = namedValue(snapshot, name);
  return sheet === null || rect === null || before === null
    ? []
    : [{ sheet, rect, before: [[before]], after: [[after]] }];
}

/** Dates, as-of date and stage of Settings, and the day from which people count. */
export function periodChanges(
  snapshot: Snapshot,
  people: KeyedTable | undefined,
  prefix: string,
  { closed, next }: { readonly closed: DayRange; readonly next: DayRange },
): readonly BlockChange[] {
  const planWord = namedValue(snapshot, `${prefix}w_plan`);
  return [
    // Who was there from the first day on is so again; who came within the period was there from the next one's first day.
    ...(people === undefined
      ? []
      : columnChange(people, "from", (_, now) =>
          typeof now === "number" && now >= closed.from && now <= closed.to ? next.from : null,
        )),
    ...cellChange(snapshot, `${prefix}From`, next.from),
    ...cellChange(snapshot, `${prefix}To`, next.to),
    ...cellChange(snapshot, `${prefix}AsOf`, next.to),
    ...(planWord === null ? [] : cellChange(snapshot, `${prefix}Stage`, plainText(planWord))),
  ];
}

export interface EmptyingInput {
  readonly snapshot: Snapshot;
  readonly tables: ReadonlyMap<string, KeyedTable>;
  /** "eh_1_". */
  readonly prefix: string;
  readonly closed: DayRange;
  readonly next: DayRange;
  readonly targets: TargetChoice;
  readonly wordKeys: ReadonlyMap<string, string>;
}

/** All changes to the standing sheets. Names, plans, weights, scales, words and texts stay. */
export function emptyingChanges(input: EmptyingInput): readonly BlockChange[] {
  const { snapshot, tables, prefix } = input;
  const [people, plan, results, evidence] = ["People", "Plan", "Results", "Evidence"].map((key) => tables.get(key));
  const extras = tables.get("Extras");
  const entries = [...tables].filter(([key]) => /^Entry\d*$/.test(key));
  // What is typed into a register is fetched by the matrix: only answers to gates are typed there.
  const isTyped = (entry: string, key: string): boolean =>
    key.startsWith("gate:") ||
    (!tables.has(entry.replace("Entry", "Register")) && (key === "reason" || key.startsWith("actual:")));
  return [
    ...entries.flatMap(([name, entry]) =>
      [...entry.columns.keys()].filter((key) => isTyped(name, key)).flatMap((key) => columnChange(entry, key, emptied)),
    ),
    ...[...tables]
      .filter(([key]) => /^Register\d*$/.test(key))
      .flatMap(([, register]) => registerChanges(register, plan, input)),
    ...(evidence === undefined ? [] : EVIDENCE_INPUTS.flatMap((key) => columnChange(evidence, key, emptied))),
    ...(extras === undefined ? [] : EXTRA_INPUTS.flatMap((key) => columnChange(extras, key, emptied))),
    ...(results === undefined ? [] : columnChange(results, "previous", (row) => results.number(row, "total") ?? "")),
    ...periodChanges(snapshot, people, prefix, input),
    ...(plan === undefined ? [] : targetChanges(plan, input.targets, input.wordKeys)),
  ];
}
