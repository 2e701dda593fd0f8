import { bench, rect, refusal } from "./workbook";
import type { Bench } from "./workbook";

function guarded(options: Readonly<Record<string, unknown>> = {}): Bench {
  const it = bench();
  it.type("A1", [
    ["x", "y"],
    [2, 1],
    [1, 2],
  ]);
  it.table("A1:B3", "T");
  it.model.setFormat(it.id(), rect("D1:D3"), { locked: false });
  it.type("D1", [[3], [2], [1]]);
  it.model.protect(it.id(), options);
  return it;
}

describe("On a protected sheet", () => {
  test.each<[string, (it: Bench) => void]>([
    [
      "writing a locked cell",
      (it) => {
        it.type("A2", [[9]]);
      },
    ],
    [
      "writing where one of the cells is locked",
      (it) => {
        it.type("C1", [[1, 1]]);
      },
    ],
    [
      "clearing a locked cell",
      (it) => {
        it.model.clear(it.id(), rect("A2"), "Contents");
      },
    ],
    [
      "formatting",
      (it) => {
        it.model.setFormat(it.id(), rect("D1"), { bold: true });
      },
    ],
    [
      "number formats",
      (it) => {
        it.model.setNumberFormats(it.id(), rect("D1"), [["0%"]]);
      },
    ],
    [
      "inserting rows",
      (it) => {
        it.model.insertCells(it.id(), rect("9:9"), "Down");
      },
    ],
    [
      "deleting rows",
      (it) => {
        it.model.deleteCells(it.id(), rect("9:9"), "Up");
      },
    ],
    [
      "sorting",
      (it) => {
        it.model.sort(it.id(), rect("D1:D3"), [{ key: 0, ascending: true }], false, false);
      },
    ],
    [
      "filtering",
      (it) => {
        it.model.setFilter(it.id(), "T", 0, { filterOn: "Values", values: ["1"] });
      },
    ],
    [
      "column widths",
      (it) => {
        it.model.setColumnWidth(it.id(), 0, 1, 60);
      },
    ],
    [
      "merging",
      (it) => {
        it.model.merge(it.id(), rect("F1:G1"), false);
      },
    ],
    [
      "validation",
      (it) => {
        it.model.setValidation(it.id(), rect("D1"), null);
      },
    ],
    [
      "conditional formats",
      (it) => {
        it.model.addConditionalFormat(it.id(), rect("D1"), { kind: "Custom", formula: "=D1>1", format: {} });
      },
    ],
    [
      "new tables",
      (it) => {
        it.model.addTable(it.id(), rect("F1:G2"), true);
      },
    ],
    [
      "rows of tables",
      (it) => {
        it.model.addTableRows("T", null, 1);
      },
    ],
    [
      "copying onto locked cells",
      (it) => {
        it.model.copy(
          { sheet: it.id(), rect: rect("D1") },
          { sheet: it.id(), rect: rect("A2") },
          "Values",
          false,
          false,
        );
      },
    ],
    [
      "protecting again",
      (it) => {
        it.model.protect(it.id(), {});
      },
    ],
  ])("%s is denied", (_name, action) => {
    expect(
      refusal(() => {
        action(guarded());
      }),
    ).toBe("AccessDenied");
  });

  test("the message is Excel's", () => {
    expect(() => {
      guarded().type("A2", [[9]]);
    }).toThrow("You cannot perform the requested operation.");
  });

  test.each<[string, (it: Bench) => void]>([
    [
      "allowFormatCells",
      (it) => {
        it.model.setFormat(it.id(), rect("A1"), { bold: true });
      },
    ],
    [
      "allowInsertRows",
      (it) => {
        it.model.insertCells(it.id(), rect("9:9"), "Down");
      },
    ],
    [
      "allowInsertColumns",
      (it) => {
        it.model.insertCells(it.id(), rect("H:H"), "Right");
      },
    ],
    [
      "allowDeleteRows",
      (it) => {
        it.model.deleteCells(it.id(), rect("9:9"), "Up");
      },
    ],
    [
      "allowFormatColumns",
      (it) => {
        it.model.setColumnWidth(it.id(), 0, 1, 60);
      },
    ],
    [
      "allowFormatRows",
      (it) => {
        it.model.setHidden(it.id(), "rows", 0, 1, true);
      },
    ],
    [
      "allowSort",
      (it) => {
        it.model.sort(it.id(), rect("D1:D3"), [{ key: 0, ascending: true }], false, false);
      },
    ],
    [
      "allowAutoFilter",
      (it) => {
        it.model.setFilter(it.id(), "T", 0, { filterOn: "Values", values: ["1"] });
      },
    ],
  ])("%s allows what it names", (option, action) => {
    expect(
      refusal(() => {
        action(guarded({ [option]: true }));
      }),
    ).toBe("nothing");
  });

  test("sorting locked cells stays denied, and so does deleting rows with locked contents", () => {
    const it = guarded({ allowSort: true, allowDeleteRows: true });
    const fields = [{ key: 0, ascending: true }];
    expect(
      refusal(() => {
        it.model.sort(it.id(), rect("A2:B3"), fields, false, false);
      }),
    ).toBe("AccessDenied");
    expect(
      refusal(() => {
        it.model.deleteCells(it.id(), rect("3:3"), "Up");
      }),
    ).toBe("AccessDenied");
  });

  test("unlocked cells can be written", () => {
    const it = guarded();
    it.type("D1", [[9]]);
    expect(it.at("D1")).toBe(9);
  });

  test("a wrong password does not lift it, the right one does; lifting twice is denied", () => {
    const { model, id } = bench();
    model.protect(id(), {}, "secret");
    expect(
      refusal(() => {
        model.unprotect(id(), "Secret");
      }),
    ).toBe("BadPassword");
    model.unprotect(id(), "secret");
    expect(
      refusal(() => {
        model.unprotect(id());
      }),
    ).toBe("AccessDenied");
  });
});
