/** Mistakes that real sheets hold, each named at its cell; and beside each a good sheet that is not accused. */
import { assessSheet } from "../../../src/core/assessSheet";
import { rectAddress } from "../../../src/core/model/a1";
import { sheetOfText } from "../../support/sheet";

/** "E3 rank-range-slides", "G4 B06": every alarm with its cell. */
function alarms(cells: string): string[] {
  return assessSheet(sheetOfText(cells), {}).blocks.flatMap(({ differences, findings }) => [
    ...differences.map(({ cell, mistake }) => `${rectAddress(cell.rect)} ${mistake}`),
    ...findings
      .filter(({ severity, rule }) => severity !== "note" && !/^T0[12]$/.test(rule))
      .map(({ location, rule }) => `${rectAddress(location.rect)} ${rule}`),
  ]);
}

const totalsOf = (...rows: readonly string[]): string =>
  ["Name|Work|Care|Total|Rank", "Weight|60%|40%||", ...rows].join("\n");

/** Ratings out of five, times the weight: 45 + the others, which make 100 or not. */
const form = (second: number, third: number): string =>
  [
    "Name:|Person A",
    "Objective|Weight (%)|Rating (1-5)|Weighted score",
    "Sales|45|4|=B3*C3/5 -> 36",
    `Care|${String(second)}|2|=B4*C4/5 -> ${String((second * 2) / 5)}`,
    `Order|${String(third)}|5|=B5*C5/5 -> ${String(third)}`,
    `Total|=SUM(B3:B5) -> ${String(45 + second + third)}||=SUM(D3:D5) -> ${String(36 + (second * 2) / 5 + third)}`,
  ].join("\n");

/** Points beside the weights, added and taken off; the total of the second person is given. */
const withPoints = (total: string): string =>
  [
    "Name|Work|Care|Bonus|Deduction|Total",
    "Weight|60%|40%|||",
    "Person A|70|80|3||=B3*0.6+C3*0.4+D3-E3 -> 77",
    `Person B|90|50|1|5|${total}`,
    "Person C|50|60||2|=B5*0.6+C5*0.4+D5-E5 -> 52",
    "Person D|80|90|||=B6*0.6+C6*0.4+D6-E6 -> 84",
    "Person E|60|70|2|1|=B7*0.6+C7*0.4+D7-E7 -> 65",
  ].join("\n");

