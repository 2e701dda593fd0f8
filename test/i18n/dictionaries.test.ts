/** Both languages say the same things, in the words of docs/glossary.md, and every key that the code uses is there. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { dictionaryOf, languageOf, translate } from "../../src/i18n/everything";
import type { Entry, Params } from "../../src/i18n/dictionary";

const [en, zh] = [dictionaryOf("en"), dictionaryOf("zh-CN")];
const keys = Object.keys(en);

/** Holes of a sentence: {count}. For a function, the parameters that it asks for. */
function holes(entry: Entry | undefined): string[] {
  if (entry === undefined) return [];
  if (typeof entry === "string")
    return [...new Set([...entry.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ""))].sort();
  const asked = new Set<string>();
  const watched = new Proxy<Params>(
    {},
    {
      get: (_target, name) => {
        asked.add(String(name));
        return 2;
      },
    },
  );
  const said = entry(watched);
  return [...new Set([...asked, ...holes(said)])].sort();
}

/** What an entry says; functions with one and with many. */
const sayings = (entry: Entry | undefined): string[] => {
  if (entry === undefined) return [];
  if (typeof entry === "string") return [entry];
  return [0, 1, 2, 5].map((count) => entry(new Proxy<Params>({}, { get: () => count })));
};

describe("the two languages", () => {
  it("join a list as each does, also where its parts have words of their own", () => {
    const params = { name: "X", cell: "Plan!C4", needs: ["threshold", "zeroPoint"] };
    expect(translate("en", "checks.C04.what", params)).toBe("X lacks: threshold, zero point — Plan!C4.");
    expect(translate("zh-CN", "checks.C04.what", params)).toBe("“X”缺少：门槛值、零分点（Plan!C4）。");
  });
  it("have the same keys", () => {
    expect(Object.keys(zh).sort()).toEqual([...keys].sort());
    expect(keys.length).toBeGreaterThan(300);
  });
  it("put the same things into each sentence", () => {
    const different = keys.filter((key) => holes(en[key]).join() !== holes(zh[key]).join());
    expect(different.map((key) => `${key}: ${holes(en[key]).join()} / ${holes(zh[key]).join()}`)).toEqual([]);
  });
  it("say something for every key, without blanks around it", () => {
    for (const [language, dictionary] of [
      ["en", en],
      ["zh-CN", zh],
    ] as const)
      for (const key of keys)
        for (const text of sayings(dictionary[key]))
          if (text === "" || text !== text.trim() || text.includes("  ") || text.includes("undefined"))
            throw new Error(`${language} ${key}: "${text}"`);
  });
  it.each(["en", "zh-CN"])(
    "have each key in one file only, so that no part changes the words of another (%s)",
    (language) => {
      const folder = path.join(__dirname, "../../src/i18n", language);
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
      const places = new Map<string, string[]>();
      for (const file of files) {
        const text = readFileSync(path.join(folder, file), "utf8");
        const numbered = [...text.matchAll(/^ {2}\.\.\.numbered\("([\w.-]+)", (\d+),/gm)].flatMap(([, prefix, last]) =>
          Array.from({ length: Number(last) }, (_, i) => `${prefix ?? ""}${String(i + 1)}`),
        );
        const single = [...text.matchAll(/^ {2}"([\w.-]+)":/gm)].map(([, key]) => key ?? "");
        for (const key of [...single, ...numbered]) places.set(key, [...(places.get(key) ?? []), file]);
      }
      expect(places.size).toBe(keys.length);
      expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
    },
  );
  it("are chosen by Office's display language", () => {
    expect(["zh-CN", "zh-TW", "ZH-cn", "en-US", "de-DE", ""].map(languageOf)).toEqual([
      "zh-CN",
      "zh-CN",
      "zh-CN",
      "en",
      "en",
      "en",
    ]);
  });
  it("show a key that is missing in brackets, and leave a hole that is not filled", () => {
    expect(translate("en", "no.such.key")).toBe("[no.such.key]");
    expect(translate("en", "sheet.entry.title")).toBe("Entry: {group}");
    expect(translate("zh-CN", "sheet.entry.title", { group: "销售" })).toBe("评分录入：销售");
  });
});

describe("the keys that the code uses", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("i18n"))
    .map((file) => readFileSync(path.join("src", file), "utf8"));
  const used = (text: string): string[] =>
    [...text.matchAll(/["'`]((?:sheet|checks|commands|pane|excel)\.[A-Za-z0-9.-]*[A-Za-z0-9])["'`]/g)].map(
      (match) => match[1] ?? "",
    );
  it("are all there", () => {
    const found = new Set(sources.flatMap(used));
    expect(found.size).toBeGreaterThan(80);
    expect([...found].filter((key) => !keys.includes(key)).sort()).toEqual([]);
  });
  it("that are put together from a beginning have at least one key with it", () => {
    const beginnings = sources.flatMap((text) =>
      [...text.matchAll(/`((?:sheet|checks|commands|pane|excel)\.[A-Za-z0-9.]*)\$\{/g)].map((match) => match[1] ?? ""),
    );
    expect(beginnings.length).toBeGreaterThan(5);
    expect([...new Set(beginnings)].filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
  });
  it("stand under what they belong to", () => {
    expect(keys.filter((key) => !/^(?:sheet|checks|commands|pane|excel)\.[A-Za-z0-9.-]+$/.test(key))).toEqual([]);
  });
});

describe("the Chinese", () => {
  const texts = keys.flatMap((key) => sayings(zh[key]).map((text) => ({ key, text })));
  /** A language is called by its own name everywhere. */
  const OWN_NAMES: readonly string[] = ["pane.language.en"];
  const offending = (pattern: RegExp): string[] =>
    texts.filter(({ text }) => pattern.test(text)).map(({ key, text }) => `${key}: ${text}`);

  it("uses none of the forbidden variants", () => {
    expect(offending(/覆盖率/)).toEqual([]);
    expect(offending(/证据/)).toEqual([]);
    expect(offending(/^(?:大?门)$/)).toEqual([]);
    expect(offending(/锚(?!定)/)).toEqual([]);
    expect(offending(/(?<!计分卡|平衡)记分卡/)).toEqual([]);
  });
  it("addresses nobody as 您, and names nobody 张三", () => {
    expect(offending(/您/)).toEqual([]);
    expect(offending(/张三|李四/)).toEqual([]);
  });
  it("has no English left in it but the product, Excel, abbreviations, ids and holes", () => {
    const allowed =
      /\{\w+\}|Evenhand|Excel|\b(?:KPI|MBO|BSC|OKR|BARS|PIP|CR|JSON|XML|CSV)\b|\b[A-Z]{0,2}\d+\b|\b[A-Z]\b/g;
    const left = texts.filter(
      ({ key, text }) => !OWN_NAMES.includes(key) && /[A-Za-z]/.test(text.replace(allowed, "")),
    );
    expect(left.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });
  it("is Chinese: no sentence was forgotten", () => {
    const none = texts.filter(
      ({ key, text }) =>
        !OWN_NAMES.includes(key) && !/\p{Script=Han}/u.test(text) && /[a-z]{2}/i.test(text.replace(/\{\w+\}/g, "")),
    );
    expect(none.map(({ key, text }) => `${key}: ${text}`)).toEqual([]);
  });
  it("puts full-width marks into sentences, and no blank before %", () => {
    expect(offending(/\p{Script=Han}\s*[,;:!?](?!\d)/u)).toEqual([]);
    expect(offending(/\p{Script=Han}\s+%|\d\s+%/u)).toEqual([]);
    expect(offending(/\p{Script=Han}\./u)).toEqual([]);
  });
  it("names the sheets and columns as the glossary does", () => {
    const bound: Readonly<Record<string, string>> = {
      "sheet.name.guide": "使用说明",
      "sheet.name.settings": "设置",
      "sheet.name.plan": "考核方案",
      "sheet.name.entry": "评分录入",
      "sheet.name.results": "考核结果",
      "sheet.name.evidence": "佐证台账",
      "sheet.col.plan.weight": "权重",
      "sheet.col.plan.threshold": "门槛值",
      "sheet.col.plan.target": "目标值",
      "sheet.col.plan.stretch": "挑战值",
      "sheet.col.entry.coverage": "评分完整度",
      "sheet.col.results.total": "综合得分",
      "sheet.col.results.rank": "排名",
      "sheet.col.results.band": "等级",
      "sheet.col.people.jobGroup": "岗位序列",
      "sheet.word.noEvidence": "缺少佐证",
      "sheet.word.na": "不适用",
      "sheet.band.1": "不合格",
      "sheet.band.2": "待改进",
      "sheet.band.3": "合格",
      "sheet.band.4": "良好",
      "sheet.band.5": "优秀",
    };
    for (const [key, word] of Object.entries(bound)) expect([key, zh[key]]).toEqual([key, word]);
  });
});
