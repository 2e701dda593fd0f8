/** Remove Evenhand: what will go and what stays, before anything is done. */
import { Button, Checkbox } from "@fluentui/react-components";
import { useState } from "react";
import type { AlsoRemoved, RemovalDraft } from "../../commands/types";
import { useWords } from "../hooks/words";

interface RemovalProps {
  readonly draft: RemovalDraft;
  readonly disabled: boolean;
  readonly onRemove: (also: AlsoRemoved) => void;
}

export function Removal({ draft, disabled, onRemove }: RemovalProps) {
  const { marks, hasMemory, scorecards, log, templates } = draft;
  const { say } = useWords();
  const [also, choose] = useState<AlsoRemoved>({ log: false, templates: false });
  if (marks === 0 && !hasMemory && log === null && templates === 0) return <p>{say("pane.remove.nothing")}</p>;
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
          checked={also.log}
          label={say("pane.remove.log", { sheet: log.sheet, rows: log.rows })}
          onChange={(_, { checked }) => choose({ ...also, log: checked === true })}
        />
      )}
      {templates > 0 && (
        <Checkbox
          checked={also.templates}
          label={say("pane.remove.templates", { count: templates })}
          onChange={(_, { checked }) => choose({ ...also, templates: checked === true })}
        />
      )}
      <Button className="start" appearance="primary" disabledFocusable={disabled} onClick={() => onRemove(also)}>
        {say("pane.remove.do")}
      </Button>
    </section>
  );
}
