/** Files as they come: broken parts, other programs' parts, passwords, hidden sheets. One file's fault is never another's. */
import JSZip from "jszip";
import { MAX_COLUMNS } from "../../src/core/model/a1";
import { newWorkbookData } from "../../host/model/newWorkbook";
import type { WorkbookData } from "../../host/model/types";
import { writeXlsx } from "../../host/file/writeXlsx";
import { auditFile, auditSnapshot, type AuditResult } from "../../tools/audit/auditFile";
import { blueprintSnapshot } from "../support/blueprintSnapshot";
import { blueprintOf } from "../support/generated";

const SCORES = [
  ["Name", "Work", "Care", "Total"],
  ["Weight", 0.6, 0.4, null],
  ["Person A", 80, 90, 84],
  ["Person B", 60, 70, 64],
  ["Person C", 90, 50, 74],
] as const;

function scoresBook(): WorkbookData {
  const data = newWorkbookData("Scores");
  SCORES.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null) data.sheets[0]?.cells.set(r * MAX_COLUMNS + c, { value, format: {} });
    });
  });
  return data;
}

/** The file with parts added or changed; `change` gets the text of a part and gives another. */
async function fileWith(
  parts: Readonly<Record<string, string>>,
  change: Readonly<Record<string, (text: string) => string>> = {},
): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync((await writeXlsx(scoresBook())).bytes);
  for (const [path, text] of Object.entries(parts)) zip.file(path, text);
  for (const [path, edit] of Object.entries(change)) {
    const text = await zip.file(path)?.async("string");
    if (text === undefined) throw new Error(`${path} is not in the file`);
    zip.file(path, edit(text));
  }
  return zip.generateAsync({ type: "uint8array" });
}

const totals = (result: AuditResult): unknown =>
  "error" in result ? result.error : result.blocks.map(({ results }) => results.map(({ total }) => total));
