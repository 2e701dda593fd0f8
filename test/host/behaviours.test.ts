/** What only the host can enforce, asked through Microsoft's own client: the rules of Excel that add-ins trip over. */
import { bootedWorkbook, refusalOf } from "./objects/bootedWorkbook";

const range = (context: Excel.RequestContext, address: string): Excel.Range =>
  context.workbook.worksheets.getItem("Sheet1").getRange(address);

describe("shapes and values", () => {
  test("1. a grid of another shape than the range is refused, at Range.values, and writes nothing", async () => {
    const { Excel, model } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1:B2").values = [[1, 2]];
        await context.sync();
      }),
    );
    expect(seen.code).toBe("InvalidArgument");
    expect(seen.location).toBe("Range.values");
    expect(seen.message).toMatch(/number of rows or columns in the input array doesn't match/);
    expect(model.data.sheets[0]?.cells.size).toBe(0);
  });

  test("2. null leaves a cell, '' clears it, an empty cell reads ''", async () => {
    const { Excel } = bootedWorkbook();
    const values = await Excel.run(async (context) => {
      const cells = range(context, "A1:C1");
      cells.values = [[1, 2, 3]];
      cells.values = [[null, "", 4]];
      cells.load("values,valueTypes");
      await context.sync();
      return [cells.values, cells.valueTypes];
    });
    expect(JSON.stringify(values)).toBe('[[[1,"",4]],[["Double","Empty","Double"]]]');
  });

  test("2. null for a whole property is refused", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1").values = null as unknown as unknown[][];
        await context.sync();
      }),
    );
    expect(seen.code).toBe("InvalidArgument");
  });

  test("2. mixed formatting reads null, common formatting its value", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      range(context, "A1").format.fill.color = "#ff0000";
      range(context, "A1:B1").format.font.bold = true;
      const both = range(context, "A1:B1").load("format/fill/color,format/font/bold");
      await context.sync();
      expect(both.format.fill.color).toBeNull();
      expect(both.format.font.bold).toBe(true);
    });
  });

  test("3. one value is spread over the range, and a formula's references move", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      range(context, "A1:A3").values = 7 as unknown as number[][];
      const formulas = range(context, "B1:B3");
      formulas.formulas = "=A1*2" as unknown as string[][];
      const all = range(context, "A1:B3").load("formulas");
      await context.sync();
      expect(JSON.stringify(all.formulas)).toBe('[[7,"=A1*2"],[7,"=A2*2"],[7,"=A3*2"]]');
    });
  });
});

describe("objects that are not there", () => {
  test("4. getItem refuses with ItemNotFound; OrNullObject gives a null object without a load", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Missing").load("name");
        await context.sync();
      }),
    );
    expect(seen.code).toBe("ItemNotFound");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Missing");
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
    });
  });

  test("4. the used range of a blank sheet is A1, of a blank range ItemNotFound", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("Sheet1").getUsedRange().load("address");
      const none = range(context, "B2:C3").getUsedRangeOrNullObject();
      await context.sync();
      expect([used.address, none.isNullObject]).toEqual(["Sheet1!A1", true]);
    });
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "B2:C3").getUsedRange().load("address");
        await context.sync();
      }),
    );
    expect(seen.code).toBe("ItemNotFound");
  });

  test("5. a bad address is refused at Worksheet.getRange", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A0:ZZZZ1").load("address");
        await context.sync();
      }),
    );
    expect([seen.code, seen.location]).toEqual(["InvalidArgument", "Worksheet.getRange"]);
  });
});

