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
  "commands.people.undo.add": "Without the people added",
  "commands.people.undo.remove": "With the people taken out",
  "commands.people.undo.leave": "Without the last day",
  "commands.people.undo.sort": "Back to the order before",
  "commands.people.undo.protect": "Open the sheets again",
  "commands.people.undo.unprotect": "Protect the sheets again",
} satisfies Dictionary;
