/**
 * The engine against LibreOffice, formula by formula: recorded values in test/fixtures/engine/conformance.json
 * (`npm run record:conformance` makes them anew). Where they differ the reason is listed here; an upgrade of the engine
 * that changes anything shows itself.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { createHeadlessEngine } from "../../../host/engine/headlessEngine";
import type { EngineInput } from "../../../host/engine/types";
import type { UniverEngine } from "../../../host/engine/univerEngine";
import type { CellScalar } from "../../../host/model/types";

type Input = string | number | boolean | null;
type Recorded = Input | { readonly error: string };
const fixture = JSON.parse(readFileSync(path.resolve(__dirname, "../../fixtures/engine/conformance.json"), "utf8")) as {
  readonly sheets: Readonly<Record<string, readonly (readonly Input[])[]>>;
  readonly formulas: readonly string[];
  readonly recorded: Readonly<Record<string, Recorded>>;
};

/** Formula → what the engine gives instead, and why that is right or known. */
const EXCEPTIONS: Readonly<Record<string, { readonly engine: CellScalar; readonly why: string }>> = {
  "=SUM(Entry!B2:B9)": { engine: 499, why: "Excel leaves TRUE in a range out of a sum; LibreOffice counts it as 1" },
  "=AVERAGE(Entry!B2:B9)": { engine: 499 / 6, why: "as for SUM" },
  "=COUNT(Entry!B2:B9)": { engine: 6, why: "as for SUM" },
  "=SUMPRODUCT(--ISNUMBER(Entry!B2:B9))": { engine: 6, why: "TRUE is no number in Excel" },
  "=ISNUMBER(Entry!B8)": { engine: false, why: "TRUE is no number in Excel" },
  '="a"&1&TRUE': { engine: "a1TRUE", why: "Excel writes TRUE" },
  "=SQRT(-1)": { engine: { error: "#NUM!" }, why: "Excel's error; LibreOffice writes its own as #VALUE!" },
  "=SUMPRODUCT((Plan!B2:B8-Plan!B1:B7)^2)": {
    engine: { error: "#VALUE!" },
    why: "Excel's error for text in arithmetic",
  },
  "=INDEX(Plan!B2:B8,9)": { engine: { error: "#REF!" }, why: "Excel's error; LibreOffice writes its own as #VALUE!" },
  "=1=1.0": {
    engine: false,
    why: "the engine is wrong: it takes 1.0 in a formula for text; our formulas write numbers without trailing zeros",
  },
};

/** An empty text typed into a cell clears it, in Excel as in the model above the engine. */
const inputOf = (value: Input): EngineInput =>
  typeof value === "string" && value.startsWith("=") ? { formula: value } : { literal: value === "" ? null : value };
let engine: UniverEngine;

beforeAll(async () => {
  engine = createHeadlessEngine();
  Object.entries(fixture.sheets).forEach(([name, rows], index) => {
    engine.addSheet(name, name, index);
    const columns = Math.max(...rows.map((row) => row.length));
    engine.setCells(
      name,
      { row: 0, column: 0, rows: rows.length, columns },
      rows.map((row) => row.map(inputOf)),
    );
  });
  engine.addSheet("T", "T", 9);
  engine.setCells(
    "T",
    { row: 0, column: 0, rows: fixture.formulas.length, columns: 1 },
    fixture.formulas.map((formula) => [{ formula }]),
  );
  await engine.recalc();
});
afterAll(() => {
  engine.dispose();
});

/** A file cannot tell an empty text from nothing, nor do booleans differ from 1 and 0 in a comparison of results. */
function same(got: CellScalar, expected: Recorded): boolean {
  const plain = (value: CellScalar | Recorded): unknown =>
    value === null ? "" : typeof value === "boolean" ? Number(value) : typeof value === "object" ? value.error : value;
  const a = plain(got);
  const b = plain(expected);
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  return a === b;
}

describe("the engine calculates as LibreOffice does", () => {
  it("for at least 150 formulas, all recorded", () => {
    expect(fixture.formulas.length).toBeGreaterThanOrEqual(150);
    expect(fixture.formulas.filter((formula) => !(formula in fixture.recorded))).toEqual([]);
  });
  it.each(fixture.formulas.map((formula, row) => [formula, row] as const))("%s", (formula, row) => {
    const got = engine.value("T", row, 0);
    const exception = EXCEPTIONS[formula];
    if (exception !== undefined) expect(got).toEqual(exception.engine);
    else if (!same(got, fixture.recorded[formula] ?? null)) expect(got).toEqual(fixture.recorded[formula]);
  });
  it("and every exception is still one", () => {
    for (const [formula, { engine: value }] of Object.entries(EXCEPTIONS)) {
      expect(fixture.formulas).toContain(formula);
      expect(same(value, fixture.recorded[formula] ?? null)).toBe(false);
    }
  });
});
