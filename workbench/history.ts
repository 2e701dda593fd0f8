/**
 * Undo and redo over the workbook model: a step is one edit of the person, or one run of the add-in (its requests come close
 * together). What is put back is what the model held, so that the add-in reads it and a file carries it.
 */
import type { ModelChange } from "../host/model/api";
import { copyWorkbook } from "../host/model/copyWorkbook";
import type { WorkbookData } from "../host/model/types";
import type { WorkbookModel } from "../host/model/workbookModel";
import type { Rect } from "../src/core/model/a1";

interface Place {
  readonly sheet: string;
  readonly rect: Rect;
}
/** A workbook, and where the person was when it was changed. */
interface Step {
  readonly data: WorkbookData;
  readonly place: Place;
}

const MOST_STEPS = 60;
/** The add-in's requests with less than this between them are one run. */
const ONE_RUN_MS = 400;

/** Looking around and calculating change nothing that could be undone. */
const isEdit = (change: ModelChange): boolean =>
  !["selection", "calculated", "view"].includes(change.kind) &&
  !(change.kind === "sheet" && change.change === "activated");

export class EditHistory {
  readonly #stop: () => void;
  #present: WorkbookData;
  #past: Step[] = [];
  #future: Step[] = [];
  /** Where the edit under way began; null when there is none. */
  #begun: Place | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #restoring = false;

  constructor(
    readonly model: WorkbookModel,
    /** Called when there is something else to undo or redo than before. */
    readonly changed: () => void,
  ) {
    this.#present = copyWorkbook(model.data);
    this.#stop = model.onChange((change) => {
      if (this.#restoring || !isEdit(change)) return;
      this.#begun ??= this.#here();
      if (model.origin !== "user") this.#commitSoon();
    });
  }

  get canUndo(): boolean {
    return this.#past.length > 0 || this.#begun !== null;
  }
  get canRedo(): boolean {
    return this.#future.length > 0 && this.#begun === null;
  }

  /** An edit of the person begins or has ended: what came before is a step of its own. */
  commit(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#begun === null) return;
    this.#past = [...this.#past, { data: this.#present, place: this.#begun }].slice(-MOST_STEPS);
    this.#future = [];
    this.#present = copyWorkbook(this.model.data);
    this.#begun = null;
    this.changed();
  }

  /** @returns false when there is nothing to undo */
  undo(): boolean {
    this.commit();
    return this.#step(this.#past, this.#future);
  }
  /** @returns false when there is nothing to redo */
  redo(): boolean {
    this.commit();
    return this.#step(this.#future, this.#past);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#stop();
  }

  #here(): Place {
    return { sheet: this.model.data.activeSheet, rect: this.model.data.selection };
  }
  #commitSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.commit();
    }, ONE_RUN_MS);
  }

  #step(from: Step[], to: Step[]): boolean {
    const step = from.pop();
    if (step === undefined) return false;
    to.push({ data: this.#present, place: step.place });
    this.#present = step.data;
    this.#restoring = true;
    try {
      this.model.restore(step.data);
      const { sheet, rect } = step.place;
      const shown = this.model.sheet(sheet);
      if (shown?.visibility === "Visible") this.model.select(sheet, rect);
    } finally {
      this.#restoring = false;
    }
    this.changed();
    return true;
  }
}
