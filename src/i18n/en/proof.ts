import type { Dictionary } from "../dictionary";

/** Words of the Proof sheet of method workbooks, and of the block that counts formulas typed over. */
export const proof = {
  "sheet.col.methodProof.id": "Id",
  "sheet.col.methodProof.name": "Name",
  "sheet.col.methodProof.check": "Check",
  "sheet.col.methodProof.shown": "{name}",
  "sheet.col.methodProof.again": "{name}, second way",
  "sheet.col.methodProof.difference": "{name}, difference",
  "sheet.col.methodProof.firstRow": "First row",
  "sheet.col.methodProof.row": "Row of {id}",
  "sheet.col.methodProof.item": "{id} typed",
  "sheet.col.methodProof.itemOf": "{id} typed, {part}",
  "sheet.col.methodProof.typed": "{name}, typed",
  "sheet.col.methodProof.bonus": "Bonus",
  "sheet.col.methodProof.deduction": "Deduction",
  "sheet.col.methodProof.daily": "Daily, minutes",
  "sheet.col.methodProof.weekly": "Weekly, minutes",
  "sheet.col.methodProof.monthly": "Monthly, minutes",
  "sheet.col.methodProof.once": "Once, minutes",
  "sheet.col.methodProof.fair": "Place by judge {no}",
  "sheet.col.methodProof.meanPlace": "Mean of the places",
  "sheet.col.methodProof.wins": "Wins",
  "sheet.col.methodProof.before": "Placed before",
  "sheet.col.methodProof.upTo": "Placed up to it",
  "sheet.col.methodProof.won": "Weight × score",
  "sheet.col.methodProof.scored": "Weight scored",
  "sheet.methodProof.formulas": "Formulas typed over",
  "sheet.methodProof.unproved": "Results without a row here",
  "sheet.methodProof.weights": "Weights, and second way",
  "sheet.methodProof.item": "Item",
  "sheet.methodProof.weight": "Weight",
  "sheet.word.proofRow": "Row missing",
  "sheet.check.proofRow": "Person or object without a row of results or entries",
  "sheet.check.unproved": "Result that no row works out a second time",
  "sheet.check.proofWeights": "Weights that do not add up to the same a second time",
  "sheet.check.formulasGone": "Cell in which a formula was typed over or deleted",
  "sheet.formulas.title": "Formulas typed over",
  "sheet.formulas.sheet": "Sheet",
  "sheet.formulas.count": "Cells",
  "sheet.formulas.first": "First cell",
  "sheet.formulas.head": "Its column",
  "sheet.formulas.columns": "Columns looked at",
  "sheet.proofHow.rating-scale":
    "Points as typed under the weights of the dimensions, multiplied once ÷ the weight that was rated. Band and rank are counted.",
  "sheet.proofHow.bars":
    "The point at the beginning of each chosen anchor under the weights of the dimensions, multiplied once ÷ the weight that was rated.",
  "sheet.proofHow.checklist":
    "Answers as typed under the values of the statements: value of good answers ÷ value of all that were answered × 100.",
  "sheet.proofHow.combined":
    "Values put on the way from 0 to 100 of each section again, under its weight, multiplied once; bonus and deductions added from the register.",
  "sheet.proofHow.probation":
    "Scores as typed under the weights of the items, multiplied once for each of the three reviews.",
  "sheet.proofHow.second-reviewer":
    "Mean of both scores by their shares where they are close, else the decision: worked out from what was typed.",
  "sheet.proofHow.calibration-board":
    "The agreed score where one was typed, else the proposal; band and rank are counted.",
  "sheet.proofHow.merit-matrix":
    "Salary × proposal, and base × coefficients looked up again by the rating; from what was typed.",
  "sheet.proofHow.workload":
    "Hours of all tasks of a person added up from how often and how long, for each rhythm apart; time at hand from days and hours.",
  "sheet.proofHow.site-audit": "Items counted by answer for each visit, under their weights, multiplied once.",
  "sheet.proofHow.mbo-individual":
    "Weight × attainment of all goals of a person multiplied once over the whole Review sheet; weights added up from Goals.",
  "sheet.proofHow.okr":
    "Grades of an objective’s key results under their weights, multiplied once over the whole table.",
  "sheet.proofHow.ranking":
    "Mean of the ranks by judges, alternation and pairs; places counted again from what was typed.",
  "sheet.proofHow.manager-360":
    "Means of the groups that are shown, worked out again from the forms, under the weights of groups and statements.",
  "sheet.proofHow.narrative": "Comments counted again as they were written.",
  "sheet.proofHow.weight-workshop":
    "Points shared out again from what the participants typed; order and pairs from places and products.",
  "sheet.proofHow.strategy-map": "Scores of a perspective’s objectives added up over the whole table ÷ their number.",
  "sheet.proofHow.cascade": "Weight × attainment of the goals below, multiplied once over their whole table.",
  "sheet.proofHow.incidents": "Records of each side counted again from the log.",
} satisfies Dictionary;
