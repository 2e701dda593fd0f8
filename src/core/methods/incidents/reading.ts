/** The heat map and balance of everybody's records, computed by core from the log. */
import { expectRow, type MethodReading } from "../../blueprint/methodReading";
import { oneSide, recentShare, recordsByMonth } from "../../evidence/patterns";
import { roundTotal } from "../../scoring/round";
import { FEWEST_FOR_RECENT, MONTHS, RECENT_PART } from "./formulas";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const incidentsReading: MethodReading = (book) => {
  const period = { from: book.setting("From"), to: book.setting("To") };
  const [plus, minus] = [book.word("effective"), book.word("ineffective")];
  const people = new Set(book.rows("People").map((row) => row.text("id")));
  const records = book.rows("Incidents").flatMap((row) => {
    const [date, person, kind] = [row.number("date"), row.text("person"), row.text("kind")];
    const isInside =
      date !== null && period.from !== null && period.to !== null && date >= period.from && date < period.to + 1;
    if (!isInside || !people.has(person) || row.text("what").trim() === "" || ![plus, minus].includes(kind)) return [];
    return [{ person, date, sign: kind === plus ? ("+" as const) : ("-" as const) }];
  });
  return book.rows("IncidentMonths").flatMap((row, i) => {
    const own = records.filter(({ person }) => person === row.text("id"));
    const dates = own.map(({ date }) => date);
    const counted = recordsByMonth(dates, period);
    const counts = Array.from({ length: MONTHS }, (_, month) => (counted.ok ? (counted.value[month] ?? 0) : 0));
    const recent = recentShare(dates, period, FEWEST_FOR_RECENT, RECENT_PART);
    const effective = own.filter(({ sign }) => sign === "+").length;
    const side = oneSide(own.map(({ sign }) => sign));
    const isOneSided = side.ok && side.value !== null;
    return [
      ...expectRow("IncidentMonths", i, {
        ...Object.fromEntries(counts.map((count, month) => [`m${String(month + 1)}`, count])),
        ...{ effective, ineffective: own.length - effective, total: own.length },
        months: counts.filter((count) => count > 0).length,
        recent: recent.ok ? roundTotal(recent.value) : null,
      }),
      ...(isOneSided ? expectRow("IncidentMonths", i, { check: book.word("oneSided") }) : []),
    ];
  });
};
