/** Which section of a combined appraisal takes its value from which scorecard of the workbook. */
import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { LinkDraft } from "../../commands/types";
import { useWords } from "../hooks/words";

interface LinksProps {
  readonly draft: LinkDraft;
  readonly disabled: boolean;
  readonly onLink: (links: Readonly<Record<string, string | null>>) => void;
}
const NONE = "";

export function Links({ draft, disabled, onLink }: LinksProps) {
  const { say } = useWords();
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>(() =>
    Object.fromEntries(draft.sections.map(({ id, source }) => [id, source])),
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled) onLink(chosen);
      }}
    >
      <p>{say("pane.link.how")}</p>
      {draft.sections.map(({ id, name }) => (
        <Field key={id} label={name}>
          <Select
            value={chosen[id] ?? NONE}
            onChange={(_, { value }) => setChosen((now) => ({ ...now, [id]: value === NONE ? null : value }))}
          >
            <option value={NONE}>{say("pane.link.none")}</option>
            {draft.sources.map(({ id: source, kind, name: made, sheet }) => (
              <option key={source} value={source}>
                {say(`pane.link.${kind}`, { name: made, sheet })}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <Button type="submit" appearance="primary" disabledFocusable={disabled}>
        {say("pane.link.link")}
      </Button>
    </form>
  );
}
