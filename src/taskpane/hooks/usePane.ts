/** The pane's state and everything that its buttons do, panel by panel. Everything about the workbook goes through commands. */
import { useCallback, useEffect, useState, type RefObject } from "react";
import type {
  Commands,
  Intent,
  NewScorecardRequest,
  Outcome,
  RunOptions,
  PictureRequest,
  SheetLanguage,
  WriteResultsRequest,
} from "../../commands/types";
import type { Location } from "../../core/model/location";
import type { DeskEditing } from "../panels/deskEditing";
import type { Action } from "../panels/Overview";
import { emptyDraft, type ScorecardDraft } from "../panels/scorecardDraft";
import type { FormName, Shown, View } from "../views";
import { useEscape } from "./useEscape";
import { useOverview } from "./useOverview";
import { useReadiness } from "./useReadiness";
import { useRunner, type Notice } from "./useRunner";
import { useWords } from "./words";

/**
 * Excel on the web moves the focus on Tab itself, from one tab stop to the next, and leaves the pane when the focus is on
 * none: so the heading is a tab stop as long as it has the focus.
 */
function focusHeading({ current: heading }: RefObject<HTMLHeadingElement | null>): void {
  if (!heading) return;
  heading.tabIndex = 0;
  heading.addEventListener("blur", () => (heading.tabIndex = -1), { once: true });
  heading.focus();
}

export type PaneState = ReturnType<typeof usePane>;

/** `year`: for the period that the form offers first; `heading` takes the focus when a panel opens. */
export function usePane(commands: Commands, year: number, heading: RefObject<HTMLHeadingElement | null>) {
  const { language } = useWords();
  const readiness = useReadiness(commands);
  const { overview, problem, reread, unwatched } = useOverview(commands, readiness.ready);
  const runner = useRunner();
  const { run, announce, leave } = runner;
  const [view, show] = useState<Shown>({ name: "home" });
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
  const templatePictures = useCallback((request: PictureRequest) => commands.templatePictures(request), [commands]);
  const edit = useCallback(
    (form: FormName, change: Partial<ScorecardDraft>) =>
      setDrafts((now) => ({ ...now, [form]: { ...now[form], ...change } })),
    [],
  );

  const open = useCallback(
    (next: Shown) => {
      show(next);
      focusHeading(heading);
    },
    [heading],
  );
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
      openPane: () => focusHeading(heading),
    };
    return commands.onIntent((intent) => intents[intent]());
  }, [check, clear, commands, go, heading, rank, readiness.ready]);

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

  return {
    ...{ commands, readiness, overview, problem, unwatched, runner, view, drafts, editing, setEditing },
    ...{ desk, catalogue, templates, templatePictures, edit, go, act, thenHome, withPeople, goTo, takeBack, again },
    ...{ actions, insert, write, range, watch, lookForOurs },
    /** What was said of the last step, unless it was said at home and the person has gone on. */
    notice: !isHome && notice === passed ? null : notice,
  };
}
