/** The sheets of pay and talent: guide, raises with their budget, bonus, 9-box. */
import { changeColumn } from "../../blueprint/changeColumn";
import { BOLD, methodTable, nameFormula, stopAlert, TABLE_AT, WHOLE, WRAP } from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import { placeTable, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { TableSource } from "../../formulas/byKey";
import {
  bonusCheckFormula,
  bonusFormula,
  boxCountFormula,
  boxFormula,
  boxNameFormula,
  boxNamesFormula,
  boxPlaceFormula,
  budgetFormula,
  compaFormula,
  costFormula,
  fromKey,
  guideFormula,
  levelFormula,
  newSalaryFormula,
  payCheckFormula,
  performanceFormula,
  personalFormula,
  raiseFormula,
  stepFormula,
  talentCheckFormula,
  toKey,
  ZONES,
  zoneFormula,
} from "./formulas";
import { BONUS_BASE, GUIDE, PEOPLE } from "./sample";

const SHARE = { numberFormat: "0.0%", horizontal: "Right" } as const;
const MONEY = { numberFormat: "#,##0.00", horizontal: "Right" } as const;
const NUMBER = { numberFormat: "General", horizontal: "Right" } as const;

/** The merit matrix: raises by rating and zone. */
export function guideTable(context: MethodContext): MethodTable {
  const { text } = context;
  const make = columnMaker(text, "meritGuide");
  const share = { kind: "decimal" as const, min: 0, max: 1 };
  const columns: ColumnPlan<string>[] = [
    make.label(
      "level",
      10,
      GUIDE.map(({ level }) => level),
    ),
    ...ZONES.flatMap((_, zone) => [
      make.input(
        fromKey(zone + 1),
        12,
        GUIDE.map(({ raises }) => raises[zone]?.[0] ?? 0),
        SHARE,
      ),
      make.input(
        toKey(zone + 1),
        12,
        GUIDE.map(({ raises }) => raises[zone]?.[1] ?? 0),
        SHARE,
      ),
    ]),
    make.input(
      "coefficient",
      16,
      GUIDE.map(({ coefficient }) => coefficient),
      { numberFormat: "0.00", horizontal: "Right" },
    ),
  ];
  return methodTable(context, "MeritGuide", "meritGuide", columns, GUIDE.length, {
    tabColor: "warningFill",
    groups: ZONES.map((zone, i) => ({
      from: fromKey(i + 1),
      to: toKey(i + 1),
      label: text(`meritGuide.${zone}`),
    })),
    rules: [
      ...ZONES.flatMap((_, zone) =>
        [fromKey(zone + 1), toKey(zone + 1)].map((key) => ({
          key,
          rule: share,
          alert: stopAlert(context, "share"),
        })),
      ),
      { key: "coefficient", rule: { kind: "decimal", min: 0, max: 10 }, alert: stopAlert(context, "coefficient") },
    ],
    frozen: 1,
  });
}

const PAY_KEYS = [
  ...["id", "name", "rating", "salary", "middle", "compa", "guideFrom", "guideTo", "proposed", "raise", "newSalary"],
  ...["reason", "check", "step", "zone"],
];
const payOf = ({ names, text }: MethodContext): TableSource => ({
  table: names.own.table("Pay"),
  headers: columnMaker(text, "pay").heads(PAY_KEYS),
});
const sampled = ({ people, isSample }: MethodContext) =>
  people.map((_, i) => (isSample ? PEOPLE[i % PEOPLE.length] : undefined));

/** A row a person: salary, place in the range, guide, proposal. */
export function paySheet(context: MethodContext, guide: TableSource): MethodTable {
  const { names, text, people, language } = context;
  const make = columnMaker(text, "pay");
  const own = payOf(context);
  const h = own.headers;
  const rows = sampled(context);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    make.input(
      "rating",
      9,
      rows.map((row) => row?.rating ?? ""),
      { numberFormat: "0.0", horizontal: "Right" },
    ),
    make.input(
      "salary",
      13,
      rows.map((row) => row?.salary ?? ""),
      MONEY,
    ),
    make.input(
      "middle",
      13,
      rows.map((row) => row?.middle ?? ""),
      MONEY,
    ),
    make.formula("compa", 12, compaFormula(h), { numberFormat: "0%" }),
    make.formula("guideFrom", 11, guideFormula(h, guide, "from"), SHARE),
    make.formula("guideTo", 11, guideFormula(h, guide, "to"), SHARE),
    make.input(
      "proposed",
      11,
      rows.map((row) => row?.proposed ?? ""),
      SHARE,
    ),
    make.formula("raise", 13, raiseFormula(h), MONEY),
    make.formula("newSalary", 14, newSalaryFormula(h), { ...MONEY, ...BOLD }),
    make.input(
      "reason",
      36,
      rows.map((row) => row?.reason?.[language] ?? ""),
      WRAP,
    ),
    changeColumn(context, "+0.0;-0.0;0.0"),
    make.formula("check", 22, payCheckFormula(names, h), BOLD),
    make.quiet("step", 8, stepFormula(h)),
    make.quiet("zone", 8, zoneFormula(names, h)),
  ];
  const money = (key: string) => ({
    key,
    rule: { kind: "decimal" as const, min: 0, max: 1e12 },
    alert: stopAlert(context, "money"),
  });
  const made = methodTable(context, "Pay", "pay", columns, Math.max(1, people.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      { key: "rating", rule: { kind: "decimal", min: 1, max: 5 }, alert: stopAlert(context, "rating5") },
      money("salary"),
      money("middle"),
      { key: "proposed", rule: { kind: "decimal", min: 0, max: 1 }, alert: stopAlert(context, "share") },
    ],
    frozen: 2,
    printTo: "step",
  });
  const row = TABLE_AT.row - 1;
  return {
    ...made,
    sheet: {
      ...made.sheet,
      blocks: [
        ...made.sheet.blocks,
        {
          at: { row, column: 8 },
          cells: [
            [
              text("pay.cost"),
              { formula: costFormula(own) },
              text("pay.budget"),
              { formula: budgetFormula(names, own) },
            ],
          ],
        },
      ],
      styles: [
        ...made.sheet.styles,
        { rect: { row, column: 8, rows: 1, columns: 4 }, style: { font: { bold: true }, numberFormat: "#,##0.00" } },
        { rect: { row, column: 11, rows: 1, columns: 1 }, style: { horizontal: "Left" } },
      ],
    },
  };
}

