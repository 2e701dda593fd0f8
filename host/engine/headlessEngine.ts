/** The engine without a screen, for Node: tests, tools, the judge. */
import { loadHeadlessUniver } from "./univer/loadHeadless";
import { nextUnitId, UniverEngine } from "./univerEngine";

/** A fresh engine with no sheets yet. Dispose of it when done. */
export function createHeadlessEngine(): UniverEngine {
  const api = loadHeadlessUniver();
  const { LocaleType, LogLevel, Univer } = api.core;
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(api.UniverDocsPlugin);
  univer.registerPlugin(api.formula.UniverFormulaEnginePlugin);
  univer.registerPlugin(api.sheets.UniverSheetsPlugin);
  univer.registerPlugin(api.UniverSheetsFormulaPlugin, {
    initialFormulaComputing: api.CalculationMode.NO_CALCULATION,
  });
  return new UniverEngine(api, univer, nextUnitId(api));
}
