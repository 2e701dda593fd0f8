/** Reads the input of a vector case: fields by name and shape. A field that is not there or of another shape throws `Unfit`. */

/** The case has a shape that its adapter does not know: it is reported as unsupported, not as failed. */
export class Unfit extends Error {}

export class CaseInput {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }
  number(name: string): number {
    return asNumber(this.fields[name], name);
  }
  numberOr(name: string, otherwise: number): number {
    return this.has(name) ? this.number(name) : otherwise;
  }
  text(name: string): string {
    const value = this.fields[name];
    if (typeof value !== "string") throw new Unfit(`${name} is no text`);
    return value;
  }
  flag(name: string): boolean {
    return this.fields[name] === true;
  }
  list(name: string): number[] {
    return asList(this.fields[name], name).map((value) => asNumber(value, name));
  }
  gaps(name: string): (number | null)[] {
    return asList(this.fields[name], name).map((value) => (value === null ? null : asNumber(value, name)));
  }
  mixed(name: string): (number | string)[][] {
    return asList(this.fields[name], name).map((row) =>
      asList(row, name).map((value) => (typeof value === "string" ? value : asNumber(value, name))),
    );
  }
  table(name: string): number[][] {
    return asTable(this.fields[name], name);
  }
  gapTable(name: string): (number | null)[][] {
    return asList(this.fields[name], name).map((row) =>
      asList(row, name).map((value) => (value === null ? null : asNumber(value, name))),
    );
  }
  /** A list of names. */
  texts(name: string): string[] {
    return asList(this.fields[name], name).map(String);
  }
  /** Tables by name: {"A": [[…]], …}. */
  tables(name: string): Readonly<Record<string, number[][]>> {
    const value = this.fields[name];
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Unfit(`${name} is no object`);
    return Object.fromEntries(Object.entries(value).map(([key, table]) => [key, asTable(table, `${name}.${key}`)]));
  }
}

function asNumber(value: unknown, name: string): number {
  if (typeof value !== "number") throw new Unfit(`${name} holds something that is no number`);
  return value;
}
function asList(value: unknown, name: string): unknown[] {
  if (!Array.isArray(value)) throw new Unfit(`${name} is no list`);
  return value;
}
const asTable = (value: unknown, name: string): number[][] =>
  asList(value, name).map((row) => asList(row, name).map((cell) => asNumber(cell, name)));
