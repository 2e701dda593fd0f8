/** The sheets of the balanced scorecard: perspectives with the total, map, objectives, measures, initiatives. */
import { changeColumn } from "../../blueprint/changeColumn";
import {
  BOLD,
  listAlert,
  methodTable,
  stopAlert,
  TABLE_AT,
  WHOLE,
  WRAP,
  hiddenFrom,
} from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { dayAt, rowsWith, rulesFor, valuesOf } from "../../blueprint/methodSheet";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { bodyOf, columnMaker, listRule } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, textOfId, type TableSource } from "../../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import {
  activeFormula,
  countOfFormula,
  hasScoreFormula,
  initiativeCheckFormula,
  keyFormula,
  leadsFormula,
  levelFormula,
  MAP_PLACES,
  mapFormula,
  mapKeyFormula,
  mapRowFormula,
  meanFormula,
  measureCheckFormula,
  numberFormula,
  objectiveCheckFormula,
  perspectiveCheckFormula,
  placeFormula,
  scoredFormula,
  scoreFormula,
  servedByFormula,
  servedLevelFormula,
  shareFormula,
  totalFormula,
  weightedFormula,
  wonFormula,
} from "./formulas";
import { OBJECTIVES, PERSPECTIVE_NAMES } from "./sample";

const SCORE = { numberFormat: "0.0", horizontal: "Right" } as const;
const NUMBER = { numberFormat: "General", horizontal: "Right" } as const;
const perspectiveId = (i: number): string => `V${String(i + 1)}`;
const objectiveId = (i: number): string => `B${String(i + 1).padStart(2, "0")}`;
const OBJECTIVE_ROWS = 15;
const MEASURE_ROWS = 25;
const INITIATIVE_ROWS = 20;
const GROUPS = {
  BscPerspectives: "bscPerspectives",
  BscObjectives: "bscObjectives",
  BscMeasures: "bscMeasures",
  BscInitiatives: "bscInitiatives",
} as const;
const KEYS = {
  BscPerspectives: [
    ...["id", "perspective", "weight", "objectives", "measures", "leads", "score", "check"],
    ...["level", "scored", "won", "scoredWeight", "scoredWon"],
  ],
  BscObjectives: [
    ...["id", "objective", "perspective", "servesFirst", "servesSecond", "owner", "measures", "initiatives", "score"],
    ...["check", "known", "active", "level", "knownFirst", "knownSecond", "levelFirst", "levelSecond", "servedBy"],
    ...["scored", "won", "leads", "hasScore", "number", "place", "key", "nameFirst", "nameSecond"],
  ],
  BscMeasures: [
    ...["id", "objective", "measure", "nature", "unit", "start", "target", "actual", "weight", "score", "check"],
    ...["known", "active", "share", "scored", "won", "leads"],
  ],
  BscInitiatives: ["id", "objective", "initiative", "owner", "due", "state", "check", "known", "active"],
} as const;
const sourceOf = ({ names, text }: MethodContext, table: keyof typeof KEYS): TableSource => ({
  table: names.own.table(table),
  headers: columnMaker(text, GROUPS[table]).heads(KEYS[table]),
});

