/** The list of findings: no wall of red with hundreds, accepting with a reason, and what was accepted. */
import { screen, within } from "@testing-library/react";
import { axe } from "jest-axe";
import type { Finding } from "../../src/core/model/finding";
import { OVERVIEW, WEIGHT_FINDING } from "../support/fakeCommands";
import { button, open } from "./openPane";

/** 300 findings of three rules about a hundred people. */
const MANY: readonly Finding[] = Array.from({ length: 300 }, (_, i): Finding => ({
  ...WEIGHT_FINDING,
  id: String(i),
  rule: ["W01", "C01", "S02"][i % 3] ?? "",
  severity: (["error", "warning", "note"] as const)[i % 3] ?? "note",
  person: `Person ${String(i % 100)}`,
  fixes: [],
}));
const ACCEPTED: Finding = {
  ...WEIGHT_FINDING,
  acceptance: {
    ...{ rule: "W01", reason: "Agreed in May", initials: "AB", date: 46_023, state: "accepted", stateText: "accepted" },
    ...{ key: { scope: "i1", plan: "Sales", person: "", indicator: "" }, print: "0", sheet: "Plan", row: 4 },
  },
};
const show = async (user: ReturnType<typeof open>["user"]) => user.click(await button("Show findings"));

test("300 findings stand in three closed groups with their counts; one opens, twenty cards at a time", async () => {
  const { user, container } = open({ ...OVERVIEW, findings: MANY });
  await show(user);
  const list = () => screen.queryAllByRole("listitem");
  await screen.findByRole("button", { name: /^All 300/ });
  expect(list()).toHaveLength(0);
  const groups = screen.getAllByRole("heading", { level: 2 });
  expect(groups.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining("100 Error"),
    expect.stringContaining("100 Warning"),
    expect.stringContaining("100 Note"),
  ]);
  expect(await axe(container)).toHaveNoViolations();
  await user.click(within(groups[0] ?? container).getByRole("button"));
  expect(list()).toHaveLength(20);
  await user.click(await button("Show 20 more"));
  expect(list()).toHaveLength(40);
  await user.click(screen.getByRole("button", { name: "100 warnings" }));
  expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(1);
});

test("a finding is accepted with reason and initials, which are asked for once and never taken for given", async () => {
  const { commands, user, container } = open({ ...OVERVIEW, findings: [WEIGHT_FINDING] });
  await show(user);
  await user.click(await button("Accept with reason…"));
  await user.click(await button("Accept 1 finding"));
  expect(screen.getByText("Write in a sentence why this is all right.")).toBeVisible();
  expect(commands.calls).toEqual([]);
  await user.type(screen.getByRole("textbox", { name: /Reason/ }), "Agreed in May");
  await user.type(screen.getByRole("textbox", { name: /initials/ }), "AB");
  expect(await axe(container)).toHaveNoViolations();
  await user.keyboard("{Enter}");
  expect(commands.calls).toEqual([
    { name: "acceptFindings", args: [[WEIGHT_FINDING], { reason: "Agreed in May", initials: "AB" }] },
  ]);
});

/** Weights 40, 30, 25 that can be shared out in whole points; the first of them may be locked. */
const SHARED: Finding = {
  ...WEIGHT_FINDING,
  fixes: [
    {
      label: { key: "checks.W01.fix.scale", params: { whole: 100 } },
      patches: [],
      spread: {
        weights: ([40, 30, 25] as const).map((points, i) => ({
          location: { sheet: "Plan", rect: { row: 4 + i, column: 2, rows: 1, columns: 1 } },
          before: points,
          points,
          label: ["Revenue", "Visits", "Offers"][i] ?? "",
        })),
        point: 1,
        steps: [1],
      },
    },
  ],
};
const rowNamed = (name: RegExp) => screen.getByRole("row", { name });

test("weights are locked in the preview of a fix, and the rest is shared out among the others", async () => {
  const { commands, user, container } = open({ ...OVERVIEW, findings: [SHARED] });
  await show(user);
  await user.click(await button("Scale all to 100 %…"));
  // 40, 30, 25 of 95: 42, 32, 26.
  expect(rowNamed(/Revenue Plan!C5 40 42$/)).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  // By the keyboard: a space on the box.
  screen.getByRole("checkbox", { name: "Lock the weight of Revenue, Plan!C5" }).focus();
  await user.keyboard(" ");
  expect(rowNamed(/Revenue Plan!C5 40 40$/)).toBeVisible();
  expect(rowNamed(/Visits Plan!C6 30 33$/)).toBeVisible();
  expect(rowNamed(/Offers Plan!C7 25 27$/)).toBeVisible();
  expect(screen.getByText("Shared out: 2 weights change")).toBeInTheDocument();
  await user.click(await button("Change 2 cells"));
  const [call] = commands.calls;
  expect(call?.name).toBe("applyFix");
  expect(call?.args[1]).toMatchObject({
    patches: [
      { label: "Visits", before: 30, after: 33 },
      { label: "Offers", before: 25, after: 27 },
    ],
  });
});

