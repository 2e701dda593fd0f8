/** Rounding as Excel does it: half away from zero, on the number as a person reads it (15 digits). */

/** Decimals of every total (domain rule C3). */
export const TOTAL_DIGITS = 6;

/**
 * Shifts the decimal point of a finite number through its text, so that 1.005 × 100 is 100.5; NaN for any other number, and for
 * digits that are not whole.
 */
function shift(value: number, digits: number): number {
  const [mantissa = "0", exponent = "0"] = value.toPrecision(15).split("e");
  return Number(`${mantissa}e${String(Number(exponent) + digits)}`);
}

/**
 * ROUND(x, digits) of Excel: half away from zero. `digits` may be negative (−2: whole hundreds).
 * A value that is no finite number is given back as it is (callers refuse it before), and so is any value for `digits` that
 * are not whole.
 * Source: Microsoft Support, ROUND.
 */
export function roundHalfAway(x: number, digits: number): number {
  const scaled = shift(Math.abs(x), digits);
  const rounded = shift(Math.floor(scaled + 0.5), -digits);
  // No number at all, so many decimals that no double holds them, or rounded up beyond the largest double: the number
  // itself is the nearest there is.
  if (!Number.isFinite(rounded)) return x;
  const signed = x < 0 ? -rounded : rounded;
  return signed === 0 ? 0 : signed;
}

/**
 * A total rounded once to six decimals, half away from zero (domain rule C3). Away from the halves a multiplication
 * does, which is what makes totals of many people quick; near them the decimal text decides. What is no finite number
 * comes back as it is.
 */
export function roundTotal(x: number): number {
  const scaled = x * 1e6;
  const below = Math.floor(scaled);
  const part = scaled - below;
  if (scaled < 1e12 && scaled > -1e12 && (part < 0.499 || part > 0.501)) {
    return (part < 0.5 ? below : below + 1) / 1e6;
  }
  return roundHalfAway(x, TOTAL_DIGITS);
}
