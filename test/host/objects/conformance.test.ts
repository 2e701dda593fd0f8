/** The host's classes against Microsoft's own client: the names it knows, what it lets an add-in set, what it treats as objects. */
import fs from "node:fs";
import path from "node:path";
import { newWorkbookData } from "../../../host/model/newWorkbook";
import { WorkbookModel } from "../../../host/model/workbookModel";
import { createWorkbook } from "../../../host/objects/workbook";
import { createHost } from "../../../host/wire/frame";
import { shapeOf } from "../../../host/wire/shape";
import { bootBare } from "../../support/bootHost";
import { FakeEngine } from "../model/fakeEngine";

const FOLDER = path.resolve(__dirname, "../../../host/objects");

type HostConstructor = (abstract new (...args: never[]) => object) & { readonly hostName?: string };

/** Every class of host/objects that is an Excel class: those that declare "implements HostOf<Excel.X>". */
function hostClasses(): { readonly name: string; readonly type: HostConstructor }[] {
  const files = fs.readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.flatMap((file) => {
    const text = fs.readFileSync(path.join(FOLDER, file), "utf8");
    const names = [...text.matchAll(/export class (\w+)[^{]*?HostOf<Excel\.(\w+)>/g)];
    if (names.length === 0) return [];
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the list of files is only known at run time
    const module = require(path.join(FOLDER, file)) as Record<string, HostConstructor>;
    return names.flatMap(([, own, excel]) => {
      const type = module[own ?? ""];
      return type && excel !== undefined ? [{ name: excel, type }] : [];
    });
  });
}

interface ClientClass {
  readonly scalars: ReadonlyMap<string, boolean>;
  readonly nav: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

/** What the client's prototypes say: scalar properties with "may be set", child objects, all members. */
function clientClasses(): ReadonlyMap<string, ClientClass> {
  const model = new WorkbookModel(newWorkbookData(), new FakeEngine());
  const { Excel } = bootBare(createHost(createWorkbook(model)));
  const classes = new Map<string, ClientClass>();
  for (const value of Object.values(Excel as unknown as Record<string, unknown>)) {
    if (typeof value !== "function") continue;
    const prototype = value.prototype as object | undefined;
    if (!prototype) continue;
    const read = (name: string): unknown => {
      try {
        return Object.getOwnPropertyDescriptor(prototype, name)?.get?.call({}) as unknown;
      } catch {
        return undefined;
      }
    };
    const name = read("_className");
    if (typeof name !== "string") continue;
    const scalars = (read("_scalarPropertyNames") as string[] | undefined) ?? [];
    const settable = (read("_scalarPropertyUpdateable") as boolean[] | undefined) ?? [];
    classes.set(name, {
      scalars: new Map(scalars.map((scalar, index) => [scalar, settable[index] ?? false])),
      nav: new Set((read("_navigationPropertyNames") as string[] | undefined) ?? []),
      members: new Set(Object.getOwnPropertyNames(prototype)),
    });
  }
  return classes;
}

const client = clientClasses();
const classes = hostClasses();

/** Settable in Excel; here deliberately not. Trying to is refused, never silently done. */
const READ_ONLY_HERE = new Set(["RangeView.values", "RangeView.formulas"]);
/** From the collections' common base: a client class without them never asks for them. Asked without a member: the array check. */
const WIRE_ONLY = new Set(["_ValidateArraySize", "getCount", "getItem", "getItemOrNullObject"]);

test("the classes of the host are found", () => {
  const names = classes.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["Workbook", "Worksheet", "Range", "Table", "ConditionalFormat"]));
  expect(new Set(names).size).toBe(names.length);
});

describe.each(classes)("$name", ({ name, type }) => {
  const shape = shapeOf(Object.create(type.prototype as object) as object);
  const theirs = client.get(name);

  test("is a class of the client, under the same name on the wire", () => {
    expect(theirs).toBeDefined();
    expect(shape.name).toBe(name);
  });

  test("has no member that the client does not know", () => {
    const unknown = [...shape.members.keys()].filter(
      (member) => !theirs?.members.has(member) && !WIRE_ONLY.has(member),
    );
    expect(unknown).toEqual([]);
  });

  test("lists as child objects exactly its properties that are child objects at the client", () => {
    const properties = [...shape.members].filter(([, descriptor]) => descriptor.get !== undefined);
    const children = properties.map(([member]) => member).filter((member) => theirs?.nav.has(member));
    expect([...shape.nav].sort()).toEqual(children.sort());
    expect(shape.scalars.filter((scalar) => !theirs?.scalars.has(scalar))).toEqual([]);
  });

  test("lets an add-in set exactly what the client lets it set", () => {
    const wrong = shape.scalars.filter((scalar) => {
      if (READ_ONLY_HERE.has(`${name}.${scalar}`)) return shape.members.get(scalar)?.set !== undefined;
      return (shape.members.get(scalar)?.set !== undefined) !== theirs?.scalars.get(scalar);
    });
    expect(wrong).toEqual([]);
  });
});