test("weights of a section are shared out to what the section weighs, with locks", async () => {
  const spread = SHARED.fixes?.[0]?.spread;
  if (spread === undefined) throw new Error("nothing is shared out");
  const label = { key: "checks.W01.fix.scale", params: { whole: 60 } };
  const finding: Finding = { ...SHARED, fixes: [{ label, patches: [], spread: { ...spread, whole: 60 } }] };
  const { commands, user } = open({ ...OVERVIEW, findings: [finding] });
  await show(user);
  await user.click(await button("Scale all to 60 %…"));
  await user.click(screen.getByRole("checkbox", { name: "Lock the weight of Revenue, Plan!C5" }));
  // 20 of 60 are left for 30 and 25.
  expect(rowNamed(/Visits Plan!C6 30 11$/)).toBeVisible();
  await user.click(await button("Change 2 cells"));
  expect(commands.calls[0]?.args[1]).toMatchObject({ patches: [{ after: 11 }, { after: 9 }] });
});

test("a lock that leaves nothing to share out says so, and nothing can be changed", async () => {
  const { commands, user } = open({ ...OVERVIEW, findings: [SHARED] });
  await show(user);
  await user.click(await button("Scale all to 100 %…"));
  for (const box of screen.getAllByRole("checkbox")) await user.click(box);
  expect(screen.getByText("All weights are locked. Leave at least one that may change.")).toBeVisible();
  await user.click(await button(/^Change 0/));
  expect(commands.calls).toEqual([]);
  await user.click(screen.getAllByRole("checkbox")[2] ?? document.body);
  expect(rowNamed(/Offers Plan!C7 25 30$/)).toBeVisible();
});

test("what was accepted is folded away with who, when and why, and can be withdrawn", async () => {
  const { commands, user, container } = open({
    ...OVERVIEW,
    accepted: [ACCEPTED],
    log: { sheet: "Evenhand log", unreadable: 2 },
  });
  expect(await screen.findByText("1 accepted")).toBeVisible();
  await show(user);
  expect(screen.getByText("2 rows on “Evenhand log” can no longer be read and do not count.")).toBeVisible();
  await user.click(await button(/^Accepted/));
  expect(screen.getByText("“Agreed in May” — AB, Jan 1, 2026")).toBeVisible();
  expect(await axe(container)).toHaveNoViolations();
  await user.click(await button("Withdraw"));
  expect(commands.calls).toEqual([{ name: "withdrawAcceptance", args: [ACCEPTED] }]);
});

test("why says the limit that was used and leads to where it is changed; an expired acceptance is told", async () => {
  const cell = { sheet: "Settings", rect: { row: 44, column: 1, rows: 1, columns: 1 } };
  const { expired } = { expired: { ...ACCEPTED.acceptance, state: "expired" as const } };
  const finding = { ...WEIGHT_FINDING, acceptance: expired } as Finding;
  const limits = { W01: [{ meaning: { key: "checks.limit.W01.tolerance" }, value: 0.005, cell }] };
  const { commands, user } = open({ ...OVERVIEW, findings: [finding], limits });
  await show(user);
  expect(screen.getByText(/Accepted once \(AB, Jan 1, 2026: “Agreed in May”\)/)).toBeVisible();
  await user.click(await button("Why?"));
  expect(screen.getByText(/miss 100: 0\.005\./)).toBeVisible();
  await user.click(await button("Change it in Settings!B45"));
  expect(commands.calls).toEqual([{ name: "goTo", args: [cell] }]);
});

test("Recheck checks again, and all of it is there in Chinese", async () => {
  const { user, container } = open(
    { ...OVERVIEW, findings: [WEIGHT_FINDING], accepted: [ACCEPTED] },
    {},
    { language: "zh-CN" },
  );
  await user.click(await button("查看检查问题"));
  await user.click(await button("说明原因并接受…"));
  await user.click(await button(/^已接受/));
  await button("重新检查");
  expect(container.textContent).not.toMatch(/\[[a-z]+\./);
});
