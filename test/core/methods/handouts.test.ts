/** The sheet that is handed out before the period: it says what the tables say, its example adds up, and it changes with them. */
import type { MethodDefinition } from "../../../src/core/blueprint/methodWorkbook";
import { METHOD_WORKBOOKS, methodById } from "../../../src/core/methods/registry";
import { LANGUAGES } from "../../../src/i18n/everything";
import { buildMethodIn } from "../../../src/core/blueprint/anyLanguage";
import type { Blueprint } from "../../../src/core/blueprint/types";
import type { SheetLanguage } from "../../../src/core/blueprint/context";
import { widthOf } from "../../../src/core/blueprint/tableSheet";
import { quoteSheetName } from "../../../src/core/model/a1";
import { PERIOD } from "../../support/generated";
import { sheetText } from "../../support/sheetText";
import {
  calculatedMethod,
  methodBlueprint,
  type CalculatedMethod,
  type MethodChoices,
} from "../../support/methodWorkbooks";

jest.setTimeout(120_000);
const text = sheetText("en");

interface Page extends CalculatedMethod {
  /** What stands beside a topic, by its text key, and in the column of what it means. */
  readonly beside: (key: string) => unknown;
  readonly shown: (column: string) => readonly unknown[];
}
const nameOf = (method: MethodDefinition, language: SheetLanguage = "en"): string =>
  sheetText(language)(`name.${method.handout?.name ?? ""}`);
/** The sheet itself: the one on which a person is picked for it. */
const handedOut = ({ sheets, names }: Blueprint) => {
  const picked = names.find(({ name }) => name.endsWith("_c_HandoutPerson"))?.refersTo ?? "";
  return sheets.find(({ name }) => picked.startsWith(`=${quoteSheetName(name)}!`));
};
const methodOf = (id: string): MethodDefinition => {
  const method = methodById(id);
  if (method === null) throw new Error(`no method ${id}`);
  return method;
};

async function pageOf(id: string, choices: MethodChoices = {}): Promise<Page> {
  const method = methodOf(id);
  const book = await calculatedMethod(method, choices);
  const name = nameOf(method, choices.language);
  const sheet = book.blueprint.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error("nothing to hand out");
  const topics = sheetText(choices.language ?? "en");
  return {
    ...book,
    beside: (key) => {
      const topic = topics(`handout.${key}`);
      // A rule and a step of the example may be called alike: only one has something beside it.
      const at = sheet.blocks
        .filter(({ cells }) => cells[0]?.[0] === topic)
        .map((block) => block.at)
        .find(({ row }) => sheet.blocks.some((block) => block.at.row === row && block.at.column === 1));
      if (at === undefined) throw new Error(`nothing beside ${topic}`);
      return book.valueAt(name, at.row, at.column + 1);
    },
    shown: (column) => Array.from({ length: book.rows("Handout") }, (_, row) => book.at("Handout", row, column)),
  };
}

