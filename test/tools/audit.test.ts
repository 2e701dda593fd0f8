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
});
