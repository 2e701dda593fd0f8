/** Sheet protection on and off. What it forbids is asked where it is done (ModelState.requireAllowed, requireUnlocked). */
import { HostError } from "./api";
import type { ModelState } from "./modelState";
import { accessDenied } from "./refusals";

/** A sheet already protected refuses: AccessDenied (Excel builds of 2026, OfficeDev/office-js issue 6784). */
export function protect(
  state: ModelState,
  id: string,
  options: Readonly<Record<string, unknown>>,
  password?: string,
): void {
  const sheet = state.requireSheet(id);
  if (sheet.protection !== null) throw accessDenied();
  sheet.protection = password === undefined || password === "" ? { options } : { options, password };
  state.emit({ kind: "sheet", sheet: sheet.id, change: "protection" });
}

/** A sheet not protected: AccessDenied; a wrong password: BadPassword. */
export function unprotect(state: ModelState, id: string, password?: string): void {
  const sheet = state.requireSheet(id);
  if (sheet.protection === null) throw accessDenied();
  if (sheet.protection.password !== undefined && sheet.protection.password !== password) {
    throw new HostError("BadPassword", "The password you supplied is not correct.", 403);
  }
  sheet.protection = null;
  state.emit({ kind: "sheet", sheet: sheet.id, change: "protection" });
}
