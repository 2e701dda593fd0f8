/**
 * A workbook with the real engine behind Microsoft's full client: what the tests of src/excel and src/commands run on.
 * The loader starts once a test file; `open` puts a fresh workbook behind it.
 */
import { createHeadlessEngine } from "../../host/engine/headlessEngine";
import { PlainEngine } from "../../host/engine/plainEngine";
import type { SheetEngine } from "../../host/engine/types";
import { copyWorkbook } from "../../host/model/copyWorkbook";
import { digest } from "../../host/model/digest";
import type { WorkbookData } from "../../host/model/types";
import { newWorkbookData } from "../../host/model/newWorkbook";
import { WorkbookModel } from "../../host/model/workbookModel";
import { createWorkbook } from "../../host/objects/workbook";
import { createHost, type Host } from "../../host/wire/frame";
import { Switches } from "../../host/wire/switches";
import { parseRect, splitAddress, type Rect } from "../../src/core/model/a1";
import { bootHost, settle, type Booted } from "./bootHost";

type Input = string | number | boolean | null;

export class TestBook {
  readonly model: WorkbookModel;
  constructor(model: WorkbookModel) {
    this.model = model;
  }
  /** A person types a grid of cells, "Scores!A1" its top left. */
  type(at: string, rows: readonly (readonly Input[])[]): void {
    const { sheet, rect } = this.#place(at);
    const area = { ...rect, rows: rows.length, columns: Math.max(...rows.map((row) => row.length)) };
    const filled = rows.map((row) => Array.from({ length: area.columns }, (_, column) => row[column] ?? null));
    this.model.setInputs(sheet, area, filled);
  }
  /** The calculated values of "Entry!A1:C3". */
  async values(at: string): Promise<unknown[][]> {
    await this.model.recalc();
    const { sheet, rect } = this.#place(at);
    return Array.from({ length: rect.rows }, (_, row) =>
      Array.from({ length: rect.columns }, (_, column) =>
        this.model.valueAt(sheet, rect.row + row, rect.column + column),
      ),
    );
  }
  /** The calculated values of a table's column. */
  async column(table: string, header: string): Promise<unknown[]> {
    await this.model.recalc();
    const found = this.model.table(table);
    if (!found) throw new Error(`no table ${table}`);
    const offset = found.table.columns.findIndex((column) => column.name === header);
    if (offset < 0) throw new Error(`${table} has no column ${header}`);
    const { rect } = found.table;
    return Array.from({ length: rect.rows - 1 }, (_, row) =>
      this.model.valueAt(found.sheet.id, rect.row + 1 + row, rect.column + offset),
    );
  }
  /** All that the workbook holds, calculated: what "nothing was changed" is compared by. */
  async digest(...without: readonly ("selection" | "charts" | "protection")[]): Promise<unknown> {
    await this.model.recalc();
    return digest(this.model.data, { without });
  }
  sheetNames(): string[] {
    return this.model.data.sheets.map((sheet) => sheet.name);
  }
  #place(at: string): { readonly sheet: string; readonly rect: Rect } {
    const { sheet, address } = splitAddress(at);
    const rect = parseRect(address);
    const found = sheet === null ? undefined : this.model.sheet(sheet);
    if (!found || !rect) throw new Error(`no place ${at}`);
    return { sheet: found.id, rect };
  }
}

export interface BootedWorkbook {
  readonly host: Host;
  readonly client: Booted;
  /** Puts a fresh workbook behind the client and empties the log. */
  open(...sheetNames: readonly string[]): TestBook;
  /**
   * A workbook that is made once and copied afterwards: for tests that begin with the same one. What is made must follow
   * from the key. Nothing of the making is in the log, and it cannot be taken back.
   */
  prepared(key: string, make: () => Promise<TestBook>): Promise<TestBook>;
  /** Ends what is under way and gives the engine back; no crash of the host may have happened. */
  close(): Promise<void>;
}

// A loaded machine takes its time; what hangs is still found.
jest.setTimeout(60_000);

export interface BootOptions {
  readonly switches?: Switches;
  /** "none" holds cells but calculates nothing: for tests of hundreds of runs in which no value matters. */
  readonly calculation?: "full" | "none";
}

interface HostAndClient {
  readonly host: Host;
  readonly client: Booted;
}

async function newHost(model: WorkbookModel, switches: Switches): Promise<HostAndClient> {
  const host = createHost(createWorkbook(model), switches);
  return { host, client: await bootHost(host) };
}

let shared: HostAndClient | null = null;

/** Test files that run together in one window (tools/testBundles) have one client: its loader is read and started once. */
async function sharedHost(model: WorkbookModel): Promise<HostAndClient> {
  if (shared === null) {
    shared = await newHost(model, new Switches());
  } else {
    Object.assign(shared.host.switches, new Switches());
    shared.host.switches.failAt(null);
    shared.host.dispatcher.root = createWorkbook(model);
    shared.host.log.clear();
  }
  return shared;
}

export async function bootWorkbook(options: BootOptions = {}): Promise<BootedWorkbook> {
  const newEngine = (): SheetEngine => (options.calculation === "none" ? new PlainEngine() : createHeadlessEngine());
  const newModel = (sheetNames: readonly string[]): WorkbookModel =>
    new WorkbookModel(newWorkbookData(...sheetNames), newEngine());
  let model = newModel(["Sheet1"]);
  const { host, client } = await (options.switches === undefined
    ? sharedHost(model)
    : newHost(model, options.switches));
  const show = (next: WorkbookModel): TestBook => {
    model.dispose();
    model = next;
    host.dispatcher.root = createWorkbook(model);
    host.log.clear();
    return new TestBook(model);
  };
  const kept = new Map<string, WorkbookData>();
  return {
    host,
    client,
    open: (...sheetNames) => show(newModel(sheetNames)),
    prepared: async (key, make) => {
      const known = kept.get(key);
      if (known !== undefined) return show(new WorkbookModel(copyWorkbook(known), newEngine(), { calculated: known }));
      const book = await make();
      await book.model.recalc();
      kept.set(key, copyWorkbook(book.model.data));
      host.log.clear();
      return book;
    },
    close: async () => {
      await settle();
      model.dispose();
      expect(host.dispatcher.crashes).toEqual([]);
    },
  };
}

/** The value of an outcome; a problem fails the test with its words' keys. */
export function valueOf<T>(
  outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}
