/** Words of the log of acceptances, as its sheet shows them. */
import type { Dictionary } from "../dictionary";

export const log = {
  "sheet.log.name": "Evenhand log",
  "sheet.log.title": "Evenhand log: what was accepted, and why",
  "sheet.log.note":
    "An acceptance counts as long as the value behind it stays the same. Delete its row to take it away.",
  "sheet.log.col.rule": "Rule",
  "sheet.log.col.finding": "What was found",
  "sheet.log.col.sheet": "Sheet",
  "sheet.log.col.person": "Person",
  "sheet.log.col.indicator": "Indicator",
  "sheet.log.col.reason": "Reason",
  "sheet.log.col.initials": "Initials",
  "sheet.log.col.date": "Date",
  "sheet.log.col.period": "Period",
  "sheet.log.col.state": "State",
  "sheet.log.col.key": "Key of Evenhand",
  "sheet.log.state.accepted": "accepted",
  "sheet.log.state.expired": "expired: the value has changed",
  "sheet.log.state.withdrawn": "withdrawn",
  "sheet.log.state.closed": "period closed",
  "checks.limit.W01.tolerance": "points by which the sum may miss 100",
  "checks.limit.W15.tolerance": "points by which the sum of a section may miss 100",
  "checks.limit.S05.people": "people from which a column shows how it is written",
} satisfies Dictionary;
