/** Finds a Chromium-family browser on this machine: for the browser tests and for opening the workbench. */
import { existsSync } from "node:fs";
import path from "node:path";

const ON_PATH = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) => {
    const base = process.env[variable];
    return base
      ? [
          path.join(base, "Google/Chrome/Application/chrome.exe"),
          path.join(base, "Microsoft/Edge/Application/msedge.exe"),
        ]
      : [];
  }),
];

/** The browser's program file, or null. CHROMIUM in the environment wins. */
export function findBrowser() {
  if (process.env.CHROMIUM) return existsSync(process.env.CHROMIUM) ? process.env.CHROMIUM : null;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const found = ON_PATH.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) =>
    existsSync(file),
  );
  return found ?? PLACES.find((file) => existsSync(file)) ?? null;
}

/** What to tell a person whose machine has none. */
export const NO_BROWSER =
  "No Chromium, Chrome or Edge was found, so the browser tests are skipped. " +
  "Install one (Debian: apt-get install chromium) or set CHROMIUM to its program file.";