describe("what is handed out before the period", () => {
  let page: Page;
  afterEach(() => {
    page.dispose();
  });
  const change = async (set: () => void): Promise<void> => {
    set();
    await page.calculate();
  };

  test("graphic scale: dimensions with weight and words, and an example by the weights and bands in force", async () => {
    page = await pageOf("rating-scale");
    expect(page.shown("item")[0]).toBe("Quality of work – How correct and complete finished work is");
    expect(page.shown("how")[4]).toBe(
      "1 – Repeats the same mistakes\n2 – Learns only under pressure\n3 – Learns what the work needs\n" +
        "4 – Learns ahead and uses it\n5 – Learns, uses and teaches it",
    );
    expect(page.shown("example")).toEqual(["30 × 4 = 120", "25 × 3 = 75", "20 × 4 = 80", "15 × 3 = 45", "10 × 3 = 30"]);
    expect(page.beside("exampleScore")).toBe("350 ÷ 100 = 3.5");
    expect(page.beside("exampleBand")).toBe("3.5 ≥ 3.5 → Exceeds");
    await change(() => {
      page.set("ScaleItems", 0, "weight", 20);
      page.set("ScaleItems", 4, "item", "");
      page.setCell("MinApplicable", 0.6);
    });
    // 80 + 75 + 80 + 45 of 80.
    expect(page.beside("exampleScore")).toBe("280 ÷ 80 = 3.5");
    expect([page.shown("item")[4], page.shown("how")[4], page.beside("ratedApplicable")]).toEqual(["", "", 0.6]);
  });

  test("ten points: the words of all of them, put together from two columns out of sight", async () => {
    page = await pageOf("rating-scale", { counts: { points: 10 } });
    const lines = String(page.shown("how")[0]).split("\n");
    expect(lines.map((line) => line.split(" – ")[0])).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
  });

  test("anchored scale: anchors that are not written are left out", async () => {
    page = await pageOf("bars");
    const lines = String(page.shown("how")[0]).split("\n");
    expect(lines.map((line) => line.split(" – ")[0])).toEqual(["1", "3", "5", "7"]);
  });

  test("checklist: statements without their values, which are shown from Close on", async () => {
    page = await pageOf("checklist");
    expect(page.shown("how")[0]).toBe("Greets customers and looks up at once");
    expect(page.shown("figure").join("")).toBe("");
    expect(page.beside("exampleScore")).toBe("7 ÷ 10 × 100 = 70");
    const worths = Array.from({ length: 16 }, (_, row) => page.at("Statements", row, "value"));
    await change(() => {
      page.setCell("Stage", text("word.close"));
    });
    expect(page.shown("figure")).toEqual(worths);
  });

  test("360: groups with their weights and least size; the example weighs three means", async () => {
    page = await pageOf("manager-360");
    expect([page.beside("weightBoss"), page.beside("weightReports"), page.beside("smallGroup")]).toEqual([40, 35, 3]);
    expect(page.beside("exOthers")).toBe("(40 × 4 + 25 × 3 + 35 × 4) ÷ 100 = 3.75");
    await change(() => {
      for (const weight of ["WBoss", "WPeers", "WReports"]) page.setCell(`c_${weight}`, 0);
    });
    expect([page.beside("exOthers"), page.beside("exampleBand")]).toEqual(["", ""]);
  });

  test("combined: the scale of each section, limits of bonus and deduction, the band that a gate leaves", async () => {
    page = await pageOf("combined");
    expect(page.shown("how")[1]).toBe("0 → 0 · 5 → 100 · Rating scale");
    expect(page.beside("exampleTotal")).toBe("89 + 2 − 1 = 90");
    expect(page.beside("gateLimit")).toBe("Below");
    await change(() => {
      page.setCell("c_MaxBonus", 1);
      page.setCell("c_GateBand", 1);
    });
    expect(page.beside("exampleTotal")).toBe("89 + 1 − 1 = 89");
    expect([page.beside("exampleBand"), page.beside("gateLimit")]).toEqual(["89 ≥ 75 → Meets", "Unsatisfactory"]);
  });

  test("second reviewer: close scores are averaged; whoever is picked has these two", async () => {
    page = await pageOf("second-reviewer");
    expect(page.beside("twoExFinal")).toBe("50% × 80 + 50% × 75 = 77.5");
    await change(() => {
      page.setCell("c_FirstShare", 0.7);
      page.setCell("c_HandoutPerson", "P002");
    });
    expect(page.beside("twoExFinal")).toBe("70% × 80 + 30% × 75 = 78.5");
    expect([page.beside("twoRater"), page.beside("twoReviewer")]).toEqual([
      page.at("Reviews2", 1, "rater"),
      page.at("Reviews2", 1, "reviewer"),
    ]);
  });

  test("probation: standards, days of whoever is picked, and the advice that a score leads to", async () => {
    page = await pageOf("probation");
    const days = ["probation30", "probation60", "probation90"];
    expect(days.map(page.beside)).toEqual(["day30", "day60", "day90"].map((key) => page.at("Probation", 0, key)));
    expect(page.beside("probationExAdvice")).toMatch(/ ≥ 70 → Pass$/);
    await change(() => {
      page.setCell("c_Pass", 90);
      page.setCell("c_Extend", 85);
    });
    expect(page.beside("probationExAdvice")).toMatch(/ < 85 → Not passed$/);
    expect(page.beside("fact.name")).toBe("Person A");
  });

  test.each([
    ["okr", "KeyResults", "keyResult"],
    ["cascade", "LineGoals", "goal"],
    ["workload", "WorkTasks", "task"],
  ])(
    "%s: the rows of whoever is picked, of everybody where nobody is, none of a stranger",
    async (id, table, words) => {
      page = await pageOf(id);
      const owner = id === "workload" ? "person" : "owner";
      const of = (person: string): unknown[] =>
        Array.from({ length: page.rows(table) }, (_, row) => row)
          .filter((row) => page.at(table, row, owner) === person)
          .map((row) => page.at(table, row, words));
      const pick = async (person: string): Promise<readonly unknown[]> => {
        await change(() => {
          page.setCell("c_HandoutPerson", person);
        });
        return page.shown("item").filter((item) => item !== "");
      };
      for (const person of ["P001", "P002"]) {
        expect(of(person).length).toBeGreaterThan(0);
        expect(await pick(person)).toEqual(of(person).slice(0, 5));
      }
      expect(page.beside("shown")).toBe(`${String(Math.min(5, of("P002").length))} / ${String(of("P002").length)}`);
      expect(await pick("*")).toEqual([]);
      expect(page.beside("fact.name")).toBe("");
      expect(await pick("")).toHaveLength(5);
      expect([page.beside("fact.name"), page.errors()]).toEqual(["all", []]);
    },
  );

  test("OKR: the share of the way as a grade, two of them as an objective's", async () => {
    page = await pageOf("okr");
    expect(page.shown("how")[0]).toBe("9 → 5 days");
    expect(page.beside("okrExGrade")).toBe("(135 − 100) ÷ (150 − 100) = 0.7");
    expect(page.beside("okrExObjective")).toBe("(0.7 + 0.4) ÷ 2 = 0.55");
  });

  test("cascade: a share of the goal above, and the attainment not above its cap", async () => {
    page = await pageOf("cascade");
    expect(page.beside("cascadeExTarget")).toBe("1000 × 30% = 300");
    expect(page.beside("cascadeExAttainment")).toBe("165 ÷ 150 = 110%");
    await change(() => {
      page.setCell("Cap", 1.05);
    });
    expect(page.beside("cascadeExAttainment")).toBe("165 ÷ 150 = 105%");
  });

  test("ranking: how twenty people would spread, and the mean of three ranks", async () => {
    page = await pageOf("ranking");
    expect(page.shown("how")).toEqual(["2 / 20", "4 / 20", "8 / 20", "4 / 20", "2 / 20"]);
    expect(page.beside("rankExMean")).toBe("(2 + 3 + 2) ÷ 3 = 2.33");
  });

  test("merit matrix: the guide by rating and place in the range; the example reads it", async () => {
    page = await pageOf("merit-matrix");
    expect(page.shown("how")[3]).toBe("< 90%: 4% – 6% · 90% – 110%: 3% – 4% · > 110%: 2% – 3%");
    expect([page.beside("meritExCompa"), page.beside("meritExGuide")]).toEqual(["9000 ÷ 10000 = 90%", "3% – 4%"]);
    await change(() => {
      page.setCell("c_CompaLow", 0.95);
      page.set("MeritGuide", 3, "to1", 0.07);
    });
    expect(page.beside("meritExGuide")).toBe("4% – 7%");
    expect(page.beside("meritExBonus")).toBe("10000 × 1 × 1.1 × 1.1 = 12100");
  });

  test("workload: hours of a task, hours that there are, and their quotient", async () => {
    page = await pageOf("workload");
    await change(() => {
      page.setCell("c_WorkDays", 100);
    });
    expect(page.beside("workExTask")).toBe("20 × 15 ÷ 60 × 100 = 500");
    expect(page.beside("workExAvailable")).toBe("(100 − 10) × 8 × 85% = 612");
    expect(page.beside("workExLoad")).toBe("500 ÷ 612 = 82%");
  });

  test("site audit, strategy map, improvement plan, weight workshop: their examples add up", async () => {
    page = await pageOf("site-audit");
    expect(page.beside("auditExScore")).toBe("(85 + 10 × 50%) ÷ 100 × 100 = 90");
    expect(page.beside("auditExOutcome")).toBe("90 ≥ 80 → Passed");
    page.dispose();
    page = await pageOf("strategy-map");
    expect(page.beside("bscExObjective")).toBe("(75 + 95) ÷ 2 = 85");
    page.dispose();
    page = await pageOf("improvement-plan");
    expect([page.beside("pipExLost"), page.beside("pipExBack")]).toEqual([
      "30 × (100% − 55%) = 13.5",
      "13.5 − 6 = 7.5",
    ]);
    page.dispose();
    page = await pageOf("weight-workshop");
    expect(page.beside("weightExSpread")).toBe("61.1 − 45 = 16.1 > 15");
  });

  test("check-ins: the days of the talks move with the period", async () => {
    page = await pageOf("check-ins");
    const [from, to] = [Number(page.named("From")), Number(page.named("To"))];
    expect([page.beside("talkPlanning"), page.beside("talkMid"), page.beside("talkFeedback")]).toEqual([
      from,
      Math.floor((from + to) / 2),
      to,
    ]);
    expect(page.beside("talkExNext")).toBe(Number(page.beside("talkExLast")) + 31);
  });

  test("a band without a lower limit and one person alone leave no gap", async () => {
    page = await pageOf("second-reviewer", { people: [{ name: "Alone" }], withSample: false });
    expect([page.errors(), page.beside("fact.name"), page.beside("twoRater")]).toEqual([[], "Alone", ""]);
    expect(page.beside("exampleBand")).toMatch(/→ Meets$/);
  });
});

