/**
 * What the checks of raters take from the forms of a 360-degree review. Of groups that are too small to be shown, or would give
 * such a one away, they learn the number and nothing else: no sentence may tell what a hidden group said (domain rule C7).
 */
import { allById, firstById, type LocatedBook, type MethodChecks } from "../../blueprint/methodChecks";
import { ratedParts, topIn } from "../../blueprint/ratedChecks";
import type { Rater, RatingRow } from "../../model/ratings";
import { composite360 } from "../../raters/composite360";
import { GROUPS, PROTECTED, questionKey, TOP, type Group } from "./formulas";
import { formsOf, type Form } from "./reading";

const isProtected = (group: Group): boolean => PROTECTED.some((known) => known === group);
const isAnswered = ({ answers }: Form): boolean => answers.some((value) => value !== null);

/** A form with who filled it in: a name in any spelling of its case, else the form's own number. */
interface Answered extends Form {
  readonly rater: string;
  readonly name: string;
}

/** How many different people of a group answered: several forms by one of them hide nobody. */
const ratersOf = (forms: readonly Answered[], group: Group): readonly string[] => [
  ...new Set(forms.filter((form) => form.group === group && isAnswered(form)).map(({ rater }) => rater)),
];

/** Groups of one person whose answers stay hidden; all protected ones where the limit cannot be read. */
function hiddenGroups(forms: readonly Answered[], least: number): ReadonlySet<Group> {
  const groups = GROUPS.map((group) => ({
    id: group,
    weight: 0,
    answers: ratersOf(forms, group).map(() => 1),
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
  ).map((form): Answered => {
    const row = rows[form.at];
    const name = row?.text("rater").trim() ?? "";
    return name === ""
      ? { ...form, rater: row?.text("no") ?? "", name: row?.text("no") ?? "" }
      : { ...form, rater: name.toLowerCase(), name };
  });
  const formsAbout = allById(forms, ({ rated }) => rated);
  const raters = new Map<string, Rater>();
  const sheets = book.rows("People").flatMap((known): RatingRow[] => {
    const person = known.text("id");
    const own = formsAbout(person);
    const hidden = hiddenGroups(own, least);
    return own.flatMap((form): RatingRow[] => {
      const row = rows[form.at];
      // Enough were asked and the answers are still coming in: it is too early to call the group too small.
      const asked = own.filter(({ group }) => group === form.group).length;
      const isWaiting =
        !isClosing && asked >= least && own.some((each) => each.group === form.group && !isAnswered(each));
      const isSmall = ratersOf(own, form.group).length < least;
      if (row === undefined || !isAnswered(form) || (isProtected(form.group) && isWaiting && isSmall)) return [];
      const { rater, name } = form;
      const isHidden = hidden.has(form.group);
      if (!isHidden && form.group !== "self" && !raters.has(rater))
        raters.set(rater, { id: rater, name, cell: row.cell("rater") });
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
      ...{ lowest: 1, scalePoints: topIn(book, TOP), raters: [...raters.values()], rows: sheets, previous: [] },
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
