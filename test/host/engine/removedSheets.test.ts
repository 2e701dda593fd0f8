/** A sheet that is removed leaves nothing behind in the engine: not a formula that is looked for in vain, not an old value. */
import { createHeadlessEngine } from "../../../host/engine/headlessEngine";
import type { UniverEngine } from "../../../host/engine/univerEngine";

const at = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

jest.setTimeout(60_000);

describe("sheets that come and go", () => {
  let engine: UniverEngine;
  let told: jest.SpyInstance;
  beforeEach(() => {
    engine = createHeadlessEngine();
    told = jest.spyOn(console, "error").mockImplementation(() => undefined);
    engine.addSheet("A", "A", 0);
    engine.setCells("A", at(0, 0), [[{ literal: 2 }]]);
    engine.setCells("A", at(0, 1), [[{ formula: "=A1*2" }]]);
  });
  afterEach(() => {
    const notes = told.mock.calls;
    told.mockRestore();
    engine.dispose();
    expect(notes).toEqual([]);
  });
  const addB = (): void => {
    engine.addSheet("B", "B", 1);
    engine.setCells("B", at(0, 0), [[{ formula: "=A!A1*10" }]]);
    engine.setCells("B", at(1, 0), [[{ formula: "=A1+A!B1" }]]);
  };

  it("are not asked any more once they are removed", async () => {
    addB();
    await engine.recalc();
    expect(engine.value("B", 1, 0)).toBe(24);
    engine.removeSheet("B");
    engine.setCells("A", at(0, 0), [[{ literal: 3 }]]);
    await engine.recalc();
    expect(engine.value("A", 0, 1)).toBe(6);
    engine.setCells("A", at(0, 0), [[{ literal: 4 }]]);
    await engine.recalc();
    expect(engine.value("A", 0, 1)).toBe(8);
  });

  it("can come back under their own id, with values of now", async () => {
    addB();
    await engine.recalc();
    engine.removeSheet("B");
    engine.setCells("A", at(0, 0), [[{ literal: 5 }]]);
    await engine.recalc();
    addB();
    await engine.recalc();
    expect([engine.value("B", 0, 0), engine.value("B", 1, 0)]).toEqual([50, 60]);
    engine.setCells("A", at(0, 0), [[{ literal: 7 }]]);
    await engine.recalc();
    expect([engine.value("B", 0, 0), engine.value("B", 1, 0)]).toEqual([70, 84]);
  });

  it("may be removed before they were ever calculated", async () => {
    addB();
    engine.removeSheet("B");
    await engine.recalc();
    expect(engine.value("A", 0, 1)).toBe(4);
  });

  it.each(["=SUM(B:B)", "=SUM($1:$1)", "=SUM(B:B)+B1", "=SUM(B1:B9)+B1", "=B1", "=IF(A1>0,B1,B2:B3)"])(
    "a formula %s that is overwritten is not asked any more",
    async (formula) => {
      engine.setCells("A", at(5, 5), [[{ formula }]]);
      await engine.recalc();
      engine.setCells("A", at(5, 5), [[{ literal: 1 }]]);
      await engine.recalc();
      engine.setCells("A", at(0, 0), [[{ literal: 3 }]]);
      await engine.recalc();
      expect(engine.value("A", 0, 1)).toBe(6);
    },
  );

  it("rules that are evaluated leave nothing behind either", async () => {
    addB();
    await engine.recalc();
    const ask = (formula: string) => engine.evaluate([{ sheetId: "A", row: 3, column: 3, formula }]);
    expect(await ask("=A1>1")).toEqual([true]);
    engine.setCells("A", at(0, 0), [[{ literal: 0 }]]);
    expect(await ask("=B!A1>1")).toEqual([false]);
    engine.removeSheet("B");
    engine.setCells("A", at(0, 0), [[{ literal: 9 }]]);
    expect(await ask("=A1>1")).toEqual([true]);
  });
});
