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
import { pointScaleOf } from "../../blueprint/context";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { ruleFormula } from "../../formulas/columns";
import { lineKeyFormula } from "../../formulas/personPageFormulas";
import { cellAddress } from "../../model/a1";
import { wordsOn } from "../../model/pointScale";
import {
  countedFormula,
  itemFormulas,
  markFormula,
  openFormula,
  squareFormula,
  weightUsedFormula,
  wonFormula,
} from "../../formulas/ratedFormulas";
import { dimensionCheckFormula, pointKeys, ratingCheckFormula, wordingFormula } from "./formulas";
import { DIMENSIONS, sampleRating } from "./sample";

const dimensionId = (i: number): string => `D${String(i + 1)}`;
const dimensionKeys = (top: number): readonly string[] => [
  ...["id", "item", "definition", "weight", ...pointKeys(top), "check", "ratings", "mean", "used", "sum", "squares"],
];
const ratingKeys = (top: number): readonly string[] => [
  ...["person", "name", "item", "dimension", "point", "wording", "comment", "record", "check"],
  ...[...pointKeys(top), "used", "mark", "counted", "won", "open", "square", "key"],
];

/** The ratings as formulas look them up, known before their sheet is built. */
export const ratingSource = (context: MethodContext): TableSource => ({
  table: context.names.own.table("ScaleRatings"),
  headers: columnMaker(context.text, "scaleRatings").heads(ratingKeys(pointScaleOf(context).high)),
});

/** The dimensions with the words at their points, and their weights. */
export function dimensionsSheet(context: MethodContext): MethodTable {
  const { names, text, language, count, startItems } = context;
  const { high: top } = pointScaleOf(context);
  const { rows, column } = weightedRows(startItems(DIMENSIONS), count("dimensions"));
  const make = columnMaker(text, "scaleItems");
  const own: TableSource = { table: names.own.table("ScaleItems"), headers: make.heads(dimensionKeys(top)) };
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
    // Wide columns are easier to read, many of them are not.
    ...pointKeys(top).map((key, point) =>
      make.input(
        key,
        top > 5 ? 20 : 26,
        column(({ points }) => wordsOn(points, top)[point]?.[language] ?? text("scaleItems.between")),
        WRAP,
      ),
    ),
    make.formula("check", 18, dimensionCheckFormula(names, own, top), BOLD),
    formula("ratings", 10, WHOLE),
    formula("mean", 10, { numberFormat: "0.00" }),
    make.quiet("used", 9, weightUsedFormula(h)),
    quiet("sum"),
    quiet("squares"),
  ];
  return methodTable(context, "ScaleItems", "scaleItems", columns, rows.length, {
    tabColor: "warningFill",
    checks: [{ key: "check", also: ["weight"] }],
    groups: [{ from: "p1", to: `p${String(top)}`, label: text("scaleItems.points") }],
    rules: [{ key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") }],
    frozen: 2,
    printTo: "used",
  });
}

/** A row a person and dimension: the point, its words, comment and record. */
export function ratingsSheet(context: MethodContext, dimensions: TableSource): MethodTable {
  const { names, text, people, isSample, language, count } = context;
  const make = columnMaker(text, "scaleRatings");
  const { high: top } = pointScaleOf(context);
  const keys = ratingKeys(top);
  const h = make.heads(keys);
  const rows = people.flatMap(({ id }, person) =>
    Array.from({ length: count("dimensions") }, (_, item) => ({ id, person, item })),
  );
  const given = rows.map(({ person, item }) =>
    isSample && item < DIMENSIONS.length ? sampleRating(person, item, top) : null,
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
    make.formula("wording", 34, wordingFormula(h, top), { wrap: true }),
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
    make.formula("check", 18, ratingCheckFormula(names, h, top), BOLD),
    ...pointKeys(top).map((key) => make.quiet(key, 9, textOfId(dimensions, item, key))),
    make.quiet("used", 9, numberOfId(dimensions, item, "used")),
    make.quiet("mark", 9, markFormula(h, top)),
    make.quiet("counted", 9, countedFormula(h)),
    make.quiet("won", 9, wonFormula(h)),
    make.quiet("open", 9, openFormula(names, h, "point")),
    make.quiet("square", 9, squareFormula(h)),
    make.quiet("key", 9, lineKeyFormula(h, "item")),
  ];
  const point = `$${cellAddress(TABLE_AT.row + 1, keys.indexOf("point"))}`;
  const isPoint = `IF(ISNUMBER(${point}),AND(${point}>=1,${point}<=${String(top)},${point}=INT(${point})),${point}=${names.word("na")})`;
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
