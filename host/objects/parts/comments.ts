/** Excel.CommentCollection, Comment, and their replies. */
import { newId } from "../../model/newWorkbook";
import { invalidArgument, itemNotFound } from "../../model/refusals";
import type { CommentData, SheetData } from "../../model/types";
import type { HostObject } from "../../wire/convention";
import { placeOf } from "../addresses";
import { asText } from "../checks";
import { Collection, sameKey } from "../collection";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";
import type { HostOf } from "../hostOf";

/** The person at the stand-in host. */
const AUTHOR = "Workbench User";
/** Comments are dated with the host's clock; the add-in never sees another. */
const now = (): string => new Date().toISOString();

/** Content is text, or rich content with a text. */
function contentOf(given: unknown): string {
  if (typeof given === "object" && given !== null && "richContent" in given) return asText(given.richContent);
  return asText(given);
}

function findComment(context: HostContext, id: string): { readonly sheet: SheetData; readonly data: CommentData } {
  for (const sheet of context.model.data.sheets) {
    const data = sheet.comments.find((comment) => sameKey(comment.id, id));
    if (data) return { sheet, data };
  }
  throw itemNotFound();
}

export class Comment implements HostObject, HostOf<Excel.Comment> {
  static readonly nav = ["replies"];
  readonly #context: HostContext;
  readonly #id: string;
  constructor(context: HostContext, id: string) {
    this.#context = context;
    this.#id = id;
  }
  get $id(): string {
    return this.#id;
  }
  get id(): string {
    return this.#id;
  }
  get content(): string {
    return this.#data.text;
  }
  set content(text: string) {
    this.#data.text = asText(text);
    this.#touch();
  }
  get authorName(): string {
    return this.#data.author;
  }
  get resolved(): boolean {
    return this.#data.resolved;
  }
  set resolved(resolved: boolean) {
    this.#data.resolved = resolved;
    this.#touch();
  }
  get contentType(): "Plain" {
    return "Plain";
  }
  get richContent(): string {
    return this.#data.text;
  }
  get replies(): CommentReplyCollection {
    return new CommentReplyCollection(this.#context, this.#id);
  }
  getLocation(): RangeObject {
    const { sheet, data } = findComment(this.#context, this.#id);
    return this.#context.make.range(sheet.id, { row: data.row, column: data.column, rows: 1, columns: 1 });
  }
  delete(): void {
    const { sheet, data } = findComment(this.#context, this.#id);
    sheet.comments = sheet.comments.filter((other) => other !== data);
    this.#context.model.touched({ kind: "note", sheet: sheet.id });
  }
  get #data(): CommentData {
    return findComment(this.#context, this.#id).data;
  }
  #touch(): void {
    this.#context.model.touched({ kind: "note", sheet: findComment(this.#context, this.#id).sheet.id });
  }
}

export class CommentCollection extends Collection<Comment> implements HostOf<Excel.CommentCollection> {
  readonly #context: HostContext;
  /** null for the comments of the workbook. */
  readonly #sheetId: string | null;
  constructor(context: HostContext, sheetId: string | null) {
    super();
    this.#context = context;
    this.#sheetId = sheetId;
  }
  override $items(): readonly Comment[] {
    const sheets = this.#context.model.data.sheets.filter(({ id }) => this.#sheetId === null || id === this.#sheetId);
    return sheets.flatMap((sheet) => sheet.comments.map(({ id }) => new Comment(this.#context, id)));
  }
  override $answers(item: Comment, key: string | number): boolean {
    return sameKey(item.id, key);
  }
  getItemAt(index: number): Comment {
    return this.$at(index);
  }
  /** Throws InvalidArgument for more than one cell or a cell that has a comment. */
  add(cellAddress: object | string, content: unknown): Comment {
    const { sheet, rect } = placeOf(this.#context.model, cellAddress, this.#home());
    if (rect.rows !== 1 || rect.columns !== 1) throw invalidArgument();
    if (sheet.comments.some(({ row, column }) => row === rect.row && column === rect.column)) throw invalidArgument();
    const text = contentOf(content);
    const { row, column } = rect;
    const data = { id: newId(), row, column, author: AUTHOR, text, resolved: false, created: now(), replies: [] };
    sheet.comments.push(data);
    this.#context.model.touched({ kind: "note", sheet: sheet.id, rect });
    return new Comment(this.#context, data.id);
  }
  /** Throws ItemNotFound. */
  getItemByCell(cellAddress: object | string): Comment {
    const { sheet, rect } = placeOf(this.#context.model, cellAddress, this.#home());
    const found = sheet.comments.find(({ row, column }) => row === rect.row && column === rect.column);
    if (!found) throw itemNotFound();
    return new Comment(this.#context, found.id);
  }
  #home(): SheetData | null {
    return this.#sheetId === null ? null : sheetOf(this.#context, this.#sheetId);
  }
}

export class CommentReply implements HostObject, HostOf<Excel.CommentReply> {
  readonly #context: HostContext;
  readonly #commentId: string;
  readonly #id: string;
  constructor(context: HostContext, commentId: string, id: string) {
    this.#context = context;
    this.#commentId = commentId;
    this.#id = id;
  }
  get $id(): string {
    return this.#id;
  }
  get id(): string {
    return this.#id;
  }
  get content(): string {
    return this.#data.text;
  }
  set content(text: string) {
    this.#data.text = asText(text);
  }
  get authorName(): string {
    return this.#data.author;
  }
  getParentComment(): Comment {
    return new Comment(this.#context, this.#commentId);
  }
  delete(): void {
    const { data } = findComment(this.#context, this.#commentId);
    data.replies = data.replies.filter(({ id }) => id !== this.#id);
  }
  get #data(): CommentData["replies"][number] {
    const data = findComment(this.#context, this.#commentId).data.replies.find(({ id }) => id === this.#id);
    if (!data) throw itemNotFound();
    return data;
  }
}

export class CommentReplyCollection extends Collection<CommentReply> implements HostOf<Excel.CommentReplyCollection> {
  readonly #context: HostContext;
  readonly #commentId: string;
  constructor(context: HostContext, commentId: string) {
    super();
    this.#context = context;
    this.#commentId = commentId;
  }
  override $items(): readonly CommentReply[] {
    const { replies } = findComment(this.#context, this.#commentId).data;
    return replies.map(({ id }) => new CommentReply(this.#context, this.#commentId, id));
  }
  override $answers(item: CommentReply, key: string | number): boolean {
    return sameKey(item.id, key);
  }
  getItemAt(index: number): CommentReply {
    return this.$at(index);
  }
  add(content: unknown): CommentReply {
    const reply = { id: newId(), author: AUTHOR, text: contentOf(content), created: now() };
    findComment(this.#context, this.#commentId).data.replies.push(reply);
    return new CommentReply(this.#context, this.#commentId, reply.id);
  }
}
