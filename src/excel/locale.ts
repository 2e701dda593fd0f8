/** The languages of this Office, as it names them ("en-US", "zh-CN"). */

/** Language of Office's own menus. */
export const displayLanguage = (): string =>
  (Office.context as Partial<Office.Context> | undefined)?.displayLanguage ?? navigator.language;
