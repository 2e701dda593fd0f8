/** Certificates for https on localhost, made on this machine by Microsoft's development tool and kept in the cache. */
import fs from "node:fs";
import path from "node:path";

const FOLDER = "node_modules/.cache/evenhand/certificates";
const DAYS = 30;

/**
 * Makes (or finds) a certificate for localhost. It writes files only; trusting them is the person's own step.
 * @returns {Promise<{tls: {key: Buffer, cert: Buffer}, authority: string}>} authority: the file to trust
 */
export async function localhostCertificates() {
  const [authority, cert, key] = ["ca.crt", "localhost.crt", "localhost.key"].map((name) => path.join(FOLDER, name));
  const fresh =
    [authority, cert, key].every((file) => fs.existsSync(file)) &&
    Date.now() - fs.statSync(cert).mtimeMs < (DAYS - 1) * 86_400_000;
  if (!fresh) {
    fs.mkdirSync(FOLDER, { recursive: true });
    const tool = await import("office-addin-dev-certs");
    const { generateCertificates } = tool.default ?? tool;
    await generateCertificates(authority, cert, key, DAYS, ["localhost", "127.0.0.1"]);
  }
  return { tls: { key: fs.readFileSync(key), cert: fs.readFileSync(cert) }, authority: path.resolve(authority) };
}
