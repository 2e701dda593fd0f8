/** What is said of the weights: where they stand, what kind they are, what they add up to, and which one decides most. */
import { rectAddress } from "../model/a1";
import type { Message } from "../model/message";
import { effectiveWeights } from "../recognise/blocks/compute";
import type { BlockReading } from "../recognise/blocks/readBlocks";
import { roundHalfAway } from "../scoring/round";
import { message } from "./message";

/** Share of the whole from which one weight is said to decide most. */
const MOST = 0.4;

function explainHeaviest({ understood }: BlockReading): Message[] {
  const weights = effectiveWeights(understood);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const largest = weights.indexOf(Math.max(...weights));
  const share = sum === 0 ? 0 : (weights[largest] ?? 0) / sum;
  if (weights.length > 1 && weights.every((weight) => Math.abs(weight - (weights[0] ?? 0)) < 1e-9))
    return [message("equalWeights")];
  if (share < MOST || weights.length < 3) return [];
  return [message("heaviest", { name: understood.items[largest]?.name ?? "", share: roundHalfAway(share * 100, 1) })];
}

/** What is said of the weights of a block. */
export function explainWeights(reading: BlockReading): Message[] {
  const { understood, weights } = reading;
  const where = (understood.roles.weight ?? []).map((rect) => rectAddress(rect));
  const inFormulas = understood.items.every(({ weight }) => weight.cell === null);
  const place = inFormulas ? [message("weightsInFormulas")] : [];
  const { family, sum, expected } = weights;
  const missing = understood.items.filter(({ weight }) => weight.value === null).length;
  const params = {
    family,
    sum: sum ?? 0,
    expected: expected ?? "",
    where,
    isOff: expected !== null && sum !== null && Math.abs(sum - expected) > expected / 20_000 ? 1 : 0,
  };
  return [
    ...place,
    message("weights", params),
    ...(understood.sections === undefined ? [] : [message("levels", { count: understood.sections.length })]),
    ...(missing === 0 ? [] : [message("unweighted", { count: missing })]),
    ...explainHeaviest(reading),
  ];
}
