/** Excel.WorksheetProtection. */
import { sheetOf } from "../context";
import type { HostContext } from "../context";
import type { HostOf } from "../hostOf";

const OFF: Required<Excel.WorksheetProtectionOptions> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

export class WorksheetProtection implements HostOf<Excel.WorksheetProtection> {
  readonly #context: HostContext;
  readonly #sheetId: string;
  constructor(context: HostContext, sheetId: string) {
    this.#context = context;
    this.#sheetId = sheetId;
  }
  get protected(): boolean {
    return sheetOf(this.#context, this.#sheetId).protection !== null;
  }
  /** null while the sheet is not protected. */
  get options(): Excel.WorksheetProtectionOptions | null {
    const { protection } = sheetOf(this.#context, this.#sheetId);
    return protection && { ...OFF, ...protection.options };
  }
  /** Throws AccessDenied on a sheet that is protected already. */
  protect(options?: Excel.WorksheetProtectionOptions, password?: string): void {
    this.#context.model.protect(this.#sheetId, { ...options }, password);
  }
  /** Throws AccessDenied on a sheet that is not protected, BadPassword for a wrong password. */
  unprotect(password?: string): void {
    this.#context.model.unprotect(this.#sheetId, password);
  }
}
