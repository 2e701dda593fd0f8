/** Formulas of the Evidence register. */
import type { CellFormula } from "../blueprint/types";
import { cellFormula, here } from "./columns";
import type { InstanceNames } from "./names";

/** Unknown person or indicator, date outside the period, or OK; empty while the row is empty. Source: check E02. */
export function evidenceCheckFormula(
  names: InstanceNames,
  headers: { readonly person: string; readonly indicator: string; readonly eventDate: string },
): CellFormula {
  const person = here(headers.person);
  const indicator = here(headers.indicator);
  const date = here(headers.eventDate);
  // Compared, not looked for: people type here, and COUNTIF would take "P*" for everybody.
  const isNone = (list: "PeopleIds" | "IndicatorIds", typed: string): string =>
    `SUMPRODUCT(--(${names.setting(list)}=${typed}))=0`;
  return cellFormula(
    `IF(AND(LEN(${person})=0,LEN(${indicator})=0),"",` +
      `IF(AND(${person}<>${names.word("all")},${isNone("PeopleIds", person)}),${names.word("unknown")},` +
      `IF(${isNone("IndicatorIds", indicator)},${names.word("unknown")},` +
      `IF(NOT(ISNUMBER(${date})),${names.word("outside")},IF(OR(${date}<${names.setting("From")},${date}>=${names.setting("To")}+1),${names.word("outside")},${names.word("ok")})))))`,
  );
}
