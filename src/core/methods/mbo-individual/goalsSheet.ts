/**
 * The Goals sheet: a row per person and goal, with what the employee proposes, what the manager proposes, and what is
 * agreed.
 */
import { columnMaker, listRule, registerSheet, type ColumnRule } from "../../blueprint/registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "../../blueprint/tableSheet";
import type { CellStyle, Literal } from "../../blueprint/types";
import { cellFormula, column, ruleFormula } from "../../formulas/columns";
import { kindFormula, readyFormula, stretchFormula, zeroFormula } from "../../formulas/planFormulas";
import { personFormula } from "../../formulas/resultFormulas";
import { BOLD, DATE, NUMBER, WRAP, type MethodSheet } from "../../blueprint/methodSheet";
import type { MboContext, PlacedGoal } from "./context";
import { type Headers } from "../../formulas/byKey";
import {
  activeFormula,
  aimFormula,
  goalCheckFormula,
  goalSignFormula,
  keyFormula,
  numberFormula,
  startFormula,
  whoFormula,
} from "./goalFormulas";
import { GOAL_KINDS } from "./reviewFormulas";

const AT = { row: 4, column: 0 };

const bySide = (side: 0 | 1 | 2, of: "targets" | "weights") => (goal: PlacedGoal) => goal.sample?.[of]?.[side];
/** Values of the input columns by key. */
const VALUES: Readonly<Record<string, (goal: PlacedGoal, context: MboContext) => Literal | undefined>> = {
  id: ({ id }) => id,
  person: ({ person }) => person,
  goal: ({ sample }, { language }) => sample?.goal[language],
  measure: ({ sample }, { language }) => sample?.measure[language],
  kind: ({ sample }, { word }) => (sample === null ? undefined : word(sample.kind)),
  direction: ({ sample }, { word }) => (sample?.direction === undefined ? undefined : word(sample.direction)),
  unit: ({ sample }, { language }) => sample?.unit[language],
  targetE: bySide(0, "targets"),
  weightE: bySide(0, "weights"),
  targetM: bySide(1, "targets"),
  weightM: bySide(1, "weights"),
  target: bySide(2, "targets"),
  weight: bySide(2, "weights"),
  start: ({ sample }) => sample?.start,
  threshold: ({ sample }) => sample?.threshold,
  stretch: ({ sample }) => sample?.stretch,
  worstAllowed: ({ sample }) => sample?.worstAllowed,
  due: ({ sample }, { period: { from, to } }) =>
    sample === null ? undefined : from + Math.round((to - from) * sample.due),
  support: ({ sample }, { language }) => sample?.support[language],
  addedOn: ({ sample }, { period }) => (sample === null ? undefined : period.from),
};

/** Inputs in their order on the sheet, with width and style. */
const INPUTS: readonly (readonly [key: string, width: number, style?: CellStyle])[] = [
  ["person", 9],
  ["goal", 30, WRAP],
  ["measure", 24, WRAP],
  ["kind", 14],
  ["direction", 17],
  ["unit", 12, WRAP],
  ["targetE", 10, NUMBER],
  ["weightE", 10, NUMBER],
  ["targetM", 11, NUMBER],
  ["weightM", 11, NUMBER],
  ["start", 9, NUMBER],
  ["threshold", 11, NUMBER],
  ["target", 9, { ...NUMBER, ...BOLD }],
  ["stretch", 9, NUMBER],
  ["worstAllowed", 9, NUMBER],
  ["weight", 9, { ...NUMBER, ...BOLD }],
  ["due", 12, DATE],
  ["support", 24, WRAP],
  ["addedOn", 12, DATE],
  ["note", 18, WRAP],
];
const CALCULATED = [
  "name",
  "check",
  "active",
  "who",
  "number",
  "key",
  "sign",
  "kindNo",
  "zeroUsed",
  "stretchUsed",
  "firstPoint",
  "aim",
  "startUsed",
  "ready",
];

