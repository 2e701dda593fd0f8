/** The templates that are offered. Each file goes through the schema; a faulty one is a bug that a test finds. */
import { parseTemplate, type Template } from "../schema/template";
import salesExec from "./sales-exec.json";

const FILES: readonly unknown[] = [salesExec];

const parsed: readonly Template[] = FILES.flatMap((file) => {
  const result = parseTemplate(file);
  return result.ok ? [result.template] : [];
});

/** All templates on offer, in order. */
export const templates = (): readonly Template[] => parsed;

export const templateById = (id: string): Template | null => parsed.find((template) => template.id === id) ?? null;
