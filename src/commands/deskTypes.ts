/** The desk: templates of one's own, kept in the workbook. A draft may be unfinished; only what has no fault is kept. */
import type { ItemMethod } from "../core/methods/itemFields";
import type { AnyContent } from "../core/schema/contentTypes";
import type { FileFault } from "../core/schema/templateFile";
import type { AnyDraft } from "../core/templates/methodDraft";
import type { SheetDraft } from "../core/templates/draftFromSheet";
import type { Outcome, RunOptions } from "./types";

export interface TemplateText {
  /** "own-sales.evenhand.json". */
  readonly fileName: string;
  readonly text: string;
}
export type ReadFile =
  { readonly ok: true; readonly content: AnyContent } | { readonly ok: false; readonly faults: readonly FileFault[] };

export interface TemplateDesk {
  /** Those that the workbook keeps. */
  list(): Promise<Outcome<readonly AnyContent[]>>;
  /** A copy of a template of the catalogue, or the items of a method; null for an id that is none, or has no items. */
  fromCatalogue(id: string): Promise<AnyDraft | null>;
  /** The lines, weights, targets, sections and scale of the open sheet, or the items of its method. Read only. */
  fromSheet(options?: RunOptions): Promise<Outcome<Omit<SheetDraft, "draft"> & { readonly draft: AnyDraft }>>;
  /** Brings the words of a method's columns, which its items are written under. */
  words(method: ItemMethod): Promise<void>;
  /** Keeps a draft, in the place of its earlier version where there is one; refused while something is wrong with it. */
  save(draft: AnyDraft): Promise<Outcome<AnyContent>>;
  remove(id: string): Promise<Outcome<null>>;
  /** A template of one's own as the text of a file. */
  textOf(content: AnyContent): TemplateText;
  /** Reads the text of a file: what it holds, or all that is wrong with it. Nothing is kept yet. */
  readFile(text: string): ReadFile;
  /** Keeps a template that was read from a file, under a new id where its own is taken by another. */
  keep(content: AnyContent): Promise<Outcome<AnyContent>>;
}
