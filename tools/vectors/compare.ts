/** Compares what the core says with what a case expects, within its tolerance. */
import { Refused } from "./adapter";

/** Refused as a whole, or a list in which something is. */
const isRefused = (got: unknown): boolean =>
  got instanceof Refused || (Array.isArray(got) && got.some((part) => part instanceof Refused));

/**
 * Whether `got` is `expected` within `tolerance` (absolute). Lists and objects are compared part by part; an object may
 * hold more than is expected. Expected null and "error" mean: refused.
 */
export function agrees(got: unknown, expected: unknown, tolerance: number): boolean {
  if (expected === null) return got === null || isRefused(got);
  if (typeof expected === "string" && /error$/i.test(expected) && isRefused(got)) return true;
  if (got instanceof Refused) return false;
  if (typeof expected === "number") return typeof got === "number" && within(got, expected, tolerance);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(got) &&
      got.length === expected.length &&
      expected.every((part, i) => agrees(got[i], part, tolerance))
    );
  }
  if (typeof expected === "object") {
    if (typeof got !== "object" || got === null || Array.isArray(got)) return false;
    const parts = new Map<string, unknown>(Object.entries(got));
    return Object.entries(expected).every(([key, part]) => parts.has(key) && agrees(parts.get(key), part, tolerance));
  }
  return got === expected;
}

/** The tolerance is a decimal: a last binary place more must not fail it. */
const within = (got: number, expected: number, tolerance: number): boolean =>
  Math.abs(got - expected) <= tolerance + 1e-12 * Math.max(1, Math.abs(expected));
