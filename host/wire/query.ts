/** Answers a load: the client's Select and Expand as a tree, walked over host objects. */
import { HostError } from "../model/api";
import type { HostObject } from "./convention";
import { locate } from "./hostErrors";
import type { QueryInfo } from "./protocol";
import { shapeOf, toWireName, type HostShape } from "./shape";

/** What to read of one object: all its scalars, named members, and children by name. */
export interface LoadTree {
  all: boolean;
  readonly names: Set<string>;
  readonly children: Map<string, LoadTree>;
  readonly top?: number;
  readonly skip?: number;
}

const emptyTree = (all: boolean): LoadTree => ({ all, names: new Set(), children: new Map() });

/** Names are compared without regard to case; "*" means all scalars; an empty Select too. */
export function toLoadTree(query: QueryInfo | undefined): LoadTree {
  const select = query?.Select ?? [];
  const tree: LoadTree = {
    ...emptyTree(select.length === 0),
    ...(query?.Top === undefined ? {} : { top: query.Top }),
    ...(query?.Skip === undefined ? {} : { skip: query.Skip }),
  };
  for (const path of select) addPath(tree, path, false);
  for (const path of query?.Expand ?? []) addPath(tree, path, true);
  return tree;
}

function addPath(tree: LoadTree, path: string, expand: boolean): void {
  let node = tree;
  const parts = path.split("/").filter((part) => part !== "");
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1;
    if (part === "*") {
      node.all = true;
      return;
    }
    const name = part.toLowerCase();
    if (isLast && !expand) {
      node.names.add(name);
      return;
    }
    const child = node.children.get(name) ?? emptyTree(false);
    node.children.set(name, child);
    if (isLast) child.all = true;
    node = child;
  });
}

export interface ReadOptions {
  /** camelCase names and "items" (retrieve) instead of the client's PascalCase and "_Items". */
  readonly asJson: boolean;
  /** Called before a member that depends on calculation is read. */
  readonly beforeCalculated: () => Promise<void>;
}

/** Reads an object as the tree asks. A member that the class lacks is refused with ApiNotFound and its name. */
export async function readObject(
  object: HostObject | null | undefined,
  tree: LoadTree,
  options: ReadOptions,
): Promise<Record<string, unknown> | null> {
  if (object === null || object === undefined) return null;
  const shape = shapeOf(object);
  const out = identityOf(object, options.asJson);
  if (object.$items) return readCollection(object, object.$items(), tree, shape, out, options);
  refuseUnknown(tree, shape);
  for (const name of shape.scalars) {
    if (!(tree.names.has(name.toLowerCase()) || (tree.all && !shape.hidden.has(name)))) continue;
    out[outName(shape, name, options)] = await readScalar(object, shape, name, options);
  }
  await readChildren(object, tree, shape, out, options);
  return out;
}

async function readChildren(
  object: HostObject,
  tree: LoadTree,
  shape: HostShape,
  out: Record<string, unknown>,
  options: ReadOptions,
): Promise<void> {
  for (const name of shape.nav) {
    const key = name.toLowerCase();
    const child = tree.children.get(key) ?? (tree.names.has(key) ? emptyTree(true) : undefined);
    if (child === undefined) continue;
    const value = (await readMember(object, shape, name)) as HostObject | null;
    out[outName(shape, name, options)] = await readObject(value, child, options);
  }
}

/** Members named in a load of a collection belong to its items, except the collection's own scalars (count). */
async function readCollection(
  collection: HostObject,
  items: readonly HostObject[],
  tree: LoadTree,
  shape: HostShape,
  out: Record<string, unknown>,
  options: ReadOptions,
): Promise<Record<string, unknown>> {
  const inner: LoadTree = { all: tree.all, names: new Set(tree.names), children: tree.children };
  for (const name of shape.scalars) {
    if (!inner.names.delete(name.toLowerCase())) continue;
    out[outName(shape, name, options)] = await readScalar(collection, shape, name, options);
  }
  const from = tree.skip ?? 0;
  const wanted = items.slice(from, tree.top === undefined ? undefined : from + tree.top);
  const read: unknown[] = [];
  for (const [index, item] of wanted.entries()) {
    const value = await readObject(item, inner, options);
    if (value && item.$id === undefined) value["_Index"] = from + index;
    read.push(value);
  }
  out[options.asJson ? "items" : "_Items"] = read;
  return out;
}

async function readScalar(object: HostObject, shape: HostShape, name: string, options: ReadOptions): Promise<unknown> {
  if (shape.calculated.has(name)) await options.beforeCalculated();
  return readMember(object, shape, name);
}

/** Reads one property; an error gets its place ("Range.values"). */
export async function readMember(object: object, shape: HostShape, name: string): Promise<unknown> {
  try {
    return await (object as Record<string, unknown>)[name];
  } catch (error) {
    throw locate(error, `${shape.name}.${name}`);
  }
}

function refuseUnknown(tree: LoadTree, shape: HostShape): void {
  for (const key of [...tree.names, ...tree.children.keys()]) {
    if (!shape.lookup.has(key)) throw apiNotFound(shape.name, key);
  }
}

const outName = (shape: HostShape, name: string, options: ReadOptions): string =>
  options.asJson ? name : toWireName(shape.name, name);

/** Id and reference of an object, as Instantiate and queries answer them; `{}` when it has neither. */
export function identityOf(object: HostObject, asJson = false): Record<string, unknown> {
  const key = object.$idKey ?? "Id";
  return {
    ...(object.$id === undefined ? {} : { [asJson ? key.charAt(0).toLowerCase() + key.slice(1) : key]: object.$id }),
    ...(object.$ref === undefined ? {} : { _ReferenceId: object.$ref }),
  };
}

/** What is missing fails loudly and by name. */
export function apiNotFound(className: string, member: string): HostError {
  const error = new HostError("ApiNotFound", `The stand-in host does not have ${className}.${member}.`, 404);
  error.location = `${className}.${member}`;
  return error;
}
