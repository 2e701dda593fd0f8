import { createHeadlessEngine } from "../../../host/engine/headlessEngine";
import type { CellScalar } from "../../../host/model/types";

async function calculated(formulas: readonly string[]): Promise<CellScalar[]> {
  const engine = createHeadlessEngine();
  engine.addSheet("a", "A", 0);
  ["*", "North", "n?rth", "R&D*", "NORTH", "~x"].forEach((text, row) => {
    engine.setCells("a", { row, column: 0, rows: 1, columns: 1 }, [[{ literal: text }]]);
  });
  formulas.forEach((formula, row) => {
    engine.setCells("a", { row, column: 1, rows: 1, columns: 1 }, [[{ formula }]]);
  });
  await engine.recalc();
  const values = formulas.map((_, row) => engine.value("a", row, 1));
  engine.dispose();
  return values;
}

describe("a comparison with wildcards in the text", () => {
  it("takes them as they stand, as Excel does, without regard to case", async () => {
    const formulas = ["=A2=A1", "=A1=A1", "=A2=A3", "=A2<>A3", "=A2=A5", "=A6=A6", '="R&D1"=A4'];
    expect(await calculated(formulas)).toEqual([false, true, false, true, true, true, false]);
  });
  it("does so cell by cell in SUMPRODUCT, also the second time the column is read", async () => {
    const formulas = [
      "=SUMPRODUCT(--(A1:A6=A1))",
      "=SUMPRODUCT(--(A1:A6=A3))",
      "=SUMPRODUCT(--(A1:A6=A2))",
      "=SUMPRODUCT(--(A1=A1:A6))",
    ];
    expect(await calculated(formulas)).toEqual([1, 1, 2, 1]);
  });
  it("leaves them wildcards in COUNTIF and MATCH", async () => {
    expect(
      await calculated(["=COUNTIF(A1:A6,A1)", "=COUNTIF(A1:A6,A3)", "=MATCH(A4,A4:A5,0)", '=COUNTIF(A1:A6,"~*")']),
    ).toEqual([6, 3, 1, 1]);
  });
});