/** The perspectives with weights and the total. */
export function perspectivesSheet(context: MethodContext): MethodTable {
  const { names, text, language } = context;
  const make = columnMaker(text, "bscPerspectives");
  const own = sourceOf(context, "BscPerspectives");
  const h = own.headers;
  const objectives = sourceOf(context, "BscObjectives");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      PERSPECTIVE_NAMES.map((_, i) => perspectiveId(i)),
    ),
    make.input(
      "perspective",
      30,
      PERSPECTIVE_NAMES.map(({ name }) => name[language]),
      WRAP,
    ),
    make.input(
      "weight",
      10,
      PERSPECTIVE_NAMES.map(({ weight }) => weight),
      NUMBER,
    ),
    make.formula("objectives", 12, countOfFormula(h, objectives), WHOLE),
    make.formula("measures", 12, countOfFormula(h, objectives, "measures"), WHOLE),
    make.formula("leads", 14, countOfFormula(h, objectives, "leads"), WHOLE),
    make.formula("score", 12, meanFormula(h), { ...SCORE, ...BOLD }),
    make.formula("check", 26, perspectiveCheckFormula(names, own), BOLD),
    make.label(
      "level",
      7,
      PERSPECTIVE_NAMES.map(({ level }) => level),
      { font: { color: "muted" }, numberFormat: "General" },
    ),
    make.quiet("scored", 8, countOfFormula(h, objectives, "hasScore")),
    make.quiet("won", 8, countOfFormula(h, objectives, "number")),
    make.quiet("scoredWeight", 9, weightedFormula(h, "weight")),
    make.quiet("scoredWon", 9, weightedFormula(h, "won")),
  ];
  const plan = {
    tabColor: "headFill" as const,
    checks: [{ key: "check", also: ["weight"] }],
    rules: [
      {
        key: "weight",
        rule: { kind: "decimal" as const, min: 0, max: 100 },
        alert: stopAlert(context, "itemWeight"),
      },
    ],
    frozen: 2,
    printTo: "level",
    printUnder: 18,
  };
  const made = methodTable(context, "BscPerspectives", "bscPerspectives", columns, PERSPECTIVE_NAMES.length, plan, [
    { name: names.own.range("PerspectiveIds"), refersTo: cellFormula(column(own.table, h["id"] ?? "")) },
  ]);
  const at = { ...plan, names, name: "", title: "", subtitle: "", table: made.table };
  const row = TABLE_AT.row - 1;
  return {
    ...made,
    sheet: {
      ...made.sheet,
      blocks: [
        ...made.sheet.blocks,
        { at: { row, column: 5 }, cells: [[text("bscPerspectives.total"), { formula: totalFormula(own) }]] },
      ],
      styles: [
        ...made.sheet.styles,
        { rect: { row, column: 5, rows: 1, columns: 2 }, style: { font: { bold: true }, numberFormat: "0.0" } },
      ],
      charts: [
        {
          kind: "bar",
          title: text("bscPerspectives.chart"),
          categories: bodyOf(at, "perspective"),
          values: bodyOf(at, "score"),
          seriesName: make.head("score"),
          at: { row: TABLE_AT.row + PERSPECTIVE_NAMES.length + 3, column: 1, rows: 13, columns: 6 },
        },
      ],
    },
  };
}

/** The strategy map: objectives in their perspectives. */
export function mapSheet(context: MethodContext): MethodTable {
  const { text } = context;
  const make = columnMaker(text, "bscMap");
  const places = MAP_PLACES.map((place) => `p${String(place)}`);
  const keys = ["id", "perspective", ...places, ...MAP_PLACES.flatMap((n) => [`k${String(n)}`, `r${String(n)}`])];
  const h = make.heads(keys);
  const perspectives = sourceOf(context, "BscPerspectives");
  const objectives = sourceOf(context, "BscObjectives");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      PERSPECTIVE_NAMES.map((_, i) => perspectiveId(i)),
    ),
    make.formula("perspective", 24, textOfId(perspectives, cellOf(h, "id"), "perspective"), { ...BOLD, wrap: true }),
    ...MAP_PLACES.map((place) =>
      make.formula(`p${String(place)}`, 28, mapFormula(h, objectives, place), {
        ...{ wrap: true, horizontal: "Center", border: "apart" },
      }),
    ),
    ...MAP_PLACES.flatMap((place) => [
      make.quiet(`k${String(place)}`, 8, mapKeyFormula(h, place)),
      make.quiet(`r${String(place)}`, 8, mapRowFormula(h, objectives, place)),
    ]),
  ];
  const made = methodTable(context, "BscMap", "bscMap", columns, PERSPECTIVE_NAMES.length, {
    tabColor: "headFill",
    frozen: 2,
    rowHeight: 96,
    printTo: "k1",
    // A box for each objective; empty places stay white.
    conditional: [
      {
        kind: "formula",
        rect: { row: TABLE_AT.row + 1, column: 2, rows: PERSPECTIVE_NAMES.length, columns: MAP_PLACES.length },
        formula: ruleFormula(`LEN(C${String(TABLE_AT.row + 2)})>0`),
        style: { fill: "noteFill" },
      },
    ],
  });
  return hiddenFrom(made, "k1");
}

