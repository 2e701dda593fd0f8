/**
 * The entry form of a plan: people's blocks under each other, a page each, to type into or to print and fill in by hand.
 * One table: its lines are rows of a register, the rows around them show name, total, comments and signatures. All blocks of a
 * table are equally high, so that pages still begin with a person after people come, go or are sorted.
 */
import {
  evidenceCountFormula,
  evidenceRule,
  missingRule,
  notNumberRule,
  numberOrWordRule,
  reasonRule,
  scoreFormula,
  valueFormula,
} from "../formulas/entryFormulas";
import { cellOf, numberOfId, textOfId, type Headers, type TableSource } from "../formulas/byKey";
import { cellFormula } from "../formulas/columns";
import {
  faultOnLineRule,
  FORM_PARTS,
  formCheckFormula,
  formPointsFormula,
  formTitleFormula,
  formWeightFormula,
  howScoredFormula,
  notHeadRule,
  numberOnLine,
  onLine,
  onLineRule,
  type FormPart,
} from "../formulas/formFormulas";
import { pointsFormula } from "../formulas/pageFormulas";
import {
  againstPlanFormula,
  factorFormula,
  planRowOfFormula,
  rowAttainmentFormula,
  rowCheckFormula,
  rowKeyFormula,
  shownFormula,
  targetUsedFormula,
} from "../formulas/registerFormulas";
import type { Rect } from "../model/a1";
import { without } from "../schema/fields";
import type { BuildContext, PlacedPerson } from "./context";
import {
  countedKey,
  dayRules,
  entryRegister,
  registerHeaders,
  secondColumns,
  secondRule,
  takesSecond,
  withSecondNote,
  type EntryRegister,
  type RegisterSource,
} from "./entryRegister";
import { formHeights, ROWS_AFTER } from "./formRows";
import { bodyOf, columnMaker, firstCellOf, registerSheet, type RegisterPlan } from "./registerSheet";
import { INPUT_STYLE, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellStyle, ConditionalRule, Literal, PageLayout, StyledArea, ValidationRule } from "./types";

const AT = { row: 4, column: 0 };
/** In per cent: the columns that are printed fit on A4 and on Letter across. */
const PRINT_SCALE = 70;
const PLAIN: CellStyle = { numberFormat: "General", horizontal: "Right" };
const POINTS: CellStyle = { numberFormat: "0.00" };
const BOLD: CellStyle = { font: { bold: true } };
const MUTED: CellStyle = { font: { color: "muted" } };
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left", ...MUTED };

interface FormRow {
  readonly person: PlacedPerson;
  readonly part: FormPart;
  /** Of the line, from 0; −1 in the rows around the lines. */
  readonly k: number;
}
const rowsOf = ({ people, lines }: BuildContext): readonly FormRow[] =>
  people.flatMap((person): FormRow[] => [
    { person, part: "head", k: -1 },
    ...lines.map((_, k): FormRow => ({ person, part: "line", k })),
    ...ROWS_AFTER.map((part): FormRow => ({ person, part, k: -1 })),
  ]);

/** Headers by key: those of the register, and the form's own. */
function formHeaders(context: BuildContext): Headers {
  const own = columnMaker(context.text, "form").heads(["scored", "reason", "points", "part"]);
  return { ...registerHeaders(context), ...own };
}

