/** The template that is being written; it stays when the person goes to another panel and comes back. */
import type { TemplateDraft } from "../../core/templates/draft";

export interface DeskEditing {
  readonly draft: TemplateDraft;
  /** As it was when it was opened from the workbook; null for one that is not kept yet. */
  readonly kept: TemplateDraft | null;
}
