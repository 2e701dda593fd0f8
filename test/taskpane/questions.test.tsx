/** Questions about a sheet and the taking away of Evenhand, in the pane. */
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Question } from "../../src/commands/types";
import { OVERVIEW } from "../support/fakeCommands";
import { button, open } from "./openPane";

const answer = (print: string) => ({ role: "person" as const, line: "column" as const, print, nth: 0 });
const QUESTION: Question = {
  role: "person",
  kind: "unsure",
  block: { sheet: "Mine", rect: { row: 0, column: 0, rows: 5, columns: 3 } },
  guess: { answer: answer("b"), label: "B: Mascot" },
  picture: {
    columns: ["A", "B"],
    rows: [
      { number: 1, cells: ["Colour", "Mascot"] },
      { number: 2, cells: ["red", "Person A"] },
    ],
    column: 1,
    row: null,
  },
  choices: [
    { answer: answer("a"), label: "A: Colour" },
    { answer: answer("b"), label: "B: Mascot" },
  ],
};
const RECOGNISED = { ...OVERVIEW, kind: "recognised" as const, questions: [QUESTION, QUESTION] };

test("a question shows its piece of the sheet and is answered with yes, by pointing, or from the list", async () => {
  const { commands, user, container } = open(RECOGNISED);
  await screen.findByRole("heading", { name: "Are these the people?" });
  const picture = screen.getByRole("table", { name: "The table in question" });
  expect(within(picture).getByRole("cell", { name: "Person A" })).toHaveClass("asked");
  expect(within(picture).getByRole("cell", { name: "red" })).not.toHaveClass("asked");
  expect(screen.getByText("1 more question after this.")).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Yes, right"));
  await user.click(await button("Use selected cells"));
  await user.click(await button("Use this"));
  expect(commands.calls).toEqual([
    { name: "answerQuestion", args: [QUESTION, answer("b")] },
    { name: "answerQuestion", args: [QUESTION, "selection"] },
    { name: "answerQuestion", args: [QUESTION, answer("a")] },
  ]);
});

test("where a sheet looks like no scorecard, questions wait until somebody wants them; answers can be forgotten", async () => {
  const offered = { ...QUESTION, kind: "offer" as const, guess: null };
  const { user } = open({ ...RECOGNISED, kind: "refused", questions: [offered] });
  await user.click(await button("It is a scorecard: show where things stand…"));
  expect(await screen.findByRole("heading", { name: "Which column holds the people?" })).toBeVisible();
});

test("answers that are remembered can be forgotten", async () => {
  const { commands, user } = open({ ...RECOGNISED, questions: [], answered: 2 });
  await screen.findByText("2 answers of yours remembered.");
  await user.click(await button("Ask me again"));
  expect(commands.calls).toEqual([{ name: "forgetAnswers", args: [] }]);
});

test("taking Evenhand away says first what goes and what stays, and asks about the log", async () => {
  const { commands, user, container } = open();
  await user.click(await button("Remove Evenhand from this workbook"));
  expect(await screen.findByText("3 flags will be removed.")).toBeVisible();
  expect(commands.calls).toEqual([]);
  await user.click(screen.getByRole("checkbox", { name: "Also delete “Evenhand log” with 2 rows" }));
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Remove"));
  expect(commands.calls).toEqual([{ name: "removeEvenhand", args: [{ log: true, templates: false }] }]);
});

test("the questions are there in Chinese", async () => {
  const { container } = open(RECOGNISED, {}, { language: "zh-CN" });
  await screen.findByRole("heading", { name: "这些是人员吗？" });
  expect(container.textContent).not.toMatch(/\[[a-z]+\./);
});
