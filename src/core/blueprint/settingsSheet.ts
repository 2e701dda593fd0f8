/** Guide and Settings: what the workbook is, its limits, bands, words and lists. Every threshold is a cell. */
import { rectAddress } from "../model/a1";
import { quoteSheetName } from "../model/a1";
import { cellFormula, column, ruleFormula } from "../formulas/columns";
import type { SettingName } from "../formulas/names";
import { pointsTable } from "../scoring/settings";
import { USUAL_ITEM_LIMITS } from "../templates/items";
import { bandsOf } from "./bands";
import { scalesOf, type BuildContext } from "./context";
import { CEILING_FORMAT } from "./gateSheet";
import { limitsBlock, type LimitsBlock } from "./limitsTable";
import { saysNature } from "./planSheet";
import {
  heading,
  headersOf,
  INPUT_STYLE,
  inputColumn,
  labelColumn,
  placeTable,
  widthsOf,
  type TablePlacement,
} from "./tableSheet";
import type { CellContent, CellFormula, CellStyle, NameBlueprint, SheetBlueprint, StyledArea } from "./types";
import {
  FORM_WORDS,
  ITEM_WORDS,
  POLICY_WORDS,
  PROGRESS_WORDS,
  REGISTER_WORDS,
  WORD_KEYS,
  type SheetText,
  type WordKey,
} from "./words";

const GUIDE_LINES = 10;

/**
 * @param key where the lines stand among the texts: "<key>.1" …
 * @param handout name of the sheet that is handed out before the period, which a line of its own names; absent: there is none
 */
export function guideSheet(context: BuildContext, name: string, key = "guide", handout?: string): SheetBlueprint {
  const { text, word } = context;
  const params = { na: word("na"), all: word("all"), template: context.template.name[context.language] };
  const head = heading(text("guide.title", params), text("guide.subtitle"));
  const lines: CellContent[][] = Array.from({ length: GUIDE_LINES }, (_, i) => {
    const line = `${key}.${String(i + 1)}`;
    // Ten lines, also with bonus and deductions: they stand with the evidence that they rest on.
    if (context.form !== "matrix" && line === "guide.4") return [text(`guide.4${context.form}`, params)];
    return [text(context.hasItems && line === "guide.7" ? "guide.7items" : line, params)];
  });
  return {
    name,
    target: "create",
    tabColor: "headFill",
    blocks: [
      ...head.blocks,
      { at: { row: 3, column: 0 }, cells: lines },
      ...(handout === undefined
        ? []
        : [{ at: { row: 3 + GUIDE_LINES, column: 0 }, cells: [[text("guide.handout", { sheet: handout })]] }]),
      { at: { row: GUIDE_LINES + 4, column: 0 }, cells: [[text("guide.legend")]] },
    ],
    tables: [],
    styles: [
      ...head.styles,
      { rect: { row: 3, column: 0, rows: GUIDE_LINES, columns: 1 }, style: { wrap: true, vertical: "Top" } },
      ...(handout === undefined
        ? []
        : [
            {
              rect: { row: 3 + GUIDE_LINES, column: 0, rows: 1, columns: 1 },
              style: { wrap: true, vertical: "Top" } as const,
            },
          ]),
      { rect: { row: GUIDE_LINES + 4, column: 0, rows: 1, columns: 1 }, style: { ...INPUT_STYLE, border: "box" } },
    ],
    // Fits on the page also where letters are wider than Excel's.
    columnWidths: [{ column: 0, width: 76 }],
    rowHeights: Array.from({ length: GUIDE_LINES + (handout === undefined ? 0 : 1) }, (_, i) => ({
      row: 3 + i,
      height: 32,
    })),
    conditional: [],
    validation: [],
    showGridlines: false,
    page: { orientation: "Portrait", fitToWidth: true },
  };
}

