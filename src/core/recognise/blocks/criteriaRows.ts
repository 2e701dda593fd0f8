/** Blocks with criteria in rows: forms, alternatives across (one to five columns each), rubrics, scorecards, periods. */
import type { Rect } from "../../model/a1";
import type { Grid } from "../grid";
import type { SnapshotSheet } from "../snapshot";
import { holdsScores, isNumeric, isSummaryLabel, isTextual, mergedText, plays, type Column } from "./columns";
import { factsOf, type CellRef } from "./formulaFacts";
import { isPeriod, says } from "./lexicon";
import type { BlockRole, Item, Layout, Subject, Understood } from "./model";
import { cellNumber } from "./numbers";
import { columnRects, rowRects } from "./rects";
import type { Region } from "./regions";

/** One alternative, or the one person of a form: where its ratings, weighted values, targets and actuals stand. */
interface Group {
  readonly label: string;
  readonly cell: CellRef;
  readonly score: Column;
  readonly weighted: Column | null;
  readonly target: Column | null;
  readonly isAttainment: boolean;
}

/** Label lines above a form ("Name: Person A", "姓名 | 员工A") tell whose it is. */
function personAbove(grid: Grid, region: Region): { label: string; cell: CellRef } | null {
  for (let row = Math.max(grid.top, region.top - 12); row < region.top; row += 1)
    for (const column of grid.columns) {
      const text = grid.text(row, column);
      const [key, value] = text.split(/[:：]/);
      if (key === undefined || !says(key, "person", 0.8)) continue;
      if (value !== undefined && value.trim() !== "") return { label: value.trim(), cell: { row, column } };
      for (let next = column + 1; next <= Math.min(grid.right, column + 3); next += 1) {
        const name = grid.text(row, next);
        if (name !== "" && !says(name, "department", 0.8)) return { label: name, cell: { row, column: next } };
      }
    }
  return null;
}

/** "Applicant #1 Rating", "Applicant #1 Outcome" → "Applicant #1"; the merged header above; else the header itself. */
function ownerOf(column: Column): string {
  if (column.parent !== "") return column.parent;
  const words = column.header.split(" ");
  return words.length > 1 && column.sure === 0.6 ? words.slice(0, -1).join(" ") : "";
}

const isScoreRole = (column: Column): boolean => plays(column, "score") || plays(column, "actual");

function formGroup(grid: Grid, region: Region, columns: readonly Column[]): Group[] {
  const numeric = columns.filter(isNumeric);
  const find = (role: "score" | "actual" | "target" | "weighted" | "total"): Column | undefined =>
    numeric.find((c) => plays(c, role) && c.sure >= 0.6 && !(role === "target" && plays(c, "score")));
  const weighted = find("weighted") ?? null;
  const scores = numeric.filter((c) => plays(c, "score") && c !== weighted && !plays(c, "maximum"));
  // Where self and leader both score, the last one counts.
  const score = scores.at(-1) ?? (weighted === null ? find("actual") : undefined) ?? find("actual") ?? find("total");
  if (score === undefined) return [];
  const target = find("target") ?? null;
  const isAttainment = plays(score, "actual") && !plays(score, "score") && target !== null;
  const who = personAbove(grid, region) ?? { label: grid.name, cell: { row: score.headerRow, column: score.column } };
  return [{ ...who, score, weighted, target, isAttainment }];
}

function groupsOf(grid: Grid, region: Region, columns: readonly Column[]): Group[] {
  const owners = new Map<string, Column[]>();
  for (const column of columns) {
    const owner = ownerOf(column);
    if (owner !== "" && (isNumeric(column) || isScoreRole(column)))
      owners.set(owner, [...(owners.get(owner) ?? []), column]);
  }
  const several = [...owners].filter(([, own]) => own.some((c) => isScoreRole(c) || holdsScores(c)));
  if (several.length >= 2 && several.some(([, own]) => own.length >= 2 || isScoreRole(own[0] ?? never())))
    return several.flatMap(([label, own]): Group[] => {
      const score = own.find(isScoreRole) ?? own.find(holdsScores);
      if (score === undefined) return [];
      const weighted =
        own.find((c) => c !== score && (plays(c, "weighted") || plays(c, "total"))) ??
        own.find((c) => c !== score && isNumeric(c)) ??
        null;
      return [
        {
          label,
          cell: { row: score.parent === "" ? score.headerRow : region.top, column: score.column },
          score,
          weighted,
          target: null,
          isAttainment: false,
        },
      ];
    });
  const plain = columns.filter((c) => holdsScores(c) && !isScoreRole(c) && !plays(c, "criterion"));
  if (plain.length >= 2 || !columns.some((c) => isScoreRole(c) && isNumeric(c)))
    return plain.map((c) => ({
      label: c.header,
      cell: { row: c.headerRow, column: c.column },
      score: c,
      weighted: null,
      target: null,
      isAttainment: false,
    }));
  return formGroup(grid, region, columns);
}

