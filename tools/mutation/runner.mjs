/**
 * How the mutation run executes tests: all of them in one bundle, inside one process, with Jest's own `expect`. Starting Jest
 * for each of some thousand mutants would take hours. A fresh copy of all modules is loaded where a mutant changes what
 * happens at loading. Quick tests go first, and the first one that fails is enough. Random properties draw fewer examples than in
 * `npm test`, the few tests with thousands of rows are left out, and after a second a mutant is given up: the score is a lower
 * bound.
 */
import fs from "node:fs";
import path from "node:path";
import util from "node:util";
import vm from "node:vm";
import { createRequire } from "node:module";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { build } from "esbuild";
import { expect } from "expect";

/** What the unchanged tests took, in the copy of the project that a run works on. */
const UNCHANGED = "unchanged.json";

/** What the instrumented code reads and writes: the mutant that is on, and what was reached. */
const stage = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** Test files of folders; a file stands for itself. */
const testFilesIn = (places) =>
  places.flatMap((place) =>
    place.endsWith(".ts")
      ? [place]
      : fs
          .readdirSync(place)
          .filter((name) => name.endsWith(".test.ts"))
          .sort()
          .map((name) => path.posix.join(place, name)),
  );

/** Examples of a random property for each mutant, and the longest that a test may take (processor time when nothing is changed). */
const MOST_EXAMPLES = 30;
const MOST_MS = 200;
/** A mutant that so much of the tests does not notice is given up. */
const MOST_MS_A_MUTANT = 800;
/**
 * A test that comes by the changed place so many times as often as when nothing is changed is taken to be endless, but never
 * before it came by so often. (Stryker's own limit counts all tests together: an endless loop then takes many seconds.)
 */
const ENDLESS_FACTOR = 100;
const LEAST_ENDLESS = 100_000;

/** Random properties draw the same few examples in every run and are not shrunk. */
const FEW_EXAMPLES = `
import fc from "fast-check";
fc.configureGlobal({ seed: 20260101, endOnFailure: true });
const assert = (property, options = {}) =>
  fc.assert(property, { ...options, numRuns: Math.min(options.numRuns ?? 100, ${String(MOST_EXAMPLES)}) });
export default { ...fc, assert };`;
const fewExamples = {
  name: "few-examples",
  setup: (bundle) => {
    bundle.onResolve({ filter: /^fast-check$/ }, ({ namespace }) =>
      namespace === "few" ? undefined : { path: "fast-check", namespace: "few" },
    );
    bundle.onLoad({ filter: /.*/, namespace: "few" }, () => ({ contents: FEW_EXAMPLES, resolveDir: process.cwd() }));
  },
};

/** One script with all tests. */
async function bundleOf(places) {
  const entry = testFilesIn(places).map((file) => `inFile(${JSON.stringify(file)}); require("./${file}");`);
  const { outputFiles } = await build({
    stdin: { contents: entry.join("\n"), resolveDir: process.cwd(), loader: "js" },
    bundle: true,
    write: false,
    plugins: [fewExamples],
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "error",
  });
  const names = ["require", "module", "exports", "inFile", "describe", "it", "expect"];
  return vm.compileFunction(outputFiles[0].text, names, { filename: "tests.cjs" });
}

/** Loads the tests anew; gives them by their full names. */
function testsOf(load) {
  const tests = new Map();
  const titles = [];
  let fileName = "";
  const add = (title, run) => {
    const name = [...titles, title].join(" ");
    const id = tests.has(name) ? `${name} (${String(tests.size)})` : name;
    tests.set(id, { id, name: id, fileName: path.resolve(fileName), run });
  };
  const describe = (title, run) => {
    titles.push(title);
    run();
    titles.pop();
  };
  const it = Object.assign((title, run) => add(title, run), {
    each: (rows) => (title, run) => {
      for (const row of rows) {
        const cells = Array.isArray(row) ? row : [row];
        add(util.format(title, ...cells.slice(0, title.split("%s").length - 1)), () => run(...cells));
      }
    },
  });
  const inFile = (name) => (fileName = name);
  load(createRequire(path.resolve("tests.cjs")), { exports: {} }, {}, inFile, describe, it, expect);
  return tests;
}

