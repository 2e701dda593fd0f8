/** What only some workbooks of ours can do: reports for one person, links of a combined appraisal, a next period without targets. */
import { screen } from "@testing-library/react";
import { axe } from "jest-axe";
import { done } from "../support/fakeCommands";
import { button, open } from "./openPane";

jest.setTimeout(120_000);

test("a report is made for the person who is chosen, or for all, and the pane says that groups stay hidden", async () => {
  const { commands, container, user } = open({ kind: "method", offers: ["nextPeriod", "report"] });
  await user.click(await button("Report for one person"));
  const who = await screen.findByRole("combobox", { name: "For whom" });
  expect(screen.getByText(/Small groups stay hidden/)).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
  await user.selectOptions(who, "All 2, a sheet each");
  await user.click(await button("Make the report"));
  expect(commands.calls.find(({ name }) => name === "writePersonReports")?.args).toEqual([["P001", "P002"]]);
});

test("rows are put into a register that cannot grow by typing", async () => {
  const { commands, user } = open({ kind: "method", offers: ["addRows", "nextPeriod"] });
  await user.click(await button("Add ten rows to this table"));
  expect(commands.calls.map(({ name }) => name)).toContain("addRows");
});

test("more items are asked for by name; what is made is said before, and a number that does not fit is refused", async () => {
  const { commands, container, user } = open({ kind: "method", offers: ["moreItems"], items: "statements" });
  await user.click(await button("More statements"));
  const many = await screen.findByRole("spinbutton", { name: "Statements to add" });
  expect(screen.getByText("16 now, at most 60.")).toBeTruthy();
  expect(screen.getByText(/1 row typed under the table/)).toBeTruthy();
  expect(screen.getByText(/The old sheets stay/)).toBeTruthy();
  expect((await axe(container)).violations).toEqual([]);
  await user.type(many, "45");
  expect(screen.getByText("A whole number from 0 to 44.")).toBeTruthy();
  expect((await button("Make the sheets again")).getAttribute("aria-disabled")).toBe("true");
  await user.clear(many);
  await user.type(many, "3");
  await user.click(await button("Make the sheets again"));
  expect(commands.calls.find(({ name }) => name === "moreItems")?.args).toEqual([{ statements: 3 }]);
});

test("lines of Plan without a place for results are named, and what making the sheets again does is said before", async () => {
  const { commands, user } = open();
  await user.click(await button(/^People:/));
  expect(await screen.findByText(/K08 Complaints/)).toBeTruthy();
  expect(screen.getByText(/The old sheets stay as they are/)).toBeTruthy();
  await user.click(await button("Make the sheets again"));
  expect(commands.calls.map(({ name }) => name)).toContain("remakeSheets");
});

test("sections are linked to the scores that are chosen; one that goes by the same name is chosen already", async () => {
  const { commands, container, user } = open({ kind: "method", offers: ["nextPeriod", "link"] });
  await user.click(await button("Link scores"));
  const kpi = await screen.findByRole("combobox", { name: "KPI" });
  expect((kpi as HTMLSelectElement).value).toBe("eh_1_Results");
  expect((await axe(container)).violations).toEqual([]);
  await user.selectOptions(screen.getByRole("combobox", { name: "Behaviour" }), "Sales executive – Results");
  await user.selectOptions(kpi, "Typed by hand");
  await user.click(await button("Link"));
  expect(commands.calls.find(({ name }) => name === "linkScores")?.args).toEqual([{ S1: null, S2: "eh_1_Results" }]);
});

test("a method without targets is asked for none, and the sheets that are emptied are named before", async () => {
  const { user } = open(
    { kind: "method", offers: ["nextPeriod"] },
    {
      nextPeriodDraft: () =>
        done({
          ...{ title: "Second reviewer", closedFrom: "2026-01-01", closedTo: "2026-06-30" },
          ...{ from: "2026-07-01", to: "2026-12-31", people: 3, withoutTotal: 0 },
          ...{ targets: [], sheets: ["Two reviews"] },
        }),
    },
  );
  await user.click(await button("Start the next period"));
  expect(await screen.findByText(/then emptied: Two reviews/)).toBeTruthy();
  expect(screen.queryByRole("radiogroup")).toBeNull();
});

test("a sheet of somebody's own offers none of it", async () => {
  open({ kind: "recognised", offers: [] });
  await button("New scorecard");
  for (const name of ["Report for one person", "Link scores", "Start the next period"])
    expect(screen.queryByRole("button", { name })).toBeNull();
});