const never = (): Column => ({
  column: 0,
  header: "",
  headerRow: 0,
  parent: "",
  roles: [],
  sure: 0,
  numbers: 0,
  texts: 0,
  distinct: 0,
  longest: 0,
});

/** Rows that add up others: by a SUM or AVERAGE down a column, else by their label. */
function addsUp(grid: Grid, row: number, columns: readonly Column[]): boolean {
  return columns.some(({ column }) => {
    const formula = grid.formula(row, column);
    if (formula === "") return false;
    const { functions, references } = factsOf(formula);
    return (
      functions.some((name) => /^(SUM|AVERAGE|SUMPRODUCT|MAX|MIN|SUBTOTAL)$/.test(name)) &&
      references.some((rect) => rect.rows >= 2 && rect.row + rect.rows - 1 < row)
    );
  });
}

interface Rows {
  readonly items: readonly number[];
  readonly summaries: readonly number[];
  readonly sections: ReadonlyMap<number, string>;
}
function sortRows(
  grid: Grid,
  sheet: SnapshotSheet,
  region: Region,
  label: Column,
  columns: readonly Column[],
  weight: Column | undefined,
  groups: readonly Group[],
): Rows {
  const [items, summaries]: [number[], number[]] = [[], []];
  const sections = new Map<number, string>();
  let section = "";
  const scoreColumns = groups.flatMap(({ score, weighted }) => (weighted === null ? [score] : [score, weighted]));
  for (let row = (region.headerRows.at(-1) ?? region.top) + 1; row <= region.bottom; row += 1) {
    const text = grid.text(row, label.column);
    const first =
      columns.map(({ column }) => grid.text(row, column)).find((cell) => cell !== "" && cellNumber(cell) === null) ??
      "";
    const said = text === "" ? first : text;
    const hasWeight = weight !== undefined && cellNumber(grid.at(row, weight.column)) !== null;
    const hasScore = scoreColumns.some(({ column }) => !grid.blank(row, column));
    const rank = says(said, "rank", 0.8) || says(first, "rank", 1);
    if (
      isSummaryLabel(said) ||
      isSummaryLabel(first) ||
      rank ||
      addsUp(grid, row, [...scoreColumns, ...(weight === undefined ? [] : [weight])])
    )
      summaries.push(row);
    else if (text !== "" && (hasWeight || hasScore || groups.length === 0)) {
      items.push(row);
      sections.set(row, section);
    } else if (
      text !== "" &&
      !hasWeight &&
      !hasScore &&
      weight !== undefined &&
      mergedText(grid, sheet, row, weight.column) !== ""
    ) {
      items.push(row);
      sections.set(row, section);
    } else if (said !== "" && said.length <= 40) section = said;
  }
  return { items, summaries, sections };
}

/** Weights of the rows; one merged over several rows is shared out among them. */
function itemWeights(
  grid: Grid,
  sheet: SnapshotSheet,
  rows: readonly number[],
  weight: Column | undefined,
): Item["weight"][] {
  return rows.map((row) => {
    if (weight === undefined) return { value: null, raw: "", cell: null };
    const area = sheet.merges.find(
      (rect) => rect.column === weight.column && row >= rect.row && row < rect.row + rect.rows && rect.rows > 1,
    );
    const at = area?.row ?? row;
    const raw = grid.at(at, weight.column);
    const value = cellNumber(raw);
    const sharing =
      area === undefined ? 1 : rows.filter((other) => other >= area.row && other < area.row + area.rows).length;
    return { value: value === null ? null : value / sharing, raw, cell: { row: at, column: weight.column } };
  });
}

