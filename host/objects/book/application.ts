/** Excel.Application and the number format of its culture (the host is en-US). */
import type { HostContext } from "../context";
import { oneOf } from "../checks";
import type { HostOf } from "../hostOf";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

export class Application implements HostOf<Excel.Application> {
  static readonly nav = ["cultureInfo"];
  readonly #context: HostContext;
  constructor(context: HostContext) {
    this.#context = context;
  }
  get calculationMode(): (typeof MODES)[number] {
    return this.#context.model.data.calculationMode;
  }
  set calculationMode(mode: string) {
    this.#context.model.data.calculationMode = oneOf(MODES, mode);
  }
  get calculationState(): "Done" | "Pending" {
    return this.#context.model.isDirty ? "Pending" : "Done";
  }
  get decimalSeparator(): string {
    return ".";
  }
  get thousandsSeparator(): string {
    return ",";
  }
  get useSystemSeparators(): boolean {
    return true;
  }
  get cultureInfo(): CultureInfo {
    return new CultureInfo();
  }
  calculate(): Promise<void> {
    return this.#context.model.recalc();
  }
  /** Nothing is drawn or calculated between the actions of a batch anyway. */
  suspendScreenUpdatingUntilNextSync(): void {
    return undefined;
  }
  suspendApiCalculationUntilNextSync(): void {
    return undefined;
  }
}

export class CultureInfo implements HostOf<Excel.CultureInfo> {
  static readonly nav = ["numberFormat"];
  get name(): string {
    return "en-US";
  }
  get numberFormat(): NumberFormatInfo {
    return new NumberFormatInfo();
  }
}

export class NumberFormatInfo implements HostOf<Excel.NumberFormatInfo> {
  get numberDecimalSeparator(): string {
    return ".";
  }
  get numberGroupSeparator(): string {
    return ",";
  }
}
