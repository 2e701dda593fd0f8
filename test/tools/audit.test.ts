import { readFileSync } from "node:fs";
import path from "node:path";
import { writeXlsx } from "../../host/file/writeXlsx";
import { newWorkbookData } from "../../host/model/newWorkbook";
import { MAX_COLUMNS } from "../../src/core/model/a1";
import { auditFile } from "../../tools/audit/auditFile";

async function fileWith(grid: readonly (readonly (string | number | null)[])[]): Promise<Uint8Array> {
  const data = newWorkbookData("Scores");
  grid.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value !== null) data.sheets[0]?.cells.set(r * MAX_COLUMNS + c, { value, format: {} });
    });
  });
  return (await writeXlsx(data)).bytes;
}

describe("the audit of a file", () => {
  test("locates people, criteria, weights and scores, and says what is wrong with the weights", async () => {
    const bytes = await fileWith([
      ["Name", "Revenue", "Quality", "Teamwork"],
      ["Weight", 0.4, 0.3, 0.25],
      ["Person A", 80, 90, 70],
      ["Person B", 60, 70, 95],
      ["Person C", 90, null, 60],
    ]);
    const result = await auditFile("a.xlsx", bytes);
    if ("error" in result) throw new Error(result.error.message);
    const [block] = result.blocks;
    expect(result.blocks).toHaveLength(1);
    expect(block).toMatchObject({ sheet: "Scores", layout: "matrix", outcome: "computed-with-warnings" });
    expect(block?.roles).toMatchObject({
      person: ["A3:A5"],
      criterion: ["B1:D1"],
      weight: ["B2:D2"],
      score: ["B3:D5"],
    });
    expect(block?.weights).toMatchObject({ family: "fraction", expected: 1 });
    expect(block?.weights.sum).toBeCloseTo(0.95, 9);
    expect(block?.findings.map(({ rule }) => rule)).toContain("W01");
    // By hand: (80·40 + 90·30 + 70·25) ÷ 95 = 80.526…, (60·40 + 70·30 + 95·25) ÷ 95 = 72.368…
    expect(block?.results.map(({ label, cell, rank }) => [label, cell, rank])).toEqual([
      ["Person A", "A3", 1],
      ["Person B", "A4", 2],
      ["Person C", "A5", null],
    ]);
    expect(block?.results[0]?.total).toBeCloseTo(7650 / 95, 5);
  });

  test("a sheet that is no scorecard is refused with a reason", async () => {
    const result = await auditFile("b.xlsx", await fileWith([["Shopping"], ["Milk"], ["Bread"]]));
    if ("error" in result) throw new Error(result.error.message);
    expect(result.blocks.map(({ outcome }) => outcome)).toEqual(["refused"]);
    expect(result.blocks[0]?.reasons[0]?.message).toMatch(/\w+ \w+/);
  });

  test("a damaged file is an answer, not an exception", async () => {
    const result = await auditFile("c.xlsx", new TextEncoder().encode("no zip"));
    expect(result).toEqual({
      file: "c.xlsx",
      error: { code: "file.problem.notZip", message: "This is not an Excel workbook, or the file is damaged." },
    });
  });

  test("an .xls of Excel 97–2003 is read with values, formulas, formats and hidden parts", async () => {
    const bytes = new Uint8Array(readFileSync(path.join(__dirname, "../fixtures/files/halfYear.xls")));
    const result = await auditFile("halfYear.xls", bytes);
    if ("error" in result) throw new Error(result.error.message);
    expect(result.blocks).toHaveLength(1);
    expect(result.blocks[0]).toMatchObject({
      sheet: "Half year",
      range: "A1:G9",
      roles: { person: ["A3:A6"], weight: ["B2:D2"], score: ["B3:D6"], total: ["E3:E6"], rank: ["F3:F6"] },
      weights: { family: "fraction", sum: 1 },
      results: [
        { label: "Person A", total: 79, rank: 2 },
        { label: "Person B", total: 69.5, rank: 3 },
        { label: "Person C", total: 87.5, rank: 1 },
        { label: "Person D", total: 69, rank: 4 },
      ],
      differences: [{ cell: "E6", shown: 53, computed: 69 }],
    });
    expect(result.notes).toContain("Half year: One hidden column counts too.");
    expect(await auditFile("cut.xls", bytes.slice(0, 3000))).toMatchObject({ error: { code: "file.problem.damaged" } });
  });

  test("a .csv of a Chinese Excel is read in its own encoding, as is one in UTF-8 or UTF-16", async () => {
    const text = "姓名,质量,效率\r\n权重,60,40\r\n员工A,80,90\r\n员工B,70,60\r\n";
    // "姓名,质量,效率", "权重", "员工" in GB 18030.
    const gb = Buffer.concat([
      Buffer.from("d0d5c3fb2cd6cac1bf2cd0a7c2ca0d0a", "hex"),
      Buffer.from("c8a8d6d8", "hex"),
      Buffer.from(",60,40\r\n"),
      Buffer.from("d4b1b9a4", "hex"),
      Buffer.from("A,80,90\r\n"),
      Buffer.from("d4b1b9a4", "hex"),
      Buffer.from("B,70,60\r\n"),
    ]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const bytes of [gb, utf16, Buffer.from(text), Buffer.from(`\uFEFF${text}`)]) {
      const result = await auditFile("a.csv", new Uint8Array(bytes));
      if ("error" in result) throw new Error(result.error.message);
      expect(result.blocks[0]?.results.map(({ label, total }) => [label, total])).toEqual([
        ["员工A", 84],
        ["员工B", 66],
      ]);
    }
  });
});
