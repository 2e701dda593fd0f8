/** A generated scorecard, calculated by the host's engine, against figures worked out a second time in expected.ts. */
import { LANGUAGES, type Language } from "../../../src/i18n/everything";
import type { CellScalar } from "../../../host/model/types";
import { expectedBand, expectedPerson, expectedRanks } from "../../support/expected";
import { generate, PERIOD, salesTemplate, type Choices, type Generated } from "../../support/generated";
import { sheetText } from "../../support/sheetText";

// The engine is slow when the machine is busy; nothing here depends on time.
jest.setTimeout(60_000);

const open: Generated[] = [];
afterEach(() => {
  for (const { book } of open.splice(0)) book.dispose();
});
async function scorecard(choices: Choices = {}): Promise<Generated> {
  const made = await generate(choices);
  open.push(made);
  return made;
}
const inLanguage = (language: Language): Choices => ({ language, text: sheetText(language) });

const template = salesTemplate();
const SAMPLE = template.sample.people.map((person) => person.actuals);
const actualOf = (line: number): string => `actual:${template.lines[line]?.id ?? ""}`;
const three = [
  { name: "Ann", department: "North" },
  { name: "Bob", department: "South" },
  { name: "Cy", department: "North" },
];

function fill(book: Generated, person: number, actuals: readonly (number | string | null)[]): void {
  actuals.forEach((actual, line) => {
    if (actual !== null) book.set("Entry", person, actualOf(line), actual);
  });
}
const same = (shown: CellScalar, figure: number | null): void => {
  if (figure === null) expect(shown).toBe("");
  else expect(shown).toBeCloseTo(figure, 6);
};
function agrees(book: Generated, person: number, actuals: readonly (number | "na" | null)[]): void {
  const expected = expectedPerson(template, actuals);
  for (const table of ["Entry", "Results"])
    for (const key of ["total", "soFar", "low", "high", "coverage"] as const)
      same(book.at(table, person, key), expected[key]);
}
const ranks = (book: Generated, count: number): CellScalar[] => book.column("Results", "rank", count);

const CHECKS: readonly (readonly [table: string, count: number])[] = [
  ["Plan", 7],
  ["Weights", 1],
  ["Entry", 8],
  ["Results", 8],
];

