import { bench, rect, refusal } from "./workbook";

describe("Merging", () => {
  test("keeps the first contents, at the top left", () => {
    const { model, id, type, at } = bench();
    type("A1", [
      ["", "first"],
      ["second", ""],
    ]);
    model.merge(id(), rect("A1:B2"), false);
    expect([at("A1"), at("B1"), at("A2")]).toStrictEqual(["first", null, null]);
    expect(model.sheet("A")?.merges).toStrictEqual([rect("A1:B2")]);
    model.unmerge(id(), rect("B2"));
    expect(model.sheet("A")?.merges).toStrictEqual([]);
  });
  test("across merges each row; a table in the way refuses", () => {
    const { model, id, type, table } = bench();
    model.merge(id(), rect("A1:B2"), true);
    expect(model.sheet("A")?.merges).toStrictEqual([rect("A1:B1"), rect("A2:B2")]);
    type("D1", [["x"], [1]]);
    table("D1:D2");
    expect(
      refusal(() => {
        model.merge(id(), rect("D2:E2"), false);
      }),
    ).toBe("InvalidArgument");
  });
});

describe("Sizes", () => {
  test("Widths are whole pixels of 0.75 points; width 0 hides; nonsense is refused", () => {
    const { model, id } = bench();
    model.setColumnWidth(id(), 1, 2, 60.2);
    model.setColumnWidth(id(), 5, 1, 0);
    const sheet = model.sheet("A");
    expect([sheet?.columnWidths, sheet?.hiddenColumns]).toStrictEqual([
      new Map([
        [1, 60],
        [2, 60],
      ]),
      new Set([5]),
    ]);
    expect(
      refusal(() => {
        model.setColumnWidth(id(), 0, 1, -1);
      }),
    ).toBe("InvalidArgument");
    expect(
      refusal(() => {
        model.setRowHeight(id(), 0, 1, 410);
      }),
    ).toBe("InvalidArgument");
  });
  test("Autofit widens for the longest text, twice for Chinese, not for wrapped text", () => {
    const { model, id, type } = bench();
    type("A1", [["abcdefghij", "一二三四五六七八九十", "a long text that wraps"]]);
    model.setFormat(id(), rect("C1"), { wrap: true });
    model.autofit(id(), rect("A:C"), "columns");
    const [a = 0, b = 0, c] = [0, 1, 2].map((column) => model.sheet("A")?.columnWidths.get(column));
    expect([b > 1.8 * a && b < 2 * a, c]).toStrictEqual([true, undefined]);
  });
  test("Rows are hidden and shown by hand", () => {
    const { model, id } = bench();
    model.setHidden(id(), "rows", 2, 3, true);
    model.setHidden(id(), "rows", 3, 1, false);
    expect(model.sheet("A")?.hiddenRows).toStrictEqual(new Set([2, 4]));
  });
  test("Panes frozen at nothing are not frozen", () => {
    const { model, id } = bench();
    model.freeze(id(), { rows: 1, columns: 0 });
    expect(model.sheet("A")?.freeze).toStrictEqual({ rows: 1, columns: 0 });
    model.freeze(id(), { rows: 0, columns: 0 });
    expect(model.sheet("A")?.freeze).toBeNull();
  });
});

describe("Kept references", () => {
  test("are released once, and two on the same cells are two", () => {
    const { model, id } = bench();
    const [one, two] = [model.keep(id(), rect("A1")), model.keep(id(), rect("A1"))];
    expect(one.id).not.toBe(two.id);
    model.release([one.id]);
    expect([model.reference(one.id), model.reference(two.id)]).toStrictEqual([undefined, two]);
  });
});

describe("Limits", () => {
  test("A formula of more than 8192 characters and a text of more than 32767 are refused", () => {
    const { type } = bench();
    expect(
      refusal(() => {
        type("A1", [[`=${"1+".repeat(4100)}1`]]);
      }),
    ).toBe("FormulaLengthExceedsLimit");
    expect(
      refusal(() => {
        type("A1", [["x".repeat(32_768)]]);
      }),
    ).toBe("InvalidArgument");
    expect(
      refusal(() => {
        type("A1", [["x".repeat(32_767)]]);
      }),
    ).toBe("nothing");
  });
  test("An input that is no finite number is refused", () => {
    const { type } = bench();
    expect(
      refusal(() => {
        type("A1", [[Number.NaN]]);
      }),
    ).toBe("InvalidArgument");
  });
  test("A 1904 workbook shows its own dates", () => {
    const { model, id, type, text } = bench();
    model.data.date1904 = true;
    model.setNumberFormats(id(), rect("A1"), [["yyyy-mm-dd"]]);
    type("A1", [["2/28/2026"]]);
    expect(text("A1")).toBe("2026-02-28");
  });
  test("An unknown sheet or table is not found", () => {
    const { model } = bench();
    expect(
      refusal(() => {
        model.setInputs("nowhere", rect("A1"), [[1]]);
      }),
    ).toBe("ItemNotFound");
    expect(
      refusal(() => {
        model.renameTable("nowhere", "x");
      }),
    ).toBe("ItemNotFound");
  });
});
