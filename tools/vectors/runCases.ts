/** Runs vector cases through the adapters. Expected values come only from the files. */
import { Refused, type Adapters } from "./adapter";
import { CaseInput, Unfit } from "./caseInput";
import { agrees } from "./compare";
import { raterKinds, rankKinds, robustnessKinds } from "./rankKinds";
import { scoringKinds } from "./scoringKinds";
import { weightKinds } from "./weightKinds";

export const ADAPTERS: Adapters = { ...scoringKinds, ...weightKinds, ...rankKinds, ...robustnessKinds, ...raterKinds };

export interface VectorCase {
  readonly id: string;
  readonly kind: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: unknown;
  readonly tolerance: number;
}
export interface CaseResult {
  readonly id: string;
  readonly outcome: "ok" | "FAIL" | "unsupported";
  readonly detail: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The cases of a file's JSON: a list, or an object with "cases"; null when it is neither. */
export function casesOf(json: unknown): readonly VectorCase[] | null {
  const list = isRecord(json) ? (json["cases"] ?? json["vectors"]) : json;
  if (!Array.isArray(list)) return null;
  return list.map((entry: unknown, i) => {
    const fields = isRecord(entry) ? entry : {};
    return {
      id: typeof fields["id"] === "string" ? fields["id"] : `case ${String(i + 1)}`,
      kind: typeof fields["kind"] === "string" ? fields["kind"] : "",
      input: isRecord(fields["input"]) ? fields["input"] : {},
      expected: fields["expected"],
      tolerance: typeof fields["tolerance"] === "number" ? fields["tolerance"] : 0,
    };
  });
}

const show = (value: unknown): string =>
  value instanceof Refused ? `refused (${value.reason})` : value === undefined ? "nothing" : JSON.stringify(value);

/** Runs one case. An exception of the core is a failure; an input of a shape the adapter does not know is unsupported. */
export function runCase(entry: VectorCase): CaseResult {
  const adapter = Object.hasOwn(ADAPTERS, entry.kind) ? ADAPTERS[entry.kind] : undefined;
  if (adapter === undefined) return { id: entry.id, outcome: "unsupported", detail: entry.kind };
  try {
    const got = adapter(new CaseInput(entry.input));
    return agrees(got, entry.expected, entry.tolerance)
      ? { id: entry.id, outcome: "ok", detail: entry.kind }
      : { id: entry.id, outcome: "FAIL", detail: `expected ${show(entry.expected)} got ${show(got)}` };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return error instanceof Unfit
      ? { id: entry.id, outcome: "unsupported", detail: `${entry.kind}: ${detail}` }
      : { id: entry.id, outcome: "FAIL", detail: `expected ${show(entry.expected)} got an exception: ${detail}` };
  }
}
