/** An entry form is for few people: a page each. Whoever comes later still gets one. */
import { MOST_FORM_PEOPLE, type EntryForm } from "../core/model/entryForms";
import type { Problem } from "../core/model/problem";
import { problemNamed } from "./outcomes";

/** Why nobody would leaf through so many pages; null where the form of entry takes them all. */
export const crowdProblem = (form: EntryForm, people: readonly unknown[]): Problem | null =>
  form === "form" && people.length > MOST_FORM_PEOPLE
    ? problemNamed("build.tooManyPages", { count: people.length, most: MOST_FORM_PEOPLE })
    : null;
