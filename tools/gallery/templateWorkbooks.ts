/** The workbooks of the gallery: each template of the catalogue and each method in each language, with its own sample. */
import type { SheetEngine } from "../../host/engine/types";
import type { WorkbookData } from "../../host/model/types";
import type { SheetLanguage } from "../../src/commands/types";
import type { EntryForm } from "../../src/core/model/entryForms";
import type { Counts } from "../../src/core/methods/counts";
import type { Language } from "../../src/i18n/everything";
import { sheetText } from "../../src/commands/sheetWords";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { templateById, templates } from "../../src/core/templates/catalogue";
import { done, workbookBy } from "./generatedWorkbook";
import type { Workplace } from "./generatedWorkbook";

export interface GalleryEntry<L extends SheetLanguage = Language> {
  readonly templateId: string;
  readonly language: L;
}

export function galleryEntries<L extends SheetLanguage>(languages: readonly L[]): readonly GalleryEntry<L>[] {
  return [...templates(), ...METHOD_WORKBOOKS].flatMap(({ id }) =>
    languages.map((language) => ({ templateId: id, language })),
  );
}

/** Names for people beyond the sample: plainly made up. */
function madeUpPeople(count: number, language: Language): { readonly name: string }[] {
  const word = language === "en" ? "Person" : "员工";
  return Array.from({ length: count }, (_, i) => ({ name: `${word} ${String(i + 1)}` }));
}

/** What may be chosen for a workbook besides its template. */
export interface MadeWith {
  readonly withItems?: boolean;
  readonly form?: EntryForm;
  /** Numbers of items other than usual. */
  readonly counts?: Counts;
  /** What calculates while it is made; the stand-in's own where it is absent. */
  readonly engine?: SheetEngine;
}

/** Generates one workbook; `after` may go on working in it (fill, break, empty). */
export async function templateWorkbook(
  { templateId, language }: GalleryEntry<SheetLanguage>,
  people: number,
  after: (place: Workplace) => Promise<void> | void = () => undefined,
  withSample = true,
  { withItems = false, form = "matrix", counts = {}, engine }: MadeWith = {},
): Promise<WorkbookData> {
  // A workbook in both languages is made by somebody who works in English.
  const own: Language = language === "both" ? "en" : language;
  const make = async (place: Workplace): Promise<void> => {
    const outcome = await place.commands.newScorecard({
      templateId,
      people: madeUpPeople(people, own),
      language,
      jobGroup: templateById(templateId)?.jobGroup[own] ?? sheetText(own)("jobGroup.everybody"),
      periodFrom: "2026-01-01",
      periodTo: "2026-06-30",
      withSample,
      withItems,
      form,
      counts,
    });
    done(outcome, own);
    await after(place);
  };
  return workbookBy(own, make, [], engine);
}
