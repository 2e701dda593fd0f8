/** Builds a workbook in English, in Chinese, or in both languages at once. */
import { METADATA_VERSION, metadataXml, parseMetadata, type InstanceMetadata } from "../schema/metadata";
import { chineseBeside, templateIn, textsIn, type BookLanguage, type TextsByLanguage } from "./joinedTexts";
import { mergedBlueprint, mergedInstance } from "./mergeLanguages";
import { buildMethodWorkbook, type MethodDefinition, type MethodInput } from "./methodWorkbook";
import { onOnePage } from "./onePage";
import { roomForOwn } from "./ownRoom";
import { roomForTwo } from "./roomForTwo";
import { buildScorecard, freeSheetName, type BuildResult, type ScorecardInput } from "./scorecard";
import type { Blueprint } from "./types";

type InAnyLanguage<Input> = Omit<Input, "language" | "text"> & {
  readonly language: BookLanguage;
  readonly texts: TextsByLanguage;
};

/** The instance that a blueprint stores last: the one it makes. */
export function storedInstance(blueprint: Blueprint): InstanceMetadata {
  const parsed = parseMetadata(blueprint.metadata ?? "");
  const stored = parsed.ok ? parsed.metadata.instances.at(-1) : undefined;
  if (stored === undefined) throw new Error("a workbook was built that stores nothing");
  return stored;
}

type Standing = Pick<ScorecardInput, "metadata">;
/** The blueprint with what is stored of its own instance replaced. */
const storing = (blueprint: Blueprint, { metadata }: Standing, stored: InstanceMetadata): Blueprint => ({
  ...blueprint,
  metadata: metadataXml({ version: METADATA_VERSION, instances: [...(metadata?.instances ?? []), stored] }),
});

/** A KPI scorecard; in both languages its texts stand joined from the beginning. Equal totals are then ranked as in English. */
export function buildScorecardIn({ language, texts, template, ...rest }: InAnyLanguage<ScorecardInput>): BuildResult {
  const built = buildScorecard({
    ...rest,
    template: templateIn(language, template),
    language: language === "both" ? "en" : language,
    text: textsIn(language, texts),
  });
  if (!built.ok) return built;
  if (language !== "both") return { ...built, blueprint: onOnePage(built.blueprint) };
  const stored = { ...storedInstance(built.blueprint), language };
  return { ...built, blueprint: onOnePage(roomForTwo(storing(built.blueprint, rest, stored))) };
}

/** A method's workbook; in both languages it is put together from the English and the Chinese one. */
export function buildMethodIn(
  definition: MethodDefinition,
  { language, texts, ...rest }: InAnyLanguage<MethodInput>,
): BuildResult {
  const { ownContent } = rest;
  const finished = (blueprint: Blueprint, stored: InstanceMetadata): Blueprint =>
    onOnePage(ownContent === undefined ? blueprint : roomForOwn(blueprint, stored, ownContent, language));
  if (language !== "both") {
    const built = buildMethodWorkbook(definition, { ...rest, language, text: texts[language] });
    if (!built.ok) return built;
    return { ...built, blueprint: finished(built.blueprint, storedInstance(built.blueprint)) };
  }
  const { takenSheets, ranks = "competition" } = rest;
  // Without sheets that stand, so that the names are joined as they are meant.
  const bare = { ...rest, ranks, takenSheets: [] };
  const en = buildMethodWorkbook(definition, { ...bare, language: "en", text: texts.en });
  const zh = buildMethodWorkbook(definition, { ...bare, language: "zh-CN", text: chineseBeside(texts) });
  if (!en.ok) return en;
  if (!zh.ok) return zh;
  const taken = new Set(takenSheets.map((name) => name.toLowerCase()));
  const merged = mergedBlueprint(en.blueprint, zh.blueprint, (wanted) => {
    const name = freeSheetName(wanted, taken);
    taken.add(name.toLowerCase());
    return name;
  });
  const stored = mergedInstance(storedInstance(en.blueprint), storedInstance(zh.blueprint));
  return {
    ok: true,
    instance: en.instance,
    entrySheet: merged.show?.sheet ?? "",
    blueprint: finished(roomForTwo(storing(merged, rest, stored)), stored),
  };
}
