/** The method workbooks that there are: one entry makes a workbook choosable, judged and shown in the gallery. */
import type { MethodDefinition } from "../blueprint/methodWorkbook";
import { CASCADE } from "./cascade";
import { CHECK_INS } from "./check-ins";
import { MBO_INDIVIDUAL } from "./mbo-individual";
import { OKR } from "./okr";

export const METHOD_WORKBOOKS: readonly MethodDefinition[] = [MBO_INDIVIDUAL, OKR, CASCADE, CHECK_INS];

/** The method of an id; null when there is none. */
export const methodById = (id: string): MethodDefinition | null =>
  METHOD_WORKBOOKS.find((method) => method.id === id) ?? null;
