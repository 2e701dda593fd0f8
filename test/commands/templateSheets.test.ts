/** The pane shows which sheets will be made before they are: they must be those. */
import { templateSheets } from "../../src/commands/templateList";
import { withItems } from "../../src/core/templates/items";
import { blueprintOf, salesTemplate } from "../support/generated";

describe.each(["en", "zh-CN"] as const)("sheets that are announced (%s)", (language) => {
  it.each([
    { withItems: false, form: "matrix" },
    { withItems: true, form: "matrix" },
    { withItems: false, form: "register" },
    { withItems: true, form: "register" },
    { withItems: true, form: "form" },
  ] as const)("are those that are made: %j", async (choices) => {
    const template = choices.withItems ? withItems(salesTemplate()) : salesTemplate();
    const made = blueprintOf({ template, language, form: choices.form }).sheets.map(({ name }) => name);
    expect(await templateSheets("sales-exec", language, choices)).toEqual(made);
  });
});
