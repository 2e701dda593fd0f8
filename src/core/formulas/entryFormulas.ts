/**
 * Formulas of an Entry matrix: attainment and score of every indicator, the person's total, its bounds and coverage.
 * A blank is missing, never zero; "n/a" with a reason takes its weight away (domain rule C3).
 */
import type { FormulaKind } from "../blueprint/words";
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { STEP_PARAMETERS } from "../model/line";
import { cellFormula, column, here, hereFrom, ruleFormula } from "./columns";
import type { InstanceNames, PlanName } from "./names";
import { hasLimits } from "./planFormulas";

/** Row of the plan on which an indicator stands; 0 when it is gone. `idCell` is absolute: "$R$3". */
export const planRowFormula = (names: InstanceNames, idCell: string): CellFormula =>
  cellFormula(`IFERROR(MATCH(${idCell},${names.plan("id")},0),0)`);

/** A number of the plan for an indicator, 0 when it is none. */
export const planNumberFormula = (names: InstanceNames, key: "weight", rowCell: string): CellFormula =>
  cellFormula(`IF(${rowCell}=0,0,N(INDEX(${names.plan(key)},${rowCell})))`);

/** A text of the plan for an indicator. */
export const planTextFormula = (names: InstanceNames, key: "unit", rowCell: string): CellFormula =>
  cellFormula(`IF(${rowCell}=0,"",INDEX(${names.plan(key)},${rowCell})&"")`);

/** What to aim at, shown above the inputs: the target, the range, 0, or the ends of the scale. */
export const targetShownFormula = (
  names: InstanceNames,
  rowCell: string,
  kinds: readonly FormulaKind[],
): CellFormula => {
  const p = (key: Parameters<InstanceNames["plan"]>[0]): string => `INDEX(${names.plan(key)},${rowCell})`;
  const shown: Readonly<Record<FormulaKind, () => string>> = {
    curve: () => `IF(ISNUMBER(${p("target")}),${p("target")},"")`,
    range: () => `IF(${p("low")}=${p("high")},${p("low")},${p("low")}&"–"&${p("high")})`,
    zero: () => "0",
    points: () => `0&"–"&${p("maximum")}`,
    rating: () => `1&"–"&${p("maximum")}`,
    milestone: () => "1",
    linear: () => p("target"),
    ratio: () => p("target"),
    deviation: () => p("target"),
    nominal: () => p("target"),
    deduction: () => "0",
    yesNo: () => "1",
    steps: () =>
      STEP_PARAMETERS.slice(1).reduce(
        (text, [cutOff]) => `${text}&IF(ISNUMBER(${p(cutOff)})," / "&${p(cutOff)},"")`,
        p(STEP_PARAMETERS[0][0]),
      ),
  };
  const all = kinds.map((kind) => shown[kind]());
  return cellFormula(`IF(${rowCell}=0,"",IF(${p("kind")}=0,"",CHOOSE(${p("kind")},${all.join(",")})))`);
};

/** How far `actual` has come from one number of the plan to the next, 0 to 1; in either direction. */
const between = (actual: string, from: string, to: string): string =>
  `MAX(0,MIN(1,(${actual}-${from})/(${to}-${from})))`;

/**
 * Attainment by kind, before cap and floor; `actual` is a number that the kind takes.
 * @param p where a number of the line stands: looked up in the plan, or a cell of the same row
 * Source: domain rule C2, as core/scoring/attainment.
 */
