/** How actuals are typed: people down and lines across, a row a person and line, or a page a person. */
export const ENTRY_FORMS = ["matrix", "register", "form"] as const;
export type EntryForm = (typeof ENTRY_FORMS)[number];

/** So many people are few enough for a page each. */
export const MOST_FORM_PEOPLE = 30;
