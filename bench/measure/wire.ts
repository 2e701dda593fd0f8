/** Round trips and bytes of the commands: Microsoft's client against the stand-in host, no network. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { PlainEngine } from "../../host/engine/plainEngine";
import type { RequestLog } from "../../host/wire/requestLog";
import { columnName } from "../../src/core/model/a1";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { templates } from "../../src/core/templates/catalogue";
import { done, workbookBy, type Workplace } from "../../tools/gallery/generatedWorkbook";
import { templateWorkbook } from "../../tools/gallery/templateWorkbooks";
import { benchTable } from "./data";
import { most, shown, type Line } from "./line";

const PEOPLE = 400;
const INDICATORS = 8;

interface Traffic {
  readonly syncs: number;
  readonly sent: number;
  readonly received: number;
}
const trafficOf = ({ syncs, bytes }: RequestLog): Traffic => ({ syncs, ...bytes });
const kib = (bytes: number): number => bytes / 1024;

/** The most round trips and bytes that any workbook of the catalogue takes. */
async function generateLines(): Promise<Line[]> {
  const all: Traffic[] = [];
  for (const { id } of [...templates(), ...METHOD_WORKBOOKS])
    await templateWorkbook({ templateId: id, language: "en" }, 0, ({ log }) => {
      all.push(trafficOf(log));
    });
  const largest = (of: (traffic: Traffic) => number): number => Math.max(...all.map(of));
  return [
    { name: "generate, the most of all", value: largest(({ syncs }) => syncs), unit: "syncs", budget: most(6) },
    shown("generate, most bytes sent", kib(largest(({ sent }) => sent)), "KiB"),
  ];
}

/** A sheet of a user with weights, scores (one of them missing, so that there is something to mark) and totals by formulas. */
function ownSheet(people: number, indicators: number): (string | number)[][] {
  const { scores } = benchTable(people, indicators, 0, 5);
  const last = columnName(indicators);
  const rows = Array.from({ length: people }, (_, i) => [
    `Person ${String(i + 1)}`,
    ...scores.subarray(i * indicators, (i + 1) * indicators),
    `=SUMPRODUCT($B$2:$${last}$2,B${String(i + 3)}:${last}${String(i + 3)})`,
  ]);
  rows[2]?.splice(3, 1, "");
  return [
    ["Name", ...Array.from({ length: indicators }, (_, k) => `Indicator ${String(k + 1)}`), "Total"],
    ["Weight", ...new Array<number>(indicators).fill(1 / indicators), ""],
    ...rows,
  ];
}

interface Checked {
  readonly checked: Traffic;
  /** Reading the sheet again after one edit. */
  readonly again: Traffic;
  readonly valueAt: (row: number, column: number) => unknown;
}
/** Types the rows into the workbook's first sheet, checks it, changes one cell, and has it read again. `before` runs in between. */
async function checkTwice(
  { commands, model, log }: Workplace,
  rows: readonly (readonly (string | number)[])[],
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<Checked> {
  const [sheet] = model.data.sheets;
  if (sheet === undefined) throw new Error("the workbook has no sheet");
  model.setInputs(sheet.id, { row: 0, column: 0, rows: rows.length, columns: rows[0]?.length ?? 0 }, rows);
  await model.recalc();
  await before();
  log.clear();
  done(await commands.checkSheet(), "en");
  const checked = trafficOf(log);
  model.setInputs(sheet.id, { row: 5, column: 3, rows: 1, columns: 1 }, [[51]]);
  log.clear();
  done(await commands.overview(), "en");
  const again = trafficOf(log);
  log.clear();
  return { checked, again, valueAt: (row, column) => model.valueAt(sheet.id, row, column) };
}

async function checkLines(): Promise<Line[]> {
  const lines: Line[] = [];
  await workbookBy("en", async (place) => {
    const rows = ownSheet(PEOPLE, INDICATORS);
    const { checked, again, valueAt } = await checkTwice(place, rows);
    const values = rows.map((row, r) => row.map((_, c) => valueAt(r, c) ?? ""));
    const ideal = JSON.stringify(values).length + JSON.stringify(rows.map((row) => [row.at(-1)])).length;
    lines.push(
      { name: "check of a sheet", value: checked.syncs, unit: "syncs", budget: most(3) },
      shown("check, bytes received", kib(checked.received), "KiB"),
      {
        name: "bytes of a check ÷ its values and formulas",
        value: checked.received / ideal,
        unit: "×",
        budget: most(1.25),
      },
      { name: "recheck after one edit", value: again.syncs, unit: "syncs", budget: most(2) },
      shown("recheck, bytes received", kib(again.received), "KiB"),
    );
  });
  return lines;
}

const LARGE = { people: 10_000, indicators: 20 };
/** More of values and formulas than this comes in further requests. */
const PIECE = 4 * 1024 * 1024;

/** Bytes in use once everything is cleared up that can be: what came before is let go of a turn later, and again. */
async function usedBytes(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const clear = runInNewContext("gc") as () => void;
  let used = Infinity;
  for (let round = 0; round < 8; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    clear();
    const now = process.memoryUsage().heapUsed;
    if (now > used - 100_000) return now;
    used = now;
  }
  return used;
}

/**
 * The largest sheet of the design. Values are typed, not calculated: what is measured is the add-in. Memory is what add-in and
 * Microsoft's client hold more than before the check; the stand-in host, in the same process, holds the workbook before and after.
 */
async function largeLines(): Promise<Line[]> {
  const lines: Line[] = [];
  const rows = ownSheet(LARGE.people, LARGE.indicators).map((row, i) => (i < 2 ? row : [...row.slice(0, -1), 50]));
  await workbookBy(
    "en",
    async (place) => {
      let before = 0;
      const { checked, again } = await checkTwice(place, rows, async () => {
        before = await usedBytes();
      });
      const more = (traffic: Traffic): number => Math.floor(traffic.received / PIECE);
      const name = `${LARGE.people.toLocaleString("en")} × ${String(LARGE.indicators)}`;
      lines.push(
        { name: `check of ${name}`, value: checked.syncs, unit: "syncs", budget: most(3 + more(checked)) },
        shown(`check of ${name}, received`, kib(checked.received), "KiB"),
        { name: `recheck of ${name}`, value: again.syncs, unit: "syncs", budget: most(2 + more(again)) },
        { name: "memory held after both", value: ((await usedBytes()) - before) / 1e6, unit: "MB", budget: most(200) },
      );
    },
    [],
    new PlainEngine(),
  );
  return lines;
}

/** All figures of the wire. */
export const wireLines = async (): Promise<readonly Line[]> => [
  ...(await generateLines()),
  ...(await checkLines()),
  ...(await largeLines()),
];
