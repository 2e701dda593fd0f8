/** The sheets on which people are put in order: judges' orders, judges, alternation. */
import {
  BOLD,
  listAlert,
  methodTable,
  nameFormula,
  stopAlert,
  TEXT,
  WHOLE,
  type MethodTable,
} from "../../blueprint/methodTable";
import type { MethodContext } from "../../blueprint/methodWorkbook";
import { columnMaker, listRule, type ColumnRule } from "../../blueprint/registerSheet";
import { formulaColumn, inputColumn, type ColumnPlan } from "../../blueprint/tableSheet";
import { cellOf, knownFormula, type Headers, type TableSource } from "../../formulas/byKey";
import { ruleFormula } from "../../formulas/columns";
import {
  fairPlaceFormula,
  judgeCheckFormula,
  judgeCountsFormula,
  lowestFirstFormula,
  meanPlaceFormula,
  numbersTo,
  orderCheckFormula,
  pickCheckFormula,
  pickedPlaceFormula,
  pickFaultFormula,
  placeSumFormula,
  rankedFormula,
  sideFormula,
  squaresFormula,
} from "./formulas";
import { SAMPLE_ORDERS, SAMPLE_PICKS } from "./sample";

const MEAN = { numberFormat: "0.00" };
const numbersOf = ({ count }: MethodContext): readonly number[] => numbersTo(count("judges"));
/** The judges' table is named before it is made: orders and judges look at each other. */
const judgesSource = ({ names, text }: MethodContext): TableSource => ({
  table: names.own.table("Judges"),
  headers: columnMaker(text, "judges").heads(["no", "name", "ranked", "counts", "check", "squares"]),
});

/** The judges' orders: a row a person. */
export function ordersSheet(context: MethodContext): MethodTable {
  const { names, text, people, isSample } = context;
  const numbers = numbersOf(context);
  const make = columnMaker(text, "orders");
  const judged = numbers.flatMap((number) => [
    [`r${String(number)}`, text("orders.judge", { number })],
    [`f${String(number)}`, text("orders.fair", { number })],
  ]);
  const h: Headers = {
    ...make.heads(["id", "name", "mean", "rank", "check", "sum"]),
    ...(Object.fromEntries(judged) as Record<string, string>),
  };
  const table = names.own.table("Orders");
  const judges = judgesSource(context);
  const rows = Math.max(1, people.length);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "id",
      8,
      people.map(({ id }) => id),
    ),
    make.formula("name", 18, nameFormula(context, make.head("id"))),
    ...numbers.map((number) =>
      inputColumn(
        `r${String(number)}`,
        h[`r${String(number)}`] ?? "",
        10,
        people.map((_, i) => (isSample ? (SAMPLE_ORDERS[i]?.[number - 1] ?? "") : "")),
        WHOLE,
      ),
    ),
    make.formula("mean", 11, meanPlaceFormula(h, judges), MEAN),
    make.formula("rank", 9, lowestFirstFormula(table, h, "mean"), { ...WHOLE, ...BOLD }),
    make.formula("check", 18, orderCheckFormula(names, h, judges, numbers), BOLD),
    make.quiet("sum", 9, placeSumFormula(h, judges, numbers)),
    ...numbers.map((number) =>
      formulaColumn(
        `f${String(number)}`,
        h[`f${String(number)}`] ?? "",
        9,
        fairPlaceFormula({ table, headers: h }, number),
        {
          font: { color: "muted" },
          numberFormat: "General",
        },
      ),
    ),
  ];
  return methodTable(context, "Orders", "orders", columns, rows, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    groups: [
      { from: "r1", to: `r${String(numbers.length)}`, label: text("orders.judges") },
      { from: "mean", to: "rank", label: text("orders.together") },
    ],
    rules: numbers.map((number): ColumnRule => ({
      key: `r${String(number)}`,
      rule: { kind: "whole", min: 1, max: 1000 },
      alert: stopAlert(context, "place"),
    })),
    frozen: 2,
    printTo: "sum",
  });
}

/** A row a judge: whether the order counts. */
export function judgesSheet(context: MethodContext, orders: TableSource): MethodTable {
  const { names, text, isSample } = context;
  const numbers = numbersOf(context);
  const make = columnMaker(text, "judges");
  const { headers: h } = judgesSource(context);
  const columns: ColumnPlan<string>[] = [
    make.label("no", 8, numbers, { horizontal: "Left" }),
    make.input(
      "name",
      24,
      numbers.map((number) =>
        isSample && SAMPLE_ORDERS[0]?.[number - 1] != null ? text("judges.sample", { number }) : "",
      ),
      TEXT,
    ),
    make.formula("ranked", 16, rankedFormula(orders, h, numbers), WHOLE),
    make.formula("counts", 16, judgeCountsFormula(orders, h), WHOLE),
    make.formula("check", 20, judgeCheckFormula(names, h), BOLD),
    make.quiet("squares", 11, squaresFormula(orders, h, numbers)),
  ];
  return methodTable(context, "Judges", "judges", columns, numbers.length, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    frozen: 2,
    printTo: "squares",
    orientation: "Portrait",
  });
}

/** Alternation: best and worst picked in turn. */
export function picksSheet(context: MethodContext): MethodTable {
  const { names, text, people, isSample } = context;
  const make = columnMaker(text, "picks");
  const h = make.heads(["no", "side", "person", "name", "place", "check", "known", "fault"]);
  const source = { table: names.own.table("Picks"), headers: h };
  const rows = Math.max(1, people.length);
  const columns: ColumnPlan<string>[] = [
    make.label(
      "no",
      8,
      Array.from({ length: rows }, (_, i) => i + 1),
      { horizontal: "Left" },
    ),
    make.formula("side", 22, sideFormula(names, h)),
    make.input(
      "person",
      14,
      Array.from({ length: rows }, (_, i) => (isSample ? (people[SAMPLE_PICKS[i] ?? -1]?.id ?? "") : "")),
    ),
    make.formula("name", 20, nameFormula(context, make.head("known"))),
    make.formula("place", 10, pickedPlaceFormula(source), { ...WHOLE, ...BOLD }),
    make.formula("check", 20, pickCheckFormula(names, source), BOLD),
    make.quiet("known", 10, knownFormula(names.setting("PeopleIds"), cellOf(h, "person"))),
    make.quiet("fault", 8, pickFaultFormula(names, h)),
  ];
  return methodTable(context, "Picks", "picks", columns, rows, {
    tabColor: "inputFill",
    checks: [{ key: "check" }],
    rules: [listRule("person", ruleFormula(names.setting("PeopleIds")), listAlert(context))],
    frozen: 2,
    printTo: "known",
    orientation: "Portrait",
  });
}
