/** The workbench: a spreadsheet and the Evenhand pane side by side in one page, without Excel. Nothing is sent anywhere. */
import type { WorkbookOperations } from "../host/model/api";
import type { WorkbookData } from "../host/model/types";
import type { RequestLog } from "../host/wire/requestLog";
import { CellActions } from "./cellActions";
import { openFile, saveFile } from "./files";
import { OpenBook } from "./openBook";
import { drawCharts } from "./page/charts";
import { place } from "./page/elements";
import { FormulaRow } from "./page/formulaRow";
import { notice } from "./page/notice";
import { toggleRequests } from "./page/requestPanel";
import { drawRibbon, showHistory } from "./page/ribbon";
import { drawTabs } from "./page/sheetTabs";
import { makeSplitter } from "./page/splitter";
import { drawHeads } from "./page/tableHeads";
import { StatusLine } from "./page/statusLine";
import { PaneFrame } from "./paneFrame";
import { keepPreferences, readPreferences, type Preferences } from "./preferences";
import { sampleWorkbook, type SampleName } from "./samples";
import { word, type Word } from "./words";

const EDIT_POLL_MS = 20;
/** Waiting longer than this for an editor to close would wait for the person. */
const LONGEST_EDIT_MS = 4000;
const ASKED = "evenhand-workbench-asked";

class Workbench {
  #preferences: Preferences;
  #status: StatusLine;
  #book: OpenBook;
  #formulaRow: FormulaRow;
  #pane: PaneFrame | null = null;
  #fileName = "Workbook.xlsx";
  #ready: Promise<void> = Promise.resolve();
  readonly #cells: CellActions;

