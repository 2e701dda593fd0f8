/**
 * `npm run bench -- [--json]`: measures what the design sets budgets for, each beside its baseline from the same run.
 * It reports; it is never a test. Figures depend on the machine, ratios much less.
 */
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { assess } from "../src/core/assess";
import { ranks, ranksOfTotals } from "../src/core/ranking/ranks";
import { drawMemory, TOGETHER, totalsOfDraws } from "../src/core/robustness/drawTotals";
import { simulateRanks, simulateRanksAtOnce } from "../src/core/robustness/simulation";
import type { SimulationInput } from "../src/core/robustness/simulationInput";
import { totals, type Totals } from "../src/core/scoring/totals";
import type { CellValue, Snapshot } from "../src/core/recognise/snapshot";
import { objectRows, objectTotals, typedLoop } from "./measure/baselines";
import { keep, keptSum, mediansOf } from "./measure/clock";
import { bundleLines } from "./measure/bundle";
import { benchTable, type BenchTable } from "./measure/data";
import { least, most, within, type Line } from "./measure/line";
import { recalculationLines } from "./measure/recalculation";
import { wireLines } from "./measure/wire";

function totalsOf(table: BenchTable, policy: "wait" | "renormalise"): Totals {
  const found = totals({ people: table.people, weights: table.weights, scores: table.scores, policy });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}
/** Ranks of the totals that may be ranked, as the product does it. */
const ranksOf = ({ total, ranked }: Totals): readonly (number | null)[] => ranksOfTotals(total, ranked, "competition");

function totalsLines(): Line[] {
  const table = benchTable(10_000, 20, 0.1, 1);
  const rows = objectRows(table);
  const [loop, ours, ranked, objects] = mediansOf([
    () => {
      keep(typedLoop(table)[7] ?? 0);
    },
    () => {
      keep(totalsOf(table, "renormalise").total[7] ?? 0);
    },
    () => {
      keep(ranksOf(totalsOf(table, "renormalise"))[7] ?? 0);
    },
    () => {
      keep(objectTotals(rows)[7]?.soFar ?? 0);
    },
  ]);
  return [
    { name: "typed-array loop, 10,000 × 20, 10 % blank", value: loop, unit: "ms", budget: null },
    { name: "totals", value: ours, unit: "ms", budget: null },
    { name: "totals ÷ typed-array loop", value: ours / loop, unit: "×", budget: most(4) },
    { name: "totals with ranks ÷ typed-array loop", value: ranked / loop, unit: "×", budget: most(6) },
    { name: "objects and reduce ÷ totals", value: objects / ours, unit: "×", budget: least(10) },
  ];
}

function growthLine(): Line {
  const work = (people: number): (() => void) => {
    const all = totalsOf(benchTable(people, 5, 0, 2), "wait");
    return () => {
      keep(ranksOf(all)[7] ?? 0);
    };
  };
  const [small, large] = mediansOf([work(10_000), work(100_000)]);
  return { name: "ranks, 100,000 ÷ 10,000 people", value: large / small, unit: "×", budget: most(14) };
}

/** The simulation beside its totals alone: the same draws added up four at a time, which is the quickest there is here. */
function simulationLines(): Line[] {
  const table = benchTable(1000, 20, 0, 3);
  const scores = Array.from({ length: table.people }, (_, i) => [...table.scores.subarray(i * 20, (i + 1) * 20)]);
  const draws = 10_000;
  const memory = drawMemory(table.people, table.lines);
  for (const weights of memory.weights) weights.set(table.weights);
  const input = { scores, weights: table.weights, draw: { kind: "uniform" }, draws, seed: 1 } as const;
  const [simulated, alone] = mediansOf(
    [
      () => {
        const found = simulateRanksAtOnce(input);
        keep(found.ok ? found.value.draws : 0);
      },
      () => {
        for (let i = 0; i < draws; i += TOGETHER) totalsOfDraws(memory, table.scores);
        keep(memory.totals[0]?.[7] ?? 0);
      },
    ],
    5,
  );
  return [
    { name: "rank ranges, 10,000 draws, 1,000 × 20", value: simulated, unit: "ms", budget: null },
    { name: "their totals alone", value: alone, unit: "ms", budget: null },
    { name: "rank ranges ÷ totals alone", value: simulated / alone, unit: "×", budget: most(3) },
    { name: "longest slice of the simulation", value: longestSlice(input), unit: "ms", budget: most(50) },
  ];
}

/** How long a pane or a worker is busy at most before it can show progress or stop. */
function longestSlice(input: SimulationInput): number {
  const run = simulateRanks(input);
  let longest = 0;
  for (let done = false; !done;) {
    const start = performance.now();
    done = run.next().done === true;
    longest = Math.max(longest, performance.now() - start);
  }
  return longest;
}

