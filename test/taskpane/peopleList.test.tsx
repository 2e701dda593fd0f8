/** The list of people as it is typed, pasted from Excel, or pasted from a message. */
import { parsePeople, peopleText } from "../../src/taskpane/panels/peopleList";

test("one person a line: name, then id and department where they are given", () => {
  expect(parsePeople("Ann Lee, 7, North\nBob Ray")).toEqual({
    people: [{ name: "Ann Lee", id: "7", department: "North" }, { name: "Bob Ray" }],
    problems: [],
  });
});

test("cells pasted from Excel: tabs divide, a comma then belongs to the name", () => {
  expect(parsePeople("Lee, Ann\t7\r\nRay, Bob\t8\r\n").people).toEqual([
    { name: "Lee, Ann", id: "7" },
    { name: "Ray, Bob", id: "8" },
  ]);
});

test("a Chinese comma divides like a Latin one", () => {
  expect(parsePeople("王芳，007，税政科").people).toEqual([{ name: "王芳", id: "007", department: "税政科" }]);
});

test("an id keeps its zeros and its length", () => {
  const ids = ["001", "1", "110101199003070012", "110101199003070013"];
  const { people, problems } = parsePeople(ids.map((id) => `Person ${id},${id}`).join("\n"));
  expect(people.map(({ id }) => id)).toEqual(ids);
  expect(problems).toEqual([]);
});

test("empty lines are no people, yet lines are counted as they stand", () => {
  expect(parsePeople("\n  \nAnn\n\n,7")).toEqual({
    people: [{ name: "Ann" }],
    problems: [{ key: "pane.new.people.noName", params: { line: 5 } }],
  });
});

test("an id given twice is named with its line; two people of one name are two people", () => {
  expect(parsePeople("Ann,7\nAnn,8\nBob,7").problems).toEqual([
    { key: "pane.new.people.repeated", params: { line: 3, id: "7" } },
  ]);
});

test("people picked from cells become text that reads as the same people", () => {
  const people = [{ name: "Lee, Ann", id: "7" }, { name: "Bo" }, { name: "Cy", department: "North" }];
  expect(parsePeople(peopleText(people))).toEqual({ people, problems: [] });
});
