import type { Dictionary } from "../../dictionary";

/** Words of the sheet that method workbooks hand out before the period. */
export const texts = {
  "sheet.name.handout": "How you are rated",
  "sheet.name.howItWorks": "How it works",
  "sheet.handout.title": "How you are rated: {method}",
  "sheet.handout.subtitle":
    "Handed out before the period. Every figure is read from this workbook and changes with it.",
  "sheet.howItWorks.title": "How it works: {method}",
  "sheet.howItWorks.subtitle":
    "Handed out before the period. Every figure is read from this workbook and changes with it.",
  "sheet.guide.handout": "Hand out “{sheet}” before the period and talk it through: it explains the rules in force.",
  "sheet.handout.fact.person": "For (id; empty: everybody)",
  "sheet.handout.fact.name": "Name",
  "sheet.handout.fact.post": "Post",
  "sheet.handout.fact.department": "Department",
  "sheet.handout.fact.manager": "Manager",
  "sheet.handout.fact.from": "Period from",
  "sheet.handout.fact.half": "Half-time",
  "sheet.handout.fact.to": "Period to",
  "sheet.handout.bands": "Bands in force",
  "sheet.handout.section.items": "What is asked of you",
  "sheet.handout.section.rules": "How the result is made",
  "sheet.handout.section.example": "An example by the rules in force; the results are invented",
  "sheet.handout.section.who": "Who, when, and what if you disagree",
  "sheet.handout.heads.usual.item": "What counts",
  "sheet.handout.heads.usual.figure": "Weight",
  "sheet.handout.heads.usual.how": "How it is scored",
  "sheet.handout.heads.usual.example": "Example",
  "sheet.col.handout.item": "Item",
  "sheet.col.handout.figure": "Figure",
  "sheet.col.handout.how": "Scoring",
  "sheet.col.handout.example": "Invented",
  "sheet.col.handout.no": "Line no.",
  "sheet.col.handout.row": "Row",
  "sheet.col.handout.points": "Points invented",
  "sheet.col.handout.won": "Weight × points",
  "sheet.col.handout.mine": "Of whoever is picked",
  "sheet.col.handout.place": "Place",
  "sheet.col.handout.break": "Line break",
  "sheet.col.handout.how1": "Lines 1",
  "sheet.col.handout.how2": "Lines 2",
  "sheet.handout.talks": "Talks",
  "sheet.handout.talks.says":
    "One talk before the first day, one at about half-time, and one on the result within two weeks after the last day.",
  "sheet.handout.objection": "If you disagree",
  "sheet.handout.objection.says":
    "Say so in writing within ten working days, first to your manager, then to HR. HR answers in writing; nobody has a disadvantage from it.",
  "sheet.handout.ratedScore": "Score",
  "sheet.handout.ratedScore.says":
    "Weight × points of all lines, added up and divided by the weight of these lines: a number on the same scale as the points.",
  "sheet.handout.ratedNa": "What does not apply to you",
  "sheet.handout.ratedNa.says":
    "{na} with a reason takes the weight of the line out: it neither helps nor harms. A blank does not: there is no score until it is filled.",
  "sheet.handout.ratedApplicable": "Least share that must apply",
  "sheet.handout.ratedApplicable.says":
    "If less of the weight than this applies to you, there is no score and no rank.",
  "sheet.handout.ratedComment": "Least characters of a comment",
  "sheet.handout.ratedComment.says":
    "Points at an end of the scale ({ends} and {top}) want a comment with a fact and the id of a record.",
  "sheet.handout.ratedRank": "Band and rank",
  "sheet.handout.ratedRank.says":
    "The band is the best whose lower limit the score reaches. Equal scores share a rank, and the next rank is left out.",
  "sheet.handout.exampleSum": "Weight × points, added up",
  "sheet.handout.exampleWeight": "Weight of these lines",
  "sheet.handout.exampleScore": "Score",
  "sheet.handout.exampleBand": "Band",
  "sheet.handout.managerRates": "Who rates",
  "sheet.handout.managerRates.says":
    "Your manager, by what was seen and recorded in the period. You see the result, the comments and the records.",
} satisfies Dictionary;