async function runTest({ id, name, fileName, run }) {
  const started = [performance.now(), process.cpuUsage()];
  const done = (rest) => {
    const { user, system } = process.cpuUsage(started[1]);
    const timeSpentMs = performance.now() - started[0];
    return { id, name, fileName, timeSpentMs, processorMs: (user + system) / 1000, ...rest };
  };
  expect.setState({
    assertionCalls: 0,
    numPassingAsserts: 0,
    expectedAssertionsNumber: null,
    isExpectingAssertions: false,
    suppressedErrors: [],
  });
  try {
    await run();
    for (const { error } of expect.extractExpectedAssertionsErrors()) throw error;
    return done({ status: TestStatus.Success });
  } catch (error) {
    return done({ status: TestStatus.Failed, failureMessage: error instanceof Error ? error.message : String(error) });
  }
}

class BundledTestRunner {
  static inject = tokens(commonTokens.options);

  constructor(options) {
    this.places = options.bundledTests.places;
    /** Milliseconds of processor time of each test when nothing was changed. */
    this.times = new Map();
    /** How often each test came by the place of each mutant, by test and mutant. */
    this.hits = {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.load = await bundleOf(this.places);
    // A process that was stopped over an endless mutant is followed by one that never ran the tests unchanged.
    if (!fs.existsSync(UNCHANGED)) return;
    const { times, hits } = JSON.parse(fs.readFileSync(UNCHANGED, "utf8"));
    this.times = new Map(times);
    this.hits = hits;
  }

  async dryRun({ coverageAnalysis }) {
    stage.mutantCoverage = undefined;
    this.tests = testsOf(this.load);
    const results = [];
    for (const test of this.tests.values()) {
      stage.currentTestId = coverageAnalysis === "perTest" ? test.id : undefined;
      const result = await runTest(test);
      this.times.set(test.id, result.processorMs);
      results.push(result);
    }
    stage.currentTestId = undefined;
    this.hits = stage.mutantCoverage?.perTest ?? {};
    fs.writeFileSync(UNCHANGED, JSON.stringify({ times: [...this.times], hits: this.hits }));
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stage.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, reloadEnvironment, testFilter, hitLimit, disableBail }) {
    stage.hitCount = hitLimit === undefined ? undefined : 0;
    stage.hitLimit = hitLimit;
    try {
      if (mutantActivation === "static") stage.activeMutant = activeMutant.id;
      if (reloadEnvironment || this.tests === undefined) this.tests = testsOf(this.load);
      stage.activeMutant = activeMutant.id;
      return toMutantRunResult(await this.runUntilOneFails(testFilter, activeMutant.id), disableBail);
    } catch (error) {
      const late = determineHitLimitReached(stage.hitCount, hitLimit);
      // The code cannot even be loaded: whoever runs it notices.
      const failed = { id: "loading", name: "loading", timeSpentMs: 0, status: TestStatus.Failed };
      const results = { status: DryRunStatus.Complete, tests: [{ ...failed, failureMessage: String(error) }] };
      return toMutantRunResult(late ?? results, disableBail);
    } finally {
      stage.activeMutant = undefined;
      stage.hitLimit = undefined;
    }
  }

  /** The hits after which a test with this mutant is endless. */
  endlessAt(test, mutant) {
    return Math.max(LEAST_ENDLESS, ENDLESS_FACTOR * (this.hits[test.id]?.[mutant] ?? 0));
  }

  async runUntilOneFails(testFilter, mutant) {
    const timeOf = ({ id }) => this.times.get(id) ?? 0;
    const chosen = (testFilter ?? [...this.tests.keys()])
      .flatMap((id) => this.tests.get(id) ?? [])
      .filter((test) => timeOf(test) <= MOST_MS)
      .sort((a, b) => timeOf(a) - timeOf(b));
    const results = [];
    let spent = 0;
    for (const test of chosen) {
      spent += timeOf(test);
      if (spent > MOST_MS_A_MUTANT) break;
      if (stage.hitLimit !== undefined) {
        stage.hitCount = 0;
        stage.hitLimit = this.endlessAt(test, mutant);
      }
      const result = await runTest(test);
      const late = determineHitLimitReached(stage.hitCount, stage.hitLimit);
      if (late !== undefined) return late;
      results.push(result);
      if (result.status === TestStatus.Failed) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "bundled", BundledTestRunner)];
export const strykerValidationSchema = {
  properties: {
    bundledTests: { type: "object", properties: { places: { type: "array", items: { type: "string" } } } },
  },
};
