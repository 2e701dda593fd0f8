/** The sheets of the graphic rating scale: dimensions with a wording for each point, and a row a person and dimension. */
import {
  BOLD,
  methodTable,
  nameFormula,
  stopAlert,
  TABLE_AT,
  WHOLE,
  WRAP,
  type MethodTable,
  hiddenFrom,
} from "../../blueprint/methodTable";
import { weightedRows } from "../../blueprint/itemRows";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { ruleFormula } from "../../formulas/columns";
import { cellAddress } from "../../model/a1";
import {
  countedFormula,
  itemFormulas,
  markFormula,
  openFormula,
  squareFormula,
  weightUsedFormula,
  wonFormula,
} from "../../formulas/ratedFormulas";
import { dimensionCheckFormula, POINTS, ratingCheckFormula, TOP, wordingFormula } from "./formulas";
import { DIMENSIONS, sampleRating } from "./sample";

const POINT_KEYS = POINTS.map((point) => `p${String(point)}`);
const dimensionId = (i: number): string => `D${String(i + 1)}`;
const DIMENSION_KEYS = [
  ...["id", "item", "definition", "weight", ...POINT_KEYS, "check", "ratings", "mean", "used", "sum", "squares"],
];
const RATING_KEYS = [
  ...["person", "name", "item", "dimension", "point", "wording", "comment", "record", "check"],
  ...[...POINT_KEYS, "used", "mark", "counted", "won", "open", "square"],
];

/** The ratings as formulas look them up, known before their sheet is built. */
export const ratingSource = (context: MethodContext): TableSource => ({
  table: context.names.own.table("ScaleRatings"),
  headers: columnMaker(context.text, "scaleRatings").heads(RATING_KEYS),
});

/** The dimensions with the words at their points, and their weights. */
export function dimensionsSheet(context: MethodContext): MethodTable {
  const { names, text, language, count, startItems } = context;
  const { rows, column } = weightedRows(startItems(DIMENSIONS), count("dimensions"));
  const make = columnMaker(text, "scaleItems");
  const own: TableSource = { table: names.own.table("ScaleItems"), headers: make.heads(DIMENSION_KEYS) };
  const h = own.headers;
  const found = itemFormulas(h, ratingSource(context));
  const formula = (key: string, width: number, style = {}): ColumnPlan<string> => {
    const made = found[key];
    if (made === undefined) throw new Error(`there is no formula ${key}`);
    return make.formula(key, width, made, style);
  };
  const quiet = (key: string): ColumnPlan<string> => {
    const made = formula(key, 9);
    return { ...made, style: { font: { color: "muted" }, numberFormat: "General" } };
  };
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => dimensionId(i)),
    ),
    make.input(
      "item",
      20,
      column(({ name }) => name[language]),
      WRAP,
    ),
    make.input(
      "definition",
      32,
      column(({ definition }) => definition[language]),
      WRAP,
    ),
    make.input(
      "weight",
      9,
      column(({ weight }) => weight),
      { numberFormat: "General" },
    ),
    ...POINT_KEYS.map((key, point) =>
      make.input(
        key,
        26,
        column(({ points }) => points[point]?.[language]),
        WRAP,
      ),
    ),
    make.formula("check", 18, dimensionCheckFormula(names, own), BOLD),
    formula("ratings", 10, WHOLE),
    formula("mean", 10, { numberFormat: "0.00" }),
    make.quiet("used", 9, weightUsedFormula(h)),
    quiet("sum"),
    quiet("squares"),
  ];
  return methodTable(context, "ScaleItems", "scaleItems", columns, rows.length, {
    tabColor: "warningFill",
    checks: [{ key: "check", also: ["weight"] }],
    groups: [{ from: "p1", to: "p5", label: text("scaleItems.points") }],
    rules: [{ key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") }],
    frozen: 2,
    printTo: "used",
  });
}

/** A row a person and dimension: the point, its words, comment and record. */
export function ratingsSheet(context: MethodContext, dimensions: TableSource): MethodTable {
  const { names, text, people, isSample, language, count } = context;
  const make = columnMaker(text, "scaleRatings");
  const h = make.heads(RATING_KEYS);
  const rows = people.flatMap(({ id }, person) =>
    Array.from({ length: count("dimensions") }, (_, item) => ({ id, person, item })),
  );
  const given = rows.map(({ person, item }) =>
    isSample && item < DIMENSIONS.length ? sampleRating(person, item) : null,
  );
  const item = cellOf(h, "item");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "person",
      8,
      rows.map(({ id }) => id),
    ),
    make.formula("name", 14, nameFormula(context, make.head("person"))),
    make.label(
      "item",
      6,
      rows.map((row) => dimensionId(row.item)),
    ),
    make.formula("dimension", 20, textOfId(dimensions, item, "item"), { wrap: true }),
    make.input(
      "point",
      9,
      given.map((rating) => (rating === null ? "" : (rating.point ?? text("word.na")))),
      { ...WHOLE, horizontal: "Center", font: { bold: true } },
    ),
    make.formula("wording", 34, wordingFormula(h), { wrap: true }),
    make.input(
      "comment",
      46,
      given.map((rating) => rating?.comment?.[language] ?? ""),
      WRAP,
    ),
    make.input(
      "record",
      16,
      given.map((rating) => rating?.record ?? ""),
      WRAP,
    ),
    make.formula("check", 18, ratingCheckFormula(names, h), BOLD),
    ...POINT_KEYS.map((key) => make.quiet(key, 9, textOfId(dimensions, item, key))),
    make.quiet("used", 9, numberOfId(dimensions, item, "used")),
    make.quiet("mark", 9, markFormula(h, TOP)),
    make.quiet("counted", 9, countedFormula(h)),
    make.quiet("won", 9, wonFormula(h)),
    make.quiet("open", 9, openFormula(names, h, "point")),
    make.quiet("square", 9, squareFormula(h)),
  ];
  const point = `$${cellAddress(TABLE_AT.row + 1, RATING_KEYS.indexOf("point"))}`;
  const isPoint = `IF(ISNUMBER(${point}),AND(${point}>=1,${point}<=${String(TOP)},${point}=INT(${point})),${point}=${names.word("na")})`;
  const made = methodTable(context, "ScaleRatings", "scaleRatings", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check", also: ["point"] }],
    rules: [
      { key: "point", rule: { kind: "custom", formula: ruleFormula(isPoint) }, alert: stopAlert(context, "point") },
    ],
    frozen: 4,
    printTo: "p1",
    rowHeight: 32,
  });
  return hiddenFrom(made, "p1");
}
