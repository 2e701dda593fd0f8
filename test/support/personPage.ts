/** The page for one person of a method's workbook: what stands beside a label of it, and the rows that it shows. */
import type { MethodDefinition } from "../../src/core/blueprint/methodWorkbook";
import { calculatedMethod, type CalculatedMethod, type MethodChoices } from "./methodWorkbooks";
import { sheetText } from "./sheetText";

export interface PersonPage extends CalculatedMethod {
  /** What stands beside a label or a sentence of the page. */
  readonly beside: (label: string) => unknown;
  /** A column of the table of the page, as far as it has rows. */
  readonly shown: (column: string) => readonly unknown[];
  readonly choose: (id: string) => Promise<void>;
}

/** Builds and calculates the method's workbook; the caller disposes of it. */
export async function personPageOf(method: MethodDefinition, choices: MethodChoices = {}): Promise<PersonPage> {
  const book = await calculatedMethod(method, choices);
  const name = sheetText(choices.language ?? "en")("name.person");
  const sheet = book.blueprint.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error("no page");
  const beside = (label: string): unknown => {
    const at = sheet.blocks.find(({ cells }) => cells[0]?.[0] === label)?.at;
    const place = sheet.blocks
      .map((block) => block.at)
      .filter(({ row, column }) => row === at?.row && column > at.column)
      .sort((a, b) => a.column - b.column)[0];
    if (place === undefined) throw new Error(`nothing beside ${label}`);
    return book.valueAt(sheet.name, place.row, place.column);
  };
  const shown = (column: string): readonly unknown[] =>
    Array.from({ length: book.rows("PersonPage") }, (_, row) => book.at("PersonPage", row, column));
  const choose = async (id: string): Promise<void> => {
    book.setCell("PagePerson", id);
    await book.calculate();
  };
  return { ...book, beside, shown, choose };
}
/** A number or a text as it is said in a sum; "" for anything else. */
export const said = (value: unknown): string =>
  typeof value === "number" || typeof value === "string" ? String(value) : "";