describe("limits and protection", () => {
  test("6. more than five million cells are not read; whole columns read null", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1:E1000001").load("values");
        await context.sync();
      }),
    );
    expect(seen.code).toBe("RangeExceedsLimit");
    await Excel.run(async (context) => {
      const column = range(context, "A:A").load("values,address");
      await context.sync();
      expect([column.values, column.address]).toEqual([null, "Sheet1!A:A"]);
    });
  });

  test("6. a request over five megabytes is refused as a whole", async () => {
    const { Excel, model } = bootedWorkbook();
    const text = "x".repeat(30_000);
    const seen = await refusalOf(
      Excel.run(async (context) => {
        for (let row = 1; row <= 180; row += 1) range(context, `A${String(row)}`).values = [[text]];
        await context.sync();
      }),
    );
    expect(seen.code).toBe("RequestPayloadSizeLimitExceeded");
    expect(model.data.sheets[0]?.cells.size).toBe(0);
  });

  test("7. a protected sheet refuses locked cells, takes unlocked ones, and is not protected twice", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      range(context, "B1").format.protection.locked = false;
      context.workbook.worksheets.getItem("Sheet1").protection.protect();
      range(context, "B1").values = [["free"]];
      await context.sync();
    });
    const locked = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1").values = [[1]];
        await context.sync();
      }),
    );
    expect([locked.code, locked.message]).toEqual(["AccessDenied", "You cannot perform the requested operation."]);
    const twice = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").protection.protect();
        await context.sync();
      }),
    );
    expect(twice.code).toBe("AccessDenied");
  });
});

describe("events", () => {
  test("8. onChanged tells of the add-in's own edit and of the person's, with details of single cells", async () => {
    const { Excel, model, deliver } = bootedWorkbook();
    const seen: unknown[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").onChanged.add((event) => {
        seen.push([
          event.address,
          event.triggerSource,
          event.source,
          (event.details as Excel.ChangedEventDetail | undefined)?.valueAfter,
        ]);
        return Promise.resolve();
      });
      await context.sync();
      range(context, "A1").values = [[5]];
      await context.sync();
    });
    await deliver();
    const sheet = model.data.activeSheet;
    model.setInputs(sheet, { row: 1, column: 0, rows: 1, columns: 2 }, [[1, 2]]);
    await deliver();
    model.origin = "remote";
    model.setInputs(sheet, { row: 2, column: 0, rows: 1, columns: 1 }, [[9]]);
    await deliver();
    expect(seen).toEqual([
      ["A1", "ThisLocalAddin", "Local", 5],
      ["A2:B2", "Unknown", "Local", undefined],
      ["A3", "Unknown", "Remote", 9],
    ]);
  });

  test("8. a formula that only recalculates fires no onChanged", async () => {
    const { Excel, model, engine, deliver } = bootedWorkbook();
    engine.answers.set("=A1*2", 2);
    const seen: string[] = [];
    await Excel.run(async (context) => {
      range(context, "B1").formulas = [["=A1*2"]];
      await context.sync();
      context.workbook.worksheets.onChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
    });
    await deliver();
    engine.answers.set("=A1*2", 8);
    model.setInputs(model.data.activeSheet, { row: 0, column: 0, rows: 1, columns: 1 }, [[4]]);
    await model.recalc();
    await deliver();
    expect(seen).toEqual(["A1"]);
  });
});

