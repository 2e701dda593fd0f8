/** How long LibreOffice takes with a scorecard of many people over twelve months, and how that grows with the rows. */
import { performance } from "node:perf_hooks";
import { newWorkbookData } from "../../host/model/newWorkbook";
import type { WorkbookData } from "../../host/model/types";
import { writeXlsx } from "../../host/file/writeXlsx";
import { done, workbookBy } from "../../tools/gallery/generatedWorkbook";
import type { Workplace } from "../../tools/gallery/generatedWorkbook";
import { LibreOfficeError, recalculate } from "../../tools/judge/libreOffice";
import { benchTable } from "./data";
import { most, shown, type Line } from "./line";

const MONTHS = 12;
const [FEW, MANY] = [50, 200];
/** It has twelve indicators. */
const TEMPLATE = "bsc-company";

/** Months of every person and indicator on a sheet of their own; the entries are their means. */
function fillMonths({ model }: Workplace, people: number): void {
  const entry = model.table("eh_1_Entry");
  const months = model.data.sheets.find(({ name }) => name === "Months");
  if (entry === undefined || months === undefined) throw new Error("the scorecard has no entry sheet or no months");
  const { rect, columns } = entry.table;
  const actuals = columns.flatMap(({ name, calculatedFormula }, i) =>
    calculatedFormula === undefined && /^K\d/.test(name) ? [rect.column + i] : [],
  );
  const table = benchTable(people * actuals.length, MONTHS, 0, 6);
  const rows = Array.from({ length: people * actuals.length }, (_, i) => [
    ...table.scores.subarray(i * MONTHS, (i + 1) * MONTHS),
  ]);
  model.setInputs(months.id, { row: 0, column: 0, rows: rows.length, columns: MONTHS }, rows);
  const inputs = Array.from({ length: people }, (_, person) =>
    actuals.map(
      (__, k) =>
        `=AVERAGE(Months!A${String(person * actuals.length + k + 1)}:L${String(person * actuals.length + k + 1)})`,
    ),
  );
  actuals.forEach((column, k) => {
    model.setInputs(
      entry.sheet.id,
      { row: rect.row + 1, column, rows: people, columns: 1 },
      inputs.map((row) => [row[k] ?? ""]),
    );
  });
}

async function scorecardOf(people: number): Promise<WorkbookData> {
  return workbookBy(
    "en",
    async (place) => {
      const { commands } = place;
      const names = Array.from({ length: people }, (_, i) => ({ name: `Person ${String(i + 1)}` }));
      const period = { periodFrom: "2026-01-01", periodTo: "2026-12-31" };
      const request = { templateId: TEMPLATE, people: names, language: "en", jobGroup: "Service", ...period } as const;
      done(await commands.newScorecard({ ...request, withSample: false }), "en");
      fillMonths(place, people);
    },
    ["Months"],
  );
}

/** Milliseconds that LibreOffice takes to open, calculate and save a workbook whose formulas have no values yet. */
async function secondsFor(data: WorkbookData): Promise<number> {
  for (const sheet of data.sheets)
    for (const cell of sheet.cells.values()) if (cell.formula !== undefined) cell.value = null;
  const { bytes } = await writeXlsx(data);
  const start = performance.now();
  const made = await recalculate([{ name: "scorecard", bytes }]);
  if (made.get("scorecard") == null) throw new LibreOfficeError("LibreOffice could not calculate the scorecard");
  return performance.now() - start;
}

/** The figures; empty where there is no LibreOffice. Its own start is taken off. */
export async function recalculationLines(): Promise<readonly Line[]> {
  try {
    const [none, few, many] = [newWorkbookData(), await scorecardOf(FEW), await scorecardOf(MANY)];
    await secondsFor(newWorkbookData());
    const start = await secondsFor(none);
    const [small, large] = [(await secondsFor(few)) - start, (await secondsFor(many)) - start];
    const growth = large / small / (MANY / FEW);
    return [
      shown(`LibreOffice, ${String(MANY)} people × 12 months`, large, "ms"),
      {
        name: `its growth from ${String(FEW)} to ${String(MANY)} people ÷ that of the rows`,
        value: growth,
        unit: "×",
        budget: most(1.1),
      },
    ];
  } catch (error) {
    if (error instanceof LibreOfficeError) return [];
    throw error;
  }
}
