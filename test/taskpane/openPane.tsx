/** The pane over commands without a workbook. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Commands, SheetOverview } from "../../src/commands/types";
import "../../src/i18n/everything";
import type { Language } from "../../src/i18n";
import { App } from "../../src/taskpane/App";
import type { Look } from "../../src/taskpane/theme";
import { OVERVIEW, WEIGHT_FINDING, fakeCommands } from "../support/fakeCommands";

interface Seat {
  readonly language?: Language;
  readonly look?: Look;
}

export function open(overview: Partial<SheetOverview> = {}, answers: Partial<Commands> = {}, seat: Seat = {}) {
  const commands = fakeCommands({ ...OVERVIEW, ...overview }, answers);
  const { language = "en", look = "light" } = seat;
  const { container } = render(<App commands={commands} language={language} look={look} year={2026} />);
  return { commands, container, user: userEvent.setup() };
}
export const button = (name: string | RegExp) => screen.findByRole("button", { name });

/** A sheet whose weights add up to 95. */
export const BROKEN: SheetOverview = {
  ...OVERVIEW,
  findings: [WEIGHT_FINDING],
  plans: [{ name: "Sales", weightSum: 95, expected: 100 }],
};
