/** The workbooks that are judged: what the gallery makes, and the states in which formulas are most likely to differ. */
import type { WorkbookData } from "../../host/model/types";
import { sheetText } from "../../src/commands/sheetWords";
import { POLICY_WORDS } from "../../src/core/blueprint/words";
import { methodById } from "../../src/core/methods/registry";
import { LANGUAGES } from "../../src/i18n/everything";
import { galleryEntries, templateWorkbook } from "../gallery/templateWorkbooks";
import type { GalleryEntry, MadeWith } from "../gallery/templateWorkbooks";
import { done } from "../gallery/generatedWorkbook";
import type { Workplace } from "../gallery/generatedWorkbook";
import { changeMethodPeople, changePeople } from "./changedPeople";
import type { JudgeCase } from "./judgeWorkbooks";
import { MANY, manyPeopleWorkbook } from "./manyPeople";
import { ownMethodWorkbook } from "./ownMethod";
import { ownTemplateWorkbook } from "./ownTemplate";
import { entryTable, type, typeAsFor } from "./typing";

/** The second person gets the first one's actuals: tied, whatever the kinds of the lines. */
function tie({ model }: Workplace): void {
  const entry = entryTable(model);
  for (const column of entry.actuals) {
    const value = model.valueAt(entry.sheet, entry.row, column);
    if (typeof value === "number" || typeof value === "string") type(model, entry.sheet, entry.row + 1, column, value);
  }
}

/** A gap in the third person, another in the fourth; "n/a" with a reason in the fifth, without one in the sixth. */
function leaveGaps({ model }: Workplace, { language }: GalleryEntry): void {
  const entry = entryTable(model);
  const na = sheetText(language)("word.na");
  entry.actuals.slice(0, 2).forEach((column, i) => {
    type(model, entry.sheet, entry.row + 2 + i, column, "");
    type(model, entry.sheet, entry.row + 4 + i, column, na);
  });
  type(model, entry.sheet, entry.row + 4, entry.reason, sheetText(language)("word.during"));
}

/** Ties, gaps and "n/a" together: each at other people. */
function mix(place: Workplace, entry: GalleryEntry): void {
  tie(place);
  leaveGaps(place, entry);
}

/** The first weight is ten points too high, at the stage where evidence is asked for. */
async function breakWeights({ commands, model }: Workplace, { language }: GalleryEntry): Promise<void> {
  const plan = model.table("eh_1_Plan");
  const weight = plan?.table.columns.findIndex(({ name }) => name === "Weight" || name === "权重") ?? -1;
  if (plan === undefined || weight < 0) throw new Error("the plan has no weights");
  const [row, column] = [plan.table.rect.row + 1, plan.table.rect.column + weight];
  type(model, plan.sheet.id, row, column, Number(model.valueAt(plan.sheet.id, row, column)) + 10);
  done(await commands.setStage("evaluate"), language);
}

/** Two people of another job group: the first one gets the actuals of the first plan's, the second one half of them. */
async function addSecondPlan({ commands, model }: Workplace, { templateId, language }: GalleryEntry): Promise<void> {
  const [jobGroup, ...names] = language === "en" ? ["Service", "Person X", "Person Y"] : ["客服", "员工甲", "员工乙"];
  const people = names.map((name) => ({ name }));
  done(await commands.addPlan({ templateId, people, jobGroup }), language);
  const [first, second] = [entryTable(model), entryTable(model, "eh_1_Entry2")];
  second.actuals.forEach((column, i) => {
    const value = model.valueAt(first.sheet, first.row, first.actuals[i] ?? 0);
    if (typeof value !== "number") return;
    type(model, second.sheet, second.row, column, value);
    if (i % 2 === 0) type(model, second.sheet, second.row + 1, column, value);
  });
}

/** Half a year is closed, then the first two people get results again: the year has a closed and an open period. */
async function startNext({ commands, model }: Workplace, { language }: GalleryEntry): Promise<void> {
  const { sheet, row, actuals } = entryTable(model);
  const before = actuals.map((column) => model.valueAt(sheet, row, column));
  const request = { from: "2026-07-01", to: "2026-08-31", targets: { kind: "carry" } } as const;
  done(await commands.startNextPeriod(request), language);
  actuals.forEach((column, i) => {
    const value = before[i];
    if (typeof value !== "number") return;
    type(model, sheet, row, column, value);
    if (i > 0) type(model, sheet, row + 1, column, value);
  });
}

