import type { Dictionary, Params } from "../dictionary";

const count = (params: Params, key: string, one: string, many: string): string =>
  `${params[key] ?? 0} ${params[key] === 1 ? one : many}`;

/** What is said about people who come, go and are sorted, and about protection. */
export const people = {
  "commands.people.none": "This sheet belongs to no workbook of Evenhand.",
  "commands.people.none.next": "Open one of its sheets, such as People, and try again.",
  "commands.people.moved": "A table of this workbook was removed or renamed.",
  "commands.people.moved.next": "Undo that in Excel, then try again. Nothing was changed.",
  "commands.people.fixed.pairs":
    "This workbook was made by an earlier version: its pair sheet has columns for the people of that time only.",
  "commands.people.fixed.pairs.next": "Make a new one with all the people. Nothing was changed.",
  "commands.people.noPlan": "No plan of this workbook is for {person}’s job group “{group}”.",
  "commands.people.noPlan.next": "Correct the job group on People, or add a plan for it. Nothing was changed.",
  "commands.people.filtered": "A filter hides rows on {sheet}.",
  "commands.people.filtered.next": "Clear it (Data, Clear), then try again. Nothing was changed.",
  "commands.people.noName": "Line {row} has no name.",
  "commands.people.noName.next": "Give everybody a name. Nothing was changed.",
  "commands.people.nobody": "There is nobody to add.",
  "commands.people.nobody.next": "Type or pick people first.",
  "commands.people.tooMany": "{count} people are more than one workbook takes ({most}).",
  "commands.people.tooMany.next": "Make a second workbook. Nothing was changed.",
  "commands.people.stale": "Cells of the people were changed in the meantime.",
  "commands.people.stale.next": "Try again. Nothing was changed.",
  "commands.people.unknown": "These people are not in the list any more, or have left already.",
  "commands.people.unknown.next": "Press Recheck, then try again.",
  "commands.people.hasResults": (p: Params) =>
    `${p.person ?? ""} has results or records: ${count(p, "count", "cell", "cells")} would be lost.`,
  "commands.people.hasResults.next": "Give a last day instead, or empty those cells first. Nothing was changed.",
  "commands.people.last": "The last person cannot be taken out.",
  "commands.people.last.next": "Type another name into the row instead. Nothing was changed.",
  "commands.people.noDay": "The last day is no date.",
  "commands.people.noDay.next": "Choose a date. Nothing was changed.",
  "commands.people.sorted": "The people stand in this order already.",
  "commands.people.sorted.next": "Choose another order.",
  "commands.people.typedOver": "On {sheet} formulas were typed over, so it cannot be sorted safely.",
  "commands.people.typedOver.next": "Put them back (see the findings), then try again. Nothing was changed.",
  "commands.people.allShut": "All sheets are protected already.",
  "commands.people.allShut.next": "Input cells stay open. Nothing was changed.",
  "commands.people.allOpen": "No sheet is protected.",
  "commands.people.allOpen.next": "Nothing was changed.",
  "commands.people.added": (p: Params) => `${count(p, "count", "person", "people")} added on ${p.sheets ?? ""}.`,
  "commands.people.removed": (p: Params) =>
    `${count(p, "count", "person", "people")} taken out: ${count(p, "rows", "row", "rows")} on ${p.sheets ?? ""}.`,
  "commands.people.left": (p: Params) =>
    `Last day ${p.day ?? ""} written on ${p.sheet ?? ""} for ${count(p, "count", "person", "people")}; results stay.`,
  "commands.people.didSort": (p: Params) => `Sorted: ${p.sheets ?? ""}.`,
  "commands.people.shut": (p: Params) =>
    `${count(p, "count", "sheet", "sheets")} protected: formulas shut, input cells open.`,
  "commands.people.opened": (p: Params) => `${count(p, "count", "sheet", "sheets")} opened.`,
  "commands.rows.none": "This sheet has no register that grows.",
  "commands.rows.none.next": "Open the sheet with the tasks, goals or facts.",
  "commands.rows.did": "{rows} empty rows added on “{sheet}”.",
  "commands.rows.undo": "Without the new rows",
  "commands.remake.did": (p: Params) =>
    `${count(p, "sheets", "sheet", "sheets")} made again with the lines of Plan; ${count(p, "cells", "cell", "cells")} taken along. Go on at “${p.entry ?? ""}”. The old sheets stay: delete them once you have compared.`,
  "commands.remake.history": "Past periods stay on the old sheets.",
  "commands.remake.undo": "Remove the sheets made again",
  "commands.remake.none": "Only sheets of a KPI scorecard can be made again from its Plan.",
  "commands.remake.none.next": "Open one of its sheets. Nothing was changed.",
  "commands.remake.several": "This workbook has {count} plans; sheets are made again where there is one.",
  "commands.remake.several.next": "Add a plan with the new lines instead. Nothing was changed.",
  "commands.remake.line": "Line “{line}” in row {row} of Plan is not complete.",
  "commands.remake.line.next": "Fill in its kind and numbers, then try again. Nothing was changed.",
  "commands.remake.lines": "The lines of Plan make no scorecard.",
  "commands.remake.lines.next": "Check the sheet, mend what it says of Plan, and try again. Nothing was changed.",
  "commands.more.none": "This workbook has no items to add to.",
  "commands.more.none.next":
    "Open a sheet of a workbook with statements, dimensions, questions or the like. Nothing was changed.",
  "commands.more.nothing": "There is nothing to add.",
  "commands.more.nothing.next": "Type how many more there shall be.",
  "commands.more.range": "That is no number of items.",
  "commands.more.range.next": "Type a whole number. Nothing was changed.",
  "commands.more.most": "There are {standing} already, and there may be {most} at most.",
  "commands.more.most.next":
    "Add fewer. Numbers of items that were taken out are not given again. Nothing was changed.",
  "commands.more.shape": "On “{sheet}” rows were put in between two tables.",
  "commands.more.shape.next": "Delete the rows that were put in, then try again. Nothing was changed.",
  "commands.more.did": (p: Params) =>
    `${count(p, "sheets", "sheet", "sheets")} made again; ${count(p, "cells", "cell", "cells")} that were typed came along. Type the new ones on “${p.sheet ?? ""}”: until then they count for nothing. The old sheets stay: delete them once you have compared.`,
  "commands.more.formulas": (p: Params) =>
    `${count(p, "count", "formula", "formulas")} of your own stand as values on the new sheets.`,
  "commands.more.lost": (p: Params) => `Columns that were added or deleted did not come along: ${p.columns ?? ""}.`,
  "commands.more.links": (p: Params) =>
    `${p.sheets ?? ""} still takes the scores of the old sheets: open it and choose Link scores.`,
  "commands.more.shut": "The new sheets are protected, too, without a password.",
  "commands.people.undo.add": "Without the people added",
  "commands.people.undo.remove": "With the people taken out",
  "commands.people.undo.leave": "Without the last day",
  "commands.people.undo.sort": "Back to the order before",
  "commands.people.undo.protect": "Open the sheets again",
  "commands.people.undo.unprotect": "Protect the sheets again",
} satisfies Dictionary;