interface Case {
  readonly mistake: string;
  readonly bad: string;
  readonly found: readonly string[];
  readonly good: string;
}
const cases: readonly Case[] = [
  {
    mistake: "a rank range that slides",
    bad: totalsOf(
      "Person A|70|80|74|=RANK(D3,D3:D6) -> 3",
      "Person B|90|60|78|=RANK(D4,D4:D7) -> 2",
      "Person C|50|60|54|=RANK(D5,D5:D8) -> 2",
      "Person D|80|90|84|=RANK(D6,D6:D9) -> 1",
    ),
    found: ["E5 rank-range-slides"],
    good: totalsOf(
      "Person A|70|80|74|=RANK(D3,D$3:D$6) -> 3",
      "Person B|90|60|78|=RANK(D4,D$3:D$6) -> 2",
      "Person C|50|60|54|=RANK(D5,D$3:D$6) -> 4",
      "Person D|80|90|84|=RANK(D6,D$3:D$6) -> 1",
    ),
  },
  {
    mistake: "a rank range of which one end slides",
    bad: totalsOf(
      "Person A|70|80|74|=RANK(D3,D3:D$6) -> 3",
      "Person B|90|60|78|=RANK(D4,D4:D$6) -> 2",
      "Person C|50|60|54|=RANK(D5,D5:D$6) -> 2",
      "Person D|80|90|84|=RANK(D6,D6:D$6) -> 1",
    ),
    found: ["E5 rank-range-slides"],
    // Columns fixed or not: rows are what matters.
    good: totalsOf(
      "Person A|70|80|74|=RANK(D3,$D$3:$D$6) -> 3",
      "Person B|90|60|78|=RANK(D4,$D$3:$D$6) -> 2",
      "Person C|50|60|54|=RANK(D5,$D$3:$D$6) -> 4",
      "Person D|80|90|84|=RANK(D6,$D$3:$D$6) -> 1",
    ),
  },
  {
    mistake: "weights of 95 in a form that counts shares of five points",
    bad: form(30, 20),
    found: ["B3:B5 W01"],
    good: form(30, 25),
  },
  {
    mistake: "a total that forgets the deduction of one person",
    bad: withPoints("=B4*0.6+C4*0.4+D4 -> 75"),
    found: ["F4 total-differs"],
    good: withPoints("=B4*0.6+C4*0.4+D4-E4 -> 70"),
  },
  {
    mistake: "a subtotal counted twice",
    bad: "Item|Max|Points\nOrder|10|9\nTools|10|8\nSubtotal|20|=SUM(C2:C3) -> 17\nSafety|10|7\nDocuments|10|6\nTotal|40|=SUM(C2:C6) -> 47",
    found: ["C7 subtotal-counted-twice"],
    good: "Item|Max|Points\nOrder|10|9\nTools|10|8\nSubtotal|20|=SUM(C2:C3) -> 17\nSafety|10|7\nDocuments|10|6\nTotal|40|=C4+C5+C6 -> 30",
  },
  {
    mistake: "an unweighted sum beside weights",
    bad: totalsOf("Person A|70|80|150|1", "Person B|90|50|140|2", "Person C|50|60|110|3"),
    // 74, 74, 54: the ranks follow the wrong totals.
    found: ["D3 unweighted-sum", "D4 unweighted-sum", "D5 unweighted-sum", "E4 unweighted-sum"],
    good: totalsOf("Person A|70|80|74|1", "Person B|90|50|74|1", "Person C|50|60|54|3"),
  },
  {
    mistake: "equal totals ranked apart",
    bad: totalsOf("Person A|70|80|74|1", "Person B|90|50|74|2", "Person C|50|60|54|3"),
    found: ["E4 equal-totals-ranked-apart"],
    good: totalsOf("Person A|70|80|74|1.5", "Person B|90|50|74|1.5", "Person C|50|60|54|3"),
  },
  {
    mistake: "a score beyond its scale",
    bad: "Name|Work|Care\nWeight|60%|40%\nPerson A|7|8\nPerson B|9|11\nPerson C|5|6\nPerson D|8|9",
    found: ["C4 S02"],
    good: "Name|Work|Care\nWeight|60%|40%\nPerson A|7|8\nPerson B|9|10\nPerson C|5|6\nPerson D|8|9",
  },
  {
    mistake: "more points than there are to have",
    bad: "Item|Max points|Points\nOrder|10|9\nTools|20|22\nSafety|30|25\nTotal|60|56",
    found: ["C3 S02"],
    good: "Item|Max points|Points\nOrder|10|9\nTools|20|20\nSafety|30|25\nTotal|60|54",
  },
  {
    mistake: "a text number that SUM skips",
    bad: "Nama|K1|K2|Total\nBobot|0.5|0.5|\nPerson A|6|'8,5|=SUMPRODUCT(B$2:C$2,B3:C3) -> 3\nPerson B|8|6|=SUMPRODUCT(B$2:C$2,B4:C4) -> 7\nPerson C|4|6|=SUMPRODUCT(B$2:C$2,B5:C5) -> 5",
    found: ["D3 text-number-skipped", "C3 S01"],
    good: "Nama|K1|K2|Total\nBobot|0.5|0.5|\nPerson A|6|8.5|=SUMPRODUCT(B$2:C$2,B3:C3) -> 7.25\nPerson B|8|6|=SUMPRODUCT(B$2:C$2,B4:C4) -> 7\nPerson C|4|6|=SUMPRODUCT(B$2:C$2,B5:C5) -> 5",
  },
  {
    mistake: "a mean over too few columns",
    bad: "Name|A|B|C|Average\nWeight|1|1|1|\nPerson A|6|9|3|=AVERAGE(B3:C3) -> 7.5\nPerson B|8|6|7|=AVERAGE(B4:D4) -> 7\nPerson C|4|6|8|=AVERAGE(B5:D5) -> 6",
    found: ["E3 too-few-columns"],
    good: "Name|A|B|C|Average\nWeight|1|1|1|\nPerson A|6|9|3|=AVERAGE(B3:D3) -> 6\nPerson B|8|6|7|=AVERAGE(B4:D4) -> 7\nPerson C|4|6|8|=AVERAGE(B5:D5) -> 6",
  },
  {
    mistake: "a missing score counted as 0",
    bad: totalsOf("Person A|70||42|3", "Person B|90|50|74|1", "Person C|50|60|54|2"),
    found: ["D3 blank-counted-as-zero", "C3 C01"],
    good: totalsOf("Person A|70|0|42|3", "Person B|90|50|74|1", "Person C|50|60|54|2"),
  },
  {
    mistake: "a weight of 0 beside scores",
    bad: "Name|Work|Care|Order\nWeight|60%|40%|0%\nPerson A|70|80|5\nPerson B|90|50|4\nPerson C|50|60|3",
    found: ["D2 W03"],
    // The sheet's own totals leave the line out as well.
    good: "Name|Work|Care|Order|Total\nWeight|60%|40%|0%|\nPerson A|70|80|5|74\nPerson B|90|50|4|74\nPerson C|50|60|3|54",
  },
  {
    mistake: "gaps between bands beside the scores",
    bad: "Name|Work|Care|Total||Score|Grade\nWeight|60%|40%|||≥100%|A\nPerson A|70|80|74||95%~99%|B\nPerson B|90|50|74||90%~94%|C\nPerson C|50|60|54||<90%|D",
    found: ["F2 B06", "F3 B06"],
    good: "Name|Work|Care|Total||Score|Grade\nWeight|60%|40%|||≥100%|A\nPerson A|70|80|74||[95%,100%)|B\nPerson B|90|50|74||[90%,95%)|C\nPerson C|50|60|54||<90%|D",
  },
  {
    mistake: "bands along a row that overlap",
    bad: "KPI指标|权重|甲级|乙级|丙级|得分\n产量|50%|≥95|85-96|<85|90\n质量|50%|≥98|95-98|<95|80",
    found: ["C2 B06"],
    good: "KPI指标|权重|甲级|乙级|丙级|得分\n产量|50%|≥95|85-95|<85|90\n质量|50%|≥98|95-98|<95|80",
  },
  {
    mistake: "a total that falls between bands of whole points",
    bad: "Name|Work|Care|Total||Band\nWeight|60%|40%|||90-100\nPerson A|89|91|89.8||80-89\nPerson B|90|50|74||0-79\nPerson C|50|60|54||",
    found: ["F2 B06"],
    good: "Name|Work|Care|Total||Band\nWeight|60%|40%|||90-100\nPerson A|90|90|90||80-89\nPerson B|90|50|74||0-79\nPerson C|50|60|54||",
  },
];

