import { bench, rect, refusal } from "./workbook";

const up = (key: number) => ({ key, ascending: true });
const down = (key: number) => ({ key, ascending: false });

describe("Sorting", () => {
  test("numbers, text, FALSE, TRUE, errors, blanks", () => {
    const { model, id, type, at } = bench();
    type("A1", [["b"], [true], [""], ["#N/A"], [2], ["A"], [false], [-1]]);
    model.sort(id(), rect("A1:A8"), [up(0)], false, false);
    const read = () => Array.from({ length: 8 }, (_, r) => at(`A${r + 1}`));
    expect(read()).toStrictEqual([-1, 2, "A", "b", false, true, { error: "#N/A" }, null]);
    model.sort(id(), rect("A1:A8"), [down(0)], false, false);
    expect(read()).toStrictEqual([{ error: "#N/A" }, true, false, "b", "A", 2, -1, null]);
  });

  test("Equal rows keep their order; further fields decide", () => {
    const { model, id, type, at } = bench();
    type("A1", [
      ["x", "y"],
      ["b", 1],
      ["a", 2],
      ["B", 0],
      ["a", 1],
    ]);
    model.sort(id(), rect("A1:B5"), [up(0)], true, false);
    expect([at("A1"), at("B2"), at("B3"), at("B4"), at("B5")]).toStrictEqual(["x", 2, 1, 1, 0]);
    model.sort(id(), rect("A1:B5"), [up(0), up(1)], true, false);
    expect([at("B2"), at("B3"), at("B4"), at("B5")]).toStrictEqual([1, 2, 0, 1]);
  });

  test("Formulas move with relative references; those with a sheet's name stay, as in Excel", () => {
    const { model, id, type, at } = bench();
    type("A1", [
      [2, "=A1*$F$1", "=A!A1"],
      [1, "=A2*$F$1", "=A!A2"],
    ]);
    model.sort(id(), rect("A1:C2"), [up(0)], false, false);
    expect([at("B1"), at("B2"), at("C1"), at("C2")]).toStrictEqual(["=A1*$F$1", "=A2*$F$1", "=A!A2", "=A!A1"]);
  });

  test("Formats and notes move along; conditional formats and validation stay", () => {
    const { model, id, type } = bench();
    type("A1", [[2], [1]]);
    model.setFormat(id(), rect("A1"), { fill: "#FF0000" });
    model.sheet("A")?.notes.push({ row: 0, column: 0, author: "", text: "two" });
    model.addConditionalFormat(id(), rect("A1:A1"), { kind: "Custom", formula: "=A1>1", format: {} });
    model.setValidation(id(), rect("A1:A1"), { rule: { custom: { formula: "=A1>0" } } });
    model.sort(id(), rect("A1:A2"), [up(0)], false, false);
    expect([model.formatAt(id(), 0, 0).fill, model.formatAt(id(), 1, 0).fill]).toStrictEqual([undefined, "#FF0000"]);
    expect(model.sheet("A")?.notes[0]?.row).toBe(1);
    expect(model.sheet("A")?.conditionalFormats[0]?.ranges).toStrictEqual([rect("A1")]);
    expect(model.sheet("A")?.validations[0]?.ranges).toStrictEqual([rect("A1")]);
  });

  test("Rows hidden by a filter stay where they are", () => {
    const { model, id, type, at, table } = bench();
    type("A1", [["x"], [3], [9], [1]]);
    table("A1:A4", "T");
    model.setFilter(id(), "T", 0, { filterOn: "Custom", criterion1: "<5" });
    model.sort(id(), rect("A2:A4"), [up(0)], false, false);
    expect([at("A2"), at("A3"), at("A4")]).toStrictEqual([1, 9, 3]);
  });

  test("Merged cells and keys outside the range are refused", () => {
    const { model, id } = bench();
    model.merge(id(), rect("A1:B1"), false);
    expect(
      refusal(() => {
        model.sort(id(), rect("A1:B3"), [up(0)], false, false);
      }),
    ).toBe("MergedRangeConflict");
    expect(
      refusal(() => {
        model.sort(id(), rect("D1:E3"), [up(2)], false, false);
      }),
    ).toBe("InvalidArgument");
  });
});

describe("Filtering a table", () => {
  /** Rows 2 to 7: 1, 2, 3, "apple", "pear", blank. */
  const values = [[1], [2], [3], ["apple"], ["pear"], [""]];
  test.each<[string, Record<string, unknown>, number[]]>([
    ["values shown", { filterOn: "Values", values: ["1", "APPLE"] }, [1, 4]],
    ["blanks", { filterOn: "Values", values: [""] }, [6]],
    ["greater than", { filterOn: "Custom", criterion1: ">1" }, [2, 3]],
    ["between", { filterOn: "Custom", criterion1: ">=2", criterion2: "<=2", operator: "And" }, [2]],
    ["one or the other", { filterOn: "Custom", criterion1: "=1", criterion2: "=pear", operator: "Or" }, [1, 5]],
    ["wildcards", { filterOn: "Custom", criterion1: "=*ea*" }, [5]],
    ["not equal", { filterOn: "Custom", criterion1: "<>2" }, [1, 3, 4, 5, 6]],
    ["not blank", { filterOn: "Custom", criterion1: "<>" }, [1, 2, 3, 4, 5]],
    ["the two highest", { filterOn: "TopItems", criterion1: "2" }, [2, 3]],
    ["the lowest third", { filterOn: "BottomPercent", criterion1: "34" }, [1]],
    ["above the average", { filterOn: "Dynamic", dynamicCriteria: "AboveAverage" }, [3]],
  ])("%s", (_name, criterion, shown) => {
    const { model, id, type, table } = bench();
    type("A1", [["x"], ...values]);
    table("A1:A7", "T");
    model.setFilter(id(), "T", 0, criterion);
    const hidden = model.sheet("A")?.filteredRows ?? new Set();
    expect([1, 2, 3, 4, 5, 6].filter((row) => !hidden.has(row))).toStrictEqual(shown);
    model.setFilter(id(), "T", null, null);
    expect(model.sheet("A")?.filteredRows.size).toBe(0);
  });

  test("Cells hidden by a filter can be written", () => {
    const { model, id, type, at, table } = bench();
    type("A1", [["x"], [1], [2]]);
    table("A1:A3", "T");
    model.setFilter(id(), "T", 0, { filterOn: "Values", values: ["2"] });
    type("A2", [[7], [8]]);
    expect([at("A2"), at("A3")]).toStrictEqual([7, 8]);
  });

  test("A criterion that the host does not know fails loudly", () => {
    const { model, id, type, table } = bench();
    type("A1", [["x"], [1]]);
    table("A1:A2", "T");
    expect(
      refusal(() => {
        model.setFilter(id(), "T", 0, { filterOn: "Icon" });
      }),
    ).toBe("NotImplemented");
    expect(
      refusal(() => {
        model.setFilter(id(), "T", 1, { filterOn: "Values", values: [] });
      }),
    ).toBe("InvalidArgument");
  });
});