describe("the room that it takes", () => {
  const heightsIn = (blueprint: Blueprint): readonly number[] => {
    const sheet = handedOut(blueprint);
    const table = sheet?.tables[0];
    const first = (table?.at.row ?? 0) + 1;
    return Array.from(
      { length: table?.rows ?? 0 },
      (_, i) => sheet?.rowHeights?.find(({ row }) => row === first + i)?.height ?? 0,
    );
  };

  test("in both languages the rows of the items have room for both", () => {
    const texts = { en: sheetText("en"), "zh-CN": sheetText("zh-CN") };
    const choices = { people: [], jobGroup: "All", withSample: true, takenSheets: [], metadata: null, ...PERIOD };
    const both = buildMethodIn(methodOf("rating-scale"), { ...choices, language: "both", texts });
    if (!both.ok) throw new Error("not built");
    const [en, zh] = LANGUAGES.map((language) => heightsIn(methodBlueprint(methodOf("rating-scale"), { language })));
    const [room, least] = [heightsIn(both.blueprint), en?.map((height, i) => Math.max(height, zh?.[i] ?? 0) * 1.4)];
    expect(room).toHaveLength(5);
    expect(room.filter((height, i) => height < (least?.[i] ?? Infinity))).toEqual([]);
  });

  test("with sixty statements it goes on to a second page, so that it can be read", () => {
    const page = (counts: MethodChoices["counts"] = {}): boolean | undefined =>
      handedOut(methodBlueprint(methodOf("checklist"), { counts }))?.page?.fitToHeight;
    expect([page(), page({ statements: 60 })]).toEqual([true, undefined]);
  });
});

