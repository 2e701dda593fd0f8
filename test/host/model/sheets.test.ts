import { digest } from "../../../host/model/digest";
import { bench, rect, refusal } from "./workbook";

describe("Sheet names", () => {
  test.each([
    "",
    "  ",
    "x".repeat(32),
    "a[b",
    "a]b",
    "a:b",
    "a*b",
    "a?b",
    "a/b",
    "a\\b",
    "'a",
    "a'",
    "History",
    "history",
  ])("%p is refused", (name) => {
    const { model, id } = bench();
    expect(refusal(() => model.addSheet(name))).toBe("InvalidArgument");
    expect(
      refusal(() => {
        model.renameSheet(id(), name);
      }),
    ).toBe("InvalidArgument");
  });
  test("A name is given once, ignoring case; a sheet may change its own case", () => {
    const { model, id } = bench();
    expect(refusal(() => model.addSheet("b"))).toBe("ItemAlreadyExists");
    expect(
      refusal(() => {
        model.renameSheet(id("A"), "a");
      }),
    ).toBe("nothing");
  });
  test("31 characters and an apostrophe inside are fine", () => {
    const { model } = bench();
    expect(model.addSheet("x".repeat(31)).name).toHaveLength(31);
    expect(model.addSheet("Q1's plan").name).toBe("Q1's plan");
  });
  test("Unnamed sheets are numbered on", () => {
    const { model } = bench("Sheet1", "Sheet3");
    expect([model.addSheet().name, model.addSheet().name]).toStrictEqual(["Sheet4", "Sheet5"]);
  });
});

describe("Renaming a sheet", () => {
  test("rewrites formulas everywhere, quotes where needed, and leaves texts", () => {
    const { model, id, type, at } = bench();
    type("A1", [['=B!A1+SUM(B!A1:A3)&"B!A1"&Bx!A1']]);
    model.addName(null, "n", "=B!$A$1");
    model.renameSheet(id("B"), "Q1's plan");
    expect(at("A1")).toBe(`='Q1''s plan'!A1+SUM('Q1''s plan'!A1:A3)&"B!A1"&Bx!A1`);
    expect(model.data.names[0]?.formula).toBe("='Q1''s plan'!$A$1");
  });
});

describe("Deleting a sheet", () => {
  test("leaves #REF! behind, takes its names and references along", () => {
    const { model, id, type, at } = bench();
    type("A1", [["=B!A1+SUM(B!A1:A3)+SUM(T[x])"]]);
    type("A1", [["x"], [1]], "B");
    const made = model.addTable(id("B"), rect("A1:A2"), true);
    model.renameTable(made.id, "T");
    model.addName(id("B"), "own", "=1");
    const kept = model.keep(id("B"), rect("A1"));
    model.deleteSheet(id("B"));
    expect(at("A1")).toBe("=#REF!A1+SUM(#REF!A1:A3)+SUM(#REF!)");
    expect([model.data.names, kept.rect]).toStrictEqual([[], null]);
  });
  test("tells the engine plain errors and removes the sheet there", async () => {
    const { model, id, type, engine } = bench();
    model.addName(id("B"), "rate", "=1");
    type("A1", [["=B!A1+SUM(B!A1:A3)+B!rate"]]);
    await model.recalc();
    model.deleteSheet(id("B"));
    await model.recalc();
    expect(engine.sheets.map(({ name }) => name)).toStrictEqual(["A"]);
    expect(engine.formula("A", 0, 0)).toBe("=#REF!+SUM(#REF!)+#REF!");
  });
  test("activates a visible neighbour; the last visible sheet stays", () => {
    const { model, id } = bench("A", "B", "C");
    model.setVisibility(id("B"), "Hidden");
    const c = id("C");
    model.deleteSheet(id("A"));
    expect(model.data.activeSheet).toBe(c);
    expect(
      refusal(() => {
        model.deleteSheet(c);
      }),
    ).toBe("InvalidOperation");
    expect(
      refusal(() => {
        model.setVisibility(c, "Hidden");
      }),
    ).toBe("InvalidOperation");
  });
});

