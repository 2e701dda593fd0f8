/**
 * What a file could not carry, said to the person and never kept quiet. The sentences are `lossTexts.ts`;
 * a test holds both languages to the same keys.
 */
import type { Message } from "../../src/core/model/message";

export interface Loss {
  /** Key of `lossTexts.ts` with its parameters. */
  readonly message: Message;
  /** The sheet it happened on, or null for the workbook. */
  readonly sheet: string | null;
}

/** Collects losses; the same sentence on the same sheet is kept once, with a count where it has one. */
export interface LossList {
  readonly items: readonly Loss[];
  add(sheet: string | null, key: string, params?: Readonly<Record<string, string | number>>): void;
  /** Counts `key` on `sheet`; the sentence gets {count}. */
  count(sheet: string | null, key: string): void;
}

export function lossList(): LossList {
  const single = new Map<string, Loss>();
  const counted = new Map<string, { sheet: string | null; key: string; count: number }>();
  return {
    get items() {
      const sums = [...counted.values()].map(({ sheet, key, count }) => ({
        message: { key, params: { count } },
        sheet,
      }));
      return [...single.values(), ...sums];
    },
    add(sheet, key, params) {
      const loss: Loss = { message: params === undefined ? { key } : { key, params }, sheet };
      single.set(JSON.stringify(loss), loss);
    },
    count(sheet, key) {
      const id = JSON.stringify([sheet, key]);
      const entry = counted.get(id) ?? { sheet, key, count: 0 };
      entry.count += 1;
      counted.set(id, entry);
    },
  };
}