describe.each(LANGUAGES)("a generated scorecard (%s)", (language) => {
  it.each(["plan", "evaluate"] as const)(
    "filled with its sample has no error, and every check says OK at %s",
    async (stage) => {
      const book = await scorecard(inLanguage(language));
      book.book.setName("eh_1_Stage", book.word(stage));
      await book.calculate();
      expect(book.book.errors()).toEqual([]);
      for (const [table, count] of CHECKS)
        expect(book.column(table, "check", count)).toEqual(Array.from({ length: count }, () => book.word("ok")));
      expect(book.column("Evidence", "check", 9)).toEqual([
        ...Array.from({ length: 7 }, () => book.word("ok")),
        "",
        "",
      ]);
    },
  );

  it("gives the sample the totals, bands and ranks that a second calculation gives", async () => {
    const book = await scorecard(inLanguage(language));
    SAMPLE.forEach((actuals, person) => {
      agrees(book, person, actuals);
    });
    const totals = SAMPLE.map((actuals) => expectedPerson(template, actuals).total);
    // Persons E and F are equal on purpose: the two ways of ranking differ behind them.
    expect(totals[4]).toBe(totals[5]);
    expect(ranks(book, 8)).toEqual(expectedRanks(totals, language === "en" ? "competition" : "dense"));
    expect(book.column("Results", "band", 8)).toEqual(
      totals.map((total) => sheetText(language)(`band.${String(expectedBand(total ?? 0))}`)),
    );
  });

  it("lists the sample from the best to the last, equals in the order of the table", async () => {
    const book = await scorecard(inLanguage(language));
    const order = SAMPLE.map((actuals, i) => ({ i, total: expectedPerson(template, actuals).total ?? 0 })).sort(
      (a, b) => Math.round((b.total - a.total) * 1e6) || a.i - b.i,
    );
    expect(book.column("Ranking", "name", 8)).toEqual(order.map(({ i }) => book.at("People", i, "name")));
    expect(book.column("Ranking", "total", 8)).toEqual(order.map(({ i }) => book.at("Results", i, "total")));
  });

  it("ranks within each department", async () => {
    const book = await scorecard(inLanguage(language));
    const departments = book.column("People", "department", 8);
    const totals = SAMPLE.map((actuals) => expectedPerson(template, actuals).total ?? 0);
    expect(book.column("Results", "rankInGroup", 8)).toEqual(
      totals.map((own, i) => {
        const better = totals.filter((total, j) => departments[j] === departments[i] && total > own + 1e-6);
        return better.length + 1;
      }),
    );
  });

  it.each(["plan", "evaluate"] as const)("fresh and empty has no error, no total, no rank at %s", async (stage) => {
    const book = await scorecard({ ...inLanguage(language), people: three, withSample: false });
    book.book.setName("eh_1_Stage", book.word(stage));
    await book.calculate();
    expect(book.book.errors()).toEqual([]);
    const nothing = ["", "", ""];
    for (const key of ["total", "soFar", "rank", "rankInGroup", "band", "change"])
      expect(book.column("Results", key, 3)).toEqual(nothing);
    expect(book.column("Results", "low", 3)).toEqual([0, 0, 0]);
    expect(book.column("Results", "high", 3)).toEqual([100, 100, 100]);
    expect(book.column("Entry", "toFill", 3)).toEqual([7, 7, 7]);
    expect(book.column("Plan", "check", 7)).toEqual(Array.from({ length: 7 }, () => book.word("ok")));
    const word = book.word(stage === "plan" ? "ok" : "toFill");
    expect(book.column("Entry", "check", 3)).toEqual([word, word, word]);
  });

  it("stays silent about evidence until Evaluate, then asks for it where an actual stands", async () => {
    const book = await scorecard({ ...inLanguage(language), people: three, withSample: false });
    fill(book, 0, SAMPLE[0] ?? []);
    for (const stage of ["plan", "during"] as const) {
      book.book.setName("eh_1_Stage", book.word(stage));
      await book.calculate();
      expect(book.at("Entry", 0, "check")).toBe(book.word("ok"));
    }
    for (const stage of ["evaluate", "close"] as const) {
      book.book.setName("eh_1_Stage", book.word(stage));
      await book.calculate();
      expect(book.at("Entry", 0, "check")).toBe(book.word("noEvidence"));
      expect(book.at("Results", 0, "evidenceGaps")).toBe(7);
    }
    template.lines.forEach((line, i) => {
      book.set("Evidence", i, "person", i === 0 ? book.word("all") : "P001");
      book.set("Evidence", i, "indicator", line.id);
      book.set("Evidence", i, "eventDate", PERIOD.from + i);
    });
    await book.calculate();
    expect(book.at("Entry", 0, "check")).toBe(book.word("ok"));
    expect(book.at("Results", 0, "evidenceGaps")).toBe(0);
    expect(book.column("Evidence", "check", 7)).toEqual(Array.from({ length: 7 }, () => book.word("ok")));
  });

  it("says so when the weights add up to 95", async () => {
    const book = await scorecard(inLanguage(language));
    book.set("Plan", 0, "weight", (template.lines[0]?.weight ?? 0) - 5);
    await book.calculate();
    expect(book.at("Weights", 0, "total")).toBe(95);
    expect(book.at("Weights", 0, "check")).toBe(book.word("weightsOff"));
    expect(book.column("Plan", "check", 7)).toEqual(Array.from({ length: 7 }, () => book.word("weightsOff")));
    expect(book.book.errors()).toEqual([]);
  });

  it("changing a word changes what is shown, and no figure", async () => {
    const book = await scorecard(inLanguage(language));
    const figures = ["total", "rank", "rankInGroup", "coverage", "evidenceGaps", "plan", "order"];
    book.book.setName("eh_1_Stage", book.word("evaluate"));
    await book.calculate();
    const before = figures.map((key) => book.column("Results", key, 8));
    for (const key of ["ok", "curve", "range", "lower", "evaluate", "all"] as const)
      book.book.setName(`eh_1_w_${key}`, `* ${key}`);
    // What people chose from the lists before changes with them, as they would choose it now.
    template.lines.forEach((line, i) => {
      book.set("Plan", i, "kind", `* ${line.kind}`);
      if (line.direction === "lower") book.set("Plan", i, "direction", "* lower");
      book.set("Evidence", i, "person", "* all");
    });
    book.book.setName("eh_1_Stage", "* evaluate");
    await book.calculate();
    expect(figures.map((key) => book.column("Results", key, 8))).toEqual(before);
    expect(book.column("Entry", "check", 8)).toEqual(Array.from({ length: 8 }, () => "* ok"));
    expect(book.book.errors()).toEqual([]);
  });
});

