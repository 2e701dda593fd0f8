/** The sheets of the incident log: records, and a row a person with the months they come from. */
import { BOLD, DATE, SHARE, WHOLE, WRAP, dayAt, rowsWith, rulesFor, valuesOf } from "../../blueprint/methodSheet";
import { listAlert, methodTable, nameFormula, TEXT, type MethodTable } from "../../blueprint/methodTable";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, listRule } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import type { CellStyle, ConditionalRule } from "../../blueprint/types";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { ruleFormula } from "../../formulas/columns";
import { OWN_KEY, ownKeyByDayFormula } from "../../formulas/ownRows";
import { cellAddress } from "../../model/a1";
import {
  countsFormula,
  dayOfRecordFormula,
  heatRule,
  inMonthFormula,
  monthFormula,
  monthLabelFormula,
  MONTHS,
  monthsFormula,
  ofSignFormula,
  personCheckFormula,
  recentFormula,
  recentRecordFormula,
  recordCheckFormula,
  signFormula,
  totalFormula,
} from "./formulas";
import { SAMPLE_RECORDS } from "./sample";

/** Empty rows for records to come. */
const EMPTY_RECORDS = 24;
/** Days from a sample event to its record. */
const SAMPLE_DELAY = 2;
/** A zero would be noise on a heat map. */
const COUNT: CellStyle = { numberFormat: "0;-0;;@", horizontal: "Center" };
const MONTH_LABEL: CellStyle = { numberFormat: "0000-00", horizontal: "Center", font: { color: "muted" } };
const recordId = (i: number): string => `R${String(i + 1).padStart(3, "0")}`;
const RECORD_KEYS = [
  ...["id", "date", "written", "person", "name", "kind", "topic", "situation", "what", "result", "observer", "link"],
  ...["talkedOn", "check", "known", "sign", "month", "counts", "recent", "day", OWN_KEY],
];

/** The incidents: a row a record. */
export function recordsSheet(context: MethodContext): MethodTable {
  const { names, text, people, language } = context;
  const make = columnMaker(text, "incidents");
  const h = make.heads(RECORD_KEYS);
  const rows = rowsWith(
    context,
    SAMPLE_RECORDS.filter(({ person }) => person < people.length),
    EMPTY_RECORDS,
  );
  const values = valuesOf(rows);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => recordId(i)),
    ),
    make.input(
      "date",
      12,
      values(({ at }) => dayAt(context, at)),
      DATE,
    ),
    make.input(
      "written",
      12,
      values(({ at }) => dayAt(context, at) + SAMPLE_DELAY),
      DATE,
    ),
    make.input(
      "person",
      10,
      values(({ person }) => people[person]?.id ?? ""),
    ),
    make.formula("name", 14, nameFormula(context, make.head("known"))),
    make.input(
      "kind",
      13,
      values(({ isEffective }) => text(isEffective ? "word.effective" : "word.ineffective")),
    ),
    make.input(
      "topic",
      18,
      values(({ topic }) => topic[language]),
      WRAP,
    ),
    make.input(
      "situation",
      16,
      values(({ situation }) => situation[language]),
      WRAP,
    ),
    make.input(
      "what",
      42,
      values(({ what }) => what[language]),
      WRAP,
    ),
    make.input(
      "result",
      30,
      values(({ result }) => result[language]),
      WRAP,
    ),
    make.input(
      "observer",
      14,
      values(() => text("incidents.manager")),
      TEXT,
    ),
    make.input(
      "link",
      14,
      values(() => ""),
      TEXT,
    ),
    make.input(
      "talkedOn",
      12,
      values(({ at }) => dayAt(context, at) + SAMPLE_DELAY),
      DATE,
    ),
    make.formula("check", 18, recordCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
    make.quiet("sign", 7, signFormula(names, h)),
    make.quiet("month", 8, monthFormula(names, h)),
    make.quiet("counts", 8, countsFormula(names, h)),
    make.quiet("recent", 8, recentRecordFormula(names, h)),
    make.quiet("day", 9, dayOfRecordFormula(h)),
    make.quiet(
      OWN_KEY,
      10,
      ownKeyByDayFormula(names.own.table("Incidents"), h, { owner: "known", counts: "counts", day: "day" }),
    ),
  ];
  const rules = rulesFor(context);
  return methodTable(context, "Incidents", "incidents", columns, rows.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [
      rules.inPeriod("date"),
      rules.date("written"),
      rules.date("talkedOn"),
      rules.list("person", names.setting("PeopleIds")),
      listRule("kind", ruleFormula(names.own.range("IncidentKinds")), listAlert(context)),
    ],
    frozen: 2,
    printTo: "known",
  });
}

const monthKeys = Array.from({ length: MONTHS }, (_, i) => `m${String(i + 1)}`);

/** A row a person: records by month and sign. */
export function monthsSheet(context: MethodContext, records: TableSource): MethodTable {
  const { names, text, people } = context;
  const make = columnMaker(text, "incidentMonths");
  const monthHeads = Object.fromEntries(
    monthKeys.map((key, i) => [key, text("incidentMonths.month", { number: i + 1 })]),
  );
  const h = {
    ...make.heads(["id", "name", "effective", "ineffective", "total", "months", "recent", "check"]),
    ...monthHeads,
  };
  const rows = Math.max(1, people.length);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    ...monthKeys.map((key, i) => ({
      ...make.formula("month", 8, inMonthFormula(h, records, i + 1), COUNT),
      key,
      header: monthHeads[key] ?? "",
    })),
    make.formula("effective", 11, ofSignFormula(h, records, 1), WHOLE),
    make.formula("ineffective", 11, ofSignFormula(h, records, -1), WHOLE),
    make.formula("total", 9, totalFormula(h), { ...WHOLE, ...BOLD }),
    make.formula("months", 11, monthsFormula(h), WHOLE),
    make.formula("recent", 12, recentFormula(h, records), SHARE),
    make.formula("check", 20, personCheckFormula(names, h), BOLD),
  ];
  const made = methodTable(context, "IncidentMonths", "incidentMonths", columns, rows, {
    tabColor: "headFill",
    checks: [{ key: "check" }],
    frozen: 2,
  });
  const { row, column } = made.table.at;
  const heat = { row: row + 1, column: column + 2, rows, columns: MONTHS };
  const first = cellAddress(heat.row, heat.column);
  const shades: readonly ConditionalRule[] = [
    {
      kind: "formula",
      rect: heat,
      formula: heatRule(first, 3),
      style: { fill: "warningFill", bold: true },
      stopIfTrue: true,
    },
    { kind: "formula", rect: heat, formula: heatRule(first, 1), style: { fill: "noteFill" } },
  ];
  const labels = { row: row - 1, column: heat.column };
  return {
    ...made,
    sheet: {
      ...made.sheet,
      blocks: [
        ...made.sheet.blocks,
        { at: labels, cells: [monthKeys.map((_, i) => ({ formula: monthLabelFormula(names, i + 1) }))] },
      ],
      styles: [...made.sheet.styles, { rect: { ...labels, rows: 1, columns: MONTHS }, style: MONTH_LABEL }],
      conditional: [...made.sheet.conditional, ...shades],
    },
  };
}
