/** Changes to a sheet that leave its meaning as it is: what is read must stay the same, apart from where it stands. */
import type { CellValue } from "../../src/core/recognise/snapshot";
import { plainText } from "../../src/core/recognise/grid";
import { DICTIONARY, type SheetRole } from "../../src/core/recognise/blocks/dictionary";
import { hear } from "../../src/core/recognise/blocks/lexicon";
import { EditedSheet, added, type Read } from "./editedSheet";

/** 0 ≤ number < 1. */
export type Random = () => number;
/** The changed sheet; null where the change has nothing to change. */
export type Change = (sheet: EditedSheet, read: readonly Read[], random: Random) => EditedSheet | null;
type Lines = readonly (readonly CellValue[])[];
type InTwo = readonly [english: Lines, chinese: Lines];

const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
const linesFor = (sheet: EditedSheet, [english, chinese]: InTwo): Lines => (sheet.isChinese ? chinese : english);

const above =
  (lines: InTwo): Change =>
  (sheet) => {
    const edited = sheet.copy();
    edited.insertRows(0, linesFor(sheet, lines));
    return edited;
  };
const putAt = (sheet: EditedSheet, row: number, column: number, lines: Lines): EditedSheet => {
  const edited = sheet.copy();
  for (const [r, line] of lines.entries())
    for (const [c, value] of line.entries()) if (value !== "") edited.put(row + r, column + c, added(value));
  return edited;
};
const below =
  (gap: number, lines: InTwo): Change =>
  (sheet) =>
    putAt(sheet, sheet.cells.length + gap, 0, linesFor(sheet, lines));
const beside =
  (gap: number, lines: InTwo): Change =>
  (sheet) =>
    putAt(sheet, 0, sheet.width + gap, linesFor(sheet, lines));

const LEVELS: InTwo = [
  [
    [5, "Excellent"],
    [4, "Good"],
    [3, "Satisfactory"],
    [2, "Needs improvement"],
    [1, "Poor"],
  ],
  [
    [5, "优秀"],
    [4, "良好"],
    [3, "合格"],
    [2, "待改进"],
    [1, "不合格"],
  ],
];
const under = (english: readonly CellValue[], chinese: readonly CellValue[], [a, b]: InTwo): InTwo => [
  [english, ...a],
  [chinese, ...b],
];
const LEVEL_LINES: InTwo = [
  LEVELS[0].map(([points = "", word = ""]) => [`${plainText(points)} = ${plainText(word)}`]),
  LEVELS[1].map(([points = "", word = ""]) => [`${plainText(points)} = ${plainText(word)}`]),
];
const BANDS: Lines = [
  ["A", 90],
  ["B", 80],
  ["C", 70],
  ["D", 0],
];
const DEPARTMENTS: InTwo = [
  [
    ["Department", "Headcount"],
    ["Sales", 12],
    ["Production", 30],
    ["People", 4],
  ],
  [
    ["部门", "人数"],
    ["销售部", 12],
    ["生产部", 30],
    ["人事部", 4],
  ],
];
const ATTENDANCE: InTwo = [
  [
    ["Name", "Days present", "Days absent"],
    ["Person X", 20, 1],
    ["Person Y", 21, 0],
  ],
  [
    ["姓名", "出勤天数", "请假天数"],
    ["员工X", 20, 1],
    ["员工Y", 21, 0],
  ],
];

/** Roles whose cells are names or numbers of the sheet's own, and no words for roles. */
const NAMED = ["person", "criterion", "group", "evidence", "score", "id", "band", "rater", "period"] as const;
const WORDS: readonly SheetRole[] = [
  "person",
  "weight",
  "total",
  "rank",
  "criterion",
  "score",
  "target",
  "actual",
  "weighted",
];
/** Other words for weights say that their sum means nothing; "points" are scores and full marks. */
const OTHERWISE =
  /import|重要|wichtig|relevan|pentin|значим|важн|الاهمية|اهمیت|^(points?|pts|marks?|puntos|pontos|punkte|poin|điểm|баллы?|分数|分值)$/i;

/** Every word for one role replaced, the same by the same. */
function withWords(sheet: EditedSheet, read: readonly Read[], other: (text: string, role: SheetRole) => string | null) {
  const edited = sheet.copy();
  const own = new Set(read.flatMap(({ roles }) => NAMED.flatMap((role) => [...(roles.get(role) ?? [])])));
  const names = new Set<string>();
  for (const row of edited.cells)
    for (const { id, value } of row) if (id !== null && own.has(id)) names.add(plainText(value));
  let changed = 0;
  for (const row of edited.cells)
    for (const cell of row) {
      const text = plainText(cell.value);
      if (typeof cell.value !== "string" || cell.id === null || cell.formula !== "" || names.has(text)) continue;
      const { roles, sure } = hear(text);
      const [role] = roles;
      if (sure < 1 || roles.length !== 1 || role === undefined || !WORDS.includes(role)) continue;
      const next = OTHERWISE.test(text) || !/\p{L}/u.test(text) ? null : other(cell.value, role);
      if (next === null || next === cell.value) continue;
      cell.value = next;
      changed += 1;
    }
  return changed === 0 ? null : edited;
}
const written =
  (other: (text: string) => string | null): Change =>
  (sheet, read) =>
    withWords(sheet, read, other);

