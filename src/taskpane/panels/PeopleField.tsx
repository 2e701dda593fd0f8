/** People typed or pasted one a line, or taken from the selected cells. */
import { Button, Field, Textarea } from "@fluentui/react-components";
import { useWords } from "../hooks/words";
import { parsePeople } from "./peopleList";

interface PeopleFieldProps {
  readonly text: string;
  readonly required: boolean;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
  readonly onSelection: () => void;
}

export function PeopleField({ text, required, disabled, onText, onSelection }: PeopleFieldProps) {
  const { say, tell } = useWords();
  const { people, problems } = parsePeople(text);
  const problem = problems.map(tell).join(" ");
  // Nothing typed yet is no mistake.
  const missing = required && people.length === 0 ? say("pane.new.people.none") : "";
  const state = problem === "" ? ("none" as const) : ("error" as const);
  return (
    <>
      <Field
        label={say("pane.new.people")}
        hint={`${say("pane.new.people.hint")} · ${say("pane.new.people.count", { count: people.length })}`}
        {...(problem || missing ? { validationMessage: problem || missing, validationState: state } : {})}
      >
        <Textarea rows={5} resize="vertical" value={text} onChange={(_, { value }) => onText(value)} />
      </Field>
      <Button disabledFocusable={disabled} onClick={onSelection}>
        {say("pane.new.selection")}
      </Button>
    </>
  );
}
