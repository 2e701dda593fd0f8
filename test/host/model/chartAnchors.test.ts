/** Charts stand over cells: they move and grow with them, whatever their heights and widths are. */
import { anchorOf } from "../../../host/model/geometry";
import type { ChartData } from "../../../host/model/types";
import { bench } from "./workbook";

const chart = (box: Partial<ChartData>): ChartData => ({
  id: "c",
  name: "Chart 1",
  type: "BarClustered",
  title: "",
  showTitle: false,
  left: 0,
  top: 0,
  width: 100,
  height: 100,
  series: [],
  legendVisible: false,
  ...box,
});

/** A chart over C3:D6 with standard columns of 48 points and rows of 15. */
function withChart() {
  const { model } = bench("A");
  const [sheet] = model.data.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  sheet.charts.push(chart({ left: 96, top: 30, width: 96, height: 60 }));
  const cells = (): string => {
    const [only] = sheet.charts;
    if (only === undefined) return "none";
    const { from, to } = anchorOf(sheet, only);
    return [from, to].map(({ row, column }) => `${String(row.index)},${String(column.index)}`).join(" – ");
  };
  return { model, sheet, cells };
}

it("a wider column before it pushes it on, one under it makes it wider", () => {
  const { model, sheet, cells } = withChart();
  expect(cells()).toBe("2,2 – 6,4");
  model.setColumnWidth(sheet.id, 0, 1, 148.5);
  expect(sheet.charts[0]).toMatchObject({ left: 196.5, width: 96 });
  model.setColumnWidth(sheet.id, 2, 1, 96);
  expect(sheet.charts[0]).toMatchObject({ left: 196.5, width: 144 });
  model.setRowHeight(sheet.id, 0, 1, 30);
  model.setRowHeight(sheet.id, 3, 2, 45);
  expect(sheet.charts[0]).toMatchObject({ top: 45, height: 120 });
  expect(cells()).toBe("2,2 – 6,4");
});

it("hidden and filtered rows take no room, and come back as they were", () => {
  const { model, sheet } = withChart();
  const before = { ...sheet.charts[0] };
  model.setHidden(sheet.id, "rows", 0, 1, true);
  model.setHidden(sheet.id, "rows", 3, 2, true);
  expect(sheet.charts[0]).toMatchObject({ top: 15, height: 30 });
  model.setHidden(sheet.id, "rows", 0, 5, false);
  expect(sheet.charts[0]).toEqual(before);
  model.setInputs(sheet.id, { row: 0, column: 0, rows: 4, columns: 1 }, [["Name"], ["a"], ["b"], ["a"]]);
  const table = model.addTable(sheet.id, { row: 0, column: 0, rows: 4, columns: 1 }, true);
  model.setFilter(sheet.id, table.id, 0, { filterOn: "Values", values: ["a"] });
  expect(sheet.charts[0]).toMatchObject({ top: 30, height: 45 });
  model.setFilter(sheet.id, table.id, 0, { filterOn: "Values", values: ["b"] });
  expect(sheet.charts[0]).toMatchObject({ top: 15, height: 45 });
  model.setFilter(sheet.id, table.id, null, null);
  expect(sheet.charts[0]).toEqual(before);
});
