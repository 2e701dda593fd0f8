/** Bundles the workbench page with esbuild into the cache; does nothing when no source file is newer than the last bundle. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { quickerUniver } from "../../host/engine/univer/quicker.mjs";

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
export const WORKBENCH_OUT = path.join(root, "node_modules/.cache/evenhand/workbench");
const STAMP = path.join(WORKBENCH_OUT, "inputs.json");

function isFresh() {
  if (!fs.existsSync(STAMP)) return false;
  const built = fs.statSync(STAMP).mtimeMs;
  const inputs = JSON.parse(fs.readFileSync(STAMP, "utf8"));
  return inputs.every((file) => {
    const stat = fs.statSync(path.join(root, file), { throwIfNoEntry: false });
    return stat !== undefined && stat.mtimeMs < built;
  });
}

/** @returns {Promise<boolean>} whether it had to build */
export async function bundleWorkbench({ force = false } = {}) {
  if (!force && isFresh()) return false;
  const result = await build({
    absWorkingDir: root,
    entryPoints: { workbench: "workbench/main.ts" },
    outdir: WORKBENCH_OUT,
    bundle: true,
    platform: "browser",
    target: "es2022",
    format: "iife",
    minify: true,
    // The dispatcher tells the client class names of host objects.
    keepNames: true,
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    logLevel: "error",
    plugins: [quickerUniver],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    loader: { ".woff": "dataurl", ".woff2": "dataurl", ".ttf": "dataurl", ".svg": "dataurl", ".png": "dataurl" },
  });
  fs.copyFileSync(path.join(root, "workbench/index.html"), path.join(WORKBENCH_OUT, "index.html"));
  // Univer's own styles come out as workbench.css; ours stand before it in a file of their own name.
  fs.copyFileSync(path.join(root, "workbench/page.css"), path.join(WORKBENCH_OUT, "page.css"));
  const own = [
    "workbench/index.html",
    "workbench/page.css",
    "tools/bundle/workbench.mjs",
    "host/engine/univer/quicker.mjs",
    "package-lock.json",
  ];
  fs.writeFileSync(STAMP, JSON.stringify([...Object.keys(result.metafile.inputs), ...own]));
  return true;
}
