/** E06: months in a row in which nothing was noted about somebody's behaviour. */
import { FROM_EVALUATE, type Check } from "../check";
import { incidentsByPerson, monthOf, recordsFinding, type PersonRecords } from "../evidenceRecords";

/** The longest run of months without a record, from the first month of the period to the last one. */
function longestGap({ records }: PersonRecords, from: number, to: number): number {
  const months = new Set(records.flatMap(({ eventDate }) => (eventDate === null ? [] : [monthOf(eventDate)])));
  let [longest, run] = [0, 0];
  for (let month = monthOf(from); month <= monthOf(to); month += 1) {
    run = months.has(month) ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

export const E06: Check = {
  code: "E06",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { months: 3 },
  silencedBy: [],
  run: (context, { months = Infinity }) => {
    const { from, to } = context.card.period;
    if (from === null || to === null) return [];
    return incidentsByPerson(context.card).flatMap((known) => {
      const gap = longestGap(known, from, to);
      return gap < months ? [] : [recordsFinding(E06, context, known, { gap })];
    });
  },
};
