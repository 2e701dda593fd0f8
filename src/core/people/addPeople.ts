/**
 * Adding people to a workbook that stands: rows for them in every table that has rows a person. First come those who were
 * typed by hand and those places that stand empty; what is new goes under the tables.
 */
import type { PersonInput } from "../blueprint/context";
import type { Literal, TableAppend } from "../blueprint/types";
import type { BlockChange } from "../nextPeriod/emptying";
import { isBlank } from "../recognise/grid";
import type { KeyedTable } from "../recognise/layout";
import { idMaker, isSafeId } from "./ids";
import { newRows, rowsEach } from "./newRows";
import { PEOPLE_LIST, type PeopleTable } from "./peopleTables";
import { calculatedColumns, rowsByPerson, typedAbout, type FormulaSamples } from "./standingRows";

export interface StandingPeople {
  readonly tables: ReadonlyMap<string, KeyedTable>;
  /** Tables in which anybody has rows; the list itself is none of them. */
  readonly all: readonly PeopleTable[];
  readonly samples: FormulaSamples;
}
export interface ListedPerson {
  /** Sheet row in the list. */
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly jobGroup: string;
  readonly department: string;
  readonly hasLeft: boolean;
}

/** Everybody of the list who has a name or an id. */
export function listedPeople(tables: ReadonlyMap<string, KeyedTable>): readonly ListedPerson[] {
  const list = tables.get(PEOPLE_LIST);
  if (list === undefined) return [];
  return list.rows.flatMap((row) => {
    const text = (key: string): string => list.text(row, key);
    const person = {
      row,
      id: text("id"),
      name: text("name"),
      jobGroup: text("jobGroup"),
      department: text("department"),
    };
    return person.id === "" && person.name === "" ? [] : [{ ...person, hasLeft: !isBlank(list.value(row, "to")) }];
  });
}

/** Ids that have rows of their own somewhere. */
export function idsWithRows({ tables, all }: Pick<StandingPeople, "tables" | "all">): ReadonlySet<string> {
  return new Set(
    all.flatMap(({ table, person }) => {
      const found = tables.get(table);
      return found === undefined || person === undefined ? [] : [...rowsByPerson(found, person).keys()];
    }),
  );
}

/** People of the list who have no rows yet. Where the list is the only table of people, those without an id. */
export function peopleWithoutRows(standing: StandingPeople): readonly ListedPerson[] {
  const known = idsWithRows(standing);
  const hasRows = standing.all.some(({ person }) => person !== undefined);
  const seen = new Set<string>();
  return listedPeople(standing.tables).filter(({ id, name, hasLeft }) => {
    const isTwice = seen.has(id);
    seen.add(id);
    if (name === "" || hasLeft) return false;
    return id === "" || isTwice || (hasRows && !known.has(id));
  });
}

/** Whether anything was typed for a person outside the list. */
function hasEntries({ tables, all, samples }: StandingPeople, id: string): boolean {
  return all.some((spec) => {
    const table = tables.get(spec.table);
    if (table === undefined || spec.person === undefined) return false;
    return typedAbout(table, spec, calculatedColumns(table, samples), id).length > 0;
  });
}

/** Places that stand ready: an id with rows of its own, no name, nothing typed. */
export function freePlaces(standing: StandingPeople, specs: readonly PeopleTable[]): readonly ListedPerson[] {
  const [main] = specs.filter(({ person }) => person !== undefined);
  const table = standing.tables.get(main?.table ?? "");
  const here = table === undefined || main?.person === undefined ? null : rowsByPerson(table, main.person);
  return listedPeople(standing.tables).filter(
    ({ id, name, hasLeft }) => name === "" && !hasLeft && (here === null || here.has(id)) && !hasEntries(standing, id),
  );
}

/** People who come into the same tables: those of one plan. */
export interface NewGroup {
  /** Tables that grow. */
  readonly specs: readonly PeopleTable[];
  readonly people: readonly PersonInput[];
  /** People of the list who get rows. */
  readonly typed: readonly ListedPerson[];
  readonly jobGroup: string;
}
interface AddPeopleInput extends StandingPeople {
  readonly groups: readonly NewGroup[];
  /** First day of the period, a date serial; null where Settings has none. */
  readonly from: number | null;
  /** The word for somebody who is there. */
  readonly activeWord: string;
  /** Whether what stands under a table may move down. */
  readonly canMakeRoom: (table: KeyedTable) => boolean;
}
interface AddedPeople {
  /** Cells of the list that are filled: ids of people typed by hand, names in places that stood empty. */
  readonly changes: readonly BlockChange[];
  readonly appends: readonly TableAppend[];
  /** Everybody who has rows afterwards and had none, or no name. */
  readonly added: readonly { readonly id: string; readonly name: string }[];
}

/** Cells of one column of the list, by row. */
function columnChange(list: KeyedTable, key: string, values: ReadonlyMap<number, Literal>): BlockChange[] {
  const column = list.column(key);
  const [first] = list.rows;
  if (column === null || first === undefined || values.size === 0) return [];
  const { rows } = list;
  return [
    {
      sheet: list.sheet.name,
      rect: { row: first, column, rows: rows.length, columns: 1 },
      before: rows.map((row) => [list.at(row, column)]),
      after: rows.map((row) => [values.get(row) ?? null]),
    },
  ];
}

