/**
 * `npm run audit -- [--json] [--explain] [--chinese] FILE …`: reads workbooks as the add-in would and says what it
 * makes of them; with --explain in plain words.
 */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { auditFile, explainFile } from "./audit/auditFile";
import type { AuditBlock, AuditResult } from "./audit/auditFile";
import { translate } from "../src/i18n/everything";

/** A relative path is meant from where the person stands; npm runs scripts in the project's folder. */
const bytesOf = async (file: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(resolve(process.env["INIT_CWD"] ?? process.cwd(), file)));

/** One file; an unreadable or unexpected one is an answer, so that the rest go on. */
async function auditOne(file: string): Promise<AuditResult> {
  try {
    return await auditFile(file, await bytesOf(file));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { file, error: { code: "unreadable", message } };
  }
}

function describeBlock({
  sheet,
  range,
  layout,
  roles,
  weights,
  outcome,
  reasons,
  results,
  differences,
  findings,
}: AuditBlock): string[] {
  const located = Object.entries(roles).map(([role, ranges]) => `${role} ${ranges.join(" ")}`);
  return [
    `  ${sheet} ${range}: ${layout}, ${outcome}`,
    ...(located.length === 0 ? [] : [`    ${located.join("; ")}`]),
    ...(weights.sum === null
      ? []
      : [`    weights: ${weights.family}, sum ${String(weights.sum)}, expected ${String(weights.expected)}`]),
    ...results.map(
      ({ rank, label, total, coverage, cell }) =>
        `    ${rank === null ? "-" : String(rank)}  ${label} (${cell}): ${total === null ? "no total" : String(total)}, coverage ${String(Math.round(coverage * 100))} %`,
    ),
    ...differences.map(
      ({ cell, shown, computed, mistake }) =>
        `    ${cell} shows ${String(shown)}, computed ${computed === null ? "nothing" : String(computed)}: ${translate("en", `checks.mistake.${mistake}`)}`,
    ),
    ...findings.map(({ severity, rule, cell, message }) => `    ${severity} ${rule} ${cell}: ${message}`),
    ...reasons.map(({ message }) => `    ${message}`),
  ];
}

function describe(result: AuditResult): string {
  if ("error" in result) return `${result.file}\n  cannot be read: ${result.error.message}`;
  const blocks = result.blocks.flatMap(describeBlock);
  return [
    result.file,
    ...(blocks.length === 0 ? ["  nothing on its sheets"] : blocks),
    ...result.notes.map((note) => `  note: ${note}`),
  ].join("\n");
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean" }, explain: { type: "boolean" }, chinese: { type: "boolean" } },
    allowPositionals: true,
  });
  if (positionals.length === 0) {
    console.error("Usage: npm run audit -- [--json] [--explain] [--chinese] FILE.xlsx …");
    return 2;
  }
  let failed = 0;
  for (const [i, file] of positionals.entries()) {
    const result = await auditOne(file);
    if ("error" in result) failed += 1;
    console.log(values.json === true ? JSON.stringify(result) : describe(result));
    if (values.explain === true && values.json !== true && !("error" in result))
      console.log((await explainFile(await bytesOf(file), values.chinese === true ? "zh-CN" : "en")).join("\n"));
    if (positionals.length > 1) console.error(`${String(i + 1)} of ${String(positionals.length)}`);
  }
  // Progress and summary go beside the results, which may be piped on.
  console.error(`${String(positionals.length - failed)} read, ${String(failed)} not readable`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