/** A row a person: base and coefficients. */
export function bonusSheet(context: MethodContext, guide: TableSource): MethodTable {
  const { names, text, people } = context;
  const make = columnMaker(text, "bonus");
  const h = make.heads(["id", "name", "base", "department", "personal", "bonus", "check"]);
  const rows = sampled(context);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 20, nameFormula(context, make.head("id"))),
    make.input(
      "base",
      16,
      rows.map((row) => (row === undefined ? "" : BONUS_BASE)),
      MONEY,
    ),
    make.input(
      "department",
      18,
      rows.map((row) => row?.department ?? ""),
      { numberFormat: "0.00", horizontal: "Right" },
    ),
    make.formula("personal", 18, personalFormula(h, payOf(context), guide), { numberFormat: "0.00" }),
    make.formula("bonus", 16, bonusFormula(names, h), { ...MONEY, ...BOLD }),
    make.formula("check", 22, bonusCheckFormula(names, h), BOLD),
  ];
  return methodTable(context, "Bonus", "bonus", columns, Math.max(1, people.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      { key: "base", rule: { kind: "decimal", min: 0, max: 1e12 }, alert: stopAlert(context, "money") },
      { key: "department", rule: { kind: "decimal", min: 0, max: 10 }, alert: stopAlert(context, "coefficient") },
    ],
    frozen: 2,
  });
}

const TALENT_KEYS = [
  ...["id", "name", "performance", "potential", "evidence", "box", "boxName", "check"],
  ...["performanceLevel", "potentialLevel", "boxPlace"],
];

