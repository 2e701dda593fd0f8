/**
 * Steps that bring a stored thing of an earlier schema version to the present one. Each has an id, "<sequence>/<version>";
 * a gap, a repetition or a foreign id is found when the sequence is defined, not when somebody opens an old file.
 */

export interface Migration {
  /** "<sequence>/<version that it leads to>". */
  readonly id: string;
  /** Takes parsed JSON of the version before, of whatever shape; never throws, never changes what it is given. */
  readonly up: (value: unknown) => unknown;
}
export interface MigrationSequence {
  readonly id: string;
  /** Oldest version that can still be read. */
  readonly oldest: number;
  /** The present version. */
  readonly version: number;
  readonly migrations: readonly Migration[];
}
export type MigrationResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: "too-new" | "too-old" | "no-version" };

/**
 * Defines a sequence. An id that is out of its place is a bug and is thrown.
 * @param oldest version that the first migration starts from
 */
export function migrationSequence(id: string, oldest: number, migrations: readonly Migration[]): MigrationSequence {
  migrations.forEach((migration, i) => {
    const expected = `${id}/${String(oldest + i + 1)}`;
    if (migration.id !== expected) throw new Error(`migration ${migration.id} stands where ${expected} belongs`);
  });
  return { id, oldest, version: oldest + migrations.length, migrations };
}

/** Brings a value of a version to the present one. */
export function migrate(sequence: MigrationSequence, value: unknown, version: unknown): MigrationResult {
  if (typeof version !== "number" || !Number.isInteger(version)) return { ok: false, reason: "no-version" };
  if (version > sequence.version) return { ok: false, reason: "too-new" };
  if (version < sequence.oldest) return { ok: false, reason: "too-old" };
  const steps = sequence.migrations.slice(version - sequence.oldest);
  return { ok: true, value: steps.reduce((so, { up }) => up(so), value) };
}