/** Weights that the formulas of a weighted column multiply with, where no column says so. */
function hiddenWeights(grid: Grid, rows: readonly number[], groups: readonly Group[]): Item["weight"][] | null {
  const found = rows.map((row): Item["weight"] | null => {
    for (const { score, weighted } of groups) {
      const facts = factsOf(weighted === null ? "" : grid.formula(row, weighted.column));
      const scaled = facts.scaled.find(({ cell }) => cell.row === row && cell.column === score.column);
      if (scaled !== undefined) return { value: scaled.by, raw: scaled.by, cell: null };
      const pair = facts.products.find((cells) => cells.some(({ column }) => column === score.column));
      const other = pair?.find(({ column }) => column !== score.column);
      if (other !== undefined)
        return {
          value: cellNumber(grid.at(other.row, other.column)),
          raw: grid.at(other.row, other.column),
          cell: other,
        };
    }
    return null;
  });
  const weights = found.flatMap((weight) => weight ?? []);
  return weights.length === rows.length && rows.length > 1 ? weights : null;
}

const BSC =
  /financ|customer|client|internal|intern|learning|growth|aprend|cliente|kunde|prozess|processus|财务|客户|内部|学习|成长|keuangan|pelanggan|tai chinh|khach hang/i;

function layoutOf(
  grid: Grid,
  rows: Rows,
  groups: readonly Group[],
  columns: readonly Column[],
  group: Column | undefined,
): Layout {
  const texts = rows.items.map((row) => (group === undefined ? "" : grid.text(row, group.column)));
  const names = new Set([...texts, ...rows.sections.values()].filter((text) => BSC.test(text)));
  if (names.size >= 3) return "balanced-scorecard";
  if (columns.filter(({ header, parent }) => isPeriod(header) || isPeriod(parent)).length >= 2) return "periods";
  if (isRubric(columns)) return "rubric";
  return groups.length > 1 ? "transposed" : "form";
}

/** Level columns: numbers as headers, or three and more columns of texts or ticks. */
function isRubric(columns: readonly Column[]): boolean {
  const numbered = columns.filter(({ header }) => /^\d{1,2}$/.test(header)).length;
  const described = columns.filter((c) => isTextual(c) && c.roles.length === 0 && c.numbers === 0).length;
  return numbered >= 3 || described >= 3;
}

/** The cell of a rank or total row in the subject's own column. */
function summaryCell(
  grid: Grid,
  rows: readonly number[],
  group: Group,
  left: readonly Column[],
  wanted: "total" | "rank",
): CellRef | null {
  const own = group.weighted === null ? [group.score] : [group.weighted, group.score];
  for (const row of wanted === "total" ? [...rows].reverse() : rows) {
    const label =
      left.map(({ column }) => grid.text(row, column)).find((text) => text !== "" && cellNumber(text) === null) ?? "";
    const fits =
      wanted === "rank" ? says(label, "rank", 0.8) : says(label, "total", 0.6) && !/sub|小计|zwischen/i.test(label);
    const at = own.find(({ column }) => cellNumber(grid.at(row, column)) !== null);
    if (fits && at !== undefined) return { row, column: at.column };
  }
  return null;
}