describe("what is not filled", () => {
  it("a blank leaves a total so far with bounds, and no rank", async () => {
    const book = await scorecard({ people: three, withSample: false });
    const rows = [SAMPLE[0] ?? [], [110, null, 14, null, 101, null, 97], SAMPLE[3] ?? []];
    rows.forEach((row, person) => {
      fill(book, person, row);
    });
    await book.calculate();
    rows.forEach((row, person) => {
      agrees(book, person, row);
    });
    expect(ranks(book, 3)).toEqual([1, "", 2]);
    expect(book.at("Results", 1, "band")).toBe("");
    expect(book.at("Entry", 1, "toFill")).toBe(3);
    expect(book.column("Ranking", "name", 3)).toEqual(["Ann", "Cy", ""]);
  });

  it("filling the blank at target gives the total that “At target” said, and at zero points the one that “At least” said", async () => {
    const book = await scorecard({ people: three, withSample: false });
    const row = [110, 33, null, 44, 100, 8.5, 95];
    fill(book, 0, row);
    await book.calculate();
    const [low, high] = [book.at("Entry", 0, "low"), book.at("Entry", 0, "high")];
    book.set("Entry", 0, actualOf(2), template.lines[2]?.target ?? 0);
    await book.calculate();
    expect(book.at("Entry", 0, "total")).toBeCloseTo(high as number, 6);
    book.set("Entry", 0, actualOf(2), -1000);
    await book.calculate();
    expect(book.at("Entry", 0, "total")).toBeCloseTo(low as number, 6);
  });

  it("a zero is a result and not a blank", async () => {
    const book = await scorecard({ people: three, withSample: false });
    const row = [110, 33, 0, 44, 100, 8.5, 95];
    fill(book, 0, row);
    await book.calculate();
    agrees(book, 0, row);
    expect(book.at("Entry", 0, "toFill")).toBe(0);
    expect(book.at("Results", 0, "rank")).toBe(1);
  });

  it("n/a with a reason moves its weight to the others; without one it is asked for and counts as missing", async () => {
    const book = await scorecard({ people: three, withSample: false });
    const row = [110, 33, "na", 44, 100, 8.5, 95] as const;
    fill(
      book,
      0,
      row.map((value) => (value === "na" ? book.word("na") : value)),
    );
    await book.calculate();
    agrees(
      book,
      0,
      row.map((value) => (value === "na" ? null : value)),
    );
    expect(book.at("Entry", 0, "check")).toBe(book.word("reasonMissing"));
    expect(book.at("Results", 0, "rank")).toBe("");
    book.set("Entry", 0, "reason", "New territory from May");
    await book.calculate();
    agrees(book, 0, row);
    expect(book.at("Results", 0, "applicable")).toBeCloseTo(0.85, 9);
    expect(book.at("Entry", 0, "check")).toBe(book.word("ok"));
    expect(book.at("Results", 0, "rank")).toBe(1);
  });

  it("nobody is ranked with less than half of the weights applicable, or with none", async () => {
    const book = await scorecard({ people: three, withSample: false });
    const na = book.word("na");
    fill(book, 0, [na, na, na, 44, 100, 8.5, 95]);
    fill(book, 1, [na, na, na, na, na, na, na]);
    for (const person of [0, 1]) book.set("Entry", person, "reason", "Long leave");
    await book.calculate();
    agrees(book, 0, ["na", "na", "na", 44, 100, 8.5, 95]);
    agrees(book, 1, ["na", "na", "na", "na", "na", "na", "na"]);
    expect(ranks(book, 3)).toEqual(["", "", ""]);
    expect(book.book.errors()).toEqual([]);
  });

  it("a text in a number's place is no number, and the check says so", async () => {
    const book = await scorecard({ people: three, withSample: false });
    fill(book, 0, ["about 110", 33, 14, 44, 100, 8.5, 95]);
    fill(book, 1, ["'110", 33, 14, 44, 100, 8.5, 95]);
    await book.calculate();
    for (const person of [0, 1]) {
      agrees(book, person, [null, 33, 14, 44, 100, 8.5, 95]);
      expect(book.at("Entry", person, "check")).toBe(book.word("notNumber"));
    }
    expect(book.book.errors()).toEqual([]);
  });
});

