/** Why a finding is let stand, and who says so. */
import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { AcceptRequest } from "../../commands/types";
import { useWords } from "../hooks/words";

interface AcceptFormProps {
  readonly count: number;
  readonly disabled: boolean;
  /** Typed before, while the pane is open. */
  readonly initials: string;
  readonly onAccept: (request: AcceptRequest) => void;
}

export function AcceptForm({ count, disabled, initials: before, onAccept }: AcceptFormProps) {
  const { say } = useWords();
  const [reason, setReason] = useState("");
  const [initials, setInitials] = useState(before);
  // What is missing is said after the first try, not while somebody types.
  const [tried, setTried] = useState(false);
  const missing = (text: string): boolean => tried && text.trim() === "";
  return (
    <form
      className="tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!disabled && reason.trim() !== "" && initials.trim() !== "") onAccept({ reason, initials });
      }}
    >
      <Field
        label={say("pane.accept.reason")}
        required
        {...(missing(reason) ? { validationMessage: say("pane.accept.reason.missing") } : {})}
      >
        <Textarea value={reason} rows={2} maxLength={1000} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Field
        label={say("pane.accept.initials")}
        required
        {...(missing(initials) ? { validationMessage: say("pane.accept.initials.missing") } : {})}
      >
        <Input value={initials} maxLength={20} onChange={(_, { value }) => setInitials(value)} />
      </Field>
      <p className="quiet">{say("pane.accept.before")}</p>
      <Button type="submit" className="start" appearance="primary" disabledFocusable={disabled}>
        {say("pane.accept.do", { count })}
      </Button>
    </form>
  );
}
