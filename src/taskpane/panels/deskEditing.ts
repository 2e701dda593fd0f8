/** The template that is being written; it stays when the person goes to another panel and comes back. */
import type { AnyDraft } from "../../core/templates/methodDraft";

export interface DeskEditing {
  readonly draft: AnyDraft;
  /** As it was when it was opened from the workbook; null for one that is not kept yet. */
  readonly kept: AnyDraft | null;
}
