/** The desk of templates of one's own: made, mended, kept, passed on; with the keyboard, in both languages. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { axe } from "jest-axe";
import { SCORECARD_SUITS } from "../../src/core/methods/list";
import { readTemplateFile } from "../../src/core/schema/templateFile";
import type { TemplateDraft } from "../../src/core/templates/draft";
import type { MethodDraft } from "../../src/core/templates/methodDraft";
import { decimalSign, numberText, parseNumber } from "../../src/taskpane/desk/numbers";
import { open } from "./openPane";

// A loaded machine takes its time.
jest.setTimeout(120_000);

const type = (label: string | RegExp, text: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
};
/** A button by its name; asked of the buttons alone, for roles of a whole editor take long to work out. */
const named = (name: string): HTMLElement | undefined =>
  [...document.querySelectorAll("button")].find((one) => (one.getAttribute("aria-label") ?? one.textContent) === name);
const press = async (name: string): Promise<void> => {
  const found = await waitFor(() => named(name) ?? Promise.reject(new Error(`no button ${name}`)), { timeout: 5000 });
  await act(async () => {
    fireEvent.click(found);
    await Promise.resolve();
  });
};
async function toDesk(...seat: Parameters<typeof open>) {
  const pane = open(...seat);
  await press(seat[2]?.language === "zh-CN" ? "自定义模板" : "Templates of your own");
  await screen.findByRole("heading", { name: seat[2]?.language === "zh-CN" ? "新建" : "Make one" });
  return pane;
}

