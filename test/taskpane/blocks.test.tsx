/** Choosing one of several tables, in the pane. */
import { screen } from "@testing-library/react";
import { axe } from "jest-axe";
import type { BlockOption } from "../../src/commands/types";
import { OVERVIEW } from "../support/fakeCommands";
import { button, open } from "./openPane";

const option = (nth: number, row: number, sum: number, isUsed = true): BlockOption => ({
  choice: { print: "p", nth },
  location: { sheet: "Mine", rect: { row, column: 0, rows: 5, columns: 3 } },
  people: 4,
  criteria: 2,
  weights: { sum, expected: 100 },
  isUsed,
});
const SEEN = { ...OVERVIEW, kind: "recognised" as const, blocks: [option(0, 0, 100), option(1, 8, 95)] };

test("the tables stand in a list; arrow keys go through it, and only the button chooses", async () => {
  const { commands, user, container } = open(SEEN);
  const all = await screen.findByRole("radio", { name: "All of them, each on its own" });
  expect(all).toBeChecked();
  expect(screen.getByRole("radio", { name: /A9:C13.*4 people, 2 indicators.*weights 95 of 100/ })).not.toBeChecked();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(screen.getByRole("radio", { name: /A1:C5/ }));
  await user.keyboard("{ArrowDown}");
  expect(commands.calls).toEqual([]);
  await user.click(await button("Show on the sheet"));
  await user.click(await button("Use this"));
  expect(commands.calls).toEqual([
    { name: "goTo", args: [SEEN.blocks[1]?.location] },
    { name: "chooseBlock", args: [{ print: "p", nth: 1 }] },
  ]);
});

test("the one in use is marked, and all can be had again", async () => {
  const { commands, user } = open({ ...SEEN, blocks: [option(0, 0, 100, false), option(1, 8, 95)] });
  expect(await screen.findByRole("radio", { name: /A9:C13/ })).toBeChecked();
  await user.click(screen.getByRole("radio", { name: "All of them, each on its own" }));
  await user.click(await button("Use this"));
  expect(commands.calls).toEqual([{ name: "chooseBlock", args: [null] }]);
});

test("where there is one table, nothing is asked; in Chinese no key shows", async () => {
  const { container } = open(SEEN, {}, { language: "zh-CN" });
  await screen.findByRole("radio", { name: "全部，分别计分" });
  expect(container.textContent).not.toMatch(/\[[a-z]+\./);
});
