/** Identity of a range: its cells, its place, and the reference that follows inserts and deletes once the client keeps it. */
import { MAX_COLUMNS, MAX_ROWS } from "../../../src/core/model/a1";
import type { Rect } from "../../../src/core/model/a1";
import { HostError } from "../../model/api";
import type { RangeReference } from "../../model/api";
import type { SheetData } from "../../model/types";
import { fullAddress, insideSheet, placeOf } from "../addresses";
import { sheetOf } from "../context";
import type { HostContext, RangeObject } from "../context";

export class RangeCore implements RangeObject {
  readonly #sheetId: string;
  readonly #rect: Rect;
  #reference: RangeReference | null;

  constructor(
    readonly $context: HostContext,
    sheetId: string,
    rect: Rect,
    reference: RangeReference | null = null,
  ) {
    this.#sheetId = sheetId;
    this.#rect = insideSheet(rect);
    this.#reference = reference;
  }

  /** Throws InvalidReference once all cells of a kept range are deleted. */
  get $rect(): Rect {
    if (this.#reference === null) return this.#rect;
    if (this.#reference.rect === null) {
      throw new HostError("InvalidReference", "This reference is not valid for the current operation.");
    }
    return this.#reference.rect;
  }
  get $sheet(): SheetData {
    return sheetOf(this.$context, this.#sheetId);
  }
  get $ref(): string | undefined {
    return this.#reference?.id;
  }
  $keep(): string {
    this.#reference ??= this.$context.model.keep(this.#sheetId, this.#rect);
    return this.#reference.id;
  }
  $range(rect: Rect): RangeObject {
    return this.$context.make.range(this.#sheetId, insideSheet(rect));
  }
  /** Another range given as an object or an address of the same sheet; a range of another sheet is InvalidArgument. */
  $other(given: unknown): Rect {
    const place = placeOf(this.$context.model, given, this.$sheet);
    if (place.sheet.id !== this.#sheetId) {
      throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
    }
    return place.rect;
  }

  get address(): string {
    return fullAddress(this.$sheet, this.$rect);
  }
  get addressLocal(): string {
    return this.address;
  }
  get rowIndex(): number {
    return this.$rect.row;
  }
  get columnIndex(): number {
    return this.$rect.column;
  }
  get rowCount(): number {
    return this.$rect.rows;
  }
  get columnCount(): number {
    return this.$rect.columns;
  }
  /** -1 above 2^31 - 1, as Excel answers. */
  get cellCount(): number {
    const count = this.$rect.rows * this.$rect.columns;
    return count > 2 ** 31 - 1 ? -1 : count;
  }
  get isEntireColumn(): boolean {
    return this.$rect.rows === MAX_ROWS;
  }
  get isEntireRow(): boolean {
    return this.$rect.columns === MAX_COLUMNS;
  }
}
