/**
 * `npm start`: builds what is out of date and serves the workbench on localhost, one origin for grid, pane and Office.js.
 * --port N (default 3000, a free one if taken), --https, --no-open, --rebuild. Ctrl-C ends it.
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { contentSecurityPolicy, OFFICE_CDN } from "./build/contentSecurityPolicy.mjs";
import { bundleWorkbench, WORKBENCH_OUT } from "./bundle/workbench.mjs";
import { buildPane, PANE_OUT } from "./bundle/pane.mjs";
import { localhostCertificates } from "./serve/certificates.mjs";
import { serve } from "./serve/staticServer.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const DEFAULT_PORT = 3000;

/**
 * Office.js comes from the npm package here, not from Microsoft's CDN. Over plain http Microsoft's client asks its one-time
 * question in a frame of its own, which the production policy has no need to allow.
 */
function withLocalOffice(file, bytes) {
  if (!file.endsWith(".html")) return bytes;
  return bytes
    .toString("utf8")
    .replace(contentSecurityPolicy("cdn"), contentSecurityPolicy("local"))
    .replaceAll(`${OFFICE_CDN}/lib/1/hosted/office.js`, "/office/office.js");
}

/** The workbench's folders on one origin. Also used by the browser tests. */
export function workbenchMounts() {
  return [
    { at: "/office/", folder: path.join(root, "node_modules/@microsoft/office-js/dist"), ignoreCase: true },
    { at: "/", folder: WORKBENCH_OUT },
    { at: "/", folder: PANE_OUT, transform: withLocalOffice },
    { at: "/assets/", folder: path.join(root, "assets") },
  ];
}

/** Serves on the port asked for, or on a free one when it is taken. */
export async function serveWorkbench({ port = 0, tls = null, onRequest } = {}) {
  const options = { mounts: workbenchMounts(), tls, ...(onRequest ? { onRequest } : {}) };
  try {
    return await serve({ ...options, port });
  } catch (error) {
    if (error.code !== "EADDRINUSE") throw error;
    return serve({ ...options, port: 0 });
  }
}

/** Builds grid and pane where they are out of date, side by side. */
export async function buildWorkbench({ force = false, say = () => undefined } = {}) {
  await Promise.all([
    bundleWorkbench({ force }).then((built) => say(built ? "grid built" : "grid up to date")),
    buildPane({ force }).then((built) => say(built ? "pane built" : "pane up to date")),
  ]);
}

function openBrowser(url) {
  const [command, ...args] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", url]
      : process.platform === "darwin"
        ? ["open", url]
        : ["xdg-open", url];
  spawn(command, args, { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

async function main() {
  const args = process.argv.slice(2);
  const portAt = args.indexOf("--port");
  const port = portAt < 0 ? DEFAULT_PORT : Number(args[portAt + 1]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error("--port takes a number from 0 to 65535.");
    process.exit(2);
  }
  console.log("Preparing the workbench …");
  try {
    await buildWorkbench({ force: args.includes("--rebuild"), say: (text) => console.log(`  ${text}`) });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  const certificates = args.includes("--https") ? await localhostCertificates() : null;
  const tls = certificates?.tls ?? null;
  const server = await serveWorkbench({ port, tls });
  if (port !== 0 && server.port !== port) console.log(`  port ${port} is taken, using ${server.port}`);
  console.log(`\nEvenhand workbench: ${server.url}/\nNothing leaves this computer. Ctrl-C ends it.`);
  if (certificates !== null)
    console.log(`The certificate is this computer's own; a browser trusts it with ${certificates.authority}`);
  if (tls === null)
    console.log("Microsoft's client asks once in the page whether localhost may act as Microsoft Office: answer OK.");
  if (!args.includes("--no-open")) openBrowser(`${server.url}/`);
  for (const signal of ["SIGINT", "SIGTERM"])
    process.on(signal, () => {
      void server.close().then(() => process.exit(0));
    });
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
