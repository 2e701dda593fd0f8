/** Notes: the text part with its authors. ExcelJS writes the drawing (VML) that shows them, but one author for all. */
import { cellAddress, parseRect } from "../../../src/core/model/a1";
import type { NoteData } from "../../model/types";
import { attribute, child, children, numberAttribute, parseXml, textOf } from "../package/xmlTree";
import type { Element } from "../package/xmlTree";
import { cellTextFromFile, cellTextToFile, element, textElement, XML_HEAD } from "../package/xmlText";

export function writeNotes(notes: readonly NoteData[]): string {
  const authors = [...new Set(notes.map((note) => note.author))];
  const items = notes.map((note) =>
    element(
      "comment",
      { ref: cellAddress(note.row, note.column), authorId: authors.indexOf(note.author) },
      element("text", {}, element("r", {}, textElement("t", cellTextToFile(note.text)))),
    ),
  );
  return (
    XML_HEAD +
    element(
      "comments",
      { xmlns: "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
      element("authors", {}, ...authors.map((author) => textElement("author", author))),
      element("commentList", {}, ...items),
    )
  );
}

/** Text of a note or a shared string: its own or that of its runs, without phonetic guides. */
export function richText(node: Element | null): { readonly text: string; readonly runs: number } {
  const runs = children(node, "r");
  const parts = runs.length > 0 ? runs.map((run) => textOf(child(run, "t"))) : [textOf(child(node, "t"))];
  return { text: cellTextFromFile(parts.join("")), runs: runs.length };
}

/** Notes in order of the file. Mirrors of threaded comments begin with "[Threaded comment]" and are told apart by `isThread`. */
export function readNotes(xml: string): readonly (NoteData & { readonly isThread: boolean })[] {
  const root = parseXml(xml);
  const authors = children(child(root, "authors"), "author").map(textOf);
  return children(child(root, "commentList"), "comment").flatMap((node) => {
    const at = parseRect(attribute(node, "ref") ?? "");
    if (at === null) return [];
    const author = authors[numberAttribute(node, "authorId") ?? 0] ?? "";
    const isThread = author.startsWith("tc=");
    return [{ row: at.row, column: at.column, author, text: richText(child(node, "text")).text, isThread }];
  });
}
