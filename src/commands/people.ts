/** People come, go and are put in order after a workbook was made: everything that has rows a person follows. */
import type { Message } from "../core/model/message";
import type { Problem } from "../core/model/problem";
import type { BlockChange } from "../core/nextPeriod/emptying";
import {
  addedPeople,
  freePlaces,
  idsWithRows,
  listedPeople,
  peopleWithoutRows,
  type ListedPerson,
  type NewGroup,
} from "../core/people/addPeople";
import { PEOPLE_LIST } from "../core/people/peopleTables";
import { leavingChanges, removedRows, tracesOf } from "../core/people/removePeople";
import { applyBlocks, restoreBlocks } from "../excel/blockChanges";
import { deleteRows, loadRows, putRowsBack, type TakenRows } from "../excel/peopleRows";
import { withoutProtection } from "../excel/protection";
import { done, failed, runBatch, type Done } from "../excel/runBatch";
import type { Receipt } from "../core/schema/unfinished";
import { removeBlueprint } from "../excel/removeBlueprint";
import { writeBlueprint } from "../excel/writeBlueprint";
import { serialOf } from "./isoDates";
import { canMakeRoom, readPeople, sheetsOf, type OpenPeople, type OpenPlan } from "./openPeople";
import { problemNamed, stopped, succeeded } from "./outcomes";
import type { Session } from "./session";
import type { AddPeopleRequest, Outcome, RemovePeopleRequest, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

/** More belong into workbooks of their own: ranks by formulas grow slow. */
const MOST_PEOPLE = 2000;

const fixedProblem = (why: string): Problem => ({
  what: { key: `commands.people.fixed.${why}` },
  next: { key: `commands.people.fixed.${why}.next` },
});

const sameGroup = (a: string, b: string): boolean =>
  a.normalize("NFKC").trim().toLowerCase() === b.normalize("NFKC").trim().toLowerCase();

/** The plan of somebody who was typed into the list: by job group, or the only one. */
export function planFor({ plans }: Pick<OpenPeople, "plans">, person: ListedPerson): OpenPlan | null {
  const own = plans.find(({ jobGroup }) => sameGroup(jobGroup, person.jobGroup));
  if (own !== undefined) return own;
  return plans.length === 1 ? (plans[0] ?? null) : null;
}

/** Those who wait for rows, as far as it is known which. */
function groupsOf(people: OpenPeople, request: AddPeopleRequest): readonly NewGroup[] | Problem {
  const chosen = people.plans.find(({ entry }) => entry === request.plan) ?? people.plans[0] ?? null;
  const waiting = request.waiting ? peopleWithoutRows(people.standing) : [];
  if (people.plans.length === 0)
    return [{ specs: people.specsOf(null), people: request.people, typed: waiting, jobGroup: usualGroup(people) }];
  const lost = waiting.filter((person) => planFor(people, person) === null);
  if (lost.length > 0)
    return problemNamed("people.noPlan", { person: lost[0]?.name ?? "", group: lost[0]?.jobGroup ?? "" });
  return people.plans.map((plan) => ({
    specs: people.specsOf(plan),
    people: plan === chosen ? request.people : [],
    typed: waiting.filter((person) => planFor(people, person) === plan),
    jobGroup: plan.jobGroup,
  }));
}

/** The job group that stands at the last person of the list. */
const usualGroup = ({ standing }: OpenPeople): string =>
  listedPeople(standing.tables)
    .filter(({ jobGroup }) => jobGroup !== "")
    .at(-1)?.jobGroup ?? "";

function addProblem(people: OpenPeople, { people: wanted, waiting }: AddPeopleRequest): Problem | null {
  if (people.fixed !== null) return fixedProblem(people.fixed);
  const [filtered] = people.filtered;
  if (filtered !== undefined) return problemNamed("people.filtered", { sheet: sheetOfTable(people, filtered) });
  const nameless = wanted.findIndex(({ name }) => name.trim() === "");
  if (nameless >= 0) return problemNamed("people.noName", { row: nameless + 1 });
  const waits = waiting ? peopleWithoutRows(people.standing).length : 0;
  if (wanted.length + waits === 0) return problemNamed("people.nobody");
  const count = listedPeople(people.standing.tables).length + wanted.length;
  return count > MOST_PEOPLE ? problemNamed("people.tooMany", { count, most: MOST_PEOPLE }) : null;
}

const sheetOfTable = ({ standing }: OpenPeople, name: string): string =>
  [...standing.tables.values()].find((table) => table.name === name)?.sheet.name ?? name;

const stale = (): Problem => problemNamed("people.stale");

async function changeCells(changes: readonly BlockChange[]): Promise<Done<readonly BlockChange[]>> {
  if (changes.length === 0) return done([]);
  const changed = await runBatch((context) => applyBlocks(context, changes));
  if (!changed.ok) {
    await runBatch((context) => restoreBlocks(context, changes));
    return changed;
  }
  return changed.value.ok ? done(changed.value.back) : failed(stale());
}

interface Added {
  readonly receipt: Receipt;
  readonly back: readonly BlockChange[];
}

/** First the cells of the list, then the rows; where the rows fail, the cells are as before. */
async function writeAdded(
  changes: readonly BlockChange[],
  appends: Parameters<typeof writeBlueprint>[0]["appends"],
  options: RunOptions,
): Promise<Done<Added>> {
  const changed = await changeCells(changes);
  if (!changed.ok) return changed;
  const blueprint = {
    sheets: [],
    names: [],
    rewrites: [],
    metadata: null,
    ...(appends === undefined ? {} : { appends }),
  };
  const written = await writeBlueprint(blueprint, writeOptions(options));
  if (written.ok) return done({ receipt: written.value, back: changed.value });
  const restored = await changeCells(changed.value);
  return restored.ok ? written : restored;
}

async function takeBackAdded({ receipt, back }: Added): Promise<Done<unknown>> {
  const removed = await removeBlueprint(receipt);
  return removed.ok ? changeCells(back) : removed;
}

export async function addPeople(
  session: Session,
  request: AddPeopleRequest,
  options: RunOptions = {},
): Promise<Outcome<{ readonly added: number }>> {
  const read = await readPeople(session, {});
  if (!read.ok) return stopped(read.problem);
  const people = read.value;
  const wrong = addProblem(people, request);
  if (wrong !== null) return stopped(wrong);
  const groups = groupsOf(people, request);
  if ("what" in groups) return stopped(groups);
  const planned = addedPeople({
    ...people.standing,
    groups,
    from: people.setting("From"),
    activeWord: people.word("active"),
    canMakeRoom,
  });
  const touched = new Set(planned.appends.map(({ table }) => table));
  const tables = [...people.standing.tables.values()].filter(({ name }) => touched.has(name));
  const list = people.standing.tables.get(PEOPLE_LIST);
  const sheets = sheetsOf(list === undefined ? tables : [list, ...tables]);
  const written = await withoutProtection(sheets, () => writeAdded(planned.changes, planned.appends, options));
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.people.undo.add" }, () =>
    withoutProtection(sheets, () => takeBackAdded(written.value)),
  );
  const added = planned.added.length;
  return succeeded({ added }, [{ key: "commands.people.added", params: { count: added, sheets } }], undo);
}

