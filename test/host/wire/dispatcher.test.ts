import { CRASH_CODE } from "../../../host/wire/hostErrors";
import { createHost, type Host } from "../../../host/wire/frame";
import { bootBare, settle } from "../../support/bootHost";
import { TinyWorkbook } from "../../support/tinyWorkbook";

interface Refused {
  readonly code: string;
  readonly message: string;
  readonly debugInfo: { readonly errorLocation?: string; readonly statement?: string };
}

describe("the dispatcher, asked by Microsoft's client over the bridge", () => {
  let book: TinyWorkbook;
  let host: Host;
  let client: ReturnType<typeof bootBare>;
  beforeEach(() => {
    book = new TinyWorkbook();
    host = createHost(book);
    client = bootBare(host);
  });
  afterEach(settle);

  const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> => client.Excel.run(batch);
  const first = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem("First");
  const refusal = async (batch: (context: Excel.RequestContext) => Promise<unknown>): Promise<Refused> =>
    run(batch).then(
      () => {
        throw new Error("the batch was not refused");
      },
      (error: unknown) => error as Refused,
    );

  it("writes and reads properties, one round trip for both", async () => {
    const values = await run(async (context) => {
      const range = first(context).getRange("B2");
      range.values = [["x"]];
      range.load("values, address");
      await context.sync();
      return [range.values, range.address];
    });
    expect(JSON.parse(JSON.stringify(values))).toEqual([[["x"]], "First!B2"]);
    expect(host.log.syncs).toBe(1);
  });

  it("reads children by path, and all their scalars by their name alone", async () => {
    const read = await run(async (context) => {
      const range = first(context).getRange("A1");
      range.load("format/fill/color, format/wrapText");
      await context.sync();
      return [range.format.fill.color, range.format.wrapText];
    });
    expect([...read]).toEqual(["#FFFFFF", false]);
  });

  it("leaves hidden properties out of a load without names", async () => {
    await refusal(async (context) => {
      const range = first(context).getRange("A1");
      range.load();
      await context.sync();
      return range.text;
    }).then((error) => {
      expect(error.code).toBe("PropertyNotLoaded");
    });
  });

  it("takes Top and Skip of a collection, and its own scalars beside those of its items", async () => {
    const names = await run(async (context) => {
      const { worksheets } = context.workbook;
      for (const name of ["Second", "Third"]) worksheets.add(name);
      worksheets.load({ name: true, $top: 1, $skip: 1 } as Excel.Interfaces.WorksheetCollectionLoadOptions);
      await context.sync();
      return worksheets.items.map((sheet) => sheet.name);
    });
    expect([...names]).toEqual(["Second"]);
  });

  it("creates an object once, however often it is used afterwards", async () => {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.add("New");
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      sheet.name = "Renamed";
      await context.sync();
    });
    expect(book.$sheets.map((sheet) => sheet.name)).toEqual(["First", "Renamed"]);
  });

  it("hands objects over as arguments", async () => {
    const isNull = await run(async (context) => {
      const one = first(context).getRange("A1");
      const same = one.getIntersectionOrNullObject(first(context).getRange("A1"));
      const other = one.getIntersectionOrNullObject(first(context).getRange("B1"));
      await context.sync();
      return [same.isNullObject, other.isNullObject];
    });
    expect([...isNull]).toEqual([false, true]);
  });

  it("answers methods with their value and missing items with null objects", async () => {
    const answered = await run(async (context) => {
      const count = context.workbook.worksheets.getCount();
      const missing = context.workbook.worksheets.getItemOrNullObject("nowhere");
      await context.sync();
      return [count.value, missing.isNullObject];
    });
    expect([...answered]).toEqual([1, true]);
  });

  it("recalculates before a calculated member, once for all writes before it, and not without need", async () => {
    await run(async (context) => {
      const range = first(context).getRange("A1");
      range.values = [[1]];
      range.values = [[2]];
      range.load("address");
      await context.sync();
      expect(book.$calculations).toBe(0);
      range.load("text");
      await context.sync();
      expect(range.text[0]?.[0]).toBe("calculated 1 times");
      range.load("text");
      await context.sync();
    });
    expect(book.$calculations).toBe(1);
  });

  it("stops at the first error, keeps what was done before and says where it was", async () => {
    const error = await refusal(async (context) => {
      first(context).getRange("A1").values = [["kept"]];
      first(context).getRange("A2").values = [["refuse"]];
      first(context).getRange("A3").values = [["never"]];
      await context.sync();
    });
    expect(error).toMatchObject({ code: "AccessDenied", debugInfo: { errorLocation: "Range.values" } });
    expect(error.debugInfo.statement).toContain("range1.values");
    expect([...(book.$sheets[0]?.$cells ?? [])]).toEqual([["A1", "kept"]]);
    await settle();
    expect(book.$batches).toBe(0);
  });

  it("names what the host lacks: methods, properties and loads", async () => {
    const method = await refusal(async (context) => {
      first(context).calculate(true);
      await context.sync();
    });
    const property = await refusal(async (context) => {
      first(context).tabColor = "#FF0000";
      await context.sync();
    });
    const load = await refusal(async (context) => {
      const sheet = first(context);
      sheet.load("tabColor");
      await context.sync();
    });
    expect([method, property, load].map((error) => error.code)).toEqual(Array(3).fill("ApiNotFound"));
    expect([method, property].map((error) => error.debugInfo.errorLocation)).toEqual([
      "Worksheet.calculate",
      "Worksheet.tabColor",
    ]);
    expect(load.message).toContain("Worksheet.tabcolor");
    expect(host.dispatcher.crashes).toEqual([]);
  });

  it("tells a crash of the host from anything that Excel would say", async () => {
    const error = await refusal(async (context) => {
      first(context).getRange("A1").values = [["crash"]];
      await context.sync();
    });
    expect(error.code).toBe(CRASH_CODE);
    expect(host.dispatcher.crashes).toHaveLength(1);
  });

  it("gives ranges back after a run and does not count that as a round trip", async () => {
    await run(async (context) => {
      first(context).getRange("A1").load("values");
      await context.sync();
    });
    await settle();
    expect(host.log.entries.map((entry) => entry.kind)).toEqual(["query", "release"]);
    expect(book.$held.size).toBe(0);
    expect(host.log.syncs).toBe(1);
    expect(host.log.bytes.sent).toBe(host.log.entries[0]?.requestBytes);
  });

  it("delivers events to handlers, and none after they are removed", async () => {
    const seen: string[] = [];
    const sheet = book.$sheets[0];
    if (!sheet) throw new Error("the workbook has no sheet");
    const handler = await run(async (context) => {
      const added = first(context).onChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      return added;
    });
    book.$type(sheet, "C3", 5);
    await client.deliver();
    await client.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    book.$type(sheet, "C4", 5);
    await client.deliver();
    expect(seen).toEqual(["C3"]);
  });

  describe("switches", () => {
    it("fail at the action that was asked for, once", async () => {
      host.switches.failAt({ atAction: 1, code: "GeneralException", message: "told to" });
      const write = (): Promise<void> =>
        run(async (context) => {
          first(context).getRange("A1").values = [[1]];
          await context.sync();
        });
      await expect(write()).rejects.toMatchObject({ code: "GeneralException", message: "told to" });
      await expect(write()).resolves.toBeUndefined();
    });

    it("refuse a request and a response over the limit", async () => {
      host.switches.maxRequestBytes = 2000;
      const big = refusal(async (context) => {
        first(context).getRange("A1").values = [["x".repeat(3000)]];
        await context.sync();
      });
      expect((await big).code).toBe("RequestPayloadSizeLimitExceeded");
      host.switches.maxRequestBytes = 5000;
      host.switches.maxResponseBytes = 60;
      const long = refusal(async (context) => {
        const range = first(context).getRange("A1");
        range.load("address, values");
        await context.sync();
      });
      expect((await long).code).toBe("ResponsePayloadSizeLimitExceeded");
    });

    it("refuse writing where the workbook is read-only, and go on reading", async () => {
      host.switches.readOnly = true;
      const denied = await refusal(async (context) => {
        first(context).getRange("A1").values = [[1]];
        await context.sync();
      });
      expect(denied.code).toBe("AccessDenied");
      const address = await run(async (context) => {
        const sheet = first(context);
        sheet.load("name");
        await context.sync();
        return sheet.name;
      });
      expect(address).toBe("First");
    });
  });
});
