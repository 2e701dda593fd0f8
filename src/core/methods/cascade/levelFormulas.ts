/**
 * Formulas of one level of the cascade: the target flows from the parent down, figures and attainment roll up. Each level is a
 * table of its own, so that no formula looks into its own column.
 */
import type { CellFormula } from "../../blueprint/types";
import { cellOf, columnOf, firstWord, isBlank, type Headers, type TableSource } from "../../formulas/byKey";
import { cellFormula } from "../../formulas/columns";
import type { InstanceNames } from "../../formulas/names";

/** How children make their parent; in the order of the list. */
export const CARRIED_BY = ["sum", "mean", "ratio", "shared", "support"] as const;
const of = ({ table, headers }: TableSource, key: string): string => columnOf(table, headers, key);

/** Place of the kind in the list, 0 for none. */
export const kindNoFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IFERROR(MATCH(${cellOf(h, "kind")},${names.own.range("CarriedBy")},0),0)`);

/** −1 where lower is better, else 1. */
export const topSignFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "direction")}=${names.word("lower")},-1,1)`);

/** Row of the parent in the level above; 0 for none. */
export const parentRowFormula = (above: TableSource, h: Headers): CellFormula =>
  cellFormula(`IF(LEN(${cellOf(h, "known")})=0,0,IFERROR(MATCH(${cellOf(h, "known")},${of(above, "id")},0),0))`);
const parents = (above: TableSource, h: Headers, key: string): string =>
  `INDEX(${of(above, key)},${cellOf(h, "parentRow")})`;

/** A text of the parent goal; empty without one. */
export const parentTextFormula = (above: TableSource, h: Headers, key: string): CellFormula =>
  cellFormula(`IF(${cellOf(h, "parentRow")}=0,"",${parents(above, h, key)}&"")`);

/** A number of the parent goal; 0 without one. */
export const parentNumberFormula = (above: TableSource, h: Headers, key: string): CellFormula =>
  cellFormula(`IF(${cellOf(h, "parentRow")}=0,0,N(${parents(above, h, key)}))`);

/** The target in force: as typed, else the share of the parent's for sums, the parent's own for everything but support. */
export function flowedTargetFormula(above: TableSource, h: Headers): CellFormula {
  const [own, share, target] = [cellOf(h, "own"), cellOf(h, "share"), parents(above, h, "target")];
  const kind = cellOf(h, "parentKind");
  return cellFormula(
    `IF(ISNUMBER(${own}),${own},IF(${cellOf(h, "parentRow")}=0,"",IF(NOT(ISNUMBER(${target})),"",` +
      `IF(${kind}=1,IF(ISNUMBER(${share}),${target}*${share},""),IF(OR(${kind}=0,${kind}=5),"",${target})))))`,
  );
}

/** What a row counts for in its parent's mean: its base; 1 where none is typed, but nothing in a ratio. */
export const baseUsedFormula = (h: Headers): CellFormula =>
  cellFormula(
    `IF(${cellOf(h, "active")}=0,0,IF(${cellOf(h, "parentKind")}=5,0,IF(ISNUMBER(${cellOf(h, "base")}),MAX(0,${cellOf(h, "base")}),IF(${cellOf(h, "parentKind")}=3,0,1))))`,
  );
/** A number times the base, and the base where there is such a number. */
export const timesBaseFormula = (h: Headers, key: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, key)}),${cellOf(h, key)}*${cellOf(h, "baseUsed")},0)`);

/** What a figure counts with in its parent: its base where there is a figure, else 0. */
export const baseOfFormula = (h: Headers, key: string): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, key)}),${cellOf(h, "baseUsed")},0)`);

/** A column of the children put together by the kind of the parent: added for sums, else the mean by base. */
function together(
  below: TableSource,
  h: Headers,
  key: "target" | "actual" | "due",
  base: "targetBase" | "actualBase",
): string {
  const own = `${of(below, "known")},${cellOf(h, "id")}`;
  const sum = `SUMIFS(${of(below, key)},${own})`;
  const kind = cellOf(h, "kindNo");
  return (
    `IF(OR(${kind}=0,${kind}=5),"",IF(COUNTIFS(${own},${of(below, base)},">0")=0,"",IF(${kind}=1,${sum},` +
    `SUMIFS(${of(below, `${key}Product`)},${own})/SUMIFS(${of(below, base)},${own}))))`
  );
}

export type UpColumn =
  "children" | "carried" | "gap" | "weights" | "actual" | "due" | "attainment" | "coverage" | "scored" | "won";
/** What comes up from the level below. */
export function rolledFormulas(below: TableSource, h: Headers): Readonly<Record<UpColumn, CellFormula>> {
  const own = `${of(below, "known")},${cellOf(h, "id")}`;
  const [carried, target] = [cellOf(h, "carried"), cellOf(h, "target")];
  return {
    children: cellFormula(`COUNTIFS(${own},${of(below, "active")},1)`),
    carried: cellFormula(together(below, h, "target", "targetBase")),
    gap: cellFormula(`IF(AND(ISNUMBER(${carried}),ISNUMBER(${target})),ROUND(${carried}-${target},6),"")`),
    weights: cellFormula(`ROUND(SUMIFS(${of(below, "weightUsed")},${own}),6)`),
    actual: cellFormula(together(below, h, "actual", "actualBase")),
    due: cellFormula(together(below, h, "due", "actualBase")),
    scored: cellFormula(`SUMIFS(${of(below, "scoredWeight")},${own})`),
    won: cellFormula(`SUMIFS(${of(below, "wonWeight")},${own})`),
    attainment: cellFormula(`IF(${cellOf(h, "scored")}<=0,"",ROUND(${cellOf(h, "won")}/${cellOf(h, "scored")},9))`),
    coverage: cellFormula(`IF(${cellOf(h, "weights")}<=0,"",ROUND(${cellOf(h, "scored")}/${cellOf(h, "weights")},9))`),
  };
}
/** A row's weight in its parent, with a result and times the result; 0 where there is none. */
export const weightUsedFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(${cellOf(h, "active")}=0,0,MAX(0,N(${cellOf(h, "weight")})))`);

/** Weight of a goal that has an attainment, else 0. */
export const scoredWeightFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "attainment")}),${cellOf(h, "weightUsed")},0)`);