/** Who would be left out: names with what stands in the way. */
function removeProblem(people: OpenPeople, ids: readonly string[]): Problem | null {
  const { standing } = people;
  if (people.fixed !== null) return fixedProblem(people.fixed);
  const [filtered] = people.filtered;
  if (filtered !== undefined) return problemNamed("people.filtered", { sheet: sheetOfTable(people, filtered) });
  const known = listedPeople(standing.tables);
  const all = new Set([...known.map(({ id }) => id), ...idsWithRows(standing)]);
  if (ids.every((id) => !all.has(id))) return problemNamed("people.unknown");
  for (const id of ids) {
    const traces = tracesOf(standing, id);
    const [first] = traces;
    if (first === undefined) continue;
    const person = known.find((listed) => listed.id === id)?.name ?? id;
    return { ...problemNamed("people.hasResults", { person, count: traces.length }), where: first };
  }
  const gone = new Set(ids);
  const emptied = [...people.standing.all, { table: PEOPLE_LIST, person: "id" }].some(({ table, person }) => {
    const found = standing.tables.get(table);
    return found !== undefined && person !== undefined && found.rows.every((row) => gone.has(found.text(row, person)));
  });
  return emptied ? problemNamed("people.last") : null;
}

async function takeOut(taken: readonly TakenRows[]): Promise<Done<unknown>> {
  const gone = await runBatch((context) => deleteRows(context, taken));
  if (gone.ok) return gone;
  const back = await runBatch((context) => putRowsBack(context, taken));
  return back.ok ? gone : back;
}

async function removeMistakes(
  session: Session,
  people: OpenPeople,
  ids: readonly string[],
): Promise<Outcome<{ readonly people: number }>> {
  const wrong = removeProblem(people, ids);
  if (wrong !== null) return stopped(wrong);
  const removals = removedRows(people.standing, ids);
  const sheets = [...new Set(removals.map(({ sheet }) => sheet))];
  const loaded = await runBatch((context) => loadRows(context, removals), false);
  if (!loaded.ok) return stopped(loaded.problem);
  const taken = loaded.value;
  const out = await withoutProtection(sheets, () => takeOut(taken));
  if (!out.ok) return stopped(out.problem);
  const rows = removals.reduce((sum, removal) => sum + removal.rows.length, 0);
  const undo = session.rememberUndo({ key: "commands.people.undo.remove" }, () =>
    withoutProtection(sheets, () => runBatch((context) => putRowsBack(context, taken))),
  );
  const params = { count: ids.length, rows, sheets };
  return succeeded({ people: ids.length }, [{ key: "commands.people.removed", params }], undo);
}

async function letLeave(
  session: Session,
  people: OpenPeople,
  ids: readonly string[],
  day: string,
): Promise<Outcome<{ readonly people: number }>> {
  const serial = serialOf(day);
  if (!Number.isFinite(serial)) return stopped(problemNamed("people.noDay"));
  const changes = leavingChanges(people.standing.tables, ids, serial);
  const count = changes.flatMap(({ after }) => after.flat()).filter((value) => value !== null).length;
  if (count === 0) return stopped(problemNamed("people.unknown"));
  const sheets = changes.map(({ sheet }) => sheet);
  const changed = await withoutProtection(sheets, () => changeCells(changes));
  if (!changed.ok) return stopped(changed.problem);
  const undo = session.rememberUndo({ key: "commands.people.undo.leave" }, () =>
    withoutProtection(sheets, () => changeCells(changed.value)),
  );
  const did: Message = { key: "commands.people.left", params: { count, day, sheet: sheets[0] ?? "" } };
  return succeeded({ people: count }, [did], undo);
}

export async function removePeople(
  session: Session,
  request: RemovePeopleRequest,
): Promise<Outcome<{ readonly people: number }>> {
  const read = await readPeople(session, {});
  if (!read.ok) return stopped(read.problem);
  return request.kind === "leave"
    ? letLeave(session, read.value, request.ids, request.day)
    : removeMistakes(session, read.value, request.ids);
}

/** How many places stand ready in the tables of a plan. */
export const placesReady = (people: OpenPeople, plan: OpenPlan | null): number =>
  freePlaces(people.standing, people.specsOf(plan)).length;