/** The 9-box: a row a person, and the grid that counts them. */
export function talentSheet(context: MethodContext): { readonly talent: MethodTable; readonly grid: TablePlacement } {
  const { names, text, people, language } = context;
  const make = columnMaker(text, "talent");
  const own: TableSource = { table: names.own.table("Talent"), headers: make.heads(TALENT_KEYS) };
  const h = own.headers;
  const rows = sampled(context);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      12,
      people.map(({ id }) => id),
    ),
    make.formula("name", 20, nameFormula(context, make.head("id"))),
    make.formula("performance", 20, performanceFormula(h, payOf(context)), NUMBER),
    make.input(
      "potential",
      20,
      rows.map((row) => row?.potential ?? ""),
      NUMBER,
    ),
    make.input(
      "evidence",
      40,
      rows.map((row) => row?.evidence[language] ?? ""),
      WRAP,
    ),
    make.formula("box", 8, boxFormula(h), WHOLE),
    make.formula("boxName", 26, boxNameFormula(names, h), BOLD),
    make.formula("check", 26, talentCheckFormula(names, h), BOLD),
    make.quiet("performanceLevel", 10, levelFormula(names, h, "performance")),
    make.quiet("potentialLevel", 10, levelFormula(names, h, "potential")),
    make.quiet("boxPlace", 10, boxPlaceFormula(own)),
  ];
  const count = Math.max(1, people.length);
  const talent = methodTable(context, "Talent", "talent", columns, count, {
    tabColor: "headFill",
    checks: [{ key: "check" }],
    rules: [{ key: "potential", rule: { kind: "decimal", min: 1, max: 5 }, alert: stopAlert(context, "rating5") }],
    frozen: 2,
    printTo: "performanceLevel",
    printUnder: 8,
  });
  const grid = gridTable(context, own, TABLE_AT.row + count + 4);
  const placed = placeTable(grid);
  const label = grid.at.row - 1;
  return {
    grid,
    talent: {
      ...talent,
      sheet: {
        ...talent.sheet,
        tables: [...talent.sheet.tables, placed.table],
        blocks: [...talent.sheet.blocks, { at: { row: label, column: 0 }, cells: [[text("talent.grid")]] }],
        styles: [
          ...talent.sheet.styles,
          ...placed.styles,
          { rect: { row: label, column: 0, rows: 1, columns: 1 }, style: { font: { bold: true, size: 12 } } },
        ],
      },
    },
  };
}
/** How many stand in each of the nine boxes, potential from high to low. */
function gridTable({ names, text }: MethodContext, talent: TableSource, row: number): TablePlacement {
  const make = columnMaker(text, "nineBox");
  const h = make.heads(["level", "potential", "p1", "p2", "p3"]);
  const levels = [3, 2, 1];
  return {
    name: names.own.table("NineBox"),
    at: { row, column: 0 },
    rows: levels.length,
    columns: [
      make.label("level", 12, levels),
      make.label(
        "potential",
        20,
        levels.map((level) => text(`nineBox.level${String(level)}`)),
      ),
      ...[1, 2, 3].map((level) => make.formula(`p${String(level)}`, 20, boxCountFormula(h, talent, level), WHOLE)),
    ],
  };
}

/** Who stands in each of the nine boxes, on a page of its own: the nine boxes with names, potential from high to low. */
export function boxNamesSheet(context: MethodContext, talent: TableSource): MethodTable {
  const { text } = context;
  const make = columnMaker(text, "nineBox");
  const h = make.heads(["level", "potential", "p1", "p2", "p3"]);
  const levels = [3, 2, 1];
  const columns: ColumnPlan<string>[] = [
    make.label("level", 8, levels),
    make.label(
      "potential",
      14,
      levels.map((level) => text(`nineBox.level${String(level)}`)),
      BOLD,
    ),
    ...[1, 2, 3].map((level) => make.formula(`p${String(level)}`, 36, boxNamesFormula(h, talent, level), WRAP)),
  ];
  const made = methodTable(context, "NineBoxNames", "nineBoxNames", columns, levels.length, {
    tabColor: "headFill",
    frozen: 2,
    rowHeight: 66,
  });
  const boxes = levels.flatMap((_, i) =>
    [2, 3, 4].map((column) => ({
      rect: { row: TABLE_AT.row + 1 + i, column, rows: 1, columns: 1 },
      style: { border: "box" as const },
    })),
  );
  return { ...made, sheet: { ...made.sheet, styles: [...made.sheet.styles, ...boxes] } };
}
