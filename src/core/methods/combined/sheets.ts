/** The sheets of the combined appraisal: sections with their scales, values, bonus and deductions, results. */
import { changeColumn } from "../../blueprint/changeColumn";
import {
  BOLD,
  listAlert,
  methodTable,
  nameFormula,
  stopAlert,
  TABLE_AT,
  WHOLE,
  WRAP,
  hiddenFrom,
  withBars,
  BARS_ROWS,
} from "../../blueprint/methodTable";
import type { MethodTable } from "../../blueprint/methodTable";
import { weightedRows } from "../../blueprint/itemRows";
import { dayAt, rowsWith, rulesFor, valuesOf } from "../../blueprint/methodSheet";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, numberOfId, textOfId, type TableSource } from "../../formulas/byKey";
import { ruleFormula } from "../../formulas/columns";
import { lineKeyFormula } from "../../formulas/personPageFormulas";
import { rankOfScoreFormula, sumOfPersonFormula } from "../../formulas/personScores";
import { itemCheckFormula, weightUsedFormula } from "../../formulas/ratedFormulas";
import { cellAddress } from "../../model/a1";
import { METHOD_CARDS } from "../list";
import {
  applicableFormula,
  bandFormula,
  bandNumberFormula,
  baseFormula,
  countedFormula,
  extraCheckFormula,
  limitedFormula,
  linkedFormula,
  openFormula,
  pointsFormula,
  resultCheckFormula,
  scoreCheckFormula,
  sectionCases,
  sideFormula,
  totalFormula,
  valueUsedFormula,
  wonFormula,
} from "./formulas";
import { isShort, scoreSources, type ScoreSource } from "./links";
import { EXTRAS, SECTIONS, VALUES } from "./sample";

const NUMBER = { numberFormat: "General", horizontal: "Right" } as const;
const SCORE = { numberFormat: "0.00", horizontal: "Right" } as const;
const sectionId = (i: number): string => `S${String(i + 1)}`;

interface PlannedSection {
  readonly name: string;
  readonly weight: number | "";
  readonly zero: number | "";
  readonly full: number | "";
  readonly source: string;
}
/** Whole points that add up to 100, the first ones larger. */
const evenWeights = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => Math.floor(100 / count) + (i < 100 % count ? 1 : 0));

/** A section for each score that stands in the workbook already; else the usual four. Then empty ones, as many as asked for. */
function plannedSections(
  { language, isSample, count, startItems, again }: MethodContext,
  sources: readonly ScoreSource[],
): PlannedSection[] {
  const usual = weightedRows(startItems(SECTIONS), count("sections")).rows.flatMap((section) => section ?? []);
  const cards: Readonly<Record<string, { readonly name: Readonly<Record<"en" | "zh-CN", string>> }>> = METHOD_CARDS;
  const weights = evenWeights(sources.length);
  const found: PlannedSection[] =
    again === undefined && sources.length > 0 && !isSample
      ? sources.map(({ template, id, full }, i) => ({
          name: cards[template]?.name[language] ?? "KPI",
          weight: weights[i] ?? "",
          zero: 0,
          full,
          source: id,
        }))
      : usual.map(({ name, weight, zero, full, source }) => ({
          name: name[language],
          weight,
          zero,
          full,
          source: isSample ? source[language] : "",
        }));
  const empty = { name: "", weight: "", zero: "", full: "", source: "" } as const;
  return Array.from({ length: Math.max(count("sections"), found.length) }, (_, i) => found[i] ?? empty);
}

/**
 * Scores of other workbooks of the file that can be taken over; none in a sample. The result of a team is nobody's own: it
 * waits until somebody links it. The last ones are left out where the formula would get too long.
 */
function sourcesOf({ existing, isSample, again, text }: MethodContext): readonly ScoreSource[] {
  const found = isSample || again !== undefined ? [] : scoreSources(existing).filter(({ kind }) => kind !== "team");
  const h = columnMaker(text, "sectionValues").heads(VALUE_KEYS);
  const fitting = found.findLastIndex((_, i) => isShort(linkedFormula(h, found.slice(0, i + 1))));
  return found.slice(0, fitting + 1);
}
/** What each section takes: where sheets are made again, what it took before. */
const linksOf = (context: MethodContext): readonly (ScoreSource | null)[] => context.again?.links ?? sourcesOf(context);

