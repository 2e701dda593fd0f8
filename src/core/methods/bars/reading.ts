/** Scores of the anchored scale, and the workshop's figures, computed by core from what was chosen and typed. */
import { expectRow, type MethodReading, type ReadBook, type ReadRow } from "../../blueprint/methodReading";
import { expectedResults, weightsInUse } from "../../blueprint/ratedReading";
import { roundTotal } from "../../scoring/round";
import { anchorKey, JUDGES, judgeKey, POINTS, TOP, valueKey } from "./formulas";

function ratingsOf(book: ReadBook) {
  const na = book.word("na");
  const entries = new Map(
    book.rows("BarsItems").map((row) => [
      row.text("id"),
      POINTS.map((point) => {
        const between = book.word(point === 1 || point === TOP ? "end" : "between");
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
  const intended = row.text("dimension");
  const known = ids.has(intended) ? intended : "";
  const back = JUDGES.map((judge) => row.text(judgeKey(judge))).filter((id) => id !== "");
  const places = JUDGES.flatMap((judge) => row.number(valueKey(judge)) ?? []);
  const agreement = back.length === 0 ? null : back.filter((id) => known !== "" && id === known).length / back.length;
  const mean = places.length === 0 ? null : places.reduce((sum, place) => sum + place, 0) / places.length;
  const squares = places.reduce((sum, place) => sum + (place - (mean ?? 0)) ** 2, 0);
  const spread = places.length < 2 ? null : roundTotal(Math.sqrt(squares / (places.length - 1)));
  const verdict = (): string => {
    if (row.text("incident").trim() === "") return "";
    if (known === "") return book.word("noDimension");
    if (back.length < 3 || places.length < 3) return book.word("fewJudges");
    if ((agreement ?? 0) < (book.setting("c_MinAgreement") ?? 0)) return book.word("moved");
    return (spread ?? 0) > (book.setting("c_MaxSpread") ?? 0) ? book.word("wide") : book.word("keep");
  };
  const said = verdict();
  return {
    ...{ agreement, mean, spread, verdict: said },
    point: said === book.word("keep") && mean !== null ? Math.round(mean) : null,
  };
}

export const barsReading: MethodReading = (book) => {
  const ids = new Set(book.rows("BarsItems").map((row) => row.text("id")));
  return [
    ...expectedResults(book, "BarsResults", ratingsOf(book), weightsInUse(book, "BarsItems")),
    ...book.rows("BarsIncidents").flatMap((row, i) => expectRow("BarsIncidents", i, workshopRow(book, row, ids))),
  ];
};
