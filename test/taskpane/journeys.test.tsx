/** Ways through the pane as people go them: back and forth, by keyboard, with a second thought. */
import { act, screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Commands, RankedPerson, SheetOverview } from "../../src/commands/types";
import type { Look } from "../../src/taskpane/theme";
import { done, fakeCommands, OVERVIEW, WEIGHT_FINDING } from "../support/fakeCommands";
import { BROKEN, button, open } from "./openPane";

const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

test("going back keeps what was typed; after inserting the form is empty again", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  await user.type(await screen.findByRole("textbox", { name: "People" }), "Ann");
  await user.click(await screen.findByRole("radio", { name: /Supplier/ }));
  await user.click(await button("Back"));
  await user.click(await button("Start from a template"));
  expect(await screen.findByRole("textbox", { name: "People" })).toHaveValue("Ann");
  expect(screen.getByRole("radio", { name: /Supplier/ })).toBeChecked();
  expect(screen.getByRole("textbox", { name: "Job group" })).toHaveValue("Suppliers");
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({ templateId: "supplier", jobGroup: "Suppliers" });
  await user.click(await button("Start from a template"));
  expect(await screen.findByRole("textbox", { name: "People" })).toHaveValue("");
});

test("the form says which sheets will be made before it makes them", async () => {
  const { user } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  const chosen = await screen.findByRole("region", { name: "Chosen template" });
  expect(await within(chosen).findByText("2 sheets will be made")).toBeVisible();
  await user.click(screen.getByRole("radio", { name: /Supplier/ }));
  expect(await within(chosen).findByText("3 sheets will be made")).toBeVisible();
  // A method has no lines to choose from, also when a scorecard was looked at before it.
  await user.click(screen.getByRole("radio", { name: /^Ranking/ }));
  await waitFor(() => expect(within(chosen).queryByRole("button", { name: /indicators?, weights/ })).toBeNull());
  await user.click(screen.getByRole("radio", { name: /Supplier/ }));
  expect(await within(chosen).findByText("3 sheets will be made")).toBeVisible();
  expect(
    within(chosen)
      .getAllByRole("tab")
      .map((tab) => tab.textContent),
  ).toEqual(["Guide", "Settings", "Gates"]);
});

test("of what is typed quickly only the last is drawn: changed weights are looked up in the workbook", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  await screen.findByRole("table", { name: "Picture of the sheet Settings" });
  const asked: string[] = [];
  let answer = (): void => undefined;
  commands.templatePictures = ({ jobGroup }) => {
    asked.push(jobGroup);
    return new Promise((resolve) => {
      answer = () => resolve(null);
    });
  };
  await user.type(screen.getByRole("textbox", { name: "Job group" }), "abc");
  expect(asked).toHaveLength(1);
  await act(async () => {
    answer();
    await Promise.resolve();
  });
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toMatch(/abc$/);
});

test("a picture shows the sheet that people start on, and each of the others by its tab or with the arrow keys", async () => {
  const { user } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  await user.click(await screen.findByRole("radio", { name: /Supplier/ }));
  expect(await screen.findByRole("table", { name: "Picture of the sheet Settings" })).toHaveTextContent(
    "First of Settings",
  );
  await user.click(screen.getByRole("tab", { name: "Gates" }));
  expect(screen.getByRole("table", { name: "Picture of the sheet Gates" })).toBeVisible();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("tab", { name: "Guide" })).toHaveFocus();
  expect(screen.getByRole("tab", { name: "Guide" })).toHaveAttribute("aria-selected", "true");
  await user.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(screen.getByRole("tab", { name: "Settings" })).toHaveFocus();
  expect(screen.getAllByRole("tab").filter((tab) => tab.tabIndex === 0)).toHaveLength(1);
});

test("four questions lead to a method; it needs no job group and is inserted like a template", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Try with sample people"));
  await user.click(await button("Help me choose…"));
  const names = () => screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).value);
  expect(names()).toHaveLength(3);
  await user.selectOptions(screen.getByRole("combobox", { name: "Who judges?" }), "Several people");
  expect(names()[0]).toBe("ranking");
  await user.selectOptions(screen.getByRole("combobox", { name: "What do you want?" }), "Put people in order");
  expect(names()).toEqual(["ranking"]);
  await user.click(screen.getByRole("radio", { name: /Ranking methods/ }));
  expect(screen.queryByRole("textbox", { name: "Job group" })).toBeNull();
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({ templateId: "ranking", jobGroup: "Ranking methods" });
});

