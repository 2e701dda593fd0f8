import { createHeadlessEngine } from "../../../host/engine/headlessEngine";
import { loadHeadlessUniver } from "../../../host/engine/univer/loadHeadless";
import type { EngineInput } from "../../../host/engine/types";
import type { UniverEngine } from "../../../host/engine/univerEngine";
import type { CellScalar } from "../../../host/model/types";
import { parseRect } from "../../../src/core/model/a1";

let sheets = 0;
const newSheetId = (): string => `sheet-${String((sheets += 1))}`;

/** Puts one input, "=…" a formula, into a cell given by its address. */
function put(engine: UniverEngine, sheet: string, address: string, input: CellScalar): void {
  const rect = parseRect(address);
  if (rect === null) throw new Error(address);
  const cell: EngineInput =
    typeof input === "string" && input.startsWith("=") ? { formula: input } : { literal: input };
  engine.setCells(sheet, rect, [[cell]]);
}
function read(engine: UniverEngine, sheet: string, address: string): CellScalar {
  const rect = parseRect(address);
  if (rect === null) throw new Error(address);
  return engine.value(sheet, rect.row, rect.column);
}
function withSheet(name = "Sheet1"): { readonly engine: UniverEngine; readonly sheet: string } {
  const engine = createHeadlessEngine();
  const sheet = newSheetId();
  engine.addSheet(sheet, name, 0);
  return { engine, sheet };
}

describe("comparing a single cell", () => {
  it("does not hang on which columns were compared before: 0, an empty text, an empty cell and a number as text stay apart", async () => {
    const { engine, sheet } = withSheet();
    put(engine, sheet, "A1", "=1-1");
    put(engine, sheet, "A2", '=""&""');
    put(engine, sheet, "A4", '="1"&""');
    // These compare the whole column first.
    put(engine, sheet, "C1", '=SUMPRODUCT(--(A1:A4="x"))+COUNTIFS(A1:A4,"x")');
    const asked = ['=A1=""', '=A2=""', '=A3=""', "=A1=0", "=A2=0", "=A3=0", "=A4=1", '=A4="1"', '=IF(A1="",1,2)'];
    asked.forEach((formula, i) => {
      put(engine, sheet, `D${String(i + 1)}`, `${formula.replace(/^=/, "=IF($C$1>=0,")},"")`);
    });
    await engine.recalc();
    expect(asked.map((_, i) => read(engine, sheet, `D${String(i + 1)}`))).toEqual([
      false,
      true,
      true,
      true,
      false,
      true,
      false,
      true,
      2,
    ]);
    engine.dispose();
  });
});

describe("a sheet that comes after the formulas that name it", () => {
  it("is found by them, whether they name it themselves or by a defined name", async () => {
    const { engine, sheet } = withSheet();
    engine.setNames([{ name: "Rate", formula: "='Later on'!$A$1" }]);
    put(engine, sheet, "A1", "=Rate*2");
    put(engine, sheet, "A2", "='Later on'!A1*3");
    await engine.recalc();
    const later = newSheetId();
    engine.addSheet(later, "Later on", 1);
    put(engine, later, "A1", 5);
    await engine.recalc();
    expect([read(engine, sheet, "A1"), read(engine, sheet, "A2")]).toEqual([10, 15]);
    engine.dispose();
  });
  it.each(["=Rate*2", "='Later on'!A1*2"])("is found by %s alone", async (formula) => {
    const { engine, sheet } = withSheet();
    engine.setNames([{ name: "Rate", formula: "='Later on'!$A$1" }]);
    put(engine, sheet, "A1", formula);
    await engine.recalc();
    const later = newSheetId();
    engine.addSheet(later, "Later on", 1);
    put(engine, later, "A1", 5);
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toBe(10);
    engine.dispose();
  });
});

