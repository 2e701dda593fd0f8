/** Results of the 360-degree review computed by core from the forms, with its own rules for small groups. */
import { bandReader, expectRow, type MethodReading, type ReadBook } from "../../blueprint/methodReading";
import { topIn } from "../../blueprint/ratedChecks";
import { weightsInUse } from "../../blueprint/ratedReading";
import { composite360, selfView } from "../../raters/composite360";
import { ranks } from "../../ranking/ranks";
import { roundTotal } from "../../scoring/round";
import { COUNTED, GROUPS, questionKey, TOP, WEIGHTS, type Group } from "./formulas";

/** A form whose group is known. */
export interface Form {
  readonly rated: string;
  readonly group: Group;
  /** null where nothing usable stands. */
  readonly answers: readonly (number | null)[];
  /** Its row in the table, from 0. */
  readonly at: number;
}

/** The forms with their usable answers to the statements of these numbers. */
export function formsOf(book: ReadBook, items: readonly number[]): readonly Form[] {
  const top = topIn(book, TOP);
  return book.rows("Forms360").flatMap((row, at) => {
    const group = GROUPS.find((key) => book.word(key).toLowerCase() === row.text("group").toLowerCase());
    const answers = items.map((item) => {
      const value = row.number(questionKey(item));
      return value !== null && value >= 1 && value <= top ? value : null;
    });
    return group === undefined ? [] : [{ rated: row.text("rated"), group, answers, at }];
  });
}

function viewOf(book: ReadBook, gap: number | null): string {
  if (gap === null) return "";
  const limit = book.setting("c_Gap") ?? 1;
  const least = book.setting("c_ShowGap") ?? 0.5;
  const view = selfView(gap, limit);
  if (view.ok && view.value === "blind-spot") return book.word("blindSpot");
  if (view.ok && view.value === "hidden-strength") return book.word("hiddenStrength");
  if (gap >= least) return book.word("selfHigher");
  return gap <= -least ? book.word("selfLower") : "";
}

/** One person's answers to one statement. */
function statementOf(book: ReadBook, forms: readonly Form[], item: number) {
  const groups = GROUPS.map((group) => ({
    id: group,
    weight: group === "self" ? 0 : Math.max(0, book.setting(`c_${WEIGHTS[group]}`) ?? 0),
    answers: forms.flatMap((form) => (form.group === group ? (form.answers[item] ?? []) : [])),
    ...(group === "boss" ? { exempt: true } : {}),
    ...(group === "self" ? { isSelf: true } : {}),
  }));
  // A limit between two whole numbers hides what the next whole number would.
  const result = composite360(groups, Math.ceil(book.setting("c_MinRaters") ?? 3));
  if (!result.ok) throw new Error(`forms of ${String(item)} cannot be read`);
  const shown = Object.fromEntries(
    result.value.groups.map(({ id, mean, hidden }) => [id, hidden ? book.word("hidden") : (mean ?? "")]),
  );
  const { composite, merged } = result.value;
  const self = shown["self"];
  const others = composite;
  const gap = others === null || typeof self !== "number" ? null : self - others;
  return { shown, others, gap, merged: merged === null ? null : merged.mean, self };
}

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const reading360: MethodReading = (book) => {
  const profileRows = book
    .rows("Profile360")
    .map((row) => ({ person: row.text("person"), id: row.text("item"), no: row.number("no") ?? 1 }));
  const count = Math.max(0, ...profileRows.map(({ no }) => no));
  const forms = formsOf(
    book,
    Array.from({ length: count }, (_, i) => i + 1),
  );
  const weights = weightsInUse(book, "Items360");
  const least = book.setting("MinApplicable") ?? 0;
  const people = book.rows("Results360").map((row) => {
    const id = row.text("id");
    const own = forms.filter(({ rated }) => rated === id);
    const items = profileRows.flatMap((row, at) =>
      row.person === id ? [{ ...statementOf(book, own, row.no - 1), at, weight: weights.get(row.id) ?? 0 }] : [],
    );
    const mean = (of: (item: (typeof items)[number]) => unknown): { value: number | null; used: number } => {
      let [won, used] = [0, 0];
      for (const item of items) {
        const value = of(item);
        if (typeof value !== "number") continue;
        won += item.weight * value;
        used += item.weight;
      }
      return { value: used > 0 ? roundTotal(won / used) : null, used };
    };
    const others = mean(({ others: value }) => value);
    const asked = items.reduce((sum, { weight }) => sum + weight, 0);
    const isEnough = asked > 0 && others.used / asked >= least;
    return {
      id,
      items,
      counts: GROUPS.map(
        (group) => own.filter((form) => form.group === group && form.answers.some((value) => value !== null)).length,
      ),
      self: mean(({ self }) => self).value,
      score: isEnough ? others.value : null,
      gap: mean(({ gap }) => gap).value,
    };
  });
  const places = ranks(
    people.map(({ score }) => score),
    "competition",
  );
  const bands = bandReader(book);
  const results = people.flatMap(({ counts, self, score, gap }, i) => {
    const band = bands.nameOf(score);
    const byGroup = Object.fromEntries(COUNTED.map((group) => [group, counts[GROUPS.indexOf(group)] ?? 0]));
    const raters = counts.slice(1).reduce((sum, count) => sum + count, 0);
    return expectRow("Results360", i, {
      ...byGroup,
      ...{ selfForms: counts[0] ?? 0, raters, self, score, gap, band },
      view: viewOf(book, gap),
      rank: places[i] ?? null,
    });
  });
  const profile = people.flatMap(({ items }) =>
    items.flatMap(({ at, shown, others, gap, merged }) =>
      expectRow("Profile360", at, {
        ...shown,
        ...{ others, gap, merged },
        view: viewOf(book, gap),
      }),
    ),
  );
  return [...results, ...profile];
};