function synonyms(role: SheetRole, language: string): readonly string[] {
  const lists: Readonly<Record<string, string | undefined>> = DICTIONARY[role];
  return (lists[language] ?? "").split("|").filter((word) => {
    const { roles, sure } = hear(word);
    return word.length > 1 && /\p{L}/u.test(word) && roles.length === 1 && sure === 1 && !OTHERWISE.test(word);
  });
}
const inWordsOf =
  (language: string): Change =>
  (sheet, read, random) => {
    const known = new Map<string, string | null>();
    return withWords(sheet, read, (text, role) => {
      const next = known.get(text) ?? pick(random, synonyms(role, language)) ?? null;
      known.set(text, next);
      return next;
    });
  };

const placesOf = (sheet: EditedSheet, read: Read, role: string) =>
  [...(read.roles.get(role) ?? [])].flatMap((id) => sheet.place(id) ?? []);

interface Table {
  readonly names: readonly { readonly row: number; readonly column: number }[];
  readonly header: number;
  readonly left: number;
}
/** The one table of a sheet with names in rows of one column, under a header; null for any other sheet. */
function tableOf(sheet: EditedSheet, read: readonly Read[], isOfPeople: boolean): Table | null {
  const [one, other] = read;
  if (one === undefined || other !== undefined) return null;
  const isMatrix = one.kind.startsWith("matrix");
  if (isOfPeople ? !isMatrix : !/^(matrix|form|transposed|balanced)/.test(one.kind)) return null;
  const names = placesOf(sheet, one, isMatrix ? "person" : "criterion");
  const [first] = names;
  if (first === undefined || names.some(({ column }) => column !== first.column)) return null;
  const words = ["person", "criterion", "alternative", "id"];
  const isHeader = (row: number): boolean =>
    (sheet.cells[row] ?? []).some(({ value }) => {
      const text = plainText(value);
      return typeof value === "string" && text !== "" && hear(text).roles.some((role) => words.includes(role));
    });
  const header = [1, 2, 3, 4].map((up) => first.row - up).find((row) => row >= 0 && isHeader(row));
  const all = [...one.roles.keys()].flatMap((role) => placesOf(sheet, one, role));
  return header === undefined ? null : { names, header, left: Math.min(...all.map(({ column }) => column)) };
}

type Where = "front" | "after names" | "end";
/** A column of a person's or a criterion's own beside the scores. */
function column(
  where: Where,
  heads: readonly [string, string],
  value: (i: number) => CellValue,
  isOfPeople = true,
): Change {
  return (sheet, read) => {
    const table = tableOf(sheet, read, isOfPeople);
    if (table === null) return null;
    const { names, header, left } = table;
    const at = where === "front" ? left : where === "end" ? sheet.width : (names[0]?.column ?? 0) + 1;
    const isCut = sheet.merges.some((area) => area.column < at && area.column + area.columns > at);
    if (isCut) return null;
    const edited = sheet.copy();
    const rows = names.map(({ row }) => row);
    edited.insertColumn(at, (row) => {
      if (row === header) return heads[sheet.isChinese ? 1 : 0];
      return rows.includes(row) ? value(rows.indexOf(row)) : "";
    });
    return edited;
  };
}

/** Rows of a matrix without formulas or merged cells in another order. */
const peopleTurned: Change = (sheet, read) => {
  const table = tableOf(sheet, read, true);
  if (table === null || sheet.hasFormulas || sheet.merges.length > 0) return null;
  const rows = table.names.map(({ row }) => row);
  if (rows.some((row, i) => row !== (rows[0] ?? 0) + i)) return null;
  // Weights that stand in every row are named by the first one, and findings about all by the first person.
  const [one] = read;
  const weights = one === undefined ? [] : placesOf(sheet, one, "weight");
  if (one === undefined || one.findings.size > 0 || weights.some(({ row }) => rows.includes(row))) return null;
  // What stands beside the people in their rows is not theirs.
  const own = new Set([...one.roles.keys()].flatMap((role) => placesOf(sheet, one, role)).map((place) => place.column));
  if (rows.some((row) => sheet.cells[row]?.some(({ value }, at) => value !== "" && !own.has(at)) === true)) return null;
  const edited = sheet.copy();
  const turned = rows.map((row) => edited.cells[row] ?? []).reverse();
  for (const [i, row] of rows.entries()) edited.cells[row] = turned[i] ?? [];
  return edited;
};

