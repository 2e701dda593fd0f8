/** Lets LibreOffice recalculate workbooks: one process for a batch, with a profile of its own that is thrown away. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface BatchFile {
  /** Unique in the batch, made of letters, digits, "-" and "_"; becomes the file's name. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** LibreOffice is missing or broke off; the message says which. */
export class LibreOfficeError extends Error {
  override readonly name = "LibreOfficeError";
}

const MINUTES_PER_BATCH = 10;

function run(command: string, parameters: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ["ignore", "pipe", "pipe"] });
    // Told to end, LibreOffice says that all is well, and leaves out what it had not come to.
    let isLate = false;
    const clock = setTimeout(() => {
      isLate = true;
      child.kill();
    }, MINUTES_PER_BATCH * 60_000);
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => {
      clearTimeout(clock);
      reject(
        new LibreOfficeError(
          `LibreOffice does not start (${error.message}). On Debian: apt-get install libreoffice-calc`,
        ),
      );
    });
    child.on("exit", (code) => {
      clearTimeout(clock);
      if (isLate) reject(new LibreOfficeError(`LibreOffice was not done after ${String(MINUTES_PER_BATCH)} minutes`));
      else if (code === 0) resolve(output);
      else reject(new LibreOfficeError(`LibreOffice ended with ${String(code)}: ${output.trim().slice(-500)}`));
    });
  });
}

/**
 * Opens every file, calculates and saves it as .xlsx again. A file that LibreOffice could not load or save is null.
 * Files must carry no results for their formulas, so that a value in the answer can only be LibreOffice's own.
 */
export async function recalculate(files: readonly BatchFile[]): Promise<ReadonlyMap<string, Uint8Array | null>> {
  // Started with nothing to do, LibreOffice waits for ever.
  if (files.length === 0) return new Map();
  const folder = await mkdtemp(join(tmpdir(), "evenhand-judge-"));
  try {
    const [input, output] = [join(folder, "in"), join(folder, "out")];
    await Promise.all([mkdir(input), mkdir(output)]);
    const paths = files.map(({ name }) => join(input, `${name}.xlsx`));
    await Promise.all(files.map((file, i) => writeFile(paths[i] ?? "", file.bytes)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    await run("soffice", [
      profile,
      "--headless",
      "--norestore",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      output,
      ...paths,
    ]);
    const results = await Promise.all(
      files.map(async ({ name }) => [name, await readFile(join(output, `${name}.xlsx`)).catch(() => null)] as const),
    );
    return new Map(results.map(([name, bytes]) => [name, bytes === null ? null : new Uint8Array(bytes)]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
