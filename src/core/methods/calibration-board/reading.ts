/** Levels of the managers, hints and outcomes computed by core; the shrunk shift by core's own calibration. */
import { bandReader, expectRow, type MethodReading, type ReadBook } from "../../blueprint/methodReading";
import { calibrate } from "../../raters/calibration";
import { ranks } from "../../ranking/ranks";
import { roundTotal } from "../../scoring/round";

function casesOf(book: ReadBook, ids: ReadonlySet<string>) {
  const [low, high] = [book.setting("c_Low") ?? 0, book.setting("c_High") ?? 0];
  const onScale = (value: number | null): number | null =>
    value !== null && value >= low && value <= high ? value : null;
  return book.rows("Board").map((row) => {
    const score = onScale(row.number("proposed"));
    const manager = row.text("manager");
    return {
      manager: ids.has(manager) ? manager : null,
      score,
      final: onScale(row.number("decided")) ?? score,
    };
  });
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const boardReading: MethodReading = (book) => {
  const managers = book.rows("BoardManagers").map((row) => row.text("id"));
  const cases = casesOf(book, new Set(managers));
  const teams = managers.map((id) => cases.filter(({ manager, score }) => manager === id && score !== null));
  const scores = teams.map((team) => team.flatMap(({ score }) => score ?? []));
  const rated = scores.filter((team) => team.length > 0);
  const everybody = rated.flat();
  const grand = everybody.length === 0 ? 0 : everybody.reduce((sum, score) => sum + score, 0) / everybody.length;
  // A scale without ends, so that what is read off is the shift itself.
  const calibrated = calibrate(rated, "shrunk-shift", { low: -1e9, high: 1e9 });
  const shifts = calibrated.ok ? calibrated.value.map(([first]) => (first?.raw ?? 0) - (first?.adjusted ?? 0)) : null;
  const [low, high] = [book.setting("c_Low") ?? 0, book.setting("c_High") ?? 0];
  const bands = bandReader(book);

  let at = -1;
  const shiftOf = new Map<string, number>();
  const ofManagers = managers.flatMap((id, i) => {
    const team = scores[i] ?? [];
    if (team.length === 0)
      return expectRow("BoardManagers", i, { people: 0, mean: null, difference: null, shift: null });
    at += 1;
    const mean = team.reduce((sum, score) => sum + score, 0) / team.length;
    const finals = teams[i]?.flatMap(({ final }) => final ?? []) ?? [];
    const shift = shifts?.[at] ?? null;
    if (shift !== null) shiftOf.set(id, shift);
    return expectRow("BoardManagers", i, {
      people: team.length,
      mean,
      difference: roundTotal(mean - grand),
      meanFinal: finals.reduce((sum, final) => sum + final, 0) / team.length,
      shift,
    });
  });
  const places = ranks(
    cases.map(({ final }) => final),
    "competition",
  );
  const ofBoard = cases.flatMap(({ manager, score, final }, i) => {
    const shift = shiftOf.get(manager ?? "");
    const hint =
      score === null || shift === undefined ? null : roundTotal(Math.min(high, Math.max(low, score - shift)));
    return expectRow("Board", i, {
      hint,
      final,
      scoreBand: bands.nameOf(score),
      finalBand: bands.nameOf(final),
      rank: places[i] ?? null,
    });
  });
  const ofBands = book.rows("BoardSpread").flatMap((_, i) =>
    expectRow("BoardSpread", i, {
      before: cases.filter(({ score }) => bands.placeOf(score) === i + 1).length,
      after: cases.filter(({ final }) => bands.placeOf(final) === i + 1).length,
    }),
  );
  return [...ofManagers, ...ofBoard, ...ofBands];
};