function formColumns(context: BuildContext, source: RegisterSource): readonly ColumnPlan<string>[] {
  const { names, text, lines, kinds } = context;
  const h = formHeaders(context);
  const make = columnMaker((key) => h[key.replace(/^col\.form\./, "")] ?? text(key), "form");
  const rows = rowsOf(context);
  const line = cellOf(h, "line");
  const evidence = {
    table: source.evidence.table,
    person: source.evidence.headers["person"] ?? "",
    indicator: source.evidence.headers["indicator"] ?? "",
    eventDate: source.evidence.headers["eventDate"] ?? "",
  };
  const results: TableSource = {
    table: names.table("Results"),
    headers: columnMaker(text, "results").heads(["id", "total", "band"]),
  };
  const number = Number(/\d+$/.exec(source.key)?.[0] ?? "1");
  // Cells to type into are tinted row by row: nothing is typed beside the name or the total.
  const input = (key: string, width: number, values: (row: FormRow) => Literal, style: CellStyle) =>
    make.label(
      key,
      width,
      rows.map((row) => values(row)),
      style,
    );
  return [
    input("person", 7, ({ person }) => person.id, MUTED),
    input("line", 6, ({ k }) => lines[k]?.id ?? "", MUTED),
    make.formula("title", 25, formTitleFormula(names, h, source), { wrap: true }),
    make.formula("unit", 11, onLine(h, textOfId(source.plan, line, "unit")), { wrap: true }),
    make.formula("weight", 8, formWeightFormula(names, h, number, numberOfId(source.plan, line, "weight")), PLAIN),
    make.formula("scored", 17, howScoredFormula(names, h, source), { wrap: true }),
    input("ownTarget", 9, () => "", PLAIN),
    make.formula("aim", 9, onLine(h, targetUsedFormula(names, kinds, h)), PLAIN),
    input("actual", 10, ({ person, k }) => person.actuals[k] ?? "", PLAIN),
    ...(takesSecond(context) ? [input("second", 10, () => "", PLAIN)] : []),
    input("reason", takesSecond(context) ? 22 : 32, () => "", { wrap: true }),
    make.formula("attainment", 10, rowAttainmentFormula(names, kinds, h), { numberFormat: "0.0%" }),
    make.formula("score", 8, scoreFormula(h["attainment"] ?? ""), POINTS),
    make.formula("points", 8, formPointsFormula(h, pointsFormula(h["weight"] ?? "", h["attainment"] ?? ""), results), {
      ...POINTS,
      ...BOLD,
    }),
    make.formula("check", 13, formCheckFormula(h, rowCheckFormula(names, h), results), BOLD),
    make.quiet("evidence", 9, onLine(h, evidenceCountFormula(names, evidence, h["person"] ?? "", line))),
    make.quiet("key", 11, rowKeyFormula(h)),
    make.quiet("planRow", 8, numberOnLine(h, planRowOfFormula(names, h))),
    make.quiet("factor", 8, factorFormula(names, kinds, h)),
    make.quiet("shown", 10, onLine(h, shownFormula(names, h))),
    ...secondColumns(context, h, (formula) => onLine(h, formula)),
    make.quiet("value", 10, valueFormula(names, kinds, h[countedKey(h)] ?? "", cellOf(h, "planRow"))),
    make.quiet("used", 10, againstPlanFormula(h)),
    make.label(
      "part",
      7,
      rows.map(({ part }) => FORM_PARTS[part]),
      { font: { color: "muted" }, numberFormat: "0" },
    ),
  ];
}

/** What stands out where it must be typed: like the cells of the matrix, on the lines alone. */
function marks(context: BuildContext, plan: RegisterPlan): readonly ConditionalRule[] {
  const { names } = context;
  const [part, actual, reason, evidence, check] = ["part", "actual", "reason", "evidence", "check"].map((key) =>
    firstCellOf(plan, key),
  ) as [string, string, string, string, string];
  const rect = bodyOf(plan, "actual");
  // The id stands on every row, for whoever looks things up; it is read beside the name.
  const people = bodyOf(plan, "person");
  const rule = (formula: ConditionalRule & { readonly kind: "formula" }): ConditionalRule => ({
    ...formula,
    formula: onLineRule(part, formula.formula),
  });
  return [
    ...dayRules(context, plan).map(rule),
    { kind: "formula", rect: people, formula: notHeadRule(part), style: { numberFormat: ";;;" } },
    {
      kind: "formula",
      rect: bodyOf(plan, "check"),
      formula: faultOnLineRule(names, part, check),
      style: { fill: "errorFill", bold: true },
    },
    rule({ kind: "formula", rect, formula: notNumberRule(names, actual), style: { fill: "errorFill", bold: true } }),
    rule({ kind: "formula", rect, formula: reasonRule(names, actual, reason), style: { fill: "warningFill" } }),
    rule({
      kind: "formula",
      rect,
      formula: evidenceRule(names, actual, evidence),
      style: { fill: "errorFill", numberFormat: '"⚠ "General' },
    }),
    rule({ kind: "formula", rect, formula: missingRule(names, actual), style: { fill: "warningFill" } }),
  ];
}

