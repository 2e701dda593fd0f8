/** Whose report is made: one person or all. */
import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { ReportDraft } from "../../commands/types";
import { useWords } from "../hooks/words";

interface ReportsProps {
  readonly draft: ReportDraft;
  readonly disabled: boolean;
  readonly onMake: (ids: readonly string[]) => void;
}
const ALL = "";

export function Reports({ draft, disabled, onMake }: ReportsProps) {
  const { say } = useWords();
  const { people, most } = draft;
  const [who, setWho] = useState(people[0]?.id ?? ALL);
  const ids = who === ALL ? people.map(({ id }) => id) : [who];
  const isTooMany = ids.length > most;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled && !isTooMany) onMake(ids);
      }}
    >
      <div className="tight">
        <h2>{draft.title}</h2>
        <p>{say("pane.report.how")}</p>
        {draft.isConfidential && <p className="quiet">{say("pane.report.groups")}</p>}
      </div>
      <Field label={say("pane.report.who")}>
        <Select value={who} onChange={(_, { value }) => setWho(value)}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {people.length > 1 && <option value={ALL}>{say("pane.report.all", { count: people.length })}</option>}
        </Select>
      </Field>
      {isTooMany && <p role="alert">{say("pane.report.tooMany", { most })}</p>}
      <Button type="submit" appearance="primary" disabledFocusable={disabled || isTooMany}>
        {say("pane.report.make")}
      </Button>
    </form>
  );
}
