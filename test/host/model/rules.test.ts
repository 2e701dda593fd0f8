import { bench, rect, refusal } from "./workbook";

const custom = (formula: string) => ({ kind: "Custom", formula, format: { fill: "#FFC7CE" } }) as const;

describe("Conditional formats", () => {
  test("A new rule comes first in priority; priorities can be changed", () => {
    const { model, id } = bench();
    const first = model.addConditionalFormat(id(), rect("A1:A5"), custom("=A1>1"));
    const second = model.addConditionalFormat(id(), rect("A1:A5"), custom("=A1>2"));
    expect(model.sheet("A")?.conditionalFormats.map((f) => f.id)).toStrictEqual([second.id, first.id]);
    model.setConditionalFormatPriority(id(), second.id, 1);
    expect(model.sheet("A")?.conditionalFormats.map((f) => f.id)).toStrictEqual([first.id, second.id]);
    expect(
      refusal(() => {
        model.setConditionalFormatPriority(id(), second.id, 2);
      }),
    ).toBe("InvalidArgument");
  });

  test.each(["=Plan[Weight]>1", "=[@Weight]>1", "=COUNTIF((A1,B1),1)", "=SUM((A1:A2,B1))>0", "=OR(A1={1,2})", "=A1>("])(
    "%s is refused, as Excel refuses it in a rule",
    (formula) => {
      const { model, id } = bench();
      expect(refusal(() => model.addConditionalFormat(id(), rect("A1"), custom(formula)))).toBe("InvalidArgument");
      expect(model.sheet("A")?.conditionalFormats).toStrictEqual([]);
    },
  );

  test("Commas between arguments are no union, and other sheets may be named", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("A1"), custom('=AND((A1+1)>SUM(B!A1,2),MID("a,b",1,2)="a,")'));
    expect(model.sheet("A")?.conditionalFormats).toHaveLength(1);
  });

  test("Thresholds of bars and scales are held to the same rules", () => {
    const { model, id } = bench();
    const rule = {
      kind: "ColorScale",
      points: [
        { at: { type: "Formula", formula: "=Plan[x]" }, color: "#FF0000" },
        { at: { type: "HighestValue" }, color: "#00FF00" },
      ],
    } as const;
    expect(refusal(() => model.addConditionalFormat(id(), rect("A1"), rule))).toBe("InvalidArgument");
  });

  test("Clearing cells cuts them out of the range; the formulas keep their meaning", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("B2:B9"), custom("=$A2>B$1"));
    model.clear(id(), rect("A2:C3"), "All");
    expect(model.sheet("A")?.conditionalFormats[0]).toMatchObject({
      ranges: [rect("B4:B9")],
      rule: { formula: "=$A4>B$1" },
    });
  });

  test("Renaming a sheet rewrites the formulas", () => {
    const { model, id } = bench();
    model.addConditionalFormat(id(), rect("A1"), custom("=B!$A$1>1"));
    model.setValidation(id(), rect("A1"), { rule: { list: { inCellDropDown: true, source: "=B!$A$1:$A$3" } } });
    model.renameSheet(id("B"), "My lists");
    expect(model.sheet("A")?.conditionalFormats[0]?.rule).toMatchObject({ formula: "='My lists'!$A$1>1" });
    expect(model.sheet("A")?.validations[0]?.rule).toMatchObject({ list: { source: "='My lists'!$A$1:$A$3" } });
  });
});