/** The looks of the blocks: name, cells to type into, total, comments, boxes to sign in. */
function blockStyles({ people, lines }: BuildContext, { columns }: TablePlacement): readonly StyledArea[] {
  const at = (key: string): number => columns.findIndex((column) => column.key === key);
  const printed = at("check") + 1;
  const height = formHeights(lines.length).length;
  return people.flatMap((_, i): StyledArea[] => {
    const head = AT.row + 1 + i * height;
    const total = head + 1 + lines.length;
    const area = (row: number, column: number, style: CellStyle, span: Partial<Rect> = {}): StyledArea => ({
      rect: { row, column, rows: 1, columns: 1, ...span },
      style,
    });
    const all = { columns: printed };
    const said = { columns: at("reason") - at("title") };
    return [
      area(head, 0, { fill: "noteFill", ...BOLD }, all),
      area(head, at("title"), { font: { bold: true, size: 14 } }),
      // A line to write on, also by hand.
      ...lines.map((_, k) => area(head + 1 + k, 0, { border: "bottom" }, all)),
      ...["ownTarget", "actual", "second", "reason"]
        .filter((key) => at(key) >= 0)
        .map((key) => area(head + 1, at(key), INPUT_STYLE, { rows: lines.length })),
      area(total, 0, { ...BOLD, fill: "noteFill" }, all),
      ...[1, 2].flatMap((k) => [
        area(total + k, at("title"), { vertical: "Top", border: "box" }, said),
        area(total + k, at("reason"), { ...INPUT_STYLE, vertical: "Top", border: "box" }),
      ]),
      ...["title", "scored"].map((key) => area(total + 3, at(key), { vertical: "Top", border: "box" })),
      area(total + 1, at("title"), MUTED, { rows: 3, columns: at("ownTarget") - at("title") }),
    ];
  });
}

/** The form: a page for each person, with the columns of a register. */
export function entryForm(context: BuildContext, source: RegisterSource): EntryRegister {
  const { names, text, people, lines } = context;
  const columns = formColumns(context, source);
  const heights = formHeights(lines.length);
  const table: TablePlacement = {
    name: names.table(source.key),
    at: AT,
    rows: Math.max(1, people.length * heights.length),
    columns,
  };
  const na = context.word("na");
  const plan: RegisterPlan = {
    names,
    name: source.sheet,
    title: text("register.title", { group: context.jobGroup }),
    subtitle: text("form.subtitle", { na }),
    table,
    frozen: 3,
    printTo: "evidence",
    tabColor: "inputFill",
    headHeight: 46,
  };
  const warning = (key: string): ValidationRule["alert"] => ({
    style: "Warning",
    title: text("valid.number.title"),
    message: text(key, { na }),
  });
  const part = firstCellOf(plan, "part");
  const isNumber = onLineRule(part, numberOrWordRule(names, firstCellOf(plan, "actual")));
  const bare = registerSheet({
    ...plan,
    conditional: marks(context, plan),
    rules: [
      { key: "actual", rule: { kind: "custom", formula: isNumber }, alert: warning("valid.number") },
      { key: "ownTarget", rule: { kind: "decimal", min: -1e12, max: 1e12 }, alert: warning("valid.ownTarget") },
      ...secondRule(context),
    ],
  });
  const page: PageLayout = bare.page ?? { orientation: "Landscape" };
  const period = [
    { column: 2, label: "page.from", name: "From" },
    { column: 8, label: "page.to", name: "To" },
  ] as const;
  const pageStarts = people.slice(1).map((_, i) => AT.row + 1 + (i + 1) * heights.length);
  const sheet = withSecondNote(context, bare, AT.row - 1);
  return {
    table,
    firstRow: AT.row + 2,
    sheet: {
      ...sheet,
      blocks: [
        ...sheet.blocks,
        ...period.flatMap(({ column, label, name }) => [
          { at: { row: 2, column }, cells: [[text(label)]] },
          { at: { row: 2, column: column + 1 }, cells: [[{ formula: cellFormula(names.setting(name)) }]] },
        ]),
      ],
      styles: [
        ...sheet.styles,
        ...period.flatMap(({ column }): StyledArea[] => [
          { rect: { row: 2, column, rows: 1, columns: 1 }, style: { ...MUTED, horizontal: "Right" } },
          { rect: { row: 2, column: column + 1, rows: 1, columns: 1 }, style: DATE },
        ]),
      ],
      rowStyles: blockStyles(context, table),
      rowHeights: [
        { row: AT.row, height: 46 },
        ...people.flatMap((_, i) => heights.map((height, k) => ({ row: AT.row + 1 + i * heights.length + k, height }))),
      ],
      page: {
        ...without(page, "fitToWidth"),
        scale: PRINT_SCALE,
        printTitleRows: { first: 0, last: AT.row },
        breaks: pageStarts,
      },
    },
  };
}

/** The sheet with the cells to type results into, where that is not the matrix itself. */
export function entryTyped(context: BuildContext, source: RegisterSource): EntryRegister | null {
  switch (context.form) {
    case "matrix":
      return null;
    case "register":
      return entryRegister(context, source);
    case "form":
      return entryForm(context, source);
  }
}
