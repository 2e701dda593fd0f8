import { act, screen } from "@testing-library/react";
import { axe } from "jest-axe";
import { WEIGHT_FINDING } from "../support/fakeCommands";
import { BROKEN as broken, button, open } from "./openPane";

test("an Excel that is too old gets a plain message and no doors", async () => {
  const problem = {
    what: { key: "excel.tooOld", params: { found: "1.9", needed: "1.14" } },
    next: { key: "excel.tooOld.next" },
  };
  open({}, { readiness: () => Promise.resolve({ ok: false, problem }) });
  expect(await screen.findByRole("alert")).toHaveTextContent("too old");
  expect(screen.queryAllByRole("button")).toHaveLength(0);
});

test("an empty sheet offers three doors", async () => {
  const { container } = open({ kind: "empty" });
  await button("Check the sheet I have");
  await button("Start from a template");
  await button("Try with sample people");
  expect(await axe(container)).toHaveNoViolations();
});

test("a sheet that is refused says why and still offers the doors", async () => {
  open({ kind: "refused", reasons: [{ key: "checks.W01.why" }] });
  expect(await screen.findByText(/only comparable/)).toBeVisible();
  await button("Start from a template");
});

test("a run that stopped half-way is offered for removal, whatever else is open", async () => {
  const { commands, user, container } = open({
    kind: "empty",
    unfinished: { sheets: ["Settings", "Plan"], canFinish: false },
  });
  expect(await screen.findByText("Half-written: Settings, Plan. Nothing else was touched.")).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Start from a template"));
  await user.click(await button("Remove the half-written part"));
  expect(commands.calls.map(({ name }) => name)).toEqual(["removeUnfinished"]);
  expect(screen.queryByRole("button", { name: "Finish it" })).toBeNull();
});

test("a run that this pane has seen stop can be finished as well", async () => {
  const { commands, user, container } = open({ kind: "empty", unfinished: { sheets: ["Plan"], canFinish: true } });
  await user.click(await button("Finish it"));
  expect(commands.calls.map(({ name }) => name)).toEqual(["finishUnfinished"]);
  expect(await axe(container)).toHaveNoViolations();
});

test("a scorecard with open entry leads to the next empty cell", async () => {
  const { commands, user, container } = open();
  expect(await screen.findByText(/12 of 36 filled/)).toBeVisible();
  expect(screen.getByText("Nothing to flag")).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Next empty cell"));
  expect(commands.calls.map(({ name }) => name)).toContain("nextEmptyCell");
});

test("a finding shows why and changes nothing before its preview is confirmed", async () => {
  const { commands, user, container } = open(broken);
  await user.click(await button("Show findings"));
  expect(await screen.findByText(/add up to 95/)).toBeVisible();
  await user.click(await button("Why?"));
  expect(screen.getByText(/only comparable/)).toBeVisible();
  await user.click(await button(/Scale all weights/));
  expect(screen.getByRole("row", { name: /Revenue Plan!C5 35 40/ })).toBeVisible();
  expect(commands.calls).toHaveLength(0);
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Change 1 cell"));
  expect(commands.calls).toEqual([{ name: "applyFix", args: [WEIGHT_FINDING, WEIGHT_FINDING.fixes?.[0]] }]);
});

test("the form names what is wrong with the list of people and inserts what was typed", async () => {
  const { commands, user, container } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  const people = await screen.findByRole("textbox", { name: "People" });
  await user.type(people, "Ann,7\nBo,7");
  expect(screen.getByText("Line 2: id 7 is there twice.")).toBeVisible();
  await user.type(people, "8");
  expect(screen.getByText("2 indicators, weights 100 of 100, complete")).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Insert"));
  expect(commands.calls[0]?.args[0]).toMatchObject({
    templateId: "sales-exec",
    periodFrom: "2026-01-01",
    people: [
      { name: "Ann", id: "7" },
      { name: "Bo", id: "78" },
    ],
  });
});