/** Weights of a sheet without formulas, written otherwise. */
const weightsAs =
  (kind: RegExp, next: (weight: number) => CellValue): Change =>
  (sheet, read) => {
    const [one, other] = read;
    if (one === undefined || other !== undefined || !kind.test(one.kind) || sheet.hasFormulas) return null;
    const edited = sheet.copy();
    for (const { row, column: at } of placesOf(edited, one, "weight")) {
      const cell = edited.at(row, at);
      if (typeof cell.value !== "number") return null;
      cell.value = next(cell.value);
    }
    return edited;
  };

const both = (...lines: Lines): InTwo => [lines, lines];
const LANGUAGES = ["en", "zh", "es", "pt", "de", "fr", "id", "vi", "ru", "ar", "fa", "tr", "nl"] as const;

/** Changes by name. */
export const CHANGES: Readonly<Record<string, Change>> = {
  "three rows above": above(both([], [], [])),
  "a title": above(both(["Performance review 2026"])),
  "three titles": above(both(["Example Company Ltd"], ["Human Resources"], ["Annual appraisal 2026"], [])),
  "labels above": above([
    [["Department: Sales", "", "Period: Q1 2026"], []],
    [["部门：销售部", "", "考核周期：2026年1月"], []],
  ]),
  "labels in cells above": above([
    [["Department", "Sales", "Review period", "Q1 2026"], []],
    [["部门", "销售部", "考核周期", "2026年1月"], []],
  ]),
  "a date above": above(both(["Date", 46_023], [])),
  "instructions above": above([
    [["Please score every criterion with care. Scores are given by the line manager."], []],
    [["说明：请按照评分标准为每项指标打分，评分范围为0-100分。"], []],
  ]),
  "a column on the left": (sheet) => {
    const edited = sheet.copy();
    edited.insertColumn(0, () => "");
    return edited;
  },
  "a merged title": (sheet) => {
    const edited = sheet.copy();
    edited.insertRows(0, [["KPI scorecard"], []]);
    edited.merges.push({ row: 0, column: 0, rows: 2, columns: Math.max(2, sheet.width) });
    return edited;
  },
  "notes below": below(2, [
    [["Notes:"], ["1. Scores are given by the line manager."], ["2. The total is the weighted sum."]],
    [["备注："], ["1. 评分由直属上级完成。"], ["2. 总分为各项加权之和。"]],
  ]),
  "signatures below": below(1, [
    [["Employee signature: ________", "", "Date: ________"]],
    [
      ["被考核人签字：", "", "日期："],
      ["考核人签字：", "", "日期："],
    ],
  ]),
  "signatures in cells below": below(1, [
    [["Prepared by", "Person X", "Approved by", "Person Y"]],
    [["制表", "员工X", "审核", "员工Y"]],
  ]),
  "a date below": below(1, both(["Date", 46_023])),
  "a key below": below(1, under(["Rating scale"], ["评分标准"], LEVELS)),
  "a key in a table below": below(2, under(["Score", "Meaning"], ["分数", "说明"], LEVELS)),
  "a key in one cell a level below": below(1, under(["Key:"], ["评分标准："], LEVEL_LINES)),
  "a key beside": beside(1, under(["Rating scale"], ["评分标准"], LEVELS)),
  "a key in a table beside": beside(1, under(["Score", "Meaning"], ["分数", "说明"], LEVELS)),
  "bands beside": beside(2, under(["Grade", "From"], ["等级", "分数段"], [BANDS, BANDS])),
  "departments below": below(3, DEPARTMENTS),
  "departments beside": beside(2, DEPARTMENTS),
  "attendance below": below(3, ATTENDANCE),
  ...Object.fromEntries(LANGUAGES.map((language) => [`words in ${language}`, inWordsOf(language)])),
  "words in capitals": written((text) => text.toUpperCase()),
  "words with a colon": written((text) => (/[:：]$/.test(text) ? null : `${text}：`)),
  "words with blanks": written((text) => ` ${text}  `),
  "words over two lines": written((text) => (text.includes(" ") ? text.replace(" ", "\n") : null)),
  "Chinese words with blanks": written((text) =>
    /^[\u4e00-\u9fff]{2,4}$/.test(text) ? Array.from(text).join(" ") : null,
  ),
  "words with a footnote": written((text) => `${text} (1)`),
  "a department": column("after names", ["Department", "部门"], (i) => (i % 2 === 0 ? "Sales" : "Production")),
  "a post": column("after names", ["Position", "岗位"], () => "Clerk"),
  "a date of joining": column("after names", ["Date of joining", "入职日期"], (i) => 43_000 + i * 91),
  "a telephone number": column("after names", ["Phone", "联系电话"], (i) => 13_800_000_000 + i * 1_234_567),
  "a salary": column("end", ["Salary", "工资"], (i) => 5000 + i * 130),
  "a date at the end": column("end", ["Date", "日期"], (i) => 46_000 + i, false),
  "empty remarks": column("end", ["Remarks", "备注"], () => "", false),
  "people turned round": peopleTurned,
  "weights as per cent in texts": weightsAs(/percent$/, (weight) => `${String(weight)}%`),
  "weights with a comma": weightsAs(/fraction$/, (weight) => String(weight).replace(".", ",")),
};