describe("a formula given for a row above", () => {
  const rows = (engine: UniverEngine, sheet: string, column: number, formula: string): void => {
    engine.setCells(
      sheet,
      { row: 1, column, rows: 4, columns: 1 },
      [0, 1, 2, 3].map((down) => [{ formula, down }]),
    );
  };
  const column = (engine: UniverEngine, sheet: string, at: number): CellScalar[] =>
    [1, 2, 3, 4].map((row) => engine.value(sheet, row, at));

  it("moves its relative references down and leaves fixed ones, also in other sheets, ranges and names", async () => {
    const { engine, sheet } = withSheet();
    const other = newSheetId();
    engine.addSheet(other, "Other", 1);
    engine.setNames([{ name: "Rate", formula: "=Other!$A$1" }]);
    for (let row = 1; row <= 5; row += 1) put(engine, sheet, `A${String(row)}`, 10 * row);
    put(engine, other, "A1", 2);
    put(engine, other, "A2", 3);
    put(engine, other, "A3", 5);
    rows(engine, sheet, 1, "=$A2*Rate");
    rows(engine, sheet, 2, "=SUM($A$2:$A2)+ROW()");
    rows(engine, sheet, 3, "=Other!$A1+IFERROR(SUMIFS($A$1:$A$5,$A$1:$A$5,$A2),0)");
    rows(engine, sheet, 4, "=$B2+$B1");
    await engine.recalc();
    expect(column(engine, sheet, 1)).toEqual([40, 60, 80, 100]);
    expect(column(engine, sheet, 2)).toEqual([22, 53, 94, 145]);
    expect(column(engine, sheet, 3)).toEqual([22, 33, 45, 50]);
    expect(column(engine, sheet, 4)).toEqual([40, 100, 140, 180]);
    // What each row depends on is its own.
    put(engine, sheet, "A4", 0);
    await engine.recalc();
    expect(column(engine, sheet, 1)).toEqual([40, 60, 0, 100]);
    expect(column(engine, sheet, 4)).toEqual([40, 100, 60, 100]);
    engine.setNames([{ name: "Rate", formula: "=Other!$A$2" }]);
    await engine.recalc();
    expect(column(engine, sheet, 1)).toEqual([60, 90, 0, 150]);
    engine.dispose();
  });

  it("stays what it is when another row's is replaced", async () => {
    const { engine, sheet } = withSheet();
    for (let row = 1; row <= 5; row += 1) put(engine, sheet, `A${String(row)}`, row);
    rows(engine, sheet, 1, "=$A2*2");
    await engine.recalc();
    put(engine, sheet, "B2", 7);
    put(engine, sheet, "A3", 50);
    await engine.recalc();
    expect(column(engine, sheet, 1)).toEqual([7, 100, 8, 10]);
    engine.dispose();
  });
});

describe("COUNTIFS and its like", () => {
  it("keep errors, empty texts, empty cells and numbers as text apart as Excel does", async () => {
    const { engine, sheet } = withSheet();
    const inputs: readonly CellScalar[] = [1, "1", "a", "A", null, '=""', "=1/0", "=NA()", true, "ab"];
    inputs.forEach((input, i) => {
      put(engine, sheet, `A${String(i + 1)}`, input);
      put(engine, sheet, `B${String(i + 1)}`, i + 1);
    });
    const asked: readonly (readonly [string, CellScalar])[] = [
      ['=COUNTIFS(A1:A10,"a")', 2],
      ['=COUNTIFS(A1:A10,"a*")', 3],
      ["=COUNTIFS(A1:A10,1)", 2],
      ['=COUNTIFS(A1:A10,">0")', 1],
      ['=COUNTIFS(A1:A10,"<>a")', 8],
      ['=COUNTIFS(A1:A10,"#N/A")', 1],
      ["=COUNTIFS(A1:A10,TRUE)", 1],
      ['=COUNTIFS(A1:A10,"a",B1:B10,">3")', 1],
      ['=SUMIFS(B1:B10,A1:A10,"a*",B1:B10,"<10")', 7],
      ['=AVERAGEIFS(B1:B10,A1:A10,"a")', 3.5],
      ['=MAXIFS(B1:B10,A1:A10,"a*")', 10],
      ['=MINIFS(B1:B10,A1:A10,"zzz")', 0],
      ["=SUM(COUNTIFS(A1:A10,D1:D2))", 4],
    ];
    put(engine, sheet, "D1", "a");
    put(engine, sheet, "D2", "1");
    asked.forEach(([formula], i) => {
      put(engine, sheet, `F${String(i + 1)}`, formula);
    });
    await engine.recalc();
    expect(asked.map(([formula], i) => [formula, read(engine, sheet, `F${String(i + 1)}`)])).toEqual(asked);
    engine.dispose();
  });
});

