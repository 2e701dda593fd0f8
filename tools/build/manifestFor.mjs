/** The manifest as it stands in the repository names the development address; a build names its own. */
export const DEVELOPMENT_ADDRESS = "https://localhost:3000";

/**
 * @param {string} text manifest.xml
 * @param {{address: string, version: string}} options address with or without a trailing slash (https only), version as in package.json
 */
export function manifestFor(text, { address, version }) {
  const base = address.replace(/\/+$/, "");
  if (!/^https:\/\/[^/\s]+/.test(base))
    throw new Error(
      `ADDIN_URL must be an https address, such as https://tools.example.org/evenhand (got "${address}")`,
    );
  return text
    .replaceAll(DEVELOPMENT_ADDRESS, base)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
}
