/** The pane: which panel is shown, and what each button does. Everything about the workbook goes through commands. */
import { Button, FluentProvider } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { Suspense, lazy, useCallback, useEffect, useRef, useState } from "react";
import type {
  Commands,
  Explanation,
  FamilyResult,
  Intent,
  LinkDraft,
  MoreItemsDraft,
  NewScorecardRequest,
  NextPeriodDraft,
  PeopleDraft,
  Outcome,
  Problem,
  ReportDraft,
  RankingResult,
  RemovalDraft,
  RankRanges,
  RunOptions,
  WriteResultsRequest,
  SheetChoices,
  SheetLanguage,
} from "../commands/types";
import type { Location } from "../core/model/location";
import type { Language } from "../i18n";
import { ProblemMessage, RunnerMessages } from "./components/Messages";
import { useEscape } from "./hooks/useEscape";
import { useOverview } from "./hooks/useOverview";
import { unexpected, useRunner, type Notice } from "./hooks/useRunner";
import { LanguageContext, useWords } from "./hooks/words";
import type { DeskEditing } from "./panels/deskEditing";
import { Overview } from "./panels/Overview";
import type { Action } from "./panels/Overview";
import { emptyDraft, type ScorecardDraft } from "./panels/scorecardDraft";
import { Unfinished } from "./panels/Unfinished";
import { Welcome } from "./panels/Welcome";
import { THEMES } from "./theme";
import type { Look } from "./theme";

const ScorecardForm = lazy(() => import("./panels/ScorecardForm").then((panel) => ({ default: panel.ScorecardForm })));
const Results = lazy(() => import("./panels/Results").then((panel) => ({ default: panel.Results })));
const Ranges = lazy(() => import("./panels/Ranges").then((panel) => ({ default: panel.Ranges })));
const Explained = lazy(() => import("./panels/Explained").then((panel) => ({ default: panel.Explained })));
const WorkbookLanguage = lazy(() =>
  import("./panels/WorkbookLanguage").then((panel) => ({ default: panel.WorkbookLanguage })),
);
const NextPeriod = lazy(() => import("./panels/NextPeriod").then((panel) => ({ default: panel.NextPeriod })));
const Reports = lazy(() => import("./panels/Reports").then((panel) => ({ default: panel.Reports })));
const Links = lazy(() => import("./panels/Links").then((panel) => ({ default: panel.Links })));
const TemplateDesk = lazy(() => import("./desk/TemplateDesk").then((panel) => ({ default: panel.TemplateDesk })));
const People = lazy(() => import("./panels/People").then((panel) => ({ default: panel.People })));
const MoreItems = lazy(() => import("./panels/MoreItems").then((panel) => ({ default: panel.MoreItems })));
const Findings = lazy(() => import("./panels/Findings").then((panel) => ({ default: panel.Findings })));

const Questions = lazy(() => import("./panels/Questions").then((panel) => ({ default: panel.Questions })));
const Blocks = lazy(() => import("./panels/Blocks").then((panel) => ({ default: panel.Blocks })));
const Together = lazy(() => import("./panels/Together").then((panel) => ({ default: panel.Together })));
const Removal = lazy(() => import("./panels/Removal").then((panel) => ({ default: panel.Removal })));

type View = { readonly name: "home" | "findings" | "addPlan" | "new" | "desk" | "language" };
type FormName = "new" | "addPlan";
type Shown =
  | View
  | { readonly name: "results"; readonly result: RankingResult }
  | { readonly name: "together"; readonly together: FamilyResult }
  | { readonly name: "ranges"; readonly ranges: RankRanges }
  | { readonly name: "explained"; readonly explanation: Explanation }
  | { readonly name: "removal"; readonly draft: RemovalDraft }
  | { readonly name: "report"; readonly draft: ReportDraft }
  | { readonly name: "link"; readonly draft: LinkDraft }
  | { readonly name: "nextPeriod"; readonly draft: NextPeriodDraft }
  | { readonly name: "people"; readonly draft: PeopleDraft }
  | { readonly name: "more"; readonly draft: MoreItemsDraft };
const TITLES = {
  home: "pane.product",
  findings: "pane.findings.title",
  addPlan: "pane.addPlan.title",
  new: "pane.new.title",
  results: "pane.results.title",
  together: "pane.together.title",
  ranges: "pane.ranges.title",
  explained: "pane.explained.title",
  report: "pane.report.title",
  link: "pane.link.title",
  nextPeriod: "pane.nextPeriod.title",
  removal: "pane.remove.title",
  desk: "pane.desk.title",
  language: "pane.workbookLanguage.title",
  people: "pane.people.title",
  more: "pane.more.title",
} as const;

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

/**
 * Excel on the web moves the focus on Tab itself, from one tab stop to the next, and leaves the pane when the focus is on
 * none: so the heading is a tab stop as long as it has the focus.
 */
function focusHeading(heading: HTMLElement | null): void {
  if (!heading) return;
  heading.tabIndex = 0;
  heading.addEventListener("blur", () => (heading.tabIndex = -1), { once: true });
  heading.focus();
}

