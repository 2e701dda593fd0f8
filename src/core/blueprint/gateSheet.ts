/**
 * Gates: conditions that hold the band down whatever the total says. A small table of its own, never part of the
 * weights.
 */
import type { ColumnKey } from "../model/columns";
import { cellFormula, column, ruleFormula } from "../formulas/columns";
import { ceilingFormula, gateCheckFormula } from "../formulas/gateFormulas";
import { notOkRule } from "../formulas/planFormulas";
import { cellAddress } from "../model/a1";
import { bandsOf } from "./bands";
import type { BuildContext } from "./context";
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

/** Every total lies above the lowest band's cut-off, a large negative number that means "from below". */
export const CEILING_FORMAT = 'General;"−∞"';
const AT = { row: 3, column: 0 };

/** Values of the gates' input columns by key; also used when a second plan is added. */
export function gateValues(context: BuildContext, key: string): readonly Literal[] {
  const { gates, language } = context;
  const bands = bandsOf(context);
  return gates.map((gate): Literal => {
    switch (key) {
      case "id":
        return gate.id;
      case "jobGroup":
        return context.jobGroup;
      case "gate":
        return gate.name[language];
      case "indicator":
        return gate.line ?? "";
      case "below":
        return gate.below ?? "";
      case "bestBand":
        return bands[gate.bestBand - 1]?.name ?? "";
      default:
        return "";
    }
  });
}

/** The table; `bandHeaders` are those of the Bands table. */
export function gatesTable(context: BuildContext, bandHeaders: Readonly<Record<string, string>>): TablePlacement {
  const { names, text } = context;
  const head = (key: string): string => text(`col.gates.${key}`);
  const input = (key: ColumnKey, width: number, style: CellStyle = {}): ColumnPlan =>
    inputColumn(key, head(key), width, gateValues(context, key), style);
  return {
    name: names.table("Gates"),
    at: AT,
    rows: Math.max(1, context.gates.length),
    columns: [
      labelColumn("id", head("id"), 7, gateValues(context, "id")),
      input("jobGroup", 18),
      input("gate", 34, { wrap: true }),
      input("indicator", 12),
      input("below", 10, { numberFormat: "General" }),
      input("bestBand", 16),
      formulaColumn(
        "check",
        head("check"),
        17,
        gateCheckFormula(names, {
          band: head("bestBand"),
          indicator: head("indicator"),
          below: head("below"),
        }),
        { font: { bold: true } },
      ),
      formulaColumn(
        "ceiling",
        head("ceiling"),
        12,
        ceilingFormula(names.table("Bands"), bandHeaders["band"] ?? "", bandHeaders["from"] ?? "", head("bestBand")),
        { font: { color: "muted" }, numberFormat: CEILING_FORMAT },
      ),
    ],
  };
}

export interface GateParts {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly names: readonly NameBlueprint[];
}

/** The sheet of the gates with its table and names; bands are looked up by the headers given. */
export function gateSheet(
  context: BuildContext,
  name: string,
  bandHeaders: Readonly<Record<string, string>>,
): GateParts {
  const { names, text } = context;
  const table = gatesTable(context, bandHeaders);
  const placed = placeTable(table);
  const head = heading(text("gates.title"), text("gates.subtitle"));
  const headers = headersOf(table.columns);
  const body = AT.row + 1;
  const columnOf = (key: string): number => table.columns.findIndex((entry) => entry.key === key);
  const bodyOf = (key: string): { row: number; column: number; rows: number; columns: number } => ({
    row: body,
    column: columnOf(key),
    rows: table.rows,
    columns: 1,
  });
  const list = (key: string, source: "BandNames" | "IndicatorIds"): SheetBlueprint["validation"][number] => ({
    rect: bodyOf(key),
    rule: { kind: "list", source: ruleFormula(names.setting(source)) },
    alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
  });
  const named = (short: "GateIds" | "GateNames" | "GateCeilings" | "GateBelow", key: string): NameBlueprint => ({
    name: names.setting(short),
    refersTo: cellFormula(column(table.name, headers[key] ?? "")),
  });
  return {
    table,
    names: [
      named("GateIds", "id"),
      named("GateNames", "gate"),
      named("GateCeilings", "ceiling"),
      named("GateBelow", "below"),
    ],
    sheet: {
      name,
      target: "create",
      blocks: head.blocks,
      tables: [placed.table],
      styles: [...head.styles, ...placed.styles],
      columnWidths: widthsOf(table),
      rowHeights: [{ row: AT.row, height: 32 }, ...bodyHeights(table)],
      conditional: [
        {
          kind: "formula",
          rect: bodyOf("check"),
          formula: notOkRule(names, `$${cellAddress(body, columnOf("check"))}`),
          style: { fill: "errorFill", bold: true },
        },
      ],
      validation: [list("bestBand", "BandNames"), list("indicator", "IndicatorIds")],
      freeze: { rows: body, columns: 3 },
      showGridlines: false,
      page: { orientation: "Landscape", fitToWidth: true, printTitleRows: { first: AT.row, last: AT.row } },
    },
  };
}
