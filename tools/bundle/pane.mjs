/** Builds the pane with webpack for the workbench and the browser tests; does nothing when no source file is newer. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
/** The same build as `npm test` makes: production, Office.js from the CDN (the server puts the local one in its place). */
export const PANE_OUT = path.join(root, "node_modules/.cache/evenhand/pane");
const SOURCES = ["src", "assets", "manifest.xml", "webpack.config.js", "package-lock.json", "tools/build", ".swcrc"];

function newest(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...fs.readdirSync(file).map((name) => newest(path.join(file, name))));
}

/** Webpack leaves files alone that come out as they were: when it ran last, none of them tells. */
const STAMP = `${PANE_OUT}.built`;

function isFresh() {
  const built = fs.statSync(STAMP, { throwIfNoEntry: false });
  return (
    built !== undefined &&
    fs.existsSync(path.join(PANE_OUT, "taskpane.html")) &&
    SOURCES.every((source) => newest(path.join(root, source)) < built.mtimeMs)
  );
}

/** @returns {Promise<boolean>} whether it had to build */
export async function buildPane({ force = false } = {}) {
  if (!force && isFresh()) return false;
  const webpack = path.join(root, "node_modules/webpack/bin/webpack.js");
  const args = [webpack, "--mode", "production", "--env", "office=cdn", "--env", `out=${PANE_OUT}`];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`The pane could not be built:\n${output}`);
  fs.writeFileSync(STAMP, "");
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPane({ force: true });
