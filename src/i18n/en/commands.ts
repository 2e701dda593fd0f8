/** What commands say when they are done, and why they were not. */
import type { Dictionary, Params } from "../dictionary";

const people = (count: string | number | undefined): string => (count === 1 ? "1 person" : `${count ?? 0} people`);
const plural = (count: string | number | undefined, one: string): string =>
  `${count ?? 0} ${one}${count === 1 ? "" : "s"}`;

export const commands = {
  "commands.empty": "This sheet is empty.",
  "commands.empty.next": "Go to the sheet with the scores, or make a new scorecard.",
  "commands.refused": "Evenhand finds no scorecard on “{sheet}”.",
  "commands.refused.next": "It needs people down, indicators across and a row of weights. Or make a new scorecard.",
  "commands.cancelled": "Cancelled. Nothing was changed.",
  "commands.cancelled.next": "Start again whenever you like.",
  "commands.writing": "Writing the sheets",
  "commands.rank.did": ({ ranked, people: all, waiting }: Params) =>
    `${ranked ?? 0} of ${people(all)} ranked${waiting === 0 ? "." : `; ${waiting ?? 0} not complete yet.`}`,
  "commands.check.clean": "Nothing to correct.",
  "commands.check.did": ({ errors, warnings, notes }: Params) =>
    `Found ${plural(errors, "error")}, ${plural(warnings, "warning")} and ${plural(notes, "note")}.`,
  "commands.check.marked": ({ count, sheet }: Params) =>
    `${plural(count, "finding")} marked on “${sheet ?? ""}”. Values and formats were not touched.`,
  "commands.check.undo": "Clear the flags",
  "commands.clear.did": ({ removed }: Params) => `${plural(removed, "flag")} removed. Nothing else was changed.`,
  "commands.clear.none": "There were no flags.",
  "commands.fix.did": ({ count }: Params) => `${plural(count, "cell")} changed.`,
  "commands.fix.undo": "Put the old values back",
  "commands.fix.stale": "{label} was changed after the preview.",
  "commands.fix.stale.next": "Check the sheet again and look at the new preview. Nothing was changed.",
  "commands.fix.nothing": "This fix has nothing to change.",
  "commands.fix.nothing.next": "Check the sheet again.",
  "commands.takeBack.did": "Taken back.",
  "commands.takeBack.gone": "This was taken back already.",
  "commands.takeBack.gone.next": "Excel's own Undo may still reach further back.",
  "commands.next.did": "{person}: {indicator}. {filled} of {toFill} filled.",
  "commands.next.allFilled": "All {toFill} cells are filled.",
  "commands.selection.did": ({ count }: Params) => `${people(count)} taken from the selection.`,
  "commands.selection.noPeople": "There are no names in the selected cells.",
  "commands.selection.noPeople.next": "Select the cells with the names, then try again.",
  "commands.new.did": ({ sheets, entry }: Params) =>
    `${plural(sheets, "sheet")} made. Type results on “${entry ?? ""}”.`,
  "commands.new.undo": "Remove the new sheets",
  "commands.plan.did": "Plan for {jobGroup} added. Type its results on “{entry}”.",
  "commands.plan.undo": "Remove the added plan",
  "commands.plan.none": "There is no scorecard of Evenhand on this sheet.",
  "commands.plan.none.next": "Go to a sheet of the scorecard that shall get another plan.",
  "commands.stage.did": "Stage is now “{stage}”.",
  "commands.stage.undo": "Set the stage back",
  "commands.stage.none": "This workbook has no stage to set.",
  "commands.stage.none.next": "Go to a sheet of a scorecard made by Evenhand.",
  "commands.sample.did": ({ rows }: Params) => `Sample data removed (${plural(rows, "row")}).`,
  "commands.sample.undo": "Put the sample back",
  "commands.sample.none": "There is no sample data here.",
  "commands.sample.none.next": "Nothing needs to be done.",
  "commands.build.noTemplate": "There is no template “{id}”.",
  "commands.build.noTemplate.next": "Choose a template from the list.",
  "commands.build.noPeople": "There is nobody to score yet.",
  "commands.build.noPeople.next": "Type or paste at least one name, or try with sample people.",
  "commands.build.emptyName": "Row {row} of the list has no name.",
  "commands.build.emptyName.next": "Type the name or remove the row.",
  "commands.build.tooMany": "{count} people are more than a scorecard takes ({most}).",
  "commands.build.tooMany.next": "Make several scorecards, one for each department.",
  "commands.build.noJobGroup": "The job group has no name.",
  "commands.build.noJobGroup.next": "Type a name such as “Sales”.",
  "commands.build.period": "The period is not right.",
  "commands.build.period.next": "Choose a first day that is not after the last day.",
} satisfies Dictionary;
