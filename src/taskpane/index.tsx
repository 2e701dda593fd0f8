/** Where the pane begins: waits for Office, connects the ribbon, then replaces the static shell. */
import { createCommands } from "../commands";
import { associateRibbon } from "../commands/ribbon";
import { mountPane } from "./mount";

async function start(): Promise<void> {
  await Office.onReady();
  associateRibbon();
  const root = document.getElementById("root");
  if (root) mountPane(root, createCommands(), Office.context.displayLanguage);
}

void start();
