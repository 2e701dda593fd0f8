/** One figure of the report. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "×" | "syncs" | "KiB" | "MB" | "";
  /** The design's budget, or null for a figure that is only shown. */
  readonly budget: { readonly side: "at most" | "at least"; readonly limit: number } | null;
}
export const most = (limit: number): Line["budget"] => ({ side: "at most", limit });
export const least = (limit: number): Line["budget"] => ({ side: "at least", limit });
/** A figure that has no budget. */
export const shown = (name: string, value: number, unit: Line["unit"]): Line => ({ name, value, unit, budget: null });

/** Whether a figure keeps its budget; null where it has none. */
export const within = ({ value, budget }: Line): boolean | null =>
  budget === null ? null : budget.side === "at most" ? value <= budget.limit : value >= budget.limit;
