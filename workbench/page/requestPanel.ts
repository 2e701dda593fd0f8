/** Shows what the add-in asked of the host: every round trip with its counts and bytes. */
import type { RequestEntry, RequestLog } from "../../host/wire/requestLog";
import { word, type Language } from "../words";
import { button, element } from "./elements";

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

function describe(entry: RequestEntry): string {
  const members = Object.entries(entry.counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([name, count]) => (count > 1 ? `${name} ×${String(count)}` : name));
  const sizes = `${kilobytes(entry.requestBytes)} → ${kilobytes(entry.responseBytes)}`;
  const error = entry.error === undefined ? "" : `  ✗ ${entry.error}`;
  return `${entry.kind}  ${String(entry.actions)}  ${sizes}  ${members.join(", ")}${error}`;
}

/** Opens the panel; a second call closes it. */
export function toggleRequests(log: RequestLog, language: Language): void {
  const open = document.getElementById("requests");
  if (open !== null) {
    open.remove();
    return;
  }
  const list = element("ol");
  const head = element("b");
  const draw = (): void => {
    const { bytes, entries, syncs } = log;
    head.textContent =
      entries.length === 0
        ? word(language, "noRequests")
        : word(language, "syncs", {
            count: String(syncs),
            sent: kilobytes(bytes.sent),
            received: kilobytes(bytes.received),
          });
    list.replaceChildren(...entries.map((entry) => element("li", {}, describe(entry))));
    list.scrollTop = list.scrollHeight;
  };
  const stop = log.onEntry(draw);
  const panel = element("section", { id: "requests", "aria-label": word(language, "requests") });
  const clear = button(
    word(language, "clear"),
    () => {
      log.clear();
      draw();
    },
    { class: "secondary" },
  );
  const close = button(
    word(language, "close"),
    () => {
      stop();
      panel.remove();
    },
    { class: "secondary" },
  );
  panel.append(element("header", {}, head, clear, close), list);
  document.body.append(panel);
  draw();
}
