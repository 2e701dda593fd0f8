/** The sheets of the written review: prompts, comments, the facts they rest on, how complete each review is. */
import { BOLD, DATE, WHOLE, WRAP, dayAt, rowsWith, rulesFor, valuesOf } from "../../blueprint/methodSheet";
import { methodTable, nameFormula, type MethodTable } from "../../blueprint/methodTable";
import { itemRows } from "../../blueprint/itemRows";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker } from "../../blueprint/registerSheet";
import type { ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, type TableSource } from "../../formulas/byKey";
import { cellFormula, column } from "../../formulas/columns";
import { lineKeyFormula } from "../../formulas/personPageFormulas";
import { sumOfPersonFormula } from "../../formulas/personScores";
import {
  askedFormula,
  citedFormula,
  commentCheckFormula,
  copiedFormula,
  factCheckFormula,
  lengthFormula,
  promptFormula,
  promptsFormula,
  reviewCheckFormula,
  sameFormula,
  shortFormula,
  writtenFormula,
} from "./formulas";
import { PROMPTS, SAMPLE_COMMENTS, SAMPLE_FACTS } from "./sample";

/** Empty rows for facts to come. */
const EMPTY_FACTS = 16;
/** A comment is a paragraph, not a word. */
const COMMENT_HEIGHT = 62;
const factId = (i: number): string => `F${String(i + 1).padStart(2, "0")}`;

/** The prompts that are written to. */
export function promptsSheet(context: MethodContext): MethodTable {
  const { text, language, count, startItems } = context;
  const { rows, column: valuesIn } = itemRows(startItems(PROMPTS), count("prompts"));
  const make = columnMaker(text, "prompts");
  const columns: ColumnPlan<string>[] = [
    make.label(
      "no",
      6,
      rows.map((_, i) => i + 1),
      WHOLE,
    ),
    make.input(
      "prompt",
      80,
      valuesIn((prompt) => prompt[language]),
      WRAP,
    ),
  ];
  return methodTable(context, "Prompts", "prompts", columns, rows.length, { frozen: 1 });
}

const COMMENT_KEYS = [
  ...["person", "name", "no", "prompt", "comment", "record", "check"],
  ...["asked", "length", "known", "cited", "same", "short", "copied", "key"],
];

/** A row a person and prompt: the comment and the fact it rests on. */
export function commentsSheet(context: MethodContext, prompts: TableSource, facts: TableSource): MethodTable {
  const { names, text, people, isSample, language, count } = context;
  const make = columnMaker(text, "comments");
  const h = make.heads(COMMENT_KEYS);
  const own = { table: names.own.table("Comments"), headers: h };
  const rows = people.flatMap(({ id }, person) =>
    Array.from({ length: count("prompts") }, (_, no) => ({
      id,
      no,
      sample: isSample ? SAMPLE_COMMENTS[person]?.[no] : undefined,
    })),
  );
  const columns: ColumnPlan<string>[] = [
    make.label(
      "person",
      8,
      rows.map(({ id }) => id),
    ),
    make.formula("name", 14, nameFormula(context, make.head("person"))),
    make.label(
      "no",
      6,
      rows.map(({ no }) => no + 1),
      WHOLE,
    ),
    make.formula("prompt", 30, promptFormula(h, prompts), WRAP),
    make.input(
      "comment",
      76,
      rows.map(({ sample }) => sample?.text[language] ?? ""),
      WRAP,
    ),
    make.input(
      "record",
      10,
      rows.map(({ sample }) => (sample?.fact === undefined ? "" : factId(sample.fact))),
    ),
    make.formula("check", 18, commentCheckFormula(names, h), BOLD),
    make.quiet("asked", 8, askedFormula(h)),
    make.quiet("length", 8, lengthFormula(h)),
    make.quiet("known", 8, knownFormula(names.own.range("FactIds"), cellOf(h, "record"))),
    make.quiet("cited", 8, citedFormula(h, facts)),
    make.quiet("same", 8, sameFormula(own)),
    make.quiet("short", 8, shortFormula(names, h)),
    make.quiet("copied", 8, copiedFormula(names, h)),
    make.quiet("key", 8, lineKeyFormula(h, "no")),
  ];
  return methodTable(context, "Comments", "comments", columns, Math.max(1, rows.length), {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [rulesFor(context).list("record", names.own.range("FactIds"))],
    frozen: 2,
    printTo: "asked",
    rowHeight: COMMENT_HEIGHT,
  });
}

/** The dated facts. */
export function factsSheet(context: MethodContext): MethodTable {
  const { names, text, people, language } = context;
  const make = columnMaker(text, "facts");
  const h = make.heads(["id", "date", "person", "name", "what", "check", "known"]);
  const rows = rowsWith(
    context,
    SAMPLE_FACTS.filter(({ person }) => person < people.length),
    EMPTY_FACTS,
  );
  const values = valuesOf(rows);
  const rules = rulesFor(context);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      rows.map((_, i) => factId(i)),
    ),
    make.input(
      "date",
      12,
      values(({ at }) => dayAt(context, at)),
      DATE,
    ),
    make.input(
      "person",
      10,
      values(({ person }) => people[person]?.id ?? ""),
    ),
    make.formula("name", 16, nameFormula(context, make.head("known"))),
    make.input(
      "what",
      64,
      values(({ what }) => what[language]),
      WRAP,
    ),
    make.formula("check", 18, factCheckFormula(names, h), BOLD),
    make.quiet("known", 9, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
  ];
  return methodTable(
    context,
    "Facts",
    "facts",
    columns,
    rows.length,
    {
      tabColor: "inputFill",
      checks: [{ key: "check" }],
      rules: [rules.inPeriod("date"), rules.list("person", names.setting("PeopleIds"))],
      frozen: 2,
      printTo: "known",
    },
    [{ name: names.own.range("FactIds"), refersTo: cellFormula(column(names.own.table("Facts"), make.head("id"))) }],
  );
}

/** A row a person: how complete the review is. */
export function reviewsSheet(context: MethodContext, comments: TableSource): MethodTable {
  const { names, text, people } = context;
  const make = columnMaker(text, "reviews");
  const h = make.heads(["id", "name", "prompts", "written", "short", "copied", "cited", "check"]);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    make.formula("prompts", 11, promptsFormula(h, comments), WHOLE),
    make.formula("written", 11, writtenFormula(h, comments), WHOLE),
    make.formula("short", 11, sumOfPersonFormula(h, comments, "short"), WHOLE),
    make.formula("copied", 13, sumOfPersonFormula(h, comments, "copied"), WHOLE),
    make.formula("cited", 14, sumOfPersonFormula(h, comments, "cited"), WHOLE),
    make.formula("check", 20, reviewCheckFormula(names, h), BOLD),
  ];
  return methodTable(context, "Reviews", "reviews", columns, Math.max(1, people.length), {
    tabColor: "headFill",
    checks: [{ key: "check" }],
    frozen: 2,
    orientation: "Portrait",
  });
}
