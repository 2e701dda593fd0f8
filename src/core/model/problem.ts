import type { Location } from "./location";
import type { Message } from "./message";

/** Why something was not done, in the person's words: what happened, where, what to do. */
export interface Problem {
  readonly what: Message;
  readonly where?: Location;
  readonly next: Message;
}
