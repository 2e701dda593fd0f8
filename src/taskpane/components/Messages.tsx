/** What the person is told about commands: progress with Cancel, what was done with "Take it back", problems. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, ProgressBar } from "@fluentui/react-components";
import type { Problem } from "../../commands/types";
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
      <MessageBarActions>
        {notice.undo && <Button onClick={onTakeBack}>{say("pane.takeBack")}</Button>}
        <Button appearance="transparent" onClick={onClose}>
          {say("pane.close")}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

export function RunnerMessages({ runner, onTakeBack }: { readonly runner: Runner; readonly onTakeBack: () => void }) {
  const { say, tell } = useWords();
  const { busy, progress, notice, problem } = runner;
  return (
    <>
      <div role="status" className="tight">
        {busy && (
          <>
            <p className="quiet">
              {progress
                ? say("pane.progress", { label: tell(progress.label), done: progress.done, of: progress.of })
                : say("pane.working")}
            </p>
            <ProgressBar
              aria-label={progress ? tell(progress.label) : say("pane.working")}
              {...(progress ? { value: progress.done, max: Math.max(1, progress.of) } : {})}
            />
          </>
        )}
        {notice && <NoticeMessage notice={notice} onTakeBack={onTakeBack} onClose={runner.dismiss} />}
      </div>
      {busy && progress && <Button onClick={runner.cancel}>{say("pane.cancel")}</Button>}
      {problem && <ProblemMessage problem={problem} />}
    </>
  );
}