export function attainmentBranch(
  names: InstanceNames,
  kind: FormulaKind,
  actual: string,
  p: (key: PlanName) => string,
): string {
  const [s0, cap] = [names.setting("S0"), names.setting("Cap")];
  const worth = (offset: string): string => `INDEX(${names.setting("PointWorths")},${p("first")}+${offset})`;
  switch (kind) {
    case "curve":
      return (
        `${s0}*${between(actual, p("zero"), p("threshold"))}+(1-${s0})*${between(actual, p("threshold"), p("target"))}+` +
        `IF(${p("stretch")}=${p("target")},0,(${cap}-1)*${between(actual, p("target"), p("stretch"))})`
      );
    case "range":
      return `MAX(0,MIN(1,1+(${actual}-${p("low")})/${p("distance")},1+(${p("high")}-${actual})/${p("distance")}))`;
    case "zero":
      return `MAX(0,1-${actual}/${p("worst")})`;
    case "points":
      return `${actual}/${p("maximum")}`;
    case "rating":
      return (
        `(1+INT(${actual})-${actual})*${worth(`INT(${actual})-1`)}+` +
        `(${actual}-INT(${actual}))*${worth(`MIN(${p("maximum")}-1,INT(${actual}))`)}`
      );
    case "milestone":
    case "yesNo":
      return actual;
    case "linear":
      return `(${actual}-${p("baseline")})/(${p("target")}-${p("baseline")})`;
    case "ratio":
      return `IF(${p("sign")}>0,${actual}/${p("target")},IF(${actual}=0,${cap},${p("target")}/${actual}))`;
    case "deviation":
      return `1+${p("sign")}*(${actual}-${p("target")})/ABS(${p("target")})`;
    case "nominal":
      return `1-ABS(${actual}-${p("target")})/ABS(${p("target")})`;
    case "steps":
      return STEP_PARAMETERS.reduce((below, [cutOff, worth], i) => {
        const reached = `${actual}>=${p(cutOff)}`;
        // Only the first cut-off must be there; an empty one is not reached by everybody.
        return `IF(${i === 0 ? reached : `AND(ISNUMBER(${p(cutOff)}),${reached})`},${p(worth)},${below})`;
      }, p("worthBelow"));
    case "deduction":
      return `MAX(0,(${p("maximum")}-${p("unitPoints")}*${actual})/${p("maximum")})`;
  }
}

/** One expression for the kind of the line: the only one, or chosen by the line's place in the Kinds list. */
const byKind = (names: InstanceNames, row: string, expressions: readonly string[]): string =>
  expressions.length === 1
    ? (expressions[0] ?? "")
    : `CHOOSE(INDEX(${names.plan("kind")},${row}),${expressions.join(",")})`;

/** The number that counts: the actual where the line is ready and its kind takes such a number, else empty. */
export function valueFormula(
  names: InstanceNames,
  kinds: readonly FormulaKind[],
  actualHeader: string,
  rowCell: string,
): CellFormula {
  const actual = here(actualHeader);
  const p = (key: "least" | "most" | "kind"): string => `INDEX(${names.plan(key)},${rowCell})`;
  // Yes or no is 1 or 0 and nothing between.
  const yesNo = kinds.indexOf("yesNo") + 1;
  const whole = yesNo === 0 ? "" : `,OR(${p("kind")}<>${String(yesNo)},${actual}=INT(${actual}))`;
  const taken = hasLimits(kinds)
    ? `IF(AND(${actual}>=${p("least")},${actual}<=${p("most")}${whole}),${actual},"")`
    : actual;
  return cellFormula(
    `IF(OR(NOT(ISNUMBER(${actual})),${rowCell}=0),"",IF(INDEX(${names.plan("ready")},${rowCell})<>1,"",${taken}))`,
  );
}

/**
 * Attainment of one indicator, 1 = target, between floor and cap; empty while there is no number that counts. Source:
 * domain rules C2, C3.
 */
export function attainmentFormula(
  names: InstanceNames,
  kinds: readonly FormulaKind[],
  valueHeader: string,
  rowCell: string,
): CellFormula {
  const value = here(valueHeader);
  const chosen = byKind(
    names,
    rowCell,
    kinds.map((kind) => attainmentBranch(names, kind, value, (key) => `INDEX(${names.plan(key)},${rowCell})`)),
  );
  return cellFormula(`IF(ISNUMBER(${value}),MAX(${names.setting("Floor")},MIN(${names.setting("Cap")},${chosen})),"")`);
}