/** The sections with weight and scale. */
export function sectionsSheet(context: MethodContext): MethodTable {
  const { names, text } = context;
  const make = columnMaker(text, "sections");
  const own: TableSource = {
    table: names.own.table("Sections"),
    headers: make.heads(["id", "item", "weight", "zero", "full", "source", "check", "used"]),
  };
  const h = own.headers;
  const rows = plannedSections(context, sourcesOf(context));
  const column = <K extends keyof PlannedSection>(key: K): PlannedSection[K][] => rows.map((row) => row[key]);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => sectionId(i)),
    ),
    make.input("item", 30, column("name"), WRAP),
    make.input("weight", 10, column("weight"), NUMBER),
    make.input("zero", 14, column("zero"), NUMBER),
    make.input("full", 14, column("full"), NUMBER),
    make.input("source", 32, column("source"), WRAP),
    make.formula("check", 20, itemCheckFormula(names, own, sectionCases(names, h)), BOLD),
    make.quiet("used", 9, weightUsedFormula(h)),
  ];
  const any = { kind: "decimal" as const, min: -1e9, max: 1e9 };
  return methodTable(context, "Sections", "sections", columns, rows.length, {
    tabColor: "warningFill",
    checks: [{ key: "check", also: ["weight"] }],
    groups: [{ from: "zero", to: "full", label: text("sections.scale") }],
    rules: [
      { key: "weight", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") },
      { key: "zero", rule: any, alert: stopAlert(context, "anyNumber") },
      { key: "full", rule: any, alert: stopAlert(context, "anyNumber") },
    ],
    frozen: 2,
    printTo: "used",
  });
}

const VALUE_KEYS = [
  ...["person", "name", "section", "title", "value", "linked", "source", "points", "comment", "check"],
  ...["no", "zero", "full", "valueUsed", "used", "counted", "won", "open", "key"],
];

/** A row a person and section: the value, its points, a comment. */
export function valuesSheet(context: MethodContext, sections: TableSource): MethodTable {
  const { names, text, people, isSample } = context;
  const make = columnMaker(text, "sectionValues");
  const h = make.heads(VALUE_KEYS);
  const planned = plannedSections(context, sourcesOf(context));
  const rows = people.flatMap(({ id }, person) => planned.map((_, section) => ({ id, person, section })));
  const section = cellOf(h, "section");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "person",
      8,
      rows.map(({ id }) => id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("person"))),
    make.label(
      "section",
      9,
      rows.map((row) => sectionId(row.section)),
    ),
    make.formula("title", 26, textOfId(sections, section, "item"), { wrap: true }),
    make.input(
      "value",
      12,
      rows.map((row) => (isSample ? (VALUES[row.person % VALUES.length]?.[row.section] ?? "") : "")),
      NUMBER,
    ),
    make.formula("linked", 14, linkedFormula(h, linksOf(context)), { ...NUMBER, font: { color: "muted" } }),
    make.formula("source", 26, textOfId(sections, section, "source"), { wrap: true, font: { color: "muted" } }),
    make.formula("points", 12, pointsFormula(names, h), { ...SCORE, ...BOLD }),
    make.input(
      "comment",
      34,
      rows.map(() => ""),
      WRAP,
    ),
    make.formula("check", 20, scoreCheckFormula(names, h), BOLD),
    make.label(
      "no",
      7,
      rows.map((row) => row.section + 1),
      { font: { color: "muted" }, numberFormat: "General" },
    ),
    make.quiet("zero", 8, numberOfId(sections, section, "zero")),
    make.quiet("full", 8, numberOfId(sections, section, "full")),
    make.quiet("valueUsed", 9, valueUsedFormula(h)),
    make.quiet("used", 8, numberOfId(sections, section, "used")),
    make.quiet("counted", 8, countedFormula(h)),
    make.quiet("won", 8, wonFormula(h)),
    make.quiet("open", 8, openFormula(names, h)),
    make.quiet("key", 8, lineKeyFormula(h, "section")),
  ];
  const value = `$${cellAddress(TABLE_AT.row + 1, VALUE_KEYS.indexOf("value"))}`;
  const made = methodTable(context, "SectionValues", "sectionValues", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      {
        key: "value",
        rule: {
          kind: "custom",
          formula: ruleFormula(`OR(ISNUMBER(${value}),${value}=${names.word("na")})`),
        },
        alert: stopAlert(context, "numberOrNa"),
      },
    ],
    frozen: 4,
    printTo: "no",
  });
  return hiddenFrom(made, "no");
}

const EXTRA_ROWS = 15;