interface Variant {
  readonly name: string;
  readonly sample: boolean;
  readonly people: number;
  readonly work?: (place: Workplace, entry: GalleryEntry) => Promise<void> | void;
  readonly mustFlag?: true;
  readonly madeWith?: MadeWith;
}
/** Bonus and deductions within and beyond the limits, for people who tie without them, and for nobody. */
function giveExtras({ model }: Workplace): void {
  const found = model.table("eh_1_Extras");
  if (found === undefined) throw new Error("the scorecard has no bonus and deductions");
  const { rect } = found.table;
  const rows = [
    ["P001", "X1", 3],
    ["P002", "X2", 1],
    ["P003", "X4", 9],
    ["P001", "X1", 1],
    ["P004", "X3", 0.5],
    ["P002", "X4", 1],
    ["P0*", "X1", 1],
  ] as const;
  rows.forEach(([person, item, times], i) => {
    const row = rect.row + 4 + i;
    type(model, found.sheet.id, row, rect.column + 1, person);
    type(model, found.sheet.id, row, rect.column + 3, item);
    type(model, found.sheet.id, row, rect.column + 5, times);
  });
}
/** Bonus and deductions beside ties. */
function tieWithExtras(place: Workplace): void {
  tie(place);
  giveExtras(place);
}
/** Of the templates with and without gates. */
const WITH_ITEMS: ReadonlySet<string> = new Set(["sales-exec", "tax-bureau-officer"]);
const ITEMS: readonly Variant[] = [
  {
    name: "bonus and deductions",
    sample: true,
    people: 0,
    work: tieWithExtras,
    madeWith: { withItems: true },
    mustFlag: true,
  },
];
/** Own targets that can and cannot be used, a gap, "n/a" with and without its reason, a text: in a register or a form. */
function fillTyped({ model }: Workplace, { language }: GalleryEntry): void {
  const found = model.table("eh_1_Register");
  const lines = (model.table("eh_1_Plan")?.table.rect.rows ?? 1) - 1;
  const people = (model.table("eh_1_Results")?.table.rect.rows ?? 1) - 1;
  if (found === undefined) throw new Error("the scorecard has no register");
  const { rect, columns } = found.table;
  const texts = sheetText(language);
  const na = texts("word.na");
  // The block of a person in a form has a row above its lines, and others under them.
  const block = (rect.rows - 1) / people;
  const above = block > lines ? 1 : 0;
  const place = (...heads: readonly string[]): number =>
    columns.findIndex(({ name }) => heads.some((head) => name === texts(head)));
  const at = (person: number, line: number, column: number, input: string | number): void => {
    type(model, found.sheet.id, rect.row + 1 + above + person * block + line, rect.column + column, input);
  };
  const [own, actual] = [place("col.register.ownTarget"), place("col.register.actual")];
  const reason = place("col.register.reason", "col.form.reason");
  [0, 1, 2].forEach((line) => {
    const value = Number(model.valueAt(found.sheet.id, rect.row + 1 + above + line, rect.column + actual));
    at(0, line, own, value * 1.1 + 1);
    at(1, line, own, -3);
  });
  // Tries and days late, where a line may have them: one that cannot be used among them.
  const second = place("col.register.second");
  if (second >= 0) {
    for (let line = 0; line < lines; line += 1) {
      at(1, line, second, 3);
      at(2, line, second, 7 + line);
    }
    at(0, lines - 1, second, na);
    // A milestone done some days after it was due, and one of which nobody says when it was due.
    if (people > 6) {
      at(5, lines - 1, own, 46_100);
      at(5, lines - 1, second, 46_105);
      at(6, lines - 1, second, 46_105);
    }
  }
  at(2, 0, actual, "");
  at(3, 0, actual, na);
  at(3, 0, reason, na);
  at(4, 0, actual, na);
  at(5, 0, actual, na.repeat(2));
}
/** With lines that may have a second number: marks, and a milestone. */
const WITH_TWO_NUMBERS: ReadonlySet<string> = new Set(["student-exam", "software-engineer"]);
const TYPED: readonly Variant[] = [
  { name: "register", sample: true, people: 0, work: fillTyped, madeWith: { form: "register" }, mustFlag: true },
  { name: "entry form", sample: true, people: 0, work: fillTyped, madeWith: { form: "form" }, mustFlag: true },
];
/** In both languages, of every template. */
const ALWAYS: readonly Variant[] = [{ name: "sample", sample: true, people: 0 }];
/** Of every template in one language, by turns: the formulas are the same, only words differ. */
const BY_TURNS: readonly Variant[] = [
  { name: "ties, gaps and n/a", sample: true, people: 0, work: mix },
  { name: "empty, one person", sample: false, people: 1 },
];
/** Of the templates that differ in their tables: with gates, with marks, with all kinds of lines. */
const OF_SOME: readonly Variant[] = [
  { name: "thirty people", sample: true, people: 30 },
  { name: "two people, empty", sample: false, people: 2 },
  { name: "weights broken, evidence asked", sample: true, people: 0, work: breakWeights, mustFlag: true },
  { name: "second plan", sample: true, people: 0, work: addSecondPlan },
  { name: "next period", sample: true, people: 0, work: startNext },
];
const SOME: ReadonlySet<string> = new Set(["tax-bureau-officer", "student-exam", "supplier", "software-engineer"]);

