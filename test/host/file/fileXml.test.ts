import JSZip from "jszip";
import { readXlsx } from "../../../host/file/readXlsx";
import { writeXlsx } from "../../../host/file/writeXlsx";
import type { ConditionalFormatData, WorkbookData } from "../../../host/model/types";
import { book, furnishedSheet, planSheet, put, rect } from "./sampleWorkbook";
import { newSheetData } from "../../../host/model/newWorkbook";

async function partsOf(data: WorkbookData): Promise<(path: string) => Promise<string>> {
  const { bytes } = await writeXlsx(data);
  const zip = await JSZip.loadAsync(bytes);
  return async (path) => {
    const entry = zip.file(path);
    if (entry === null) throw new Error(`no part ${path}: ${Object.keys(zip.files).join(" ")}`);
    return entry.async("string");
  };
}

function withoutId(value: object): unknown {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== "id"));
}

const RULES: readonly Omit<ConditionalFormatData, "id">[] = [
  {
    ranges: [rect("B2:B4"), rect("D2:D4")],
    stopIfTrue: true,
    rule: {
      kind: "Custom",
      formula: '=AND(ABS(eh_1_Sum-100)>0.005,LEN("<eh>")>0,_RANK=1)',
      format: {
        fill: "#FFC7CE",
        fontColor: "#9C0006",
        bold: true,
        italic: false,
        underline: "Single",
        numberFormat: '"⚠ "0.0',
        borders: {
          EdgeLeft: { style: "Dash", weight: "Thin", color: "#9C0006" },
          EdgeRight: { style: "Dash", weight: "Thin", color: "#9C0006" },
        },
      },
    },
  },
  {
    ranges: [rect("C2:C4")],
    stopIfTrue: false,
    rule: {
      kind: "CellValue",
      operator: "NotBetween",
      formula1: "=0",
      formula2: "=$B$9*2",
      format: { fill: "#FFEB9C" },
    },
  },
  {
    ranges: [rect("C2:C4")],
    stopIfTrue: false,
    rule: {
      kind: "DataBar",
      lower: { type: "Number", formula: "0" },
      upper: { type: "Automatic" },
      positiveColor: "#63C384",
      negativeColor: "#FF0000",
      gradient: false,
      showValue: true,
    },
  },
  {
    ranges: [rect("D2:D4")],
    stopIfTrue: false,
    rule: {
      kind: "ColorScale",
      points: [
        { at: { type: "LowestValue" }, color: "#F8696B" },
        { at: { type: "Percentile", formula: "50" }, color: "#FFEB84" },
        { at: { type: "HighestValue" }, color: "#63BE7B" },
      ],
    },
  },
  {
    ranges: [rect("B2:B4")],
    stopIfTrue: false,
    rule: {
      kind: "IconSet",
      style: "ThreeTrafficLights1",
      reverse: true,
      showIconOnly: true,
      criteria: [
        { at: { type: "Percent", formula: "0" }, operator: "GreaterThanOrEqual" },
        { at: { type: "Number", formula: "40" }, operator: "GreaterThan" },
        { at: { type: "Formula", formula: "=$B$2" }, operator: "GreaterThanOrEqual" },
      ],
    },
  },
  {
    ranges: [rect("B2:B4")],
    stopIfTrue: false,
    rule: {
      kind: "IconSet",
      style: "ThreeStars",
      reverse: false,
      showIconOnly: false,
      criteria: [
        { at: { type: "Percent", formula: "0" }, operator: "GreaterThanOrEqual" },
        { at: { type: "Percent", formula: "33" }, operator: "GreaterThanOrEqual" },
        { at: { type: "Percent", formula: "67" }, operator: "GreaterThanOrEqual" },
      ],
    },
  },
];

function flaggedBook(): WorkbookData {
  const sheet = planSheet();
  sheet.conditionalFormats.push(...RULES.map((rule, i) => ({ id: `{r${String(i)}}`, ...rule })));
  sheet.validations.push(
    {
      ranges: [rect("B2:B4")],
      rule: { decimal: { formula1: 0, formula2: "=$B$9", operator: "Between" } },
      errorAlert: { showAlert: true, style: "Warning", title: "Weight", message: "0 to 100,\nplease" },
      prompt: { showPrompt: true, title: "Weight", message: 'points & "parts"' },
      ignoreBlanks: true,
    },
    {
      ranges: [rect("A2:A4"), rect("A7")],
      rule: { list: { inCellDropDown: true, source: "=eh_1_List" } },
      errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
      prompt: { showPrompt: false, title: "", message: "" },
      ignoreBlanks: false,
    },
    {
      ranges: [rect("C2:C4")],
      rule: { custom: { formula: "=ISNUMBER($C2)" } },
      errorAlert: { showAlert: false, style: "Information", title: "", message: "" },
      prompt: { showPrompt: false, title: "", message: "" },
      ignoreBlanks: true,
    },
    {
      ranges: [rect("D9")],
      rule: { list: { inCellDropDown: false, source: 'Yes,No,"?"' } },
      errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
      prompt: { showPrompt: false, title: "", message: "" },
      ignoreBlanks: true,
    },
  );
  sheet.charts.push({
    id: "{c}",
    name: "Totals",
    type: "BarClustered",
    title: "Totals & ranks",
    showTitle: true,
    left: 300,
    top: 150,
    width: 400,
    height: 225.5,
    series: [{ name: "Total", values: "='Plan & Ziele'!$D$2:$D$4", categories: "='Plan & Ziele'!$A$2:$A$4" }],
    legendVisible: false,
    axes: { valueMinimum: 0, reversed: true, valuesAt: "Maximum" },
  });
  return book(sheet, furnishedSheet());
}

