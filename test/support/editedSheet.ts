/** A sheet that can be changed as a person changes it; every cell knows where it stood at first, so that readings can be compared. */
import { cellAddress, columnName } from "../../src/core/model/a1";
import type { BlockJudgement } from "../../src/core/assessment";
import { assessSheet } from "../../src/core/assessSheet";
import type { CellValue, SnapshotSheet } from "../../src/core/recognise/snapshot";

export interface EditedCell {
  value: CellValue;
  formula: string;
  /** Its first address; null for what was added. */
  readonly id: string | null;
}
interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}
const EMPTY: EditedCell = { value: "", formula: "", id: null };
export const added = (value: CellValue): EditedCell => ({ value, formula: "", id: null });

const numberOf = (letters: string): number =>
  Array.from(letters).reduce((all, letter) => all * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A formula with every cell that it names moved. */
function withMoved(formula: string, row: (at: number) => number, column: (at: number) => number): string {
  return formula.replace(
    /(?<![A-Za-z_.!"])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(])/g,
    (_, a: string, letters: string, b: string, digits: string) =>
      `${a}${columnName(column(numberOf(letters)))}${b}${String(row(Number(digits) - 1) + 1)}`,
  );
}

export class EditedSheet {
  private constructor(
    readonly cells: EditedCell[][],
    readonly merges: Area[],
  ) {}

  static of(sheet: SnapshotSheet): EditedSheet {
    const cells = sheet.values.map((row, r) =>
      row.map((value, c): EditedCell => ({
        value,
        formula: sheet.formulas.get(c)?.[r] ?? "",
        id: value === "" ? null : cellAddress(r, c),
      })),
    );
    return new EditedSheet(
      cells,
      sheet.merges.map((area) => ({ ...area })),
    );
  }
  copy(): EditedSheet {
    return new EditedSheet(
      this.cells.map((row) => row.map((cell) => ({ ...cell }))),
      this.merges.map((area) => ({ ...area })),
    );
  }
  get width(): number {
    return Math.max(0, ...this.cells.map((row) => row.length));
  }
  get hasFormulas(): boolean {
    return this.cells.some((row) => row.some(({ formula }) => formula !== ""));
  }
  get isChinese(): boolean {
    return this.cells.some((row) =>
      row.some(({ value }) => typeof value === "string" && /[\u4e00-\u9fff]/.test(value)),
    );
  }
  at(row: number, column: number): EditedCell {
    return this.cells[row]?.[column] ?? EMPTY;
  }
  place(id: string): { readonly row: number; readonly column: number } | null {
    for (const [row, cells] of this.cells.entries()) {
      const column = cells.findIndex((cell) => cell.id === id);
      if (column >= 0) return { row, column };
    }
    return null;
  }
  put(row: number, column: number, cell: EditedCell): void {
    while (this.cells.length <= row) this.cells.push([]);
    const own = this.cells[row] ?? [];
    while (own.length <= column) own.push({ ...EMPTY });
    own[column] = cell;
  }
  insertRows(at: number, rows: readonly (readonly CellValue[])[]): void {
    const { length } = rows;
    this.move(
      (row) => (row >= at ? row + length : row),
      (column) => column,
    );
    for (const area of this.merges)
      if (area.row >= at) area.row += length;
      else if (area.row + area.rows > at) area.rows += length;
    this.cells.splice(at, 0, ...rows.map((row) => row.map(added)));
  }
  insertColumn(at: number, fill: (row: number) => CellValue): void {
    this.move(
      (row) => row,
      (column) => (column >= at ? column + 1 : column),
    );
    for (const area of this.merges)
      if (area.column >= at) area.column += 1;
      else if (area.column + area.columns > at) area.columns += 1;
    for (const [row, own] of this.cells.entries()) {
      while (own.length < at) own.push({ ...EMPTY });
      own.splice(at, 0, added(fill(row)));
    }
  }
  private move(row: (at: number) => number, column: (at: number) => number): void {
    for (const own of this.cells)
      for (const cell of own) if (cell.formula !== "") cell.formula = withMoved(cell.formula, row, column);
  }
  toSheet(): SnapshotSheet {
    const { width } = this;
    const rows = this.cells.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? EMPTY));
    const formulas = new Map<number, readonly string[]>();
    for (let c = 0; c < width; c += 1) {
      const texts = rows.map((row) => row[c]?.formula ?? "");
      if (texts.some((text) => text !== "")) formulas.set(c, texts);
    }
    return {
      name: "Sheet1",
      visible: true,
      isProtected: false,
      used: { row: 0, column: 0, rows: rows.length, columns: width },
      values: rows.map((row) => row.map(({ value }) => value)),
      formulas,
      numberFormats: Array.from({ length: width }, () => "General"),
      merges: this.merges,
      hiddenRows: [],
      hiddenColumns: [],
      isFiltered: false,
      tables: [],
    };
  }
}

/** What was read of a block, by the first addresses of its cells. */
export interface Read {
  readonly kind: string;
  readonly sum: number | null;
  /** Role → first addresses; "+" for cells that were added. */
  readonly roles: ReadonlyMap<string, ReadonlySet<string>>;
  /** First score of somebody → total and rank. */
  readonly results: ReadonlyMap<string, string>;
  readonly findings: ReadonlySet<string>;
}

function readOf(sheet: EditedSheet, { reading, results, differences, findings }: BlockJudgement): Read {
  const { understood, weights, refusal } = reading;
  const idOf = (row: number, column: number): string => sheet.at(row, column).id ?? "+";
  const roles = new Map<string, ReadonlySet<string>>();
  for (const [role, rects] of Object.entries(understood.roles)) {
    const ids = new Set<string>();
    for (const { row, column, rows, columns } of rects)
      for (let r = row; r < row + rows; r += 1)
        for (let c = column; c < column + columns; c += 1) if (sheet.at(r, c).value !== "") ids.add(idOf(r, c));
    if (ids.size > 0) roles.set(role, ids);
  }
  const totals = results.map(({ total, rank, name }, i): [string, string] => {
    const cell = understood.subjects[i]?.scores.find((score) => score !== null);
    const rounded = total === null ? "none" : total.toFixed(6);
    return [cell == null ? name : idOf(cell.row, cell.column), `${rounded} ${String(rank)}`];
  });
  const alarms = findings.filter(({ severity }) => severity !== "note");
  return {
    kind: `${understood.layout} ${refusal ?? "read"} ${weights.family}`,
    sum: weights.sum,
    roles,
    results: new Map(totals),
    findings: new Set([
      ...alarms.map(({ rule, location: { rect } }) => `${rule} ${idOf(rect.row, rect.column)}`),
      ...differences.map(({ mistake, cell: { rect } }) => `${mistake} ${idOf(rect.row, rect.column)}`),
    ]),
  };
}

/** The blocks of a sheet, as they were read; lists that are no scorecards are none. */
export const readEdited = (sheet: EditedSheet): readonly Read[] =>
  assessSheet(sheet.toSheet(), {})
    .blocks.filter(({ reading }) => reading.refusal !== "notAScorecard")
    .map((block) => readOf(sheet, block));