interface SettingRow {
  /** A common setting, or "c_…" for a cell that the method names by itself. */
  readonly key: SettingName | "policy" | `c_${string}`;
  readonly label: string;
  readonly value: (context: BuildContext) => CellContent;
  readonly style?: CellStyle;
  readonly isInput?: boolean;
  /** What may be typed. */
  readonly limits?: readonly [low: number, high: number];
  /** The list that the value is chosen from. */
  readonly list?: SettingName;
}
const DATE: CellStyle = { numberFormat: "yyyy-mm-dd", horizontal: "Left" };
const PERCENT: CellStyle = { numberFormat: "0%", horizontal: "Left" };
const LEFT: CellStyle = { horizontal: "Left" };
const STAGES = ["plan", "during", "evaluate", "close"] as const;
const ROWS: readonly SettingRow[] = [
  {
    key: "Stage",
    label: "stage",
    value: (c) => c.word(STAGES[(c.stage ?? 1) - 1] ?? "plan"),
    isInput: true,
    style: LEFT,
    list: "Stages",
  },
  {
    key: "StageNo",
    label: "stageNo",
    value: (c) => ({
      formula: cellFormula(`IFERROR(MATCH(${c.names.setting("Stage")},${c.names.setting("Stages")},0),1)`),
    }),
    style: LEFT,
  },
  { key: "From", label: "from", value: (c) => c.period.from, isInput: true, style: DATE },
  { key: "To", label: "to", value: (c) => c.period.to, isInput: true, style: DATE },
  { key: "AsOf", label: "asOf", value: (c) => c.asOf ?? c.period.to, isInput: true, style: DATE },
  { key: "Cap", label: "cap", value: () => 1.2, isInput: true, style: PERCENT, limits: [1, 10] },
  { key: "Floor", label: "floor", value: () => 0, isInput: true, style: PERCENT, limits: [0, 1] },
  { key: "S0", label: "s0", value: () => 0.6, isInput: true, style: PERCENT, limits: [0.01, 0.99] },
  {
    key: "Tolerance",
    label: "tolerance",
    value: () => 0.005,
    isInput: true,
    limits: [0, 5],
    style: { numberFormat: "0.000", horizontal: "Left" },
  },
  { key: "MinApplicable", label: "minApplicable", value: () => 0.5, isInput: true, style: PERCENT, limits: [0, 1] },
];
/** Where days late are typed beside a milestone: in a register and on pages. */
const LATE_ROW: SettingRow = {
  key: "LatePerDay",
  label: "latePerDay",
  value: () => 0.02,
  isInput: true,
  style: PERCENT,
  limits: [0, 1],
};
/** A method workbook has one policy, and says so. */
const POLICY_ROW: SettingRow = {
  key: "policy",
  label: "policy",
  value: (c) => c.text("settings.policy.value"),
  style: LEFT,
};
/** In a scorecard it is chosen. */
const POLICY_ROWS: readonly SettingRow[] = [
  {
    key: "Policy",
    label: "policyChoice",
    value: (c) => c.word("policyWait"),
    isInput: true,
    style: LEFT,
    list: "Policies",
  },
  {
    key: "PolicyNo",
    label: "policyNo",
    value: (c) => ({
      formula: cellFormula(`IFERROR(MATCH(${c.names.setting("Policy")},${c.names.setting("Policies")},0),1)`),
    }),
    style: LEFT,
  },
  { key: "MinCoverage", label: "minCoverage", value: () => 0.7, isInput: true, style: PERCENT, limits: [0, 1] },
  {
    key: "Neutral",
    label: "neutral",
    value: (c) => (c.template.scale === "points" ? 75 : 100),
    isInput: true,
    style: LEFT,
    limits: [0, 1000],
  },
];
/** How far bonus and deductions can move a total: limits of their own. */
const ITEM_ROWS: readonly SettingRow[] = (["bonus", "deduction"] as const).map((side) => ({
  key: side === "bonus" ? "MaxBonus" : "MaxDeduction",
  label: side === "bonus" ? "mostBonus" : "mostDeduction",
  value: ({ template }) => (template.itemLimits ?? USUAL_ITEM_LIMITS)[side],
  isInput: true,
  style: LEFT,
  limits: [0, 100],
}));
/** The common rows that the workbook has, and those of its method. */
const rowsOf = ({ own, ownContent, hasItems, form, hasOneNumber }: BuildContext): readonly SettingRow[] => [
  ...(own === undefined
    ? [
        ...ROWS,
        ...POLICY_ROWS,
        ...(hasItems ? ITEM_ROWS : []),
        ...(form === "matrix" || hasOneNumber ? [] : [LATE_ROW]),
      ]
    : [...ROWS, POLICY_ROW].filter(({ key }) => own.common.includes(key))),
  ...(own?.rows ?? []).map(({ key, value, style, limits, isFixed }): SettingRow => ({
    key: `c_${key}`,
    label: key,
    value: (context) => ownContent?.settings?.[key] ?? (typeof value === "number" ? value : value(context)),
    isInput: isFixed !== true,
    style: style ?? LEFT,
    ...(limits === undefined ? {} : { limits }),
  })),
];
const FIRST_ROW = 4;
const BANDS_COLUMN = 4;
/** Columns that bands take, with the gap behind them. */
const BANDS_WIDTH = 3;
const POINTS_WIDTH = 4;
/** A method whose results have no bands shows none: a limit that nothing reads would only mislead. */
const hasBands = ({ own }: BuildContext): boolean => own === undefined || own.bands !== undefined;
const pointsColumn = (context: BuildContext): number => BANDS_COLUMN + (hasBands(context) ? BANDS_WIDTH : 0);
/** Words and lists stand to the right of what the template's kinds need. */
const wordsColumn = (context: BuildContext): number =>
  pointsColumn(context) + (context.kinds.includes("rating") ? POINTS_WIDTH : 0);
