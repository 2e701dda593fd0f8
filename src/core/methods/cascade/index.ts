/** Goal decomposition: organisation → department → person, year → quarter → month, a KPI and its drivers; sums checked at each level. */
import { checksSheet } from "../../blueprint/checksSheet";
import { checkRows, partOf, sourceOf } from "../../blueprint/methodSheet";
import type { MethodContext, MethodDefinition, MethodPart } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import { METHOD_CARDS } from "../list";
import { CASCADE_CHECKS } from "./checks";
import { cascadePage } from "./page";
import { PERIOD, YEAR } from "./period";
import { PROOF } from "./proof";
import { HANDOUT } from "./handout";
import { DRIVER_RULES } from "./driverFormulas";
import { driversSheet } from "./driversSheet";
import { departmentSheet, topSheet } from "./goalSheets";
import { DEPARTMENT_KEYS, LINE_KEYS } from "./levelFrame";
import { linesSheet } from "./lineSheet";
import { monthsHeaders, monthsSheet, profilesSheet, yearHeaders, yearSheet } from "./monthSheets";
import { cascadeReading } from "./reading";
import { SAMPLE_POSTS } from "./sample";

const GOAL_WORDS = [
  "weightMissing",
  "weightsOff",
  "incomplete",
  "noKind",
  "noChildren",
  "childWeights",
  "short",
  "over",
  "differs",
];
const BELOW_WORDS = ["orphan", "noBase"];

function build(context: MethodContext): readonly MethodPart[] {
  const { names, text, sheetName } = context;
  const later = (table: string, headers: Readonly<Record<string, string>>) => ({
    table: names.own.table(table),
    headers,
  });
  const departmentHeads = later("DepartmentGoals", columnMaker(text, "departmentGoals").heads(DEPARTMENT_KEYS));
  const lineHeads = later("LineGoals", columnMaker(text, "lineGoals").heads(LINE_KEYS));
  const top = topSheet(context, sheetName("topGoals"), departmentHeads);
  const departments = departmentSheet(context, sheetName("departmentGoals"), sourceOf(top), lineHeads);
  const lines = linesSheet(context, sheetName("lineGoals"), sourceOf(departments), later("Year", yearHeaders(context)));
  const profiles = profilesSheet(context, sheetName("profiles"));
  const months = monthsSheet(context, sheetName("months"), sourceOf(lines), sourceOf(profiles));
  const year = yearSheet(context, sheetName("year"), sourceOf(lines), later("Months", monthsHeaders(context)));
  const drivers = driversSheet(context, sheetName("drivers"), sourceOf(top));
  const checks = [
    ...checkRows(top, GOAL_WORDS),
    ...checkRows(departments, [...GOAL_WORDS, ...BELOW_WORDS]),
    ...checkRows(lines, ["weightMissing", "weightsOff", "incomplete", ...BELOW_WORDS]),
    ...checkRows(months, ["noProfile", "incomplete", "differs"]),
    ...checkRows(year, ["notNumber", "gapInMonths"]),
    ...checkRows(drivers, ["noKind", "incomplete", "differs"]),
  ];
  return [
    partOf("TopGoals", top),
    partOf("DepartmentGoals", departments),
    partOf("LineGoals", lines),
    partOf("Months", months),
    partOf("Year", year),
    partOf("Drivers", drivers),
    partOf("Profiles", profiles),
    cascadePage(context, { departments: sourceOf(departments), lines: sourceOf(lines), year: sourceOf(year) }),
    { sheet: checksSheet(context, sheetName("checks"), checks), tables: {}, names: [] },
  ];
}

export const CASCADE: MethodDefinition = {
  id: "cascade",
  name: METHOD_CARDS.cascade.name,
  own: {
    common: ["Stage", "StageNo", "From", "To", "AsOf", "Cap", "Tolerance"],
    rows: [{ key: "Over", value: 0.1, limits: [0, 1], style: { numberFormat: "0%", horizontal: "Left" } }],
    words: [
      ...[
        "noKind",
        "noChildren",
        "childWeights",
        "short",
        "over",
        "differs",
        "noBase",
        "orphan",
        "noProfile",
        "gapInMonths",
      ],
      ...[
        "carrySum",
        "carryMean",
        "carryRatio",
        "carryShared",
        "carrySupport",
        "monthsAdd",
        "monthsMean",
        ...DRIVER_RULES,
      ],
      ...["onTrack", "behind"],
    ],
    lists: {
      CarriedBy: ["carrySum", "carryMean", "carryRatio", "carryShared", "carrySupport"],
      MonthsMake: ["monthsAdd", "monthsMean"],
      DriverRules: DRIVER_RULES,
    },
  },
  lines: () => [],
  samplePeople: SAMPLE_POSTS,
  sheetKeys: [
    ...["topGoals", "departmentGoals", "lineGoals", "months", "year", "drivers", "profiles"],
    ...["person", "proof", "checks"],
  ],
  reading: cascadeReading,
  checks: CASCADE_CHECKS,
  proof: PROOF,
  period: PERIOD,
  year: YEAR,
  people: {
    tables: [
      { table: "LineGoals", number: "id", rows: 2 },
      { table: "Months", number: "id", rows: 2 },
      { table: "Year", number: "id", rows: 2 },
    ],
  },
  build,
  handout: HANDOUT,
  sampleStage: 2,
  sampleAsOf: 0.5,
  start: "topGoals",
};
