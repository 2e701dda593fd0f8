/** Holds the built pane to its byte budget (gzip, our own files only; Office.js comes from Microsoft's CDN). */
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const KIB = 1024;
export const BUDGET = { firstLoad: 200 * KIB, laterPart: 80 * KIB };

/** @param {string} folder a build's output @returns {{firstLoad: number, laterParts: {file: string, bytes: number}[]}} bytes after gzip */
export function measure(folder) {
  const zipped = (file) => gzipSync(fs.readFileSync(path.join(folder, file)), { level: 9 }).length;
  const html = fs.readFileSync(path.join(folder, "taskpane.html"), "utf8");
  const own = [...html.matchAll(/(?:src|href)="?([^"\s>:]+\.(?:js|css))[">\s]/g)]
    .map((match) => match[1])
    .filter((file) => !file.startsWith("/"));
  if (!own.some((file) => file.endsWith(".js"))) throw new Error("no script found in taskpane.html");
  const laterParts = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith(".js") && !own.includes(file))
    .map((file) => ({ file, bytes: zipped(file) }));
  return { firstLoad: ["taskpane.html", ...own].reduce((sum, file) => sum + zipped(file), 0), laterParts };
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.resolve(new URL(import.meta.url).pathname)) {
  const { firstLoad, laterParts } = measure(process.argv[2] ?? "dist");
  const line = (name, bytes, limit) => {
    console.log(
      `${bytes > limit ? "OVER" : "ok  "} ${name.padEnd(34)} ${(bytes / KIB).toFixed(1).padStart(7)} KiB of ${limit / KIB}`,
    );
    return bytes > limit;
  };
  const over = [
    line("first load", firstLoad, BUDGET.firstLoad),
    ...laterParts.map((part) => line(part.file, part.bytes, BUDGET.laterPart)),
  ];
  process.exit(over.some(Boolean) ? 1 : 0);
}
