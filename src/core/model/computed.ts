/** A computed value, or the reason why there is none. Functions of core never throw for bad data and never return NaN. */
export type RefusalReason =
  | "empty"
  /** Too little data to say anything. */
  | "too-few"
  /** NaN, infinite, or not a number at all. */
  | "not-a-number"
  /** Rows of different length, or inputs that do not belong together. */
  | "shape"
  /** All values equal where a spread is needed. */
  | "no-spread"
  | "negative"
  | "no-weights"
  | "out-of-range"
  /** Groups that share nobody cannot be compared. */
  | "not-connected"
  /** One is at least as good in everything: no weights can change the order. */
  | "dominated"
  /** A parameter that the kind of line needs is not there; params.needs names it. */
  | "missing-parameter"
  /** Fractions and percents mixed in one list of weights. */
  | "mixed-scale"
  | "cancelled";

export interface Refusal {
  readonly ok: false;
  readonly reason: RefusalReason;
  /** What was found and what is needed, for the message. */
  readonly params?: Readonly<Record<string, string | number>>;
}
export type Computed<T> = { readonly ok: true; readonly value: T } | Refusal;

/** A value that was computed. */
export const computed = <T>(value: T): Computed<T> => ({ ok: true, value });
/** No value, and why; `params` for the message. */
export const refused = (reason: RefusalReason, params?: Readonly<Record<string, string | number>>): Refusal =>
  params === undefined ? { ok: false, reason } : { ok: false, reason, params };

/** A number, or a refusal when arithmetic left the finite numbers. */
export const finite = (value: number): Computed<number> =>
  Number.isFinite(value) ? computed(value) : refused("not-a-number");

/** A list of numbers, or a refusal when arithmetic left the finite numbers in one of them. */
export const finiteList = (values: readonly number[]): Computed<readonly number[]> =>
  values.every(Number.isFinite) ? computed(values) : refused("not-a-number");