test("a template is found by any of its words, also those of its lines; none found is said", async () => {
  const { user } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  const search = await screen.findByRole("searchbox", { name: "Find a template" });
  await user.type(search, "VENDOR deliv");
  expect(screen.getAllByRole("radio").map((radio) => (radio as HTMLInputElement).value)).toEqual(["supplier"]);
  await user.type(search, " xyz");
  expect(screen.getByText("No template has these words.")).toBeVisible();
});

test("sample people come ticked by their own door, and then no list is needed", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Try with sample people"));
  expect(await screen.findByRole("checkbox", { name: "Add sample people" })).toBeChecked();
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({ withSample: true, people: [] });
});

test("bonus and deduction items, and a row for each person and indicator, are asked for where a scorecard is made", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Try with sample people"));
  await user.click(await screen.findByRole("checkbox", { name: "With bonus and deduction items" }));
  await user.selectOptions(
    screen.getByRole("combobox", { name: "How results are typed" }),
    "A row for each person and indicator, with own targets",
  );
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({ withItems: true, form: "register" });
});

test("a page for each person is asked for in the same place", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Try with sample people"));
  await user.selectOptions(
    await screen.findByRole("combobox", { name: "How results are typed" }),
    "A page for each person (up to 30)",
  );
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({ form: "form" });
});

test("a method is asked how many items it shall have; a number out of its limits cannot be inserted", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Try with sample people"));
  await user.click(await screen.findByRole("radio", { name: /Ranking methods/ }));
  const count = screen.getByRole("spinbutton", { name: "How many statements?" });
  expect(count).toHaveValue(16);
  await user.clear(count);
  await user.type(count, "61");
  expect(screen.getByText("A whole number from 4 to 60.")).toBeVisible();
  await user.click(await button("Insert"));
  expect(commands.calls).toEqual([]);
  await user.clear(count);
  await user.type(count, "20");
  const scale = screen.getByRole("combobox", { name: "Highest point of the scale" });
  expect(scale).toHaveDisplayValue("5");
  await user.selectOptions(scale, "7");
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({ counts: { statements: 20, points: 7 } });
});

test("another job group asks for its name, and makes a plan of its own", async () => {
  const { commands, user, container } = open();
  await user.click(await button("Add a plan for another job group"));
  await heading("Another job group");
  expect((await screen.findAllByRole("radio")).map((radio) => (radio as HTMLInputElement).value)).not.toContain(
    "ranking",
  );
  await user.type(await screen.findByRole("textbox", { name: "People" }), "Cy");
  const group = screen.getByRole("textbox", { name: "Job group" });
  await user.clear(group);
  expect(screen.getByText("Name the job group.")).toBeVisible();
  await user.click(await button("Insert"));
  expect(commands.calls).toEqual([]);
  await user.type(group, "Service");
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Insert"));
  expect(commands.calls).toEqual([
    { name: "addPlan", args: [{ templateId: "sales-exec", people: [{ name: "Cy" }], jobGroup: "Service" }] },
  ]);
});

test("people picked from cells stand in the list, to be looked over before they are used", async () => {
  const { commands, user } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  await user.click(await button("Use selected cells"));
  expect(await screen.findByRole("textbox", { name: "People" })).toHaveValue("Ann\nBo\t7");
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({ people: [{ name: "Ann" }, { name: "Bo", id: "7" }] });
});

test("the stage is chosen in the pane and read again afterwards", async () => {
  const { commands, user } = open();
  await user.selectOptions(await screen.findByRole("combobox", { name: "Stage" }), "evaluate");
  expect(commands.calls).toEqual([{ name: "setStage", args: ["evaluate"] }]);
});

test("when every cell is filled that is said", async () => {
  const { user } = open(
    { filled: 35, toFill: 36 },
    { nextEmptyCell: () => done({ location: null, filled: 36, toFill: 36 }) },
  );
  await user.click(await button("Next empty cell"));
  expect(await screen.findByText("All 36 cells are filled.")).toBeVisible();
});

