/** Sheets of one shape scored together, in the pane. */
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { FamilyResult } from "../../src/commands/types";
import { done, OVERVIEW } from "../support/fakeCommands";
import { button, open } from "./openPane";

const at = (sheet: string, row: number) => ({ sheet, rect: { row, column: 1, rows: 1, columns: 1 } });
const person = (name: string, total: number, rank: number): FamilyResult["people"][number] => ({
  name,
  cell: at(name, 0),
  total,
  soFar: total,
  low: total,
  high: total,
  coverage: 1,
  rank,
  band: null,
  sheets: [`Sheet of ${name}`],
});
const RESULT: FamilyResult = {
  kind: "people",
  sheets: [
    { name: "A", location: at("A", 0), people: 1, errors: 0, warnings: 2, hidden: [] },
    {
      name: "B",
      location: at("B", 0),
      people: 1,
      errors: 1,
      warnings: 0,
      hidden: [{ key: "checks.assumed.hiddenRows", params: { count: 3 } }],
    },
  ],
  people: [person("Person A", 84, 2), person("Person B", 86, 1)],
  notes: [
    {
      severity: "warning",
      location: at("B", 2),
      message: { key: "checks.family.weight", params: { name: "Work", sheet: "B", own: 70, others: 60 } },
    },
  ],
  differences: [],
  leftOut: [{ sheet: "C", reason: { key: "checks.refused.noScores" } }],
};
const SEEN = { ...OVERVIEW, kind: "recognised" as const, filled: 36, alike: ["B", "C"] };
const opened = (result = RESULT, language: "en" | "zh-CN" = "en") =>
  open(SEEN, { scoreTogether: () => done(result) }, { language });

test("the offer names the sheets; the ranking names everybody's sheet, and what differs leads to its cell", async () => {
  const { commands, user, container } = opened();
  expect(await screen.findByText("Made like this sheet: B and C.")).toBeVisible();
  await user.click(await button("Score all 3 sheets together"));
  const ranking = await screen.findByRole("table", { name: "Ranking" });
  expect(
    within(ranking)
      .getAllByRole("row")
      .slice(1)
      .map((row) => row.textContent),
  ).toEqual(["1Person BSheet of Person B86", "2Person ASheet of Person A84"]);
  expect(screen.getByText("“Work” weighs 70 on “B” and 60 on the other sheets.")).toBeVisible();
  expect(screen.getByText(/^Left out: C\. No weighted total/)).toBeVisible();
  expect(screen.getByText("2 warnings")).toBeVisible();
  expect(screen.getByText("3 rows that are hidden or filtered out count too.")).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Go to cell B!B3"));
  await user.click(await button("Write"));
  expect(commands.calls).toEqual([
    { name: "goTo", args: [at("B", 2)] },
    { name: "writeTogether", args: ["formulas"] },
  ]);
});

test("where nothing differs, that is said", async () => {
  const { user } = opened({ ...RESULT, notes: [] });
  await user.click(await button("Score all 3 sheets together"));
  expect(await screen.findByText("Weights and indicators are the same on all sheets")).toBeVisible();
});

test("it is there in Chinese", async () => {
  const { user, container } = opened({ ...RESULT, kind: "periods" }, "zh-CN");
  await user.click(await button("3 张工作表合并计分"));
  await screen.findByText("同一批人员在 2 张工作表中多次出现：按各表总分的平均排名。");
  expect(container.textContent).not.toMatch(/\[[a-z]+\./);
});

test("nothing is offered where no other sheet looks like this one", async () => {
  open({ ...SEEN, alike: [] });
  await button("Score and rank");
  expect(screen.queryByRole("button", { name: /together/ })).toBeNull();
});

test("on a form of one person scoring all together comes first, for alone nobody is ranked", async () => {
  open({ ...SEEN, people: 1 });
  const first = await button("Score all 3 sheets together");
  const others = screen.getByRole("button", { name: "Score and rank" });
  expect(first.compareDocumentPosition(others)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.getAllByRole("button", { name: "Score all 3 sheets together" })).toHaveLength(1);
});
