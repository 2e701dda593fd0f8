/** E04: the words about an end rating are too few, or the same text stands for several people. */
import type { Finding } from "../../model/finding";
import type { EvidenceRecord } from "../../model/scorecard";
import { findingOf, FROM_EVALUATE, type Check, type CheckContext, type Thresholds } from "../check";
import { commentLength, endRatingFindings, endRatings } from "../endRatings";
import { recordsByPerson } from "../evidenceRecords";
import { cellName } from "../planWeights";

/** A text in the form it is compared in: blanks, case and width do not make it another one. */
const sameText = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** One finding a text that stands for `copies` people or more. */
function copied({ card, stage }: CheckContext, copies: number): readonly Finding[] {
  const byText = new Map<string, { readonly record: EvidenceRecord; readonly people: Set<string> }>();
  for (const { person, records } of recordsByPerson(card, ({ what }) => sameText(what ?? "") !== "")) {
    for (const record of records) {
      const text = sameText(record.what ?? "");
      const known = byText.get(text);
      if (known === undefined) byText.set(text, { record, people: new Set([person.name]) });
      else known.people.add(person.name);
    }
  }
  return [...byText.values()].flatMap(({ record, people }) => {
    if (people.size < copies) return [];
    const params = { kind: "copied", person: [...people].join(", "), count: people.size, cell: cellName(record.cell) };
    return [findingOf(E04, record.cell, { stage, params: { ...params, names: record.indicator, length: 0 } })];
  });
}

function short(context: CheckContext, { length = 0, lowShare = 0 }: Thresholds): readonly Finding[] {
  const ratings = endRatings(context.card, lowShare).filter(({ comment }) => {
    const written = commentLength(comment);
    return written > 0 && written < length;
  });
  return endRatingFindings(E04, context, ratings, { kind: "short", length });
}

export const E04: Check = {
  code: "E04",
  severity: "warning",
  stages: FROM_EVALUATE,
  origins: ["generated"],
  thresholds: { length: 60, lowShare: 0.4, copies: 3 },
  silencedBy: [],
  run: (context, thresholds) =>
    context.card.evidence === null
      ? []
      : [...short(context, thresholds), ...copied(context, thresholds["copies"] ?? Infinity)],
};
