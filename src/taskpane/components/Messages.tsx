/** What the person is told about commands: progress with Cancel, what was done with "Take it back", problems. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { Problem } from "../../commands/types";
import { useEffect, useState } from "react";
import type { Notice, Runner } from "../hooks/useRunner";
import { useWords } from "../hooks/words";

export function ProblemMessage({ problem }: { readonly problem: Problem }) {
  const { say, tell, cell } = useWords();
  return (
    <div role="alert">
      <MessageBar intent="error" layout="multiline" politeness="polite">
        <MessageBarBody>
          <p>{tell(problem.what)}</p>
          {problem.where && <p>{say("pane.where", { cell: cell(problem.where) })}</p>}
          <p>{tell(problem.next)}</p>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

interface NoticeProps {
  readonly notice: Notice;
  readonly onTakeBack: () => void;
  readonly onClose: () => void;
}

function NoticeMessage({ notice, onTakeBack, onClose }: NoticeProps) {
  const { say, tell } = useWords();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        {notice.did.map((message, index) => (
          <p key={index}>{tell(message)}</p>
        ))}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={say("pane.close")}
            onClick={onClose}
          />
        }
      >
        {notice.undo && <Button onClick={onTakeBack}>{say("pane.takeBack")}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

/** Longer than this without a sign of life, and the person should know what Excel may wait for. */
const SLOW_MS = 4000;

/** Shown while a command runs, so that it starts anew with each. */
function Running({ runner }: { readonly runner: Runner }) {
  const { say, tell } = useWords();
  const { progress } = runner;
  const [slow, setSlow] = useState(false);
  // A single step has nothing to count.
  const counted = progress && progress.of > 1 ? progress : null;
  const stands = progress?.done;
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [stands]);
  return (
    <>
      <p className="quiet">
        {counted
          ? say("pane.progress", { label: tell(counted.label), done: counted.done, of: counted.of })
          : say("pane.working")}
      </p>
      <ProgressBar
        aria-label={progress ? tell(progress.label) : say("pane.working")}
        {...(counted ? { value: counted.done, max: counted.of } : {})}
      />
      {slow && <p className="quiet">{say("pane.slow")}</p>}
    </>
  );
}

export function RunnerMessages({ runner, onTakeBack }: { readonly runner: Runner; readonly onTakeBack: () => void }) {
  const { say } = useWords();
  const { busy, progress, notice, problem } = runner;
  return (
    <div className="messages">
      <div role="status" className="tight">
        {busy && <Running runner={runner} />}
        {notice && <NoticeMessage notice={notice} onTakeBack={onTakeBack} onClose={runner.dismiss} />}
      </div>
      {busy && progress && <Button onClick={runner.cancel}>{say("pane.cancel")}</Button>}
      {problem && <ProblemMessage problem={problem} />}
    </div>
  );
}
