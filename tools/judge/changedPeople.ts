/** People who come, go, get another name or post and are sorted after the workbook was made, by the add-in's own commands. */
import { done } from "../gallery/generatedWorkbook";
import type { Workplace } from "../gallery/generatedWorkbook";
import type { GalleryEntry } from "../gallery/templateWorkbooks";
import { columnOf, idsIn, type, typeAbout, typeAsFor } from "./typing";

type PersonDraft = readonly { readonly name: string; readonly department: string }[];

const draftsOf = ({ language }: GalleryEntry, ...letters: readonly string[]): PersonDraft =>
  letters.map((letter, i) => ({
    name: language === "en" ? `Newcomer ${letter}` : `新人${letter}`,
    department: language === "en" ? ["North", "South"][i % 2] : ["北区", "南区"][i % 2],
  })) as PersonDraft;

/** Two of the people are somebody else today: a name, a post, a department, a manager. */
function renameAndMove({ model }: Workplace, { language }: GalleryEntry): void {
  const [name, post, department] = language === "en" ? ["Zora", "Lead", "North"] : ["左娜", "组长", "北区"];
  typeAbout(model, "P001", "name", name);
  typeAbout(model, "P003", "post", post);
  typeAbout(model, "P003", "department", department);
  typeAbout(model, "P002", "manager", name);
}

/** The newest of the people, last first. */
const newest = ({ model }: Workplace, count: number): readonly string[] =>
  [...idsIn(model, "People")].sort().slice(-count);

async function expectPeople({ model }: Workplace, table: string, count: number, without: string): Promise<void> {
  await model.recalc();
  const ids = idsIn(model, table);
  if (new Set(ids).size !== count || ids.includes(without))
    throw new Error(`${table} should hold ${String(count)} people without ${without}: ${ids.join(", ")}`);
}

/** Three come into the first plan and two into the second, one of them typed by hand; one goes again, one leaves. */
export async function changePeople(place: Workplace, entry: GalleryEntry): Promise<void> {
  const { commands, model } = place;
  const { language } = entry;
  const before = idsIn(model, "People").length;
  done(await commands.addPeople({ people: draftsOf(entry, "A", "B", "C"), plan: "Entry", waiting: false }), language);
  const [first = "", mistake = "", third = ""] = newest(place, 3);
  done(await commands.addPeople({ people: draftsOf(entry, "D"), plan: "Entry2", waiting: false }), language);
  const [half = ""] = newest(place, 1);
  const inSecond = idsIn(model, "Entry2")[0] ?? "";
  const list = columnOf(model, "People", "name");
  const under = (list.rows.at(-1) ?? 0) + 1;
  const groups = columnOf(model, "People", "jobGroup");
  const group = model.textAt(groups.sheet, under - 1, groups.column);
  type(model, list.sheet, under, list.column, draftsOf(entry, "E")[0]?.name ?? "");
  type(model, list.sheet, under, groups.column, group);
  done(await commands.addPeople({ people: [], plan: null, waiting: true }), language);
  const [typed = ""] = newest(place, 1);
  await typeAsFor(model, "P002", first);
  await typeAsFor(model, "P003", third);
  await typeAsFor(model, inSecond, typed);
  await typeAsFor(model, idsIn(model, "Entry2")[1] ?? "", half);
  done(await commands.removePeople({ kind: "mistake", ids: [mistake] }), language);
  done(await commands.removePeople({ kind: "leave", ids: ["P002"], day: "2026-05-31" }), language);
  renameAndMove(place, entry);
  await model.recalc();
  done(
    await commands.goTo({ sheet: sheetOf(place, "Bands"), rect: { row: 0, column: 0, rows: 1, columns: 1 } }),
    language,
  );
  done(await commands.sortPeople("total"), language);
  await expectPeople(place, "Results", before + 4, mistake);
}

const sheetOf = ({ model }: Workplace, table: string): string =>
  model.data.sheets.find(({ tables }) => tables.some(({ name }) => name === `eh_1_${table}`))?.name ?? "";

/** In a method workbook: three come, one of them goes again, one leaves, two are renamed or moved, then all are sorted. */
export async function changeMethodPeople(place: Workplace, entry: GalleryEntry): Promise<void> {
  const { commands, model } = place;
  const { language } = entry;
  const before = idsIn(model, "People").length;
  done(await commands.addPeople({ people: draftsOf(entry, "A", "B", "C"), plan: null, waiting: false }), language);
  const [first = "", mistake = "", third = ""] = newest(place, 3);
  const typed = (await typeAsFor(model, "P001", first)) + (await typeAsFor(model, "P002", third));
  if (typed === 0) throw new Error("nothing was typed for those who came");
  done(await commands.removePeople({ kind: "mistake", ids: [mistake] }), language);
  done(await commands.removePeople({ kind: "leave", ids: ["P002"], day: "2026-05-31" }), language);
  renameAndMove(place, entry);
  await model.recalc();
  done(await commands.sortPeople("department"), language);
  await expectPeople(place, "People", before + 2, mistake);
}