test("what was done can still be taken back after a look at a cell and a change of sheet", async () => {
  let sheetEvent = (): void => undefined;
  const undo = { id: "1", label: { key: "commands.fix.undo" } };
  const answers: Partial<Commands> = {
    onSheetEvent: (listener) => {
      sheetEvent = () => listener({ edits: null, remote: false });
      return () => undefined;
    },
    applyFix: () =>
      Promise.resolve({
        ok: true,
        value: { changed: 1 },
        did: [{ key: "commands.fix.did", params: { count: 1 } }],
        undo,
      }),
  };
  const { commands, user } = open(BROKEN, answers);
  await user.click(await button("Show findings"));
  await user.click(await button(/Scale all weights/));
  await user.click(await button("Change 1 cell"));
  expect(await screen.findByText("1 cell changed.")).toBeVisible();
  await user.click(await button("Go to cell Plan!C12"));
  await act(async () => {
    sheetEvent();
    await Promise.resolve();
  });
  await user.click(await button("Take it back"));
  expect(commands.calls.at(-1)).toEqual({ name: "takeBack", args: [undo] });
});

test("what was done is announced once", async () => {
  const { user } = open({}, { clearFlags: () => done({ removed: 0 }), removeSample: () => done({ rows: 6 }) });
  await user.click(await button("Remove sample people"));
  for (const region of screen.getAllByRole("status")) {
    expect(within(region).queryAllByRole("status")).toEqual([]);
    expect(within(region).queryAllByRole("alert")).toEqual([]);
  }
});

test("what was said at home is not told on the next panel; what can be taken back waits at home", async () => {
  const did = [{ key: "commands.takeBack.did" }];
  const undo = { id: "1", label: { key: "commands.fix.undo" } };
  const { user } = open(BROKEN, {
    clearFlags: () => Promise.resolve({ ok: true, value: { removed: 0 }, did }),
    removeSample: () => Promise.resolve({ ok: true, value: { rows: 6 }, did, undo }),
    checkSheet: () =>
      Promise.resolve({ ok: true, value: { sheet: "Plan", findings: [], marked: 0, paneOnly: 0 }, did }),
  });
  await user.click(await button("Check sheet"));
  expect(await screen.findByText("Taken back.")).toBeVisible();
  await user.click(await button("Back"));
  expect(screen.queryByText("Taken back.")).toBeNull();
  await user.click(await button("Remove sample people"));
  await user.click(await button("Show findings"));
  expect(screen.queryByRole("button", { name: "Take it back" })).toBeNull();
  await user.click(await button("Back"));
  expect(await button("Take it back")).toBeVisible();
});

test("a command that gives no sign of life says what Excel may be waiting for", async () => {
  jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick"] });
  try {
    const { commands } = open({}, { scoreAndRank: () => new Promise(() => undefined) });
    await button("Score and rank");
    act(() => commands.intend("scoreAndRank"));
    expect(screen.queryByText(/being edited/)).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(4000));
    expect(screen.getByText(/being edited, press Enter/)).toBeVisible();
  } finally {
    jest.useRealTimers();
  }
});

test("the ranking stands best first; who has no rank yet comes last", async () => {
  const person = (name: string, rank: number | null): RankedPerson => ({
    name,
    rank,
    cell: WEIGHT_FINDING.location,
    total: rank === null ? null : 100 - rank,
    soFar: 50,
    low: 40,
    high: 60,
    coverage: 0.5,
    band: null,
  });
  const people = [person("Third", 3), person("Open", null), person("First", 1), person("Second", 2)];
  const { commands, user } = open(
    {},
    { scoreAndRank: () => done({ sheet: "Entry", findings: [], people, hasOwnResults: false }) },
  );
  await user.click(await button("Score and rank"));
  const names = (await screen.findAllByRole("rowheader")).map((cell) => cell.textContent);
  expect(names).toEqual(["First", "Second", "Third", "Open"]);
  const [, first] = screen.getAllByRole("row");
  expect(first?.textContent).toBe("1First99");
  await user.click(await button("First: go to cell Plan!C12"));
  expect(commands.calls).toEqual([{ name: "goTo", args: [WEIGHT_FINDING.location] }]);
});

const SCORED: RankedPerson = {
  name: "Ann",
  rank: 1,
  cell: WEIGHT_FINDING.location,
  total: 88,
  soFar: 88,
  low: 88,
  high: 88,
  coverage: 1,
  band: null,
};

test("results of a sheet of one's own can be written beside the data or on a new sheet", async () => {
  const { commands, user } = open({ ...OVERVIEW, kind: "recognised" });
  await user.click(await button("Score and rank"));
  await user.click(await screen.findByRole("radio", { name: "Values as of now" }));
  await user.click(await button("Write"));
  expect(commands.calls).toEqual([{ name: "writeResults", args: [{ place: "beside", form: "values" }] }]);
});

