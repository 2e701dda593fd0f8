/**
 * Formulas of improvement plans: points lost and their causes, goals, check points, and whether a plan is ready (domain
 * rule C15).
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, downToHere, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** Causes in four boxes, in the order of the list. */
export const CAUSES = ["causeKnowledge", "causeSkill", "causeAttitude", "causeOutside"] as const;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);
const perCase = (from: TableSource, h: Headers): string => `${of(from, "known")},${cellOf(h, "id")}`;

/**
 * Points lost: weight × what is missing to the target, never below 0; empty without both numbers. Nine decimals, so that
 * ranks compare.
 */
export const lostFormula = (h: Headers, attainment: "before" | "after"): CellFormula =>
  cellFormula(
    `IF(AND(LEN(${cellOf(h, "known")})>0,ISNUMBER(${cellOf(h, "weight")}),ISNUMBER(${cellOf(h, attainment)})),` +
      `ROUND(MAX(0,${cellOf(h, "weight")}*(1-${cellOf(h, attainment)})),9),"")`,
  );
/** Place among the lines of the case, most lost first; 0 for lines that lost nothing. */
export const lostRankFormula = (table: string, h: Headers): CellFormula => {
  const [known, lost] = [cellOf(h, "known"), cellOf(h, "lostUsed")];
  return cellFormula(
    `IF(${lost}<=0,0,COUNTIFS(${columnOf(table, h, "known")},${known},${columnOf(table, h, "lostUsed")},">"&${lost})+` +
      `COUNTIFS(${downToHere(table, h, "known")},${known},${downToHere(table, h, "lostUsed")},${lost}))`,
  );
};

/** Share of this line's lost points in those of its plan. Source: domain rule C15 (Pareto). */
export const shareFormula = (table: string, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "place")}=0,"",${cellOf(h, "lostUsed")}/SUMIFS(${columnOf(table, h, "lostUsed")},${columnOf(table, h, "known")},${cellOf(h, "known")}))`,
  );

/** Share of this line and those above it in the order of loss. Source: domain rule C15 (Pareto). */
export const cumulatedFormula = (table: string, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "place")}=0,"",SUMIFS(${columnOf(table, h, "lostUsed")},${columnOf(table, h, "known")},${cellOf(h, "known")},` +
      `${columnOf(table, h, "place")},"<="&${cellOf(h, "place")})/SUMIFS(${columnOf(table, h, "lostUsed")},${columnOf(table, h, "known")},${cellOf(h, "known")}))`,
  );
/** What the plan won back. */
export const recoveredFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "lost")}),ISNUMBER(${cellOf(h, "lostAfter")})),${cellOf(h, "lost")}-${cellOf(h, "lostAfter")},"")`,
  );

/** What a line of lost points lacks; else OK. */
export const lineCheckFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(${isBlank(cellOf(h, "indicator"))},"",` +
      firstWord(
        [
          [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
          [`NOT(ISNUMBER(${cellOf(h, "lost")}))`, names.word("incomplete")],
          [`AND(${cellOf(h, "place")}>0,${isBlank(cellOf(h, "cause"))})`, names.own.word("noCause")],
        ],
        names.word("ok"),
      ) +
      ")",
  );

/** A record of a case: 1 when its text is there and its case is known. */
export const countsFormula = (h: Headers, text: string): CellFormula =>
  cellFormula(`IF(OR(${isBlank(cellOf(h, text))},LEN(${cellOf(h, "known")})=0),0,1)`);
/** Case and number within it, "I01/2": by this the page finds the records of a case. */
export const recordKeyFormula = (table: string, h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "counts")}=0,"",${cellOf(h, "known")}&"/"&COUNTIFS(${downToHere(table, h, "known")},${cellOf(h, "known")},${downToHere(table, h, "counts")},1))`,
  );

/** Plan and place as one text, by which the page finds the line. */
export const rankKeyFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "place")}=0,"",${cellOf(h, "known")}&"/"&${cellOf(h, "place")})`);