describe("Data validation", () => {
  test("List text over 255 characters is refused, 255 is not", () => {
    const { model, id } = bench();
    const list = (length: number) => ({ rule: { list: { inCellDropDown: true, source: "x".repeat(length) } } });
    expect(
      refusal(() => {
        model.setValidation(id(), rect("A1"), list(256));
      }),
    ).toBe("InvalidArgument");
    expect(
      refusal(() => {
        model.setValidation(id(), rect("A1"), list(255));
      }),
    ).toBe("nothing");
  });

  test("Formulas with table references are refused", () => {
    const { model, id } = bench();
    const rule = { custom: { formula: "=COUNTIF(Plan[Id],A1)=1" } };
    expect(
      refusal(() => {
        model.setValidation(id(), rect("A1"), { rule });
      }),
    ).toBe("InvalidArgument");
  });

  test("Titles over 32 and messages over 255 characters are refused", () => {
    const { model, id } = bench();
    const prompt = { showPrompt: true, title: "t".repeat(33), message: "" };
    expect(
      refusal(() => {
        model.setValidation(id(), rect("A1"), { prompt });
      }),
    ).toBe("InvalidArgument");
    const long = { showPrompt: true, title: "", message: "m".repeat(256) };
    expect(
      refusal(() => {
        model.setValidation(id(), rect("A1"), { prompt: long });
      }),
    ).toBe("InvalidArgument");
  });

  test("Each cell has one validation: a new one takes its cells from the old", () => {
    const { model, id } = bench();
    model.setValidation(id(), rect("A1:A9"), { rule: { custom: { formula: "=A1>0" } } });
    model.setValidation(id(), rect("A1:A2"), { rule: { custom: { formula: "=A1>5" } } });
    expect(model.sheet("A")?.validations).toMatchObject([
      { ranges: [rect("A3:A9")], rule: { custom: { formula: "=A3>0" } } },
      { ranges: [rect("A1:A2")], rule: { custom: { formula: "=A1>5" } } },
    ]);
    model.setValidation(id(), rect("A1:A9"), null);
    expect(model.sheet("A")?.validations).toStrictEqual([]);
  });

  test("Members left out stay as they were in the first cell", () => {
    const { model, id } = bench();
    model.setValidation(id(), rect("A1:A9"), { rule: { custom: { formula: "=A1>0" } } });
    model.setValidation(id(), rect("A1:A9"), { prompt: { showPrompt: true, title: "Score", message: "0 to 100" } });
    expect(model.sheet("A")?.validations).toMatchObject([
      { rule: { custom: { formula: "=A1>0" } }, prompt: { title: "Score" } },
    ]);
  });
});

describe("Names", () => {
  test.each(["A1", "R1C1", "r", "C", "1st", "two words", "", "a-b", "TRUE", "XFD1048576", "x".repeat(256)])(
    "%p is no name",
    (name) => {
      const { model } = bench();
      expect(refusal(() => model.addName(null, name, "=1"))).toBe("InvalidArgument");
    },
  );
  test.each(["weight", "_x", "eh_1_Plan", "\\a", "Größe", "权重", "XFE1", "a.b?"])("%p is a name", (name) => {
    const { model } = bench();
    expect(refusal(() => model.addName(null, name, "=1"))).toBe("nothing");
  });

  test("A name is given once in a scope, ignoring case; a sheet may have its own", () => {
    const { model, id } = bench();
    model.addName(null, "total", "=A!$A$1");
    expect(refusal(() => model.addName(null, "TOTAL", "=1"))).toBe("ItemAlreadyExists");
    expect(refusal(() => model.addName(id("B"), "total", "=2"))).toBe("nothing");
  });

  test("The engine gets table names in plain addresses, and a sheet's own names apart", async () => {
    const { model, id, type, table, engine } = bench();
    type("A1", [["x"], [1]]);
    table("A1:A2", "T");
    model.addName(null, "all", "=T[x]");
    model.addName(id("B"), "rate", "=0.5");
    model.addName(null, "rate", "=0.1");
    type("A1", [["=rate", "=A!rate"]], "B");
    type("C1", [["=rate+B!rate"]]);
    await model.recalc();
    expect(engine.names.find(({ name }) => name === "all")?.formula).toBe("=A!$A$2");
    expect(engine.formula("B", 0, 0)).toBe("=eh_scope_1_rate");
    expect(engine.formula("A", 0, 2)).toBe("=rate+eh_scope_1_rate");
  });

  test("A name is changed and deleted", () => {
    const { model } = bench();
    const name = model.addName(null, "limit", "=1");
    model.setName(name, { formula: "=2", comment: "c", visible: false });
    expect(model.data.names).toStrictEqual([
      { name: "limit", formula: "=2", scope: null, visible: false, comment: "c" },
    ]);
    model.deleteName(name);
    expect(model.data.names).toStrictEqual([]);
    expect(
      refusal(() => {
        model.deleteName(name);
      }),
    ).toBe("ItemNotFound");
  });
});
