/**
 * Makes the sheets of a KPI scorecard again with the lines that stand in its Plan now, and puts everything in that was typed.
 * The old sheets stay as they are: nothing is lost, and taking it back removes the new ones.
 */
import "../i18n/peopleTexts";
import { formOf } from "../core/blueprint/addPlan";
import { buildScorecardIn, storedInstance } from "../core/blueprint/anyLanguage";
import type { Message } from "../core/model/message";
import type { PlanLine } from "../core/model/scorecard";
import { listedPeople } from "../core/people/addPeople";
import { tracesOf } from "../core/people/removePeople";
import { namedValue, type KeyedTable } from "../core/recognise/layout";
import { carriedValues } from "../core/remake/carriedValues";
import { planContent } from "../core/remake/planContent";
import type { Blueprint } from "../core/blueprint/types";
import type { Problem } from "../core/model/problem";
import type { TemplateContent } from "../core/schema/contentTypes";
import { templateOf } from "../core/schema/templateOf";
import { madeFrom, ownContents } from "../core/schema/templateStore";
import { catalogueContent, templates } from "../core/templates/catalogue";
import { withItems } from "../core/templates/items";
import { removeBlueprint } from "../excel/removeBlueprint";
import { readTemplates } from "../excel/templateParts";
import { writeBlueprint } from "../excel/writeBlueprint";
import { linesIn, named } from "./linesDraft";
import { readPeople, type OpenPeople } from "./openPeople";
import { problemNamed, stopped, succeeded } from "./outcomes";
import { rememberMade, storeOf } from "./ownTemplates";
import type { Session } from "./session";
import { SHEET_TEXTS } from "./sheetWords";
import type { Outcome, RunOptions } from "./types";
import { writeOptions } from "./writeOptions";

interface Ready {
  readonly blueprint: Blueprint;
  readonly cells: number;
  readonly lost: readonly string[];
  readonly entrySheet: string;
}
type Built = { readonly ok: true; readonly value: Ready } | { readonly ok: false; readonly problem: Problem };
const refuse = (key: string, params: Readonly<Record<string, string | number>> = {}): Built => ({
  ok: false,
  problem: problemNamed(`remake.${key}`, params),
});

/** Lines are read with their texts made plain; on new sheets they stand as somebody typed them. */
const asTyped =
  (plan: KeyedTable | undefined) =>
  (line: PlanLine): PlanLine => {
    const text = (key: string): string => {
      const value = plan?.value(line.weight.cell.rect.row, key) ?? "";
      return typeof value === "object" ? "" : String(value);
    };
    const texts = { ...line.texts, unit: text("unit"), source: text("source"), definition: text("definition") };
    return { ...line, name: text("indicator"), section: text("section"), texts };
  };

async function build(people: OpenPeople): Promise<Built> {
  const { open, standing, reading, plans } = people;
  if (open.stored.tables["Plan"] === undefined || plans.length === 0) return refuse("none");
  if (plans.length > 1) return refuse("several", { count: plans.length });
  const read = await readTemplates();
  if (!read.ok) return read;
  const store = storeOf(read.value);
  const base: TemplateContent | null = madeFrom(store, open.stored.instance) ?? catalogueContent(open.stored.template);
  const lines = linesIn(people);
  if (base === null || lines.length === 0) return refuse("none");
  const made = store.made.flatMap(({ content }) => content ?? []);
  const taken = [...templates(), ...ownContents(store), ...made].map(({ id }) => id);
  const planned = planContent(base, lines.map(asTyped(standing.tables.get("Plan"))), open.language, taken);
  if (!planned.ok)
    return planned.line === null
      ? refuse("lines")
      : refuse("line", { line: named(planned.line), row: planned.line.weight.cell.rect.row + 1 });
  // Somebody without a name but with results counts; a place that stands ready does not.
  const there = listedPeople(standing.tables).filter(
    ({ id, name }) => name !== "" || (id !== "" && tracesOf(standing, id).length > 0),
  );
  const template = templateOf(planned.content);
  const built = buildScorecardIn({
    template: open.stored.tables["Bonus"] === undefined ? template : withItems(template),
    people: there.map(({ id, name, department }) => ({ name, department, keptId: id })),
    language: open.language,
    texts: SHEET_TEXTS,
    jobGroup: plans[0]?.jobGroup ?? "",
    from: people.setting("From") ?? Number.NaN,
    to: people.setting("To") ?? Number.NaN,
    withSample: false,
    takenSheets: reading.sheetNames,
    metadata: open.metadata,
    form: formOf(open.stored),
    ranks: open.stored.ranks,
  });
  if (!built.ok) return built;
  const carried = carriedValues({
    blueprint: built.blueprint,
    made: storedInstance(built.blueprint),
    old: {
      instance: open.stored.instance,
      stored: open.stored,
      tables: standing.tables,
      named: (name) => namedValue(reading.snapshot, name),
    },
    planRows: lines.map(({ weight }) => weight.cell.rect.row),
  });
  const remembered = rememberMade(read.value, planned.content, built.instance, open.metadata);
  return {
    ok: true,
    value: {
      blueprint: { ...carried.blueprint, templates: remembered },
      cells: carried.cells,
      lost: carried.lost,
      entrySheet: built.entrySheet,
    },
  };
}

export async function remakeSheets(
  session: Session,
  options: RunOptions = {},
): Promise<Outcome<{ readonly sheets: number; readonly cells: number }>> {
  const read = await readPeople(session, options);
  if (!read.ok) return stopped(read.problem);
  const built = await build(read.value);
  if (!built.ok) return stopped(built.problem);
  const { blueprint, cells, lost, entrySheet } = built.value;
  const written = await writeBlueprint(blueprint, writeOptions(options));
  if (!written.ok) return stopped(written.problem);
  const undo = session.rememberUndo({ key: "commands.remake.undo" }, () => removeBlueprint(written.value));
  const sheets = blueprint.sheets.length;
  const hasHistory = read.value.open.stored.tables["PastResults"] !== undefined;
  const did: readonly (Message | null)[] = [
    { key: "commands.remake.did", params: { sheets, cells, entry: entrySheet } },
    lost.length === 0 ? null : { key: "commands.more.lost", params: { columns: lost } },
    hasHistory ? { key: "commands.remake.history" } : null,
  ];
  return succeeded(
    { sheets, cells },
    did.filter((message) => message !== null),
    undo,
  );
}