const relation = (type: string, target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const SHEET = "xl/worksheets/sheet1.xml";
const RELATIONS = "xl/worksheets/_rels/sheet1.xml.rels";
const beforeEnd =
  (xml: string) =>
  (text: string): string =>
    text.replace("</worksheet>", `${xml}</worksheet>`);

describe("a fault in a part that holds no cells costs nothing", () => {
  test.each([
    [
      "a drawing that is no XML",
      { "xl/drawings/drawing1.xml": "<xdr:wsDr <<", [RELATIONS]: relation("drawing", "../drawings/drawing1.xml") },
      {
        [SHEET]: beforeEnd(
          '<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/>',
        ),
      },
    ],
    ["a drawing that is missing", { [RELATIONS]: relation("drawing", "../drawings/drawing7.xml") }, {}],
    [
      "a pivot table that is no XML",
      { "xl/pivotTables/pivotTable1.xml": "no", [RELATIONS]: relation("pivotTable", "../pivotTables/pivotTable1.xml") },
      {},
    ],
    [
      "a table that is no XML",
      { "xl/tables/table1.xml": "<table", [RELATIONS]: relation("table", "../tables/table1.xml") },
      {},
    ],
    [
      "a validation of an unknown kind over a range that is none",
      {},
      {
        [SHEET]: beforeEnd(
          '<dataValidations count="1"><dataValidation type="nonsense" operator="?" sqref="??:1"><formula1>((</formula1></dataValidation></dataValidations>',
        ),
      },
    ],
    ["styles that are no XML", { "xl/styles.xml": "<styleSheet" }, {}],
  ] as const)("%s", async (_name, parts, change) => {
    const bytes = await fileWith(parts, change);
    expect(totals(await auditFile("a.xlsx", bytes))).toEqual([[84, 64, 74]]);
  });
});

describe("a file that cannot be read is an answer", () => {
  const ole = (directory: string): Uint8Array => {
    const bytes = new Uint8Array(1024);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    Array.from(directory, (letter, i) => bytes.fill(letter.charCodeAt(0), 512 + 2 * i, 513 + 2 * i));
    return bytes;
  };
  test.each([
    ["with a password", () => ole("EncryptedPackage"), "file.problem.encrypted"],
    ["of Excel 97 without its contents", () => ole("Workbook"), "file.problem.damaged"],
    ["without a byte", () => new Uint8Array(), "file.problem.empty"],
    ["that is a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), "file.problem.notZip"],
  ])("%s", async (_name, bytes, code) => {
    const result = await auditFile("a.xlsx", bytes());
    expect(result).toMatchObject({ file: "a.xlsx", error: { code } });
    expect("error" in result && result.error.message.length > 10).toBe(true);
  });

  test("cut off in the middle", async () => {
    const whole = await fileWith({});
    expect(await auditFile("a.xlsx", whole.slice(0, whole.length / 2))).toMatchObject({
      error: { code: "file.problem.notZip" },
    });
  });

  test("that would unpack to far more than it is", async () => {
    const zip = await JSZip.loadAsync(await fileWith({}));
    zip.file("xl/media/zeros.bin", new Uint8Array(8 * 1024 * 1024));
    const bytes = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    expect(await auditFile("a.xlsx", bytes)).toMatchObject({ error: { code: "file.problem.tooLarge" } });
  });
});

describe("what the answer holds", () => {
  test("every key of the contract, and how sure each role is", async () => {
    const result = await auditFile("a.xlsx", await fileWith({}));
    if ("error" in result) throw new Error(result.error.message);
    expect(Object.keys(result).sort()).toEqual(["blocks", "file", "notes"]);
    const [block] = result.blocks;
    expect(block).toEqual({
      sheet: "Scores",
      range: "A1:D5",
      layout: "matrix",
      roles: {
        person: ["A3:A5"],
        criterion: ["B1:C1"],
        weight: ["B2:C2"],
        score: ["B3:C5"],
        total: ["D3:D5"],
      },
      confidence: { person: 1, criterion: 1, weight: 1, score: 1, total: 1 },
      weights: { family: "fraction", sum: 1, expected: 1 },
      outcome: "computed",
      reasons: [],
      results: [
        { label: "Person A", cell: "A3", total: 84, coverage: 1, rank: 1 },
        { label: "Person B", cell: "A4", total: 64, coverage: 1, rank: 3 },
        { label: "Person C", cell: "A5", total: 74, coverage: 1, rank: 2 },
      ],
      differences: [],
      findings: [{ rule: "P02", severity: "note", cell: "A3", message: "Scores has only 3 people." }],
    });
  });

  test("notes of hidden sheets, rows and columns, and of dates from 1904", async () => {
    const data = scoresBook();
    const [sheet] = data.sheets;
    if (sheet === undefined) throw new Error("no sheet");
    const other = newWorkbookData("Front").sheets[0];
    if (other === undefined) throw new Error("no sheet");
    data.sheets.push({ ...other, id: "{front}" });
    sheet.visibility = "Hidden";
    sheet.hiddenRows.add(3);
    sheet.hiddenColumns.add(1);
    data.activeSheet = "{front}";
    const result = await auditFile("a.xlsx", (await writeXlsx({ ...data, date1904: true })).bytes);
    if ("error" in result) throw new Error(result.error.message);
    expect(result.blocks.map(({ sheet: name, results }) => [name, results.length])).toEqual([["Scores", 3]]);
    expect(result.notes).toEqual([
      "The sheet “Scores” is hidden.",
      "Scores: One row that is hidden or filtered out counts too.",
      "Scores: One hidden column counts too.",
      "Dates of this workbook are counted from 1904.",
    ]);
  });

  test("a workbook that Evenhand made is one block with all its roles", () => {
    const { blocks } = auditSnapshot(blueprintSnapshot(blueprintOf(), "Entry"));
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).toMatchObject({ layout: "matrix", sheet: "Entry" });
    expect(Object.keys(blocks[0]?.roles ?? {}).sort()).toEqual(
      ["actual", "criterion", "group", "person", "target", "weight"].sort(),
    );
    const { roles = {} } = blocks[0] ?? {};
    expect([roles.person, roles.criterion, roles.weight].every((ranges) => ranges?.length === 1)).toBe(true);
  });
});