/** Weight × attainment of a goal, 0 without one. */
export const wonWeightFormula = (h: Headers): CellFormula =>
  cellFormula(`IF(ISNUMBER(${cellOf(h, "attainment")}),${cellOf(h, "weightUsed")}*${cellOf(h, "attainment")},0)`);

/** On track, behind, or nothing to say yet: figure against what is due by now. */
export const stateFormula = (names: InstanceNames, h: Headers): CellFormula =>
  cellFormula(
    `IF(AND(ISNUMBER(${cellOf(h, "actual")}),ISNUMBER(${cellOf(h, "due")})),` +
      `IF(ROUND(${cellOf(h, "sign")}*(${cellOf(h, "actual")}-${cellOf(h, "due")}),6)>=0,${names.own.word("onTrack")},${names.own.word("behind")}),"")`,
  );

/** What is wrong with a goal and its children; silent for empty rows. */
export function goalTreeCheckFormula(
  names: InstanceNames,
  h: Headers,
  level: { readonly isTop: boolean; readonly hasChildren: boolean; readonly siblings: string },
): CellFormula {
  const [target, gap, kind] = [cellOf(h, "target"), h["gap"] === undefined ? "" : cellOf(h, "gap"), "kindNo"];
  const tolerance = names.setting("Tolerance");
  const down: readonly (readonly [string, string])[] = level.hasChildren
    ? [
        [`${cellOf(h, kind)}=0`, names.own.word("noKind")],
        [`AND(${cellOf(h, kind)}<5,${cellOf(h, "children")}=0)`, names.own.word("noChildren")],
        [
          `AND(${cellOf(h, "children")}>0,ABS(${cellOf(h, "weights")}-100)>${tolerance})`,
          names.own.word("childWeights"),
        ],
        [`AND(${cellOf(h, kind)}=1,ISNUMBER(${gap}),N(${gap})<0)`, names.own.word("short")],
        [
          `AND(${cellOf(h, kind)}=1,ISNUMBER(${gap}),N(${gap})>ABS(N(${target}))*${names.own.cell("Over")})`,
          names.own.word("over"),
        ],
        [
          `AND(${cellOf(h, kind)}>1,${cellOf(h, kind)}<5,ISNUMBER(${gap}),ABS(N(${gap}))>0.000001)`,
          names.own.word("differs"),
        ],
      ]
    : [];
  const cases: readonly (readonly [string, string])[] = [
    [`NOT(ISNUMBER(${cellOf(h, "weight")}))`, names.word("weightMissing")],
    [`ABS(${level.siblings}-100)>${tolerance}`, names.word("weightsOff")],
    ...(level.isTop
      ? []
      : [[`AND(${cellOf(h, "parentKind")}=3,NOT(ISNUMBER(${cellOf(h, "base")})))`, names.own.word("noBase")] as const]),
    [
      level.isTop ? `NOT(ISNUMBER(${target}))` : `AND(${cellOf(h, "parentKind")}<5,NOT(ISNUMBER(${target})))`,
      names.word("incomplete"),
    ],
    ...down,
  ];
  const inactive = level.isTop
    ? '""'
    : `IF(AND(${isBlank(cellOf(h, "parent"))},${isBlank(cellOf(h, "owner"))}),"",${names.own.word("orphan")})`;
  return cellFormula(`IF(${cellOf(h, "active")}=0,${inactive},${firstWord(cases, names.word("ok"))})`);
}

/**
 * The second way, on Proof: Σ weight × attainment ÷ Σ weight of the goals that name this one as theirs. Ids of the levels differ,
 * so it can be asked of all tables below.
 */
export const attainmentAgainFormula = (below: readonly TableSource[], id: string): CellFormula => {
  const over = (values: (table: TableSource) => string): string =>
    below
      .map((table) => {
        const own = `--(${of(table, "parent")}=${id}),--ISNUMBER(${of(table, "attainment")})`;
        return `SUMPRODUCT(${own},--(${of(table, "weight")}>0),${values(table)})`;
      })
      .join("+");
  const weights = over((table) => of(table, "weight"));
  const won = over((table) => `${of(table, "weight")},${of(table, "attainment")}`);
  return cellFormula(`IF(${weights}<=0,"",ROUND((${won})/(${weights}),9))`);
};

// Steps of the example that is handed out.

/** "1000 × 30% = 300": a share of the goal above. */
export const flowStepFormula = (target: string, share: string): CellFormula =>
  cellFormula(`${target}&" × "&ROUND(100*${share},1)&"% = "&ROUND(${target}*${share},2)`);
/** "165 ÷ 150 = 110%": the figure over what is due, not above the cap. */
export const attainmentStepFormula = (names: InstanceNames, actual: string, due: string): CellFormula =>
  cellFormula(`${actual}&" ÷ "&${due}&" = "&ROUND(100*MIN(${names.setting("Cap")},${actual}/${due}),1)&"%"`);