describe("an empty text of a formula", () => {
  it("stays an empty text through INDEX, IF, IFERROR and a plain reference, in one calculation and the next", async () => {
    const engine = createHeadlessEngine();
    engine.addSheet("a", "A", 0);
    engine.addSheet("b", "B", 1);
    const formulas = [
      "=B!A1",
      "=INDEX(B!A1:A3,1)",
      '=IFERROR(INDEX(B!A1:A3,MATCH("x",B!B1:B3,0)),"none")',
      "=IF(TRUE,B!A1,1)",
      "=ISNUMBER(B!A1)",
      "=COUNTA(B!A1:A3)",
      "=ISBLANK(B!A1)",
      "=SUM(B!A1:A3)",
    ];
    engine.setCells("b", { row: 0, column: 0, rows: 3, columns: 2 }, [
      [{ formula: '=IF(1=1,"",5)' }, { literal: "x" }],
      [{ literal: 2 }, { literal: "y" }],
      [{ literal: null }, { literal: "z" }],
    ]);
    engine.setCells("a", { row: 0, column: 0, rows: 1, columns: formulas.length }, [
      formulas.map((formula) => ({ formula })),
    ]);
    await engine.recalc();
    const read = () => formulas.map((_, c) => engine.value("a", 0, c));
    expect(read()).toEqual(["", "", "", "", false, 2, false, 2]);
    engine.setCells("b", { row: 1, column: 0, rows: 1, columns: 1 }, [[{ literal: 3 }]]);
    await engine.recalc();
    expect(read()).toEqual(["", "", "", "", false, 2, false, 3]);
    engine.dispose();
  });
});