/** The objectives, what they serve, and their scores. */
export function objectivesSheet(context: MethodContext): MethodTable {
  const { names, text, people, language, isSample } = context;
  const make = columnMaker(text, "bscObjectives");
  const own = sourceOf(context, "BscObjectives");
  const h = own.headers;
  const rows = rowsWith(context, OBJECTIVES, OBJECTIVE_ROWS - (isSample ? OBJECTIVES.length : 0));
  const of = valuesOf(rows);
  const measures = sourceOf(context, "BscMeasures");
  const served = (place: number) =>
    of(({ serves }) => {
      const index = serves[place];
      return index === undefined ? "" : objectiveId(index);
    });
  const ids = names.own.range("ObjectiveIds");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => objectiveId(i)),
    ),
    make.input(
      "objective",
      36,
      of(({ name }) => name[language]),
      WRAP,
    ),
    make.input(
      "perspective",
      12,
      of(({ perspective }) => perspectiveId(perspective)),
    ),
    make.input("servesFirst", 10, served(0)),
    make.input("servesSecond", 10, served(1)),
    make.input(
      "owner",
      10,
      of((_, i) => people[i % Math.max(1, people.length)]?.id),
    ),
    make.formula("measures", 11, countOfFormula(h, measures), WHOLE),
    make.formula("initiatives", 11, countOfFormula(h, sourceOf(context, "BscInitiatives")), WHOLE),
    make.formula("score", 10, meanFormula(h), { ...SCORE, ...BOLD }),
    changeColumn(context),
    make.formula("check", 26, objectiveCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("PerspectiveIds"), cellOf(h, "perspective"))),
    make.quiet("active", 8, activeFormula(h, "objective")),
    make.quiet("level", 8, levelFormula(h, sourceOf(context, "BscPerspectives"))),
    make.quiet("knownFirst", 8, knownFormula(ids, cellOf(h, "servesFirst"))),
    make.quiet("knownSecond", 8, knownFormula(ids, cellOf(h, "servesSecond"))),
    make.quiet("levelFirst", 8, servedLevelFormula(own, "knownFirst")),
    make.quiet("levelSecond", 8, servedLevelFormula(own, "knownSecond")),
    make.quiet("servedBy", 8, servedByFormula(own)),
    make.quiet("scored", 8, countOfFormula(h, measures, "scored")),
    make.quiet("won", 8, countOfFormula(h, measures, "won")),
    make.quiet("leads", 8, countOfFormula(h, measures, "leads")),
    make.quiet("hasScore", 8, hasScoreFormula(h)),
    make.quiet("number", 8, numberFormula(h)),
    make.quiet("place", 8, placeFormula(own)),
    make.quiet("key", 8, keyFormula(h)),
    make.quiet("nameFirst", 8, textOfId(own, cellOf(h, "knownFirst"), "objective")),
    make.quiet("nameSecond", 8, textOfId(own, cellOf(h, "knownSecond"), "objective")),
  ];
  const list = (key: string, source: string) => listRule(key, ruleFormula(source), listAlert(context));
  const made = methodTable(
    context,
    "BscObjectives",
    "bscObjectives",
    columns,
    rows.length,
    {
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      groups: [{ from: "servesFirst", to: "servesSecond", label: text("bscObjectives.serves") }],
      rules: [
        list("perspective", names.own.range("PerspectiveIds")),
        list("servesFirst", ids),
        list("servesSecond", ids),
        list("owner", names.setting("PeopleIds")),
      ],
      frozen: 2,
      printTo: "known",
    },
    [{ name: ids, refersTo: cellFormula(column(own.table, make.head("id"))) }],
  );
  return hiddenFrom(made, "known");
}