/** Null while asking; a problem when this Excel cannot run Evenhand. */
function useReadiness(commands: Commands): { readonly ready: boolean; readonly problem: Problem | null } {
  const [state, setState] = useState<{ ready: boolean; problem: Problem | null }>({ ready: false, problem: null });
  useEffect(() => {
    commands.readiness().then(
      (outcome) => setState({ ready: outcome.ok, problem: outcome.ok ? null : outcome.problem }),
      (error: unknown) => setState({ ready: false, problem: unexpected(error) }),
    );
  }, [commands]);
  return state;
}

function Pane({ commands, year }: Pick<AppProps, "commands" | "year">) {
  const { say, tell, language } = useWords();
  const readiness = useReadiness(commands);
  const { overview, problem, reread, unwatched } = useOverview(commands, readiness.ready);
  const runner = useRunner();
  const { run, announce, leave } = runner;
  const [view, show] = useState<Shown>({ name: "home" });
  const heading = useRef<HTMLHeadingElement>(null);
  /** What was said at home before the person went on: it waits there, and takes no room elsewhere. */
  const [passed, pass] = useState<Notice | null>(null);
  const [drafts, setDrafts] = useState(() => ({
    new: emptyDraft(language, year),
    addPlan: emptyDraft(language, year),
  }));
  const [editing, setEditing] = useState<DeskEditing | null>(null);
  const desk = useCallback(() => commands.desk(), [commands]);
  const catalogue = useCallback(() => commands.templates(language), [commands, language]);
  const templates = useCallback((wanted: SheetLanguage) => commands.templates(wanted), [commands]);
  const templateSheets = useCallback(
    (id: string, wanted: SheetLanguage, choices?: SheetChoices) => commands.templateSheets(id, wanted, choices),
    [commands],
  );
  const edit = useCallback(
    (form: FormName, change: Partial<ScorecardDraft>) =>
      setDrafts((now) => ({ ...now, [form]: { ...now[form], ...change } })),
    [],
  );

  const open = useCallback((next: Shown) => {
    show(next);
    focusHeading(heading.current);
  }, []);
  const { notice } = runner;
  const isHome = view.name === "home";
  /** Opens a panel in which something is filled in. */
  const enter = useCallback(
    (next: Shown) => {
      if (isHome) pass(notice);
      open(next);
    },
    [isHome, notice, open],
  );
  /** The person goes elsewhere: what was said of the last step goes too, unless it can still be taken back. */
  const go = useCallback(
    (name: View["name"]) => {
      leave();
      enter({ name });
    },
    [enter, leave],
  );
  const rank = useCallback(async () => {
    const result = await run((options) => commands.scoreAndRank(options));
    if (result) open({ name: "results", result });
    await reread();
  }, [commands, open, reread, run]);
  const check = useCallback(async () => {
    const result = await run((options) => commands.checkSheet(options));
    await reread();
    if (result) open({ name: "findings" });
  }, [commands, open, reread, run]);
  const rankTogether = useCallback(async () => {
    const together = await run((options) => commands.scoreTogether(options));
    if (together) open({ name: "together", together });
  }, [commands, open, run]);
  const range = useCallback(async () => {
    const ranges = await run((options) => commands.rankRanges(options), "look");
    if (!ranges) return;
    // The panel itself says how many draws there were.
    leave();
    open({ name: "ranges", ranges });
  }, [commands, leave, open, run]);
  const explain = useCallback(async () => {
    const explanation = await run((options) => commands.explain(options), "look");
    if (explanation) open({ name: "explained", explanation });
  }, [commands, open, run]);
  const look = useCallback(async () => {
    const draft = await run((options) => commands.nextPeriodDraft(options), "look");
    if (draft) enter({ name: "nextPeriod", draft });
  }, [commands, enter, run]);
  const reports = useCallback(async () => {
    const draft = await run((options) => commands.personReportDraft(options), "look");
    if (draft) enter({ name: "report", draft });
  }, [commands, enter, run]);
  const links = useCallback(async () => {
    const draft = await run((options) => commands.linkDraft(options), "look");
    if (draft) enter({ name: "link", draft });
  }, [commands, enter, run]);
  const lookAtPeople = useCallback(async () => {
    const draft = await run((options) => commands.peopleDraft(options), "look");
    if (draft) enter({ name: "people", draft });
  }, [commands, enter, run]);
  const lookAtItems = useCallback(async () => {
    const draft = await run((options) => commands.moreItemsDraft(options), "look");
    if (draft) enter({ name: "more", draft });
  }, [commands, enter, run]);
  const clear = useCallback(async () => {
    await run((options) => commands.clearFlags(options));
    await reread();
  }, [commands, reread, run]);

  useEffect(() => {
    if (!readiness.ready) return undefined;
    const intents: Readonly<Record<Intent, () => void>> = {
      newScorecard: () => go("new"),
      scoreAndRank: () => void rank(),
      checkSheet: () => void check(),
      clearFlags: () => void clear(),
      openPane: () => focusHeading(heading.current),
    };
    return commands.onIntent((intent) => intents[intent]());
  }, [check, clear, commands, go, rank, readiness.ready]);

  useEscape(() => {
    if (runner.busy) runner.cancel();
    else if (view.name !== "home") go("home");
  });

  const nextEmpty = async (): Promise<void> => {
    const next = await run(() => commands.nextEmptyCell(), "look");
    if (next && next.location === null) {
      announce({ did: [{ key: "pane.allFilled", params: { toFill: next.toFill } }] });
    }
    await reread();
  };
  const insert = async (form: FormName, request: NewScorecardRequest): Promise<void> => {
    const { templateId, people, jobGroup } = request;
    const done =
      form === "addPlan"
        ? await run((options) => commands.addPlan({ templateId, people, jobGroup }, options))
        : await run((options) => commands.newScorecard(request, options));
    await reread();
    if (!done) return;
    setDrafts((now) => ({ ...now, [form]: emptyDraft(language, year) }));
    open({ name: "home" });
  };
  /** A change that leads back home when it is done. */
  const thenHome = async (work: (options: RunOptions) => Promise<Outcome<unknown>>): Promise<void> => {
    const done = await run(work);
    await reread();
    if (done) open({ name: "home" });
  };
  const lookForOurs = async (): Promise<void> => {
    const draft = await run(() => commands.removalDraft(), "look");
    if (draft) enter({ name: "removal", draft });
  };
  const write = async (request: WriteResultsRequest): Promise<void> => {
    await run((options) => commands.writeResults(request, options));
    await reread();
  };
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    await work();
    await reread();
  };
  const actions: Readonly<Record<Action, () => void>> = {
    next: () => void nextEmpty(),
    rank: () => void rank(),
    together: () => void rankTogether(),
    check: () => void check(),
    findings: () => go("findings"),
    clear: () => void clear(),
    removeSample: () => void act(() => run(() => commands.removeSample())),
    addPlan: () => go("addPlan"),
    nextPeriod: () => void look(),
    report: () => void reports(),
    link: () => void links(),
    addRows: () => void act(() => run((options) => commands.addRows(options))),
    moreItems: () => void lookAtItems(),
    language: () => go("language"),
    people: () => void lookAtPeople(),
    explain: () => void explain(),
    new: () => go("new"),
    desk: () => go("desk"),
  };
  const watch = async (on: boolean): Promise<void> => {
    if (on) await run((options) => commands.startWatching(options));
    else commands.stopWatching();
  };
  /** Something is done with the people; the panel shows them as they are now. */
  const withPeople = async (work: (options: RunOptions) => Promise<Outcome<unknown>>): Promise<boolean> => {
    const done = await run(work);
    await reread();
    await lookAtPeople();
    return done !== null;
  };
  const goTo = (location: Location): void => void run(() => commands.goTo(location), "look");
  const takeBack = (): void => {
    const undo = runner.notice?.undo;
    if (undo)
      void act(() => run(() => commands.takeBack(undo))).then(() => (view.name === "people" ? lookAtPeople() : null));
  };
  const again = (): Promise<void> => {
    if (view.name === "results") return rank();
    if (view.name === "ranges") return range();
    if (view.name === "together") return rankTogether();
    if (view.name === "people") return lookAtPeople();
    if (view.name === "more") return lookAtItems();
    return view.name === "explained" ? explain() : reread();
  };
  const form: FormName | null = view.name === "new" || view.name === "addPlan" ? view.name : null;
  const understood = overview !== null && !["refused", "empty"].includes(overview.kind);

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
        <RunnerMessages
          runner={!isHome && notice === passed ? { ...runner, notice: null } : runner}
          onTakeBack={takeBack}
        />
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
        {view.name === "home" && overview && understood && (
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
        )}
        {view.name === "home" && overview?.kind === "refused" && (
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
        {view.name === "home" && overview && !understood && (
          <Welcome
            disabled={runner.busy}
            onCheck={actions.check}
            onTemplate={actions.new}
            onSample={() => {
              edit("new", { withSample: true });
              go("new");
            }}
          />
        )}
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
              templates={templates}
              templateSheets={templateSheets}
              disabled={runner.busy}
              onDesk={actions.desk}
              pickPeople={() => run(() => commands.peopleFromSelection(), "look")}
              onInsert={(request) => void insert(form, request)}
            />
          )}
          {view.name === "results" && (
            <Results
              result={view.result}
              disabled={runner.busy}
              onGoTo={goTo}
              onRanges={overview?.kind === "method" ? null : () => void range()}
              onWrite={overview?.kind === "recognised" ? (request) => void write(request) : null}
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
              load={desk}
              catalogue={catalogue}
              run={run}
              disabled={runner.busy}
              revision={overview}
              editing={editing}
              onEditing={setEditing}
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
        {readiness.ready &&
          !form &&
          !["nextPeriod", "report", "link", "findings", "desk", "language"].includes(view.name) && (
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
