/** Areas of the object model that add-ins use beside cells, read back through Microsoft's client as they were written. */
import { bootedWorkbook, refusalOf } from "./bootedWorkbook";

type Context = Excel.RequestContext;
const sheetOf = (context: Context): Excel.Worksheet => context.workbook.worksheets.getItem("Sheet1");
const rangeOf = (context: Context, address: string): Excel.Range => sheetOf(context).getRange(address);
/** Values without the client's own wrappers. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("the sheet", () => {
  test("print layout: orientation, paper, area, title rows, fit to pages", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const layout = sheetOf(context).pageLayout;
      layout.orientation = Excel.PageOrientation.landscape;
      layout.paperSize = Excel.PaperType.a4;
      layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      layout.setPrintArea("A1:D20");
      layout.setPrintTitleRows("$1:$3");
      await context.sync();
      layout.load("orientation,paperSize,zoom");
      const area = layout.getPrintAreaOrNullObject().load("address");
      await context.sync();
      expect([layout.orientation, layout.paperSize, area.address]).toEqual(["Landscape", "A4", "Sheet1!A1:D20"]);
      expect(layout.zoom.horizontalFitToPages).toBe(1);
      expect(layout.zoom.scale ?? null).toBeNull();
    });
  });

  test("page breaks before rows, each once and in order; they move with inserted rows and can be taken away", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const sheet = sheetOf(context);
      const breaks = sheet.horizontalPageBreaks;
      for (const address of ["A20", "A10", "C20"]) breaks.add(address);
      sheet.pageLayout.zoom = { scale: 70 };
      rangeOf(context, "15:16").insert("Down");
      breaks.load("items/rowIndex");
      sheet.pageLayout.load("zoom");
      await context.sync();
      expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual([9, 21]);
      expect(sheet.pageLayout.zoom.scale).toBe(70);
      breaks.getItem(0).delete();
      const after = breaks.getItem(0).getCellAfterBreak().load("address");
      await context.sync();
      expect(after.address).toBe("Sheet1!A22");
      breaks.removePageBreaks();
      const none = breaks.getCount();
      await context.sync();
      expect(none.value).toBe(0);
    });
    const first = Excel.run(async (context) => {
      sheetOf(context).horizontalPageBreaks.add("A1");
      await context.sync();
    });
    expect(await refusalOf(first)).toMatchObject({ code: "InvalidArgument" });
  });

  test("frozen rows and columns, and none", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const { freezePanes } = sheetOf(context);
      const none = freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      freezePanes.freezeAt(rangeOf(context, "A1:B3"));
      const frozen = freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(frozen.address).toBe("Sheet1!A1:B3");
      freezePanes.unfreeze();
      const gone = freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test("hidden rows and columns, widths and heights", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      rangeOf(context, "2:3").rowHidden = true;
      rangeOf(context, "B:B").columnHidden = true;
      rangeOf(context, "A:A").format.columnWidth = 120;
      rangeOf(context, "1:1").format.rowHeight = 30;
      await context.sync();
      const rows = rangeOf(context, "A2:A3").load("rowHidden,columnHidden");
      const mixed = rangeOf(context, "A1:B4").load("rowHidden,columnHidden");
      const corner = rangeOf(context, "A1").load("format/columnWidth,format/rowHeight");
      await context.sync();
      expect([rows.rowHidden, rows.columnHidden]).toEqual([true, false]);
      expect([mixed.rowHidden, mixed.columnHidden]).toEqual([null, null]);
      expect([corner.format.columnWidth, corner.format.rowHeight]).toEqual([120, 30]);
    });
  });
});

describe("ranges", () => {
  test("borders of one side, and mixed ones as null", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const edge = rangeOf(context, "A1").format.borders.getItem("EdgeBottom");
      edge.style = "Dash";
      edge.color = "#FF0000";
      await context.sync();
      const one = rangeOf(context, "A1").format.borders.getItem("EdgeBottom").load("style,color");
      const two = rangeOf(context, "A1:B1").format.borders.getItem("EdgeBottom").load("style");
      await context.sync();
      expect([one.style, one.color]).toEqual(["Dash", "#FF0000"]);
      expect(two.style).toBeNull();
    });
  });

  test("find gives the first cell with the text, or none", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      rangeOf(context, "A1:B2").values = [
        ["Name", "Weight"],
        ["Ann", "weight of it"],
      ];
      const all = rangeOf(context, "A1:B2");
      const whole = all.findOrNullObject("weight", { completeMatch: true, matchCase: false }).load("address");
      const exact = all.findOrNullObject("weight", { completeMatch: true, matchCase: true });
      await context.sync();
      expect([whole.address, exact.isNullObject]).toEqual(["Sheet1!B1", true]);
    });
  });

  test("sort by two keys moves whole rows; blanks go last", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const data = rangeOf(context, "A1:B5");
      data.values = [
        ["b", 1],
        ["a", 2],
        ["", 9],
        ["b", 0],
        ["a", 1],
      ];
      data.sort.apply([
        { key: 0, ascending: true },
        { key: 1, ascending: false },
      ]);
      data.load("values");
      await context.sync();
      expect(plain(data.values)).toEqual([
        ["a", 2],
        ["a", 1],
        ["b", 1],
        ["b", 0],
        ["", 9],
      ]);
    });
  });

  test("a link has its address and its words", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const cell = rangeOf(context, "A1");
      cell.hyperlink = { address: "https://example.org/", textToDisplay: "Report", screenTip: "Open" };
      cell.load("hyperlink,values");
      await context.sync();
      expect(cell.hyperlink).toMatchObject({ address: "https://example.org/", textToDisplay: "Report" });
      expect(plain(cell.values)).toEqual([["Report"]]);
    });
  });
});

describe("filters", () => {
  const data = [
    ["Name", "Points"],
    ["Ann", 1],
    ["Bo", 5],
    ["Cy", 3],
  ];
  test("a filter hides rows, says what it is, and is cleared", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      rangeOf(context, "A1:B4").values = data;
      const { autoFilter } = sheetOf(context);
      autoFilter.apply(rangeOf(context, "A1:B4"), 1, { filterOn: Excel.FilterOn.custom, criterion1: ">2" });
      autoFilter.load("enabled,isDataFiltered");
      const rows = [2, 3, 4].map((row) => rangeOf(context, `A${String(row)}`).load("rowHidden"));
      await context.sync();
      expect([autoFilter.enabled, autoFilter.isDataFiltered]).toEqual([true, true]);
      expect(rows.map(({ rowHidden }) => rowHidden)).toEqual([true, false, false]);
      autoFilter.clearCriteria();
      const first = rangeOf(context, "A2").load("rowHidden");
      await context.sync();
      expect(first.rowHidden).toBe(false);
    });
  });

  test("on a protected sheet a filter is refused", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        rangeOf(context, "A1:B4").values = data;
        sheetOf(context).protection.protect();
        await context.sync();
        sheetOf(context).autoFilter.apply(rangeOf(context, "A1:B4"), 1, {
          filterOn: Excel.FilterOn.custom,
          criterion1: ">2",
        });
        await context.sync();
      }),
    );
    expect(seen.code).toBe("AccessDenied");
  });
});

describe("the workbook", () => {
  test("settings are kept by key and removed", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("evenhand.roles", { weights: "B2:F2" });
      await context.sync();
      const kept = settings.getItem("evenhand.roles").load("value");
      await context.sync();
      expect(kept.value).toEqual({ weights: "B2:F2" });
      kept.delete();
      const gone = settings.getItemOrNullObject("evenhand.roles");
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test("properties: title and one's own", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const { properties } = context.workbook;
      properties.title = "Review 2026";
      properties.custom.add("Period", "H1");
      properties.load("title");
      const own = properties.custom.getItem("Period").load("value,type");
      await context.sync();
      expect([properties.title, own.value, own.type]).toEqual(["Review 2026", "H1", "String"]);
    });
  });

  test("comments have replies; both are counted and deleted", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const comment = context.workbook.comments.add("Sheet1!B2", "Why 3?");
      comment.replies.add("See E004");
      await context.sync();
      const replies = comment.replies.load("items/content");
      const place = comment.getLocation().load("address");
      await context.sync();
      expect([replies.items.map(({ content }) => content), place.address]).toEqual([["See E004"], "Sheet1!B2"]);
      comment.delete();
      const count = context.workbook.comments.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });
});

describe("conditional formats of every kind that the add-in meets", () => {
  test("data bar, colour scale, icons and cell value are read back and keep their order", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const formats = rangeOf(context, "A1:A9").conditionalFormats;
      formats.add(Excel.ConditionalFormatType.dataBar);
      const scale = formats.add(Excel.ConditionalFormatType.colorScale);
      scale.colorScale.criteria = {
        minimum: { type: Excel.ConditionalFormatColorCriterionType.lowestValue, color: "#FF0000" },
        maximum: { type: Excel.ConditionalFormatColorCriterionType.highestValue, color: "#00FF00" },
      };
      const icons = formats.add(Excel.ConditionalFormatType.iconSet);
      icons.iconSet.style = Excel.IconSet.threeTrafficLights1;
      const value = formats.add(Excel.ConditionalFormatType.cellValue);
      value.cellValue.rule = { formula1: "=60", operator: "LessThan" };
      value.cellValue.format.font.color = "#AA0000";
      await context.sync();
      formats.load("items/type,items/priority");
      scale.load("colorScale/criteria");
      icons.load("iconSet/style");
      value.load("cellValue/rule");
      await context.sync();
      expect(formats.items.map(({ type }) => type).sort()).toEqual(["CellValue", "ColorScale", "DataBar", "IconSet"]);
      expect(new Set(formats.items.map(({ priority }) => priority)).size).toBe(4);
      expect(scale.colorScale.criteria.maximum.color).toBe("#00FF00");
      expect(icons.iconSet.style).toBe("ThreeTrafficLights1");
      expect(value.cellValue.rule).toMatchObject({ formula1: "=60", operator: "LessThan" });
    });
  });

  test("a rule keeps to its rows when they are sorted, and grows with rows inserted in it", async () => {
    const { Excel } = bootedWorkbook();
    await Excel.run(async (context) => {
      const data = rangeOf(context, "A1:A4");
      data.values = [[3], [1], [4], [2]];
      data.conditionalFormats.add(Excel.ConditionalFormatType.custom).custom.rule.formula = "=A1>2";
      data.sort.apply([{ key: 0, ascending: true }]);
      rangeOf(context, "2:3").insert("Down");
      await context.sync();
      const rule = rangeOf(context, "A1:A6").conditionalFormats.getItemAt(0);
      const where = rule.getRange().load("address");
      rule.load("custom/rule/formula");
      await context.sync();
      expect([where.address, rule.custom.rule.formula]).toEqual(["Sheet1!A1:A6", "=A1>2"]);
    });
  });

  test("a formula with a table reference is refused", async () => {
    const { Excel } = bootedWorkbook();
    const seen = await refusalOf(
      Excel.run(async (context) => {
        const rule = rangeOf(context, "A1").conditionalFormats.add(Excel.ConditionalFormatType.custom);
        rule.custom.rule.formula = "=Plan[Weight]>5";
        await context.sync();
      }),
    );
    expect(seen.code).toBe("InvalidArgument");
  });
});

describe("tables that a person types below", () => {
  const made = async (protect: boolean) => {
    const booted = bootedWorkbook();
    await booted.Excel.run(async (context) => {
      rangeOf(context, "A1:B2").values = [
        ["Id", "Points"],
        ["P1", 1],
      ];
      sheetOf(context).tables.add("A1:B2", true).name = "T";
      rangeOf(context, "A3:B3").format.protection.locked = false;
      if (protect) sheetOf(context).protection.protect();
      await context.sync();
    });
    booted.model.origin = "user";
    booted.model.setInputs(booted.model.data.activeSheet, { row: 2, column: 0, rows: 1, columns: 1 }, [["P2"]]);
    return booted.Excel.run(async (context) => {
      const range = context.workbook.tables.getItem("T").getRange().load("address");
      await context.sync();
      return range.address;
    });
  };
  test("grow", async () => expect(await made(false)).toBe("Sheet1!A1:B3"));
  test("do not grow on a protected sheet", async () => expect(await made(true)).toBe("Sheet1!A1:B2"));
});
