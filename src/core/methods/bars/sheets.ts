/** The sheets of the behaviour-anchored scale: dimensions with anchors, a row a person and dimension, the workshop. */
import {
  BOLD,
  methodTable,
  nameFormula,
  listAlert,
  stopAlert,
  TABLE_AT,
  WHOLE,
  WRAP,
  hiddenFrom,
} from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { weightedRows } from "../../blueprint/itemRows";
import { rowsWith, valuesOf } from "../../blueprint/methodSheet";
import { pointScaleOf } from "../../blueprint/context";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { anchoredPoints, placeOn, scaleOf } from "../../model/pointScale";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { lineKeyFormula } from "../../formulas/personPageFormulas";
import { cellAddress } from "../../model/a1";
import {
  countedFormula,
  openFormula,
  squareFormula,
  weightUsedFormula,
  wonFormula,
} from "../../formulas/ratedFormulas";
import {
  anchorCheckFormula,
  anchorKey,
  barsRatingCheckFormula,
  choiceFormula,
  choiceKey,
  chosenFormula,
  incidentFormulas,
  JUDGES,
  judgeKey,
  keptFormula,
  pointFormula,
  pointsTo,
  TOP,
  valueKey,
} from "./formulas";
import { anchorAt, DIMENSIONS, INCIDENTS, sampleChoice } from "./sample";

const dimensionId = (i: number): string => `B${String(i + 1)}`;
const dimensionKeys = (top: number): readonly string[] => [
  ...["id", "item", "weight", ...pointsTo(top).map(anchorKey), "check", "kept", "used"],
];
const FIRST_CHOICE = choiceKey(1);
const ratingKeys = (top: number): readonly string[] => [
  ...["person", "name", "item", "dimension", "anchor", "point", "record", "comment", "check"],
  ...[...pointsTo(top).map(choiceKey), "choiceNa", ...pointsTo(top).map(anchorKey)],
  ...["used", "mark", "counted", "won", "open", "square", "key"],
];
const INCIDENT_KEYS = [
  ...["id", "incident", "dimension", ...JUDGES.map(judgeKey), ...JUDGES.map(valueKey)],
  ...["agreement", "mean", "spread", "verdict", "point", "known", "answered", "agreed", "placed", "deviation", "keeps"],
];

/** The dimensions with their anchors and weights. */
export function anchorsSheet(context: MethodContext): MethodTable {
  const { names, text, language, count, startItems } = context;
  const { high: top } = pointScaleOf(context);
  const anchored = anchoredPoints(top);
  const { rows, column: valuesIn } = weightedRows(startItems(DIMENSIONS), count("dimensions"));
  const make = columnMaker(text, "barsItems");
  const own: TableSource = { table: names.own.table("BarsItems"), headers: make.heads(dimensionKeys(top)) };
  const h = own.headers;
  const incidents: TableSource = {
    table: names.own.table("BarsIncidents"),
    headers: columnMaker(text, "barsIncidents").heads(INCIDENT_KEYS),
  };
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => dimensionId(i)),
    ),
    make.input(
      "item",
      18,
      valuesIn(({ name }) => name[language]),
      WRAP,
    ),
    make.input(
      "weight",
      9,
      valuesIn(({ weight }) => weight),
      { numberFormat: "General" },
    ),
    ...pointsTo(top).map((point) =>
      make.input(
        anchorKey(point),
        anchored.includes(point) ? 26 : 12,
        valuesIn((dimension) => anchorAt(dimension, point, top)?.[language]),
        WRAP,
      ),
    ),
    make.formula("check", 18, anchorCheckFormula(names, own, top), BOLD),
    make.formula("kept", 12, keptFormula(h, incidents), WHOLE),
    make.quiet("used", 9, weightUsedFormula(h)),
  ];
  const id = cellFormula(column(own.table, make.head("id")));
  return methodTable(
    context,
    "BarsItems",
    "barsItems",
    columns,
    rows.length,
    {
      tabColor: "warningFill",
      checks: [{ key: "check", also: ["weight"] }],
      groups: [{ from: anchorKey(1), to: anchorKey(top), label: text("barsItems.anchors") }],
      rules: [{ key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") }],
      frozen: 2,
      printTo: "used",
    },
    [{ name: names.own.range("BarsIds"), refersTo: id }],
  );
}

/** A row a person and dimension: the anchor that is chosen, its point, comment and check. */
export function barsRatingsSheet(context: MethodContext, dimensions: TableSource): MethodTable {
  const { names, text, people, isSample, language, count } = context;
  const make = columnMaker(text, "barsRatings");
  const { high: top } = pointScaleOf(context);
  const keys = ratingKeys(top);
  const h = make.heads(keys);
  const rows = people.flatMap(({ id }, person) =>
    Array.from({ length: count("dimensions") }, (_, item) => ({ id, person, item, dimension: DIMENSIONS[item] })),
  );
  const given = rows.map(({ person, item }) =>
    isSample && item < DIMENSIONS.length ? sampleChoice(person, item, top) : null,
  );
  /** As the list of the row shows it. */
  const chosen = rows.map(({ dimension }, i): string => {
    const point = given[i]?.point;
    if (point === undefined || dimension === undefined) return "";
    if (point === null) return text("word.na");
    return `${String(point)} – ${anchorAt(dimension, point, top)?.[language] ?? text("word.between")}`;
  });
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
    make.formula("dimension", 18, textOfId(dimensions, item, "item"), { wrap: true }),
    make.input("anchor", 40, chosen, WRAP),
    make.formula("point", 8, pointFormula(h), { ...WHOLE, ...BOLD, horizontal: "Center" }),
    make.input(
      "record",
      14,
      given.map((choice) => choice?.record ?? ""),
      WRAP,
    ),
    make.input(
      "comment",
      44,
      given.map((choice) => choice?.comment?.[language] ?? ""),
      WRAP,
    ),
    make.formula("check", 18, barsRatingCheckFormula(names, h, top), BOLD),
    ...pointsTo(top).map((point) => make.quiet(choiceKey(point), 9, choiceFormula(names, h, point, top))),
    make.quiet("choiceNa", 9, cellFormula(`${names.word("na")}&""`)),
    ...pointsTo(top).map((point) => make.quiet(anchorKey(point), 9, textOfId(dimensions, item, anchorKey(point)))),
    make.quiet("used", 9, numberOfId(dimensions, item, "used")),
    make.quiet("mark", 9, chosenFormula(h, top)),
    make.quiet("counted", 9, countedFormula(h)),
    make.quiet("won", 9, wonFormula(h)),
    make.quiet("open", 9, openFormula(names, h, "anchor")),
    make.quiet("square", 9, squareFormula(h)),
    make.quiet("key", 9, lineKeyFormula(h, "item")),
  ];
  const [first, last] = [keys.indexOf(FIRST_CHOICE), keys.indexOf("choiceNa")];
  const row = TABLE_AT.row + 1;
  // The entries stand in hidden cells of the same row: each dimension has its own list.
  const entries = ruleFormula(`$${cellAddress(row, first)}:$${cellAddress(row, last)}`);
  const made = methodTable(context, "BarsRatings", "barsRatings", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check", also: ["anchor"] }],
    rules: [listRule("anchor", entries, listAlert(context))],
    frozen: 4,
    printTo: FIRST_CHOICE,
    rowHeight: 32,
  });
  return hiddenFrom(made, FIRST_CHOICE);
}

