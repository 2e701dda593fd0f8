/** The pane: heading, messages, and the panel that is open. */
import { Button, FluentProvider } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { useRef } from "react";
import type { Commands } from "../commands/types";
import type { Language } from "../i18n";
import { ProblemMessage, RunnerMessages } from "./components/Messages";
import { usePane } from "./hooks/usePane";
import { LanguageContext, useWords } from "./hooks/words";
import { Home } from "./panels/Home";
import { Panel } from "./panels/Panel";
import { Unfinished } from "./panels/Unfinished";
import { THEMES } from "./theme";
import type { Look } from "./theme";
import { TITLES } from "./views";

export interface AppProps {
  readonly commands: Commands;
  readonly language: Language;
  readonly look: Look;
  /** For the period that the form offers first. */
  readonly year: number;
}

export function App({ look, language, ...rest }: AppProps) {
  return (
    <LanguageContext value={language}>
      <FluentProvider theme={THEMES[look]}>
        <Pane {...rest} />
      </FluentProvider>
    </LanguageContext>
  );
}

/** Panels with a way on of their own, in which nothing is read again. */
const COMPLETE = ["new", "addPlan", "nextPeriod", "report", "link", "findings", "desk", "language"];

function Pane({ commands, year }: Pick<AppProps, "commands" | "year">) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const pane = usePane(commands, year, heading);
  const { readiness, overview, problem, unwatched, runner, notice, view, go, act, takeBack, again, lookForOurs } = pane;
  const { run } = runner;

  return (
    <main className="pane">
      <header className="pane-head">
        {view.name !== "home" && (
          <Button
            appearance="subtle"
            icon={<ArrowLeft20Regular />}
            aria-label={say("pane.back")}
            title={say("pane.back")}
            onClick={() => go("home")}
          />
        )}
        <h1 ref={heading} tabIndex={-1}>
          {say(TITLES[view.name])}
        </h1>
      </header>
      <div className="stack">
        <RunnerMessages runner={{ ...runner, notice }} onTakeBack={takeBack} />
        {readiness.problem && <ProblemMessage problem={readiness.problem} />}
        {problem && <ProblemMessage problem={problem} />}
        {unwatched && <ProblemMessage problem={unwatched} />}
        {overview?.unfinished && (
          <Unfinished
            sheets={overview.unfinished.sheets}
            disabled={runner.busy}
            onFinish={
              overview.unfinished.canFinish
                ? () => void act(() => run((options) => commands.finishUnfinished(options)))
                : null
            }
            onRemove={() => void act(() => run(() => commands.removeUnfinished()))}
          />
        )}
        {!overview && !problem && !readiness.problem && <p className="quiet">{say("pane.reading")}</p>}
        {view.name === "home" && <Home pane={pane} />}
        <Panel pane={pane} />
        {readiness.ready && !COMPLETE.includes(view.name) && (
          <div className="links">
            <Button appearance="subtle" disabledFocusable={runner.busy} onClick={() => void again()}>
              {say("pane.again")}
            </Button>
            {view.name === "home" && overview?.kind !== "empty" && (
              <Button appearance="subtle" disabledFocusable={runner.busy} onClick={() => void lookForOurs()}>
                {say("pane.remove")}
              </Button>
            )}
          </div>
        )}
      </div>
    </main>
  );
}
