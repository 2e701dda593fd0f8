/** `npm run docs:checks`: writes docs/checks.md from the registry; with --check it only says whether the page is up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import { checksPage } from "./checks/checksPage";

const PAGE = "docs/checks.md";
const text = checksPage();
if (process.argv.includes("--check")) {
  let now = "";
  try {
    now = readFileSync(PAGE, "utf8");
  } catch {
    // No page yet: it is out of date.
  }
  if (now !== text) {
    console.error(`${PAGE} is out of date: run npm run docs:checks`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(PAGE, text);
  console.log(`${PAGE} written`);
}
