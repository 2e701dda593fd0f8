/** People and Evidence: the two registers that others look things up in. */
import type { ColumnKey } from "../model/columns";
import { cellFormula, column, ruleFormula } from "../formulas/columns";
import { evidenceCheckFormula } from "../formulas/evidenceFormulas";
import { notOkRule } from "../formulas/planFormulas";
import { cellAddress } from "../model/a1";
import { evidenceId, type BuildContext } from "./context";
import {
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
      case "from":
        return context.period.from;
      case "status":
        return context.word(context.isSample ? "sample" : "active");
      default:
        return "";
    }
  });
}

export function peopleSheet(context: BuildContext, name: string): RegisterParts {
  const { names, text } = context;
  const head = (key: string): string => text(`col.people.${key}`);
  const input = (key: ColumnKey, width: number, style: CellStyle = {}): ColumnPlan =>
    inputColumn(key, head(key), width, peopleValues(context, key), style);
  const columns = [
    labelColumn("id", head("id"), 8, peopleValues(context, "id")),
    input("name", 20, TEXT),
    input("post", 18, TEXT),
    input("jobGroup", 18, TEXT),
    input("department", 16, TEXT),
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

/** Sample records: one a line that covers everybody, so that a filled sample lacks no evidence. */
function evidenceValues(context: BuildContext, key: string): readonly Literal[] {
  const { language, text, word, period } = context;
  const records = context.isSample ? context.lines : [];
  const values = records.map((line, i): Literal => {
    switch (key) {
      case "id":
        return evidenceId(i + 1);
      case "person":
        return word("all");
      case "indicator":
        return line.id;
      case "eventDate":
      case "recordedDate":
        return period.to;
      case "what":
        return text("evidence.sample", { indicator: line.name[language], source: line.evidence[language] });
      case "source":
        return line.evidence[language];
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
    input("source", 18),
    input("observer", 16, TEXT),
    input("link", 24, TEXT),
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
  const rows = (context.isSample ? context.lines.length : 0) + EMPTY_ROWS;
  const table: TablePlacement = { name: names.table("Evidence"), at: AT, rows, columns, filter: true };
  const placed = placeTable(table);
  const heads = heading(text("evidence.title"), text("evidence.subtitle", { all: word("all") }));
  const check = columns.length - 1;
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
      conditional: [
        {
          kind: "formula",
          rect: { row: AT.row + 1, column: check, rows, columns: 1 },
          formula: notOkRule(names, `$${cellAddress(AT.row + 1, check)}`),
          style: { fill: "errorFill", bold: true },
        },
      ],
      validation: [
        {
          rect: { row: AT.row + 1, column: 2, rows, columns: 1 },
          rule: { kind: "list", source: ruleFormula(names.setting("IndicatorIds")) },
          alert: { style: "Warning", title: text("valid.list.title"), message: text("valid.list") },
        },
      ],
      freeze: { rows: AT.row + 1, columns: 3 },
      showGridlines: false,
      page: { orientation: "Landscape", fitToWidth: true, printTitleRows: { first: AT.row, last: AT.row } },
    },
  };
}
