/** What the commands do with method workbooks of before there was a page for one person, or one without earlier periods. */
import { createCommands } from "../../src/commands";
import type { Commands } from "../../src/commands/types";
import type { MethodDefinition, MethodPart } from "../../src/core/blueprint/methodWorkbook";
import type { TablePlacement } from "../../src/core/blueprint/tableSheet";
import { OWN_KEY } from "../../src/core/formulas/ownRows";
import { CALIBRATION_BOARD } from "../../src/core/methods/calibration-board";
import { CASCADE } from "../../src/core/methods/cascade";
import { INCIDENTS } from "../../src/core/methods/incidents";
import { OKR } from "../../src/core/methods/okr";
import { WORKLOAD } from "../../src/core/methods/workload";
import { writeBlueprint } from "../../src/excel/writeBlueprint";
import { bootWorkbook, valueOf, type BootedWorkbook, type TestBook } from "../support/bootWorkbook";
import { methodBlueprint } from "../support/methodWorkbooks";
import { sheetText } from "../support/sheetText";

let booted: BootedWorkbook;
let commands: Commands;
beforeAll(async () => {
  booted = await bootWorkbook();
  commands = createCommands("en");
});
afterAll(() => booted.close());
jest.setTimeout(120_000);

const PAGE = sheetText("en")("name.person");
/** The columns by which a page finds a person's rows are the last ones of their table. */
const withoutKeys = (placement: TablePlacement): TablePlacement => {
  const added = placement.columns.some(({ key }) => key === OWN_KEY);
  return added
    ? { ...placement, columns: placement.columns.filter(({ key }) => key !== OWN_KEY && key !== "day") }
    : placement;
};
function partBefore(part: MethodPart): MethodPart {
  const tables = Object.fromEntries(Object.entries(part.tables).map(([key, table]) => [key, withoutKeys(table)]));
  const kept = new Map(Object.values(tables).map(({ name, columns }) => [name, columns.length]));
  const sheet = {
    ...part.sheet,
    tables: part.sheet.tables.map((table) => ({ ...table, columns: table.columns.slice(0, kept.get(table.name)) })),
  };
  return { ...part, tables, sheet };
}
/** As an earlier version made it: without the page, or with one that shows no earlier periods. */
const earlier = (method: MethodDefinition): MethodDefinition =>
  method === CALIBRATION_BOARD
    ? {
        ...method,
        build: (context) =>
          method.build(context).map((part) => {
            const { Trend: trend, ...tables } = part.tables;
            if (trend === undefined) return part;
            return { ...part, tables, sheet: { ...part.sheet, tables: [] } };
          }),
      }
    : {
        ...method,
        sheetKeys: method.sheetKeys.filter((key) => key !== "person"),
        build: (context) =>
          method
            .build({ ...context, sheetName: (key) => (key === "person" ? PAGE : context.sheetName(key)) })
            .filter(({ sheet }) => sheet.name !== PAGE)
            .map(partBefore),
      };
const METHODS = [OKR, CASCADE, WORKLOAD, INCIDENTS, CALIBRATION_BOARD].map((method) => [method.id, method] as const);
const made = (id: string, method: MethodDefinition): Promise<TestBook> =>
  booted.prepared(id, async () => {
    const book = booted.open("Mine");
    if (!(await writeBlueprint(methodBlueprint(earlier(method), { takenSheets: ["Mine"] }))).ok)
      throw new Error("not written");
    return book;
  });
const sheets = (book: TestBook): readonly string[] => book.model.data.sheets.map(({ name }) => name);
const errorsIn = (book: TestBook): readonly string[] =>
  book.model.data.sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([at, { value }]) => (typeof value === "object" && value !== null ? [`${name} ${at}`] : [])),
  );
/** What every cell shows. */
const shown = async (book: TestBook): Promise<unknown> => {
  await book.model.recalc();
  return book.model.data.sheets.map(({ name, cells }) => [
    name,
    [...cells].flatMap(([at, { value }]) => (value === null || value === "" ? [] : [[at, value]])).sort(),
  ]);
};

test.each(METHODS)("%s: goes on as it is: languages there and back, people, the next period", async (id, method) => {
  const book = await made(id, method);
  expect(book.model.table("eh_1_PersonPage")).toBeUndefined();
  expect(book.model.table("eh_1_Trend")).toBeUndefined();
  const before = await shown(book);
  valueOf(await commands.changeLanguage({ to: "zh-CN", scope: "workbook" }));
  valueOf(await commands.changeLanguage({ to: "en", scope: "workbook" }));
  expect(await shown(book)).toEqual(before);
  const names = sheets(book);
  valueOf(await commands.checkSheet());
  valueOf(await commands.addPeople({ people: [{ name: "Dan" }], plan: null, waiting: false }));
  valueOf(await commands.startNextPeriod({ from: "2026-07-01", to: "2026-12-31", targets: { kind: "carry" } }));
  expect(sheets(book)).toEqual(expect.arrayContaining([...names]));
  expect(sheets(book).includes(PAGE)).toBe(id === "calibration-board");
  expect([book.model.table("eh_1_Trend"), errorsIn(book)]).toEqual([undefined, []]);
});
