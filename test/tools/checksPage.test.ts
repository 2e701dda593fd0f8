import { readFileSync } from "node:fs";
import { checksPage } from "../../tools/checks/checksPage";

it("docs/checks.md is what the registry says", () => {
  expect(readFileSync("docs/checks.md", "utf8")).toBe(checksPage());
});
