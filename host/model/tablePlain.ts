/** References to a table that becomes an ordinary range: the same cells by address. */
import { translateStructuredReferences } from "../engine/structuredReferences";
import type { TableLookup } from "../engine/structuredReferences";
import { columnOf, contains, rowOf } from "./cellStore";
import { tokensOf } from "./formulaReferences";
import type { ModelState } from "./modelState";
import type { PlainFormula } from "./tables";

/** Only references to this one table are translated, piece by piece; those to other tables stay as written. */
export function plainFormula(state: ModelState): PlainFormula {
  return (formula, owner, key, table) => {
    const sheet = state.table(table.id)?.sheet;
    if (!sheet) return formula;
    const place = owner && key !== null ? { sheetId: owner.id, row: rowOf(key), column: columnOf(key) } : null;
    const inside = place?.sheetId === sheet.id && contains(table.rect, place.row, place.column);
    const found = { sheet, table };
    const lookup: TableLookup = { byName: () => found, around: () => (inside ? found : undefined) };
    const tokens = tokensOf(formula);
    const out: string[] = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i];
      if (!token) break;
      const next = tokens[i + 1];
      const named = token.kind === "name" && token.text.toLowerCase() === table.name.toLowerCase();
      const alone = token.kind === "structured" && tokens[i - 1]?.kind !== "name";
      const piece = named && next?.kind === "structured" ? token.text + next.text : token.text;
      out.push(named || alone ? translateStructuredReferences(piece, place, lookup) : token.text);
      if (piece !== token.text) i += 1;
    }
    return out.join("");
  };
}
