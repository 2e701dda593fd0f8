/** A run stopped half-way and could not be tidied up: what stands, and one button that removes it. */
import { Button } from "@fluentui/react-components";
import { useWords } from "../hooks/words";

interface UnfinishedProps {
  /** The half-written sheets that stand. */
  readonly sheets: readonly string[];
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

export function Unfinished({ sheets, disabled, onRemove }: UnfinishedProps) {
  const { say } = useWords();
  return (
    <section className="card tight">
      <h2>{say("pane.unfinished")}</h2>
      <p>
        {sheets.length === 0
          ? say("pane.unfinished.rest")
          : say("pane.unfinished.sheets", { sheets: sheets.join(", ") })}
      </p>
      <Button size="small" className="start" disabledFocusable={disabled} onClick={onRemove}>
        {say("pane.unfinished.remove")}
      </Button>
    </section>
  );
}
