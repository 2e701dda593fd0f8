/** Ribbon and menu buttons: each shows the pane, hands over its wish and always completes. */
import { createCommands } from "../../src/commands";
import { associateRibbon } from "../../src/commands/ribbon";
import type { Intent } from "../../src/commands/types";
import { createHost } from "../../host/wire/frame";
import { bootHost, settle, type Booted } from "../support/bootHost";
import { TinyWorkbook } from "../support/tinyWorkbook";

const host = createHost(new TinyWorkbook());
let client: Booted;
let completed = 0;
beforeAll(async () => {
  client = await bootHost(host, {
    onCommandDone: () => {
      completed += 1;
    },
  });
  associateRibbon();
  await settle();
});
beforeEach(() => {
  completed = 0;
  localStorage.clear();
});

const press = async (name: string): Promise<void> => {
  client.transport.invokeCommand(name, `ribbon-${name}`);
  await settle(12);
};

it.each(["newScorecard", "scoreAndRank", "checkSheet", "clearFlags", "openPane"] as const)(
  "the button %s reaches the pane and completes",
  async (name) => {
    const seen: Intent[] = [];
    const stop = createCommands("en").onIntent((intent) => seen.push(intent));
    await press(name);
    stop();
    expect(seen).toEqual([name]);
    expect(completed).toBe(1);
  },
);

it("a wish from before the pane stood is handed over once", async () => {
  await press("checkSheet");
  expect(completed).toBe(1);
  const seen: Intent[] = [];
  const { onIntent } = createCommands("en");
  onIntent((intent) => seen.push(intent))();
  onIntent((intent) => seen.push(intent))();
  expect(seen).toEqual(["checkSheet"]);
});

it("an old wish, or anything else under our key, is none", () => {
  const seen: Intent[] = [];
  const { onIntent } = createCommands("en");
  for (const text of [
    JSON.stringify({ intent: "checkSheet", at: Date.now() - 120_000 }),
    JSON.stringify({ intent: "formatDisk", at: Date.now() }),
    "not JSON",
    "null",
  ]) {
    localStorage.setItem("evenhand.intent", text);
    onIntent((intent) => seen.push(intent))();
  }
  expect(seen).toEqual([]);
});

it("a button completes even when the pane cannot be shown", async () => {
  const show = jest.spyOn(client.Office.addin, "showAsTaskpane").mockRejectedValue(new Error("no pane"));
  await press("clearFlags");
  show.mockRestore();
  expect(completed).toBe(1);
});
