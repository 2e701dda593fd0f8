/**
 * A small static server bound to loopback, for the workbench, for a real Excel under development and for browser tests.
 * Nothing outside the mounted folders can be reached.
 */
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * @typedef {object} Mount
 * @property {string} at URL prefix, ending with "/"
 * @property {string} folder
 * @property {boolean} [ignoreCase] file names are looked up in lower case (Microsoft's package is all lower case, its requests are not)
 * @property {(file: string, text: Buffer) => Buffer | string} [transform]
 */

/** The file a URL path means under the mounts, or null. */
function resolve(mounts, urlPath) {
  for (const mount of mounts) {
    if (!urlPath.startsWith(mount.at)) continue;
    const rest = urlPath.slice(mount.at.length) || "index.html";
    const file = path.resolve(mount.folder, mount.ignoreCase ? rest.toLowerCase() : rest);
    const inside = file.startsWith(path.resolve(mount.folder) + path.sep);
    if (inside && fs.existsSync(file) && fs.statSync(file).isFile()) return { file, mount };
  }
  return null;
}

/**
 * @param {{mounts: Mount[], port?: number, tls?: {key: Buffer, cert: Buffer} | null, cache?: boolean, onRequest?: (path: string) => void}} options
 *   port 0 (default) takes a free one; mounts are tried in order
 * @returns {Promise<{url: string, port: number, close: () => Promise<void>}>}
 */
export function serve({ mounts, port = 0, tls = null, cache = false, onRequest }) {
  const answer = (request, response) => {
    const urlPath = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    onRequest?.(urlPath);
    const found = resolve(mounts, urlPath);
    if (found === null || (request.method !== "GET" && request.method !== "HEAD")) {
      response.writeHead(found === null ? 404 : 405, { "content-type": "text/plain" });
      response.end(found === null ? "not found" : "read only");
      return;
    }
    const bytes = fs.readFileSync(found.file);
    const body = found.mount.transform ? found.mount.transform(found.file, bytes) : bytes;
    response.writeHead(200, {
      "content-type": TYPES[path.extname(found.file).toLowerCase()] ?? "application/octet-stream",
      "cache-control": cache ? "max-age=3600" : "no-cache",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const server = tls ? https.createServer(tls, answer) : http.createServer(answer);
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      const actual = server.address().port;
      done({
        url: `${tls ? "https" : "http"}://localhost:${actual}`,
        port: actual,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
