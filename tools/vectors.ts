/**
 * `npm run vectors -- FILE…`: runs published cases against the core and says for each whether it agrees.
 * Ends with exit code 1 when one fails, 2 when a file cannot be read.
 */
import { readFileSync } from "node:fs";
import { casesOf, runCase, type CaseResult } from "./vectors/runCases";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: npm run vectors -- FILE…");
  process.exitCode = 2;
}
const results: CaseResult[] = [];
for (const file of files) {
  try {
    const cases = casesOf(JSON.parse(readFileSync(file, "utf8")) as unknown);
    if (cases === null) throw new Error("it is no list of cases");
    for (const entry of cases) {
      const result = runCase(entry);
      results.push(result);
      console.log(`${result.outcome} ${result.id}${result.outcome === "ok" ? "" : ` ${result.detail}`}`);
    }
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
const count = (outcome: CaseResult["outcome"]): number => results.filter((result) => result.outcome === outcome).length;
if (files.length > 0) {
  const failed = count("FAIL");
  console.log(`${String(count("ok"))} passed, ${String(failed)} failed, ${String(count("unsupported"))} unsupported`);
  if (failed > 0) process.exitCode = 1;
}
