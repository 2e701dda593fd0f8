/**
 * Formulas of the written review: how long a comment is, which record it rests on, whether others got the same words.
 * Domain rule C9.5.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** Text of the prompt of this row. */
export const promptFormula = (h: Headers, prompts: TableSource): CellFormula =>
  cellFormula(`IFERROR(INDEX(${of(prompts, "prompt")},MATCH(${cellOf(h, "no")},${of(prompts, "no")},0))&"","")`);

/** 1 where the prompt of this row has words. */
export const askedFormula = (h: Headers): CellFormula => cellFormula(`IF(${isBlank(cellOf(h, "prompt"))},0,1)`);

/** Characters of a comment that is asked for. */
export const lengthFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "asked")}=0,0,LEN(TRIM(${cellOf(h, "comment")})))`);
/** 1 where the record that is named is about this person. */
export const citedFormula = (h: Headers, facts: TableSource): CellFormula =>
  cellFormula(
    `IF(LEN(${cellOf(h, "known")})=0,0,IF(IFERROR(INDEX(${of(facts, "person")},MATCH(${cellOf(h, "known")},${of(facts, "id")},0))&"","")=${cellOf(h, "person")},1,0))`,
  );
/** How many comments on other people have the same words. */
export const sameFormula = (comments: TableSource): CellFormula => {
  const h = comments.headers;
  return cellFormula(
    `IF(${isBlank(cellOf(h, "comment"))},0,SUMPRODUCT(--(${of(comments, "comment")}=${cellOf(h, "comment")}),` +
      `--(${of(comments, "person")}<>${cellOf(h, "person")})))`,
  );
};
/** 1 for each of the faults that a comment may have; the person's row adds them up. */
export const shortFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "length")}>0,${cellOf(h, "length")}<${names.own.cell("MinLength")}),1,0)`);

/** 1 where as many people have the same words as the limit says. Source: check E04. */
export const copiedFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(AND(${cellOf(h, "same")}>0,${cellOf(h, "same")}+1>=${names.own.cell("Copies")}),1,0)`);

/** What a comment lacks: length, words of its own, a fact that is about this person; else OK. */
export function commentCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const blank = isBlank(cellOf(h, "comment"));
  const cases: readonly (readonly [string, string])[] = [
    [`${cellOf(h, "asked")}=0`, '""'],
    [`AND(${blank},${names.setting("StageNo")}>=3)`, names.word("toFill")],
    [blank, '""'],
    [`${cellOf(h, "short")}=1`, names.own.word("tooShort")],
    [`${cellOf(h, "copied")}=1`, names.own.word("sameWords")],
    [`AND(LEN(${cellOf(h, "record")})>0,LEN(${cellOf(h, "known")})=0)`, names.word("unknown")],
    [`AND(LEN(${cellOf(h, "record")})>0,${cellOf(h, "cited")}=0)`, names.own.word("otherPerson")],
  ];
  return cellFormula(firstWord(cases, names.word("ok")));
}

/** 1 for a fact with a known person, a day in the period and words. */
export function factCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const date = cellOf(h, "date");
  const cases: readonly (readonly [string, string])[] = [
    [`LEN(${cellOf(h, "known")})=0`, names.word("unknown")],
    [`NOT(ISNUMBER(${date}))`, names.own.word("noFactDay")],
    [`OR(N(${date})<${names.setting("From")},N(${date})>=${names.setting("To")}+1)`, names.word("outside")],
  ];
  return cellFormula(
    `IF(AND(${isBlank(cellOf(h, "person"))},${isBlank(cellOf(h, "what"))}),"",${firstWord(cases, names.word("ok"))})`,
  );
}

/** How many comments of a person are written. */
export const writtenFormula = (h: Headers, comments: TableSource): CellFormula =>
  cellFormula(`COUNTIFS(${of(comments, "person")},${cellOf(h, "id")},${of(comments, "length")},">0")`);

/** How many are asked for. */
export const promptsFormula = (h: Headers, comments: TableSource): CellFormula =>
  cellFormula(`SUMIFS(${of(comments, "asked")},${of(comments, "person")},${cellOf(h, "id")})`);

/** What a written review lacks; else OK. */
export function reviewCheckFormula(names: InstanceNames, h: Headers): CellFormula {
  const isDue = `${names.setting("StageNo")}>=3`;
  const cases: readonly (readonly [string, string])[] = [
    [`AND(${isDue},${cellOf(h, "written")}<${cellOf(h, "prompts")})`, names.word("toFill")],
    [`${cellOf(h, "written")}=0`, '""'],
    [`AND(${isDue},${cellOf(h, "cited")}<${names.own.cell("MinRecords")})`, names.own.word("noRecordNamed")],
  ];
  return cellFormula(firstWord(cases, names.word("ok")));
}

// The second way, on Proof.

const written = (column: string): string => `--(LEN(TRIM(${column}))>0)`;
/** Comments of a person that hold anything, on prompts with words. */
export const writtenAgainFormula = (comments: TableSource, person: string): CellFormula =>
  cellFormula(
    `SUMPRODUCT(--(${of(comments, "person")}=${person}),${written(of(comments, "prompt"))},${written(of(comments, "comment"))})`,
  );
/** Rows of a person whose prompt has words. */
export const promptsAgainFormula = (comments: TableSource, person: string): CellFormula =>
  cellFormula(`SUMPRODUCT(--(${of(comments, "person")}=${person}),${written(of(comments, "prompt"))})`);
