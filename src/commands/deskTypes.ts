/** The desk: templates of one's own, kept in the workbook. A draft may be unfinished; only what has no fault is kept. */
import type { TemplateContent } from "../core/schema/contentTypes";
import type { FileFault } from "../core/schema/templateFile";
import type { TemplateDraft } from "../core/templates/draft";
import type { SheetDraft } from "../core/templates/draftFromSheet";
import type { Outcome, RunOptions } from "./types";

export interface TemplateText {
  /** "own-sales.evenhand.json". */
  readonly fileName: string;
  readonly text: string;
}
export type ReadFile =
  | { readonly ok: true; readonly content: TemplateContent }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

export interface TemplateDesk {
  /** Those that the workbook keeps. */
  list(): Promise<Outcome<readonly TemplateContent[]>>;
  /** A copy of a template of the catalogue; null for an id that is none. */
  fromCatalogue(id: string): Promise<TemplateDraft | null>;
  /** The lines, weights, targets, sections and scale of the open sheet. Read only. */
  fromSheet(options?: RunOptions): Promise<Outcome<SheetDraft>>;
  /** Keeps a draft, in the place of its earlier version where there is one; refused while something is wrong with it. */
  save(draft: TemplateDraft): Promise<Outcome<TemplateContent>>;
  remove(id: string): Promise<Outcome<null>>;
  /** A template of one's own as the text of a file. */
  textOf(content: TemplateContent): TemplateText;
  /** Reads the text of a file: what it holds, or all that is wrong with it. Nothing is kept yet. */
  readFile(text: string): ReadFile;
  /** Keeps a template that was read from a file, under a new id where its own is taken by another. */
  keep(content: TemplateContent): Promise<Outcome<TemplateContent>>;
}
