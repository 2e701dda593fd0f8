/** The page of all checks, made from the registry and the English words. */
import { CHECKS } from "../../src/core/checks/registry";
import type { Check } from "../../src/core/checks/check";
import { translate } from "../../src/i18n/everything";

const ORIGINS = { generated: "made by Evenhand", recognised: "your own sheet" } as const;
/** A sentence of a check; holes for its limits show their defaults. */
const word = ({ code, thresholds }: Check, part: string): string =>
  translate("en", `checks.${code}.${part}`, thresholds);
const anchor = (check: Check): string =>
  `${check.code} ${word(check, "title")}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

const row = (check: Check): string =>
  `| [${check.code}](#${anchor(check)}) | ${word(check, "title")} | ${check.severity} | ${check.stages.join(", ")} | ${check.origins.map((origin) => ORIGINS[origin]).join(", ")} |`;

const silence = (check: Check): string => `| ${check.code} | ${check.silencedBy.join(", ")} |`;

function section(check: Check): string {
  const { code, severity, stages, ownSheetStages, origins, thresholds, silencedBy } = check;
  const limits = Object.entries(thresholds).map(([name, value]) => `${name} ${String(value)}`);
  const also = ownSheetStages === undefined ? "" : ` (your own sheet: also ${ownSheetStages.join(", ")})`;
  const facts = [
    `**${severity}** · stages: ${stages.join(", ")}${also} · ${origins.map((origin) => ORIGINS[origin]).join(", ")}`,
    ...(limits.length > 0 ? [`Settings: ${limits.join(", ")}`] : []),
    ...(silencedBy.length > 0 ? [`Silent when one of these speaks of the same place: ${silencedBy.join(", ")}`] : []),
  ];
  return `## ${code} ${word(check, "title")}\n\n${facts.join("  \n")}\n\n${word(check, "why")} ${word(check, "next")}\n`;
}

const INTRO = `# Checks

Made by \`npm run docs:checks\` from the registry; do not edit.

A check is silent outside its stages. Numbers after “Settings” are defaults; in a workbook made by Evenhand each of them is
a cell on the Settings sheet.
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
