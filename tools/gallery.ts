/** `npm run gallery -- --out DIR [--locale zh-CN|both] [--people N] [--items] [--form register|form] [NAME]`: every template as an .xlsx file with calculated values. */
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileText } from "../host/file/lossTexts";
import { writeXlsx } from "../host/file/writeXlsx";
import { ENTRY_FORMS, type EntryForm } from "../src/core/model/entryForms";
import { LANGUAGES } from "../src/i18n/everything";
import type { SheetLanguage } from "../src/commands/types";
import { galleryEntries, templateWorkbook } from "./gallery/templateWorkbooks";

const USAGE =
  "Usage: npm run gallery -- --out DIR [--locale en|zh-CN|both] [--people N] [--items] [--form register|form] [NAME]";

interface Choices {
  readonly out: string;
  readonly languages: readonly SheetLanguage[];
  readonly people: number;
  /** With bonus and deduction items. */
  readonly items: boolean;
  /** How results are typed. */
  readonly form: EntryForm;
  /** Only workbooks with these letters in their id. */
  readonly part: string;
}

/** Null when the arguments cannot be understood. */
function readChoices(): Choices | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string" },
      locale: { type: "string" },
      people: { type: "string" },
      items: { type: "boolean" },
      form: { type: "string" },
    },
  });
  const people = Number(values.people ?? "0");
  const languages: readonly SheetLanguage[] =
    values.locale === "both"
      ? ["both"]
      : LANGUAGES.filter((language) => values.locale === undefined || values.locale === language);
  const form = ENTRY_FORMS.find((known) => known === (values.form ?? "matrix"));
  if (
    form === undefined ||
    values.out === undefined ||
    languages.length === 0 ||
    !Number.isInteger(people) ||
    people < 0
  )
    return null;
  // npm runs scripts in the project's folder; a relative path is meant from where the person stands.
  return {
    out: resolve(process.env["INIT_CWD"] ?? process.cwd(), values.out),
    languages,
    people,
    items: values.items === true,
    form,
    part: positionals[0] ?? "",
  };
}

async function main(): Promise<number> {
  const choices = readChoices();
  if (choices === null) {
    console.error(USAGE);
    return 2;
  }
  await mkdir(choices.out, { recursive: true });
  const entries = galleryEntries(choices.languages).filter(({ templateId }) => templateId.includes(choices.part));
  for (const [i, entry] of entries.entries()) {
    const data = await templateWorkbook(entry, choices.people, undefined, true, {
      withItems: choices.items,
      form: choices.form,
    });
    const { bytes, left } = await writeXlsx(data);
    const file = `${entry.templateId}.${entry.language}.xlsx`;
    await writeFile(join(choices.out, file), bytes);
    console.log(
      `${String(i + 1)}/${String(entries.length)} ${file} (${String(data.sheets.length)} sheets, ${String(bytes.length)} bytes)`,
    );
    for (const { sheet, message } of left)
      console.log(`  left out${sheet === null ? "" : ` on ${sheet}`}: ${fileText("en", message.key, message.params)}`);
  }
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
