/** People and Evidence: the two registers that others look things up in. */
import type { ColumnKey } from "../model/columns";
import { cellFormula, column, ruleFormula } from "../formulas/columns";
import { evidenceCheckFormula } from "../formulas/evidenceFormulas";
import { notOkRule } from "../formulas/planFormulas";
import { cellAddress } from "../model/a1";
import { evidenceId, type BuildContext } from "./context";
import {
  bodyHeights,
  formulaColumn,
  heading,
  headersOf,
  inputColumn,
  labelColumn,
  placeTable,
  widthsOf,
  type ColumnPlan,
  type TablePlacement,
} from "./tableSheet";
import type { CellStyle, Literal, NameBlueprint, SheetBlueprint } from "./types";

const AT = { row: 3, column: 0 };
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
const TEXT: CellStyle = { numberFormat: "@" };
const LONG_TEXT: CellStyle = { ...TEXT, wrap: true };
/** Empty rows of a fresh register; it grows when one types below. */
const EMPTY_ROWS = 15;

export interface RegisterParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly headers: Readonly<Record<string, string>>;
  readonly names: readonly NameBlueprint[];
}

/** Values of a person's row by column key; also used when people are added. */
export function peopleValues(context: BuildContext, key: string): readonly Literal[] {
  return context.people.map((person): Literal => {
    switch (key) {
      case "id":
        return person.id;
      case "name":
        return person.name;
      case "jobGroup":
        return context.jobGroup;
      case "department":
        return person.department;
      case "post":
        return person.post ?? "";
      case "from":
        return context.period.from;
      case "status":
        return context.word(context.isSample ? "sample" : "active");
      default:
        return "";
    }
  });
}

