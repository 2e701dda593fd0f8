import { PlainEngine } from "../../host/engine/plainEngine";
import { readXlsx } from "../../host/file/readXlsx";
import { writeXlsx } from "../../host/file/writeXlsx";
import { digest } from "../../host/model/digest";
import { MAX_COLUMNS } from "../../src/core/model/a1";
import type { WorkbookData } from "../../host/model/types";
import { sheetText } from "../../src/commands/sheetWords";
import { LANGUAGES } from "../../src/i18n/everything";
import { auditFile } from "../../tools/audit/auditFile";
import { templateWorkbook } from "../../tools/gallery/templateWorkbooks";
import { compareFormulas } from "../../tools/judge/compareValues";
import { compareWithCore } from "../../tools/judge/compareWithCore";
import { judgeTheirs } from "../../tools/judge/judgeWorkbooks";

// The engine is slow when the machine is busy; nothing here depends on time.
jest.setTimeout(60_000);

describe.each(LANGUAGES)("a gallery workbook (%s), made by the add-in's commands", (language) => {
  let made: WorkbookData;
  beforeAll(async () => {
    made = await templateWorkbook({ templateId: "sales-exec", language }, 2);
  });

  test("is the same workbook when its file is opened again, and again", async () => {
    const first = await readXlsx((await writeXlsx(made)).bytes);
    if (!first.ok) throw new Error(first.problem.key);
    const second = await readXlsx((await writeXlsx(first.data)).bytes);
    if (!second.ok) throw new Error(second.problem.key);
    // The file writes [@[Id]] as [@Id]: the same formula in other letters, so against the workbook made, values count.
    expect(compareFormulas(made, first.data).differences).toEqual([]);
    expect(first.data.sheets.map(({ page }) => page)).toEqual(made.sheets.map(({ page }) => page));
    expect(digest(second.data)).toEqual(digest(first.data));
  });

  test("audited as a file, it shows the people who were named, with their ranks", async () => {
    const result = await auditFile("made.xlsx", (await writeXlsx(made)).bytes);
    if ("error" in result) throw new Error(result.error.message);
    const [block] = result.blocks;
    expect(result.blocks).toHaveLength(1);
    expect(block?.weights).toEqual({ family: "percent", sum: 100, expected: 100 });
    expect(block?.results).toHaveLength(2);
    expect(block?.results.map(({ rank }) => rank)).toEqual([1, 2]);
  });

  test("says in Results what core scores, and a changed result is noticed", () => {
    const data = structuredClone(made);
    expect(compareWithCore(data, language)).toEqual({ compared: 16, faults: [] });
    const sheet = data.sheets.find(({ tables }) => tables.some(({ name }) => name === "eh_1_Results"));
    const table = sheet?.tables.find(({ name }) => name === "eh_1_Results");
    const total = table?.columns.findIndex(({ name }) => name === sheetText(language)("col.results.total")) ?? -1;
    if (sheet === undefined || table === undefined || total < 0) throw new Error("no Results");
    const cell = sheet.cells.get((table.rect.row + 1) * MAX_COLUMNS + table.rect.column + total);
    if (cell === undefined || typeof cell.value !== "number") throw new Error("no total");
    cell.value += 1e-6;
    expect(compareWithCore(data, language).faults).toHaveLength(1);
  });

  test("made where nothing is calculated, it is judged by what another program calculates in it", async () => {
    const entry = { templateId: "sales-exec", language };
    const bare = await templateWorkbook(entry, 2, () => undefined, true, { engine: new PlainEngine() });
    const judged = { name: "bare", language, data: structuredClone(bare), mustFlag: false };
    const { formulas, coreValues, faults } = judgeTheirs(judged, made);
    expect([formulas, coreValues, faults]).toEqual([compareFormulas(made, made).formulas, 16, []]);
    const wrong = structuredClone(made);
    const results = wrong.sheets.find(({ tables }) => tables.some(({ name }) => name === "eh_1_Results"));
    for (const cell of results?.cells.values() ?? []) if (typeof cell.value === "number") cell.value += 1e-6;
    expect(judgeTheirs({ ...judged, data: bare }, wrong).faults.length).toBeGreaterThan(8);
  });
});
