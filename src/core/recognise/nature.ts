/** Whether a measure drives results (lead) or is one (lag), as sheets say it in words. */

export type Nature = "lead" | "lag";

const WORDS: Readonly<Record<Nature, string>> = {
  lead: "lead|leading|driver|drivers|driving|input|process|activity|领先|先行|驱动|过程|动因",
  lag: "lag|lagging|result|results|outcome|outcomes|output|滞后|结果|成果",
};
const NATURES: ReadonlyMap<string, Nature> = new Map(
  (["lead", "lag"] as const).flatMap((nature) => WORDS[nature].split("|").map((word) => [word, nature] as const)),
);
/** What may follow the word: "leading indicator", "process KPI", "结果类指标", "过程性". */
const AFTER = /(indicator|measure|metric|kpi|driver)s?$|(类|性|型)?(考核)?(指标)?$/;

/** "Lead", "leading indicator", "结果类指标" → its nature; null for anything else. */
export function natureOf(text: string): Nature | null {
  const word = text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
  return NATURES.get(word) ?? NATURES.get(word.replace(AFTER, "")) ?? null;
}

/** Columns of "lead" may hold whose the measure is, those of "results" how it went: the header must ask for the kind. */
const HEADER =
  /\b(types?|kinds?|nature|category|class|measures?|indicators?|kpis?|drivers?)\b|\blead(ing)?\b.*\blag(ging)?\b|类型|类别|性质|属性|领先|滞后|过程|驱动/i;

/** Whether a header asks whether measures drive results or are results ("KPI type", "Lead / lag", "指标类型"). */
export const asksNature = (header: string): boolean => HEADER.test(header.normalize("NFKC"));
