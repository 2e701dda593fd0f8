/** A run stopped half-way and could not be tidied up: what stands, and what can be done about it. */
import { Button } from "@fluentui/react-components";
import { useWords } from "../hooks/words";

interface UnfinishedProps {
  /** The half-written sheets that stand. */
  readonly sheets: readonly string[];
  readonly disabled: boolean;
  /** Null where this pane does not know what was to be made. */
  readonly onFinish: (() => void) | null;
  readonly onRemove: () => void;
}

export function Unfinished({ sheets, disabled, onFinish, onRemove }: UnfinishedProps) {
  const { say } = useWords();
  return (
    <section className="card tight">
      <h2>{say("pane.unfinished")}</h2>
      <p>{sheets.length === 0 ? say("pane.unfinished.rest") : say("pane.unfinished.sheets", { sheets: sheets })}</p>
      <div className="row">
        {onFinish && (
          <Button size="small" appearance="primary" disabledFocusable={disabled} onClick={onFinish}>
            {say("pane.unfinished.finish")}
          </Button>
        )}
        <Button size="small" disabledFocusable={disabled} onClick={onRemove}>
          {say("pane.unfinished.remove")}
        </Button>
      </div>
    </section>
  );
}
