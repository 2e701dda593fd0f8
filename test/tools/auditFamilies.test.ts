/** Sheets of one shape in a file are told in the notes; the blocks stay what they are. */
import { auditSnapshot } from "../../tools/audit/auditFile";
import { gridOfText, sheetOf, snapshotOf } from "../support/sheet";

const form = (name: string, weights: readonly [number, number], scores: readonly [number, number]) =>
  sheetOf(
    gridOfText(
      ["Criterion|Weight|Score", ...["Work", "Care"].map((text, i) => [text, weights[i], scores[i]].join("|"))].join(
        "\n",
      ),
    ),
    { name },
  );

test("forms a person a sheet are one family, ranked together, with what differs at its cell", () => {
  const sheets = [form("Ann", [60, 40], [8, 9]), form("Bea", [60, 40], [7, 6]), form("Cyd", [70, 30], [9, 9])];
  const { blocks, notes } = auditSnapshot(snapshotOf(sheets));
  expect(blocks).toHaveLength(3);
  expect(notes).toEqual([
    "Sheets of one shape (people): Ann, Bea, Cyd; 3 of 3 people ranked together",
    "Cyd!B2: “Work” weighs 70 on “Cyd” and 60 on the other sheets.",
    "Cyd!B3: “Care” weighs 30 on “Cyd” and 40 on the other sheets.",
  ]);
});

test("sheets that merely stand side by side are none", () => {
  const list = sheetOf(gridOfText("City|Weight\nX|3\nY|4"), { name: "List" });
  expect(auditSnapshot(snapshotOf([form("Ann", [60, 40], [8, 9]), list])).notes).toEqual([]);
});
