/** How complete each written review is, computed by core from the comments and the facts they name. */
import { expectRow, type MethodReading } from "../../blueprint/methodReading";

/** What core expects on this workbook's sheets from what was typed; a check compares. */
export const narrativeReading: MethodReading = (book) => {
  const [least, copies] = [book.setting("c_MinLength") ?? 0, book.setting("c_Copies") ?? 0];
  // As TRIM does it: no blanks at the ends, one between words.
  const trimmed = (text: string): string => text.replace(/^ +| +$/g, "").replace(/ {2,}/g, " ");
  const aboutWhom = new Map(book.rows("Facts").map((row) => [row.text("id"), row.text("person")]));
  const comments = book.rows("Comments").map((row) => ({
    person: row.text("person"),
    text: row.text("comment"),
    isAsked: trimmed(row.text("prompt")) !== "",
    length: trimmed(row.text("prompt")) === "" ? 0 : trimmed(row.text("comment")).length,
    isCited: aboutWhom.get(row.text("record")) === row.text("person"),
  }));
  const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const judged = comments.map((comment) => {
    const others = comments.filter(({ person, text }) => person !== comment.person && isSame(text, comment.text));
    const same = trimmed(comment.text) === "" ? 0 : others.length;
    return {
      ...comment,
      same,
      short: comment.length > 0 && comment.length < least,
      copied: same > 0 && same + 1 >= copies,
    };
  });
  const sum = (list: readonly boolean[]): number => list.filter(Boolean).length;
  return [
    ...judged.flatMap(({ length, same }, i) => expectRow("Comments", i, { length, same })),
    ...book.rows("Reviews").flatMap((row, i) => {
      const own = judged.filter(({ person }) => person === row.text("id"));
      return expectRow("Reviews", i, {
        prompts: sum(own.map(({ isAsked }) => isAsked)),
        written: sum(own.map(({ length }) => length > 0)),
        short: sum(own.map(({ short }) => short)),
        copied: sum(own.map(({ copied }) => copied)),
        cited: sum(own.map(({ isCited }) => isCited)),
      });
    }),
  ];
};
