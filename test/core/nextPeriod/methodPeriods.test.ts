/** The next period of every method workbook, by what the method declares of its columns. */
import { digest } from "../../../host/model/digest";
import { METHOD_WORKBOOKS } from "../../../src/core/methods/registry";
import { followingPeriod } from "../../../src/core/nextPeriod/calendar";
import type { BlockChange, TargetChoice } from "../../../src/core/nextPeriod/emptying";
import { methodNextPeriod } from "../../../src/core/nextPeriod/methodPeriod";
import type { NextPeriodResult } from "../../../src/core/nextPeriod/nextPeriod";
import { isMeant } from "../../../src/core/nextPeriod/periodTables";
import { widthOf } from "../../../src/core/blueprint/tableSheet";
import type { MethodDefinition } from "../../../src/core/blueprint/methodWorkbook";
import { snapshotOf } from "../../../tools/audit/snapshotOf";
import { blueprintToModel, type BuiltWorkbook } from "../../support/blueprintToModel";
import { metadataOf, PERIOD } from "../../support/generated";
import { methodBlueprint } from "../../support/methodWorkbooks";
import { sheetText } from "../../support/sheetText";

jest.setTimeout(240_000);
const NEXT = followingPeriod(PERIOD);
const COMMON = new Set(["Bands", "Words", "Points", "People"]);

function close(book: BuiltWorkbook, method: MethodDefinition, targets: TargetChoice = { kind: "carry" }) {
  const snapshot = snapshotOf(book.model.data);
  const metadata = metadataOf(methodBlueprint(method));
  const [instance] = metadata.instances;
  if (instance === undefined) throw new Error("nothing is stored");
  const input = { snapshot, instance, metadata, text: sheetText("en"), targets };
  return methodNextPeriod(
    { ...input, takenSheets: snapshot.sheets.map(({ name }) => name), closed: PERIOD, next: NEXT },
    method.period,
    method.year,
  );
}
const valueOf = (result: NextPeriodResult) => {
  if (!result.ok) throw new Error(result.problem.what.key);
  return result.value;
};
function apply(book: BuiltWorkbook, changes: readonly BlockChange[]): void {
  for (const { sheet, rect, after } of changes) {
    const found = book.model.data.sheets.find(({ name }) => name === sheet);
    after.forEach(([value], i) => {
      if (found !== undefined && value !== null && value !== undefined)
        book.model.setInputs(found.id, { ...rect, row: rect.row + i, rows: 1 }, [[value]]);
    });
  }
}

const CASES = METHOD_WORKBOOKS.map((method) => [method.id, method] as const);
const PERIODIC = CASES.filter(([, { period }]) => period.kind === "periods");

test.each(CASES)("%s says of each column that is typed into whether it is emptied or stays", (_, method) => {
  const { period } = method;
  if (period.kind === "once") {
    expect(["workshop", "probation"]).toContain(period.reason);
    return;
  }
  const blueprint = methodBlueprint(method);
  const tables = blueprint.sheets.flatMap((sheet) => sheet.tables);
  const faults: string[] = [];
  for (const [key, { name, columns }] of Object.entries(metadataOf(blueprint).instances[0]?.tables ?? {})) {
    if (COMMON.has(key)) continue;
    const table = tables.find((each) => each.name === name);
    const plan = period.tables[key];
    const said = [
      ...(plan?.emptied ?? []),
      ...(plan?.kept ?? []),
      ...(plan?.days ?? []),
      ...(plan?.targets ?? []),
      ...Object.keys(plan?.moved ?? {}),
    ];
    for (const [column, header] of Object.entries(columns)) {
      const found = table?.columns.find((each) => each.header === header);
      const isInput = found?.content.kind === "input" && found.style?.locked === false;
      const times = said.filter((each) => isMeant(each, column)).length;
      if (times !== (isInput ? 1 : 0)) faults.push(`${key}.${column}: ${String(times)}`);
    }
    const past = (plan?.history ?? []).map((each) => each.split(":")[0] ?? "");
    for (const each of [...said, ...past])
      if (!Object.keys(columns).some((column) => isMeant(each, column))) faults.push(`${key} has no ${each}`);
  }
  for (const key of Object.keys(period.tables))
    if (metadataOf(blueprint).instances[0]?.tables[key] === undefined) faults.push(`there is no table ${key}`);
  expect(faults).toEqual([]);
});

test.each(PERIODIC)(
  "%s: what was filled in is kept as values, and the sheets are ready for the next period",
  async (_, method) => {
    const book = await blueprintToModel(methodBlueprint(method));
    const before = JSON.stringify(digest(book.model.data));
    const { blueprint, changes, people } = valueOf(close(book, method));
    // Planning touches nothing.
    expect(JSON.stringify(digest(book.model.data))).toBe(before);
    expect(people).toBeGreaterThan(0);
    const isPast = ({ name }: { readonly name: string }): boolean => name.startsWith("Past ");
    // The year is formulas over what is kept, which is values.
    expect(blueprint.sheets.filter((sheet) => !isPast(sheet)).map(({ name }) => name.replace(/ \(\d\)$/, ""))).toEqual(
      method.year === undefined ? [] : ["Year"],
    );
    const cells = blueprint.sheets.filter(isPast).flatMap(({ tables }) => tables.flatMap(({ columns }) => columns));
    expect(cells.every(({ content }) => content.kind === "input")).toBe(true);
    expect(cells.flatMap(({ content }) => (content.kind === "input" ? content.values : [])).length).toBeGreaterThan(10);

    apply(book, changes);
    await book.model.recalc();
    expect(book.errors()).toEqual([]);
    expect([book.named("eh_1_From"), book.named("eh_1_To"), book.named("eh_1_StageNo")]).toEqual([
      NEXT.from,
      NEXT.to,
      1,
    ]);
    book.dispose();
  },
);

