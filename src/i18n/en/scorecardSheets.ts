import type { Dictionary } from "../dictionary";

/** Words of the sheets of a scorecard that prove and explain its results, and of bonus and deduction items. */
export const scorecardSheets = {
  "sheet.name.proof": "Proof",
  "sheet.proof.title": "Proof",
  "sheet.proof.subtitle":
    "Every result worked out a second time by other formulas. “Differs” means that a formula was typed over or moved.",
  "sheet.proof.how":
    "Points of each line = weight from Plan × attainment from Entry, added up and divided by the weight that is scored. Bands are counted from the top.",
  "sheet.proof.line": "Line",
  "sheet.proof.weight": "Weight in Plan",
  "sheet.col.proof.id": "Id",
  "sheet.col.proof.name": "Name",
  "sheet.col.proof.check": "Check",
  "sheet.col.proof.total": "Total",
  "sheet.col.proof.soFar": "So far",
  "sheet.col.proof.again": "Second way",
  "sheet.col.proof.difference": "Difference",
  "sheet.col.proof.band": "Band",
  "sheet.col.proof.bandAgain": "Band, second way",
  "sheet.col.proof.toFill": "To fill",
  "sheet.col.proof.entryRow": "Row in Entry",
  "sheet.col.proof.ceiling": "Ceiling",
  "sheet.col.proof.held": "For the band",
  "sheet.col.proof.points": "{id} points",
  "sheet.word.proofOff": "Differs",
  "sheet.check.proofOff": "Result that a second calculation does not confirm",
  "sheet.check.gateOpen": "Gate not answered",
  "sheet.check.gateIncomplete": "Gate without a band or a limit",
  "sheet.check.bandsOff": "Band that does not begin above the one before",
  "sheet.check.noLines": "Person without lines yet",
} satisfies Dictionary;