/** A date that must be there, in a record that counts. */
export const datedCheckFormula = (names: InstanceNames, h: Headers, text: string, date: string): CellFormula =>
  cellFormula(
    `IF(${isBlank(cellOf(h, text))},"",` +
      firstWord(
        [
          [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
          [`NOT(ISNUMBER(${cellOf(h, date)}))`, names.own.word("noDate")],
        ],
        names.word("ok"),
      ) +
      ")",
  );

/** What a goal lacks: measure, target, day; else OK. */
export function goalCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const cases: readonly (readonly [string, string])[] = [
    [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
    [isBlank(cellOf(h, "measure")), names.own.word("noMeasure")],
    [`NOT(ISNUMBER(${cellOf(h, "target")}))`, names.word("incomplete")],
    [`NOT(ISNUMBER(${cellOf(h, "due")}))`, names.own.word("noDue")],
    [isBlank(cellOf(h, "action")), names.own.word("noAction")],
  ];
  return cellFormula(`IF(${isBlank(cellOf(h, "goal"))},"",${firstWord(cases, names.word("ok"))})`);
}
/** −1 where the target lies below the start. */
export const goalSignFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "start")}),ISNUMBER(${cellOf(h, "target")})),IF(${cellOf(h, "target")}<${cellOf(h, "start")},-1,1),1)`,
  );
/** A date of the case in the rows of its goals and check points. */
export const ofCaseFormula = (cases: TableSource, h: Headers, key: string): CellFormula => {
  const found = `INDEX(${of(cases, key)},MATCH(${cellOf(h, "known")},${of(cases, "id")},0))`;
  return cellFormula(`IF(LEN(${cellOf(h, "known")})=0,"",IFERROR(IF(ISNUMBER(${found}),${found},""),""))`);
};

/** What a check point lacks; else OK. */
export function followUpCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const cases: readonly (readonly [string, string])[] = [
    [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
    [
      `AND(NOT(ISNUMBER(${cellOf(h, "heldOn")})),${cellOf(h, "planned")}<${names.setting("AsOf")})`,
      names.own.word("overdue"),
    ],
    [`AND(ISNUMBER(${cellOf(h, "heldOn")}),${isBlank(cellOf(h, "found"))})`, names.own.word("noFinding")],
  ];
  return cellFormula(`IF(NOT(ISNUMBER(${cellOf(h, "planned")})),"",${firstWord(cases, names.word("ok"))})`);
}

export type CaseColumn =
  "end" | "facts" | "goals" | "measured" | "points" | "held" | "lost" | "lostAfter" | "recovered" | "reached";
/** What the other tables say about a case. */
export function caseFormulas(
  h: Headers,
  from: {
    readonly facts: TableSource;
    readonly lines: TableSource;
    readonly goals: TableSource;
    readonly followUps: TableSource;
  },
): Readonly<Record<CaseColumn, CellFormula>> {
  const count = (table: TableSource, more = ""): CellFormula =>
    cellFormula(`COUNTIFS(${perCase(table, h)},${of(table, "counts")},1${more})`);
  const judged = `COUNTIFS(${perCase(from.lines, h)},${of(from.lines, "judged")},1)`;
  const lost = (key: string): string => `SUMIFS(${of(from.lines, key)},${perCase(from.lines, h)})`;
  const after = `COUNTIFS(${perCase(from.lines, h)},${of(from.lines, "judgedAfter")},1)`;
  return {
    end: cellFormula(
      `IF(AND(ISNUMBER(${cellOf(h, "start")}),ISNUMBER(${cellOf(h, "days")})),${cellOf(h, "start")}+${cellOf(h, "days")},"")`,
    ),
    facts: count(from.facts),
    goals: count(from.goals),
    measured: count(from.goals, `,${of(from.goals, "isMeasured")},1`),
    reached: count(from.goals, `,${of(from.goals, "isReached")},1`),
    points: count(from.followUps),
    held: count(from.followUps, `,${of(from.followUps, "isHeld")},1`),
    lost: cellFormula(`IF(${judged}=0,"",ROUND(${lost("lostUsed")},6))`),
    lostAfter: cellFormula(`IF(OR(${after}=0,${after}<${judged}),"",ROUND(${lost("lostAfter")},6))`),
    recovered: cellFormula(
      `IF(AND(ISNUMBER(${cellOf(h, "lost")}),ISNUMBER(${cellOf(h, "lostAfter")})),ROUND(${cellOf(h, "lost")}-${cellOf(h, "lostAfter")},6),"")`,
    ),
  };
}
/** What keeps a plan from being ready, in the order of the sheet (`core/improve/readiness`); then the signatures. */
export function caseCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const days = names.own.range("Lengths");
  const cases: readonly (readonly [string, string])[] = [
    [`LEN(${cellOf(h, "who")})=0`, names.word("unknown")],
    [`${cellOf(h, "facts")}<${names.own.cell("LeastFacts")}`, names.own.word("fewFacts")],
    [isBlank(cellOf(h, "standard")), names.own.word("noStandard")],
    [`${cellOf(h, "goals")}<${names.own.cell("LeastGoals")}`, names.own.word("fewGoals")],
    [`${cellOf(h, "goals")}>${names.own.cell("MostGoals")}`, names.own.word("manyGoals")],
    [isBlank(cellOf(h, "support")), names.own.word("noSupport")],
    [`SUMPRODUCT(--(${days}=${cellOf(h, "days")}),--ISNUMBER(${days}))=0`, names.own.word("badLength")],
    [`NOT(ISNUMBER(${cellOf(h, "start")}))`, names.own.word("noDate")],
    [`${cellOf(h, "points")}<${names.own.cell("LeastPoints")}`, names.own.word("fewPoints")],
    [`${cellOf(h, "measured")}<${cellOf(h, "goals")}`, names.own.word("noMeasure")],
    [
      `AND(${names.setting("StageNo")}>=2,COUNT(${cellOf(h, "signE")},${cellOf(h, "signM")})<2)`,
      names.own.word("notSigned"),
    ],
    [
      `AND(ISNUMBER(${cellOf(h, "end")}),N(${cellOf(h, "end")})<${names.setting("AsOf")},${isBlank(cellOf(h, "outcome"))})`,
      names.own.word("noOutcome"),
    ],
  ];
  const isEmpty = `AND(${isBlank(cellOf(h, "person"))},NOT(ISNUMBER(${cellOf(h, "start")})))`;
  return cellFormula(`IF(${isEmpty},"",${firstWord(cases, names.word("ok"))})`);
}
/** Points lost by a cause, over all cases. `no` is the cause's place in the list. */
export const causeLostFormula = (lines: TableSource, h: Headers): CellFormula =>
  cellFormula(`ROUND(SUMIFS(${of(lines, "lostUsed")},${of(lines, "causeNo")},${cellOf(h, "no")}),6)`);

/** How many lines have this cause. */
export const causeCountFormula = (lines: TableSource, h: Headers): CellFormula =>
  cellFormula(`COUNTIFS(${of(lines, "causeNo")},${cellOf(h, "no")},${of(lines, "place")},">0")`);

// Steps of the example that is handed out.

/** "30 × (100% − 55%) = 13.5": points lost. */
export const lostStepFormula = (weight: string, before: string): CellFormula =>
  cellFormula(`${weight}&" × ("&100&"% − "&ROUND(100*${before},1)&"%) = "&ROUND(${weight}*MAX(0,1-${before}),2)`);
/** "13.5 − 6 = 7.5": points won back. */
export const wonBackStepFormula = (weight: string, before: string, after: string): CellFormula => {
  const [lost, lostAfter] = [before, after].map((share) => `ROUND(${weight}*MAX(0,1-${share}),2)`);
  return cellFormula(`${lost ?? ""}&" − "&${lostAfter ?? ""}&" = "&ROUND(${lost ?? ""}-${lostAfter ?? ""},2)`);
};