const WITH_OWN = { sheet: "Scores", findings: [], people: [SCORED], hasOwnResults: true };
test("where the sheet has totals of its own, a new sheet is proposed", async () => {
  const { commands, user } = open({ ...OVERVIEW, kind: "recognised" }, { scoreAndRank: () => done(WITH_OWN) });
  await user.click(await button("Score and rank"));
  await user.click(await button("Write"));
  expect(commands.calls).toEqual([{ name: "writeResults", args: [{ place: "sheet", form: "formulas" }] }]);
});

test("a scorecard of ours, which shows its results itself, offers nothing to write", async () => {
  const { user } = open({}, { scoreAndRank: () => done(WITH_OWN) });
  await user.click(await button("Score and rank"));
  await heading("Ranking");
  expect(screen.queryByRole("button", { name: "Write" })).toBeNull();
});

test("Escape leads back from a panel, and cancels what runs", async () => {
  const { user } = open(BROKEN, {
    checkSheet: (options) =>
      new Promise((resolve) => {
        options?.signal?.addEventListener("abort", () =>
          resolve({ ok: false, problem: { what: { key: "excel.cancelled" }, next: { key: "excel.cancelled.next" } } }),
        );
      }),
  });
  await user.click(await button("Show findings"));
  await heading("Findings");
  await user.keyboard("{Escape}");
  await heading("Evenhand");
  await user.click(await button("Check sheet"));
  await user.keyboard("{Escape}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Cancelled");
});

test("each panel takes the focus to its heading, so that the next Tab is inside it", async () => {
  const { user } = open(BROKEN);
  await user.click(await button("Show findings"));
  expect(await heading("Findings")).toHaveFocus();
  await user.tab();
  expect(screen.getByRole("combobox", { name: "Group by" })).toHaveFocus();
  await user.tab({ shift: true });
  expect(await button("Back")).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(await heading("Evenhand")).toHaveFocus();
});

test("findings are grouped as asked, and one severity can be looked at alone", async () => {
  const note = { ...WEIGHT_FINDING, id: "n", severity: "note" as const, person: "Ann", fixes: [] };
  const { user } = open({ ...OVERVIEW, findings: [WEIGHT_FINDING, note] });
  await user.click(await button("Show findings"));
  await user.selectOptions(await screen.findByRole("combobox", { name: "Group by" }), "person");
  expect(screen.getByRole("heading", { level: 2, name: /^Ann 1 Note/ })).toBeVisible();
  expect(screen.getByRole("heading", { level: 2, name: /^The sheet as a whole 1 Error/ })).toBeVisible();
  expect(screen.queryByRole("button", { name: /^0 / })).toBeNull();
  await user.click(screen.getByRole("button", { name: "1 note" }));
  expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(1);
});

test("a check without findings says so", async () => {
  const { user } = open();
  await user.click(await button("Check sheet"));
  await heading("Findings");
  expect(await screen.findByText("Nothing to flag")).toBeVisible();
  expect(screen.getByText("Looked at on “Entry”: 6 people, 6 indicators and their weights.")).toBeVisible();
});

const LOOKS: readonly Look[] = ["light", "dark", "contrast"];
test.each(LOOKS)("every panel is accessible (%s)", async (look) => {
  const { user, container } = open(BROKEN, {}, { look });
  for (const [press, title] of [
    ["Show findings", "Findings"],
    ["Score and rank", "Ranking"],
    ["New scorecard", "New scorecard"],
    ["Add a plan for another job group", "Another job group"],
  ] as const) {
    await user.click(await button(press));
    await heading(title);
    expect(await axe(container)).toHaveNoViolations();
    await user.click(await button("Back"));
  }
});

test("nothing is asked of the workbook before somebody asks", async () => {
  const commands = fakeCommands(OVERVIEW);
  expect(commands.calls).toEqual([]);
  const opened = open();
  await button("Next empty cell");
  expect(opened.commands.calls).toEqual([]);
});