describe("every method workbook", () => {
  const handed = METHOD_WORKBOOKS.filter(({ handout }) => handout !== undefined);

  test("has such a sheet, but for management by objectives, which has its agreement", () => {
    expect(METHOD_WORKBOOKS.filter(({ handout }) => handout === undefined).map(({ id }) => id)).toEqual([
      "mbo-individual",
    ]);
  });

  describe.each(handed.map((method) => [method.id, method] as const))("%s", (_, method) => {
    test.each(LANGUAGES)("in %s: one page, before Checks, named by the guide, with two texts to change", (language) => {
      const blueprint = methodBlueprint(method, { language });
      const { sheets, names } = blueprint;
      const name = nameOf(method, language);
      const sheet = handedOut(blueprint);
      expect(sheet).not.toBe(sheets.at(-1));
      expect([sheet?.name, sheet?.page?.fitToHeight]).toEqual([name, true]);
      expect(JSON.stringify(sheets[0]?.blocks)).toContain(name);
      const unlocked = (sheet?.styles ?? []).filter(({ style }) => style.locked === false).map(({ rect }) => rect);
      const named = names.filter(({ name: each }) => /_c_(?:HandoutPerson|Talks|Objection)$/.test(each));
      expect([unlocked.length, named.length]).toEqual([3, 3]);
      // No text is cut: what stands under the head of the sheet wraps, unless it is short.
      const cut = (sheet?.blocks ?? []).filter(({ at, cells }) => {
        const content = cells[0]?.[0];
        const isLong = typeof content === "string" && widthOf(content) > 30;
        const isHead =
          at.row < 2 || sheet?.styles.some(({ rect, style }) => rect.row === at.row && style.fill === "noteFill");
        return (
          isLong &&
          isHead !== true &&
          sheet?.styles.some(
            ({ rect, style }) => rect.row === at.row && rect.column === at.column && style.wrap === true,
          ) !== true
        );
      });
      expect(cut).toEqual([]);
    });
  });
});
