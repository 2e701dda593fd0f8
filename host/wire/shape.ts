/** What a host class offers, found by looking at it once (the convention is in convention.ts). */
import type { HostClass } from "./convention";

export interface HostShape {
  readonly name: string;
  /** Lower-cased name → the member's own name. */
  readonly lookup: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, PropertyDescriptor>;
  readonly scalars: readonly string[];
  readonly nav: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  readonly calculated: ReadonlySet<string>;
}

type Constructor = abstract new (...args: never[]) => object;
const shapes = new Map<unknown, HostShape>();

/** The shape of an object's class; computed once per class. */
export function shapeOf(object: object): HostShape {
  const own: unknown = object.constructor;
  const known = shapes.get(own);
  if (known) return known;
  const shape = reflect(own as Constructor & HostClass);
  shapes.set(own, shape);
  return shape;
}

function reflect(start: Constructor & HostClass): HostShape {
  const members = new Map<string, PropertyDescriptor>();
  const nav = new Set<string>();
  const hidden = new Set<string>();
  const calculated = new Set<string>();
  for (const level of lineage(start)) {
    for (const name of ownList(level, "nav")) nav.add(name);
    for (const name of ownList(level, "hidden")) hidden.add(name);
    for (const name of ownList(level, "calculated")) calculated.add(name);
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(level.prototype as object))) {
      if (name === "constructor" || name.startsWith("$") || name.startsWith("#")) continue;
      if (!members.has(name)) members.set(name, descriptor);
    }
  }
  const lookup = new Map([...members.keys()].map((name) => [name.toLowerCase(), name]));
  for (const [wire, member] of Object.entries(start.aliases ?? {})) lookup.set(wire, member);
  const scalars = [...members].filter(([name, d]) => d.get !== undefined && !nav.has(name)).map(([name]) => name);
  return { name: start.hostName ?? start.name, lookup, members, scalars, nav, hidden, calculated };
}

/** The class and its bases, nearest first. */
function lineage(start: Constructor & HostClass): (Constructor & HostClass)[] {
  const levels: (Constructor & HostClass)[] = [];
  let level: unknown = start;
  while (typeof level === "function" && level !== Function.prototype && level !== Object) {
    levels.push(level as Constructor & HostClass);
    level = Object.getPrototypeOf(level);
  }
  return levels;
}

function ownList(level: HostClass, key: "nav" | "hidden" | "calculated"): readonly string[] {
  return Object.hasOwn(level, key) ? (level[key] ?? []) : [];
}

/** "Values" → "values"; names that start with "_" stay. */
export const toMemberName = (wire: string): string =>
  wire.startsWith("_") ? wire : wire.charAt(0).toLowerCase() + wire.slice(1);

/** Two properties keep their small letter on the wire; all others are written with a capital. */
const SMALL_ON_THE_WIRE = new Set(["Image.format", "Line.connectorType"]);

/** "values" → "Values", as the client expects it in a query's answer. */
export const toWireName = (className: string, member: string): string =>
  member.startsWith("_") || SMALL_ON_THE_WIRE.has(`${className}.${member}`)
    ? member
    : member.charAt(0).toUpperCase() + member.slice(1);
