import { readXlsx } from "../../../host/file/readXlsx";
import { writeXlsx } from "../../../host/file/writeXlsx";
import type { SheetData, WorkbookData } from "../../../host/model/types";
import { book, cellAt, furnishedSheet, planSheet, put, rect } from "./sampleWorkbook";
import { newSheetData } from "../../../host/model/newWorkbook";

async function reopened(data: WorkbookData): Promise<{ data: WorkbookData; left: readonly unknown[] }> {
  const { bytes, left } = await writeXlsx(data);
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return { data: read.data, left: [...left, ...read.left] };
}

/** What a person could tell apart; ids and the order of maps are the program's own business. */
function told(sheet: SheetData | undefined): unknown {
  if (sheet === undefined) return undefined;
  const plain = (value: unknown): unknown => {
    if (value instanceof Map)
      return [...(value as Map<unknown, unknown>)]
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([k, v]) => [k, plain(v)]);
    if (value instanceof Set) return [...(value as Set<number>)].sort((a, b) => a - b);
    if (Array.isArray(value)) return (value as unknown[]).map(plain);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== "id")
        .map(([k, v]) => [k, plain(v)]),
    );
  };
  return plain(sheet);
}

describe("an .xlsx file of the stand-in host, written and opened again", () => {
  test("keeps cells, formulas with their results, and tables", async () => {
    const before = book(planSheet());
    const { data, left } = await reopened(before);
    expect(left).toEqual([]);
    const after = data.sheets[0];
    // Excel stores a bare column of the own table with the table's name; both mean the same.
    put(before.sheets[0] ?? newSheetData(""), "B5", { value: 80, formula: "=SUBTOTAL(109,eh_1_Plan[Weight])" });
    expect(told(after)).toEqual(told(before.sheets[0]));
  });

  test("keeps an empty text result apart from no result, and text that only looks like a formula or a code", async () => {
    const { data } = await reopened(book(planSheet()));
    const [sheet] = data.sheets;
    expect(cellAt(sheet, "F3")).toMatchObject({ value: "", formula: '=IF(B3="","","x")' });
    expect(cellAt(sheet, "G2")).toMatchObject({ value: "=not a formula", forcedText: true });
    expect(cellAt(sheet, "G2")?.formula).toBeUndefined();
    expect(cellAt(sheet, "G4")?.value).toBe("_x0041_ stays\u0007");
    expect(cellAt(sheet, "G5")?.value).toBe(46023.3333333333);
  });

  test("keeps formats, sizes, hidden rows and columns, freeze, protection, page set-up, notes, links and filter", async () => {
    const before = book(planSheet(), furnishedSheet());
    const { data, left } = await reopened(before);
    expect(left).toEqual([]);
    expect(told(data.sheets[1])).toEqual(told(before.sheets[1]));
  });

  test("keeps names of every kind, properties, custom XML and the state of the workbook", async () => {
    const before = book(planSheet(), furnishedSheet(), newSheetData("Hidden"), newSheetData("Very"));
    const [plan, entry, hidden, very] = before.sheets;
    if (hidden === undefined || very === undefined || plan === undefined || entry === undefined)
      throw new Error("four sheets");
    hidden.visibility = "Hidden";
    very.visibility = "VeryHidden";
    before.names.push(
      { name: "eh_1_Tolerance", formula: "=0.005", scope: null, visible: true, comment: "limit" },
      { name: "eh_1_Weights", formula: "=eh_1_Plan[Weight]", scope: null, visible: false, comment: "" },
      { name: "eh_1_Cap", formula: "='Plan & Ziele'!$B$2", scope: null, visible: true, comment: "" },
      { name: "Local", formula: '="text"', scope: entry.id, visible: true, comment: "" },
    );
    before.activeSheet = entry.id;
    before.selection = rect("C4");
    before.date1904 = true;
    before.calculationMode = "Manual";
    before.customXml.push({
      id: "{0D5F5E5A-1111-4222-8333-444455556666}",
      xml: '<eh xmlns="urn:evenhand:test" v="1">a &amp; b</eh>',
    });
    Object.assign(before.properties, {
      title: "T <1>",
      author: "HR",
      company: "C",
      manager: "M",
      keywords: "k",
      category: "c",
      subject: "s",
      comments: "d",
    });
    before.properties.custom.set("Version", 3).set("Ratio", 0.5).set("Name", "x & y").set("Draft", true);
    const { data, left } = await reopened(before);
    expect(left).toEqual([]);
    const scopeName = (workbook: WorkbookData): unknown[] =>
      workbook.names.map((name) => ({
        ...name,
        scope: workbook.sheets.find(({ id }) => id === name.scope)?.name ?? null,
      }));
    expect(scopeName(data)).toEqual(scopeName(before));
    expect(data.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
      before.sheets.map(({ name, visibility }) => [name, visibility]),
    );
    expect(data.sheets.find(({ id }) => id === data.activeSheet)?.name).toBe(entry.name);
    expect(data.selection).toEqual(before.selection);
    expect(data.properties).toEqual(before.properties);
    expect(data.customXml).toEqual(before.customXml);
    expect([data.date1904, data.calculationMode]).toEqual([true, "Manual"]);
  });

  test("is the same bytes for the same workbook", async () => {
    const [first, second] = await Promise.all([
      writeXlsx(book(planSheet(), furnishedSheet())),
      writeXlsx(book(planSheet(), furnishedSheet())),
    ]);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  test("keeps an empty workbook", async () => {
    const { data } = await reopened(book(newSheetData("Sheet1")));
    expect(data.sheets.map(({ name, cells }) => [name, cells.size])).toEqual([["Sheet1", 0]]);
  });
});
