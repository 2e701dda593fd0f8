/**
 * Records what LibreOffice gives for the formulas of the engine's conformance table (`npm run record:conformance`).
 * The fixture holds sheets, formulas and the recorded values; a test compares the engine with them.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";

const FIXTURE = "test/fixtures/engine/conformance.json";
type Input = string | number | boolean | null;
interface Fixture {
  readonly sheets: Readonly<Record<string, readonly (readonly Input[])[]>>;
  readonly formulas: readonly string[];
  recorded?: Record<string, Input | { readonly error: string }>;
  readonly note?: string;
}

/** Functions that a file must name with a prefix, or LibreOffice reads #NAME?. */
const PREFIXED = [
  "STDEV.S",
  "STDEV.P",
  "VAR.S",
  "VAR.P",
  "COVARIANCE.P",
  "PERCENTILE.INC",
  "QUARTILE.INC",
  "RANK.EQ",
  "RANK.AVG",
  "IFNA",
  "XOR",
  "DAYS",
];
const inFile = (formula: string): string =>
  PREFIXED.reduce(
    (text, name) => text.replaceAll(new RegExp(`(?<![\\w.])${name.replace(".", "\\.")}\\(`, "g"), `_xlfn.${name}(`),
    formula.slice(1),
  );

const cellValue = (input: Input): ExcelJS.CellValue =>
  typeof input === "string" && input.startsWith("=") ? { formula: inFile(input), date1904: false } : input;

async function record(): Promise<void> {
  const fixture = JSON.parse(fs.readFileSync(FIXTURE, "utf8")) as Fixture;
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(fixture.sheets)) {
    const sheet = workbook.addWorksheet(name);
    rows.forEach((row, r) => {
      row.forEach((input, c) => {
        if (input !== null) sheet.getCell(r + 1, c + 1).value = cellValue(input);
      });
    });
  }
  const table = workbook.addWorksheet("T");
  fixture.formulas.forEach((formula, i) => {
    table.getCell(i + 1, 1).value = cellValue(formula);
  });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "evenhand-conformance-"));
  await workbook.xlsx.writeFile(path.join(folder, "in.xlsx"));
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      path.join(folder, "out"),
      path.join(folder, "in.xlsx"),
    ],
    { stdio: "ignore" },
  );
  const back = new ExcelJS.Workbook();
  await back.xlsx.readFile(path.join(folder, "out", "in.xlsx"));
  const results = back.getWorksheet("T");
  const recorded: NonNullable<Fixture["recorded"]> = {};
  fixture.formulas.forEach((formula, i) => {
    recorded[formula] = resultOf(results?.getCell(i + 1, 1));
  });
  fs.writeFileSync(FIXTURE, `${JSON.stringify({ ...fixture, recorded }, null, 1)}\n`);
  fs.rmSync(folder, { recursive: true, force: true });
  console.log(`${String(fixture.formulas.length)} formulas recorded`);
}

/** Days from serial 0 of the 1900 system, for cells that ExcelJS hands over as dates. */
const serial = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

function resultOf(cell: ExcelJS.Cell | undefined): Input | { readonly error: string } {
  const raw = cell?.result ?? (typeof cell?.value === "object" && cell.value !== null ? "" : (cell?.value ?? ""));
  const value: unknown = raw;
  if (value instanceof Date) return serial(value);
  if (typeof value === "object" && value !== null && "error" in value) return { error: String(value.error) };
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";
}

void record();
