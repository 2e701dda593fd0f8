/** A generated scorecard that has been calculated, with its tables and columns by key. */
import { buildScorecard, type ScorecardInput } from "../../src/core/blueprint/scorecard";
import type { Blueprint } from "../../src/core/blueprint/types";
import type { SheetLanguage } from "../../src/core/blueprint/context";
import type { WordKey } from "../../src/core/blueprint/words";
import { parseMetadata, type InstanceMetadata, type WorkbookMetadata } from "../../src/core/schema/metadata";
import type { Template } from "../../src/core/schema/template";
import { templateById } from "../../src/core/templates/catalogue";
import type { CellScalar } from "../../host/model/types";
import { blueprintToModel, type BuiltWorkbook } from "./blueprintToModel";
import { sheetText } from "./sheetText";

/** 1 January and 30 June 2026. */
export const PERIOD = { from: 46_023, to: 46_203 };

export function salesTemplate(): Template {
  const template = templateById("sales-exec");
  if (template === null) throw new Error("the sales template is missing");
  return template;
}

export type Choices = Partial<ScorecardInput>;

export function blueprintOf(choices: Choices = {}): Blueprint {
  const language: SheetLanguage = choices.language ?? "en";
  const built = buildScorecard({
    template: salesTemplate(),
    people: [],
    language,
    text: sheetText(language),
    jobGroup: "Sales",
    ...PERIOD,
    withSample: true,
    takenSheets: ["Sheet1"],
    metadata: null,
    ...choices,
  });
  if (!built.ok) throw new Error(built.problem.what.key);
  return built.blueprint;
}

export function metadataOf(blueprint: Blueprint): WorkbookMetadata {
  const parsed = parseMetadata(blueprint.metadata ?? "");
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.metadata;
}

export interface Generated {
  readonly book: BuiltWorkbook;
  readonly blueprint: Blueprint;
  readonly instance: InstanceMetadata;
  /** Value at a body row (from 0) of a table and column, both by key. */
  readonly at: (table: string, row: number, column: string) => CellScalar;
  /** A whole column, first `count` rows. */
  readonly column: (table: string, column: string, count: number) => CellScalar[];
  readonly set: (table: string, row: number, column: string, value: string | number) => void;
  readonly word: (key: WordKey) => string;
  readonly calculate: () => Promise<void>;
}

/** Builds and calculates; the caller disposes of `book`. */
export async function generate(choices: Choices = {}): Promise<Generated> {
  const blueprint = blueprintOf(choices);
  const book = await blueprintToModel(blueprint);
  const instance = metadataOf(blueprint).instances.at(-1);
  if (instance === undefined) throw new Error("nothing is stored about the scorecard");
  const place = (table: string, column: string): [string, string] => {
    const stored = instance.tables[table];
    const header = stored?.columns[column];
    if (stored === undefined || header === undefined) throw new Error(`no column ${column} in ${table}`);
    return [stored.name, header];
  };
  const at = (table: string, row: number, column: string): CellScalar => {
    const [name, header] = place(table, column);
    return book.cell(name, row, header);
  };
  return {
    book,
    blueprint,
    instance,
    at,
    column: (table, column, count) => Array.from({ length: count }, (_, row) => at(table, row, column)),
    set: (table, row, column, value) => {
      const [name, header] = place(table, column);
      book.set(name, row, header, value);
    },
    word: (key) => sheetText(choices.language ?? "en")(`word.${key}`),
    calculate: () => book.model.recalc().then(() => undefined),
  };
}
