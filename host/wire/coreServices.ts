/** Office's own small services beside the workbook: showing and hiding the pane, telling that actions are ready. */
import type { ServiceFactory } from "./dispatcher";

/** What the services remember; the workbench shows it, tests look at it. */
export interface AddinState {
  visibility: string;
  startState: string;
  /** The client has told that Office.actions can be called. */
  actionsReady: boolean;
}

class AppRuntimeService {
  readonly #state: AddinState;
  constructor(state: AddinState) {
    this.#state = state;
  }
  setAppRuntimeState(state: string): void {
    this.#state.visibility = state;
  }
  getAppRuntimeState(): string {
    return this.#state.visibility;
  }
  setAppRuntimeStartState(state: string): void {
    this.#state.startState = state;
  }
  getAppRuntimeStartState(): string {
    return this.#state.startState;
  }
  _RegisterVisibilityChangedEvent(): void {
    // The stand-in never hides the pane by itself, so there is nothing to tell later.
  }
}

class AddinInternalService {
  readonly #state: AddinState;
  constructor(state: AddinState) {
    this.#state = state;
  }
  notifyActionHandlerReady(): void {
    this.#state.actionsReady = true;
  }
}

export function coreServices(): { readonly state: AddinState; readonly services: ServiceFactory } {
  const state: AddinState = { visibility: "Visible", startState: "Inactive", actionsReady: false };
  const services: ServiceFactory = (name) => {
    if (name.endsWith("AppRuntimeService")) return new AppRuntimeService(state);
    if (name.includes("AddinInternal")) return new AddinInternalService(state);
    return undefined;
  };
  return { state, services };
}
