import { migrate, migrationSequence } from "../../../src/core/schema/migrations";

const up = (name: string) => (value: unknown) => [...(value as string[]), name];
const sequence = migrationSequence("thing", 3, [
  { id: "thing/4", up: up("four") },
  { id: "thing/5", up: up("five") },
]);

it("brings each version to the present one, step by step", () => {
  expect(sequence.version).toBe(5);
  expect(migrate(sequence, [], 3)).toEqual({ ok: true, value: ["four", "five"] });
  expect(migrate(sequence, [], 4)).toEqual({ ok: true, value: ["five"] });
  expect(migrate(sequence, ["as it is"], 5)).toEqual({ ok: true, value: ["as it is"] });
});
it("says when a version is too new, too old, or none", () => {
  expect(migrate(sequence, [], 6)).toEqual({ ok: false, reason: "too-new" });
  expect(migrate(sequence, [], 2)).toEqual({ ok: false, reason: "too-old" });
  for (const none of ["5", 4.5, undefined, null, NaN, {}])
    expect(migrate(sequence, [], none)).toEqual({ ok: false, reason: "no-version" });
});
it.each([
  ["a gap", ["thing/4", "thing/6"]],
  ["a repetition", ["thing/4", "thing/4"]],
  ["another sequence's step", ["thing/4", "other/5"]],
  ["a step of before its time", ["thing/3"]],
])("does not let itself be defined with %s", (_, ids) => {
  expect(() =>
    migrationSequence(
      "thing",
      3,
      ids.map((id) => ({ id, up: up(id) })),
    ),
  ).toThrow(/stands where thing\/\d belongs/);
});
