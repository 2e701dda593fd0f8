/** Workbooks to try things on. "Team" is a plain sheet as people bring it: people down, KPIs across, a weight row. */
import { newWorkbookData } from "../host/model/newWorkbook";
import { cellFor } from "../host/model/cellStore";
import type { CellFormat, SheetData, WorkbookData } from "../host/model/types";

export type SampleName = "empty" | "team" | "team-zh";

interface TeamTexts {
  readonly sheet: string;
  readonly title: string;
  readonly name: string;
  readonly department: string;
  readonly weight: string;
  readonly total: string;
  readonly indicators: readonly string[];
  readonly departments: readonly string[];
  readonly person: (letter: string) => string;
}
const ENGLISH: TeamTexts = {
  sheet: "Team 2026",
  title: "Team results, first half of 2026",
  name: "Name",
  department: "Department",
  weight: "Weight",
  total: "Total",
  indicators: ["Revenue", "Customer satisfaction", "On-time delivery", "Quality", "Teamwork"],
  departments: ["Sales", "Service"],
  person: (letter) => `Person ${letter}`,
};
const CHINESE: TeamTexts = {
  sheet: "2026年团队",
  title: "2026年上半年团队业绩",
  name: "姓名",
  department: "部门",
  weight: "权重",
  total: "总分",
  indicators: ["销售额", "客户满意度", "准时交付", "质量", "团队协作"],
  departments: ["销售部", "服务部"],
  person: (letter) => `员工${letter}`,
};

/** They add up to 95 %: the check has something to find. */
const WEIGHTS = [0.3, 0.25, 0.2, 0.1, 0.1];
const SCORES: readonly (readonly (number | null)[])[] = [
  [88, 92, 75, 80, 90],
  [95, 70, 85, 78, 84],
  [62, 88, 91, 85, 77],
  [71, null, 80, 66, 92],
  [84, 79, 88, 90, 81],
  [90, 85, 73, 88, null],
  [55, 68, 72, 61, 70],
  [78, 90, 94, 82, 86],
];

const HEAD: CellFormat = { bold: true, fill: "#E7E6E6", horizontal: "Center", wrap: true };

function put(
  sheet: SheetData,
  row: number,
  column: number,
  content: string | number | null,
  format: CellFormat = {},
): void {
  const cell = cellFor(sheet, row, column);
  if (typeof content === "string" && content.startsWith("=")) cell.formula = content;
  else cell.value = content;
  cell.format = format;
}

function teamSheet(sheet: SheetData, texts: TeamTexts): void {
  const first = 2;
  const letter = (i: number): string => String.fromCharCode(65 + i);
  put(sheet, 0, 0, texts.title, { bold: true, fontSize: 14 });
  [texts.name, texts.department, ...texts.indicators, texts.total].forEach((head, column) => {
    put(sheet, 2, column, head, HEAD);
  });
  put(sheet, 3, 0, texts.weight, { italic: true });
  WEIGHTS.forEach((weight, i) => {
    put(sheet, 3, first + i, weight, { italic: true, numberFormat: "0%", horizontal: "Center" });
  });
  SCORES.forEach((scores, i) => {
    const row = 4 + i;
    put(sheet, row, 0, texts.person(letter(i)));
    put(sheet, row, 1, texts.departments[i % 2] ?? "");
    scores.forEach((score, column) => {
      put(sheet, row, first + column, score, { horizontal: "Center" });
    });
    const cells = `C${String(row + 1)}:G${String(row + 1)}`;
    put(sheet, row, 7, `=SUMPRODUCT($C$4:$G$4,${cells})`, { numberFormat: "0.0", bold: true, horizontal: "Center" });
  });
  sheet.columnWidths.set(0, 87);
  for (let column = 1; column <= 7; column += 1) sheet.columnWidths.set(column, 72);
  sheet.rowHeights.set(2, 33);
  sheet.freeze = { rows: 3, columns: 1 };
}

export function sampleWorkbook(name: SampleName): WorkbookData {
  if (name === "empty") return newWorkbookData();
  const texts = name === "team" ? ENGLISH : CHINESE;
  const data = newWorkbookData(texts.sheet);
  const [sheet] = data.sheets;
  if (sheet !== undefined) teamSheet(sheet, texts);
  return data;
}
