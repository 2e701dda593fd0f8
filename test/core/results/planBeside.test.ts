import { assess } from "../../../src/core/assess";
import { planBeside, planSheet } from "../../../src/core/results/planResults";
import { sheetOfText, snapshotOf } from "../../support/sheet";

const WORDS = { name: "Name", part: "Part", sheet: "Sheet", total: "Total", rank: "Rank", band: "Band" };
const planOf = (cells: string) => {
  const sheet = sheetOfText(cells);
  const assessment = assess(snapshotOf([sheet]));
  return planBeside(sheet, assessment, { form: "values", ranks: "competition", words: WORDS });
};

test("results stand beside the rows of people who share their weights", () => {
  const plan = planOf("Name|Task A|Task B\nWeight|60%|40%\nPerson A|80|90\nPerson B|70|80");
  expect(plan).toMatchObject({ ok: true, people: 2, blocks: [{ rect: { row: 0, column: 3, rows: 4, columns: 2 } }] });
});

test("people with weights of their own under one header get theirs on a new sheet, not one over the other", () => {
  const plan = planOf("Name|Task A|Weight A|Task B|Weight B\nPerson A|80|60%|90|40%\nPerson B|70|50%|80|50%");
  expect(plan).toMatchObject({ ok: false, reason: "columns" });
});

test("ticks under levels are no numbers for a formula: their totals are written as values", () => {
  const written = (work: string, care: string, order: string) => {
    const sheet = sheetOfText(`Criterion|Weight|3|2|1\nWork|50|${work}||\nCare|30||${care}|\nOrder|20|||${order}`);
    const options = { form: "formulas", ranks: "competition", words: WORDS } as const;
    const { live, shown } = planSheet(sheet, assess(snapshotOf([sheet])), { row: 0 }, options);
    return { live, total: shown[0]?.[0] };
  };
  expect(written("x", "x", "x")).toEqual({ live: false, total: 2.3 });
  expect(written("3", "2", "1")).toEqual({ live: true, total: 2.3 });
});

test("points beside the weights stand in the formula as well", () => {
  const sheet = sheetOfText(
    "Name|Work|Care|Bonus|Deduction|Total\nWeight|60|40|||\nPerson A|70|80|3||77\nPerson B|90|50|1|5|70\nPerson C|50|60|||54",
  );
  const { live, cells, shown } = planSheet(
    sheet,
    assess(snapshotOf([sheet])),
    { row: 0 },
    { form: "formulas", ranks: "competition", words: WORDS },
  );
  expect(live).toBe(true);
  expect(cells[1]?.[1]).toEqual({
    formula:
      '=IF(OR(SUMPRODUCT(--(LEN(Sheet1!B3:C3)=0))>0,SUMPRODUCT(Sheet1!$B$2:$C$2,--ISNUMBER(Sheet1!B3:C3))<=0),"",ROUND(SUMPRODUCT(Sheet1!$B$2:$C$2,Sheet1!B3:C3)/SUMPRODUCT(Sheet1!$B$2:$C$2,--ISNUMBER(Sheet1!B3:C3))+N(Sheet1!D3)-N(Sheet1!E3),6))',
  });
  expect(shown).toEqual([
    [77, 1],
    [70, 2],
    [54, 3],
  ]);
});