  constructor(address: URLSearchParams) {
    this.#preferences = readPreferences(address);
    this.#status = new StatusLine(this.#preferences.language);
    this.#status.busy(this.#say("starting"));
    const sample = address.get("sample");
    this.#book = this.#open(sampleWorkbook(sample === "team" || sample === "team-zh" ? sample : "empty"));
    this.#formulaRow = this.#createFormulaRow();
    makeSplitter(this.#say("splitter"));
    this.#drawPage();
    this.#cells = new CellActions({
      book: () => this.#book,
      language: () => this.#preferences.language,
      say: (key) => {
        this.#status.say(this.#say(key));
      },
      command: (action) => {
        void this.#pane?.press(action);
      },
    });
  }

  get model(): WorkbookOperations {
    return this.#book.model;
  }
  get requestLog(): RequestLog | null {
    return this.#pane?.host.log ?? null;
  }
  /** Resolves when no cell is being edited (or the editor has stood open for long) and all values are calculated and on the screen. */
  async settled(): Promise<void> {
    let polls = 0;
    do {
      await new Promise((resolve) => setTimeout(resolve, EDIT_POLL_MS));
      polls += 1;
    } while (this.#book.view.isEditing && polls * EDIT_POLL_MS < LONGEST_EDIT_MS);
    await this.#book.settled();
  }

  /** Grid painted and pane connected, for the workbook that is open or about to be. */
  get ready(): Promise<void> {
    return this.#ready;
  }
  /** Brings grid and pane up. */
  start(): void {
    this.#ready = this.#start();
  }

  /** One workbook after the other: a second one that is opened while the pane still connects to the first would lose the keyboard. */
  #next(work: () => Promise<void>): void {
    this.#ready = this.#ready.then(work, work);
  }

  async #start(): Promise<void> {
    this.#book.refresh();
    await Promise.all([this.#cells.readManifest(), this.#book.settled()]);
    await this.#announceQuestion();
    await this.#connectPane();
    this.#status.idle();
  }

  #say(key: Word, params?: Readonly<Record<string, string>>): string {
    return word(this.#preferences.language, key, params);
  }

  #open(data: WorkbookData): OpenBook {
    const { language, theme } = this.#preferences;
    return new OpenBook(
      data,
      place("grid"),
      { language, dark: theme !== "light" },
      {
        painted: () => {
          this.#showBook();
        },
        scrolled: () => {
          this.#drawOverlays();
        },
        historyChanged: () => {
          showHistory(this.#book.canUndo, this.#book.canRedo);
        },
        userActed: () => this.#pane?.flush(),
        calculating: (busy) => {
          if (busy) this.#status.working(this.#say("calculating"));
          else this.#status.calm();
        },
        editing: (open) => {
          if (open) this.#pane?.host.switches.startCellEdit();
          else this.#pane?.host.switches.endCellEdit();
          this.#status.mode(this.#say(open ? "enter" : "ready"));
        },
        refused: (why) => {
          if (why.kind === "notOffered") this.#status.say(this.#say("notOffered"));
          else if (why.kind === "readOnly") this.#status.say(this.#say("isReadOnly"));
          else if (why.kind === "notInList") this.#status.say(this.#say("notInList", { text: why.text }));
          else if (why.kind === "host") this.#status.say(this.#say("refused", { reason: why.reason }));
          else this.#status.say(this.#say(why.kind));
        },
      },
      () => this.#preferences.readOnly,
    );
  }

  #createFormulaRow(): FormulaRow {
    return new FormulaRow(this.#book.model, this.#preferences.language, {
      goTo: (sheetId, rect) => {
        this.#book.goTo(sheetId, rect);
      },
      noSuchPlace: (text) => {
        this.#status.say(this.#say("noSuchPlace", { text }));
      },
      type: (sheetId, row, column, text) => this.#book.type(sheetId, { row, column, rows: 1, columns: 1 }, [[text]]),
      focusGrid: () => {
        this.#book.view.focus();
      },
    });
  }

  /** Everything around the grid that depends on the workbook. */
  #showBook(): void {
    const { language } = this.#preferences;
    const person = (edit: () => void): void => {
      this.#book.asPerson(edit);
    };
    drawTabs(this.model, language, {
      activate: (sheetId) => {
        this.#book.look(() => {
          this.model.activateSheet(sheetId);
        });
      },
      rename: (sheetId, name) => {
        person(() => {
          this.model.renameSheet(sheetId, name);
        });
      },
      add: () => {
        person(() => {
          this.model.activateSheet(this.model.addSheet().id);
        });
      },
    });
    this.#formulaRow.show();
    this.#status.numbers(this.model, language);
    showHistory(this.#book.canUndo, this.#book.canRedo);
    this.#drawOverlays();
  }

  /** What stands over the grid and moves with it. */
  #drawOverlays(): void {
    const { model, view } = this.#book;
    drawCharts(model, view, this.#say("chart"));
    drawHeads(model, view, this.#preferences.language, this.#cells.heads);
  }

  #drawPage(): void {
    const { language, theme } = this.#preferences;
    document.documentElement.lang = language;
    document.documentElement.dataset["theme"] = theme;
    document.title = this.#say("title");
    place("grid").setAttribute("aria-label", this.#say("grid"));
    drawRibbon(this.#preferences, {
      command: (name) => {
        void this.#pane?.press(name);
      },
      openPane: () => {
        place("right").hidden = !place("right").hidden;
        place("splitter").hidden = place("right").hidden;
        window.dispatchEvent(new Event("resize"));
      },
      open: (file) => {
        this.#next(() => this.#openFile(file));
      },
      save: () => {
        void this.#save();
      },
      sample: (name) => {
        this.#next(() => this.#replace(sampleWorkbook(name), sampleFile(name)));
      },
      prefer: (patch) => {
        this.#next(() => this.#prefer({ ...this.#preferences, ...patch }));
      },
      showRequests: () => {
        if (this.#pane !== null) toggleRequests(this.#pane.host.log, language);
      },
      insertRows: () => {
        void this.#cells.edit("insertRows");
      },
      deleteRows: () => {
        void this.#cells.edit("deleteRows");
      },
      undo: () => {
        this.#book.undo();
      },
      redo: () => {
        this.#book.redo();
      },
    });
  }

  /** Microsoft's client asks once, on http only; a person should know why before the question comes. */
  async #announceQuestion(): Promise<void> {
    if (window.location.protocol !== "http:" || localStorage.getItem(ASKED) !== null) return;
    await notice([this.#say("question")], this.#say("understood"));
    localStorage.setItem(ASKED, "yes");
  }

  async #connectPane(): Promise<void> {
    this.#status.busy(this.#say("connecting"));
    this.#pane?.dispose();
    await new Promise<void>((resolve) => {
      this.#pane = new PaneFrame(this.#book.model, {
        preferences: this.#preferences,
        onReady: () => {
          resolve();
        },
      });
    });
    this.#status.calm();
  }

  async #replace(data: WorkbookData, name: string): Promise<void> {
    this.#pane?.dispose();
    this.#book.close();
    this.#fileName = name;
    this.#book = this.#open(data);
    this.#formulaRow.use(this.#book.model);
    this.#book.refresh();
    await this.#book.settled();
    await this.#connectPane();
  }

  async #openFile(file: File): Promise<void> {
    this.#status.busy(this.#say("opening", { name: file.name }));
    const opened = await openFile(file, this.#preferences.language);
    if (opened.data === null) {
      this.#status.idle();
      await notice(opened.messages, this.#say("close"));
      return;
    }
    await this.#replace(opened.data, file.name);
    this.#status.say(this.#say("opened", { name: file.name }));
    if (opened.messages.length > 0) await notice([this.#say("left"), ...opened.messages], this.#say("close"));
  }

  async #save(): Promise<void> {
    this.#status.busy(this.#say("saving"));
    await this.#book.settled();
    const messages = await saveFile(this.model.data, this.#fileName, this.#preferences.language);
    this.#status.say(this.#say("saved", { name: this.#fileName }));
    if (messages.length > 0) await notice([this.#say("left"), ...messages], this.#say("close"));
  }

  async #prefer(preferences: Preferences): Promise<void> {
    this.#preferences = preferences;
    keepPreferences(preferences);
    this.#status = new StatusLine(preferences.language);
    this.#formulaRow = this.#createFormulaRow();
    makeSplitter(this.#say("splitter"));
    this.#drawPage();
    this.#book.redraw({ language: preferences.language, dark: preferences.theme !== "light" });
    await this.#book.settled();
    await this.#connectPane();
  }
}

const sampleFile = (name: SampleName): string => (name === "empty" ? "Workbook.xlsx" : "Team.xlsx");

declare global {
  interface Window {
    /** For tests and the console. */
    workbench: {
      readonly model: WorkbookOperations;
      readonly requestLog: RequestLog | null;
      /** Grid painted, pane connected. */
      readonly ready: Promise<void>;
      settled(): Promise<void>;
    };
  }
}

const workbench = new Workbench(new URLSearchParams(window.location.search));
workbench.start();
window.workbench = {
  get model() {
    return workbench.model;
  },
  get requestLog() {
    return workbench.requestLog;
  },
  get ready() {
    return workbench.ready;
  },
  settled: () => workbench.settled(),
};
