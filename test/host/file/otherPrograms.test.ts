/** Files as Excel and others write them, built part by part. */
import JSZip from "jszip";
import { FILE_TEXTS, fileText } from "../../../host/file/lossTexts";
import { readXlsx } from "../../../host/file/readXlsx";
import { writeXlsx } from "../../../host/file/writeXlsx";
import type { SheetData } from "../../../host/model/types";
import { book, cellAt, planSheet } from "./sampleWorkbook";

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Made {
  readonly sheet: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly workbook?: string;
}

async function made({ sheet, parts = {}, workbook = "" }: Made): Promise<Uint8Array> {
  const zip = new JSZip();
  const files: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="r"><Relationship Id="a" Type="${REL}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN}><sheets><sheet name="Blatt 1" sheetId="1" r:id="s1"/></sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="r"><Relationship Id="s1" Type="${REL}/worksheet" Target="worksheets/mysheet.xml"/><Relationship Id="s2" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="s3" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/mysheet.xml": sheet,
    ...parts,
  };
  for (const [path, text] of Object.entries(files)) zip.file(path, text);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

async function opened(what: Made): Promise<{
  readonly sheet: SheetData;
  readonly left: readonly { readonly message: { readonly key: string } }[];
}> {
  const read = await readXlsx(await made(what));
  const sheet = read.ok ? read.data.sheets[0] : undefined;
  if (!read.ok || sheet === undefined) throw new Error(JSON.stringify(read));
  return { sheet, left: read.left };
}

describe("a file of another program", () => {
  test("shared formulas are told for every cell, moved as Excel moves them", async () => {
    const { sheet } = await opened({
      sheet: `<worksheet ${MAIN}><sheetData>
        <row r="2"><c r="C2"><f t="shared" ref="C2:D3" si="0">A2*$B$1+SUM(A$1:A2)+LEN("A2")+'A 1'!B2</f><v>1</v></c><c r="D2"><f t="shared" si="0"/><v>2</v></c></row>
        <row r="3"><c r="C3"><f t="shared" si="0"/><v>3</v></c></row></sheetData></worksheet>`,
    });
    expect(cellAt(sheet, "D2")).toMatchObject({ value: 2, formula: `=B2*$B$1+SUM(B$1:B2)+LEN("A2")+'A 1'!C2` });
    expect(cellAt(sheet, "C3")?.formula).toBe(`=A3*$B$1+SUM(A$1:A3)+LEN("A2")+'A 1'!B3`);
  });

  test("prefixes of new functions and this-row references read as a person writes them", async () => {
    const { sheet } = await opened({
      sheet: `<worksheet ${MAIN}><sheetData><row r="2"><c r="B2"><f>_xlfn.XLOOKUP(T[[#This Row],[Name]],T[Name],T[[#This Row],[A b]:[C]])+_xlfn._xlws.SORT(U[[#This Row],[x]])</f><v>1</v></c></row></sheetData><tableParts count="1"><tablePart r:id="t"/></tableParts></worksheet>`,
      parts: {
        "xl/worksheets/_rels/mysheet.xml.rels": `<Relationships xmlns="r"><Relationship Id="t" Type="${REL}/table" Target="../tables/t9.xml"/></Relationships>`,
        "xl/tables/t9.xml": `<table ${MAIN} id="9" name="T" displayName="T" ref="A1:B3"><tableColumns count="2"><tableColumn id="1" name="Name"/><tableColumn id="4" name="A_x000a_b"/></tableColumns></table>`,
      },
    });
    expect(cellAt(sheet, "B2")?.formula).toBe("=XLOOKUP([@Name],T[Name],[@[A b]:[C]])+SORT(U[@x])");
    expect(sheet.tables[0]).toMatchObject({
      name: "T",
      showFilterButton: false,
      columns: [
        { id: 1, name: "Name" },
        { id: 4, name: "A\nb" },
      ],
    });
  });

  test("strings, rich text, ISO dates, inline text, prefixed elements and cells without addresses are read", async () => {
    const { sheet, left } = await opened({
      sheet: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>
        <x:c t="s"><x:v>0</x:v></x:c><x:c t="s"><x:v>1</x:v></x:c><x:c t="d"><x:v>2026-01-31</x:v></x:c>
        <x:c t="inlineStr"><x:is><x:t>in &amp; line</x:t></x:is></x:c><x:c t="str"><x:v>&amp;lt;</x:v></x:c><x:c t="e"><x:v>#BLOCKED!</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      parts: {
        "xl/sharedStrings.xml": `<sst ${MAIN}><si><t xml:space="preserve"> a </t></si><si><r><t>two </t></r><r><rPr><b/></rPr><t>looks</t></r><rPh sb="0" eb="1"><t>ph</t></rPh></si></sst>`,
      },
    });
    expect(["A1", "B1", "C1", "D1", "E1"].map((at) => cellAt(sheet, at)?.value)).toEqual([
      " a ",
      "two looks",
      46053,
      "in & line",
      "&lt;",
    ]);
    expect(cellAt(sheet, "F1")?.value).toEqual({ error: "#VALUE!" });
    expect(left.map(({ message }) => message.key).sort()).toEqual(["file.left.error", "file.left.richText"]);
  });

  test("theme colours with tint, indexed colours and the default font's own look become plain formats", async () => {
    const { sheet } = await opened({
      sheet: `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="2"><v>1</v></c></row></sheetData></worksheet>`,
      parts: {
        "xl/styles.xml": `<styleSheet ${MAIN}><fonts><font><sz val="11"/><color theme="1"/><name val="Calibri"/></font><font><b/><sz val="11"/><color theme="4" tint="-0.5"/><name val="Calibri"/></font></fonts>
          <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.6"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="43"/></patternFill></fill></fills>
          <borders><border/></borders><cellXfs><xf/><xf fontId="1" fillId="1" numFmtId="10"/><xf fillId="2" numFmtId="14"/></cellXfs></styleSheet>`,
      },
    });
    // Excel shows accent 1 (#5B9BD5) 60 % lighter as BDD7EE and 50 % darker as 1F4E79.
    expect(cellAt(sheet, "A1")?.format).toEqual({
      numberFormat: "0.00%",
      bold: true,
      fontColor: "#1F4E79",
      fill: "#BDD7EE",
    });
    expect(cellAt(sheet, "B1")?.format).toEqual({ numberFormat: "m/d/yyyy", fill: "#FFFF99" });
  });

  test("rules of the x14 part are read, kinds that are not known are named and the rest of the sheet stays", async () => {
    const { sheet, left } = await opened({
      sheet: `<worksheet ${MAIN}><sheetData/><conditionalFormatting sqref="A1:A9"><cfRule type="top10" priority="2" rank="3"/><cfRule type="containsText" priority="3" operator="containsText" text="x"><formula>NOT(ISERROR(SEARCH("x",A1)))</formula></cfRule></conditionalFormatting>
        <extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:conditionalFormatting>
        <x14:cfRule type="expression" priority="1" id="{A}"><xm:f>Other!A1&gt;1</xm:f><x14:dxf><numFmt numFmtId="9" formatCode="0%"/><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>B1:B3 D1</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>
        <ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>C1:C9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>`,
    });
    expect(sheet.conditionalFormats.map(({ rule }) => rule)).toEqual([
      { kind: "Custom", formula: "=Other!A1>1", format: { numberFormat: "0%", fill: "#FF0000" } },
      { kind: "Custom", formula: '=NOT(ISERROR(SEARCH("x",A1)))', format: {} },
    ]);
    expect(sheet.validations[0]?.rule).toEqual({ list: { inCellDropDown: true, source: "=Lists!$A$1:$A$3" } });
    expect(left.map(({ message }) => message)).toEqual([{ key: "file.left.rule", params: { kind: "top10" } }]);
  });
});