/** Of one template in each language and of two methods: people come, go, get another name or post, and are sorted. */
const CHANGED_PEOPLE: Variant = {
  name: "people changed, second plan",
  sample: true,
  people: 0,
  work: async (place, entry) => {
    await addSecondPlan(place, entry);
    await changePeople(place, entry);
  },
};
const CHANGED_METHOD_PEOPLE: Variant = { name: "people changed", sample: true, people: 0, work: changeMethodPeople };
const WITH_CHANGED_PEOPLE: ReadonlySet<string> = new Set([
  "supplier en",
  "student-exam zh-CN",
  "checklist en",
  "manager-360 zh-CN",
]);

/** Settings says how missing results count; one person has a single line, another one none. */
function choosePolicy(place: Workplace, entry: GalleryEntry, word: string): void {
  leaveGaps(place, entry);
  const { model } = place;
  const { sheet, row, rows, actuals } = entryTable(model);
  actuals.forEach((column, i) => {
    if (i > 0) type(model, sheet, row + rows - 2, column, "");
    type(model, sheet, row + rows - 1, column, "");
  });
  const settings = model.data.sheets.find(({ tables }) => tables.some(({ name }) => name === "eh_1_Words"));
  const cell = /\$B\$(\d+)$/.exec(model.data.names.find(({ name }) => name === "eh_1_Policy")?.formula ?? "")?.[1];
  if (settings === undefined || cell === undefined) throw new Error("the scorecard has no policy");
  type(model, settings.id, Number(cell) - 1, 1, sheetText(entry.language)(`word.${word}`));
}
/** Of one template: every policy for missing data. */
const POLICIES: readonly Variant[] = POLICY_WORDS.slice(1).map((word) => ({
  name: word.replace("policy", "policy ").toLowerCase(),
  sample: true,
  people: 0,
  work: (place, entry) => {
    choosePolicy(place, entry, word);
  },
}));
const WITH_POLICIES = "sales-exec";

