/** `npm run start:excel`: builds the add-in, serves it over https on this machine and says how a real Excel gets it. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { localhostCertificates } from "./serve/certificates.mjs";
import { serve } from "./serve/staticServer.mjs";

const PORT = 3000;
const FOLDER = "node_modules/.cache/evenhand/excel";
const bin = path.join("node_modules", ".bin", process.platform === "win32" ? "webpack.cmd" : "webpack");

console.log("Building the add-in …");
const built = spawnSync(bin, ["--mode", "production", "--env", "office=cdn", "--env", `out=${FOLDER}`], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, ADDIN_URL: `https://localhost:${PORT}` },
});
if (built.status !== 0) process.exit(built.status ?? 1);

const { tls, authority } = await localhostCertificates();
const server = await serve({ mounts: [{ at: "/", folder: FOLDER }], port: PORT, tls, cache: true });
const manifest = path.resolve(FOLDER, "manifest.xml");
console.log(`
Serving ${server.url}  (Ctrl+C ends it)

1. Trust the certificate authority once:
     ${authority}
   Windows: open it, Install Certificate, Current User, Trusted Root Certification Authorities.
   Mac: open it in Keychain Access, set "Always Trust".
   Or open ${server.url}/taskpane.html in your browser and accept it there (enough for Excel on the web).
2. Give Excel the manifest:
     ${manifest}
   Excel on the web: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in.
   Windows: put the file into a shared folder; File, Options, Trust Center, Trusted Add-in Catalogs, add the folder; restart;
            Home, Add-ins, More Add-ins, Shared Folder.
   Mac: copy it to ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef/ and restart Excel; Insert, My Add-ins.
3. Choose the Evenhand tab. What to try is listed in docs/real-excel-checklist.md.
`);
const end = async () => {
  await server.close();
  process.exit(0);
};
process.on("SIGINT", end);
process.on("SIGTERM", end);
