/**
 * Every method workbook from English to Chinese, to both languages and back, through Microsoft's client: in each language it is
 * what would be generated in it, and in the end nothing is different. Without calculation: no formula changes but its heads.
 */
import { createCommands } from "../../src/commands";
import { SHEET_TEXTS } from "../../src/commands/sheetWords";
import type { Commands, SheetLanguage } from "../../src/commands/types";
import { buildMethodIn, buildScorecardIn } from "../../src/core/blueprint/anyLanguage";
import { asJoinedEarlier } from "../../src/core/blueprint/joinedTexts";
import type { Blueprint } from "../../src/core/blueprint/types";
import { countsOf, type Counts } from "../../src/core/methods/counts";
import { METHOD_WORKBOOKS } from "../../src/core/methods/registry";
import { cellAddress } from "../../src/core/model/a1";
import { templateById } from "../../src/core/templates/catalogue";
import { METADATA_NAMESPACE, metadataXml, parseMetadata, type WorkbookMetadata } from "../../src/core/schema/metadata";
import { writeBlueprint } from "../../src/excel/writeBlueprint";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { metadataOf, PERIOD } from "../support/generated";
import { withPlainHeads } from "../support/plainHeads";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

/** The workbook as it would be generated in a language; equal totals ranked as in the one that is changed. */
function generated(id: string, language: SheetLanguage, counts: Counts = {}): Blueprint {
  const choices = {
    language,
    texts: SHEET_TEXTS,
    people: [],
    jobGroup: "Sales",
    ...PERIOD,
    withSample: true,
    takenSheets: ["Mine"],
    metadata: null,
    ranks: "competition" as const,
  };
  const method = METHOD_WORKBOOKS.find((each) => each.id === id);
  const template = templateById(id);
  const built =
    method !== undefined
      ? buildMethodIn(method, { ...choices, counts })
      : template === null
        ? null
        : buildScorecardIn({ ...choices, template });
  if (built?.ok !== true) throw new Error(id);
  return built.blueprint;
}

/** Heads and texts that the workbook does not hold where they would be generated. */
function missing({ model }: TestBook, blueprint: Blueprint): string[] {
  // Comments are what people wrote, also in the sample: they stay, and so does what is said of their length.
  const stored = Object.values(metadataOf(blueprint).instances[0]?.tables ?? {});
  const comments = new Set(stored.flatMap(({ columns }) => columns["comment"] ?? []));
  return blueprint.sheets.flatMap(({ name, blocks, tables }) => {
    const sheet = model.sheet(name);
    if (sheet === undefined) return [`no sheet ${name}`];
    const faults = (row: number, column: number, text: unknown): string[] =>
      typeof text !== "string" || text === "" || model.valueAt(sheet.id, row, column) === text
        ? []
        : [`${name} ${cellAddress(row, column)}: ${JSON.stringify(model.valueAt(sheet.id, row, column))} for ${text}`];
    return [
      ...blocks.flatMap(({ at, cells }) =>
        cells.flatMap((line, r) => line.flatMap((cell, c) => faults(at.row + r, at.column + c, cell))),
      ),
      ...tables.flatMap(({ at, columns }) =>
        columns.flatMap(({ header, content }, c) => [
          ...faults(at.row, at.column + c, header),
          ...(content.kind === "input" && !comments.has(header)
            ? content.values.flatMap((value, r) => faults(at.row + 1 + r, at.column + c, value))
            : []),
        ]),
      ),
    ];
  });
}

const change = async (to: SheetLanguage) => valueOf(await commands.changeLanguage({ to, scope: "workbook" }));

// Entries that formulas make of the words of the row are chosen again once they are calculated.
const CALCULATED = new Set(["bars"]);

it.each(["power-supply-manager", ...METHOD_WORKBOOKS.map(({ id }) => id)])(
  "%s is in each language what would be generated, and comes back exactly",
  async (id) => {
    const book = booted.open("Mine");
    const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
    const request = { templateId: id, people: [], jobGroup: "Sales", ...period, withSample: true };
    valueOf(await commands.newScorecard({ ...request, language: "en" }));
    const before = withPlainHeads(await book.digest());
    for (const language of ["zh-CN", "both"] as const) {
      expect((await change(language)).kept).toEqual([]);
      if (!CALCULATED.has(id)) expect(missing(book, generated(id, language))).toEqual([]);
    }
    await change("en");
    expect(withPlainHeads(await book.digest())).toEqual(before);
  },
);

// Those in which items make columns, and one in which they make rows.
it.each(["manager-360", "weight-workshop", "ranking", "combined"])(
  "%s keeps the number of items it was made with",
  async (templateId) => {
    const book = booted.open("Mine");
    const counts = Object.fromEntries(countsOf(templateId).map(({ key, usual }) => [key, usual + 2]));
    const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
    const request = { templateId, people: [], jobGroup: "Sales", ...period, withSample: true, counts };
    valueOf(await commands.newScorecard({ ...request, language: "en" }));
    expect((await change("zh-CN")).kept).toEqual([]);
    expect(missing(book, generated(templateId, "zh-CN", counts))).toEqual([]);
  },
);

// Until heads came into one line, both languages stood in two lines of their cells.
const withTwoLines = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? asJoinedEarlier(part) : part,
  ) as T;
const madeEarlier = (blueprint: Blueprint): Blueprint => ({
  ...withTwoLines(blueprint),
  metadata: metadataXml(withTwoLines(metadataOf(blueprint))),
});
it.each(["power-supply-manager", "rating-scale"])(
  "%s in both languages, made by an earlier version, becomes what would be generated",
  async (id) => {
    const book = booted.open("Mine");
    const earlier = madeEarlier(generated(id, "both"));
    expect(earlier).not.toEqual(generated(id, "both"));
    if (!(await writeBlueprint(earlier)).ok) throw new Error("not written");
    expect((await change("zh-CN")).kept).toEqual([]);
    expect(missing(book, generated(id, "zh-CN"))).toEqual([]);
    await change("both");
    expect(missing(book, generated(id, "both"))).toEqual([]);
  },
);

