/** E04: the words about an end rating are too few, or the same text stands for several people. */
import { commentGap } from "../../evidence/sufficiency";
import { copiedTexts } from "../../evidence/texts";
import type { Finding } from "../../model/finding";
import { findingOf, FROM_EVALUATE, type Check, type CheckContext, type Thresholds } from "../check";
import { endRatingFindings, endRatings } from "../endRatings";
import { recordsByPerson } from "../evidenceRecords";
import { cellName } from "../planWeights";

/** One finding a text that stands for `copies` people or more. */
function copied({ card, stage }: CheckContext, copies: number): readonly Finding[] {
  const written = recordsByPerson(card).flatMap(({ person, records }) => records.map((record) => ({ person, record })));
  const names = new Map(card.people.map(({ id, name }) => [id, name]));
  const texts = written.map(({ person, record }) => ({ person: person.id, text: record.what ?? "" }));
  return copiedTexts(texts, copies).flatMap(({ first, people }) => {
    const record = written[first]?.record;
    if (record === undefined) return [];
    const who = people.map((id) => names.get(id) ?? id);
    const params = { kind: "copied", person: who, count: people.length, cell: cellName(record.cell) };
    return [findingOf(E04, record.cell, { stage, params: { ...params, names: record.indicator, length: 0 } })];
  });
}

function short(context: CheckContext, { length = 0, lowShare = 0 }: Thresholds): readonly Finding[] {
  const ratings = endRatings(context.card, lowShare).filter(
    ({ comment }) => commentGap(comment, length) === "shortComment",
  );
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
