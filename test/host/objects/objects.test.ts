/** Excel's objects through Microsoft's own client: what an add-in writes is what it reads back. */
import { bootedWorkbook } from "./bootedWorkbook";

test("tables: columns by name, rows added, resized range", async () => {
  const { Excel } = bootedWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B2").values = [
      ["Name", "Score"],
      ["Ann", 3],
    ];
    const table = sheet.tables.add("A1:B2", true);
    table.name = "People";
    table.rows.add(undefined, [["Bob", 4]]);
    const scores = context.workbook.tables.getItem("People").columns.getItem("Score").getDataBodyRange();
    scores.load("address,values");
    await context.sync();
    expect(scores.address).toBe("Sheet1!B2:B3");
    expect(JSON.stringify(scores.values)).toBe("[[3],[4]]");
  });
});

test("rules, names, parts of XML, comments and charts are read back as written", async () => {
  const { Excel, host } = bootedWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:B3").values = [
      ["Who", "Points"],
      ["Ann", 3],
      ["Bob", 4],
    ];
    const rule = sheet.getRange("B2:B3").conditionalFormats.add(Excel.ConditionalFormatType.custom);
    rule.custom.rule.formula = "=$B2>3";
    rule.custom.format.fill.color = "#FFC7CE";
    context.workbook.names.add("Points", sheet.getRange("B2:B3"));
    context.workbook.customXmlParts.add('<a xmlns="urn:x"/>');
    sheet.comments.add("A2", "Seen");
    const chart = sheet.charts.add("BarClustered", sheet.getRange("A1:B3"), "Columns");
    chart.title.text = "Points";
    chart.setPosition("D2", "F9");
    chart.axes.valueAxis.minimum = 0;
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.position = "Maximum";
    await context.sync();

    const rules = sheet.getRange().conditionalFormats.load("items/customOrNullObject/rule/formula,items/priority");
    const name = context.workbook.names.getItem("Points").load("type,value");
    const part = context.workbook.customXmlParts.getByNamespace("urn:x").getOnlyItemOrNullObject();
    const comment = context.workbook.comments.getItemByCell("Sheet1!A2").load("content");
    chart.load("left,top,name,title/text");
    chart.series.load("items/name");
    chart.axes.valueAxis.load("minimum");
    chart.axes.categoryAxis.load("reversePlotOrder,position");
    await context.sync();
    expect(rules.items.map((item) => item.customOrNullObject.rule.formula)).toEqual(["=$B2>3"]);
    expect([name.type, name.value]).toEqual(["Range", "Sheet1!$B$2:$B$3"]);
    expect(part.isNullObject).toBe(false);
    expect(comment.content).toBe("Seen");
    // Three columns of 48 points to the left, one row of 15 points above.
    expect([chart.left, chart.top, chart.title.text]).toEqual([144, 15, "Points"]);
    expect(chart.series.items.map((series) => series.name)).toEqual(["Points"]);
    const { valueAxis, categoryAxis } = chart.axes;
    expect([valueAxis.minimum, categoryAxis.reversePlotOrder, categoryAxis.position]).toEqual([0, true, "Maximum"]);
  });
  expect(host.dispatcher.crashes).toEqual([]);
});

test("a kept range follows rows that are inserted above it", async () => {
  const { Excel } = bootedWorkbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const kept = sheet.getRange("B2").load("address");
    await context.sync();
    sheet.getRange("1:1").insert("Down");
    kept.load("address");
    await context.sync();
    expect(kept.address).toBe("Sheet1!B3");
  });
});
