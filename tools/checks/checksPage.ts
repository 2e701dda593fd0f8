/** The page of all checks, made from the registry and the English words. */
import { CHECKS } from "../../src/core/checks/registry";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import type { Check } from "../../src/core/checks/check";
import { translate } from "../../src/i18n/everything";

const ORIGINS = { generated: "scorecards made by Evenhand", recognised: "your own sheet" } as const;
/** A sentence of a check; holes for its limits show their defaults. */
const word = ({ code, thresholds }: Check, part: string): string =>
  translate("en", `checks.${code}.${part}`, thresholds);
const anchor = (check: Check): string =>
  `${check.code} ${word(check, "title")}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

/** Names of the method workbooks on which a check runs. */
const methodsOf = ({ code }: Check): readonly string[] =>
  METHOD_WORKBOOKS.flatMap(({ name, checks }) => (checks?.codes.includes(code) === true ? [name.en] : []));

/** Where a check runs: scorecards and own sheets, unless it needs a part that only method workbooks hold. */
function placesOf(check: Check): string {
  const sheets = check.part === undefined ? check.origins.map((origin) => ORIGINS[origin]) : [];
  const places = [...sheets, ...methodsOf(check)];
  return places.length === 0 ? "no workbook holds its data yet" : places.join(", ");
}

const row = (check: Check): string =>
  `| [${check.code}](#${anchor(check)}) | ${word(check, "title")} | ${check.severity} | ${check.stages.join(", ")} | ${placesOf(check)} |`;

const silence = (check: Check): string => `| ${check.code} | ${check.silencedBy.join(", ")} |`;

function section(check: Check): string {
  const { code, severity, stages, ownSheetStages, thresholds, silencedBy } = check;
  const limits = Object.entries(thresholds).map(([name, value]) => `${name} ${String(value)}`);
  const also = ownSheetStages === undefined ? "" : ` (your own sheet: also ${ownSheetStages.join(", ")})`;
  const facts = [
    `**${severity}** · stages: ${stages.join(", ")}${also} · ${placesOf(check)}`,
    ...(limits.length > 0 ? [`Settings: ${limits.join(", ")}`] : []),
    ...(silencedBy.length > 0 ? [`Silent when one of these speaks of the same place: ${silencedBy.join(", ")}`] : []),
  ];
  return `## ${code} ${word(check, "title")}\n\n${facts.join("  \n")}\n\n${word(check, "why")} ${word(check, "next")}\n`;
}

const INTRO = `# Checks

Made by \`npm run docs:checks\` from the registry; do not edit.

A check is silent outside its stages. Numbers after “Settings” are defaults; in a scorecard made by Evenhand each of them is
a cell on the Settings sheet, on a method workbook those that its own rules need. On a method workbook a check is silent, too,
where the row's own *Check* column says the same already.
`;

/** The whole text of docs/checks.md. */
export const checksPage = (): string =>
  [
    INTRO,
    "| Code | What it finds | Severity | Stages | Sheets |\n| --- | --- | --- | --- | --- |",
    ...CHECKS.map(row),
    "\n## Which check silences which\n",
    "The cause of a fault is named once: a finding is silent where one of the others speaks of the same plan, person and",
    "indicator (as far as both name them).\n",
    "| Silent | when one of these speaks |\n| --- | --- |",
    ...CHECKS.filter(({ silencedBy }) => silencedBy.length > 0).map(silence),
    "",
    ...CHECKS.map(section),
  ].join("\n");