test("how firm the ranks are stands one step behind the ranking: places, chance of the first, what would swap two people", async () => {
  const people = [1, 2].map((rank): RankedPerson => ({
    ...{
      name: `Person ${String(rank)}`,
      cell: WEIGHT_FINDING.location,
      total: 90 - rank,
      soFar: null,
      low: null,
      high: null,
    },
    ...{ coverage: 1, rank, band: null },
  }));
  const { user, container } = open(OVERVIEW, {
    scoreAndRank: () => done({ sheet: "Results", people, findings: [], hasOwnResults: false }),
  });
  await user.click(await button("Score and rank"));
  await user.click(await button("How firm are these ranks?"));
  await heading("How firm are the ranks?");
  const table = await screen.findByRole("table", { name: "Sales" });
  expect(within(table).getAllByRole("row")[1]).toHaveTextContent("1Ann1–283%");
  expect(screen.getByText("Moving 3.25 points of weight swaps places with Bo.")).toBeVisible();
  expect(screen.getByText("Ahead of Bo in 83% of the draws.")).toBeVisible();
  expect(screen.getByText("Top band in 60% of the draws.")).toBeVisible();
  expect(screen.getByText("Practically level with Cy.")).toBeVisible();
  expect(screen.queryByText(/^Ahead of Cy/)).toBeNull();
  expect(screen.getByText(/^1 person cannot be compared/)).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
});

test("the sheet is explained in sentences, also where it was refused", async () => {
  const { user } = open({ kind: "refused", reasons: [{ key: "checks.refused.noPlan" }] });
  await user.click(await button("Explain this sheet"));
  await heading("In plain words");
  expect(await screen.findByText("The sheet has no totals of its own.")).toBeVisible();
});

test("the period is closed with dates that follow and harder targets; a date too early is said at once", async () => {
  const { commands, user } = open(OVERVIEW);
  await user.click(await button("Start the next period"));
  expect(await heading("Next period")).toHaveFocus();
  expect(await screen.findByText(/2026-01-01 to 2026-06-30: the results of 6 people/)).toBeVisible();
  expect(screen.getByText(/2 of 6 people have no total yet/)).toBeVisible();
  const from = screen.getByLabelText("Period from");
  await user.clear(from);
  await user.type(from, "2026-06-30");
  expect(screen.getByRole("alert")).toHaveTextContent("must begin after the one that is closed");
  await user.click(await button("Close and start the next"));
  expect(commands.calls).toEqual([]);
  await user.clear(from);
  await user.type(from, "2026-07-01");
  await user.click(screen.getByRole("radio", { name: "Make them harder by" }));
  const percent = screen.getByLabelText("Per cent");
  await user.clear(percent);
  await user.type(percent, "8");
  expect(await axe(document.body)).toHaveNoViolations();
  await user.click(await button("Close and start the next"));
  expect(commands.calls).toEqual([
    {
      name: "startNextPeriod",
      args: [{ from: "2026-07-01", to: "2026-12-31", targets: { kind: "raise", percent: 8 } }],
    },
  ]);
});

test("checking while one types is switched on and off for a sheet of the user, and says why it stopped by itself", async () => {
  let tell = (): void => undefined;
  let watched = false;
  const seen = (): SheetOverview => ({ ...OVERVIEW, kind: "recognised", stage: null, watched });
  const { commands, user } = open(
    { kind: "recognised", stage: null },
    {
      overview: () => done(seen()),
      onSheetEvent: (listener) => {
        tell = () => listener({ edits: [{ sheetId: "1", address: "B2" }], remote: false });
        return () => undefined;
      },
      startWatching: () => {
        watched = true;
        return done({ sheet: "Entry", findings: [], marked: 0, paneOnly: 0 });
      },
      watchStep: () => {
        watched = false;
        const params = { cells: 500_000, most: 400_000 };
        const what = { key: "commands.watch.tooLarge", params };
        return done({ overview: seen(), stopped: { what, next: { key: "commands.watch.tooLarge.next" } } });
      },
      stopWatching: () => {
        watched = false;
      },
    },
  );
  const watch = (): Promise<HTMLElement> => screen.findByRole("switch", { name: "Keep checking while I type" });
  await user.click(await watch());
  await waitFor(async () => expect(await watch()).toBeChecked());
  tell();
  expect(await screen.findByText(/up to 400,?000/)).toBeVisible();
  expect(await watch()).not.toBeChecked();
  await user.click(await watch());
  await waitFor(async () => expect(await watch()).toBeChecked());
  await user.click(await watch());
  await waitFor(async () => expect(await watch()).not.toBeChecked());
  expect(commands.calls).toEqual([]);
});