/** Whether people can be told apart by this id: safe for formulas, and of nobody else. */
function withIds(list: readonly ListedPerson[], typed: readonly ListedPerson[], next: () => string) {
  const counts = new Map<string, number>();
  for (const { id } of list) counts.set(id, (counts.get(id) ?? 0) + 1);
  return typed.map((person) => ({
    ...person,
    placed: isSafeId(person.id) && counts.get(person.id) === 1 ? person.id : next(),
  }));
}

interface Placed extends NewGroup {
  readonly typedIds: readonly (ListedPerson & { readonly placed: string })[];
  readonly places: readonly ListedPerson[];
  readonly fresh: readonly (PersonInput & { readonly id: string })[];
}

function placeGroups(input: AddPeopleInput): readonly Placed[] {
  const listed = listedPeople(input.tables);
  const next = idMaker([...listed.map(({ id }) => id), ...idsWithRows(input)]);
  const used = new Set<number>();
  return input.groups.map((group) => {
    const places = freePlaces(input, group.specs)
      .filter(({ row }) => !used.has(row))
      .slice(0, group.people.length);
    for (const { row } of places) used.add(row);
    return {
      ...group,
      places,
      typedIds: withIds(listed, group.typed, next),
      fresh: group.people.slice(places.length).map((person) => ({ ...person, id: next() })),
    };
  });
}

/** What is filled into rows of the list that stand. */
function listChanges(list: KeyedTable, groups: readonly Placed[], activeWord: string): readonly BlockChange[] {
  const filled = (of: (person: PersonInput, group: Placed) => Literal): [number, Literal][] =>
    groups.flatMap((group) =>
      group.places.flatMap(({ row }, i): [number, Literal][] => {
        const person = group.people[i];
        return person === undefined ? [] : [[row, of(person, group)]];
      }),
    );
  const ofTyped = (of: (person: Placed["typedIds"][number], group: Placed) => Literal | null): [number, Literal][] =>
    groups.flatMap((group) =>
      group.typedIds.flatMap((person): [number, Literal][] => {
        const value = of(person, group);
        return value === null ? [] : [[person.row, value]];
      }),
    );
  return [
    ...columnChange(list, "id", new Map(ofTyped(({ id, placed }) => (id === placed ? null : placed)))),
    ...columnChange(list, "name", new Map(filled(({ name }) => name.trim()))),
    ...columnChange(list, "department", new Map(filled(({ department }) => department?.trim() ?? ""))),
    ...columnChange(
      list,
      "jobGroup",
      new Map([
        ...filled((_, { jobGroup }) => jobGroup),
        ...ofTyped((person, { jobGroup }) => (person.jobGroup === "" ? jobGroup : null)),
      ]),
    ),
    ...columnChange(list, "status", new Map(filled(() => activeWord))),
  ];
}

/** New rows of the list itself. */
function listRows(list: KeyedTable, groups: readonly Placed[], input: AddPeopleInput): TableAppend[] {
  const fresh = groups.flatMap((group) => group.fresh.map((person) => ({ ...person, jobGroup: group.jobGroup })));
  if (fresh.length === 0) return [];
  const value = (key: string, person: number): Literal | null => {
    const about = fresh[person];
    const known: Readonly<Record<string, Literal>> = {
      name: about?.name.trim() ?? "",
      department: about?.department?.trim() ?? "",
      jobGroup: about?.jobGroup ?? "",
      from: input.from,
      status: input.activeWord,
    };
    const found = known[key] ?? null;
    return found === "" ? null : found;
  };
  const own: PeopleTable = { table: PEOPLE_LIST, person: "id" };
  const ids = fresh.map(({ id }) => id);
  return [newRows(list, own, ids, 1, input.samples, value)];
}

/** What adding people writes. Nothing is touched by it. */
export function addedPeople(input: AddPeopleInput): AddedPeople {
  const { tables, samples } = input;
  const list = tables.get(PEOPLE_LIST);
  if (list === undefined) return { changes: [], appends: [], added: [] };
  const groups = placeGroups(input);
  const specs = new Map(groups.flatMap((group) => group.specs.map((spec) => [spec.table, spec] as const)));
  const rows = [...specs.values()].flatMap((spec): TableAppend[] => {
    const table = tables.get(spec.table);
    const ids = groups
      .filter((group) => group.specs.some(({ table: key }) => key === spec.table))
      .flatMap(({ typedIds, fresh }) => [...typedIds.map(({ placed }) => placed), ...fresh.map(({ id }) => id)]);
    if (table === undefined || ids.length === 0) return [];
    const append = newRows(table, spec, ids, rowsEach(spec, [...specs.values()], tables), samples);
    return append.rows.length === 0 ? [] : [append];
  });
  const roomy = new Set([...tables.values()].filter(input.canMakeRoom).map(({ name }) => name));
  return {
    changes: listChanges(list, groups, input.activeWord),
    appends: [...listRows(list, groups, input), ...rows].map((append) => ({
      ...append,
      makeRoom: roomy.has(append.table),
    })),
    added: groups.flatMap(({ typedIds, places, people, fresh }) => [
      ...typedIds.map(({ placed, name }) => ({ id: placed, name })),
      ...places.map(({ id }, i) => ({ id, name: people[i]?.name.trim() ?? "" })),
      ...fresh.map(({ id, name }) => ({ id, name: name.trim() })),
    ]),
  };
}
