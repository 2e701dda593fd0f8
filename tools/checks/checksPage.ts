/** The page of all checks, made from the registry and the English words. */
import { CHECKS } from "../../src/core/checks/registry";
import type { Check } from "../../src/core/checks/check";
import { translate } from "../../src/i18n";

const ORIGINS = { generated: "made by Evenhand", recognised: "your own sheet" } as const;
/** Sentences whose words depend on their figures cannot be filled with names of holes; here only why and next are shown. */
const word = (code: string, part: string): string => translate("en", `checks.${code}.${part}`);

function section(check: Check): string {
  const { code, severity, stages, origins, thresholds, silencedBy } = check;
  const limits = Object.entries(thresholds).map(([name, value]) => `${name} ${String(value)}`);
  const facts = [
    `**${severity}** · stages: ${stages.join(", ")} · ${origins.map((origin) => ORIGINS[origin]).join(", ")}`,
    ...(limits.length > 0 ? [`Settings: ${limits.join(", ")}`] : []),
    ...(silencedBy.length > 0 ? [`Silent when one of these speaks: ${silencedBy.join(", ")}`] : []),
  ];
  return `## ${code} ${word(code, "title")}\n\n${facts.join("  \n")}\n\n${word(code, "why")} ${word(code, "next")}\n`;
}

/** The whole text of docs/checks.md. */
export const checksPage = (): string =>
  `# Checks\n\nMade by \`npm run docs:checks\` from the registry; do not edit. Words in braces are filled in from the sheet.\n\n${CHECKS.map(section).join("\n")}`;
