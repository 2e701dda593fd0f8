/** Files that are hard on a reader: stray cells far away, thousands of merged areas, many rows, odd XML. */
import JSZip from "jszip";
import { columnName } from "../../src/core/model/a1";
import { auditFile, type AuditBlock, type AuditResult } from "../../tools/audit/auditFile";

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const relation = (type: string, target: string): string =>
  `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;

/** A workbook of one sheet whose XML is given: what no writer would write. */
async function fileOf(worksheet: string): Promise<Uint8Array> {
  const zip = new JSZip();
  const type = (part: string, kind: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type("/xl/workbook.xml", "sheet.main")}${type("/xl/worksheets/sheet1.xml", "worksheet")}</Types>`,
  );
  zip.file("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
  zip.file(
    "xl/workbook.xml",
    `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  );
  zip.file("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
  zip.file("xl/worksheets/sheet1.xml", worksheet);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

const cell = (column: number, row: number, value: string | number): string => {
  const at = `${columnName(column)}${String(row)}`;
  return typeof value === "number"
    ? `<c r="${at}"><v>${String(value)}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
};
const rowOf = (row: number, values: readonly (string | number)[]): string =>
  `<row r="${String(row)}">${values.map((value, column) => cell(column, row, value)).join("")}</row>`;
const SCORES = [
  ["Name", "Work", "Care"],
  ["Weight", 60, 40],
  ["Person A", 80, 90],
  ["Person B", 70, 75],
  ["Person C", 90, 60],
] as const;
const DATA = SCORES.map((values, i) => rowOf(i + 1, values)).join("");
const sheetOf = (data: string, after = ""): string =>
  `<worksheet ${MAIN}><sheetData>${data}</sheetData>${after}</worksheet>`;
const read = async (worksheet: string): Promise<AuditResult> => auditFile("a.xlsx", await fileOf(worksheet));

function blockOf(result: AuditResult): AuditBlock {
  const [block] = "error" in result ? [] : result.blocks;
  if (block === undefined) throw new Error(JSON.stringify(result));
  return block;
}
/** 80 × 0.6 + 90 × 0.4, 70 × 0.6 + 75 × 0.4, 90 × 0.6 + 60 × 0.4. */
const TOTALS = [84, 72, 78];
const totals = (result: AuditResult): unknown => blockOf(result).results.map(({ total }) => total);
const notes = (result: AuditResult): readonly string[] => ("error" in result ? [] : result.notes);

describe("a stray cell far away", () => {
  test("costs nothing: the table near the first cells is read, and the note says what was looked at", async () => {
    const result = await read(sheetOf(DATA + `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`));
    expect(totals(result)).toEqual(TOTALS);
    expect(notes(result)).toContain("S: only A1:C5 was looked at");
  });
  test("beside a table that begins far down leaves that table whole", async () => {
    const low = SCORES.map((values, i) => rowOf(i + 4000, values)).join("");
    const result = await read(sheetOf(`${low}<row r="4010"><c r="XFD4010"><v>1</v></c></row>`));
    expect(totals(result)).toEqual(TOTALS);
  });
  test("alone with another one makes no scorecard", async () => {
    const corner = `<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`;
    expect(blockOf(await read(sheetOf(corner))).outcome).toBe("refused");
  });
});

test("thousands of merged areas do not hide a form", async () => {
  const rows = Array.from({ length: 1000 }, (_, i) =>
    rowOf(i + 2, [i % 2 === 0 ? `Part ${String(i)}` : "", `Item ${String(i)}`, 1, i % 10]),
  );
  const merges = Array.from(
    { length: 500 },
    (_, i) => `<mergeCell ref="A${String(2 * i + 2)}:A${String(2 * i + 3)}"/>`,
  );
  const far = Array.from({ length: 5000 }, (_, i) => `<mergeCell ref="H${String(2 * i + 1)}:J${String(2 * i + 2)}"/>`);
  const head = rowOf(1, ["Group", "Criterion", "Weight", "Score"]);
  const data = head + rows.join("").replaceAll(/<c r="A\d+" t="inlineStr"><is><t><\/t><\/is><\/c>/g, "");
  const { layout, results } = blockOf(
    await read(sheetOf(data, `<mergeCells>${[...merges, ...far].join("")}</mergeCells>`)),
  );
  // The mean of 0 to 9.
  expect([layout, results.map(({ total }) => total)]).toEqual(["form", [4.5]]);
});

test("ten thousand rows are ranked", async () => {
  const more = Array.from({ length: 10_000 }, (_, i) => rowOf(i + 6, [`P ${String(i)}`, i % 100, i % 90]));
  expect(blockOf(await read(sheetOf(DATA + more.join("")))).results).toHaveLength(10_003);
});

describe("XML that no Excel writes", () => {
  const bare = DATA.replaceAll(/ r="[A-Z]*\d+"/g, "");
  test.each([
    ["cells and rows without addresses", sheetOf(bare)],
    ["a dimension that lies", sheetOf(DATA).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')],
    [
      "a format for every column",
      sheetOf(DATA).replace("<sheetData>", '<cols><col min="1" max="16384" width="9"/></cols><sheetData>'),
    ],
    [
      "addresses beyond the sheet",
      sheetOf(
        `${DATA}<row r="-3"><c r="ZZZZ9"><v>1</v></c></row><row r="99999999"><c r="A99999999"><v>1</v></c></row>`,
      ),
    ],
    [
      "merged areas over each other and over nothing",
      sheetOf(
        DATA,
        '<mergeCells><mergeCell ref="E1:G5"/><mergeCell ref="F2:XFD1048576"/><mergeCell ref="??"/></mergeCells>',
      ),
    ],
    [
      "a shared formula over the whole sheet",
      sheetOf(`${DATA}<row r="9"><c r="H9"><f t="shared" ref="H9:XFD1048576" si="0">B6+C6</f></c></row>`),
    ],
    ["elements in each other ten thousand deep", sheetOf(DATA, "<a>".repeat(10_000) + "</a>".repeat(10_000))],
    [
      "names with a prefix",
      sheetOf(DATA)
        .replaceAll(/<(\/?)(\w)/g, "<$1x:$2")
        .replace("xmlns=", "xmlns:x="),
    ],
  ])("%s", async (_name, worksheet) => {
    expect(totals(await read(worksheet))).toEqual(TOTALS);
  });

  test.each([
    [
      "entities that grow",
      `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetOf(rowOf(1, ["&b;"]))}`,
    ],
    ["a sheet that breaks off", sheetOf(DATA).slice(0, -40)],
  ])("%s are reported", async (_name, worksheet) => {
    expect(await read(worksheet)).toMatchObject({ error: { code: "file.problem.damagedSheet" } });
  });

  test("numbers beyond all bounds make no total", async () => {
    const { outcome, results } = blockOf(await read(sheetOf(DATA.replace("<v>60</v>", "<v>1e309</v>"))));
    expect([outcome, results.filter(({ total }) => total !== null)]).toEqual(["refused", []]);
  });
});
