import type { Dictionary } from "../../dictionary";

/** Words that all workbooks about goals share. */
export const goalCommon = {
  "sheet.name.checks": "Checks",
  "sheet.checkList.title": "Checks",
  "sheet.checkList.subtitle": "Counted by formulas; red lines need a look. Each row is flagged where it stands.",
  "sheet.checkList.what": "What is looked at",
  "sheet.checkList.count": "Open",
  "sheet.checkList.where": "Sheet",
  "sheet.checkList.open": "Open in all",
  "sheet.check.weightMissing": "Weight missing or below 0",
  "sheet.check.weightsOff": "Weights do not add up to 100",
  "sheet.check.incomplete": "Target incomplete for its kind",
  "sheet.check.outside": "Date outside the period",
  "sheet.check.unknown": "Id that stands in no list",
  "sheet.check.notNumber": "Text where a number belongs",
  "sheet.check.reasonMissing": "A reason is missing",
  "sheet.check.notScored": "Number that cannot be scored",
  "sheet.check.noEvidence": "Result without evidence",
  "sheet.check.toFill": "Still to fill",
  "sheet.valid.period.title": "Date",
  "sheet.valid.period": "Please type a date inside the period.",
  "sheet.word.reached": "Reached",
  "sheet.word.onTrack": "On track",
  "sheet.word.behind": "Behind",
} satisfies Dictionary;
