/**
 * Fifty workbooks in one process, one after another and interleaved. Univer keeps caches for the whole process (by unit, by
 * formula text, of ranges as arrays); with ids used twice, values came out silently wrong. What each workbook must say is
 * computed here in plain arithmetic, which no cache can reach.
 */
import { createHeadlessEngine } from "../../../host/engine/headlessEngine";
import type { EngineInput } from "../../../host/engine/types";
import type { UniverEngine } from "../../../host/engine/univerEngine";
import type { CellScalar } from "../../../host/model/types";

const COUNT = 50;
const PEOPLE = 8;
const ITEMS = 4;
const SHEETS = ["plan", "entry", "results"] as const;

/** Score of a person on an item; differs in every workbook, and with what was typed later. */
const score = (seed: number, person: number, item: number): number => ((seed * 7 + person * 13 + item * 29) % 50) / 10;
const weight = (seed: number, item: number): number => 1 + ((seed + item) % ITEMS);

const literal = (value: CellScalar): EngineInput => ({ literal: value });
const formula = (text: string): EngineInput => ({ formula: text });

/** The same formulas in the same places in all workbooks, over other numbers: totals on another sheet, ranks, look-ups, words. */
function fill(engine: UniverEngine, seed: number, names: readonly string[]): void {
  const [plan = "", entry = "", results = ""] = names;
  SHEETS.forEach((title, i) => engine.addSheet(names[i] ?? "", title, i));
  engine.setNames([{ name: "limit", formula: "plan!$A$6" }]);
  engine.setCells(plan, { row: 0, column: 0, rows: ITEMS + 2, columns: 1 }, [
    ...Array.from({ length: ITEMS }, (_, item) => [literal(weight(seed, item))]),
    [formula(`=SUM(A1:A${String(ITEMS)})`)],
    [literal(2 + (seed % 3) / 10)],
  ]);
  engine.setCells(
    entry,
    { row: 0, column: 0, rows: PEOPLE, columns: ITEMS },
    Array.from({ length: PEOPLE }, (_, person) =>
      Array.from({ length: ITEMS }, (__, item) => literal(score(seed, person, item))),
    ),
  );
  engine.setCells(
    results,
    { row: 0, column: 0, rows: PEOPLE, columns: 4 },
    Array.from({ length: PEOPLE }, (_, person) => {
      const row = String(person + 1);
      return [
        formula(
          `=ROUND((entry!A${row}*plan!$A$1+entry!B${row}*plan!$A$2+entry!C${row}*plan!$A$3+entry!D${row}*plan!$A$4)/plan!$A$5,6)`,
        ),
        formula(`=COUNTIF($A$1:$A$${String(PEOPLE)},">"&A${row})+1`),
        formula(`=IF(A${row}>=limit,"yes","no")`),
        formula(`=INDEX(entry!$A$1:$D$${String(PEOPLE)},MATCH(MAX($A$1:$A$${String(PEOPLE)}),$A$1:$A$8,0),1)`),
      ];
    }),
  );
}
function read(engine: UniverEngine, results: string): CellScalar[][] {
  return Array.from({ length: PEOPLE }, (_, row) =>
    Array.from({ length: 4 }, (__, column) => engine.value(results, row, column)),
  );
}
/** The same in plain arithmetic; `first` stands for what was typed over the first person's first score. */
function expected(seed: number, first?: number): CellScalar[][] {
  const scores = Array.from({ length: PEOPLE }, (_, person) =>
    Array.from({ length: ITEMS }, (__, item) => score(seed, person, item)),
  );
  if (first !== undefined && scores[0]) scores[0][0] = first;
  const weights = Array.from({ length: ITEMS }, (_, item) => weight(seed, item));
  const sum = weights.reduce((a, b) => a + b, 0);
  const totals = scores.map((row) =>
    Number((row.reduce((total, value, item) => total + value * (weights[item] ?? 0), 0) / sum).toFixed(6)),
  );
  const best = totals.indexOf(Math.max(...totals));
  return totals.map((total) => [
    total,
    totals.filter((other) => other > total).length + 1,
    total >= 2 + (seed % 3) / 10 ? "yes" : "no",
    scores[best]?.[0] ?? null,
  ]);
}
/** Sheet ids are ours and the same in every workbook, as in the workbooks of the add-in. */
const IDS = ["s1", "s2", "s3"];

it("one after another, each says what it says alone", async () => {
  for (let seed = 0; seed < COUNT; seed++) {
    const engine = createHeadlessEngine();
    fill(engine, seed, IDS);
    await engine.recalc();
    expect({ seed, values: read(engine, "s3") }).toEqual({ seed, values: expected(seed) });
    engine.dispose();
  }
});

it("open at the same time and edited in turn, none sees another's numbers", async () => {
  const engines = Array.from({ length: COUNT }, () => createHeadlessEngine());
  engines.forEach((engine, seed) => fill(engine, seed, IDS));
  await Promise.all(engines.map((engine) => engine.recalc()));
  for (const [seed, engine] of engines.entries()) expect(read(engine, "s3")).toEqual(expected(seed));
  for (const [seed, engine] of engines.entries())
    engine.setCells("s2", { row: 0, column: 0, rows: 1, columns: 1 }, [[literal(9 + seed / 100)]]);
  // Every second one is closed while the others still calculate.
  await Promise.all(
    engines.map(async (engine, seed) => {
      await engine.recalc();
      expect({ seed, values: read(engine, "s3") }).toEqual({ seed, values: expected(seed, 9 + seed / 100) });
      if (seed % 2 === 0) engine.dispose();
    }),
  );
  for (const [seed, engine] of engines.entries()) if (seed % 2 === 1) engine.dispose();
});
