/**
 * Formulas of the 360-degree review: group means first, then the weights of the groups that are shown; small groups are hidden,
 * and with a single hidden group the next smallest, so that nothing can be worked out by subtraction (domain rule C7).
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, headerOf, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula, columnsFrom, hereFrom } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** Number of a group in formulas is its place here, from 1. */
export const GROUPS = ["self", "boss", "peers", "reports", "customers"] as const;
export type Group = (typeof GROUPS)[number];
/** Groups in which nobody may be recognised; the boss is one person and known, self is oneself. */
export const PROTECTED = ["peers", "reports", "customers"] as const;
/** Groups that count, and the settings that hold their weights. */
export const WEIGHTS = { boss: "WBoss", peers: "WPeers", reports: "WReports", customers: "WCustomers" } as const;
export const COUNTED = ["boss", "peers", "reports", "customers"] as const;
/** Highest point unless somebody chooses another one. */
export const TOP = 5;

/** Column of the answer to a statement. */
export const questionKey = (item: number): string => `q${String(item)}`;

/** Column of that answer as a number. */
export const usableKey = (item: number): string => `u${String(item)}`;
const numberOf = (group: Group): number => GROUPS.indexOf(group) + 1;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

// Forms: a row a rater and person.

/** Number of the rater's group, 0 for none. */
export const groupNumberFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    GROUPS.reduceRight<string>(
      (rest, group, i) => `IF(${cellOf(h, "group")}=${names.own.word(group)},${String(i + 1)},${rest})`,
      "0",
    ),
  );
/** An answer that counts: a number from 1 to the highest point; else empty. */
export const usableFormula = (h: Headers, item: number, top: number): CellFormula => {
  const answer = cellOf(h, questionKey(item));
  return cellFormula(`IF(ISNUMBER(${answer}),IF(AND(${answer}>=1,${answer}<=${String(top)}),${answer},""),"")`);
};

/** How many answers of a form count, how many are typed, and how many say n/a: formulas by column. */
export function formFormulas(
  names: InstanceNames,
  h: Headers,
  items: readonly number[],
): Readonly<Record<"answered" | "typed" | "without", CellFormula>> {
  const all = (key: (item: number) => string): string =>
    hereFrom(headerOf(h, key(items[0] ?? 1)), headerOf(h, key(items.at(-1) ?? 1)));
  return {
    answered: cellFormula(`COUNT(${all(usableKey)})`),
    typed: cellFormula(`SUMPRODUCT(--(LEN(${all(questionKey)})>0))`),
    without: cellFormula(`SUMPRODUCT(--(${all(questionKey)}=${names.word("na")}))`),
  };
}
/** How often the same person has rated oneself. */
export const selvesFormula = (forms: TableSource): CellFormula => {
  const h = forms.headers;
  const known = cellOf(h, "known");
  return cellFormula(
    `IF(AND(${cellOf(h, "groupNo")}=1,LEN(${known})>0),COUNTIFS(${of(forms, "known")},${known},${of(forms, "groupNo")},1),0)`,
  );
};

/** What a form lacks; else OK. */
export function formCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const isLate = `${names.setting("StageNo")}>=3`;
  // A statement without words asks for nothing.
  const asked = `SUMPRODUCT(--(LEN(${names.own.range("Statements")})>0))`;
  const cases = [
    [`AND(${isBlank(at("rated"))},${isBlank(at("group"))},${at("typed")}=0)`, '""'],
    [`LEN(${at("known")})=0`, names.word("unknown")],
    [`${at("groupNo")}=0`, names.own.word("noGroup")],
    [`${at("typed")}>${at("answered")}+${at("without")}`, names.own.word("notPoint")],
    [`${at("selves")}>1`, names.own.word("twice")],
    [`AND(${at("typed")}<${asked},${isLate})`, names.word("toFill")],
    [`${at("typed")}=0`, '""'],
    [
      `AND(${at("groupNo")}>1,ISNUMBER(${at("months")}),N(${at("months")})<${names.own.cell("LeastMonths")})`,
      names.own.word("shortTime"),
    ],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

// Profile: a row a person and statement.

/** Σ or number of the usable answers of a group to the row's statement. */
export function groupFormula(
  h: Headers,
  forms: TableSource,
  group: Group,
  what: "sum" | "count",
  items: readonly number[],
): CellFormula {
  const whose = `${of(forms, "known")},${cellOf(h, "person")},${of(forms, "groupNo")},${String(numberOf(group))}`;
  const [first, last] = [usableKey(items[0] ?? 1), usableKey(items.at(-1) ?? 1)].map((key) =>
    headerOf(forms.headers, key),
  );
  const answers = `INDEX(${columnsFrom(forms.table, first ?? "", last ?? "")},0,${cellOf(h, "no")})`;
  return cellFormula(what === "sum" ? `SUMIFS(${answers},${whose})` : `COUNTIFS(${answers},">0",${whose})`);
}
const keyOf =
  (lead: string) =>
  (group: Group): string =>
    `${lead}${group.charAt(0).toUpperCase()}${group.slice(1)}`;
export const countKey = keyOf("n");
export const sumKey = keyOf("t");
export const hideKey = keyOf("h");
export const orderKey = keyOf("o");
export const shareKey = keyOf("w");

/** How many protected groups have raters, but too few to be shown. Source: domain rule C7. */
export const smallFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    PROTECTED.map((group) => {
      const count = cellOf(h, countKey(group));
      return `IF(AND(${count}>0,${count}<${names.own.cell("MinRaters")}),1,0)`;
    }).join("+"),
  );
