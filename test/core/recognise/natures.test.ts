import { assess } from "../../../src/core/assess";
import { natureOf } from "../../../src/core/recognise/nature";
import type { CellValue } from "../../../src/core/recognise/snapshot";
import { sheetSnapshot } from "../../support/sheet";

const rules = (grid: readonly (readonly CellValue[])[]): string[] =>
  assess(sheetSnapshot(grid.map((row) => [...row]))).findings.map(({ rule }) => rule);

/** Criteria in rows, scored. */
const plan = (header: string, kinds: readonly string[]): (readonly CellValue[])[] => [
  ["KPI", header, "Weight", "Score"],
  ["Revenue", kinds[0] ?? "", 40, 80],
  ["Visits made", kinds[1] ?? "", 35, 70],
  ["Offers sent in time", kinds[2] ?? "", 25, 95],
];

describe("what drives results and what is one", () => {
  it.each([
    ["Lead", "lead"],
    ["leading indicator", "lead"],
    ["Process KPI", "lead"],
    ["Driver", "lead"],
    ["过程类指标", "lead"],
    ["领先指标", "lead"],
    ["LAGGING", "lag"],
    ["Results", "lag"],
    ["结果", "lag"],
    ["滞后性指标", "lag"],
    ["indicator", null],
    ["Sales", null],
    ["结果优秀", null],
    ["", null],
  ] as const)("is heard in %p: %p", (text, nature) => expect(natureOf(text)).toBe(nature));
});

describe("W09 on a list of criteria of one's own", () => {
  it.each([
    ["KPI type", ["Lag", "Lag", "Lag"]],
    ["Lead / lag", ["leading", "Leading", "leading indicator"]],
    ["指标类型", ["结果类", "结果类", "结果指标"]],
    ["Type", ["Result", "Outcome", "Result"]],
  ])("finds that %p names one kind only", (header, kinds) => {
    expect(rules(plan(header, kinds))).toContain("W09");
  });
  it.each([
    ["KPI type", ["Lag", "Lead", "Lag"]],
    // One is not said: nothing is known of the whole.
    ["KPI type", ["Lag", "", "Lag"]],
    ["KPI type", ["Sales", "Sales", "Sales"]],
    // Whose it is, and how it went: not which kind.
    ["Responsible", ["Lead", "Lead", "Lead"]],
    ["Comment", ["Result", "Result", "Result"]],
  ])("is silent under %p with %j", (header, kinds) => {
    expect(rules(plan(header, kinds))).not.toContain("W09");
  });
  it("reads a row of kinds over criteria that stand side by side", () => {
    const across = (kinds: readonly string[]): readonly (readonly CellValue[])[] => [
      ["Name", "Revenue", "Visits", "Offers"],
      ["Type of KPI", ...kinds],
      ["Weight", 40, 35, 25],
      ["Ann", 80, 75, 60],
      ["Bob", 70, 85, 90],
      ["Cho", 60, 65, 70],
    ];
    expect(rules(across(["结果", "结果", "结果"]))).toContain("W09");
    expect(rules(across(["Lag", "Lead", "Lag"]))).not.toContain("W09");
  });
});
