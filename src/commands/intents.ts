/**
 * A ribbon or menu button asks for something, the pane does it. On a shared runtime both live in one page; without one the
 * wish travels through localStorage to the pane's own page.
 */
import type { Intent } from "./types";

const KEY = "evenhand.intent";
const INTENTS: readonly Intent[] = ["newScorecard", "scoreAndRank", "checkSheet", "clearFlags", "openPane"];
/** An older wish is none any more: the person went on to something else. */
const FRESH_MS = 60_000;

const listeners = new Set<(intent: Intent) => void>();

const isIntent = (value: unknown): value is Intent => INTENTS.some((intent) => intent === value);

/** Tells the pane; keeps the wish for a pane that opens in a moment. */
export function sendIntent(intent: Intent, now = Date.now()): void {
  if (listeners.size > 0) {
    for (const listener of listeners) listener(intent);
    return;
  }
  localStorage.setItem(KEY, JSON.stringify({ intent, at: now }));
}

/** A wish left by a button before the pane stood; it is taken once. */
function takeWaiting(now = Date.now()): Intent | null {
  const text = localStorage.getItem(KEY);
  if (text === null) return null;
  localStorage.removeItem(KEY);
  try {
    const stored: unknown = JSON.parse(text);
    if (typeof stored !== "object" || stored === null || !("intent" in stored) || !("at" in stored)) return null;
    const { intent, at } = stored;
    return isIntent(intent) && typeof at === "number" && now - at < FRESH_MS ? intent : null;
  } catch {
    // Somebody else's text under our key is no wish.
    return null;
  }
}

/** Calls back for each wish, also for one that waits already; returns the unsubscriber. */
export function onIntent(listener: (intent: Intent) => void): () => void {
  listeners.add(listener);
  const fromOtherPage = (event: StorageEvent): void => {
    if (event.key !== KEY || event.newValue === null) return;
    const intent = takeWaiting();
    if (intent !== null) listener(intent);
  };
  window.addEventListener("storage", fromOtherPage);
  const waiting = takeWaiting();
  if (waiting !== null) listener(waiting);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", fromOtherPage);
  };
}
