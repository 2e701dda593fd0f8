/** Excel writes [@[Word]] as [@Word] when it rewrites a formula; both say the same. The digest with one form of it. */
export const withPlainHeads = (digest: unknown): unknown =>
  JSON.parse(JSON.stringify(digest).replaceAll(/\[@\[([^[\]]*)\]\]/g, "[@$1]"));
