/** What an adapter is: turns the input of a kind into what the core says. It holds no expected values. */
import type { Computed } from "../../src/core/model/computed";
import type { CaseInput } from "./caseInput";

export type Adapter = (input: CaseInput) => unknown;
export type Adapters = Readonly<Record<string, Adapter>>;

/** A refusal, as the comparison sees it: equal to an expected null or "error". */
export class Refused {
  constructor(readonly reason: string) {}
}

/** The value, or the refusal as an object of its own. */
export const plain = <T>(result: Computed<T>): T | Refused => (result.ok ? result.value : new Refused(result.reason));

/** Maps over a list, item by item; what is refused stands in its place. */
export const each = <A, B>(list: readonly A[], run: (item: A) => Computed<B>): readonly (B | Refused)[] =>
  list.map((item) => plain(run(item)));
