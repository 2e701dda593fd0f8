/** What the pane's page may load. Used by the build and checked by the browser tests. */
export const OFFICE_CDN = "https://appsforoffice.microsoft.com";

/**
 * Fluent's style engine inserts empty <style> elements and fills them through the CSSOM, which the policy does not
 * police; so the hash of the empty text is all that style-src needs beside 'self'.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * @param {"cdn" | "local"} office where Office.js comes from; served locally over plain http it shows its one-time question
 * in a frame of its own, which production never needs
 */
export function contentSecurityPolicy(office) {
  return [
    "default-src 'none'",
    `script-src 'self'${office === "cdn" ? ` ${OFFICE_CDN}` : ""}`,
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    ...(office === "local" ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}
