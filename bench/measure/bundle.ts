/** Sizes of the built pane after gzip, where there is a build. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { most, type Line } from "./line";

interface SizeModule {
  readonly measure: (folder: string) => {
    readonly firstLoad: number;
    readonly laterParts: readonly { readonly file: string; readonly bytes: number }[];
  };
}

/** First load and the largest later part of the build in a folder; empty where nothing is built. */
export async function bundleLines(folder: string): Promise<readonly Line[]> {
  if (!existsSync(join(folder, "taskpane.html"))) return [];
  const size = (await import(pathToFileURL(join(process.cwd(), "tools", "size.mjs")).href)) as SizeModule;
  const { firstLoad, laterParts } = size.measure(folder);
  const largest = Math.max(0, ...laterParts.map(({ bytes }) => bytes));
  return [
    { name: "first load of the pane, gzip", value: firstLoad / 1024, unit: "KiB", budget: most(200) },
    { name: "largest later part, gzip", value: largest / 1024, unit: "KiB", budget: most(80) },
  ];
}