/** The measures with start, target, actual and score. */
export function measuresSheet(context: MethodContext): MethodTable {
  const { names, text, language, isSample } = context;
  const make = columnMaker(text, "bscMeasures");
  const h = sourceOf(context, "BscMeasures").headers;
  const sample = OBJECTIVES.flatMap(({ measures }, objective) =>
    measures.map((measure) => ({ objective, ...measure })),
  );
  const rows = rowsWith(context, sample, MEASURE_ROWS - (isSample ? sample.length : 0));
  const of = valuesOf(rows);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => `K${String(i + 1).padStart(2, "0")}`),
    ),
    make.input(
      "objective",
      11,
      of(({ objective }) => objectiveId(objective)),
    ),
    make.input(
      "measure",
      34,
      of(({ name }) => name[language]),
      WRAP,
    ),
    make.input(
      "nature",
      11,
      of(({ nature }) => text(`word.${nature}`)),
    ),
    make.input(
      "unit",
      8,
      of(({ unit }) => unit),
      WRAP,
    ),
    make.input(
      "start",
      10,
      of(({ start }) => start),
      NUMBER,
    ),
    make.input(
      "target",
      10,
      of(({ target }) => target),
      NUMBER,
    ),
    make.input(
      "actual",
      10,
      of(({ actual }) => actual),
      NUMBER,
    ),
    make.input(
      "weight",
      10,
      rows.map(() => ""),
      NUMBER,
    ),
    make.formula("score", 10, scoreFormula(names, h), { ...SCORE, ...BOLD }),
    make.formula("check", 22, measureCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("ObjectiveIds"), cellOf(h, "objective"))),
    make.quiet("active", 8, activeFormula(h, "measure")),
    make.quiet("share", 8, shareFormula(h)),
    make.quiet("scored", 8, scoredFormula(h)),
    make.quiet("won", 8, wonFormula(h)),
    make.quiet("leads", 8, leadsFormula(names, h)),
  ];
  const any = (key: string) => ({
    key,
    rule: { kind: "decimal" as const, min: -1e12, max: 1e12 },
    alert: stopAlert(context, "figure"),
  });
  return methodTable(context, "BscMeasures", "bscMeasures", columns, rows.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      listRule("objective", ruleFormula(names.own.range("ObjectiveIds")), listAlert(context)),
      listRule("nature", ruleFormula(names.own.range("Natures")), listAlert(context)),
      any("start"),
      any("target"),
      any("actual"),
      { key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") },
    ],
    frozen: 3,
    printTo: "known",
  });
}

/** The initiatives with owner, day and state. */
export function initiativesSheet(context: MethodContext): MethodTable {
  const { names, text, people, language, isSample } = context;
  const make = columnMaker(text, "bscInitiatives");
  const h = sourceOf(context, "BscInitiatives").headers;
  const rows = rowsWith(context, OBJECTIVES, INITIATIVE_ROWS - (isSample ? OBJECTIVES.length : 0));
  const of = valuesOf(rows);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      7,
      rows.map((_, i) => `N${String(i + 1).padStart(2, "0")}`),
    ),
    make.input(
      "objective",
      11,
      of((_, i) => objectiveId(i)),
    ),
    make.input(
      "initiative",
      44,
      of(({ initiative }) => initiative.name[language]),
      WRAP,
    ),
    make.input(
      "owner",
      10,
      of((_, i) => people[i % Math.max(1, people.length)]?.id),
    ),
    make.input(
      "due",
      13,
      of(({ initiative }) => dayAt(context, initiative.due)),
      { numberFormat: "yyyy-mm-dd", horizontal: "Left" },
    ),
    make.input(
      "state",
      14,
      of(({ initiative }) => text(`word.${initiative.state}`)),
    ),
    make.formula("check", 22, initiativeCheckFormula(names, h), BOLD),
    make.quiet("known", 8, knownFormula(names.own.range("ObjectiveIds"), cellOf(h, "objective"))),
    make.quiet("active", 8, activeFormula(h, "initiative")),
  ];
  return methodTable(context, "BscInitiatives", "bscInitiatives", columns, rows.length, {
    tabColor: "noteFill",
    checks: [{ key: "check" }],
    rules: [
      listRule("objective", ruleFormula(names.own.range("ObjectiveIds")), listAlert(context)),
      listRule("owner", ruleFormula(names.setting("PeopleIds")), listAlert(context)),
      listRule("state", ruleFormula(names.own.range("States")), listAlert(context)),
      rulesFor(context).date("due"),
    ],
    frozen: 3,
    printTo: "known",
  });
}
