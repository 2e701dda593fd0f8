/** The scorecard of ours that the open sheet belongs to, by what is stored in the workbook. */
import { parseMetadata, type InstanceMetadata, type WorkbookMetadata } from "../core/schema/metadata";
import { bookLanguageOf } from "../core/blueprint/joinedTexts";
import type { Reading } from "./readSheet";
import type { SheetLanguage } from "./types";

export interface OpenInstance {
  readonly metadata: WorkbookMetadata;
  readonly stored: InstanceMetadata;
  /** Language of its sheets, not of the person. */
  readonly language: SheetLanguage;
}

/** Null when the open sheet is none of ours, or when what we stored is lost. */
export function instanceOnSheet({ assessment, snapshot }: Reading): OpenInstance | null {
  const parsed = snapshot.metadata === null ? null : parseMetadata(snapshot.metadata);
  if (parsed?.ok !== true) return null;
  const stored = parsed.metadata.instances.find((each) => each.instance === assessment.instance);
  return stored === undefined ? null : { metadata: parsed.metadata, stored, language: bookLanguageOf(stored.language) };
}
