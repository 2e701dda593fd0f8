/**
 * Formulas of the weighted checklist: score = Σ value of good answers ÷ Σ value of answered statements × 100. A good answer is
 * yes, or no to a reversed statement. Domain rule C9.2.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** −1 where "no" is the good answer, else 1. */
export const signFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "reversed")}=${names.word("yes")},-1,1)`);
/** The value of the statement; 0 where there is none to use. */
export const worthFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${isBlank(cellOf(h, "item"))},NOT(ISNUMBER(${cellOf(h, "value")}))),0,IF(AND(${cellOf(h, "value")}>=1,${cellOf(h, "value")}<=11),${cellOf(h, "value")},0))`,
  );

/** What an item lacks: a text, a value or weight; else OK. */
export function itemCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const cases = [
    // A row that nobody has begun to fill.
    [`AND(${isBlank(cellOf(h, "item"))},LEN(${cellOf(h, "value")})=0)`, '""'],
    [isBlank(cellOf(h, "item")), names.own.word("noStatement")],
    [`${cellOf(h, "worth")}=0`, names.own.word("noValue")],
    [`AND(LEN(${cellOf(h, "opposite")})>0,LEN(${cellOf(h, "known")})=0)`, names.word("unknown")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** 1 = yes, −1 = no, 0 = anything else. */
export const saidFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "answer")}=${names.word("yes")},1,IF(${cellOf(h, "answer")}=${names.word("no")},-1,0))`);

/** Value of an answered statement, else 0. */
export const countedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "said")}=0,0,${cellOf(h, "worth")})`);

/** Value of a statement with a good answer, else 0. */
export const wonFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "said")}*${cellOf(h, "sign")}=1,${cellOf(h, "worth")},0)`);
/** 1 where an answer is still awaited. */
export const openFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(OR(${cellOf(h, "worth")}=0,${cellOf(h, "said")}<>0,${cellOf(h, "answer")}=${names.word("na")}),0,1)`);
/** 1 where the statement and its opposite both have yes. */
export const clashFormula = (answers: TableSource): CellFormula => {
  const h = answers.headers;
  return cellFormula(
    `IF(AND(${cellOf(h, "said")}=1,LEN(${cellOf(h, "opposite")})>0),COUNTIFS(${of(answers, "person")},${cellOf(h, "person")},` +
      `${of(answers, "item")},${cellOf(h, "opposite")},${of(answers, "said")},1),0)`,
  );
};

/** What an answer lacks; else OK. */
export function answerCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const blank = isBlank(cellOf(h, "answer"));
  const cases = [
    [`AND(${blank},LEN(${cellOf(h, "statement")})=0)`, '""'],
    [`AND(${blank},${names.setting("StageNo")}>=3)`, names.word("toFill")],
    [blank, '""'],
    [`${cellOf(h, "open")}=1`, names.own.word("noAnswer")],
    [`${cellOf(h, "clash")}>0`, names.own.word("clash")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** How many statements of a person have this answer. */
export const saidOfFormula = (h: Headers, answers: TableSource, said: "yes" | "no"): CellFormula =>
  cellFormula(
    `COUNTIFS(${of(answers, "person")},${cellOf(h, "id")},${of(answers, "said")},"${said === "yes" ? ">" : "<"}0")`,
  );
/** 0 to 100, once every statement has an answer. */
export const scoreFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(OR(${cellOf(h, "open")}>0,${cellOf(h, "counted")}=0),"",ROUND(${cellOf(h, "won")}/${cellOf(h, "counted")}*100,6))`,
  );
/** The same answer to everything, good and bad: nobody read the statements. */
export const resultCheckFormula = (names: InstanceNames, h: Headers): CellFormula => {
  const cases = [
    [`${cellOf(h, "yes")}+${cellOf(h, "no")}=0`, '""'],
    [`${cellOf(h, "clashes")}>0`, names.own.word("clash")],
    [`AND(${cellOf(h, "open")}=0,${cellOf(h, "yes")}*${cellOf(h, "no")}=0)`, names.own.word("allSame")],
  ] as const;
  return cellFormula(firstWord(cases, names.word("ok")));
};

/**
 * The second way, on Proof: 1 for the good answer to a statement, 0 for the other one, the word for n/a, else empty.
 * @param typed the answer
 * @param cell cell with the statement's id
 */
export const goodAnswerFormula = (
  names: InstanceNames,
  typed: string,
  statements: TableSource,
  cell: string,
): CellFormula => {
  const [yes, no, na] = [names.word("yes"), names.word("no"), names.word("na")];
  const reversed = `INDEX(${of(statements, "reversed")},MATCH(${cell},${of(statements, "id")},0))=${yes}`;
  return cellFormula(
    `IFERROR(IF(OR(${typed}=${yes},${typed}=${no}),IF((${typed}=${yes})<>(${reversed}),1,0),IF(${typed}=${na},${na},"")),"")`,
  );
};
