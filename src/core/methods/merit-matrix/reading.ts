/** Raises, bonus and boxes computed by core from ratings, pay and the guide. */
import { expectRow, type MethodReading, type ReadBook } from "../../blueprint/methodReading";
import { roundTotal } from "../../scoring/round";
import { BETWEEN_NAMES, fromKey, NAMES_SHOWN, toKey } from "./formulas";

const cents = (value: number): number => Math.round(value * 100 + Math.sign(value) * 1e-7) / 100;
const positive = (value: number | null): number | null => (value !== null && value > 0 ? value : null);

function paid(book: ReadBook) {
  const guide = book.rows("MeritGuide");
  const [low, high] = [book.setting("c_CompaLow") ?? 0, book.setting("c_CompaHigh") ?? 0];
  return book.rows("Pay").map((row) => {
    const rating = row.number("rating");
    const step = rating !== null && rating >= 1 && rating <= 5 ? Math.floor(rating + 0.5) : 0;
    const [salary, middle] = [positive(row.number("salary")), positive(row.number("middle"))];
    const compa = salary === null || middle === null ? null : roundTotal(salary / middle);
    const zone = compa === null ? 0 : compa < low ? 1 : compa <= high ? 2 : 3;
    const line = step > 0 && zone > 0 ? guide[step - 1] : undefined;
    const proposed = row.number("proposed");
    const raise = proposed === null || salary === null ? null : cents(salary * proposed);
    return {
      id: row.text("id"),
      rating: step > 0 ? rating : null,
      coefficient: step > 0 ? (guide[step - 1]?.number("coefficient") ?? null) : null,
      shown: {
        compa,
        guideFrom: line === undefined ? null : (line.number(fromKey(zone)) ?? 0),
        guideTo: line === undefined ? null : (line.number(toKey(zone)) ?? 0),
        raise,
        newSalary: raise === null || salary === null ? null : salary + raise,
      },
    };
  });
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const meritReading: MethodReading = (book) => {
  const people = paid(book);
  const company = book.setting("c_Company") ?? 0;
  const [middle, high] = [book.setting("c_CutMiddle") ?? 0, book.setting("c_CutHigh") ?? 0];
  const levelOf = (value: number | null): number =>
    value === null || value < 1 || value > 5 ? 0 : value < middle ? 1 : value < high ? 2 : 3;
  const ofBonus = book.rows("Bonus").flatMap((row, i) => {
    const personal = people.find(({ id }) => id === row.text("id"))?.coefficient ?? null;
    const [base, department] = [row.number("base"), row.number("department")];
    const isWhole = base !== null && department !== null && personal !== null;
    return expectRow("Bonus", i, {
      personal,
      bonus: isWhole ? cents(base * department * personal * company) : null,
    });
  });
  const boxes = book.rows("Talent").map((row) => {
    const performance = people.find(({ id }) => id === row.text("id"))?.rating ?? null;
    const [x, y] = [levelOf(performance), levelOf(row.number("potential"))];
    return { id: row.text("id"), performance, box: x === 0 || y === 0 ? null : (y - 1) * 3 + x };
  });
  const ofTalent = boxes.flatMap(({ performance, box }, i) =>
    expectRow("Talent", i, {
      performance,
      box,
      boxName: box === null ? null : book.word(`box${String(box)}`),
    }),
  );
  const ofGrid = [3, 2, 1].flatMap((level, i) =>
    expectRow(
      "NineBox",
      i,
      Object.fromEntries(
        [1, 2, 3].map((x) => [`p${String(x)}`, boxes.filter(({ box }) => box === (level - 1) * 3 + x).length]),
      ),
    ),
  );
  const nameOf = new Map(book.rows("People").map((row) => [row.text("id"), row.text("name")]));
  const namesIn = (wanted: number): string | null => {
    const names = boxes.flatMap(({ id, box }) => (box === wanted ? [nameOf.get(id) ?? ""] : []));
    const more = names.length > NAMES_SHOWN ? ` +${String(names.length - NAMES_SHOWN)}` : "";
    return names.length === 0 ? null : `${names.slice(0, NAMES_SHOWN).join(BETWEEN_NAMES)}${more}`;
  };
  const ofNames = [3, 2, 1].flatMap((level, i) =>
    expectRow(
      "NineBoxNames",
      i,
      Object.fromEntries([1, 2, 3].map((x) => [`p${String(x)}`, namesIn((level - 1) * 3 + x)])),
    ),
  );
  const ofPay = people.flatMap(({ shown }, i) => expectRow("Pay", i, shown));
  return [...ofPay, ...ofBonus, ...ofTalent, ...ofGrid, ...ofNames];
};
