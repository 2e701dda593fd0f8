/** Where the pane begins: waits for Office, connects the ribbon, then replaces the static shell. */
import { createCommands } from "../commands";
import { associateRibbon } from "../commands/ribbon";
import { mountPane } from "./mount";

async function start(): Promise<void> {
  await Office.onReady();
  // In a plain browser there is no display language and no ribbon: the pane then says that it belongs into Excel.
  const displayLanguage = (Office.context as Partial<Office.Context> | undefined)?.displayLanguage;
  if (displayLanguage !== undefined) associateRibbon();
  const root = document.getElementById("root");
  if (root) mountPane(root, createCommands(), displayLanguage ?? navigator.language);
}

void start();