describe("the parts of a written file", () => {
  test("rules, validation and charts come back as they were, in their order of priority", async () => {
    const before = flaggedBook();
    const { bytes, left } = await writeXlsx(before);
    const read = await readXlsx(bytes);
    if (!read.ok) throw new Error(read.problem.key);
    expect([...left, ...read.left]).toEqual([]);
    const [sheet] = read.data.sheets;
    expect(sheet?.conditionalFormats.map(withoutId)).toEqual(RULES);
    expect(sheet?.validations).toEqual(before.sheets[0]?.validations);
    expect(sheet?.charts.map(withoutId)).toEqual(before.sheets[0]?.charts.map(withoutId));
  });

  test("a rule's number format and dashed border stand in its differential format", async () => {
    const part = await partsOf(flaggedBook());
    const [, dxf] = /<dxfs[^>]*>(<dxf>.*?<\/dxf>)/s.exec(await part("xl/styles.xml")) ?? [];
    expect(dxf).toContain('formatCode="&quot;⚠ &quot;0.0"');
    expect(dxf).toContain('<left style="dashed">');
    expect(dxf?.indexOf("<font>")).toBeLessThan(dxf?.indexOf("<numFmt") ?? -1);
    expect(dxf?.indexOf("<numFmt")).toBeLessThan(dxf?.indexOf("<fill>") ?? -1);
  });

  test("every x14 id names a rule of the extension list, none is empty", async () => {
    const part = await partsOf(flaggedBook());
    const xml = await part("xl/worksheets/sheet1.xml");
    const linked = [...xml.matchAll(/<x14:id>([^<]*)<\/x14:id>/g)].map(([, id]) => id);
    expect(xml).not.toMatch(/<x14:id\s*\/>/);
    expect(linked).toHaveLength(1);
    for (const id of linked) expect(xml).toContain(`type="dataBar" id="${id ?? "?"}"`);
  });

  test("a table states the formula of new rows and its totals in the file's own form", async () => {
    const part = await partsOf(flaggedBook());
    const xml = await part("xl/tables/table1.xml");
    expect(xml).toContain(
      "<calculatedColumnFormula>eh_1_Plan[[#This Row],[Weight]]*eh_1_Plan[[#This Row],[Attain ment]]</calculatedColumnFormula>",
    );
    expect(xml).toContain('totalsRowFunction="sum"');
    expect(xml).toContain("<totalsRowFormula>ROUND(SUM(eh_1_Plan[Score]),6)</totalsRowFormula>");
    expect(xml).toContain('<autoFilter ref="A1:D4"/>');
  });

  test("new functions carry their prefix in cells, and the workbook asks to be recalculated", async () => {
    const part = await partsOf(flaggedBook());
    expect(await part("xl/worksheets/sheet1.xml")).toContain("<f>_xlfn.RANK.EQ(B2,eh_1_Plan[Weight])</f>");
    expect(await part("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  test("notes keep their authors beside the drawing that shows them", async () => {
    const part = await partsOf(flaggedBook());
    const xml = await part("xl/comments2.xml");
    expect(xml).toContain("<author>Reviewer A</author><author>Reviewer B</author>");
    expect(xml).toContain('<comment ref="B5" authorId="1">');
    expect(await part("xl/drawings/vmlDrawing2.vml")).toContain("<x:Row>4</x:Row>");
    expect(await part("xl/worksheets/sheet2.xml")).toMatch(/<legacyDrawing r:id="rId\d"\/>/);
  });

  test("a text that begins with a sign of a formula is a text with a quote prefix", async () => {
    const part = await partsOf(flaggedBook());
    expect(await part("xl/styles.xml")).toContain('quotePrefix="1"');
    expect(await part("xl/sharedStrings.xml")).toContain("<t>=not a formula</t>");
  });

  test("what is not written is named, with its sheet", async () => {
    const data = flaggedBook();
    const [sheet] = data.sheets;
    if (sheet === undefined) throw new Error("a sheet");
    put(sheet, "J1", { value: 3, formula: "=LET(a,1,a+2)" });
    sheet.charts.push({
      ...(sheet.charts[0] ?? { id: "" }),
      id: "{p}",
      name: "Parts",
      type: "Pie",
    } as (typeof sheet.charts)[number]);
    sheet.comments.push({
      id: "{x}",
      row: 0,
      column: 0,
      author: "A",
      text: "t",
      resolved: false,
      created: "2026-01-01",
      replies: [],
    });
    data.settings.set("k", 1);
    const { left } = await writeXlsx(data);
    expect(left).toEqual(
      expect.arrayContaining([
        { sheet: sheet.name, message: { key: "file.left.formulaNotWritten", params: { count: 1 } } },
        { sheet: sheet.name, message: { key: "file.left.chart", params: { name: "Parts", kind: "Pie" } } },
        { sheet: sheet.name, message: { key: "file.left.comments", params: { count: 1 } } },
        { sheet: null, message: { key: "file.left.settings" } },
      ]),
    );
    expect(left).toHaveLength(4);
  });

  test("a sheet without anything has no empty lists, which Excel repairs", async () => {
    const part = await partsOf(book(newSheetData("Sheet1")));
    expect(await part("xl/worksheets/sheet1.xml")).not.toMatch(
      /<(?:cols|mergeCells|dataValidations|hyperlinks|tableParts|extLst)\b/,
    );
  });
});
