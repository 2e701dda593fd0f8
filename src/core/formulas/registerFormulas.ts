/**
 * Formulas of an entry register: a row a person and line, each with a target of the person's own where there is one. What comes
 * out of a row is fetched by the entry matrix of the same plan, so that totals, proof and pages are the same in both forms.
 */
import type { FormulaKind } from "../blueprint/words";
import type { CellFormula, RuleFormula } from "../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "./byKey";
import { FIRST_DAY, TWO_NUMBER_KINDS } from "../scoring/secondNumber";
import { cellFormula, here, ruleFormula } from "./columns";
import { attainmentBranch, targetShownFormula } from "./entryFormulas";
import type { InstanceNames, PlanName } from "./names";

/** Kinds of line whose target a person may have of their own. */
export const OWN_TARGET_KINDS: ReadonlySet<FormulaKind> = new Set(["curve", "linear", "ratio", "deviation", "nominal"]);

const SEPARATOR = '"/"';
/** "P001/K03": known to this workbook alone, and to one row of the register. */
export const rowKeyFormula = (h: Headers): CellFormula =>
  cellFormula(`${cellOf(h, "person")}&${SEPARATOR}&${cellOf(h, "line")}`);

/** Row of the register's line in Plan, from 1; 0 when Plan has no such line. */
export const planRowOfFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, "line")},${names.plan("id")},0),0)`);

/** A number that is a day: when a milestone is due, when it was done. */
const isDayIn = (cell: string): string => `${cell}>=${String(FIRST_DAY)}`;
/** Whether the row's line, which Plan has, is a milestone; null where none is. */
function isMilestone(names: InstanceNames, kinds: readonly FormulaKind[], row: string): string | null {
  const place = kinds.indexOf("milestone") + 1;
  if (place === 0) return null;
  return kinds.length === 1 ? "TRUE" : `INDEX(${names.plan("kind")},${row})=${String(place)}`;
}

/** By what the plan's levels are multiplied for this person: 1 without a target of their own, 0 where that one cannot be used. */
export function factorFormula(names: InstanceNames, kinds: readonly FormulaKind[], h: Headers): CellFormula {
  const [own, row] = [cellOf(h, "ownTarget"), cellOf(h, "planRow")];
  const target = `N(INDEX(${names.plan("target")},${row}))`;
  const flags = kinds.map((kind) => (OWN_TARGET_KINDS.has(kind) ? "1" : "0"));
  const taken =
    flags.length === 1 ? (flags[0] ?? "0") : `CHOOSE(INDEX(${names.plan("kind")},${row}),${flags.join(",")})`;
  const linear = kinds.indexOf("linear") + 1;
  // A progress that ends where it begins has no length to divide by.
  const atBaseline = `${own}=INDEX(${names.plan("baseline")},${row})`;
  const isNowhere =
    flags.length === 1 ? atBaseline : `AND(INDEX(${names.plan("kind")},${row})=${String(linear)},${atBaseline})`;
  const moved = `MAX(0,${own}/${target})`;
  const scaled = `IF(${taken}=0,0,IF(${target}=0,0,${linear === 0 ? moved : `IF(${isNowhere},0,${moved})`}))`;
  // A milestone takes the day on which it is due.
  const milestone = isMilestone(names, kinds, row);
  const due = `IF(${isDayIn(own)},1,0)`;
  const share = milestone === null ? scaled : milestone === "TRUE" ? due : `IF(${milestone},${due},${scaled})`;
  return cellFormula(
    `IF(LEN(${own})=0,1,IF(OR(NOT(ISNUMBER(${own})),${row}=0),0,IF(INDEX(${names.plan("ready")},${row})<>1,0,${share})))`,
  );
}
/** What this person is to aim at; the day on which a milestone is due is no target. */
export function targetUsedFormula(names: InstanceNames, kinds: readonly FormulaKind[], h: Headers): CellFormula {
  const [own, factor, row] = [cellOf(h, "ownTarget"), cellOf(h, "factor"), cellOf(h, "planRow")];
  const shown = targetShownFormula(names, row, kinds).slice(1);
  const milestone = isMilestone(names, kinds, row);
  const hasOwn =
    milestone === null
      ? `AND(LEN(${own})>0,${factor}>0)`
      : `IF(LEN(${own})=0,FALSE,IF(${factor}>0,NOT(${milestone}),FALSE))`;
  return cellFormula(`IF(${hasOwn},${own},${shown})`);
}

/** Whether lines of these kinds may have a second number: tries of a hit rate, days late of a milestone. */
export const hasSecond = (kinds: readonly FormulaKind[]): boolean => kinds.some((kind) => TWO_NUMBER_KINDS.has(kind));

/** An expression by the kind of the row's line, which is known to be ready. */
const byKindOf = (
  names: InstanceNames,
  kinds: readonly FormulaKind[],
  row: string,
  expression: (kind: FormulaKind) => string,
): string =>
  kinds.length === 1
    ? kinds.map(expression).join()
    : `CHOOSE(INDEX(${names.plan("kind")},${row}),${kinds.map(expression).join(",")})`;

/** Where a cell of the row holds a day, for a rule on its looks; null where no line is a milestone. */
export function dayRule(
  names: InstanceNames,
  kinds: readonly FormulaKind[],
  cell: string,
  planRow: string,
): RuleFormula | null {
  const milestone = isMilestone(names, kinds, planRow);
  if (milestone === null) return null;
  return ruleFormula(`IF(N(${planRow})=0,FALSE,IF(N(${cell})>=${String(FIRST_DAY)},${milestone},FALSE))`);
}

/** 1 where the second number is not there or can be used, else 0. Source: core/scoring/secondNumber. */
export function secondFitsFormula(names: InstanceNames, kinds: readonly FormulaKind[], h: Headers): CellFormula {
  const [second, row] = [cellOf(h, "second"), cellOf(h, "planRow")];
  const due = `IF(ISNUMBER(${cellOf(h, "ownTarget")}),IF(${isDayIn(cellOf(h, "ownTarget"))},1,0),0)`;
  const fitsMilestone = `IF(${second}<0,0,IF(${isDayIn(second)},${due},1))`;
  const fits = byKindOf(names, kinds, row, (kind) =>
    kind === "points" ? `IF(${second}>0,1,0)` : kind === "milestone" ? fitsMilestone : "0",
  );
  return cellFormula(
    `IF(LEN(${second})=0,1,IF(OR(NOT(ISNUMBER(${second})),${row}=0),0,IF(INDEX(${names.plan("ready")},${row})<>1,0,${fits})))`,
  );
}

/**
 * The number on the scale of the plan: hits of so many tries, a share done so many days late, or on a day after the one on which it
 * was due. Source: domain rule C2.
 */
export function countedFormula(names: InstanceNames, kinds: readonly FormulaKind[], h: Headers): CellFormula {
  const [shown, second, row] = [cellOf(h, "shown"), cellOf(h, "second"), cellOf(h, "planRow")];
  const counted = byKindOf(names, kinds, row, (kind) => {
    if (kind === "points") return `${shown}*INDEX(${names.plan("maximum")},${row})/${second}`;
    if (kind !== "milestone") return shown;
    const late = `IF(${isDayIn(second)},MAX(0,INT(${second})-INT(N(${cellOf(h, "ownTarget")}))),${second})`;
    return `IF(AND(${shown}>=0,${shown}<=1),${shown}*MAX(0,1-${names.setting("LatePerDay")}*${late}),${shown})`;
  });
  return cellFormula(`IF(OR(NOT(ISNUMBER(${shown})),LEN(${second})=0,${cellOf(h, "fits")}=0),${shown},${counted})`);
}

/** The entry as it counts: a number, "n/a" with its reason, any other text as it stands (a check names it), else empty. */
export const shownFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "actual")})=0,"",IF(AND(${cellOf(h, "actual")}=${names.word("na")},${isBlank(cellOf(h, "reason"))}),"",${cellOf(h, "actual")}))`,
  );

