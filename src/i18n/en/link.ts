import type { Dictionary, Params } from "../dictionary";

/** Words of linking scores to a combined appraisal. */
export const link = {
  "commands.link.none": "This sheet belongs to no combined appraisal.",
  "commands.link.none.next": "Open a sheet of the combined appraisal, such as Values, and try again.",
  "commands.link.moved": "A table of the combined appraisal was removed or renamed.",
  "commands.link.moved.next": "Undo that in Excel, then try again. Nothing was changed.",
  "commands.link.nothing": "There is no other scorecard with scores in this workbook yet.",
  "commands.link.nothing.next": "Make it in this workbook, then link it here.",
  "commands.link.stale": "Cells of this appraisal were changed in the meantime.",
  "commands.link.stale.next": "Try again. Nothing was changed.",
  "commands.link.undo": "Remove the links",
  "commands.link.did": ({ count }: Params) =>
    `${String(count ?? 0)} ${Number(count) === 1 ? "section takes" : "sections take"} live scores from this workbook.`,
  "commands.link.tooMany": "So many different sources make the formula too long.",
  "commands.link.tooMany.next": "Let fewer sections take live scores. Nothing was changed.",
  "commands.link.teamName": "Team result",
  "commands.link.twice": "More than once in {source}, so nothing comes through: {names}.",
  "commands.link.absent": "Not found in {source}: {names}.",
  "commands.link.noTeam": "Nobody's manager in {source}, so no team: {names}.",
} satisfies Dictionary;
