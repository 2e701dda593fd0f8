/**
 * Scores of scorecards that were made after the combined appraisal: which section can take which, and what to write so that it
 * does, live. Nothing is touched by it.
 */
import type { Blueprint } from "../../blueprint/types";
import type { Problem } from "../../model/problem";
import type { BlockChange } from "../../nextPeriod/emptying";
import { isBlank } from "../../recognise/grid";
import type { KeyedTable } from "../../recognise/layout";
import type { InstanceMetadata } from "../../schema/metadata";
import { linkedFormula } from "./formulas";
import { isShort, isSourceText, scoreSources, type ScoreSource } from "./links";

export interface LinkableSection {
  /** "S1". */
  readonly id: string;
  readonly name: string;
  /** Id of the source that it takes its value from now; null for none. */
  readonly linked: string | null;
  /** A source that goes by the same name and is taken by no section yet; null for none. */
  readonly proposed: string | null;
}
export interface Linkable {
  readonly sections: readonly LinkableSection[];
  readonly sources: readonly ScoreSource[];
}
/** Id of the source that each section takes its value from; null for none. By id of the section. */
export type SectionLinks = Readonly<Record<string, string | null>>;

export interface LinkInput {
  readonly tables: ReadonlyMap<string, KeyedTable>;
  readonly instance: InstanceMetadata;
  /** All that stands in the workbook. */
  readonly instances: readonly InstanceMetadata[];
  /** What a source goes by, in both languages. */
  readonly namesOf: (source: ScoreSource) => readonly string[];
}

/** What somebody can be found by in another table, and how often. */
export interface NameFault {
  readonly source: string;
  readonly name: string;
  /** 0: not there; 2 and more: nobody knows which one is meant. */
  readonly times: number;
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Null where the tables of the appraisal were not found. */
export function linkable({ tables, instance, instances, namesOf }: LinkInput): Linkable | null {
  const [sections, values] = [tables.get("Sections"), tables.get("SectionValues")];
  if (sections === undefined || values === undefined) return null;
  const sources = scoreSources(instances.filter((each) => each.instance !== instance.instance));
  const asked = new Set(values.rows.map((row) => values.text(row, "section")));
  const rows = sections.rows.filter(
    (row) => asked.has(sections.text(row, "id")) && !isBlank(sections.value(row, "item")),
  );
  const linkedAt = (row: number): string | null =>
    sources.find((source) => isSourceText(source, sections.text(row, "source")))?.id ?? null;
  const taken = new Set(rows.flatMap((row) => linkedAt(row) ?? []));
  return {
    sources,
    sections: rows.map((row) => {
      const [linked, name] = [linkedAt(row), sections.text(row, "item")];
      const alike = sources.find(
        (source) => !taken.has(source.id) && namesOf(source).some((known) => same(known, name)),
      );
      return { id: sections.text(row, "id"), name, linked, proposed: linked === null ? (alike?.id ?? null) : null };
    }),
  };
}

/** The score that each section takes now, by the number of the section; null for one that takes none. */
export function linksNow({ tables, instance, instances }: Omit<LinkInput, "namesOf">): readonly (ScoreSource | null)[] {
  const sections = tables.get("Sections");
  if (sections === undefined) return [];
  const sources = scoreSources(instances.filter((each) => each.instance !== instance.instance));
  return byNumber(
    sections,
    (row) => sources.find((source) => isSourceText(source, sections.text(row, "source"))) ?? null,
  );
}

/** Something of each section, in the order of their numbers ("S1", "S2" …), however the rows were sorted; null where a number is missing. */
function byNumber<T>(sections: KeyedTable, of: (row: number) => T | null): readonly (T | null)[] {
  const numbered = sections.rows.map((row) => ({
    no: Number(/^S(\d+)$/.exec(sections.text(row, "id"))?.[1] ?? 0),
    row,
  }));
  const last = Math.max(0, ...numbered.map(({ no }) => no));
  return Array.from({ length: last }, (_, i) => {
    const found = numbered.find(({ no }) => no === i + 1);
    return found === undefined ? null : of(found.row);
  });
}

/** People of the appraisal who stand in a source not at all or more than once. */
export function nameFaults(
  values: KeyedTable,
  sources: readonly ScoreSource[],
  namesIn: (source: ScoreSource) => readonly string[],
): readonly NameFault[] {
  const people = [...new Set(values.rows.map((row) => values.text(row, "name")).filter((name) => name !== ""))];
  return sources.flatMap((source) => {
    const names = namesIn(source);
    return people.flatMap((name) => {
      const times = names.filter((each) => same(each, name)).length;
      return times === 1 ? [] : [{ source: source.id, name, times }];
    });
  });
}

/** Formula for the whole column, and source and scale of each section that changes. */
export function linkChanges(
  input: LinkInput,
  links: SectionLinks,
):
  | {
      readonly ok: true;
      readonly blueprint: Blueprint;
      readonly changes: readonly BlockChange[];
      readonly count: number;
    }
  | { readonly ok: false; readonly problem: Problem } {
  const found = linkable(input);
  const [sections, values] = [input.tables.get("Sections"), input.tables.get("SectionValues")];
  const headers = input.instance.tables["SectionValues"]?.columns;
  if (found === null || sections === undefined || values === undefined || headers?.["linked"] === undefined)
    return { ok: false, problem: { what: { key: "commands.link.moved" }, next: { key: "commands.link.moved.next" } } };
  const sourceOf = (id: string): ScoreSource | null => {
    const section = found.sections.find((each) => each.id === id);
    const wanted = id in links ? links[id] : (section?.linked ?? null);
    return found.sources.find((source) => source.id === wanted) ?? null;
  };
  const taken = byNumber(sections, (row) => sourceOf(sections.text(row, "id")));
  const formula = linkedFormula(headers, taken);
  if (!isShort(formula))
    return {
      ok: false,
      problem: { what: { key: "commands.link.tooMany" }, next: { key: "commands.link.tooMany.next" } },
    };
  const changes = sections.rows.flatMap((row): BlockChange[] => {
    const id = sections.text(row, "id");
    const source = sourceOf(id);
    const was = found.sections.find((each) => each.id === id)?.linked ?? null;
    if (!(id in links) || (source?.id ?? null) === was) return [];
    const after = { source: source?.id ?? "", ...(source === null ? {} : { zero: 0, full: source.full }) };
    return Object.entries(after).flatMap(([key, value]): BlockChange[] => {
      const column = sections.column(key);
      if (column === null) return [];
      const rect = { row, column, rows: 1, columns: 1 };
      return [{ sheet: sections.sheet.name, rect, before: [[sections.at(row, column)]], after: [[value]] }];
    });
  });
  return {
    ok: true,
    changes,
    count: taken.filter((source) => source !== null).length,
    blueprint: {
      sheets: [],
      names: [],
      metadata: null,
      rewrites: [{ table: values.name, column: headers["linked"], formula }],
    },
  };
}
