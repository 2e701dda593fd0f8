/**
 * Opens the zip that an .xlsx is. Its directory is read first: number of entries, sizes and ratios are checked before
 * anything is inflated, so that a zip bomb costs nothing. Inflating is the platform's own and stops at the limit; every
 * part is held against its checksum. (JSZip throws outside its promise for a damaged entry, which would end the process.)
 */
export type PackageFault = "empty" | "encrypted" | "notZip" | "tooLarge" | "notWorkbook" | "oldExcel" | "binary";

export interface PackageLimits {
  readonly maxEntries: number;
  /** Of all entries together, inflated. */
  readonly maxBytes: number;
  /** Inflated over stored, for entries above a megabyte. XML of even columns packs to about 1:60. */
  readonly maxRatio: number;
}
export const LIMITS: PackageLimits = { maxEntries: 10_000, maxBytes: 400 * 1024 * 1024, maxRatio: 400 };

/** The parts of an opened file, by their path without a leading slash. */
export interface Package {
  readonly names: readonly string[];
  /** The part's text (UTF-8 or UTF-16, byte-order mark removed), or null where there is none. Throws PackageError. */
  text(path: string): Promise<string | null>;
}

/** A part that cannot be unpacked; the reader turns it into a problem. */
export class PackageError extends Error {
  override readonly name = "PackageError";
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly stored: number;
  readonly inflated: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** The zip's central directory (APPNOTE 4.3.12, 4.3.16); null when there is no readable one. */
function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  while (end >= lowest && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  if (end < lowest) return null;
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder()
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replaceAll("\\", "/")
        .replace(/^\//, ""),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      stored: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function exceeds(entries: readonly Entry[], limits: PackageLimits): boolean {
  if (entries.length > limits.maxEntries) return true;
  let total = 0;
  for (const { stored, inflated } of entries) {
    total += inflated;
    if (inflated > 1024 * 1024 && inflated > stored * limits.maxRatio) return true;
  }
  return total > limits.maxBytes;
}

/** What the first bytes say, where the file is no zip at all. */
function nonZipFault(bytes: Uint8Array): PackageFault {
  if (bytes.length === 0) return "empty";
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
  if (!compound) return "notZip";
  // A compound file is an encrypted .xlsx (it holds a stream "EncryptedPackage") or an .xls of Excel 97-2003.
  const name = Array.from("EncryptedPackage").flatMap((ch) => [ch.charCodeAt(0), 0]);
  const limit = bytes.length - name.length;
  for (let at = 512; at <= limit; at += 64) if (name.every((byte, i) => bytes[at + i] === byte)) return "encrypted";
  return "oldExcel";
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Inflates, but no further than `maxBytes`: a zip whose directory lies ends here. */
async function inflate(packed: Uint8Array<ArrayBuffer>, maxBytes: number): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.length;
    chunks.push(step.value);
    if (length > maxBytes) {
      await reader.cancel();
      throw new PackageError("an entry is larger than the zip says");
    }
  }
  return joined(chunks, length);
}

/** The entry's bytes, checked against the directory. */
async function unpack(bytes: Uint8Array, entry: Entry): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw new PackageError("no local header");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.slice(start, start + entry.stored);
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new PackageError("unknown compression");
  const whole = entry.method === STORED ? packed : await inflate(packed, entry.inflated).catch(asPackageError);
  if (whole.length !== entry.inflated || crc32(whole) !== entry.checksum) throw new PackageError("wrong checksum");
  return whole;
}

function asPackageError(error: unknown): never {
  throw error instanceof PackageError ? error : new PackageError("the data cannot be inflated");
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder("utf-8").decode(bytes);
}

/** Opens a file's bytes; never throws for what the bytes hold. */
export function openPackage(
  bytes: Uint8Array,
  limits: PackageLimits = LIMITS,
): { readonly ok: true; readonly package: Package } | { readonly ok: false; readonly fault: PackageFault } {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes.length >= 22;
  const directory = isZip ? readDirectory(bytes) : null;
  if (directory === null) return { ok: false, fault: isZip ? "notZip" : nonZipFault(bytes) };
  if (exceeds(directory, limits)) return { ok: false, fault: "tooLarge" };
  const entries = new Map(directory.map((entry) => [entry.name.toLowerCase(), entry]));
  const text = async (path: string): Promise<string | null> => {
    const entry = entries.get(path.toLowerCase());
    return entry === undefined ? null : decode(await unpack(bytes, entry));
  };
  return { ok: true, package: { names: directory.map(({ name }) => name), text } };
}
