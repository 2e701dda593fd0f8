/** What the person sees first: the open sheet as it was understood, why it was not, or three ways to begin. */
import { Button } from "@fluentui/react-components";
import { Suspense, lazy } from "react";
import { useWords } from "../hooks/words";
import type { PaneState } from "../hooks/usePane";
import { Overview } from "./Overview";
import { Welcome } from "./Welcome";

const Blocks = lazy(() => import("./Blocks").then((panel) => ({ default: panel.Blocks })));

export function Home({ pane }: { readonly pane: PaneState }) {
  const { say, tell } = useWords();
  const { commands, overview, runner, edit, go, act, watch, goTo, actions } = pane;
  const { run } = runner;
  if (overview === null) return null;
  if (overview.kind === "refused" || overview.kind === "empty")
    return (
      <>
        {overview.kind === "refused" && (
          <section className="card tight">
            <h2>{say("pane.refused")}</h2>
            {overview.reasons.map((reason, index) => (
              <p key={index}>{tell(reason)}</p>
            ))}
            <Button size="small" className="start" disabledFocusable={runner.busy} onClick={actions.explain}>
              {say("pane.action.explain")}
            </Button>
          </section>
        )}
        <Welcome
          disabled={runner.busy}
          onCheck={actions.check}
          onTemplate={actions.new}
          onSample={() => {
            edit("new", { withSample: true });
            go("new");
          }}
        />
      </>
    );
  return (
    <Overview
      overview={overview}
      disabled={runner.busy}
      onAction={(action) => actions[action]()}
      onStage={(stage) => void act(() => run(() => commands.setStage(stage)))}
      onWatch={(on) => void act(() => watch(on))}
    >
      {overview.blocks.length > 1 && (
        <Suspense>
          <Blocks
            key={JSON.stringify(overview.blocks)}
            blocks={overview.blocks}
            disabled={runner.busy}
            onGoTo={goTo}
            onChoose={(choice) => void act(() => run(() => commands.chooseBlock(choice)))}
          />
        </Suspense>
      )}
    </Overview>
  );
}