/** Keys of all words: the common ones, then those of the method. */
const wordKeys = ({ own, hasItems, form }: BuildContext): readonly string[] => [
  ...new Set<string>([
    ...WORD_KEYS,
    ...(own?.words ?? [...POLICY_WORDS, ...PROGRESS_WORDS]),
    ...(hasItems ? ITEM_WORDS : []),
    ...(form === "matrix" ? [] : REGISTER_WORDS),
    ...(form === "form" ? FORM_WORDS : []),
  ]),
];
const listsColumn = (context: BuildContext): number => wordsColumn(context) + 3;

const LIST_WORDS: Readonly<
  Record<
    "Stages" | "Kinds" | "Directions" | "Statuses" | "YesNo" | "Signs" | "Natures" | "Policies" | "ItemSides",
    (context: BuildContext) => readonly WordKey[]
  >
> = {
  Stages: () => STAGES,
  Kinds: (context) => context.kinds,
  Directions: () => ["higher", "lower"],
  Statuses: () => ["active", "sample"],
  YesNo: (context) => (context.hasGates ? ["yes", "no"] : []),
  Signs: () => ["positive", "negative"],
  Natures: (context) => (saysNature(context.template) ? ["lead", "lag"] : []),
  Policies: ({ own }) => (own === undefined ? POLICY_WORDS : []),
  ItemSides: ({ hasItems }) => (hasItems ? ["bonusItem", "deductionItem"] : []),
};
interface WordList {
  readonly name: string;
  readonly label: string;
  readonly words: readonly string[];
}
/** The lists of the workbook with the keys of their words. */
const listsOf = (context: BuildContext): readonly WordList[] => [
  ...(Object.keys(LIST_WORDS) as (keyof typeof LIST_WORDS)[]).flatMap((list): WordList[] => {
    const words = LIST_WORDS[list](context);
    const label = `list.${list.toLowerCase()}`;
    return words.length === 0 ? [] : [{ name: context.names.setting(list), label, words }];
  }),
  ...Object.entries(context.own?.lists ?? {}).map(([key, words]): WordList => ({
    name: context.names.own.range(key),
    label: `list.${key}`,
    words,
  })),
];

/** What each point of a rating scale is worth, scale by scale. */
function pointsPlacement(context: BuildContext): TablePlacement {
  const { text, names } = context;
  const own = new Map((context.template.points ?? []).map(({ scale, worths }) => [scale, worths]));
  const rows = scalesOf(context.template.lines).flatMap((scale) =>
    (own.get(scale) ?? pointsTable(scale)).map((worth, i) => ({ scale, point: i + 1, worth })),
  );
  const head = (key: string): string => text(`col.points.${key}`);
  return {
    name: names.table("Points"),
    at: { row: FIRST_ROW - 1, column: pointsColumn(context) },
    rows: rows.length,
    columns: [
      labelColumn(
        "scale",
        head("scale"),
        10,
        rows.map(({ scale }) => scale),
        { numberFormat: "0" },
      ),
      labelColumn(
        "point",
        head("point"),
        8,
        rows.map(({ point }) => point),
        { numberFormat: "0" },
      ),
      inputColumn(
        "worth",
        head("worth"),
        10,
        rows.map(({ worth }) => worth),
        { numberFormat: "0%" },
      ),
    ],
  };
}

