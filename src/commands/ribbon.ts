/** Connects the buttons of ribbon and cell menu (manifest.xml) with the commands: each shows the pane, which then does it. */
import { hasSharedRuntime } from "../excel/capabilities";
import { sendIntent } from "./intents";
import type { Intent } from "./types";

/** Office hands over an event that must always be completed; a keyboard shortcut hands over none. */
type RibbonEvent = Office.AddinCommands.Event | null | undefined;

async function showAndAsk(intent: Intent, event: RibbonEvent): Promise<void> {
  try {
    sendIntent(intent);
    if (hasSharedRuntime()) await Office.addin.showAsTaskpane();
  } catch {
    // The pane could not be shown from here; the wish waits for the person to open it with the pane's own button.
  } finally {
    event?.completed();
  }
}

const ask = (intent: Intent, event: RibbonEvent): void => {
  void showAndAsk(intent, event);
};

/** Registers the functions that the manifest names; to be called once, as soon as Office is ready. */
export function associateRibbon(): void {
  Office.actions.associate("newScorecard", (event: RibbonEvent) => {
    ask("newScorecard", event);
  });
  Office.actions.associate("scoreAndRank", (event: RibbonEvent) => {
    ask("scoreAndRank", event);
  });
  Office.actions.associate("checkSheet", (event: RibbonEvent) => {
    ask("checkSheet", event);
  });
  Office.actions.associate("clearFlags", (event: RibbonEvent) => {
    ask("clearFlags", event);
  });
  Office.actions.associate("openPane", (event: RibbonEvent) => {
    ask("openPane", event);
  });
}
