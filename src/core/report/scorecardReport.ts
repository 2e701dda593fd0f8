/** The person's page of a KPI scorecard as values: what its tables show at the moment. */
import type { Fact } from "../blueprint/personPages";
import type { CellStyle, Literal } from "../blueprint/types";
import type { SheetText } from "../blueprint/words";
import { TREND_PERIODS } from "../formulas/trendFormulas";
import { isoDay } from "../model/serialDays";
import { isBlank } from "../recognise/grid";
import { namedValue, type KeyedTable } from "../recognise/layout";
import type { CellValue, Snapshot } from "../recognise/snapshot";
import type { InstanceMetadata } from "../schema/metadata";
import { roundHalfAway } from "../scoring/round";
import type { PersonReport, ReportColumn } from "./personReport";

const POINTS: CellStyle = { numberFormat: "0.00", horizontal: "Right" };
const PLAIN: CellStyle = { numberFormat: "General", horizontal: "Right" };
const DAY: CellStyle = { numberFormat: "yyyy-mm-dd" };
const literal = (value: CellValue): Literal => (typeof value === "object" ? "" : value);
const isNumber = (value: unknown): value is number => typeof value === "number";

export interface ReportSource {
  readonly snapshot: Snapshot;
  readonly instance: InstanceMetadata;
  readonly tables: ReadonlyMap<string, KeyedTable>;
  readonly text: SheetText;
}

/** The row of an id in a table; null where there is none. */
const rowOf = (table: KeyedTable | undefined, id: string): number | null =>
  table?.rows.find((row) => table.text(row, "id") === id) ?? null;

/** "3 / 8" as the page says it: among those of the same plan who have a total for ranking. */
function placeOf(results: KeyedTable, row: number): Literal {
  const rank = results.number(row, "rank");
  if (rank === null) return "";
  const plan = results.text(row, "plan");
  const ranked = results.rows.filter(
    (other) => results.text(other, "plan") === plan && results.number(other, "rankingTotal") !== null,
  );
  return `${String(rank)} / ${String(ranked.length)}`;
}

const COLUMNS: readonly (readonly [key: string, width: number, style?: CellStyle])[] = [
  ["no", 5, { font: { color: "muted" }, horizontal: "Left" }],
  ["id", 7, { font: { color: "muted" } }],
  ["indicator", 34, { wrap: true }],
  ["unit", 12],
  ["weight", 9, { ...PLAIN, font: { bold: true } }],
  ["aim", 10, PLAIN],
  ["actual", 10, PLAIN],
  ["attainment", 11, { numberFormat: "0.0%", horizontal: "Right" }],
  ["points", 9, { ...POINTS, font: { bold: true } }],
  ["lost", 9, POINTS],
];

/** What each line came to; a target that is the person's own stands above no column and is read from the plan. */
function linesOf(source: ReportSource, entryKey: string, ids: readonly string[], id: string): Literal[][] {
  const { tables, snapshot, instance } = source;
  const [entry, plan] = [tables.get(entryKey), tables.get("Plan")];
  const row = rowOf(entry, id);
  if (entry === undefined || plan === undefined || row === null) return [];
  return ids.map((line, i) => {
    const planRow = rowOf(plan, line);
    const about = (key: string): Literal => (planRow === null ? "" : literal(plan.value(planRow, key)));
    const [weight, attainment] = [about("weight"), literal(entry.value(row, `attainment:${line}`))];
    const points = isNumber(weight) && isNumber(attainment) ? weight * attainment : null;
    const aim = aimInRegister(source, entryKey, id, line) ?? aimAbove(snapshot, instance, entry, entryKey, i);
    return [
      ...[i + 1, line, about("indicator"), about("unit"), weight, aim],
      literal(entry.value(row, `value:${line}`)),
      attainment,
      points ?? "",
      points === null || !isNumber(weight) ? "" : Math.max(0, weight - points),
    ];
  });
}

/** What this person is to aim at on a line; null where the plan is typed into its matrix. */
function aimInRegister({ tables }: ReportSource, entryKey: string, id: string, line: string): Literal | null {
  const register = tables.get(entryKey.replace("Entry", "Register"));
  const row = register?.rows.find((one) => register.text(one, "person") === id && register.text(one, "line") === line);
  return register === undefined || row === undefined ? null : literal(register.value(row, "aim"));
}

/** What to aim at, as it stands above the entry column. */
function aimAbove(
  snapshot: Snapshot,
  { instance, entries }: InstanceMetadata,
  entry: KeyedTable,
  entryKey: string,
  index: number,
): Literal {
  const number = Object.keys(entries).indexOf(entryKey) + 1;
  const formula = snapshot.names.find(({ name }) => name === `eh_${String(instance)}_Aims${String(number)}`)?.formula;
  const [, row] = /\$(\d+)(?::|$)/.exec(formula?.split("!").at(-1) ?? "") ?? [];
  const column = entry.column(`actual:${(entries[entryKey] ?? [])[index] ?? ""}`);
  return row === undefined || column === null ? "" : literal(entry.at(Number(row) - 1, column));
}