function tablesOf(context: BuildContext): { readonly bands: TablePlacement; readonly words: TablePlacement } {
  const { text, names } = context;
  const bands = bandsOf(context);
  return {
    bands: {
      name: names.table("Bands"),
      at: { row: FIRST_ROW - 1, column: BANDS_COLUMN },
      rows: bands.length,
      columns: [
        inputColumn(
          "from",
          text("col.bands.from"),
          12,
          bands.map(({ from }) => from),
          { numberFormat: CEILING_FORMAT, horizontal: "Right" },
        ),
        inputColumn(
          "band",
          text("col.bands.band"),
          16,
          bands.map(({ name }) => name),
        ),
      ],
    },
    words: {
      name: names.table("Words"),
      at: { row: FIRST_ROW - 1, column: wordsColumn(context) },
      rows: wordKeys(context).length,
      columns: [
        labelColumn("key", text("col.words.key"), 16, wordKeys(context), { font: { color: "muted" } }),
        inputColumn(
          "word",
          text("col.words.word"),
          22,
          wordKeys(context).map((key) => text(`word.${key}`)),
        ),
      ],
    },
  };
}

export interface SettingsParts {
  readonly sheet: SheetBlueprint;
  readonly names: readonly NameBlueprint[];
  readonly bands: TablePlacement;
  readonly hasBands: boolean;
  readonly words: TablePlacement;
  /** Only where a line is a rating. */
  readonly points: TablePlacement | null;
  /** Limits of the checks of KPI scorecards; a method has its own among the settings. */
  readonly limits: LimitsBlock["table"] | null;
}

/** Lists for validation: heads, and words under them that follow the Words table. */
function listCells(context: BuildContext): CellContent[][] {
  const lists = listsOf(context);
  const rows = Math.max(...lists.map(({ words }) => words.length));
  return [
    lists.map(({ label }) => context.text(label)),
    ...Array.from({ length: rows }, (_, i) =>
      lists.map(({ words }): CellContent => {
        const key = words[i];
        return key === undefined ? "" : { formula: cellFormula(context.names.own.word(key)) };
      }),
    ),
  ];
}

/** Names of the cells, words, lists and tables of Settings. */
function settingNames(context: BuildContext, sheet: string, points: TablePlacement | null): NameBlueprint[] {
  const { names, text } = context;
  const cell = (row: number, column: number, rows = 1): string =>
    `${quoteSheetName(sheet)}!${rectAddress({ row, column, rows, columns: 1 }, true)}`;
  const tableColumn = (table: TablePlacement, key: string): CellFormula =>
    cellFormula(column(table.name, headersOf(table.columns)[key] ?? ""));
  return [
    ...rowsOf(context).flatMap(({ key }, i) =>
      key === "policy" ? [] : [{ name: names.own.table(key), refersTo: cellFormula(cell(FIRST_ROW + i, 1)) }],
    ),
    ...listsOf(context).map(({ name, words }, i) => ({
      name,
      refersTo: cellFormula(cell(FIRST_ROW, listsColumn(context) + i, words.length)),
    })),
    ...wordKeys(context).map((key, i) => ({
      name: names.own.word(key),
      refersTo: cellFormula(cell(FIRST_ROW + i, wordsColumn(context) + 1)),
    })),
    ...(points === null
      ? []
      : [
          { name: names.setting("PointScales"), refersTo: tableColumn(points, "scale") },
          { name: names.setting("PointWorths"), refersTo: tableColumn(points, "worth") },
        ]),
    ...(context.hasGates
      ? [
          {
            name: names.setting("BandNames"),
            refersTo: cellFormula(column(names.table("Bands"), text("col.bands.band"))),
          },
        ]
      : []),
  ];
}