function goalColumns(context: MboContext, signOff: { readonly table: string; readonly headers: Headers }) {
  const { names, text, goals, peopleHeaders } = context;
  const make = columnMaker(text, "goals");
  const values = (key: string): Literal[] => goals.map((goal) => VALUES[key]?.(goal, context) ?? "");
  const table = names.own.table("Goals");
  const inputs = INPUTS.map(([key, width, style]) => make.input(key, width, values(key), style));
  const h = make.heads(["id", ...INPUTS.map(([key]) => key), ...CALCULATED]);
  const [person, ...rest] = inputs;
  const beside = rest.findIndex(({ key }) => key === "weight") + 1;
  const name = personFormula(
    names.table("People"),
    peopleHeaders["id"] ?? "",
    peopleHeaders["name"] ?? "",
    h["who"] ?? "",
  );
  return [
    make.label("id", 7, values("id")),
    ...(person === undefined ? [] : [person]),
    make.formula("name", 14, name),
    ...rest.slice(0, beside),
    // The check stands beside the weight, where people look.
    make.formula("check", 18, goalCheckFormula(names, h, signOff), BOLD),
    ...rest.slice(beside),
    make.quiet("active", 8, activeFormula(names, h)),
    make.quiet("who", 8, whoFormula(h)),
    make.quiet("number", 8, numberFormula(table, h)),
    make.quiet("key", 10, keyFormula(h)),
    make.quiet("sign", 7, goalSignFormula(names, h)),
    make.quiet("kindNo", 8, kindFormula(names, h)),
    make.quiet("zeroUsed", 10, zeroFormula(names, h)),
    make.quiet("stretchUsed", 10, stretchFormula(h)),
    make.quiet("firstPoint", 9, cellFormula(`IFERROR(MATCH(5,${names.setting("PointScales")},0),0)`)),
    make.quiet("aim", 9, aimFormula(h)),
    make.quiet("startUsed", 9, startFormula(h)),
    make.quiet("ready", 8, readyFormula(h, GOAL_KINDS, h["kindNo"] ?? "", h["sign"] ?? "")),
  ] satisfies ColumnPlan<string>[];
}

function goalRules({ names, text }: MboContext): ColumnRule[] {
  const list = { style: "Stop", title: text("valid.list.title"), message: text("valid.list") } as const;
  const number = { style: "Stop", title: text("valid.number.title"), message: text("valid.number") } as const;
  const weight = { style: "Stop", title: text("valid.weight.title"), message: text("valid.weight") } as const;
  const date = { style: "Warning", title: text("valid.period.title"), message: text("valid.period") } as const;
  const numbers = ["targetE", "targetM", "start", "threshold", "target", "stretch", "worstAllowed"];
  return [
    listRule("person", ruleFormula(names.setting("PeopleIds")), list),
    listRule("kind", ruleFormula(names.setting("Kinds")), list),
    listRule("direction", ruleFormula(names.setting("Directions")), list),
    ...numbers.map((key): ColumnRule => ({ key, rule: { kind: "decimal", min: -1e12, max: 1e12 }, alert: number })),
    ...["weightE", "weightM", "weight"].map((key): ColumnRule => ({
      key,
      rule: { kind: "decimal", min: 0, max: 100 },
      alert: weight,
    })),
    ...["due", "addedOn"].map((key): ColumnRule => ({
      key,
      rule: {
        kind: "date",
        min: ruleFormula(names.setting("From")),
        max: ruleFormula(names.setting("To")),
      },
      alert: date,
    })),
  ];
}

/** A row a person and goal: what both sides propose, and what is agreed. */
export function goalsSheet(
  context: MboContext,
  name: string,
  signOff: { readonly table: string; readonly headers: Headers },
): MethodSheet {
  const { names, text, goals } = context;
  const columns = goalColumns(context, signOff);
  const headers = headersOf(columns);
  const table: TablePlacement = { name: names.own.table("Goals"), at: AT, rows: goals.length, columns, filter: true };
  return {
    table,
    headers,
    names: [{ name: names.setting("IndicatorIds"), refersTo: cellFormula(column(table.name, headers["id"] ?? "")) }],
    sheet: registerSheet({
      names,
      name,
      title: text("goals.title"),
      subtitle: text("goals.subtitle"),
      table,
      tabColor: "inputFill",
      checks: [{ key: "check", also: ["weight"] }],
      groups: [
        { from: "targetE", to: "weightE", label: text("goals.employee") },
        { from: "targetM", to: "weightM", label: text("goals.manager") },
        { from: "start", to: "weight", label: text("goals.agreed") },
      ],
      rules: goalRules(context),
      frozen: 4,
      printTo: "active",
      headHeight: 34,
      rowHeight: 30,
    }),
  };
}
