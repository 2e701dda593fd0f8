/** The sheets of the weight workshop: indicators with all proposals, points of the participants, pairs, consistency. */
import {
  BOLD,
  methodTable,
  nameFormula,
  stopAlert,
  TABLE_AT,
  WHOLE,
  WRAP,
  hiddenFrom,
} from "../../blueprint/methodTable";
import { weightedRows } from "../../blueprint/itemRows";
import type { MethodTable } from "../../blueprint/methodTable";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import type { ConditionalRule, Literal } from "../../blueprint/types";
import { cellOf, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { cellFormula, ruleFormula } from "../../formulas/columns";
import { cellAddress } from "../../model/a1";
import {
  activeFormula,
  centroidFormula,
  changeFormula,
  chosenUsedFormula,
  factFormulas,
  firstPlaceFormula,
  fromPairsFormula,
  fullFormula,
  fullKey,
  geometricFormula,
  itemCheckFormula,
  lambdaFormula,
  openPairsFormula,
  pairCheckFormula,
  pairWeightFormula,
  personTotalFormula,
  placesTo,
  placeUsedFormula,
  pointsCheckFormula,
  pointsFormula,
  pointUsedFormula,
  rankSumFormula,
  shareFormula,
  spreadFormula,
  tiesFormula,
  typedFormula,
  typedKey,
} from "./formulas";
import { ITEMS, PAIRS, POINTS } from "./sample";

const SHARE = { numberFormat: "0.0", horizontal: "Right" } as const;
const itemId = (place: number): string => `K${String(place)}`;
const ITEM_KEYS = [
  ...["id", "item", "today", "place", "centroid", "rankSum", "points", "fromPairs", "spread", "chosen", "change"],
  ...["check", "no", "active", "placeUsed", "first", "ties", "chosenUsed"],
];
const POINT_KEYS = ["person", "name", "item", "indicator", "points", "check", "active", "used", "total", "share"];
const pairKeys = (places: readonly number[]): readonly string[] => [
  ...["id", "item", ...places.map(typedKey), "weight", "check", "no", "active", ...places.map(fullKey)],
  ...["open", "mean", "lambda", "typed"],
];
const placesOf = ({ count }: MethodContext): readonly number[] => placesTo(count("indicators"));
const source = ({ names, text }: MethodContext, key: string, group: string, keys: readonly string[]): TableSource => ({
  table: names.own.table(key),
  headers: columnMaker(text, group).heads(keys),
});
const itemsOf = (context: MethodContext): TableSource => source(context, "WeightItems", "weightItems", ITEM_KEYS);
const pairsOf = (context: MethodContext): TableSource =>
  source(context, "WeightPairs", "weightPairs", pairKeys(placesOf(context)));
const pointsOf = (context: MethodContext): TableSource => source(context, "WeightPoints", "weightPoints", POINT_KEYS);

/** The indicators with all proposals and the chosen weight. */
export function itemsSheet(context: MethodContext): MethodTable {
  const { names, text, isSample, language } = context;
  const places = placesOf(context);
  const { column: sampled } = weightedRows(
    ITEMS.map((item) => ({ ...item, weight: item.today })),
    places.length,
  );
  const { column: chosen } = weightedRows(
    ITEMS.map((item) => ({ ...item, weight: item.chosen })),
    places.length,
  );
  const make = columnMaker(text, "weightItems");
  const own = itemsOf(context);
  const h = own.headers;
  const inSample = (values: readonly Literal[]): readonly Literal[] => (isSample ? values : places.map(() => ""));
  const columns: ColumnPlan<string>[] = [
    make.label("id", 7, places.map(itemId)),
    make.input("item", 30, inSample(sampled(({ name }) => name[language])), WRAP),
    make.input("today", 10, inSample(sampled(({ weight }) => weight)), { numberFormat: "General" }),
    make.input("place", 10, inSample(sampled(({ place }) => place)), { numberFormat: "General" }),
    make.formula("centroid", 12, centroidFormula(own), SHARE),
    make.formula("rankSum", 12, rankSumFormula(own), SHARE),
    make.formula("points", 12, pointsFormula(h, pointsOf(context)), SHARE),
    make.formula("fromPairs", 12, fromPairsFormula(h, pairsOf(context)), SHARE),
    make.formula("spread", 12, spreadFormula(h), SHARE),
    make.input("chosen", 12, inSample(chosen(({ weight }) => weight)), { numberFormat: "General", ...BOLD }),
    make.formula("change", 12, changeFormula(h), { numberFormat: "+0.0;-0.0;0.0" }),
    make.formula("check", 22, itemCheckFormula(names, own), BOLD),
    make.label("no", 7, places, { font: { color: "muted" }, numberFormat: "General" }),
    make.quiet("active", 7, activeFormula(h)),
    make.quiet("placeUsed", 9, placeUsedFormula(h)),
    make.quiet("first", 7, firstPlaceFormula(own)),
    make.quiet("ties", 7, tiesFormula(own)),
    make.quiet("chosenUsed", 9, chosenUsedFormula(h)),
  ];
  const weight = (key: string) => ({
    key,
    rule: { kind: "decimal" as const, min: 0, max: 100 },
    alert: stopAlert(context, "itemWeight"),
  });
  return methodTable(context, "WeightItems", "weightItems", columns, places.length, {
    tabColor: "headFill",
    checks: [{ key: "check" }],
    groups: [
      { from: "centroid", to: "rankSum", label: text("weightItems.byOrder") },
      { from: "points", to: "fromPairs", label: text("weightItems.byJudgement") },
    ],
    rules: [
      weight("today"),
      weight("chosen"),
      { key: "place", rule: { kind: "decimal", min: 1, max: places.length }, alert: stopAlert(context, "place") },
    ],
    frozen: 2,
    printTo: "no",
  });
}

/** A row a person and indicator: the points given. */
export function pointsSheet(context: MethodContext, items: TableSource): MethodTable {
  const { names, text, people, isSample } = context;
  const make = columnMaker(text, "weightPoints");
  const own = pointsOf(context);
  const h = own.headers;
  const rows = people.flatMap(({ id }, person) => {
    const given = (POINTS[person % POINTS.length] ?? []).map((weight) => ({ weight }));
    const points = weightedRows(given, placesOf(context).length).column(({ weight }) => weight);
    return placesOf(context).map((place) => ({ id, place, points: isSample ? (points[place - 1] ?? "") : "" }));
  });
  const columns: ColumnPlan<string>[] = [
    make.label(
      "person",
      8,
      rows.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("person"))),
    make.label(
      "item",
      7,
      rows.map(({ place }) => itemId(place)),
    ),
    make.formula("indicator", 34, textOfId(items, cellOf(h, "item"), "item"), { wrap: true }),
    make.input(
      "points",
      12,
      rows.map(({ points }) => points),
      { numberFormat: "General" },
    ),
    make.formula("check", 22, pointsCheckFormula(names, h), BOLD),
    make.quiet("active", 7, numberOfId(items, cellOf(h, "item"), "active")),
    make.quiet("used", 8, pointUsedFormula(h)),
    make.quiet("total", 8, personTotalFormula(own)),
    make.quiet("share", 8, shareFormula(h)),
  ];
  return methodTable(context, "WeightPoints", "weightPoints", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [{ key: "points", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") }],
    frozen: 2,
    printTo: "active",
    orientation: "Portrait",
  });
}

/** The pairs: the half that is typed, and the weights they give. */
export function weightPairsSheet(context: MethodContext, items: TableSource): MethodTable {
  const { names, text, isSample } = context;
  const places = placesOf(context);
  const keys = pairKeys(places);
  const make = columnMaker(text, "weightPairs");
  const own = pairsOf(context);
  const h = own.headers;
  const typed = (row: number, column: number): number | "" =>
    isSample && row < column ? (PAIRS[row - 1]?.[column - row - 1] ?? "") : "";
  const columns: ColumnPlan<string>[] = [
    make.label("id", 7, places.map(itemId)),
    make.formula("item", 30, textOfId(items, cellOf(h, "id"), "item"), { wrap: true }),
    ...places.map((place) =>
      make.input(
        typedKey(place),
        9,
        places.map((row) => typed(row, place)),
        { numberFormat: "General", horizontal: "Center" },
      ),
    ),
    make.formula("weight", 11, pairWeightFormula(own), { ...SHARE, ...BOLD }),
    make.formula("check", 20, pairCheckFormula(names, own, places), BOLD),
    make.label("no", 7, places, { font: { color: "muted" }, numberFormat: "General" }),
    make.quiet("active", 7, numberOfId(items, cellOf(h, "id"), "active")),
    ...places.map((place) => make.quiet(fullKey(place), 8, fullFormula(own, place, places.length))),
    make.quiet("open", 7, openPairsFormula(own, places)),
    make.quiet("mean", 8, geometricFormula(own, places)),
    make.quiet("lambda", 8, lambdaFormula(own, places)),
    make.quiet("typed", 7, typedFormula(h, places)),
  ];
  const row = TABLE_AT.row + 1;
  const at = (key: string): number => keys.indexOf(key);
  const [no, mean] = [`$${cellAddress(row, at("no"))}`, `$${cellAddress(row, at("mean"))}`];
  const rules = places.map((place) => {
    const cell = `$${cellAddress(row, at(typedKey(place)))}`;
    return {
      key: typedKey(place),
      rule: {
        kind: "custom" as const,
        formula: ruleFormula(`AND(${no}<${String(place)},N(${cell})>=1/9.5,N(${cell})<=9)`),
      },
      alert: stopAlert(context, "ratio"),
    };
  });
  const conditional = places.flatMap((place): ConditionalRule[] => {
    const column = at(typedKey(place));
    const rect = { row, column, rows: places.length, columns: 1 };
    const cell = cellAddress(row, column);
    const other = cellAddress(row + place - 1, at("mean"), true);
    // Half as much or twice as much as the weights say: where to look again.
    const off = `AND(N(${cell})>0,${mean}>0,${other}>0,OR(N(${cell})*${other}>2*${mean},2*N(${cell})*${other}<${mean}))`;
    return [
      { kind: "formula", rect, formula: ruleFormula(`${no}>=${String(place)}`), style: { fill: "noteFill" } },
      { kind: "formula", rect, formula: ruleFormula(off), style: { fill: "warningFill", bold: true } },
    ];
  });
  const made = methodTable(context, "WeightPairs", "weightPairs", columns, places.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    groups: [{ from: typedKey(1), to: typedKey(places.length), label: text("weightPairs.typed") }],
    rules,
    conditional,
    frozen: 2,
    printTo: "no",
  });
  return hiddenFrom(made, "no");
}

/** Consistency of the pairs. */
export function factsSheet(context: MethodContext, pairs: TableSource): MethodTable {
  const { names, text } = context;
  const make = columnMaker(text, "weightFacts");
  const keys = ["items", "open", "lambda", "index", "random", "ratio", "verdict"];
  const h = make.heads(keys);
  const found = factFormulas(names, h, pairs);
  const styles: Readonly<Record<string, object>> = {
    items: WHOLE,
    open: WHOLE,
    verdict: BOLD,
    ratio: { numberFormat: "0.000", ...BOLD },
  };
  const columns = keys.map((key) =>
    make.formula(key, 18, found[key] ?? cellFormula('""'), styles[key] ?? { numberFormat: "0.000" }),
  );
  const made = methodTable(context, "WeightFacts", "weightFacts", columns, 1, {
    tabColor: "headFill",
    frozen: 0,
    printUnder: 6,
  });
  const notes = [1, 2, 3].map((line) => [text(`weightFacts.note.${String(line)}`)]);
  return {
    ...made,
    sheet: {
      ...made.sheet,
      blocks: [...made.sheet.blocks, { at: { row: TABLE_AT.row + 3, column: 0 }, cells: notes }],
    },
  };
}
