/** Round trips and bytes of the commands: Microsoft's client against the stand-in host, no network. */
import type { RequestLog } from "../../host/wire/requestLog";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { templates } from "../../src/core/templates/catalogue";
import { done, workbookBy } from "../../tools/gallery/generatedWorkbook";
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

/** A sheet of a user with weights, scores (one of them missing, so that there is something to mark) and a column of totals. */
function ownSheet(): (string | number)[][] {
  const { scores } = benchTable(PEOPLE, INDICATORS, 0, 5);
  const people = Array.from({ length: PEOPLE }, (_, i) => [
    `Person ${String(i + 1)}`,
    ...scores.subarray(i * INDICATORS, (i + 1) * INDICATORS),
    `=SUMPRODUCT($B$2:$I$2,B${String(i + 3)}:I${String(i + 3)})`,
  ]);
  people[2]?.splice(3, 1, "");
  return [
    ["Name", "A", "B", "C", "D", "E", "F", "G", "H", "Total"],
    ["Weight", ...new Array<number>(INDICATORS).fill(1 / INDICATORS), ""],
    ...people,
  ];
}

async function checkLines(): Promise<Line[]> {
  const lines: Line[] = [];
  await workbookBy("en", async ({ commands, model, log }) => {
    const rows = ownSheet();
    const [sheet] = model.data.sheets;
    if (sheet === undefined) throw new Error("the workbook has no sheet");
    model.setInputs(sheet.id, { row: 0, column: 0, rows: rows.length, columns: INDICATORS + 2 }, rows);
    await model.recalc();
    log.clear();
    done(await commands.checkSheet(), "en");
    const checked = trafficOf(log);
    model.setInputs(sheet.id, { row: 5, column: 3, rows: 1, columns: 1 }, [[51]]);
    log.clear();
    done(await commands.overview(), "en");
    const again = trafficOf(log);
    const values = rows.map((_, r) =>
      Array.from({ length: INDICATORS + 2 }, (__, c) => model.valueAt(sheet.id, r, c) ?? ""),
    );
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

/** All figures of the wire. */
export const wireLines = async (): Promise<readonly Line[]> => [...(await generateLines()), ...(await checkLines())];
