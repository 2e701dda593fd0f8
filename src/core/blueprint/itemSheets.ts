/**
 * Bonus and deduction items: the table that says what they are worth, beside the plan, and the register in which they are given
 * to people, with ground and record. Points beside the 100; never part of the weights.
 */
import { cellOf, type Headers, type TableSource } from "../formulas/byKey";
import { knownFormula } from "../formulas/byKey";
import { cellFormula, column, ruleFormula } from "../formulas/columns";
import {
  beforeFormula,
  countedPointsFormula,
  entryCheckFormula,
  itemCheckFormula,
  itemRowFormula,
  itemTextFormula,
  itemTitleFormula,
  mostFormula,
  ownPointsFormula,
  signFormula,
} from "../formulas/itemFormulas";
import type { SettingName } from "../formulas/names";
import { personFormula } from "../formulas/resultFormulas";
import { extraId, itemId, type BuildContext } from "./context";
import { columnMaker, firstCellOf, listRule, registerSheet, type RegisterPlan } from "./registerSheet";
import { headersOf, type ColumnPlan, type TablePlacement } from "./tableSheet";
import type { CellStyle, Literal, NameBlueprint, SheetBlueprint, ValidationRule } from "./types";

const AT = { row: 3, column: 0 };
/** Items to be added by hand find rows with an id. */
export const LEAST_ITEMS = 8;
const EMPTY_ENTRIES = 20;
const BOLD: CellStyle = { font: { bold: true } };
const POINTS: CellStyle = { numberFormat: "General", horizontal: "Right" };
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
/** What adds or takes nothing shows nothing. */
const SIGNED: CellStyle = { numberFormat: "+General;-General;;", horizontal: "Right", font: { bold: true } };

export interface ItemPart {
  readonly sheet: SheetBlueprint;
  readonly table: TablePlacement;
  readonly headers: Headers;
  readonly names: readonly NameBlueprint[];
}

const ITEM_KEYS = ["id", "side", "item", "points", "limit", "check", "sign", "most", "text"];

/** Values of the items' input columns by key; also used when a second plan is added. */
export function itemValues(context: BuildContext, key: string): readonly Literal[] {
  return context.items.map((item): Literal => {
    switch (key) {
      case "id":
        return item.id;
      case "side":
        return context.word(item.side === "bonus" ? "bonusItem" : "deductionItem");
      case "item":
        return item.name[context.language];
      case "points":
        return item.points;
      case "limit":
        return item.limit ?? "";
      default:
        return "";
    }
  });
}

/** The table of bonus and deduction items: those of the template and empty rows for more, all with ids. */
export function itemsTable(context: BuildContext): TablePlacement {
  const { names, text, items } = context;
  const make = columnMaker(text, "items");
  const h = make.heads(ITEM_KEYS);
  const rows = Math.max(LEAST_ITEMS, items.length);
  const first = 1 + Math.max(0, ...items.map(({ id }) => Number(/\d+$/.exec(id)?.[0] ?? 0)));
  const spare = (key: string): readonly Literal[] =>
    Array.from({ length: rows - items.length }, (_, i) => (key === "id" ? itemId(first + i) : ""));
  const values = (key: string): readonly Literal[] => [...itemValues(context, key), ...spare(key)];
  const columns: ColumnPlan<string>[] = [
    make.label("id", 7, values("id")),
    make.input("side", 14, values("side")),
    make.input("item", 44, values("item"), { wrap: true }),
    make.input("points", 12, values("points"), POINTS),
    make.input("limit", 14, values("limit"), POINTS),
    make.formula("check", 16, itemCheckFormula(names, h), BOLD),
    make.quiet("sign", 7, signFormula(names, h)),
    make.quiet("most", 9, mostFormula(h)),
    { ...make.formula("text", 60, itemTextFormula(names, h)), style: { font: { color: "muted" } } },
  ];
  return { name: names.table("Bonus"), at: AT, rows, columns };
}

/** The items: what each is worth and how much of it a person can get. */
export function itemsSheet(context: BuildContext, name: string): ItemPart {
  const { names, text } = context;
  const table = itemsTable(context);
  const headers = headersOf(table.columns);
  const stop: ValidationRule["alert"] = {
    style: "Stop",
    title: text("valid.itemPoints.title"),
    message: text("valid.itemPoints"),
  };
  const points = { kind: "decimal", min: 0, max: 100 } as const;
  const named = (short: SettingName, key: string): NameBlueprint => ({
    name: names.setting(short),
    refersTo: cellFormula(column(table.name, headers[key] ?? "")),
  });
  return {
    table,
    headers,
    names: [
      named("ItemIds", "id"),
      named("ItemNames", "item"),
      named("ItemSigns", "sign"),
      named("ItemPoints", "points"),
      named("ItemMost", "most"),
      named("ItemTexts", "text"),
    ],
    sheet: registerSheet({
      names,
      name,
      title: text("items.title"),
      subtitle: text("items.subtitle"),
      table,
      checks: [{ key: "check" }],
      rules: [
        listRule("side", ruleFormula(names.setting("ItemSides")), alertOf(text)),
        { key: "points", rule: points, alert: stop },
        { key: "limit", rule: points, alert: stop },
      ],
      frozen: 1,
      printTo: "sign",
    }),
  };
}