describe.each(cases)("$mistake", ({ bad, found, good }) => {
  test("is named at its cell", () => {
    expect(alarms(bad).sort()).toEqual([...found].sort());
  });
  test("and a good sheet like it is not accused", () => {
    expect(alarms(good)).toEqual([]);
  });
});

test("bands on a sheet without scores are looked at too", () => {
  const { kind, blocks } = assessSheet(
    sheetOfText("KPI|Excellent|Good|Fair|Poor\nSales|≥100%|90%~99%|80%~90%|<80%\nCalls|≥100%|90%~100%|80%~90%|<80%"),
    {},
  );
  expect(kind).toBe("refused");
  const said = blocks.flatMap(({ findings }) =>
    findings.map(({ rule, location }) => [rule, rectAddress(location.rect)]),
  );
  expect(said).toEqual([["B06", "B2"]]);
});

test("ticks that are read as points, and weights that are worked out, are said", () => {
  const saidOf = (cells: string): readonly string[] =>
    assessSheet(sheetOfText(cells), {}).reasons.map(({ key }) => key.replace("checks.assumed.", ""));
  expect(saidOf("Criterion|Weight|3|2|1\nWork|50|x||\nCare|30||x|\nOrder|20|||x")).toContain("ticks");
  expect(saidOf("Criterion|Weight|3|2|1\nWork|50|3||\nCare|30||2|\nOrder|20|||1")).not.toContain("ticks");
  const people = (total: string): string =>
    `Name|Work|Care|Total\nPerson A|80|90|${total} -> 84\nPerson B|70|60|${total} -> 66\nPerson C|90|60|${total} -> 78`;
  expect(saidOf(people("=Other!D2"))).toContain("solved");
  expect(saidOf(people("=B2*0.6+C2*0.4"))).not.toContain("solved");
});

test("somebody across whom nobody has rated is named; a place for others is not", () => {
  const rulesWith = (last: string): readonly string[] => {
    const cells = `KPI|Weight|Person A||Person B||${last}|\n||Rating|Total|Rating|Total|Rating|Total\nSales|60|80|=C3*B3/100 -> 48|90|=E3*B3/100 -> 54||=G3*B3/100 -> 0\nCare|40|70|=C4*B4/100 -> 28|60|=E4*B4/100 -> 24||=G4*B4/100 -> 0`;
    const { findings } = assessSheet(sheetOfText(cells, "C1:D1 E1:F1 G1:H1"), {});
    return findings.flatMap(({ severity, rule }) => (severity === "note" ? [] : [rule]));
  };
  expect(rulesWith("Person C")).toEqual(["C01"]);
  expect(rulesWith("Other")).toEqual([]);
});

test("a last criterion that only begins like a word for a bonus still lacks its weight", () => {
  const form = (last: string): string => `KPI|Weight|Score\nSales|60|80\nCare|40|90\n${last}||70`;
  expect(alarms(form("Primera venta"))).toContain("B4 W02");
  expect(alarms(form("Adjusts to change"))).toContain("B4 W02");
  expect(alarms(form("Bonus"))).toEqual([]);
});
