/** First run, and sheets that hold no scorecard: two lines and three doors. */
import { Button } from "@fluentui/react-components";
import { useWords } from "../hooks/words";

interface WelcomeProps {
  readonly disabled: boolean;
  readonly onCheck: () => void;
  readonly onTemplate: () => void;
  readonly onSample: () => void;
}

export function Welcome({ disabled, onCheck, onTemplate, onSample }: WelcomeProps) {
  const { say } = useWords();
  return (
    <section className="stack">
      <div className="lead">
        <p>{say("pane.welcome.1")}</p>
        <p>{say("pane.welcome.2")}</p>
      </div>
      <div className="tight">
        <Button appearance="primary" size="large" disabledFocusable={disabled} onClick={onCheck}>
          {say("pane.door.check")}
        </Button>
        <Button size="large" onClick={onTemplate}>
          {say("pane.door.template")}
        </Button>
        <Button size="large" onClick={onSample}>
          {say("pane.door.sample")}
        </Button>
      </div>
    </section>
  );
}
