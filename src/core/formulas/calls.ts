/** The function calls of a formula and, for every token, the call and argument that it stands in. */
import { tokenize, type Token } from "./tokens";

export interface Call {
  /** In capitals. */
  readonly name: string;
  /** Tokens of each argument, nested calls with them, blanks left out. */
  readonly args: readonly (readonly Token[])[];
  readonly parent: Call | null;
}
export interface PlacedToken {
  readonly token: Token;
  readonly call: Call | null;
  /** Which argument of `call`, from 0. */
  readonly arg: number;
}
export interface ParsedFormula {
  /** Blanks left out. */
  readonly tokens: readonly PlacedToken[];
  readonly calls: readonly Call[];
  /** A comma outside of any call: Excel's union of references. */
  readonly hasUnion: boolean;
  /** A blank between two references: Excel's intersection. */
  readonly hasIntersection: boolean;
  readonly isBalanced: boolean;
}

interface OpenCall extends Call {
  readonly args: Token[][];
  readonly parent: OpenCall | null;
}
interface Frame {
  readonly call: OpenCall | null;
  /** A bracket of its own, not of a call: a comma in it is a union. */
  readonly isBare: boolean;
}

const ENDS_OPERAND: ReadonlySet<string> = new Set(["reference", "name", "structured", "close"]);
const STARTS_OPERAND: ReadonlySet<string> = new Set(["reference", "name", "structured", "sheet", "open", "function"]);

function hasIntersection(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, i) =>
      token.kind === "space" &&
      ENDS_OPERAND.has(tokens[i - 1]?.kind ?? "") &&
      STARTS_OPERAND.has(tokens[i + 1]?.kind ?? ""),
  );
}

/** Adds a token to the present argument of a call and of all calls around it. */
function record(call: OpenCall | null, token: Token): void {
  for (let around = call; around !== null; around = around.parent) around.args.at(-1)?.push(token);
}

/** Parses formula text; whatever it is given, it does not throw. */
export function parseFormula(text: string): ParsedFormula {
  const all = tokenize(text);
  const tokens: PlacedToken[] = [];
  const calls: Call[] = [];
  const frames: Frame[] = [];
  let [waiting, hasUnion, isBalanced]: [string | null, boolean, boolean] = [null, false, true];
  for (const token of all) {
    if (token.kind === "space") continue;
    const top = frames.at(-1);
    const call = top?.call ?? null;
    if (token.kind === "separator" && token.text === "," && call !== null && top?.isBare === false) {
      record(call.parent, token);
      call.args.push([]);
      continue;
    }
    if (token.kind === "close") {
      if (frames.pop() === undefined) isBalanced = false;
      record(top?.isBare === false ? (call?.parent ?? null) : call, token);
      continue;
    }
    record(call, token);
    tokens.push({ token, call, arg: Math.max(0, (call?.args.length ?? 1) - 1) });
    if (token.kind === "function") waiting = token.text.toUpperCase();
    else if (token.kind === "open") {
      if (waiting === null) frames.push({ call, isBare: true });
      else {
        const opened: OpenCall = { name: waiting, args: [[]], parent: call };
        calls.push(opened);
        frames.push({ call: opened, isBare: false });
        waiting = null;
      }
    } else if (token.kind === "separator" && token.text === ",") hasUnion = true;
  }
  return {
    tokens,
    calls,
    hasUnion,
    hasIntersection: hasIntersection(all),
    isBalanced: isBalanced && frames.length === 0,
  };
}
