import { assessSheet } from "../../../src/core/assessSheet";
import { translate } from "../../../src/i18n/everything";
import { sheetOfText } from "../../support/sheet";

/** What is said above a note, with the cell. */
function said(cells: string): readonly string[] {
  const { findings } = assessSheet(sheetOfText(cells), {});
  return findings
    .filter(({ severity }) => severity !== "note")
    .map(({ rule, message }) => `${rule}: ${translate("en", message.key, message.params ?? {})}`);
}

describe("errors in the cells of a sheet's own weights, totals and ranks", () => {
  it("are named once, with how many more there are", () => {
    expect(
      said(
        "Name|Quality (60%)|Service (40%)|Total\nPerson A|80|90|=#REF!*1 -> #REF!\nPerson B|70|60|=#REF!*1 -> #REF!\nPerson C|90|50|=#REF!*1 -> #REF!",
      ),
    ).toEqual(["S03: The total of Person A shows #REF! — D2. 2 more like it."]);
  });
  it("of ranks are not named where the totals that they rank are", () => {
    expect(
      said(
        "Name|Quality|Service|Total|Rank\nWeight|60%|40%||\nPerson A|80|90|=SUM(#REF!) -> #REF!|=RANK(D3,D$3:D$4) -> #REF!\nPerson B|70|60|=SUM(#REF!) -> #REF!|=RANK(D4,D$3:D$4) -> #REF!",
      ),
    ).toEqual(["S03: The total of Person A shows #REF! — D3. 1 more like it."]);
  });
  it("of a weight is one error: no weight is called missing, and no total is held against ours", () => {
    expect(
      said("Task|Max|Achieved\nA|2|1\nB|3|3\nC|=X!#REF! -> #REF!|2\nSum|=SUM(B2:B4) -> #REF!|=SUM(C2:C4) -> 6"),
    ).toEqual(["S03: The weight of C shows #REF! — B4."]);
  });
  it("of a weighted value silences the total that adds it", () => {
    expect(
      said(
        "Criterion|Weight|Score|Weighted\nA|40|4|=B2*C2 -> 160\nB|60|5|=B3*#REF! -> #REF!\nTotal|100||=SUM(D2:D3) -> #REF!",
      ),
    ).toEqual(["S03: The weighted value of B shows #REF! — D3."]);
  });
  it("of the sum of full marks is named, and the total beside it is not compared", () => {
    expect(said("Task|Max|Achieved\nA|2|1\nB|3|3\nC|4|2\nSum|=SUM(#REF!) -> #REF!|=SUM(C2:C4,9) -> 15")).toEqual([
      "S03: The sum of the weights shows #REF! — B5.",
    ]);
  });
  it("of the sheet are not looked for where a score is the error: the total follows", () => {
    expect(
      said("Name|A (60%)|B (40%)|Total\nP|80|=1/0 -> #DIV/0!|=B2*0.6+C2*0.4 -> #DIV/0!\nQ|70|60|=B3*0.6+C3*0.4 -> 66"),
    ).toEqual(["S03: B (40%) of P shows #DIV/0! — C2."]);
  });
});

test("full marks of 0 set no scale: points there are extra, or taken off", () => {
  const found = said("Task|Max|Achieved\nA|2|1\nB|3|3\nC|4|2\nLate|0|-1\nExtra|0|2");
  expect(found.filter((text) => text.startsWith("S02"))).toEqual([]);
});