function plainSnapshot(people: number): Snapshot {
  const table = benchTable(people, 10, 0.02, 4);
  const header: CellValue[] = ["Name", ...Array.from({ length: 10 }, (_, k) => `Indicator ${String(k + 1)}`)];
  const weights: CellValue[] = ["Weight", ...new Array<number>(10).fill(10)];
  const rows = Array.from({ length: people }, (_, i): CellValue[] => [
    `Person ${String(i + 1)}`,
    ...Array.from(table.scores.subarray(i * 10, (i + 1) * 10), (score) => (Number.isNaN(score) ? "" : score)),
  ]);
  const sheet = {
    name: "Sheet1",
    visible: true,
    isProtected: false,
    used: { row: 0, column: 0, rows: people + 2, columns: 11 },
    values: [header, weights, ...rows],
    formulas: new Map<number, readonly string[]>(),
    numberFormats: [],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    isFiltered: false,
    tables: [],
  };
  return { sheets: [sheet], activeSheet: "Sheet1", names: [], metadata: null, date1904: false };
}

/** The same sheet with a total and a rank of each person, as most sheets have them, by formulas. */
function withOwnResults(snapshot: Snapshot): Snapshot {
  const [first] = snapshot.sheets;
  if (first?.used == null) throw new Error("the sheet is empty");
  const last = String(first.values.length);
  const totals = first.values.map((row, i) =>
    i < 2 ? 0 : row.slice(1).reduce<number>((sum, score) => sum + (typeof score === "number" ? score / 10 : 0), 0),
  );
  const places = ranks(totals.slice(2), "competition");
  const results = (i: number): CellValue[] => [totals[i] ?? 0, places[i - 2] ?? ""];
  const formulas = (formula: (row: string) => string): readonly string[] =>
    first.values.map((_, i) => (i < 2 ? "" : formula(String(i + 1))));
  const sheet = {
    ...first,
    used: { ...first.used, columns: first.used.columns + 2 },
    values: first.values.map((row, i) => [...row, ...(i === 0 ? ["Total", "Rank"] : i === 1 ? ["", ""] : results(i))]),
    formulas: new Map([
      [11, formulas((row) => `=SUMPRODUCT($B$2:$K$2,B${row}:K${row})/100`)],
      [12, formulas((row) => `=RANK(L${row},L$3:L$${last})`)],
    ]),
  };
  return { ...snapshot, sheets: [sheet] };
}

/** The same workbook after one edit: a score in another row of cells, as the reader hands it on. */
function edited(snapshot: Snapshot): Snapshot {
  const sheets = snapshot.sheets.map((sheet) => ({
    ...sheet,
    values: sheet.values.map((row, i) => (i === 7 ? row.with(3, 51) : row)),
  }));
  return { ...snapshot, sheets };
}

/** After an edit the product checks the whole sheet again: this is that check, from what was read to the findings. */
function recheckLines(): Line[] {
  const work = (before: Snapshot): (() => void) => {
    const after = edited(before);
    let isEdited = false;
    return () => {
      isEdited = !isEdited;
      keep(assess(isEdited ? after : before).findings.length);
    };
  };
  const many = plainSnapshot(10_000);
  const [small, large, full] = mediansOf([work(plainSnapshot(1000)), work(many), work(withOwnResults(many))]);
  return [
    { name: "recheck of 10,000 rows × 10 after one edit", value: large, unit: "ms", budget: most(50) },
    { name: "the same, 10,000 ÷ 1,000 rows", value: large / small, unit: "×", budget: most(13) },
    { name: "the same with totals and ranks by formulas", value: full, unit: "ms", budget: null },
  ];
}

async function main(): Promise<void> {
  const computed = [...totalsLines(), growthLine(), ...simulationLines(), ...recheckLines()];
  const lines = [...computed, ...(await wireLines()), ...(await bundleLines("dist")), ...(await recalculationLines())];
  const processor = cpus()[0]?.model ?? "unknown processor";
  if (process.argv.includes("--json")) {
    const results = lines.map((line) => ({ ...line, within: within(line) }));
    console.log(JSON.stringify({ processor, cores: cpus().length, node: process.version, results }, null, 2));
  } else {
    console.log(`${processor}, ${String(cpus().length)} cores, Node ${process.version}`);
    for (const line of lines) {
      const { budget, unit } = line;
      const limit = budget === null ? "" : `  budget ${budget.side} ${String(budget.limit)} ${unit}`;
      const verdict = within(line) === false ? "  OVER" : "";
      console.log(`${line.value.toFixed(2).padStart(9)} ${unit.padEnd(5)} ${line.name}${limit}${verdict}`);
    }
  }
  if (!Number.isFinite(keptSum())) process.exitCode = 1;
}
void main();