describe("bands", () => {
  const bandsFor = async (pick: (line: (typeof template.lines)[number]) => number): Promise<CellScalar> => {
    const book = await scorecard({ people: three, withSample: false });
    fill(book, 0, template.lines.map(pick));
    await book.calculate();
    return book.at("Results", 0, "band");
  };
  it("everything at target is the middle band", async () => {
    expect(await bandsFor((line) => line.target ?? line.low ?? 0)).toBe("Meets");
  });
  it("everything at the threshold is the second lowest band", async () => {
    // A range has no threshold: 40 % of the zero distance away is worth the same 60 %.
    expect(await bandsFor((line) => line.threshold ?? (line.high ?? 0) + 0.4 * (line.zeroDistance ?? 0))).toBe("Below");
  });
  it("everything at stretch is the top band", async () => {
    expect(await bandsFor((line) => line.stretch ?? line.low ?? 0)).toBe("Outstanding");
  });
  it("nothing achieved is the lowest band, never an error", async () => {
    expect(await bandsFor((line) => (line.direction === "lower" ? 10_000 : -10_000))).toBe("Unsatisfactory");
  });
  it("follow the cut-offs that stand on Settings", async () => {
    const book = await scorecard();
    book.set("Bands", 4, "from", 500);
    await book.calculate();
    expect(book.column("Results", "band", 8)).not.toContain("Outstanding");
  });
});

describe("the plan's check", () => {
  it("asks for a target, a weight, and refuses a threshold on the wrong side", async () => {
    const book = await scorecard();
    book.set("Plan", 0, "target", "");
    book.set("Plan", 1, "weight", "much");
    book.set("Plan", 2, "threshold", 99);
    book.set("Plan", 4, "kind", "Some other kind");
    await book.calculate();
    const incomplete = book.word("incomplete");
    expect(book.column("Plan", "check", 5)).toEqual([
      incomplete,
      book.word("weightMissing"),
      incomplete,
      book.word("weightsOff"),
      incomplete,
    ]);
    expect(book.book.errors()).toEqual([]);
    expect(book.column("Results", "rank", 8)).toEqual(Array.from({ length: 8 }, () => ""));
  });

  it("refuses a zero point or a stretch on the wrong side, as the checks of the pane do", async () => {
    const book = await scorecard();
    book.set("Plan", 0, "zeroPoint", 85);
    book.set("Plan", 1, "zeroPoint", 28);
    book.set("Plan", 2, "stretch", 11);
    book.set("Plan", 3, "zeroPoint", 59);
    await book.calculate();
    expect(book.column("Plan", "check", 5)).toEqual([...Array.from({ length: 4 }, () => "Target incomplete"), "OK"]);
    expect(book.at("Entry", 0, "check")).toBe("Cannot be scored");
    expect(book.book.errors()).toEqual([]);
  });

  it.each([0, 1])("an attainment at threshold of %i makes no error value", async (share) => {
    const book = await scorecard();
    book.book.setName("eh_1_S0", share);
    await book.calculate();
    expect(book.book.errors()).toEqual([]);
    expect(book.at("Plan", 0, "check")).toBe("Target incomplete");
  });

  it("takes a typed zero point instead of its own", async () => {
    const book = await scorecard();
    book.set("Plan", 0, "zeroPoint", 70);
    book.set("Entry", 0, actualOf(0), 75);
    await book.calculate();
    expect(book.at("Entry", 0, "attainment:K01")).toBeCloseTo(0.3, 9);
  });

  it("without a stretch nobody goes above 1", async () => {
    const book = await scorecard();
    book.set("Plan", 0, "stretch", "");
    await book.calculate();
    expect(book.at("Entry", 2, "attainment:K01")).toBe(1);
  });

  it("a line that is taken out of the plan is waited for no longer; the weights are asked for", async () => {
    const book = await scorecard();
    const plan = book.book.model.table("eh_1_Plan");
    if (plan === undefined) throw new Error("no plan");
    book.book.model.deleteTableRows(plan.table.id, 6, 1);
    book.set("Entry", 0, actualOf(6), book.word("na"));
    book.set("Entry", 0, "reason", "gone");
    await book.calculate();
    const rest = { ...template, lines: template.lines.slice(0, 6) };
    for (const person of [0, 1])
      expect(book.at("Results", person, "total")).toBeCloseTo(
        expectedPerson(rest, SAMPLE[person] ?? []).total ?? -1,
        6,
      );
    expect(book.at("Weights", 0, "check")).toBe("Weights ≠ 100");
    expect(book.book.errors()).toEqual([]);
  });

  it("rows of the plan may be sorted: every person keeps the total", async () => {
    const book = await scorecard();
    const before = book.column("Results", "total", 8);
    const plan = book.book.model.table("eh_1_Plan");
    if (plan === undefined) throw new Error("no plan");
    const { row, column, rows, columns } = plan.table.rect;
    const body = { row: row + 1, column, rows: rows - 1, columns };
    book.book.model.sort(plan.sheet.id, body, [{ key: 0, ascending: false }], false, false);
    await book.calculate();
    expect(book.at("Plan", 0, "id")).toBe("K07");
    expect(book.column("Results", "total", 8)).toEqual(before);
    expect(book.book.errors()).toEqual([]);
  });
});