describe("Order and selection", () => {
  test("Sheets move, the engine with them", async () => {
    const { model, id, engine } = bench("A", "B", "C");
    await model.recalc();
    model.moveSheet(id("C"), 0);
    await model.recalc();
    expect(engine.sheets.map(({ name }) => name)).toStrictEqual(["C", "A", "B"]);
    expect(
      refusal(() => {
        model.moveSheet(id("C"), 3);
      }),
    ).toBe("InvalidArgument");
  });
  test("Selecting on another sheet activates it; a hidden one refuses", () => {
    const { model, id } = bench();
    model.select(id("B"), rect("C3"));
    expect([model.data.activeSheet, model.data.selection]).toStrictEqual([id("B"), rect("C3")]);
    model.setVisibility(id("A"), "Hidden");
    expect(
      refusal(() => {
        model.select(id("A"), rect("A1"));
      }),
    ).toBe("InvalidOperation");
  });
  test("Changes are told in order", () => {
    const { model, id } = bench();
    const told: string[] = [];
    const stop = model.onChange((change) => told.push(change.kind));
    model.setInputs(id(), rect("A1"), [[1]]);
    model.select(id("B"), rect("A1"));
    stop();
    model.setInputs(id(), rect("A1"), [[2]]);
    expect(told).toStrictEqual(["cells", "sheet", "selection"]);
  });
  test("A change of one cell tells the value before and after", () => {
    const { model, id, type } = bench();
    type("A1", [[1]]);
    const told: unknown[] = [];
    model.onChange((change) => told.push(change));
    model.origin = "user";
    type("A1", [[2]]);
    expect(told).toStrictEqual([
      { kind: "cells", sheet: id(), rect: rect("A1"), origin: "user", detail: { before: 1, after: 2 } },
    ]);
  });
});

describe("The engine", () => {
  test("gets a loaded workbook whole at the first calculation, and then only what changed, in few blocks", async () => {
    const { model, type, engine } = bench();
    type(
      "A1",
      Array.from({ length: 50 }, (_, r) => [r, `=A${r + 1}*2`]),
    );
    await model.recalc();
    expect([engine.blocks, engine.cellsSent]).toStrictEqual([1, 100]);
    type("A10", [[99]]);
    expect(model.isDirty).toBe(true);
    await model.recalc();
    expect([engine.blocks, engine.cellsSent, model.isDirty]).toStrictEqual([2, 101, false]);
  });
  test("answers formulas; a reference to an empty cell is 0", async () => {
    const { model, id, type, engine } = bench();
    type("A1", [["=1+1", "=C1"]]);
    engine.answers.set("=1+1", 2);
    engine.answers.set("=C1", null);
    await model.recalc();
    expect([model.valueAt(id(), 0, 0), model.valueAt(id(), 0, 1)]).toStrictEqual([2, 0]);
  });
  test("may be calculating while the workbook goes on: what came meanwhile is told the next time", async () => {
    const { model, type, engine } = bench();
    type("A1", [["=1+1"]]);
    const running = model.recalc();
    model.addSheet("Late");
    type("A1", [["=2+2"]], "Late");
    await running;
    expect(model.isDirty).toBe(true);
    await model.recalc();
    expect(engine.formula("Late", 0, 0)).toBe("=2+2");
  });
  test("that fails leaves the workbook waiting to be calculated", async () => {
    const { model, type, engine } = bench();
    type("A1", [["=1+1"]]);
    jest.spyOn(engine, "recalc").mockRejectedValueOnce(new Error("engine"));
    await expect(model.recalc()).rejects.toThrow("engine");
    expect(model.isDirty).toBe(true);
    await model.recalc();
    expect(model.isDirty).toBe(false);
  });
  test("is told of cleared and moved cells", async () => {
    const { model, id, type, engine } = bench();
    type("A1", [[1], [2]]);
    await model.recalc();
    model.deleteCells(id(), rect("1:1"), "Up");
    await model.recalc();
    expect([...(engine.sheets[0]?.cells ?? [])]).toStrictEqual([["0,0", { literal: 2 }]]);
  });
});

describe("The digest", () => {
  test("sees values, formats, rules, sizes and names, but no ids", () => {
    const build = () => {
      const it = bench();
      it.type("A1", [["x", "=1"]]);
      it.table("A1:B2", "T");
      it.model.addConditionalFormat(it.id(), rect("A1:A5"), { kind: "Custom", formula: "=A1>1", format: {} });
      return it;
    };
    const [one, two] = [build(), build()];
    expect(digest(one.model.data)).toStrictEqual(digest(two.model.data));
    const changes: ((it: typeof one) => void)[] = [
      (it) => {
        it.type("A2", [["y"]]);
      },
      (it) => {
        it.model.setFormat(it.id(), rect("Z9"), { bold: true });
      },
      (it) => {
        it.model.setColumnWidth(it.id(), 3, 1, 60);
      },
      (it) => {
        it.model.addName(null, "n", "=1");
      },
      (it) => {
        it.model.addConditionalFormat(it.id(), rect("A1:A5"), { kind: "Custom", formula: "=A1>2", format: {} });
      },
      (it) => {
        it.model.setValidation(it.id(), rect("A9"), { rule: { custom: { formula: "=A9>1" } } });
      },
      (it) => {
        it.model.protect(it.id(), {});
      },
      (it) => {
        it.model.merge(it.id("B"), rect("A1:B1"), false);
      },
      (it) => {
        it.model.moveSheet(it.id("B"), 0);
      },
    ];
    for (const change of changes) {
      const changed = build();
      change(changed);
      expect(digest(changed.model.data)).not.toStrictEqual(digest(one.model.data));
    }
  });
});