describe("the calculating engine", () => {
  const engines: UniverEngine[] = [];
  const fresh = (name?: string): { readonly engine: UniverEngine; readonly sheet: string } => {
    const made = withSheet(name);
    engines.push(made.engine);
    return made;
  };
  afterEach(() => {
    for (const engine of engines.splice(0)) engine.dispose();
  });

  it("calculates formulas, and again when what they depend on changes", async () => {
    const { engine, sheet } = fresh();
    put(engine, sheet, "A1", 2);
    put(engine, sheet, "A2", "=A1*3");
    put(engine, sheet, "A3", "=A2+1");
    await engine.recalc();
    expect([read(engine, sheet, "A2"), read(engine, sheet, "A3")]).toEqual([6, 7]);
    put(engine, sheet, "A1", 5);
    await engine.recalc();
    expect([read(engine, sheet, "A2"), read(engine, sheet, "A3")]).toEqual([15, 16]);
  });

  it("tells numbers, texts, booleans, errors, dates as serials and emptiness apart", async () => {
    const { engine, sheet } = fresh();
    put(engine, sheet, "A1", "7");
    put(engine, sheet, "A2", true);
    put(engine, sheet, "A3", { error: "#N/A" });
    put(engine, sheet, "B1", "=1/0");
    put(engine, sheet, "B2", "=DATE(2026,2,28)");
    put(engine, sheet, "B3", '=""');
    put(engine, sheet, "B4", "=A2");
    put(engine, sheet, "B5", "=A3");
    put(engine, sheet, "B6", '=HYPERLINK("#Sheet1!A1","Go")');
    put(engine, sheet, "B7", "=EDATE(DATE(2026,1,31),1)");
    put(engine, sheet, "B8", "=ISTEXT(A1)");
    put(engine, sheet, "B9", "=ISERROR(A3)");
    put(engine, sheet, "B10", '=TEXT(B2,"yyyy-mm-dd")');
    put(engine, sheet, "B11", "=B2+1");
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toBe("7");
    expect(read(engine, sheet, "A2")).toBe(true);
    expect(read(engine, sheet, "A3")).toEqual({ error: "#N/A" });
    expect(read(engine, sheet, "A4")).toBeNull();
    expect(read(engine, sheet, "B1")).toEqual({ error: "#DIV/0!" });
    expect(read(engine, sheet, "B2")).toBe(46081);
    expect(read(engine, sheet, "B3")).toBe("");
    expect(read(engine, sheet, "B4")).toBe(true);
    expect(read(engine, sheet, "B5")).toEqual({ error: "#N/A" });
    expect(read(engine, sheet, "B6")).toBe("Go");
    expect(read(engine, sheet, "B7")).toBe(46081);
    expect(read(engine, sheet, "B8")).toBe(true);
    expect(read(engine, sheet, "B9")).toBe(true);
    expect(read(engine, sheet, "B10")).toBe("2026-02-28");
    expect(read(engine, sheet, "B11")).toBe(46082);
  });

  it("clears cells and follows other sheets, their names and their removal", async () => {
    const { engine, sheet } = fresh();
    const other = newSheetId();
    engine.addSheet(other, "My data", 1);
    put(engine, other, "A1", 4);
    put(engine, sheet, "A1", "='My data'!A1+1");
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toBe(5);
    put(engine, other, "A1", null);
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toBe(1);
    engine.renameSheet(other, "New");
    put(engine, other, "A1", 8);
    put(engine, sheet, "A1", "=New!A1+1");
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toBe(9);
    engine.removeSheet(other);
    put(engine, sheet, "A1", "=#REF!+1");
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toEqual({ error: "#REF!" });
  });

  it("knows names for ranges and constants, and replaces them all", async () => {
    const { engine, sheet } = fresh();
    put(engine, sheet, "A1", 3);
    put(engine, sheet, "A2", 4);
    engine.setNames([
      { name: "Both", formula: "=Sheet1!$A$1:$A$2" },
      { name: "Limit", formula: "=0.005" },
    ]);
    put(engine, sheet, "B1", "=SUM(Both)+Limit");
    await engine.recalc();
    expect(read(engine, sheet, "B1")).toBe(7.005);
    engine.setNames([
      { name: "Both", formula: "=Sheet1!$A$1" },
      { name: "Limit", formula: "=1" },
    ]);
    await engine.recalc();
    expect(read(engine, sheet, "B1")).toBe(4);
    engine.setNames([]);
    await engine.recalc();
    expect(read(engine, sheet, "B1")).toEqual({ error: "#NAME?" });
    put(engine, sheet, "B2", "=Later*2");
    await engine.recalc();
    expect(read(engine, sheet, "B2")).toEqual({ error: "#NAME?" });
    engine.setNames([{ name: "Later", formula: "=Sheet1!$A$2" }]);
    await engine.recalc();
    expect(read(engine, sheet, "B2")).toBe(8);
  });

  it("holds cells beyond the first thousand rows and sixty columns", async () => {
    const { engine, sheet } = fresh();
    put(engine, sheet, "CZ5000", 3);
    put(engine, sheet, "A1", "=SUM(CZ:CZ)+CZ5000");
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toBe(6);
  });

  it("shows #NAME? for an unknown function and for IMAGE, which it never runs", async () => {
    const { engine, sheet } = fresh();
    put(engine, sheet, "A1", "=NOSUCHFN(1)");
    put(engine, sheet, "A2", '=IMAGE("https://example.test/a.png")');
    put(engine, sheet, "A3", "=A1");
    await engine.recalc();
    expect(read(engine, sheet, "A1")).toEqual({ error: "#NAME?" });
    expect(read(engine, sheet, "A2")).toEqual({ error: "#NAME?" });
    expect(read(engine, sheet, "A3")).toEqual({ error: "#NAME?" });
  });

  it("evaluates formulas as if they stood in a cell and leaves nothing behind", async () => {
    const { engine, sheet } = fresh();
    put(engine, sheet, "A1", 10);
    put(engine, sheet, "A2", 20);
    await engine.recalc();
    const at = (row: number, formula: string): Parameters<UniverEngine["evaluate"]>[0][number] => ({
      sheetId: sheet,
      row,
      column: 2,
      formula,
    });
    expect(
      await engine.evaluate([at(0, "=SUM($A$1:$A$2)"), at(0, "=ROW()"), at(4, "=ROW()*2"), at(1, "=A2>15")]),
    ).toEqual([30, 1, 10, true]);
    expect(read(engine, sheet, "C1")).toBeNull();
  });

  it("gives each recalc its own result when several are asked for at once", async () => {
    const { engine, sheet } = fresh();
    put(engine, sheet, "B1", "=A1+1");
    const seen: CellScalar[] = [];
    const runs: Promise<void>[] = [];
    for (let i = 0; i < 5; i += 1) {
      put(engine, sheet, "A1", i);
      runs.push(
        engine.recalc().then(() => {
          seen.push(read(engine, sheet, "B1"));
        }),
      );
    }
    await Promise.all(runs);
    expect(seen.at(-1)).toBe(5);
  });

  it("takes what is put while it calculates, and has its value after the next calculation", async () => {
    const { engine, sheet } = withSheet();
    put(engine, sheet, "A1", 1);
    put(engine, sheet, "B1", "=A1+1");
    await engine.recalc();
    put(engine, sheet, "A1", 2);
    const first = engine.recalc();
    const at = { sheetId: sheet, row: 4, column: 16 };
    // The browser asks for rules while the workbook calculates.
    const asked = [engine.evaluate([{ ...at, formula: "=A1*10" }]), engine.evaluate([{ ...at, formula: "=A1*100" }])];
    await Promise.resolve();
    put(engine, sheet, "C1", "=B1*2");
    await first;
    await engine.recalc();
    expect([read(engine, sheet, "B1"), read(engine, sheet, "C1")]).toEqual([3, 6]);
    expect(await Promise.all(asked)).toEqual([[20], [200]]);
    engine.dispose();
  });

  it("may be disposed of while it calculates and right afterwards", async () => {
    const { engine, sheet } = withSheet();
    put(engine, sheet, "A1", "=1+1");
    const run = engine.recalc();
    engine.dispose();
    await run.catch(() => undefined);
    const second = withSheet();
    put(second.engine, second.sheet, "A1", "=1+1");
    await second.engine.recalc();
    second.engine.dispose();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(() => {
      second.engine.dispose();
    }).not.toThrow();
  });
});

