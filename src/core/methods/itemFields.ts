/**
 * What a method's items are made of: the columns of their table into which words and numbers of one's own go. Light, so that a
 * file can be read and a form shown before any workbook is loaded; a test holds it to the workbooks.
 */
import { anchoredPoints, bandsOn, scaleOf } from "../model/pointScale";
import { countsOf, type AskedCount, type ItemKey } from "./counts";

interface FieldBase {
  /** Key of the column. */
  readonly key: string;
  /** An item that has none cannot be used. */
  readonly isNeeded: boolean;
}
export interface TextField extends FieldBase {
  readonly kind: "text";
  /** Characters. */
  readonly most: number;
  /** More than a name: line breaks are allowed. */
  readonly isLong: boolean;
  /** The point of the scale that it says something about. */
  readonly point?: number;
}
export interface NumberField extends FieldBase {
  readonly kind: "number";
  readonly limits: readonly [least: number, most: number];
}
export interface YesNoField extends FieldBase {
  readonly kind: "yesNo";
}
/** Another item, by its number from 1. */
export interface ItemNumberField extends FieldBase {
  readonly kind: "item";
}
export type ItemField = TextField | NumberField | YesNoField | ItemNumberField;

interface ItemTable {
  /** Key of the table; null where the method has no items, but a scale, bands and numbers that can be one's own. */
  readonly table: string | null;
  /** Of the words of its columns ("col.<group>.<key>"). */
  readonly group: string;
  /** What is counted; null where nothing is. */
  readonly count: ItemKey | null;
  /** The text by which an item is called. */
  readonly name: string;
  /** The numbers that make 100 together; null where there are none. */
  readonly weight: string | null;
  /** @param points highest point of the scale; what it is does not matter where the method has none */
  readonly fields: (points: number) => readonly ItemField[];
  /** Numbers on Settings that may be other ones than usual: what each may be. Those that go by the language are left alone. */
  readonly settings: Readonly<Record<string, readonly [least: number, most: number]>>;
  /** Of these, the weights that make 100 together: all of them or none. */
  readonly shares: readonly string[];
  /** Lower ends of the usual bands on a scale, the lowest one's too; null where its results have none. */
  readonly bands: ((points: number) => readonly number[]) | null;
}

/** A sentence that is answered to; the name of a dimension or an indicator. */
const MOST_STATEMENT = 300;
const MOST_NAME = 200;
const MOST_SHORT = 120;
const MOST_LONG = 500;
const ANY_NUMBER = [-1e9, 1e9] as const;

const name = (key = "item", most = MOST_NAME): TextField => ({
  kind: "text",
  key,
  isNeeded: true,
  most,
  isLong: false,
});
const text = (key: string, isNeeded = false): TextField => ({ ...name(key, MOST_LONG), isNeeded, isLong: true });
const short = (key: string): TextField => ({ ...name(key, MOST_SHORT), isNeeded: false });
const number = (key: string, limits: NumberField["limits"], isNeeded = true): NumberField => ({
  ...{ kind: "number", key, isNeeded, limits },
});
const weight = number("weight", [0, 100]);
/** A text for each point; those are needed without which nobody can choose. */
const atPoints = (prefix: string, points: number, needed: readonly number[]): readonly TextField[] =>
  Array.from({ length: points }, (_, i) => ({
    ...text(`${prefix}${String(i + 1)}`, needed.includes(i + 1)),
    isLong: false,
    point: i + 1,
  }));
const allPoints = (points: number): readonly number[] => Array.from({ length: points }, (_, i) => i + 1);

type Range = readonly [least: number, most: number];
const SHARE: Range = [0, 1];
const HUNDRED: Range = [0, 100];
const LOWEST = -1_000_000;
const onScale = (points: number): readonly number[] => bandsOn(scaleOf(points));
const GROUP_WEIGHTS = ["WBoss", "WPeers", "WReports", "WCustomers"];

/** Methods whose items, or at least scale, bands and numbers, can be one's own. */
export const ITEM_METHODS = [
  "manager-360",
  "rating-scale",
  "bars",
  "checklist",
  "narrative",
  "probation",
  "site-audit",
  "combined",
  "weight-workshop",
  "calibration-board",
  "second-reviewer",
] as const;
export type ItemMethod = (typeof ITEM_METHODS)[number];