/** Order among the groups that are large enough: smallest first, of equals the first. */
export const orderFormula = (names: InstanceNames, h: Headers, group: Group): CellFormula => {
  const count = cellOf(h, countKey(group));
  return cellFormula(`IF(${count}>=${names.own.cell("MinRaters")},${count}*10+${String(numberOf(group))},1000000)`);
};

/** 1 where a group must be hidden: it is small, or it would be found by subtraction. Source: domain rule C7. */
export const hideFormula = (names: InstanceNames, h: Headers, group: Group): CellFormula => {
  const count = cellOf(h, countKey(group));
  const orders = PROTECTED.map((other) => cellOf(h, orderKey(other))).join(",");
  return cellFormula(
    `IF(${count}=0,0,IF(${count}<${names.own.cell("MinRaters")},1,` +
      `IF(AND(${cellOf(h, "small")}=1,${cellOf(h, orderKey(group))}=MIN(${orders})),1,0)))`,
  );
};
/** Mean of a group, or the word for hidden. */
export const meanFormula = (names: InstanceNames, h: Headers, group: Group): CellFormula => {
  const mean = `${cellOf(h, sumKey(group))}/${cellOf(h, countKey(group))}`;
  const isProtected = PROTECTED.some((other) => other === group);
  const shown = isProtected ? `IF(${cellOf(h, hideKey(group))}=1,${names.own.word("hidden")},${mean})` : mean;
  return cellFormula(`IF(${cellOf(h, countKey(group))}=0,"",${shown})`);
};

/** Mean of the hidden groups together; empty for one alone, or too few raters. Source: domain rule C7. */
export const mergedFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const hidden = PROTECTED.map((group) => cellOf(h, hideKey(group))).join("+");
  const over = (key: (group: Group) => string): string =>
    PROTECTED.map((group) => `${cellOf(h, hideKey(group))}*${cellOf(h, key(group))}`).join("+");
  return cellFormula(
    `IF(${hidden}<2,"",IF(${over(countKey)}<${names.own.cell("MinRaters")},"",(${over(sumKey)})/(${over(countKey)})))`,
  );
};
/** Weight of a group in the row: that of Settings where its mean is shown. */
export const shareFormula = (names: InstanceNames, h: Headers, group: keyof typeof WEIGHTS): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, group)}),MAX(0,N(${names.own.cell(WEIGHTS[group])})),0)`);

/** Mean of the shown groups by their weights; empty without any. Source: domain rule C7. */
export const othersFormula = (h: Headers): CellFormula => {
  const shares = COUNTED.map((group) => cellOf(h, shareKey(group))).join("+");
  const won = COUNTED.map((group) => `${cellOf(h, shareKey(group))}*N(${cellOf(h, group)})`).join("+");
  return cellFormula(`IF(${shares}<=0,"",(${won})/(${shares}))`);
};

/** Own view less the others'; empty while one is missing. */
export const gapFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "self")}),ISNUMBER(${cellOf(h, "others")})),${cellOf(h, "self")}-${cellOf(h, "others")},"")`,
  );
/** What a gap is called; a small one gets no word. */
export function viewFormula(names: InstanceNames, h: Headers): CellFormula {
  const gap = cellOf(h, "gap");
  const cases = [
    [`NOT(ISNUMBER(${gap}))`, '""'],
    [`${gap}>=${names.own.cell("Gap")}`, names.own.word("blindSpot")],
    [`${gap}<=-${names.own.cell("Gap")}`, names.own.word("hiddenStrength")],
    [`${gap}>=${names.own.cell("ShowGap")}`, names.own.word("selfHigher")],
    [`${gap}<=-${names.own.cell("ShowGap")}`, names.own.word("selfLower")],
  ] as const;
  return cellFormula(firstWord(cases, '""'));
}

/** Weight of the statement where a column has a number, and weight × that number: for means over the statements. */
export const usedWhereFormula = (h: Headers, column: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, column)}),${cellOf(h, "used")},0)`);

/** Weight × mean where there is one, else 0. */
export const wonWhereFormula = (h: Headers, column: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, column)}),${cellOf(h, "used")}*${cellOf(h, column)},0)`);

// Results: a row a person.

