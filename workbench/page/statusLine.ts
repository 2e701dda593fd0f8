/** The line at the bottom: what is going on, and sum, average and count of the selection. */
import type { WorkbookOperations } from "../../host/model/api";
import { columnOf, contains, rowOf } from "../../host/model/cellStore";
import { word, type Language } from "../words";
import { element, place } from "./elements";

const HOLD_MS = 8000;

export class StatusLine {
  readonly #message = element("span");
  readonly #numbers = element("span");
  #idle: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(language: Language) {
    this.#idle = word(language, "ready");
    place("status").replaceChildren(this.#message, element("span", { class: "grow" }), this.#numbers);
  }

  /** A short step; does not push aside what was just said. */
  working(text: string): void {
    if (this.#timer === undefined) this.busy(text);
  }
  /** A step that takes a while; shown until something else is said. */
  busy(text: string): void {
    this.#release();
    this.#message.className = "busy";
    this.#message.textContent = text;
  }
  /** Something to read; goes back to "Ready" after a while. */
  say(text: string): void {
    this.#release();
    this.#message.className = "";
    this.#message.textContent = text;
    this.#timer = setTimeout(() => {
      this.idle();
    }, HOLD_MS);
  }
  idle(): void {
    this.#release();
    this.#message.className = "";
    this.#message.textContent = this.#idle;
  }
  /** Ends a busy step without wiping what was said meanwhile. */
  calm(): void {
    if (this.#message.className === "busy") this.idle();
  }
  mode(text: string): void {
    this.#idle = text;
    if (this.#timer === undefined) this.idle();
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  numbers(model: WorkbookOperations, language: Language): void {
    const { activeSheet, selection } = model.data;
    const sheet = model.sheet(activeSheet);
    const values: number[] = [];
    let filled = 0;
    if (sheet !== undefined && selection.rows * selection.columns > 1)
      for (const [key, cell] of sheet.cells) {
        if (!contains(selection, rowOf(key), columnOf(key)) || cell.value === null || cell.value === "") continue;
        filled += 1;
        if (typeof cell.value === "number") values.push(cell.value);
      }
    const sum = values.reduce((total, value) => total + value, 0);
    const show = (value: number): string => String(Number(value.toFixed(4)));
    const parts =
      values.length === 0
        ? []
        : [`${word(language, "average")}: ${show(sum / values.length)}`, `${word(language, "sum")}: ${show(sum)}`];
    if (filled > 1) parts.splice(1, 0, `${word(language, "count")}: ${String(filled)}`);
    this.#numbers.textContent = parts.join("   ");
  }
}