/** Every second number that a person may type is made empty or another one: gaps and odd figures in all tables. */
function disturb({ model }: Workplace): void {
  let turn = 0;
  for (const sheet of model.data.sheets)
    for (const { name, rect, columns } of sheet.tables) {
      if (/_(?:Bands|Words|Points|People)$/.test(name)) continue;
      for (let row = rect.row + 1; row < rect.row + rect.rows; row += 1)
        for (const [i, { calculatedFormula }] of columns.entries()) {
          const value = model.valueAt(sheet.id, row, rect.column + i);
          if (i === 0 || calculatedFormula !== undefined || typeof value !== "number") continue;
          if (model.formatAt(sheet.id, row, rect.column + i).locked !== false) continue;
          turn += 1;
          if (turn % 5 === 0) type(model, sheet.id, row, rect.column + i, "");
          if (turn % 5 === 2) type(model, sheet.id, row, rect.column + i, Math.round(value * 0.83 * 100) / 100);
        }
    }
}
/** The second person has what was typed for the first one; every ninth number does not apply, every fourteenth is a gap. */
async function tieMethod({ model }: Workplace, { language }: GalleryEntry): Promise<void> {
  await typeAsFor(model, "P001", "P002");
  const na = sheetText(language)("word.na");
  let turn = 0;
  for (const sheet of model.data.sheets)
    for (const { name, rect, columns } of sheet.tables) {
      if (/_(?:Bands|Words|Points|People)$/.test(name)) continue;
      for (let row = rect.row + 1; row < rect.row + rect.rows; row += 1)
        for (const [i, { calculatedFormula }] of columns.entries()) {
          const value = model.valueAt(sheet.id, row, rect.column + i);
          if (i === 0 || calculatedFormula !== undefined || typeof value !== "number") continue;
          if (model.formatAt(sheet.id, row, rect.column + i).locked !== false) continue;
          turn += 1;
          if (turn % 9 === 8) type(model, sheet.id, row, rect.column + i, na);
          if (turn % 14 === 13) type(model, sheet.id, row, rect.column + i, "");
        }
    }
}
/** Words and a weight for the last item, which the template does not have; then gaps and other figures as in any method. */
function fillLastItem(place: Workplace, table: string, columns: Readonly<Record<number, string | number>>): void {
  const found = place.model.table(`eh_1_${table}`);
  if (found === undefined) throw new Error(`the workbook has no table ${table}`);
  const { rect } = found.table;
  for (const [column, input] of Object.entries(columns))
    type(place.model, found.sheet.id, rect.row + rect.rows - 1, rect.column + Number(column), input);
  disturb(place);
}
/** Of two methods, in whose tables items make columns: more of them than the template has. */
const OWN_NUMBERS: Readonly<Record<string, Variant>> = {
  "manager-360 en": {
    name: "nine statements",
    sample: true,
    people: 0,
    madeWith: { counts: { statements: 9 } },
    work: (place) => {
      fillLastItem(place, "Items360", { 2: "Explains decisions", 3: 20 });
    },
    mustFlag: true,
  },
  "weight-workshop zh-CN": {
    name: "ten indicators",
    sample: true,
    people: 0,
    madeWith: { counts: { indicators: 10 } },
    work: (place) => {
      fillLastItem(place, "WeightItems", { 1: "缺勤天数", 3: 7 });
    },
    mustFlag: true,
  },
};
/** Of every method workbook in one language, by turns: the formulas are the same in both. */
const OF_METHODS_BY_TURNS: readonly Variant[] = [
  { name: "gaps and other figures", sample: true, people: 0, work: disturb, mustFlag: true },
  { name: "empty, two people", sample: false, people: 2 },
  { name: "ties, gaps and n/a", sample: true, people: 0, work: tieMethod },
  { name: "empty, one person", sample: false, people: 1 },
  { name: "thirty people", sample: true, people: 30 },
];
/** Of methods that rate on a scale: another one, and gaps and other figures on it. */
const OTHER_SCALES: Readonly<Record<string, number>> = {
  "rating-scale en": 10,
  "bars zh-CN": 4,
  "manager-360 en": 7,
  "calibration-board zh-CN": 100,
  "second-reviewer en": 5,
};
function otherScale(key: string): readonly Variant[] {
  const points = OTHER_SCALES[key];
  if (points === undefined) return [];
  const madeWith = { counts: { points } };
  return [
    { name: `on ${String(points)} points`, sample: true, people: 0, madeWith },
    { name: `on ${String(points)} points, gaps`, sample: true, people: 0, work: disturb, mustFlag: true, madeWith },
  ];
}