/** Bonus and deductions beside the 100, each with its reason. */
export function extrasSheet(context: MethodContext): MethodTable {
  const { names, text, people, language } = context;
  const make = columnMaker(text, "extras");
  const h = make.heads([
    ...["id", "person", "name", "side", "points", "what", "record", "date", "check"],
    ...["known", "bonus", "deduction"],
  ]);
  const rows = rowsWith(context, EXTRAS, EXTRA_ROWS - (context.isSample ? EXTRAS.length : 0));
  const of = valuesOf(rows);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => `X${String(i + 1).padStart(2, "0")}`),
    ),
    make.input(
      "person",
      9,
      of(({ person }) => people[person % Math.max(1, people.length)]?.id),
    ),
    make.formula("name", 16, nameFormula(context, make.head("known"))),
    make.input(
      "side",
      13,
      of(({ side }) => text(`word.${side}`)),
    ),
    make.input(
      "points",
      10,
      of(({ points }) => points),
      NUMBER,
    ),
    make.input(
      "what",
      44,
      of(({ what }) => what[language]),
      WRAP,
    ),
    make.input(
      "record",
      14,
      of(({ record }) => record),
      WRAP,
    ),
    make.input(
      "date",
      12,
      of(({ at }) => dayAt(context, at)),
      { numberFormat: "yyyy-mm-dd", horizontal: "Left" },
    ),
    make.formula("check", 20, extraCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
    make.quiet("bonus", 9, sideFormula(names, h, "bonus")),
    make.quiet("deduction", 9, sideFormula(names, h, "deduction")),
  ];
  return methodTable(context, "Extras", "extras", columns, rows.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      listRule("person", ruleFormula(names.setting("PeopleIds")), listAlert(context)),
      listRule("side", ruleFormula(names.own.range("ExtraSides")), listAlert(context)),
      { key: "points", rule: { kind: "decimal", min: 0, max: 100 }, alert: stopAlert(context, "itemWeight") },
      rulesFor(context).inPeriod("date"),
    ],
    frozen: 3,
    printTo: "known",
  });
}

const RESULT_KEYS = [
  ...["id", "name", "open", "applicable", "base", "bonus", "deduction", "score", "gate", "band", "rank", "check"],
  ...["asked", "counted", "won", "bonusSum", "deductionSum", "bandNo"],
];

/** Results of the combined appraisal: a row a person. */
export function combinedResults(context: MethodContext, values: TableSource, extras: TableSource): MethodTable {
  const { names, text, people, settings, isSample } = context;
  const make = columnMaker(text, "combinedResults");
  const own: TableSource = { table: names.own.table("CombinedResults"), headers: make.heads(RESULT_KEYS) };
  const h = own.headers;
  const bands = { table: settings.bands.name, headers: headersOf(settings.bands.columns) };
  const sum = (key: string, from: TableSource, column = key): ColumnPlan<string> =>
    make.quiet(key, 9, sumOfKnown(h, from, column));
  const rows = Math.max(1, people.length);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    make.formula("open", 9, sumOfPersonFormula(h, values, "open"), WHOLE),
    make.formula("applicable", 13, applicableFormula(h), { numberFormat: "0%" }),
    make.formula("base", 12, baseFormula(names, h), SCORE),
    make.formula("bonus", 10, limitedFormula(names, h, "bonusSum", "MaxBonus"), SCORE),
    make.formula("deduction", 12, limitedFormula(names, h, "deductionSum", "MaxDeduction"), SCORE),
    make.formula("score", 12, totalFormula(h), { ...SCORE, ...BOLD }),
    make.input(
      "gate",
      14,
      people.map(() => (isSample ? text("word.no") : "")),
    ),
    make.formula("band", 16, bandFormula(h, bands)),
    make.formula("rank", 8, rankOfScoreFormula(own), WHOLE),
    changeColumn(context),
    make.formula("check", 22, resultCheckFormula(names, h), BOLD),
    make.quiet("asked", 9, sumOfPersonFormula(h, values, "used")),
    make.quiet("counted", 9, sumOfPersonFormula(h, values, "counted")),
    make.quiet("won", 9, sumOfPersonFormula(h, values, "won")),
    sum("bonusSum", extras, "bonus"),
    sum("deductionSum", extras, "deduction"),
    make.quiet("bandNo", 8, bandNumberFormula(names, h, bands)),
  ];
  const plan = {
    tabColor: "headFill" as const,
    checks: [{ key: "check" }],
    rules: [listRule("gate", ruleFormula(names.own.range("GateAnswers")), listAlert(context))],
    frozen: 2,
    printTo: "asked",
    printUnder: BARS_ROWS,
  };
  const made = methodTable(context, "CombinedResults", "combinedResults", columns, rows, plan);
  return withBars(made, { title: text("combinedResults.chart"), value: "score", width: 8 });
}
/** Sum over rows whose known person is this row's. */
const sumOfKnown = (h: Readonly<Record<string, string>>, { table, headers }: TableSource, key: string) =>
  sumOfPersonFormula(h, { table, headers: { ...headers, person: headers["known"] ?? "" } }, key);
