/** Calls methods and sets properties of host objects by their wire names, with the errors that the client expects. */
import { HostError } from "../model/api";
import { locate } from "./hostErrors";
import { apiNotFound } from "./query";
import { shapeOf, toMemberName } from "./shape";

export interface AccessHooks {
  /** Told "Range.values=" or "WorksheetCollection.add()" for the request log. */
  readonly used: (member: string) => void;
  /** Awaited before a member that depends on calculation. */
  readonly recalculate: () => Promise<void>;
}

/** Throws HostError ApiNotFound with "Class.member" when the class lacks the method. */
export async function callMethod(
  object: object,
  wire: string,
  args: readonly unknown[],
  hooks: AccessHooks,
): Promise<unknown> {
  const shape = shapeOf(object);
  const name = shape.lookup.get(wire.toLowerCase());
  const method: unknown = name === undefined ? undefined : shape.members.get(name)?.value;
  if (name === undefined || typeof method !== "function") throw apiNotFound(shape.name, toMemberName(wire));
  hooks.used(`${shape.name}.${name}()`);
  if (shape.calculated.has(name)) await hooks.recalculate();
  try {
    return await (Reflect.apply(method, object, args) as unknown);
  } catch (error) {
    throw locate(error, `${shape.name}.${name}`);
  }
}

/** Two setters of the client send another name than that of their property. */
const SENT_AS: Readonly<Record<string, string>> = {
  "Worksheet.gridlines": "showGridlines",
  "Worksheet.headings": "showHeadings",
};

/** Throws HostError: ApiNotFound when the class lacks the property, InvalidArgument when it is read-only. */
export function setProperty(object: object, wire: string, value: unknown, hooks: AccessHooks): void {
  const shape = shapeOf(object);
  const sent = SENT_AS[`${shape.name}.${wire.toLowerCase()}`] ?? wire;
  const name = shape.lookup.get(sent.toLowerCase());
  const descriptor = name === undefined ? undefined : shape.members.get(name);
  if (name === undefined || descriptor?.get === undefined) throw apiNotFound(shape.name, toMemberName(wire));
  const location = `${shape.name}.${name}`;
  const put: unknown = Reflect.get(descriptor, "set");
  if (typeof put !== "function") {
    throw locate(new HostError("InvalidArgument", `${location} is read-only.`), location);
  }
  hooks.used(`${location}=`);
  try {
    Reflect.apply(put, object, [value]);
  } catch (error) {
    throw locate(error, location);
  }
}
