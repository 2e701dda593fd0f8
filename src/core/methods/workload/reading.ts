/** Hours and loads computed by core from tasks and times. */
import { expectRow, type MethodReading, type ReadBook } from "../../blueprint/methodReading";
import { roundTotal } from "../../scoring/round";
import { EVERY } from "./formulas";

/** Hours of each task in the period, with the id of the person in small letters; in the order of the rows. */
export function taskHours(book: ReadBook): readonly { readonly person: string; readonly hours: number }[] {
  const days = book.setting("c_WorkDays") ?? 0;
  const [from, to] = [book.setting("From") ?? 0, book.setting("To") ?? 0];
  const units = { daily: days, weekly: days / 5, monthly: (to - from + 1) / 30.4375, once: 1 } as const;
  return book.rows("WorkTasks").map((row) => {
    const every = EVERY.find((word) => book.word(word).toLowerCase() === row.text("every").toLowerCase());
    const [times, minutes] = [row.number("times"), row.number("minutes")];
    const isWhole = every !== undefined && times !== null && minutes !== null;
    return {
      person: row.text("person").toLowerCase(),
      hours: isWhole ? roundTotal(((Math.max(0, times) * Math.max(0, minutes)) / 60) * units[every]) : 0,
    };
  });
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const workloadReading: MethodReading = (book) => {
  const days = book.setting("c_WorkDays") ?? 0;
  const tasks = taskHours(book);
  const [perDay, reserve] = [book.setting("c_HoursPerDay") ?? 0, book.setting("c_Reserve") ?? 0];
  const ofLoad = book.rows("WorkLoad").flatMap((row, i) => {
    const own = tasks.filter(({ person }) => person === row.text("id").toLowerCase());
    const planned = own.reduce((sum, { hours }) => sum + hours, 0);
    const share = row.number("share");
    const present = Math.max(0, days - Math.max(0, row.number("absent") ?? 0));
    const available = share === null ? null : roundTotal(Math.max(0, share) * present * perDay * (1 - reserve));
    return expectRow("WorkLoad", i, {
      tasks: own.filter(({ hours }) => hours > 0).length,
      planned,
      available,
      load: available === null || available <= 0 ? null : Math.round((planned / available) * 1e9) / 1e9,
      room: available === null ? null : roundTotal(available - planned),
    });
  });
  return [...tasks.flatMap(({ hours }, i) => expectRow("WorkTasks", i, { hours })), ...ofLoad];
};
