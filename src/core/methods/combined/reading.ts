/** Totals of the combined appraisal computed by core; bonus and deductions by core's own rule for items beside the 100. */
import { bandReader, expectRow, type MethodReading } from "../../blueprint/methodReading";
import { weightsInUse } from "../../blueprint/ratedReading";
import { ranks } from "../../ranking/ranks";
import { adjustTotal } from "../../scoring/adjustments";
import { roundTotal } from "../../scoring/round";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const combinedReading: MethodReading = (book) => {
  const weights = weightsInUse(book, "Sections");
  const scales = new Map(
    book
      .rows("Sections")
      .map((row) => [row.text("id"), { zero: row.number("zero") ?? 0, full: row.number("full") ?? 0 }]),
  );
  const na = book.word("na").toLowerCase();
  const cap = book.setting("c_SectionCap") ?? 0;
  const values = book.rows("SectionValues").map((row) => {
    const value = row.number("value") ?? row.number("linked");
    const { zero, full } = scales.get(row.text("section")) ?? { zero: 0, full: 0 };
    const points =
      value === null || zero === full
        ? null
        : Math.max(0, Math.min(cap, roundTotal((100 * (value - zero)) / (full - zero))));
    return {
      person: row.text("person"),
      weight: weights.get(row.text("section")) ?? 0,
      points,
      isNotApplicable: row.text("value").toLowerCase() === na,
    };
  });
  const extras = book.rows("Extras").map((row) => ({
    person: row.text("person").toLowerCase(),
    side: row.text("side").toLowerCase(),
    points: Math.max(0, row.number("points") ?? 0),
  }));
  const limits = {
    bonus: Math.max(0, book.setting("c_MaxBonus") ?? 0),
    deduction: Math.max(0, book.setting("c_MaxDeduction") ?? 0),
  };
  const least = book.setting("MinApplicable") ?? 0;
  const people = book.rows("CombinedResults").map((row) => {
    const own = values.filter(({ person }) => person === row.text("id"));
    const scored = own.flatMap(({ weight, points }) => (points === null ? [] : [{ weight, points }]));
    const asked = own.reduce((sum, { weight }) => sum + weight, 0);
    const counted = scored.reduce((sum, { weight }) => sum + weight, 0);
    const open = own.filter(({ weight, points, isNotApplicable }) => weight > 0 && points === null && !isNotApplicable);
    const applicable = asked > 0 ? counted / asked : null;
    const base =
      open.length > 0 || counted <= 0 || (applicable ?? 0) < least
        ? null
        : roundTotal(scored.reduce((sum, { weight, points }) => sum + weight * points, 0) / counted);
    const items = (["bonus", "deduction"] as const).flatMap((kind) =>
      extras.flatMap(({ person, side, points }, i) =>
        person === row.text("id").toLowerCase() && side === book.word(kind).toLowerCase()
          ? [{ id: `${kind}${String(i)}`, kind, unitPoints: points, count: 1 }]
          : [],
      ),
    );
    const adjusted = adjustTotal(base ?? 0, items, limits);
    if (!adjusted.ok) throw new Error("bonus and deductions cannot be read");
    return {
      gate: row.text("gate").toLowerCase(),
      shown: {
        open: open.length,
        applicable,
        base,
        bonus: adjusted.value.bonus,
        deduction: adjusted.value.deduction,
        score: base === null ? null : adjusted.value.total,
      },
    };
  });
  const places = ranks(
    people.map(({ shown }) => shown.score),
    "competition",
  );
  const bands = bandReader(book);
  const best = Math.max(1, Math.floor(book.setting("c_GateBand") ?? 0));
  const ofPeople = people.flatMap(({ shown, gate }, i) => {
    const place = bands.placeOf(shown.score);
    const held = gate === book.word("yes").toLowerCase() ? Math.min(place, best) : place;
    return expectRow("CombinedResults", i, { ...shown, band: bands.nameAt(held), rank: places[i] ?? null });
  });
  return [...ofPeople, ...values.flatMap(({ points }, i) => expectRow("SectionValues", i, { points }))];
};
