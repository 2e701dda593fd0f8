/**
 * What the checks of raters take from the forms of a 360-degree review. Of groups that are too small to be shown, or would give
 * such a one away, they learn the number and nothing else: no sentence may tell what a hidden group said (domain rule C7).
 */
import { allById, firstById, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import { ratedParts } from "../../blueprint/ratedChecks";
import type { Rater, RatingRow } from "../../model/ratings";
import { composite360 } from "../../raters/composite360";
import { GROUPS, PROTECTED, questionKey, TOP, type Group } from "./formulas";
import { formsOf, type Form } from "./reading";

const isProtected = (group: Group): boolean => PROTECTED.some((known) => known === group);
const isAnswered = ({ answers }: Form): boolean => answers.some((value) => value !== null);

/** Groups of one person whose answers stay hidden; all protected ones where the limit cannot be read. */
function hiddenGroups(forms: readonly Form[], least: number): ReadonlySet<Group> {
  const groups = GROUPS.map((group) => ({
    id: group,
    weight: 0,
    answers: forms.filter((form) => form.group === group && isAnswered(form)).map(() => 1),
    ...(group === "boss" ? { exempt: true } : {}),
    ...(group === "self" ? { isSelf: true } : {}),
  }));
  const found = composite360(groups, least);
  return new Set(GROUPS.filter((group, i) => (found.ok ? found.value.groups[i]?.hidden : isProtected(group))));
}

function read(book: LocatedBook) {
  const least = Math.ceil(book.setting("c_MinRaters") ?? 3);
  const isClosing = (book.setting("StageNo") ?? 0) >= 4;
  const statements = book
    .rows("Items360")
    .map((row, i) => ({ name: row.text("item"), number: i + 1 }))
    .filter(({ name }) => name.trim() !== "");
  const rows = book.rows("Forms360");
  const forms = formsOf(
    book,
    statements.map(({ number }) => number),
  );
  const formsAbout = allById(forms, ({ rated }) => rated);
  const raters = new Map<string, Rater>();
  const sheets = book.rows("People").flatMap((known): RatingRow[] => {
    const person = known.text("id");
    const own = formsAbout(person);
    const hidden = hiddenGroups(own, least);
    return own.flatMap((form): RatingRow[] => {
      const row = rows[form.at];
      const asked = own.filter(({ group }) => group === form.group);
      // Enough were asked and the answers are still coming in: it is too early to call the group too small.
      const isWaiting = !isClosing && asked.length >= least && asked.filter(isAnswered).length < least;
      if (row === undefined || !isAnswered(form) || (isProtected(form.group) && isWaiting)) return [];
      const written = row.text("rater").trim();
      const rater = written === "" ? row.text("no") : written.toLowerCase();
      const isHidden = hidden.has(form.group);
      if (!isHidden && form.group !== "self" && !raters.has(rater))
        raters.set(rater, { id: rater, name: written === "" ? row.text("no") : written, cell: row.cell("rater") });
      return [
        {
          ...{ rater, person, group: form.group, points: form.answers, comment: row.text("comment") },
          cell: row.cell(questionKey(1)),
          ...(isHidden ? { isHidden: true as const } : {}),
        },
      ];
    });
  });
  const resultOf = firstById(book.rows("Results360"), (row) => row.text("id"));
  return ratedParts(
    book,
    {
      dimensions: statements.map(({ name }) => name),
      ...{ lowest: 1, scalePoints: TOP, raters: [...raters.values()], rows: sheets, previous: [] },
      groupCell: (person, group) => resultOf(person)?.cell(group === "self" ? "selfForms" : group) ?? null,
    },
    { table: "Results360", column: "name" },
  );
}

export const CHECKS_360: MethodChecks = {
  codes: ["R01", "R02", "R03", "R04", "R05", "R06", "R09", "R10"],
  said: { R10: { words: ["fewRaters"] } },
  limits: { "R10.raters": { cell: "c_MinRaters", of: Math.ceil }, "R09.gap": { cell: "c_Gap" } },
  read,
};
