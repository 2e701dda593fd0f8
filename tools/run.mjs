/**
 * Runs a command of this project that is written in TypeScript: `node tools/run.mjs NAME ARGUMENTS` bundles
 * tools/NAME.ts (or bench/NAME.ts) and runs it. The exit code is the command's own.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [name, ...rest] = process.argv.slice(2);
const entry = ["tools", "bench"]
  .map((folder) => join(root, folder, `${name ?? ""}.ts`))
  .find((path) => existsSync(path));
if (name === undefined || !/^[\w-]+$/.test(name) || entry === undefined) {
  console.error(`There is no command "${name ?? ""}" (looked for tools/${name ?? ""}.ts and bench/${name ?? ""}.ts).`);
  process.exit(2);
}

/** Packages that load files of their own or are heavy and load well as they are; all others are bundled. */
const EXTERNAL = [
  "exceljs",
  "jsdom",
  "esbuild",
  "typescript",
  "playwright-core",
  "@microsoft/office-js",
  "office-addin-manifest",
];
const outfile = join(root, "node_modules", ".cache", "evenhand", "tools", `${name}.cjs`);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  sourcemap: "inline",
  sourcesContent: false,
  external: EXTERNAL,
  loader: { ".css": "empty", ".woff": "empty", ".woff2": "empty" },
  logLevel: "warning",
  // The worker of the pane is found by its module's address; there are no workers of that kind here.
  define: { "import.meta.url": '"file:///"' },
});
const child = spawn(process.execPath, ["--enable-source-maps", outfile, ...rest], { stdio: "inherit", cwd: root });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