/** Which variants of an entry are judged; `turn` is the template's place in the catalogue. */
function variantsFor({ templateId, language }: GalleryEntry, turn: number): readonly Variant[] {
  const isTurn = LANGUAGES[turn % LANGUAGES.length] === language;
  const isChanged = WITH_CHANGED_PEOPLE.has(`${templateId} ${language}`);
  if (methodById(templateId) !== null) {
    const own = OWN_NUMBERS[`${templateId} ${language}`];
    return [
      ...ALWAYS,
      ...(isTurn ? OF_METHODS_BY_TURNS : []),
      ...otherScale(`${templateId} ${language}`),
      ...(isChanged ? [CHANGED_METHOD_PEOPLE] : []),
      ...(own === undefined ? [] : [own]),
    ];
  }
  const always = isChanged ? [...ALWAYS, CHANGED_PEOPLE] : ALWAYS;
  if (!isTurn) return always;
  return [
    ...always,
    ...BY_TURNS,
    ...(SOME.has(templateId) ? OF_SOME : []),
    ...(templateId === WITH_POLICIES ? POLICIES : []),
    ...(WITH_ITEMS.has(templateId) ? ITEMS : []),
    ...(WITH_ITEMS.has(templateId) || WITH_TWO_NUMBERS.has(templateId) ? TYPED : []),
  ];
}

/** Made and calculated for many people: a scorecard, a method with a row a person and item, one with a row a person. */
const MANY_ENTRIES: readonly GalleryEntry[] = [
  { templateId: "software-engineer", language: "en" },
  { templateId: "rating-scale", language: "zh-CN" },
  { templateId: "calibration-board", language: "zh-CN" },
];
/** Those that are no variant of a workbook of the gallery. */
const OTHERS: readonly (Omit<JudgeCase, "data" | "mustFlag"> & { readonly make: () => Promise<WorkbookData> })[] = [
  ...LANGUAGES.map((language) => ({
    name: `own-template ${language}`,
    language,
    make: () => ownTemplateWorkbook(language),
  })),
  ...LANGUAGES.map((language) => ({
    name: `own-method ${language}`,
    language,
    make: () => ownMethodWorkbook(language),
  })),
  ...MANY_ENTRIES.map((entry) => ({
    name: `${entry.templateId} ${entry.language}, ${String(MANY)} people`,
    language: entry.language,
    calculatedBy: "LibreOffice" as const,
    make: () => manyPeopleWorkbook(entry),
  })),
];

/** Scorecards that are judged in both languages at once: without and with gates. */
const SOME_IN_BOTH: ReadonlySet<string> = new Set(["sales-exec", "tax-bureau-officer"]);
/** In both languages at once heads, names and words are others than in either. */
async function* inBothLanguages(part: string): AsyncGenerator<JudgeCase> {
  for (const { templateId } of galleryEntries(["both"])) {
    const isMethod = methodById(templateId) !== null;
    if (!isMethod && !SOME_IN_BOTH.has(templateId)) continue;
    const name = `${templateId} both, ${isMethod ? "gaps and other figures" : "ties"}`;
    if (!name.includes(part)) continue;
    const data = await templateWorkbook({ templateId, language: "both" }, 0, isMethod ? disturb : tie);
    yield { name, language: "en", data, mustFlag: isMethod };
  }
}

/** All cases whose name holds `part`, generated one after another. */
export async function* judgeCases(part = ""): AsyncGenerator<JudgeCase> {
  for (const [i, entry] of galleryEntries(LANGUAGES).entries()) {
    for (const variant of variantsFor(entry, Math.floor(i / LANGUAGES.length))) {
      const { templateId, language } = entry;
      const name = `${templateId} ${language}, ${variant.name}`;
      if (!name.includes(part)) continue;
      const work = (place: Workplace): Promise<void> | void => variant.work?.(place, entry);
      const data = await templateWorkbook(entry, variant.people, work, variant.sample, variant.madeWith);
      yield { name, language, data, mustFlag: variant.mustFlag === true };
    }
  }
  yield* inBothLanguages(part);
  for (const { make, ...judged } of OTHERS)
    if (judged.name.includes(part)) yield { ...judged, data: await make(), mustFlag: false };
}
