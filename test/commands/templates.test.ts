/** Every template of the catalogue through the add-in's command: round trips. Its values: core/blueprint/calculated.test.ts. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import { templates } from "../../src/core/templates/catalogue";
import { bootWorkbook, valueOf, type BootedWorkbook } from "../support/bootWorkbook";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook({ calculation: "none" });
  commands = createCommands("en");
});
afterAll(() => booted.close());

it.each(templates().map(({ id, jobGroup }, i) => [id, jobGroup, i % 2 === 0 ? "en" : "zh-CN"] as const))(
  "%s is written in at most six round trips",
  async (templateId, jobGroup, language) => {
    const book = booted.open("Mine");
    booted.host.log.clear();
    const period = { periodFrom: "2026-01-01", periodTo: "2026-06-30" };
    const group = jobGroup[language];
    valueOf(
      await commands.newScorecard({ templateId, people: [], language, jobGroup: group, ...period, withSample: true }),
    );
    expect(booted.host.log.syncs).toBeLessThanOrEqual(6);
    expect(await book.column("eh_1_Plan", language === "en" ? "Job group" : "岗位序列")).toEqual(
      templates()
        .find(({ id }) => id === templateId)
        ?.lines.map(() => group),
    );
  },
);
