/** Where the pane begins: waits for Office, connects the ribbon, then replaces the static shell. */
import { createCommands } from "../commands";
import { associateRibbon } from "../commands/ribbon";
import { mountPane } from "./mount";

async function start(): Promise<void> {
  const { host } = await Office.onReady();
  // Opened in a plain browser there is no host: the pane then says that it belongs into Excel.
  const inOffice = Boolean(host as Office.HostType | null | undefined);
  if (inOffice) associateRibbon();
  const root = document.getElementById("root");
  if (root) mountPane(root, createCommands(), inOffice ? Office.context.displayLanguage : navigator.language);
}

void start();
