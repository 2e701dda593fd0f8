/**
 * Draws the PNG icons from assets/source/*.svg in every size that the manifest names (`npm run icons`).
 * A browser does the drawing, so that what is in the repository is exactly what the SVG says.
 */
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { findBrowser, NO_BROWSER } from "./browser.mjs";

const SIZES = { app: [16, 20, 24, 32, 40, 48, 64, 80, 96, 128], command: [16, 20, 24, 32, 40, 48, 64, 80] };
const source = "assets/source";
const browserFile = findBrowser();
if (browserFile === null) throw new Error(NO_BROWSER);

const browser = await chromium.launch({ executablePath: browserFile, args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const file of fs
  .readdirSync(source)
  .filter((name) => name.endsWith(".svg"))
  .sort()) {
  const name = path.basename(file, ".svg");
  const svg = fs.readFileSync(path.join(source, file), "utf8");
  for (const size of name === "app" ? SIZES.app : SIZES.command) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: `assets/${name}-${size}.png`, omitBackground: true });
  }
  console.log(`${name}: drawn`);
}
await browser.close();
