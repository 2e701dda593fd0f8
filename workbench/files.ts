/** Opening and saving .xlsx in the browser: the bytes go from the disk to the page and back, nowhere else. */
import { fileText } from "../host/file/lossTexts";
import type { Loss } from "../host/file/loss";
import { readXlsx } from "../host/file/readXlsx";
import { writeXlsx } from "../host/file/writeXlsx";
import type { WorkbookData } from "../host/model/types";
import type { Language } from "./words";

const sentence = (language: Language, { message, sheet }: Loss): string =>
  `${sheet === null ? "" : `${sheet}: `}${fileText(language, message.key, plain(message.params))}`;

/** Only texts and numbers can stand in a sentence. */
function plain(params: Readonly<Record<string, unknown>> | undefined): Record<string, string | number> {
  const entries = Object.entries(params ?? {});
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === "number" ? value : typeof value === "string" ? value : ""]),
  );
}

/** The workbook of a file, or null; the messages say what could not be kept, or why it could not be opened. */
export async function openFile(
  file: File,
  language: Language,
): Promise<{ readonly data: WorkbookData | null; readonly messages: readonly string[] }> {
  const result = await readXlsx(new Uint8Array(await file.arrayBuffer()));
  if (!result.ok)
    return { data: null, messages: [fileText(language, result.problem.key, plain(result.problem.params))] };
  return { data: result.data, messages: result.left.map((loss) => sentence(language, loss)) };
}

/** Hands the file to the browser's downloads; returns what it does not hold. */
export async function saveFile(data: WorkbookData, name: string, language: Language): Promise<readonly string[]> {
  const { bytes, left } = await writeXlsx(data);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
  return left.map((loss) => sentence(language, loss));
}
