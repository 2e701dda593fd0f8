/** Loads Univer in Node: bundles it on first use (about a second) and keeps the bundle in the cache of node_modules. */
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { UniverApi } from "../univerEngine";

export interface HeadlessUniver extends UniverApi {
  readonly UniverSheetsFormulaPlugin: typeof import("@univerjs/sheets-formula").UniverSheetsFormulaPlugin;
  readonly CalculationMode: typeof import("@univerjs/sheets-formula").CalculationMode;
  readonly UniverDocsPlugin: typeof import("@univerjs/docs").UniverDocsPlugin;
}

/**
 * Test files each get a world of their own, in which everything is read and compiled anew. Univer is 10 MB: our tests' environment
 * hands in Node's own `require`, so that the files of a worker share one that is warm.
 */
const shared: unknown = Reflect.get(globalThis, Symbol.for("evenhand.require"));
const require =
  typeof shared === "function" ? (shared as NodeJS.Require) : createRequire(path.join(process.cwd(), "package.json"));

/** The project's folder: where the nearest package.json upwards names us. */
const root = process.cwd();

const here = path.join(root, "host/engine/univer");
const ENTRY = path.join(here, "headless.mjs");
const BUNDLER = path.join(here, "bundleHeadless.mjs");
/** What goes into the bundle besides Univer itself: another content makes another bundle. */
const PARTS = [ENTRY, BUNDLER, path.join(here, "iteratorHelpers.mjs"), path.join(here, "quicker.mjs")];

function bundleFile(): string {
  const { version } = JSON.parse(readFileSync(path.join(root, "node_modules/@univerjs/core/package.json"), "utf8")) as {
    version: string;
  };
  const hash = createHash("sha256").update(version);
  for (const part of PARTS) hash.update(readFileSync(part));
  return path.join(root, "node_modules/.cache/evenhand", `univer-${hash.digest("hex").slice(0, 12)}.cjs`);
}

function bundle(target: string): void {
  mkdirSync(path.dirname(target), { recursive: true });
  // Several test workers may come here at once: each writes its own file, and the last rename wins with the same content.
  const temporary = `${target}.${randomBytes(4).toString("hex")}.cjs`;
  // In a process of its own: esbuild refuses to run in the realm of a jsdom test.
  execFileSync(process.execPath, [BUNDLER, ENTRY, temporary], { cwd: root });
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
