/** Which findings are heard: the cause of a fault is named once, and what follows from it at the same place is silent. */
import type { Finding } from "../model/finding";
import type { Check } from "./check";

interface FoundBy {
  readonly check: Pick<Check, "code" | "silencedBy">;
  readonly found: readonly Finding[];
}

const differ = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a !== b;

/** Two findings about one person, or one of them about nobody, speak of the same place when neither plan nor indicator differs. */
const atSamePlace = (a: Finding, b: Finding): boolean => !differ(a.plan, b.plan) && !differ(a.indicator, b.indicator);

/** Findings that may silence, found by person so that thousands of people take no longer than they must. */
class Silencers {
  private readonly byPerson = new Map<string, Finding[]>();
  private readonly ofNobody: Finding[] = [];

  constructor(private readonly all: readonly Finding[]) {
    for (const finding of all) {
      if (finding.person === undefined) this.ofNobody.push(finding);
      else {
        const list = this.byPerson.get(finding.person);
        if (list === undefined) this.byPerson.set(finding.person, [finding]);
        else list.push(finding);
      }
    }
  }

  silence(finding: Finding): boolean {
    const candidates =
      finding.person === undefined ? this.all : [...this.ofNobody, ...(this.byPerson.get(finding.person) ?? [])];
    return candidates.some((other) => atSamePlace(finding, other));
  }
}

/**
 * Findings by code, only those that are heard; codes without any are left out. A finding that is silent itself still
 * silences others: what follows from it follows from its cause.
 */
export function heardFindings(runs: readonly FoundBy[]): ReadonlyMap<string, readonly Finding[]> {
  const byCode = new Map(runs.map(({ check, found }) => [check.code, found]));
  const heard = new Map<string, readonly Finding[]>();
  for (const { check, found } of runs) {
    if (found.length === 0) continue;
    const causes = check.silencedBy.flatMap((code) => byCode.get(code) ?? []);
    const silencers = causes.length === 0 ? null : new Silencers(causes);
    const left = silencers === null ? found : found.filter((finding) => !silencers.silence(finding));
    if (left.length > 0) heard.set(check.code, left);
  }
  return heard;
}
