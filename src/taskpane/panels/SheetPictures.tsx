/** What will be made, before it is: a small picture of one sheet, and the tabs of all of them under it, as in the workbook. */
import { useId, useRef, useState, type CSSProperties, type KeyboardEvent } from "react";
import type { TemplatePictures } from "../../commands/types";
import { useWords } from "../hooks/words";

type Sheet = TemplatePictures["sheets"][number];
/** Where an arrow key leads among so many tabs. */
function placeAfter(key: string, place: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return (place + 1) % count;
    case "ArrowLeft":
    case "ArrowUp":
      return (place + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

export function SheetPictures({ pictures }: { readonly pictures: TemplatePictures }) {
  const { sheets, start, colors } = pictures;
  const { say } = useWords();
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(start);
  const found = sheets.findIndex(({ name }) => name === wanted);
  const place =
    found < 0
      ? Math.max(
          0,
          sheets.findIndex(({ name }) => name === start),
        )
      : found;
  const shown = sheets[place];
  if (shown === undefined) return null;
  const onKey = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, place, sheets.length);
    const sheet = next === null ? undefined : sheets[next];
    if (next === null || sheet === undefined) return;
    event.preventDefault();
    setWanted(sheet.name);
    (tabs.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  return (
    <>
      <p className="quiet">{say("pane.new.sheets", { count: sheets.length })}</p>
      <div className="sheet-pictures" style={{ "--head": colors.head, "--input": colors.input } as CSSProperties}>
        <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}tab${String(place)}`}>
          <Picture sheet={shown} label={say("pane.new.picture", { sheet: shown.name })} />
        </div>
        {/* The arrow keys move between the tabs: whoever tabs through the form meets one stop, not fourteen. */}
        <div role="tablist" className="tabs" aria-label={say("pane.new.tabs")} ref={tabs}>
          {sheets.map(({ name }, i) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}tab${String(i)}`}
              aria-selected={i === place}
              aria-controls={`${id}panel`}
              tabIndex={i === place ? 0 : -1}
              onKeyDown={onKey}
              onClick={() => setWanted(name)}
            >
              {name}
            </button>
          ))}
        </div>
      </div>
    </>
  );
}

const percent = (share: number): string => `${String(Math.round(share * 1000) / 10)}%`;

function Picture({ sheet, label }: { readonly sheet: Sheet; readonly label: string }) {
  return (
    <table className="sheet-picture" aria-label={label}>
      <colgroup>
        {sheet.widths.map((width, i) => (
          <col key={i} style={{ width: percent(width) }} />
        ))}
      </colgroup>
      <tbody>
        {sheet.rows.map((row, r) => (
          <tr key={r}>
            {row.map(({ text, look, align, span }, c) => (
              <td key={c} colSpan={span} className={`sheet-${look}`} style={{ textAlign: align }}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
