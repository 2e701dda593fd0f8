import type { SheetText } from "../../src/core/blueprint/words";
import { translate, type Language } from "../../src/i18n/everything";

/** The sheet's words of a language, as the commands hand them to the builder. */
export const sheetText =
  (language: Language): SheetText =>
  (key, params) =>
    translate(language, `sheet.${key}`, params);