const EMPTY_INCIDENTS = 12;

/** The workshop: where each judge places an incident, and whether it may be used. */
export function workshopSheet(context: MethodContext): MethodTable {
  const { names, text, language, count } = context;
  const make = columnMaker(text, "barsIncidents");
  const scale = pointScaleOf(context);
  // Those of dimensions that the workbook has.
  const sample = INCIDENTS.filter(({ of: from, back }) => Math.max(from, ...back) < count("dimensions"));
  const h = make.heads(INCIDENT_KEYS);
  const rows = rowsWith(context, sample, EMPTY_INCIDENTS - (context.isSample ? sample.length : 0));
  const of = valuesOf(rows);
  const found = incidentFormulas(names, h);
  const formula = (key: string, width: number, style = {}): ColumnPlan<string> =>
    make.formula(key, width, found[key] ?? cellFormula('""'), style);
  const ids = names.own.range("BarsIds");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => `W${String(i + 1).padStart(2, "0")}`),
    ),
    make.input(
      "incident",
      44,
      of(({ text: incident }) => incident[language]),
      WRAP,
    ),
    make.input(
      "dimension",
      11,
      of((incident) => dimensionId(incident.of)),
    ),
    ...JUDGES.map((judge) =>
      make.input(
        judgeKey(judge),
        7,
        of(({ back }) => dimensionId(back[judge - 1] ?? 0)),
      ),
    ),
    ...JUDGES.map((judge) =>
      make.input(
        valueKey(judge),
        7,
        of(({ values }) => placeOn(scale, values[judge - 1] ?? 1, scaleOf(TOP))),
        { numberFormat: "General" },
      ),
    ),
    formula("agreement", 12, { numberFormat: "0%" }),
    formula("mean", 9, { numberFormat: "0.0" }),
    formula("spread", 9, { numberFormat: "0.0" }),
    formula("verdict", 24, BOLD),
    formula("point", 9, WHOLE),
    make.quiet("known", 9, knownFormula(ids, cellOf(h, "dimension"))),
    ...["answered", "agreed", "placed", "deviation", "keeps"].map((key) =>
      make.quiet(key, 9, found[key] ?? cellFormula('""')),
    ),
  ];
  const back = ["dimension", ...JUDGES.map(judgeKey)].map((key) => listRule(key, ruleFormula(ids), listAlert(context)));
  const values = JUDGES.map((judge) => ({
    key: valueKey(judge),
    rule: { kind: "decimal" as const, min: 1, max: scale.high },
    alert: stopAlert(context, "placeOnScale"),
  }));
  return methodTable(context, "BarsIncidents", "barsIncidents", columns, rows.length, {
    tabColor: "noteFill",
    groups: [
      { from: judgeKey(1), to: judgeKey(JUDGES.length), label: text("barsIncidents.back") },
      { from: valueKey(1), to: valueKey(JUDGES.length), label: text("barsIncidents.values") },
    ],
    rules: [...back, ...values],
    frozen: 2,
    printTo: "known",
  });
}
