/** Formulas of the sheet that explains the scheme: how each line is scored as a short sentence, and one worked example. */
import type { CellFormula } from "../blueprint/types";
import type { FormulaKind } from "../blueprint/words";
import { STEP_PARAMETERS } from "../model/line";
import { cellOf, type Headers } from "./byKey";
import { cellFormula, column, here } from "./columns";
import type { InstanceNames, PlanName } from "./names";

const percent = (share: string): string => `ROUND(100*${share},1)&"%"`;
const number = (value: string): string => `ROUND(${value},2)`;
/** "60% at 88": a share, the word, the actual for which it is given. */
const pair = (names: InstanceNames, share: string, actual: string): string =>
  `${share}&" "&${names.word("schemeAt")}&" "&${actual}`;
const joined = (parts: readonly string[]): string => parts.join('&" · "&');

/** The sentence of one kind; null for a kind whose name says it all. `p` is a number of the line's row in Plan. */
function sentence(
  names: InstanceNames,
  kind: FormulaKind,
  ratingText: string,
  p: (key: PlanName) => string,
): string | null {
  const [zero, full] = ['0&"%"', '100&"%"'];
  const at = (share: string, actual: string): string => pair(names, share, actual);
  switch (kind) {
    case "curve":
      return (
        joined([
          at(zero, number(p("zero"))),
          at(percent(names.setting("S0")), number(p("threshold"))),
          at(full, number(p("target"))),
        ]) + `&IF(${p("stretch")}=${p("target")},""," · "&${at(percent(names.setting("Cap")), number(p("stretch")))})`
      );
    case "range":
      return joined([
        at(full, `${number(p("low"))}&" – "&${number(p("high"))}`),
        at(zero, `${number(`${p("low")}-${p("distance")}`)}&" / "&${number(`${p("high")}+${p("distance")}`)}`),
      ]);
    case "zero":
      return joined([at(full, "0"), at(zero, p("worst"))]);
    case "points":
      return `${names.word("schemeMark")}&" "&${p("maximum")}`;
    case "rating":
      return ratingText;
    case "steps":
      return STEP_PARAMETERS.reduce(
        (text, [cutOff, worth], i) => {
          const shown = `" · ≥ "&${number(p(cutOff))}&": "&${percent(p(worth))}`;
          return `${text}&${i === 0 ? shown : `IF(ISNUMBER(${p(cutOff)}),${shown},"")`}`;
        },
        `"< "&${number(p("step1"))}&": "&${percent(p("worthBelow"))}`,
      );
    case "milestone":
      return names.word("schemeShare");
    default:
      return null;
  }
}

/** What the points of a line's rating scale are worth: "1 = 40% · 2 = 70%"; empty for other kinds. `scale` is the longest in use. */
export function ratingWorthsFormula(names: InstanceNames, scale: number, rowHeader: string): CellFormula {
  const [row, first] = [here(rowHeader), `INDEX(${names.plan("first")},${here(rowHeader)})`];
  const parts = Array.from({ length: scale }, (_, i) => {
    const shown = `${String(i + 1)}&" = "&${percent(`INDEX(${names.setting("PointWorths")},${first}+${String(i)})`)}`;
    return i === 0 ? shown : `IF(INDEX(${names.plan("maximum")},${row})<${String(i + 1)},""," · "&${shown})`;
  });
  return cellFormula(`IFERROR(IF(${first}>0,${parts.join("&")},""),"")`);
}

/**
 * How the line on a row of Plan is scored, in words; empty while the line is not complete.
 * @param ratingText expression for the worths of the line's rating scale
 * @param kindText expression for the name of the line's kind, for kinds that need no more words
 */
export function scoringFormula(
  names: InstanceNames,
  kinds: readonly FormulaKind[],
  rowHeader: string,
  ratingText: string,
  kindText: string,
): CellFormula {
  const p = (key: PlanName): string => `INDEX(${names.plan(key)},${here(rowHeader)})`;
  const sentences = kinds.map((kind) => sentence(names, kind, ratingText, p) ?? kindText);
  return cellFormula(`IFERROR(IF(${p("ready")}<>1,"",CHOOSE(${p("kind")},${sentences.join(",")})),"")`);
}

/** Text of a column of Plan on the row of a number; empty beyond the plan's last line. */
export const planTextFormula = (table: string, header: string, rowHeader: string): CellFormula =>
  cellFormula(`IFERROR(INDEX(${column(table, header)},${here(rowHeader)})&"","")`);

/** "Meets ≥ 90": a row of the band table as one text; the lowest band has no bound and shows its name alone. */
export function bandTextFormula(bands: string, fromHeader: string, bandHeader: string, row: number): CellFormula {
  const at = (header: string): string => `INDEX(${column(bands, header)},${String(row)})`;
  const [from, band] = [at(fromHeader), at(bandHeader)];
  return cellFormula(`IFERROR(IF(${band}="","",${band}&IF(AND(ISNUMBER(${from}),${from}>=0)," ≥ "&${from},"")),"")`);
}

/** "99.2 → 104% × 15 = 15.6": actual, attainment, weight and points of the picked line. */
export const workedFormula = (own: Headers): CellFormula => {
  const [attainment, weight] = [cellOf(own, "attainment"), cellOf(own, "weight")];
  return cellFormula(
    `IF(AND(ISNUMBER(${attainment}),ISNUMBER(${weight})),${cellOf(own, "actual")}&" → "&${percent(attainment)}&" × "&${weight}&" = "&` +
      `${number(`${weight}*${attainment}`)},"")`,
  );
};

/** "99.95 · Meets": total and band of the picked person. */
export const outcomeFormula = (own: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(own, "total")}),${number(cellOf(own, "total"))}&" · "&${cellOf(own, "band")},"")`);
