/** A typed or pasted list of people, one a line; tabs win over commas, as cells pasted from Excel hold tabs. */
import type { PersonEntry } from "../../commands/types";
import type { Message } from "../../core/model/message";

export interface PeopleList {
  readonly people: readonly PersonEntry[];
  readonly problems: readonly Message[];
}

export function parsePeople(text: string): PeopleList {
  const people: PersonEntry[] = [];
  const problems: Message[] = [];
  const ids = new Set<string>();
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === "") continue;
    const [name = "", id = "", department = ""] = raw
      .split(raw.includes("\t") ? "\t" : /[,，]/)
      .map((part) => part.trim());
    const line = index + 1;
    if (name === "") problems.push({ key: "pane.new.people.noName", params: { line } });
    if (id !== "" && ids.has(id)) problems.push({ key: "pane.new.people.repeated", params: { line, id } });
    ids.add(id);
    if (name !== "") people.push({ name, ...(id === "" ? {} : { id }), ...(department === "" ? {} : { department }) });
  }
  return { people, problems };
}

/** The list as text again, for people picked from cells. */
export function peopleText(people: readonly PersonEntry[]): string {
  return people
    .map((person) => [person.name, person.id ?? "", person.department ?? ""].join("\t").trimEnd())
    .join("\n");
}
