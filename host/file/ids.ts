/** Ids for objects read from a file: unique in the process, so that no engine ever sees one twice. */
let last = 0;

/** "{f11e0000-0000-4000-8000-00000000002a}" */
export function newFileId(): string {
  last += 1;
  return `{f11e0000-0000-4000-8000-${last.toString(16).padStart(12, "0")}}`;
}
