/** What Node needs of Univer, bundled once into CommonJS: its own packages cannot be imported by Node as they are. */
import "./iteratorHelpers.mjs";

export * as core from "@univerjs/core";
export * as formula from "@univerjs/engine-formula";
export * as sheets from "@univerjs/sheets";
export { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
export { UniverDocsPlugin } from "@univerjs/docs";
