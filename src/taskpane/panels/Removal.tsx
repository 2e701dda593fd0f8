/** Remove Evenhand: what will go and what stays, before anything is done. */
import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import type { RemovalDraft } from "../../commands/types";
import { useWords } from "../hooks/words";

interface RemovalProps {
  readonly draft: RemovalDraft;
  readonly disabled: boolean;
  readonly onRemove: (withLog: boolean) => void;
}

export function Removal({ draft: { marks, hasMemory, scorecards, log }, disabled, onRemove }: RemovalProps) {
  const { say } = useWords();
  const [withLog, setWithLog] = useState(false);
  if (marks === 0 && !hasMemory && log === null) return <p>{say("pane.remove.nothing")}</p>;
  return (
    <section className="stack">
      <div className="tight">
        {marks > 0 && <p>{say("pane.remove.marks", { count: marks })}</p>}
        {hasMemory && <p>{say("pane.remove.memory")}</p>}
        {scorecards > 0 && <p>{say("pane.remove.sheets")}</p>}
        <p>{say("pane.remove.before")}</p>
      </div>
      {log && (
        <Checkbox
          checked={withLog}
          label={say("pane.remove.log", { sheet: log.sheet, rows: log.rows })}
          onChange={(_, { checked }) => setWithLog(checked === true)}
        />
      )}
      <Button className="start" appearance="primary" disabledFocusable={disabled} onClick={() => onRemove(withLog)}>
        {say("pane.remove.do")}
      </Button>
    </section>
  );
}