describe("creating, formulas, rules, batches", () => {
  test.each([
    ["sheet1", "ItemAlreadyExists"],
    ["a/b", "InvalidArgument"],
    ["x".repeat(32), "InvalidArgument"],
  ])("9. a sheet named %j is refused with %s", async (name, code) => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      }),
    );
    expect(seen.code).toBe(code);
  });

  test("9. a name in use is refused, and tables may not overlap", async () => {
    const { Excel } = bootedWorkbook();
    const name = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.names.add("Rate", "=0.5");
        context.workbook.names.add("rate", "=0.6");
        await context.sync();
      }),
    );
    expect(name.code).toBe("ItemAlreadyExists");
    const table = await refusalOf(
      Excel.run(async (context) => {
        context.workbook.tables.add("Sheet1!A1:B3", true);
        context.workbook.tables.add("Sheet1!B2:C4", true);
        await context.sync();
      }),
    );
    expect(["InvalidArgument", "InvalidOperation"]).toContain(table.code);
  });

  test.each(["de-DE", "fr-FR"])(
    "10. formulas are English with commas and number formats American, also where people use %s",
    async (locale) => {
      const { Excel, host, engine } = bootedWorkbook();
      host.switches.dataLocale = locale;
      host.switches.uiLocale = locale;
      engine.answers.set("=ROUND(1.25,1)", 1.3);
      await Excel.run(async (context) => {
        const cell = range(context, "A1");
        cell.formulas = [["=ROUND(1.25,1)"]];
        cell.numberFormat = [["#,##0.00"]];
        cell.load("formulas,numberFormat,values");
        await context.sync();
        expect([cell.formulas, cell.numberFormat, cell.values].map((grid: unknown[][]) => grid[0]?.[0])).toEqual([
          "=ROUND(1.25,1)",
          "#,##0.00",
          1.3,
        ]);
      });
    },
  );

  test("10. an address of several areas, which reads differently by locale, is refused", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1:A2,C1:C2").load("address");
        await context.sync();
      }),
    );
    expect(seen.code).toBe("InvalidArgument");
  });

  test("11. list text over 255 characters is refused; a range as the source becomes its address", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1").dataValidation.rule = { list: { inCellDropDown: true, source: "x,".repeat(130) } };
        await context.sync();
      }),
    );
    expect(seen.code).toBe("InvalidArgument");
    await Excel.run(async (context) => {
      const validation = range(context, "A1").dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: range(context, "C1:C3") } };
      validation.load("rule,type");
      await context.sync();
      expect([validation.type, validation.rule.list?.source]).toEqual(["List", "=Sheet1!$C$1:$C$3"]);
    });
  });

  test("12. a batch stops at its first error; what was done before stays", async () => {
    const { Excel, model } = bootedWorkbook();
    await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1").values = [["done"]];
        range(context, "A2").values = [[1, 2]];
        range(context, "A3").values = [["never"]];
        await context.sync();
      }),
    );
    const sheet = model.data.activeSheet;
    expect([0, 1, 2].map((row) => model.valueAt(sheet, row, 0))).toEqual(["done", null, null]);
  });

  test("12. load('format') loads the scalars of format, and none of what stands below it", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const cell = range(context, "A1").load("format");
      await context.sync();
      expect(typeof cell.format.columnWidth).toBe("number");
      expect(cell.format.wrapText).toBe(false);
      expect(() => cell.format.fill.color).toThrow(/load/);
    });
  });

  test("13. text is read as if typed: numbers, percents and dates are values; an apostrophe keeps text", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const cells = range(context, "A1:D1");
      cells.values = [["29.96", "12%", "15-Feb", "'007"]];
      cells.load("values,valueTypes");
      await context.sync();
      expect(JSON.stringify(cells.valueTypes)).toBe('[["Double","Double","Double","String"]]');
      expect(cells.values[0]?.[0]).toBe(29.96);
      expect(cells.values[0]?.[1]).toBe(0.12);
      expect(cells.values[0]?.[3]).toBe("007");
    });
  });

  test("14. while a person edits a cell, a request is refused, and taken afterwards", async () => {
    const { Excel, host, model } = bootedWorkbook();
    host.switches.startCellEdit();
    const write = (): Promise<void> =>
      Excel.run(async (context) => {
        range(context, "A1").values = [[1]];
        await context.sync();
      });
    expect((await refusalOf(write())).code).toBe("InvalidOperationInCellEditMode");
    expect(model.data.sheets[0]?.cells.size).toBe(0);
    host.switches.endCellEdit();
    await write();
    expect(model.valueAt(model.data.activeSheet, 0, 0)).toBe(1);
  });

  test("an API that the host lacks is refused by name, and nothing crashed", async () => {
    const { Excel, host } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        range(context, "A1:B2").removeDuplicates([0], false);
        await context.sync();
      }),
    );
    expect([seen.code, seen.location]).toEqual(["ApiNotFound", "Range.removeDuplicates"]);
    expect(host.dispatcher.crashes).toEqual([]);
  });
});
