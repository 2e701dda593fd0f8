/** Loads Univer in Node: bundles it on first use (about a second) and keeps the bundle in the cache of node_modules. */
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { BuildOptions } from "esbuild";
import type { UniverApi } from "../univerEngine";

export interface HeadlessUniver extends UniverApi {
  readonly UniverSheetsFormulaPlugin: typeof import("@univerjs/sheets-formula").UniverSheetsFormulaPlugin;
  readonly CalculationMode: typeof import("@univerjs/sheets-formula").CalculationMode;
  readonly UniverDocsPlugin: typeof import("@univerjs/docs").UniverDocsPlugin;
}

const require = createRequire(path.join(process.cwd(), "package.json"));

/** The project's folder: where the nearest package.json upwards names us. */
const root = process.cwd();

function bundleFile(): string {
  const entry = path.join(root, "host/engine/univer/headless.mjs");
  const version = (
    JSON.parse(readFileSync(path.join(root, "node_modules/@univerjs/core/package.json"), "utf8")) as { version: string }
  ).version;
  const helpers = readFileSync(path.join(root, "host/engine/univer/iteratorHelpers.mjs"), "utf8");
  const hash = createHash("sha256")
    .update(readFileSync(entry))
    .update(helpers)
    .update(version)
    .digest("hex")
    .slice(0, 12);
  return path.join(root, "node_modules/.cache/evenhand", `univer-${hash}.cjs`);
}

function bundle(target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  // Several test workers may come here at once: each writes its own file, and the last rename wins with the same content.
  const temporary = `${target}.${randomBytes(4).toString("hex")}.cjs`;
  const options: BuildOptions = {
    entryPoints: [path.join(root, "host/engine/univer/headless.mjs")],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minify: true,
    logLevel: "error",
    outfile: temporary,
  };
  // In a process of its own: esbuild refuses to run in the realm of a jsdom test.
  const build = 'require("esbuild").buildSync(JSON.parse(process.argv[1]))';
  execFileSync(process.execPath, ["-e", build, JSON.stringify(options)], { cwd: root });
  renameSync(temporary, target);
}

let loaded: HeadlessUniver | null = null;

/** Univer's packages for Node. */
export function loadHeadlessUniver(): HeadlessUniver {
  if (loaded !== null) return loaded;
  const file = bundleFile();
  if (!existsSync(file)) bundle(file);
  loaded = require(file) as HeadlessUniver;
  return loaded;
}