it("from a blank: faults are led to only when one tries to keep it, each at its field", async () => {
  const { container, commands } = await toDesk();
  await press("From a blank");
  await press("Start");
  await screen.findByLabelText("Name");
  expect(screen.queryByText(/Say it in at least/)).toBeNull();
  await press("Keep in this workbook");
  await screen.findByText("6 things to mend before it can be kept");
  expect(screen.getByLabelText("Name")).toHaveFocus();
  expect(screen.getByLabelText("Threshold")).toBeInvalid();
  expect(commands.calls.some(({ name }) => name === "desk.save")).toBe(false);
  expect((await axe(container)).violations).toEqual([]);

  type(/Section 1/, "Results");
  type("Indicator", "Revenue");
  type("Threshold", "80");
  type("Target", "100");
  type("Weight of Revenue", "60");
  type("Name", "Field sales");
  await screen.findByText("1 thing to mend before it can be kept");
  expect(screen.getByText("Weights: 60 of 100, 40 short")).toBeVisible();
  await press("Scale to 100");
  await screen.findByText("Weights: 100 of 100, complete");
  await press("Keep in this workbook");
  expect(await screen.findByRole("heading", { name: "Field sales" })).toBeVisible();
  expect(screen.getByText("“Field sales” is kept in this workbook.")).toBeVisible();
  expect(document.body.textContent).not.toMatch(/\[(?:pane|commands|sheet)\./);
});

it("keeps the weights that are locked when the others are scaled to 100", async () => {
  const { container } = await toDesk();
  await press("From a template");
  await press("Start");
  await screen.findByLabelText("Name (English)");
  const weights = () => screen.getAllByLabelText(/^Weight of/).map((field) => (field as HTMLInputElement).value);
  const before = weights();
  const first = screen.getAllByRole("button", { name: /^Lock the weight of/ })[0] ?? document.body;
  expect(first).toHaveAttribute("aria-pressed", "false");
  fireEvent.click(first);
  expect(first).toHaveAttribute("aria-pressed", "true");
  const second = screen.getAllByLabelText(/^Weight of/)[1] ?? document.body;
  fireEvent.change(second, { target: { value: "80" } });
  await press("Scale to 100");
  const after = weights();
  expect(after[0]).toBe(before[0]);
  expect(after.slice(1)).not.toEqual(before.slice(1));
  expect(after.reduce((sum, weight) => sum + Number(weight), 0)).toBe(100);
  for (const lock of screen.getAllByRole("button", { name: /^Lock the weight of/ }).slice(1)) fireEvent.click(lock);
  fireEvent.change(second, { target: { value: "70" } });
  expect(screen.getByText(/^The locked weights leave too little/)).toBeVisible();
  expect((await axe(container)).violations).toEqual([]);
});

describe("items of a method", () => {
  const choose = (label: string, value: string): void => {
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  };
  it("from a blank: each fault at its field, weights scaled to 100, the scale chosen, kept as they were written", async () => {
    const { container, commands } = await toDesk();
    await press("From a blank");
    choose("What it makes", "bars");
    await press("Start");
    await screen.findByText("Behaviour-anchored scale (BARS)");
    await press("Scale and bands");
    choose("Highest point of the scale", "4");
    await press("Keep in this workbook");
    // The name, and two dimensions, each without a name, a weight and four anchors.
    await screen.findByText("13 things to mend before it can be kept");
    expect(commands.calls.some(({ name }) => name === "desk.save")).toBe(false);
    expect((await axe(container)).violations).toEqual([]);
    for (const [i, weight] of ["30", "20"].entries()) {
      const field = (label: RegExp) => screen.getAllByLabelText(label)[i] ?? document.body;
      fireEvent.change(field(/^Weight of/), { target: { value: weight } });
      for (const label of [/^Dimension$/, ...[1, 2, 3, 4].map((point) => new RegExp(`^Point ${String(point)}`))])
        fireEvent.change(field(label), { target: { value: `${String(label)} of ${String(i)}` } });
    }
    type("Name", "Ward scale");
    expect(screen.getByText("Weights: 50 of 100, 50 short")).toBeVisible();
    await press("Scale to 100");
    await screen.findByText("Weights: 100 of 100, complete");
    await press("Keep in this workbook");
    await waitFor(() => expect(commands.calls.filter(({ name }) => name === "desk.save")).toHaveLength(1));
    const draft = commands.calls.find(({ name }) => name === "desk.save")?.args[0] as MethodDraft;
    expect(draft).toMatchObject({ workbook: "bars", points: 4 });
    expect(draft.items.map(({ values }) => values["weight"])).toEqual([60, 40]);
    expect(await screen.findByText("Behaviour-anchored scale (BARS) · 2 items")).toBeVisible();
    expect(document.body.textContent).not.toMatch(/\[(?:pane|commands|sheet)\./);
  });
  it("from a method, in Chinese: moved, copied, removed, with what names another item following it", async () => {
    const checklist = {
      ...{
        id: "checklist",
        name: "加权核查表",
        audience: "",
        field: "",
        jobGroup: "",
        words: [],
        lines: [],
        counts: [],
      },
      ...{ kind: "method" as const, ...SCORECARD_SUITS },
    };
    const { commands } = await toDesk({}, { templates: () => Promise.resolve([checklist]) }, { language: "zh-CN" });
    await press("从现有模板");
    await press("开始");
    await press("主动问候，及时接待顾客的详细内容");
    expect(screen.getByLabelText("相反项目（可不填）")).toHaveValue("");
    // The sixth statement says the opposite of the first, the twelfth of the eleventh.
    await press("下移");
    await press("复制一份");
    await press("删除");
    await press("保存到本工作簿");
    await waitFor(() => expect(commands.calls.filter(({ name }) => name === "desk.save")).toHaveLength(1));
    const draft = commands.calls.find(({ name }) => name === "desk.save")?.args[0] as MethodDraft;
    expect(draft.items).toHaveLength(16);
    expect(draft.items.map(({ values }) => values["opposite"]).filter((other) => other !== undefined)).toEqual([11]);
    expect(draft.items[1]?.values["item"]).toMatchObject({ "zh-CN": "主动问候，及时接待顾客" });
    expect(document.body.textContent).not.toMatch(/\[(?:pane|commands|sheet)\./);
  });
});

it("from a template: lines are moved, copied, removed, turned into another kind; the draft outlives a walk through the pane", async () => {
  const { commands } = await toDesk();
  await press("From a template");
  await press("Start");
  await screen.findByLabelText("Name (English)");
  await press("Details of Revenue against quota");
  fireEvent.change(await screen.findByLabelText("Kind"), { target: { value: "rating" } });
  expect(screen.queryByLabelText("Threshold")).toBeNull();
  type("Maximum", "4");
  fireEvent.click(screen.getByLabelText("Say what each point means"));
  type("Point 4 means (English)", "Finds it first");
  await press("Back");
  await press("Templates of your own");
  await press("Go on editing");
  await press("Keep in this workbook");
  await screen.findByText(/to mend before it can be kept/);
  for (const point of [1, 2, 3]) type(`Point ${String(point)} means (English)`, `Level ${String(point)}`);
  await press("Colours");
  fireEvent.click(await screen.findByLabelText(/Wine red/));
  await press("Keep in this workbook");
  await waitFor(() => expect(commands.calls.filter(({ name }) => name === "desk.save")).toHaveLength(1));
  const draft = commands.calls.find(({ name }) => name === "desk.save")?.args[0] as TemplateDraft;
  expect(draft.palette).toBe("wine");
  expect(draft.lines[0]).toMatchObject({ kind: "rating", maximum: 4 });
  expect(draft.lines[0]?.anchors?.map(({ en }) => en)).toEqual(["Level 1", "Level 2", "Level 3", "Finds it first"]);
});

it("with a line scored in steps, whose worths are typed in per cent", async () => {
  const { commands } = await toDesk();
  await press("From a template");
  await press("Start");
  await press("Details of Revenue against quota");
  fireEvent.change(await screen.findByLabelText("Kind"), { target: { value: "steps" } });
  type("Worth below step 1, %", "40");
  type("Step 1 from", "80");
  type("Worth of step 1, %", "70");
  type(/^Step 2 from/, "100");
  await press("Keep in this workbook");
  // A further step needs both.
  expect(await screen.findByText("Each step needs its worth.")).toBeVisible();
  type(/^Worth of step 2, %/, "112.5");
  await press("Keep in this workbook");
  await waitFor(() => expect(commands.calls.filter(({ name }) => name === "desk.save")).toHaveLength(1));
  const draft = commands.calls.find(({ name }) => name === "desk.save")?.args[0] as TemplateDraft;
  const { kind, worthBelow, step1, worth1, step2, worth2, threshold } = draft.lines[0] ?? {};
  expect([kind, worthBelow, step1, worth1, step2, worth2, threshold]).toEqual([
    ...["steps", 0.4, 80, 0.7, 100, 1.125],
    undefined,
  ]);
});

it("with bands of its own and other worths of points", async () => {
  const { commands } = await toDesk();
  await press("From a template");
  fireEvent.change(await screen.findByLabelText("Template to start from"), { target: { value: "supplier" } });
  await press("Start");
  await press("Scale and bands");
  fireEvent.change(await screen.findByLabelText("Bands"), { target: { value: "own" } });
  await press("Remove band 5");
  type("Point 1", "0");
  await press("Keep in this workbook");
  await waitFor(() => expect(commands.calls.some(({ name }) => name === "desk.save")).toBe(true));
  const draft = commands.calls.find(({ name }) => name === "desk.save")?.args[0] as TemplateDraft;
  expect(draft.bands?.map(({ name, from }) => [name.en, name["zh-CN"], from])).toEqual([
    ["Unsatisfactory", "不合格", undefined],
    ["Below", "待改进", 60],
    ["Meets", "合格", 90],
    ["Exceeds", "良好", 103],
  ]);
  expect(draft.points).toEqual([{ scale: 5, worths: [0, 0.7, 1, 1.1, 1.2] }]);
});

it("with bonus and deduction items and their limits", async () => {
  const { commands } = await toDesk();
  await press("From a template");
  await press("Start");
  await press("Scale and bands");
  await press("Add an item");
  await press("Add an item");
  type("Item 1 (English)", "Award");
  type("Item 1 (Chinese)", "表彰");
  await press("Keep in this workbook");
  // The second item has no name yet: told at its field.
  await screen.findByText("1 thing to mend before it can be kept");
  await press("Remove item 2");
  fireEvent.change(screen.getByLabelText("Adds or takes"), { target: { value: "deduction" } });
  type("Points each time", "2.5");
  type("Most points", "5");
  type("Most deduction points", "20");
  await press("Keep in this workbook");
  await waitFor(() => expect(commands.calls.some(({ name }) => name === "desk.save")).toBe(true));
  const draft = commands.calls.find(({ name }) => name === "desk.save")?.args[0] as TemplateDraft;
  expect(draft.items).toEqual([
    { id: "X1", name: { en: "Award", "zh-CN": "表彰" }, side: "deduction", points: 2.5, limit: 5 },
  ]);
  expect(draft.itemLimits).toEqual({ bonus: 5, deduction: 20 });
});

it("with gates: answered on Entry, or decided by an indicator below a limit", async () => {
  const { commands, container } = await toDesk();
  await press("From a template");
  await press("Start");
  await press("Scale and bands");
  await press("Add a gate");
  await press("Add a gate");
  type("Gate 1 (English)", "Promise broken to a customer");
  type("Gate 1 (Chinese)", "对客户失信");
  type("Gate 2 (English)", "Quota missed by far");
  const [, second] = screen.getAllByLabelText("Decided by");
  if (second === undefined) throw new Error("no second gate");
  fireEvent.change(second, { target: { value: "K01" } });
  await press("Keep in this workbook");
  await screen.findByText("1 thing to mend before it can be kept");
  expect(screen.getByLabelText("Broken below")).toBeInvalid();
  type("Broken below", "60");
  const [, best] = screen.getAllByLabelText("Best band left when broken");
  if (best !== undefined) fireEvent.change(best, { target: { value: "2" } });
  expect((await axe(container)).violations).toEqual([]);
  await press("Keep in this workbook");
  await waitFor(() => expect(commands.calls.some(({ name }) => name === "desk.save")).toBe(true));
  const draft = commands.calls.find(({ name }) => name === "desk.save")?.args[0] as TemplateDraft;
  expect(draft.gates).toEqual([
    { id: "G1", name: { en: "Promise broken to a customer", "zh-CN": "对客户失信" }, bestBand: 1 },
    { id: "G2", name: { en: "Quota missed by far" }, line: "K01", below: 60, bestBand: 2 },
  ]);
});

it("goes out as text and comes in as text; what is damaged is refused with its places, and nothing is kept", async () => {
  const { container } = await toDesk();
  await press("From a template");
  await press("Start");
  await screen.findByLabelText("Name (English)");
  type("Name (English)", "Mine");
  await press("Keep in this workbook");
  await press("Export: Mine");
  const text = (await screen.findByLabelText<HTMLTextAreaElement>("Text of own-mine.evenhand.json")).value;
  expect(readTemplateFile(text).ok).toBe(true);
  expect((await axe(container)).violations).toEqual([]);
  await press("Delete: Mine");
  await screen.findByText("None yet.");

  await press("From a file");
  const form = await screen.findByRole("form", { name: "From a file" });
  type("Or paste its text", text.replace('"weight": 35', '"weight": "much"'));
  fireEvent.click(within(form).getByRole("button", { name: "Take it in" }));
  expect(await screen.findByText("lines[0].weight")).toBeVisible();
  expect(screen.getByRole("alert")).toHaveTextContent("This must be a number without quotation marks.");
  expect(screen.getByText("None yet.")).toBeVisible();
  type("Or paste its text", text);
  fireEvent.click(within(form).getByRole("button", { name: "Take it in" }));
  expect(await screen.findByRole("heading", { name: "Mine" })).toBeVisible();
  await press("Use: Mine");
  expect(await screen.findByRole("heading", { name: "New scorecard" })).toBeVisible();
});

it("speaks Chinese", async () => {
  const { container } = await toDesk({}, {}, { language: "zh-CN" });
  await press("从空白开始");
  await press("开始");
  await press("保存到本工作簿");
  await screen.findByText("保存前还有6处需要修改");
  for (const part of ["计分和等级", "配色", "说明"]) await press(part);
  expect(screen.getByLabelText("工作表配色")).toBeVisible();
  expect(container.textContent.replace(/Evenhand|English/g, "")).not.toMatch(/[a-z]{3}/i);
  expect((await axe(container)).violations).toEqual([]);
});

it("takes numbers as the person's culture writes them", () => {
  expect(decimalSign("de-DE")).toBe(",");
  expect(parseNumber("1.234,5", ",")).toBe(1234.5);
  expect(parseNumber("1,234.5", ".")).toBe(1234.5);
  expect(parseNumber("３０", ".")).toBe(30);
  expect(parseNumber("−0.5", ".")).toBe(-0.5);
  expect(parseNumber("12,5", ".")).toBeNull();
  for (const none of ["", "much", "1.2.3", "1e5", "0x10"]) expect(parseNumber(none, ".")).toBeNull();
  expect(numberText(12.5, ",")).toBe("12,5");
});