describe("text of the user's", () => {
  const wild = [
    { name: "R&D*", department: "R&D*" },
    { name: "<30", department: "<30" },
    { name: "~x", department: "~x" },
    { name: "=1+1", department: "*" },
    { name: "001", department: "R&D1" },
    { name: "1", department: "?" },
    { name: "110101199003070011", department: "110101199003070011" },
    { name: "110101199003070012", department: "110101199003070012" },
  ];
  it("with wildcards, operators and digits stays what it is and changes no figure", async () => {
    const tame = wild.map((_, i) => ({ name: `Name ${String(i)}`, department: `Department ${String(i)}` }));
    const [odd, plain] = [
      await scorecard({ people: wild, jobGroup: "R&D*" }),
      await scorecard({ people: tame, jobGroup: "Sales" }),
    ];
    for (const key of ["total", "rank", "rankInGroup", "band", "check", "order"])
      expect(odd.column("Results", key, 8)).toEqual(plain.column("Results", key, 8));
    expect(odd.column("Results", "rankInGroup", 8)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(odd.column("Results", "name", 8)).toEqual(wild.map(({ name }) => name));
    expect(odd.column("Results", "department", 8)).toEqual(wild.map(({ department }) => department));
    expect(odd.at("Weights", 0, "total")).toBe(100);
    expect(odd.at("Weights", 0, "check")).toBe(odd.word("ok"));
    expect(odd.book.errors()).toEqual([]);
  });
  it("a wildcard typed as a person or an indicator of a record is an unknown id", async () => {
    const book = await scorecard({ people: three, withSample: false });
    ["P*", "*", "P00?", "P001"].forEach((person, i) => {
      book.set("Evidence", i, "person", person);
      book.set("Evidence", i, "indicator", i === 3 ? "K*" : "K01");
      book.set("Evidence", i, "eventDate", PERIOD.from);
    });
    await book.calculate();
    const unknown = book.word("unknown");
    expect(book.column("Evidence", "check", 4)).toEqual([unknown, unknown, unknown, unknown]);
    expect(book.column("Entry", "evidence:K01", 3)).toEqual([0, 0, 0]);
  });
});

describe("a record", () => {
  it("outside the period counts for nobody, and its check says so; the last day counts whole", async () => {
    const book = await scorecard({ people: three, withSample: false });
    [PERIOD.from - 1, PERIOD.from, PERIOD.to + 0.7, PERIOD.to + 1].forEach((date, i) => {
      book.set("Evidence", i, "person", "P002");
      book.set("Evidence", i, "indicator", "K03");
      book.set("Evidence", i, "eventDate", date);
    });
    book.set("Evidence", 4, "person", "P002");
    book.set("Evidence", 4, "indicator", "K03");
    await book.calculate();
    const [ok, outside] = [book.word("ok"), book.word("outside")];
    expect(book.column("Evidence", "check", 5)).toEqual([outside, ok, ok, outside, outside]);
    expect(book.column("Entry", "evidence:K03", 3)).toEqual([0, 2, 0]);
  });
});

describe("many equals", () => {
  it("share a rank; the next one follows after a gap in English and at once in Chinese", async () => {
    const rows = [SAMPLE[0], SAMPLE[2], SAMPLE[2], SAMPLE[0], SAMPLE[3]].map((row) => row ?? []);
    const people = rows.map((_, i) => ({ name: `Name ${String(i)}` }));
    const totals = rows.map((row) => expectedPerson(template, row).total);
    for (const [language, kind, shown] of [
      ["en", "competition", [3, 1, 1, 3, 5]],
      ["zh-CN", "dense", [2, 1, 1, 2, 3]],
    ] as const) {
      const book = await scorecard({ ...inLanguage(language), people, withSample: false });
      rows.forEach((row, person) => {
        fill(book, person, row);
      });
      await book.calculate();
      expect(ranks(book, 5)).toEqual(shown);
      expect(expectedRanks(totals, kind)).toEqual(shown);
    }
  });
});
