/** The panel that is open, loaded when it is first needed. */
import { Suspense, lazy } from "react";
import { useWords } from "../hooks/words";
import type { PaneState } from "../hooks/usePane";
import { formOf } from "../views";

const ScorecardForm = lazy(() => import("./ScorecardForm").then((panel) => ({ default: panel.ScorecardForm })));
const Results = lazy(() => import("./Results").then((panel) => ({ default: panel.Results })));
const Ranges = lazy(() => import("./Ranges").then((panel) => ({ default: panel.Ranges })));
const Explained = lazy(() => import("./Explained").then((panel) => ({ default: panel.Explained })));
const WorkbookLanguage = lazy(() =>
  import("./WorkbookLanguage").then((panel) => ({ default: panel.WorkbookLanguage })),
);
const NextPeriod = lazy(() => import("./NextPeriod").then((panel) => ({ default: panel.NextPeriod })));
const Reports = lazy(() => import("./Reports").then((panel) => ({ default: panel.Reports })));
const Links = lazy(() => import("./Links").then((panel) => ({ default: panel.Links })));
const TemplateDesk = lazy(() => import("../desk/TemplateDesk").then((panel) => ({ default: panel.TemplateDesk })));
const People = lazy(() => import("./People").then((panel) => ({ default: panel.People })));
const MoreItems = lazy(() => import("./MoreItems").then((panel) => ({ default: panel.MoreItems })));
const Findings = lazy(() => import("./Findings").then((panel) => ({ default: panel.Findings })));

const Questions = lazy(() => import("./Questions").then((panel) => ({ default: panel.Questions })));
const Together = lazy(() => import("./Together").then((panel) => ({ default: panel.Together })));
const Removal = lazy(() => import("./Removal").then((panel) => ({ default: panel.Removal })));

export function Panel({ pane }: { readonly pane: PaneState }) {
  const { say } = useWords();
  const { commands, overview, runner, view, drafts, edit, go, act, thenHome, withPeople, goTo, actions } = pane;
  const { run } = runner;
  const form = formOf(view);
  return (
    <Suspense fallback={<p className="quiet">{say("pane.working")}</p>}>
      {view.name === "home" && overview && overview.questions.length + overview.answered > 0 && (
        <Questions
          questions={overview.questions}
          answered={overview.answered}
          disabled={runner.busy}
          onAnswer={(question, choice) => void act(() => run(() => commands.answerQuestion(question, choice)))}
          onForget={() => void act(() => run(() => commands.forgetAnswers()))}
        />
      )}
      {view.name === "more" && (
        <MoreItems
          draft={view.draft}
          disabled={runner.busy}
          onMake={(added) => void thenHome((options) => commands.moreItems(added, options))}
        />
      )}
      {view.name === "removal" && (
        <Removal
          draft={view.draft}
          disabled={runner.busy}
          onRemove={(also) => void thenHome(() => commands.removeEvenhand(also))}
        />
      )}
      {form && (
        <ScorecardForm
          key={form}
          kind={form}
          draft={drafts[form]}
          onDraft={(change) => edit(form, change)}
          templates={pane.templates}
          templatePictures={pane.templatePictures}
          disabled={runner.busy}
          onDesk={actions.desk}
          pickPeople={() => run(() => commands.peopleFromSelection(), "look")}
          onInsert={(request) => void pane.insert(form, request)}
        />
      )}
      {view.name === "results" && (
        <Results
          result={view.result}
          disabled={runner.busy}
          onGoTo={goTo}
          onRanges={overview?.kind === "method" ? null : () => void pane.range()}
          onWrite={overview?.kind === "recognised" ? (request) => void pane.write(request) : null}
        />
      )}
      {view.name === "together" && (
        <Together
          result={view.together}
          disabled={runner.busy}
          onGoTo={goTo}
          onWrite={(how) => void act(() => run((options) => commands.writeTogether(how, options)))}
        />
      )}
      {view.name === "ranges" && <Ranges ranges={view.ranges} onGoTo={goTo} />}
      {view.name === "explained" && <Explained explanation={view.explanation} />}
      {view.name === "nextPeriod" && (
        <NextPeriod
          draft={view.draft}
          disabled={runner.busy}
          onStart={(request) => void thenHome((options) => commands.startNextPeriod(request, options))}
        />
      )}
      {view.name === "link" && (
        <Links
          draft={view.draft}
          disabled={runner.busy}
          onLink={(chosen) => void thenHome((options) => commands.linkScores(chosen, options))}
        />
      )}
      {view.name === "report" && (
        <Reports
          draft={view.draft}
          disabled={runner.busy}
          onMake={(ids) => void thenHome((options) => commands.writePersonReports(ids, options))}
        />
      )}
      {view.name === "desk" && (
        <TemplateDesk
          load={pane.desk}
          catalogue={pane.catalogue}
          run={run}
          disabled={runner.busy}
          revision={overview}
          editing={pane.editing}
          onEditing={pane.setEditing}
          onUse={(templateId) => {
            edit("new", { templateId, jobGroup: null });
            go("new");
          }}
        />
      )}
      {view.name === "language" && (
        <WorkbookLanguage
          disabled={runner.busy}
          onChange={(request) => void thenHome((options) => commands.changeLanguage(request, options))}
        />
      )}
      {view.name === "people" && (
        <People
          draft={view.draft}
          disabled={runner.busy}
          pickPeople={() => run(() => commands.peopleFromSelection(), "look")}
          onAdd={(request) => withPeople((options) => commands.addPeople(request, options))}
          onRemove={(request) => void withPeople((options) => commands.removePeople(request, options))}
          onSort={(by) => void withPeople((options) => commands.sortPeople(by, options))}
          onRemake={() => void thenHome((options) => commands.remakeSheets(options))}
          onProtect={(on) => void withPeople((options) => commands.protectSheets(on, options))}
        />
      )}
      {view.name === "findings" && overview && (
        <Findings
          overview={overview}
          disabled={runner.busy}
          onGoTo={goTo}
          onFix={(finding, fix) => void act(() => run(() => commands.applyFix(finding, fix)))}
          onAccept={(chosen, request) => void act(() => run(() => commands.acceptFindings(chosen, request)))}
          onWithdraw={(finding) => void act(() => run(() => commands.withdrawAcceptance(finding)))}
          onRecheck={actions.check}
        />
      )}
    </Suspense>
  );
}