describe("what the bundle changes in Univer", () => {
  /** Univer's own number of a text: with it as the key, a parsed formula could be taken for another one. */
  const number32 = (text: string): number => {
    let hash = 0;
    for (let i = 0; i < text.length; i++) hash = text.charCodeAt(i) + (hash << 6) + (hash << 16) - hash;
    return hash >>> 0;
  };

  it("tells two long formulas apart whose numbers of 32 bits are equal", async () => {
    // Found by trying a quarter of a million of them.
    const pair = ["69035363442688", "49810267392000"].map(
      (last) => `=SUM(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20)-210+${last}`,
    );
    expect(number32(pair[0]!)).toBe(number32(pair[1]!));
    const { engine, sheet } = withSheet();
    pair.forEach((formula, i) => put(engine, sheet, `A${String(i + 1)}`, formula));
    await engine.recalc();
    const expected = pair.map((formula) => Number(formula.slice(formula.lastIndexOf("+") + 1)));
    expect([read(engine, sheet, "A1"), read(engine, sheet, "A2")]).toEqual(expected);
    expect(expected[0]).not.toBe(expected[1]);
    engine.dispose();
  });

  it("follows a formula to what it depends on after an edit, after a name moved and after the sheet grew", async () => {
    const { engine, sheet } = withSheet();
    engine.setNames([{ name: "limit", formula: "Sheet1!$A$1" }]);
    put(engine, sheet, "A1", 1);
    put(engine, sheet, "A2", 10);
    put(engine, sheet, "C1", "=A1*2");
    put(engine, sheet, "C2", "=limit+1");
    put(engine, sheet, "C3", "=SUM(A:A)");
    await engine.recalc();
    const values = (): CellScalar[] => ["C1", "C2", "C3"].map((at) => read(engine, sheet, at));
    expect(values()).toEqual([2, 2, 11]);
    put(engine, sheet, "C1", "=A2*2");
    engine.setNames([{ name: "limit", formula: "Sheet1!$A$2" }]);
    await engine.recalc();
    expect(values()).toEqual([20, 11, 11]);
    put(engine, sheet, "A2", 30);
    await engine.recalc();
    expect(values()).toEqual([60, 31, 31]);
    put(engine, sheet, "A5000", 100);
    await engine.recalc();
    expect(values()).toEqual([60, 31, 131]);
    put(engine, sheet, "A5000", 200);
    put(engine, sheet, "A1", 2);
    await engine.recalc();
    expect(values()).toEqual([60, 31, 232]);
    engine.dispose();
  });

  it("enters dependencies once, however often it calculates", async () => {
    const { engine, sheet } = withSheet();
    for (let row = 1; row <= 20; row++) put(engine, sheet, `B${String(row)}`, `=SUM(A${String(row)}:A30)`);
    const entries = (): number => {
      const { formula } = loadHeadlessUniver();
      const known: unknown = engine.univer.__getInjector().get(formula.IDependencyManagerService);
      return JSON.stringify((known as { _dependencyRTreeCache: unknown })._dependencyRTreeCache).split('"id"').length;
    };
    await engine.recalc();
    const first = entries();
    for (let i = 0; i < 5; i++) {
      put(engine, sheet, "A25", i);
      await engine.recalc();
    }
    expect(entries()).toBe(first);
    expect(first).toBeGreaterThan(20);
    engine.dispose();
  });
});
