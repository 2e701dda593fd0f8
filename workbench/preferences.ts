/** What the person chose on this computer: language, theme, Excel version. Kept in the browser only; the address can override it. */
import type { Language } from "./words";

export type Theme = "light" | "dark" | "contrast";
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Highest ExcelApi requirement set that the host offers. */
  readonly excelApi: "1.15" | "1.14" | "1.13";
  readonly readOnly: boolean;
}

const KEY = "evenhand-workbench";
const DEFAULTS: Preferences = { language: "en", theme: "light", excelApi: "1.15", readOnly: false };

function checked(raw: Readonly<Record<string, unknown>>, base: Preferences): Preferences {
  const { language, theme, excelApi, readOnly } = raw;
  return {
    language: language === "en" || language === "zh-CN" ? language : base.language,
    theme: theme === "light" || theme === "dark" || theme === "contrast" ? theme : base.theme,
    excelApi: excelApi === "1.15" || excelApi === "1.14" || excelApi === "1.13" ? excelApi : base.excelApi,
    readOnly: readOnly === true || readOnly === "true" || (readOnly === undefined ? base.readOnly : false),
  };
}

function stored(): Preferences {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof parsed === "object" && parsed !== null ? checked({ ...parsed }, DEFAULTS) : DEFAULTS;
  } catch {
    // A damaged entry is no reason not to start.
    return DEFAULTS;
  }
}

export function readPreferences(address: URLSearchParams): Preferences {
  return checked(Object.fromEntries(address), stored());
}
export function keepPreferences(preferences: Preferences): void {
  localStorage.setItem(KEY, JSON.stringify(preferences));
}
