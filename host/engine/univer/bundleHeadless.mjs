/** Bundles Univer for Node: `node bundleHeadless.mjs <entry> <target>`. */
import { build } from "esbuild";
import { quickerUniver } from "./quicker.mjs";

const [entry, outfile] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Names stay, so that a profile and a stack can be read.
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: "error",
  plugins: [quickerUniver],
});
