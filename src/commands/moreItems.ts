/**
 * Makes the sheets of a method workbook again with more items, and puts everything in that was typed. The old sheets stay as they
 * are: nothing is lost, and taking it back removes the new ones.
 */
import "../i18n/peopleTexts";
import { buildMethodIn, storedInstance } from "../core/blueprint/anyLanguage";
import type { MethodDefinition } from "../core/blueprint/methodWorkbook";
import type { Blueprint } from "../core/blueprint/types";
import type { Counts } from "../core/methods/counts";
import type { Message } from "../core/model/message";
import type { Problem } from "../core/model/problem";
import { tablesOf } from "../core/nextPeriod/closedResults";
import { listedPeople } from "../core/people/addPeople";
import { namedValue, tableNameParts, type KeyedTable } from "../core/recognise/layout";
import { itemsIn, itemsNow, moreCounts, type MoreFault, type StandingItems } from "../core/remake/moreItems";
import { madeAgain, type MadeAgain } from "../core/remake/madeAgain";
import { methodMadeFrom } from "../core/schema/templateStore";
import { protectSheets } from "../excel/protection";
import { removeBlueprint } from "../excel/removeBlueprint";
import { done, failed, type Done } from "../excel/runBatch";
import { readTemplates } from "../excel/templateParts";
import { writeBlueprint } from "../excel/writeBlueprint";
import { loadMethod } from "./methodParts";
import { readPeople, type OpenPeople } from "./openPeople";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { rememberMade, storeOf } from "./ownTemplates";
import type { Session } from "./session";
import { SHEET_TEXTS } from "./sheetWords";
import type { MoreItemsDraft, Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

interface OpenMethod {
  readonly people: OpenPeople;
  readonly definition: MethodDefinition;
  readonly items: readonly StandingItems[];
}

async function readMethod(session: Session, options: RunOptions): Promise<Done<OpenMethod>> {
  const read = await readPeople(session, options);
  if (!read.ok) return read;
  const people = read.value;
  const definition = await loadMethod(people.open.stored.template);
  if (definition === null) return failed(problemNamed("more.none"));
  const items = itemsIn(definition.id, people.standing.tables);
  if (items === null) return failed(problemNamed("people.moved"));
  return items.length === 0 ? failed(problemNamed("more.none")) : done({ people, definition, items });
}

export async function moreItemsDraft(session: Session, options: RunOptions = {}): Promise<Outcome<MoreItemsDraft>> {
  const read = await readMethod(session, options);
  if (!read.ok) return stopped(read.problem);
  const { people, definition, items } = read.value;
  return succeeded({
    title: definition.name[session.language],
    items: itemsNow(items),
    people: listedPeople(people.standing.tables).length,
  });
}

const faultProblem = (fault: MoreFault): Problem => problemNamed(`more.${fault.kind}`, { ...fault });

/** Those with a row in the table that shows a person once: the sheets are laid out for them. */
function peopleOf({ standing }: OpenPeople): readonly { readonly name: string; readonly keptId: string }[] {
  const spec =
    standing.all.find(({ across }) => across !== undefined) ??
    standing.all.find(({ person, labels }) => person !== undefined && labels === undefined) ??
    standing.all.find(({ person }) => person !== undefined);
  const table = standing.tables.get(spec?.table ?? "");
  const listed = listedPeople(standing.tables).map(({ id }) => id);
  const ids =
    table === undefined || spec?.person === undefined
      ? listed
      : table.rows.map((row) => table.text(row, spec.person ?? ""));
  const known = [...new Set(ids.filter((id) => id !== ""))];
  // Nobody at all: a table has a row nevertheless.
  return (known.length === 0 ? ["P001"] : known).map((id) => ({ name: id, keptId: id }));
}

async function build({ people, definition, items }: OpenMethod, added: Counts): Promise<Done<MadeAgain>> {
  const { open, standing, reading } = people;
  const wanted = moreCounts(items, added);
  if (!wanted.ok) return failed(faultProblem(wanted.fault));
  const { tables } = standing;
  const [from, to] = [people.setting("From"), people.setting("To")];
  const hasPeriod = from !== null && to !== null && from <= to;
  const read = await readTemplates();
  if (!read.ok) return read;
  const made = methodMadeFrom(storeOf(read.value), open.stored.instance);
  const built = buildMethodIn(definition, {
    people: peopleOf(people),
    language: open.language,
    texts: SHEET_TEXTS,
    jobGroup: open.stored.template,
    // Settings are taken over as they stand; without a period the sheets are laid out all the same.
    from: hasPeriod ? from : 1,
    to: hasPeriod ? to : 2,
    withSample: false,
    takenSheets: reading.sheetNames,
    metadata: open.metadata,
    ranks: open.stored.ranks,
    // The scale stays as long as it is.
    counts: { ...wanted.counts, ...(open.stored.points === undefined ? {} : { points: open.stored.points }) },
    again: {
      links: definition.links?.({ tables, instance: open.stored, instances: open.metadata.instances }) ?? [],
    },
    // Colours of one's own; the items are taken over as they stand now.
    ...(made === null ? {} : { ownContent: { ...made, items: [] } }),
  });
  if (!built.ok) return failed(built.problem);
  const again = madeAgain({
    blueprint: built.blueprint,
    made: storedInstance(built.blueprint),
    old: {
      instance: open.stored.instance,
      stored: open.stored,
      tables,
      named: (name) => namedValue(reading.snapshot, name),
    },
    items,
    added,
    people: standing.all,
  });
  if (!again.ok) return failed(problemNamed("more.shape", { sheet: again.sheet }));
  if (made === null) return done(again);
  const templates = rememberMade(read.value, made, built.instance, open.metadata);
  return done({ ...again, blueprint: { ...again.blueprint, templates } });
}

/** Sections of combined appraisals that take a score of the sheets that are made again: they go on taking the old one. */
function takenBy({ reading, open }: OpenPeople): readonly string[] {
  const own = new Set(Object.values(open.stored.tables).map(({ name }) => name.toLowerCase()));
  const sheets = open.metadata.instances
    .filter(({ instance }) => instance !== open.stored.instance)
    .flatMap((each) => {
      const sections: KeyedTable | undefined = tablesOf(reading.snapshot, each).get("Sections");
      const takes = sections?.rows.some((row) => own.has(sections.text(row, "source").toLowerCase())) ?? false;
      return sections !== undefined && takes ? [sections.sheet.name] : [];
    });
  return [...new Set(sheets)];
}

const isShut = ({ reading, open }: OpenPeople): boolean =>
  reading.snapshot.sheets.some(
    ({ isProtected, tables }) =>
      isProtected && tables.some(({ name }) => tableNameParts(name)?.instance === open.stored.instance),
  );

/** Where the old sheets are protected the new ones are, too: all is written, or nothing. */
async function write(blueprint: Blueprint, shut: boolean, options: RunOptions): ReturnType<typeof writeBlueprint> {
  const written = await writeBlueprint(blueprint, writeOptions(options));
  if (!written.ok || !shut) return written;
  const closed = await protectSheets(blueprint.sheets.map(({ name }) => name));
  if (closed.ok) return written;
  const removed = await removeBlueprint(written.value);
  return removed.ok ? closed : removed;
}

export async function moreItems(
  session: Session,
  added: Counts,
  options: RunOptions = {},
): Promise<Outcome<{ readonly sheets: number; readonly cells: number }>> {
  const read = await readMethod(session, options);
  if (!read.ok) return stopped(read.problem);
  const { people } = read.value;
  const built = await build(read.value, added);
  if (!built.ok) return stopped(built.problem);
  const { blueprint, cells, formulas, lost, sheet } = built.value;
  const shut = isShut(people);
  const written = await write(blueprint, shut, options);
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.remake.undo" }, () => removeBlueprint(written.value));
  const sheets = blueprint.sheets.length;
  const links = takenBy(people);
  const hasHistory = Object.keys(people.open.stored.tables).some((key) => key.startsWith("Past"));
  const did: readonly (Message | null)[] = [
    { key: "commands.more.did", params: { sheets, cells, sheet } },
    formulas === 0 ? null : { key: "commands.more.formulas", params: { count: formulas } },
    lost.length === 0 ? null : { key: "commands.more.lost", params: { columns: lost } },
    links.length === 0 ? null : { key: "commands.more.links", params: { sheets: links } },
    shut ? { key: "commands.more.shut" } : null,
    hasHistory ? { key: "commands.remake.history" } : null,
  ];
  return succeeded(
    { sheets, cells },
    did.filter((message) => message !== null),
    undo,
  );
}