const alertOf = (text: BuildContext["text"]): ValidationRule["alert"] => ({
  style: "Stop",
  title: text("valid.list.title"),
  message: text("valid.list"),
});

interface SampleEntry {
  readonly person: string;
  readonly item: string;
  readonly times: number;
}
/** The first person of the sample gets the first bonus item once, the last one the first deduction item. */
function sampleEntries({ isSample, people, items }: BuildContext): readonly SampleEntry[] {
  const [first, last] = [people[0], people.at(-1)];
  if (!isSample || first === undefined || last === undefined) return [];
  const of = (side: "bonus" | "deduction", person: string): SampleEntry[] =>
    items
      .filter((item) => item.side === side)
      .slice(0, 1)
      .map((item) => ({ person, item: item.id, times: 1 }));
  return [...of("bonus", first.id), ...(last === first ? [] : of("deduction", last.id))];
}

function extraValues(context: BuildContext, key: string): readonly Literal[] {
  const samples = sampleEntries(context);
  const name = (id: string): string => context.items.find((item) => item.id === id)?.name[context.language] ?? "";
  const values = samples.map((entry, i): Literal => {
    switch (key) {
      case "id":
        return extraId(i + 1);
      case "person":
      case "item":
      case "times":
        return entry[key];
      case "what":
        return context.text("extras.sample", { item: name(entry.item) });
      case "record":
        return context.text("extras.sampleRecord", { no: i + 1 });
      case "date":
        return context.period.to;
      default:
        return "";
    }
  });
  const empty = Array.from({ length: EMPTY_ENTRIES }, (_, i): Literal =>
    key === "id" ? extraId(values.length + i + 1) : "",
  );
  return [...values, ...empty];
}

const EXTRA_KEYS = [
  ...["id", "person", "name", "item", "title", "times", "what", "record", "date", "points", "check"],
  ...["known", "knownItem", "itemRow", "own", "before"],
];

/** The register: who got which item how often, why, and where that is written down. */
export function extraSheet(
  context: BuildContext,
  name: string,
  people: { readonly table: string; readonly headers: Headers },
): ItemPart {
  const { names, text } = context;
  const make = columnMaker(text, "itemEntries");
  const h = make.heads(EXTRA_KEYS);
  const own: TableSource = { table: names.table("Extras"), headers: h };
  const input = (key: string, width: number, style: CellStyle = {}): ColumnPlan<string> =>
    make.input(key, width, extraValues(context, key), style);
  const columns: ColumnPlan<string>[] = [
    make.label("id", 8, extraValues(context, "id")),
    input("person", 10),
    make.formula(
      "name",
      16,
      personFormula(people.table, people.headers["id"] ?? "", people.headers["name"] ?? "", h["known"] ?? ""),
    ),
    input("item", 9),
    make.formula("title", 34, itemTitleFormula(names, h), { wrap: true }),
    input("times", 8, POINTS),
    input("what", 44, { wrap: true }),
    input("record", 18, { wrap: true, numberFormat: "@" }),
    input("date", 12, DATE),
    make.formula("points", 10, countedPointsFormula(names, h), SIGNED),
    make.formula("check", 18, entryCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
    make.quiet("knownItem", 9, knownFormula(names.setting("ItemIds"), cellOf(h, "item"))),
    make.quiet("itemRow", 9, itemRowFormula(names, h)),
    make.quiet("own", 9, ownPointsFormula(names, h)),
    make.quiet("before", 9, beforeFormula(own)),
  ];
  const table: TablePlacement = {
    name: own.table,
    at: AT,
    rows: sampleEntries(context).length + EMPTY_ENTRIES,
    columns,
    filter: true,
  };
  const plan: RegisterPlan = {
    names,
    name,
    title: text("itemEntries.title"),
    subtitle: text("itemEntries.subtitle"),
    table,
    checks: [{ key: "check" }],
    frozen: 3,
    printTo: "known",
    tabColor: "inputFill",
  };
  const date = firstCellOf(plan, "date");
  return {
    table,
    headers: h,
    names: [],
    sheet: registerSheet({
      ...plan,
      rules: [
        listRule("person", ruleFormula(names.setting("PeopleIds")), alertOf(text)),
        listRule("item", ruleFormula(names.setting("ItemIds")), alertOf(text)),
        {
          key: "times",
          rule: { kind: "decimal", min: 0, max: 1000 },
          alert: { style: "Stop", title: text("valid.times.title"), message: text("valid.times") },
        },
        {
          key: "date",
          rule: {
            kind: "custom",
            formula: ruleFormula(
              `AND(ISNUMBER(${date}),${date}>=${names.setting("From")},${date}<${names.setting("To")}+1)`,
            ),
          },
          alert: { style: "Warning", title: text("valid.date.title"), message: text("valid.extraDate") },
        },
      ],
    }),
  };
}
