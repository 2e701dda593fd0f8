/** Scores of the anchored scale, and the workshop's figures, computed by core from what was chosen and typed. */
import { expectRow, type MethodReading, type ReadBook, type ReadRow } from "../../blueprint/methodReading";
import { topIn } from "../../blueprint/ratedChecks";
import { expectedResults, weightsInUse, type RatedRow } from "../../blueprint/ratedReading";
import { RETRANSLATION_DEFAULTS, retranslated } from "../../raters/retranslation";
import { anchorKey, JUDGES, judgeKey, pointsTo, TOP, valueKey } from "./formulas";

/** Points by person and dimension from the anchors that were chosen, in the order of the rows. */
export function barsMarks(book: ReadBook): readonly RatedRow[] {
  const na = book.word("na");
  const top = topIn(book, TOP);
  const entries = new Map(
    book.rows("BarsItems").map((row) => [
      row.text("id"),
      pointsTo(top).map((point) => {
        const between = book.word(point === 1 || point === top ? "end" : "between");
        const anchor = row.text(anchorKey(point));
        return `${String(point)} – ${anchor === "" ? between : anchor}`.toLowerCase();
      }),
    ]),
  );
  return book.rows("BarsRatings").map((row) => {
    const [item, chosen] = [row.text("item"), row.text("anchor")];
    const found = chosen.trim() === "" ? -1 : (entries.get(item) ?? []).lastIndexOf(chosen.toLowerCase());
    return {
      person: row.text("person"),
      item,
      mark: found < 0 ? null : found + 1,
      isNotApplicable: chosen.toLowerCase() === na.toLowerCase(),
    };
  });
}

/** Share of judges who put the incident back, mean place, standard deviation, verdict. */
function workshopRow(book: ReadBook, row: ReadRow, ids: ReadonlySet<string>): Record<string, number | string | null> {
  const dimension = row.text("dimension");
  const judged = {
    dimension: ids.has(dimension) ? dimension : null,
    back: JUDGES.map((judge) => row.text(judgeKey(judge))).map((id) => (id === "" ? null : id)),
    places: JUDGES.map((judge) => row.number(valueKey(judge))),
  };
  const found = retranslated(judged, {
    minAgreement: book.setting("c_MinAgreement") ?? 0,
    maxSpread: book.setting("c_MaxSpread") ?? 0,
    minJudges: RETRANSLATION_DEFAULTS.minJudges,
  });
  if (!found.ok) return {};
  const { agreement, mean, spread, verdict, point } = found.value;
  const isNamed = row.text("incident").trim() !== "";
  const said = isNamed ? book.word(verdict) : "";
  return { agreement, mean, spread, verdict: said, point: isNamed ? point : null };
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const barsReading: MethodReading = (book) => {
  const ids = new Set(book.rows("BarsItems").map((row) => row.text("id")));
  return [
    ...expectedResults(book, "BarsResults", barsMarks(book), weightsInUse(book, "BarsItems")),
    ...book.rows("BarsIncidents").flatMap((row, i) => expectRow("BarsIncidents", i, workshopRow(book, row, ids))),
  ];
};