type Stated = Pick<ItemTable, "table" | "group" | "count" | "fields"> & Partial<ItemTable>;
const items = (stated: Stated): ItemTable => ({
  ...{ name: "item", weight: "weight", settings: {}, shares: [], bands: null },
  ...stated,
});
const TABLES: Readonly<Record<ItemMethod, ItemTable>> = {
  "manager-360": items({
    ...{ table: "Items360", group: "items360", count: "statements", bands: onScale },
    fields: () => [short("part"), name("item", MOST_STATEMENT), weight],
    settings: {
      ...Object.fromEntries(GROUP_WEIGHTS.map((key) => [key, HUNDRED])),
      ...{ MinRaters: [1, 50], FewRaters: [0, 50], LeastMonths: [0, 60], Gap: [0.1, 9], ShowGap: [0, 9] },
    },
    shares: GROUP_WEIGHTS,
  }),
  "rating-scale": items({
    ...{ table: "ScaleItems", group: "scaleItems", count: "dimensions", bands: onScale },
    fields: (points) => [name(), text("definition"), weight, ...atPoints("p", points, allPoints(points))],
  }),
  bars: items({
    ...{ table: "BarsItems", group: "barsItems", count: "dimensions", bands: onScale },
    fields: (points) => [name(), weight, ...atPoints("a", points, anchoredPoints(points))],
    settings: { MinAgreement: SHARE, MaxSpread: [0, 9] },
  }),
  checklist: items({
    ...{
      table: "Statements",
      group: "statements",
      count: "statements",
      bands: () => [LOWEST, 60, 70, 80, 90],
      weight: null,
    },
    fields: () => [
      ...[name("item", MOST_STATEMENT), number("value", [1, 11])],
      { kind: "yesNo", key: "reversed", isNeeded: false },
      { kind: "item", key: "opposite", isNeeded: false },
    ],
  }),
  narrative: items({
    ...{ table: "Prompts", group: "prompts", count: "prompts", name: "prompt", weight: null },
    fields: () => [name("prompt", MOST_LONG)],
    settings: { Copies: [2, 1000], MinRecords: [0, 20] },
  }),
  probation: items({
    ...{ table: "ProbationItems", group: "probationItems", count: "items" },
    fields: () => [name(), text("standard", true), weight],
    settings: { Pass: HUNDRED, Extend: HUNDRED, Grace: [0, 60] },
  }),
  "site-audit": items({
    ...{ table: "AuditItems", group: "auditItems", count: "items" },
    fields: () => [
      short("area"),
      name("item", MOST_STATEMENT),
      weight,
      { kind: "yesNo", key: "critical", isNeeded: false },
    ],
    settings: { MinorWorth: SHARE, PassScore: HUNDRED },
  }),
  combined: items({
    ...{ table: "Sections", group: "sections", count: "sections", bands: () => [LOWEST, 60, 75, 90, 105] },
    fields: () => [
      ...[name("item", MOST_SHORT), weight, number("zero", ANY_NUMBER), number("full", ANY_NUMBER)],
      short("source"),
    ],
    settings: { SectionCap: [100, 1000], MaxBonus: HUNDRED, MaxDeduction: HUNDRED, GateBand: [1, 5] },
  }),
  "weight-workshop": items({
    ...{ table: "WeightItems", group: "weightItems", count: "indicators", weight: null },
    fields: () => [name(), number("today", HUNDRED, false)],
    settings: { MaxSpreadPoints: HUNDRED, MaxRatio: SHARE },
  }),
  // The ends of the scale go by its highest point.
  "calibration-board": items({
    ...{ table: null, group: "", count: null, weight: null, bands: onScale },
    fields: () => [],
    settings: { MinTeam: [2, 100], Talk: [0, 1000] },
  }),
  "second-reviewer": items({
    ...{ table: null, group: "", count: null, weight: null, bands: onScale },
    fields: () => [],
    settings: {
      FirstShare: SHARE,
      MaxDifference: [0, 1000],
      ReasonFrom: [0, 1000],
      MinTeam: [2, 100],
      Talk: [0, 1000],
    },
  }),
};

/** Whether a method's items can be one's own. */
export const isItemMethod = (method: string): method is ItemMethod => ITEM_METHODS.some((known) => known === method);

/** The table of a method's items; null where it has none of one's own. */
export const itemTableOf = (method: string): ItemTable | null => (isItemMethod(method) ? TABLES[method] : null);

/** How many items there may be; none where the method has no table of them. */
export function itemLimitsOf(method: ItemMethod): readonly [least: number, most: number] {
  if (TABLES[method].table === null) return [0, 0];
  const asked = countsOf(method).find(({ key }) => key === TABLES[method].count);
  return [asked?.least ?? 1, asked?.most ?? 1];
}

/** The scale that may be chosen; null where the method has none. */
export const scaleAskedOf = (method: string): AskedCount | null =>
  countsOf(method).find(({ key }) => key === "points") ?? null;

/** The fields of an item on the scale of a template, else on the usual one. */
export const fieldsOf = (method: ItemMethod, points?: number): readonly ItemField[] =>
  TABLES[method].fields(points ?? scaleAskedOf(method)?.usual ?? 0);

/** Lower ends of the usual bands, worst first; empty where the method's results have none. */
export const usualBandsOf = (method: ItemMethod, points?: number): readonly number[] =>
  TABLES[method].bands?.(points ?? scaleAskedOf(method)?.usual ?? 0) ?? [];

const SHARES: readonly string[] = ["MinAgreement", "MinorWorth", "FirstShare"];
/** Whether a number of Settings stands there as a per cent. */
export const isShare = (setting: string): boolean => SHARES.includes(setting);
