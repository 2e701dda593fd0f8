/**
 * The 360-degree report of one person as values. It is computed from the forms by the group rules and takes nothing from the
 * sheets that could give a rater away: no answer, no name, no number of a group, comments only where there are enough of them.
 */
import type { ReadBook, ReadRow } from "../../blueprint/methodReading";
import type { CellStyle, Literal } from "../../blueprint/types";
import type { SheetText } from "../../blueprint/words";
import type { PersonReport, ReportSection } from "../../report/personReport";
import { dayText } from "../../report/scorecardReport";
import { roundHalfAway } from "../../scoring/round";
import { topIn } from "../../blueprint/ratedChecks";
import { GROUPS, PROTECTED, TOP, type Group } from "./formulas";
import { reading360 } from "./reading";

const MEAN: CellStyle = { numberFormat: "0.00", horizontal: "Right" };
const GAP: CellStyle = { numberFormat: "+0.00;-0.00;0.00", horizontal: "Right" };
/** Two decimals: more would tell how many stand behind a mean. */
const shown = (value: number | string | undefined): Literal =>
  typeof value === "number" ? roundHalfAway(value, 2) : (value ?? "");

/** A number of raters in steps of five, so that it does not say who has answered. */
export function aboutHowMany(count: number, text: SheetText): string {
  if (count === 0) return text("report360.nobody");
  return count < 5 ? text("report360.few") : text("report360.about", { count: Math.round(count / 5) * 5 });
}

interface Comment {
  readonly group: Group;
  readonly text: string;
}
function commentsOf(book: ReadBook, id: string): readonly Comment[] {
  return book.rows("Forms360").flatMap((row) => {
    const group = GROUPS.find((key) => book.word(key).toLowerCase() === row.text("group").toLowerCase());
    const text = row.text("comment").trim();
    return group === undefined || text === "" || row.text("rated") !== id ? [] : [{ group, text }];
  });
}
/**
 * The comments of all protected groups as one list in the order of their letters, which says nothing of who wrote them;
 * none where fewer than the least number have written one. Manager and self are known and stand apart.
 */
export function commentSections(comments: readonly Comment[], least: number, text: SheetText): ReportSection[] {
  const of = (...groups: readonly Group[]): string[] =>
    comments.filter(({ group }) => groups.includes(group)).map((comment) => comment.text);
  const others = of(...PROTECTED).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const listed = (lines: readonly string[]): string[] => lines.map((line) => `• ${line}`);
  const parts: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["report360.comments.boss", of("boss")],
    ["report360.comments.self", of("self")],
    ["report360.comments.others", others.length >= least ? others : []],
  ];
  return [
    ...parts.flatMap(([title, lines]) => (lines.length === 0 ? [] : [{ title: text(title), lines: listed(lines) }])),
    ...(others.length > 0 && others.length < least
      ? [{ title: text("report360.comments.others"), lines: [text("report360.comments.few", { least })] }]
      : []),
  ];
}

type Values = Readonly<Record<string, number | string>>;
const valuesIn = (expected: ReturnType<typeof reading360>, table: string, row: number): Values =>
  Object.fromEntries(
    expected.flatMap((each) => (each.table === table && each.row === row ? [[each.column, each.value] as const] : [])),
  );

function rowsOf(book: ReadBook, expected: ReturnType<typeof reading360>, person: string, groups: readonly Group[]) {
  const profile = book.rows("Profile360");
  return book.rows("Items360").flatMap((item: ReadRow, i): Literal[][] => {
    if (item.text("item").trim() === "") return [];
    const at = profile.findIndex((row) => row.text("person") === person && row.text("item") === item.text("id"));
    const own = valuesIn(expected, "Profile360", at);
    return [
      [
        i + 1,
        item.text("item"),
        shown(own["self"]),
        shown(own["others"]),
        shown(own["gap"]),
        own["view"] ?? "",
        ...groups.map((group) => shown(own[group])),
        shown(own["merged"]),
      ],
    ];
  });
}

/** Null where nobody of that id is rated. */
export function report360(book: ReadBook, id: string, text: SheetText): PersonReport | null {
  const place = book.rows("Results360").findIndex((row) => row.text("id") === id);
  const results = book.rows("Results360")[place];
  if (results === undefined || results.text("name").trim() === "") return null;
  const expected = reading360(book);
  const own = valuesIn(expected, "Results360", place);
  // Who is asked at all: groups without an answer from anybody stand on no report.
  const groups = GROUPS.slice(1).filter((group) =>
    book.rows("Forms360").some((row) => row.text("group").toLowerCase() === book.word(group).toLowerCase()),
  );
  const least = Math.ceil(book.setting("c_MinRaters") ?? 3);
  const label = (key: string): string => text(`report360.${key}`, { top: topIn(book, TOP) });
  const head = (key: string): string => text(`col.report360.${key}`);
  const raters = typeof own["raters"] === "number" ? own["raters"] : 0;
  const day = (name: string): Literal => book.setting(name) ?? "";
  return {
    id,
    name: results.text("name"),
    title: label("title"),
    subtitle: text("report.values", { asOf: dayText(day("AsOf")) }),
    left: [
      [label("person"), id],
      [label("name"), results.text("name"), { font: { bold: true } }],
      [text("page.from"), day("From"), { numberFormat: "yyyy-mm-dd" }],
      [text("page.to"), day("To"), { numberFormat: "yyyy-mm-dd" }],
      [label("raters"), aboutHowMany(raters, text)],
    ],
    right: [
      [label("score"), shown(own["score"]), { numberFormat: "0.00", font: { bold: true, size: 14 } }],
      [label("band"), own["band"] ?? "", { font: { bold: true } }],
      [label("self"), shown(own["self"]), { numberFormat: "0.00" }],
      [label("gap"), shown(own["gap"]), { numberFormat: "+0.00;-0.00;0.00" }],
      [head("view"), own["view"] ?? ""],
    ],
    columns: [
      { header: head("no"), width: 5, style: { horizontal: "Left", font: { color: "muted" } } },
      { header: head("statement"), width: 38, style: { wrap: true } },
      { header: head("self"), width: 10, style: MEAN },
      { header: head("others"), width: 10, style: { ...MEAN, font: { bold: true } } },
      { header: head("gap"), width: 10, style: GAP },
      { header: head("view"), width: 19, style: { indent: 1, horizontal: "Left" } },
      ...groups.map((group) => ({ header: head(group), width: 10, style: MEAN })),
      { header: head("merged"), width: 12, style: MEAN },
    ],
    rows: rowsOf(book, expected, id, groups),
    bars: { names: 1, values: 3, title: label("chart") },
    sections: [
      ...commentSections(commentsOf(book, id), least, text),
      { title: text("report.reading"), lines: [1, 2, 3].map((no) => label(`note.${String(no)}`)) },
    ],
  };
}