/** The People sheet: the only place where a person is entered. */
export function peopleSheet(context: BuildContext, name: string): RegisterParts {
  const { names, text } = context;
  const head = (key: string): string => text(`col.people.${key}`);
  const input = (key: ColumnKey, width: number, style: CellStyle = {}): ColumnPlan =>
    inputColumn(key, head(key), width, peopleValues(context, key), style);
  const columns = [
    labelColumn("id", head("id"), 8, peopleValues(context, "id")),
    input("name", 20, TEXT),
    input("post", 22, LONG_TEXT),
    input("jobGroup", 22, LONG_TEXT),
    input("department", 18, LONG_TEXT),
    input("manager", 18, TEXT),
    input("from", 12, DATE),
    input("to", 12, DATE),
    input("language", 10, TEXT),
    input("status", 11),
  ];
  const table: TablePlacement = {
    name: names.table("People"),
    at: AT,
    rows: Math.max(1, context.people.length),
    columns,
    filter: true,
  };
  const placed = placeTable(table);
  const heads = heading(text("people.title"), text("people.subtitle"));
  const headers = headersOf(columns);
  return {
    table,
    headers,
    names: [
      { name: names.setting("PeopleIds"), refersTo: cellFormula(column(names.table("People"), headers["id"] ?? "")) },
    ],
    sheet: {
      name,
      target: "create",
      blocks: heads.blocks,
      tables: [placed.table],
      styles: [...heads.styles, ...placed.styles],
      columnWidths: widthsOf(table),
      rowHeights: bodyHeights(table),
      conditional: [],
      validation: [
        {
          rect: { row: AT.row + 1, column: columns.length - 1, rows: table.rows, columns: 1 },
          rule: { kind: "list", source: ruleFormula(names.setting("Statuses")) },
          alert: { style: "Warning", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      freeze: { rows: AT.row + 1, columns: 2 },
      showGridlines: false,
      page: { orientation: "Landscape", fitToWidth: true, printTitleRows: { first: AT.row, last: AT.row } },
    },
  };
}

interface SampleRecord {
  /** "" for everybody. */
  readonly person: string;
  readonly indicator: string;
  readonly what: string;
  readonly source: string;
}

/** A rating that asks for words: the highest point, and the lowest two of five. */
const isExtreme = (rating: number, points: number): boolean => rating >= points || rating <= Math.floor(points * 0.4);

/**
 * Sample records: one a line that covers everybody, and an incident for each extreme rating, so that a filled sample
 * lacks no evidence.
 */
function sampleRecords({ isSample, lines, people, language, text }: BuildContext): readonly SampleRecord[] {
  if (!isSample) return [];
  const reports = lines.map((line): SampleRecord => {
    const source = line.evidence[language];
    const what = text("evidence.sample", { indicator: line.name[language], source });
    return { person: "", indicator: line.id, what, source };
  });
  const incidents = people.flatMap((person) =>
    lines.flatMap((line, k): SampleRecord[] => {
      const rating = person.actuals[k] ?? null;
      if (line.kind !== "rating" || rating === null || !isExtreme(rating, line.maximum ?? 5)) return [];
      const what = text("evidence.sampleIncident", { indicator: line.name[language], person: person.name });
      return [{ person: person.id, indicator: line.id, what, source: line.evidence[language] }];
    }),
  );
  return [...reports, ...incidents];
}

function evidenceValues(context: BuildContext, key: string): readonly Literal[] {
  const { word, period } = context;
  const values = sampleRecords(context).map((record, i): Literal => {
    switch (key) {
      case "id":
        return evidenceId(i + 1);
      case "person":
        return record.person === "" ? word("all") : record.person;
      case "indicator":
        return record.indicator;
      case "eventDate":
      case "recordedDate":
        return period.to;
      case "what":
        return record.what;
      case "source":
        return record.source;
      case "observer":
        // The mark by which sample records are known and taken away again.
        return word("sample");
      default:
        return "";
    }
  });
  const empty = Array.from({ length: EMPTY_ROWS }, (_, i): Literal =>
    key === "id" ? evidenceId(values.length + i + 1) : "",
  );
  return [...values, ...empty];
}

/** The Evidence sheet: dated records of people and indicators, each with a check of its ids and date. */
export function evidenceSheet(context: BuildContext, name: string): RegisterParts {
  const { names, text, word } = context;
  const head = (key: string): string => text(`col.evidence.${key}`);
  const input = (key: ColumnKey, width: number, style: CellStyle = {}): ColumnPlan =>
    inputColumn(key, head(key), width, evidenceValues(context, key), style);
  const columns = [
    labelColumn("id", head("id"), 8, evidenceValues(context, "id")),
    input("person", 11),
    input("indicator", 12),
    input("eventDate", 12, DATE),
    input("recordedDate", 12, DATE),
    input("what", 46, { wrap: true }),
    input("sign", 16),
    input("source", 24, { wrap: true }),
    input("observer", 16, TEXT),
    input("link", 24, TEXT),
    input("sharedOn", 12, DATE),
    formulaColumn(
      "check",
      head("check"),
      16,
      evidenceCheckFormula(names, {
        person: head("person"),
        indicator: head("indicator"),
        eventDate: head("eventDate"),
      }),
      { font: { bold: true } },
    ),
  ];
  const rows = sampleRecords(context).length + EMPTY_ROWS;
  const table: TablePlacement = { name: names.table("Evidence"), at: AT, rows, columns, filter: true };
  const placed = placeTable(table);
  const heads = heading(text("evidence.title"), text("evidence.subtitle", { all: word("all") }));
  const check = columns.length - 1;
  const listRule = (key: ColumnKey, list: "IndicatorIds" | "Signs"): SheetBlueprint["validation"][number] => ({
    rect: { row: AT.row + 1, column: columns.findIndex((plan) => plan.key === key), rows, columns: 1 },
    rule: { kind: "list", source: ruleFormula(names.setting(list)) },
    alert: { style: "Warning", title: text("valid.list.title"), message: text("valid.list") },
  });
  return {
    table,
    headers: headersOf(columns),
    names: [],
    sheet: {
      name,
      target: "create",
      tabColor: "inputFill",
      blocks: heads.blocks,
      tables: [placed.table],
      styles: [...heads.styles, ...placed.styles],
      columnWidths: widthsOf(table),
      rowHeights: bodyHeights(table),
      conditional: [
        {
          kind: "formula",
          rect: { row: AT.row + 1, column: check, rows, columns: 1 },
          formula: notOkRule(names, `$${cellAddress(AT.row + 1, check)}`),
          style: { fill: "errorFill", bold: true },
        },
      ],
      validation: [listRule("indicator", "IndicatorIds"), listRule("sign", "Signs")],
      freeze: { rows: AT.row + 1, columns: 3 },
      showGridlines: false,
      page: { orientation: "Landscape", fitToWidth: true, printTitleRows: { first: AT.row, last: AT.row } },
    },
  };
}
