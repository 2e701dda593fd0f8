/** The people of the open workbook and what can be done with them; protection of its sheets. */
import type { BilingualText } from "../core/schema/fields";
import { listedPeople, peopleWithoutRows } from "../core/people/addPeople";
import { PEOPLE_LIST } from "../core/people/peopleTables";
import { tracesOf } from "../core/people/removePeople";
import { tableNameParts } from "../core/recognise/layout";
import { protectAgain, protectSheets as shut, unprotectSheets } from "../excel/protection";
import { isoOf } from "./isoDates";
import { loadMethod } from "./methodParts";
import { readPeople, sheetsOf, type OpenPeople } from "./openPeople";
import { templateBehind } from "./ownTemplates";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { placesReady, planFor } from "./people";
import type { Session } from "./session";
import { linesDraft } from "./linesDraft";
import { sheetText } from "./sheetWords";
import { sortableTables, totalsOf } from "./sortPeople";
import type { Outcome, PeopleDraft, RunOptions, SortKey } from "./types";

/** The sheets of the open workbook: those with its tables, and Guide and Checks, which have none. */
function ownSheets({ reading, open }: OpenPeople): readonly string[] {
  const tables = reading.snapshot.sheets.filter((sheet) =>
    sheet.tables.some(({ name }) => tableNameParts(name)?.instance === open.stored.instance),
  );
  // With two workbooks of ours in one file it is not known whose Guide is whose.
  const isOnly = open.metadata.instances.length === 1;
  const bare = ["name.guide", "name.checks"].map((key) => sheetText(open.language)(key));
  const others = reading.sheetNames.filter((name) => isOnly && bare.includes(name));
  return [...new Set([...tables.map(({ name }) => name), ...others])];
}

function lastDayOf(people: OpenPeople): string {
  const day = people.setting("To");
  return day === null ? "" : isoOf(day);
}

export async function peopleDraft(session: Session, options: RunOptions = {}): Promise<Outcome<PeopleDraft>> {
  const read = await readPeople(session, options);
  if (!read.ok) return stopped(read.problem);
  const people = read.value;
  const { standing, open, plans, reading } = people;
  const definition = await loadMethod(open.stored.template);
  const name: BilingualText | undefined = (definition ?? (await templateBehind(open.stored)))?.name;
  const keys: readonly SortKey[] = [
    "name",
    "id",
    "department",
    ...(totalsOf(people).size > 0 ? ["total" as const] : []),
  ];
  const grown = standing.all.flatMap(({ table }) => standing.tables.get(table) ?? []);
  const list = standing.tables.get(PEOPLE_LIST);
  const own = new Set(ownSheets(people));
  const withTables = reading.snapshot.sheets.filter((sheet) => own.has(sheet.name));
  return succeeded({
    title: name?.[session.language] ?? reading.assessment.title,
    plans: plans.map(({ entry, jobGroup }) => ({ key: entry, jobGroup })),
    people: listedPeople(standing.tables)
      .filter((person) => person.name !== "" && person.id !== "")
      .map((person) => ({
        id: person.id,
        name: person.name,
        department: person.department,
        hasLeft: person.hasLeft,
        traces: tracesOf(standing, person.id).length,
      })),
    waiting: peopleWithoutRows(standing).map((person) => ({
      name: person.name,
      jobGroup: person.jobGroup,
      plan: planFor(people, person)?.entry ?? null,
    })),
    freePlaces: placesReady(people, plans[0] ?? null),
    fixed: people.fixed === null ? null : { key: `commands.people.fixed.${people.fixed}` },
    sheets: sheetsOf(list === undefined ? grown : [list, ...grown]),
    sorts: { sheets: people.fixed === null ? sheetsOf(sortableTables(people).map(({ table }) => table)) : [], keys },
    lastDay: lastDayOf(people),
    lines: linesDraft(people),
    protection: { on: withTables.filter(({ isProtected }) => isProtected).length, of: withTables.length },
  });
}

export async function protectSheets(
  session: Session,
  on: boolean,
  options: RunOptions = {},
): Promise<Outcome<{ readonly sheets: number }>> {
  const read = await readPeople(session, options);
  if (!read.ok) return stopped(read.problem);
  const sheets = ownSheets(read.value);
  if (on) {
    const done = await shut(sheets);
    if (!done.ok) return stopped(done.problem);
    const count = done.value.length;
    if (count === 0) return stopped(problemNamed("people.allShut"));
    const undo = session.rememberUndo({ key: "commands.people.undo.protect" }, () => unprotectSheets(done.value));
    return succeeded({ sheets: count }, [{ key: "commands.people.shut", params: { count } }], undo);
  }
  const done = await unprotectSheets(sheets);
  if (!done.ok) return stopped(done.problem);
  const lifted = done.value;
  if (lifted.length === 0) return stopped(problemNamed("people.allOpen"));
  const undo = session.rememberUndo({ key: "commands.people.undo.unprotect" }, () => protectAgain(lifted));
  return succeeded(
    { sheets: lifted.length },
    [{ key: "commands.people.opened", params: { count: lifted.length } }],
    undo,
  );
}
