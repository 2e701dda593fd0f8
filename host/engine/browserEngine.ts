/** The engine in a browser page: the same packages as in Node, bundled into the page. It calculates only; the grid draws. */
import * as core from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import * as formula from "@univerjs/engine-formula";
import * as sheets from "@univerjs/sheets";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { nextUnitId, UniverEngine } from "./univerEngine";

/** A fresh engine with no sheets yet. Dispose of it when done. */
export function createBrowserEngine(): UniverEngine {
  const { LocaleType, LogLevel, Univer } = core;
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(formula.UniverFormulaEnginePlugin);
  univer.registerPlugin(sheets.UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.NO_CALCULATION });
  return new UniverEngine({ core, formula, sheets }, univer, nextUnitId({ core }));
}
