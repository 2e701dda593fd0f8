/** Univer with its user interface: draws the grid and takes the person's input. It holds no truth of its own. */
import { CustomCommandExecutionError, LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionalZh from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import coreZh from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationEn from "@univerjs/preset-sheets-data-validation/locales/en-US";
import validationZh from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteEn from "@univerjs/preset-sheets-note/locales/en-US";
import noteZh from "@univerjs/preset-sheets-note/locales/zh-CN";
import { greenTheme } from "@univerjs/themes";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-note/lib/index.css";

export interface GridUniver {
  readonly univer: Univer;
  readonly api: FUniver;
}

export function createGridUniver(container: HTMLElement, language: "en" | "zh-CN", dark: boolean): GridUniver {
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    theme: greenTheme,
    darkMode: dark,
    locale: language === "en" ? LocaleType.EN_US : LocaleType.ZH_CN,
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreEn, conditionalEn, validationEn, noteEn),
      [LocaleType.ZH_CN]: mergeLocales(coreZh, conditionalZh, validationZh, noteZh),
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: false,
      toolbar: false,
      footer: false,
      formulaBar: false,
      contextMenu: false,
      disableAutoFocus: true,
      formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
    }),
    UniverSheetsConditionalFormattingPreset(),
    // The list's search box would take the keyboard away from the cell in the middle of a word.
    UniverSheetsDataValidationPreset({ showSearchOnDropdown: false, showEditOnDropdown: false }),
    UniverSheetsNotePreset(),
  ];
  const registered = new Set<string>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const plugin = Array.isArray(entry) ? entry[0] : entry;
    // Presets share plugins; each may be registered once.
    if (registered.has(plugin.pluginName)) continue;
    registered.add(plugin.pluginName);
    if (Array.isArray(entry)) univer.registerPlugin(plugin, entry[1] as object);
    else univer.registerPlugin(plugin);
  }
  return { univer, api: FUniver.newAPI(univer) };
}

/** Stops the command that is about to run; Univer's own way of saying no. */
export function stopCommand(reason: string): never {
  throw new CustomCommandExecutionError(reason);
}
