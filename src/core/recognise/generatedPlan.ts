/** The Plan table of a generated workbook as lines, and the plans that its entry tables make of them. */
import type { PlanColumn } from "../model/columns";
import { LINE_KINDS, STEP_NUMBERS, type LineParameter, type LineRule } from "../model/line";
import { cellAt, type Plan, type PlanLine } from "../model/scorecard";
import type { KeyOf } from "./generatedRegisters";
import { isBlank } from "./grid";
import type { KeyedTable } from "./layout";
import { natureOf, type Nature } from "./nature";

const PARAMETERS: readonly Exclude<LineParameter, "daysLate">[] = [
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
  "unitPoints",
  ...STEP_NUMBERS,
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

/** In the workbook's own word, or in another one that means the same: a column that a person added has no list. */
function natureAt(plan: KeyedTable, row: number, keyOf: KeyOf): Nature | null {
  const text = plan.text(row, "nature");
  return natureOf(keyOf(text)) ?? natureOf(text);
}

function lineAt(plan: KeyedTable, row: number, keyOf: KeyOf): PlanLine {
  const sheet = plan.sheet.name;
  const keys = [...plan.columns.keys()] as PlanColumn[];
  const cells = Object.fromEntries(keys.map((key) => [key, cellAt(sheet, row, plan.column(key) ?? 0)]));
  const rule = ruleOf(plan, row, keyOf);
  const nature = natureAt(plan, row, keyOf);
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
    ...(nature === null ? {} : { nature }),
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

/** A plan with the entry table that it was read from and the columns of its actuals there. */
export interface EntryPlan {
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

/** The plans of a workbook, one an entry table, in the order of the tables. */
export function plansOf(plan: KeyedTable, entries: readonly KeyedTable[], keyOf: KeyOf): readonly EntryPlan[] {
  // A row whose name was deleted is still a line: the sheet's formulas find it by its id.
  const rows = plan.rows.filter((row) => !isBlank(plan.value(row, "id")) || !isBlank(plan.value(row, "indicator")));
  const all = rows.map((row) => ({ line: lineAt(plan, row, keyOf), row }));
  // Formulas take the first line of an id: of two with one id only that one is scored.
  const firsts = new Map([...all].reverse().map((placed) => [placed.line.id, placed]));
  const findable = all.filter((placed) => firsts.get(placed.line.id) === placed);
  const found = entries.map((entry) =>
    entryPlan(
      entry,
      plan,
      findable.map(({ line }) => line),
      findable.map(({ row }) => row),
    ),
  );
  const plans = withUnplaced(
    found.map((entry) => entry.plan),
    all.map(({ line }) => line),
  );
  return found.map((entry, i) => ({ ...entry, plan: plans[i] ?? entry.plan }));
}
