/** From a generated workbook to a located scorecard: plans, people, actuals, evidence and settings by tables and names. */
import type { Plan, Scorecard } from "../model/scorecard";
import { gateRows } from "./generatedGates";
import { extrasIn } from "./generatedItems";
import { hasSamplePeople, peopleOf } from "./generatedPeople";
import { plansOf } from "./generatedPlan";
import { bandsOf, evidenceOf, overwrittenIn, pointsOf, withOwnResults, type KeyOf } from "./generatedRegisters";
import { settingsIn } from "./generatedSettings";
import { keyedTables, wordKeys, type HeaderWords, type KeyedTable, type StoredHeaders } from "./layout";
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

/** Names of the plans, or that of the Plan sheet. */
const titleOf = (plans: readonly Plan[], sheet: string): string =>
  plans
    .map(({ name }) => name)
    .filter((name) => name !== "")
    .join(", ") || sheet;

function cardOf(
  input: GeneratedInput,
  tables: ReadonlyMap<string, KeyedTable>,
  plan: KeyedTable,
  entries: readonly KeyedTable[],
): Scorecard {
  const { snapshot, instance } = input;
  const words = wordKeys(snapshot, instance);
  const keyOf: KeyOf = (text) => words.get(text) ?? input.listWords[text] ?? text;
  const found = plansOf(plan, entries, keyOf);
  const plans = found.map((entry) => entry.plan);
  const gates = gateRows(tables.get("Gates"));
  const extras = extrasIn(snapshot, instance, tables);
  const keyOfEntry = new Map([...tables].map(([key, table]) => [table, key]));
  const registerOf = (entry: KeyedTable): KeyedTable | undefined =>
    tables.get((keyOfEntry.get(entry) ?? "").replace("Entry", "Register"));
  const list = tables.get("People");
  const settings = settingsIn(snapshot, instance, tables, keyOf);
  return {
    origin: "generated",
    sheet: snapshot.activeSheet,
    title: titleOf(plans, plan.sheet.name),
    instance,
    plans,
    people: withOwnResults(
      peopleOf(found, list, gates, keyOf, registerOf, settings.settings.latePerDay),
      tables.get("Results"),
    ),
    evidence: evidenceOf(tables.get("Evidence"), keyOf),
    ...bandsOf(tables.get("Bands")),
    rankMethod: input.rankMethod,
    best: 100,
    hasSample: hasSamplePeople(list, keyOf),
    overwritten: [...tables.values()].flatMap(overwrittenIn),
    ...settings,
    ...(gates.length === 0 ? {} : { gates }),
    ...(extras === null ? {} : { extras }),
    ...(tables.has("Points") ? { points: pointsOf(tables.get("Points")) } : {}),
    ...(input.method === undefined ? {} : { method: input.method }),
  };
}

/** Recognises the workbook of an instance; refused when its Plan or Entry table was not found. */
export function recogniseGenerated(input: GeneratedInput): GeneratedResult {
  const tables = keyedTables(input.snapshot, input.instance, input.stored, input.headers);
  const plan = tables.get("Plan");
  const entries = [...tables].filter(([key]) => /^Entry\d*$/.test(key)).map(([, table]) => table);
  if (plan !== undefined && entries.length > 0) return { ok: true, card: cardOf(input, tables, plan, entries) };
  return {
    ok: false,
    faults: [
      ...(plan === undefined ? (["noPlan"] as const) : []),
      ...(entries.length === 0 ? (["noEntry"] as const) : []),
    ],
  };
}