/** Settings with its tables, and the names of its cells, words and lists. */
export function settingsSheet(context: BuildContext, name: string): SettingsParts {
  const { text } = context;
  const { bands, words } = tablesOf(context);
  const points = context.kinds.includes("rating") ? pointsPlacement(context) : null;
  const tables = [...(hasBands(context) ? [bands] : []), ...(points === null ? [] : [points]), words];
  const rows = rowsOf(context);
  const limits = context.own === undefined ? limitsBlock(context, FIRST_ROW + rows.length + 1) : null;
  const placed = [...tables, ...(limits === null ? [] : [limits.table])].map(placeTable);
  const head = heading(text("settings.title"), text("settings.subtitle"));
  const headRow: CellContent[] = [text("settings.setting"), text("settings.value"), text("settings.note")];
  const settingCells: CellContent[][] = rows.map((row) => [
    text(`settings.${row.label}`),
    row.value(context),
    text(`settings.${row.label}.note`),
  ]);
  const labels: readonly (readonly [column: number, label: string])[] = [
    ...(hasBands(context) ? [[BANDS_COLUMN, text("settings.bands")] as const] : []),
    ...(points === null ? [] : [[pointsColumn(context), text("settings.points")] as const]),
    [wordsColumn(context), text("settings.words")],
    [listsColumn(context), text("settings.lists")],
  ];
  const gapBefore = (at: number): SheetBlueprint["columnWidths"][number] => ({ column: at - 1, width: 3 });
  return {
    bands,
    hasBands: hasBands(context),
    words,
    points,
    limits: limits?.table ?? null,
    sheet: {
      name,
      target: "create",
      blocks: [
        ...head.blocks,
        { at: { row: FIRST_ROW - 1, column: 0 }, cells: [headRow, ...settingCells] },
        ...labels.map(([at, label]) => ({ at: { row: FIRST_ROW - 2, column: at }, cells: [[label]] })),
        { at: { row: FIRST_ROW - 1, column: listsColumn(context) }, cells: listCells(context) },
        ...(limits === null ? [] : [limits.heading]),
      ],
      tables: placed.map((part) => part.table),
      styles: [
        ...head.styles,
        ...placed.flatMap((part) => part.styles),
        ...settingStyles(context),
        ...(limits === null ? [] : [limits.headingStyle]),
        ...labels.map(([at]) => ({
          rect: { row: FIRST_ROW - 2, column: at, rows: 1, columns: 1 },
          style: { font: { bold: true, color: "muted" as const } },
        })),
      ],
      columnWidths: [
        { column: 0, width: 36 },
        { column: 1, width: 14 },
        { column: 2, width: 68 },
        ...tables.flatMap((table) => [gapBefore(table.at.column), ...widthsOf(table)]),
        gapBefore(listsColumn(context)),
        { column: listsColumn(context), count: listsOf(context).length, width: 18 },
      ],
      conditional: [],
      validation: [
        ...listRules(context, rows),
        ...limitRules(text, rows),
        ...(limits === null ? [] : [limits.validation]),
      ],
      freeze: { rows: FIRST_ROW, columns: 0 },
      showGridlines: false,
      page: {
        orientation: "Portrait",
        fitToWidth: true,
        // Words and lists stay on the screen.
        printArea: {
          row: 0,
          column: 0,
          rows: limits === null ? FIRST_ROW + rows.length : limits.table.at.row + 1 + limits.table.rows,
          columns: wordsColumn(context) - 1,
        },
      },
    },
    names: settingNames(context, name, points),
  };
}

function settingStyles(context: BuildContext): StyledArea[] {
  const headStyle: CellStyle = { fill: "headFill", font: { bold: true, color: "headInk" } };
  const lists = { row: FIRST_ROW - 1, column: listsColumn(context), rows: 1, columns: listsOf(context).length };
  return [
    { rect: { row: FIRST_ROW - 1, column: 0, rows: 1, columns: 3 }, style: headStyle },
    { rect: lists, style: headStyle },
    {
      rect: { row: FIRST_ROW, column: 2, rows: rowsOf(context).length, columns: 1 },
      style: { font: { color: "muted" } },
    },
    ...rowsOf(context).map((row, i) => ({
      rect: { row: FIRST_ROW + i, column: 1, rows: 1, columns: 1 },
      style: { ...(row.isInput === true ? INPUT_STYLE : {}), ...row.style },
    })),
  ];
}

/** Settings that are chosen from a list. */
function listRules({ text, names }: BuildContext, rows: readonly SettingRow[]): SheetBlueprint["validation"] {
  return rows.flatMap(({ list }, i): SheetBlueprint["validation"][number][] =>
    list === undefined
      ? []
      : [
          {
            rect: { row: FIRST_ROW + i, column: 1, rows: 1, columns: 1 },
            rule: { kind: "list", source: ruleFormula(names.setting(list)) },
            alert: { style: "Stop", title: text("valid.list.title"), message: text("valid.list") },
          },
        ],
  );
}

/** A setting that is no number, or that would make the formulas meaningless, is not taken. */
function limitRules(text: SheetText, rows: readonly SettingRow[]): SheetBlueprint["validation"] {
  return rows.flatMap(({ limits }, i): SheetBlueprint["validation"][number][] => {
    if (limits === undefined) return [];
    const [min, max] = limits;
    return [
      {
        rect: { row: FIRST_ROW + i, column: 1, rows: 1, columns: 1 },
        rule: { kind: "decimal", min, max },
        allowBlank: false,
        alert: {
          style: "Stop",
          title: text("valid.setting.title"),
          message: text("valid.setting", { low: min, high: max }),
        },
      },
    ];
  });
}