test.each(PERIODIC)("%s: what is kept can be read on its sheets", async (_, method) => {
  const book = await blueprintToModel(methodBlueprint(method));
  const { blueprint } = valueOf(close(book, method));
  for (const sheet of blueprint.sheets.filter(({ name }) => name.startsWith("Past "))) {
    const heights = new Map((sheet.rowHeights ?? []).map(({ row, height }) => [row, height]));
    const widths = new Map(sheet.columnWidths.map(({ column, width }) => [column, width]));
    const [table] = sheet.tables;
    table?.columns.forEach(({ header, content, style }, column) => {
      if (content.kind !== "input") return;
      const width = widths.get(column) ?? 0;
      // A head has two lines.
      expect([header, width * 2 >= widthOf(header)]).toEqual([header, true]);
      content.values.forEach((value, i) => {
        const lines = Math.max(1, Math.round((heights.get(table.at.row + 1 + i) ?? 15) / 15));
        if (typeof value === "string")
          expect([value, lines >= Math.min(6, Math.ceil(widthOf(value) / width))]).toEqual([value, true]);
        // Of a number that was worked out two decimals are shown.
        if (typeof value === "number" && Math.abs(value) > 1 && Math.abs(value * 100 - Math.round(value * 100)) > 1e-4)
          expect([header, style?.numberFormat]).toEqual([header, expect.stringMatching(/^0(?:\.00|%)$/)]);
      });
    });
  }
  const places = blueprint.sheets.find(({ name }) => name === "Year");
  const title = places?.blocks.find(({ cells }) => cells[0]?.[0] === "Year");
  if (places !== undefined) expect(places.hiddenColumns ?? []).not.toContain(title?.at.column);
  book.dispose();
});

describe("single methods", () => {
  const methodOf = (id: string): MethodDefinition => {
    const method = METHOD_WORKBOOKS.find((each) => each.id === id);
    if (method === undefined) throw new Error(`no method ${id}`);
    return method;
  };
  const open = (id: string) => blueprintToModel(methodBlueprint(methodOf(id)));

  test("check-ins: an open action goes on with the talk that it came from; done ones are kept as values only", async () => {
    const book = await open("check-ins");
    const states = Array.from({ length: 19 }, (_, i) => ({
      talk: book.cell("eh_1_Actions", i, "Talk"),
      action: book.cell("eh_1_Actions", i, "Action"),
      doneOn: book.cell("eh_1_Actions", i, "Done on"),
    }));
    const isOpen = ({ action, doneOn }: (typeof states)[number]): boolean => Boolean(action) && !doneOn;
    const stay = states.filter(isOpen);
    expect(stay.length).toBeGreaterThan(0);
    const { changes, carried } = valueOf(close(book, methodOf("check-ins")));
    expect(carried).toBe(stay.length + new Set(stay.map(({ talk }) => talk)).size);
    apply(book, changes);
    await book.model.recalc();
    const left = states.map((_, i) => book.cell("eh_1_Actions", i, "Action")).filter(Boolean);
    expect(left).toEqual(stay.map(({ action }) => action));
    book.dispose();
  });

  test("360: no answer and no comment of a rater is kept anywhere", async () => {
    const book = await open("manager-360");
    const { blueprint } = valueOf(close(book, methodOf("manager-360")));
    expect(blueprint.sheets.map(({ name }) => name)).toEqual(["Year", "Past Results", "Past Profile"]);
    expect(JSON.stringify(blueprint)).not.toMatch(/Rater \d|F00\d/);
    book.dispose();
  });

  test("OKR: the next quarter begins where this one has ended; targets are raised away from their start, or emptied", async () => {
    const book = await open("okr");
    const row = ["Start", "Target"].map((header) => book.cell("eh_1_KeyResults", 0, header));
    const starts = (choice: TargetChoice): unknown[] => {
      const { changes } = valueOf(close(book, methodOf("okr"), choice));
      return changes.filter(({ sheet }) => sheet === "Key results").map(({ after }) => after[0]?.[0]);
    };
    // Repair time from 9 to 5 days: less is better, so 10 % harder is 4.5.
    expect(row.slice(0, 2)).toEqual([9, 5]);
    const actual = starts({ kind: "carry" })[0];
    expect(typeof actual).toBe("number");
    expect(starts({ kind: "raise", percent: 10 })).toEqual([actual, 4.5]);
    expect(starts({ kind: "empty" })).toEqual([actual, ""]);
    book.dispose();
  });

  test.each(["weight-workshop", "probation"])("%s has no next period and says why", async (id) => {
    const method = methodOf(id);
    const book = await open(id);
    const result = close(book, method);
    expect(result.ok ? "" : result.problem.what.key).toMatch(/^commands\.nextPeriod\.(workshop|probation)$/);
    book.dispose();
  });
});
