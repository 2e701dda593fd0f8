/** The add-in's page beside the grid, connected by Microsoft's own client as in Excel on the web. */
import type { WorkbookModel } from "../host/model/workbookModel";
import { createWorkbook } from "../host/objects/workbook";
import { connectFrame, createHost, type FrameConnection, type Host } from "../host/wire/frame";
import { Switches } from "../host/wire/switches";
import { element, place } from "./page/elements";
import type { Preferences } from "./preferences";
import { word } from "./words";

export interface PaneOptions {
  readonly preferences: Preferences;
  readonly onReady: () => void;
}

export class PaneFrame {
  readonly host: Host;
  readonly #connection: FrameConnection;
  readonly #ready: Promise<void>;

  constructor(model: WorkbookModel, { preferences, onReady }: PaneOptions) {
    const switches = new Switches({
      excelApi: preferences.excelApi,
      readOnly: preferences.readOnly,
      uiLocale: preferences.language === "en" ? "en-US" : "zh-CN",
      dataLocale: preferences.language === "en" ? "en-US" : "zh-CN",
    });
    this.host = createHost(createWorkbook(model), switches);
    const frame = element("iframe", { id: "pane", title: word(preferences.language, "pane") });
    let ready = (): void => undefined;
    this.#ready = new Promise((resolve) => {
      ready = resolve;
    });
    const url = new URL("taskpane.html", window.location.href);
    url.searchParams.set("theme", preferences.theme);
    this.#connection = connectFrame(frame, this.host, {
      addinUrl: url.href,
      onReady: () => {
        ready();
        onReady();
      },
    });
    place("right").replaceChildren(frame);
  }

  /** Presses a button of the ribbon as Excel does; waits until the add-in listens. */
  async press(action: string): Promise<void> {
    await this.#ready;
    this.#connection.press(action);
  }
  /** Tells the add-in what happened in the workbook. */
  flush(): void {
    this.#connection.flush();
  }
  dispose(): void {
    this.#connection.disconnect();
    place("right").replaceChildren();
  }
}