test("a line that does not fit is left out, weights are changed, and nothing is inserted before they make 100", async () => {
  const { commands, user, container } = open({ kind: "empty" });
  await user.click(await button("Start from a template"));
  await user.type(await screen.findByRole("textbox", { name: "People" }), "Ann");
  await user.click(await button("2 indicators, weights 100 of 100, complete"));
  const weight = (name: string) => screen.getByRole("textbox", { name: `Weight of ${name}` });
  const box = (name: string) => screen.getByRole("checkbox", { name });
  expect(await axe(container)).toHaveNoViolations();
  await user.click(box("New customers"));
  expect(weight("Revenue")).toHaveValue("100");
  expect(screen.queryByRole("textbox", { name: "Weight of New customers" })).toBeNull();
  expect(box("Revenue")).toBeDisabled();
  // Back again with the weights that the template has.
  await user.click(box("New customers"));
  expect([weight("Revenue"), weight("New customers")].map((field) => (field as HTMLInputElement).value)).toEqual([
    "60",
    "40",
  ]);
  await user.clear(weight("Revenue"));
  expect(screen.getByText("Give “Revenue” a weight above 0, or untick it.")).toBeVisible();
  await user.type(weight("Revenue"), "20");
  expect(screen.queryByText(/a weight above 0/)).toBeNull();
  await button("2 indicators, weights 60 of 100, out of balance");
  await user.click(await button("Insert"));
  expect(commands.calls).toEqual([]);
  await user.click(await button("Scale to 100"));
  // Round as they were: in fives.
  expect(weight("New customers")).toHaveValue("65");
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Insert"));
  const lines = [
    { id: "K01", weight: 35 },
    { id: "K02", weight: 65 },
  ];
  expect(commands.calls[0]?.args[0]).toMatchObject({ templateId: "sales-exec", fit: { lines } });
});

test("a long command shows its count and can be cancelled; the problem is then told", async () => {
  const problem = { what: { key: "excel.cancelled" }, next: { key: "excel.cancelled.next" } };
  const { user } = open(
    {},
    {
      checkSheet: (options) =>
        new Promise((resolve) => {
          options?.onProgress?.({ done: 3, of: 8, label: { key: "pane.reading" } });
          options?.signal?.addEventListener("abort", () => resolve({ ok: false, problem }));
        }),
    },
  );
  await user.click(await button("Check sheet"));
  expect(screen.getByText(/3 of 8/)).toBeVisible();
  await user.click(await button("Cancel"));
  expect(await screen.findByRole("alert")).toHaveTextContent("Cancelled");
});

test("what was done can be taken back", async () => {
  const undo = { id: "1", label: { key: "pane.takeBack" } };
  const did = [{ key: "pane.quiet" }];
  const { commands, user } = open(
    {},
    { removeSample: () => Promise.resolve({ ok: true, value: { rows: 6 }, did, undo }) },
  );
  await user.click(await button("Remove sample people"));
  await user.click(await button("Take it back"));
  expect(commands.calls).toEqual([{ name: "takeBack", args: [undo] }]);
});

test("a ribbon button ranks like the pane's own, and a person without a total shows the bounds", async () => {
  const { commands, container } = open();
  await screen.findByText(/12 of 36 filled/);
  act(() => commands.intend("scoreAndRank"));
  expect(
    await screen.findByText("So far 40 (50% filled): 40 if the rest scores 0, 88 if it is on target."),
  ).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
});

test("the keyboard alone reaches the first action", async () => {
  const { commands, user } = open();
  (await button("Next empty cell")).focus();
  await user.keyboard("{Enter}");
  expect(commands.calls.map(({ name }) => name)).toEqual(["nextEmptyCell"]);
});

test("Chinese has no message without words", async () => {
  const { container, user } = open(broken, {}, { language: "zh-CN" });
  await user.click(await button("查看检查问题"));
  await screen.findByText(/权重合计 95%/);
  expect(container.textContent).not.toMatch(/\[[a-z]+\./);
});