/** Forms with an answer from a group. */
export const formsOfFormula = (h: Headers, forms: TableSource, group: Group): CellFormula =>
  cellFormula(
    `COUNTIFS(${of(forms, "known")},${cellOf(h, "id")},${of(forms, "groupNo")},${String(numberOf(group))},${of(forms, "answered")},">0")`,
  );

/** How many raters answered, all groups together. */
export const ratersFormula = (h: Headers): CellFormula =>
  cellFormula(COUNTED.map((group) => cellOf(h, group)).join("+"));
/** Weighted mean over the statements that have one. */
export const overStatements = (h: Headers, won: string, used: string): CellFormula =>
  cellFormula(`IF(${cellOf(h, used)}<=0,"",ROUND(${cellOf(h, won)}/${cellOf(h, used)},6))`);
/** The others' view; only where half of the statements' weight has one. */
export const scoreFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "othersUsed")}<=0,"",IF(${cellOf(h, "othersUsed")}/${cellOf(h, "asked")}<${names.setting("MinApplicable")},"",` +
      `ROUND(${cellOf(h, "othersWon")}/${cellOf(h, "othersUsed")},6)))`,
  );

/** What a person's result lacks; else OK. */
export function resultCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const cases = [
    [`${at("raters")}+${at("selfForms")}=0`, '""'],
    [`${at("raters")}<${names.own.cell("FewRaters")}`, names.own.word("fewRaters")],
    [`NOT(ISNUMBER(${at("score")}))`, names.own.word("tooLittle")],
    [`AND(${at("selfForms")}=0,${names.setting("StageNo")}>=3)`, names.own.word("noSelf")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}
/** How far the weights of the groups are from 100, for Checks: 1 where they are off. */
export const groupWeightsOffFormula = (names: InstanceNames): CellFormula =>
  cellFormula(
    `IF(ABS(ROUND(${COUNTED.map((group) => `N(${names.own.cell(WEIGHTS[group])})`).join("+")},6)-100)>${names.setting("Tolerance")},1,0)`,
  );

// The second way, on Proof.

/** Mean of a group's answers on the scale to a statement, as they stand in the forms; empty where the profile hides it. */
export const meanAgainFormula = (
  names: InstanceNames,
  forms: TableSource,
  {
    person,
    question,
    shown,
    group,
    top,
  }: {
    readonly person: string;
    readonly question: string;
    /** What the profile shows. */
    readonly shown: string;
    readonly group: Group;
    readonly top: number;
  },
): CellFormula => {
  const answers = of(forms, question);
  const whose = `${of(forms, "rated")},${person},${of(forms, "group")},${names.own.word(group)}`;
  const onScale = `${answers},">=1",${answers},"<=${String(top)}"`;
  return cellFormula(
    `IF(ISNUMBER(${shown}),IFERROR(SUMIFS(${answers},${whose},${onScale})/COUNTIFS(${whose},${onScale}),""),"")`,
  );
};
/** Means of the groups that have one by the weights of Settings; empty without any. */
export const othersAgainFormula = (
  names: InstanceNames,
  means: readonly (readonly [group: keyof typeof WEIGHTS, mean: string])[],
): CellFormula => {
  const weight = (group: keyof typeof WEIGHTS): string => `MAX(0,N(${names.own.cell(WEIGHTS[group])}))`;
  const won = means.map(([group, mean]) => `${weight(group)}*N(${mean})`).join("+");
  const all = means.map(([group, mean]) => `${weight(group)}*ISNUMBER(${mean})`).join("+");
  return cellFormula(`IF(${all}<=0,"",(${won})/(${all}))`);
};

// The example that is handed out: invented means of manager, peers and reports, weights of Settings; no customers are asked.

const EXAMPLE_GROUPS = ["boss", "peers", "reports"] as const;
const weightsOf = (names: InstanceNames): readonly string[] =>
  EXAMPLE_GROUPS.map((group) => names.own.cell(WEIGHTS[group]));
/** The others' view of the example as a number: mean of the groups by their weights. */
export const exampleOthers = (names: InstanceNames, means: readonly string[]): string => {
  const weights = weightsOf(names);
  const won = weights.map((weight, i) => `${weight}*${means[i] ?? "0"}`).join("+");
  return `ROUND((${won})/(${weights.join("+")}),6)`;
};
/** "(40 × 4 + 25 × 3 + 35 × 4) ÷ 100 = 3.75"; empty where the three groups have no weight. */
export const exampleGroupsFormula = (names: InstanceNames, means: readonly string[]): CellFormula => {
  const weights = weightsOf(names);
  const products = weights.map((weight, i) => `${weight}&" × "&${means[i] ?? "0"}`).join('&" + "&');
  const sum = weights.join("+");
  return cellFormula(`IF(${sum}<=0,"","("&${products}&") ÷ "&(${sum})&" = "&ROUND(${exampleOthers(names, means)},2))`);
};