/** Reads a block whose rows are criteria; `label` is their column. */
export function readCriteriaRows(
  grid: Grid,
  sheet: SnapshotSheet,
  region: Region,
  columns: readonly Column[],
  label: Column,
): Understood {
  const weight =
    columns.find((c) => plays(c, "weight") && isNumeric(c)) ?? columns.find((c) => plays(c, "maximum") && isNumeric(c));
  const right = columns.filter((c) => c.column > label.column && c !== weight);
  const groups = groupsOf(grid, region, right);
  const rows = sortRows(grid, sheet, region, label, columns, weight, groups);
  const group = columns.find((c) => c !== label && c.column < label.column && (plays(c, "group") || isTextual(c)));
  const layout = layoutOf(grid, rows, groups, right, group);
  const hidden = weight === undefined ? hiddenWeights(grid, rows.items, groups) : null;
  const weights = hidden ?? itemWeights(grid, sheet, rows.items, weight);
  const targets = columns.filter((c) => plays(c, "target"));
  const items = rows.items.map((row, i): Item => ({
    name: grid.text(row, label.column),
    cell: { row, column: label.column },
    group: (group === undefined ? "" : mergedText(grid, sheet, row, group.column)) || (rows.sections.get(row) ?? ""),
    weight: weights[i] ?? { value: null, raw: "", cell: null },
    lower: targets.some(({ column }) => /^\s*(≤|<)/.test(grid.text(row, column).normalize("NFKC"))),
  }));
  const left = columns.filter(({ column }) => column < (groups[0]?.score.column ?? Infinity));
  const subjects = groups.map((g): Subject => ({
    label: g.label,
    cell: g.cell,
    scores: rows.items.map((row) => ({ row, column: g.score.column })),
    targets:
      g.isAttainment && g.target !== null ? rows.items.map((row) => ({ row, column: g.target?.column ?? 0 })) : [],
    total: summaryCell(grid, rows.summaries, g, left, "total"),
    rank: summaryCell(grid, rows.summaries, g, left, "rank"),
  }));
  const isAttainment = groups.some((g) => g.isAttainment);
  const hasScores = subjects.some(({ scores }) =>
    scores.some((cell) => cell !== null && cellNumber(grid.at(cell.row, cell.column)) !== null),
  );
  const hasWeights = items.some((item) => item.weight.value !== null);
  const described = layout === "rubric" && !hasScores;
  const refusal = described
    ? "definitions"
    : items.length === 0
      ? "noCriteria"
      : !hasScores
        ? "noScores"
        : hasWeights
          ? null
          : "noWeights";
  const { roles, sure } = rolesOf(columns, rows.items, label, weight, group, groups, subjects, weights);
  return {
    layout,
    items,
    subjects,
    roles,
    sure,
    weightHeader: weight?.header ?? "",
    scoreKind: isAttainment ? "attainment" : "score",
    refusal,
  };
}

function rolesOf(
  columns: readonly Column[],
  rows: readonly number[],
  label: Column,
  weight: Column | undefined,
  group: Column | undefined,
  groups: readonly Group[],
  subjects: readonly Subject[],
  weights: readonly Item["weight"][],
): Pick<Understood, "roles" | "sure"> {
  const roles: Partial<Record<BlockRole, readonly Rect[]>> = {};
  const sure: Partial<Record<BlockRole, number>> = {};
  const put = (role: BlockRole, column: Column | undefined): void => {
    if (column === undefined || rows.length === 0 || roles[role] !== undefined) return;
    roles[role] = columnRects(column.column, rows);
    sure[role] = Math.max(0.5, column.sure);
  };
  put("criterion", label);
  put("weight", weight);
  put("group", group);
  const hidden = weights.flatMap(({ cell }) => cell ?? []);
  if (weight === undefined && hidden.length > 1)
    roles.weight = columnRects(
      hidden[0]?.column ?? 0,
      hidden.map(({ row }) => row),
    );
  const singles = ["id", "target", "actual", "evidence", "rater", "band"] as const;
  for (const role of singles)
    put(
      role,
      columns.find((c) => c !== label && c !== weight && plays(c, role) && c.numbers + c.texts > 0),
    );
  const [top, bottom] = [rows[0] ?? 0, rows.at(-1) ?? 0];
  const height = bottom - top + 1;
  const scores = groups.filter((g) => !g.isAttainment && !(plays(g.score, "actual") && !plays(g.score, "score")));
  if (scores.length > 0 && rows.length > 0)
    roles.score = rowRects(
      top,
      height,
      scores.map(({ score }) => score.column),
    );
  const weighted = groups.flatMap((g) => (g.weighted === null ? [] : [g.weighted.column]));
  if (weighted.length > 0 && rows.length > 0) roles.weighted = rowRects(top, height, weighted);
  const ends = (key: "total" | "rank"): void => {
    const cells = subjects.flatMap((subject) => subject[key] ?? []);
    if (cells.length > 0)
      roles[key] = rowRects(
        cells[0]?.row ?? 0,
        1,
        cells.map(({ column }) => column),
      );
  };
  ends("total");
  ends("rank");
  // The header over the scores is where a form's only subject stands, but it names nobody.
  const isNameless = groups.length === 1 && groups[0]?.cell.column === groups[0]?.score.column;
  const people = isNameless ? [] : subjects.map(({ cell }) => cell);
  if (people.length > 0)
    roles.person = rowRects(
      people[0]?.row ?? 0,
      1,
      people.map(({ column }) => column),
    );
  const periods = columns.filter(({ header, parent }) => isPeriod(header) || isPeriod(parent));
  if (periods.length >= 2)
    roles.period = rowRects(
      periods[0]?.headerRow ?? 0,
      1,
      periods.map(({ column }) => column),
    );
  return { roles, sure };
}
