/** A browser for the tests: headless, loopback only, with a record of everything that went wrong or out. */
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";
import { findBrowser, NO_BROWSER } from "../../../tools/browser.mjs";

/** Launches the browser; throws the plain sentence when there is none. */
export async function launch() {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(NO_BROWSER);
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/**
 * A fresh profile with one page.
 * @returns page, context, and what happened: console errors, page errors, all requests, Microsoft's questions that were accepted
 */
export async function openPage(
  browser,
  { width = 1366, height = 768, colorScheme = "light", forcedColors = "none", locale = "en-US" } = {},
) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, forcedColors, locale });
  const page = await context.newPage();
  const seen = { errors: [], requests: [], questions: [] };
  page.on("console", (message) => {
    if (message.type() === "error") seen.errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("dialog", async (dialog) => {
    seen.questions.push(dialog.message());
    await dialog.accept();
  });
  return { context, page, seen };
}

/** Whether the page, or a frame in it, scrolls sideways: pixels too many (0 is good). */
export const sidewaysOverflow = (frame) =>
  frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Reads until it is as expected: an edit travels through grid, model and engine before it shows. */
export async function eventually(read, expected) {
  let got;
  for (let tries = 0; tries < 100; tries += 1) {
    got = await read();
    if (isDeepStrictEqual(got, expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.deepEqual(got, expected);
}
