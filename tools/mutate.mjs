/**
 * `npm run mutate -- [scoring|weighting|ranking|robustness] …`: mutation testing of the method core. Each folder's code is
 * changed in one place at a time, and the tests that reach that place must turn red. Without a name all four folders, one
 * after the other. What is known already is kept in reports/mutation, so that a second run costs only what changed;
 * `--fresh` forgets it. Not part of `npm test`: docs/mutation.md says what the last run found.
 */
import fs from "node:fs";
import path from "node:path";
import { Stryker } from "@stryker-mutator/core";

const FOLDERS = ["scoring", "weighting", "ranking", "robustness"];
/** Tests that specify the four folders; those of sheets and commands reach them too, but are no specification of them. */
const TESTS = [
  ...[...FOLDERS, "workedExamples"].map((folder) => `test/core/${folder}`),
  "test/core/properties/fairness.test.ts",
  "test/core/properties/badInput.test.ts",
  // Published cases and cases computed from the definitions.
  "test/tools/vectors.test.ts",
];
const REPORTS = "reports/mutation";

const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const unknown = words.filter((word) => !FOLDERS.includes(word));
if (unknown.length > 0) {
  console.error(`There is no folder ${unknown.join(", ")}; there are ${FOLDERS.join(", ")}.`);
  process.exit(2);
}

/** Stryker's options for one folder. */
const optionsOf = (folder) => ({
  mutate: [`src/core/${folder}/*.ts`],
  testRunner: "bundled",
  plugins: ["./tools/mutation/runner.mjs"],
  bundledTests: { places: TESTS },
  coverageAnalysis: "perTest",
  concurrency: 1,
  incremental: true,
  force: process.argv.includes("--fresh"),
  incrementalFile: `${REPORTS}/${folder}.incremental.json`,
  reporters: ["progress-append-only", "clear-text", "json", "html"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `${REPORTS}/${folder}.json` },
  htmlReporter: { fileName: `${REPORTS}/${folder}.html` },
  // Only what these tests need is copied for each run.
  ignorePatterns: [
    "*",
    "!src",
    "src/**",
    "!src/core",
    "!src/core/**",
    "!tools",
    "tools/**",
    "!tools/vectors",
    "!tools/vectors/**",
    "!tools/mutation",
    "!tools/mutation/**",
    "!test",
    "!test/**",
    "!*.json",
  ],
  tempDirName: ".stryker-tmp",
  // Endless loops are mostly found by counting (runner.mjs); by the clock only where the count cannot see them. The time of the
  // tests is no measure for it, because the runner leaves out the slow ones.
  timeoutMS: 15_000,
  timeoutFactor: 0,
  dryRunTimeoutMinutes: 30,
  fileLogLevel: "off",
  logLevel: "info",
  thresholds: { high: 90, low: 80, break: null },
});

/** Share of the mutants that a test noticed, of those that could be run. */
function scoreOf(results) {
  const count = (...states) => results.filter(({ status }) => states.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const all = noticed + count("Survived", "NoCoverage");
  return { noticed, all, share: all === 0 ? 1 : noticed / all };
}

let weakest = 1;
const lines = [];
for (const folder of words.length > 0 ? words : FOLDERS) {
  fs.mkdirSync(path.join(REPORTS), { recursive: true });
  const results = await new Stryker(optionsOf(folder)).runMutationTest();
  const { noticed, all, share } = scoreOf(results);
  weakest = Math.min(weakest, share);
  lines.push(`${folder}: ${String(noticed)} of ${String(all)} mutants noticed, ${(100 * share).toFixed(1)} %`);
}
for (const line of lines) console.log(line);
process.exit(weakest < 0.8 ? 1 : 0);