/**
 * The value as it stands against the plan's own levels: two times the target is two times the value. Empty where it cannot count.
 * A progress from a baseline is no share of its target: there the target moves, and the value stays.
 */
export const againstPlanFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "value")}),${cellOf(h, "factor")}>0${h["fits"] === undefined ? "" : `,${cellOf(h, "fits")}=1`}),${cellOf(h, "value")}/${cellOf(h, "factor")},"")`,
  );

/**
 * Attainment (1 = target reached) of a register's row by the kind of its line, within floor and cap. Source: domain
 * rule C2.
 */
export function rowAttainmentFormula(names: InstanceNames, kinds: readonly FormulaKind[], h: Headers): CellFormula {
  const [row, factor, value, used] = ["planRow", "factor", "value", "used"].map((key) => cellOf(h, key)) as [
    string,
    string,
    string,
    string,
  ];
  const p = (key: PlanName): string => `INDEX(${names.plan(key)},${row})`;
  const moved = (key: PlanName): string => (key === "target" ? `(${p(key)}*${factor})` : p(key));
  const branches = kinds.map((kind) =>
    kind === "linear" ? attainmentBranch(names, kind, value, moved) : attainmentBranch(names, kind, used, p),
  );
  const chosen =
    branches.length === 1 ? (branches[0] ?? "") : `CHOOSE(INDEX(${names.plan("kind")},${row}),${branches.join(",")})`;
  return cellFormula(`IF(ISNUMBER(${used}),MAX(${names.setting("Floor")},MIN(${names.setting("Cap")},${chosen})),"")`);
}

/**
 * First fault of a register's row: unknown line, a result that is no number, N/A without a reason, an own target that
 * cannot be used, a missing result when it is due; else OK.
 */
export function rowCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const at = (key: string): string => cellOf(h, key);
  const isNa = `${at("actual")}=${names.word("na")}`;
  const isLate = `${names.setting("StageNo")}>=3`;
  return cellFormula(
    firstWord(
      [
        [`${at("planRow")}=0`, names.word("incomplete")],
        [
          `AND(LEN(${at("actual")})>0,NOT(ISNUMBER(${at("actual")})),${at("actual")}<>${names.word("na")})`,
          names.word("notNumber"),
        ],
        [`AND(${isNa},${isBlank(at("reason"))})`, names.word("reasonMissing")],
        [
          `OR(${at("factor")}=0,${h["fits"] === undefined ? "" : `${at("fits")}=0,`}AND(ISNUMBER(${at("actual")}),NOT(ISNUMBER(${at("attainment")}))))`,
          names.word("notScored"),
        ],
        [`AND(${isLate},ISNUMBER(${at("attainment")}),${at("evidence")}=0)`, names.word("noEvidence")],
        [`AND(${isLate},LEN(${at("actual")})=0)`, names.word("toFill")],
        [`LEN(${at("actual")})=0`, '""'],
      ],
      names.word("ok"),
    ),
  );
}

/** A column of the register for this row's person and the line whose id stands in an absolute cell above. */
export const fromRegisterFormula = (
  { table, headers }: TableSource,
  key: "shown" | "counted" | "attainment",
  idHeader: string,
  lineCell: string,
): CellFormula =>
  cellFormula(
    `IFERROR(INDEX(${columnOf(table, headers, key)},MATCH(${here(idHeader)}&${SEPARATOR}&${lineCell},${columnOf(table, headers, "key")},0)),"")`,
  );
/** In the matrix one reason stands for a person; in the register each row has its own, and the matrix says so. */
export const reasonsElsewhereFormula = (names: InstanceNames, actuals: string): CellFormula =>
  cellFormula(`IF(COUNTIF(${actuals},${names.word("na")})>0,${names.word("inRegister")},"")`);