/** Score in points, 100 = target. Source: domain rule C2. */
export const scoreFormula = (attainmentHeader: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${here(attainmentHeader)}),100*${here(attainmentHeader)},"")`);

export interface EntryHeaders {
  readonly id: string;
  readonly reason: string;
  readonly toFill: string;
  readonly soFar: string;
  readonly low: string;
  readonly coverage: string;
  readonly applicable: string;
  readonly gaps: string;
  readonly actual: readonly [first: string, last: string];
  readonly attainment: readonly [first: string, last: string];
  readonly score: readonly [first: string, last: string];
  readonly evidence: readonly [first: string, last: string];
}

/**
 * The total where something is missing, by the policy's place in the list: none; what the scored lines make; missing lines
 * at 0 or at the neutral score; the missing weight in equal shares; none. Each is rounded once, as core does it.
 */
function totalWithGaps(names: InstanceNames, h: EntryHeaders, weights: string): string {
  const [attainments, scores] = [hereFrom(...h.attainment), hereFrom(...h.score)];
  const applicable = `(${here(h.applicable)}*SUM(${weights}))`;
  const scored = `SUMPRODUCT(--ISNUMBER(${attainments}),${weights})`;
  const sum = `SUMPRODUCT(${scores},${weights})`;
  const neutral = `IF(${here(h.low)}="","",ROUND((${sum}+${names.setting("Neutral")}*(${applicable}-${scored}))/${applicable},6))`;
  const equal =
    `IF(${here(h.coverage)}<=0,"",` +
    `ROUND((${sum}+SUM(${scores})*(${applicable}-${scored})/COUNT(${attainments}))/${applicable},6))`;
  return `CHOOSE(${names.setting("PolicyNo")},"",${here(h.soFar)},${here(h.low)},${neutral},${equal},"")`;
}

/**
 * Formulas of a person's row. `above` holds the absolute ranges above the attainment columns: weights, and rows in Plan
 * (0: gone).
 */
export function personFormulas(
  names: InstanceNames,
  h: EntryHeaders,
  above: { readonly weights: string; readonly rows: string },
  /** Number of gates not answered; null where there are none. */
  openGates: string | null,
): Readonly<
  Record<"toFill" | "total" | "soFar" | "low" | "high" | "coverage" | "applicable" | "gaps" | "check", CellFormula>
> {
  const { weights, rows } = above;
  const actuals = hereFrom(...h.actual);
  const attainments = hereFrom(...h.attainment);
  const scores = hereFrom(...h.score);
  const evidence = hereFrom(...h.evidence);
  const hasReason = `LEN(TRIM(${here(h.reason)}))>0`;
  const notApplicable = `IF(${hasReason},SUMPRODUCT(--(${actuals}=${names.word("na")}),--(${rows}>0)),0)`;
  const sum = `SUM(${weights})`;
  const settled =
    openGates === null
      ? `${names.word("ok")})`
      : `IF(AND(${names.setting("StageNo")}>=3,${openGates}>0),${names.word("gateOpen")},${names.word("ok")}))`;
  return {
    applicable: cellFormula(
      `IF(${sum}<=0,0,IF(${hasReason},1-SUMPRODUCT(--(${actuals}=${names.word("na")}),${weights})/${sum},1))`,
    ),
    coverage: cellFormula(
      `IF(${here(h.applicable)}*${sum}<=0,0,ROUND(SUMPRODUCT(--ISNUMBER(${attainments}),${weights})/(${here(h.applicable)}*${sum}),9))`,
    ),
    soFar: cellFormula(
      `IF(${here(h.coverage)}<=0,"",ROUND(SUMPRODUCT(${scores},${weights})/SUMPRODUCT(--ISNUMBER(${attainments}),${weights}),6))`,
    ),
    low: cellFormula(
      `IF(${here(h.applicable)}*${sum}<=0,"",ROUND(SUMPRODUCT(${scores},${weights})/(${here(h.applicable)}*${sum}),6))`,
    ),
    high: cellFormula(`IF(ISNUMBER(${here(h.low)}),ROUND(${here(h.low)}+100*(1-${here(h.coverage)}),6),"")`),
    total: cellFormula(`IF(${here(h.toFill)}=0,${here(h.soFar)},${totalWithGaps(names, h, weights)})`),
    toFill: cellFormula(`COUNTIF(${rows},">0")-COUNT(${attainments})-${notApplicable}`),
    gaps: cellFormula(`SUMPRODUCT(--ISNUMBER(${attainments}),--(${evidence}=0))`),
    check: cellFormula(
      `IF(SUMPRODUCT(--(LEN(${actuals})>0))-COUNT(${actuals})-COUNTIF(${actuals},${names.word("na")})>0,${names.word("notNumber")},` +
        `IF(AND(COUNTIF(${actuals},${names.word("na")})>0,LEN(TRIM(${here(h.reason)}))=0),${names.word("reasonMissing")},` +
        `IF(COUNT(${actuals})-COUNT(${attainments})>0,${names.word("notScored")},` +
        `IF(AND(${names.setting("StageNo")}>=3,${here(h.gaps)}>0),${names.word("noEvidence")},` +
        `IF(AND(${names.setting("StageNo")}>=3,${here(h.toFill)}>0),${names.word("toFill")},${settled}))))`,
    ),
  };
}

/**
 * Number of records in the period that cover a person and an indicator, or everybody for that indicator. `idCell` is
 * absolute. Source: domain rule C14.
 */
export function evidenceCountFormula(
  names: InstanceNames,
  evidence: { readonly table: string; readonly person: string; readonly indicator: string; readonly eventDate: string },
  idHeader: string,
  idCell: string,
): CellFormula {
  const dates = `${column(evidence.table, evidence.eventDate)},">="&${names.setting("From")},${column(evidence.table, evidence.eventDate)},"<"&${names.setting("To")}+1`;
  const covering = (who: string): string =>
    `COUNTIFS(${column(evidence.table, evidence.person)},${who},${column(evidence.table, evidence.indicator)},${idCell},${dates})`;
  return cellFormula(`${covering(here(idHeader))}+${covering(names.word("all"))}`);
}

/**
 * Cells of the inputs that lack evidence: an actual is there, no record covers it, and the stage is evaluate or later.
 * A1, relative. Source: check E01.
 */
export const evidenceRule = (names: InstanceNames, actualCell: string, evidenceCell: string): RuleFormula =>
  ruleFormula(`AND(${names.setting("StageNo")}>=3,ISNUMBER(${actualCell}),${evidenceCell}=0)`);

/** Text where a number should be. Source: check C02. */
export const notNumberRule = (names: InstanceNames, cell: string): RuleFormula =>
  ruleFormula(`AND(ISTEXT(${cell}),LEN(${cell})>0,${cell}<>${names.word("na")})`);

/** Validation of an input: a number, or the word for "not applicable". */
export const numberOrWordRule = (names: InstanceNames, cell: string): RuleFormula =>
  ruleFormula(`OR(ISNUMBER(${cell}),${cell}=${names.word("na")})`);

/** "n/a" without a reason. Source: domain rule C3. */
export const reasonRule = (names: InstanceNames, cell: string, reasonCell: string): RuleFormula =>
  ruleFormula(`AND(${cell}=${names.word("na")},LEN(TRIM(${reasonCell}))=0)`);

/** Still empty when the evaluation has begun. Source: check C01. */
export const missingRule = (names: InstanceNames, cell: string): RuleFormula =>
  ruleFormula(`AND(${names.setting("StageNo")}>=3,LEN(${cell})=0)`);
