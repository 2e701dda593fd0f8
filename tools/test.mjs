/**
 * `npm test`: lint, types, browser, unit and integration tests, on two lanes so that two cores are used.
 * Ends with "N passed, N failed". `npm test -- --quick` leaves the browser out; `-- --only jest` runs one step.
 */
import { spawn } from "node:child_process";
import fs from "node:fs";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { findBrowser, NO_BROWSER } from "./browser.mjs";

const CACHE = "node_modules/.cache/evenhand";
const PANE = path.join(CACHE, "pane");
const JEST_REPORT = path.join(CACHE, "jest.json");
/** Workbooks and syntax trees are many small objects that die young: with the usual nursery a fifth of the time is clearing up. */
const NURSERY = ["--min-semi-space-size=128", "--max-semi-space-size=128", "--single-threaded-gc"];
const bin = (name) => path.join("node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

const totals = { passed: 0, failed: 0, skipped: 0 };
const brokenSteps = [];

/** Lets the others go first, and the workers that it starts as well; where the system does not allow that, it goes as they do. */
function givesWay(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Only slower.
  }
}

function run(command, args, env = {}, isPatient = false) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, shell: process.platform === "win32" });
    if (isPatient && child.pid !== undefined) givesWay(child.pid);
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs one step and prints it as a whole, so that the two lanes do not mix their lines. */
async function step(name, command, args, options = {}) {
  const started = Date.now();
  const { code, output } = await run(command, args, options.env, options.isPatient);
  const seconds = ((Date.now() - started) / 1000).toFixed(0);
  const counted = options.count?.(output) ?? false;
  const ok = code === 0;
  console.log(`${ok ? "ok  " : "FAIL"} ${name} (${seconds} s)${ok ? "" : `\n${output.trim()}`}`);
  if (!ok && !counted) brokenSteps.push(name);
  return ok;
}

function countJest() {
  if (!fs.existsSync(JEST_REPORT)) return false;
  const report = JSON.parse(fs.readFileSync(JEST_REPORT, "utf8"));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests + report.numRuntimeErrorTestSuites;
  totals.skipped += report.numPendingTests;
  return report.numFailedTests + report.numRuntimeErrorTestSuites > 0;
}

function countNodeTests(output) {
  const number = (word) => Number(new RegExp(`^(?:#|ℹ) ${word} (\\d+)`, "m").exec(output)?.[1] ?? 0);
  totals.passed += number("pass");
  totals.failed += number("fail") + number("cancelled");
  totals.skipped += number("skipped");
  return number("fail") + number("cancelled") > 0;
}

const steps = {
  lock: () => step("lock file", "node", ["tools/checkLock.mjs"]),
  checked: () => step("types and eslint", "node", ["--max-old-space-size=4096", ...NURSERY, "tools/typesAndLint.mjs"]),
  types: () => step("types", bin("tsc"), ["--noEmit"]),
  eslint: () =>
    step("eslint", bin("eslint"), [
      ".",
      "--max-warnings",
      "0",
      "--cache",
      "--cache-location",
      path.join(CACHE, "eslint/"),
    ]),
  prettier: () => step("prettier", bin("prettier"), ["--check", "--log-level", "warn", "."]),
  imports: () =>
    step("import directions", bin("depcruise"), [
      "src",
      "host",
      "workbench",
      "tools",
      "--config",
      ".dependency-cruiser.cjs",
    ]),
  knip: () => step("unused code", bin("knip"), []),
  jest: () => {
    fs.rmSync(JEST_REPORT, { force: true });
    return step(
      "unit and integration tests",
      "node",
      [
        ...NURSERY,
        "node_modules/jest/bin/jest.js",
        "--config=jest.together.config.js",
        "--ci",
        "--json",
        `--outputFile=${JEST_REPORT}`,
        "--silent",
        ...(process.env.JEST_WORKERS ? ["-w", process.env.JEST_WORKERS] : ["-w", "2"]),
      ],
      { count: countJest, isPatient: true },
    );
  },
  build: async () => {
    const built = await step("build of the pane", "node", ["tools/bundle/pane.mjs"]);
    return built && step("byte budget", "node", ["tools/size.mjs", PANE]);
  },
  browser: async () => {
    if (findBrowser() === null) {
      console.log(NO_BROWSER);
      if (process.env.CI === "true") brokenSteps.push("browser tests (CI needs a browser)");
      return false;
    }
    const files = fs.existsSync("test/e2e")
      ? fs
          .readdirSync("test/e2e")
          .filter((file) => file.endsWith(".test.mjs"))
          .sort()
      : [];
    return step(
      "browser tests",
      "node",
      ["--test", "--test-concurrency=1", "--test-timeout=600000", ...files.map((file) => `test/e2e/${file}`)],
      { count: countNodeTests },
    );
  },
};

fs.mkdirSync(CACHE, { recursive: true });
const lane = async (...names) => {
  for (const name of names) await steps[name]();
};
const only = argument("--only");
const started = Date.now();
if (only !== undefined) {
  await lane(...only.split(",").map((name) => name.trim()));
} else {
  // A browser test waits more than it works, and so does a linter for the disk: Jest takes what is left of the two cores.
  const quick = process.argv.includes("--quick");
  const built = lane("lock", "build");
  await Promise.all([
    built.then(() => lane(quick ? "types" : "browser")),
    built.then(() => lane("jest")),
    quick ? lane("prettier", "imports", "knip", "eslint") : lane("checked", "prettier", "imports", "knip"),
  ]);
}
for (const name of brokenSteps) console.log(`broken: ${name}`);
console.log(`all in ${((Date.now() - started) / 1000).toFixed(0)} s`);
const failed = totals.failed + brokenSteps.length;
fs.writeFileSync(path.join(CACHE, "test-summary.json"), JSON.stringify({ ...totals, failed }));
console.log(`${totals.passed} passed, ${failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ""}`);
process.exit(failed > 0 ? 1 : 0);