it("leaves the workbook as it was wherever Excel refuses, and the next change goes through", async () => {
  const book = booted.open("Mine");
  const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
  const request = { templateId: "second-reviewer", people: [], jobGroup: "Sales", ...period, withSample: true };
  valueOf(await commands.newScorecard({ ...request, language: "en" }));
  const { switches } = booted.host;
  switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
  await change("zh-CN");
  const count = switches.actionsSeen;
  switches.failAt(null);
  await change("en");
  const before = withPlainHeads(await book.digest());
  const every = Math.max(1, Math.floor(count / 16));
  for (let place = 0; place < count; place += every) {
    switches.failAt({ atAction: place, code: "GeneralException", message: "told to" });
    const failed = await commands.changeLanguage({ to: "zh-CN", scope: "workbook" });
    switches.failAt(null);
    expect({ place, ok: failed.ok }).toEqual({ place, ok: false });
    expect({ place, book: withPlainHeads(await book.digest()) }).toEqual({ place, book: before });
  }
  await change("zh-CN");
  expect(book.sheetNames()).toContain("使用说明");
});

it("keeps what people answered about sheets of their own", async () => {
  const book = booted.open("Mine");
  const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
  valueOf(
    await commands.newScorecard({
      templateId: "second-reviewer",
      people: [],
      jobGroup: "Sales",
      ...period,
      withSample: true,
      language: "en",
    }),
  );
  const answers = [
    { id: "x", name: "Mine", roles: [{ role: "weight", line: "row", print: "weights", nth: 0 } as const] },
  ];
  const stored = (): WorkbookMetadata => {
    const part = book.model.data.customXml.find(({ xml }) => xml.includes(METADATA_NAMESPACE));
    const parsed = parseMetadata(part?.xml ?? "");
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.metadata;
  };
  const part = book.model.data.customXml.find(({ xml }) => xml.includes(METADATA_NAMESPACE));
  Object.assign(part ?? {}, { xml: metadataXml({ ...stored(), answers }) });
  expect(stored().answers).toEqual(answers);
  await change("zh-CN");
  expect(stored()).toMatchObject({ answers, instances: [{ language: "zh-CN" }] });
});

describe("on protected sheets", () => {
  const REQUEST = { people: [], jobGroup: "Sales", periodFrom: "2026-01-01", periodTo: "2026-06-30", withSample: true };
  /** A workbook whose sheets are all protected, each other one in another way. */
  async function shutBook(password?: string): Promise<TestBook> {
    const book = booted.open("Mine");
    valueOf(await commands.newScorecard({ ...REQUEST, templateId: "second-reviewer", language: "en" }));
    book.model.data.sheets.forEach(({ id, name }, i) => {
      book.model.protect(id, i % 2 === 0 ? { allowSort: true } : {}, name === "Settings" ? password : undefined);
    });
    return book;
  }
  /** What is allowed on each sheet; Excel tells the rest as not allowed. */
  const shutAs = ({ model }: TestBook): unknown =>
    model.data.sheets.map(({ id, protection }) => [
      id,
      protection === null ? null : Object.entries(protection.options).filter(([, value]) => value === true),
    ]);

  it("goes through, renames and is taken back, and each sheet is protected as it was", async () => {
    const book = await shutBook();
    const shut = shutAs(book);
    const outcome = await commands.changeLanguage({ to: "zh-CN", scope: "workbook" });
    expect(valueOf(outcome).kept).toEqual([]);
    expect(missing(book, generated("second-reviewer", "zh-CN"))).toEqual([]);
    expect(shutAs(book)).toEqual(shut);
    if (!outcome.ok || outcome.undo === undefined) throw new Error("nothing to take back");
    valueOf(await commands.takeBack(outcome.undo));
    expect(book.sheetNames()).toContain("Guide");
    expect(missing(book, generated("second-reviewer", "en"))).toEqual([]);
    expect(shutAs(book)).toEqual(shut);
  });

  it("stands as it was, protected, wherever Excel refuses half-way", async () => {
    const book = await shutBook();
    const { switches } = booted.host;
    switches.failAt({ atAction: Number.MAX_SAFE_INTEGER, code: "", message: "" });
    await change("zh-CN");
    const count = switches.actionsSeen;
    switches.failAt(null);
    await change("en");
    const [shut, before] = [shutAs(book), withPlainHeads(await book.digest())];
    const every = Math.max(1, Math.floor(count / 12));
    for (let place = 0; place < count; place += every) {
      switches.failAt({ atAction: place, code: "GeneralException", message: "told to" });
      const failed = await commands.changeLanguage({ to: "zh-CN", scope: "workbook" });
      switches.failAt(null);
      if (failed.ok && failed.undo !== undefined) valueOf(await commands.takeBack(failed.undo));
      expect({ place, shut: shutAs(book) }).toEqual({ place, shut });
      expect({ place, book: withPlainHeads(await book.digest()) }).toEqual({ place, book: before });
    }
  });

  it("with a password is refused with the sheet's name, and nothing changes", async () => {
    const book = await shutBook("secret");
    const content = (): unknown => book.digest("protection");
    const [before, shut] = [await content(), shutAs(book)];
    expect(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" })).toMatchObject({
      ok: false,
      problem: { what: { key: "excel.password", params: { sheets: ["Settings"] } } },
    });
    expect(shutAs(book)).toEqual(shut);
    expect(await content()).toEqual(before);
  });
});