/** "90.5 + 3 − 2", as the page says it. */
function madeOf([base = "", bonus = "", deduction = ""]: readonly Literal[]): Literal {
  const shown = (value: Literal): string => String(isNumber(value) ? roundHalfAway(value, 2) : 0);
  return isNumber(base) ? `${shown(base)} + ${shown(bonus)} − ${shown(deduction)}` : "";
}

function factsOf({ tables, snapshot, instance, text }: ReportSource, id: string) {
  const [people, results] = [tables.get("People"), tables.get("Results")];
  const [person, row] = [rowOf(people, id), rowOf(results, id)];
  const about = (key: string): Literal =>
    people === undefined || person === null ? "" : literal(people.value(person, key));
  const result = (key: string): Literal =>
    results === undefined || row === null ? "" : literal(results.value(row, key));
  const day = (name: string): Literal => {
    const value = namedValue(snapshot, `eh_${String(instance.instance)}_${name}`);
    return isNumber(value) ? value : "";
  };
  const label = (key: string): string => text(`page.${key}`);
  const left: Fact[] = [
    [label("person"), id],
    [label("name"), about("name"), { font: { bold: true } }],
    [label("post"), about("post")],
    [label("jobGroup"), about("jobGroup")],
    [label("department"), about("department")],
    [label("from"), day("From"), DAY],
    [label("to"), day("To"), DAY],
  ];
  const hasGates = results?.columns.has("gate") === true;
  const hasItems = results?.columns.has("base") === true;
  const right: Fact[] = [
    [label("total"), result("total"), { numberFormat: "0.00", font: { bold: true, size: 14 } }],
    [label("band"), result("band"), { font: { bold: true } }],
    [label("rank"), results === undefined || row === null ? "" : placeOf(results, row), { numberFormat: "@" }],
    [label("soFar"), result("soFar"), { numberFormat: "0.00" }],
    [label("coverage"), result("coverage"), { numberFormat: "0%" }],
    [label("change"), result("change"), { numberFormat: "+0.00;-0.00;0.00" }],
    ...(hasItems ? ([[label("madeOf"), madeOf(["base", "bonus", "deduction"].map(result))]] as const) : []),
    ...(hasGates
      ? ([
          [label("gate"), result("gate")],
          [label("bandWithout"), result("bandWithout")],
        ] as const)
      : []),
  ];
  return { left, right, name: String(about("name")), asOf: day("AsOf") };
}

/** The day of the figures as text for a sentence. */
export const dayText = (serial: Literal): string => (isNumber(serial) ? isoDay(serial) : "–");

/** "2026-01-01 – 2026-06-30: 97.13 · Meets", a line a closed period, oldest first; nothing before there is one. */
function earlierPeriods({ tables, text }: ReportSource, id: string): PersonReport["sections"] {
  const past = tables.get("PastResults");
  const rows = past?.rows.filter((row) => past.text(row, "id") === id) ?? [];
  if (past === undefined || rows.length === 0) return [];
  const from = (row: number): number => past.number(row, "from") ?? 0;
  const lines = [...rows]
    .sort((a, b) => from(a) - from(b))
    .slice(-TREND_PERIODS)
    .map((row) => {
      const [begin, end] = (["from", "to"] as const).map((key) => dayText(literal(past.value(row, key))));
      const total = past.number(row, "total");
      const said = [total === null ? "–" : String(roundHalfAway(total, 2)), past.text(row, "band")];
      return `${begin ?? ""} – ${end ?? ""}: ${said.filter((part) => part !== "").join(" · ")}`;
    });
  return [{ title: text("trend.title"), lines }];
}

/** Null where the person stands on no entry sheet. */
export function scorecardReport(source: ReportSource, id: string): PersonReport | null {
  const { instance, text } = source;
  const rows = Object.entries(instance.entries)
    .map(([key, ids]) => linesOf(source, key, ids, id))
    .find((lines) => lines.length > 0);
  if (rows === undefined) return null;
  const { left, right, name, asOf } = factsOf(source, id);
  if (isBlank(name)) return null;
  return {
    id,
    name,
    title: text("person.title"),
    subtitle: text("report.values", { asOf: dayText(asOf) }),
    left,
    right,
    columns: COLUMNS.map(([key, width, style]): ReportColumn => ({
      header: text(`col.page.${key}`),
      width,
      ...(style === undefined ? {} : { style }),
    })),
    rows,
    sections: [
      ...earlierPeriods(source, id),
      { title: text("report.reading"), lines: [text("person.reading")] },
      { title: text("person.comment"), lines: [" "] },
    ],
  };
}