describe("a file that cannot be opened", () => {
  const problemOf = async (bytes: Uint8Array, limits?: Parameters<typeof readXlsx>[1]): Promise<string> => {
    const read = await readXlsx(bytes, limits);
    return read.ok ? "opened" : read.problem.key;
  };

  test("empty, foreign, cut, encrypted, old and binary files are problems with a sentence, never an exception", async () => {
    const { bytes } = await writeXlsx(book(planSheet()));
    const compound = new Uint8Array(2048);
    compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const encrypted = compound.slice();
    encrypted.set(Buffer.from("EncryptedPackage", "utf16le"), 1024);
    expect(await problemOf(new Uint8Array())).toBe("file.problem.empty");
    expect(await problemOf(new TextEncoder().encode("a,b,c\n1,2,3\n"))).toBe("file.problem.notZip");
    expect(await problemOf(bytes.slice(0, 2000))).toBe("file.problem.notZip");
    expect(await problemOf(compound)).toBe("file.problem.oldExcel");
    expect(await problemOf(encrypted)).toBe("file.problem.encrypted");
    const zip = new JSZip();
    zip.file("word/document.xml", "<w/>");
    expect(await problemOf(await zip.generateAsync({ type: "uint8array" }))).toBe("file.problem.notWorkbook");
  });

  test("damaged bytes inside the zip and broken XML name what is damaged", async () => {
    const broken = await made({ sheet: `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1"><v>1` });
    expect(await problemOf(broken)).toBe("file.problem.damagedSheet");
    const { bytes } = await writeXlsx(book(planSheet()));
    const zip = await JSZip.loadAsync(bytes);
    const stored = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    const at = Buffer.from(stored).indexOf("xl/workbook.xml") + 40;
    stored.fill(0xff, at, at + 60);
    expect(await problemOf(stored)).toMatch(/^file\.problem\.damaged/);
  });

  test("too many entries, too much text or too high a ratio are refused before anything is inflated", async () => {
    const { bytes } = await writeXlsx(book(planSheet()));
    const limits = { maxEntries: 1000, maxBytes: 1e8, maxRatio: 100 };
    expect(await problemOf(bytes, limits)).toBe("opened");
    expect(await problemOf(bytes, { ...limits, maxEntries: 3 })).toBe("file.problem.tooLarge");
    expect(await problemOf(bytes, { ...limits, maxBytes: 1000 })).toBe("file.problem.tooLarge");
    const bomb = new JSZip();
    bomb.file("xl/workbook.xml", "0".repeat(3_000_000));
    expect(await problemOf(await bomb.generateAsync({ type: "uint8array", compression: "DEFLATE" }), limits)).toBe(
      "file.problem.tooLarge",
    );
  });

  test("a zip whose directory understates its sizes stops at the limit", async () => {
    const zip = new JSZip();
    zip.file("xl/workbook.xml", "<workbook>" + "0".repeat(3_000_000));
    const bytes = await zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
    const directory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    directory.writeUInt32LE(100, directory.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(await problemOf(bytes, { maxEntries: 10, maxBytes: 1_000_000, maxRatio: 100 })).toBe("file.problem.damaged");
  });
});

test("every sentence about files exists in both languages with the same holes", () => {
  const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
  const { en, "zh-CN": zh } = FILE_TEXTS;
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const [key, text] of Object.entries(en)) expect([key, holes(zh[key] ?? "")]).toEqual([key, holes(text)]);
  expect(fileText("en", "file.left.name", { name: "x" })).toBe("The name “x” is left out.");
});
